"""How a checked rule unfolds: the wall-clock times of its occurrences between two moments.

Walks from period to period (hour, day, week, month, year), keeps the days of each that the rule names, and
stops at the end asked for, whether or not anything matched. Libraries walk on to the year 9999 where a rule
never matches ("the 30th of February"), which takes them seconds; this is why it is not left to them.
"""

from __future__ import annotations

from calendar import isleap, monthrange
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from itertools import product

from handover.sources.calendars.rrule import Rule

_DAY = timedelta(days=1)
_DAYS_OF = {"HOURLY": 1, "DAILY": 1, "WEEKLY": 7, "MONTHLY": 31, "YEARLY": 366}
_LENGTH = {"HOURLY": 1 / 24, "DAILY": 1.0, "WEEKLY": 7.0, "MONTHLY": 30.4, "YEARLY": 365.2}


def unfold(rule: Rule, start: datetime, begin: datetime, end: datetime) -> Iterator[datetime]:
    """Yield the occurrences of *rule* from *begin* to *end*, both included; all are naive wall clocks.

    *start* is the DTSTART, which counts only where the rule names it. `cost` tells how long it takes.
    """
    first = _first_period(rule, start, begin)
    left = None if rule.count is None else rule.count - (first if rule.is_even else 0)
    days = _Days(rule, start)
    for number in range(first, _periods(rule, start, end) + 2):
        for wall in _positions(rule, sorted(days.walls(number * rule.interval))):
            if wall < start:
                continue
            if wall > end or (left is not None and left <= 0):
                return
            left = None if left is None else left - 1
            if wall >= begin:
                yield wall


def cost(rule: Rule, start: datetime, begin: datetime, end: datetime) -> int:
    """Return about how many days `unfold` will look at."""
    periods = max(_periods(rule, start, end) - _first_period(rule, start, begin), 0) + 2
    days = _DAYS_OF[rule.freq]
    if rule.freq == "YEARLY" and "BYMONTH" in rule.by:
        days = 31 * len(rule.by["BYMONTH"])
    elif _is_plain(rule):
        days = 1
    times = (
        len(rule.by.get("BYHOUR", "."))
        * len(rule.by.get("BYMINUTE", "."))
        * len(rule.by.get("BYSECOND", "."))
    )
    return periods * days * times


def _periods(rule: Rule, start: datetime, end: datetime) -> int:
    return max(int((end - start) / _DAY / (_LENGTH[rule.freq] * rule.interval)), 0)


def _first_period(rule: Rule, start: datetime, begin: datetime) -> int:
    """Return the period to begin with: shortly before *begin*, unless occurrences must be counted from the start."""
    if rule.count is not None and not rule.is_even:
        return 0
    return max(_periods(rule, start, begin) - 2, 0)


def _is_plain(rule: Rule) -> bool:
    return not rule.days and not rule.by.keys() - {"BYHOUR", "BYMINUTE", "BYSECOND", "BYSETPOS"}


def _positions(rule: Rule, walls: list[datetime]) -> list[datetime]:
    wanted = rule.by.get("BYSETPOS")
    if not wanted:
        return walls
    places = {place - 1 if place > 0 else len(walls) + place for place in wanted}
    return [wall for place, wall in enumerate(walls) if place in places]


