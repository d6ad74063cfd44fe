"""Who waits for a call: attempts by mail and phone, promises and slips, who may interrupt, who else can help.

Data only. Callers are people with an open matter who rang, were promised a call, or asked for one; by name
anybody who waits can be looked up. It cannot see a call that nobody noted.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from handover.checks.base import Context, slips_of
from handover.documents.cover import colleague
from handover.documents.packet import Colleague, PromiseLine
from handover.ledger import Facts, is_waiting, promise_state
from handover.ledger.matter import telling
from handover.model import Finding, Person, Promise, PromiseState, Quote, Request, Severity, Step

ATTEMPTS = ("opened", "chased", "reopened")
BY_PHONE = ("called", "called_again")
MAX_HELPERS = 3
_NUMBER = re.compile(r"\D+")


class Helper(NamedTuple):
    """A colleague who can help instead.

    *because* is ``deputy`` (customer list), ``area``, ``second`` (stands in for one of those) or ``manager`` (nobody
    else is named); *busy_until* is the end of a meeting of theirs that runs now, *away* that they are not there today.
    """

    who: Colleague
    because: str
    busy_until: datetime | None = None
    away: bool = False


@dataclass(frozen=True, slots=True)
class Caller:
    """Somebody who waits for a call.

    *attempts* counts mails and calls since *since*, *calls* those by phone since *calling_since*. *slips* are
    promised times that passed or were moved; *step* says what to do: ``call`` (nothing promised yet), ``keep``
    (a promised time lies ahead), ``give_reason`` (the first slip), ``keep_second`` (a new time lies ahead after
    a slip: it must be kept), ``must_not_slip`` (the second slip). *interrupt* tells why they may be put
    through now: ``vip``, ``interrupt`` (customer list), ``urgent``, ``slipped_twice``, ``threat``.
    """

    contact: str
    name: str
    customer: str
    customer_name: str
    phone: str
    language: str
    severity: Severity
    attempts: int
    since: datetime
    calls: int
    calling_since: datetime | None
    last: Quote
    subject: str
    promises: tuple[PromiseLine, ...]
    broken: tuple[datetime, ...]
    next_due: datetime | None
    slips: int
    step: str
    interrupt: tuple[str, ...]
    helpers: tuple[Helper, ...]
    requests: tuple[str, ...]


def callers(
    facts: Sequence[Facts],
    findings: Sequence[Finding],
    context: Context,
    name: str | None = None,
    away: Collection[str] = (),
) -> list[Caller]:
    """Return who waits for a call, the most pressing first; with *name* everybody who waits and bears it.

    *away* are the colleagues who are not there today.
    """
    worst: dict[str, list[Finding]] = {}
    for finding in findings:
        worst.setdefault(finding.customer or "", []).append(finding)
    found = []
    for each in facts:
        for contact, requests in _by_contact(each, context).items():
            if name is not None or any(_wants_call(request) for request in requests):
                found.append(_caller(contact, requests, each, worst.get(each.customer, ()), context, away))
    if name is not None:
        found = [caller for caller in found if _is_named(caller, name)]
    return sorted(found, key=lambda c: (-c.severity, -c.slips, -c.attempts, c.since))


def _by_contact(facts: Facts, context: Context) -> dict[str, list[Request]]:
    """Return what waits by who asked.

    A note may call a colleague the caller ("goes to Herr Haberl otherwise"); then the number tells who it was.
    """
    found: dict[str, list[Request]] = {}
    for request in facts.requests:
        if is_waiting(request, context.now) and not request.is_solicitation:
            found.setdefault(request.contact, []).append(request)
    numbers = {
        _tail(r.phone): contact for contact, rs in found.items() if "@" in contact for r in rs if r.phone
    }
    for contact in [contact for contact in found if _is_colleague(contact, context)]:
        other = next((numbers[_tail(r.phone)] for r in found[contact] if _tail(r.phone) in numbers), None)
        if other:
            found[other] += found.pop(contact)
    return found


def _is_colleague(contact: str, context: Context) -> bool:
    if not contact.startswith("tel:"):
        return False
    words = telling(contact.removeprefix("tel:"))
    return bool(words) and any(words <= telling(person.name) for person in context.people.team)


def _tail(phone: str) -> str:
    return _NUMBER.sub("", phone)[-9:]


def _wants_call(request: Request) -> bool:
    rang = any(step.because in BY_PHONE for step in request.steps)
    return rang or any("callback" in promise.kinds for promise in request.promises)


def _caller(
    contact: str,
    requests: Sequence[Request],
    facts: Facts,
    findings: Sequence[Finding],
    context: Context,
    away: Collection[str],
) -> Caller:
    customer = context.customer(facts.customer)
    attempts = _attempts(requests)
    calls = [step for step in attempts if step.because in BY_PHONE]
    promises = _promises(requests, facts, context.now)
    broken = tuple(sorted({due for promise in promises for due in _broken(promise, context.now)}))
    ahead = [p.due for p in promises if p.due and p.due >= context.now]
    mine = [f for f in findings if f.contact in (contact, *(r.contact for r in requests))]
    latest = max(requests, key=lambda request: request.opened.at)
    return Caller(
        contact=contact,
        name=next((r.contact_name for r in requests if r.contact == contact and r.contact_name), contact),
        customer=facts.customer,
        customer_name=customer.name,
        phone=next((r.phone for r in reversed(requests) if r.phone), "") or customer.phone,
        language=customer.language or latest.language,
        severity=max((f.severity for f in mine), default=Severity.INFO),
        attempts=len(attempts),
        since=attempts[0].at,
        calls=len(calls),
        calling_since=calls[0].at if calls else None,
        last=attempts[-1].evidence,
        subject=requests[0].subject,
        promises=tuple(_line(promise, context.now) for promise in promises),
        broken=broken,
        next_due=min(ahead, default=None),
        slips=len(broken),
        step=_next_step(len(broken), bool(ahead)),
        interrupt=tuple(_interrupt(customer.vip, customer.interrupt, mine, len(broken), requests)),
        helpers=tuple(helpers(facts.customer, requests, context, away)),
        requests=tuple(request.id for request in requests),
    )


def _attempts(requests: Sequence[Request]) -> list[Step]:
    """Return each mail or call by which they asked once, oldest first."""
    steps = {s.evidence.key: s for r in requests for s in r.steps if s.kind in ATTEMPTS}
    return sorted(steps.values(), key=lambda step: step.at)


def _promises(requests: Sequence[Request], facts: Facts, now: datetime) -> list[Promise]:
    """Return what was promised on these requests and neither kept nor withdrawn, calls first."""
    ids = {request.id for request in requests}
    standing = (PromiseState.DUE, PromiseState.MOVED, PromiseState.OVERDUE, PromiseState.VAGUE)
    found = {p.id: p for p in facts.promises if p.request in ids and promise_state(p, now) in standing}
    return sorted(found.values(), key=lambda p: ("callback" not in p.kinds, p.made.date))


def _broken(promise: Promise, now: datetime) -> Iterator[datetime]:
    """Yield the times that were named and passed without a call; a time moved in good time counts, too."""
    for _, due in promise.dates:
        if due is not None and (due < now or due != promise.due):
            yield due


def _line(promise: Promise, now: datetime) -> PromiseLine:
    return PromiseLine(
        promise.id,
        promise_state(promise, now).value,
        promise.due,
        promise.due_text,
        slips_of(promise, now),
        promise.kinds,
        promise.made,
    )


def _next_step(slips: int, ahead: bool) -> str:
    if not slips:
        return "keep" if ahead else "call"
    if ahead:
        return "keep_second"
    return "give_reason" if slips == 1 else "must_not_slip"


def _interrupt(
    vip: bool, listed: bool, findings: Sequence[Finding], slips: int, requests: Sequence[Request]
) -> Iterator[str]:
    if vip:
        yield "vip"
    if listed:
        yield "interrupt"
    if any(f.check == "urgency" and f.severity >= Severity.AMBER for f in findings):
        yield "urgent"
    if slips > 1:
        yield "slipped_twice"
    if any(reason.code == "threat" for f in findings for reason in f.reasons) or any(
        request.opened.because == "threatens" for request in requests
    ):
        yield "threat"


def helpers(
    customer_id: str, requests: Sequence[Request], context: Context, away: Collection[str] = ()
) -> Iterator[Helper]:
    """Yield who can help a customer instead of the owner: by customer list, by area, then who stands in for them.

    Where the customer has no area, the words of the matter are held against the colleagues' areas.
    """
    customer = context.customer(customer_id)
    own = {address.address for address in context.people.owner}
    chosen: dict[str, str] = {}
    if customer.deputy:
        chosen[customer.deputy] = "deputy"
    words = {word for request in requests for word in telling(f"{request.subject} {request.quote}")}
    for person in context.people.team:
        if person.address and _covers(person, customer.area, words):
            chosen.setdefault(person.address, "area")
    for named in [context.people.person(address) for address in chosen]:
        if named and named.second_deputy:
            chosen.setdefault(named.second_deputy, "second")
    if not chosen:
        chosen = {p.address: "manager" for p in context.people.team if p.manager and p.address}
    wanted = [(address, because) for address, because in chosen.items() if address not in own]
    wanted.sort(key=lambda pair: pair[0] in away)
    for address, because in wanted[:MAX_HELPERS]:
        yield Helper(colleague(context, address), because, _busy_until(address, context), address in away)


def _covers(person: Person, area: str, words: set[str]) -> bool:
    areas = {one.casefold() for one in (person.area, *person.deputy_for) if one}
    return area.casefold() in areas if area else bool(areas & words) and not person.manager


def _busy_until(address: str, context: Context) -> datetime | None:
    events = context.deputy_events.get(address, ())
    running = [e.end for e in events if e.busy and not e.cancelled and e.start <= context.now < e.end]
    return max(running, default=None)


def _is_named(caller: Caller, name: str) -> bool:
    wanted = name.strip().casefold()
    digits = _tail(wanted)
    if len(digits) >= 5 and _tail(caller.phone).endswith(digits):
        return True
    if caller.contact.casefold() == wanted or any(r.startswith(wanted) for r in caller.requests):
        return True
    known = f"{caller.name} {caller.contact} {caller.customer} {caller.customer_name}".casefold()
    parts = [word.strip(".,;") for word in wanted.split()]
    titles = ("herr", "herrn", "frau", "hr", "fr", "mr", "mrs", "ms", "dr", "fa", "firma")
    return all(word in known for word in parts if word not in titles)
