"""From tokens to pieces: which part of the grammar reads which kind of word."""

from __future__ import annotations

from collections.abc import Callable

from handover.language.dates_clock import read_clock
from handover.language.dates_days import read_day, read_part, read_weekday
from handover.language.dates_durations import read_duration
from handover.language.dates_edges import (
    read_edge,
    read_edge_word,
    read_event,
    read_feast,
    read_ordinal,
    read_tail,
)
from handover.language.dates_months import read_month, read_quarter, read_year
from handover.language.dates_numbers import read_month_first, read_number
from handover.language.dates_periods import (
    read_calendar_week,
    read_numbered,
    read_shifted,
    read_unit,
    read_week_commencing,
)
from handover.language.dates_reader import Piece, Reader

Read = Callable[[Reader, int], Piece | None]

_NUMBERS: tuple[Read, ...] = (read_numbered, read_number, read_duration, read_clock, read_year)


def _vague(reader: Reader, at: int) -> Piece | None:
    if reader.low(at + 1) == "as" or reader.sense(at - 1, "unit"):
        return None
    return Piece(at, at + 1, "vague")


def _recurring(reader: Reader, at: int) -> Piece | None:
    weekday = reader.tokens[at].senses["recur"]
    if reader.low(at - 1) in ("des", "dieses") and reader.tokens[at].capital:
        return Piece(at, at + 1, "weekday", weekday=int(weekday), sure=True)
    return Piece(at, at + 1, "block", grain="recur")


def _every(reader: Reader, at: int) -> Piece | None:
    """Return a block for "jeden Montag", "every two weeks", "alle 14 Tage"."""
    spot = at + 1
    while spot < at + 4 and spot < len(reader.tokens):
        senses = reader.tokens[spot].senses
        if {"weekday", "unit", "day", "part", "month", "recur"} & senses.keys():
            return Piece(at, spot + 1, "block", grain="recur")
        if not ({"number", "ordinal", "prep", "article"} & senses.keys() or reader.tokens[spot].parts):
            return None
        spot += 1
    return None


_WORDS: tuple[tuple[str, Read], ...] = (
    ("vague", _vague),
    ("recur", _recurring),
    ("every", _every),
    ("event", read_event),
    ("feast", read_feast),
    ("edgeof", read_edge_word),
    ("edge", read_edge),
    ("ordinal", read_ordinal),
    ("shift", read_shifted),
    ("day", read_day),
    ("weekday", read_weekday),
    ("wd", read_weekday),
    ("tail", read_tail),
    ("month", read_month_first),
    ("month", read_month),
    ("cal", read_calendar_week),
    ("quarter", read_quarter),
    ("wc", read_week_commencing),
    ("number", read_duration),
    ("number_unit", read_duration),
    ("few", read_duration),
    ("halfnum", read_duration),
    ("unit", read_unit),
    ("part", read_part),
    ("clockword", read_clock),
    ("quarter_hour", read_clock),
    ("half_hour", read_clock),
    ("number", read_clock),
)


def find_pieces(reader: Reader) -> list[Piece]:
    """Return the groups of date words of the text in order; none overlaps another."""
    pieces: list[Piece] = []
    at, count, done = 0, len(reader.tokens), 0
    while at < count:
        token = reader.tokens[at]
        piece = None
        if token.shape == "n":
            piece = _first(reader, at, _NUMBERS) if token.parts else None
        elif token.senses:
            piece = _word(reader, at)
        if piece is not None and piece.start >= done:
            pieces.append(piece)
            at = done = max(piece.end, at + 1)
        else:
            at += 1
    return pieces


def _first(reader: Reader, at: int, reads: tuple[Read, ...]) -> Piece | None:
    return next((piece for read in reads if (piece := _safely(read, reader, at))), None)


def _word(reader: Reader, at: int) -> Piece | None:
    senses = reader.tokens[at].senses
    for kind, read in _WORDS:
        if kind in senses and (piece := _safely(read, reader, at)):
            return piece
    return None


def _safely(read: Read, reader: Reader, at: int) -> Piece | None:
    """Return what *read* finds; a day beyond the calendar is no date."""
    try:
        return read(reader, at)
    except (ValueError, OverflowError):
        return None
