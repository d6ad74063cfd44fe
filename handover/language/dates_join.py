"""Neighbouring pieces put together: "Freitag, 21.11., 10 Uhr", "next week on Tuesday", "Mo–Mi", "3pm tomorrow".

Only small words and light marks may stand between two pieces. What fits two ways joins in the order of the
rules below; a range keeps its end.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from handover.language.dates_durations import move
from handover.language.dates_ranges import (
    gap_between,
    is_range,
    join_apart,
    join_range,
    next_weekday,
    weekday_of_span,
)
from handover.language.dates_reader import Piece, Reader
from handover.language.dates_tense import near

_HABITUAL = frozenset("morgens abends mittags nachts vormittags nachmittags".split())


def join(reader: Reader, pieces: list[Piece]) -> list[Piece]:
    """Return *pieces* with neighbours that belong together joined: first side by side, then as ranges."""
    for pair in (_beside, join_range, join_apart):
        pieces = _fold(reader, pieces, pair)
    return pieces


def _fold(
    reader: Reader, pieces: list[Piece], pair: Callable[[Reader, Piece, Piece], Piece | None]
) -> list[Piece]:
    folded: list[Piece] = []
    for piece in pieces:
        while folded and (both := pair(reader, folded[-1], piece)):
            folded.pop()
            piece = both
        folded.append(piece)
    return folded


def _beside(reader: Reader, left: Piece, right: Piece) -> Piece | None:
    """Return one piece for two that stand side by side, None where they are two dates."""
    gap = gap_between(reader, left, right)
    if gap is None or is_range(reader, gap, right):
        return None
    if left.kind == "block" and right.kind in ("clock", "part", "weekday"):
        return (
            None
            if any(reader.low(at) == "," for at in gap)
            else Piece(left.start, right.end, "block", grain=left.grain)
        )
    if right.kind == "block" and (left.kind in ("clock", "part") or (left.kind == "weekday" and not gap)):
        return Piece(left.start, right.end, "block", grain=right.grain)
    rule = _BESIDE.get((left.kind, right.kind))
    both = rule(reader, left, right, gap) if rule else None
    if both is not None:
        both.start, both.end = left.start, right.end
        if gap and reader.low(gap[-1]) == "(" and reader.low(right.end) == ")":
            both.end += 1
    return both


def _timed(reader: Reader, left: Piece, right: Piece, gap: list[int]) -> Piece | None:
    """Join a day or weekday with a clock time, in either order."""
    day, clock = (right, left) if left.kind == "clock" else (left, right)
    if day.clock is not None or (day.days and day.grain != "day" and right is clock and clock.weak):
        return None
    if left.kind == "clock" and left.weak and not gap:
        return None
    day.clock, day.weak = clock.clock, False
    return day


def _parted(reader: Reader, left: Piece, right: Piece, gap: list[int]) -> Piece | None:
    """Join a day with a part of it, in either order; a clock time is told morning or afternoon by it."""
    whole, part = (right, left) if left.kind == "part" else (left, right)
    if whole.part and whole.part != "dayend" and part.part != "dayend":
        return None
    if any(reader.low(at) in (",", "(") for at in gap) and part.weak and left is whole:
        return None
    if (
        part is left
        and whole.kind == "clock"
        and reader.low(left.start) in _HABITUAL
        and not near(reader, left.start, "self")
    ):
        return Piece(left.start, right.end, "block")
    whole.part, whole.weak = part.part, whole.weak and whole.kind == "clock"
    if whole.kind == "clock":
        whole.weak = False
    return whole


def _first_thing(reader: Reader, left: Piece, right: Piece, gap: list[int]) -> Piece | None:
    """Join "first thing" with the week at whose start it is meant."""
    if left.part != "early" or right.first is None or right.grain not in ("week", "month"):
        return None
    day = reader.calendar.next_working_day(right.first - timedelta(days=1))
    return Piece(0, 0, "day", day, day, part="early", sure=True) if day > reader.today else None


def _dated_weekday(reader: Reader, left: Piece, right: Piece, gap: list[int]) -> Piece | None:
    """Join a weekday with the date it stands beside; the date decides, the weekday may tell its year."""
    weekday, day = (left, right) if left.kind == "weekday" else (right, left)
    if day.days or day.months:
        return _weekday_in(reader, weekday, day) if left is weekday else None
    if day.first is None or (day.first != day.last and left is not weekday):
        return None
    if not day.sure or not (
        set("(,.") & {reader.low(at) for at in gap} or right is day or (day.part == "" and not gap) or gap
    ):
        return None
    day.part, day.clock = day.part or weekday.part, day.clock or weekday.clock
    day.weak = False
    if day.yearless and day.first.weekday() != weekday.weekday:
        day.first = day.last = _year_for(day.first, weekday.weekday) or day.first
    return day


def _year_for(day: date, weekday: int | None) -> date | None:
    """Return the day in the year before or after in which it falls on *weekday*."""
    for step in (1, -1):
        try:
            other = day.replace(year=day.year + step)
        except ValueError:
            continue
        if other.weekday() == weekday:
            return other
    return None


def _weekday_in(reader: Reader, weekday: Piece, offset: Piece) -> Piece | None:
    """Return "Freitag in 14 Tagen": so long after the coming Friday; "in acht Tagen" means a week."""
    if offset.grain in ("minute", "hour", "workday"):
        return None
    days = 7 if offset.days == 8 else offset.days
    base = next_weekday(reader.today, weekday.weekday or 0)
    day = move(reader, base, days, offset.months, offset.grain)
    return Piece(
        weekday.start, offset.end, "day", day, day, part=weekday.part, clock=weekday.clock, sure=True
    )


def _spans(reader: Reader, left: Piece, right: Piece, gap: list[int]) -> Piece | None:
    """Join two periods where one lies in the other ("nächste Woche (KW 48)"), or names its year."""
    if left.first is None or right.first is None or left.last is None or right.last is None:
        return None
    if right.grain == "year" and left.yearless:
        return _in_year(left, right)
    if left.grain == "year" and right.yearless:
        return _in_year(right, left)
    if left.first >= right.first and left.last <= right.last:
        return left
    return right if right.first >= left.first and right.last <= left.last else None


def _in_year(part: Piece, year: Piece) -> Piece:
    """Return *part* ("im Februar") in the year that the other piece names ("nächstes Jahr")."""
    assert year.first is not None
    assert part.first is not None
    assert part.last is not None
    step = year.first.year - part.first.year
    part.first = part.first.replace(year=part.first.year + step)
    last = part.last + timedelta(days=1)
    part.last = last.replace(year=last.year + step) - timedelta(days=1)
    part.yearless, part.passed = False, year.passed
    return part


def _day_of_year(reader: Reader, left: Piece, right: Piece, gap: list[int]) -> Piece | None:
    """Join "3. Februar" with "nächsten Jahres"; a day with the week it lies in."""
    day, span = (left, right) if left.kind == "day" else (right, left)
    if day.first is None or span.first is None or span.last is None:
        return None
    if span.grain == "year" and day.yearless:
        return _in_year(day, span)
    return day if span.first <= day.first <= span.last and span.grain in ("week", "part", "feast") else None


def _shifted_base(reader: Reader, left: Piece, right: Piece, gap: list[int]) -> Piece | None:
    """Join "two weeks" with "from Monday", "two days" with "after Easter"; "a week" with "tomorrow"."""
    preps = [reader.sense(at, "prep") or ("after" if reader.sense(at, "apart") == 1 else "") for at in gap]
    preps = [prep for prep in preps if prep]
    if (not preps and right.kind != "day") or (preps and preps[0] not in ("from", "on", "after", "before")):
        return None
    if preps == ["on"] and not reader.lexicon.month_first:
        return None
    back = bool(preps) and preps[0] == "before"
    base = right.first if back else right.last
    if right.kind == "weekday":
        base = next_weekday(reader.today, right.weekday or 0)
    if base is None:
        return None
    sign = -1 if back else 1
    day = move(reader, base, sign * left.days, sign * left.months, left.grain)
    return Piece(0, 0, "day", day, day, part=right.part, clock=right.clock, sure=True)


def _later_base(reader: Reader, left: Piece, right: Piece, gap: list[int]) -> Piece | None:
    """Join two days: "heute in einer Woche", or the same day named twice ("morgen, 20.11.")."""
    if left.last is None or right.last is None:
        return None
    if (right.days or right.months) and not (left.days or left.months):
        if any(reader.low(at) in (",", "(") for at in gap):
            return None
        days = 7 if right.days == 8 else right.days
        day = move(reader, left.last, days, right.months, right.grain)
        return Piece(0, 0, "day", day, day, part=left.part, clock=left.clock, sure=True)
    if left.last == right.last or (reader.low(right.start - 1) == "("):
        right.part, right.clock = right.part or left.part, right.clock or left.clock
        return right
    return None


_BESIDE: dict[tuple[str, str], Callable[[Reader, Piece, Piece, list[int]], Piece | None]] = {
    ("day", "clock"): _timed,
    ("clock", "day"): _timed,
    ("weekday", "clock"): _timed,
    ("clock", "weekday"): _timed,
    ("part", "clock"): _parted,
    ("clock", "part"): _parted,
    ("day", "part"): _parted,
    ("part", "day"): _parted,
    ("part", "span"): _first_thing,
    ("weekday", "part"): _parted,
    ("part", "weekday"): _parted,
    ("weekday", "day"): _dated_weekday,
    ("day", "weekday"): _dated_weekday,
    ("weekday", "span"): weekday_of_span,
    ("span", "weekday"): weekday_of_span,
    ("span", "span"): _spans,
    ("day", "span"): _day_of_year,
    ("span", "day"): _day_of_year,
    ("offset", "weekday"): _shifted_base,
    ("offset", "day"): _shifted_base,
    ("offset", "span"): _shifted_base,
    ("day", "day"): _later_base,
}
