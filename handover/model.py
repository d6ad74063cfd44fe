"""The words of the trade as types: what sources hand over, what parsing finds, what the ledger decides.

All moments are aware datetimes; stored and compared in UTC, shown in the reader's zone. Nothing here reads,
writes or computes; modules below import these types and not each other's.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import IntEnum, StrEnum
from typing import Any, Literal, NamedTuple

Language = Literal["de", "en"]
Automatic = Literal["auto_reply", "bounce", "list", "newsletter", "calendar", "receipt", "notification"]


class Severity(IntEnum):
    """How much a finding wants a person; ordered, so that ``max`` and ``>=`` say what they mean."""

    INFO = 1
    AMBER = 2
    RED = 3

    @property
    def word(self) -> str:
        return self.name.lower()


class FolderRole(StrEnum):
    """What a folder is for (RFC 6154 special use, or its name)."""

    INBOX = "inbox"
    SENT = "sent"
    DRAFTS = "drafts"
    JUNK = "junk"
    TRASH = "trash"
    ALL = "all"
    OTHER = "other"


class Address(NamedTuple):
    """One mailbox of a header: display name as written, address in lower case (``""`` when it has none)."""

    name: str
    address: str

    @property
    def domain(self) -> str:
        return self.address.rpartition("@")[2]


class Attachment(NamedTuple):
    """A leaf that is not text: file name (``""`` when none), media type, size in bytes (-1 unknown)."""

    name: str
    content_type: str
    size: int


@dataclass(frozen=True, slots=True)
class RawMessage:
    """What a source hands over: RFC 5322 bytes (perhaps reduced) and where they lie.

    *locator* finds the bytes again inside its source. *arrived* is IMAP's INTERNALDATE or None; for files
    the arrival is read from ``Received`` by the parser, never from the file's mtime.
    """

    locator: str
    folder: str
    role: FolderRole
    data: bytes
    arrived: datetime | None = None
    reduced: bool = False


@dataclass(frozen=True, slots=True)
class Skipped:
    """A message or event that could not be read, and why: *reason* is a stable word, *detail* for people."""

    locator: str
    folder: str
    reason: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class SignatureFacts:
    """What a signature says of its writer; empty strings where it says nothing."""

    name: str = ""
    function: str = ""
    phone: str = ""
    mobile: str = ""
    company: str = ""


@dataclass(frozen=True, slots=True)
class OutOfOffice:
    """What an out-of-office reply announces: the first day back, and whom to ask meanwhile."""

    back: date | None = None
    deputy: Address | None = None
    quote: str = ""


@dataclass(frozen=True, slots=True)
class PhoneNote:
    """A call, written down: by the owner with `note`, or by a colleague as a mail.

    *outcome* is one of ``callback`` (please call back), ``calls_again`` (RWA), ``no_message`` (KN),
    ``done`` (called back, settled), ``missed`` (we called, nobody there), ``info``.
    *due* is the moment until which a callback is asked for or was promised; *promised* tells which.
    """

    caller: str
    company: str = ""
    phone: str = ""
    address: str = ""
    for_: str = ""
    outcome: str = "callback"
    about: str = ""
    due: datetime | None = None
    promised: bool = False


@dataclass(frozen=True, slots=True)
class CalendarReply:
    """A text/calendar part of a mail: METHOD, UID, and the PARTSTAT of the sender where it is a reply."""

    method: str
    uid: str
    partstat: str = ""
    summary: str = ""
    start: datetime | None = None
    end: datetime | None = None


@dataclass(frozen=True, slots=True)
class Message:
    """One mail as the parser understands it. Identity is *key*; message-ids may be missing, doubled, forged.

    *date* is the best known moment of writing and *date_doubt* says where it came from when not from a sane
    ``Date`` header (``received``, ``arrival``, ``none``). *arrived* is what ``--now`` filters on. *from_* is
    the person: where a list or relay rewrote From, *via* holds the rewriting address and *from_.address* is
    the writer's own address if the mail tells it, else ``""``. Texts have LF line ends and no control
    characters. *lists* of addresses are capped; *damage* names what was wrong with the mail, in stable words.
    """

    key: str
    message_id: str | None
    in_reply_to: tuple[str, ...]
    references: tuple[str, ...]
    date: datetime
    date_doubt: str | None
    arrived: datetime
    from_: Address
    via: str
    reply_to: tuple[Address, ...]
    to: tuple[Address, ...]
    cc: tuple[Address, ...]
    bcc: tuple[Address, ...]
    subject: str
    new_text: str
    quoted_text: str
    signature: str
    facts: SignatureFacts
    attachments: tuple[Attachment, ...]
    automatic: Automatic | None
    automatic_why: str
    out_of_office: OutOfOffice | None
    bounce_of: tuple[str, ...]
    calendar: tuple[CalendarReply, ...]
    note: PhoneNote | None
    authentication: str
    damage: tuple[str, ...]
    size: int

    @property
    def recipients(self) -> tuple[Address, ...]:
        return self.to + self.cc + self.bcc


class PromiseText(NamedTuple):
    """A promise found in a text: its clause, when it falls due (None = vague), and the date words.

    *due* is aware; a day without a clock time is due at the end of that working day. *kinds* names what the
    writer may perhaps not promise alone: ``refund``, ``discount``, ``guarantee``, ``ceo``, ``free``;
    ``callback`` marks a promised call.
    """

    quote: str
    due: datetime | None
    due_text: str
    kinds: tuple[str, ...] = ()


class Ask(NamedTuple):
    """One thing a text asks for: its clause and, where it sets one, the moment it wants it by."""

    quote: str
    due: datetime | None = None


class Why(NamedTuple):
    """One reason of a signal: which signal, the clause that carried it, its weight, and the rule's code."""

    signal: str
    quote: str
    weight: float
    code: str = ""


