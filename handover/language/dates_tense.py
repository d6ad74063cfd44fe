"""Whether the sentence around a date looks back ("told") or ahead, by the nearest telling verb.

Only for what needs a direction: weekdays, days without a year, clock times. No parser: in doubt, neither.
"""

from __future__ import annotations

from handover.language.dates_reader import Reader
from handover.language.dates_tokens import Token

REACH = 14
SENTENCE = 30
"""So many words to each side are read as the sentence of a date."""
BEYOND = 6
"""A verb behind a comma or in a clause of its own counts as so many words further away."""
_SENTENCE_END = frozenset(".!?;")
_PAST_FOLLOWERS = frozenset(
    "prep day weekday shift article subject object generic follows vague noise".split()
)
_PAST_ENDINGS = ("ierten", "ellten", "igten")


def direction(reader: Reader, start: int, end: int) -> str:
    """Return ``told`` or ``ahead`` for the date words from token *start* to *end*, ``""`` where nothing tells.

    Behind "by", "for" and the like only a plain past tense looks back ("the deadline was by Friday"): a
    participle there belongs to what shall be done. "Ihre Mail vom Freitag" looks back.
    """
    prep = reader.preps_before(start)
    if prep == "since" or (prep == "of" and _names_a_thing(reader, start)):
        return "told"
    if reader.lexicon.month_first and (
        reader.sense(start - 1, "behind") or reader.sense(start - 2, "behind")
    ):
        return "told"
    forward = prep in ("by", "before", "for", "from")
    found = [_nearest(reader, start - 1, -1, forward), _nearest(reader, end, 1, forward)]
    distance, kind = min(found)
    if (kind == "" or distance > BEYOND) and not forward and _has_perfect(reader, start, end):
        return "told"
    return kind


def _names_a_thing(reader: Reader, start: int) -> bool:
    """Tell whether a plain noun stands before the "of" or "vom" that governs *start*: a mail, an invoice."""
    at = start - 1
    while at > start - 4 and "prep" not in (reader.tokens[at].senses if at >= 0 else {}):
        at -= 1
    thing = reader.tokens[at - 1] if at > 0 else None
    return thing is not None and thing.shape == "w" and thing.senses.keys() <= {"occasion"}


def _nearest(reader: Reader, at: int, step: int, forward: bool) -> tuple[int, str]:
    """Return distance and kind of the nearest telling verb to one side of *at*, within the sentence."""
    further = 0
    for distance in range(REACH):
        spot = at + distance * step
        if not 0 <= spot < len(reader.tokens) or ends_sentence(reader, spot):
            break
        token = reader.tokens[spot]
        if token.low == "," or "clause" in token.senses:
            if token.low == "," and reader.lexicon.participle:
                break
            further = BEYOND
        if token.shape != "w":
            continue
        if "told" in token.senses or (not forward and is_past_form(reader, spot)):
            return distance + further, "told"
        if "ahead" in token.senses:
            return distance + further, "ahead"
    return REACH, ""


def ends_sentence(reader: Reader, at: int) -> bool:
    """Tell whether the token *at* ends a sentence: a mark that belongs to no number and no abbreviation."""
    token = reader.tokens[at]
    if token.low not in _SENTENCE_END:
        return token.shape == "l" and reader.low(at + 1) == "\n"
    before = reader.tokens[at - 1] if at else None
    return not (token.low == "." and before is not None and (before.shape == "n" or "abbr" in before.senses))


