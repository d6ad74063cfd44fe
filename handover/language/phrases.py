"""Finding phrases of the pack in sentences, with the guards of their families and their own ``unless``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from handover.language.clauses import BREAK, Sentence, silenced
from handover.language.families import FAMILIES, Family
from handover.language.lexicon import Lexicon
from handover.language.rule import Rule
from handover.language.searches import Phrase
from handover.language.steps import Place, Row

_PLAIN = Family({})


class Hit(NamedTuple):
    """A phrase that was found: its family, its words *first* to before *last* in *sentence*, its strength."""

    code: str
    sentence: Sentence
    first: int
    last: int
    weight: float
    phrase: str


def find(sentence: Sentence, lexicon: Lexicon) -> list[Hit]:
    """Return the phrases of *sentence*, each family's at most once for each clause."""
    numbers = lexicon.concordance.possible(sentence.phrases, sentence.stop)
    if not numbers:
        return []
    mutes = lexicon.mutes
    found: list[Hit] = []
    done: set[tuple[str, int]] = set()
    whole = not sentence.flags & BREAK
    for number in numbers:
        rule, phrase = lexicon.phrases[number]
        if whole and (rule.code, 0) in done:
            continue
        place = phrase.search(sentence)
        if mutes is not None:
            while place is not None and mutes(_text(sentence.row, place)):
                place = phrase.search_from(sentence.row, place[1])
        if place is None:
            continue
        first, last = _words(sentence, place)
        start = sentence.clause(first)[0]
        if (rule.code, start) in done:
            continue
        guards = FAMILIES.get(rule.code, _PLAIN).guards
        if guards and silenced(guards, sentence, first, last):
            continue
        if rule.unless and lexicon.unless(rule).silences(sentence):
            continue
        done.add((rule.code, start))
        found.append(Hit(rule.code, sentence, first, last, rule.weight, phrase.text))
    return found


class Match(NamedTuple):
    """A phrase whose words are there, counted or not: what was found (with a space around), and its guard."""

    rule: Rule
    phrase: Phrase
    first: int
    last: int
    text: str
    guard: str


def matches(sentence: Sentence, lexicon: Lexicon) -> Iterator[Match]:
    """Yield every phrase that *sentence* holds, with what keeps it from counting.

    *guard* is ``""`` where it counts, a letter of `families`, ``u`` for its ``unless``, or ``d`` where its
    family has been counted in that clause already. `find` decides the same and tells nothing, faster.
    """
    done = set()
    for number in lexicon.concordance.possible(sentence.phrases, sentence.stop):
        rule, phrase = lexicon.phrases[number]
        place = phrase.search(sentence)
        if place is None:
            continue
        first, last = _words(sentence, place)
        here_counted = (rule.code, sentence.clause(first)[0])
        guard = next(
            (
                each
                for each in FAMILIES.get(rule.code, _PLAIN).guards
                if silenced(each, sentence, first, last)
            ),
            "",
        )
        if not guard and rule.unless and lexicon.unless(rule).silences(sentence):
            guard = "u"
        if not guard and here_counted in done:
            guard = "d"
        if not guard:
            done.add(here_counted)
        yield Match(rule, phrase, first, last, _text(sentence.row, place), guard)


def _words(sentence: Sentence, place: Place) -> Place:
    """Return the words that stand at *place* in the sentence's row, which has a mark before its first word."""
    first, last = place[0] - 1, place[1] - 1
    return min(max(first, 0), len(sentence.words) - 1), max(first + 1, last)


def _text(row: Row, place: Place) -> str:
    return f" {' '.join(row[slice(*place)])} "


def by_sentence(hits: list[Hit]) -> Mapping[int, list[Hit]]:
    """Group *hits* by the start of their sentence."""
    grouped: dict[int, list[Hit]] = {}
    for hit in hits:
        grouped.setdefault(hit.sentence.start, []).append(hit)
    return grouped
