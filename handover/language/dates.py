"""Dates in business mail, German and English: "bis Freitag", "KW 48", "by EOD" → the moment they fall due.

It finds dates; whether one belongs to a promise is for `handover.language` to say. A sentence's tense only
tells whether a weekday or a day without a year lies ahead or behind. Recurring days ("jeden Montag"), spans
as facts ("dauert 3 Tage"), general terms ("14 Tage nach Erhalt") and names are no dates.
"""

from __future__ import annotations

import re
from datetime import datetime, tzinfo
from zoneinfo import ZoneInfo

from handover.language.dates_due import finish
from handover.language.dates_finder import find_pieces
from handover.language.dates_join import join
from handover.language.dates_mention import DateMention
from handover.language.dates_ranges import inherit_day
from handover.language.dates_reader import Piece, Reader
from handover.language.dates_tokens import MAX_CHARS, tokenise
from handover.language.dates_words import Lexicon, lexicon
from handover.language.dates_years import is_month_first
from handover.worktime import WorkCalendar

__all__ = ["DateMention", "find_dates"]

MAX_PIECES = 500
LANGUAGES = ("de", "en")
_WORD = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(
    r"[0-9][.:/–-] ?[0-9]|[0-9](?:st|nd|rd|th|h)\b|[0-9] ?(?:[ap]\.? ?m|uhr|at|wt|bd|h)\b|[0-9]\.(?:\s|$)"
    r"|\b[qh][1-4]\b|20[2-9][0-9]|\b(?:kw|cw|wk|um|gegen|at|around) ?[0-9]",
    re.IGNORECASE,
)


def find_dates(
    text: str, *, lang: str | None, now: datetime, zone: tzinfo | None, calendar: WorkCalendar | None = None
) -> list[DateMention]:
    """Return the dates that *text* names, in order, relative to *now* in *zone*.

    *lang* is ``"de"`` or ``"en"``; with None both are tried. A naive *now* is meant in *zone*, without *zone*
    that of *now* counts. Without *calendar* the working week is Monday to Friday, 08:00 to 17:00, without
    holidays. A range is due at its end; what names no day ("soon") is vague, never a guess. Only the first
    `MAX_CHARS` characters are read.
    """
    if lang is None:
        found = [find_dates(text, lang=each, now=now, zone=zone, calendar=calendar) for each in LANGUAGES]
        return _merge(found)
    words = lexicon(lang)
    if words is None or not may_hold_date(text, words):
        return []
    try:
        local = _local(now, zone)
    except (OverflowError, ValueError):
        return []
    return read_dates(text, words, local, calendar)


def may_hold_date(text: str, words: Lexicon) -> bool:
    """Tell, quickly, whether *text* holds any word or number without which there is no date."""
    return not words.triggers.isdisjoint(_WORD.findall(text, 0, MAX_CHARS)) or bool(
        _NUMBER.search(text, 0, MAX_CHARS)
    )


def _local(now: datetime, zone: tzinfo | None) -> datetime:
    """Return *now* in *zone*; moments at the very ends of the calendar raise OverflowError."""
    zone = zone or now.tzinfo or ZoneInfo("UTC")
    return now.replace(tzinfo=zone) if now.tzinfo is None else now.astimezone(zone)


def read_dates(text: str, words: Lexicon, now: datetime, calendar: WorkCalendar | None) -> list[DateMention]:
    """Return the dates that *text* names in the language of *words*, relative to *now* (aware, in its zone)."""
    zone = now.tzinfo
    name = getattr(zone, "key", "")
    region = calendar.region if calendar else ""
    if calendar is None:
        calendar = WorkCalendar(zone if isinstance(zone, ZoneInfo) else ZoneInfo("UTC"), region="")
    reader = Reader(tokenise(text, words), words, now, calendar, month_first=words.month_first)
    reader.month_first = is_month_first(reader, words, name, region)
    mentions = []
    day: Piece | None = None
    for piece in join(reader, find_pieces(reader)[:MAX_PIECES]):
        inherit_day(reader, piece, day)
        mention = _finish(reader, piece, text)
        if mention is not None:
            mentions.append(mention)
        if piece.grain == "recur" or (mention is not None and piece.kind in ("day", "weekday")):
            day = piece
    return mentions


def _finish(reader: Reader, piece: Piece, text: str) -> DateMention | None:
    try:
        return finish(reader, piece, text)
    except (ValueError, OverflowError):
        return None


def _merge(found: list[list[DateMention]]) -> list[DateMention]:
    """Return the mentions of several readings; of those that overlap the longest, the dated before the vague."""
    mentions = [mention for mentions in found for mention in mentions]
    mentions.sort(key=lambda mention: (mention.start - mention.end, mention.vague))
    kept: list[DateMention] = []
    for mention in mentions:
        if all(mention.end <= other.start or other.end <= mention.start for other in kept):
            kept.append(mention)
    return sorted(kept)
