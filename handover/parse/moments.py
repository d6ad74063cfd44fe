"""Days and clock times as absence notices and phone notes name them, in German and English.

Small on purpose: only the forms that such notices use, only days near the mail's own date. The date grammar
of whole letters belongs to `language`.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

_MONTHS = {
    "januar": 1, "january": 1, "jan": 1, "jänner": 1, "februar": 2, "february": 2, "feb": 2, "märz": 3,
    "maerz": 3, "march": 3, "mar": 3, "mär": 3, "mrz": 3, "april": 4, "apr": 4, "mai": 5, "may": 5,
    "juni": 6, "june": 6, "jun": 6, "juli": 7, "july": 7, "jul": 7, "august": 8, "aug": 8, "september": 9,
    "sept": 9, "sep": 9, "oktober": 10, "october": 10, "okt": 10, "oct": 10, "november": 11, "nov": 11,
    "dezember": 12, "december": 12, "dez": 12, "dec": 12,
}  # fmt: skip
_WEEKDAYS = {
    "montag": 0, "monday": 0, "mon": 0, "mo": 0, "dienstag": 1, "tuesday": 1, "tue": 1, "di": 1,
    "mittwoch": 2, "wednesday": 2, "wed": 2, "mi": 2, "donnerstag": 3, "thursday": 3, "thu": 3, "do": 3,
    "freitag": 4, "friday": 4, "fri": 4, "fr": 4, "samstag": 5, "sonnabend": 5, "saturday": 5, "sat": 5,
    "sa": 5, "sonntag": 6, "sunday": 6, "sun": 6, "so": 6,
}  # fmt: skip
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_LONG_WEEKDAY = "|".join(sorted((w for w in _WEEKDAYS if len(w) > 5), key=len, reverse=True))
_ANY_WEEKDAY = "|".join(sorted(_WEEKDAYS, key=len, reverse=True))
DAY = re.compile(
    rf"(?i)(?:\b(?:{_ANY_WEEKDAY})\b\.?,?\s{{0,3}}(?:(?:den|dem|der|the)\s)?)?"
    rf"(?:(?P<iso>\d{{4}}-\d\d-\d\d)|(?P<d>\d{{1,2}})\.\s?(?P<m>\d{{1,2}})\.(?:\s?(?P<y>\d{{4}}|\d\d)(?!\d|"
    rf"\s?(?:Uhr|[:.]\d\d)))?|"
    rf"(?P<d2>\d{{1,2}})(?:\.|st|nd|rd|th)?\s?(?:of\s)?(?P<n>{_MONTH})\b\.?(?:,?\s?(?P<y2>\d{{4}}))?|"
    rf"\b(?P<n2>{_MONTH})\b\.?\s(?P<d3>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,?\s?(?P<y3>\d{{4}}))?|"
    rf"(?P<a>\d{{1,2}})/(?P<b>\d{{1,2}})(?:/(?P<y4>\d{{4}}|\d\d))?)(?!\d)"
    rf"|\b(?P<weekday>{_LONG_WEEKDAY})\b|\b(?P<word>übermorgen|morgen|heute|day after tomorrow|tomorrow|today)\b(?!s)"
)
_CLOCK = re.compile(
    r"(?i)\b(?P<h>\d{1,2})(?:[:.](?P<min>\d\d))?\s?(?:uhr\b|h\b)|"
    r"\b(?P<h2>\d{1,2})[:](?P<min2>\d\d)\b(?:\s?(?P<half2>[ap])\.?m\b)?|"
    r"\b(?P<h3>\d{1,2})\s?(?P<half>[ap])\.?m\b|\b(?P<noon>mittags?|noon|lunch(?:time)?)\b|\b(?P<evening>feierabend|"
    r"end of (?:the )?day|eod|cob)\b"
)


class Named(NamedTuple):
    """A day named in a text and where: *start* and *end* are character offsets."""

    day: date
    start: int
    end: int
    weekday_only: bool


def days(text: str, written: datetime) -> list[Named]:
    """Return the days that *text* names, in order; years and weekdays are those next to *written*."""
    found: list[Named] = []
    for match in DAY.finditer(text[:4000]):
        day = _day(match, written.date())
        if day is not None:
            found.append(Named(day, match.start(), match.end(), match["weekday"] is not None))
        if len(found) >= 20:
            break
    return found


def _day(match: re.Match[str], today: date) -> date | None:
    if word := match["word"]:
        ahead = {"heute": 0, "today": 0, "morgen": 1, "tomorrow": 1}.get(word.lower(), 2)
        return today + timedelta(days=ahead)
    if weekday := match["weekday"]:
        return today + timedelta(days=(_WEEKDAYS[weekday.lower()] - today.weekday() - 1) % 7 + 1)
    if iso := match["iso"]:
        return _date(int(iso[:4]), int(iso[5:7]), int(iso[8:]))
    if match["a"]:
        return _slashed(int(match["a"]), int(match["b"]), match["y4"], today)
    month = match["m"] or _MONTHS[(match["n"] or match["n2"]).lower()]
    number = match["d"] or match["d2"] or match["d3"]
    return _near(int(number), int(month), match["y"] or match["y2"] or match["y3"], today)


def _slashed(a: int, b: int, year: str | None, today: date) -> date | None:
    """Read ``11/15`` and ``15/11``: where both orders are possible, the one that lies ahead and nearer."""
    readings = [d for d in (_near(b, a, year, today), _near(a, b, year, today)) if d is not None]
    ahead = [d for d in readings if d >= today]
    return min(ahead) if ahead else readings[0] if readings else None


def _near(day: int, month: int, year: str | None, today: date) -> date | None:
    if year:
        return _date(int(year) + (2000 if len(year) == 2 else 0), month, day)
    this = _date(today.year, month, day)
    if this is not None and this < today - timedelta(days=60):
        return _date(today.year + 1, month, day)
    return this


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def clock(text: str) -> time | None:
    """Return the first clock time that *text* names."""
    match = _CLOCK.search(text[:2000])
    if not match:
        return None
    if match["noon"]:
        return time(12)
    if match["evening"]:
        return time(17)
    hour = int(match["h"] or match["h2"] or match["h3"])
    half = (match["half"] or match["half2"] or "").lower()
    if half == "p" and hour < 12:
        hour += 12
    if half == "a" and hour == 12:
        hour = 0
    minute = int(match["min"] or match["min2"] or 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def next_working_day(day: date) -> date:
    """Return the next Monday to Friday after *day*; public holidays are not known here."""
    following = day + timedelta(days=1)
    while following.weekday() > 4:
        following += timedelta(days=1)
    return following
