"""Entries that repeat: rules, added and excluded dates, exceptions, changes of the clock."""

from __future__ import annotations

import pytest

from tests.calendars.entries import calendar, events, read, spans, times

MONDAYS = "UID:s\nDTSTART;TZID=Europe/Berlin:20260302T090000\nDTEND;TZID=Europe/Berlin:20260302T100000\n"


def test_nine_oclock_stays_nine_oclock_when_the_clocks_change() -> None:
    found = events(MONDAYS + "RRULE:FREQ=WEEKLY;COUNT=5")

    assert times(found) == [f"{day} 09:00" for day in ("02.03.", "09.03.", "16.03.", "23.03.", "30.03.")]
    assert {(event.end - event.start).total_seconds() for event in found} == {3600}
    assert all(event.recurring for event in found)


def test_a_series_in_utc_keeps_its_hour_in_the_calendars_own_zone() -> None:
    series = "DTSTART:20260302T080000Z\nRRULE:FREQ=MONTHLY;COUNT=2"

    assert times(events(series)) == ["02.03. 09:00", "02.04. 10:00"]
    assert times(events(series, head="X-WR-TIMEZONE:Europe/Vienna")) == ["02.03. 09:00", "02.04. 09:00"]


@pytest.mark.parametrize(
    "exdate",
    [
        "EXDATE;TZID=Europe/Berlin:20260309T090000",
        "EXDATE:20260309T080000Z",
        "EXDATE;VALUE=DATE:20260309",
        "EXDATE:20200101T000000Z,20260309T080000Z",
        "EXDATE;TZID=Europe/Berlin:19990101T000000\nEXDATE;TZID=W. Europe Standard Time:20260309T090000",
    ],
)
def test_an_excluded_date_is_left_out_however_it_is_written(exdate: str) -> None:
    found = events(MONDAYS + "RRULE:FREQ=WEEKLY;COUNT=3\n" + exdate)

    assert times(found) == ["02.03. 09:00", "16.03. 09:00"]


def test_a_day_is_excluded_from_a_series_of_days_by_its_midnight() -> None:
    found = events("DTSTART;VALUE=DATE:20260302\nRRULE:FREQ=DAILY;COUNT=3\nEXDATE:20260303T000000")

    assert times(found) == ["02.03. 00:00", "04.03. 00:00"]
    assert all(event.all_day for event in found)


def test_added_dates_and_periods_are_read() -> None:
    found = events(
        MONDAYS
        + "RDATE;TZID=Europe/Berlin:20260305T090000\n"
        + "RDATE;VALUE=PERIOD:20260306T100000Z/PT3H,20260307T100000Z/20260307T103000Z"
    )

    assert spans(found) == [
        "02.03. 09:00–02.03. 10:00",
        "05.03. 09:00–05.03. 10:00",
        "06.03. 11:00–06.03. 14:00",
        "07.03. 11:00–07.03. 11:30",
    ]


def test_an_exception_replaces_its_occurrence() -> None:
    found = events(
        MONDAYS + "SUMMARY:Runde\nRRULE:FREQ=WEEKLY;COUNT=3",
        "UID:s\nRECURRENCE-ID:20260309T080000Z\nSUMMARY:Runde, verlegt\n"
        "DTSTART;TZID=Europe/Berlin:20260310T150000\nDURATION:PT30M",
    )

    assert times(found) == ["02.03. 09:00", "10.03. 15:00", "16.03. 09:00"]
    assert [event.summary for event in found] == ["Runde", "Runde, verlegt", "Runde"]


def test_an_occurrence_moved_into_the_window_is_found() -> None:
    found = events(
        "UID:s\nDTSTART;TZID=Europe/Berlin:20200106T090000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;COUNT=2",
        "UID:s\nRECURRENCE-ID;TZID=Europe/Berlin:20200113T090000\nDTSTART:20260310T090000Z",
    )

    assert times(found) == ["10.03. 10:00"]


def test_a_cancelled_occurrence_stays_visible_as_cancelled() -> None:
    found = events(
        MONDAYS + "RRULE:FREQ=WEEKLY;COUNT=2",
        "UID:s\nRECURRENCE-ID:20260309T080000Z\nDTSTART:20260309T080000Z\nSTATUS:CANCELLED",
    )

    assert [(event.cancelled, event.busy) for event in found] == [(False, True), (True, False)]


def test_the_newest_of_two_exceptions_counts() -> None:
    exception = "UID:s\nRECURRENCE-ID:20260309T080000Z\nDTSTART:20260309T{hour}0000Z\nSEQUENCE:{sequence}"
    found = events(
        MONDAYS + "RRULE:FREQ=WEEKLY;COUNT=2",
        exception.format(hour=12, sequence=2),
        exception.format(hour=10, sequence=1),
    )

    assert times(found) == ["02.03. 09:00", "09.03. 13:00"]


def test_an_exception_of_a_series_that_has_moved_on_is_left_out() -> None:
    found = events(
        MONDAYS + "RRULE:FREQ=WEEKLY;COUNT=2\nSEQUENCE:3",
        "UID:s\nRECURRENCE-ID:20260311T080000Z\nDTSTART:20260311T120000Z\nSEQUENCE:1",
    )

    assert times(found) == ["02.03. 09:00", "09.03. 09:00"]


