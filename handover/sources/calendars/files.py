"""Calendars that lie as files: one `.ics`, or a folder of them (an export, a vdir, a synchronised calendar)."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from handover.errors import SourceError
from handover.model import Event, Skipped
from handover.sources.calendars.base import MAX_BYTES, MAX_FILES
from handover.sources.calendars.ics import Reading, read_ics, too_large
from handover.sources.calendars.series import Budget

ENDINGS = (".ics", ".ical", ".icalendar")


@dataclass(frozen=True, slots=True)
class FileCalendar:
    """A path: a file, or a folder whose calendars are read as one."""

    path: str
    max_bytes: int = MAX_BYTES

    @property
    def uri(self) -> str:
        """The path as it was given."""
        return self.path

    def events(self, start: datetime, end: datetime, zone: ZoneInfo) -> tuple[list[Event], list[Skipped]]:
        """Return the events of all files in the window; a file that cannot be read is skipped, not fatal."""
        skipped: list[Skipped] = []
        budget = Budget()
        readings = [self._read(path, start, end, zone, budget) for path in self._paths(skipped)]
        if not os.path.isdir(self.path) and readings and not readings[0].is_calendar:
            raise _no_calendar(self.path)
        return joined(readings, skipped)

    def _read(self, path: str, start: datetime, end: datetime, zone: ZoneInfo, budget: Budget) -> Reading:
        name = os.path.basename(path)
        try:
            size = os.path.getsize(path)
            if size > (limit := min(self.max_bytes, budget.bytes)):
                return Reading([], [too_large(name, size, limit)], name)
            budget.bytes -= size
            with open(path, "rb") as file:
                data = file.read(self.max_bytes + 1)
        except OSError as error:
            return Reading([], [Skipped(name, name, "unreadable", error.strerror or str(error))], name)
        label = os.path.splitext(name)[0] if path == self.path else os.path.basename(os.path.dirname(path))
        reading = read_ics(data, start, end, zone, name=label, max_bytes=self.max_bytes, budget=budget)
        if path != self.path:
            reading.skipped = [one if one.locator != label else _named(one, name) for one in reading.skipped]
        return reading

    def _paths(self, skipped: list[Skipped]) -> Iterator[str]:
        if not os.path.isdir(self.path):
            yield self.path
            return
        found = 0
        for folder, folders, names in os.walk(self.path):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            for name in sorted(names):
                if not name.lower().endswith(ENDINGS) or name.startswith("."):
                    continue
                if found >= MAX_FILES:
                    skipped.append(Skipped(name, folder, "too_many_files", f"only {MAX_FILES} are read"))
                    return
                found += 1
                yield os.path.join(folder, name)


def open_files(path: str, *, max_bytes: int = MAX_BYTES) -> FileCalendar:
    """Open a file or folder; raises `SourceError` where there is none, or none that may be read."""
    path = os.path.expanduser(path)
    try:
        if os.path.isdir(path):
            os.listdir(path)
        elif os.path.exists(path) and not os.path.isfile(path):
            raise OSError("it is neither a file nor a folder")
        else:
            with open(path, "rb") as file:
                file.read(1)
    except FileNotFoundError:
        raise SourceError(
            "no_calendar",
            "There is no calendar at {path}.",
            hint="Give an .ics file, a folder of them, an https:// feed or caldavs://user@host/path.",
            source=path,
            path=path,
        ) from None
    except OSError as error:
        raise SourceError(
            "calendar_unreadable",
            "The calendar {path} cannot be read: {reason}.",
            hint="Check who may read the file.",
            source=path,
            path=path,
            reason=error.strerror or str(error),
        ) from None
    return FileCalendar(path, max_bytes)


def joined(readings: list[Reading], skipped: list[Skipped]) -> tuple[list[Event], list[Skipped]]:
    """Return the events of several files as one list, each occurrence once, a living one before a cancelled."""
    events: dict[tuple[str, datetime, datetime], Event] = {}
    for reading in readings:
        skipped = skipped + reading.skipped
        for event in reading.events:
            key = (event.uid, event.start, event.end)
            if key not in events or events[key].cancelled:
                events[key] = event
    return sorted(events.values(), key=lambda event: (event.start, event.end, event.uid)), skipped


def _named(skipped: Skipped, name: str) -> Skipped:
    return Skipped(name, skipped.folder, skipped.reason, skipped.detail)


def _no_calendar(path: str) -> SourceError:
    return SourceError(
        "not_a_calendar",
        "{path} is no calendar.",
        hint="A calendar file begins with BEGIN:VCALENDAR; export it again from the calendar program.",
        source=path,
        path=path,
    )
