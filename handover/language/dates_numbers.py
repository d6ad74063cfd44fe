"""Days written with numbers: ``24.11.2025``, ``24.11.``, ``24. November``, ``Nov 24``, ``11/24``, ``the 15th``.

A number is a date only where nothing else is likelier: without a year, a month's name or a full stop it needs
a preposition, and a number among other numbers is none.
"""

from __future__ import annotations

from handover.language.dates_reader import Piece, Reader
from handover.language.dates_years import century, dated, day_in_month, is_american, make_day

DASHES = frozenset("-–—/")
DAY_PREPS = frozenset("by at on to from since before after for between of in within".split())
_ORDINALS = frozenset("st nd rd th ten ter te sten".split())
_MAY_FOLLOW = frozenset("part follows prep ahead told noise".split())
_MAX_YEARS_BACK, _MAX_YEARS_AHEAD = 40, 15


def read_number(reader: Reader, at: int) -> Piece | None:
    """Return the day that starts with the number *at*."""
    token = reader.tokens[at]
    if not token.parts or len(token.parts[0]) > 4:
        return None
    marks = token.marks
    if len(token.parts) == 3:
        return _full(reader, at, marks)
    if len(token.parts) == 2 and marks == ".":
        return _day_month(reader, at)
    if len(token.parts) == 2 and marks == "/":
        return _slashed(reader, at)
    return _day_name(reader, at)


def _full(reader: Reader, at: int, marks: str) -> Piece | None:
    """Read a number of three parts: ISO, German, American or British order."""
    parts = reader.tokens[at].parts
    first, second, third = (
        (int(part) for part in parts if len(part) <= 4) if max(map(len, parts)) <= 4 else (0, 0, 0)
    )
    if (
        marks[0] != marks[1]
        or marks[0] not in "./-–"
        or (reader.low(at + 1) in DASHES and _digits(reader, at + 2))
    ) and not (len(set(marks)) == 1 and marks[0] == "." and reader.low(at + 1) in DASHES):
        return None
    if len(parts[0]) == 4 and len(parts[1]) == len(parts[2]) == 2:
        day = make_day(first, second, third)
        if day and _is_log(reader, at + 1):
            return Piece(at, at + 4 if reader.glued(at + 1) else at + 2, "block")
    elif len(parts[0]) <= 2 and len(parts[1]) <= 2 and len(parts[2]) in (2, 4):
        year = third if len(parts[2]) == 4 else century(third, reader)
        american = marks[0] != "." and is_american(first, second, year, reader)
        day = make_day(year, first, second) if american else make_day(year, second, first)
    else:
        day = None
    if day is None or not -_MAX_YEARS_BACK <= day.year - reader.today.year <= _MAX_YEARS_AHEAD:
        return None
    if len(parts[2]) == 2 and len(parts[0]) < 4 and marks[0] == ".":
        near = -10 <= day.year - reader.today.year <= 5
        if not near or (reader.lexicon.month_first and not reader.prep_before(at)):
            return None
    return Piece(at, at + 1, "day", day, day, sure=True)


def _digits(reader: Reader, at: int) -> bool:
    return 0 <= at < len(reader.tokens) and reader.tokens[at].shape == "n"


def _is_log(reader: Reader, at: int) -> bool:
    """Tell whether a clock with seconds follows, as in log lines."""
    spot = at + 1 if reader.low(at) in ("t", ",") else at
    return spot < len(reader.tokens) and reader.tokens[spot].marks.startswith("::")


def _day_month(reader: Reader, at: int) -> Piece | None:
    """Read ``24.11.`` (a year may follow) or, behind a preposition, ``24.11``; also ``24.–26.11.``'s end."""
    token = reader.tokens[at]
    day, month = (int(part) for part in token.parts) if max(map(len, token.parts)) <= 2 else (0, 0)
    if not (1 <= day <= 31 and 1 <= month <= 12):
        return None
    end = reader.dot(at + 1)
    prep = reader.prep_before(at)
    if end == at + 1 and (prep not in DAY_PREPS - {"at", "to"} or reader.lexicon.month_first):
        return None
    if _among_numbers(reader, at, end):
        return None
    year = reader.year(end)
    if (
        year is None
        and reader.low(end)
        and (short := reader.number(end, 0, 99))
        and end > at + 1
        and reader.glued(end)
    ):
        year, end = century(short, reader), end + 1
    elif year:
        end += 1
    piece = dated(reader, at, end, day, month, year)
    if piece and not year:
        piece.weak = not prep and not _looks_like_date(reader, at, end)
    return piece


