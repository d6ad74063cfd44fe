"""What customers met with during an absence: who wrote, who was answered, put off, left waiting, who asked again.

Data only, and only of what was said inside the announced absence. It judges matters, not colleagues: nobody is
ranked. It cannot see what was settled by phone and noted nowhere.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from handover.checks.base import Context
from handover.documents.cover import colleague
from handover.documents.packet import Colleague
from handover.ledger import Facts, is_waiting, request_state
from handover.model import Absence, Quote, Request, RequestState, Severity, Step
from handover.worktime import business_hours

HEARD = ("opened", "chased", "reopened", "continued", "escalated")
ASKED_AGAIN = ("chased", "reopened")
SUBSTANCE = ("answered", "half_answered", "elsewhere")
HELD = ("held", "promised")


@dataclass(frozen=True, slots=True)
class Line:
    """One matter of one contact in the absence.

    *outcome*: ``answered`` (with substance), ``closed`` (needs nothing any more), ``promised`` (a date was named and
    lies ahead), ``put_off`` (replies without substance only), ``automatic`` (only the automatic reply), ``waiting``
    (nothing). *held_by* wrote the replies without substance, *ours* is the last reply, *theirs* their last words.
    *waited* and *allowed* are working hours. *deputy* is who covers this customer, *second* stands in for them,
    *away* are those of the two who are not there today.
    """

    customer: str
    customer_name: str
    contact: str
    name: str
    phone: str
    subject: str
    outcome: str
    severity: Severity
    since: datetime
    theirs: Quote
    ours: Quote | None
    waited: float
    allowed: float
    again: int
    put_off: int
    held_by: tuple[str, ...]
    higher_up: bool
    threat: bool
    deputy: Colleague
    second: Colleague | None
    requests: tuple[str, ...]
    away: tuple[str, ...] = ()
    new: bool = True

    @property
    def waits(self) -> bool:
        return self.outcome in ("promised", "put_off", "automatic", "waiting")

    @property
    def mark(self) -> str:
        """What must differ for the matter to be news: what was said, by whom last, and how late it is."""
        late = 0 if self.waited <= self.allowed else 1 if self.waited <= 2 * self.allowed else 2
        ours = self.ours.date.isoformat() if self.ours else ""
        return f"{self.outcome}|{self.theirs.date.isoformat()}|{ours}|{late if self.waits else 0}"


@dataclass(frozen=True, slots=True)
class Watch:
    """The absence, its lines (most pressing first), and how many older matters wait without a word since."""

    absence: Absence
    begin: datetime
    end: datetime
    lines: tuple[Line, ...]
    older: int = 0

    def ended_as(self, *outcomes: str) -> int:
        """Return how many matters ended so."""
        return sum(line.outcome in outcomes for line in self.lines)


def span_of(absence: Absence, context: Context) -> tuple[datetime, datetime]:
    """Return when the absence begins and ends for those who write: from closing time before to opening after."""
    work = context.work
    return work.span(work.shift(absence.first, -1))[1], work.span(work.next_working_day(absence.last))[0]


def watch(
    absence: Absence,
    facts: Sequence[Facts],
    context: Context,
    covers: Mapping[str, str],
    seen: Mapping[str, str] | None = None,
    away: Collection[str] = (),
) -> Watch:
    """Return what was said inside *absence* until now.

    *covers* names the deputy of a customer (``""``: of all others), *seen* the marks of the last watch by the
    first request of each line, *away* the colleagues who are not there today.
    """
    begin, end = span_of(absence, context)
    end = min(end, context.now)
    lines, older = [], 0
    for each in facts:
        for requests in _matters(each.requests):
            if any(begin <= step.at <= end and step.kind in HEARD for r in requests for step in r.steps):
                line = _with_news(_line(requests, begin, end, context, covers), seen or {})
                lines.append(replace(line, away=tuple(who for who in _both(line) if who in away)))
            elif any(is_waiting(request, context.now) for request in requests):
                older += 1
    lines.sort(key=_order)
    return Watch(absence, begin, end, tuple(lines), older)


def _order(line: Line) -> tuple[int, bool, bool, int, float, datetime]:
    """Order by severity; among equals who threatens or went higher up, then who was put off, then who waited."""
    pressing = line.threat or line.higher_up
    return (
        -line.severity,
        not line.waits,
        not pressing,
        -min(line.put_off + line.again, 3),
        -line.waited,
        line.since,
    )


def _matters(requests: Sequence[Request]) -> list[list[Request]]:
    """Return the requests of one contact in one thread together: people wrote once and asked three things."""
    found: dict[tuple[str, str], list[Request]] = {}
    for request in requests:
        if not request.is_solicitation:
            found.setdefault((request.contact, request.thread), []).append(request)
    return list(found.values())


def _line(
    requests: Sequence[Request],
    begin: datetime,
    end: datetime,
    context: Context,
    covers: Mapping[str, str],
) -> Line:
    steps = sorted((s for r in requests for s in r.steps if begin <= s.at <= end), key=lambda step: step.at)
    heard = [step for step in steps if step.kind in HEARD]
    ours = [step for step in steps if step.kind in (*SUBSTANCE, *HELD)]
    waiting = [request for request in requests if is_waiting(request, context.now)]
    since = max(heard[0].at, begin)
    main = (waiting or list(requests))[0]
    customer = context.customer(main.customer)
    waited = business_hours(since, context.now, context.work) if waiting else 0.0
    allowed = min(context.allowed(request) for request in (waiting or requests))
    outcome = _outcome(waiting, requests, steps, context.now)
    deputy = covers.get(main.customer) or covers.get("") or context.assignee(main.customer).address
    person = context.people.person(deputy)
    second = colleague(context, person.second_deputy) if person and person.second_deputy else None
    again = len({s.evidence.key for s in heard if s.kind in ASKED_AGAIN})
    put_off = len({s.evidence.key for s in steps if s.kind in HELD})
    higher = any(step.kind == "escalated" for step in steps)
    threat = any(r.opened.because == "threatens" and r.opened.at >= begin for r in requests)
    return Line(
        customer=main.customer,
        customer_name=customer.name,
        contact=main.contact,
        name=main.contact_name or main.contact,
        phone=main.phone or customer.phone,
        subject=main.subject,
        outcome=outcome,
        severity=_severity(outcome, waited, allowed, again, put_off, higher or threat),
        since=since,
        theirs=heard[-1].evidence,
        ours=ours[-1].evidence if ours else None,
        waited=round(waited, 1),
        allowed=allowed,
        again=again,
        put_off=put_off,
        held_by=tuple(dict.fromkeys(s.evidence.from_ for s in steps if s.kind in HELD)),
        higher_up=higher,
        threat=threat,
        deputy=colleague(context, deputy),
        second=second,
        requests=tuple(request.id for request in requests),
    )


def _both(line: Line) -> tuple[str, ...]:
    return (line.deputy.address, line.second.address) if line.second else (line.deputy.address,)


def _with_news(line: Line, seen: Mapping[str, str]) -> Line:
    return replace(line, new=seen.get(line.requests[0]) != line.mark)


def _outcome(
    waiting: Sequence[Request], requests: Sequence[Request], steps: Sequence[Step], now: datetime
) -> str:
    if not waiting:
        answered = any(step.kind in SUBSTANCE for step in steps)
        settled = any(
            request_state(r, now) in (RequestState.ANSWERED, RequestState.ELSEWHERE) for r in requests
        )
        return "answered" if answered or settled else "closed"
    if any(request_state(request, now) is RequestState.PROMISED for request in waiting):
        return "promised"
    held = [step for request in waiting for step in request.steps if step in steps]
    if any(step.kind in HELD for step in held):
        return "put_off"
    return "automatic" if any(step.kind == "auto_replied" for step in held) else "waiting"


def _severity(
    outcome: str, waited: float, allowed: float, again: int, put_off: int, higher: bool
) -> Severity:
    if outcome in ("answered", "closed"):
        return Severity.INFO
    if higher or waited > 2 * allowed or (put_off and again) or put_off > 1:
        return Severity.RED
    if waited > allowed or put_off:
        return Severity.AMBER
    return Severity.INFO


def marks(lines: Sequence[Line]) -> Iterator[tuple[str, str]]:
    """Yield what the next watch compares with."""
    for line in lines:
        yield line.requests[0], line.mark
