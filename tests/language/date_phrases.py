"""Phrases with the days that may be meant by them, in a notation of one line each.

``phrase -> 03-13`` (or several days, or ``03-16..03-20``); ``-> -`` names no date at all, ``-> ?`` a vague one,
``-> < 03-09`` one that lies behind. The moment of writing is Tuesday 10 March 2026, 09:30, in Berlin, a year
may stand before the day. What follows ``@`` is the clock time that must come out.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 3, 10, 9, 30, tzinfo=BERLIN)


class Phrase(NamedTuple):
    """A sentence and what must be found in it; *days* is empty where no day may come out."""

    text: str
    days: frozenset[date]
    vague: bool
    past: bool
    clock: str


def read_phrases(block: str) -> list[Phrase]:
    """Return the phrases of a *block*, one per line; empty lines and ``#`` lines are skipped."""
    return [_phrase(line) for line in block.splitlines() if line.strip() and not line.startswith("#")]


def _phrase(line: str) -> Phrase:
    text, _, wanted = line.rpartition(" -> ")
    wanted, _, clock = wanted.partition("@")
    words = wanted.split()
    past = words[0] == "<"
    days = [day for word in words if word[0].isdigit() for day in _days(word)]
    return Phrase(text.strip(), frozenset(days), words[0] == "?", past, clock.strip())


def _days(word: str) -> list[date]:
    first, _, last = word.partition("..")
    begin, end = _day(first), _day(last or first)
    return [begin + timedelta(days=n) for n in range((end - begin).days + 1)]


def _day(word: str) -> date:
    return date.fromisoformat(word if len(word) > 5 else f"{NOW.year}-{word}")
