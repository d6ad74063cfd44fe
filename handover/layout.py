"""Lay out the example mailbox: threads written as text become a Maildir tree of real messages.

One ``NN-slug.mail`` file is one thread::

    # a comment for the reader
    --- INBOX a
    From: Petra Schulz <petra.schulz@klein-metallbau.example>
    To: Sabine Kögel <sabine.koegel@fuggerfeld.example>
    Date: 2026-11-09 09:12 +0100
    Subject: Liefertermin?

    Guten Tag Frau Kögel, …
    --- Sent b re a

``re a`` answers mail *a* of the same file. Any header may be given; one that is given empty is left out
(``Message-ID:`` for a mail without). A line ``{{quote a}}`` inserts mail *a* as the client would. Directives,
never part of the mail: ``X-Layout``, ``X-Client``, ``X-Charset``, ``X-Arrived``, ``X-Attach: NAME SIZE``,
``X-Calendar: FILE.ics`` (beside the thread), ``X-Rule: none|line|text`` (what Outlook draws above a quote) and
``X-Report: bounce b ADDRESS | delivered b ADDRESS | read b`` (a report on mail *b*).

The same text always becomes the same bytes. It is no mail program: attachments are placeholders with the right
name, and nothing here reads mail back.
"""

from __future__ import annotations

import base64
import hashlib
import html
import os
import quopri
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from email.header import Header
from email.message import Message
from email.utils import format_datetime, formataddr, getaddresses
from itertools import groupby
from pathlib import Path
from zoneinfo import ZoneInfo

FOLDERS = {"INBOX": "", "Sent": ".Sent", "Projekt": ".Projekt"}
CHOICES = {
    "x-layout": ("plain", "html", "alternative"),
    "x-rule": ("none", "line", "text"),
    "x-client": tuple(f"{f}-{lang}" for f in ("outlook", "gmail", "apple", "thunderbird") for lang in ("de", "en")),
}
DIRECTIVES = {*CHOICES, "x-charset", "x-arrived", "x-attach", "x-calendar", "x-report"}
ADDRESSES = {"from", "to", "cc", "bcc", "reply-to", "sender", "resent-from", "resent-to"}
SERVER_ZONE = ZoneInfo("Europe/Berlin")
ATTACHMENT_CAP = 2048
LONGEST_LINE = 990  # RFC 5322, 2.1.1: 998 without the line end

