"""Other contacts on a list: they help each other, and what one thanks the other for need not ask us any more.

A mail of another customer counts only where it came through the list that the request came through. That it was
sent settles nothing (who helps may be wrong); that the asker thanks for it, or is thanked, does, unless one of us
took the matter up. What a contact asks such a helper by name is not asked of us.
"""

from __future__ import annotations

import re

from handover.ledger.book import YES, Book
from handover.ledger.entry import Entry
from handover.ledger.shelf import Open
from handover.model import RequestState

MAX_BEGINNING = 90
BRIEF = 400
"""Whoever thanks and writes more than so many characters has something to add."""
_NAME = re.compile(r"[^\W\d_]{3,30}")
_GREETING = re.compile(
    r"\W{0,3}(?:(?:hi|hello|hey|dear|hallo|liebe[r]?|moin|servus|thanks|thank you|danke)(?:,| )\s?)?"
    r"([^\W\d_]{3,30})\b(?: ?[,!:.–-]|\s*\n)",
    re.I,
)
_THANKS_FIRST = re.compile(
    r"(?:^|\n|[,.!] )\W{0,3}(?:(?:many|vielen|besten) )?(?:thanks|thank you|danke?)\b", re.I
)
_NOT_DONE = re.compile(
    r"\b(?:same|similar|identical) (?:problem|issue|error|question|behaviou?r|situation|thing)|\bme too\b"
    r"|\b(?:gleiche|gleiches|selbe|dasselbe|ähnliche)[nrs]? (?:problem|fehler|frage|verhalten)|\bbei (?:mir|uns) auch\b"
    r"|\b(?:still|however|unfortunately|but(?! (?:i'll|i will|we'll|will)))\b"
    r"|\b(?:aber|leider|jedoch|immer noch|trotzdem)\b",
    re.I,
)


def read_mail(book: Book, entry: Entry) -> None:
    """Take in one mail of another customer in a thread of this one's: a thanks shows that this one helped."""
    if entry.automatic is not None or not entry.lists:
        return
    book.helpers.setdefault(entry.thread, set()).update(names(entry.name))
    if not _thanks(entry):
        return
    for known in book.shelf.waiting_in(entry.thread):
        meant = known.request.contact in entry.recipients or _greeted(entry) in names(
            known.request.contact_name
        )
        if meant and known.state is RequestState.OPEN:
            known.note("closed", entry, "helped_others")


def is_addressed(book: Book, entry: Entry) -> bool:
    """Tell whether *entry* begins with the name of somebody else who helps in its thread."""
    if not entry.lists or entry.thread not in book.helpers:
        return False
    greeted = _greeted(entry)
    return greeted in book.helpers[entry.thread] and greeted not in names(entry.name)


def settle(waiting: list[Open], entry: Entry) -> None:
    """A contact who thanks a helper, and has no question left, has their answer."""
    if not _thanks(entry) or "?" in entry.text or len(entry.text) > BRIEF or entry.signals.holding >= YES:
        return
    for known in waiting:
        if known.request.contact == entry.sender and known.state is RequestState.OPEN:
            known.note("peer_answered", entry, "thanked_helper")


def names(text: str) -> set[str]:
    """Return the parts of a person's name, in lower case."""
    return set(_NAME.findall(text.casefold()))


def _greeted(entry: Entry) -> str:
    greeting = _GREETING.match(entry.text[:MAX_BEGINNING])
    return greeting[1].casefold() if greeting else ""


def _thanks(entry: Entry) -> bool:
    """Tell whether *entry* begins with thanks and says nothing of a trouble that is left."""
    return bool(_THANKS_FIRST.search(entry.text[:MAX_BEGINNING])) and not _NOT_DONE.search(entry.text[:600])
