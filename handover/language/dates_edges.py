"""Parts of periods and what hangs on a calendar: "Ende der Woche", "mid-December", "first week of May", feasts."""

from __future__ import annotations

from datetime import date, timedelta

from handover.language.dates_months import month_span, read_quarter, read_which
from handover.language.dates_numbers import day_of_month, month_behind
from handover.language.dates_periods import (
    PERIODS,
    read_calendar_week,
    read_numbered,
    read_shifted,
    read_unit,
)
from handover.language.dates_reader import RECENT_DAYS, Piece, Reader
from handover.language.dates_spans import Span, feast, months, nth_weekday, period, slice_of, week_in_month
from handover.language.dates_tense import direction
from handover.language.dates_years import guess_year

_THIRDS = {1: "begin", 2: "middle", 3: "end", -1: "end"}


def read_edge(reader: Reader, at: int) -> Piece | None:
    """Return the beginning, middle or end of the period that is named behind the word *at*."""
    edge, spot = str(reader.tokens[at].senses["edge"]), at + 1
    if (reader.sense(spot, "range") or reader.low(spot) in ("-", "/", "–")) and reader.sense(
        spot + 1, "edge"
    ):
        edge, spot = str(reader.sense(spot + 1, "edge")), spot + 2
    bare = spot
    if reader.low(spot) == "-":
        spot += 1
    spot = reader.skip(spot, "prep", "article", "approx")
    if day := _end_of_day(reader, at, spot, edge):
        return day
    whole, open_ = _target(reader, spot, linked=spot > bare)
    if whole is None or whole.first is None or whole.last is None:
        return None
    return _sliced(reader, at, whole, edge, open_)


def _end_of_day(reader: Reader, at: int, spot: int, edge: str) -> Piece | None:
    """Return "end of Friday", "Ende morgen", "end of today": the end of that working day."""
    if edge != "end" or reader.low(at) in ("late", "mid"):
        return None
    senses = reader.tokens[spot].senses if spot < len(reader.tokens) else {}
    if "weekday" in senses:
        return Piece(at, spot + 1, "weekday", weekday=senses["weekday"], part="dayend", sure=True)
    if "day" in senses and reader.low(spot) != "morgen":
        day = reader.since(senses["day"])
        return Piece(at, spot + 1, "day", day, day, part="dayend", sure=True, passed=senses["day"] < 0)
    return None


def _target(reader: Reader, spot: int, *, linked: bool) -> tuple[Piece | None, str]:
    """Return the period at *spot*, and its unit when it was named without saying which one ("der Woche")."""
    if spot >= len(reader.tokens):
        return None, ""
    senses = reader.tokens[spot].senses
    if "new_year" in senses:
        return Piece(spot, spot + 1, "span").over(period(reader.today, "year", 1)), ""
    if "cal" in senses or ("cal_weak" in senses and reader.number(spot + 1, 1, 53)):
        return read_calendar_week(reader, spot), ""
    if "shift" in senses:
        piece = read_shifted(reader, spot)
        return (piece if piece and piece.kind == "span" else None), ""
    if "month" in senses and (reader.tokens[spot].capital or "shy" not in senses):
        day = reader.number(spot + 1 + (reader.low(spot + 1) == "the"), 1, 31)
        if day and not reader.year(spot + 1):
            return None, ""
        return month_span(reader, spot), ""
    if "unit" in senses:
        if reader.sense(spot + 1, "after_next") or (senses["unit"] == "year" and reader.year(spot + 1)):
            return read_unit(reader, spot), ""
        unit = str(senses["unit"])
        if unit in PERIODS and unit != "weekend" and "plural" not in senses:
            return Piece(spot, spot + 1, "span").over(period(reader.today, unit, 0)), unit
        return None, ""
    if "ordinal" in senses:
        return read_ordinal(reader, spot), ""
    return _numbered_target(reader, spot), ""


def _numbered_target(reader: Reader, spot: int) -> Piece | None:
    """Return "Q2", "2026" or "2. Quartal" as the period whose edge is meant."""
    if reader.low(spot) in ("q", "h"):
        quarter = read_quarter(reader, spot)
        if quarter:
            quarter.weak = False
        return quarter
    if year := reader.year(spot):
        return Piece(spot, spot + 1, "span").over(months(year, 1, 12, "year"))
    return read_numbered(reader, spot) if reader.tokens[spot].shape == "n" else None


