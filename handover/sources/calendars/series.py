"""Series of one UID: rule, added and excluded dates, exceptions, as occurrences in a window.

Everything happens on the wall clock of the series' zone, so that nine o'clock stays nine o'clock when the
clocks change. Ordinary series are put together here; what is unusual (an exception for "this and future",
several rules) goes to recurring-ical-events by way of `reference`. A test holds both to the same answer.
EXRULE, which RFC 5545 dropped, is not followed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta, tzinfo

from handover.sources.calendars.component import Component
from handover.sources.calendars.recurrence import cost, unfold
from handover.sources.calendars.rrule import Rule, last_wall, read_rule
from handover.sources.calendars.timing import Timing, read_timing, wall_in
from handover.sources.calendars.values import (
    Stamp,
    read_duration,
    stamp_of,
    stamps_of,
    take_apart,
    unquoted,
    word_of,
)
from handover.sources.calendars.zones import Zones

MAX_COST = 300_000
"""How many days all rules of one file may look at; half a second."""

LIBRARY_COST = 30
"""What an occurrence costs that the library puts together, in days looked at."""

MAX_TOTAL_COST = 3_000_000
MAX_EVENTS = 15_000
MAX_TOTAL_BYTES = 256 * 1024 * 1024

MAX_OCCURRENCES = 5_000
MAX_DATES = 2_000
_MARGIN = timedelta(days=2)
_NEVER = datetime.combine(date(9999, 12, 30), time())


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
class Budget:
    """How much expansion, how many events and bytes are left for one source, over all its files."""

    cost: int = MAX_TOTAL_COST
    events: int = MAX_EVENTS
    bytes: int = MAX_TOTAL_BYTES


@dataclass(slots=True)
class Window:
    """What is asked for: [*start*, *end*) in UTC; and what it may cost, for this file and its source."""

    start: datetime
    end: datetime
    budget: Budget = field(default_factory=Budget)
    cost_left: int = MAX_COST

    def pay(self, cost: int) -> bool:
        """Take *cost* off what is left, or return False where that is less."""
        if cost > min(self.cost_left, self.budget.cost):
            return False
        self.cost_left -= cost
        self.budget.cost -= cost
        return True

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

    @property
    def repeats(self) -> bool:
        """Whether there is more to it than one component."""
        properties = self.core.properties
        more = bool(self.exceptions) or "RRULE" in properties or "RDATE" in properties
        return more and "RECURRENCE-ID" not in properties


@dataclass(slots=True)
class Replacement:
    """A component that takes the place of the occurrence at *wall*, or of that and all later ones."""

    component: Component
    timing: Timing
    wall: datetime
    and_later: bool = False


@dataclass(slots=True)
class Plan:
    """A series in the wall clock of its core's zone: what takes place when, before any exception."""

    core: Component
    timing: Timing
    walls: set[datetime] = field(default_factory=set)
    lengths: dict[datetime, timedelta] = field(default_factory=dict)
    excluded: set[datetime] = field(default_factory=set)
    excluded_days: set[date] = field(default_factory=set)
    replacements: dict[datetime, Replacement] = field(default_factory=dict)
    reasons: list[str] = field(default_factory=list)

    def excludes(self, wall: datetime) -> bool:
        """Tell whether EXDATE takes this occurrence out."""
        return wall in self.excluded or wall.date() in self.excluded_days

    def occurrence(self, wall: datetime) -> Occurrence:
        """Return the core's occurrence at *wall*."""
        start, end = self.timing.moments(wall)
        if wall in self.lengths:
            end = start + self.lengths[wall]
        return Occurrence(
            self.core, start, end, self.timing.days is not None, True, tuple(self.timing.damage)
        )


def single(component: Component, zones: Zones, window: Window) -> Iterator[Occurrence]:
    """Yield the one occurrence of a component without a series; raises ValueError where it has no time."""
    timing = read_timing(component, zones)
    one = _alone(component, timing, recurring="RECURRENCE-ID" in component.properties)
    if window.holds(one.start, one.end):
        yield one


def expand(
    series: Series, zones: Zones, home: tzinfo | None, window: Window
) -> tuple[list[Occurrence], list[str]]:
    """Return the occurrences of a series inside *window*, and reasons for what could not be followed.

    *home* is the zone that the calendar names for itself: a series written in UTC keeps its hour there.
    Raises ValueError where the core has no time.
    """
    timing = read_timing(series.core, zones)
    if home is not None and timing.zone is zones.find("UTC"):
        timing = timing.in_zone(home)
    plan = Plan(series.core, timing)
    begin, end = window.walls(timing.zone)
    begin -= timing.wall_end - timing.wall
    _add_walls(plan, window, begin, end, zones)
    _add_dates(plan, zones)
    _add_replacements(plan, series.exceptions, zones)
    _drop_stale(plan, begin, end)
    if any(one.and_later for one in plan.replacements.values()) and _affords_library(plan, window):
        from handover.sources.calendars.reference import compose

        found = compose(plan, begin, end)
    else:
        found = _composed(plan, begin, end)
    return [one for one in found if window.holds(one.start, one.end)][:MAX_OCCURRENCES], plan.reasons


