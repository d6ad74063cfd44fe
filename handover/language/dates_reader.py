"""What the parts of the date grammar share: the tokens with the moment of writing, and the piece they yield.

A piece is one date word group ("nächste Woche", "Freitag", "15 Uhr"); `dates_join` puts neighbours together.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, tzinfo
from typing import Any

from handover.language.dates_spans import Span
from handover.language.dates_tokens import Token
from handover.language.dates_words import Lexicon
from handover.worktime import WorkCalendar

RECENT_DAYS = 45
"""A day without a year that lies so few days back is meant as past, not as a year ahead."""
STRONG_PREPS = ("after", "before", "since", "by", "from")


@dataclass(slots=True)
class Clock:
    """A time of day in *minutes* since midnight; *firm* when a.m. or p.m. cannot be in doubt."""

    minutes: int
    firm: bool = True
    zone: tzinfo | None = None


@dataclass(slots=True)
class Piece:
    """A group of date words, tokens *start* to *end* (exclusive).

    *kind*: ``day`` and ``span`` have *first* and *last*; ``weekday`` waits for a direction; ``clock`` and
    ``part`` (of a day) wait for a day; ``moment`` is a point in time; ``offset`` is *days* from a base;
    ``vague`` names none; ``block`` was read and means no date at all (recurring, log lines, general terms).
    *weak* pieces count only next to others. *yearless* keeps month and day where the year was guessed.
    """

    start: int
    end: int
    kind: str
    first: date | None = None
    last: date | None = None
    grain: str = "day"
    weekday: int | None = None
    shift: str = ""
    clock: Clock | None = None
    part: str = ""
    moment: datetime | None = None
    days: int = 0
    months: int = 0
    weak: bool = False
    passed: bool = False
    yearless: bool = False
    sure: bool = False
    prep: str = ""

    def over(self, span: Span) -> Piece:
        """Return this piece with the days of *span*."""
        self.first, self.last, self.grain = span
        return self


@dataclass(slots=True)
class Reader:
    """The tokens of one text and the moment it was written; *today* is the day of *now* in its own zone."""

    tokens: list[Token]
    lexicon: Lexicon
    now: datetime
    calendar: WorkCalendar
    month_first: bool
    today: date = field(init=False)

    def __post_init__(self) -> None:
        self.today = self.now.date()

    def low(self, at: int) -> str:
        """Return the lower-case form of the token *at*, ``""`` beyond the text."""
        return self.tokens[at].low if 0 <= at < len(self.tokens) else ""

    def sense(self, at: int, kind: str) -> Any:
        """Return the value of the token *at* as a *kind* of word, None where it is none."""
        return self.tokens[at].senses.get(kind) if 0 <= at < len(self.tokens) else None

    def glued(self, at: int) -> bool:
        """Tell whether the token *at* exists and follows without a blank."""
        return 0 < at < len(self.tokens) and self.tokens[at].glued

    def skip(self, at: int, *kinds: str, most: int = 3) -> int:
        """Return the index behind up to *most* tokens that are one of *kinds*."""
        end = min(at + most, len(self.tokens))
        while at < end and any(kind in self.tokens[at].senses for kind in kinds):
            at += 1
        return at

    def dot(self, at: int) -> int:
        """Return the index behind the full stop of an abbreviation or ordinal *at*, if one is glued on."""
        return at + 1 if self.low(at) == "." and self.glued(at) else at

    def preps_before(self, at: int) -> str:
        """Return the preposition before *at* that counts most where several stand ("bis zum")."""
        found = []
        for back in range(at - 1, max(at - 6, -1), -1):
            senses = self.tokens[back].senses
            if "prep" in senses:
                found.append(str(senses["prep"]))
            elif not ({"article", "approx", "noise", "course"} & senses.keys() or self.is_abbreviated(back)):
                break
        return next((strong for strong in STRONG_PREPS if strong in found), found[0] if found else "")

    def is_abbreviated(self, dot: int) -> bool:
        """Tell whether the full stop at *dot* belongs to an abbreviation."""
        return self.low(dot) == "." and self.sense(dot - 1, "abbr") is not None

    def number(self, at: int, low: int, high: int) -> int | None:
        """Return the plain number *at* when it lies in *low* to *high*."""
        if 0 <= at < len(self.tokens):
            parts = self.tokens[at].parts
            if len(parts) == 1 and len(parts[0]) <= 4 and low <= int(parts[0]) <= high:
                return int(parts[0])
        return None

    def year(self, at: int) -> int | None:
        """Return the year written *at*, four digits and near."""
        year = self.number(at, 1900, 2099)
        return year if year and len(self.low(at)) == 4 else None

    def prep_before(self, at: int) -> str:
        """Return the preposition that governs what starts *at*, across articles and small words."""
        for back in range(at - 1, max(at - 5, -1), -1):
            senses = self.tokens[back].senses
            if "prep" in senses:
                return str(senses["prep"])
            if not (
                "article" in senses or "approx" in senses or "noise" in senses or self.is_abbreviated(back)
            ):
                return ""
        return ""

    def since(self, days: int) -> date:
        """Return the day *days* after today."""
        return self.today + timedelta(days=days)
