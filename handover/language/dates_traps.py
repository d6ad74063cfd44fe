"""What makes date words no date: a greeting, a name, a count, a negation, a rule, opening hours, an idiom."""

from __future__ import annotations

from handover.language.dates_reader import Piece, Reader
from handover.language.dates_tense import ends_sentence, near

DENIED = 12
"""So many words before a span of time may stand the negation that denies it."""


def is_trap(reader: Reader, piece: Piece, start: int, prep: str) -> bool:
    """Tell whether the words around *piece* make it something else: a greeting, a name, a count, a negation."""
    at = piece.start - 1
    numeric = reader.tokens[piece.start].shape == "n"
    while at >= 0 and (reader.low(at) in (".", ":", "#") or (numeric and reader.low(at) == "des")):
        at -= 1
    before = reader.tokens[at].senses if at >= 0 else {}
    if numeric and (
        ("guard_before" in before and piece.kind != "clock") or "guard_after" in _senses(reader, piece.end)
    ):
        return True
    if piece.kind in ("weekday", "span", "part", "day") and not numeric:
        if {"name_before", "odd"} & before.keys() or "greet" in before or "greet" in _senses(reader, at - 1):
            return True
        if piece.kind == "weekday" and not piece.shift and "generic" in before:
            return True
        if piece.kind == "weekday" and not prep and not piece.clock and reader.low(at) == "der":
            return True
        if piece.kind == "weekday" and (
            reader.sense(piece.end, "company") or _is_described(reader, piece.start)
        ):
            return True
    if (
        piece.kind == "part"
        and piece.part == "dayend"
        and reader.low(piece.start).startswith(("end of the d", "ende des t"))
    ):
        return (prep in ("at", "on") and not piece.clock) or _is_topic(reader, piece, start)
    if piece.grain == "year" and not prep and _is_topic(reader, piece, start):
        return True
    return _is_tied(reader, piece) or _is_negated(reader, piece, start, prep)


def _is_topic(reader: Reader, piece: Piece, start: int) -> bool:
    """Tell whether *piece* opens a sentence only to set its scene: "This year, …", "End of the day, …"."""
    opens = start == 0 or ends_sentence(reader, start - 1) or reader.low(start - 1) == "\n"
    return opens and reader.low(piece.end) == "," and not near(reader, piece.start, "self")


def _is_tied(reader: Reader, piece: Piece) -> bool:
    """Tell whether a part of a day is that of an event: "am Morgen nach dem Umzug", "the night before the fair"."""
    if piece.kind != "part" or reader.sense(piece.end, "prep") not in ("after", "before"):
        return False
    if near(reader, piece.start, "self"):
        return False
    at = piece.end + 1
    follows = reader.tokens[at + 1].senses if at + 1 < len(reader.tokens) else {}
    return reader.sense(at, "article") is not None and not (
        {"day", "weekday", "unit", "feast"} & follows.keys()
    )


def _is_described(reader: Reader, at: int) -> bool:
    """Tell whether an adjective makes the German weekday *at* one of a kind: "zum verkaufsoffenen Sonntag"."""
    if reader.lexicon.month_first or at < 2:
        return False
    word = reader.tokens[at - 1]
    governed = {"prep", "article"} & reader.tokens[at - 2].senses.keys()
    return bool(governed) and not word.senses and not word.capital and word.low.endswith("en")


def is_general(reader: Reader, piece: Piece, prep: str) -> bool:
    """Tell whether the sentence states a rule: "usually", opening hours, terms of payment or warranty."""
    if piece.passed:
        return False
    if near(reader, piece.start, "usual"):
        return True
    if piece.kind == "day" and piece.last == reader.today and not (piece.part or piece.clock or piece.days):
        if near(reader, piece.start, "nowadays") and not near(reader, piece.start, "self"):
            return True
        if "nicht mehr" in " ".join(reader.low(at) for at in range(piece.end, piece.end + 4)):
            return True
    if (piece.days or piece.months or piece.kind == "span") and near(reader, piece.start, "terms"):
        return True
    if near(reader, piece.start, "self"):
        return False
    if piece.kind == "clock" and _is_stretch(reader, piece, prep):
        return True
    return (
        piece.clock is not None and piece.kind in ("clock", "weekday") and near(reader, piece.start, "hours")
    )


def _is_stretch(reader: Reader, piece: Piece, prep: str) -> bool:
    """Tell whether times "from 7 to 3" without a day say when something is done, not by when."""
    if prep not in ("of", "from", "between") or near(reader, piece.start, "ahead"):
        return False
    return prep != "between" or not (piece.start <= 1 or ends_sentence(reader, piece.start - 2))


def _senses(reader: Reader, at: int) -> dict[str, object]:
    return dict(reader.tokens[at].senses) if 0 <= at < len(reader.tokens) else {}


def _is_negated(reader: Reader, piece: Piece, start: int, prep: str) -> bool:
    """Tell whether "not today", "statt Freitag" takes the day back; "nicht vor Montag" does not."""
    if reader.sense(start - 1, "instead") or reader.sense(start, "instead"):
        return True
    spot = start - 2 if reader.low(start - 1) in ("mehr", "quite") else start - 1
    if reader.sense(spot, "not") and prep not in ("by", "before"):
        return reader.low(start - 1) != "ob"
    spans = "in" in (prep, reader.sense(piece.start, "prep")) and bool(piece.days or piece.months)
    return spans and _is_denied(reader, start)


def _is_denied(reader: Reader, start: int) -> bool:
    """Tell whether a negation before it makes "in two days" a time that does not suffice ("never done in …")."""
    for back in range(start - 1, max(start - DENIED, -1), -1):
        if reader.low(back) in (",", ":") or "clause" in _senses(reader, back) or ends_sentence(reader, back):
            return False
        if reader.sense(back, "not"):
            return True
    return False


def is_of_thing(reader: Reader, start: int, prep: str) -> bool:
    """Tell whether "of" or "for" ties the date that starts at token *start* to a noun: "die Agenda für Freitag".

    Not where something is put on a day: "we have booked the hall for Friday".
    """
    if start < 1 or prep not in ("of", "for"):
        return False
    thing = reader.tokens[start - 1]
    if thing.shape != "w" or not thing.senses.keys() <= {"occasion"}:
        return False
    noun = thing.capital or reader.lexicon.month_first
    return noun and not near(reader, start, "plans")
