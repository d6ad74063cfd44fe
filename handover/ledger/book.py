"""The book of one customer: its contacts and our replies, read in order, become requests and promises.

Pure: entries in, facts out. A request belongs to the one contact who asked; a reply counts only if it went
to the asker or their organisation; machine mail neither opens nor answers.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from itertools import chain, islice
from typing import NamedTuple

from handover.ledger import matter
from handover.ledger.entry import Entry
from handover.ledger.habit import Habit, LastWord, Voice
from handover.ledger.parts import parts_of
from handover.ledger.pledges import Pledges
from handover.ledger.shelf import Open, Shelf, is_same_matter
from handover.ledger.talk import Reply, Tone
from handover.model import OutOfOffice, Promise, Request, RequestState, Role, Step

TEXT_OVERLAP = 0.5
YES = 0.5


@dataclass(slots=True)
class Facts:
    """What is known of one customer; everything else follows from it, `now` and the calendar."""

    customer: str
    requests: list[Request] = field(default_factory=list)
    promises: list[Promise] = field(default_factory=list)
    tones: list[Tone] = field(default_factory=list)
    replies: list[Reply] = field(default_factory=list)
    away: list[tuple[datetime, OutOfOffice]] = field(default_factory=list)
    first_contact: datetime | None = None
    last_contact: datetime | None = None
    habit: Habit | None = None
    """Of what lies long behind, where that is left out (`ledger.lately`)."""

    @property
    def begun(self) -> datetime | None:
        """When the oldest request was opened."""
        opened = [request.opened.at for request in self.requests]
        if self.habit is not None and (before := self.habit.begun()):
            opened.append(before)
        return min(opened, default=None)

    @property
    def last_word(self) -> LastWord | None:
        """The customer's last mail."""
        found = [LastWord(tone.at, tone.quote.key, tone.peace) for tone in self.tones[-1:]]
        if self.habit is not None and (before := self.habit.last_word()):
            found.append(before)
        return max(found, default=None)

    def voices(self, contact: str) -> list[Voice]:
        """Return how the mails of *contact* sounded, the oldest first; not what others wrote down for them."""
        tones = (tone for tone in self.tones if tone.contact == contact and not tone.told)
        found = [Voice(tone.at, tone.quote.key, tone.tone, tone.warmth) for tone in tones]
        if self.habit is not None and (before := self.habit.voices(contact)):
            found = sorted([*before, *found])
        return found


class Related(NamedTuple):
    """What a contact's mail is about: the requests that wait; if none, the last one of theirs that is answered."""

    waiting: list[Open]
    answered: Open | None = None


