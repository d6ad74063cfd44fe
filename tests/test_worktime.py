"""Working time, checked against hand counts and against a slow, obvious implementation."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handover.errors import UsageError
from handover.worktime import (
    WorkCalendar,
    add_business_hours,
    business_hours,
    holidays_of,
    with_days_off,
    working_days_between,
)

BERLIN = ZoneInfo("Europe/Berlin")
BAVARIA = WorkCalendar(BERLIN, region="DE-BY")


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=BERLIN)


def test_a_night_counts_nothing():
    assert business_hours(at("2026-03-02 16:00"), at("2026-03-03 09:00"), BAVARIA) == pytest.approx(2)


def test_a_weekend_with_a_change_of_the_clock_counts_nothing():
    assert business_hours(at("2026-03-27 16:30"), at("2026-03-30 08:30"), BAVARIA) == pytest.approx(1)


def test_hours_across_a_change_of_the_clock_are_real_hours():
    night = WorkCalendar(BERLIN, time(0), time(23, 59), frozenset(range(7)), "")

    hours = business_hours(at("2026-03-29 00:00"), at("2026-03-29 12:00"), night)

    assert hours == pytest.approx(11)


def test_a_holiday_of_the_region_counts_nothing_and_elsewhere_it_does():
    start, end = at("2026-06-03 17:00"), at("2026-06-05 08:00")

    assert business_hours(start, end, BAVARIA) == 0
    assert business_hours(start, end, WorkCalendar(BERLIN, region="DE-HH")) == pytest.approx(9)


@pytest.mark.parametrize(
    ("region", "day", "is_holiday"),
    [
        ("DE", date(2026, 10, 3), True),
        ("DE", date(2026, 11, 1), False),
        ("DE-BY", date(2026, 11, 1), True),
        ("AT", date(2026, 10, 26), True),
        ("CH-ZH", date(2026, 5, 1), True),
        ("GB", date(2026, 12, 28), True),
        ("US", date(2026, 11, 26), True),
        ("", date(2026, 12, 25), False),
    ],
)
def test_each_region_keeps_its_own_holidays(region: str, day: date, is_holiday: bool):
    assert (day in holidays_of(region, day.year)) is is_holiday


def test_an_unknown_region_is_a_mistake_of_the_user():
    with pytest.raises(UsageError, match="XX-YY"):
        holidays_of("XX-YY", 2026)


def test_reversed_moments_count_nothing():
    assert business_hours(at("2026-03-03 09:00"), at("2026-03-02 09:00"), BAVARIA) == 0


def test_an_absence_is_no_working_time():
    away = with_days_off(BAVARIA, [date(2026, 3, 3)])

    assert business_hours(at("2026-03-02 16:00"), at("2026-03-04 09:00"), away) == pytest.approx(2)


def test_working_days_are_counted_from_the_day_after():
    assert working_days_between(date(2026, 3, 6), date(2026, 3, 9), BAVARIA) == 1
    assert working_days_between(date(2026, 3, 9), date(2026, 3, 6), BAVARIA) == -1


def test_a_forged_date_far_away_ends_soon():
    assert business_hours(datetime(1, 1, 2, tzinfo=UTC), datetime(9999, 1, 1, tzinfo=UTC), BAVARIA) > 0


MOMENTS = st.datetimes(datetime(2025, 12, 1), datetime(2026, 4, 15)).map(
    lambda moment: moment.replace(second=0, microsecond=0)
)


@settings(max_examples=40, deadline=None)
@given(MOMENTS, st.integers(0, 60 * 24 * 12))
def test_business_hours_equal_counting_minute_by_minute(start: datetime, minutes: int):
    begin = start.replace(tzinfo=BERLIN).astimezone(UTC)

    slow = sum(_works(begin + timedelta(minutes=n)) for n in range(minutes)) / 60

    assert business_hours(begin, begin + timedelta(minutes=minutes), BAVARIA) == pytest.approx(slow, abs=0.02)


@settings(max_examples=60, deadline=None)
@given(MOMENTS, st.floats(0.1, 80))
def test_adding_hours_and_counting_them_agree(start: datetime, hours: float):
    begin = start.replace(tzinfo=BERLIN)

    end = add_business_hours(begin, hours, BAVARIA)

    assert business_hours(begin, end, BAVARIA) == pytest.approx(hours, abs=1e-3)


def _works(moment: datetime) -> bool:
    local = moment.astimezone(BERLIN)
    free = local.weekday() >= 5 or local.date() in holidays_of("DE-BY", local.year)
    return not free and time(8) <= local.time() < time(17)
