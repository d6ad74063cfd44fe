"""Weeks, months, quarters and years, with "next" and "last": "nächste Woche", "KW 48", "in April", "Q2 2026".

Their beginnings, middles and ends are `dates_edges`.
"""

from __future__ import annotations

from datetime import timedelta

from handover.language.dates_months import looks_back, read_which
from handover.language.dates_numbers import read_month_first, read_number
from handover.language.dates_reader import Piece, Reader
from handover.language.dates_spans import STEPS, add_months, calendar_week, months, period, week_of
from handover.language.dates_tense import direction

PERIODS = frozenset("week weekend month quarter halfyear year".split())


def read_shifted(reader: Reader, at: int) -> Piece | None:
    """Return what "next", "this", "last" … names together with the word behind it."""
    shift, spot = str(reader.tokens[at].senses["shift"]), at + 1
    while spot < at + 3 and (more := reader.sense(spot, "shift")):
        shift, spot = ("past" if reader.low(spot) == "past" else str(more)), spot + 1
    shift = "last" if shift == "past" else shift
    if spot >= len(reader.tokens) or reader.sense(at - 1, "every"):
        return None
    senses = reader.tokens[spot].senses
    if "weekday" in senses or ("wd" in senses and reader.tokens[spot].capital):
        day = senses.get("weekday", senses.get("wd"))
        part = str(senses.get("part", ""))
        end = spot + 1 if "weekday" in senses else reader.dot(spot + 1)
        return Piece(
            at, end, "weekday", weekday=day, shift=shift, part=part, passed=STEPS[shift] < 0, sure=True
        )
    if "unit" in senses:
        return _shifted_unit(reader, at, spot, shift)
    if "month" in senses and "tail" not in senses:
        return _shifted_month(reader, at, spot, shift)
    if "part" in senses and shift in ("this", "last"):
        return _shifted_part(reader, at, spot, shift)
    return None


def _shifted_unit(reader: Reader, at: int, spot: int, shift: str) -> Piece | None:
    """Return "next week", "diesen Monat", "the next business day"; "in the coming weeks" is vague."""
    unit, step = str(reader.tokens[spot].senses["unit"]), STEPS[shift]
    if reader.sense(spot, "plural"):
        kind = "vague" if step > 0 else "block"
        return Piece(at, spot + 1, kind)
    if unit in ("week", "month") and step == 1 and _counts_on(reader, at):
        day = reader.since(7) if unit == "week" else add_months(reader.today, 1)
        return Piece(at, spot + 1, "day", day, day, sure=True)
    if unit in PERIODS:
        if (
            reader.sense(spot + 1, "range")
            and (more := reader.sense(spot + 2, "shift"))
            in (
                "next",
                "afternext",
            )
            and reader.sense(spot + 3, "unit") is None
        ):
            return Piece(at, spot + 3, "span").over(period(reader.today, unit, step + STEPS[str(more)]))
        if reader.sense(spot - 1, "following") and _was_next(reader, at, unit):
            step += 1
        if unit == "weekend" and shift == "coming" and reader.today.weekday() < 5:
            step = 0
        owned = reader.low(spot).endswith("'s") and not reader.sense(at - 2, "edge")
        if owned and (step == 0 or unit in ("month", "year")):
            return None
        span = period(reader.today, unit, step)
        behind = step == 0 and reader.sense(at - 1, "behind") is not None and reader.lexicon.month_first
        return Piece(at, spot + 1, "span", passed=step < 0 or behind).over(span)
    if unit == "workday" and step > 0:
        day = reader.calendar.shift(reader.today, step)
        return Piece(at, spot + 1, "day", day, day, sure=True)
    if unit == "hour" and step > 0:
        return Piece(at, spot + 1, "moment", moment=reader.now + timedelta(hours=1))
    if unit == "fortnight" and step > 0:
        day = reader.since(14)
        return Piece(at, spot + 1, "span", reader.today, day, grain="span")
    return None


