"""What each number means, in one sentence that stands beside it wherever it is shown."""

from __future__ import annotations

from typing import NamedTuple

from handover.i18n import N_
from handover.metrics.weeks import Week


class Measure(NamedTuple):
    """One number of a week: its stable name, what it is called, its definition.

    *unit* is ``count`` or ``hours``. *flow*: it grows while the week runs; a low one before
    Sunday says nothing.
    """

    id: str
    title: str
    unit: str
    flow: bool
    definition: str


MEASURES = (
    Measure(
        "opened",
        N_("requests opened"),
        "count",
        True,
        N_("Requests whose first mail or call lies in the week."),
    ),
    Measure(
        "answered",
        N_("requests answered"),
        "count",
        True,
        N_(
            "Requests that got an answer with substance in the week, by mail or phone, whenever they were opened."
        ),
    ),
    Measure(
        "left_open",
        N_("open at the end of the week"),
        "count",
        False,
        N_("Requests that were open or only put off at the end of Sunday, or now, if the week still runs."),
    ),
    Measure(
        "open_long",
        N_("of these for more than a week"),
        "count",
        False,
        N_("Those of them whose first mail is more than seven days old by then."),
    ),
    Measure(
        "first_answer_median",
        N_("first reply, half within"),
        "hours",
        False,
        N_(
            "Working hours until half of the requests opened in the week had a reply of a person, with substance or "
            "without; what nobody has answered counts as still running. Empty: fewer than half have one."
        ),
    ),
    Measure(
        "first_answer_p90",
        N_("first reply, nine in ten within"),
        "hours",
        False,
        N_("The same for nine in ten requests."),
    ),
    Measure(
        "full_answer_median",
        N_("full answer, half within"),
        "hours",
        False,
        N_(
            "Working hours until half of the requests opened in the week had an answer with substance, or were settled "
            "by the customer; what nobody has answered counts as still running. Empty: fewer than half are."
        ),
    ),
    Measure(
        "full_answer_p90",
        N_("full answer, nine in ten within"),
        "hours",
        False,
        N_("The same for nine in ten requests."),
    ),
    Measure(
        "chasers",
        N_("times somebody asked again"),
        "count",
        True,
        N_("Mails and calls that ask again for something open, and questions of the manager about it."),
    ),
    Measure(
        "promises_made",
        N_("promises made"),
        "count",
        True,
        N_("Promises written down in the week."),
    ),
    Measure(
        "promises_kept",
        N_("promises kept"),
        "count",
        True,
        N_("Promises fulfilled in the week, however late."),
    ),
    Measure(
        "promises_slipped",
        N_("promises slipped"),
        "count",
        True,
        N_("Promises whose date was moved in the week, or passed in it without being kept."),
    ),
)

AGE_MEASURES = (
    Measure(
        "open_1_day", N_("open for a day at most"), "count", False, N_("Of those open: for up to 24 hours.")
    ),
    Measure(
        "open_7_days", N_("open for a week at most"), "count", False, N_("For more than a day, up to seven.")
    ),
    Measure(
        "open_28_days",
        N_("open for four weeks at most"),
        "count",
        False,
        N_("For more than 7 days, up to 28."),
    ),
    Measure("open_longer", N_("open for longer"), "count", False, N_("For more than 28 days.")),
)
"""How the open ones part by age: shown, but without a usual range, since *left_open* and *open_long* have theirs."""

_AGES = tuple(measure.id for measure in AGE_MEASURES)


def measured(week: Week, measure: str) -> float | None:
    """Return the number of *week* that *measure* names; None where too many of its requests still run, or none are."""
    if measure in _AGES:
        return week.open_by_age[_AGES.index(measure)]
    if measure.endswith(("_median", "_p90")):
        spread, _, which = measure.rpartition("_")
        value: float | None = getattr(getattr(week, spread), which)
        return value
    count: int = getattr(week, measure)
    return count
