"""Series of one UID: rule, added and excluded dates, exceptions, as occurrences in a window.

recurring-ical-events expands them, but it sees a bare copy: checked rules, wall-clock times of one zone, no
texts. A rule that began long ago is moved on by whole intervals first, and every rule ends with the window,
so that expansion costs what is asked for. EXRULE, which RFC 5545 dropped, is not followed.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, tzinfo
from typing import Any

from handover.sources.calendars.component import Component
from handover.sources.calendars.rrule import Rule, check_rule
from handover.sources.calendars.timing import Timing, read_timing, wall_in
from handover.sources.calendars.values import Stamp, stamp_of, stamps_of, take_apart, unquoted
from handover.sources.calendars.zones import Zones

MAX_STEPS = 60_000
MAX_OCCURRENCES = 5_000
_MARGIN = timedelta(days=2)
_INDEX = "X-INDEX"


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One time at which a component takes place; *start* and *end* are in UTC."""

    component: Component
    start: datetime
    end: datetime
    all_day: bool
    recurring: bool
    damage: tuple[str, ...] = ()


@dataclass(slots=True)
class Window:
    """What is asked for: [*start*, *end*) in UTC; and how many steps of expansion the file has left."""

    start: datetime
    end: datetime
    steps_left: int = MAX_STEPS

    def holds(self, start: datetime, end: datetime) -> bool:
        """Tell whether something from *start* to *end* overlaps; a mere moment does where it lies inside."""
        return start < self.end and (end > self.start or start >= self.start)

    def walls(self, zone: tzinfo) -> tuple[datetime, datetime]:
        """Return the window by the wall clock of *zone*, a little wider."""
        begin, end = (moment.astimezone(zone).replace(tzinfo=None) for moment in (self.start, self.end))
        return begin - _MARGIN, end + _MARGIN


@dataclass(slots=True)
class Series:
    """The components of one UID: the entry itself (*core*), and those that replace single occurrences."""

    core: Component
    exceptions: list[Component] = field(default_factory=list)


def single(component: Component, zones: Zones, window: Window) -> Iterator[Occurrence]:
    """Yield the one occurrence of a component without a series; raises ValueError where it has no time."""
    timing = read_timing(component, zones)
    start, end = timing.moments()
    if window.holds(start, end):
        recurring = "RECURRENCE-ID" in component.properties
        yield Occurrence(component, start, end, timing.days is not None, recurring, tuple(timing.damage))


def expand(
    series: Series, zones: Zones, home: tzinfo | None, window: Window
) -> tuple[list[Occurrence], list[str]]:
    """Return the occurrences of a series inside *window*, and reasons for what could not be followed.

    *home* is the zone that the calendar names for itself: a series written in UTC keeps its hour there.
    Raises ValueError where the core has no time.
    """
    core = read_timing(series.core, zones)
    if home is not None and core.zone is zones.find("UTC"):
        core = core.in_zone(home)
    rules, reasons = _rules(series.core)
    exceptions, bad = _exceptions(series.exceptions, core, zones, window)
    plan = _Plan(series.core, core, exceptions, zones, window)
    lines = plan.lines(rules, reasons)
    found = list(_read_back(_expanded(lines, window, core.zone), plan)) if lines else []
    return [one for one in found if window.holds(one.start, one.end)], reasons + bad


def _rules(core: Component) -> tuple[list[Rule], list[str]]:
    rules: list[Rule] = []
    reasons: list[str] = []
    for rest in core.properties.get("RRULE", ()):
        try:
            rules.append(check_rule(take_apart(rest).value))
        except ValueError as error:
            reasons.append(str(error))
    return rules, reasons


@dataclass(slots=True)
class _Exception:
    component: Component
    replaces: Stamp
    range: str
    timing: Timing


def _exceptions(
    components: list[Component], core: Timing, zones: Zones, window: Window
) -> tuple[list[_Exception], list[str]]:
    """Read the exceptions that can matter for the window; each for itself, so that a bad one costs only itself."""
    found: list[_Exception] = []
    reasons: list[str] = []
    begin, end = window.walls(core.zone)
    for component in components:
        rest = component.first("RECURRENCE-ID")
        try:
            replaces, timing = stamp_of(rest), read_timing(component, zones)
        except ValueError as error:
            reasons.append(f"an exception: {error}")
            continue
        later = unquoted(take_apart(rest).parameters.get("RANGE", "")).upper() == "THISANDFUTURE"
        near = begin - core.length - _days(core) <= wall_in(replaces, core.zone, zones) <= end
        if near or later or window.holds(*timing.moments()):
            found.append(_Exception(component, replaces, "THISANDFUTURE" if later else "", timing))
    return found, reasons


