"""Our side of the book: what owner and team wrote answers, holds, promises, or only passes on."""

from __future__ import annotations

import re

from handover.ledger import matter, peers, promises
from handover.ledger.book import YES, Book
from handover.ledger.entry import Entry
from handover.ledger.shelf import SUBJECT_OVERLAP, Open
from handover.ledger.talk import Reply
from handover.model import Role

_POINTS = re.compile(
    r"(?:^|[.!?:]\s|\n)\s*(?:und|and|zu(?:r|m)?|was|bezüglich|regarding|as (?:for|to)|on|\d[.)])\s", re.I
)
"""Where a reply turns to the next point; one that makes as many points as were asked answers them all."""
_AMOUNT = re.compile(
    r"(?:[€$£]|\b(?:EUR|USD|CHF)) ?(\d[\d.,']{0,12})"
    r"|(?<![\d.,'])(\d[\d.,']{0,12}) ?(?:[€$£]|(?:euros?|eur|chf|usd|dollars?)\b)",
    re.I,
)
_PRICE_ASKED = re.compile(
    r"\b(?:price|prices|cost|costs|how much|quote|quotation|fee|rates?)\b"
    r"|\b(?:was .{0,40}kosten|kostet|preis\w*|angebots?|wie teuer|wieviel|wie viel|kostenvoranschlag)\b",
    re.I,
)
_ABOUT_BILL = re.compile(r"\b(?:invoice|credit note|refund|rechnung|gutschrift|erstattung)\b", re.I)
_DUNNING = re.compile(
    r"\b(?:zahlungserinnerung|mahnung|zahlungsverzug|payment reminder|overdue invoice|past due|final notice)\b", re.I
)
MAX_READ = 2000
PART_OVERLAP = 0.34
AT_LENGTH = 250
"""Who writes so many characters for each thing that was asked has gone through all of it."""
PUT_OFF = 0.35
GRANTED = frozenset({"discount", "free", "refund"})
PUTTING_OFF = ("put_off", "away", "patience")
GIVEN = ("done", "calm", "encloses")
SHORT = 250
"""Below so many characters a put-off is all there is; a longer mail that holds one may still answer."""


def read_mail(book: Book, entry: Entry) -> None:
    """Take in one mail of the owner or the team."""
    if entry.automatic is not None:
        if entry.automatic == "auto_reply":
            for known in _addressed(book, entry, book.shelf.waiting_in(entry.thread)):
                known.note("auto_replied", entry, "automatic")
        return
    if book.customer not in entry.to_customers and not _reaches_by_list(book, entry):
        _read_internal(book, entry)
        return
    if entry.message_id:
        book.ours.add(entry.message_id)
    book.meet(entry)
    if _DUNNING.search(entry.subject) and not entry.answers_subject:
        return  # a demand for money answers nobody, least of all who disputes the bill
    moves = entry.signals.has("moved") and not hands_over(entry)
    book.facts.replies.append(Reply(entry.at, entry.thread, not has_substance(entry), entry.quote(), moves))
    here = _addressed(book, entry, book.shelf.waiting_in(entry.thread))
    there = [] if here else _elsewhere(book, entry)
    _reply(book, entry, here, there)
    if entry.thread in book.shelf.threads and asks_back(entry):
        book.our_question.add(entry.thread)


def read_bounce(book: Book, entry: Entry) -> None:
    """A bounce of our answer reopens what it had answered."""
    answered = {known.number: known for each in entry.bounce_of for known in book.answered_by.get(each, ())}
    for _, known in sorted(answered.items()):
        if not known.waits:
            known.note("reopened", entry, "bounced")


def names_price(entry: Entry, asked: list[Open]) -> bool:
    """Tell whether a reply names an amount of money to somebody who asked for a price, and not the one they named."""
    if not any(
        _PRICE_ASKED.search(f"{known.request.subject} {' '.join(known.request.asks)}") for known in asked
    ):
        return False
    told = {word for known in asked for word in known.words}
    amounts = {(match[1] or match[2]).strip(".,'") for match in _AMOUNT.finditer(entry.text[:MAX_READ])}
    return bool(amounts - told) and not _ABOUT_BILL.search(entry.text[:MAX_READ])


def has_substance(entry: Entry) -> bool:
    """Tell whether a reply of ours answers: not holding, not only thanks, or it carries an attachment."""
    signals = entry.signals
    if signals.has("put_off") and (signals.holding >= PUT_OFF or len(entry.text) < SHORT):
        return False
    if entry.attachments or grants(entry):
        return True
    only_thanks = signals.thanks >= YES > signals.asks and not any(map(signals.has, GIVEN))
    return signals.holding < YES and not only_thanks


def hands_over(entry: Entry) -> bool:
    """Tell whether a reply brings with it what was waited for, late perhaps, and sets no new date."""
    dated = any(promise.due for promise in entry.signals.promises)
    return entry.attachments > 0 and has_substance(entry) and entry.signals.has("encloses") and not dated


def grants(entry: Entry) -> bool:
    """Tell whether a reply gives what was asked for by its words: a discount, a guarantee, something for free."""
    return any(
        promise.due is None and GRANTED.intersection(promise.kinds) for promise in entry.signals.promises
    )


