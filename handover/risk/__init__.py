"""How close a customer is to losing patience, at any moment: behaviour first, words second.

Built from what happened: chasers, coming back to an old matter, ever shorter gaps, waiting, dates that were missed or
moved, replies without substance in a row, somebody higher up or further people brought in, threats, a change of tone
and of greeting against the same person's own baseline, silence after a complaint. Words alone never carry it far:
forecasts from text reach 60 to 71 % (Chang & Danescu 2019), systems with behaviour 80 % recall. What each weighs
stands in `weights`. Pure: facts and a moment in, score and its parts out.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from handover.ledger import Asked, Facts
from handover.model import Request
from handover.risk.behaviour import behaviour
from handover.risk.past import Past, as_of
from handover.risk.scene import LATELY, Component, Known, Scene
from handover.risk.weights import CALM, PASSIVE, WORDS
from handover.risk.words import words
from handover.worktime import WorkCalendar

__all__ = ["REACH", "Component", "Risk", "assess", "assess_at"]

WEEKS = 6
REACH = timedelta(weeks=WEEKS - 1) + LATELY
"""How far back what was mentioned counts by itself; of what lies before it the customer's habit is enough."""
SOMETHING = 0.03
NEVER_CERTAIN = 0.95


@dataclass(frozen=True, slots=True)
class Risk:
    """The score of a customer at a moment, its components (heaviest first), and the last weeks' scores.

    *calm* is what is left of the score because the customer's last word was content, else 1: an answer of ours calms
    nobody who has not said so.
    """

    customer: str
    score: float
    components: tuple[Component, ...]
    trend: tuple[tuple[datetime, float], ...] = ()
    calm: float = 1.0

    def has(self, code: str) -> bool:
        """Tell whether the component *code* takes part."""
        return any(component.code == code for component in self.components)

    def weight(self, code: str) -> float:
        """Return the weight of the component *code*, as far as the customer has not calmed down; 0 without it."""
        return self.calm * max((part.weight for part in self.components if part.code == code), default=0.0)

    @property
    def is_rising(self) -> bool:
        """Whether the score rose for two weeks running (oldest of *trend* first), to more than a little."""
        scores = [score for _, score in self.trend]
        return len(scores) >= 3 and scores[-1] > scores[-2] + 0.03 and scores[-2] > scores[-3] + 0.03

    @property
    def acts(self) -> bool:
        """Whether something happened beside waiting and silence: those grow by themselves."""
        return any(component.code not in (WORDS | PASSIVE) for component in self.components)

    @property
    def behaves(self) -> bool:
        """Whether anything beside the tone of words speaks for trouble."""
        return any(component.code not in WORDS for component in self.components)


def assess(
    facts: Facts,
    now: datetime,
    work: WorkCalendar,
    allowed: Callable[[Asked], float],
    ignore: Collection[str] = (),
    least: float = 0.0,
) -> Risk:
    """Return the risk of the customer of *facts* at *now*, with its trend over the last weeks.

    *allowed* tells a request's answer time in working hours; components whose code is in *ignore* do not count. Where
    the score is lower than *least*, nobody is going to ask for the trend: it is left empty.
    """
    limits = {request.id: allowed(request) for request in facts.requests}
    before = [now - timedelta(weeks=weeks) for weeks in range(WEEKS - 1, 0, -1)]
    known = Known(_live(facts, before[0]))

    def limit(asked: Asked) -> float:
        return limits[asked.id] if isinstance(asked, Request) else allowed(asked)

    def at(moment: datetime, then: Facts) -> Risk:
        return _at(Scene(then, moment, work, limit, known), ignore)

    risk = at(now, facts)
    if risk.score < least:
        return risk
    past = Past(facts)
    trend = [(moment, at(moment, past.at(moment)).score) for moment in before]
    return replace(risk, trend=(*trend, (now, risk.score)))


def _live(facts: Facts, since: datetime) -> frozenset[str]:
    """Return the threads in which something was said lately at *since* or at any moment after it."""
    begin = since - LATELY
    return frozenset(
        [turn.thread for turns in (facts.tones, facts.replies) for turn in turns if turn.at >= begin]
    )


def assess_at(
    facts: Facts,
    moment: datetime,
    work: WorkCalendar,
    allowed: Callable[[Asked], float],
    ignore: Collection[str] = (),
) -> Risk:
    """Return the risk as it stood at *moment* in the past, without a trend."""
    return _at(Scene(as_of(facts, moment), moment, work, allowed), ignore)


def _at(scene: Scene, ignore: Collection[str]) -> Risk:
    happened = list(behaviour(scene))
    upset = any(part.code not in PASSIVE for part in happened)
    found = [*happened, *words(scene, upset)]
    parts = [part for part in found if part.weight >= SOMETHING and part.code not in ignore]
    parts.sort(key=lambda part: -part.weight)
    left = 1.0
    for part in parts:
        left *= 1 - min(part.weight, NEVER_CERTAIN)
    calm = CALM if scene.at_peace else 1.0
    return Risk(scene.facts.customer, round((1 - left) * calm, 3), tuple(parts), calm=calm)
