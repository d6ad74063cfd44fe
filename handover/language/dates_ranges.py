"""Pieces that make a range or a choice, and pieces that belong together across a few words.

"Montag oder Dienstag" ends with the later; "Mo–Fr" means every week and so no date; "morgen rufe ich um 15 Uhr
an" is one moment.
"""

from __future__ import annotations

from datetime import date, timedelta

from handover.language.dates_numbers import DASHES
from handover.language.dates_reader import Piece, Reader
from handover.language.dates_spans import week_of
from handover.language.dates_tense import ends_sentence

MAX_GAP = 4
MAX_APART = 7
MAX_SENTENCE = 40
WORKING_WEEK = 4
_LIGHT = frozenset(",():-–")


def gap_between(reader: Reader, left: Piece, right: Piece) -> list[int] | None:
    """Return the tokens between two pieces, None where more than small words part them."""
    between = range(left.end, right.start)
    if len(between) > MAX_GAP:
        return None
    for at in between:
        token = reader.tokens[at]
        if token.low in _LIGHT or token.low in DASHES:
            continue
        if not ({"prep", "article", "noise", "approx", "range"} & token.senses.keys()):
            return None
        if (
            token.senses.get("prep") in ("since", "after")
            and left.kind != "offset"
            and "range" not in token.senses
        ):
            return None
    return list(between)


def is_range(reader: Reader, gap: list[int], right: Piece) -> bool:
    """Tell whether the tokens between two pieces join them to a range or a choice."""
    for at in gap:
        token = reader.tokens[at]
        if token.low in DASHES:
            return True
        if "range" in token.senses and not (right.kind in ("clock", "part") and "prep" in token.senses):
            return True
    return False


def next_weekday(today: date, weekday: int) -> date:
    """Return the next such weekday after *today*; today's own means a week ahead."""
    return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)


def _is_numbered(reader: Reader, at: int) -> bool:
    """Tell whether a bare day of the month and a word of range stand *at*: "Thursday 7 and Friday 8 October"."""
    return reader.number(at, 1, 31) is not None and reader.sense(at + 1, "range") is not None


def join_range(reader: Reader, left: Piece, right: Piece) -> Piece | None:
    """Return the range or choice of two pieces: it ends with the second; Monday to Friday means every week."""
    if left.kind == "weekday" and right.kind == "day" and _is_numbered(reader, left.end):
        left.end += 1
    gap = gap_between(reader, left, right)
    if gap is None or not is_range(reader, gap, right) or "block" in (left.kind, right.kind):
        return None
    if left.kind == "weekday" and right.kind == "weekday":
        return _weekdays(reader, left, right, gap)
    if left.kind == "part" and right.kind == "part":
        right.start, right.weak = left.start, left.weak
        return right
    if {left.kind, right.kind} <= {"day", "weekday", "span"}:
        first = left.first or next_weekday(reader.today, left.weekday or 0)
        if right.kind == "weekday":
            last = next_weekday(first - timedelta(days=1), right.weekday or 0)
            right.kind, right.first, right.last = "day", last, last
        if right.last is None or (right.last < first and not left.passed and not left.yearless):
            return None
        right.start, right.weak = left.start, False
        right.first = first if left.kind == right.kind == "span" else right.first
        return right
    return None


def _weekdays(reader: Reader, left: Piece, right: Piece, gap: list[int]) -> Piece:
    """Return "Montag oder Dienstag" as the later of the two; "Mo–Fr" are opening hours."""
    from_, to = left.weekday or 0, right.weekday or 0
    choice = any(reader.low(at) in ("oder", "or", "und", "and", "bzw") for at in gap)
    if from_ == 0 and to >= WORKING_WEEK and not choice and not left.shift:
        return Piece(left.start, right.end, "block", grain="recur")
    if not choice and to - from_ > 1 and right.clock is not None and not left.shift:
        return Piece(left.start, right.end, "block", grain="recur")
    if left.shift or right.shift:
        right.start = left.start
        right.shift = right.shift or left.shift
        return right
    first = next_weekday(reader.today, from_)
    last = next_weekday(first - timedelta(days=1), to)
    if reader.today.weekday() == to and not choice:
        last = next_weekday(first - timedelta(days=1), to)
    return Piece(left.start, right.end, "day", first, last, part=right.part, clock=right.clock, sure=True)


def inherit_day(reader: Reader, piece: Piece, day: Piece | None) -> None:
    """Give a clock time the *day* that the same sentence named before; a recurring day makes it recurring."""
    if day is None or piece.kind != "clock" or piece.start - day.end > MAX_SENTENCE:
        return
    if any(ends_sentence(reader, at) for at in range(day.end, piece.start)):
        return
    if day.kind == "block":
        piece.kind = "block"
    elif day.last is not None:
        piece.kind, piece.first, piece.last, piece.passed = "day", day.last, day.last, day.passed


def join_apart(reader: Reader, left: Piece, right: Piece) -> Piece | None:
    """Join what belongs together across a few words: "morgen rufe ich um 15 Uhr an", "Tuesday works next week"."""
    kinds = {left.kind, right.kind}
    if left.kind == "block" and right.kind == "weekday" and right.clock is not None:
        listed = all(reader.low(at) in (",", "\n", ";") for at in range(left.end, right.start))
        return Piece(left.start, right.end, "block") if listed and right.start - left.end < 3 else None
    if right.start - left.end > MAX_APART or left.passed or right.passed or (left.weak and right.weak):
        return None
    for at in range(left.end, right.start):
        if reader.low(at) == "," or reader.sense(at, "range") or ends_sentence(reader, at):
            return None
    if kinds == {"weekday", "span"}:
        both = weekday_of_span(reader, left, right, [])
        if both and (span := left if left.kind == "span" else right).first and span.first > reader.today:
            weekday = left if left.kind == "weekday" else right
            both.start, both.end = weekday.start, weekday.end
            return both
    if kinds in ({"day", "clock"}, {"weekday", "clock"}):
        day, clock = (right, left) if left.kind == "clock" else (left, right)
        if day.clock is None and day.part != "dayend" and not day.months and day.grain in ("day", "workday"):
            day.start, day.end, day.clock, day.weak = left.start, right.end, clock.clock, False
            return day
    if kinds == {"day", "part"} or kinds == {"weekday", "part"}:
        day, part = (right, left) if left.kind == "part" else (left, right)
        if not day.part and day.clock is None:
            day.start, day.end, day.part, day.weak = left.start, right.end, part.part, False
            return day
    return None


def weekday_of_span(reader: Reader, left: Piece, right: Piece, gap: list[int]) -> Piece | None:
    """Join a weekday with the week it lies in: "Dienstag nächster Woche", "KW 48, Freitag"."""
    weekday, span = (left, right) if left.kind == "weekday" else (right, left)
    if span.first is None or span.grain not in ("week", "part") or weekday.weekday is None or weekday.shift:
        return None
    if span.grain == "part" and (span.last is None or (span.last - span.first).days > 4):
        return None
    day = week_of(span.first).first + timedelta(days=weekday.weekday)
    return Piece(
        0, 0, "day", day, day, part=weekday.part, clock=weekday.clock, passed=span.passed, sure=True
    )  # fmt: skip