def _counts_on(reader: Reader, at: int) -> bool:
    """Tell whether "within the next week" means seven days from now rather than the week to come."""
    prep = reader.prep_before(at)
    return prep == "within" or (
        prep in ("in", "over") and reader.lexicon.month_first and reader.low(at - 1) == "the"
    )


def _was_next(reader: Reader, at: int, unit: str) -> bool:
    """Tell whether "next week" was named just before, so that "the following week" lies behind it."""
    return any(
        reader.sense(spot, "unit") == unit and STEPS.get(str(reader.sense(spot - 1, "shift"))) == 1
        for spot in range(max(at - 8, 1), at)
    )


def _shifted_month(reader: Reader, at: int, spot: int, shift: str) -> Piece | None:
    """Return "next March": the coming one, or with "last" the one behind."""
    month, today = int(reader.tokens[spot].senses["month"]), reader.today
    if reader.sense(spot, "shy") and not reader.tokens[spot].capital:
        return None
    if reader.number(spot + 1, 1, 31) and not reader.year(spot + 1):
        return None
    year = today.year
    if shift == "last":
        year -= month >= today.month
    elif shift != "this":
        year += month <= today.month
    return Piece(at, spot + 1, "span", passed=shift == "last").over(months(year, month, 1, "month"))


def _shifted_part(reader: Reader, at: int, spot: int, shift: str) -> Piece:
    """Return "this afternoon", "last night"."""
    day = reader.since(-1 if shift == "last" else 0)
    part = str(reader.tokens[spot].senses["part"])
    return Piece(at, spot + 1, "day", day, day, part=part, passed=shift == "last", sure=True)


def read_unit(reader: Reader, at: int) -> Piece | None:
    """Return the period that a word like "week" names by itself: by number, by date, or in its course."""
    unit = str(reader.tokens[at].senses["unit"])
    if step := STEPS.get(str(reader.sense(at + 1, "after_next"))):
        if unit in PERIODS:
            return Piece(at, at + 2, "span", passed=step < 0).over(period(reader.today, unit, step))
        return None
    if unit == "week" and (piece := _week_of_day(reader, at) or read_calendar_week(reader, at)):
        return piece
    if unit == "year" and (year := reader.year(at + 1)):
        return Piece(at, at + 2, "span").over(months(year, 1, 12, "year"))
    if unit == "weekend":
        told = direction(reader, at, at + 1) == "told"
        passed = told and reader.today.weekday() < 5
        weak = reader.prep_before(at) == "" or reader.sense(at, "plural") is not None
        return Piece(at, at + 1, "span", passed=told, weak=weak).over(
            period(reader.today, unit, -1 if passed else 0)
        )
    if unit == "hour" and reader.low(at - 1) == "the" and reader.prep_before(at) == "within":
        return Piece(at, at + 1, "moment", moment=reader.now + timedelta(hours=1))
    whole = reader.prep_before(at) == "within" and reader.sense(at - 1, "article") is not None
    if in_course(reader, at) or (whole and "plural" not in reader.tokens[at].senses):
        if unit in ("day", "workday"):
            return Piece(at, at + 1, "part", part="dayend")
        if unit in PERIODS:
            return Piece(at, at + 1, "span").over(period(reader.today, unit, 0))
    return None


def in_course(reader: Reader, at: int) -> bool:
    """Tell whether "im Laufe", "later in", "in the course of" stands before what starts *at*."""
    for back in range(at - 1, max(at - 4, -1), -1):
        senses = reader.tokens[back].senses
        if "course" in senses:
            return True
        if not ("article" in senses or "prep" in senses):
            return False
    return False