def asks_back(entry: Entry) -> bool:
    """Tell whether *entry* asks the contact something that they must answer before we can go on."""
    return entry.signals.has("question_back") or (entry.signals.asks >= YES and "?" in entry.text)


def _reaches_by_list(book: Book, entry: Entry) -> bool:
    """A reply to the list that a request came through reaches its asker."""
    return not entry.lists.isdisjoint(book.shelf.begun.get(entry.thread, ()))


def _addressed(book: Book, entry: Entry, waiting: list[Open]) -> list[Open]:
    """Keep what the mail's recipients asked: the asker, their organisation, or the list it came through."""
    return [
        known
        for known in waiting
        if book.customer in entry.to_customers
        or known.request.contact in entry.recipients
        or (known.lists & entry.lists and _speaks_to(known, entry))
    ]


def _speaks_to(known: Open, entry: Entry) -> bool:
    """A reply to a list speaks to the asker who is named, or, where nobody is, who spoke last and not a helper."""
    if not entry.to_customers or peers.is_meant(known.request, entry):
        return True
    return not peers.greeting_of(entry) and known.request.steps[-1].kind != "peer_replied"


def _elsewhere(book: Book, entry: Entry) -> list[Open]:
    """Return requests of the recipients in other threads whose matter the mail treats."""
    return [
        known
        for known in book.shelf.waiting_of_matter(entry)
        if (known.request.contact in entry.recipients or book.customer in entry.to_customers)
        and entry.thread not in known.threads
    ]


def _reply(book: Book, entry: Entry, here: list[Open], there: list[Open]) -> None:
    targets = here or there
    contact = targets[0].request.contact if targets else _first_contact(book, entry)
    active = promises.active_in(book, entry, entry.recipients)
    answers = has_substance(entry) or names_price(entry, targets)
    moved = bool(active) and not hands_over(entry) and (entry.signals.has("moved") or not answers)
    if answers:
        _answer(book, entry, here, there)
        if entry.signals.has("cannot") and not entry.signals.promises:
            promises.withdraw(book, entry, active)
        elif not moved:
            for promise in active:
                promises.keep(promise, entry, "substance")
    else:
        for known in targets:
            known.note(
                "held", entry, "put_off" if any(map(entry.signals.has, PUTTING_OFF)) else "no_substance"
            )
    promises.make(book, entry, contact, targets[-1] if targets else None, moves=active if moved else [])


def _answer(book: Book, entry: Entry, here: list[Open], there: list[Open]) -> None:
    left = _left_open(entry, here)
    for known in here:
        if known in left:
            known.note("half_answered", entry, "half_answer")
        else:
            known.note("answered", entry, "question_back" if asks_back(entry) else "substance")
            if entry.message_id:
                book.answered_by.setdefault(entry.message_id, []).append(known)
    for known in there:
        lost_headers = entry.answers_subject and known.request.subject.casefold() == entry.subject.casefold()
        if lost_headers or known.request.by_phone:
            known.note("answered", entry, "substance")
        else:
            known.note("elsewhere", entry, "new_thread")


def _left_open(entry: Entry, here: list[Open]) -> list[Open]:
    """Return the parts of one mail that the reply does not touch although it touches another part."""
    parts = [
        known for known in here if known.request.opened.evidence.key == here[0].request.opened.evidence.key
    ]
    if len(parts) < 2:
        return []
    if len(_POINTS.findall(entry.text)) + 1 >= len(parts) or len(entry.text) >= AT_LENGTH * len(parts):
        return []
    held = matter.telling(" ".join(p.quote for p in entry.signals.promises))
    touched = [
        known for known in parts if matter.overlap(known.asks_words, entry.words - held) >= PART_OVERLAP
    ]
    if not touched or len(touched) == len(parts):
        return []
    return [known for known in parts if known not in touched]


def _first_contact(book: Book, entry: Entry) -> str:
    theirs = [identity for identity in sorted(entry.recipients) if "@" in identity]
    domain = [identity for identity in theirs if identity.endswith(book.customer)]
    return (domain or theirs or [book.customer])[0]


def _read_internal(book: Book, entry: Entry) -> None:
    """Mail inside the team closes nothing: a manager's nudge counts, a forward is remembered.

    Who took a call and writes that the caller still waits reports another call.
    """
    waiting = book.shelf.waiting_in(entry.thread)
    if entry.role is Role.MANAGER and (entry.signals.has("manager_nudge") or entry.signals.asks >= YES):
        for known in waiting or book.shelf.last_waiting():
            known.note("manager_chased", entry, "manager_asked")
        return
    for known in waiting:
        if known.request.by_phone and entry.role is Role.TEAM and entry.signals.has("chaser"):
            known.note("chased", entry, "called_again")
        else:
            known.note("forwarded", entry, "inside_team")


def subject_matches(known: Open, entry: Entry) -> bool:
    """Tell whether the subjects of *known* and *entry* name the same thing."""
    return matter.overlap(known.subject_words, entry.subject_words) >= SUBJECT_OVERLAP
