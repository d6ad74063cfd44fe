"""Splitting one mail into the requests it holds: only where the writer separates them.

Several questions about one thing are one request. Two are two when a list numbers them or a clause such as
"außerdem", "on another note" sets the second one off. In doubt, one request with several asks.
"""

from __future__ import annotations

import re

from handover.model import Ask, Signals

MAX_PARTS = 6
_TURN = re.compile(
    r"^\W*(?:\d{1,2}\s?[.)]\s|[-*•]\s|(?:außerdem|ausserdem|zusätzlich|ferner|weiterhin|des weiteren|zweitens|drittens"
    r"|noch (?:etwas|eine (?:andere |weitere )?(?:frage|bitte|sache)|eins)|und noch|eine (?:andere|weitere|zweite) "
    r"|zum anderen|und dann|dann noch|unabhängig davon|nebenbei|übrigens|ps\b|p\.s\."
    r"|also[, ]|additionally|in addition|furthermore|secondly|second[, ]|another (?:thing|question|point)"
    r"|on another note|separately|besides|one more|while i have you|unrelated|by the way|btw\b))",
    re.I,
)


def parts_of(signals: Signals, text: str) -> list[tuple[Ask, ...]]:
    """Return the asks of one mail grouped into requests, at most `MAX_PARTS`; one empty group for none."""
    asks = signals.requests
    if len(asks) < 2:
        return [asks]
    groups: list[list[Ask]] = [[asks[0]]]
    position = max(text.find(asks[0].quote[:60]), 0)
    for ask in asks[1:]:
        place = text.find(ask.quote[:60], position)
        if _sets_off(text, place) and len(groups) < MAX_PARTS:
            groups.append([ask])
        else:
            groups[-1].append(ask)
        position = max(place, position)
    return [tuple(group) for group in groups]


def _sets_off(text: str, place: int) -> bool:
    """Tell whether the sentence, line or paragraph at *place* begins with a turn to another matter."""
    if place < 0:
        return False
    line = max(text.rfind("\n", 0, place + 1), text.rfind(". ", 0, place), text.rfind("? ", 0, place)) + 1
    paragraph = text.rfind("\n\n", 0, place + 1)
    starts = {line, place}
    if paragraph >= 0:
        starts.add(paragraph + 2)
    return any(_TURN.match(text[start : start + 80].lstrip()) for start in starts)
