"""What each component of the score weighs: once, per further time, and at most."""

from __future__ import annotations

from typing import NamedTuple

HALF_LIFE = 21.0
"""Days after which a blow weighs half."""
MEMORY_DAYS = 28.0
"""Days after which a blow is forgotten."""


class Weight(NamedTuple):
    """*each* is what one blow adds, *most* what the component may reach."""

    each: float
    most: float


WEIGHTS: dict[str, Weight] = {
    "waiting": Weight(0.02, 0.12),
    "chasers": Weight(0.18, 0.6),
    "came_back": Weight(0.2, 0.55),
    "quicker": Weight(0.15, 0.15),
    "was_chased": Weight(0.12, 0.36),
    "holding_in_a_row": Weight(0.12, 0.4),
    "promise_broken": Weight(0.25, 0.65),
    "promise_moved": Weight(0.15, 0.4),
    "promise_late": Weight(0.25, 0.5),
    "higher_up": Weight(0.7, 0.7),
    "went_past": Weight(0.55, 0.55),
    "joined": Weight(0.2, 0.35),
    "silence": Weight(0.2, 0.2),
    "threat": Weight(0.75, 0.75),
    "complaint": Weight(0.1, 0.1),
    "tone": Weight(0.5, 0.38),
    "curt": Weight(0.1, 0.2),
}

WORDS = frozenset({"tone", "complaint", "curt"})
"""Components of words alone: without another they never go above `info`."""
PASSIVE = frozenset({"waiting", "silence"})
"""Components that only time makes heavier."""
FIRST_WAIT = 0.1
"""What waiting weighs at most while nobody has asked again and nothing else went wrong."""
FRIENDLY = 0.35
"""What is left of a threat in a mail that thanks or sounds pleased: a joke, or a notice without a grudge."""
OUT_OF_THE_BLUE = 0.6
"""What is left of a threat before which nothing went wrong: an orderly notice, or a manner of speaking."""
CALM = 0.35
"""What is left of the score when the customer's last word was content."""



def fade(days: float) -> float:
    """Return what is left of a blow after *days*."""
    return float(0.5 ** (max(days, 0.0) / HALF_LIFE)) if days <= MEMORY_DAYS else 0.0


def capped(code: str, amount: float) -> float:
    """Return the weight of *amount* blows of the component *code*."""
    weight = WEIGHTS[code]
    return min(weight.each * amount, weight.most)
