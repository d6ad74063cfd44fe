"""The values of iCalendar properties: parameters, texts, dates and times, durations (RFC 5545, 3.2 and 3.3).

Reads what real programs write, also where it breaks the RFC. A time comes out as a wall clock with the name
of its zone; which zone that is, `zones` knows. Every expression here is linear in its input.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

MAX_TEXT = 500
MAX_PARAMETERS = 64
MAX_LENGTH = timedelta(days=1830)
"""Five years: no entry lasts longer, whatever it says."""

_PARAMETER = re.compile(r';\s*([\w-]{1,64})=((?:"[^"]*"|[^";:])*)')
_STAMP = re.compile(
    r"(\d{4})-?(\d\d)-?(\d\d)"
    r"(?:[T ](\d\d):?(\d\d)(?::?(\d\d))?(?:[.,]\d{1,9})?\s?(Z|[+-]\d\d:?\d\d)?)?\s*$",
    re.ASCII | re.IGNORECASE,
)
_DURATION = re.compile(
    r"([+-]?)P(?:(\d{1,6})W)?(?:(\d{1,6})D)?(?:T(?:(\d{1,7})H)?(?:(\d{1,8})M)?(?:(\d{1,9})S)?)?\s*$",
    re.ASCII | re.IGNORECASE,
)
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_CARET = {"^n": " ", "^^": "^", "^'": '"'}


class Property(NamedTuple):
    """A property taken apart: parameters by upper-case name, and the raw value."""

    parameters: dict[str, str]
    value: str


class Stamp(NamedTuple):
    """A day or a wall-clock time as written. *zone* is ``"UTC"``, a TZID, or ``""`` for a floating time."""

    at: date | datetime
    zone: str = ""

    @property
    def is_day(self) -> bool:
        return not isinstance(self.at, datetime)

    @property
    def wall(self) -> datetime:
        """The time itself, or midnight of the day; without a zone."""
        return self.at if isinstance(self.at, datetime) else datetime.combine(self.at, time())


def take_apart(rest: str) -> Property:
    """Split what follows a property's name (``;CN="Meier: Ute":mailto:…``) into parameters and value."""
    if rest[:1] == ":":
        return Property({}, rest[1:])
    parameters: dict[str, str] = {}
    position = 0
    while len(parameters) < MAX_PARAMETERS and (match := _PARAMETER.match(rest, position)):
        parameters.setdefault(match[1].upper(), match[2].strip())
        position = match.end()
    colon = rest.find(":", position)
    return Property(parameters, rest[colon + 1 :] if colon >= 0 else "")


def unquoted(parameter: str) -> str:
    """Return a parameter's value without quotes and with RFC 6868 escapes undone."""
    text = parameter.strip().strip('"')
    return re.sub(r"\^[n^']", lambda match: _CARET[match[0]], text) if "^" in text else text


def text_of(rest: str, limit: int = MAX_TEXT) -> str:
    """Return a TEXT value as one clean line of at most *limit* characters."""
    value = take_apart(rest).value[: limit * 8]
    return clean(_ESCAPE.sub(lambda match: " " if match[1] in "nN" else match[1], value), limit)


def word_of(rest: str) -> str:
    """Return a value that is one word (a status, a class) in upper case."""
    return take_apart(rest).value.strip().upper()[:40]


def clean(text: str, limit: int = MAX_TEXT) -> str:
    """Return *text* on one line, without control characters, at most *limit* characters long."""
    text = " ".join(text[: limit * 8].split())
    if not text.isprintable():
        text = "".join(
            letter for letter in text if unicodedata.category(letter) not in ("Cc", "Cs", "Co", "Cn")
        )
    return text[:limit].rstrip()


def stamp_of(rest: str) -> Stamp:
    """Read a DATE or DATE-TIME property; raises ValueError when there is none in it."""
    if not rest:
        raise ValueError("no time")
    parameters, value = take_apart(rest)
    zone = unquoted(parameters.get("TZID", ""))[:200]
    return read_stamp(value, zone or ("?" if "TZID" in parameters else ""))


def read_stamp(value: str, zone: str = "") -> Stamp:
    """Read one date or time as written, in *zone* unless it says otherwise."""
    match = _STAMP.match(value[:64].strip())
    if not match:
        raise ValueError(f"no time: {value[:40]!r}")
    year, month, day = int(match[1]), int(match[2]), int(match[3])
    if not 1600 <= year <= 2400:
        raise ValueError(f"no year of ours: {year}")
    if match[4] is None:
        return Stamp(date(year, month, day))
    hour, minute, second = int(match[4]), int(match[5]), min(int(match[6] or 0), 59)
    extra = timedelta(days=1) if (hour, minute) == (24, 0) else timedelta(0)
    wall = datetime(year, month, day, hour % 24 if extra else hour, minute, second) + extra  # noqa: DTZ001
    offset = (match[7] or "").upper()
    if not offset:
        return Stamp(wall, zone)
    if offset != "Z":
        shift = timedelta(hours=int(offset[1:3]), minutes=int(offset[-2:]))
        wall = wall - shift if offset[0] == "+" else wall + shift
    return Stamp(wall, "UTC")


def stamps_of(rests: list[str], limit: int) -> list[tuple[Stamp, str]]:
    """Read a list of dates and times (EXDATE, RDATE); with each, the rest of a PERIOD after the slash.

    What cannot be read is left out: a date that does not exist excludes nothing.
    """
    found: list[tuple[Stamp, str]] = []
    for rest in rests:
        parameters, value = take_apart(rest)
        zone = unquoted(parameters.get("TZID", ""))[:200]
        for piece in value.split(",", limit)[:limit]:
            begin, _, until = piece.partition("/")
            try:
                found.append((read_stamp(begin, zone), until.strip()))
            except ValueError:
                continue
            if len(found) >= limit:
                return found
    return found


def read_duration(value: str) -> tuple[timedelta, timedelta]:
    """Read a DURATION as (whole days by the calendar, exact time); raises ValueError.

    Days follow the wall clock over a change of the clock, hours do not (RFC 5545, 3.3.6).
    """
    match = _DURATION.match(value[:64].strip())
    if not match or not any(match.groups()[1:]):
        raise ValueError(f"no duration: {value[:40]!r}")
    if match[1] == "-":
        raise ValueError("a negative duration")
    weeks, days, hours, minutes, seconds = (int(group or 0) for group in match.groups()[1:])
    exact = timedelta(hours=hours, minutes=minutes, seconds=seconds)
    return min(timedelta(weeks=weeks, days=days), 2 * MAX_LENGTH), min(exact, 2 * MAX_LENGTH)
