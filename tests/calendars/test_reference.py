"""Ordinary series come out the same as from icalendar and recurring-ical-events."""

from __future__ import annotations

from datetime import date, datetime, time

import icalendar
import pytest
import recurring_ical_events

from tests.calendars.entries import BERLIN, END, START, calendar, read

HEAD = "UID:s\nSUMMARY:x\n"
SERIES = {
    "a single entry": [HEAD + "DTSTART;TZID=Europe/Berlin:20260310T090000\nDURATION:PT45M"],
    "whole days": [HEAD + "DTSTART;VALUE=DATE:20260310\nDTEND;VALUE=DATE:20260314"],
    "days every week": [
        HEAD + "DTSTART;VALUE=DATE:20260105\nRRULE:FREQ=WEEKLY;BYDAY=MO,TH\nEXDATE;VALUE=DATE:20260316"
    ],
    "over the change of the clock": [
        HEAD + "DTSTART;TZID=Europe/Berlin:20251027T013000\nDURATION:PT20M\nRRULE:FREQ=WEEKLY;BYDAY=SU"
    ],
    "another zone": [
        HEAD + "DTSTART;TZID=America/New_York:20260105T160000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;UNTIL=20260401T000000Z"
    ],
    "exceptions": [
        HEAD + "DTSTART;TZID=Europe/Berlin:20260105T090000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY\n"
        "EXDATE;TZID=Europe/Berlin:20260302T090000\nRDATE;TZID=Europe/Berlin:20260304T090000",
        HEAD + "RECURRENCE-ID;TZID=Europe/Berlin:20260309T090000\nDTSTART;TZID=Europe/Berlin:20260311T080000\n"
        "DURATION:PT2H",
        HEAD + "RECURRENCE-ID;TZID=Europe/Berlin:20260316T090000\nDTSTART;TZID=Europe/London:20260316T100000\n"
        "DURATION:PT1H",
    ],
    "this and future": [
        HEAD + "DTSTART;TZID=Europe/Berlin:20260105T090000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY",
        HEAD + "RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Berlin:20260309T090000\n"
        "DTSTART;TZID=Europe/Berlin:20260310T110000\nDURATION:PT3H",
    ],
    "two rules": [
        HEAD + "DTSTART;TZID=Europe/Berlin:20260105T090000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY\nRRULE:FREQ=MONTHLY"
    ],
}  # fmt: skip


@pytest.mark.parametrize("name", SERIES)
def test_a_series_is_the_same_as_in_the_reference(name: str) -> None:
    data = calendar(*SERIES[name])

    found, skipped = read(data)

    assert not skipped
    assert sorted((event.start, event.end) for event in found) == _reference(data)
    assert found


def _reference(data: bytes) -> list[tuple[datetime, datetime]]:
    query = recurring_ical_events.of(icalendar.Calendar.from_ical(data), components=["VEVENT"])
    return sorted((_moment(one.start), _moment(one.end)) for one in query.between(START, END))


def _moment(at: date) -> datetime:
    return at.astimezone(BERLIN) if isinstance(at, datetime) else datetime.combine(at, time(), BERLIN)
