"""How tone, rules and models are weighed against each other: the few numbers that no data table holds.

All are log-odds. They were set by hand on development data; long texts need more evidence, because every
sentence is one more chance for a chance find.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

from handover.language.tone import Tone

EASED = 0.5
"""The share that is left of what makes a text urgent when it also says that it can wait."""


def sigmoid(odds: float) -> float:
    """Return the probability of *odds*."""
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, odds))))


def strength(left: float) -> float:
    """Return what phrases add that leave a chance of *left* that they mean nothing."""
    return -math.log(max(1e-9, left))


def negative(odds: Mapping[str, float], heard: Tone, left: float, words: int) -> float:
    """Return the log-odds of a negative text."""
    base = tone_odds(heard, words)
    if "displeased" in odds:
        said = odds["negative"] + 0.7 * odds["displeased"] + 0.3 * base / (1 + words / 30)
        return said + strength(left) / (1 + words / 60) + 0.8 - 1.2 * math.log1p(words / 40)
    return base + 0.6 * (odds.get("negative", -1.5) + 1.5) + 1.2 * strength(left)


def complaint(odds: Mapping[str, float], heard: Tone, left: float, words: int) -> float:
    """Return the log-odds of a complaint."""
    if "displeased" not in odds:
        return 2.2 * strength(left) - 2.6
    base = 0.9 / (1 + words / 20) * odds["negative"] + 1.1 * odds["displeased"]
    base += 0.4 * tone_odds(heard, words) / (1 + words / 30)
    return base + 2.5 * strength(left) / (1 + words / 60) + 1.2 - 0.7 * math.log1p(words / 40)


def tone_odds(heard: Tone, words: int) -> float:
    """Return the log-odds of a negative text from the valence of its words alone."""
    scale = 1.0 / math.sqrt(1.0 + words / 25.0)
    return (1.05 * heard.bad - 0.8 * heard.good) * scale - 2.2


def asks(odds: float, rule: float, sentences: int) -> float:
    """Return the log-odds that a sentence asks: the model's *odds* and the *rule*'s probability, of so many."""
    return odds + 0.5 * strength(1.0 - min(0.97, rule)) - 0.4 - 0.3 * math.log(max(1, sentences))


def implied(probability: float, sentences: int) -> float:
    """Return how surely a fault or complaint asks without asking; less in a long text."""
    return probability / (1.0 + max(0, sentences - 8) / 12)
