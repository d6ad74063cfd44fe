"""A time zone from a calendar's own VTIMEZONE rules, for names that nobody else knows.

Reads the observances that hold in the wanted years: a fixed day or a yearly rule by month and weekday.
Earlier history is not rebuilt; hostile rules (daily, thousands of observances) are left out.
"""

from __future__ import annotations

from bisect import bisect_right
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone, tzinfo

from handover.sources.calendars.values import read_stamp, take_apart

MAX_OBSERVANCES = 200
_DAYS = {"MO": 0, "TU": 1, "WE": 2, "TH": 3, "FR": 4, "SA": 5, "SU": 6}


@dataclass(slots=True)
class _Observance:
    onset: datetime
    before: timedelta
    after: timedelta
    rule: dict[str, str]


class RuleZone(tzinfo):
    """A zone with given changes of the clock: moments in UTC (naive) and the offset from each on."""

    def __init__(self, first: timedelta, changes: list[tuple[datetime, timedelta]]) -> None:
        self._offsets = [first, *(offset for _, offset in changes)]
        self._moments = [moment for moment, _ in changes]
        walls = zip(changes, self._offsets, strict=False)
        self._walls = [moment + max(before, after) for (moment, after), before in walls]

    def utcoffset(self, moment: datetime | None) -> timedelta:
        """Return the offset at a wall-clock time; in the gap of a change, the one before it (RFC 5545, 3.3.5)."""
        if moment is None:
            return self._offsets[-1]
        return self._offsets[bisect_right(self._walls, moment.replace(tzinfo=None))]

    def dst(self, moment: datetime | None) -> timedelta:
        return timedelta(0)

    def tzname(self, moment: datetime | None) -> str:
        return timezone(self.utcoffset(moment)).tzname(None)

    def fromutc(self, moment: datetime) -> datetime:
        naive = moment.replace(tzinfo=None)
        offset = self._offsets[bisect_right(self._moments, naive)]
        return (naive + offset).replace(tzinfo=self)


def zone_of_rules(lines: list[tuple[str, str]], years: range) -> tzinfo | None:
    """Return the zone that a VTIMEZONE's lines describe in *years*, or None where they describe none."""
    observances = _observances(lines)
    if not observances:
        return None
    changes = sorted(
        (onset - one.before, one.before, one.after) for one in observances for onset in _onsets(one, years)
    )
    if not changes:
        return timezone(max(observances, key=lambda one: one.onset).after)
    return RuleZone(changes[0][1], [(moment, after) for moment, _, after in changes])


def _observances(lines: list[tuple[str, str]]) -> list[_Observance]:
    found: list[_Observance] = []
    current: dict[str, str] | None = None
    for name, rest in lines:
        if name == "BEGIN":
            current = {}
        elif name == "END":
            if current and len(found) < MAX_OBSERVANCES and (one := _observance(current)):
                found.append(one)
            current = None
        elif current is not None:
            current.setdefault(name, take_apart(rest).value.strip())
    return found


def _observance(values: dict[str, str]) -> _Observance | None:
    try:
        onset = read_stamp(values.get("DTSTART", "")).wall
        before, after = (_offset(values.get(name, "")) for name in ("TZOFFSETFROM", "TZOFFSETTO"))
    except ValueError:
        return None
    parts = (part.partition("=") for part in values.get("RRULE", "")[:500].upper().split(";"))
    return _Observance(onset, before, after, {key: value for key, _, value in parts if value})


def _offset(text: str) -> timedelta:
    sign, digits = text[:1], text[1:].replace(":", "")
    if sign not in "+-" or len(digits) not in (4, 6) or not digits.isdecimal():
        raise ValueError(f"no offset: {text[:20]!r}")
    size = timedelta(hours=int(digits[:2]), minutes=int(digits[2:4]), seconds=int(digits[4:] or 0))
    if size >= timedelta(hours=18):
        raise ValueError(f"no offset on earth: {text[:20]!r}")
    return -size if sign == "-" else size


def _onsets(one: _Observance, years: range) -> list[datetime]:
    if not one.rule:
        return [one.onset] if one.onset.year in years else []
    if one.rule.get("FREQ") != "YEARLY":
        return []
    until = _until(one.rule.get("UNTIL", ""))
    days = (_day(one, year) for year in years)
    onsets = [datetime.combine(day, one.onset.time()) for day in days if day]
    return [
        onset for onset in onsets if onset >= one.onset and (until is None or onset - one.before <= until)
    ]


def _until(text: str) -> datetime | None:
    try:
        return read_stamp(text).wall if text else None
    except ValueError:
        return None


def _day(one: _Observance, year: int) -> date | None:
    """Return the day of the change in *year*: the nth weekday of a month, or a weekday on or after a day."""
    try:
        month = int(one.rule.get("BYMONTH", one.onset.month))
        last = monthrange(year, month)[1]
        by_day = one.rule.get("BYDAY", "").split(",")[0]
        if not by_day:
            return date(year, month, int(one.rule.get("BYMONTHDAY", one.onset.day)))
        weekday, nth = _DAYS[by_day[-2:]], int(by_day[:-2] or 0)
        allowed = {int(day) for day in one.rule.get("BYMONTHDAY", "").split(",")[:31] if day}
    except (ValueError, KeyError):
        return None
    days = [date(year, month, day) for day in range(1, last + 1) if not allowed or day in allowed]
    days = [day for day in days if day.weekday() == weekday]
    position = nth - 1 if nth > 0 else nth
    return days[position] if -len(days) <= position < len(days) else None
