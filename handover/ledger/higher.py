"""Turning to somebody above: a customer who waits writes to a manager, or past the owner to somebody else of ours."""

from __future__ import annotations

from handover.ledger.book import Book
from handover.ledger.entry import Entry
from handover.ledger.shelf import Open

PRESSING = ("chaser", "higher_up")


def goes_past_owner(book: Book, entry: Entry) -> bool:
    """Tell whether *entry* presses somebody of ours, instead of the owner, who had no part in anything until now."""
    strangers = entry.past_owner - book.colleagues
    return bool(strangers) and any(entry.signals.has(code) for code in PRESSING)


def turn(waiting: list[Open], entry: Entry, words: str, *, went_past: bool) -> None:
    """Note with what its writer waits for that *entry* is addressed to a manager, or went past the owner."""
    if not (entry.to_manager or went_past):
        return
    because = "manager_added" if entry.to_manager else "went_past_owner"
    waiting = [known for known in waiting if known.waits]
    for known in [known for known in waiting if known.request.contact == entry.sender] or waiting:
        known.note("escalated", entry, because, words)