@dataclass(slots=True)
class _Plan:
    """The bare copy of a series, in the wall clock of its core's zone."""

    core: Component
    timing: Timing
    exceptions: list[_Exception]
    zones: Zones
    window: Window

    def lines(self, rules: list[Rule], reasons: list[str]) -> list[str]:
        """Return the copy's lines; empty where nothing of it can fall into the window."""
        begin, end = self.window.walls(self.timing.zone)
        begin -= self.timing.wall_end - self.timing.wall
        texts: list[str] = []
        start = self.timing.wall
        for rule in rules:
            stop = min(self._until(rule) or end, end)
            moved, count = (
                move_on(rule, self.timing.wall, begin, stop) if len(rules) == 1 else (start, rule.count)
            )
            cost = rule.steps(stop - moved) + 10
            if cost > self.window.steps_left:
                reasons.append("too many repetitions")
                continue
            self.window.steps_left -= cost
            start = moved
            texts.append(rule.text(stop, count))
        dates = [*self._dates("RDATE"), *self._dates("EXDATE")]
        if start > end and not self.exceptions and not dates:
            return []
        body = self._body(start, start + (self.timing.wall_end - self.timing.wall), 0, "")
        copies = [*body[:-1], *(f"RRULE:{text}" for text in texts), *dates, body[-1]]
        for number, one in enumerate(self.exceptions, 1):
            copies += self._exception(one, number)
        return copies

    def _until(self, rule: Rule) -> datetime | None:
        if rule.until is None:
            return None
        if not isinstance(rule.until, datetime):
            return datetime(rule.until.year, rule.until.month, rule.until.day, 23, 59, 59)  # noqa: DTZ001
        if self.timing.days is not None:
            return rule.until.replace(hour=23, minute=59, second=59)
        return wall_in(Stamp(rule.until, "UTC" if rule.until_utc else ""), self.timing.zone, self.zones)

    def _dates(self, name: str) -> list[str]:
        begin, end = self.window.walls(self.timing.zone)
        begin -= self.timing.wall_end - self.timing.wall
        lines: list[str] = []
        for stamp, _ in stamps_of(self.core.properties.get(name, []), 2000):
            wall = wall_in(stamp, self.timing.zone, self.zones)
            if self.exceptions or begin <= wall <= end:
                as_day = stamp.is_day and name == "EXDATE"
                lines.append(f"{name}{_form(wall, as_day or self.timing.days is not None)}")
        return lines

    def _exception(self, one: _Exception, number: int) -> list[str]:
        """Return the lines of an exception, its times by the clock of the core."""
        timing = one.timing.in_zone(self.timing.zone)
        wall = wall_in(one.replaces, self.timing.zone, self.zones)
        if one.replaces.is_day and self.timing.days is None:
            wall = datetime.combine(wall, self.timing.wall.time())
        extra = f"RECURRENCE-ID{';RANGE=' if one.range else ''}{one.range}{_form(wall, self.timing.days is not None)}"
        return self._body(timing.wall, timing.wall_end, number, extra, whole=timing.days is not None)

    def _body(
        self, start: datetime, end: datetime, number: int, extra: str, *, whole: bool | None = None
    ) -> list[str]:
        whole = self.timing.days is not None if whole is None else whole
        lines = ["BEGIN:VEVENT", "UID:1", f"{_INDEX}:{number}", f"SEQUENCE:{number}"]
        lines += [f"DTSTART{_form(start, whole)}", f"DTEND{_form(end, whole)}"]
        return [*lines, extra, "END:VEVENT"] if extra else [*lines, "END:VEVENT"]


def move_on(rule: Rule, start: datetime, begin: datetime, stop: datetime) -> tuple[datetime, int | None]:
    """Return a later start of the same rhythm, still before *begin*, and the COUNT that then is left.

    Unchanged where the rhythm cannot be kept (a COUNT of an uneven rule, months without that day).
    """
    count = rule.count
    most = {"HOURLY": 1, "DAILY": 1, "WEEKLY": 7, "MONTHLY": 31, "YEARLY": 366}[rule.freq]
    if count is not None and count >= rule.steps(stop - start) * most:
        count = None
    if begin - start < timedelta(days=60) or (count is not None and rule.parts):
        return start, count
    unit = {"HOURLY": timedelta(hours=1), "DAILY": timedelta(days=1), "WEEKLY": timedelta(weeks=1)}.get(
        rule.freq
    )
    if unit is not None:
        skipped = max((begin - start - timedelta(days=15)) // (unit * rule.interval), 0)
        left = None if count is None else max(count - skipped, 0)
        if left == 0:
            return start, count
        return start + skipped * unit * rule.interval, left
    if rule.freq == "MONTHLY" and count is None:
        return _months_on(rule, start, begin), None
    return start, count


def _months_on(rule: Rule, start: datetime, begin: datetime) -> datetime:
    months = (begin.year - start.year) * 12 + begin.month - start.month - 2
    skipped = months // rule.interval
    for fewer in range(12):
        years, month = divmod(start.month - 1 + (skipped - fewer) * rule.interval, 12)
        if skipped - fewer <= 0:
            return start
        try:
            return start.replace(year=start.year + years, month=month + 1)
        except ValueError:
            continue
    return start


def _expanded(lines: list[str], window: Window, zone: tzinfo) -> list[Any]:
    import icalendar
    import recurring_ical_events

    text = "\r\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-", *lines, "END:VCALENDAR", ""])
    begin, end = window.walls(zone)
    with warnings.catch_warnings():
        warnings.simplefilter(
            "ignore"
        )  # dateutil dislikes COUNT beside UNTIL; here UNTIL is only the window's end
        calendar = icalendar.Calendar.from_ical(text.encode())
        found = recurring_ical_events.of(calendar, components=["VEVENT"]).between(begin, end)
    return list(found[:MAX_OCCURRENCES])


def _read_back(found: list[Any], plan: _Plan) -> Iterator[Occurrence]:
    for copy in found:
        number = int(copy[_INDEX])
        begin = copy["DTSTART"].dt
        one = plan.exceptions[number - 1] if number else None
        timing = one.timing if one else plan.timing
        if one and not one.range:
            start, end = timing.moments()
        else:
            wall = begin if isinstance(begin, datetime) else _midnight(begin)
            start, end = timing.in_zone(plan.timing.zone).moments(wall)
        component = one.component if one else plan.core
        yield Occurrence(component, start, end, timing.days is not None, True, tuple(timing.damage))


def _form(wall: datetime, whole: bool) -> str:
    return f";VALUE=DATE:{wall:%Y%m%d}" if whole else f":{wall:%Y%m%dT%H%M%S}"


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day)  # noqa: DTZ001


def _days(timing: Timing) -> timedelta:
    return timedelta(days=timing.days or 0)
