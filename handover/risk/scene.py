"""One customer at one moment, as the components look at it, and what a component is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from handover.ledger import Facts, chasers, is_waiting
from handover.model import Quote, Request
from handover.risk.weights import MEMORY_DAYS, fade
from handover.worktime import WorkCalendar, business_hours

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
    waiting: list[Request] = field(default_factory=list)
    chasing: dict[str, Quote] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.waiting = [r for r in self.facts.requests if is_waiting(r, self.now) and not r.deleted]

    @property
    def fresh(self) -> list[Request]:
        """What waits and was mentioned in the last weeks."""
        since = self.now - 2 * MEMORY
        return [r for r in self.waiting if max(step.at for step in r.steps) >= since]

    def hours(self, since: datetime, until: datetime | None = None) -> float:
        """Return the working hours between two moments, by default until now."""
        return business_hours(since, until or self.now, self.work)

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
        return not any(chasers(r) for r in self.waiting) and not any(r.opened.at > since for r in self.waiting)
