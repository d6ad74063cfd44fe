"""Clock times: ``15 Uhr``, ``3pm CET``, ``halb drei``, ``between 10 and 12``, noon; ranges end at their end.

A bare number ("um 10", "at 9") is weak: it counts only next to a day.
"""

from __future__ import annotations

from datetime import timedelta, timezone, tzinfo
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from handover.language.dates_reader import Clock, Piece, Reader
from handover.language.dates_tense import is_participle, near

_OFFSETS = {
    "utc": 0, "gmt": 0, "z": 0, "wet": 0, "west": 60, "bst": 60, "cet": 60, "mez": 60, "cest": 120, "mesz": 120,
    "eet": 120, "eest": 180, "est": -300, "edt": -240, "cst": -360, "cdt": -300, "mst": -420, "mdt": -360,
    "pst": -480, "pdt": -420, "jst": 540, "aest": 600, "aedt": 660,
}  # fmt: skip
_PLACES = {
    "et": "America/New_York", "eastern": "America/New_York", "ct": "America/Chicago", "central": "America/Chicago",
    "mt": "America/Denver", "pt": "America/Los_Angeles", "pacific": "America/Los_Angeles", "uk": "Europe/London",
    "london": "Europe/London", "german": "Europe/Berlin", "berlin": "Europe/Berlin", "paris": "Europe/Paris",
    "houston": "America/Chicago", "chicago": "America/Chicago", "dallas": "America/Chicago",
    "york": "America/New_York", "boston": "America/New_York", "seattle": "America/Los_Angeles",
    "vienna": "Europe/Vienna", "wiener": "Europe/Vienna", "zurich": "Europe/Zurich", "zürcher": "Europe/Zurich",
    "berliner": "Europe/Berlin", "londoner": "Europe/London", "new yorker": "America/New_York",
    "deutscher": "Europe/Berlin", "britischer": "Europe/London", "mountain": "America/Denver",
}  # fmt: skip
_ALWAYS_TIME = frozenset("at by before from between since after until on to".split())
_CLOCK_PREPS = _ALWAYS_TIME | {"for", "to"}
_BARE_UNTIL = 23
_EVENING = 7


def read_clock(reader: Reader, at: int) -> Piece | None:
    """Return the time of day that starts *at*; of a range its end."""
    low = reader.tokens[at].senses
    if "clockword" in low:
        hour, _, minute = str(low["clockword"]).partition(":")
        return _finish(reader, at, at + 1, Clock(int(hour) * 60 + int(minute)))
    if piece := _spoken(reader, at):
        return piece
    found = _time(reader, at)
    if found is None:
        return None
    clock, end, sure = found
    while (spot := _range_behind(reader, end)) and (following := _time(reader, spot)):
        later, end, later_sure = following
        if later_sure and not sure and not clock.firm:
            sure = True
        sure, clock = sure or later_sure, later
    piece = _finish(reader, at, end, clock)
    piece.weak = not sure
    return piece


def _range_behind(reader: Reader, end: int) -> int | None:
    """Return where a second time may start behind a dash or "bis", "to", "and"."""
    if reader.low(end) in ("-", "–", "—") or reader.sense(end, "range"):
        return reader.skip(end + 1, "prep", most=1)
    return None


def _finish(reader: Reader, at: int, end: int, clock: Clock) -> Piece:
    """Return the piece of *clock* with the time zone that may follow."""
    zone, end = _zone(reader, end)
    clock.zone = zone
    return Piece(at, end, "clock", clock=clock)


def _time(reader: Reader, at: int) -> tuple[Clock, int, bool] | None:
    """Return the time that stands *at*, the index behind it, and whether it is one for sure."""
    if not 0 <= at < len(reader.tokens):
        return None
    token = reader.tokens[at]
    if token.shape == "w":
        hour = token.sense("number")
        if (
            isinstance(hour, int)
            and 1 <= hour <= 12
            and reader.sense(at + 1, "uhr")
            and reader.low(at + 1) != "h"
        ):
            return Clock(hour * 60, firm=False), at + 2, True
        return None
    if not token.parts or max(map(len, token.parts)) > 2:
        return None
    numbers = [int(part) for part in token.parts]
    marks = token.marks
    if marks in ("-", "–") and numbers[0] < numbers[1] <= 24:
        numbers, marks = numbers[1:], ""
    elif marks in ("-:", "–:", "-.", "–."):
        numbers, marks = numbers[1:], ":"
    elif marks in (":-:", ":–:", ".-.", ".–."):
        numbers, marks = numbers[2:], ":"
    if (
        marks not in ("", ":", ".")
        or numbers[0] > 24
        or (len(numbers) > 1 and (numbers[1] > 59 or len(token.parts[-1]) != 2))
    ):
        return None
    found = _suffix(reader, at, numbers[0] * 60 + (numbers[1] if len(numbers) > 1 else 0), marks)
    if found and (token.low[0] == "0" or (len(numbers) > 1 and not reader.lexicon.month_first)):
        found[0].firm = True
    return found


