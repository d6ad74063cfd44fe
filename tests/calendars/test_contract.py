"""What every calendar source keeps, whether the events lie in a file, a folder, a feed, or on a CalDAV server."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path

import pytest

from handover.credentials import Secret
from handover.sources.calendars import CalendarSource, open_calendar
from tests.calendars.entries import BERLIN, END, START, calendar, spans
from tests.calendars.servers import page, run_web
from tests.servers import radicale

WEEKLY = [
    "UID:weekly\nSUMMARY:Runde\nDTSTART;TZID=Europe/Berlin:20260105T090000\nDURATION:PT1H\n"
    "RRULE:FREQ=WEEKLY;UNTIL=20260319T000000Z\nEXDATE;TZID=Europe/Berlin:20260302T090000",
    "UID:weekly\nSUMMARY:Runde, spät\nRECURRENCE-ID;TZID=Europe/Berlin:20260316T090000\n"
    "DTSTART;TZID=Europe/Berlin:20260316T160000\nDURATION:PT1H",
]
DAYS = ["UID:days\nSUMMARY:Urlaub\nDTSTART;VALUE=DATE:20260330\nDTEND;VALUE=DATE:20260404"]
SECRET = ["UID:secret\nCLASS:PRIVATE\nSUMMARY:Zahnarzt\nDTSTART:20260310T130000Z\nDURATION:PT30M"]
HOSTILE = [
    "UID:hostile\nSUMMARY:x\nDTSTART:20260311T130000Z\nDURATION:PT30M\nRRULE:FREQ=SECONDLY;INTERVAL=3600"
]
OLD = ["UID:old\nDTSTART:20200310T130000Z\nDURATION:PT30M"]
GROUPS = [WEEKLY, DAYS, SECRET, HOSTILE, OLD]
_numbers = itertools.count(1)


@pytest.fixture(params=["file", "folder", "feed", "caldav"])
def source(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[CalendarSource]:
    whole = calendar(*itertools.chain(*GROUPS))
    if request.param == "file":
        (tmp_path / "a.ics").write_bytes(whole)
        yield open_calendar(str(tmp_path / "a.ics"))
    elif request.param == "folder":
        for number, group in enumerate(GROUPS):
            (tmp_path / f"{number}.ics").write_bytes(calendar(*group))
        yield open_calendar(str(tmp_path))
    elif request.param == "feed":
        with run_web() as web:
            web.pages["/a.ics"] = page(whole)
            yield open_calendar(web.url("/a.ics"))
    else:
        server: radicale.Radicale = request.getfixturevalue("radicale_server")
        path = f"/{radicale.USER}/contract-{next(_numbers)}/"
        server.make_calendar(path)
        for number, group in enumerate(GROUPS):
            server.put(calendar(*group).decode(), f"{number}.ics", path)
        uri = f"caldav://{radicale.USER}@127.0.0.1:{server.port}{path}"
        yield open_calendar(uri, secret=lambda host, user: Secret("password", radicale.PASSWORD))


def test_all_occurrences_in_the_window_come_oldest_first(source: CalendarSource) -> None:
    events, _ = source.events(START, END, BERLIN)

    assert spans(events) == [
        "09.03. 09:00–09.03. 10:00",
        "10.03. 14:00–10.03. 14:30",
        "11.03. 14:00–11.03. 14:30",
        "16.03. 16:00–16.03. 17:00",
        "30.03. 00:00–04.04. 00:00",
    ]


def test_what_could_not_be_followed_is_said(source: CalendarSource) -> None:
    _, skipped = source.events(START, END, BERLIN)

    assert [(one.locator, one.reason) for one in skipped] == [("hostile", "bad_rule")]


def test_private_texts_do_not_come_through(source: CalendarSource) -> None:
    events, _ = source.events(START, END, BERLIN)

    assert [event.uid for event in events if event.private] == ["secret"]
    assert "Zahnarzt" not in repr(events)


def test_asking_twice_gives_the_same(source: CalendarSource) -> None:
    assert source.events(START, END, BERLIN) == source.events(START, END, BERLIN)


def test_an_empty_window_is_empty(source: CalendarSource) -> None:
    events, _ = source.events(END.replace(year=2030), END.replace(year=2031), BERLIN)

    assert not events


def test_the_name_of_the_source_holds_no_secret(source: CalendarSource) -> None:
    assert source.uri
    assert radicale.PASSWORD not in source.uri
