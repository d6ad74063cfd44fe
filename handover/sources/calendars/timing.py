"""When one component takes place: start, zone and length, whatever way the calendar writes them.

A missing or impossible end costs the end, never the entry; only without a start there is nothing to tell.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, tzinfo

from handover.sources.calendars.component import Component
from handover.sources.calendars.values import MAX_LENGTH, Stamp, read_duration, stamp_of, take_apart, word_of
from handover.sources.calendars.zones import Zones

_ALL_DAY_MARKS = ("X-MICROSOFT-CDO-ALLDAYEVENT", "X-MICROSOFT-MSNCALENDAR-ALLDAYEVENT")


@dataclass(slots=True)
class Timing:
    """A start as a wall clock in *zone*, and how long it lasts.

    *days* is the number of whole days, or None for an entry with clock times, whose *length* is exact time.
    *floating*: it was written without a zone, and so is compared loosely with dates that have one.
    """

    wall: datetime
    zone: tzinfo
    days: int | None
    length: timedelta
    damage: list[str] = field(default_factory=list)
    floating: bool = False

    @property
    def wall_end(self) -> datetime:
        """The end by the wall clock, a change of the clock left aside."""
        return self.wall + (self.length if self.days is None else timedelta(days=self.days))

    def moments(self, wall: datetime | None = None) -> tuple[datetime, datetime]:
        """Return start and end in UTC, of the entry itself or of its occurrence at *wall*."""
        wall = wall or self.wall
        start = to_utc(wall, self.zone)
        if self.days is None:
            return start, start + self.length
        return start, to_utc(wall + timedelta(days=self.days), self.zone)

    def in_zone(self, zone: tzinfo) -> Timing:
        """Return the same time by the clock of *zone*; whole days stay the days they are."""
        if self.days is not None or zone is self.zone:
            return self
        wall = to_utc(self.wall, self.zone).astimezone(zone).replace(tzinfo=None)
        return Timing(wall, zone, None, self.length, self.damage)


def read_timing(component: Component, zones: Zones) -> Timing:
    """Read DTSTART with DTEND or DURATION; raises ValueError where there is no start."""
    start = stamp_of(component.first("DTSTART"))
    damage: list[str] = []
    zone = zone_of(start, zones, damage)
    if start.is_day or _is_marked_all_day(component, start):
        return Timing(
            _midnight(start.wall), zones.home, _days(component, start, zones, damage), timedelta(0), damage
        )
    end = _end(component, start, zone, zones, damage)
    length = end - to_utc(start.wall, zone)
    if length < timedelta(0):
        damage.append("end_before_start")
    return Timing(start.wall, zone, None, _capped(max(length, timedelta(0)), damage), damage, not start.zone)


def zone_of(stamp: Stamp, zones: Zones, damage: list[str]) -> tzinfo:
    """Return the zone of a time; the owner's, with a note in *damage*, where its name means nothing."""
    zone = zones.find(stamp.zone)
    if zone is None:
        if "unknown_zone" not in damage:
            damage.append("unknown_zone")
        return zones.home
    return zone


def wall_in(stamp: Stamp, zone: tzinfo, zones: Zones) -> datetime:
    """Return what the clock of *zone* shows at *stamp*; floating times and days are taken as they stand."""
    if stamp.is_day or not stamp.zone:
        return stamp.wall
    return to_utc(stamp.wall, zone_of(stamp, zones, [])).astimezone(zone).replace(tzinfo=None)


def to_utc(wall: datetime, zone: tzinfo) -> datetime:
    """Return the moment (UTC) at which the clock of *zone* shows *wall*."""
    return wall.replace(tzinfo=zone).astimezone(UTC)


def _is_marked_all_day(component: Component, start: Stamp) -> bool:
    midnight = start.wall.time() == datetime.min.time()
    return midnight and any(word_of(component.first(name)) == "TRUE" for name in _ALL_DAY_MARKS)


def _days(component: Component, start: Stamp, zones: Zones, damage: list[str]) -> int:
    """Return the number of days; DTEND names the day after the last (RFC 5545, 3.6.1), at least one."""
    days = 1
    try:
        if rest := component.first("DTEND"):
            end = stamp_of(rest)
            if end.is_day != start.is_day:
                damage.append("mixed_times")
            last = _midnight(end.wall)
            days = (last - _midnight(start.wall)).days + (last != end.wall)
        elif rest := component.first("DURATION"):
            whole, exact = read_duration(take_apart(rest).value)
            days = whole.days + -(-exact // timedelta(days=1))
    except (ValueError, OverflowError):
        damage.append("bad_end")
    if days < 0:
        damage.append("end_before_start")
    return max(_capped(timedelta(days=days), damage).days, 1)


def _end(component: Component, start: Stamp, zone: tzinfo, zones: Zones, damage: list[str]) -> datetime:
    try:
        if rest := component.first("DTEND"):
            end = stamp_of(rest)
            if end.is_day:
                damage.append("mixed_times")
            return to_utc(end.wall, zone_of(end, zones, damage) if end.zone else zone)
        if rest := component.first("DURATION"):
            whole, exact = read_duration(take_apart(rest).value)
            return to_utc(start.wall + whole, zone) + exact
    except (ValueError, OverflowError):
        damage.append("bad_end")
    return to_utc(start.wall, zone)


def _capped(length: timedelta, damage: list[str]) -> timedelta:
    if length > MAX_LENGTH:
        damage.append("endless")
        return MAX_LENGTH
    return length


def _midnight(wall: datetime) -> datetime:
    return wall.replace(hour=0, minute=0, second=0)
