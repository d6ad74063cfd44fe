"""Recurrence rules, read and checked before anything expands them (RFC 5545, 3.3.10).

A rule comes out in the parts that are known to be harmless, or not at all. How it unfolds is `recurrence`'s.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, datetime, time

from handover.sources.calendars.values import Stamp, read_stamp

MAX_RULE = 2000
MAX_INTERVAL = 10_000
MAX_TIMES_A_DAY = 48
FREQUENCIES = ("HOURLY", "DAILY", "WEEKLY", "MONTHLY", "YEARLY")
WEEKDAYS = {"MO": 0, "TU": 1, "WE": 2, "TH": 3, "FR": 4, "SA": 5, "SU": 6}
_RANGES = {
    "BYMONTH": (1, 12), "BYMONTHDAY": (-31, 31), "BYYEARDAY": (-366, 366), "BYWEEKNO": (-53, 53),
    "BYSETPOS": (-366, 366), "BYHOUR": (0, 23), "BYMINUTE": (0, 59), "BYSECOND": (0, 59),
}  # fmt: skip
_TIMES = ("BYHOUR", "BYMINUTE", "BYSECOND")
_HARMLESS = {"RSCALE": ("GREGORIAN",), "SKIP": ("", "OMIT")}
_DAY = re.compile(r"([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)$")


@dataclass(frozen=True, slots=True)
class Rule:
    """A checked rule. *by* holds the numbers of its BY… parts, *days* BYDAY as (nth or 0, weekday)."""

    freq: str
    interval: int = 1
    count: int | None = None
    until: Stamp | None = None
    week_start: int = 0
    by: dict[str, frozenset[int]] = field(default_factory=dict)
    days: tuple[tuple[int, int], ...] = ()

    @property
    def is_even(self) -> bool:
        """Whether each interval brings exactly one occurrence, so that counting needs no walking."""
        return self.freq in ("HOURLY", "DAILY", "WEEKLY") and not self.by and not self.days


def read_rule(text: str) -> Rule:
    """Read the value of an RRULE; raises ValueError with the reason where it is hostile or makes no sense."""
    if len(text) > MAX_RULE:
        raise ValueError("a rule of enormous length")
    given: dict[str, str] = {}
    for piece in text.upper().replace(" ", "").split(";"):
        key, _, value = piece.partition("=")
        if key and not key.startswith("X-"):
            given.setdefault(key, value)
    freq = given.pop("FREQ", "")
    if freq not in FREQUENCIES:
        raise ValueError(f"repeats {freq}" if freq in ("SECONDLY", "MINUTELY") else "no known frequency")
    until = given.pop("UNTIL", "")
    rule = Rule(
        freq,
        _number(given.pop("INTERVAL", "1"), "INTERVAL", 1, MAX_INTERVAL),
        _count(given.pop("COUNT", "")),
        read_stamp(until) if until else None,
        WEEKDAYS.get(given.pop("WKST", "MO"), 0),
        {key: _numbers(key, given.pop(key)) for key in _RANGES if key in given},
        _days(given.pop("BYDAY")) if "BYDAY" in given else (),
    )
    if unknown := next((key for key, value in given.items() if value not in _HARMLESS.get(key, ())), ""):
        raise ValueError(f"an unknown part {unknown[:20]}")
    times = [len(rule.by.get(key, ())) or 1 for key in _TIMES]
    if times[0] * times[1] * times[2] > MAX_TIMES_A_DAY:
        raise ValueError("too many times a day")
    return rule


def _days(value: str) -> tuple[tuple[int, int], ...]:
    matches = [_DAY.match(day) for day in dict.fromkeys(value.strip(",").split(","))]
    days = tuple((int(match[1] or 0), WEEKDAYS[match[2]]) for match in matches if match)
    if len(days) != len(matches) or any(abs(nth) > 53 for nth, _ in days):
        raise ValueError("no days of a week")
    return days


def _numbers(key: str, value: str) -> frozenset[int]:
    low, high = _RANGES[key]
    numbers = frozenset(_number(piece, key, low, high) for piece in value.strip(",").split(","))
    if 0 in numbers and key not in _TIMES:
        raise ValueError(f"{key} of zero")
    return numbers


def _number(text: str, key: str, low: int, high: int) -> int:
    digits = text.lstrip("+-")
    if not digits.isdecimal() or len(digits) > 9 or len(text) - len(digits) > 1:
        raise ValueError(f"{key} is no number")
    number = int(text)
    if not low <= number <= high:
        raise ValueError(f"{key} of {number}")
    return number


def _count(text: str) -> int | None:
    """Read a COUNT; a negative one means none, as some calendars write it."""
    if not text or text.startswith("-"):
        return None
    return _number(text, "COUNT", 0, 10**9)


def last_wall(until: date | datetime) -> datetime:
    """Return the last wall-clock time that an UNTIL includes: of a day, all of it."""
    if isinstance(until, datetime):
        return until
    return datetime.combine(until, time(23, 59, 59))