def _week_of_day(reader: Reader, at: int) -> Piece | None:
    """Return "die Woche vom 23. März", "the week of March 23": the week in which that day lies."""
    spot = at + 1
    if reader.sense(spot, "prep") not in ("of", "from") and not reader.sense(spot, "weekof"):
        return None
    spot += reader.sense(spot, "weekof") is not None
    return week_from(reader, at, reader.skip(spot, "prep", "article"))


def read_week_commencing(reader: Reader, at: int) -> Piece | None:
    """Return "w/c 24 Nov": the week of that day."""
    if reader.low(at + 1) != "/" or reader.low(at + 2) != "c":
        return None
    return week_from(reader, at, reader.skip(at + 3, "weekday", "wd"))


def week_from(reader: Reader, at: int, spot: int) -> Piece | None:
    """Return the week of the date that is written at *spot*."""
    if spot >= len(reader.tokens):
        return None
    token = reader.tokens[spot]
    inner = read_number(reader, spot) if token.shape == "n" else read_month_first(reader, spot)
    if inner is None or inner.last is None:
        return None
    return Piece(at, inner.end, "span").over(week_of(inner.last))


def read_calendar_week(reader: Reader, at: int) -> Piece | None:
    """Return "KW 48", "KW 48/49", "CW49 2025", "week 48": of several the last; "week" itself needs "in" or "by"."""
    strong = reader.sense(at, "cal") is not None
    if not strong and (
        reader.sense(at, "cal_weak") is None or reader.sense(reader.dot(at + 2), "prep") == "of"
    ):
        return None
    spot = reader.dot(at + 1)
    if not 0 <= spot < len(reader.tokens) or not reader.tokens[spot].parts:
        return None
    parts = reader.tokens[spot].parts
    weeks = [int(part) for part in parts if len(part) <= 2 and 1 <= int(part) <= 53]
    years = [int(part) for part in parts[1:] if len(part) == 4 and int(part) in range(1980, 2100)]
    if len(weeks) + len(years) != len(parts) or not weeks:
        return None
    end = spot + 1
    if reader.sense(end, "range") or reader.low(end) in ("-", "–", "/"):
        another = end + 1 + (reader.sense(end + 1, "cal") is not None)
        if (more := reader.number(another, weeks[-1], 53)) and not reader.sense(another + 1, "month"):
            weeks, end = [more], another + 1
    if not years and (year := reader.year(end + (reader.low(end) in ("/", ",")))):
        years, end = [year], end + 1 + (reader.low(end) in ("/", ","))
    if not strong and reader.sense(end, "prep") == "of":
        return None
    if not strong and reader.prep_before(at) not in (
        "in",
        "by",
        "before",
        "from",
        "on",
        "of",
        "after",
        "for",
        "within",
    ):
        return None
    return _week_piece(reader, at, end, weeks[-1], years[0] if years else None)


def read_numbered(reader: Reader, at: int) -> Piece | None:
    """Return "48. KW", "2. Quartal 2026", "1. Halbjahr", starting with the number *at*."""
    spot = reader.dot(at + 1)
    if reader.low(spot) in ("st", "nd", "rd", "th") and reader.glued(spot):
        spot += 1
    if reader.sense(spot, "cal") and (week := reader.number(at, 1, 53)):
        return _week_piece(reader, at, spot + 1, week, reader.year(spot + 1))
    if spot > at + 1 and (which := reader.number(at, 1, 4)):
        return read_which(reader, at, spot, which)
    return None


def _week_piece(reader: Reader, at: int, end: int, week: int, year: int | None) -> Piece | None:
    try:
        if year:
            return Piece(at, end, "span").over(calendar_week(year, week))
        this = reader.today.isocalendar().year
        span = calendar_week(this, week)
        if span.last < reader.today and not looks_back(reader, at, end, span.last):
            span = calendar_week(this + 1, week)
        elif week > 44 and reader.today.month < 3 and direction(reader, at, end) == "told":
            span = calendar_week(this - 1, week)
    except ValueError:
        return None
    return Piece(at, end, "span").over(span)
