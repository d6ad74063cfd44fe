"""The handover packet as data: what a deputy needs, who takes what, and from which mails it is known.

Every value can be kept as JSON (`codec.dumps`) and read back. An item is what a deputy accepts or objects to:
a request with its promises, a promise without a waiting request, an event, or a duty; its number and id stay
the same when the packet is built again. Everything else refers to items by number.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal, NamedTuple

from handover.model import Quote

ItemKind = Literal["request", "promise", "event", "duty"]


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence of ours before it has a language: a stable code, plain values, and its dates.

    *values* holds only texts and numbers; `render` knows the sentence of every *code*. A code with a point in
    it names a text of a check (``unanswered.waited``).
    """

    code: str
    values: dict[str, str | int | float] = field(default_factory=dict)
    at: datetime | None = None
    day: date | None = None
    until: date | None = None


class Colleague(NamedTuple):
    """Somebody of the team whom the packet names; *area* is what they cover here or know about."""

    address: str
    name: str
    function: str = ""
    area: str = ""
    phone: str = ""
    language: str = ""
    zone: str = ""
    manager: bool = False


class Deputy(NamedTuple):
    """Who covers, what (areas; none = everything), who stands in for them, and on which days they cannot."""

    who: Colleague
    areas: tuple[str, ...] = ()
    second: str = ""
    away: tuple[date, ...] = ()


