"""The requests of one customer while its book is read, found again by thread, contact, words and the asker's name.

A mail costs as much as it is about, however many requests lie behind it: those that wait, those that were mentioned
within `SAME_MATTER` and all others stand under keys of their own. What is the same matter is judged here, too.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from handover.ledger import matter
from handover.ledger.entry import Entry
from handover.ledger.rows import Rows
from handover.ledger.state import base_state
from handover.model import Request, RequestState, Step

SAME_MATTER = timedelta(days=30)
"""Longer after the last word about it a request is found by its thread alone."""
SUBJECT_OVERLAP = 0.6
_WAITING = (RequestState.OPEN, RequestState.HELD)
_WAITS = ("waits",)


@dataclass(slots=True, eq=False)
class Open:
    """A request while the book is being read: the request and what is needed to find it again."""

    number: int
    request: Request
    words: frozenset[str]
    subject_words: frozenset[str]
    lists: frozenset[str]
    asks_words: frozenset[str]
    last: datetime
    threads: set[str]
    shelf: Shelf = field(repr=False)
    state: RequestState = RequestState.OPEN
    keys: frozenset[str] = field(init=False)
    places: set[Hashable] = field(default_factory=set, repr=False)

    def __post_init__(self) -> None:
        self.keys = _stems(self.matter_words) | _numbers(self.words | self.subject_words)

    @property
    def waits(self) -> bool:
        return self.state in _WAITING

    @property
    def standing(self) -> RequestState:
        """The state, open and held being the same: what decides where it stands on the shelf."""
        return RequestState.OPEN if self.waits else self.state

    @property
    def matter_words(self) -> frozenset[str]:
        """The words that say what it is about: those of the subject, or of the note about a call."""
        return self.words if self.request.by_phone else self.subject_words

    def note(self, kind: str, entry: Entry, because: str, words: str = "") -> None:
        """Add a step with its evidence; what a contact says of it elsewhere makes that thread its own too."""
        step = Step(kind, entry.at, because, entry.quote(words))
        self.request.steps.append(step)
        before, self.state = self.standing, base_state((step,), self.state)
        self.last = entry.at
        if kind in ("chased", "continued"):
            self.shelf.join(self, entry.thread)
        self.shelf.renew(self, moved=self.standing is not before)


@dataclass(slots=True)
class Shelf:
    """All requests of a customer so far. What is asked of it must be asked in the order of time."""

    count: int = 0
    threads: set[str] = field(default_factory=set)
    begun: dict[str, set[str]] = field(default_factory=dict)
    first: dict[str, Request] = field(default_factory=dict)
    _rows: Rows[Open] = field(default_factory=Rows)
    _recent: OrderedDict[Open, None] = field(default_factory=OrderedDict)
    _names: dict[tuple[str, str], frozenset[str]] = field(default_factory=dict)

    def open(self, request: Request, entry: Entry, asks_words: frozenset[str]) -> Open:
        """Take in the *request* that *entry* opens."""
        known = Open(
            self.count, request, entry.words, entry.subject_words, entry.lists, asks_words, entry.at,
            {entry.thread}, self,
        )  # fmt: skip
        self.count += 1
        self.begun.setdefault(request.thread, set()).update(entry.lists)
        self.first.setdefault(request.contact, request)
        self.threads.add(entry.thread)
        self.renew(known, moved=True)
        return known

    def join(self, known: Open, thread: str) -> None:
        """Note that *known* is spoken of in *thread*, too."""
        if thread in known.threads:
            return
        self.threads.add(thread)
        self.begun.setdefault(thread, set()).update(known.lists)
        known.threads.add(thread)
        if known.waits:
            place = ("waits in", thread)
            known.places.add(place)
            self._rows.add(known, [place])
        else:
            self._place(known)

    def renew(self, known: Open, *, moved: bool) -> None:
        """Note that *known* was spoken of just now; *moved* tells that it stands elsewhere now."""
        moved = moved or known not in self._recent
        self._recent[known] = None
        self._recent.move_to_end(known)
        if moved:
            self._place(known)

    def _place(self, known: Open) -> None:
        places = self._places(known)
        self._rows.discard(known, known.places - places)
        self._rows.add(known, places - known.places)
        known.places = places

    def _places(self, known: Open) -> set[Hashable]:
        contact = known.request.contact
        found: set[Hashable] = set()
        if known.waits:
            found = {_WAITS, ("waits of", contact), *(("waits in", thread) for thread in known.threads)}
            found.update(("waits, asked by", name) for name in self.names_of(known))
        elif known.state is RequestState.ANSWERED:
            found.update(("answered", thread, contact) for thread in known.threads)
        if known in self._recent:
            found.update(("matter", contact, key) for key in known.keys)
            if known.waits:
                found.add(("waits lately", contact))
                found.update(("waits, matter", key) for key in known.keys)
        return found

    def names_of(self, known: Open) -> frozenset[str]:
        """Return the words of the name and identity of who asked *known*."""
        who = known.request.contact_name, known.request.contact
        if who not in self._names:
            self._names[who] = matter.telling(" ".join(who))
        return self._names[who]

    def _forget(self, now: datetime) -> None:
        """Take what nobody has spoken of within `SAME_MATTER` away from what is found by its matter."""
        while self._recent:
            oldest = next(iter(self._recent))
            if now - oldest.last <= SAME_MATTER:
                return
            del self._recent[oldest]
            self._place(oldest)

    def waiting(self) -> list[Open]:
        """Return all that wait."""
        return self._rows.under(_WAITS)

    def last_waiting(self) -> list[Open]:
        """Return the one that was opened last of all that wait."""
        last = self._rows.last(_WAITS)
        return [last] if last else []

    def waiting_in(self, thread: str) -> list[Open]:
        """Return what waits in *thread*."""
        return self._rows.under(("waits in", thread))

    def waiting_for(self, contact: str, names: frozenset[str]) -> list[Open]:
        """Return what waits for *contact*, or was asked by somebody whose name holds one of *names*."""
        return self._rows.under_any([("waits of", contact), *(("waits, asked by", name) for name in names)])

    def last_answered(self, thread: str, contact: str) -> Open | None:
        """Return what *contact* asked last in *thread* of all that is answered."""
        return self._rows.last(("answered", thread, contact))

    def lately_waiting(self, entry: Entry, contact: str) -> list[Open]:
        """Return what *contact* waits for and was spoken of within `SAME_MATTER` before *entry*."""
        self._forget(entry.at)
        return self._rows.under(("waits lately", contact))

    def of_matter(self, entry: Entry, contact: str) -> list[Open]:
        """Return what *contact* asked that *entry* may treat, `is_same_matter` decides; spoken of lately."""
        self._forget(entry.at)
        return self._rows.under_any([("matter", contact, key) for key in _keys(entry)])

    def waiting_of_matter(self, entry: Entry) -> list[Open]:
        """Return what waits, was spoken of lately, and is the same matter as *entry*."""
        self._forget(entry.at)
        found = self._rows.under_any([("waits, matter", key) for key in _keys(entry)])
        return [known for known in found if is_same_matter(known, entry)]


def is_same_matter(known: Open, entry: Entry) -> bool:
    """Tell whether *entry* treats the matter of *known*: within 30 days, subject or object in common."""
    if entry.at - known.last > SAME_MATTER:
        return False
    if matter.overlap(known.matter_words, entry.subject_words) >= SUBJECT_OVERLAP:
        return True
    return bool(matter.numbers((known.words | known.subject_words) & entry.words))


def _keys(entry: Entry) -> frozenset[str]:
    """Return the keys of which *entry* shares one with every request of its matter."""
    return _stems(entry.subject_words) | _numbers(entry.words)


def _stems(words: frozenset[str]) -> frozenset[str]:
    return frozenset(map(matter.stem, words))


def _numbers(words: frozenset[str]) -> frozenset[str]:
    return frozenset(f"#{number}" for number in matter.numbers(words))
