"""`tables` against the slow, obvious reading, on generated teams."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from handover.metrics import Part, Week, tables, weeks_of
from handover.metrics.moments import micros, working_hours
from handover.worktime import WorkCalendar, business_hours
from tests.metrics import obvious
from tests.metrics.generated import MONDAYS, Team, calendars, moments, teams

patient = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


def expected(parts: list[Part], team: Team) -> tuple[Week, ...]:
    return tuple(obvious.numbers(parts, monday, team.now) for monday in weeks_of(team.monday, team.weeks))


def has_anything(weeks: tuple[Week, ...]) -> bool:
    return any(isinstance(value, int) and value for week in weeks for value in week)


@pytest.mark.slow
@patient
@given(teams())
def test_the_totals_are_what_the_definitions_say(team: Team) -> None:
    found = tables(*team)

    assert found.weeks == expected(team.parts, team)


@pytest.mark.slow
@patient
@given(teams())
def test_so_are_those_of_each_area_and_each_customer(team: Team) -> None:
    found = tables(*team)

    customers = {facts.customer for part in team.parts for facts in part.facts}
    areas = {part.area_of(facts.customer) for part in team.parts for facts in part.facts}
    by_customer = {
        name: expected(obvious.only(team.parts, lambda _part, facts, name=name: facts.customer == name), team)
        for name in customers
    }
    by_area = {
        name: expected(
            obvious.only(team.parts, lambda part, facts, name=name: part.area_of(facts.customer) == name),
            team,
        )
        for name in areas
    }
    assert found.customers == {name: weeks for name, weeks in by_customer.items() if has_anything(weeks)}
    assert found.areas == {name: weeks for name, weeks in by_area.items() if has_anything(weeks)}
    assert list(found.customers) == sorted(found.customers)


@patient
@given(st.data(), st.sampled_from(MONDAYS))
def test_working_hours_of_many_are_those_of_each(data: st.DataObject, monday: date) -> None:
    calendar = data.draw(calendars(monday))
    pairs = data.draw(st.lists(st.tuples(moments(monday), moments(monday)), min_size=1, max_size=20))

    starts, ends = (np.array([micros(pair[side]) for pair in pairs]) for side in range(2))

    found = working_hours(starts, ends, calendar).tolist()
    assert found == pytest.approx([business_hours(start, end, calendar) for start, end in pairs], abs=1e-9)


def test_a_forged_date_costs_no_more_than_ten_years(berlin: WorkCalendar) -> None:
    start, end = datetime(1901, 5, 6, tzinfo=UTC), datetime(2026, 3, 2, tzinfo=UTC)

    found = working_hours(np.array([micros(start)]), np.array([micros(end)]), berlin)

    assert found.tolist() == [business_hours(start, end, berlin)]


@pytest.fixture
def berlin() -> WorkCalendar:
    return WorkCalendar(ZoneInfo("Europe/Berlin"), region="DE-BY")


def test_a_team_of_nobody_has_empty_weeks() -> None:
    found = tables([], date(2026, 3, 2), 4, datetime(2026, 3, 20, tzinfo=UTC))

    assert [week.opened for week in found.weeks] == [0, 0, 0, 0]
    assert (found.areas, found.customers, found.usual) == ({}, {}, {})


def test_weeks_before_the_calendar_begins_are_left_out() -> None:
    assert weeks_of(date(1, 1, 8), 12) == (date(1, 1, 1), date(1, 1, 8))
    assert weeks_of(date(2021, 1, 4), 2) == (date(2020, 12, 28), date(2021, 1, 4))


def test_a_week_runs_until_it_is_over_for_everybody(berlin: WorkCalendar) -> None:
    monday = date(2026, 3, 2)
    over = datetime(2026, 3, 8, 23, tzinfo=UTC)
    both = [obvious.plain([], berlin), obvious.plain([], WorkCalendar(ZoneInfo("America/New_York")))]

    assert not tables(both[:1], monday, 1, over).running
    assert tables(both[:1], monday, 1, over - timedelta(seconds=1)).running
    assert tables(both, monday, 1, over).running