class PromiseLine(NamedTuple):
    """One promise of an item. *kinds* names what the owner may perhaps not promise alone; ``callback`` is a call."""

    id: str
    state: str
    due: datetime | None
    due_text: str
    slips: int
    kinds: tuple[str, ...]
    made: Quote
    language: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that somebody takes over.

    *id* is ``request-…``, ``promise-…``, ``event-…`` or ``duty-…``; *number* is what people say ("3 geht
    nicht"). *assignee* is an address, *because* one of ``deputy`` (customer list), ``area``, ``has_it``
    (accepted, or in their calendar), ``replaces`` (the one named is away or double-booked), ``covers`` (takes
    everything else), ``manager``. *severity* is ``info``, ``amber`` or ``red``. *added* is the build in
    which it first appeared: an acceptance from before does not cover it. *asks* are the asker's clauses.
    """

    number: int
    id: str
    kind: ItemKind
    title: str
    severity: str
    state: str
    assignee: str
    because: str
    added: datetime
    customer: str = ""
    contact: str = ""
    contact_name: str = ""
    phone: str = ""
    language: str = ""
    since: datetime | None = None
    due: datetime | None = None
    chasers: int = 0
    instead_of: str = ""
    asks: tuple[str, ...] = ()
    promises: tuple[PromiseLine, ...] = ()
    reasons: tuple[Said, ...] = ()
    evidence: tuple[Quote, ...] = ()


class First(NamedTuple):
    """A line of page one: an item that needs somebody in the first two days, the day, and why.

    *also* are further items of the same customer for the same person on that day.
    """

    item: int
    day: date
    why: Said
    also: tuple[int, ...] = ()


class Contact(NamedTuple):
    """Somebody at a customer: what their signatures say of them."""

    name: str
    address: str
    function: str = ""
    phone: str = ""
    mobile: str = ""
    language: str = ""
    last: datetime | None = None


class Exchange(NamedTuple):
    """One mail of the last exchange; *ours* tells the side, *language* in what it is written."""

    ours: bool
    quote: Quote
    language: str = ""


class Meeting(NamedTuple):
    """A coming event with a customer; *item* is 0 where it lies outside the absence, so that nobody takes it."""

    start: datetime
    all_day: bool
    summary: str
    location: str = ""
    item: int = 0


class Where(NamedTuple):
    """A file or link that was exchanged with a customer, and the mail in which it lies."""

    name: str
    customer: str
    at: datetime
    from_: str
    ours: bool
    key: str
    message: str | None
    size: int = -1
    link: bool = False


@dataclass(frozen=True, slots=True)
class Dossier:
    """All about one customer, from their own mails only.

    *score* is 0..1 now, *trend* the last weeks' (oldest first), *tone* −1..1 of their last mails. *say* is what
    to tell a caller, *never* what must not be promised. *items* are numbers.
    """

    customer: str
    name: str
    assignee: str
    because: str
    area: str = ""
    language: str = ""
    zone: str = ""
    phone: str = ""
    vip: bool = False
    interrupt: bool = False
    answer_hours: float | None = None
    contacts: tuple[Contact, ...] = ()
    items: tuple[int, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    score: float = 0.0
    rising: bool = False
    trend: tuple[float, ...] = ()
    tone: float | None = None
    risks: tuple[Said, ...] = ()
    say: tuple[Said, ...] = ()
    never: tuple[Said, ...] = ()
    last: tuple[Exchange, ...] = ()
    where: tuple[Where, ...] = ()


@dataclass(frozen=True, slots=True)
class CalendarItem:
    """An event or duty inside the absence, by the number of its item.

    *source* is ``calendar`` or ``earlier`` (known only from what was sent at this time in earlier years or
    every week); *earlier* are those days. *problem* is ``""``, ``nobody``, ``holder_busy`` or ``holder_away``.
    *uid* is the event's own.
    """

    item: int
    start: datetime
    end: datetime
    all_day: bool
    summary: str
    location: str = ""
    customer: str = ""
    attendees: tuple[str, ...] = ()
    recurring: bool = False
    source: Literal["calendar", "earlier"] = "calendar"
    earlier: tuple[date, ...] = ()
    problem: str = ""
    uid: str = ""


class QuestionAnswer(NamedTuple):
    """A question that came again and again, and an answer that was really given."""

    question: Quote
    answer: Quote
    times: int
    asked: tuple[Quote, ...]
    language: str = ""


class Gap(NamedTuple):
    """What the program could not know, as a question to the owner; *answer* comes from the sidecar."""

    id: str
    question: Said
    answer: str = ""


class Finish(NamedTuple):
    """What the owner should do before leaving: *item* (0 = a reserved call without one), *by* when, and why.

    *kind* is ``callback`` (promised call), ``promise``, ``alone`` (no deputy can) or ``answer``.
    """

    kind: Literal["callback", "promise", "alone", "answer"]
    item: int
    by: datetime | None
    why: Said


class Change(NamedTuple):
    """What is different from the build before: ``added``, ``gone`` or ``changed`` (*said* tells what)."""

    kind: Literal["added", "gone", "changed"]
    item: int
    title: str
    said: Said | None = None


class Takeover(NamedTuple):
    """A meeting between owner and deputy: before the absence (``over``) or after it (``back``).

    *exists* tells that the calendar has it already; else it is a proposal in a gap of both calendars.
    """

    kind: Literal["over", "back"]
    deputy: str
    start: datetime
    end: datetime
    exists: bool = False


class Absent(NamedTuple):
    """The owner and their absence: first and last day away, and the first day back."""

    owner: Colleague
    first: date
    last: date
    back: date


@dataclass(frozen=True, slots=True)
class Packet:
    """The whole packet. *reader* is the address of the deputy it is for, ``""`` for all of them.

    *token* (``H-XXXX``) stands in the subject of the mail and in the answers to it. *escalation* are the
    colleagues to ask, in order. *warnings* come first on page one. *left_out* counts
    requests of sellers and recruiters, which nobody has to take over. *to_finish* is for the owner alone.
    *watches_deputies* tells that during the absence the program looks into deputies' mailboxes, too.
    """

    token: str
    built: datetime
    absent: Absent
    deputies: tuple[Deputy, ...]
    items: tuple[Item, ...] = ()
    first: tuple[First, ...] = ()
    warnings: tuple[Said, ...] = ()
    escalation: tuple[Colleague, ...] = ()
    colleagues: tuple[Colleague, ...] = ()
    dossiers: tuple[Dossier, ...] = ()
    calendar: tuple[CalendarItem, ...] = ()
    cancelled: tuple[Meeting, ...] = ()
    takeovers: tuple[Takeover, ...] = ()
    questions: tuple[QuestionAnswer, ...] = ()
    gaps: tuple[Gap, ...] = ()
    changes: tuple[Change, ...] = ()
    before: datetime | None = None
    reader: str = ""
    left_out: int = 0
    to_finish: tuple[Finish, ...] = ()
    watches_deputies: bool = False

    def item(self, number: int) -> Item | None:
        """Return the item with *number*."""
        return next((item for item in self.items if item.number == number), None)

    @property
    def names(self) -> dict[str, str]:
        """The names of everybody of the team whom the packet names, by address."""
        deputies = (deputy.who for deputy in self.deputies)
        known = (*self.colleagues, *self.escalation, *deputies, self.absent.owner)
        return {who.address: who.name for who in known if who.name}
