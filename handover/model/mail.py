"""Mail as sources hand it over and as the parser understands it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Literal, NamedTuple

Automatic = Literal["auto_reply", "bounce", "list", "newsletter", "calendar", "receipt", "notification"]


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
