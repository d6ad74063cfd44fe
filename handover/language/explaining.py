"""What a text says and why, phrase by phrase, for the person who owns the words: also what was *not* counted."""

from __future__ import annotations

from typing import NamedTuple

from handover.language.clauses import Sentence
from handover.language.families import FAMILIES
from handover.language.own_words import MOST
from handover.language.phrases import matches
from handover.language.reading import read, sentences_of
from handover.language.text import TOKEN, prepare
from handover.language.vocabulary import Vocabulary
from handover.model import Signals

MUTED = "m"


class Heard(NamedTuple):
    """One phrase found in a text: which words, what it gives the signals, and what keeps it from counting.

    *guard* is ``""`` where it counts, else a letter: those of `phrases.matches`, or ``m`` where the user muted it.
    """

    family: str
    phrase: str
    quote: str
    language: str
    own: bool
    signals: dict[str, float]
    guard: str


class Toned(NamedTuple):
    """A word that has a tone of its own: −4 … +4, as the data say; 0 where the user muted it."""

    word: str
    language: str
    valence: float
    muted: bool


class Explained(NamedTuple):
    """A text with its signals, the phrases found in it, and its words of good or bad tone."""

    signals: Signals
    heard: tuple[Heard, ...]
    toned: tuple[Toned, ...]


def explain(text: str, lang: str | None, vocabulary: Vocabulary) -> Explained:
    """Return what *text* says to a reader with *vocabulary*, and why; *lang* as in `handover.language.read`."""
    body = prepare(text).text
    heard: list[Heard] = []
    toned: list[Toned] = []
    loud = vocabulary.loud
    for sentence in sentences_of(text, lang, loud):
        heard += _heard(body, sentence, vocabulary, loud)
        mine = vocabulary.lexicon(sentence.lang)
        toned += [
            Toned(word.norm, sentence.lang, word.valence, not mine.word(word.norm).valence)
            for word in sentence.words
            if word.valence
        ]
    signals = read(text, lang=lang, now=None, zone=None, calendar=None, vocabulary=vocabulary)
    return Explained(signals, tuple(heard), tuple(dict.fromkeys(toned)))


def _heard(body: str, sentence: Sentence, vocabulary: Vocabulary, loud: Vocabulary) -> list[Heard]:
    code = sentence.lang
    muting = vocabulary.lexicon(code)
    found = []
    for match in matches(sentence, loud.lexicon(code)):
        family = FAMILIES.get(match.rule.code)
        if family is None:
            continue
        signals = {name: min(MOST, value * match.rule.weight) for name, value in family.signals.items()}
        found.append(
            Heard(
                match.rule.code,
                match.phrase.text,
                _quote(body, sentence, match.first, match.last),
                code,
                vocabulary.is_own(code, match.rule.code, match.phrase.text),
                signals,
                MUTED if muting.is_muted(match.phrase.text, match.text) else match.guard,
            )
        )
    return found


def _quote(body: str, sentence: Sentence, first: int, last: int) -> str:
    """Return the words as they were written; folded where the sentence was too long to tell."""
    tokens = list(TOKEN.finditer(body.lower(), sentence.start, sentence.end))
    if len(tokens) == len(sentence.words) and len(body) == len(body.lower()):
        return body[tokens[first].start() : tokens[last - 1].end()]
    return " ".join(word.norm for word in sentence.words[first:last])
