"""One customer at one moment, as the components look at it, and what a component is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from handover.ledger import CHASERS, WAITING, Asked, Facts, base_state, chasers, waiting_since
from handover.model import Quote, Request
from handover.risk.weights import MEMORY_DAYS, fade
from handover.worktime import WorkCalendar, business_hours

HEARD = ("opened", "chased", "continued", "escalated", "reopened")
MEMORY = timedelta(days=MEMORY_DAYS)
SHORTEST = 0.5
"""Working hours that count as the shortest answer time."""
LATELY = 2 * MEMORY
"""What was mentioned longer ago does not wait freshly, and is no talk any more."""


@dataclass(frozen=True, slots=True)
class Component:
    """One part of the score: a code, its weight 0..1 now, the values of its sentence, and the evidence."""

    code: str
    weight: float
    values: dict[str, Any]
    quote: Quote | None = None


class Standing(NamedTuple):
    """What *request* is whatever the moment: whether it waits, *since* when, when mentioned and its asker heard last.

    *chased* tells that it was ever asked for again, *answered* when it was answered first, unless it had to be chased.
    """

    request: Request
    waits: bool
    since: datetime
    last: datetime
    heard: datetime
    chased: bool
    answered: datetime | None


class Bygones(NamedTuple):
    """How many answer times the requests of long ago waited, and the longest answer time that one of them had."""

    waits: list[float]
    longest: float | None


@dataclass(slots=True)
class Known:
    """What does not depend on the moment, shared by the scenes of a trend.

    *live* are the threads in which something was said lately at any of its moments; None for all.
    """

    live: frozenset[str] | None = None
    _hours: dict[tuple[datetime, datetime], float] = field(default_factory=dict)
    _standings: dict[int, Standing] = field(default_factory=dict)
    _bygone: Bygones | None = None

    def hours(self, since: datetime, until: datetime, work: WorkCalendar) -> float:
        """Return the working hours between two moments of the past."""
        found = self._hours.get((since, until))
        if found is None:
            found = self._hours[since, until] = business_hours(since, until, work)
        return found

    def bygones(self, scene: Scene) -> Bygones:
        """Return what the habit of the customer of *scene* tells of waiting."""
        if self._bygone is None:
            self._bygone = _bygones(scene)
        return self._bygone

    def standing(self, request: Request) -> Standing:
        """Return how *request* stands: looked up for the very same one, since it is copied where it has changed."""
        found = self._standings.get(id(request))
        if found is None or found.request is not request:
            found = self._standings[id(request)] = _standing(request)
        return found


def _bygones(scene: Scene) -> Bygones:
    known = list(scene.facts.habit.bygones()) if scene.facts.habit else []
    limits = {(each.urgent, each.first_contact): scene.allowed(each) for each in known}
    waits = [
        business_hours(each.opened, each.answered, scene.work)
        / max(limits[each.urgent, each.first_contact], SHORTEST)
        for each in known
        if each.answered is not None
    ]
    return Bygones(waits, max(limits.values(), default=None))


def _standing(request: Request) -> Standing:
    steps = request.steps
    chased = any(step.kind in CHASERS for step in steps)
    answered = next((step.at for step in steps if step.kind == "answered"), None)
    return Standing(
        request,
        base_state(steps) in WAITING and not request.deleted,
        waiting_since(request),
        max([step.at for step in steps]),
        max([step.at for step in steps if step.kind in HEARD], default=steps[0].at),
        chased,
        None if chased and chasers(request) else answered,
    )


@dataclass(slots=True)
class Scene:
    """The *facts* of a customer at *now*; *allowed* tells a request's answer time in working hours."""

    facts: Facts
    now: datetime
    work: WorkCalendar
    allowed: Callable[[Asked], float]
    known: Known = field(default_factory=lambda: Known())
    waiting: list[Request] = field(default_factory=list)
    """What waits, was not deleted, and whose asker did not end the talk content."""
    fresh: list[Request] = field(default_factory=list)
    """What of it was mentioned in the last weeks."""
    waits_in: set[str] = field(default_factory=set)
    """The threads of what waits."""
    chased: list[Request] = field(default_factory=list)
    """All that was ever asked for again."""
    answered: list[tuple[Request, datetime]] = field(default_factory=list)
    """All that was answered before anybody asked again, and when."""

    def __post_init__(self) -> None:
        content: dict[str, datetime | None] = {**self.facts.habit.content} if self.facts.habit else {}
        content.update({tone.thread: tone.at if tone.peace else None for tone in self.facts.tones})
        since = self.now - LATELY
        for request in self.facts.requests:
            standing = self.known.standing(request)
            if standing.chased:
                self.chased.append(request)
            if standing.answered is not None:
                self.answered.append((request, standing.answered))
            if standing.waits and not _is_content(standing.heard, content.get(request.thread)):
                self.waiting.append(request)
                self.waits_in.add(request.thread)
                if standing.last >= since:
                    self.fresh.append(request)

    def hours(self, since: datetime, until: datetime | None = None) -> float:
        """Return the working hours between two moments, by default until now."""
        if until is None:
            return business_hours(since, self.now, self.work)
        return self.known.hours(since, until, self.work)

    def fade(self, at: datetime) -> float:
        """Return what is left of a blow of the moment *at*."""
        return fade((self.now - at).total_seconds() / 86400)

    @property
    def at_peace(self) -> bool:
        """Whether the customer's last word was content, and nothing was asked again or called for since."""
        last = self.facts.last_word
        if last is None or not last.peace:
            return False
        return not any(chasers(r) or r.opened.at > last.at for r in self.waiting)


def _is_content(heard: datetime, peace: datetime | None) -> bool:
    """Tell whether the asker, *heard* last then, ended the talk content, though the ledger keeps the request open."""
    return peace is not None and peace >= heard
