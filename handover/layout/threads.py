"""A thread as written in a ``.mail`` file: reading it, and saying where it is wrong.

What the headers mean is decided here; what a mail looks like to a mail program is not.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

FOLDERS = {"INBOX": "", "Sent": ".Sent", "Projekt": ".Projekt"}
FAMILIES = ("outlook", "gmail", "apple", "thunderbird")
CHOICES = {
    "x-layout": ("plain", "html", "alternative"),
    "x-rule": ("none", "line", "text"),
    "x-client": tuple(f"{family}-{language}" for family in FAMILIES for language in ("de", "en")),
}
DIRECTIVES = {*CHOICES, "x-charset", "x-arrived", "x-attach", "x-calendar", "x-report"}
ADDRESSES = {"from", "to", "cc", "bcc", "reply-to", "sender", "resent-from", "resent-to"}
REPORTS = {"bounce": 3, "delivered": 3, "read": 2}

_NAME = re.compile(r"\d\d-[a-z0-9-]+")
_START = re.compile(r"--- (\S+) (\S+)(?: re (\S+))?")
_QUOTE = re.compile(r"\{\{quote (\S+)\}\}")
_BELOW = "{{below}}"
_ADDRESS = re.compile(r"[^\s@<>]+@[^\s@<>]+")
_SIZE = re.compile(r"(\S.*) (\d+)(?: ?(kB|MB))?")
_ANSWERED = re.compile(r"(?:(?:re|aw): ?)+", re.IGNORECASE)


class LayoutError(ValueError):
    """A mistake in a thread file, with its place."""

    def __init__(self, path: Path, line: int, reason: str) -> None:
        super().__init__(f"{path}:{line}: {reason}")
        self.path = path
        self.line = line


@dataclass
class Mail:
    """One mail as written: *headers* are (name, value, line), *thread* holds the mails above it by handle."""

    path: Path
    line: int
    folder: str
    handle: str
    parent: Mail | None
    thread: Mapping[str, Mail]
    headers: list[tuple[str, str, int]] = field(default_factory=list)
    body: list[str] = field(default_factory=list)
    body_line: int = 0

    def all(self, name: str) -> list[str]:
        return [value for key, value, _ in self.headers if key.lower() == name.lower()]

    def one(self, name: str, default: str = "") -> str:
        return next(iter(self.all(name)), default)

    def mistake(self, reason: str, header: str = "") -> LayoutError:
        line = next((at for key, _, at in self.headers if key.lower() == header.lower()), self.line)
        return LayoutError(self.path, line, reason)

    @property
    def date(self) -> datetime:
        return self._moment("Date")

    @property
    def arrived(self) -> datetime:
        return self._moment("X-Arrived" if self.one("X-Arrived") else "Date")

    @property
    def sender(self) -> tuple[str, str]:
        """Display name and address."""
        return addresses(self.one("From"))[0]

    @property
    def domain(self) -> str:
        return self.sender[1].rpartition("@")[2]

    @property
    def client(self) -> tuple[str, str]:
        """The family and language of the mail program; German Outlook where none is named."""
        family, _, language = self.one("X-Client", "outlook-de").partition("-")
        return family, language

    @property
    def subject(self) -> str:
        if self.parent is None or self.all("Subject"):
            return self.one("Subject")
        prefix = "AW: " if self.one("X-Client") == "outlook-de" else "Re: "
        return prefix + _ANSWERED.sub("", self.parent.subject, count=1)

    @property
    def message_id(self) -> str:
        """As given, else made from file name, handle and the sender's domain; empty when given empty."""
        return self.one("Message-ID", f"<{self.path.stem}.{self.handle}@{self.domain}>")

    @property
    def references(self) -> list[str]:
        if self.parent is None:
            return []
        return [known for known in (*self.parent.references, self.parent.message_id) if known]

    @property
    def lines(self) -> list[str]:
        """The body without the marks that only say where things stand, and without blank lines around it."""
        return "\n".join(line for line in self.body if line.strip() != _BELOW).strip("\n").split("\n")

    def quoted(self, line: str) -> Mail | None:
        """Return the mail that *line* asks to quote."""
        return self.thread[found[1]] if (found := _QUOTE.fullmatch(line.strip())) else None

    def attachments(self) -> list[tuple[str, int]]:
        """Return name and size in bytes of each attachment."""
        found = (_SIZE.fullmatch(value) for value in self.all("X-Attach"))
        units = {None: 1, "kB": 1024, "MB": 1024 * 1024}
        return [(match[1], int(match[2]) * units[match[3]]) for match in found if match]

    def _moment(self, header: str) -> datetime:
        try:
            return datetime.strptime(self.one(header), "%Y-%m-%d %H:%M %z")
        except ValueError as error:
            raise self.mistake(f"{header} wants the form '2026-11-09 09:12 +0100'", header) from error


