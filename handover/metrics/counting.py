"""The numbers of the weeks, counted over all, by area and by customer at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta

import numpy as np
import pandas as pd

from handover.metrics import events
from handover.metrics.events import History
from handover.metrics.moments import MICROSECOND
from handover.metrics.running import by_length, spreads
from handover.metrics.usual import is_empty, usual
from handover.metrics.weeks import AGES, Part, Spread, Tables, Week, week_of, weeks_of

ONCE = (events.ANSWERED, events.KEPT, events.SLIPPED)
"""What counts once a week for one request or promise, however often it happened."""

AGED = 8
KINDS = AGED + len(AGES) + 1
NOBODY = Spread(None, None, 0)


def counted(parts: Sequence[Part], monday: date, weeks: int, now: datetime) -> Tables:
    """Return the numbers of *weeks* weeks up to that of *monday*; see `handover.metrics.tables`."""
    mondays = weeks_of(monday, weeks)
    history = History(parts, mondays, now)
    count = _Counting(history, mondays)
    [(_, totals)] = count.by(None, [""])
    areas = _named(count.by("area", history.areas))
    customers = _named(count.by("customer", history.customers))
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


class _Counting:
    """What is counted once, whatever it is grouped by: what happened, and how long it took."""

    def __init__(self, history: History, mondays: Sequence[date]) -> None:
        self._mondays = mondays
        self._happened = _happened(history)
        self._first = by_length(history.waits, "first")
        self._full = by_length(history.waits, "full")

    def by(self, column: str | None, names: Sequence[str]) -> Iterator[tuple[str, tuple[Week, ...]]]:
        """Yield each group of *column*, or one for all, with its weeks."""
        size = len(self._mondays)
        cells = self._cells(self._happened, column) * KINDS + self._happened["kind"]
        counts = np.bincount(cells, minlength=len(names) * size * KINDS).reshape(-1, KINDS).tolist()
        first = spreads(self._first, "first", self._cells(self._first, column))
        full = spreads(self._full, "full", self._cells(self._full, column))
        for group, name in enumerate(names):
            cell = group * size
            yield (
                name,
                tuple(
                    _week(monday, counts[n], first.get(n, NOBODY), full.get(n, NOBODY))
                    for n, monday in enumerate(self._mondays, cell)
                ),
            )

    def _cells(self, frame: pd.DataFrame, column: str | None) -> pd.Series[int]:
        """Return for each row the number of its group and week: those of a group follow each other."""
        return frame["week"] + (frame[column] * len(self._mondays) if column else 0)


def _named(groups: Iterator[tuple[str, tuple[Week, ...]]]) -> Mapping[str, tuple[Week, ...]]:
    return {name: weeks for name, weeks in sorted(groups) if not all(map(is_empty, weeks))}


def _happened(history: History) -> pd.DataFrame:
    """Return all that is counted, a row each: what happened in a week, and what was open at its end by age."""
    frame = history.events[history.events["week"] >= 0]
    once = frame["kind"].isin(ONCE)
    what = frame[["item", "kind", "week"]]
    open_ones = pd.concat(list(_open(history)), ignore_index=True)
    counted = pd.concat([what[~once], what[once].drop_duplicates(), open_ones], ignore_index=True)
    return history.whose(counted)


def _open(history: History) -> Iterator[pd.DataFrame]:
    """Yield for each week the requests open at its end: those whose last turn before it was no end."""
    turns = history.events[history.events["kind"] >= events.BEGAN]
    item, at, since, owner = (turns[name].to_numpy() for name in ("item", "at", "since", "owner"))
    began = (turns["kind"] == events.BEGAN).to_numpy()
    limits = np.array([limit // MICROSECOND for limit in AGES])
    for week, ends in enumerate(history.ends.T):
        end = ends[owner]
        [known] = np.nonzero((at < end) & (since < end))
        last = known[np.append(item[known][1:] != item[known][:-1], True)] if len(known) else known
        still = last[began[last]]
        age = limits.searchsorted(end[still] - since[still], "left")
        yield pd.DataFrame({"item": item[still], "kind": AGED + age, "week": week})


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