def _looks_like_date(reader: Reader, at: int, end: int) -> bool:
    """Tell whether ``24.11.`` stands as a date does: at the start, behind a colon or bracket, or mid-sentence.

    At a sentence's end it may be a version number with the sentence's full stop.
    """
    before, after = reader.low(at - 1), reader.low(end)
    if reader.sense(at - 1, "hint") or reader.sense(at - 2, "hint"):
        return True
    if reader.lexicon.month_first:
        return False
    if before in ("", "\n", ":", "(", "*", "•") or before in DASHES:
        return True
    return after not in ("", "\n") and not reader.tokens[end].capital and after not in "\"'”“"


def _slashed(reader: Reader, at: int) -> Piece | None:
    """Read ``11/24`` (or ``24/11`` where days come first) behind a preposition; German ``24./25.11.`` is no such."""
    first, second = (int(part) for part in reader.tokens[at].parts[:2]) if _short(reader, at) else (0, 0)
    governed = reader.preps_before(at) in ("by", "on", "before", "from", "since", "after", "for")
    beside = _is_behind_weekday(reader, at)
    if (
        not ((governed and reader.lexicon.month_first) or beside)
        or (first, second) == (24, 7)
        or reader.sense(at + 1, "unit")
    ):
        return _day_name(reader, at)
    month_first = reader.month_first if first <= 12 and second <= 12 else second > 12
    month, day = (first, second) if month_first else (second, first)
    if not (1 <= month <= 12 and 1 <= day <= 31) or (
        reader.low(at + 1) == "." and reader.glued(at + 1) and not reader.lexicon.month_first
    ):
        return _day_name(reader, at)
    return dated(reader, at, at + 1, day, month, None)


def _is_behind_weekday(reader: Reader, at: int) -> bool:
    """Tell whether "Tuesday", "Fri," or "Tues.," stands before the number *at*."""
    spot = at - 1
    while spot > at - 3 and reader.low(spot) in (",", "."):
        spot -= 1
    short = reader.sense(spot, "wd") is not None and reader.tokens[spot].capital
    return short or reader.sense(spot, "weekday") is not None


def _short(reader: Reader, at: int) -> bool:
    return all(len(part) <= 2 for part in reader.tokens[at].parts)


def _day_name(reader: Reader, at: int) -> Piece | None:
    """Read ``24. November``, ``24th of November 2025``, ``23. bis 27. März``, ``24./25.3.``, ``the 15th``."""
    token = reader.tokens[at]
    if not _short(reader, at) or token.marks not in ("", "-", "–", "/"):
        return None
    last = int(token.parts[-1])
    if not 1 <= last <= 31 or len(token.parts) > 2:
        return None
    end = at + 1
    marked = len(token.parts) == 1 and (reader.low(end) in _ORDINALS and reader.glued(end))
    end = end + 1 if marked else reader.dot(end)
    dotted = reader.low(end - 1) == "." and end > at + 1
    named = month_behind(reader, end, last, at)
    if named:
        return named
    if len(token.parts) == 1 and (ranged := _range_end(reader, at, end)):
        return ranged
    if len(token.parts) == 1 and (marked or dotted):
        return day_of_month(reader, at, end, last)
    cut = reader.low(end) == "" and reader.low(at - 1) in ("zum", "am", "den") and len(token.parts) == 1
    return day_of_month(reader, at, end, last) if cut else None


def month_behind(reader: Reader, at: int, day: int, start: int) -> Piece | None:
    """Return the day when a month's name stands *at*: ``[of] November [2025]``, ``-Nov-2025``."""
    joint = at + 1 if reader.low(at) in ("-", "of", "–") or reader.sense(at, "prep") in ("of", "in") else at
    month = reader.sense(joint, "month")
    if month is None or reader.sense(joint, "tail"):
        return None
    if reader.sense(joint, "shy") and not (reader.tokens[joint].capital or joint > at):
        return None
    end = reader.dot(joint + 1) if reader.sense(joint, "abbr") else joint + 1
    return _with_year(reader, start, end, day, month)


