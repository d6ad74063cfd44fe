"""Days near the moment of writing and weekdays: "übermorgen", "this afternoon", "nächsten Dienstag", "Fri"."""

from __future__ import annotations

from handover.language.dates_reader import Piece, Reader
from handover.language.dates_spans import STEPS

_END_PREPS = frozenset("by at before for on after".split())
_FIRM_PREPS = frozenset("by on from before after since between for".split())


def read_day(reader: Reader, at: int) -> Piece | None:
    """Return the day that a word like "heute" or "tomorrow" names."""
    token = reader.tokens[at]
    if token.low == "morgen" and _is_no_tomorrow(reader, at):
        return None
    if (
        token.capital
        and reader.sense(at - 1, "article")
        and "adjective" not in token.senses
        and reader.low(at - 1) != "the"
    ):
        return None
    day = reader.since(token.senses["day"])
    part = str(token.senses.get("part", "")) if token.low != "morgen" else ""
    loose = "adjective" in token.senses and token.senses["day"] == 0 and not part
    weak = loose and not reader.sense(at + 1, "occasion")
    end = at + 2 if "adjective" in token.senses and reader.sense(at + 1, "unit") == "day" else at + 1
    return Piece(
        at,
        end,
        "day",
        day,
        day,
        part=part,
        passed=token.senses["day"] < 0,
        weak=weak and end == at + 1,
        sure=True,
    )


def _is_no_tomorrow(reader: Reader, at: int) -> bool:
    """Tell whether "Morgen" is a greeting or the morning: "guten Morgen", "Morgen Herr X", "am Morgen"."""
    token = reader.tokens[at]
    before = reader.tokens[at - 1].senses if at else {}
    if (
        "greet" in before
        or "every" in before
        or reader.low(at - 1) in ("am", "den", "der", "dem", "eines", "diesen", "das")
    ):
        return token.capital or "greet" in before
    if at == 0 and token.capital:
        return (
            reader.low(1) in (",", "!", "zusammen", "allerseits", "")
            or reader.sense(1, "name_before") is not None
        )
    if "day" in before or "weekday" in before or ("wd" in before and reader.tokens[at - 1].capital):
        return True
    if not token.capital:
        return False
    described = at > 1 and reader.tokens[at - 1].shape == "w" and not before
    return described and reader.low(at - 1).endswith("en") and reader.sense(at - 2, "number") is not None


def read_weekday(reader: Reader, at: int) -> Piece | None:
    """Return the weekday named *at*; a short form ("Mo", "Sat") must be told from a word or a name."""
    senses = reader.tokens[at].senses
    if "weekday" in senses:
        part = str(senses.get("part", ""))
        piece = Piece(at, at + 1, "weekday", weekday=senses["weekday"], part=part, sure=True)
        if STEPS.get(str(reader.sense(at + 1, "after_next"))) == 2:
            piece.end, piece.shift = at + 2, "afternext"
        elif reader.low(at + 1) == "week" and reader.lexicon.month_first and not reader.number(at + 2, 1, 53):
            piece.end, piece.days = at + 2, 7
        return piece
    if not is_short_weekday(reader, at):
        return None
    return Piece(at, reader.dot(at + 1), "weekday", weekday=senses["wd"], sure=True)


def is_short_weekday(reader: Reader, at: int) -> bool:
    """Tell whether the short form *at* is a weekday: by its capital and what stands around it."""
    token = reader.tokens[at]
    if "wd" not in token.senses or not token.capital:
        return False
    end = reader.dot(at + 1)
    spot = end + 1 if reader.low(end) == "," else end
    if spot < len(reader.tokens) and reader.tokens[spot].shape == "n" and _dates(reader, spot):
        return True
    if reader.sense(spot, "month") is not None and reader.lexicon.month_first:
        return True
    if "risky" in token.senses and not reader.lexicon.month_first:
        return False
    if not reader.lexicon.month_first and end > at + 1 and token.low == "fr" and _is_name(reader, end):
        return False
    prep = reader.prep_before(at)
    firm = prep in _FIRM_PREPS or reader.sense(at - 1, "shift") is not None
    if firm:
        return not _is_name(reader, end) if end == at + 1 else True
    follows = reader.skip(end, "prep", most=1)
    if any(reader.sense(follows, kind) for kind in ("part", "clockword", "every")):
        return True
    if reader.lexicon.month_first and "risky" not in token.senses:
        return not _is_name(reader, end)
    joint = reader.low(end) in ("-", "–", "/") or reader.sense(end, "range") is not None
    if (
        joint
        and end + 1 < len(reader.tokens)
        and "wd" in reader.tokens[end + 1].senses
        and reader.tokens[end + 1].capital
    ):
        return True
    return reader.low(at - 1) in ("-", "–", "/") and reader.sense(at - 2, "wd") is not None


def _dates(reader: Reader, at: int) -> bool:
    """Tell whether the number *at* looks like a day or a time, so that a weekday may stand before it."""
    token = reader.tokens[at]
    if len(token.parts) >= 2:
        return all(len(part) <= 4 for part in token.parts) and token.marks[0] in "./:-–"
    follow = reader.dot(at + 1)
    return (
        reader.sense(follow, "month") is not None
        or reader.sense(at + 1, "uhr") is not None
        or reader.low(at + 1) in ("am", "pm", "th", "st", "nd", "rd")
    )


def _is_name(reader: Reader, at: int) -> bool:
    """Tell whether a capitalised word without a date sense stands *at*: "Mo Salah", "Fr. Müller"."""
    if at >= len(reader.tokens):
        return False
    token = reader.tokens[at]
    return token.shape == "w" and token.capital and not token.senses


def read_part(reader: Reader, at: int) -> Piece | None:
    """Return the part of a day named *at* ("nachmittags", "EOD"); weak unless it can mean today alone."""
    token = reader.tokens[at]
    part = str(token.senses["part"])
    prep = reader.prep_before(at)
    before = reader.tokens[at - 1].senses if at else {}
    if "greet" in before or "every" in before:
        return Piece(at, at + 1, "block")
    end_of_day = part == "lunch" or (
        part == "dayend" and (prep in _END_PREPS or " " in token.low or token.low in ("eod", "cob"))
    )
    running = reader.sense(at - 2, "course") is not None or reader.sense(at - 1, "course") is not None
    named = prep in ("on", "by", "in", "before", "at", "from", "within", "over") and (
        part not in ("early", "night") or (part == "early" and prep == "in")
    )
    weak = not (end_of_day or running or named) or ("partly" in token.senses and not running)
    if token.low.startswith("first thing"):
        weak = False
    if part == "lunch" and prep not in ("before", "after", "by", "at", "over"):
        weak = True
    return Piece(at, at + 1, "part", part=part, weak=weak)
