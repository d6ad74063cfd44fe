"""The calendars of a run: the owner's events and absences, the deputies' events."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import timedelta

from handover.config.settings import Settings
from handover.errors import HandoverError, SourceError
from handover.model import Absence, Coverage, Event

LOOK_BACK = timedelta(days=60)
LOOK_AHEAD = timedelta(days=120)


@dataclass(slots=True)
class Calendars:
    """Events around now, oldest first; absences that the owner's calendar announces."""

    events: list[Event] = field(default_factory=list)
    deputies: dict[str, list[Event]] = field(default_factory=dict)
    absences: list[Absence] = field(default_factory=list)


def read_calendars(settings: Settings, errors: list[HandoverError], coverage: list[Coverage]) -> Calendars:
    """Read all calendars of *settings*; what cannot be read is added to *errors* and *coverage*."""
    found = Calendars()
    if not settings.calendars and not settings.deputy_calendars:
        return found
    from handover.absences import vacations

    found.events = _read(settings.calendars, settings, errors, coverage)
    for address, uri in settings.deputy_calendars.items():
        found.deputies[address.lower()] = _read([uri], settings, errors, coverage)
    found.absences = vacations(
        found.events,
        settings.zone,
        me=[address.address for address in settings.me],
        names=[address.name for address in settings.me if address.name],
        others=[person.name for person in settings.team],
    )
    return found


def _read(
    uris: Iterable[str], settings: Settings, errors: list[HandoverError], coverage: list[Coverage]
) -> list[Event]:
    from handover.app.session import secret_of
    from handover.sources.calendars import open_calendar

    events: list[Event] = []
    for uri in uris:
        seen = Coverage(uri.partition("?")[0], folders=1)
        coverage.append(seen)
        try:
            source = open_calendar(uri, secret=secret_of(settings, uri))
            seen.source = source.uri
            found, skips = source.events(settings.now - LOOK_BACK, settings.now + LOOK_AHEAD, settings.zone)
        except SourceError as error:
            errors.append(error)
            seen.complete = False
            continue
        events += found
        seen.skips, seen.skipped, seen.complete = list(skips), len(skips), not skips
    return sorted(events, key=lambda event: event.start)
