"""When one entry takes place, in all the ways calendars write it."""

from __future__ import annotations

import pytest

from tests.calendars.entries import calendar, events, read, spans, times


def test_a_time_in_utc_is_shown_by_the_owners_clock() -> None:
    found = events("DTSTART:20260310T090000Z\nDTEND:20260310T100000Z\nSUMMARY:Abstimmung")

    assert spans(found) == ["10.03. 10:00–10.03. 11:00"]
    assert found[0].summary == "Abstimmung"


def test_a_floating_time_is_the_owners_time() -> None:
    assert times(events("DTSTART:20260310T090000")) == ["10.03. 09:00"]


def test_a_whole_day_runs_from_midnight_to_midnight() -> None:
    found = events("DTSTART;VALUE=DATE:20260310\nDTEND;VALUE=DATE:20260312")

    assert spans(found) == ["10.03. 00:00–12.03. 00:00"]
    assert found[0].all_day


def test_a_whole_day_may_have_23_hours() -> None:
    (found,) = events("DTSTART;VALUE=DATE:20260329")

    assert (found.end - found.start).total_seconds() == 23 * 3600


def test_a_day_that_ends_on_itself_is_one_day() -> None:
    assert spans(events("DTSTART;VALUE=DATE:20260310\nDTEND;VALUE=DATE:20260310")) == [
        "10.03. 00:00–11.03. 00:00"
    ]


def test_outlooks_mark_makes_midnights_a_whole_day() -> None:
    (found,) = events("DTSTART:20260309T000000\nDTEND:20260314T000000\nX-MICROSOFT-CDO-ALLDAYEVENT:TRUE")

    assert found.all_day
    assert spans([found]) == ["09.03. 00:00–14.03. 00:00"]


def test_a_duration_of_days_follows_the_clock_and_hours_do_not() -> None:
    over_the_change = "DTSTART;TZID=Europe/Berlin:20260328T120000\nDURATION:"

    assert spans(events(over_the_change + "P1D")) == ["28.03. 12:00–29.03. 12:00"]
    assert spans(events(over_the_change + "PT24H")) == ["28.03. 12:00–29.03. 13:00"]


def test_a_missing_end_is_a_moment() -> None:
    (found,) = events("DTSTART:20260310T090000Z")

    assert found.start == found.end


def test_an_end_without_zone_has_the_zone_of_the_start() -> None:
    found = events("DTSTART;TZID=America/New_York:20260310T090000\nDTEND:20260310T100000")

    assert spans(found) == ["10.03. 14:00–10.03. 15:00"]


@pytest.mark.parametrize(
    ("end", "damage"),
    [
        ("DTEND:20260310T080000Z", "end_before_start"),
        ("DTEND:someday", "bad_end"),
        ("DURATION:-PT1H", "bad_end"),
        ("DURATION:P999999W", "endless"),
    ],
)
def test_an_impossible_end_costs_the_end_only(end: str, damage: str) -> None:
    (found,) = events(f"DTSTART:20260310T090000Z\n{end}")

    assert times([found]) == ["10.03. 10:00"]
    assert damage in found.damage


@pytest.mark.parametrize("start", ["", "DTSTART:soon", "DTSTART:00000101T000000", "DTSTART:20260231T100000"])
def test_an_entry_without_a_start_is_skipped_and_the_others_are_read(start: str) -> None:
    found, skipped = read(calendar(f"UID:bad\nSUMMARY:x\n{start}", "DTSTART:20260310T090000Z"))

    assert len(found) == 1
    assert [(one.locator, one.reason) for one in skipped] == [("bad", "bad_time")]


def test_an_hour_that_does_not_exist_is_read_with_the_offset_before() -> None:
    assert times(events("DTSTART;TZID=Europe/Berlin:20260329T023000")) == ["29.03. 03:30"]


def test_only_what_overlaps_the_window_is_returned() -> None:
    found = events(
        "SUMMARY:before\nDTSTART:20260228T100000Z\nDTEND:20260228T230000Z",
        "SUMMARY:into\nDTSTART:20260228T220000Z\nDTEND:20260301T010000Z",
        "SUMMARY:long\nDTSTART:20250101T000000Z\nDTEND:20270101T000000Z",
        "SUMMARY:out of\nDTSTART:20260430T210000Z\nDTEND:20260501T210000Z",
        "SUMMARY:after\nDTSTART:20260430T220000Z\nDTEND:20260501T210000Z",
    )

    assert [one.summary for one in found] == ["long", "into", "out of"]
