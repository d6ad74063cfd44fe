"""Months, quarters, half-years and years by their names and numbers: "im April", "Q2 2026", "2. Halbjahr"."""

from __future__ import annotations

from datetime import date, timedelta

from handover.language.dates_reader import Piece, Reader
from handover.language.dates_spans import months
from handover.language.dates_tense import direction

_MONTH_PREPS = frozenset("in by before after from since within between".split())
RECENT_PERIOD = 21
"""A week or month without a year that ended so few days back is meant as past."""


def looks_back(reader: Reader, start: int, end: int, last: date) -> bool:
    """Tell whether a period that ended on *last* is meant as past."""
    tense = direction(reader, start, end)
    return tense == "told" or (tense != "ahead" and reader.today - last <= timedelta(days=RECENT_PERIOD))


def read_which(reader: Reader, at: int, spot: int, which: int) -> Piece | None:
    """Return the quarter or half-year number *which* whose word stands at *spot*."""
    unit = reader.sense(spot, "unit")
    if unit not in ("quarter", "halfyear") or which > 4 or (unit == "halfyear" and which > 2):
        return None
    return numbered_period(reader, at, spot + 1, str(unit), which)


def numbered_period(reader: Reader, at: int, end: int, unit: str, which: int) -> Piece | None:
    """Return quarter or half-year *which*, of the year that may follow at *end*."""
    size = 3 if unit == "quarter" else 6
    spot = end + 1 if reader.low(end) in ("/", ",") or reader.sense(end, "prep") == "of" else end
    if year := reader.year(spot):
        return Piece(at, spot + 1, "span").over(months(year, size * (which - 1) + 1, size, unit))
    span = months(reader.today.year, size * (which - 1) + 1, size, unit)
    if span.last < reader.today and not looks_back(reader, at, end, span.last):
        span = months(reader.today.year + 1, size * (which - 1) + 1, size, unit)
    return Piece(at, end, "span", yearless=True).over(span)


def read_quarter(reader: Reader, at: int) -> Piece | None:
    """Return "Q2", "Q2 2026", "H1/2026"."""
    token, spot = reader.tokens[at], at + 1
    if token.low not in ("q", "h") or not token.capital or not reader.glued(spot) or (token.glued and at):
        return None
    parts = reader.tokens[spot].parts
    which = int(parts[0]) if parts and len(parts[0]) == 1 else 0
    if not 1 <= which <= (4 if token.low == "q" else 2) or len(parts) > 2:
        return None
    unit = "quarter" if token.low == "q" else "halfyear"
    if len(parts) == 2:
        year = int(parts[1]) if len(parts[1]) == 4 else 2000 + int(parts[1]) if len(parts[1]) == 2 else 0
        size = 3 if unit == "quarter" else 6
        return (
            Piece(at, spot + 1, "span").over(months(year, size * (which - 1) + 1, size, unit))
            if year
            else None
        )
    piece = numbered_period(reader, at, spot + 1, unit, which)
    if (
        piece
        and piece.yearless
        and reader.prep_before(at) in ("", "for", "of")
        and not reader.sense(at - 1, "edge")
    ):
        piece.weak = True
    return piece


def read_month(reader: Reader, at: int) -> Piece | None:
    """Return the month named *at*; without a year it needs a preposition before it."""
    token = reader.tokens[at]
    if reader.sense(at, "shy") and not token.capital:
        return None
    piece = month_span(reader, at)
    if piece is None or not piece.yearless:
        return piece
    if reader.prep_before(at) not in _MONTH_PREPS or (reader.sense(at, "abbr") and not reader.glued(at + 1)):
        return None if reader.low(at - 1) not in ("im", "in", "by", "until", "bis") else piece
    return piece


def month_span(reader: Reader, at: int) -> Piece | None:
    """Return the month named *at* with the year behind it, else the nearest such month."""
    month = reader.sense(at, "month")
    if month is None or reader.sense(at, "tail"):
        return None
    end = reader.dot(at + 1) if reader.sense(at, "abbr") else at + 1
    spot = end + 1 if reader.low(end) in (",", "'", "/") or reader.sense(end, "prep") == "of" else end
    if year := reader.year(spot):
        return Piece(at, spot + 1, "span").over(months(year, month, 1, "month"))
    if reader.low(end) in ("'", "’") and (short := reader.number(end + 1, 0, 99)) is not None:
        year = reader.today.year // 100 * 100 + short
        year -= 100 if year > reader.today.year + 20 else 0
        return Piece(at, end + 2, "span").over(months(year, month, 1, "month"))
    span = months(reader.today.year, month, 1, "month")
    tense = direction(reader, at, end)
    if tense == "told" and span.first > reader.today:
        span = months(reader.today.year - 1, month, 1, "month")
    elif span.last < reader.today and not looks_back(reader, at, end, span.last):
        span = months(reader.today.year + 1, month, 1, "month")
    return Piece(at, end, "span", yearless=True).over(span)


def read_year(reader: Reader, at: int) -> Piece | None:
    """Return the year written *at*, behind "in", "by" or the like."""
    year = reader.year(at)
    if (
        year is None
        or reader.low(at - 1) not in ("in", "by", "until", "bis", "before", "vor", "ab", "from")
        or not _closes(reader, at + 1)
    ):
        return None
    return Piece(at, at + 1, "span").over(months(year, 1, 12, "year"))


def _closes(reader: Reader, at: int) -> bool:
    """Tell whether a number before *at* can be a year and counts nothing."""
    if at >= len(reader.tokens):
        return True
    token = reader.tokens[at]
    return (token.shape in ("p", "l") and token.low not in "€$%-") or (
        token.shape == "w" and not ({"unit", "guard_after", "uhr"} & token.senses.keys())
        and (not token.capital or bool(token.senses))
    )  # fmt: skip
