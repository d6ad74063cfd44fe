"""The bytes of a calendar as components: unfolded lines of the properties we use, and nothing else.

Tolerant where people's programs are sloppy (byte order mark, any line end, missing END, two encodings in one
file) and bounded everywhere: long lines are cut, nesting costs a counter, alarms and attachments are never
kept. What the values mean is not known here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from io import BytesIO

MAX_LINE = 64 * 1024
MAX_LINES = 600_000
MAX_REPEATS = {"ATTENDEE": 500, "EXDATE": 2000, "RDATE": 2000, "RRULE": 2}
MAX_ZONE_LINES = 2000

EVENT_PROPERTIES = frozenset(
    "UID DTSTART DTEND DURATION RRULE RDATE EXDATE EXRULE RECURRENCE-ID SEQUENCE DTSTAMP SUMMARY LOCATION ORGANIZER "
    "ATTENDEE STATUS TRANSP CLASS X-CALENDARSERVER-ACCESS X-MICROSOFT-CDO-BUSYSTATUS X-MICROSOFT-CDO-ALLDAYEVENT "
    "X-MICROSOFT-MSNCALENDAR-ALLDAYEVENT".split()
)
ZONE_PROPERTIES = frozenset(
    "BEGIN END TZID TZID-ALIAS-OF X-LIC-LOCATION DTSTART RRULE RDATE TZOFFSETFROM TZOFFSETTO".split()
)
CALENDAR_PROPERTIES = frozenset({"METHOD", "X-WR-CALNAME", "X-WR-TIMEZONE"})


@dataclass(slots=True)
class Component:
    """A VEVENT or VTIMEZONE: by property name, what follows the name (``;PARAMETER=…:value``), unfolded.

    *lines* holds a VTIMEZONE's lines in order, because its observances are nested. *method* is that of the
    calendar around it.
    """

    name: str
    number: int
    method: str = ""
    properties: dict[str, list[str]] = field(default_factory=dict)
    lines: list[tuple[str, str]] = field(default_factory=list)
    damage: list[str] = field(default_factory=list)

    def first(self, name: str) -> str:
        """Return the first property of this *name*, or ``""``."""
        found = self.properties.get(name)
        return found[0] if found else ""


@dataclass(slots=True)
class Head:
    """What a file says of itself: the first METHOD, name and zone of its calendars; whether it is one at all."""

    is_calendar: bool = False
    properties: dict[str, str] = field(default_factory=dict)
    cut: bool = False


def scan(data: bytes, head: Head) -> Iterator[Component]:
    """Yield the VEVENTs and VTIMEZONEs of a calendar in the order of the file, and fill *head* on the way."""
    current: Component | None = None
    inner = number = 0
    method = ""
    for name, rest in _properties(_unfolded(_lines(data), head)):
        if name == "BEGIN":
            kind = rest[1:].strip().upper()
            if kind in ("VEVENT", "VTIMEZONE", "VCALENDAR"):
                if current is not None:
                    current.damage.append("unclosed")
                    yield current
                current, inner = None, 0
                if kind == "VCALENDAR":
                    head.is_calendar, method = True, ""
                else:
                    number += 1
                    current = Component(kind, number, method)
            elif current is not None and current.name == "VTIMEZONE":
                _keep_zone_line(current, name, kind)
            else:
                inner += 1
        elif name == "END":
            kind = rest[1:].strip().upper()
            if current is not None and kind in (current.name, "VCALENDAR"):
                yield current
                current, inner = None, 0
            elif current is not None and current.name == "VTIMEZONE":
                _keep_zone_line(current, name, kind)
            else:
                inner = max(inner - 1, 0)
        elif inner:
            continue
        elif current is None:
            if name in CALENDAR_PROPERTIES:
                head.properties.setdefault(name, rest)
                if name == "METHOD":
                    method = rest[1:].strip().upper()
        elif current.name == "VTIMEZONE":
            _keep_zone_line(current, name, rest)
        else:
            _keep(current, name, rest)
    if current is not None:
        current.damage.append("unclosed")
        yield current


def _keep(event: Component, name: str, rest: str) -> None:
    values = event.properties.setdefault(name, [])
    if len(values) < MAX_REPEATS.get(name, 1):
        values.append(rest)
    elif name in MAX_REPEATS and "cut" not in event.damage:
        event.damage.append("cut")


def _keep_zone_line(zone: Component, name: str, rest: str) -> None:
    if len(zone.lines) < MAX_ZONE_LINES:
        zone.lines.append((name, rest))


def _properties(lines: Iterable[bytes]) -> Iterator[tuple[str, str]]:
    """Yield name and rest of the lines that anybody here wants."""
    wanted = {name.encode() for name in EVENT_PROPERTIES | ZONE_PROPERTIES | CALENDAR_PROPERTIES}
    for line in lines:
        colon = line.find(b":", 0, 64)
        semicolon = line.find(b";", 0, 64)
        cut = colon if semicolon < 0 or 0 <= colon < semicolon else semicolon
        if cut <= 0:
            continue
        name = line[:cut].strip().upper()
        if name in wanted:
            yield name.decode(), _decoded(line[cut:])


def _decoded(line: bytes) -> str:
    try:
        return line.decode()
    except UnicodeDecodeError:
        return line.decode("cp1252", "replace")


def _unfolded(lines: Iterable[bytes], head: Head) -> Iterator[bytes]:
    """Join folded lines (RFC 5545, 3.1) before decoding, since a fold may split a character."""
    parts: list[bytes] = []
    size = 0
    for count, line in enumerate(lines):
        if count >= MAX_LINES:
            head.cut = True
            break
        if line[:1] in (b" ", b"\t") and parts:
            if size < MAX_LINE:
                parts.append(line[1:])
                size += len(line)
            continue
        if parts:
            yield parts[0] if len(parts) == 1 else b"".join(parts)
        parts, size = [line], len(line)
    if parts:
        yield b"".join(parts)


def _lines(data: bytes) -> Iterator[bytes]:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        data = data.decode("utf-16", "replace").encode()
    data = data.removeprefix(b"\xef\xbb\xbf")
    if b"\n" not in data:
        data = data.replace(b"\r", b"\n")
    stream = BytesIO(data)
    whole = True
    while piece := stream.readline(MAX_LINE):
        if whole:
            yield piece.rstrip(b"\r\n")
        whole = piece.endswith(b"\n")