def _sliced(reader: Reader, at: int, whole: Piece, edge: str, unit: str) -> Piece:
    """Return the *edge* of *whole*; one that has gone by means the next, where the words leave that open."""
    assert whole.first is not None
    assert whole.last is not None
    span = slice_of(Span(whole.first, whole.last, whole.grain), edge)
    if span.last < reader.today and (unit or whole.yearless) and not whole.passed:
        back = direction(reader, at, whole.end)
        recent = reader.today - span.last <= timedelta(days=RECENT_DAYS)
        if back != "told" and (unit or back == "ahead" or not recent):
            whole_next = period(whole.first, unit or "year", 1) if unit else _a_year_on(whole)
            span = slice_of(whole_next, edge)
    return Piece(at, whole.end, "span", passed=whole.passed, yearless=whole.yearless).over(span)


def _a_year_on(whole: Piece) -> Span:
    assert whole.first is not None
    assert whole.last is not None
    count = (whole.last.year - whole.first.year) * 12 + whole.last.month - whole.first.month + 1
    return months(whole.first.year + 1, whole.first.month, count, whole.grain)


def read_edge_word(reader: Reader, at: int) -> Piece:
    """Return what one word says: "Monatsende", "Jahresanfang 2026", EOW, midweek."""
    edge, _, unit = str(reader.tokens[at].senses["edgeof"]).partition(":")
    end = at + 1
    if unit == "year" and (year := reader.year(end)):
        return _sliced(reader, at, Piece(at, end + 1, "span").over(months(year, 1, 12, "year")), edge, "")
    if reader.sense(end, "month") and unit == "month" and (named := month_span(reader, end)):
        return _sliced(reader, at, named, edge, "")
    shift = reader.sense(at - 1, "shift")
    step = {"next": 1, "coming": 0, "last": -1, "afternext": 2}.get(str(shift), 0)
    whole = Piece(at, end, "span", passed=step < 0).over(period(reader.today, unit, step))
    return _sliced(reader, at, whole, edge, "" if step else unit)


def read_tail(reader: Reader, at: int) -> Piece | None:
    """Return "Aprilwoche" or "Aprilhälfte" with the ordinal before it, "Aprilende" by itself."""
    tail = str(reader.tokens[at].senses["tail"])
    year = reader.year(at + 1)
    month = int(reader.tokens[at].senses["month"])
    guess = guess_year(reader, 28, month, direction(reader, at, at + 1))
    span = months(year or (guess.year if guess else reader.today.year), month, 1, "month")
    end = at + 2 if year else at + 1
    if tail in ("begin", "middle", "end"):
        return Piece(at, end, "span").over(slice_of(span, tail))
    which = reader.sense(at - 1, "ordinal") or reader.number(at - 2, 1, 5) or 0
    start = at - 1 if reader.sense(at - 1, "ordinal") else at - 2
    if not which or start < 0:
        return None
    if tail == "half":
        return Piece(start, end, "span").over(slice_of(span, "half1" if which == 1 else "half2"))
    return Piece(start, end, "span").over(week_in_month(span, which))


def read_ordinal(reader: Reader, at: int) -> Piece | None:
    """Return "erste Aprilwoche", "first week of April", "drittes Quartal", "third of April", "zum Ersten"."""
    which, spot = int(reader.tokens[at].senses["ordinal"]), at + 1
    senses = reader.tokens[spot].senses if spot < len(reader.tokens) else {}
    if "tail" in senses:
        return read_tail(reader, spot)
    if "half" in senses or "third" in senses:
        return _fraction(reader, at, spot, which, "half" in senses)
    if senses.get("unit") in ("quarter", "halfyear"):
        return read_which(reader, at, spot, which)
    if senses.get("unit") == "week" or "weekday" in senses:
        return _nth_of_month(reader, at, spot, which)
    if senses.get("unit") == "workday" or senses.get("unit") == "day":
        return _nth_day(reader, at, spot, which)
    if 1 <= which <= 31:
        if found := month_behind(reader, spot, which, at):
            return found
        named = reader.tokens[at].capital and not reader.lexicon.month_first
        if named or reader.sense(reader.skip(spot, "prep", "article", "shift"), "unit") == "month":
            return day_of_month(reader, at, spot, which)
    return None