def is_past_form(reader: Reader, at: int) -> bool:
    """Tell whether the word *at* is a verb in the past by its form and its neighbours."""
    token = reader.tokens[at]
    if token.capital and at and reader.tokens[at - 1].low != "\n":
        return False
    if reader.lexicon.participle:
        return _is_german_past(reader, at, token)
    if "done" not in token.senses and not (
        token.low.endswith("ed") and len(token.low) > 4 and token.senses.keys() <= {"intends"}
    ):
        return False
    before = at - 1
    while before > at - 3 and (reader.low(before).endswith("ly") or reader.sense(before, "noise")):
        before -= 1
    if any(reader.sense(before, kind) is not None for kind in ("being", "article", "generic", "prep")):
        return False
    if "intends" in token.senses and "to" in (reader.low(at + 1), reader.low(at + 2)):
        return False
    if reader.sense(before, "object") and reader.sense(before - 1, "causes"):
        return False
    if reader.sense(before, "subject") is not None or _is_proper(reader, before):
        return reader.sense(before - 1, "ahead") is None
    if reader.low(at + 1).endswith("ly") or reader.sense(before, "weekday") is not None:
        return True
    follow = reader.tokens[at + 1].senses if at + 1 < len(reader.tokens) else {}
    return not _PAST_FOLLOWERS.isdisjoint(follow) and before >= 0 and reader.tokens[before].shape == "w"


def _is_proper(reader: Reader, at: int) -> bool:
    """Tell whether a name stands *at*: a capital inside the sentence, no word of dates."""
    if at < 1 or not reader.tokens[at].capital or reader.tokens[at].senses:
        return False
    return not ends_sentence(reader, at - 1) and reader.low(at - 1) != "\n"


def _is_german_past(reader: Reader, at: int, token: Token) -> bool:
    """Tell whether *token* looks like "bestellte": no adjective before a noun, no infinitive."""
    if token.senses or len(token.low) < 6 or not (token.low.endswith(("te", *_PAST_ENDINGS))):
        return False
    following = reader.tokens[at + 1] if at + 1 < len(reader.tokens) else None
    if following is not None and following.capital and following.low not in ("sie", "ihnen", "ihr", "ihre"):
        return False
    before = reader.tokens[at - 1].senses if at else {}
    return not ({"article", "shift", "generic", "number", "ordinal"} & before.keys())


def _has_perfect(reader: Reader, start: int, end: int) -> bool:
    """Tell whether "habe … geschickt" or "ist … gekommen" stands around the tokens *start* to *end*.

    "Ist … repariert" tells a state that may lie ahead: with "sein" only verbs of motion and change look back.
    """
    lexicon = reader.lexicon
    if not lexicon.participle:
        return False
    aux: set[str] = set()
    done = moved = False
    for step, at in ((-1, start - 1), (1, end)):
        for spot in range(at, at + step * REACH, step):
            if not 0 <= spot < len(reader.tokens) or ends_sentence(reader, spot) or reader.low(spot) == ",":
                break
            token = reader.tokens[spot]
            aux.add("have" if token.low == "wie" else str(token.senses.get("aux")))
            if is_participle(token, lexicon.participle) and _ends_clause(reader, spot + 1):
                done, moved = True, moved or token.low.endswith(lexicon.moved)
    return (done and "have" in aux) or (moved and "be" in aux)


def _ends_clause(reader: Reader, at: int) -> bool:
    """Tell whether a clause may end before *at*, as it does behind a German participle."""
    if at >= len(reader.tokens) or reader.tokens[at].shape != "w":
        return True
    return not {"aux", "range", "prep", "told", "day", "weekday"}.isdisjoint(reader.tokens[at].senses)


def is_participle(token: Token, prefixes: tuple[str, ...]) -> bool:
    """Tell whether *token* looks like a German past participle ("geschickt", "angerufen", "reklamiert")."""
    low = token.low
    if token.shape != "w" or len(low) < 5 or token.capital or token.senses:
        return False
    if low.endswith("iert"):
        return True
    if not low.endswith(("t", "en")):
        return False
    return low.startswith(prefixes) or "ge" in low[2:6]


def near(reader: Reader, at: int, kind: str) -> bool:
    """Tell whether a word of *kind* stands in the sentence of the token *at*."""
    for step in (-1, 1):
        for spot in range(at, at + step * SENTENCE, step):
            if not 0 <= spot < len(reader.tokens) or ends_sentence(reader, spot):
                break
            if kind in reader.tokens[spot].senses:
                return True
    return False
