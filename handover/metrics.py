"""The numbers of a week: what was asked, answered, promised, and how long an answer took, in working hours.

Each is defined in ``docs/explanation/metrics.md``. A request that nobody answered counts as still running
(Kaplan and Meier 1958), so that forgetting a customer never makes the figures look better.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from handover.ledger import CHASERS, Facts, base_state
from handover.model import Promise, Request, RequestState, Step
from handover.worktime import WorkCalendar, business_hours

REPLIES = frozenset({"held", "promised", "answered", "half_answered", "elsewhere"})
ANSWERS = frozenset({"answered", "elsewhere"})
ENDS = ANSWERS | {"closed", "peer_answered"}
LONG = timedelta(days=7)


class Duration(NamedTuple):
    """How long something took, in working hours; *over* tells whether it has ended, or still runs."""

    hours: float
    over: bool


class Spread(NamedTuple):
    """Median and 90th percentile in working hours of *of* durations; None where too many of them still run."""

    median: float | None
    p90: float | None
    of: int


class Week(NamedTuple):
    """The numbers of one ISO week (``2026-W47``), Monday to Sunday in the owner's zone."""

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


def week_of(day: date) -> str:
    """Return the ISO week that *day* lies in: ``2026-W53`` is possible, and may begin in another year."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02}"


def numbers(facts: Iterable[Facts], monday: date, now: datetime, work: WorkCalendar) -> Week:
    """Return the numbers of the week that begins on *monday*, as known at *now*; a week that still runs, so far."""
    start = datetime.combine(monday, time(), work.zone)
    end = min(datetime.combine(monday + timedelta(days=7), time(), work.zone), now)
    facts = list(facts)
    requests = [r for each in facts for r in each.requests if not r.deleted and not r.is_solicitation]
    promises = [p for each in facts for p in each.promises]

    def within(moment: datetime) -> bool:
        return start <= moment < end

    opened = [r for r in requests if within(r.opened.at)]
    still = [r for r in requests if r.opened.at < end and _is_open(r, end)]
    return Week(
        week=week_of(monday),
        first=monday,
        last=monday + timedelta(days=6),
        opened=len(opened),
        answered=sum(any(s.kind in ANSWERS and within(s.at) for s in r.steps) for r in requests),
        left_open=len(still),
        open_long=sum(end - r.opened.at > LONG for r in still),
        first_answer=spread([_until(r, REPLIES, now, work) for r in opened]),
        full_answer=spread([_until(r, ENDS, now, work) for r in opened]),
        promises_made=sum(within(p.made.date) for p in promises),
        promises_kept=sum(_has(p.steps, {"kept"}, within) for p in promises),
        promises_slipped=sum(_slipped(p, within) for p in promises),
        chasers=sum(s.kind in CHASERS and within(s.at) for r in requests for s in r.steps),
    )


def spread(durations: Sequence[Duration]) -> Spread:
    """Return median and 90th percentile of *durations*, of which some still run."""
    return Spread(_quantile(durations, 0.5), _quantile(durations, 0.9), len(durations))


def _quantile(durations: Sequence[Duration], share: float) -> float | None:
    """Return the hours after which *share* of all are over (product-limit estimate), None if that is not reached."""
    left = 1.0
    for hours in sorted({d.hours for d in durations if d.over}):
        running = sum(d.hours >= hours for d in durations)
        left *= 1 - sum(d.over and d.hours == hours for d in durations) / running
        if left <= 1 - share + 1e-9:
            return round(hours, 1)
    return None


def _until(request: Request, kinds: frozenset[str], now: datetime, work: WorkCalendar) -> Duration:
    opened = request.opened.at
    found = next((s.at for s in request.steps if s.kind in kinds and opened <= s.at <= now), None)
    return Duration(business_hours(opened, found or now, work), found is not None)


def _is_open(request: Request, moment: datetime) -> bool:
    state = base_state(step for step in request.steps if step.at < moment)
    return state in (RequestState.OPEN, RequestState.HELD)


def _slipped(promise: Promise, within: Callable[[datetime], bool]) -> bool:
    """Tell whether its date was moved in the week, or passed in it without being kept by then."""
    kept = any(
        step.kind in ("kept", "withdrawn") and promise.due and step.at <= promise.due
        for step in promise.steps
    )
    passed = promise.due is not None and within(promise.due) and not kept
    return passed or _has(promise.steps, {"moved"}, within)


def _has(steps: Iterable[Step], kinds: set[str], within: Callable[[datetime], bool]) -> bool:
    return any(step.kind in kinds and within(step.at) for step in steps)
