"""How close a customer is to losing patience, at any moment: behaviour first, words second.

Built from what happened: chasers, waiting, promises that slipped, replies without substance in a row, somebody
higher up brought in, threats, a change of tone against the same person's own baseline, silence after a
complaint. Words alone never carry it far: forecasts from text reach 60 to 71 % (Chang & Danescu 2019), systems
with behaviour 80 % recall. Pure: facts and a moment in, score and its parts out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from handover.ledger import CHASERS, Facts, chasers, holds_in_a_row, is_waiting, promise_state, waiting_since
from handover.model import Promise, PromiseState, Quote, Request
from handover.worktime import WorkCalendar, business_hours

MEMORY = timedelta(days=28)
"""How long a blow is remembered; its weight halves every `HALF_LIFE` days."""
HALF_LIFE = 14.0
WEEKS = 6
CALM = 0.35
YES = 0.5


@dataclass(frozen=True, slots=True)
class Component:
    """One part of the score: a code, its weight 0..1 now, the values of its sentence, and the evidence."""

    code: str
    weight: float
    values: dict[str, Any]
    quote: Quote | None = None


@dataclass(frozen=True, slots=True)
class Risk:
    """The score of a customer at a moment, its components (heaviest first), and the last weeks' scores."""

    customer: str
    score: float
    components: tuple[Component, ...]
    trend: tuple[tuple[datetime, float], ...] = ()

    def has(self, code: str) -> bool:
        """Tell whether the component *code* takes part."""
        return any(component.code == code for component in self.components)

    @property
    def is_rising(self) -> bool:
        """Whether the score rose for two weeks running (oldest of *trend* first), to more than a little."""
        scores = [score for _, score in self.trend]
        return len(scores) >= 3 and scores[-1] > scores[-2] + 0.03 and scores[-2] > scores[-3] + 0.03

    @property
    def behaves(self) -> bool:
        """Whether anything beside the tone of words speaks for trouble."""
        return any(component.code not in ("tone", "complaint") for component in self.components)


def assess(facts: Facts, now: datetime, work: WorkCalendar, allowed: Callable[[Request], float]) -> Risk:
    """Return the risk of the customer of *facts* at *now*, with its trend over the last weeks.

    *allowed* tells a request's answer time in working hours.
    """
    risk = _at(facts, now, work, allowed)
    trend = tuple(
        (moment, _at(as_of(facts, moment), moment, work, allowed).score if weeks else risk.score)
        for weeks in range(WEEKS - 1, -1, -1)
        for moment in [now - timedelta(weeks=weeks)]
    )
    return replace(risk, trend=trend)


def as_of(facts: Facts, moment: datetime) -> Facts:
    """Return *facts* as they stood at *moment*."""
    promises = {p.id: _promise_as_of(p, moment) for p in facts.promises if p.made.date <= moment}
    requests = [
        replace(
            request,
            steps=[step for step in request.steps if step.at <= moment],
            promises=[promises[p.id] for p in request.promises if p.id in promises],
        )
        for request in facts.requests
        if request.opened.at <= moment
    ]
    return replace(
        facts,
        requests=requests,
        promises=list(promises.values()),
        tones=[tone for tone in facts.tones if tone.at <= moment],
    )


def _promise_as_of(promise: Promise, moment: datetime) -> Promise:
    dates = [(at, due) for at, due in promise.dates if at <= moment] or [(promise.made.date, promise.due)]
    steps = [step for step in promise.steps if step.at <= moment]
    slips = sum(1 for step in steps if step.kind == "moved")
    return replace(promise, due=dates[-1][1], steps=steps, dates=dates, slips=slips)


def _at(facts: Facts, now: datetime, work: WorkCalendar, allowed: Callable[[Request], float]) -> Risk:
    parts = [*_requests(facts, now, work, allowed), *_promises(facts, now), *_words(facts, now)]
    parts = sorted((part for part in parts if part.weight >= 0.03), key=lambda part: -part.weight)
    left = 1.0
    for part in parts:
        left *= 1 - min(part.weight, 0.95)
    score = (1 - left) * (CALM if _has_calmed(facts, now) else 1)
    return Risk(facts.customer, round(score, 3), tuple(parts))


def _fade(at: datetime, now: datetime) -> float:
    days = max((now - at).total_seconds() / 86400, 0)
    return float(0.5 ** (days / HALF_LIFE)) if now - at <= MEMORY else 0.0


