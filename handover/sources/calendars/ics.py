"""One calendar file: bytes in, events of a window and what could not be read out.

Entries that cannot touch the window are dropped while scanning, so that ten years of history cost little.
The rest is grouped by UID; each group is read for itself, and whatever goes wrong in it stays in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo

from handover.model import Event, Skipped
from handover.sources.calendars.base import MAX_BYTES
from handover.sources.calendars.component import Component, Head, scan
from handover.sources.calendars.entry import events_of, uid_of
from handover.sources.calendars.series import Budget, Occurrence, Series, Window, expand, sequence_of, single
from handover.sources.calendars.values import MAX_LENGTH, stamp_of, text_of, word_of
from handover.sources.calendars.zones import Zones, named_zone

MAX_SKIPPED = 1_000
MAX_YEARS = 30
_FAR = MAX_LENGTH + timedelta(days=2)
_REPEATING = ("RRULE", "RDATE", "RECURRENCE-ID")


@dataclass(slots=True)
class Reading:
    """What came of one file: events oldest first, what was skipped, the name the calendar gives itself."""

    events: list[Event] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    name: str = ""
    is_calendar: bool = True


def read_ics(
    data: bytes,
    start: datetime,
    end: datetime,
    zone: ZoneInfo,
    *,
    name: str,
    max_bytes: int = MAX_BYTES,
    budget: Budget | None = None,
) -> Reading:
    """Read the events of a calendar file that overlap [*start*, *end*); never raises, whatever the bytes hold.

    *name* stands for the file in what is skipped, and for the calendar where it has no name of its own. *budget*
    is what the source has left, where the file is one of several.
    """
    if len(data) > max_bytes:
        return Reading([], [too_large(name, len(data), max_bytes)], name)
    window = Window(start.astimezone(UTC), end.astimezone(UTC), budget or Budget())
    reading = Reading(name=name)
    head = Head()
    zones = Zones(zone, range(start.year - 2, min(end.year, start.year + MAX_YEARS) + 3))
    groups = _groups(scan(data, head), zones, window)
    reading.is_calendar = head.is_calendar
    if not reading.is_calendar:
        reading.skipped.append(Skipped(name, name, "not_a_calendar", _first_words(data)))
        return reading
    reading.name = text_of(head.properties.get("X-WR-CALNAME", ""), 200) or name
    home = named_zone(text_of(head.properties.get("X-WR-TIMEZONE", ""), 200))
    for components in groups.values():
        _read_group(components, zones, home, window, reading)
    if head.cut:
        reading.skipped.append(Skipped(name, name, "too_many_lines"))
    del reading.skipped[MAX_SKIPPED:]
    reading.events.sort(key=lambda event: (event.start, event.end, event.uid))
    return reading


def too_large(name: str, size: int, limit: int) -> Skipped:
    """Return the note for a calendar that is larger than *limit* bytes."""
    return Skipped(name, name, "too_large", f"{size} bytes, at most {limit} are read")


def _groups(
    components: Iterable[Component], zones: Zones, window: Window
) -> dict[tuple[str, bool], list[Component]]:
    """Collect what may touch the window by UID; cancellations that came as messages stay apart.

    An entry whose newest version lies outside the window is not found by an older one inside it.
    """
    groups: dict[tuple[str, bool], list[Component]] = {}
    moved: dict[tuple[str, bool], int] = {}
    for component in components:
        if component.name == "VTIMEZONE":
            zones.define(component)
        elif component.properties:
            key = uid_of(component), component.method == "CANCEL"
            if _may_touch(component, window):
                groups.setdefault(key, []).append(component)
            elif version := sequence_of(component):
                moved[key] = max(version, moved.get(key, 0))
    for key in moved.keys() & groups.keys():
        groups[key] = [one for one in groups[key] if sequence_of(one) >= moved[key]]
    return {key: found for key, found in groups.items() if found}


def _may_touch(component: Component, window: Window) -> bool:
    if any(name in component.properties for name in _REPEATING):
        return True
    try:
        wall = stamp_of(component.first("DTSTART")).wall
    except (ValueError, OverflowError):
        return True
    begin, end = window.start.replace(tzinfo=None), window.end.replace(tzinfo=None)
    if wall > end + timedelta(days=2):
        return False
    if wall >= begin - timedelta(days=2):
        return True
    if "DTEND" not in component.properties:
        return "DURATION" in component.properties and wall >= begin - _FAR
    try:
        return stamp_of(component.first("DTEND")).wall >= begin - timedelta(days=2)
    except (ValueError, OverflowError):
        return False


def _read_group(
    components: list[Component], zones: Zones, home: tzinfo | None, window: Window, reading: Reading
) -> None:
    for series in _series_of(components):
        locator = uid_of(series.core)
        try:
            found, reasons = _occurrences(series, zones, home, window)
        except (ValueError, OverflowError) as error:
            reading.skipped.append(Skipped(locator, reading.name, "bad_time", str(error)[:200]))
            continue
        except Exception as error:  # a library's surprise about one entry must not hide the others
            detail = f"{type(error).__name__}: {error}"[:200]
            reading.skipped.append(Skipped(locator, reading.name, "unreadable", detail))
            continue
        for reason in dict.fromkeys(reasons):
            reading.skipped.append(Skipped(locator, reading.name, "bad_rule", reason))
        if len(found) > window.budget.events:
            reading.skipped.append(Skipped(locator, reading.name, "too_many_events"))
            del found[window.budget.events :]
        window.budget.events -= len(found)
        reading.events.extend(events_of(found, reading.name))


def _occurrences(
    series: Series, zones: Zones, home: tzinfo | None, window: Window
) -> tuple[list[Occurrence], list[str]]:
    if series.repeats:
        return expand(series, zones, home, window)
    return list(single(series.core, zones, window)), []


def _series_of(components: list[Component]) -> Iterator[Series]:
    """Tell the entry from its exceptions, and newer versions of an entry from older ones.

    Two different entries under one UID are a fault of the calendar; both are kept.
    """
    if len(components) == 1:
        yield Series(components[0])
        return
    components = sorted(components, key=_version)
    exceptions = [one for one in components if "RECURRENCE-ID" in one.properties]
    cores: dict[str, Component] = {}
    for one in components:
        if "RECURRENCE-ID" not in one.properties:
            cores[one.first("SUMMARY")] = one
    if not cores:
        yield from (Series(one) for one in {one.first("RECURRENCE-ID"): one for one in exceptions}.values())
        return
    newest = max(cores.values(), key=_version)
    for core in cores.values():
        if core is newest or _version(core)[0] == _version(newest)[0]:
            yield Series(core, exceptions if core is newest else [])


def _version(component: Component) -> tuple[int, str, int]:
    """Return what orders the versions of an entry: SEQUENCE, then DTSTAMP, then the place in the file."""
    return sequence_of(component), word_of(component.first("DTSTAMP")), component.number


def _first_words(data: bytes) -> str:
    text = data[:80].decode("utf-8", "replace")
    return "empty" if not data.strip() else "begins with " + repr(" ".join(text.split())[:40])
