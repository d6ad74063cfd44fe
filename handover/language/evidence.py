"""What the rules found, as features for the linear models: so that the models add to the rules, not beside them."""

from __future__ import annotations

import math
from collections.abc import Iterable

from handover.language.linear import FACT
from handover.language.phrases import Hit
from handover.language.tone import Tone


def facts(
    hits: Iterable[Hit], asked: bool, promised: bool, heard: Tone | None, words: int
) -> dict[str, float]:
    """Return the facts of a text or sentence: codes found, a question, a promise, and the tone heard."""
    found = {f"{FACT}{hit.code}": 1.0 for hit in hits}
    if asked:
        found[f"{FACT}question"] = 1.0
    if promised:
        found[f"{FACT}promised"] = 1.0
    if heard is not None:
        scale = 1.0 / math.sqrt(1.0 + words / 25.0)
        found[f"{FACT}good"] = heard.good * scale
        found[f"{FACT}bad"] = heard.bad * scale
    return found
