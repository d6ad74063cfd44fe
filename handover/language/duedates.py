"""The door to the date grammar: the moment a sentence names for what one of its clauses says."""

from __future__ import annotations

import re
from datetime import datetime, tzinfo
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from handover.language.clauses import NEGATION, Sentence
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
    body: str, sentence: Sentence, when: When, clause: tuple[int, int], before: Sentence | None = None
) -> tuple[datetime | None, str]:
    """Return when something falls due that *clause*, words of *sentence*, promises, and the words for it.

    (None, "") without a date, (None, words) for a vague one. A date that belongs to a thing ("the agenda for
    Friday") or to what another clause says is none. A clock time alone is meant on the day that the sentence
    *before* names, where it names one.
    """
    if when.now is None:
        return None, ""
    mentions = [m for m in _governed(body, sentence, when, clause) if not m.past and not m.of_thing]
    if not mentions:
        return None, ""
    chosen = next((mention for mention in mentions if mention.due is not None), mentions[0])
    moment = chosen.due
    if moment is not None and before is not None and chosen.time_given and _CLOCK.fullmatch(chosen.text):
        days = [m.due for m in _mentions(body, before, when) if m.due is not None and not m.past]
        if days:
            moment = days[-1].replace(hour=moment.hour, minute=moment.minute)
    return moment, chosen.text


def wanted(body: str, sentence: Sentence, when: When, *, requested: bool) -> datetime | None:
    """Return by when *sentence* wants what it asks for.

    Where it is *requested* of the reader any day counts that is no thing's; else (a question, a guess) only one
    that sets a limit: "Wann kommt der Techniker morgen?" wants nothing by tomorrow.
    """
    if when.now is None:
        return None
    limits = requested or not sentence.flags & NEGATION
    for mention in _mentions(body, sentence, when):
        if mention.due is None or mention.past:
            continue
        if (mention.bound and limits) or (requested and not mention.of_thing):
            return mention.due
    return None


def only_a_date(body: str, sentence: Sentence, when: When, most: int) -> tuple[datetime | None, str, bool]:
    """Return the date of *sentence*, its words, and whether at most *most* other words stand beside it."""
    if when.now is None:
        return None, "", False
    dated = [m for m in _mentions(body, sentence, when) if m.due is not None and not m.past]
    if not dated:
        return None, "", False
    text = body[sentence.start : sentence.end]
    others = [m for m in TOKEN.finditer(text) if m.group()[0].isalnum()]
    beside = sum(all(m.end() <= d.start or d.end <= m.start() for d in dated) for m in others)
    return dated[0].due, dated[0].text, beside <= most


def _governed(body: str, sentence: Sentence, when: When, clause: tuple[int, int]) -> list[DateMention]:
    """Return the dates of the *clause*; of later ones those that set a limit or open theirs ("…, on Friday")."""
    first, last = clause
    rest = len(sentence.words) - first
    start = _offset(body, sentence, first) if rest > SHORT else 0
    end = _offset(body, sentence, last) if last < len(sentence.words) else sentence.end - sentence.start + 1
    text = body[sentence.start : sentence.end]
    return [
        mention
        for mention in _mentions(body, sentence, when)
        if mention.end > start and (mention.start < end or mention.bound or _opens(text[end : mention.start]))
    ]


def _opens(before: str) -> bool:
    """Tell whether at most one word stands between the end of a clause and the date behind it."""
    return len(before.replace(",", " ").split()) <= 1


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
