"""The bytes of a calendar as components: unfolded lines of the properties we use, and nothing else.

Tolerant where people's programs are sloppy (byte order mark, any line end, missing END, two encodings in one
file) and bounded everywhere: long lines are cut, nesting costs a counter, alarms and attachments are never
kept. What the values mean is not known here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

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
_WANTED = "|".join(sorted(EVENT_PROPERTIES | ZONE_PROPERTIES | CALENDAR_PROPERTIES, reverse=True))
_LINE = re.compile(rf"\n({_WANTED})[ \t]{{0,9}}([;:][^\n]{{0,{MAX_LINE}}})".encode(), re.IGNORECASE)


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
    for name, rest in _properties(_unfolded(data), head):
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
                    head.is_calendar = head.is_calendar or kind == "VEVENT"
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


def _properties(data: bytes, head: Head) -> Iterator[tuple[str, str]]:
    """Yield name and rest of the lines that anybody here wants; long ones cut."""
    for count, match in enumerate(_LINE.finditer(data)):
        if count >= MAX_LINES:
            head.cut = True
            return
        yield match[1].decode().upper(), _decoded(match[2])


def _decoded(line: bytes) -> str:
    try:
        return line.decode()
    except UnicodeDecodeError:
        return line.decode("cp1252", "replace")


def _unfolded(data: bytes) -> bytes:
    """Return the lines with LF before each, folds undone (RFC 5545, 3.1) before any character is decoded."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        data = data.decode("utf-16", "replace").encode()
    data = b"\n" + data.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    while b"\n\n" in data:
        data = data.replace(b"\n\n", b"\n")
    return data.replace(b"\n ", b"").replace(b"\n\t", b"")