def _suffix(reader: Reader, at: int, minutes: int, marks: str) -> tuple[Clock, int, bool] | None:
    """Read what makes a number a time: "Uhr", "pm", a colon, a preposition before it."""
    end = at + 1
    low = reader.low(end)
    if low[:1] in ("a", "p") and low.replace(".", "").replace(" ", "") in ("am", "pm"):
        if minutes > 12 * 60 + 59 or (
            low == "am" and not reader.lexicon.month_first and not reader.glued(end)
        ):
            return None
        half = minutes % 720 + (720 if low[0] == "p" else 0)
        return Clock(half), end + 1, True
    if reader.sense(end, "uhr"):
        if low == "h" and (not reader.glued(end) or reader.sense(end + 1, "apart") is not None):
            return None
        end += 1
        more = reader.number(end, 0, 59) if not marks and len(reader.low(end)) == 2 else None
        if more is not None and reader.low(end + 1) != ".":
            return Clock(minutes + more, firm=minutes >= _EVENING * 60), end + 1, True
        return Clock(minutes, firm=minutes >= _EVENING * 60), end, True
    prep = reader.prep_before(at)
    if marks == ":":
        return Clock(minutes, firm=minutes >= _EVENING * 60), end, prep in _ALWAYS_TIME
    if _counts(reader, end):
        return None
    if marks == "." and prep not in ("at", "from"):
        return None
    if minutes > _BARE_UNTIL * 60 + 59 or (prep not in _CLOCK_PREPS and not _in_range(reader, at)):
        return None
    return (
        Clock(minutes, firm=minutes > 12 * 60),
        end,
        prep == "at" and not marks and _stands_alone(reader, at, end),
    )


def _stands_alone(reader: Reader, at: int, end: int) -> bool:
    """Tell whether "um 10" or "at 3" is a time without "Uhr": the writer does something then, nothing is counted."""
    if not near(reader, at, "self") or reader.sense(at - 1, "approx") is not None:
        return False
    if end >= len(reader.tokens) or reader.tokens[end].shape != "w":
        return True
    token = reader.tokens[end]
    if reader.lexicon.month_first:
        return not {"follows", "prep", "ahead"}.isdisjoint(token.senses)
    return not token.capital and not is_participle(token, reader.lexicon.participle)


def _in_range(reader: Reader, at: int) -> bool:
    """Tell whether a bare number stands in a range of times: "10 bis 12 Uhr", "9-11am"."""
    spot = _range_behind(reader, at + 1)
    parts = reader.tokens[at].parts
    if spot is None:
        behind = at - 1 >= 0 and (
            reader.low(at - 1) in ("-", "–", "—") or reader.sense(at - 1, "range") is not None
        )
        return behind or len(parts) == 2
    after = spot + 1
    return (
        reader.sense(after, "uhr") is not None
        or reader.low(after)[:2] in ("am", "pm", "a.", "p.")
        or bool(spot < len(reader.tokens) and reader.tokens[spot].marks == ":")
    )


def _counts(reader: Reader, end: int) -> bool:
    """Tell whether what stands at *end* makes the number before it a count, a day, a price."""
    if end >= len(reader.tokens):
        return False
    token = reader.tokens[end]
    if token.shape == "n" or (
        token.low in ("%", "€", "$", ".")
        and end + 1 < len(reader.tokens)
        and token.glued
        and token.low != "."
    ):
        return True
    if token.low == ".":
        return (
            reader.glued(end)
            and end + 1 < len(reader.tokens)
            and not reader.tokens[end + 1].capital
            and (reader.low(end + 1) != "\n")
        )
    if token.low == "/":
        return True
    return bool({"unit", "month", "guard_after", "cal", "ordinal", "few"} & token.senses.keys()) or token.low in (
        "st", "nd", "rd", "th", "x", "kw",
    )  # fmt: skip


def _spoken(reader: Reader, at: int) -> Piece | None:
    """Read "halb drei", "viertel nach vier", "half past two", "(a) quarter to five", "dreiviertel vier"."""
    minutes = reader.sense(at, "quarter_hour")
    half = reader.sense(at, "half_hour")
    spot = at + 1
    side = reader.sense(spot, "past_to")
    if half and side == 1:
        offset, spot = 30, spot + 1
    elif half and not reader.lexicon.month_first:
        offset = -30
    elif minutes and side:
        offset, spot = minutes * side, spot + 1
    elif minutes and minutes < 0:
        offset = minutes
    else:
        return None
    hour = reader.sense(spot, "number") or reader.number(spot, 1, 12)
    if not isinstance(hour, int) or not 1 <= hour <= 12 or _counts(reader, spot + 1):
        return None
    end = spot + 2 if reader.sense(spot + 1, "uhr") else spot + 1
    start = at - 1 if reader.low(at - 1) == "a" else at
    return _finish(reader, start, end, Clock((hour * 60 + offset) % 720, firm=False))


def _zone(reader: Reader, at: int) -> tuple[tzinfo | None, int]:
    """Return the time zone written *at* and the index behind it."""
    bracket = reader.low(at) == "("
    spot = at + bracket
    low = reader.low(spot)
    found = _abbreviated(low) if low in _OFFSETS and reader.tokens[spot].capital else None
    end = spot + 1
    if found is not None and low in ("utc", "gmt") and reader.low(end) in ("+", "-", "–"):
        hours = reader.number(end + 1, 0, 14)
        if hours is not None:
            sign = 1 if reader.low(end) == "+" else -1
            found, end = timezone(timedelta(hours=sign * hours)), end + 2
    elif found is None and low in _PLACES:
        timed = reader.low(end) in ("time", "zeit")
        if timed or (low in ("et", "ct", "mt", "pt") and reader.tokens[spot].capital):
            found, end = _named(_PLACES[low]), end + timed
    if found is None:
        return None, at
    return found, end + (bracket and reader.low(end) == ")")


def _abbreviated(low: str) -> tzinfo:
    return timezone(timedelta(minutes=_OFFSETS[low]))


@cache
def _named(name: str) -> tzinfo | None:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, OSError):
        return None
