"""The tone of a text from the valence of its words, with negation and intensifiers in their clause."""

from __future__ import annotations

from typing import NamedTuple

from handover.language.clauses import BREAK, CONTRAST, NEGATION, TONED, Sentence

NEGATED_GOOD = -0.8
NEGATED_BAD = -0.35
AFTER_CONTRAST = 1.4
SHOUT = 1.15


class Tone(NamedTuple):
    """Sums of good and bad valence over a text, and the words that carried them (sentence number, word)."""

    good: float
    bad: float
    bad_words: tuple[tuple[int, str], ...]


def tone(sentences: list[Sentence]) -> Tone:
    """Add up the valences of all *sentences*."""
    good = bad = 0.0
    words: list[tuple[int, str]] = []
    for number, sentence in enumerate(sentences):
        for index, word in enumerate(sentence.words) if sentence.flags & TONED else ():
            if not word.valence:
                continue
            value = _in_place(sentence, index)
            if value > 0:
                good += value
            else:
                bad -= value
                words.append((number, word.norm))
    return Tone(good, bad, tuple(words))


def _in_place(sentence: Sentence, index: int) -> float:
    """Return the valence of a word where it stands: boosted, negated, weighted by what follows a *but*."""
    words = sentence.words
    value = words[index].valence
    for back in range(index - 1, max(-1, index - 5), -1):
        word = words[back]
        if word.flags & BREAK:
            break
        if word.boost != 1.0 and index - back <= 2:
            value *= word.boost
        if word.flags & NEGATION:
            value *= NEGATED_GOOD if value > 0 else NEGATED_BAD
            break
    if sentence.flags & CONTRAST and any(word.flags & CONTRAST for word in words[:index]):
        value *= AFTER_CONTRAST
    return value * SHOUT if sentence.stop == "!" else value