WEEKDAYS = {
    "de": ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
MONTHS = {
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split(),
    "en": "January February March April May June July August September October November December".split(),
}
SHORT_MONTHS = {
    "de": "Jan. Feb. März Apr. Mai Juni Juli Aug. Sept. Okt. Nov. Dez.".split(),
    "en": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(),
}
LABELS = {"de": ("Von", "Gesendet", "An", "Cc", "Betreff"), "en": ("From", "Sent", "To", "Cc", "Subject")}
RULES = {
    "none": {"de": "", "en": ""},
    "line": {"de": "_" * 32, "en": "_" * 32},
    "text": {"de": "-----Ursprüngliche Nachricht-----", "en": "-----Original Message-----"},
}
FORWARDED = {
    ("gmail", "de"): "---------- Forwarded message ---------",
    ("gmail", "en"): "---------- Forwarded message ---------",
    ("apple", "de"): "Anfang der weitergeleiteten Nachricht:",
    ("apple", "en"): "Begin forwarded message:",
    ("thunderbird", "de"): "-------- Weitergeleitete Nachricht --------",
    ("thunderbird", "en"): "-------- Forwarded Message --------",
}
MAILERS = {
    "outlook": ("X-Mailer", "Microsoft Outlook 16.0"),
    "apple": ("X-Mailer", "Apple Mail (2.3774.600.62)"),
    "thunderbird": ("User-Agent", "Mozilla Thunderbird"),
}
TRANSFER = {"outlook": "base64", "thunderbird": "8bit"}
MEDIA_TYPES = {
    "pdf": "application/pdf", "png": "image/png", "jpg": "image/jpeg", "zip": "application/zip",
    "csv": "text/csv", "txt": "text/plain", "mp4": "video/mp4", "dwg": "image/vnd.dwg",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}  # fmt: skip
UNITS = {"b": 1, "kb": 1024, "mb": 1024 * 1024}

_NAME = re.compile(r"\d\d-[a-z0-9-]+")
_START = re.compile(r"--- (\S+) (\S+)(?: re (\S+))?")
_QUOTE = re.compile(r"\{\{quote (\S+)\}\}")
_SIZE = re.compile(r"(\S.*) (\d+) ?(b|kb|mb)", re.IGNORECASE)
_ANSWERED = re.compile(r"(?:(?:re|aw): ?)+", re.IGNORECASE)
_FORWARD = re.compile(r"(?:wg|fwd?): ", re.IGNORECASE)


class LayoutError(ValueError):
    """A mistake in a thread file, with its place."""

    def __init__(self, path: Path, line: int, reason: str) -> None:
        super().__init__(f"{path}:{line}: {reason}")
        self.path = path
        self.line = line


@dataclass(frozen=True)
class Summary:
    """What was laid out: threads (files), messages, and messages per folder."""

    threads: int
    messages: int
    folders: Mapping[str, int]


@dataclass
class _Mail:
    """One mail as written. *headers* are (name, value, line); *thread* holds the mails above it, by handle."""

    path: Path
    line: int
    folder: str
    handle: str
    parent: _Mail | None
    thread: Mapping[str, _Mail]
    headers: list[tuple[str, str, int]] = field(default_factory=list)
    body: list[str] = field(default_factory=list)

    def all(self, name: str) -> list[str]:
        return [value for key, value, _ in self.headers if key.lower() == name.lower()]

    def one(self, name: str, default: str = "") -> str:
        return next(iter(self.all(name)), default)

    def mistake(self, reason: str, header: str = "") -> LayoutError:
        line = next((at for key, _, at in self.headers if key.lower() == header.lower()), self.line)
        return LayoutError(self.path, line, reason)

    def moment(self, header: str) -> datetime:
        try:
            when = datetime.fromisoformat(self.one(header).replace(" +", "+").replace(" -", "-"))
        except ValueError:
            when = datetime.min
        if when.tzinfo is None:
            raise self.mistake(f"{header} wants the form '2026-11-09 09:12 +0100'", header)
        return when

    @property
    def date(self) -> datetime:
        return self.moment("Date")

    @property
    def arrived(self) -> datetime:
        return self.moment("X-Arrived" if self.one("X-Arrived") else "Date")

    @property
    def sender(self) -> tuple[str, str]:
        return getaddresses([self.one("From")])[0]

    @property
    def client(self) -> tuple[str, str]:
        """The family and language of the mail program; German Outlook where none is named."""
        family, _, language = self.one("X-Client", "outlook-de").partition("-")
        return family, language

    @property
    def american(self) -> bool:
        """Say whether this writer's clock is west of Greenwich, where dates are written month first."""
        offset = self.date.utcoffset()
        return offset is not None and offset.total_seconds() < 0

    @property
    def subject(self) -> str:
        if self.parent is None or self.all("Subject"):
            return self.one("Subject")
        prefix = "AW: " if self.one("X-Client") == "outlook-de" else "Re: "
        return prefix + _ANSWERED.sub("", self.parent.subject, count=1)

    @property
    def message_id(self) -> str:
        made = f"<{self.path.stem}.{self.handle}@{self.sender[1].rpartition('@')[2]}>"
        return self.one("Message-ID", made)

    @property
    def references(self) -> list[str]:
        if self.parent is None:
            return []
        return [known for known in (*self.parent.references, self.parent.message_id) if known]

    def quoted(self, line: str) -> _Mail | None:
        return self.thread[found[1]] if (found := _QUOTE.fullmatch(line.strip())) else None

    def digest(self, salt: str) -> bytes:
        return hashlib.sha256(f"{self.path.stem}.{self.handle}/{salt}".encode()).digest()


def lay_out(source: Path, target: Path) -> Summary:
    """Write every ``*.mail`` thread of folder *source* as a Maildir++ tree into *target*.

    Files get their mail's arrival as modification time. Raises LayoutError for a mistake in a thread.
    """
    threads = [read_thread(path) for path in sorted(source.glob("*.mail"))]
    for folder in FOLDERS.values():
        for part in ("cur", "new", "tmp"):
            (target / folder / part).mkdir(parents=True, exist_ok=True)
    for mail in (mail for thread in threads for mail in thread):
        arrived = int(mail.arrived.timestamp())
        path = target / FOLDERS[mail.folder] / "cur" / f"{arrived}.{mail.path.stem}.{mail.handle}:2,S"
        path.write_bytes(_build(mail))
        os.utime(path, (arrived, arrived))
    folders = Counter(mail.folder for thread in threads for mail in thread)
    return Summary(len(threads), sum(folders.values()), dict(folders))


def read_thread(path: Path) -> list[_Mail]:
    """Read one thread file and check what can be checked before anything is written."""
    if not _NAME.fullmatch(path.stem):
        raise LayoutError(path, 1, "the name of a thread file is NN-slug.mail, in lower case")
    thread: dict[str, _Mail] = {}
    in_headers = False
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), start=1):
        if start := _START.fullmatch(line):
            thread[start[2]] = _started(path, number, start, thread)
            in_headers = True
        elif not thread:
            if line.strip() and not line.startswith("#"):
                raise LayoutError(path, number, "before the first mail only comments (#) may stand")
        elif in_headers and line:
            _take_header(_last(thread), line, number)
        elif in_headers:
            in_headers = False
        else:
            _last(thread).body.append(line)
    if not thread:
        raise LayoutError(path, 1, "no mail in this file; one starts with '--- INBOX a'")
    for mail in thread.values():
        _check(mail)
    return list(thread.values())