class Mark(NamedTuple):
    """A family of words met in a text, with the clause it stands in; see `language.MARKS` for the codes."""

    code: str
    quote: str


@dataclass(frozen=True, slots=True)
class Signals:
    """What a text says, without knowing who speaks: probabilities 0..1, *tone* −1 (furious) … +1."""

    language: str
    tone: float = 0.0
    negative: float = 0.0
    urgent: float = 0.0
    complaint: float = 0.0
    asks: float = 0.0
    holding: float = 0.0
    thanks: float = 0.0
    promise: float = 0.0
    threat: float = 0.0
    promises: tuple[PromiseText, ...] = ()
    requests: tuple[Ask, ...] = ()
    marks: tuple[Mark, ...] = ()
    why: tuple[Why, ...] = ()

    def has(self, code: str) -> bool:
        """Tell whether the text holds a mark of the family *code*."""
        return any(mark.code == code for mark in self.marks)


@dataclass(frozen=True, slots=True)
class Event:
    """One occurrence of a calendar entry. *private* entries keep their times and lose their texts."""

    uid: str
    start: datetime
    end: datetime
    all_day: bool
    summary: str
    location: str = ""
    organizer: str = ""
    attendees: tuple[Address, ...] = ()
    partstats: tuple[tuple[str, str], ...] = ()
    busy: bool = True
    cancelled: bool = False
    recurring: bool = False
    private: bool = False
    calendar: str = ""
    damage: tuple[str, ...] = ()


