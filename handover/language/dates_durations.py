"""Spans of time from now or from a day: "in 3 Werktagen", "within 48 hours", "two weeks from Monday".

A span by itself ("dauert 3 Tage", "für zwei Wochen") names no date, and neither do general terms that count
from an event ("innerhalb von 14 Tagen nach Erhalt").
"""

from __future__ import annotations

from datetime import date, timedelta

from handover.language.dates_reader import Piece, Reader
from handover.language.dates_spans import add_months
from handover.language.dates_tense import direction, near
from handover.worktime import add_business_hours

MAX_COUNT = 260
MAX_YEARS = 10
_A_FEW = {"hour": 240}
_MONTHS = {"month": 1, "quarter": 3, "halfyear": 6, "year": 12}
_DAYS = {"day": 1, "week": 7, "fortnight": 14}
_MINUTES = {"minute": 1, "hour": 60}


class _Amount:
    """So many of a unit; *few* when the text gives no number."""

    __slots__ = ("count", "end", "few", "start", "unit")

    def __init__(self, start: int, end: int, count: float, unit: str, few: bool = False) -> None:
        self.start, self.end, self.count, self.unit, self.few = start, end, count, unit, few


def read_duration(reader: Reader, at: int) -> Piece | None:
    """Return where the span of time that starts with the number *at* ends."""
    amount = _amount(reader, at)
    if amount is None or amount.count > MAX_COUNT:
        return None
    prep, shift, left = _governor(reader, at)
    end = amount.end
    behind = reader.skip(end, "noise", most=1)
    if reader.sense(behind, "ago") is not None:
        return _ago(reader, amount, behind + 1)
    if shift in ("last", "beforelast") or (shift == "this" and prep != "in"):
        return Piece(left, end, "block")
    if prep == "before" and not shift and not reader.lexicon.month_first:
        return _ago(reader, amount, end, left)
    base = reader.sense(end, "from_now")
    if base is not None:
        return _ahead(reader, amount, at, end + 1, base=int(base))
    if prep in ("in", "within", "over") or (shift in ("next", "coming") and prep in ("", "by")):
        return _governed(reader, amount, prep, shift, left)
    if amount.few or amount.unit in _MINUTES or prep == "for":
        return None
    days, months = _steps(amount)
    return Piece(at, end, "offset", days=days, months=months, grain=amount.unit, weak=True)


def _governed(reader: Reader, amount: _Amount, prep: str, shift: str, left: int) -> Piece | None:
    """Return the end of a span that "in", "within" or "the next" governs; general terms mean no date."""
    apart, end = reader.sense(amount.end, "apart"), amount.end
    if prep == "over" and not shift:
        return None
    if reader.low(end) in ("a", "am", "die", "pro", "per") and reader.sense(end + 1, "unit"):
        return Piece(left, end + 2, "block")
    if apart is not None and not _counts_from_now(reader, end):
        if prep == "in" and apart == 1 and not reader.lexicon.month_first:
            apart = None
        if apart is not None and apart != -1:
            return Piece(left, end + 1, "block")
    if _counts_from_now(reader, end) and reader.sense(end + 1, "day") == 0:
        end += 2
    if amount.unit in _MINUTES and _is_distance(reader, left):
        return Piece(left, end, "block")
    if not shift and (direction(reader, left, end) == "told" or _is_rate(reader, left, end)):
        return Piece(left, end, "block")
    if amount.unit == "year" and amount.count > MAX_YEARS:
        return Piece(left, end, "block")
    return _ahead(reader, amount, left, end)


def _is_distance(reader: Reader, left: int) -> bool:
    """Tell whether minutes or hours say how far something is: "in 10 Minuten zu Fuß", "von Köln nach Bonn"."""
    if near(reader, left, "self"):
        return False
    behind = range(left, min(left + 10, len(reader.tokens)))
    from_to = {reader.low(at) for at in range(max(left - 8, 0), left)} | {reader.low(at) for at in behind}
    return near(reader, left, "distance") or {"von", "nach"} <= from_to or {"from", "to"} <= from_to


def _is_rate(reader: Reader, left: int, end: int) -> bool:
    """Tell whether "66 hours" or "twice" stands before "in a month", or "dreimal" behind it."""
    return bool(reader.sense(left - 1, "unit") or reader.sense(left - 1, "rate") or reader.sense(end, "rate"))


def _counts_from_now(reader: Reader, at: int) -> bool:
    """Tell whether "from today", "ab heute", "nach Zugang dieses Schreibens" stands *at*."""
    spot = reader.skip(at, "prep", "apart", most=2)
    if any(reader.sense(near, "shift") == "this" for near in range(spot, spot + 4)):
        return True
    return spot > at and (reader.sense(spot, "day") == 0 or reader.low(spot) in ("now", "jetzt"))


def _governor(reader: Reader, at: int) -> tuple[str, str, int]:
    """Return the preposition and the "next" or "last" that govern the number *at*, and where they start."""
    shift, left = "", at
    for back in range(at - 1, max(at - 6, -1), -1):
        senses = reader.tokens[back].senses
        if "shift" in senses:
            shift, left = str(senses["shift"]), back
        elif (
            "prep" in senses
            and "approx" not in senses
            and not (senses["prep"] in ("of", "by") and back and reader.sense(back - 1, "prep"))
        ):
            return str(senses["prep"]), shift, back
        elif not ({"article", "approx", "noise", "prep"} & senses.keys() or reader.is_abbreviated(back)):
            break
    return "", shift, left


