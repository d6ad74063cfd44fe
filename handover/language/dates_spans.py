"""Stretches of days: weeks, months, quarters, years, their beginnings and ends, and movable feasts.

Plain calendar arithmetic without words and without working time. Raises ValueError or OverflowError beyond
the years that `datetime` knows; the caller turns that into "no date".
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

MONTHS_IN = {"month": 1, "quarter": 3, "halfyear": 6, "year": 12}
STEPS = {"next": 1, "coming": 1, "this": 0, "last": -1, "afternext": 2, "beforelast": -2}


class Span(NamedTuple):
    """Days from *first* to *last*, both inclusive; *grain* names what they are (``week``, ``month``, …)."""

    first: date
    last: date
    grain: str


def week_of(day: date, weeks: int = 0) -> Span:
    """Return the ISO week of *day*, or the one *weeks* later."""
    monday = day - timedelta(days=day.weekday()) + timedelta(weeks=weeks)
    return Span(monday, monday + timedelta(days=6), "week")


def weekend_of(day: date, weeks: int = 0) -> Span:
    """Return Saturday and Sunday of the ISO week of *day*, or of the one *weeks* later."""
    week = week_of(day, weeks)
    return Span(week.last - timedelta(days=1), week.last, "weekend")


def calendar_week(year: int, week: int) -> Span:
    """Return ISO week *week* of *year*; ValueError where the year has none of that number."""
    return week_of(date.fromisocalendar(year, week, 1))


def months(year: int, month: int, count: int, grain: str) -> Span:
    """Return *count* months from *month* (which may lie outside 1..12) of *year* on."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    end_year, end_month = year + (month + count - 2) // 12, (month + count - 2) % 12 + 1
    return Span(date(year, month, 1), date(end_year, end_month, monthrange(end_year, end_month)[1]), grain)


def period(today: date, grain: str, step: int) -> Span:
    """Return the week, weekend, month, quarter, half-year or year that lies *step* after the one of *today*."""
    if grain == "week":
        return week_of(today, step)
    if grain == "weekend":
        return weekend_of(today, step)
    count = MONTHS_IN[grain]
    start = (today.month - 1) // count * count + 1
    return months(today.year, start + step * count, count, grain)


def add_months(day: date, count: int) -> date:
    """Return the same day *count* months later, or the month's last day where it has no such day."""
    first = months(day.year, day.month + count, 1, "month")
    return first.first.replace(day=min(day.day, first.last.day))


def slice_of(span: Span, edge: str) -> Span:
    """Return the beginning, middle, end or half of *span*, as people mean it.

    A week begins on Monday and Tuesday, its middle is Wednesday, its end Thursday on; a month has three
    times ten days; longer spans go by months.
    """
    first, last, grain = span
    if grain in ("week", "weekend"):
        low, high = _OF_WEEK[edge]
        monday = first - timedelta(days=first.weekday())
        return Span(monday + timedelta(days=low), monday + timedelta(days=high), "part")
    if grain == "month":
        low, high = _OF_MONTH[edge]
        return Span(first.replace(day=low), first.replace(day=min(high, last.day)), "part")
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    low, high = _OF_LONGER[edge](count)
    return months(first.year, first.month + low, high - low, "part")


_OF_WEEK = {
    "begin": (0, 1),
    "middle": (1, 2),
    "end": (3, 6),
    "half1": (0, 2),
    "half2": (3, 6),
    "late": (3, 6),
}
_OF_MONTH = {"begin": (1, 10), "middle": (11, 20), "end": (21, 31), "half1": (1, 15), "half2": (16, 31)}
_OF_LONGER: dict[str, Callable[[int], tuple[int, int]]] = {
    "begin": lambda n: (0, max(1, n // 12)),
    "middle": lambda n: ((n - 1) // 2, n // 2 if n % 2 == 0 else n // 2 + 1),
    "end": lambda n: (n - max(1, n // 12), n),
    "half1": lambda n: (0, max(1, n // 2)),
    "half2": lambda n: (n // 2, n),
}


def week_in_month(span: Span, which: int) -> Span:
    """Return the first, second … (1, 2 …) or last (-1) stretch of seven days of a month."""
    if which < 0:
        return Span(span.last - timedelta(days=6), span.last, "week")
    first = span.first + timedelta(days=7 * (which - 1))
    if first > span.last:
        raise ValueError("no such week")
    return Span(first, min(first + timedelta(days=6), span.last), "week")


def nth_weekday(span: Span, weekday: int, which: int) -> date:
    """Return the first, second … or last (-1) such weekday of *span*."""
    if which < 0:
        return span.last - timedelta(days=(span.last.weekday() - weekday) % 7)
    day = span.first + timedelta(days=(weekday - span.first.weekday()) % 7 + 7 * (which - 1))
    if day > span.last:
        raise ValueError("no such weekday")
    return day


def easter(year: int) -> date:
    """Return Easter Sunday of *year* in the Gregorian calendar (Meeus/Jones/Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    f = (b + 8) // 25
    g = (b - f + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    j = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * j) // 451
    month, day = divmod(h + j - 7 * m + 114, 31)
    return date(year, month, day + 1)


def feast(rule: str, year: int) -> Span:
    """Return the days of a feast in *year*.

    *rule* is one day or ``first..last``, each ``MM-DD``, ``easter+N``, ``advent-N``
    (from the last Sunday before Christmas), or ``MM/weekday/which``.
    """
    first, _, last = rule.partition("..")
    begin = _feast_day(first, year)
    end = _feast_day(last, year) if last else begin
    return Span(begin, end if end >= begin else _feast_day(last, year + 1), "feast")


def _feast_day(rule: str, year: int) -> date:
    if rule.startswith("easter"):
        return easter(year) + timedelta(days=int(rule[6:] or 0))
    if rule.startswith("advent"):
        christmas = date(year, 12, 25)
        return christmas - timedelta(days=christmas.weekday() + 1 - int(rule[6:] or 0))
    if "/" in rule:
        month, weekday, which = (int(part) for part in rule.split("/"))
        return nth_weekday(months(year, month, 1, "month"), weekday, which)
    month_text, _, day_text = rule.partition("-")
    return date(year, int(month_text), int(day_text))
