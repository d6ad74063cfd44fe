"""Promises: made in a mail of ours, kept by the next substance, moved by a later date, withdrawn."""

from __future__ import annotations

import hashlib
from datetime import datetime

from handover.ledger import matter
from handover.ledger.book import Book
from handover.ledger.entry import Entry
from handover.ledger.pledges import is_active
from handover.ledger.shelf import Open
from handover.model import Promise, PromiseText, Step

SAME_THING = 0.3
ALIKE = 0.6


def keep(promise: Promise, entry: Entry, because: str) -> None:
    """Note that *entry* did what was promised, late or not."""
    if is_active(promise) and entry.at > promise.made.date:
        promise.steps.append(Step("kept", entry.at, because, entry.quote()))


def active_in(book: Book, entry: Entry, contacts: frozenset[str]) -> list[Promise]:
    """Return what we promised one of *contacts* in the thread or matter of *entry* and did not do yet."""
    return [promise for promise in book.pledges.about(entry, contacts, ALIKE) if entry.at > promise.made.date]


def make(book: Book, entry: Entry, contact: str, known: Open | None, *, moves: list[Promise]) -> None:
    """Enter the promises of *entry*: new ones, or new dates for those in *moves*."""
    for number, text in enumerate(entry.signals.promises[:8]):
        if moves and _moves(moves, text, entry):
            continue
        _enter(book, entry, contact, known, number, text)


def _enter(
    book: Book, entry: Entry, contact: str, known: Open | None, number: int, text: PromiseText
) -> None:
    promise = Promise(
        id=_promise_id(book.owner, entry.key, number),
        customer=book.customer,
        contact=contact,
        request=known.request.id if known else None,
        by=entry.sender,
        made=entry.quote(text.quote),
        due=text.due,
        due_text=text.due_text,
        kinds=text.kinds,
        dates=[(entry.at, text.due)],
        contact_name=known.request.contact_name if known else "",
    )
    book.pledges.add(promise, entry)
    book.facts.promises.append(promise)
    if known:
        known.request.promises.append(promise)


def call_due(entry: Entry) -> datetime | None:
    """Return when the promised call is due: as the promise in the note's text says, else as the note's form does."""
    dated = (promise.due for promise in entry.signals.promises if promise.due and "callback" in promise.kinds)
    return next(dated, entry.note.due if entry.note else None)


def promise_call(book: Book, entry: Entry, due: datetime, contact: str, known: Open | None) -> None:
    """Enter a call that somebody of ours promised to a caller; a later time moves the earlier promise."""
    text = PromiseText(entry.text, due, "", ("callback",))
    waiting = [promise for promise in book.pledges.callbacks() if promise.contact == contact]
    if not (waiting and _moves(waiting, text, entry)):
        _enter(book, entry, contact, known, 0, text)


def _moves(moves: list[Promise], text: PromiseText, entry: Entry) -> bool:
    """Move the newest of *moves* to the date of *text*; False when it sets no later date."""
    promise = next((each for each in reversed(moves) if _is_about(each, text, entry)), None)
    if promise is None:
        return False
    if text.due is None or (promise.due is not None and text.due <= promise.due):
        return promise.due is not None and text.due == promise.due
    if promise.due is not None:
        promise.slips += 1
        promise.steps.append(Step("moved", entry.at, "new_date", entry.quote(text.quote)))
    else:
        promise.made = entry.quote(text.quote)
    promise.due, promise.due_text = text.due, text.due_text
    promise.dates.append((entry.at, text.due))
    return True


def _is_about(promise: Promise, text: PromiseText, entry: Entry) -> bool:
    """Tell whether *text* renews *promise*: the mail says that a date is put off, or both name the same thing."""
    if entry.signals.has("moved") or entry.signals.has("apology") or "callback" in promise.kinds:
        return True
    return matter.overlap(matter.telling(promise.made.quote), matter.telling(text.quote)) >= SAME_THING


def withdraw(book: Book, entry: Entry, promises: list[Promise]) -> None:
    """Note that *promises* need not or will not be kept, in the words of *entry*."""
    for promise in promises:
        promise.steps.append(Step("withdrawn", entry.at, "said_so", entry.quote()))


def _promise_id(owner: str, key: str, number: int) -> str:
    return hashlib.sha256(f"{owner}\0{key}\0p{number}".encode("utf-8", "replace")).hexdigest()[:8]