class Role(StrEnum):
    """Who somebody is for this owner."""

    OWNER = "owner"
    TEAM = "team"
    MANAGER = "manager"
    CONTACT = "contact"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of the team, as the configuration describes them."""

    name: str
    addresses: tuple[str, ...]
    display_names: tuple[str, ...] = ()
    function: str = ""
    area: str = ""
    phone: str = ""
    language: str = ""
    zone: str = ""
    manager: bool = False
    deputy_for: tuple[str, ...] = ()
    second_deputy: str = ""

    @property
    def address(self) -> str:
        return self.addresses[0] if self.addresses else ""


@dataclass(frozen=True, slots=True)
class Customer:
    """A line of the customer list, or what the mail itself says where no list names it."""

    id: str
    name: str
    area: str = ""
    language: str = ""
    zone: str = ""
    region: str = ""
    vip: bool = False
    interrupt: bool = False
    answer_hours: float | None = None
    deputy: str = ""
    phone: str = ""


class Quote(NamedTuple):
    """A piece of evidence: the mail it stands in (key, message-id or None), when, from whom, its words."""

    key: str
    message: str | None
    date: datetime
    from_: str
    quote: str


class Step(NamedTuple):
    """One thing that happened to a request or a promise.

    *kind*: ``opened``, ``chased``, ``held``, ``auto_replied``, ``promised``, ``answered``, ``half_answered``,
    ``closed``, ``reopened``, ``elsewhere``, ``forwarded``, ``manager_chased``, ``escalated``, ``moved``,
    ``kept``, ``withdrawn``. *because* is a stable word for the rule that decided.
    """

    kind: str
    at: datetime
    because: str
    evidence: Quote


class RequestState(StrEnum):
    OPEN = "open"
    HELD = "held"
    PROMISED = "promised"
    ANSWERED = "answered"
    CLOSED = "closed"
    ELSEWHERE = "elsewhere"


class PromiseState(StrEnum):
    DUE = "due"
    KEPT = "kept"
    OVERDUE = "overdue"
    MOVED = "moved"
    WITHDRAWN = "withdrawn"
    VAGUE = "vague"


@dataclass(slots=True)
class Promise:
    """What the owner or the team said they would do, and what became of it.

    *slips* counts how often the date was moved; *due* is the newest date (None = vague); *dates* holds every
    date that was named, with the moment of naming it.
    """

    id: str
    customer: str
    contact: str
    request: str | None
    by: str
    made: Quote
    due: datetime | None
    due_text: str
    kinds: tuple[str, ...] = ()
    slips: int = 0
    steps: list[Step] = field(default_factory=list)
    dates: list[tuple[datetime, datetime | None]] = field(default_factory=list)


@dataclass(slots=True)
class Request:
    """One thing that one contact asked for: the unit that is answered or not.

    The state is not stored: it follows from *steps*, *promises* and the moment of asking (`ledger.state`).
    """

    id: str
    customer: str
    contact: str
    contact_name: str
    thread: str
    subject: str
    language: str
    quote: str
    asks: tuple[str, ...]
    steps: list[Step]
    promises: list[Promise] = field(default_factory=list)
    urgent: float = 0.0
    wanted_by: datetime | None = None
    by_phone: bool = False
    phone: str = ""
    first_contact: bool = False
    is_inquiry: bool = False
    is_solicitation: bool = False
    deleted: bool = False

    @property
    def opened(self) -> Step:
        return self.steps[0]


class Reason(NamedTuple):
    """One reason for a finding: a stable code, the values its sentence needs, and its weight 0..1."""

    code: str
    values: dict[str, Any]
    weight: float


class Assignee(NamedTuple):
    """Who should act, and why: *because* is ``deputy``, ``area`` or ``owner``."""

    address: str
    because: str


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check reports: one thing that a person should act on, with its evidence.

    Holds codes and facts; `render` makes the sentences. *title* and reasons are message ids with values.
    """

    id: str
    check: str
    severity: Severity
    customer: str | None
    contact: str | None
    assignee: Assignee
    key: str | None
    thread: str | None
    message: str | None
    event: str | None
    state: str | None
    since: datetime | None
    due: datetime | None
    waited_hours: float | None
    elapsed_hours: float | None
    chasers: int
    slips: int
    score: float
    title: str
    values: dict[str, Any]
    reasons: tuple[Reason, ...]
    evidence: tuple[Quote, ...]


class VerdictKind(StrEnum):
    DISMISS = "dismiss"
    SNOOZE = "snooze"
    CONFIRM = "confirm"


@dataclass(frozen=True, slots=True)
class Verdict:
    """A person's judgement of a finding, kept and respected."""

    finding: str
    kind: VerdictKind
    at: datetime
    because: str = ""
    until: datetime | None = None
    score: float | None = None


@dataclass(frozen=True, slots=True)
class Absence:
    """An absence of the owner: first and last day away, both inclusive, in the owner's zone."""

    first: date
    last: date
    deputies: tuple[tuple[str, str], ...] = ()
    source: str = ""


@dataclass(slots=True)
class Coverage:
    """What was looked at of one source; comes with every answer, so with every "nothing found"."""

    source: str
    folders: int = 0
    messages: int = 0
    skipped: int = 0
    oldest: datetime | None = None
    newest: datetime | None = None
    complete: bool = True
    skips: list[Skipped] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
