"""The door to the date grammar: the moment a sentence names for what one of its clauses says."""

from __future__ import annotations

import re
from datetime import datetime, tzinfo
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from handover.language.clauses import Sentence
from handover.language.dates_mention import DateMention
from handover.language.text import TOKEN

if TYPE_CHECKING:
    from handover.worktime import WorkCalendar

SHORT = 3
"""A last clause of so few words ("…, versprochen") takes its date from what stands before it."""
_CLOCK = re.compile(r"[^\W\d]{0,9} ?\d{1,2}([:.h]\d\d)? ?(uhr|h|am|pm|a\.m\.|p\.m\.)?", re.IGNORECASE)


class When(NamedTuple):
    """What dates are relative to: the moment of writing, its zone, working days."""

    now: datetime | None
    zone: tzinfo | None
    calendar: WorkCalendar | None


def due(
    body: str, sentence: Sentence, when: When, first: int = 0, before: Sentence | None = None
) -> tuple[datetime | None, str]:
    """Return when something falls due that *sentence* says from its word *first* on, and the words for it.

    (None, "") without a date, (None, words) for a vague one. A clock time alone is meant on the day that the
    sentence *before* names, where it names one.
    """
    if when.now is None:
        return None, ""
    start = _offset(body, sentence, first if len(sentence.words) - first > SHORT else 0)
    mentions = [m for m in _mentions(body, sentence, when) if m.end > start and not m.past]
    if not mentions:
        return None, ""
    chosen = next((mention for mention in mentions if mention.due is not None), mentions[0])
    moment = chosen.due
    if moment is not None and before is not None and chosen.time_given and _CLOCK.fullmatch(chosen.text):
        days = [m.due for m in _mentions(body, before, when) if m.due is not None and not m.past]
        if days:
            moment = days[-1].replace(hour=moment.hour, minute=moment.minute)
    return moment, chosen.text


def _mentions(body: str, sentence: Sentence, when: When) -> list[DateMention]:
    from handover.language.dates import find_dates

    assert when.now is not None
    text = body[sentence.start : sentence.end + len(sentence.stop)]
    return find_dates(text, lang=sentence.lang, now=when.now, zone=when.zone, calendar=when.calendar)


def _offset(body: str, sentence: Sentence, first: int) -> int:
    """Return where word *first* begins in the sentence's text."""
    if not first:
        return 0
    words = TOKEN.finditer(body[sentence.start : sentence.end].lower())
    return next((match.start() for match in islice(words, first, None)), 0)
