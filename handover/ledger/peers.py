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
from handover.model import Request, RequestState

MAX_BEGINNING = 90
MAX_READ = 1500
NICKNAME = 3
"""With so many letters a greeting may be short for a name ("Hi Alex" to Alexander)."""
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
QUESTION_MARK = re.compile(r"\w[\"')“”]?\s?\?(?=\s|$)")
_SAME_HERE = re.compile(
    r"\b(?:same|similar|identical) (?:problem|issue|error|question|behaviou?r|situation)"
    r"|\bme too\b|\bi (?:also|too) (?:have|see|get)"
    r"|\b(?:gleiche|gleiches|selbe|dasselbe|ähnliche)[nrs]? (?:problem|fehler|frage|verhalten)"
    r"|\bbei (?:mir|uns) auch\b",
    re.I,
)
_ADVISES = re.compile(
    r"\b(?:maybe|perhaps|might|may|could|should|hope|hopefully|possibly|guess(?:ing)?)\b[^.!?\n]{0,80}"
    r"\b(?:you|your|helps?|works?|try)\b"
    r"|\b(?:have|did|are|were) you (?:tried|try|checked|check|using|use|set|sure|running)\b"
    r"|\b(?:try|check|see|use) (?:the|this|that|a|to|if|using|with|it)\b|\bhere'?s (?:a|the|how|what)\b"
    r"|\b(?:vielleicht|eventuell|womöglich|hoffentlich|könnte[nst]*)\b[^.!?\n]{0,80}\b(?:sie|du|ihr|hilft|helfen|klappt)\b"
    r"|\b(?:haben sie|hast du|habt ihr)\b[^.!?\n]{0,60}\b(?:probiert|versucht|geprüft|nachgesehen|eingestellt)\b"
    r"|\b(?:probier|versuch|prüf|nimm|schau)(?:en sie|e|t)?\b",
    re.I,
)
"""What somebody says who helps: a question mark behind it asks nothing on the writer's own behalf."""
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
    thanks, helps = _thanks(entry), not _SAME_HERE.search(entry.text[:MAX_READ])
    for known in book.shelf.waiting_in(entry.thread):
        if known.state is not RequestState.OPEN:
            continue
        if thanks and is_meant(known.request, entry):
            known.note("closed", entry, "helped_others")
        elif helps and entry.lists & known.lists:
            known.note("peer_replied", entry, "another_contact")


def is_meant(request: Request, entry: Entry) -> bool:
    """Tell whether *entry* goes to the asker of *request* or begins with their name."""
    return request.contact in entry.recipients or is_greeted(names(request.contact_name), entry)


def is_addressed(book: Book, entry: Entry) -> bool:
    """Tell whether *entry* begins with the name of somebody else who helps in its thread."""
    if not entry.lists or entry.thread not in book.helpers:
        return False
    return is_greeted(book.helpers[entry.thread], entry) and not is_greeted(names(entry.name), entry)


def is_guest(book: Book, entry: Entry) -> bool:
    """Somebody who joins a talk of others on a list helps there; only "same here" asks on their own behalf.

    It is a talk of others where another contact began it, wrote in it before, or is answered in it alone. Where one
    of us began it, who tells of no trouble replies to us.
    """
    if not entry.lists or entry.thread in book.shelf.begun or entry.thread in book.our_question:
        return False
    unheard = entry.answers_subject and entry.thread not in book.seen
    others = book.is_guest(entry.thread) or entry.thread in book.helpers
    others = others or (unheard and bool(entry.to_customers - {entry.customer}))
    others = others or (entry.thread in book.begun_by_us and not entry.signals.has("problem"))
    asks, beginning = QUESTION_MARK.search(entry.text), entry.text[:MAX_READ]
    advises = _ADVISES.search(beginning)
    if not others or (_SAME_HERE.search(beginning) and (asks or not advises)):
        return False
    return not (asks and not advises and entry.first_to & entry.ours)


def tells_everybody(entry: Entry) -> bool:
    """Tell whether *entry* announces or offers something to all on a list and asks nobody anything."""
    return bool(entry.lists) and entry.signals.has("announces") and not QUESTION_MARK.search(entry.text)


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


def is_greeted(known: set[str], entry: Entry) -> bool:
    """Tell whether *entry* begins with one of the names *known*, or with a short form of it."""
    greeted = greeting_of(entry)
    return bool(greeted) and any(
        name == greeted or (len(greeted) >= NICKNAME and name.startswith(greeted)) for name in known
    )


def greeting_of(entry: Entry) -> str:
    """Return the name that *entry* begins with, in lower case; ``""`` without one."""
    greeting = _GREETING.match(entry.text[:MAX_BEGINNING])
    return greeting[1].casefold() if greeting else ""


def _thanks(entry: Entry) -> bool:
    """Tell whether *entry* begins with thanks and says nothing of a trouble that is left."""
    return bool(_THANKS_FIRST.search(entry.text[:MAX_BEGINNING])) and not _NOT_DONE.search(entry.text[:600])
