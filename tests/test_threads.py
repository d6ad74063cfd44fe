"""Threads: the union of ids, and lost replies joined by what they quote."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from handover.threads import Link, group

START = datetime(2026, 3, 2, 9, tzinfo=UTC)
LINE = "the conveyor in hall two stops every ten minutes"


def link(number: int, *references: str, **values: object) -> Link:
    given = {
        "key": f"k{number}", "message_id": f"m{number}", "references": references, "subject": f"subject {number}",
        "at": START + timedelta(hours=number), "sender": f"s{number}", "parties": frozenset({f"s{number}"}),
        "looks_like_reply": False,
    }  # fmt: skip
    return Link(**{**given, **values})


def test_references_and_in_reply_to_join():
    threads = group([link(1), link(2, "m1"), link(3, "m2"), link(4)])

    assert threads["k1"] == threads["k2"] == threads["k3"] == "m1"
    assert threads["k4"] == "m4"


def test_two_replies_to_a_mail_that_was_never_seen_are_one_thread():
    threads = group([link(1, "unseen"), link(2, "unseen")])

    assert threads["k1"] == threads["k2"]


def test_a_reply_without_references_is_joined_by_its_quote():
    first = link(1, subject="Hall two", text=f"Hello,\n{LINE}\nregards")
    lost = link(2, subject="Re: Hall two", looks_like_reply=True, quoted=f"> Hello,\n> {LINE}\n> regards")

    threads = group([first, lost])

    assert threads["k1"] == threads["k2"]


def test_a_common_line_under_another_subject_joins_nothing():
    first = link(1, subject="Hall two", text=LINE)
    other = link(2, subject="Re: Invoice", looks_like_reply=True, quoted=f"> {LINE}")

    threads = group([first, other])

    assert threads["k1"] != threads["k2"]


def test_a_line_that_everybody_writes_proves_nothing():
    lines = [link(n, subject=f"Topic {n}", text=LINE) for n in (1, 2)]
    lost = link(3, subject="Re: Topic 1", looks_like_reply=True, quoted=f"> {LINE}")

    threads = group([*lines, lost])

    assert threads["k3"] == "m3"


def test_the_same_subject_of_two_strangers_joins_nothing():
    one = link(1, subject="Question", parties=frozenset({"a", "us"}), sender="a")
    two = link(2, subject="Re: Question", parties=frozenset({"b", "us"}), sender="b", looks_like_reply=True)

    threads = group([one, two])

    assert threads["k1"] != threads["k2"]


def test_a_quote_from_long_ago_joins_nothing():
    first = link(1, subject="Hall two", text=LINE)
    late = link(2, subject="Re: Hall two", looks_like_reply=True, quoted=LINE, at=START + timedelta(days=90))

    assert group([first, late])["k2"] == "m2"


@given(st.lists(st.tuples(st.integers(0, 12), st.lists(st.integers(0, 12), max_size=3)), max_size=25))
def test_threads_do_not_depend_on_the_order_of_arrival(mails: list[tuple[int, list[int]]]):
    unique = dict(mails)
    links = [link(n, *(f"m{r}" for r in references)) for n, references in unique.items()]

    forward, backward = group(links), group(links[::-1])

    def partition(threads: dict[str, str]) -> set[frozenset[str]]:
        return {frozenset(k for k, t in threads.items() if t == name) for name in threads.values()}

    assert partition(forward) == partition(backward)
