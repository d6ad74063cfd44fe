"""Calendars on a real CalDAV server: found, read, and never changed."""

from __future__ import annotations

import itertools
from collections.abc import Callable

import pytest

from handover.credentials import Secret
from handover.errors import SourceError
from handover.sources.calendars import open_calendar
from tests.calendars.entries import BERLIN, END, START, calendar, spans, times
from tests.servers.radicale import CALENDAR, PASSWORD, USER, Radicale

_numbers = itertools.count(1)


@pytest.fixture
def shelf(radicale_server: Radicale) -> str:
    """The path of a fresh, empty calendar."""
    path = f"/{USER}/shelf-{next(_numbers)}/"
    radicale_server.make_calendar(path, name=f"Regal {path}")
    return path


def password(host: str, user: str) -> Secret:
    return Secret("password", PASSWORD)


def address(server: Radicale, path: str) -> str:
    if server.authority:
        return f"caldavs://{USER}@localhost:{server.port}{path}?ca={server.authority}"
    return f"caldav://{USER}@127.0.0.1:{server.port}{path}"


def failure(uri: str, secret: Callable[[str, str], Secret] | None = password) -> SourceError:
    with pytest.raises(SourceError) as caught:
        open_calendar(uri, secret=secret).events(START, END, BERLIN)
    assert caught.value.hint
    assert PASSWORD not in f"{caught.value} {caught.value.values} {caught.value.source}"
    return caught.value


def test_a_calendar_named_by_its_path_is_read(radicale_server: Radicale, shelf: str) -> None:
    series = "DTSTART;TZID=Europe/Berlin:20260105T090000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;BYDAY=MO"
    radicale_server.put(calendar(f"UID:series\nSUMMARY:Runde\n{series}").decode(), "series.ics", shelf)
    radicale_server.put(
        calendar("UID:one\nDTSTART:20260310T090000Z\nSUMMARY:Kuchen").decode(), "one.ics", shelf
    )
    radicale_server.put(calendar("UID:old\nDTSTART:20200310T090000Z").decode(), "old.ics", shelf)

    events, skipped = open_calendar(address(radicale_server, shelf), secret=password).events(
        START, END, BERLIN
    )

    assert not skipped
    assert len(events) == 10
    assert times(events)[:3] == ["02.03. 09:00", "09.03. 09:00", "10.03. 10:00"]
    assert {event.calendar for event in events} == {f"Regal {shelf}"}


def test_exceptions_of_a_series_come_with_it(radicale_server: Radicale, shelf: str) -> None:
    series = calendar(
        "UID:series\nDTSTART;TZID=Europe/Berlin:20260302T090000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;COUNT=3",
        "UID:series\nRECURRENCE-ID;TZID=Europe/Berlin:20260309T090000\n"
        "DTSTART;TZID=Europe/Berlin:20260310T150000\nDURATION:PT30M",
    )
    radicale_server.put(series.decode(), "series.ics", shelf)

    events, _ = open_calendar(address(radicale_server, shelf), secret=password).events(START, END, BERLIN)

    assert spans(events) == [
        "02.03. 09:00–02.03. 10:00",
        "10.03. 15:00–10.03. 15:30",
        "16.03. 09:00–16.03. 10:00",
    ]


@pytest.mark.parametrize("path", ["/", f"/{USER}/", f"/{USER}"])
def test_the_calendars_of_an_account_are_found(radicale_server: Radicale, shelf: str, path: str) -> None:
    radicale_server.put(calendar(f"UID:{shelf}\nDTSTART:20260310T090000Z").decode(), "one.ics", shelf)

    events, skipped = open_calendar(address(radicale_server, path), secret=password).events(
        START, END, BERLIN
    )

    assert f"Regal {shelf}" in {event.calendar for event in events}
    assert not skipped


def test_it_is_read_over_verified_tls(radicale_tls_server: Radicale) -> None:
    radicale_tls_server.put(calendar("UID:one\nDTSTART:20260310T090000Z").decode(), "one.ics")

    events, _ = open_calendar(address(radicale_tls_server, CALENDAR), secret=password).events(
        START, END, BERLIN
    )

    assert len(events) == 1


def test_an_unknown_authority_is_not_trusted(radicale_tls_server: Radicale) -> None:
    uri = address(radicale_tls_server, CALENDAR).partition("?")[0]

    assert failure(uri).code == "certificate_untrusted"


def test_a_wrong_password_is_said(radicale_server: Radicale) -> None:
    error = failure(address(radicale_server, CALENDAR), lambda host, user: Secret("password", "falsch"))

    assert error.code == "login_refused"
    assert USER in str(error)


def test_a_missing_password_is_said(radicale_server: Radicale) -> None:
    assert failure(address(radicale_server, CALENDAR), None).code == "no_password"


def test_a_calendar_that_is_not_there_is_said(radicale_server: Radicale) -> None:
    assert failure(address(radicale_server, f"/{USER}/nirgends/")).code == "no_calendar"


def test_reading_changes_nothing(radicale_server: Radicale, shelf: str) -> None:
    radicale_server.put(calendar("UID:one\nDTSTART:20260310T090000Z").decode(), "one.ics", shelf)
    before = radicale_server.request("GET", shelf)

    open_calendar(address(radicale_server, "/"), secret=password).events(START, END, BERLIN)

    assert radicale_server.request("GET", shelf) == before


def test_many_events_come_whole(radicale_server: Radicale, shelf: str) -> None:
    entries = (
        f"UID:n{n}\nDTSTART:202603{1 + n % 28:02}T{n % 24:02}0000Z\nSUMMARY:Nummer {n}" for n in range(20)
    )
    for number, entry in enumerate(entries):
        radicale_server.put(calendar(entry).decode(), f"n{number}.ics", shelf)

    events, _ = open_calendar(address(radicale_server, shelf), secret=password).events(START, END, BERLIN)

    assert len({event.uid for event in events}) == 20
