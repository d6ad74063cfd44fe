"""Which day is meant where a year, a month or the order of day and month is left open.

The nearest one ahead, unless the sentence looks back or the day lies just behind.
"""

from __future__ import annotations

from datetime import date, timedelta

from handover.language.dates_reader import RECENT_DAYS, Piece, Reader
from handover.language.dates_spans import months
from handover.language.dates_tense import direction
from handover.language.dates_words import Lexicon

_DAY_FIRST_ZONES = frozenset(
    """Europe/London Europe/Dublin Europe/Belfast Australia/Sydney Australia/Melbourne Australia/Brisbane
    Australia/Perth Australia/Adelaide Pacific/Auckland Asia/Kolkata Africa/Johannesburg Asia/Singapore
    Asia/Hong_Kong GB""".split()
)
_DAY_FIRST_REGIONS = frozenset("GB UK IE AU NZ IN ZA".split())


def is_month_first(reader_tokens: Reader, lexicon: Lexicon, zone_name: str, region: str) -> bool:
    """Tell whether ``05/04`` means May in this text, by its language, other dates in it, zone and region."""
    if not lexicon.month_first:
        return False
    for token in reader_tokens.tokens:
        if len(token.parts) == 3 and token.marks == "//" and all(len(part) <= 4 for part in token.parts):
            first, second = int(token.parts[0]), int(token.parts[1])
            if 12 < first < 32:
                return False
            if 12 < second < 32:
                return True
    return not (zone_name in _DAY_FIRST_ZONES or region[:2].upper() in _DAY_FIRST_REGIONS)


def is_american(first: int, second: int, year: int, reader: Reader) -> bool:
    """Tell whether month stands before day: the numbers decide, else the evidence, else what lies ahead."""
    if first > 12 or second > 12:
        return second > 12
    american, british = make_day(year, first, second), make_day(year, second, first)
    if reader.month_first and american and british and american < reader.today <= british:
        return (reader.today - american).days < RECENT_DAYS
    return reader.month_first


def guess_year(reader: Reader, day: int, month: int, tense: str) -> date | None:
    """Return the nearest such day: ahead, unless the sentence looks back or it lies just behind."""
    today = reader.today
    near = [found for step in (-1, 0, 1, 2, 3, 4) if (found := make_day(today.year + step, month, day))]
    behind = [found for found in near if found < today]
    before = [found for found in near if found >= today]
    if behind and (
        tense == "told" or (tense != "ahead" and today - behind[-1] <= timedelta(days=RECENT_DAYS))
    ):
        return behind[-1]
    return before[0] if before else None


def dated(reader: Reader, start: int, end: int, day: int, month: int, year: int | None) -> Piece | None:
    """Return the piece of a day whose year is known or must be guessed from the moment of writing."""
    if year is not None:
        found = make_day(year, month, day)
        return Piece(start, end, "day", found, found, sure=True) if found else None
    found = guess_year(reader, day, month, direction(reader, start, end))
    if found is None:
        return None
    return Piece(start, end, "day", found, found, yearless=True, sure=True)


def day_in_month(reader: Reader, start: int, end: int, day: int, ahead: int | None) -> Piece | None:
    """Return *day* of this month or, *ahead* months on, another; None: the next month that still has it ahead."""
    today = reader.today
    told = ahead is None and direction(reader, start, end) == "told"
    steps = [ahead] if ahead is not None else [0, -1] if told else [0, 1, 2]
    for step in steps:
        span = months(today.year, today.month + step, 1, "month")
        if day <= span.last.day:
            found = span.first.replace(day=day)
            if ahead is not None or (found <= today if told else found >= today):
                return Piece(start, end, "day", found, found, passed=told, sure=True)
    return None


def century(short: int, reader: Reader) -> int:
    """Return the year of two digits that is nearest, at most 20 years ahead."""
    year = reader.today.year // 100 * 100 + short
    return year - 100 if year > reader.today.year + 20 else year


def make_day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
