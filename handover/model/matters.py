"""What the ledger and the checks decide: requests, promises, findings, and a person's judgement of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import IntEnum, StrEnum
from typing import Any, NamedTuple


class Severity(IntEnum):
    """How much a finding wants a person; ordered, so that ``max`` and ``>=`` say what they mean."""

    INFO = 1
    AMBER = 2
    RED = 3

    @property
    def word(self) -> str:
        return self.name.lower()


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
    ``closed``, ``reopened``, ``elsewhere``, ``peer_answered`` (by another contact), ``peer_replied`` (one
    wrote, the asker said nothing of it), ``forwarded``,
    ``manager_chased``, ``escalated``, ``moved``, ``kept``, ``withdrawn``. *because* is a stable word for the rule
    that decided.
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
    contact_name: str = ""


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
    """A person's judgement of a finding, kept and respected.

    *score*, *severity* and *reasons* (codes) are those that the finding had then; older judgements lack them.
    """

    finding: str
    kind: VerdictKind
    at: datetime
    because: str = ""
    until: datetime | None = None
    score: float | None = None
    severity: str = ""
    reasons: tuple[str, ...] = ()