def _affords_library(plan: Plan, window: Window) -> bool:
    """Pay for the slower way; where the budget is used up, exceptions count for their own occurrence only."""
    affords = window.pay(LIBRARY_COST * len(plan.walls) + 10 * LIBRARY_COST * len(plan.replacements))
    if not affords:
        plan.reasons.append("too many exceptions for this and future")
    return affords


def _composed(plan: Plan, begin: datetime, end: datetime) -> Iterator[Occurrence]:
    for wall in sorted(plan.walls):
        if begin <= wall <= end and wall not in plan.replacements and not plan.excludes(wall):
            yield plan.occurrence(wall)
    for wall, one in plan.replacements.items():
        if not plan.excludes(wall):
            yield _alone(one.component, one.timing, recurring=True)


def _alone(component: Component, timing: Timing, *, recurring: bool) -> Occurrence:
    start, end = timing.moments()
    return Occurrence(component, start, end, timing.days is not None, recurring, tuple(timing.damage))


def _add_walls(plan: Plan, window: Window, begin: datetime, end: datetime, zones: Zones) -> None:
    """Unfold the rules; the start itself counts too, unless the series ended before it (RFC 5545, 3.8.5.3)."""
    lasts: list[datetime] = []
    for rest in plan.core.properties.get("RRULE", ()):
        if not (text := take_apart(rest).value.strip()):
            continue
        try:
            rule = read_rule(text)
            last = _last(rule, plan.timing, zones)
        except ValueError as error:
            plan.reasons.append(str(error))
            continue
        lasts.append(last)
        stop = min(last, end)
        if window.pay(cost(rule, plan.timing.wall, begin, stop)):
            plan.walls.update(unfold(rule, plan.timing.wall, begin, stop))
        else:
            plan.reasons.append("too many repetitions")
    if plan.timing.wall <= max(lasts, default=_NEVER):
        plan.walls.add(plan.timing.wall)


def _last(rule: Rule, timing: Timing, zones: Zones) -> datetime:
    if rule.until is None:
        return _NEVER
    if rule.until.is_day:
        return last_wall(rule.until.at)
    if timing.days is not None:
        return last_wall(rule.until.wall.date())
    return wall_in(rule.until, timing.zone, zones)


def _add_dates(plan: Plan, zones: Zones) -> None:
    whole = plan.timing.days is not None
    for stamp, until in stamps_of(plan.core.properties.get("RDATE", []), MAX_DATES):
        wall = _wall(stamp, plan.timing, zones)
        plan.walls.add(wall)
        if until and not whole:
            plan.lengths[wall] = _period(stamp, until, plan.timing, zones)
    for stamp, _ in stamps_of(plan.core.properties.get("EXDATE", []), MAX_DATES):
        if stamp.is_day and not whole:
            plan.excluded_days.add(stamp.wall.date())
        else:
            plan.excluded.add(_wall(stamp, plan.timing, zones))
            if plan.timing.floating:
                plan.excluded.add(_wall(Stamp(stamp.at), plan.timing, zones))


def _drop_stale(plan: Plan, begin: datetime, end: datetime) -> None:
    """Leave out exceptions of an older version of the series whose occurrence it no longer has."""
    version = sequence_of(plan.core)
    for wall, one in list(plan.replacements.items()):
        gone = begin <= wall <= end and wall not in plan.walls
        if gone and sequence_of(one.component) < version:
            del plan.replacements[wall]


def sequence_of(component: Component) -> int:
    """Return the SEQUENCE of a component: which revision it is (RFC 5545, 3.8.7.4)."""
    word = word_of(component.first("SEQUENCE"))[:9]
    return int(word) if word.isdecimal() else 0


def _wall(stamp: Stamp, timing: Timing, zones: Zones) -> datetime:
    """Return the wall clock of a date that names an occurrence; a mere day means the series' own hour."""
    wall = wall_in(stamp, timing.zone, zones)
    if timing.days is not None or stamp.is_day:
        return datetime.combine(wall, timing.wall.time())
    return wall


def _period(stamp: Stamp, until: str, timing: Timing, zones: Zones) -> timedelta:
    try:
        if until.upper().startswith(("P", "+P")):
            whole, exact = read_duration(until)
            return whole + exact
        end = Stamp(stamp_of(":" + until).at, "UTC" if until[-1:] in "Zz" else stamp.zone)
        length = wall_in(end, timing.zone, zones) - wall_in(stamp, timing.zone, zones)
    except ValueError:
        return timing.length
    return max(length, timedelta(0))


def _add_replacements(plan: Plan, components: list[Component], zones: Zones) -> None:
    """Read the exceptions, each for itself, so that a bad one costs only itself; of two, the later counts."""
    for component in components:
        rest = component.first("RECURRENCE-ID")
        try:
            wall, timing = _wall(stamp_of(rest), plan.timing, zones), read_timing(component, zones)
        except ValueError as error:
            plan.reasons.append(f"an exception: {error}")
            continue
        later = unquoted(take_apart(rest).parameters.get("RANGE", "")).upper() == "THISANDFUTURE"
        plan.replacements[wall] = Replacement(component, timing, wall, later)