def read_thread(path: Path) -> list[Mail]:
    """Read one thread file, in the order of the file; raise LayoutError at the first mistake."""
    if not _NAME.fullmatch(path.stem):
        raise LayoutError(path, 1, "the name of a thread file is NN-slug.mail, in lower case")
    thread: dict[str, Mail] = {}
    in_headers = False
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), start=1):
        if start := _START.fullmatch(line):
            mail = thread[start[2]] = _started(path, number, start, thread)
            in_headers = True
        elif not thread:
            if line.strip() and not line.startswith("#"):
                raise LayoutError(path, number, "before the first mail only comments (#) may stand")
        elif in_headers and line:
            _take_header(mail, line, number)
        elif in_headers:
            in_headers, mail.body_line = False, number + 1
        else:
            mail.body.append(line)
    if not thread:
        raise LayoutError(path, 1, "no mail in this file; one starts with '--- INBOX a'")
    for mail in thread.values():
        _check_headers(mail)
        _check_body(mail)
    return list(thread.values())


def _started(path: Path, number: int, start: re.Match[str], thread: Mapping[str, Mail]) -> Mail:
    folder, handle, parent = start.groups()
    if folder not in FOLDERS:
        raise LayoutError(path, number, f"unknown folder '{folder}'; there are {', '.join(FOLDERS)}")
    if handle in thread:
        raise LayoutError(path, number, f"the handle '{handle}' is taken in this file")
    if parent and parent not in thread:
        raise LayoutError(path, number, f"'re {parent}' answers a mail that does not stand above it")
    return Mail(path, number, folder, handle, thread.get(parent or ""), dict(thread))


def _take_header(mail: Mail, line: str, number: int) -> None:
    name, colon, value = line.partition(":")
    if line[0] in " \t" and mail.headers:
        name, before, at = mail.headers.pop()
        mail.headers.append((name, f"{before} {line.strip()}", at))
    elif not colon or not name.isascii() or " " in name:
        raise LayoutError(mail.path, number, f"'{line}' is no header; an empty line ends the headers")
    else:
        mail.headers.append((name, value.strip(), number))


def _check_headers(mail: Mail) -> None:
    for name in ("From", "To", "Date"):
        if not mail.one(name):
            raise mail.mistake(f"{name} is missing")
    if mail.parent is None and not mail.all("Subject"):
        raise mail.mistake("Subject is missing; an empty one is written 'Subject:'")
    for header, value, number in mail.headers:
        if problem := _problem(mail, header.lower(), value):
            raise LayoutError(mail.path, number, problem)
    assert mail.date <= mail.arrived or mail.one("X-Arrived")  # reads both, and so raises for another form


def _problem(mail: Mail, name: str, value: str) -> str:
    if name in CHOICES and value not in CHOICES[name]:
        return f"{name} is one of {', '.join(CHOICES[name])}, not '{value}'"
    if name in ADDRESSES and value and not _are_addresses(value):
        return f"'{value}' is no list of addresses"
    if name == "x-attach" and not _SIZE.fullmatch(value):
        return "X-Attach wants NAME SIZE, such as 'Plan.pdf 48 kB' or 'Plan.pdf 49152'"
    if name == "x-calendar" and not (mail.path.parent / value).is_file():
        return f"there is no calendar file '{value}' beside the thread"
    words = value.split()
    if name == "x-report" and (REPORTS.get(words[0]) != len(words) or words[1] not in mail.thread):
        return "X-Report is 'bounce b ADDRESS', 'delivered b ADDRESS' or 'read b', of a mail above"
    return ""


def addresses(value: str) -> list[tuple[str, str]]:
    """Split an address header into display names and addresses; a name may hold a comma without quotes."""
    found, held = [], ""
    for piece in value.split(","):
        held += piece
        if "@" in piece:
            name, _, address = held.rpartition("<")
            found.append((name.strip().strip('"'), address.strip().removesuffix(">")))
            held = ""
        else:
            held += ","
    return found if not held.strip(" ,") else [*found, (held, "")]


def _are_addresses(value: str) -> bool:
    return value.endswith(":;") or all(_ADDRESS.fullmatch(address) for _, address in addresses(value))


def _check_body(mail: Mail) -> None:
    charset = mail.one("X-Charset", "utf-8")
    for number, line in enumerate(mail.body, start=mail.body_line):
        found = _QUOTE.fullmatch(line.strip())
        if found and found[1] not in mail.thread:
            raise LayoutError(mail.path, number, f"'{line}' quotes a mail that does not stand above it")
        if "{{" in line and not found and line.strip() != _BELOW:
            raise LayoutError(mail.path, number, f"'{line}' is neither {{{{quote x}}}} nor {_BELOW}")
        try:
            line.encode(charset)
        except (LookupError, UnicodeEncodeError) as error:
            raise LayoutError(mail.path, number, f"cannot be written in {charset}: {error}") from error
