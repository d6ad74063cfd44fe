"""Finding phrases of the pack in sentences, with the guards of their families and their own ``unless``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from handover.language.clauses import Sentence, silenced
from handover.language.families import FAMILIES, Family
from handover.language.lexicon import Lexicon

_PLAIN = Family({})


class Hit(NamedTuple):
    """A phrase that was found: its family, its words *first* to before *last* in *sentence*, its strength."""

    code: str
    sentence: Sentence
    first: int
    last: int
    weight: float
    phrase: str


def find(sentence: Sentence, lexicon: Lexicon) -> Iterator[Hit]:
    """Yield the phrases of *sentence*, each family's at most once for each clause."""
    done: set[tuple[str, int]] = set()
    for number in lexicon.concordance.possible(sentence.phrases, sentence.stop):
        rule, phrase = lexicon.phrases[number]
        norm = sentence.norm
        match = phrase.search(norm)
        if match is None:
            continue
        first = norm.count(" ", 0, match.start()) - 1
        last = first + max(1, match.group().count(" ") - 1)
        first = min(max(first, 0), len(sentence.words) - 1)
        start = sentence.clause(first)[0]
        if (rule.code, start) in done:
            continue
        guards = FAMILIES.get(rule.code, _PLAIN).guards
        if guards and silenced(guards, sentence, first, last):
            continue
        if rule.unless and lexicon.unless(rule)(norm):
            continue
        done.add((rule.code, start))
        yield Hit(rule.code, sentence, first, last, rule.weight, phrase.text)


def by_sentence(hits: list[Hit]) -> Mapping[int, list[Hit]]:
    """Group *hits* by the start of their sentence."""
    grouped: dict[int, list[Hit]] = {}
    for hit in hits:
        grouped.setdefault(hit.sentence.start, []).append(hit)
    return grouped
