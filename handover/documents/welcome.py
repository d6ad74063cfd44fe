"""The first morning back: whom to call first and what to say, what the deputy did and promised, what needs no reading.

Data only. Damage is ordered by what happened to the customer in the absence (threats, somebody higher up, put off,
asked again, promises broken) and by what was smouldering before (`risk`). Suggested words are codes; `render`
knows the sentences.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from handover.checks.base import Context
from handover.documents.calls import Helper, helpers
from handover.documents.packet import Colleague, PromiseLine, Said
from handover.documents.watch import Line, Watch
from handover.ledger import Facts, promise_state
from handover.model import Message, Promise, PromiseState, Quote, Severity

MAX_QUOTES = 3
NEEDLESS = ("newsletter", "list", "notification", "receipt", "calendar")


@dataclass(frozen=True, slots=True)
class Call:
    """One customer to make up with.

    *damage* is 0..1 and orders the list. *wrong* tells what went wrong, *said* in their own words (newest last),
    *did* what our side wrote meanwhile, *promised* what we promised and still owe, *words* what to say.
    """

    customer: str
    customer_name: str
    contact: str
    name: str
    phone: str
    language: str
    severity: Severity
    damage: float
    wrong: tuple[Said, ...]
    said: tuple[Quote, ...]
    did: tuple[Quote, ...]
    promised: tuple[PromiseLine, ...]
    words: tuple[Said, ...]
    deputy: Colleague
    helpers: tuple[Helper, ...] = ()
    lines: tuple[Line, ...] = ()


class Reported(NamedTuple):
    """What one deputy should tell: matters they answered, put off, and what they promised."""

    deputy: Colleague
    answered: tuple[Line, ...]
    open: tuple[Line, ...]
    promised: tuple[PromiseLine, ...]


class Unread(NamedTuple):
    """Mails of the absence that need no reading: how many of which kind."""

    kind: str
    mails: int


@dataclass(frozen=True, slots=True)
class Welcome:
    """The recovery list in order of damage, the reverse handover, and what can be archived unread."""

    watch: Watch
    calls: tuple[Call, ...]
    reports: tuple[Reported, ...]
    unread: tuple[Unread, ...] = ()
    settled: int = 0


def welcome(
    found: Watch,
    facts: Sequence[Facts],
    context: Context,
    mails: Sequence[Message],
    covers: Mapping[str, str],
) -> Welcome:
    """Return the recovery list for the absence that *found* has watched; *mails* are those that came in it."""
    by_customer = {each.customer: each for each in facts}
    groups: dict[tuple[str, str], list[Line]] = {}
    for line in found.lines:
        groups.setdefault((line.customer, line.contact), []).append(line)
    calls = [_call(lines, by_customer[customer], found, context) for (customer, _), lines in groups.items()]
    wanted = sorted((call for call in calls if call.damage >= 0.1), key=lambda c: (-c.damage, c.customer))
    return Welcome(
        found,
        tuple(wanted),
        tuple(_reports(found, facts, context)),
        tuple(_unread(mails)),
        sum(call.damage < 0.1 for call in calls),
    )


def _call(lines: Sequence[Line], facts: Facts, found: Watch, context: Context) -> Call:
    waiting = [line for line in lines if line.waits]
    main = max(waiting or lines, key=lambda line: (line.severity, line.waited))
    mine = {line.contact for line in lines}
    ids = {request for line in lines for request in line.requests}
    unkept = [p for p in _unkept(facts, context.now) if p.made.date <= found.end]
    promised = _once(p for p in unkept if p.request in ids or (p.request is None and p.contact in mine))
    broken = [p for p in promised if promise_state(p, context.now) is PromiseState.OVERDUE]
    wrong = tuple(_wrong(lines, broken))
    requests = [r for r in facts.requests if any(r.id in line.requests for line in lines)]
    score = context.risk(facts).score if wrong or waiting else 0.0
    customer = context.customer(facts.customer)
    return Call(
        facts.customer,
        customer.name,
        main.contact,
        main.name,
        main.phone or customer.phone,
        customer.language or (requests[-1].language if requests else ""),
        max(line.severity for line in lines),
        _damage(lines, broken, score, vip=customer.vip),
        wrong,
        tuple(sorted((line.theirs for line in lines), key=lambda quote: quote.date))[-MAX_QUOTES:],
        tuple(_did(lines)),
        tuple(_promise(promise, context.now) for promise in promised if promise not in broken),
        tuple(_words(lines, broken, main)),
        main.deputy,
        tuple(helpers(facts.customer, requests, context)),
        tuple(lines),
    )


def _damage(lines: Sequence[Line], broken: Sequence[Promise], score: float, *, vip: bool) -> float:
    """Return 0..1: what was done to them in the absence first, what smouldered before second."""
    waiting = [line for line in lines if line.waits]
    left = 1.0
    for weight, count in (
        (0.85, sum(line.threat for line in lines)),
        (0.5, sum(line.higher_up for line in lines)),
        (0.25, sum(min(line.put_off, 2) for line in lines)),
        (0.15, sum(line.again for line in lines)),
        (0.3, len(broken)),
        (0.35, sum(line.waited > 2 * line.allowed for line in waiting)),
        (0.15, len(waiting)),
    ):
        left *= (1 - weight) ** min(count, 3)
    if not waiting and not any(line.threat or line.higher_up for line in lines):
        left = 1 - (1 - left) * 0.4
    damage = 0.7 * (1 - left) + 0.25 * score + (0.05 if vip and waiting else 0.0)
    return round(min(damage, 1.0), 3)


def _wrong(lines: Sequence[Line], broken: Sequence[Promise]) -> Iterator[Said]:
    for line in lines:
        if line.threat:
            yield Said("threat", at=line.theirs.date)
        if line.higher_up:
            yield Said("higher_up", at=line.theirs.date)
    if count := sum(line.put_off for line in lines):
        who = dict.fromkeys(name for line in lines for name in line.held_by)
        yield Said("put_off", {"count": count, "who": ", ".join(who)})
    if count := sum(line.again for line in lines):
        yield Said("asked_again", {"count": count})
    for promise in broken[:2]:
        yield Said("promise_broken", {"words": promise.made.quote[:120]}, at=promise.due)
    waits = [line for line in lines if line.outcome in ("waiting", "automatic")]
    if waits:
        yield Said("no_reply", at=min(line.since for line in waits))


def _did(lines: Sequence[Line]) -> list[Quote]:
    quotes = {line.ours.key: line.ours for line in lines if line.ours}
    return sorted(quotes.values(), key=lambda quote: quote.date)[-MAX_QUOTES:]


def _words(lines: Sequence[Line], broken: Sequence[Promise], main: Line) -> Iterator[Said]:
    """Yield what to say on the phone: the fault first, then their matter, then a date that will be kept."""
    if any(line.put_off for line in lines):
        yield Said("say_put_off")
    elif any(line.outcome in ("waiting", "automatic") for line in lines):
        yield Said("say_no_reply")
    elif broken:
        yield Said("say_broken")
    if main.waits:
        yield Said("say_matter", {"subject": main.subject} if main.subject else {})
        yield Said("say_date")
    else:
        yield Said("say_thanks")


def _unkept(facts: Facts, now: datetime) -> list[Promise]:
    open_ = (PromiseState.DUE, PromiseState.MOVED, PromiseState.OVERDUE, PromiseState.VAGUE)
    return [promise for promise in facts.promises if promise_state(promise, now) in open_]


def _once(promises: Iterable[Promise]) -> list[Promise]:
    """Leave out promises that one mail made in the same words on several matters."""
    return list({(p.made.key, p.made.quote): p for p in promises}.values())


def _promise(promise: Promise, now: datetime) -> PromiseLine:
    state = promise_state(promise, now).value
    return PromiseLine(
        promise.id, state, promise.due, promise.due_text, promise.slips, promise.kinds, promise.made
    )


def _reports(found: Watch, facts: Sequence[Facts], context: Context) -> Iterator[Reported]:
    """Yield for each deputy what they should tell: their matters, and what was promised by them meanwhile."""
    deputies = {line.deputy.address: line.deputy for line in found.lines}
    for address, who in deputies.items():
        mine = [line for line in found.lines if line.deputy.address == address]
        made = [
            _promise(promise, context.now)
            for each in facts
            for promise in _once(_unkept(each, context.now))
            if promise.by == address and found.begin <= promise.made.date <= found.end
        ]
        yield Reported(
            who,
            tuple(line for line in mine if line.outcome == "answered"),
            tuple(line for line in mine if line.waits),
            tuple(made),
        )


def _unread(mails: Sequence[Message]) -> Iterator[Unread]:
    """Yield what machines sent; a mail to many with nothing asked of the owner is among them."""
    counts: dict[str, int] = {}
    for mail in mails:
        if mail.automatic in NEEDLESS:
            counts[str(mail.automatic)] = counts.get(str(mail.automatic), 0) + 1
    for kind, count in sorted(counts.items(), key=lambda pair: -pair[1]):
        yield Unread(kind, count)