def read_month_first(reader: Reader, at: int) -> Piece | None:
    """Return the day ``November 24[th][–26][, 2025]`` that starts with the month *at*."""
    month = reader.sense(at, "month")
    if (
        month is None
        or reader.sense(at, "tail")
        or (reader.sense(at, "shy") and not reader.tokens[at].capital)
    ):
        return None
    spot = reader.dot(at + 1) if reader.sense(at, "abbr") else at + 1
    spot += reader.low(spot) in ("the", "-")
    if spot >= len(reader.tokens) or not reader.tokens[spot].parts or not _short(reader, spot):
        return None
    token = reader.tokens[spot]
    if len(token.parts) > 2 or (len(token.parts) == 2 and token.marks not in DASHES):
        return None
    day, end = int(token.parts[-1]), spot + 1
    if reader.low(end) in _ORDINALS and reader.glued(end):
        end += 1
    elif not reader.lexicon.month_first or reader.low(end) in ("%", "uhr") or reader.sense(end, "ampm"):
        return None
    if len(token.parts) == 1 and _is_joint(reader, end):
        following = reader.number(end + 1, day + 1, 31)
        if following and not reader.sense(end + 2, "unit") and reader.low(end + 2) not in ("am", "pm"):
            day, end = following, end + 2
            end += reader.low(end) in _ORDINALS
    if reader.low(at - 1).isdigit() and len(reader.low(at - 1)) > 2:
        return Piece(at, end, "block")
    return _with_year(reader, at, end, day, month)


def _with_year(reader: Reader, start: int, end: int, day: int, month: int) -> Piece | None:
    """Return the piece of *day* and *month*, with the year that may follow at *end*; a log's clock ends it."""
    if _is_log(reader, end):
        return Piece(start, end + 1, "block")
    spot = end + 1 if reader.low(end) in (",", "-", "of", "–", "'") else end
    year = reader.year(spot)
    if year is None and reader.low(end) == "-" and (short := reader.number(spot, 10, 99)):
        year = century(short, reader)
    return dated(reader, start, spot + 1 if year else end, day, month, year)


def _range_end(reader: Reader, at: int, end: int) -> Piece | None:
    """Return the day at which a range that starts with the bare day *at* ends: ``23.–25.3.``, ``16 and 18 March``."""
    if not _is_joint(reader, end):
        return None
    spot = reader.skip(end + 1, "prep", "article")
    if spot >= len(reader.tokens) or not reader.tokens[spot].parts:
        return None
    piece = read_number(reader, spot)
    if piece is None or piece.kind != "day" or len(reader.tokens[spot].parts) > 3 or piece.weak:
        return None
    day = reader.number(at, 1, 31)
    if day is None or piece.last is None or (end == at + 1 and reader.tokens[spot].marks in ("..", ".")):
        return None
    piece.start = at
    piece.first = piece.last.replace(day=day) if day <= piece.last.day else piece.last
    return piece


def _is_joint(reader: Reader, at: int) -> bool:
    return reader.low(at) in DASHES or reader.sense(at, "range") is not None


def day_of_month(reader: Reader, at: int, end: int, day: int) -> Piece | None:
    """Return the next such day of a month: ``by the 15th``, ``am 15.``; only where no noun follows."""
    prep = reader.prep_before(at)
    beside = _is_behind_weekday(reader, at - (reader.sense(at - 1, "article") is not None))
    bare = day > 10 and reader.low(at - 1) == "the" and prep == ""
    if not (prep in DAY_PREPS - {"at", "in", "within"} or beside or bare) or _among_numbers(reader, at, end):
        return None
    spot = reader.skip(end, "prep", "article", "shift")
    if reader.sense(spot, "unit") == "month" or reader.sense(end, "months_of"):
        shift = next((value for back in range(end, spot) if (value := reader.sense(back, "shift"))), None)
        ahead = None if shift is None else 0 if shift == "this" else 1
        return day_in_month(reader, at, spot + 1, day, ahead)
    if not _may_end(reader, end, prep):
        return None
    return day_in_month(reader, at, end, day, None)


def _may_end(reader: Reader, end: int, prep: str) -> bool:
    """Tell whether the bare day that ends at *end* may stand alone: no noun that it could count follows."""
    if end >= len(reader.tokens):
        return True
    token = reader.tokens[end]
    if token.shape != "w" or not token.senses.keys().isdisjoint(_MAY_FOLLOW):
        return token.low not in DASHES and token.shape != "n"
    if reader.lexicon.month_first:
        return False
    return not token.capital or "sentence_start" in token.senses


def _among_numbers(reader: Reader, at: int, end: int) -> bool:
    """Tell whether other long numbers stand right beside, as in telephone numbers."""
    for spot in (at - 1, end):
        if _digits(reader, spot) and not (spot == end and (reader.year(end) or ":" in reader.low(end))):
            if spot == end and len(reader.low(end)) <= 2:
                continue
            return True
    return reader.low(at - 1) in ("/", "-") and _digits(reader, at - 2) and not reader.tokens[at - 2].marks
