"""The moment of writing and the moment of arrival, and where each was read when ``Date`` cannot be believed.

Never asks the clock: a ``Date`` in the future is recognised only against ``Received`` or the arrival.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone

NEVER = datetime(1970, 1, 1, tzinfo=UTC)
_LATE = timedelta(days=1)
_EARLY = timedelta(days=7)
_MONTHS = {m: i for i, m in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)} | {
    "mär": 3, "mrz": 3, "mai": 5, "okt": 10, "dez": 12, "maer": 3,
}  # fmt: skip
_ZONES = {
    "MEZ": 60, "MESZ": 120, "CET": 60, "CEST": 120, "EST": -300, "EDT": -240, "CST": -360, "CDT": -300,
    "MST": -420, "MDT": -360, "PST": -480, "PDT": -420, "BST": 60, "WET": 0, "WEST": 60, "EET": 120,
    "EEST": 180,
}  # fmt: skip
_RFC5322 = re.compile(
    r"\s*(?:[A-Za-zÀ-ž]{2,10}\.?,?\s+)?(\d{1,2})[\s.-]+([A-Za-zä]{3,9})\.?[\s-]+(\d{4}|\d\d)\s+"
    r"(\d{1,2})[:.](\d\d)(?:[:.](\d\d))?(?:\s*([+-]\d{4})|\s+([A-Za-z]{1,5}))?"
)
_NUMERIC = re.compile(
    r"\s*(?:(\d{4})-(\d\d)-(\d\d)|(\d{1,2})\.(\d{1,2})\.(\d{4}))[T,\s]+(\d{1,2}):(\d\d)(?::(\d\d))?(?:\.\d+)?\s*(Z|"
    r"[+-]\d\d:?\d\d)?"
)


def parse_date(text: str) -> datetime | None:
    """Return the aware moment that a date header says, None when it says none; no zone means UTC."""
    text = text[:200]
    if match := _RFC5322.match(text):
        day, month, year, hour, minute, second, offset, zone = match.groups()
        if number := _MONTHS.get(month[:4].lower()) or _MONTHS.get(month[:3].lower()):
            return _moment(
                _year(year),
                number,
                int(day),
                int(hour),
                int(minute),
                int(second or 0),
                _minutes(offset, zone),
            )
    if match := _NUMERIC.match(text):
        y, mo, d, d2, mo2, y2, hour, minute, second, offset = match.groups()
        minutes = _minutes(offset.replace(":", "") if offset and offset != "Z" else None, None)
        return _moment(
            int(y or y2), int(mo or mo2), int(d or d2), int(hour), int(minute), int(second or 0), minutes
        )
    return _by_library(text)


def _by_library(text: str) -> datetime | None:
    from email.utils import parsedate_tz  # rarely needed, and slow to import

    try:
        parts = parsedate_tz(text)
    except (ValueError, IndexError, TypeError, OverflowError):
        return None
    if parts is None:
        return None
    year, month, day, hour, minute, second = parts[:6]
    return _moment(year, month, day, hour, minute, second, (parts[9] or 0) // 60)


def _year(text: str) -> int:
    return int(text) if len(text) == 4 else int(text) + (2000 if int(text) < 70 else 1900)


def _minutes(offset: str | None, zone: str | None) -> int:
    if offset:
        value = int(offset[1:3]) * 60 + int(offset[3:5])
        return -value if offset[0] == "-" else value
    return _ZONES.get(zone.upper(), 0) if zone else 0


def _moment(
    year: int, month: int, day: int, hour: int, minute: int, second: int, offset: int
) -> datetime | None:
    if not 1985 <= year <= 2199 or abs(offset) > 14 * 60:
        return None
    try:
        return datetime(
            year, month, day, hour, minute, min(second, 59), tzinfo=timezone(timedelta(minutes=offset))
        )
    except ValueError:
        return None


def received_at(values: list[bytes] | None) -> datetime | None:
    """Return the moment of the topmost readable ``Received`` field: after its last semicolon."""
    for value in (values or [])[:10]:
        stamp = value[-400:].rpartition(b";")[2]
        if moment := parse_date(stamp.replace(b"\r", b" ").decode("ascii", "replace")):
            return moment
    return None


def decide(
    written: datetime | None, received: datetime | None, delivered: datetime | None
) -> tuple[datetime, str | None, datetime]:
    """Return date, doubt and arrival from ``Date``, top ``Received`` and INTERNALDATE.

    A ``Date`` more than a day after the arrival or a week before ``Received`` is not believed.
    """
    arrived = delivered or received
    latest = max((m for m in (received, delivered) if m), default=None)
    if (
        written
        and (latest is None or written <= latest + _LATE)
        and (received is None or written >= received - _EARLY)
    ):
        return written, None, arrived or written
    if received:
        return received, "received", arrived or received
    if delivered:
        return delivered, "arrival", delivered
    return NEVER, "none", NEVER
