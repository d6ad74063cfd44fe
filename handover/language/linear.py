"""Small linear models over hashed words, word pairs and letter groups: int8 weights, pure Python, no training here.

A language folder may hold ``model.bin``: one line of JSON (the `Task` of each model), then the weights, task after
task, one signed byte for each feature. What a word adds is looked up once and kept with the word, so that reading
costs one look-up for each pair; only a task that asks for it also looks at three words in a row.
`benchmarks/train_language.py` makes the file; ``model.txt`` beside it says from what.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

from handover.language.clauses import Word

MAGIC = "handover-linear/2"
LETTERS = (3, 4, 5)
LETTER_WEIGHT = 0.4
LETTER_MARK = "#"
PAIR_WEIGHT = 1.5
TRIPLE_WEIGHT = 2.0
FACT = "@"
"""Begins the name of a feature that is no word: the code of a rule that was found, or the tone."""
EDGE = "¶"
"""The word before the first of a sentence; its mark (``?``, ``!``, ``.``) or this stands behind the last."""

Weights = tuple[float, ...]
_GROUP = crc32(LETTER_MARK.encode())
_SIGNED = (*range(128), *range(-128, 0))
"""The weight that a byte of a table stands for."""


class Task(NamedTuple):
    """One model of a file: the log-odds are *bias* plus *scale* times the sum of its weights.

    Features are hashed to as many places as *bits* can number. The sum over a text is divided by the number of its
    words to the power of *root*. With *wide* it also looks at three words in a row.
    """

    name: str
    bits: int
    scale: float
    bias: float
    root: float = 0.5
    wide: bool = False


def features_of(word: str) -> Iterator[tuple[str, float]]:
    """Yield the features of one folded word and their values: itself, and its letter groups."""
    yield word, 1.0
    for group in _groups(word):
        yield LETTER_MARK + group, LETTER_WEIGHT


def joints_of(norms: Sequence[str], wide: bool) -> Iterator[tuple[str, float]]:
    """Yield what neighbours add: the pairs of *norms* with their values, with *wide* also the triples.

    *norms* begin with `EDGE` and end with a sentence's mark or `EDGE`.
    """
    for first, second in pairwise(norms):
        yield f"{first} {second}", PAIR_WEIGHT
    if wide:
        for first, second, third in zip([EDGE, *norms], norms, norms[1:], strict=False):
            yield f"{first} {second} {third}", TRIPLE_WEIGHT


def hashed(feature: str, bits: int) -> int:
    """Return the place of *feature* among 2**bits."""
    return crc32(feature.encode()) & ((1 << bits) - 1)


def _groups(word: str) -> list[str]:
    padded = f"<{word}>"
    return [padded[at : at + size] for size in LETTERS for at in range(len(padded) - size + 1)]


class Linear:
    """The models of one language: what words and their neighbours add to the log-odds of each task.

    A checksum goes on where another ended, so the place of a pair follows from the first word's and the second
    word: no text is put together for it.
    """

    def __init__(self, tasks: Sequence[Task], weights: bytes) -> None:
        self.tasks = tuple([task.name for task in tasks])
        self.about = tuple(tasks)
        bits = max([task.bits for task in tasks])
        self._mask = (1 << bits) - 1
        self._wide = [k for k, task in enumerate(tasks) if task.wide]
        self._scales = tuple([task.scale for task in tasks])
        self._tables: list[bytes] = []
        self._pairs: list[list[float]] = []
        at = 0
        for task in tasks:
            table, again = weights[at : at + (1 << task.bits)], 1 << (bits - task.bits)
            at += 1 << task.bits
            values = [task.scale * weight * PAIR_WEIGHT for weight in _SIGNED]
            # a smaller table repeats, so that one place of the largest will do for all
            self._tables.append(table * again)
            self._pairs.append(list(map(values.__getitem__, table)) * again)
        self._letters = [weight * LETTER_WEIGHT for weight in _SIGNED]
        self._facts: dict[str, Weights] = {}
        self._ends: dict[str, Word] = {}
        self._edge = Word(EDGE)
        self._opening = crc32(self._edge.code, self._edge.ahead)

    def word(self, norm: str) -> Weights:
        """Return what the folded word *norm* adds to each task: the sum of its `features_of`."""
        own = self._place(norm)
        mask, letters = self._mask, self._letters
        places = [crc32(group.encode(), _GROUP) & mask for group in _groups(norm)]
        return tuple(
            [
                scale * sum([letters[table[place]] for place in places], float(_SIGNED[table[own]]))
                for table, scale in zip(self._tables, self._scales, strict=True)
            ]
        )

    def sums(self, words: Sequence[Word], stop: str) -> list[float]:
        """Return what a sentence's words, their joints and its end add to each task."""
        row = [*words, self._end(stop or EDGE)]
        places, triples = self._joints(self._edge, row)
        sums = []
        for k, pairs in enumerate(self._pairs):
            total = 0.0
            for word, place in zip(row, places, strict=True):
                total += word.weights[k] + pairs[place]
            sums.append(total)
        for k in self._wide:
            pairs = self._pairs[k]
            sums[k] += TRIPLE_WEIGHT / PAIR_WEIGHT * sum([pairs[place] for place in triples])
        return sums

    def _joints(self, before: Word, words: Sequence[Word]) -> tuple[list[int], list[int]]:
        """Return the places of the pairs that each of *words* makes with the one before it, and of its triples."""
        mask, ahead, joint = self._mask, before.ahead, self._opening
        pairs: list[int] = []
        triples: list[int] = []
        if not self._wide:
            for word in words:
                pairs.append(crc32(word.code, ahead) & mask)
                ahead = word.ahead
            return pairs, triples
        for word in words:
            triples.append(crc32(word.behind, joint) & mask)
            joint = crc32(word.code, ahead)
            pairs.append(joint & mask)
            ahead = word.ahead
        return pairs, triples

    def _end(self, mark: str) -> Word:
        """Return the end of a sentence as a word."""
        found = self._ends.get(mark)
        if found is None:
            found = self._ends[mark] = Word(mark, weights=self.fact(mark))
        return found

    def top(self, words: Sequence[Word], task: str, count: int = 3) -> str:
        """Return the words and pairs of a sentence that speak most for *task*, for people."""
        k = self.tasks.index(task)
        pairs = self._pairs[k]
        parts = [(word.weights[k], word.norm) for word in words if word.weights[k] > 0]
        for first, second in pairwise(words):
            if (weight := pairs[crc32(second.code, first.ahead) & self._mask]) > 0:
                parts.append((weight, f"{first.norm} {second.norm}"))
        return ", ".join([text for _, text in sorted(parts, reverse=True)[:count]])

    def fact(self, name: str) -> Weights:
        """Return what a *name* adds that is no word of the text: a rule's code, a sentence mark."""
        found = self._facts.get(name)
        if found is None:
            found = self._facts[name] = self.word(name) if name[0] != FACT else self._only(name)
        return found

    def odds(self, sums: Sequence[float], facts: Mapping[str, float], words: int) -> list[float]:
        """Return the log-odds of each task: the *sums* over a text of so many *words*, and its *facts*."""
        length = max(1, words)
        odds = [total / length**task.root + task.bias for total, task in zip(sums, self.about, strict=True)]
        for name, value in facts.items():
            for k, weight in enumerate(self.fact(name)):
                odds[k] += weight * value
        return odds

    def odds_of(self, task: int, sums: Sequence[float], facts: Mapping[str, float], words: int) -> float:
        """Return the log-odds of one task, by its place."""
        about = self.about[task]
        odds: float = sums[task] / max(1, words) ** about.root + about.bias
        for name, value in facts.items():
            odds += self.fact(name)[task] * value
        return odds

    def _only(self, name: str) -> Weights:
        place = self._place(name)
        return tuple(
            [scale * _SIGNED[table[place]] for table, scale in zip(self._tables, self._scales, strict=True)]
        )

    def _place(self, feature: str) -> int:
        return crc32(feature.encode()) & self._mask


def load(path: Path) -> Linear | None:
    """Read a model file; None where there is none."""
    if not path.is_file():
        return None
    data = path.read_bytes()
    head, _, rest = data.partition(b"\n")
    about = json.loads(head)
    if about.get("format") != MAGIC:
        raise ValueError(f"{path.name} is no model file of this version")
    return Linear([Task(**task) for task in about["tasks"]], rest)
