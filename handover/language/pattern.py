"""The little language in which phrases are written; `steps` searches them.

A phrase is a row of words, matched against a sentence whose words are folded (lower case, ä → ae, ß → ss) and
separated by single spaces, punctuation being words of their own:

    noch kein* antwort|rückmeldung     alternatives; ``*`` at the end or start of a word: any continuation
    please? call me                    a word (or alternatives) that may be missing
    rufe .. zurück                     ``..`` up to 3 words between, ``...`` up to 8, inside one clause
    wenn .... dann                     ``....`` up to 12 words between, across clauses of the sentence
    ^ melde mich                       ``^`` start of a clause, ``^^`` of the sentence, ``$`` end of a clause
    {we} schicke|schicken              a word class of the language

All repetitions are bounded and a sentence is at most `text.MAX_WORDS` words long, so that no input makes a
search run longer than linear in words times the product of the few gaps.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from operator import itemgetter

GAPS = {"..": 3, "...": 8, "....": 12}
"""How many words a gap takes at most."""
ACROSS = "...."
"""The gap that also takes what parts clauses."""
EDGES = {"^": r"(?<=[¶,;:(–\"] )", "^^": r"(?<=¶ )", "$": r"(?=[,;:)–.!? ¶\"])", "$$": r"(?=[.!?]? ?¶)"}
_FOLD = {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "’": "'", "`": "'", "´": "'", "‐": "-"}
MIN_STEM = 3
_first = itemgetter(0)
START = "¶"
"""Stands before the first word of a sentence, and behind its end."""


def fold(word: str) -> str:
    """Return *word* as phrases see it: lower case, umlauts written out, one kind of apostrophe."""
    low = word.lower()
    if low.isascii():
        return low.replace("`", "'")
    for letter, plain in _FOLD.items():
        low = low.replace(letter, plain)
    return low


def expression(phrase: str, classes: Mapping[str, str]) -> str:
    """Translate *phrase* to a regular expression over a folded sentence: what `steps` does, for single phrases.

    A match begins with the space before its first word and ends with that behind its last.
    """
    parts = [" "]
    for item in phrase.split():
        if item in GAPS:
            word = "[^ ]+" if item == ACROSS else r"\w[^ ]*"
            parts.append(f"(?:{word} ){{0,{GAPS[item]}}}")
        elif item in EDGES:
            parts.append(EDGES[item])
        else:
            optional = len(item) > 1 and item.endswith("?")
            words = alternatives(item.removesuffix("?") if optional else item, classes)
            choices = "|".join([_word(word) for word in words])
            if len(words) > 1:
                choices = f"(?:{choices})"
            parts.append(f"(?:{choices} )?" if optional else f"{choices} ")
    return "".join(parts)


def alternatives(item: str, classes: Mapping[str, str]) -> list[str]:
    """Return the folded words that one item of a phrase stands for."""
    if "{" not in item:
        return fold(item).split("|")
    words: list[str] = []
    for word in item.split("|"):
        if word.startswith("{"):
            words += _members(classes[word[1:-1]])
        else:
            words.append(fold(word))
    return words


def is_mark(item: str) -> bool:
    """Tell whether an item of a phrase stands for a gap or an edge, not for words."""
    return item in GAPS or item in EDGES


def anchors(phrase: str, classes: Mapping[str, str], common: frozenset[str]) -> list[str]:
    """Return the items of *phrase* (folded) that a sentence must hold, the one rarest in ordinary text first.

    Rare is guessed by length, and by not being among the *common* words.
    """
    rated: list[tuple[float, str]] = []
    for item in phrase.split():
        if item[0] in "^$." and not item.strip("^$."):
            continue
        if (item[-1] == "?" and len(item) > 1) or item[0] == "*" or "|*" in item:
            continue
        rated.append((_rarity(item, words_of(item, classes), common), item))
    if not rated:
        raise ValueError(f"phrase without a word to find it by: {phrase!r}")
    if len(rated) > 1:
        rated.sort(key=_first, reverse=True)
    best, *others = [item for _, item in rated]
    if _has_short_stem(best, classes):
        raise ValueError(f"stem too short in phrase: {phrase!r}")
    return [best, *[item for item in others if not _has_short_stem(item, classes)]]


def _rarity(item: str, words: list[str], common: frozenset[str]) -> float:
    rarity = min([len(word) for word in words]) - 0.2 * len(words) - (3 if "{" in item else 0)
    if not item[0].isalnum() and item[0] != "{":
        rarity -= 20
    return rarity - 6 * len(common.intersection(words)) / len(words)


def words_of(item: str, classes: Mapping[str, str]) -> list[str]:
    """Return the words that one item of a folded phrase stands for; stems keep their ``*``."""
    return alternatives(item, classes) if "{" in item else item.split("|")


def _has_short_stem(item: str, classes: Mapping[str, str]) -> bool:
    return "*" in item and any(len(word) <= MIN_STEM and word[-1] == "*" for word in words_of(item, classes))


@lru_cache(maxsize=256)
def _members(block: str) -> list[str]:
    return [fold(word) for word in block.split()]


def _word(word: str) -> str:
    head, tail = word.startswith("*"), word.endswith("*") and len(word) > 1
    return (
        ("[^ ]*" if head else "")
        + re.escape(word.strip("*") if head or tail else word)
        + ("[^ ]*" if tail else "")
    )