@dataclass(slots=True)
class Book:
    """The requests of one customer so far, and the two sides' last words in each thread."""

    owner: str
    customer: str
    facts: Facts
    shelf: Shelf = field(default_factory=Shelf)
    pledges: Pledges = field(default_factory=Pledges)
    our_question: set[str] = field(default_factory=set)
    answered_by: dict[str, list[Open]] = field(default_factory=dict)
    ours: set[str] = field(default_factory=set)
    heard: int = 0
    seen: set[str] = field(default_factory=set)
    begun_by_us: set[str] = field(default_factory=set)
    people: set[str] = field(default_factory=set)
    colleagues: set[str] = field(default_factory=set)
    openers: Mapping[str, str] = field(default_factory=dict)
    helpers: dict[str, set[str]] = field(default_factory=dict)

    def is_guest(self, thread: str) -> bool:
        """Tell whether another customer began *thread*."""
        return self.openers.get(thread, self.customer) != self.customer

    def knows(self, entry: Entry) -> bool:
        """Tell whether *entry* goes on with something: in a thread seen before, or by its subject."""
        return entry.thread in self.seen or entry.answers_subject

    def meet(self, entry: Entry) -> tuple[str, ...]:
        """Return the customer's people who take part in *entry* for the first time in a talk that has begun.

        Whoever of ours takes part is a known colleague from then on.
        """
        self.colleagues |= entry.ours if entry.customer == self.customer else {entry.sender, *entry.ours}
        parties = {entry.sender, *entry.recipients} if entry.customer == self.customer else entry.recipients
        theirs = {party for party in parties if party.rpartition("@")[2].endswith(self.customer)}
        new = theirs - self.people if entry.thread in self.seen and self.people else set()
        self.people |= theirs
        return tuple(sorted(new))

    def related(self, entry: Entry) -> Related:
        """Return the requests that *entry* of a contact may be about: same thread, else same contact and matter.

        Who asks again in other words means what they wait for most recently, if a word of it returns.
        """
        shelf, contact = self.shelf, entry.sender
        if entry.thread in shelf.threads:
            return Related(shelf.waiting_in(entry.thread), shelf.last_answered(entry.thread, contact))
        candidates = shelf.of_matter(entry, contact)
        if waiting := [known for known in candidates if known.waits and is_same_matter(known, entry)]:
            return Related(waiting)
        settled = (
            known for known in reversed(candidates) if not known.waits and is_same_matter(known, entry)
        )
        if (latest := next(settled, None)) is not None:
            answered = (known for known in chain((latest,), settled) if known.state is RequestState.ANSWERED)
            return Related([], next(answered, None))
        if not entry.signals.has("chaser"):
            return Related([])
        words = {word for word in entry.words | entry.subject_words if len(word) > 4}
        mine = reversed(shelf.lately_waiting(entry, contact))
        meant = (known for known in mine if not words.isdisjoint(known.words | known.subject_words))
        return Related(list(islice(meant, 1)))

    def open(self, entry: Entry, because: str, contact: str, name: str) -> list[Open]:
        """Open what *entry* asks for: one request, or several where the writer separates them."""
        opened = []
        parts = parts_of(entry.signals, entry.text)
        for number, (asks, text) in enumerate(parts):
            quotes = tuple(" ".join(ask.quote.split())[:280] for ask in asks)
            request = Request(
                id=request_id(self.owner, entry.key, number),
                customer=self.customer,
                contact=contact,
                contact_name=name,
                thread=entry.thread,
                subject=entry.subject,
                language=entry.signals.language,
                quote=quotes[0] if quotes else entry.quote().quote,
                asks=quotes,
                steps=[Step("opened", entry.at, because, entry.quote(quotes[0] if quotes else ""))],
                urgent=entry.signals.urgent,
                wanted_by=min((ask.due for ask in asks if ask.due), default=None),
                by_phone=entry.note is not None,
                phone=(entry.note.phone if entry.note else "") or entry.phone,
                first_contact=self.heard == 0 and not self.ours,
                is_inquiry=entry.signals.has("offer_asked"),
                is_solicitation=entry.signals.has("solicitation"),
                deleted=entry.deleted,
            )
            asked = matter.telling(text if len(parts) > 1 else " ".join(quotes))
            opened.append(self.shelf.open(request, entry, asked))
            self.facts.requests.append(request)
        return opened


def request_id(owner: str, key: str, part: int) -> str:
    """Return the stable id of a request: owner, the message that opened it, the part of that message."""
    raw = f"{owner}\0{key}\0{part}" if part else f"{owner}\0{key}"
    return hashlib.sha256(raw.encode("utf-8", "replace")).hexdigest()[:8]


def read(
    customer: str, entries: Iterable[Entry], *, owner: str, openers: Mapping[str, str] | None = None
) -> Facts:
    """Read the *entries* of one *customer* and return its facts.

    *entries* are all mails in which the customer is sender or recipient, phone notes of its callers, and
    internal mails of the same threads, in any order; *owner* is the owner's first address. *openers* tells
    which customer began a thread, where one did.
    """
    return read_in_order(customer, sorted(entries, key=in_order), owner=owner, openers=openers)


def in_order(entry: Entry) -> tuple[datetime, str]:
    """Return by what the entries of a customer are put in order."""
    return entry.at, entry.key


def read_in_order(
    customer: str, entries: Iterable[Entry], *, owner: str, openers: Mapping[str, str] | None = None
) -> Facts:
    """Do what `read` does with *entries* that come `in_order`: one by one, so that never all need be there."""
    from handover.ledger import contacts, peers, replies

    book = Book(owner, customer, Facts(customer), openers=openers or {})
    for entry in entries:
        if entry.note is not None and entry.role is not Role.CONTACT:
            if entry.customer == customer:
                contacts.read_note(book, entry)
        elif entry.role is Role.CONTACT:
            if entry.customer == customer:
                contacts.read_mail(book, entry)
            else:
                peers.read_mail(book, entry)
        elif entry.role is not Role.NOBODY:
            if entry.thread not in book.seen and not entry.answers_subject:
                book.begun_by_us.add(entry.thread)
            replies.read_mail(book, entry)
        if entry.automatic == "bounce":
            replies.read_bounce(book, entry)
        if entry.automatic != "auto_reply":  # its clock may run behind that of the mail it replies to
            book.seen.add(entry.thread)
    return book.facts
