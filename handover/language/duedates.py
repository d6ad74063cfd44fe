"""The door to the date grammar: the moment a sentence names, where one can be named."""

from __future__ import annotations

from datetime import datetime, tzinfo
from functools import cache
from typing import Any

from handover.language.clauses import DATE, NUMBER, Sentence

_HINT = DATE | NUMBER


def due(
    body: str, sentence: Sentence, now: datetime | None, zone: tzinfo | None, calendar: Any
) -> tuple[datetime | None, str]:
    """Return when what *sentence* says falls due, and the words that say so; (None, "…") when vague."""
    finder = _finder()
    if finder is None or now is None:
        return None, ""
    mentions = finder(
        body[sentence.start : sentence.end], lang=sentence.lang, now=now, zone=zone, calendar=calendar
    )
    if not mentions:
        return None, ""
    dated = [mention for mention in mentions if mention.due is not None]
    chosen = dated[-1] if dated else mentions[0]
    return chosen.due, chosen.text


@cache
def _finder() -> Any:
    try:
        from handover.language.dates import find_dates
    except ImportError:
        return None
    return find_dates
