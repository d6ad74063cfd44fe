"""A calendar published at an address, as Google, Outlook and Nextcloud do: one GET, one file."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

from handover.credentials import Secret
from handover.model import Event, Skipped
from handover.sources.calendars import failures
from handover.sources.calendars.ics import read_ics
from handover.sources.calendars.place import Place
from handover.sources.calendars.wire import Client, TooLargeError


class FeedCalendar:
    """An ``https://`` feed. It is fetched once, when first asked, and kept as long as this object lives."""

    def __init__(
        self, place: Place, *, secret: Callable[[str, str], Secret] | None, deadline_s: float, max_bytes: int
    ) -> None:
        self.place = place
        self._secret, self._deadline_s, self._max_bytes = secret, deadline_s, max_bytes
        self._data: bytes | None = None

    @property
    def uri(self) -> str:
        """The address, without what may be secret in it."""
        return self.place.uri

    def events(self, start: datetime, end: datetime, zone: ZoneInfo) -> tuple[list[Event], list[Skipped]]:
        """Return the feed's events in the window; one that is too large is skipped as a whole."""
        try:
            if self._data is None:
                self._data = self._fetch()
        except TooLargeError:
            detail = f"more than {self._max_bytes} bytes"
            return [], [Skipped(self.uri, self.uri, "too_large", detail)]
        reading = read_ics(self._data, start, end, zone, name=self.place.host, max_bytes=self._max_bytes)
        if not reading.is_calendar:
            raise failures.not_a_calendar(self.place)
        return reading.events, reading.skipped

    def _fetch(self) -> bytes:
        client = Client(
            self.place, secret=self._secret, deadline_s=self._deadline_s, max_bytes=self._max_bytes
        )
        try:
            answer = client.request("GET", self.place.target, headers={"Accept": "text/calendar, */*;q=0.1"})
        finally:
            client.close()
        if answer.status != 200:
            raise failures.refused(self.place, answer.status, answer.challenge)
        return answer.body
