"""The numbers of a week against stories told by hand: the obvious reading, and the fast one beside it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handover.checks.story import ZONE, facts_of, people_of, tell
from handover.language import read
from handover.ledger import Facts
from handover.metrics import Week, tables, week_of
from handover.worktime import WorkCalendar
from tests.metrics import obvious
from tests.metrics.obvious import Duration, spread

WORK = WorkCalendar(ZONE, region="DE")


def numbers(facts: Sequence[Facts], monday: date, now: datetime, work: WorkCalendar) -> Week:
    part = obvious.plain(facts, work)
    found = obvious.numbers([part], monday, now)
    assert tables([part], monday, 1, now).weeks == (found,)
    return found


def week(story: str, later: int = 0) -> Week:
    told = tell(story)
    facts = facts_of(told, people_of(told), read)
    first = told.mails[0][0].date.astimezone(ZONE).date()
    return numbers(facts, first - timedelta(days=first.weekday() - 7 * later), told.now, WORK)


ANSWERED = """
    Mo 09:00 kim@acme.example > anna@wir.example | Wann kommt das Angebot?
    Mo 11:00 anna@wir.example > kim@acme.example | Hier das Angebot, es sind 4.200 Euro netto.
    Fr 14:00 now
"""
FORGOTTEN = """
    Mo 09:00 kim@acme.example > anna@wir.example | Wann kommt das Angebot?
    Mi 09:00 kim@acme.example > anna@wir.example | Ich warte immer noch auf eine Antwort.
    Fr 14:00 now
"""


def test_an_answered_request_has_its_working_hours():
    found = week(ANSWERED)

    assert (found.opened, found.answered, found.left_open) == (1, 1, 0)
    assert found.full_answer.median == found.first_answer.median == 2.0


def test_a_request_that_nobody_answered_is_no_fast_answer():
    found = week(FORGOTTEN)

    assert (found.opened, found.answered, found.left_open, found.chasers) == (1, 0, 1, 1)
    assert found.full_answer == (None, None, 1)


def test_the_week_after_knows_what_was_left_open():
    found = week(FORGOTTEN.replace("Fr 14:00 now", "Mi+2 14:00 now"), later=1)

    assert (found.opened, found.left_open, found.open_long) == (0, 1, 1)


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2021, 1, 3), "2020-W53"),
        (date(2026, 12, 31), "2026-W53"),
        (date(2027, 1, 3), "2026-W53"),
        (date(2024, 12, 30), "2025-W01"),
    ],
)
def test_weeks_at_the_turn_of_the_year(day: date, name: str):
    assert week_of(day) == name


def test_a_week_in_which_the_clock_changes_is_one_week():
    zone = ZoneInfo("Europe/Berlin")
    found = numbers([], date(2026, 10, 19), tell(ANSWERED).now, WorkCalendar(zone))

    assert (found.first, found.last) == (date(2026, 10, 19), date(2026, 10, 25))


@given(st.lists(st.floats(0, 500).map(lambda hours: round(hours, 1)), min_size=1, max_size=40))
def test_where_all_is_over_the_median_is_the_plain_one(hours: list[float]):
    found = spread([Duration(each, True) for each in hours])

    ordered = sorted(hours)
    assert found.median == ordered[(len(ordered) - 1) // 2]
    assert found.p90 is not None
    assert sum(each <= found.p90 for each in hours) >= 0.9 * len(hours) - 1e-6


@given(
    st.lists(st.integers(0, 100).map(float), min_size=1, max_size=30),
    st.lists(st.integers(0, 100).map(float), max_size=30),
)
def test_what_still_runs_never_makes_the_figures_look_better(over: list[float], running: list[float]):
    ended = [Duration(each, True) for each in over]
    plain = spread(ended).median
    found = spread(ended + [Duration(each, False) for each in running]).median

    assert plain is not None
    assert found is None or found >= plain