def _last(thread: Mapping[str, _Mail]) -> _Mail:
    return next(reversed(thread.values()))


def _started(path: Path, number: int, start: re.Match[str], thread: dict[str, _Mail]) -> _Mail:
    folder, handle, parent = start.groups()
    if folder not in FOLDERS:
        raise LayoutError(path, number, f"unknown folder '{folder}'; there are {', '.join(FOLDERS)}")
    if handle in thread:
        raise LayoutError(path, number, f"the handle '{handle}' is taken in this file")
    if parent and parent not in thread:
        raise LayoutError(path, number, f"'re {parent}' answers a mail that does not stand above it")
    return _Mail(path, number, folder, handle, thread.get(parent or ""), dict(thread))


def _take_header(mail: _Mail, line: str, number: int) -> None:
    name, colon, value = line.partition(":")
    if line[0] in " \t" and mail.headers:
        name, before, at = mail.headers.pop()
        mail.headers.append((name, f"{before} {line.strip()}", at))
    elif not colon or not name.isascii() or " " in name:
        raise LayoutError(mail.path, number, f"'{line}' is no header; an empty line ends the headers")
    else:
        mail.headers.append((name, value.strip(), number))


def _check(mail: _Mail) -> None:
    for name in ("From", "To", "Date"):
        if not mail.one(name):
            raise mail.mistake(f"{name} is missing")
    if mail.parent is None and not mail.all("Subject"):
        raise mail.mistake("Subject is missing; an empty one is written 'Subject:'")
    for name, allowed in CHOICES.items():
        if mail.all(name) and mail.one(name) not in allowed:
            raise mail.mistake(f"{name} is one of {', '.join(allowed)}, not '{mail.one(name)}'", name)
    for name, value, number in mail.headers:
        if name.lower() in ADDRESSES and value and not value.endswith(":;"):
            if any("@" not in address for _, address in getaddresses([value])):
                raise LayoutError(mail.path, number, f"'{value}' is no list of addresses")
        if name.lower() == "x-attach" and not _SIZE.fullmatch(value):
            raise LayoutError(mail.path, number, "X-Attach wants NAME SIZE, such as 'Plan.pdf 48 kB'")
        if name.lower() == "x-calendar" and not (mail.path.parent / value).is_file():
            raise LayoutError(mail.path, number, f"there is no calendar file '{value}'")
        if name.lower() == "x-report" and not _is_report(mail, value.split()):
            raise LayoutError(mail.path, number, "X-Report is 'bounce b ADDRESS', 'delivered b ADDRESS' or 'read b'")
    for number, line in enumerate(mail.body, start=mail.line + len(mail.headers) + 2):
        if (found := _QUOTE.fullmatch(line.strip())) and found[1] not in mail.thread:
            raise LayoutError(mail.path, number, f"'{line}' quotes a mail that does not stand above it")
        if "{{" in line and not found and line.strip() != "{{below}}":
            raise LayoutError(mail.path, number, f"'{line}' is neither {{{{quote x}}}} nor {{{{below}}}}")
    assert mail.date and mail.arrived  # raise for a date in another form


def _is_report(mail: _Mail, words: list[str]) -> bool:
    wanted = {"bounce": 3, "delivered": 3, "read": 2}
    return len(words) >= 2 and wanted.get(words[0]) == len(words) and words[1] in mail.thread
