"""What got better: who was answered after waiting too long or asking again, and which dates were kept."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import datetime

from handover.checks.base import Context
from handover.documents.briefing import Better, Share, Span
from handover.ledger import Facts, chasers, is_waiting, promise_state
from handover.metrics import ANSWERS
from handover.model import Promise, PromiseState, Request
from handover.worktime import business_hours

MOST = 5


def relief(shares: Sequence[Share], span: Span, in_need: Collection[str]) -> tuple[Better, ...]:
    """Return whom *span* has helped, one line for each customer, those known to be in trouble first.

    Customers *in_need* are left out: the briefing tells of their trouble.
    """
    helped = [each for share in shares for each in _better(share, span) if each.customer not in in_need]
    best: dict[str, Better] = {}
    for each in sorted(helped, key=_weight):
        best.setdefault(each.customer, each)
    return tuple(best.values())[:MOST]


def _weight(each: Better) -> tuple[bool, int, bool, float]:
    return not each.told, -each.chasers - each.slips, each.kind == "kept", -each.waited


def _better(share: Share, span: Span) -> Iterator[Better]:
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
    """Return a request that was chased, late or told of, and is answered now."""
    if request.deleted or request.is_solicitation or is_waiting(request, context.now):
        return None
    at = next((step.at for step in request.steps if step.kind in ANSWERS and begin <= step.at < end), None)
    if at is None:
        return None
    waited = business_hours(request.opened.at, at, context.work)
    asked_again = chasers(request)
    if not (told or asked_again or waited > context.allowed(request)):
        return None
    return Better(
        customer=request.customer,
        name=context.customer(request.customer).name,
        contact=request.contact_name or request.contact,
        subject=request.subject,
        at=at,
        waited=round(waited, 1),
        chasers=asked_again,
        slips=0,
        kind="answered",
        told=told,
    )


def _kept(
    promise: Promise, facts: Facts, context: Context, begin: datetime, end: datetime, told: bool
) -> Better | None:
    """Return a promise with a date that was kept, though perhaps not at the first date."""
    if promise_state(promise, context.now) is not PromiseState.KEPT or promise.due is None:
        return None
    at = next((step.at for step in promise.steps if step.kind == "kept" and begin <= step.at < end), None)
    if at is None:
        return None
    request = next((request for request in facts.requests if request.id == promise.request), None)
    return Better(
        customer=promise.customer,
        name=context.customer(promise.customer).name,
        contact=promise.contact_name or promise.contact,
        subject=request.subject if request else "",
        at=at,
        waited=round(business_hours(promise.made.date, at, context.work), 1),
        chasers=0,
        slips=promise.slips,
        kind="kept",
        told=told,
    )
