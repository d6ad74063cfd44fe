"""How a customer heats up: the score of the last weeks, the moment it turned, and what would calm them."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from handover.checks.base import Context
from handover.ledger import Facts
from handover.model import Quote
from handover.risk import Component, Risk

RISE = 0.1
"""A smaller rise from one week to the next is no turning point."""

CALMS = {
    "waiting": "answer",
    "chasers": "answer",
    "came_back": "substance",
    "quicker": "answer",
    "holding_in_a_row": "substance",
    "promise_broken": "new_date",
    "promise_moved": "keep_date",
    "promise_late": "keep_date",
    "higher_up": "manager_calls",
    "went_past": "manager_calls",
    "joined": "manager_calls",
    "threat": "manager_calls",
    "complaint": "say_sorry",
    "tone": "ask",
    "curt": "ask",
    "silence": "ask",
    "was_chased": "ask",
}
"""What answers each component, as a code; what names none is answered by asking."""


class Turning(NamedTuple):
    """Between two weeks the score rose most: until when, by how much, and the words that stand for it."""

    at: datetime
    rise: float
    quote: Quote | None


class Simmer(NamedTuple):
    """One customer's score 0..1 now, its parts (heaviest first), the last weeks' scores (oldest first), the turn."""

    score: float
    parts: tuple[Component, ...]
    trend: tuple[tuple[datetime, float], ...]
    turning: Turning | None
    calm: str

    @property
    def change(self) -> float:
        """By how much the score rose since a week ago."""
        return round(self.trend[-1][1] - self.trend[-2][1], 3) if len(self.trend) > 1 else 0.0


def simmer(facts: Facts, context: Context) -> Simmer | None:
    """Return how the customer of *facts* stands now; None where nothing speaks for trouble, now or lately."""
    risk = context.risk(facts)
    if not any(score for _, score in risk.trend):
        return None
    calm = CALMS.get(risk.components[0].code, "ask") if risk.components else ""
    return Simmer(risk.score, risk.components, risk.trend, _turning(facts, risk, context), calm)


def _turning(facts: Facts, risk: Risk, context: Context) -> Turning | None:
    """Return the largest rise of the trend and what came in that week, the weightiest part first."""
    rises = [
        (after[1] - before[1], before[0], after[0])
        for before, after in zip(risk.trend, risk.trend[1:], strict=False)
    ]
    rise, begin, end = max(rises, key=lambda each: each[0], default=(0.0, context.now, context.now))
    if rise < RISE:
        return None
    then = context.risk_at(facts, end).components
    quotes = [part.quote for part in then if part.quote is not None]
    within = [quote for quote in quotes if begin < quote.date <= end]
    quote = next(iter(within or quotes), None)
    return Turning(quote.date if quote and within else end, round(rise, 3), quote)