def test_an_orphaned_exception_is_an_entry() -> None:
    found = events("UID:s\nRECURRENCE-ID:20260309T080000Z\nDTSTART:20260309T120000Z\nSUMMARY:allein")

    assert [(event.summary, event.recurring) for event in found] == [("allein", True)]


def test_this_and_future_moves_the_rest() -> None:
    found = events(
        MONDAYS + "SUMMARY:früh\nRRULE:FREQ=WEEKLY;COUNT=4",
        "UID:s\nRECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Berlin:20260316T090000\nSUMMARY:spät\n"
        "DTSTART;TZID=Europe/Berlin:20260316T140000\nDTEND;TZID=Europe/Berlin:20260316T150000",
    )

    assert times(found) == ["02.03. 09:00", "09.03. 09:00", "16.03. 14:00", "23.03. 14:00"]
    assert [event.summary for event in found] == ["früh", "früh", "spät", "spät"]


@pytest.mark.parametrize(
    ("until", "count"),
    [("20260316T080000Z", 3), ("20260316", 3), ("20260316T075959Z", 2), ("20260315", 2), ("20250101", 0)],
)
def test_until_includes_its_moment_and_its_whole_day(until: str, count: int) -> None:
    assert len(events(f"{MONDAYS}RRULE:FREQ=WEEKLY;UNTIL={until}")) == count


def test_a_series_that_began_long_ago_goes_on_in_rhythm() -> None:
    old = "DTSTART;TZID=Europe/Berlin:20060102T090000\nDURATION:PT1H\nRRULE:"

    assert times(events(old + "FREQ=WEEKLY;INTERVAL=3"))[:2] == ["09.03. 09:00", "30.03. 09:00"]
    assert times(events(old + "FREQ=WEEKLY;COUNT=1053")) == ["02.03. 09:00"]
    assert times(events(old + "FREQ=MONTHLY;BYDAY=-1FR")) == ["27.03. 09:00", "24.04. 09:00"]
    assert times(events(old + "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=31")) == ["31.03. 09:00"]
    assert times(events(old + "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1")) == [
        "31.03. 09:00",
        "30.04. 09:00",
    ]


def test_an_entry_over_several_days_that_began_before_the_window_is_found() -> None:
    found = events("DTSTART;VALUE=DATE:20260221\nDTEND;VALUE=DATE:20260303\nRRULE:FREQ=YEARLY")

    assert spans(found) == ["21.02. 00:00–03.03. 00:00"]


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=SECONDLY",
        "FREQ=MINUTELY;COUNT=1000000000",
        "FREQ=SOMETIMES",
        "FREQ=DAILY;BYEASTER=1",
        "FREQ=MONTHLY;BYMONTHDAY=0",
        "FREQ=DAILY;INTERVAL=99999999999999",
        "FREQ=DAILY;BYHOUR=0,1,2,3,4,5,6,7,8,9,10,11;BYMINUTE=0,10,20,30,40,50",
        "FREQ=WEEKLY;BYDAY=" + ",".join(["MO"] * 2000),
        "FREQ=DAILY;UNTIL=whenever",
        "FREQ=WEEKLY;BYDAY=XX",
    ],
)
def test_a_hostile_rule_leaves_the_first_time_and_is_said(rule: str) -> None:
    found, skipped = read(calendar(MONDAYS + "RRULE:" + rule, "DTSTART:20260310T090000Z"))

    assert times(found) == ["02.03. 09:00", "10.03. 10:00"]
    assert [(one.locator, one.reason) for one in skipped] == [("s", "bad_rule")]


@pytest.mark.parametrize(
    "rule", ["FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31;COUNT=9"]
)
def test_a_rule_that_never_matches_ends(rule: str) -> None:
    assert times(events(MONDAYS + "RRULE:" + rule)) == ["02.03. 09:00"]


def test_too_many_repetitions_of_a_file_are_said_and_single_entries_still_read() -> None:
    hourly = [
        f"UID:h{n}\nDTSTART:19900101T000000Z\nRRULE:FREQ=HOURLY;BYMINUTE=0,30;COUNT=900000" for n in range(3)
    ]

    found, skipped = read(calendar(*hourly, "UID:good\nDTSTART:20260310T090000Z"))

    assert "good" in {event.uid for event in found}
    assert "too many repetitions" in {one.detail for one in skipped}


def test_two_entries_under_one_uid_are_both_kept_and_an_older_version_is_not() -> None:
    entry = "UID:same\nDTSTART:202603{day}T090000Z\nSUMMARY:{summary}\nSEQUENCE:{sequence}"

    both = events(
        entry.format(day=10, summary="Erstes", sequence=0),
        entry.format(day=11, summary="Zweites", sequence=0),
    )
    moved = events(
        entry.format(day=11, summary="Treffen", sequence=1),
        entry.format(day=10, summary="Treffen", sequence=0),
    )

    assert times(both) == ["10.03. 10:00", "11.03. 10:00"]
    assert times(moved) == ["11.03. 10:00"]


def test_an_entry_moved_out_of_the_window_does_not_come_back_in_its_old_version() -> None:
    found = events(
        "UID:s\nDTSTART:20260310T090000Z\nSEQUENCE:0\nSUMMARY:Treffen",
        "UID:s\nDTSTART:20270310T090000Z\nSEQUENCE:1\nSUMMARY:Treffen",
    )

    assert not found
