"""Requests and promises as items: each open one once, with who takes it and the mails that prove it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from handover.documents.material import Material
from handover.documents.packet import Item, PromiseLine, Said
from handover.ledger import Facts, chasers, is_waiting, promise_state, request_state, waiting_since
from handover.model import Finding, Promise, PromiseState, Quote, Request, Severity

FORGOTTEN = timedelta(days=60)
"""A promise overdue, or vague, for longer is history."""
EVIDENCE = 4
TELLING = frozenset(
    "waited chased held half_answer manager_chased urgent first_contact slipped chased_after_due "
    "not_alone_refund not_alone_discount not_alone_guarantee not_alone_ceo not_alone_free".split()
)
"""Reasons that tell more than the item's own words do."""

_ENDED = (PromiseState.KEPT, PromiseState.WITHDRAWN)


def matter_items(material: Material) -> Iterator[Item]:
    """Yield an item for each open request, with its promises, and for each open promise without one."""
    for facts in material.facts:
        waiting = [r for r in facts.requests if _is_open(r, material)]
        carried: set[str] = set()
        for request in waiting:
            promises = [p for p in request.promises if is_open_promise(p, material.now)]
            carried |= {promise.id for promise in promises}
            yield _request(material, request, promises)
        by_id = {request.id: request for request in facts.requests}
        for promise in facts.promises:
            if promise.id not in carried and is_open_promise(promise, material.now):
                carried.add(promise.id)
                yield _promise(material, facts, promise, by_id.get(promise.request or ""))


def _is_open(request: Request, material: Material) -> bool:
    """Tell whether somebody waits, a customer and no seller, and no person put the matter aside."""
    if request.is_solicitation or f"unanswered-{request.id}" not in material.findings:
        return False
    return is_waiting(request, material.now)


def sellers(material: Material) -> int:
    """Return how many requests of sellers and recruiters wait and are left out."""
    return sum(
        request.is_solicitation and is_waiting(request, material.now)
        for facts in material.facts
        for request in facts.requests
    )


def is_open_promise(promise: Promise, now: datetime) -> bool:
    """Tell whether *promise* still binds somebody: not kept, not withdrawn, not long forgotten."""
    state = promise_state(promise, now)
    if state in _ENDED:
        return False
    if state is PromiseState.OVERDUE and promise.due is not None:
        return now - promise.due <= FORGOTTEN
    return state is not PromiseState.VAGUE or now - promise.made.date <= FORGOTTEN


def _request(material: Material, request: Request, promises: Sequence[Promise]) -> Item:
    finding = material.findings[f"unanswered-{request.id}"]
    others = [f"urgency-{request.id}", f"prospects-{request.id}", *(f"promises-{p.id}" for p in promises)]
    found = [finding, *(material.findings[name] for name in others if name in material.findings)]
    due = min((p.due for p in promises if p.due), default=request.wanted_by)
    item = Item(
        number=0,
        id=f"request-{request.id}",
        kind="request",
        title=request.subject or request.quote,
        severity=max(each.severity for each in found).word,
        state=request_state(request, material.now).value,
        assignee="",
        because="",
        added=material.now,
        customer=request.customer,
        contact=request.contact,
        contact_name=request.contact_name,
        phone=request.phone or material.context.customer(request.customer).phone,
        language=request.language,
        since=waiting_since(request),
        due=due,
        chasers=chasers(request),
        asks=_own_words(material, request),
        promises=tuple(_line(material, promise) for promise in promises),
        reasons=tuple(_reasons(found, material)),
        evidence=_evidence(material, request.customer, found),
    )
    return _assigned(material, item)


def _own_words(material: Material, request: Request) -> tuple[str, ...]:
    asks = request.asks or ((request.quote,) if request.quote else ())
    return asks[:4] if material.is_own(request.customer, request.opened.evidence) else ()


def _promise(material: Material, facts: Facts, promise: Promise, request: Request | None) -> Item:
    finding = material.findings.get(f"promises-{promise.id}")
    known = request or next((r for r in facts.requests if r.contact == promise.contact), None)
    item = Item(
        number=0,
        id=f"promise-{promise.id}",
        kind="promise",
        title=(request.subject if request else "") or promise.made.quote,
        severity=(finding.severity if finding else Severity.INFO).word,
        state=promise_state(promise, material.now).value,
        assignee="",
        because="",
        added=material.now,
        customer=promise.customer,
        contact=promise.contact,
        contact_name=known.contact_name if known else "",
        phone=(known.phone if known else "") or material.context.customer(promise.customer).phone,
        language=known.language if known else "",
        since=promise.made.date,
        due=promise.due,
        promises=(_line(material, promise),),
        reasons=tuple(_reasons([finding] if finding else [], material)),
        evidence=material.own(promise.customer, [promise.made, *(step.evidence for step in promise.steps)])[
            -EVIDENCE:
        ],
    )
    return _assigned(material, item)


def _line(material: Material, promise: Promise) -> PromiseLine:
    own = material.is_own(promise.customer, promise.made)
    made = promise.made if own else promise.made._replace(quote="", message=None)
    state = promise_state(promise, material.now).value
    language = material.languages.get(promise.made.key, "")
    return PromiseLine(
        promise.id, state, promise.due, promise.due_text, promise.slips, promise.kinds, made, language
    )


def _assigned(material: Material, item: Item) -> Item:
    taker = material.roster.for_customer(item.customer, needed_on(material, item.due))
    return replace(item, assignee=taker.address, because=taker.because, instead_of=taker.instead_of)


def needed_on(material: Material, due: datetime | None) -> list[date]:
    """Return the working days of the absence on which a matter due at *due* can be acted on: two at least."""
    days = material.roster.days
    last = material.day(due) if due else None
    fitting = [day for day in days if last is None or day <= last]
    return days[: max(2, min(len(fitting), 5))] if last else days[:2]


def _reasons(found: Iterable[Finding], material: Material) -> Iterator[Said]:
    seen: set[str] = set()
    for finding in found:
        for reason in finding.reasons:
            code = f"{finding.check}.{reason.code}"
            if reason.code not in TELLING or reason.code in seen:
                continue
            seen.add(reason.code)
            due = reason.values.get("due")
            values: dict[str, str | int | float] = {
                k: round(v, 1) if isinstance(v, float) else v
                for k, v in reason.values.items()
                if isinstance(v, int | float)
            }
            yield Said(code, values, at=due if isinstance(due, datetime) else None)


def _evidence(material: Material, customer: str, found: Sequence[Finding]) -> tuple[Quote, ...]:
    quotes = {quote.key: quote for finding in found for quote in finding.evidence}
    ordered = sorted(material.own(customer, quotes.values()), key=lambda quote: (quote.date, quote.key))
    return tuple(ordered if len(ordered) <= EVIDENCE else [ordered[0], *ordered[-(EVIDENCE - 1) :]])
