"""The numbers of a week, slow and obvious: each as its definition reads, one after the other, without any frame.

What `handover.metrics.tables` must agree with. Nothing is shared with it but the shapes it fills.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple

from handover.ledger import Facts, base_state
from handover.metrics import Part, Spread, Week
from handover.model import Promise, Request, RequestState, Step
from handover.worktime import WorkCalendar, business_hours

REPLIES = {"held", "promised", "answered", "half_answered", "elsewhere"}
ANSWERS = {"answered", "elsewhere"}
ENDS = {"answered", "elsewhere", "closed", "peer_answered"}
CHASERS = {"chased", "manager_chased"}


class Duration(NamedTuple):
    """How long something took, in working hours; *over* tells whether it has ended, or still runs."""

    hours: float
    over: bool


def numbers(parts: Iterable[Part], monday: date, now: datetime) -> Week:
    """Return the numbers of the week that begins on *monday*, as known at *now*; a week that still runs, so far."""
    owners = [Owner(part, monday, now) for part in parts]
    ages = [age for owner in owners for age in owner.ages()]
    day, week, month = timedelta(days=1), timedelta(days=7), timedelta(days=28)
    return Week(
        week="{}-W{:02}".format(*monday.isocalendar()),
        first=monday,
        last=monday + timedelta(days=6),
        opened=sum(len(owner.opened()) for owner in owners),
        answered=sum(owner.answered() for owner in owners),
        left_open=len(ages),
        open_long=sum(age > week for age in ages),
        first_answer=spread([each for owner in owners for each in owner.durations(REPLIES)]),
        full_answer=spread([each for owner in owners for each in owner.durations(ENDS)]),
        promises_made=sum(owner.within(promise.made.date) for owner in owners for promise in owner.promises),
        promises_kept=sum(
            owner.has(promise.steps, {"kept"}) for owner in owners for promise in owner.promises
        ),
        promises_slipped=sum(owner.slipped(promise) for owner in owners for promise in owner.promises),
        chasers=sum(owner.chasers() for owner in owners),
        open_by_age=(
            sum(age <= day for age in ages),
            sum(day < age <= week for age in ages),
            sum(week < age <= month for age in ages),
            sum(month < age for age in ages),
        ),
    )


class Owner:
    """One owner's week."""

    def __init__(self, part: Part, monday: date, now: datetime) -> None:
        self.work = part.work
        self.now = now
        self.start = _utc(datetime.combine(monday, time(), part.work.zone))
        self.end = min(_utc(datetime.combine(monday + timedelta(days=7), time(), part.work.zone)), _utc(now))
        self.requests = [
            request
            for facts in part.facts
            for request in facts.requests
            if not request.deleted and not request.is_solicitation
        ]
        self.promises = [promise for facts in part.facts for promise in facts.promises]

    def within(self, moment: datetime) -> bool:
        return self.start <= _utc(moment) < self.end

    def has(self, steps: Iterable[Step], kinds: set[str]) -> bool:
        return any(step.kind in kinds and self.within(step.at) for step in steps)

    def opened(self) -> list[Request]:
        return [request for request in self.requests if self.within(request.opened.at)]

    def answered(self) -> int:
        return sum(self.has(request.steps, ANSWERS) for request in self.requests)

    def chasers(self) -> int:
        return sum(
            s.kind in CHASERS and self.within(s.at) for request in self.requests for s in request.steps
        )

    def ages(self) -> Iterator[timedelta]:
        for request in self.requests:
            known = [step for step in request.steps if _utc(step.at) < self.end]
            opened = _utc(request.opened.at)
            if opened < self.end and base_state(known) in (RequestState.OPEN, RequestState.HELD):
                yield self.end - opened

    def durations(self, kinds: set[str]) -> Iterator[Duration]:
        for request in self.opened():
            opened = request.opened.at
            ended = [
                s.at
                for s in request.steps
                if s.kind in kinds and _utc(opened) <= _utc(s.at) <= _utc(self.now)
            ]
            yield Duration(business_hours(opened, ended[0] if ended else self.now, self.work), bool(ended))

    def slipped(self, promise: Promise) -> bool:
        """Tell whether its date was moved in the week, or passed in it without being kept by then."""
        kept = any(
            step.kind in ("kept", "withdrawn") and promise.due and _utc(step.at) <= _utc(promise.due)
            for step in promise.steps
        )
        passed = promise.due is not None and self.within(promise.due) and not kept
        return passed or self.has(promise.steps, {"moved"})


def spread(durations: Sequence[Duration]) -> Spread:
    """Return median and 90th percentile of *durations*, of which some still run."""
    return Spread(_quantile(durations, 0.5), _quantile(durations, 0.9), len(durations))


def only(parts: Sequence[Part], wanted: Callable[[Part, Facts], bool]) -> list[Part]:
    """Return *parts* with those facts only that are *wanted*."""
    return [part._replace(facts=[facts for facts in part.facts if wanted(part, facts)]) for part in parts]


def _quantile(durations: Sequence[Duration], share: float) -> float | None:
    """Return the hours after which *share* of all are over (product-limit estimate), None if that is not reached."""
    left = 1.0
    for hours in sorted({d.hours for d in durations if d.over}):
        running = sum(d.hours >= hours for d in durations)
        left *= 1 - sum(d.over and d.hours == hours for d in durations) / running
        if left <= 1 - share + 1e-9:
            return round(hours, 1)
    return None


def _utc(moment: datetime) -> datetime:
    """Python compares two moments of one zone by their clocks: wrongly in the hour that comes twice."""
    return moment.astimezone(UTC)


def plain(facts: Sequence[Facts], work: WorkCalendar) -> Part:
    """Return *facts* as the part of a team of one, without areas."""
    return Part(facts, lambda _customer: "", work)
