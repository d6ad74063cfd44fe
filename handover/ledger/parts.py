"""Splitting one mail into the requests it holds: only where the writer separates them.

Several questions about one thing are one request. Two are two when a list numbers them or a clause such as
"außerdem", "on another note" sets the second one off. In doubt, one request with several asks.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from handover.model import Ask, Signals

MAX_PARTS = 6
_TURN = (
    r"^\W*(?:\d{1,2}\s?[.)]\s|[-*•]\s"
    r"|(?:und|and) (?:wo|wie|wann|was|wer|können|könnten|kann|haben|gibt|bitte|noch|dann"
    r"|could|can|would|when|where|how|what|who|please|also|one)\b"
    r"|(?:außerdem|ausserdem|zusätzlich|ferner|weiterhin|des weiteren|zweitens|drittens"
    r"|noch (?:etwas|eine (?:andere |weitere )?(?:frage|bitte|sache)|eins)|und noch|eine (?:andere|weitere|zweite) "
    r"|zum anderen|und dann|dann noch|unabhängig davon|nebenbei|übrigens|ps\b|p\.s\."
    r"|also[, ]|additionally|in addition|furthermore|secondly|second[, ]|another (?:thing|question|point)"
    r"|on another note|separately|besides|one more|while i have you|unrelated|by the way|btw\b))"
)


@cache
def _turn() -> re.Pattern[str]:
    """Return the pattern, made when the first mail is read: a question that reads none does not wait for it."""
    return re.compile(_TURN, re.I)


class Part(NamedTuple):
    """One request of a mail: what it asks, and the stretch of text that it stands in."""

    asks: tuple[Ask, ...]
    text: str


def parts_of(signals: Signals, text: str) -> list[Part]:
    """Return the requests of one mail, at most `MAX_PARTS`; one part for all where nothing separates them."""
    asks = signals.requests
    starts = [0]
    groups: list[list[Ask]] = [[]]
    position = 0
    for ask in asks:
        place = text.find(ask.quote[:60], position)
        start = _set_off(text, place, position)
        if start is not None and groups[-1] and len(groups) < MAX_PARTS:
            groups.append([ask])
            starts.append(max(start, starts[-1]))
        else:
            groups[-1].append(ask)
        position = max(place, position)
    ends = [*starts[1:], len(text)]
    return [
        Part(tuple(group), text[start:end]) for group, start, end in zip(groups, starts, ends, strict=True)
    ]


def _set_off(text: str, place: int, last: int) -> int | None:
    """Return where the sentence, line or paragraph of *place* begins if it turns to another matter.

    It must begin after the ask before, at *last*.
    """
    if place < 0:
        return None
    line = max(text.rfind("\n", 0, place + 1), text.rfind(". ", 0, place), text.rfind("? ", 0, place)) + 1
    paragraph = text.rfind("\n\n", 0, place + 1)
    for start in sorted({place, line, paragraph + 2 if paragraph >= 0 else place}):
        if (start > last or not last) and _turn().match(text[start : start + 80].lstrip()):
            return start
    return None
