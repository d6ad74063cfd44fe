"""Calendars on a CalDAV server (RFC 4791): a small client that only reads.

The address may name a calendar, the folder of somebody's calendars, or just the server. It asks with PROPFIND
and REPORT and never with anything that changes; no other server is ever contacted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

from handover.credentials import Secret
from handover.errors import SourceError
from handover.model import Event, Skipped
from handover.sources.calendars import failures
from handover.sources.calendars.files import joined
from handover.sources.calendars.ics import Reading, read_ics
from handover.sources.calendars.multistatus import (
    PROPERTIES,
    Resource,
    events_query,
    multiget_query,
    read_multistatus,
)
from handover.sources.calendars.place import Place
from handover.sources.calendars.series import Budget
from handover.sources.calendars.wire import Client, TooLargeError

MAX_CALENDARS = 100
MAX_RESOURCES = 20_000
CHUNK = 100
WELL_KNOWN = "/.well-known/caldav"


class CalDavCalendar:
    """All calendars of an account, or the one that the address names."""

    def __init__(
        self, place: Place, *, secret: Callable[[str, str], Secret] | None, deadline_s: float, max_bytes: int
    ) -> None:
        self.place = place
        self._secret, self._deadline_s, self._max_bytes = secret, deadline_s, max_bytes

    @property
    def uri(self) -> str:
        """The account's address, without any secret."""
        return self.place.uri

    def events(self, start: datetime, end: datetime, zone: ZoneInfo) -> tuple[list[Event], list[Skipped]]:
        """Return the events of every calendar found; one that fails does not hide the others."""
        readings: list[Reading] = []
        skipped: list[Skipped] = []
        budget = Budget()
        client = Client(
            self.place, secret=self._secret, deadline_s=self._deadline_s, max_bytes=self._max_bytes
        )
        try:
            calendars = list(self._calendars(client, skipped))
            for calendar in calendars[:MAX_CALENDARS]:
                try:
                    found = self._resources(client, calendar, start, end)
                except (SourceError, TooLargeError) as error:
                    if len(calendars) == 1 and isinstance(error, SourceError):
                        raise
                    reason = error.code if isinstance(error, SourceError) else "too_large"
                    skipped.append(
                        Skipped(calendar.target, calendar.name or calendar.target, reason, str(error))
                    )
                    continue
                name = calendar.name or calendar.target.rstrip("/").rpartition("/")[2]
                for data in found:
                    readings.append(read_ics(data.encode(), start, end, zone, name=name, budget=budget))
        finally:
            client.close()
        if len(calendars) > MAX_CALENDARS:
            skipped.append(
                Skipped(self.uri, self.uri, "too_many_calendars", f"only {MAX_CALENDARS} are read")
            )
        return joined(readings, skipped)

    def _calendars(self, client: Client, skipped: list[Skipped]) -> Iterator[Resource]:
        """Yield the calendars: the address itself, or what lies in the homes that the server names."""
        here = self._find(client, self.place.target, depth=0)
        if not here and self.place.target in ("", "/"):
            here = self._find(client, WELL_KNOWN, depth=0)
        if any(one.is_calendar for one in here):
            yield from (one for one in here if one.is_calendar)
            return
        homes = [home for one in here for home in one.homes]
        if not homes:
            principals = [one.principal for one in here if one.principal]
            named = (self._find(client, principal, depth=0) for principal in principals[:1])
            homes = [home for found in named for one in found for home in one.homes]
        seen: set[str] = set()
        for home in dict.fromkeys(homes or [one.target for one in here]):
            for one in self._find(client, home, depth=1):
                if one.has_events and one.target not in seen:
                    seen.add(one.target)
                    yield one
        if not seen:
            skipped.append(Skipped(self.uri, self.uri, "no_calendar", "the account holds no calendar"))

    def _find(self, client: Client, target: str, *, depth: int) -> list[Resource]:
        """Return what a PROPFIND tells of *target*; nothing where the root of a server has nothing to tell."""
        answer = client.request("PROPFIND", target, body=PROPERTIES, headers=_headers(depth))
        if answer.status in (404, 405) and target in ("", "/"):
            return []
        return self._multistatus(answer.status, answer.body, answer.target)

    def _resources(self, client: Client, calendar: Resource, start: datetime, end: datetime) -> list[str]:
        answer = client.request("REPORT", calendar.target, body=events_query(start, end), headers=_headers(1))
        found = self._multistatus(answer.status, answer.body, answer.target)[:MAX_RESOURCES]
        texts = [one.data for one in found if one.data]
        bare = [
            one.target
            for one in found
            if one.data is None and one.target.rstrip("/") != calendar.target.rstrip("/")
        ]
        for at in range(0, len(bare), CHUNK):
            body = multiget_query(bare[at : at + CHUNK])
            answer = client.request("REPORT", calendar.target, body=body, headers=_headers(1))
            more = self._multistatus(answer.status, answer.body, answer.target)
            texts += [one.data for one in more if one.data]
        return texts

    def _multistatus(self, status: int, body: bytes, target: str) -> list[Resource]:
        if status != 207:
            raise failures.refused(self.place, status)
        try:
            return read_multistatus(body, self.place.origin, target)
        except ValueError as error:
            raise failures.bad_xml(self.place, str(error)) from error


def _headers(depth: int) -> dict[str, str]:
    return {"Depth": str(depth), "Content-Type": "application/xml; charset=utf-8", "Prefer": "return=minimal"}
