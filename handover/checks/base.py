"""What a check is, what it is given, and how it makes a finding.

A check is one file in this package with a `CHECK`; dropping it in is all that is needed. It yields codes and
facts, its texts in both languages live beside its rule, and its examples are its tests and its manual.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any, NamedTuple

from handover.config.settings import AnswerHours
from handover.ledger import (
    Asked,
    Facts,
    chasers,
    is_waiting,
    promise_state,
    request_state,
    waiting_since,
)
from handover.model import (
    Absence,
    Assignee,
    Customer,
    Event,
    Finding,
    Promise,
    PromiseState,
    Quote,
    Reason,
    Request,
    Severity,
)
from handover.people import People
from handover.receipts import Handed
from handover.risk import REACH as RISK_REACH
from handover.risk import Risk, assess, assess_at
from handover.worktime import WorkCalendar, business_hours

HEARD = ("opened", "chased", "continued", "escalated", "reopened")
"""Steps by which the contact was heard; a dismissal holds until the next."""

REACH = max(RISK_REACH, timedelta(days=60))
"""No check looks further back at what is settled; of what lies before it a customer's habit is enough."""

Texts = Mapping[str, Mapping[str, str]]


@dataclass(slots=True)
class Ledger:
    """The facts of all customers that a check may look at."""

    facts: Sequence[Facts]

    def waiting(self, now: datetime) -> Iterator[Request]:
        """Yield every request for which somebody waits at *now*."""
        for facts in self.facts:
            for request in facts.requests:
                if is_waiting(request, now):
                    yield request

    def promises(self) -> Iterator[Promise]:
        """Yield every promise that was made."""
        for facts in self.facts:
            yield from facts.promises


@dataclass(slots=True)
class Context:
    """What else a check needs to judge: the moment, working time, who is who, the calendar, its options."""

    now: datetime
    work: WorkCalendar
    people: People
    answer_hours: AnswerHours = field(default_factory=AnswerHours)
    events: Sequence[Event] = ()
    deputy_events: Mapping[str, Sequence[Event]] = field(default_factory=dict)
    absences: Sequence[Absence] = ()
    packets: Sequence[Handed] = ()
    options: Mapping[str, Any] = field(default_factory=dict)
    _risks: dict[int, tuple[Facts, Risk]] = field(default_factory=dict, repr=False, compare=False)
    _customers: dict[str, Customer] = field(default_factory=dict, repr=False, compare=False)

    @property
    def owner(self) -> str:
        return self.people.owner[0].address if self.people.owner else ""

    def customer(self, customer_id: str) -> Customer:
        """Return what is known of a customer."""
        known = self._customers.get(customer_id)
        if known is None:
            known = self._customers[customer_id] = self.people.customer(customer_id)
        return known

    def hours(self, since: datetime) -> float:
        """Return the working hours from *since* until now."""
        return business_hours(since, self.now, self.work)

    def allowed(self, request: Asked) -> float:
        """Return the answer time of *request* in working hours: the customer's own, else the shortest that holds."""
        customer = self.customer(request.customer)
        limits = [customer.answer_hours or self.answer_hours.normal]
        if customer.vip and customer.answer_hours is None:
            limits.append(self.answer_hours.vip)
        if request.first_contact and customer.answer_hours is None:
            limits.append(self.answer_hours.first_contact)
        if request.urgent >= 0.5:
            limits.append(self.answer_hours.urgent)
        return min(limits)

    def risk(self, facts: Facts, least: float = 0.0) -> Risk:
        """Return the risk of the customer of *facts*, reckoned once; `escalations` says which reasons do not count.

        Its trend may be empty where the score is lower than *least*.
        """
        known = self._risks.get(id(facts))
        if known is None or not (known[1].trend or known[1].score < least):
            risk = assess(facts, self.now, self.work, self.allowed, self._ignored, least)
            known = self._risks[id(facts)] = (facts, risk)
        return known[1]

    def risk_at(self, facts: Facts, moment: datetime) -> Risk:
        """Return the same as it stood at *moment* in the past, without a trend."""
        return assess_at(facts, moment, self.work, self.allowed, self._ignored)

    @property
    def _ignored(self) -> Sequence[str]:
        ignored: Sequence[str] = self.options.get("escalations", {}).get("ignore", ())
        return ignored

    def assignee(self, customer_id: str) -> Assignee:
        """Return who should act: the customer list's deputy, else the colleague of its area, else the owner."""
        customer = self.customer(customer_id)
        if customer.deputy:
            return Assignee(customer.deputy, "deputy")
        if customer.area:
            for person in self.people.team:
                if person.area.casefold() == customer.area.casefold() and person.address:
                    return Assignee(person.address, "area")
        return Assignee(self.owner, "owner")


@dataclass(frozen=True, slots=True)
class Example:
    """A little story in which a check fires with this severity, or (None) must stay silent."""

    title: str
    fires: Severity | None
    mails: str
    vip: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Option:
    """A setting of a check: its default decides its type; *help* in both languages."""

    name: str
    default: Any
    help: Mapping[str, str]


class Lead(NamedTuple):
    """What a finding is put in order by, and how to make it; most of many thousands are only counted."""

    id: str
    check: str
    severity: Severity
    customer: str
    chasers: int
    slips: int
    score: float
    make: Callable[[], Finding]


