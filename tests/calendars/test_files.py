"""Calendars that lie as files, and how one is opened."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from handover.errors import SourceError
from handover.sources.calendars import open_calendar
from tests.calendars.entries import BERLIN, END, START, calendar

ONE = calendar("UID:one\nDTSTART:20260310T090000Z\nSUMMARY:Eins")
TWO = calendar("UID:two\nDTSTART:20260309T090000Z\nSUMMARY:Zwei")


def test_a_file_is_one_calendar_named_after_itself(tmp_path: Path) -> None:
    path = tmp_path / "Vertrieb.ics"
    path.write_bytes(ONE)

    source = open_calendar(str(path))
    events, skipped = source.events(START, END, BERLIN)

    assert source.uri == str(path)
    assert [(event.summary, event.calendar) for event in events] == [("Eins", "Vertrieb")]
    assert not skipped


def test_a_folder_is_read_as_one_calendar_and_a_broken_file_is_said(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "one.ics").write_bytes(ONE)
    (tmp_path / "sub" / "two.ICS").write_bytes(TWO)
    (tmp_path / "copy.ics").write_bytes(ONE)
    (tmp_path / "broken.ics").write_bytes(b"<html>")
    (tmp_path / "notes.txt").write_bytes(b"no calendar")
    (tmp_path / ".hidden.ics").write_bytes(ONE)

    events, skipped = open_calendar(str(tmp_path)).events(START, END, BERLIN)

    assert [event.summary for event in events] == ["Zwei", "Eins"]
    assert [(one.locator, one.reason) for one in skipped] == [("broken.ics", "not_a_calendar")]


def test_of_one_entry_in_two_files_the_living_one_is_kept(tmp_path: Path) -> None:
    (tmp_path / "a.ics").write_bytes(ONE.replace(b"VERSION:2.0", b"METHOD:CANCEL"))
    (tmp_path / "b.ics").write_bytes(ONE)

    events, _ = open_calendar(str(tmp_path)).events(START, END, BERLIN)

    assert [event.cancelled for event in events] == [False]


def test_a_file_beyond_the_cap_is_skipped_and_the_others_read(tmp_path: Path) -> None:
    (tmp_path / "one.ics").write_bytes(ONE)
    (tmp_path / "large.ics").write_bytes(TWO + b" " * 5000)

    events, skipped = open_calendar(str(tmp_path), max_bytes=4000).events(START, END, BERLIN)

    assert [event.summary for event in events] == ["Eins"]
    assert [(one.locator, one.reason) for one in skipped] == [("large.ics", "too_large")]


def test_an_empty_folder_is_an_empty_calendar(tmp_path: Path) -> None:
    assert open_calendar(str(tmp_path)).events(START, END, BERLIN) == ([], [])


def test_a_path_where_nothing_lies_is_said(tmp_path: Path) -> None:
    with pytest.raises(SourceError) as caught:
        open_calendar(str(tmp_path / "none.ics"))

    assert caught.value.code == "no_calendar"
    assert caught.value.hint


def test_a_file_that_is_no_calendar_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "page.ics"
    path.write_bytes(b"<html>")

    with pytest.raises(SourceError) as caught:
        open_calendar(str(path)).events(START, END, BERLIN)

    assert caught.value.code == "not_a_calendar"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_said(tmp_path: Path) -> None:
    path = tmp_path / "a.ics"
    path.write_bytes(ONE)
    path.chmod(0)

    with pytest.raises(SourceError) as caught:
        open_calendar(str(path))

    assert caught.value.code == "calendar_unreadable"


def test_a_device_is_not_read_for_ever() -> None:
    with pytest.raises(SourceError) as caught:
        open_calendar("/dev/zero")

    assert caught.value.code == "calendar_unreadable"


def test_the_home_folder_may_be_written_as_a_tilde(home: Path) -> None:
    (home / "a.ics").write_bytes(ONE)

    assert len(open_calendar("~/a.ics").events(START, END, BERLIN)[0]) == 1
    assert len(open_calendar(f"file://{home}/a.ics").events(START, END, BERLIN)[0]) == 1


def test_an_ordinary_calendar_loads_no_library(tmp_path: Path) -> None:
    path = tmp_path / "a.ics"
    path.write_bytes(
        calendar("DTSTART;TZID=W. Europe Standard Time:20260302T090000\nRRULE:FREQ=WEEKLY\nSUMMARY:Runde")
    )
    program = (
        "import sys; from tests.calendars.entries import *; from handover.sources.calendars import open_calendar;"
        f"print(len(open_calendar({str(path)!r}).events(START, END, BERLIN)[0]),"
        "sorted({'icalendar', 'recurring_ical_events', 'http.client', 'defusedxml', 'holidays'} & sys.modules.keys()))"
    )

    said = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert said.stdout == "9 []\n"
