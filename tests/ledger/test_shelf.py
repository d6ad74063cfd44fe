"""What the shelf finds by its keys is what a look through all requests would find, and costs no more when there are many."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handover.checks.story import facts_of, people_of, tell
from handover.language import read
from handover.ledger import matter
from handover.ledger.pledges import Pledges, is_active
from handover.ledger.shelf import SAME_MATTER, Open, Shelf, is_same_matter
from handover.model import Promise, RequestState

WHO = ("kim@acme.example", "ada@acme.example")
SUBJECTS = ("Rollenbahn", "Rollenbahnen Nord", "Auftrag 471100", "Rechnung 471100", "Ventil", "Presse Nord")
THEIRS = (
    "Wann kommt die Rollenbahn?",
    "Ich warte immer noch auf eine Antwort.",
    "Vielen Dank, passt so!",
    "Danke, aber das Ventil geht immer noch nicht.",
    "Was kostet der Auftrag 471100?",
    "Hat sich erledigt.",
)
OURS = (
    "Wir kümmern uns darum und melden uns bis Freitag.",
    "Das Ventil geht heute in den Versand, es sind 4.200 Euro.",
    "Wir rufen Sie am Mittwoch an.",
)


@st.composite
def lines(draw: st.DrawFn) -> str:
    """A story of one customer over some months, in which subjects and words meet again."""
    week, told = -8, []
    for _ in range(draw(st.integers(3, 25))):
        week += draw(st.sampled_from((0, 0, 0, 1, 1, 5)))
        at = f"{draw(st.sampled_from(('Mo', 'Mi', 'Fr')))}{week:+d} {draw(st.integers(8, 16)):02}:00"
        who, subject = draw(st.sampled_from(WHO)), draw(st.sampled_from(SUBJECTS))
        kind = draw(st.sampled_from(("theirs", "theirs", "ours", "note")))
        if kind == "ours":
            told.append(f"{at} anna@wir.example > {who} [{subject}] | {draw(st.sampled_from(OURS))}")
        else:
            mark = draw(st.sampled_from(("(note) ", "(done) "))) if kind == "note" else ""
            told.append(f"{at} {who} > anna@wir.example [{subject}] {mark}| {draw(st.sampled_from(THEIRS))}")
    return "\n".join([*told, "Mo+150 12:00 now"])


class Plain:
    """Looks through all requests and promises, beside the shelf, and compares."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.compared = 0
        self.all: dict[int, list[Open]] = {}
        self.promised: dict[int, list[tuple[Promise, str, frozenset[str]]]] = {}
        took, made = Shelf.open, Pledges.add

        def take(shelf: Shelf, *given: Any) -> Open:
            known = took(shelf, *given)
            self.all.setdefault(id(shelf), []).append(known)
            return known

        def make(pledges: Pledges, promise: Promise, entry: Any) -> None:
            made(pledges, promise, entry)
            row = (promise, entry.thread, entry.subject_words | entry.words)
            self.promised.setdefault(id(pledges), []).append(row)

        patch.setattr(Shelf, "open", take)
        patch.setattr(Pledges, "add", make)
        for name in (
            "waiting",
            "waiting_in",
            "waiting_for",
            "last_waiting",
            "last_answered",
            "lately_waiting",
        ):
            self._compare(patch, Shelf, name)
        for name in ("of_matter", "waiting_of_matter"):
            self._compare(patch, Shelf, name)
        for name in ("in_thread", "callbacks", "about"):
            self._compare(patch, Pledges, name)

    def _compare(self, patch: pytest.MonkeyPatch, kind: type, name: str) -> None:
        found: Callable[..., Any] = getattr(kind, name)
        plainly: Callable[..., Any] = getattr(self, name)

        def both(shelf: Any, *given: Any) -> Any:
            answer = found(shelf, *given)
            expected = plainly(shelf, *given)
            seen = answer
            if name == "of_matter":
                seen = [known for known in answer if is_same_matter(known, given[0])]
            assert seen == expected, name
            self.compared += 1
            return answer

        patch.setattr(kind, name, both)

    def _known(self, shelf: Shelf) -> list[Open]:
        return self.all.get(id(shelf), [])

    def waiting(self, shelf: Shelf) -> list[Open]:
        return [known for known in self._known(shelf) if known.waits]

    def last_waiting(self, shelf: Shelf) -> list[Open]:
        return self.waiting(shelf)[-1:]

    def waiting_in(self, shelf: Shelf, thread: str) -> list[Open]:
        return [known for known in self.waiting(shelf) if thread in known.threads]

    def waiting_for(self, shelf: Shelf, contact: str, names: frozenset[str]) -> list[Open]:
        def is_theirs(known: Open) -> bool:
            asked = known.request
            return asked.contact == contact or bool(
                names & matter.telling(f"{asked.contact_name} {asked.contact}")
            )

        return [known for known in self.waiting(shelf) if is_theirs(known)]

    def last_answered(self, shelf: Shelf, thread: str, contact: str) -> Open | None:
        found = [
            known
            for known in self._known(shelf)
            if thread in known.threads
            and known.request.contact == contact
            and known.state is RequestState.ANSWERED
        ]
        return found[-1] if found else None

    def lately_waiting(self, shelf: Shelf, entry: Any, contact: str) -> list[Open]:
        mine = [known for known in self.waiting(shelf) if known.request.contact == contact]
        return [known for known in mine if entry.at - known.last <= SAME_MATTER]

    def of_matter(self, shelf: Shelf, entry: Any, contact: str) -> list[Open]:
        mine = [known for known in self._known(shelf) if known.request.contact == contact]
        return [known for known in mine if is_same_matter(known, entry)]

    def waiting_of_matter(self, shelf: Shelf, entry: Any) -> list[Open]:
        return [known for known in self.waiting(shelf) if is_same_matter(known, entry)]

    def _active(self, pledges: Pledges) -> Iterator[tuple[Promise, str, frozenset[str]]]:
        return (row for row in self.promised.get(id(pledges), []) if is_active(row[0]))

    def in_thread(self, pledges: Pledges, thread: str) -> list[Promise]:
        return [promise for promise, begun, _ in self._active(pledges) if begun == thread]

    def callbacks(self, pledges: Pledges) -> list[Promise]:
        return [promise for promise, *_ in self._active(pledges) if "callback" in promise.kinds]

    def about(self, pledges: Pledges, entry: Any, contacts: frozenset[str], alike: float) -> list[Promise]:
        return [
            promise
            for promise, thread, words in self._active(pledges)
            if thread == entry.thread
            or (promise.contact in contacts and matter.overlap(words, entry.subject_words) >= alike)
        ]