def _amount(reader: Reader, at: int) -> _Amount | None:
    """Return the amount of time that starts *at*: "3 Tage", "zwei bis drei Wochen", "einer halben Stunde"."""
    if minutes := reader.sense(at, "number_unit"):
        return _Amount(at, at + 1, float(minutes), "minute")
    found = _count(reader, at)
    if found is None:
        return None
    count, spot, few = found
    if (
        (reader.sense(spot, "range") or reader.low(spot) in ("-", "–", ",", "/"))
        and (more := _count(reader, spot + 1))
        and more[0] > count
    ):
        count, spot, few = more
    if reader.sense(spot, "halfnum"):
        count, spot = count * 0.5, spot + 1
        spot += reader.low(spot) in ("a", "an")
    spot = reader.skip(spot, "approx", "noise", most=1)
    unit = reader.sense(spot, "unit")
    if reader.sense(spot, "quarter_hour") and reader.sense(spot + 1, "past_to"):
        return None
    if unit is None:
        if minutes := reader.sense(spot, "number_unit"):
            return _Amount(at, spot + 1, float(minutes) * count, "minute")
        return None
    end = reader.dot(spot + 1) if reader.sense(spot, "abbr") else spot + 1
    end += reader.low(end) in ("'", "’")
    end += reader.sense(end, "time_after") is not None
    if (
        (
            reader.sense(end, "range")
            and (more := _count(reader, end + 1))
            and reader.sense(more[1], "unit") is None
        )
        and more[0] == count + 1
        and reader.tokens[end + 1].shape == "w"
    ):
        count, end = more[0], more[1]
    end += reader.sense(end, "halfnum") is not None and reader.low(end) == "half"
    return _Amount(at, end, count, str(unit), few)


def _count(reader: Reader, at: int) -> tuple[float, int, bool] | None:
    """Return the number written *at* in digits or words, of a range its end; "ein paar" counts as few."""
    if not 0 <= at < len(reader.tokens):
        return None
    token = reader.tokens[at]
    if token.shape == "n":
        if not token.parts or len(token.parts) > 2 or max(map(len, token.parts)) > 4:
            return None
        if len(token.parts) == 2 and token.marks in (",", "."):
            return float(f"{token.parts[0]}.{token.parts[1]}"), at + 1, False
        if len(token.parts) == 2 and token.marks not in ("-", "–", "/"):
            return None
        return float(token.parts[-1]), at + 1, False
    number = token.senses.get("number")
    if number is not None and reader.sense(at + 1, "few"):
        return 3.0, at + 2, True
    if number is not None:
        return float(number), at + 1, False
    if "few" in token.senses:
        return 3.0, at + 1, True
    return (1.0, at, False) if "halfnum" in token.senses else None


def _steps(amount: _Amount) -> tuple[int, int]:
    """Return the amount as whole days and months."""
    if size := _MONTHS.get(amount.unit):
        whole = int(amount.count * size)
        return (15 if amount.count * size - whole >= 0.5 else 0), whole
    return int(amount.count * _DAYS.get(amount.unit, 1)), 0


def _ahead(reader: Reader, amount: _Amount, start: int, end: int, base: int = 0) -> Piece:
    """Return the moment or day at which *amount* has passed since now."""
    if amount.few and amount.unit in _A_FEW:
        return Piece(start, end, "moment", moment=reader.now + timedelta(minutes=_A_FEW[amount.unit]))
    if amount.few:
        return Piece(start, end, "vague")
    if size := _MINUTES.get(amount.unit):
        return Piece(start, end, "moment", moment=reader.now + timedelta(minutes=amount.count * size))
    if amount.unit == "workhour":
        return Piece(
            start, end, "moment", moment=add_business_hours(reader.now, amount.count, reader.calendar)
        )
    days, months = _steps(amount)
    day = move(reader, reader.since(base), days, months, amount.unit)
    return Piece(start, end, "day", day, day, days=days, months=months, grain=amount.unit, sure=True)


def move(reader: Reader, day: date, days: int, months: int, unit: str) -> date:
    """Return *day* moved by *days* and *months*; "workday" counts working days."""
    if unit == "workday":
        return reader.calendar.shift(day, days)
    return add_months(day, months) + timedelta(days=days) if months else day + timedelta(days=days)


def _ago(reader: Reader, amount: _Amount, end: int, start: int | None = None) -> Piece:
    """Return the moment or day that lies *amount* back."""
    start = amount.start if start is None else start
    if amount.few:
        return Piece(start, end, "block")
    if size := _MINUTES.get(amount.unit):
        moment = reader.now - timedelta(minutes=amount.count * size)
        return Piece(start, end, "moment", moment=moment, passed=True)
    days, months = _steps(amount)
    day = move(reader, reader.today, -days, -months, amount.unit)
    return Piece(start, end, "day", day, day, passed=True, sure=True)
