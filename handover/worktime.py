"""Working time: business hours, weekends, public holidays by region, absences.

Everything is computed on the UTC line, so that a change of the clock never adds or loses an hour. It knows
nothing of mail. Holidays come from the `holidays` package, which is loaded only for a year that nobody has
asked for before: who remembers those of earlier runs may `recall` them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

from handover.errors import UsageError

Holidays = dict[str, dict[str, str]]
"""Public holidays by region and year (``DE-BY 2026``): each day (ISO 8601) and its name."""

_known: Holidays = {}

MAX_DAYS = 3660
"""No question of this program spans more; a longer one is cut, so that a forged date costs nothing."""


@dataclass(frozen=True, slots=True)
class WorkCalendar:
    """When somebody works: their zone, hours by weekday (0 = Monday), holidays of a region, days off.

    *region* is an ISO 3166 code: a country (``DE``) or a country with its part (``DE-BY``, ``AT-9``,
    ``CH-ZH``, ``GB-SCT``, ``US-TX``); without a part only nation-wide holidays count.
    """

    zone: ZoneInfo
    start: time = time(8, 0)
    end: time = time(17, 0)
    days: frozenset[int] = frozenset({0, 1, 2, 3, 4})
    region: str = "DE"
    off: frozenset[date] = field(default_factory=frozenset)
    _years: dict[int, _Year] = field(default_factory=dict, init=False, repr=False, compare=False)

    def year(self, number: int) -> _Year:
        """Return the working time of a year, reckoned when it is first asked for."""
        known = self._years.get(number)
        if known is None:
            known = self._years[number] = _year(self, number)
        return known

    def is_working_day(self, day: date) -> bool:
        """Tell whether *day* is a weekday on which this person works, no holiday and no day off."""
        if day.weekday() not in self.days or day in self.off:
            return False
        return day not in holidays_of(self.region, day.year)

    def next_working_day(self, day: date) -> date:
        """Return the first working day after *day*."""
        return self.shift(day, 1)

    def shift(self, day: date, count: int) -> date:
        """Return the working day that lies *count* working days after (or, negative, before) *day*."""
        step = timedelta(days=1 if count > 0 else -1)
        left = abs(count)
        for _ in range(MAX_DAYS):
            if not left:
                return day
            day += step
            left -= self.is_working_day(day)
        return day

    def span(self, day: date) -> tuple[datetime, datetime]:
        """Return begin and end of the working hours of *day*, in UTC."""
        begin = datetime.combine(day, self.start, self.zone).astimezone(UTC)
        return begin, datetime.combine(day, self.end, self.zone).astimezone(UTC)

    def end_of(self, day: date) -> datetime:
        """Return the end of working hours of *day*: when a promise "by that day" falls due."""
        return self.span(day)[1]

    def spans(self, start: datetime, end: datetime) -> Iterator[tuple[datetime, datetime]]:
        """Yield the stretches of working time between *start* and *end*, in UTC, oldest first."""
        day, last = start.astimezone(self.zone).date(), end.astimezone(self.zone).date()
        last = min(last, day + timedelta(days=MAX_DAYS))
        while day <= last:
            if self.is_working_day(day):
                begin, finish = self.span(day)
                begin, finish = max(begin, start), min(finish, end)
                if begin < finish:
                    yield begin, finish
            day += timedelta(days=1)


def business_hours(start: datetime, end: datetime, calendar: WorkCalendar) -> float:
    """Return the working hours between *start* and *end* in *calendar*.

    Both are aware; they are compared in UTC, because subtracting two datetimes of one zone ignores a change
    of the clock. Zero when *end* lies before *start*; at most the hours of `MAX_DAYS` days after *start*.
    """
    start, end = start.astimezone(UTC), end.astimezone(UTC)
    if end <= start:
        return 0.0
    if end - start > timedelta(days=MAX_DAYS):
        end = start + timedelta(days=MAX_DAYS)
    first, last = (moment.astimezone(calendar.zone) for moment in (start, end))
    seconds = _worked(calendar, last, end) - _worked(calendar, first, start)
    for year in range(first.year, last.year):
        seconds += calendar.year(year).before[-1]
    return seconds / 3600


def _worked(calendar: WorkCalendar, local: datetime, moment: datetime) -> float:
    """Return the working seconds from the beginning of the year of *local* until *moment*, the same in UTC."""
    year = calendar.year(local.year)
    day = local.toordinal() - year.first
    span = year.spans[day]
    if span is None:
        return year.before[day]
    begin, finish = span
    return year.before[day] + max((min(moment, finish) - begin).total_seconds(), 0.0)


class _Year(NamedTuple):
    """The ordinal of a year's *first* day, the hours of each day that has any, and the working seconds *before* each.

    *before* has one more at its end: those of the whole year.
    """

    first: int
    spans: list[tuple[datetime, datetime] | None]
    before: list[float]


def _year(calendar: WorkCalendar, year: int) -> _Year:
    """Return the working time of *year*."""
    day = date(year, 1, 1)
    known = _Year(day.toordinal(), [], [0.0])
    while day.year == year:
        span = calendar.span(day) if calendar.is_working_day(day) else None
        worked = (span[1] - span[0]).total_seconds() if span else 0.0
        known.spans.append(span)
        known.before.append(known.before[-1] + max(worked, 0.0))
        if day == date.max:
            break
        day += timedelta(days=1)
    return known


def add_business_hours(start: datetime, hours: float, calendar: WorkCalendar) -> datetime:
    """Return the moment (UTC) at which *hours* of working time have passed since *start*.

    The end of a working day counts as reached on that day, not at the next day's start.
    """
    left = timedelta(hours=hours)
    start = start.astimezone(UTC)
    moment = start
    for begin, finish in calendar.spans(start, start + timedelta(days=MAX_DAYS)):
        if finish - begin >= left:
            return begin + left
        left -= finish - begin
        moment = finish
    return moment


def working_days_between(first: date, last: date, calendar: WorkCalendar) -> int:
    """Return how many working days lie after *first* up to and including *last*; negative when reversed."""
    if last < first:
        return -working_days_between(last, first, calendar)
    days = min((last - first).days, MAX_DAYS)
    return sum(calendar.is_working_day(first + timedelta(days=n)) for n in range(1, days + 1))


def with_days_off(calendar: WorkCalendar, days: Iterable[date]) -> WorkCalendar:
    """Return *calendar* with further days on which nobody works."""
    return WorkCalendar(
        calendar.zone, calendar.start, calendar.end, calendar.days, calendar.region, calendar.off | set(days)
    )


@lru_cache(maxsize=256)
def holidays_of(region: str, year: int) -> frozenset[date]:
    """Return the public holidays of *region* in *year*; none for ``""``.

    Raises `UsageError` for a region that the `holidays` package does not know.
    """
    return frozenset(holiday_names(region, year))


@lru_cache(maxsize=256)
def holiday_names(region: str, year: int) -> dict[date, str]:
    """Return the public holidays of *region* in *year* with their names in the region's own language."""
    if not region:
        return {}
    asked = f"{region} {year}"
    if asked not in _known:
        _known[asked] = {day.isoformat(): name for day, name in _ask(region, year).items()}
    return {date.fromisoformat(day): name for day, name in _known[asked].items()}


def recall(known: Holidays) -> None:
    """Take public holidays as *known*; a region and year among them is not asked for again."""
    _known.update(known)


def recalled() -> Holidays:
    """Return all public holidays that are known so far."""
    return dict(_known)


def _ask(region: str, year: int) -> Mapping[date, str]:
    import holidays

    country, _, part = region.upper().replace("_", "-").replace("UK", "GB").partition("-")
    try:
        return holidays.country_holidays(country, subdiv=part or None, years=year)
    except NotImplementedError as error:
        raise UsageError(
            "unknown-region",
            "No public holidays are known for the region “{region}”.",
            hint="Use an ISO 3166 code such as DE, DE-BY, AT, CH-ZH, GB or US.",
            region=region,
        ) from error


def parts_of_country(region: str) -> frozenset[str]:
    """Return the codes of the parts of the country that *region* lies in: ``DE-BY`` gives ``BY``, ``BE`` …"""
    if not region:
        return frozenset()
    import holidays

    country = region.upper().partition("-")[0]
    try:
        return frozenset(holidays.country_holidays(country).subdivisions)
    except NotImplementedError:
        return frozenset()
