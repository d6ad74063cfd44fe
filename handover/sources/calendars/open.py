"""From what people write after ``--calendar`` to a source of events."""

from __future__ import annotations

from collections.abc import Callable

from handover.credentials import Secret
from handover.errors import UsageError
from handover.sources.calendars.base import DEADLINE_S, MAX_BYTES, CalendarSource


def open_calendar(
    uri: str,
    *,
    secret: Callable[[str, str], Secret] | None = None,
    deadline_s: float = DEADLINE_S,
    max_bytes: int = MAX_BYTES,
) -> CalendarSource:
    """Open the calendar at *uri*: an `.ics` file, a folder, an ``https://`` feed or ``caldavs://user@host/path``.

    *secret* is asked with host and user, and only where a server wants one. Servers are not contacted before
    `CalendarSource.events`. Raises `SourceError` when no calendar lies at a path, `UsageError` for an address
    that is wrong.
    """
    scheme, colon, rest = uri.partition("://")
    scheme = scheme.lower() if colon else ""
    if scheme in ("", "file"):
        from handover.sources.calendars.files import open_files

        return open_files(rest if scheme else uri, max_bytes=max_bytes)
    from handover.sources.calendars.place import FORM, SCHEMES, parse_place

    if scheme not in SCHEMES:
        raise UsageError(
            "unknown_scheme",
            "cannot read a calendar from {source}: unknown kind of address",
            hint=FORM,
            source=uri,
        )
    place = parse_place(uri)
    if place.is_caldav:
        from handover.sources.calendars.caldav import CalDavCalendar

        return CalDavCalendar(place, secret=secret, deadline_s=deadline_s, max_bytes=max_bytes)
    from handover.sources.calendars.feed import FeedCalendar

    return FeedCalendar(place, secret=secret, deadline_s=deadline_s, max_bytes=max_bytes)
