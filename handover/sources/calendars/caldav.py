"""Calendars on a CalDAV server (RFC 4791): a small client that only reads.

The address may name a calendar, the folder of somebody's calendars, or just the server. It asks with PROPFIND
and REPORT and never with anything that changes; no other server is ever contacted.
"""

from __future__ import annotations

from collections.abc import Callable
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
from handover.sources.calendars.wire import Answer, Client, TooLargeError

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
            calendars = self._calendars(client, skipped)
            for calendar in calendars:
                name = calendar.name or calendar.target.rstrip("/").rpartition("/")[2]
                for data in self._texts(client, calendar, start, end, skipped, alone=len(calendars) == 1):
                    data_bytes = data.encode(errors="replace")
                    readings.append(read_ics(data_bytes, start, end, zone, name=name, budget=budget))
        except TooLargeError:
            raise failures.bad_xml(self.place, "an answer of enormous size") from None
        finally:
            client.close()
        return joined(readings, skipped)

    def _texts(
        self,
        client: Client,
        calendar: Resource,
        start: datetime,
        end: datetime,
        skipped: list[Skipped],
        *,
        alone: bool,
    ) -> list[str]:
        """Return the entries of one calendar; its failure is noted, and raised only where it is the only one."""
        try:
            return self._resources(client, calendar, start, end)
        except TooLargeError:
            reason, detail = "too_large", f"more than {self._max_bytes} bytes"
        except SourceError as error:
            if alone:
                raise
            reason, detail = error.code, str(error)
        skipped.append(Skipped(calendar.target, calendar.name or calendar.target, reason, detail))
        return []

    def _calendars(self, client: Client, skipped: list[Skipped]) -> list[Resource]:
        """Return the calendars: the address itself, or what lies in the homes that the server names."""
        here = self._find(client, self.place.target) or self._find(client, WELL_KNOWN)
        named = [one for one in here if one.is_calendar]
        if not named:
            found = (one for home in self._homes(client, here) for one in self._find(client, home, depth=1))
            named = list({one.target: one for one in found if one.has_events}.values())
        if not named:
            skipped.append(Skipped(self.uri, self.uri, "no_calendar", "the account holds no calendar"))
        if len(named) > MAX_CALENDARS:
            detail = f"only {MAX_CALENDARS} are read"
            skipped.append(Skipped(self.uri, self.uri, "too_many_calendars", detail))
        return named[:MAX_CALENDARS]

    def _homes(self, client: Client, here: list[Resource]) -> list[str]:
        """Return the folders that hold somebody's calendars, by way of their principal where need be."""
        homes = [home for one in here for home in one.homes]
        principals = [one.principal for one in here if one.principal]
        if not homes and principals:
            homes = [home for one in self._find(client, principals[0]) for home in one.homes]
        return list(dict.fromkeys(homes or (one.target for one in here)))

    def _find(self, client: Client, target: str, *, depth: int = 0) -> list[Resource]:
        """Return what a PROPFIND tells of *target*; nothing where the root of a server is just a web page."""
        answer = client.request("PROPFIND", target, body=PROPERTIES, headers=_headers(depth))
        if target == "/" and answer.status not in (207, 401):
            return []
        return self._multistatus(answer)

    def _resources(self, client: Client, calendar: Resource, start: datetime, end: datetime) -> list[str]:
        answer = client.request("REPORT", calendar.target, body=events_query(start, end), headers=_headers(1))
        found = self._multistatus(answer)[:MAX_RESOURCES]
        texts = [one.data for one in found if one.data]
        bare = [
            one.target
            for one in found
            if one.data is None and one.target.rstrip("/") != calendar.target.rstrip("/")
        ]
        for at in range(0, len(bare), CHUNK):
            body = multiget_query(bare[at : at + CHUNK])
            answer = client.request("REPORT", calendar.target, body=body, headers=_headers(1))
            more = self._multistatus(answer)
            texts += [one.data for one in more if one.data]
            if sum(map(len, texts)) > self._max_bytes:
                raise TooLargeError
        return texts

    def _multistatus(self, answer: Answer) -> list[Resource]:
        if answer.status != 207:
            raise failures.refused(self.place, answer.status, answer.challenge)
        try:
            return read_multistatus(answer.body, self.place.origin, answer.target)
        except ValueError as error:
            raise failures.bad_xml(self.place, str(error)) from error


def _headers(depth: int) -> dict[str, str]:
    return {"Depth": str(depth), "Content-Type": "application/xml; charset=utf-8", "Prefer": "return=minimal"}
