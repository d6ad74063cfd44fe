"""The weekly briefing put together: the shares of one owner or a team, added up by customer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from handover.checks.base import Context
from handover.documents.briefing import Actor, Better, Briefing, Row, Share, Span
from handover.documents.simmer import simmer
from handover.ledger import Facts, chasers, is_waiting, promise_state
from handover.metrics import ANSWERS, Part, Tables, tables, week_of
from handover.model import Finding, Promise, PromiseState, Request, Severity
from handover.worktime import business_hours

ROWS = 7
FURTHER = 200
"""So many customers beyond the rows are told on the page; the rest is counted."""
BETTER = 5
WEEKS = 12
ABOUT_CUSTOMERS = frozenset({"unanswered", "promises", "escalations", "urgency", "prospects"})


def briefing(
    shares: Sequence[Share], span: Span, *, missing: Sequence[str] = (), quiet: Sequence[str] = ()
) -> Briefing:
    """Return the briefing of *shares* for *span*; open matters are those of now.

    *missing* names owners whose mailbox could not be looked at, *quiet* weeks that were not mailed for want of news.
    """
    found = [row for share in shares for row in _rows(share)]
    rows = sorted(found, key=lambda row: (-row.finding.severity, -row.anger, -row.score, row.customer))
    in_need = {row.customer for row in rows}
    helped = [each for share in shares for each in _better(share, span) if each.customer not in in_need]
    better = sorted(_once(helped), key=lambda each: (not each.told, -each.chasers, -each.waited))
    counted = _tables(shares, span)
    absences = (coming for share in shares for coming in share.absences)
    return Briefing(
        week=span.week,
        first=span.first,
        last=span.last,
        since=span.begin if span.since else None,
        team=tuple(share.owner for share in shares if share.owner),
        rows=tuple(_with_risk(rows[:ROWS], shares)),
        further=tuple(_with_risk(rows[ROWS : ROWS + FURTHER], shares)),
        more=max(len(rows) - ROWS, 0),
        better=tuple(better[:BETTER]),
        weeks=counted.weeks if counted else (),
        tables=counted,
        absences=tuple(sorted(absences, key=lambda coming: (coming.first, coming.owner))),
        holidays=tuple(sorted({holiday for share in shares for holiday in share.holidays})),
        stale=tuple(stale for share in shares for stale in share.stale),
        missing=tuple(missing),
        quiet=tuple(quiet),
    )


def span_of(monday: date, zone: ZoneInfo) -> Span:
    """Return the span of the ISO week that begins on *monday* in *zone*."""
    begin, end = (datetime.combine(monday + timedelta(days=days), time(), zone) for days in (0, 7))
    return Span(week_of(monday), monday, monday + timedelta(days=6), begin, end)


def pressing(finding: Finding) -> int:
    """Return how pressing *finding* is; a higher number in a later week means worse."""
    return int(finding.severity) * 100 + min(finding.chasers + finding.slips, 99)


def _rows(share: Share) -> Iterator[Row]:
    """Yield a row for each customer with something amber or red."""
    by_customer: dict[str, list[Finding]] = {}
    for finding in share.findings:
        if finding.check in ABOUT_CUSTOMERS and finding.severity >= Severity.AMBER and finding.customer:
            by_customer.setdefault(finding.customer, []).append(finding)
    for customer, found in by_customer.items():
        found.sort(key=lambda f: (-f.severity, f.check != "escalations", -f.score, f.id))
        known = share.context.customer(customer)
        yield Row(
            customer=customer,
            name=known.name,
            owner=share.owner,
            area=known.area,
            finding=found[0],
            others=tuple(found[1:]),
            anger=max((f.score for f in found if f.check == "escalations"), default=0.0),
            score=_together(found),
            change=_change(found, share),
            actor=_actor(found[0], share.context),
        )


def _together(found: Sequence[Finding]) -> float:
    """Return the score of all checks together: each takes its part of what the others left."""
    left = 1.0
    for check in {finding.check for finding in found}:
        left *= 1 - max(finding.score for finding in found if finding.check == check)
    return round(1 - left, 3)


def _change(found: Sequence[Finding], share: Share) -> str:
    known = [share.seen[finding.id] for finding in found if finding.id in share.seen]
    if not known:
        return "new"
    is_worse = max(map(pressing, found)) > max(known) or any(
        finding.id not in share.seen and finding.severity is Severity.RED for finding in found
    )
    return "worse" if is_worse else "same"


def _actor(finding: Finding, context: Context) -> Actor:
    address, because = finding.assignee
    person = context.people.person(address)
    if person is not None:
        return Actor(address, person.name, person.function, person.area, person.phone, because)
    own = next((own.name for own in context.people.owner if own.address == address), "")
    return Actor(address, own or address, "", "", "", because)


def _with_risk(rows: Iterable[Row], shares: Sequence[Share]) -> Iterator[Row]:
    """Yield *rows* with how their customers heated up."""
    known = {(share.owner, facts.customer): (facts, share.context) for share in shares for facts in share.facts}
    for row in rows:
        if (found := known.get((row.owner, row.customer))) is not None:
            facts, context = found
            row = replace(row, risk=simmer(facts, context.now, context.work, context.allowed))
        yield row


def _better(share: Share, span: Span) -> Iterator[Better]:
    """Yield what was answered or kept in *span*: chased, late, or told by an earlier briefing."""
    told = {name.partition("-")[2] for name in share.seen}
    end = min(span.end, share.context.now)
    for facts in share.facts:
        for request in facts.requests:
            if each := _answered(request, share.context, span.begin, end, request.id in told):
                yield each
        for promise in facts.promises:
            if each := _kept(promise, facts, share.context, span.begin, end, promise.id in told):
                yield each


def _answered(request: Request, context: Context, begin: datetime, end: datetime, told: bool) -> Better | None:
    if request.deleted or request.is_solicitation or is_waiting(request, context.now):
        return None
    at = next((s.at for s in request.steps if s.kind in ANSWERS and begin <= s.at < end), None)
    if at is None:
        return None
    waited = business_hours(request.opened.at, at, context.work)
    asked_again = chasers(request)
    if not (told or asked_again or waited > context.allowed(request)):
        return None
    name = request.contact_name or request.contact
    customer = context.customer(request.customer).name
    return Better(
        request.customer, customer, name, request.subject, at, round(waited, 1), asked_again, "answered", told
    )


def _kept(
    promise: Promise, facts: Facts, context: Context, begin: datetime, end: datetime, told: bool
) -> Better | None:
    """Return a promise that had slipped, or was told of, and is kept now."""
    if promise_state(promise, context.now) is not PromiseState.KEPT or not (told or promise.slips):
        return None
    at = next((s.at for s in promise.steps if s.kind == "kept" and begin <= s.at < end), None)
    if at is None:
        return None
    waited = business_hours(promise.made.date, at, context.work)
    request = next((r for r in facts.requests if r.id == promise.request), None)
    subject = request.subject if request else ""
    customer = context.customer(promise.customer).name
    name = promise.contact_name or promise.contact
    return Better(promise.customer, customer, name, subject, at, round(waited, 1), 0, "kept", told)


def _once(helped: Iterable[Better]) -> list[Better]:
    """Return one line for each customer: the one who had waited longest."""
    best: dict[str, Better] = {}
    for each in sorted(helped, key=lambda each: (not each.told, -each.chasers, -each.waited)):
        best.setdefault(each.customer, each)
    return list(best.values())


def _tables(shares: Sequence[Share], span: Span) -> Tables | None:
    if not shares:
        return None
    parts = [Part(share.facts, _area_of(share.context), share.context.work) for share in shares]
    monday = span.first - timedelta(days=span.first.weekday())
    return tables(parts, monday, WEEKS, shares[0].context.now)


def _area_of(context: Context) -> Callable[[str], str]:
    return lambda customer: context.customer(customer).area
