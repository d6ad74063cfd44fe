"""One customer at one moment, as the components look at it, and what a component is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from handover.ledger import Facts, chasers, is_waiting
from handover.model import Quote, Request
from handover.risk.weights import MEMORY_DAYS, fade
from handover.worktime import WorkCalendar, business_hours

HEARD = ("opened", "chased", "continued", "escalated", "reopened")
MEMORY = timedelta(days=MEMORY_DAYS)


@dataclass(frozen=True, slots=True)
class Component:
    """One part of the score: a code, its weight 0..1 now, the values of its sentence, and the evidence."""

    code: str
    weight: float
    values: dict[str, Any]
    quote: Quote | None = None


@dataclass(slots=True)
class Scene:
    """The *facts* of a customer at *now*; *allowed* tells a request's answer time in working hours."""

    facts: Facts
    now: datetime
    work: WorkCalendar
    allowed: Callable[[Request], float]
    known: dict[tuple[datetime, datetime], float] = field(default_factory=dict)
    """Working hours between moments of the past, shared by the scenes of a trend."""
    waiting: list[Request] = field(default_factory=list)

    def __post_init__(self) -> None:
        content = {tone.thread: tone.at if tone.peace else None for tone in self.facts.tones}
        self.waiting = [
            request
            for request in self.facts.requests
            if is_waiting(request, self.now) and not request.deleted and not _is_content(request, content)
        ]

    @property
    def fresh(self) -> list[Request]:
        """What waits and was mentioned in the last weeks."""
        since = self.now - 2 * MEMORY
        return [r for r in self.waiting if max(step.at for step in r.steps) >= since]

    def hours(self, since: datetime, until: datetime | None = None) -> float:
        """Return the working hours between two moments, by default until now."""
        if until is None:
            return business_hours(since, self.now, self.work)
        found = self.known.get((since, until))
        if found is None:
            found = self.known[since, until] = business_hours(since, until, self.work)
        return found

    def fade(self, at: datetime) -> float:
        """Return what is left of a blow of the moment *at*."""
        return fade((self.now - at).total_seconds() / 86400)

    @property
    def at_peace(self) -> bool:
        """Whether the customer's last word was content, and nothing was asked again or called for since."""
        tones = self.facts.tones
        if not tones or not tones[-1].peace:
            return False
        since = tones[-1].at
        return not any(chasers(r) or r.opened.at > since for r in self.waiting)


def _is_content(request: Request, content: Mapping[str, datetime | None]) -> bool:
    """Tell whether the asker's last word in the thread of *request* was content, though the ledger keeps it open."""
    at = content.get(request.thread)
    return at is not None and at >= max(step.at for step in request.steps if step.kind in HEARD)
