"""What a person did, as the journal keeps it. Each kind has an id; a newer entry with the same id replaces it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from handover.model import PhoneNote


@dataclass(frozen=True, slots=True)
class Note:
    """A phone note that was written down with `handover note`. *state* is ``open`` or ``done``."""

    id: str
    at: datetime
    text: str
    note: PhoneNote
    state: str = "open"
    changed: datetime | None = None


@dataclass(frozen=True, slots=True)
class Packet:
    """A handover packet that was built. *content* is JSON, *items* the ids of what can be accepted one by one."""

    token: str
    at: datetime
    first: date
    last: date
    deputies: tuple[tuple[str, str], ...] = ()
    items: tuple[str, ...] = ()
    content: str = ""


@dataclass(frozen=True, slots=True)
class Delivery:
    """One mail of ours: entered as ``intended`` before it is sent, then ``sent``, ``failed`` or ``perhaps_twice``.

    Mails about no packet have a name in its place (``briefing 2026-W47``); theirs are ``kept`` until they are handed
    to a server, and ``given_up`` when that took too long.
    """

    message_id: str
    at: datetime
    packet: str
    recipient: str
    state: str = "intended"
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Receipt:
    """What came back on a packet, copied when it was first seen.

    *kind*: ``opened``, ``accepted``, ``declined``, ``objected``, ``auto_reply``, ``bounced``, ``by_word``. *item* is
    ``""`` for the whole packet. *verified* names the server that vouches for the sender, ``""`` when none does.
    """

    packet: str
    kind: str
    by: str
    at: datetime
    item: str = ""
    key: str = ""
    quote: str = ""
    verified: str = ""


@dataclass(frozen=True, slots=True)
class Slot:
    """A time at which somebody was promised a call."""

    id: str
    start: datetime
    end: datetime
    contact: str
    made: datetime
    request: str = ""
    released: bool = False


@dataclass(frozen=True, slots=True)
class Briefing:
    """The findings of one week's briefing (JSON), for telling what changed since."""

    week: str
    at: datetime
    findings: str = "[]"


@dataclass(frozen=True, slots=True)
class Lesson:
    """What judgements taught about a check: findings with *reason*, or those with a score *below*, come quieter.

    Of *of* judgements of the check, *judged* were about such findings, and *dismissed* of these were dismissals.
    """

    check: str
    reason: str = ""
    below: float = 0.0
    judged: int = 0
    dismissed: int = 0
    of: int = 0

    @property
    def id(self) -> str:
        return f"{self.check}:{self.reason or 'score'}"


@dataclass(frozen=True, slots=True)
class RecordEntry:
    """One link of the record's chain. *content* is None when it was deleted; its salted digest stays."""

    number: int
    at: datetime
    kind: str
    digest: str
    previous: str
    hash: str
    content: str | None = field(default=None, compare=False)
