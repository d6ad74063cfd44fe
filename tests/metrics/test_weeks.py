"""Weeks of owners in different places: where they begin, when the clock changes, who has a holiday."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from handover.ledger import Facts
from handover.metrics import Part, Tables, tables
from handover.model import Promise, Quote, Request, Step
from handover.worktime import WorkCalendar
from tests.metrics import obvious

BERLIN, NEW_YORK, AUCKLAND = map(ZoneInfo, ("Europe/Berlin", "America/New_York", "Pacific/Auckland"))


def request(opened: datetime, *steps: tuple[str, datetime]) -> Request:
    nobody = Quote("", None, opened, "", "")
    told = [Step(kind, at, "", nobody) for kind, at in (("opened", opened), *steps)]
    return Request("", "acme.example", "", "", "", "", "de", "", (), told)


def part(work: WorkCalendar, *requests: Request, customer: str = "acme.example", area: str = "") -> Part:
    return Part([Facts(customer, list(requests))], lambda _customer: area, work)


def counted(parts: list[Part], monday: date, weeks: int, now: datetime) -> Tables:
    """Count, and count again the slow way."""
    found = tables(parts, monday, weeks, now)
    assert found.weeks[-1] == obvious.numbers(parts, monday, now)
    return found


def test_sunday_night_is_this_week_for_one_owner_and_the_next_for_another() -> None:
    late = datetime(2026, 3, 15, 23, 30, tzinfo=UTC)
    now = datetime(2026, 3, 25, tzinfo=UTC)

    found = counted(
        [part(WorkCalendar(zone), request(late)) for zone in (BERLIN, NEW_YORK, AUCKLAND)],
        date(2026, 3, 16),
        2,
        now,
    )

    assert [week.opened for week in found.weeks] == [1, 2]
    assert [week.opened for week in found.customers["acme.example"]] == [1, 2]


def test_the_first_moment_of_monday_belongs_to_the_new_week() -> None:
    midnight = datetime.combine(date(2026, 3, 16), time(), BERLIN)
    work, now = WorkCalendar(BERLIN), datetime(2026, 3, 25, tzinfo=UTC)

    found = counted(
        [part(work, request(midnight), request(midnight - timedelta(microseconds=1)))],
        date(2026, 3, 16),
        2,
        now,
    )

    assert [week.opened for week in found.weeks] == [1, 1]
    assert [week.left_open for week in found.weeks] == [1, 2]


def test_the_hour_that_comes_twice_counts_twice() -> None:
    work = WorkCalendar(BERLIN, time(0), time(6), frozenset(range(7)))
    asked = datetime(2026, 10, 25, 2, 30, tzinfo=BERLIN)
    again = asked.replace(fold=1)

    found = counted(
        [part(work, request(asked, ("answered", again)))],
        date(2026, 10, 19),
        1,
        datetime(2026, 11, 2, tzinfo=UTC),
    )

    assert found.weeks[0].full_answer == (1.0, 1.0, 1)


def test_a_night_in_which_the_clock_goes_forward_is_an_hour_shorter() -> None:
    work = WorkCalendar(BERLIN, time(0), time(6), frozenset(range(7)))
    asked = datetime(2026, 3, 29, tzinfo=BERLIN)

    found = counted(
        [part(work, request(asked, ("answered", datetime(2026, 3, 29, 6, tzinfo=BERLIN))))],
        date(2026, 3, 23), 1, datetime(2026, 4, 2, tzinfo=UTC),
    )  # fmt: skip

    assert found.weeks[0].full_answer.median == 5.0


def test_each_owner_has_the_holidays_of_their_region() -> None:
    asked, answered = (datetime(2026, 6, day, 12, tzinfo=BERLIN) for day in (3, 5))
    team = [
        part(WorkCalendar(BERLIN, region=region), request(asked, ("answered", answered)), area=region)
        for region in ("DE-BY", "DE-HH")
    ]

    found = counted(team, date(2026, 6, 1), 1, datetime(2026, 6, 10, tzinfo=UTC))

    assert [found.areas[region][0].full_answer.median for region in ("DE-BY", "DE-HH")] == [9.0, 18.0]
    assert found.weeks[0].full_answer == (9.0, 18.0, 2)


def test_weeks_follow_each_other_over_the_turn_of_a_year_with_53() -> None:
    work = WorkCalendar(BERLIN)
    asked = [request(datetime(2027, 1, day, 12, tzinfo=UTC)) for day in (3, 4)]

    found = counted([part(work, *asked)], date(2027, 1, 4), 3, datetime(2027, 1, 12, tzinfo=UTC))

    assert [(week.week, week.opened) for week in found.weeks] == [
        ("2026-W52", 0),
        ("2026-W53", 1),
        ("2027-W01", 1),
    ]


def test_what_is_open_is_parted_by_age_each_end_in_the_younger_part() -> None:
    end = datetime.combine(date(2026, 3, 16), time(), BERLIN)
    ages = [timedelta(days=days, seconds=more) for days in (1, 7, 28) for more in (0, 1)]

    found = counted(
        [part(WorkCalendar(BERLIN), *(request(end.astimezone(UTC) - age) for age in ages))],
        date(2026, 3, 9), 1, datetime(2026, 3, 20, tzinfo=UTC),
    )  # fmt: skip

    assert found.weeks[0].open_by_age == (1, 2, 2, 1)
    assert (found.weeks[0].left_open, found.weeks[0].open_long) == (6, 3)


def test_one_customer_of_two_owners_is_one_customer_in_two_areas() -> None:
    asked, now = datetime(2026, 3, 10, 9, tzinfo=UTC), datetime(2026, 3, 20, tzinfo=UTC)
    team = [part(WorkCalendar(BERLIN), request(asked), area=area) for area in ("Nord", "Süd")]

    found = counted(team, date(2026, 3, 9), 1, now)

    assert found.customers["acme.example"][0].opened == 2
    assert {area: weeks[0].opened for area, weeks in found.areas.items()} == {"Nord": 1, "Süd": 1}


def test_who_had_nothing_in_the_span_is_not_listed() -> None:
    asked = datetime(2026, 1, 6, 9, tzinfo=UTC)
    team = [
        part(
            WorkCalendar(BERLIN),
            request(asked, ("answered", asked + timedelta(days=1))),
            customer="done.example",
        ),
        part(WorkCalendar(BERLIN), request(asked), customer="waits.example"),
    ]

    found = counted(team, date(2026, 3, 9), 4, datetime(2026, 3, 20, tzinfo=UTC))

    assert list(found.customers) == ["waits.example"]
    assert [week.open_by_age for week in found.weeks] == [(0, 0, 0, 1)] * 4


def test_a_week_that_still_runs_is_told_so_far() -> None:
    now = datetime(2026, 3, 11, 9, tzinfo=UTC)
    asked = [request(now - timedelta(hours=2)), request(now), request(now + timedelta(hours=2))]

    found = counted([part(WorkCalendar(BERLIN), *asked)], date(2026, 3, 9), 1, now)

    assert (found.weeks[0].opened, found.weeks[0].left_open, found.running) == (1, 1, True)


def test_a_promise_kept_at_the_last_moment_has_not_slipped() -> None:
    due = datetime(2026, 3, 11, 16, tzinfo=UTC)
    now = datetime(2026, 3, 20, tzinfo=UTC)
    nobody = Quote("", None, due - timedelta(days=1), "", "")
    promises = [
        Promise("", "acme.example", "", None, "", nobody, due, "", steps=[Step("kept", at, "", nobody)])
        for at in (due, due + timedelta(microseconds=1))
    ]

    found = counted(
        [Part([Facts("acme.example", [], promises)], lambda _customer: "", WorkCalendar(BERLIN))],
        date(2026, 3, 9), 1, now,
    )  # fmt: skip

    assert (found.weeks[0].promises_made, found.weeks[0].promises_kept, found.weeks[0].promises_slipped) == (
        2,
        2,
        1,
    )


def test_what_still_runs_when_another_was_answered_at_the_same_length_counts_beside_it() -> None:
    asked = datetime(2026, 3, 13, 14, tzinfo=UTC)
    saturday, sunday = asked + timedelta(days=1), asked + timedelta(days=2)

    found = counted(
        [part(WorkCalendar(BERLIN), request(asked, ("answered", saturday)), request(asked))],
        date(2026, 3, 9),
        1,
        sunday,
    )

    assert found.weeks[0].full_answer == (2.0, None, 2)
