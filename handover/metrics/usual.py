"""What is ordinary for a number, so that noise is no news; and what of the last week is beyond it.

The range is the median of the weeks before ± 2 × 1.4826 × MAD: the median absolute deviation, scaled to estimate a
standard deviation (Rousseeuw and Croux, "Alternatives to the Median Absolute Deviation", JASA 88, 1993), is not moved
by one wild week as mean and standard deviation are (Leys et al., "Detecting outliers", J. Exp. Soc. Psychol. 49, 2013).
A count of *n* has a standard error of √n even when nothing changes (Poisson), so its range is never narrower than
± 2 √n, and never than ± 2; that of hours never than ± 1 hour.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from statistics import median
from typing import NamedTuple

from handover.metrics.definitions import MEASURES, Measure, measured
from handover.metrics.weeks import Tables, Usual, Week

LEAST = 4
"""So many earlier weeks with data it takes."""

WIDTH = 2 * 1.4826
LEAST_HOURS = 1.0


class Group(NamedTuple):
    """Whose number it is: *kind* is ``total``, ``area`` or ``customer``; a total has no name."""

    kind: str
    name: str


class Unusual(NamedTuple):
    """A number of the last week that lies outside its usual range."""

    group: Group
    measure: str
    value: float
    usual: Usual


def usual(weeks: Sequence[Week]) -> dict[str, Usual]:
    """Return what the weeks before the last make ordinary, by measure; without those that have too few of them.

    Weeks before the first in which anything happened are no data: nobody was there yet, or nobody read the mail.
    """
    earlier = list(weeks[:-1])
    while earlier and is_empty(earlier[0]):
        del earlier[0]
    if len(earlier) < LEAST:
        return {}
    ranges = ((measure.id, _range(measure, earlier)) for measure in MEASURES)
    return {name: found for name, found in ranges if found is not None}


def unusual(tables: Tables) -> Iterator[Unusual]:
    """Yield what of the last week lies outside its usual range: totals first, then areas, then customers.

    While the week runs, less than usual of what only grows is no news.
    """
    yield from _outside(Group("total", ""), tables.weeks, tables.usual, tables.running)
    for kind, groups, ranges in (
        ("area", tables.areas, tables.usual_areas),
        ("customer", tables.customers, tables.usual_customers),
    ):
        for name, found in ranges.items():
            yield from _outside(Group(kind, name), groups[name], found, tables.running)


def is_empty(week: Week) -> bool:
    """Tell whether nothing happened in *week* and nothing was open."""
    return not any(
        (
            week.opened, week.answered, week.left_open, week.chasers,
            week.promises_made, week.promises_kept, week.promises_slipped,
        )
    )  # fmt: skip


def _outside(
    group: Group, weeks: Sequence[Week], ranges: Mapping[str, Usual], running: bool
) -> Iterator[Unusual]:
    for measure in MEASURES:
        value, known = measured(weeks[-1], measure.id), ranges.get(measure.id)
        if value is None or known is None or known.low <= value <= known.high:
            continue
        if value > known.high or not (running and measure.flow):
            yield Unusual(group, measure.id, value, known)


def _range(measure: Measure, weeks: Sequence[Week]) -> Usual | None:
    values = [value for week in weeks if (value := _value(measure, week)) is not None]
    if len(values) < LEAST:
        return None
    middle = median(values)
    if math.isinf(middle):
        return None
    deviation = median(abs(value - middle) for value in values)
    least = LEAST_HOURS if measure.unit == "hours" else 2 * math.sqrt(max(middle, 1))
    width = max(WIDTH * deviation, least)
    if math.isinf(width):
        return None
    return Usual(round(max(middle - width, 0.0), 2), round(middle + width, 2))


def _value(measure: Measure, week: Week) -> float | None:
    """Return the number; endless where too few were answered for a median, None where nobody asked."""
    value = measured(week, measure.id)
    if value is None and _spread_of(measure, week):
        return math.inf
    return value


def _spread_of(measure: Measure, week: Week) -> int:
    spread = week.first_answer if measure.id.startswith("first") else week.full_answer
    return spread.of