def _fraction(reader: Reader, at: int, spot: int, which: int, half: bool) -> Piece | None:
    """Return "erste Hälfte Mai", "zweites Drittel des Monats"."""
    inner = reader.skip(spot + 1, "prep", "article")
    whole, unit = _target(reader, inner, linked=True)
    if whole is None or whole.first is None:
        return None
    edge = ("half1" if which == 1 else "half2") if half else _THIRDS.get(which, "end")
    return _sliced(reader, at, whole, edge, unit)


def _nth_of_month(reader: Reader, at: int, spot: int, which: int) -> Piece | None:
    """Return "the last week of November", "ersten Montag im April"."""
    inner = reader.skip(spot + 1, "prep", "article")
    whole, _ = _target(reader, inner, linked=True)
    if (
        inner == spot + 1
        or whole is None
        or whole.grain not in ("month", "year")
        or whole.first is None
        or whole.last is None
    ):
        return None
    span = Span(whole.first, whole.last, "month")
    weekday = reader.sense(spot, "weekday")
    if weekday is None:
        return Piece(at, whole.end, "span").over(week_in_month(span, which))
    day = nth_weekday(span, weekday, which)
    if (
        day < reader.today
        and direction(reader, at, whole.end) != "told"
        and reader.sense(inner, "unit") == "month"
    ):
        day = nth_weekday(period(span.first, "month", 1), weekday, which)
    return Piece(at, whole.end, "day", day, day, sure=True)


def _nth_day(reader: Reader, at: int, spot: int, which: int) -> Piece | None:
    """Return "the last day of the month", "am letzten Werktag im März", "first business day of April"."""
    inner = reader.skip(spot + 1, "prep", "article")
    whole, unit = _target(reader, inner, linked=True)
    if (
        inner == spot + 1
        or whole is None
        or whole.first is None
        or whole.last is None
        or not -1 <= which <= 5
        or not which
    ):
        return None
    working = reader.sense(spot, "unit") == "workday"
    for first, last in ((whole.first, whole.last), _following(whole, unit)):
        if which < 0:
            day = reader.calendar.shift(last + timedelta(days=1), -1) if working else last
        else:
            day = (
                reader.calendar.shift(first - timedelta(days=1), which)
                if working
                else first + timedelta(days=which - 1)
            )
        if day >= reader.today or not unit:
            break
    return Piece(at, whole.end, "day", day, day, sure=True)


def _following(whole: Piece, unit: str) -> tuple[date, date]:
    assert whole.first is not None
    assert whole.last is not None
    if not unit:
        return whole.first, whole.last
    return period(whole.first, unit, 1)[:2]


def read_feast(reader: Reader, at: int) -> Piece:
    """Return the next such feast, or the last one where the sentence looks back."""
    rule, today = str(reader.tokens[at].senses["feast"]), reader.today
    year = reader.year(at + 1)
    end = at + 2 if year else at + 1
    if year:
        return Piece(at, end, "span").over(feast(rule, year))
    weak = not reader.preps_before(at) and not reader.low(at).startswith(("zwischen", "christmas and"))
    spans = [feast(rule, today.year + step) for step in (-1, 0, 1, 2)]
    if direction(reader, at, end) == "told":
        span = [span for span in spans if span.first <= today][-1]
    else:
        span = next(span for span in spans if span.last >= today)
    return Piece(at, end, "span", weak=weak).over(span)


def read_event(reader: Reader, at: int) -> Piece | None:
    """Return "after the holidays", "vor meinem Urlaub": a moment that only the writer knows, hence vague."""
    back = at - 1
    while back > at - 4 and back >= 0 and ({"article", "shift"} & reader.tokens[back].senses.keys()):
        back -= 1
    if reader.sense(back, "prep") not in ("after", "before"):
        return None
    if (
        reader.sense(at, "holidays_soon")
        and reader.sense(back, "prep") == "before"
        and reader.today.month >= 11
    ):
        return Piece(at, at + 1, "span").over(feast("12-24..12-26", reader.today.year))
    return Piece(back, at + 1, "vague")
