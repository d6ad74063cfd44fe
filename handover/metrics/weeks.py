"""What a week is and what its numbers are made of; no arithmetic, no pandas."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import NamedTuple

from handover.ledger import Facts
from handover.worktime import WorkCalendar

REPLIES = frozenset({"held", "promised", "answered", "half_answered", "elsewhere"})
ANSWERS = frozenset({"answered", "elsewhere"})
ENDS = ANSWERS | {"closed", "peer_answered"}
AGES = (timedelta(days=1), timedelta(days=7), timedelta(days=28))
"""Where the four ages of open requests part; days are days that passed, 24 hours each."""


class Part(NamedTuple):
    """What one owner of a team brings: their customers' facts, the area of a customer ("" unknown), their hours."""

    facts: Sequence[Facts]
    area_of: Callable[[str], str]
    work: WorkCalendar


class Spread(NamedTuple):
    """Median and 90th percentile in working hours of *of* durations; None where too many of them still run."""

    median: float | None
    p90: float | None
    of: int


class Week(NamedTuple):
    """The numbers of one ISO week (``2026-W47``), Monday to Sunday in the owner's zone.

    *open_by_age* parts those left open by how long they were: up to one day, 7 days, 28 days, longer.
    """

    week: str
    first: date
    last: date
    opened: int
    answered: int
    left_open: int
    open_long: int
    first_answer: Spread
    full_answer: Spread
    promises_made: int
    promises_kept: int
    promises_slipped: int
    chasers: int
    open_by_age: tuple[int, int, int, int] = (0, 0, 0, 0)


class Usual(NamedTuple):
    """What is ordinary for a measure, both ends included; beyond it is news."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Tables:
    """The numbers of some weeks, the oldest first: of all, by area (``""`` unknown), by customer.

    Areas and customers are those with anything in these weeks, by name. *usual* maps a measure to what the weeks
    before the last make ordinary; a measure without enough weeks is missing. *running*: the last week is not over.
    """

    weeks: tuple[Week, ...]
    areas: Mapping[str, tuple[Week, ...]]
    customers: Mapping[str, tuple[Week, ...]]
    usual: Mapping[str, Usual]
    usual_areas: Mapping[str, Mapping[str, Usual]]
    usual_customers: Mapping[str, Mapping[str, Usual]]
    now: datetime
    running: bool


def week_of(day: date) -> str:
    """Return the ISO week that *day* lies in: ``2026-W53`` is possible, and may begin in another year."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02}"


def weeks_of(monday: date, count: int) -> tuple[date, ...]:
    """Return the Mondays of *count* weeks of which the last begins on *monday*, none before the calendar begins."""
    possible = min(count, (monday - date.min).days // 7 + 1)
    return tuple(monday - timedelta(days=7 * back) for back in reversed(range(possible)))
