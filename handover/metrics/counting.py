"""The numbers of the weeks, counted over all, by area and by customer at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta

import numpy as np
import numpy.typing as npt
import pandas as pd

from handover.metrics import events
from handover.metrics.events import History
from handover.metrics.moments import MICROSECOND
from handover.metrics.running import spreads
from handover.metrics.usual import is_empty, usual
from handover.metrics.weeks import AGES, Part, Spread, Tables, Week, week_of, weeks_of

ONCE = (events.ANSWERED, events.KEPT, events.SLIPPED)
"""What counts once a week for one request or promise, however often it happened."""

AGED = 8
KINDS = AGED + len(AGES) + 1
Counts = npt.NDArray[np.int64]


def counted(parts: Sequence[Part], monday: date, weeks: int, now: datetime) -> Tables:
    """Return the numbers of *weeks* weeks up to that of *monday*; see `handover.metrics.tables`."""
    mondays = weeks_of(monday, weeks)
    history = History(parts, mondays, now)
    happened = _happened(history)
    [(_, totals)] = _by("all", [""], happened, history, mondays)
    areas = _named(_by("area", history.areas, happened, history, mondays))
    customers = _named(_by("customer", history.customers, happened, history, mondays))
    return Tables(
        weeks=totals,
        areas=areas,
        customers=customers,
        usual=usual(totals),
        usual_areas={name: found for name, told in areas.items() if (found := usual(told))},
        usual_customers={name: found for name, told in customers.items() if (found := usual(told))},
        now=now,
        running=bool((history.edges[:, -1] > history.now).any()),
    )


def _named(groups: Iterator[tuple[str, tuple[Week, ...]]]) -> Mapping[str, tuple[Week, ...]]:
    return {name: weeks for name, weeks in sorted(groups) if not all(map(is_empty, weeks))}


def _happened(history: History) -> pd.DataFrame:
    """Return all that is counted, a row each: what happened in a week, and what was open at its end by age."""
    frame = history.events[history.events["week"] >= 0]
    once = frame["kind"].isin(ONCE)
    counted_once = frame[once].drop_duplicates(["item", "kind", "week"])
    return pd.concat([frame[~once], counted_once, *_open(history)], ignore_index=True)


def _open(history: History) -> Iterator[pd.DataFrame]:
    """Yield for each week the requests open at its end: those whose last turn before it was no end."""
    turns = history.events[history.events["kind"] >= events.BEGAN]
    owner = turns["owner"].to_numpy()
    opened = history.opened[turns["item"]]
    limits = np.array([limit // MICROSECOND for limit in AGES])
    for week, ends in enumerate(history.ends.T):
        end = ends[owner]
        known = (turns["at"].to_numpy() < end) & (opened < end)
        last = turns[known].drop_duplicates("item", keep="last")
        still = last[last["kind"] == events.BEGAN]
        age = ends[still["owner"]] - history.opened[still["item"]]
        yield still.assign(week=week, kind=AGED + limits.searchsorted(age, "left"))


def _by(
    by: str, names: Sequence[str], happened: pd.DataFrame, history: History, mondays: Sequence[date]
) -> Iterator[tuple[str, tuple[Week, ...]]]:
    """Yield each group of column *by* with its weeks."""
    counts = np.zeros((len(names), len(mondays), KINDS), np.int64)
    sizes = happened.groupby([by, "week", "kind"]).size()
    counts[tuple(sizes.index.get_level_values(level) for level in range(3))] = sizes
    first = spreads(history.waits, by, "first")
    full = spreads(history.waits, by, "full")
    nobody = Spread(None, None, 0)
    for group, (name, rows) in enumerate(zip(names, counts.tolist(), strict=True)):
        yield (
            name,
            tuple(
                _week(monday, rows[n], first.get((group, n), nobody), full.get((group, n), nobody))
                for n, monday in enumerate(mondays)
            ),
        )


def _week(monday: date, counts: Sequence[int], first: Spread, full: Spread) -> Week:
    day, week, month, longer = counts[AGED:]
    return Week(
        week=week_of(monday),
        first=monday,
        last=monday + timedelta(days=6),
        opened=counts[events.OPENED],
        answered=counts[events.ANSWERED],
        left_open=day + week + month + longer,
        open_long=month + longer,
        first_answer=first,
        full_answer=full,
        promises_made=counts[events.MADE],
        promises_kept=counts[events.KEPT],
        promises_slipped=counts[events.SLIPPED],
        chasers=counts[events.CHASED],
        open_by_age=(day, week, month, longer),
    )