def _requests(
    facts: Facts, now: datetime, work: WorkCalendar, allowed: Callable[[Request], float]
) -> Iterator[Component]:
    waiting = [request for request in facts.requests if is_waiting(request, now) and not request.deleted]
    fresh = [request for request in waiting if now - max(step.at for step in request.steps) <= 2 * MEMORY]
    if fresh:
        longest = max(fresh, key=lambda request: now - waiting_since(request))
        hours = business_hours(waiting_since(longest), now, work)
        ratio = hours / max(allowed(longest), 0.5)
        weight = 0.35 * min(max(ratio - 1, 0) / 4, 1)
        yield Component("waiting", weight, {"hours": round(hours, 1)}, longest.opened.evidence)
    count = sum(chasers(request) for request in fresh)
    if count:
        quote = max(
            (step for request in fresh for step in request.steps if step.kind in CHASERS),
            key=lambda step: step.at,
        ).evidence
        yield Component("chasers", min(0.22 * count, 0.6), {"count": count}, quote)
    if (holds := max((holds_in_a_row(request) for request in fresh), default=0)) >= 2:
        yield Component("holding_in_a_row", min(0.12 * holds, 0.4), {"count": holds})
    for step in (s for r in facts.requests for s in r.steps if s.kind == "escalated" and _fade(s.at, now)):
        yield Component("higher_up", 0.7 * _fade(step.at, now), {}, step.evidence)
    unsettled = {id(request) for request in waiting}
    settled = [r for r in facts.requests if id(r) not in unsettled and chasers(r) >= 2]
    for request in settled[-1:]:
        fade = _fade(request.steps[-1].at, now)
        yield Component("was_chased", 0.2 * fade, {"count": chasers(request)}, request.steps[-1].evidence)


def _promises(facts: Facts, now: datetime) -> Iterator[Component]:
    overdue = [p for p in facts.promises if promise_state(p, now) is PromiseState.OVERDUE and p.due]
    recent = [p for p in overdue if p.due and now - p.due <= 2 * MEMORY]
    if recent:
        worst = max(recent, key=lambda promise: promise.slips)
        weight = min(0.25 * len(recent) + 0.2 * worst.slips, 0.65)
        yield Component("promise_broken", weight, {"count": len(recent), "slips": worst.slips}, worst.made)
    slipped = [p for p in facts.promises if p.slips and p not in overdue and _fade(p.dates[-1][0], now)]
    if slipped:
        worst = max(slipped, key=lambda promise: promise.slips)
        weight = min(0.15 * worst.slips, 0.4) * _fade(worst.dates[-1][0], now)
        yield Component("promise_moved", weight, {"slips": worst.slips}, worst.made)


def _words(facts: Facts, now: datetime) -> Iterator[Component]:
    recent = [tone for tone in facts.tones if now - tone.at <= MEMORY]
    if not recent:
        return
    threat = max(recent, key=lambda tone: tone.threat * _fade(tone.at, now))
    if threat.threat >= YES:
        yield Component("threat", 0.75 * threat.threat * _fade(threat.at, now), {}, threat.quote)
    complaint = max(recent, key=lambda tone: tone.complaint * _fade(tone.at, now))
    if complaint.complaint >= YES:
        yield Component(
            "complaint", 0.3 * complaint.complaint * _fade(complaint.at, now), {}, complaint.quote
        )
    if drop := _tone_drop(facts, recent[-1].contact, now):
        yield Component("tone", min(0.4 * drop, 0.3), {"drop": round(drop, 2)}, recent[-1].quote)
    if _is_silent_after(complaint.at, complaint.complaint, facts, now):
        yield Component("silence", 0.2, {}, complaint.quote)


def _tone_drop(facts: Facts, contact: str, now: datetime) -> float:
    """How much cooler the person's last two mails are than their own earlier ones; 0 without a baseline."""
    own = [tone.tone for tone in facts.tones if tone.contact == contact and tone.at <= now]
    if len(own) < 4:
        return 0.0
    before = own[:-2][-8:]
    return max(sum(before) / len(before) - sum(own[-2:]) / 2, 0.0)


def _is_silent_after(at: datetime, complaint: float, facts: Facts, now: datetime) -> bool:
    if complaint < YES or now - at < timedelta(days=7):
        return False
    heard_since = any(tone.at > at for tone in facts.tones)
    open_since = any(r.opened.at <= at and is_waiting(r, now) for r in facts.requests)
    return not heard_since and open_since


def _has_calmed(facts: Facts, now: datetime) -> bool:
    """Whether the last word was friendly and nothing of theirs waits."""
    tones = [tone for tone in facts.tones if tone.at <= now]
    if not tones:
        return False
    waits = any(is_waiting(r, now) and chasers(r) for r in facts.requests)
    last = tones[-1]
    return not waits and last.tone >= 0 and last.complaint < YES and last.threat < YES