def made(found: Finding | Lead) -> Finding:
    """Return the finding that *found* is or leads to."""
    return found.make() if isinstance(found, Lead) else found


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that is looked for. *title* and *texts* hold German and English; the manual is the docstring."""

    id: str
    run: Callable[[Ledger, Context], Iterable[Finding]]
    title: Mapping[str, str]
    texts: Texts
    examples: tuple[Example, ...]
    options: tuple[Option, ...] = ()
    leads: Callable[[Ledger, Context], Iterable[Lead]] | None = None
    """For a check with very many findings: what `run` would find, its reasons not yet put together."""

    def found(self, ledger: Ledger, context: Context) -> Iterable[Finding | Lead]:
        """Return what the check finds as cheaply as it can, to be counted and put in order."""
        return self.run(ledger, context) if self.leads is None else self.leads(ledger, context)

    def option(self, context: Context, name: str) -> Any:
        """Return the option *name* as configured, else its default."""
        default = next(option.default for option in self.options if option.name == name)
        return context.options.get(self.id, {}).get(name, default)


SHARED = frozenset(("base", "story"))
"""The modules beside the checks that hold none; only tests tell stories, so no run need load them."""


@lru_cache(maxsize=1)
def all_checks() -> dict[str, Check]:
    """Return every check of the package by id, in alphabetical order of their files."""
    import handover.checks as package

    found = {}
    for name in sorted({info.name for info in pkgutil.iter_modules(package.__path__)} - SHARED):
        check = getattr(importlib.import_module(f"{package.__name__}.{name}"), "CHECK", None)
        if isinstance(check, Check):
            found[check.id] = check
    return found


def request_finding(
    check: str,
    request: Request,
    context: Context,
    *,
    severity: Severity,
    score: float,
    title: str,
    reasons: Iterable[Reason],
    values: Mapping[str, Any] | None = None,
    due: datetime | None = None,
    slips: int | None = None,
) -> Finding:
    """Make a finding about *request*, with the mails that decided its state as evidence."""
    since = waiting_since(request)
    return Finding(
        id=f"{check}-{request.id}",
        check=check,
        severity=severity,
        customer=request.customer,
        contact=request.contact,
        assignee=context.assignee(request.customer),
        key=request.opened.evidence.key,
        thread=request.thread or None,
        message=request.opened.evidence.message,
        event=None,
        state=request_state(request, context.now).value,
        since=since,
        due=due,
        waited_hours=round(context.hours(since), 1),
        elapsed_hours=round((context.now - since).total_seconds() / 3600, 1),
        chasers=chasers(request),
        slips=slips if slips is not None else most_slips(request, context.now),
        score=ranked(score),
        title=title,
        values={
            "name": request.contact_name or request.contact,
            "subject": request.subject,
            "words": request.quote,
            "phone": request.phone or context.customer(request.customer).phone,
            "heard": max((step.at for step in request.steps if step.kind in HEARD), default=None),
            **(values or {}),
        },
        reasons=tuple(reasons),
        evidence=evidence_of(request),
    )


def promise_finding(
    check: str,
    promise: Promise,
    context: Context,
    *,
    severity: Severity,
    score: float,
    title: str,
    reasons: Iterable[Reason],
    values: Mapping[str, Any] | None = None,
) -> Finding:
    """Make a finding about *promise*, with its words and every move as evidence."""
    return Finding(
        id=f"{check}-{promise.id}",
        check=check,
        severity=severity,
        customer=promise.customer,
        contact=promise.contact,
        assignee=context.assignee(promise.customer),
        key=promise.made.key,
        thread=None,
        message=promise.made.message,
        event=None,
        state=promise_state(promise, context.now).value,
        since=promise.made.date,
        due=promise.due,
        waited_hours=round(context.hours(promise.due), 1)
        if promise.due and promise.due < context.now
        else None,
        elapsed_hours=None,
        chasers=0,
        slips=slips_of(promise, context.now),
        score=round(min(max(score, 0.0), 1.0), 3),
        title=title,
        values={
            "words": promise.made.quote,
            "by": promise.by,
            "name": promise.contact_name or promise.contact,
            **(values or {}),
        },
        reasons=tuple(reasons),
        evidence=(promise.made, *(step.evidence for step in promise.steps)),
    )


def slips_of(promise: Promise, now: datetime) -> int:
    """Return how many of the dates named were not kept: moved, or passed."""
    return promise.slips + (promise_state(promise, now) is PromiseState.OVERDUE)


def most_slips(request: Request, now: datetime) -> int:
    """Return the slips of that promise of *request* which had most."""
    return max([slips_of(promise, now) for promise in request.promises], default=0)


def ranked(score: float) -> float:
    """Return *score* as a finding has it: 0 to 1, in thousandths."""
    return round(min(max(score, 0.0), 1.0), 3)


def evidence_of(request: Request, limit: int = 6) -> tuple[Quote, ...]:
    """Return the opening mail and the latest steps of *request*, oldest first, each mail once."""
    quotes = [request.opened.evidence, *(step.evidence for step in request.steps[1:][-(limit - 1) :])]
    return tuple({quote.key: quote for quote in quotes}.values())


def overdue_promises(request: Request, now: datetime) -> list[Promise]:
    """Return the promises of *request* whose date has passed."""
    return [promise for promise in request.promises if promise_state(promise, now) is PromiseState.OVERDUE]
