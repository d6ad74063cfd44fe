"""Recurrence rules, checked before anything expands them (RFC 5545, 3.3.10).

A rule comes out in the few parts that are known to be harmless, or not at all. How many steps its expansion
may take is estimated, so that nobody's calendar can cost more than a moment.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from handover.sources.calendars.values import read_stamp

MAX_RULE = 2000
MAX_INTERVAL = 10_000
MAX_TIMES_A_DAY = 48
STEP_DAYS = {"HOURLY": 1 / 24, "DAILY": 1, "WEEKLY": 7, "MONTHLY": 28, "YEARLY": 365}
_RANGES = {
    "BYMONTH": (1, 12), "BYMONTHDAY": (-31, 31), "BYYEARDAY": (-366, 366), "BYWEEKNO": (-53, 53),
    "BYSETPOS": (-366, 366), "BYHOUR": (0, 23), "BYMINUTE": (0, 59), "BYSECOND": (0, 59),
}  # fmt: skip
_ZERO = {"BYHOUR", "BYMINUTE", "BYSECOND"}
_DAY = re.compile(r"([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)$")


@dataclass(frozen=True, slots=True)
class Rule:
    """A checked rule. *until* is as written: a wall clock, and whether it is in UTC."""

    freq: str
    interval: int
    count: int | None
    until: date | datetime | None
    until_utc: bool
    parts: tuple[tuple[str, str], ...]

    def text(self, until: datetime | None, count: int | None) -> str:
        """Return the rule in canonical order, ending at *until* (naive wall clock)."""
        pieces = [
            f"FREQ={self.freq}",
            f"INTERVAL={self.interval}",
            *(f"{key}={value}" for key, value in self.parts),
        ]
        if count is not None:
            pieces.append(f"COUNT={count}")
        if until is not None:
            pieces.append(f"UNTIL={until:%Y%m%dT%H%M%S}")
        return ";".join(pieces)

    def steps(self, span: timedelta) -> int:
        """Estimate how many periods dateutil walks through for *span*, weighted by the times within a day."""
        times = 1
        for key, value in self.parts:
            times *= value.count(",") + 1 if key in _ZERO else 1
        return int(max(span.days, 0) / (STEP_DAYS[self.freq] * self.interval) + 1) * times


def check_rule(text: str) -> Rule:
    """Read the value of an RRULE; raises ValueError with the reason where it is hostile or makes no sense."""
    if len(text) > MAX_RULE:
        raise ValueError("a rule of enormous length")
    given: dict[str, str] = {}
    for piece in text.upper().replace(" ", "").rstrip(";").split(";"):
        key, _, value = piece.partition("=")
        given.setdefault(key, value)
    freq = given.pop("FREQ", "")
    if freq not in STEP_DAYS:
        raise ValueError(f"repeats {freq[:20]}" if freq in ("SECONDLY", "MINUTELY") else "no known frequency")
    until, until_utc = _until(given.pop("UNTIL", ""))
    interval = _number(given.pop("INTERVAL", "1"), "INTERVAL", 1, MAX_INTERVAL)
    return Rule(freq, interval, _count(given.pop("COUNT", "")), until, until_utc, _parts(given))


def _parts(given: dict[str, str]) -> tuple[tuple[str, str], ...]:
    parts: list[tuple[str, str]] = []
    times = 1
    for key, value in given.items():
        if key == "WKST" and _DAY.match(value):
            parts.append((key, value[-2:]))
        elif key == "BYDAY":
            parts.append((key, ",".join(_days(value))))
        elif key in _RANGES:
            numbers = _numbers(key, value)
            times *= len(numbers) if key in _ZERO else 1
            parts.append((key, ",".join(map(str, numbers))))
        elif not key.startswith("X-") and key:
            raise ValueError(f"an unknown part {key[:20]}")
    if times > MAX_TIMES_A_DAY:
        raise ValueError("too many times a day")
    return tuple(parts)


def _days(value: str) -> list[str]:
    days = list(dict.fromkeys(value.strip(",").split(",")))
    if len(days) > 60 or not all(
        (match := _DAY.match(day)) and match[1] not in ("0", "+0", "-0") for day in days
    ):
        raise ValueError("no days of a week")
    return days


def _numbers(key: str, value: str) -> list[int]:
    low, high = _RANGES[key]
    numbers = sorted({_number(piece, key, low, high) for piece in value.strip(",").split(",")})
    if 0 in numbers and key not in _ZERO:
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
    return _number(text[:9] if text.isdecimal() else text, "COUNT", 0, 10**9)


def _until(text: str) -> tuple[date | datetime | None, bool]:
    if not text:
        return None, False
    stamp = read_stamp(text)
    return stamp.at, stamp.zone == "UTC"