@settings(max_examples=60)
@given(story=lines())
def test_it_finds_what_a_look_through_all_would_find(story: str) -> None:
    told = tell(story)

    with pytest.MonkeyPatch.context() as patch:
        plain = Plain(patch)
        facts_of(told, people_of(told), read)

    assert plain.compared


@pytest.mark.parametrize(
    "turns",
    [
        ("kim@acme.example > anna@wir.example [Lager {}] | Wann kommt die Rollenbahn?",),
        (
            "kim@acme.example > anna@wir.example [W{}x] | Wann kommt die Rollenbahn?",
            "anna@wir.example > kim@acme.example [W{}x] | Wir kümmern uns darum und melden uns bis Freitag.",
        ),
        (
            "kim@acme.example > anna@wir.example [Lager] | Wann kommt die Rollenbahn?",
            "anna@wir.example > kim@acme.example [Lager] | Sie geht heute in den Versand.",
        ),
    ],
    ids=["never answered", "put off", "one thread"],
)
def test_a_mail_costs_no_more_when_many_lie_behind_it(
    turns: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    looked_at = [0]
    overlap, waits = matter.overlap, Open.waits.fget
    assert waits is not None

    def counted(one: frozenset[str], other: frozenset[str]) -> float:
        looked_at[0] += 1
        return overlap(one, other)

    def asked(known: Open) -> bool:
        looked_at[0] += 1
        return bool(waits(known))

    monkeypatch.setattr(matter, "overlap", counted)
    monkeypatch.setattr(Open, "waits", property(asked))

    few, many = (_cost(turns, weeks, looked_at) for weeks in (40, 160))

    assert 0 < many <= 6 * few


def _cost(turns: tuple[str, ...], weeks: int, looked_at: list[int]) -> int:
    told = tell(
        "\n".join(
            [
                *(
                    f"Mo+{week} {9 + n:02}:00 {turn}".format(week)
                    for week in range(weeks)
                    for n, turn in enumerate(turns)
                ),
                f"Mo+{weeks} 12:00 now",
            ]
        )
    )
    looked_at[0] = 0
    facts_of(told, people_of(told), read)
    return looked_at[0]
