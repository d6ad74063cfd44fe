"""The numbers of the weeks: what was asked, answered, promised, and how long an answer took, in working hours.

Each is defined in ``docs/explanation/metrics.md``. A request that nobody answered counts as still running
(Kaplan and Meier 1958), so that forgetting a customer never makes the figures look better. The only home of pandas,
which is loaded when `tables` is called: whoever wants a week's name does not wait for it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from handover.metrics.definitions import MEASURES, Measure, measured
from handover.metrics.usual import Group, Unusual, unusual
from handover.metrics.weeks import ANSWERS, REPLIES, Part, Spread, Tables, Usual, Week, week_of, weeks_of

__all__ = [
    "ANSWERS",
    "MEASURES",
    "REPLIES",
    "Group",
    "Measure",
    "Part",
    "Spread",
    "Tables",
    "Unusual",
    "Usual",
    "Week",
    "measured",
    "tables",
    "unusual",
    "week_of",
    "weeks_of",
]


def tables(parts: Sequence[Part], monday: date, weeks: int, now: datetime) -> Tables:
    """Return the numbers of the *weeks* weeks of which the last begins on *monday*, as known at *now*.

    *parts* are the owners of a team. A week is that of each owner's zone; one that still runs is told so far.
    """
    from handover.metrics.counting import counted

    return counted(parts, monday, weeks, now)
