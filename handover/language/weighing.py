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
HINTED = 0.6
"""The share that is left of what only hints at a wish."""
CONFRONTED = 100.0
"""The log-odds that a stance of one would add to a long text; it rarely leaves ±0.1."""
MOST_STANCED = 1.5


def sigmoid(odds: float) -> float:
    """Return the probability of *odds*."""
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, odds))))


def strength(left: float) -> float:
    """Return what phrases add that leave a chance of *left* that they mean nothing."""
    return -math.log(max(1e-9, left))


def negative(odds: Mapping[str, float], heard: Tone, left: float, words: int) -> float:
    """Return the log-odds of a negative text."""
    base, said = tone_odds(heard, words), strength(left) / (1 + words / 60)
    if "displeased" not in odds:
        return base + 0.6 * (odds.get("negative", -1.5) + 1.5) + 1.2 * said + 0.25
    model = odds["negative"] + 0.7 * discontent(odds, words)
    return model + 0.4 * base / (1 + words / 60) + said + 0.8 - 1.2 * math.log1p(words / 40)


def complaint(odds: Mapping[str, float], heard: Tone, left: float, words: int, stance: float) -> float:
    """Return the log-odds of a complaint."""
    if "displeased" not in odds:
        return 2.2 * strength(left) - 2.6
    base = 0.9 / (1 + words / 20) * odds["negative"] + 1.1 * discontent(odds, words)
    base += 0.4 * tone_odds(heard, words) / (1 + words / 30) + 0.8 * stanced(stance, words)
    return base + 2.5 * strength(left) / (1 + words / 60) + 1.1 - 0.7 * math.log1p(words / 40)


def discontent(odds: Mapping[str, float], words: int) -> float:
    """Return the log-odds of displeasure: by what short remarks taught, the longer the more by what threads taught."""
    share = words / (words + 40)
    return (1 - share) * odds["displeased"] + share * odds["uncivil"]


def tone_odds(heard: Tone, words: int) -> float:
    """Return the log-odds of a negative text from the valence of its words alone; each further word counts less."""
    return (2.5 * math.log1p(heard.bad) - math.log1p(heard.good)) / (1 + words / 60) - 2.2


def stanced(stance: float, words: int) -> float:
    """Return the log-odds that the *stance* of a text of so many *words* adds to its tone; most of it complains."""
    believed = CONFRONTED * stance * words / (words + 200)
    return max(-MOST_STANCED, min(MOST_STANCED, believed))


def soured(bad: float, stance: float, words: int) -> float:
    """Return how *bad* a text sounds, moved by its *stance*."""
    held = min(1 - 1e-6, max(1e-6, bad))
    return sigmoid(math.log(held / (1 - held)) + stanced(stance, words))


def asks(odds: float, rule: float, sentences: int) -> float:
    """Return the log-odds that a sentence asks: the model's *odds* and the *rule*'s probability, of so many."""
    return odds + 0.5 * strength(1.0 - min(0.97, rule)) - 0.15 - 0.3 * math.log(max(1, sentences))


def implied(probability: float, sentences: int) -> float:
    """Return how surely a fault or complaint asks without asking; less in a long text, and little below one half."""
    found = probability / (1.0 + max(0, sentences - 8) / 12)
    return found if found >= 0.5 else HINTED * found
