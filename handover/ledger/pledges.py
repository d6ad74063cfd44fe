"""The promises of one customer that are neither kept nor withdrawn, found again by thread, words and kind."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from handover.ledger import matter
from handover.ledger.entry import Entry
from handover.ledger.rows import Rows
from handover.model import Promise

_ENDED = ("kept", "withdrawn")
_CALLBACK = ("callback",)


def is_active(promise: Promise) -> bool:
    """Tell whether *promise* is neither kept nor withdrawn."""
    return not promise.steps or promise.steps[-1].kind not in _ENDED


class Pledge(NamedTuple):
    """A promise with the thread and the words of the mail that made it."""

    number: int
    promise: Promise
    thread: str
    words: frozenset[str]


@dataclass(slots=True)
class Pledges:
    """All active promises so far; what has ended is taken away when it is met again, for it never comes back."""

    count: int = 0
    _rows: Rows[Pledge] = field(default_factory=Rows)

    def add(self, promise: Promise, made: Entry) -> None:
        """Take in the *promise* that the mail *made* makes."""
        pledge = Pledge(self.count, promise, made.thread, made.subject_words | made.words)
        self.count += 1
        self._rows.add(pledge, _places(pledge))

    def in_thread(self, thread: str) -> list[Promise]:
        """Return what was promised in *thread*."""
        return [pledge.promise for pledge in self._active([("in", thread)])]

    def callbacks(self) -> list[Promise]:
        """Return the calls that were promised."""
        return [pledge.promise for pledge in self._active([_CALLBACK])]

    def about(self, entry: Entry, contacts: Iterable[str], alike: float) -> list[Promise]:
        """Return what was promised in the thread of *entry*, or to *contacts* in words *alike* its subject."""
        stems = {matter.stem(word) for word in entry.subject_words}
        keys: list[Hashable] = [("to", contact, stem) for contact in contacts for stem in stems]
        return [
            pledge.promise
            for pledge in self._active([("in", entry.thread), *keys])
            if pledge.thread == entry.thread or matter.overlap(pledge.words, entry.subject_words) >= alike
        ]

    def _active(self, keys: list[Hashable]) -> list[Pledge]:
        found = self._rows.under_any(keys)
        for pledge in found:
            if not is_active(pledge.promise):
                self._rows.discard(pledge, _places(pledge))
        return [pledge for pledge in found if is_active(pledge.promise)]


def _places(pledge: Pledge) -> set[Hashable]:
    contact = pledge.promise.contact
    found: set[Hashable] = {("in", pledge.thread)}
    found.update(("to", contact, matter.stem(word)) for word in pledge.words)
    if "callback" in pledge.promise.kinds:
        found.add(_CALLBACK)
    return found
