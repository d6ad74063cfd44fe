"""The range that earlier weeks make ordinary, and what lies beyond it."""

from __future__ import annotations

import math
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from handover.metrics import Group, Spread, Tables, Usual, Week, unusual, week_of, weeks_of
from handover.metrics.usual import usual

MONDAY = date(2026, 11, 16)
EMPTY = Spread(None, None, 0)


def weeks(*opened: int, hours: tuple[float | None, ...] = ()) -> tuple[Week, ...]:
    """Return a week for each count; *hours* are the medians of the first answer, None where none was reached."""
    spreads = [Spread(each, None, 5) for each in hours] or [EMPTY] * len(opened)
    return tuple(
        Week(
            week_of(day),
            day,
            day + timedelta(days=6),
            count,
            0,
            0,
            0,
            spread,
            EMPTY,
            0,
            0,
            0,
            0,
            (0, 0, 0, 0),
        )
        for day, count, spread in zip(weeks_of(MONDAY, len(opened)), opened, spreads, strict=True)
    )


def told(weeks: tuple[Week, ...], running: bool = False) -> Tables:
    known = usual(weeks)
    groups, ranges = {"acme.example": weeks}, {"acme.example": known}
    return Tables(weeks, {}, groups, known, {}, ranges, datetime(2026, 11, 23, tzinfo=UTC), running)


def test_the_range_is_the_median_and_the_scaled_deviation_from_it() -> None:
    found = usual(weeks(100, 140, 100, 60, 120, 999))["opened"]

    assert found == (round(100 - 2 * 1.4826 * 20, 2), round(100 + 2 * 1.4826 * 20, 2))


def test_one_wild_week_does_not_widen_it() -> None:
    calm = usual(weeks(20, 21, 19, 20, 22, 20, 20))["opened"]
    wild = usual(weeks(20, 21, 19, 20, 900, 20, 20))["opened"]

    assert wild == calm


def test_weeks_that_are_all_alike_leave_room_for_chance() -> None:
    assert usual(weeks(9, 9, 9, 9, 0))["opened"] == (3, 15)
    assert usual(weeks(1, 0, 0, 0, 0))["opened"] == (0, 2)


def test_the_last_week_has_no_say() -> None:
    assert usual(weeks(5, 5, 5, 5, 5)) == usual(weeks(5, 5, 5, 5, 500))


def test_it_takes_four_weeks_with_data() -> None:
    assert usual(weeks(5, 5, 5, 9)) == {}
    assert usual(weeks(0, 0, 5, 5, 5, 9)) == {}
    assert "opened" in usual(weeks(0, 0, 5, 5, 5, 5, 9))
    assert "opened" in usual(weeks(5, 0, 0, 0, 9))


def test_hours_that_were_never_reached_count_as_long() -> None:
    found = usual(weeks(5, 5, 5, 5, 5, 5, hours=(2.0, 4.0, None, 6.0, 3.0, 1.0)))["first_answer_median"]

    assert found == (0, round(4 + 2 * 1.4826 * 2, 2))


def test_where_most_hours_were_never_reached_nothing_is_usual() -> None:
    found = usual(weeks(5, 5, 5, 5, 5, hours=(None, None, None, 6.0, 3.0)))

    assert "first_answer_median" not in found


def test_hours_of_weeks_in_which_nobody_asked_are_no_data() -> None:
    assert "full_answer_median" not in usual(weeks(5, 5, 5, 5, 5))


def test_an_hour_more_is_no_news() -> None:
    assert usual(weeks(5, 5, 5, 5, 5, hours=(2.0,) * 5))["first_answer_median"] == (1, 3)


def test_what_lies_beyond_is_told_of_all_and_of_each_group() -> None:
    found = list(unusual(told(weeks(9, 9, 9, 9, 16))))

    assert found == [
        (Group("total", ""), "opened", 16, Usual(3, 15)),
        (Group("customer", "acme.example"), "opened", 16, Usual(3, 15)),
    ]


@pytest.mark.parametrize("count", [3, 15])
def test_the_ends_of_the_range_are_still_usual(count: int) -> None:
    assert not list(unusual(told(weeks(9, 9, 9, 9, count))))


def test_little_is_news_only_when_the_week_is_over() -> None:
    few = weeks(9, 9, 9, 9, 2)

    assert [each.value for each in unusual(told(few))] == [2, 2]
    assert not list(unusual(told(few, running=True)))
    assert list(unusual(told(weeks(9, 9, 9, 9, 16), running=True)))


def test_what_is_left_open_can_be_little_at_any_time() -> None:
    calm = tuple(week._replace(left_open=30) for week in weeks(9, 9, 9, 9))
    now = weeks(9)[0]._replace(left_open=0)

    assert [each.measure for each in unusual(told((*calm, now), running=True))][:1] == ["left_open"]


@given(st.lists(st.integers(0, 400), min_size=5, max_size=12))
def test_the_range_is_never_narrower_than_chance(counts: list[int]) -> None:
    found = usual(weeks(1, *counts))["opened"]

    middle = float(np.median([1, *counts[:-1]]))
    assert found.high - middle >= 2 * math.sqrt(max(middle, 1)) - 0.01
    assert 0 <= found.low <= middle <= found.high


def test_chance_alone_is_seldom_news() -> None:
    chance = np.random.default_rng(5)
    drawn = chance.poisson(chance.choice([0.5, 2, 8, 30], 2000)[:, None], (2000, 12))

    news = [bool(list(unusual(told(weeks(*row))))) for row in drawn.tolist()]

    assert sum(news) / len(news) < 0.08


def test_a_name_of_a_week_does_not_wait_for_pandas() -> None:
    script = "import sys; import handover.metrics; print(sorted({'pandas', 'numpy', 'xlsxwriter'} & set(sys.modules)))"

    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, timeout=60, check=True
    )

    assert done.stdout.strip() == "[]"