class _Days:
    """The days of a period that a rule names, and their times."""

    def __init__(self, rule: Rule, start: datetime) -> None:
        self.rule, self.start, self.by = rule, start, rule.by
        self.plain = _is_plain(rule)
        self.weekdays = {
            weekday for nth, weekday in rule.days if not nth or rule.freq not in ("MONTHLY", "YEARLY")
        }
        self.nth = [
            (nth, weekday) for nth, weekday in rule.days if nth and rule.freq in ("MONTHLY", "YEARLY")
        ]
        self.by_month = rule.freq == "MONTHLY" or "BYMONTH" in rule.by
        hours, minutes, seconds = (
            sorted(rule.by.get(key, (getattr(start, key[2:].lower()),)))
            for key in ("BYHOUR", "BYMINUTE", "BYSECOND")
        )
        self.times = [time(*clock) for clock in product(hours, minutes, seconds)]

    def walls(self, offset: int) -> Iterator[datetime]:
        """Yield the times of the period that lies *offset* periods after the first."""
        if self.rule.freq == "HOURLY":
            hour = self.start + timedelta(hours=offset)
            if hour.hour in self.by.get("BYHOUR", (hour.hour,)) and self._names(hour.date()):
                walls = (hour.replace(minute=clock.minute, second=clock.second) for clock in self.times)
                yield from dict.fromkeys(walls)
            return
        for day in self._days(offset):
            for clock in self.times:
                yield datetime.combine(day, clock)

    def _days(self, offset: int) -> Iterator[date]:
        start = self.start.date()
        if self.rule.freq in ("DAILY", "WEEKLY"):
            first = start + timedelta(days=offset * (1 if self.rule.freq == "DAILY" else 7))
            if self.plain:
                yield first
                return
            if self.rule.freq == "WEEKLY":
                first -= timedelta(days=(first.weekday() - self.rule.week_start) % 7)
            week = (first + timedelta(days=n) for n in range(_DAYS_OF[self.rule.freq]))
            yield from (day for day in week if self._names(day))
            return
        if self.rule.freq == "MONTHLY":
            year, month = divmod(start.year * 12 + start.month - 1 + offset, 12)
            months: list[int] = [month + 1]
        else:
            year = start.year + offset
            months = sorted(self.by.get("BYMONTH", [start.month] if self.plain else range(1, 13)))
        for month in months:
            for day in range(1, monthrange(year, month)[1] + 1) if self._has_days else (start.day,):
                if day <= monthrange(year, month)[1] and self._names(date(year, month, day)):
                    yield date(year, month, day)

    @property
    def _has_days(self) -> bool:
        return bool(self.rule.days) or any(key in self.by for key in ("BYMONTHDAY", "BYYEARDAY", "BYWEEKNO"))

    def _names(self, day: date) -> bool:
        by = self.by
        if "BYMONTH" in by and day.month not in by["BYMONTH"]:
            return False
        if "BYMONTHDAY" in by:
            length = monthrange(day.year, day.month)[1]
            if day.day not in by["BYMONTHDAY"] and day.day - length - 1 not in by["BYMONTHDAY"]:
                return False
        if "BYYEARDAY" in by:
            number, length = day.timetuple().tm_yday, 365 + isleap(day.year)
            if number not in by["BYYEARDAY"] and number - length - 1 not in by["BYYEARDAY"]:
                return False
        if "BYWEEKNO" in by and not self._in_weeks(day):
            return False
        if self.rule.days:
            return day.weekday() in self.weekdays or any(self._is_nth(day, *one) for one in self.nth)
        if self.rule.freq == "WEEKLY" and not self.plain:
            return day.weekday() == self.start.weekday()
        return True

    def _is_nth(self, day: date, nth: int, weekday: int) -> bool:
        """Tell whether *day* is the nth such weekday of its month, or of its year where no month is named."""
        if day.weekday() != weekday:
            return False
        if self.by_month:
            number, length = day.day, monthrange(day.year, day.month)[1]
        else:
            number, length = day.timetuple().tm_yday, 365 + isleap(day.year)
        return nth == ((number - 1) // 7 + 1 if nth > 0 else -((length - number) // 7 + 1))

    def _in_weeks(self, day: date) -> bool:
        """Tell whether *day* lies in a named week; week 1 has at least four days of the year."""
        monday = day - timedelta(days=(day.weekday() - self.rule.week_start) % 7)
        year = (monday + timedelta(days=3)).year
        number = ((monday - _first_week(year, self.rule.week_start)).days) // 7 + 1
        count = (
            _first_week(year + 1, self.rule.week_start) - _first_week(year, self.rule.week_start)
        ).days // 7
        return number in self.by["BYWEEKNO"] or number - count - 1 in self.by["BYWEEKNO"]


def _first_week(year: int, week_start: int) -> date:
    fourth = date(year, 1, 4)
    return fourth - timedelta(days=(fourth.weekday() - week_start) % 7)
