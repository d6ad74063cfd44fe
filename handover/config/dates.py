"""Dates and moments as people type them on a command line.

Strict: it reads what is documented and refuses the rest, because a wrong guess here moves a whole absence.
Dates inside mails are another matter (`language`).
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from handover.errors import UsageError

WEEKDAYS = (
    ("montag", "monday"), ("dienstag", "tuesday"), ("mittwoch", "wednesday"), ("donnerstag", "thursday"),
    ("freitag", "friday"), ("samstag", "saturday", "sonnabend"), ("sonntag", "sunday"),
)  # fmt: skip
SHORT = ("mo", "di", "mi", "do", "fr", "sa", "so", "mon", "tue", "wed", "thu", "fri", "sat", "sun")
NEAR = {
    "vorgestern": -2, "gestern": -1, "yesterday": -1, "heute": 0, "today": 0, "morgen": 1, "tomorrow": 1,
    "übermorgen": 2,
}  # fmt: skip

_GERMAN = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.(?:\s?(\d{4}|\d{2}))?\Z", re.ASCII)
_CLOCK = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?\s*(?:uhr|h)?\Z", re.ASCII)


def timestamp(text: str, zone: ZoneInfo) -> datetime:
    """Return the ISO 8601 moment *text*; a naive one is meant in *zone*, a bare day at its start."""
    try:
        moment = datetime.fromisoformat(text.strip())
        return (moment if moment.tzinfo else moment.replace(tzinfo=zone)).astimezone(zone)
    except (ValueError, OverflowError) as error:
        raise UsageError(
            "bad-timestamp",
            "“{written}” is no moment.",
            hint="Write it as 2026-11-20T08:00 or 2026-11-20T08:00+01:00.",
            written=text,
        ) from error


def day(text: str, today: date, *, past: bool = False) -> date:
    """Return the day that *text* names: ``2026-12-07``, ``07.12.2026``, ``7.12.``, ``Montag``, ``monday``.

    What names no year or week means the next such day from *today* on; with *past*, the last one up to it.
    """
    word = text.strip().casefold()
    found = _written_day(word, today, past) or _named_day(word, today, past)
    if found is None:
        raise UsageError(
            "bad-date",
            "“{written}” is no date.",
            hint="Write it as 2026-12-07, 07.12.2026, 7.12. or Monday.",
            written=text,
        )
    return found


def moment(text: str, now: datetime, zone: ZoneInfo, *, past: bool = False, hour: int = 0) -> datetime:
    """Return the moment that *text* names, in *zone*: a timestamp, or a day, a time of day, or both.

    A day alone is meant at *hour*; a time alone is meant today (*past* and *day* as in `day`).
    """
    text = text.strip()
    if "T" in text:
        return timestamp(text, zone)
    today = now.astimezone(zone).date()
    head, _, tail = text.rpartition(" ")
    if tail.casefold() in ("uhr", "h"):
        head, _, tail = head.rpartition(" ")
    if head and (clock := _clock(tail)):
        return datetime.combine(day(head, today, past=past), clock, zone)
    if not head and (":" in tail or tail.isdigit()) and (clock := _clock(tail)):
        return datetime.combine(today, clock, zone)
    return datetime.combine(day(text, today, past=past), time(hour), zone)


def _clock(text: str) -> time | None:
    match = _CLOCK.match(text.casefold())
    if match is None or int(match[1]) > 23 or int(match[2] or 0) > 59:
        return None
    return time(int(match[1]), int(match[2] or 0))


def _written_day(word: str, today: date, past: bool) -> date | None:
    try:
        return date.fromisoformat(word)
    except ValueError:
        pass
    match = _GERMAN.match(word)
    if match is None:
        return None
    if match[3]:
        year = int(match[3]) + (2000 if len(match[3]) == 2 else 0)
        return _date(year, int(match[2]), int(match[1]))
    years = (today.year, today.year - 1) if past else (today.year, today.year + 1)
    fitting = (_date(year, int(match[2]), int(match[1])) for year in years)
    return next((found for found in fitting if found and (found <= today if past else found >= today)), None)


def _date(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None


def _named_day(word: str, today: date, past: bool) -> date | None:
    if word in NEAR:
        return today + timedelta(days=NEAR[word])
    word = word.rstrip(".")
    for weekday, names in enumerate(WEEKDAYS):
        if word in names or word in SHORT[weekday::7]:
            ahead = (weekday - today.weekday()) % 7
            return today + timedelta(days=ahead - 7 if past and ahead else ahead)
    return None
