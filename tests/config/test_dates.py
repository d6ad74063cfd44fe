"""Dates that people type."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from handover.config.dates import day, moment, timestamp
from handover.errors import UsageError

BERLIN = ZoneInfo("Europe/Berlin")
THURSDAY = date(2026, 11, 19)
NOW = datetime(2026, 11, 19, 16, 0, tzinfo=BERLIN)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2026-12-07", date(2026, 12, 7)),
        ("07.12.2026", date(2026, 12, 7)),
        ("7.12.26", date(2026, 12, 7)),
        ("7.12.", date(2026, 12, 7)),
        ("7. 12.", date(2026, 12, 7)),
        ("1.3.", date(2027, 3, 1)),
        ("19.11.", THURSDAY),
        ("Montag", date(2026, 11, 23)),
        ("monday", date(2026, 11, 23)),
        ("Mo.", date(2026, 11, 23)),
        ("wed", date(2026, 11, 25)),
        ("Donnerstag", THURSDAY),
        ("heute", THURSDAY),
        ("tomorrow", date(2026, 11, 20)),
        ("übermorgen", date(2026, 11, 21)),
        (" 29.2. ", None),
    ],
)
def test_a_day_is_the_next_one_that_fits(written: str, meant: date | None) -> None:
    if meant is None:
        with pytest.raises(UsageError, match="29"):
            day(written, THURSDAY)
    else:
        assert day(written, THURSDAY) == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("1.3.", date(2026, 3, 1)),
        ("Montag", date(2026, 11, 16)),
        ("Thursday", THURSDAY),
        ("yesterday", date(2026, 11, 18)),
    ],
)
def test_a_day_in_the_past_is_the_last_one_that_fits(written: str, meant: date) -> None:
    assert day(written, THURSDAY, past=True) == meant


@pytest.mark.parametrize(
    "written", ["", "soon", "31.2.2026", "2026-13-01", "12/07/2026", "7.12", "Moon", "٣.٤.", "9" * 5000]
)
def test_what_is_no_date_is_refused_and_not_guessed(written: str) -> None:
    with pytest.raises(UsageError):
        day(written, THURSDAY)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("15:00", "2026-11-19T15:00:00+01:00"),
        ("15 Uhr", "2026-11-19T15:00:00+01:00"),
        ("Montag 9:30", "2026-11-23T09:30:00+01:00"),
        ("2026-07-01 14:00", "2026-07-01T14:00:00+02:00"),
        ("2026-11-19T08:00:00Z", "2026-11-19T09:00:00+01:00"),
        ("7.12. 14 Uhr", "2026-12-07T14:00:00+01:00"),
        ("7.12.", "2026-12-07T08:00:00+01:00"),
    ],
)
def test_a_moment_is_a_day_a_time_or_both(written: str, meant: str) -> None:
    assert moment(written, NOW, BERLIN, hour=8).isoformat() == meant


def test_a_naive_timestamp_is_meant_in_the_owners_zone() -> None:
    assert timestamp("2026-07-01T08:00", BERLIN).isoformat() == "2026-07-01T08:00:00+02:00"


@pytest.mark.parametrize("written", ["now", "2026-11-19T25:00", "", "0001-01-01T00:00:00+23:59"])
def test_what_is_no_timestamp_is_refused(written: str) -> None:
    with pytest.raises(UsageError, match="moment"):
        timestamp(written, BERLIN)
