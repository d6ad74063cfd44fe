"""Small linear models over hashed words, word pairs and letter groups: int8 weights, pure Python, no training here.

A language folder may hold ``model.bin``: one line of JSON (the tasks, their scales and biases, how many bits a
feature is hashed to), then the weights, task after task, one signed byte for each feature. What a word
adds is looked up once and kept with the word, so that reading costs one addition for each word and pair.
`benchmarks/train_language.py` makes the file; ``model.txt`` beside it says from what.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from math import sqrt
from pathlib import Path
from zlib import crc32

from handover.language.clauses import Word

MAGIC = "handover-linear/1"
LETTERS = (3, 4, 5)
LETTER_WEIGHT = 0.4
PAIR_WEIGHT = 1.5
MAX_PAIRS = 120_000
FACT = "@"
"""Begins the name of a feature that is no word: the code of a rule that was found, or the tone."""
END = "\0"
EDGE = "¶"
"""The word before the first of a sentence; its mark (``?``, ``!``, ``.``) or this stands behind the last."""

Weights = tuple[float, ...]


def features_of(word: str) -> Iterator[tuple[str, float]]:
    """Yield the features of one folded word and their values: itself, and its letter groups."""
    yield word, 1.0
    padded = f"<{word}>"
    for size in LETTERS:
        for at in range(len(padded) - size + 1):
            yield f"#{padded[at : at + size]}", LETTER_WEIGHT


def pair_of(first: str, second: str) -> str:
    """Return the feature of two neighbouring words."""
    return f"{first} {second}"


def hashed(feature: str, bits: int) -> int:
    """Return the place of *feature* among 2**bits."""
    return crc32(feature.encode()) & ((1 << bits) - 1)


class Linear:
    """The models of one language: what words and pairs of words add to the log-odds of each task."""

    def __init__(
        self,
        tasks: Sequence[str],
        bits: int,
        scales: Sequence[float],
        biases: Sequence[float],
        weights: memoryview,
    ) -> None:
        self.tasks = tuple(tasks)
        self.biases = tuple(biases)
        self._bits = bits
        self._scales = tuple(scales)
        self._tables = [weights[k << bits : (k + 1) << bits] for k in range(len(self.tasks))]
        self._steps: dict[tuple[str, str], Weights] = {}
        self._facts: dict[str, Weights] = {}

    def word(self, norm: str) -> Weights:
        """Return what the folded word *norm* adds to each task."""
        places = [(hashed(feature, self._bits), value) for feature, value in features_of(norm)]
        return tuple(
            scale * sum(table[place] * value for place, value in places)
            for table, scale in zip(self._tables, self._scales, strict=True)
        )

    def pair(self, first: str, second: str) -> Weights:
        """Return what two neighbouring words add to each task."""
        place = hashed(pair_of(first, second), self._bits)
        return tuple(
            [
                scale * table[place] * PAIR_WEIGHT
                for table, scale in zip(self._tables, self._scales, strict=True)
            ]
        )

    def sums(self, words: Sequence[Word], stop: str) -> list[float]:
        """Return what a sentence's words, their pairs and its end add to each task."""
        get, step = self._steps.get, self._step
        rows = []
        previous = EDGE
        for word in words:
            norm = word.norm
            rows.append(get((previous, norm)) or step(previous, word))
            previous = norm
        rows.append(get((previous, END + stop)) or self._end(previous, stop))
        return [sum(column) for column in zip(*rows, strict=True)]

    def _end(self, previous: str, stop: str) -> Weights:
        """Return what the end of a sentence adds behind *previous*; kept like a step."""
        end = stop or EDGE
        both = zip(self.fact(end), self.pair(previous, end), strict=True)
        found = self._steps[previous, END + stop] = tuple([own + pair for own, pair in both])
        return found

    def _step(self, previous: str, word: Word) -> Weights:
        """Return what *word* adds behind *previous*: itself and the pair; kept for the next time."""
        if len(self._steps) > MAX_PAIRS:
            self._steps.clear()
        both = zip(word.weights, self.pair(previous, word.norm), strict=True)
        found = self._steps[previous, word.norm] = tuple([own + pair for own, pair in both])
        return found

    def top(self, words: Sequence[Word], task: str, count: int = 3) -> str:
        """Return the words and pairs of a sentence that speak most for *task*, for people."""
        k = self.tasks.index(task)
        parts = [(word.weights[k], word.norm) for word in words]
        parts += [(self.pair(a.norm, b.norm)[k], f"{a.norm} {b.norm}") for a, b in pairwise(words)]
        return ", ".join(text for weight, text in sorted(parts, reverse=True)[:count] if weight > 0)

    def fact(self, name: str) -> Weights:
        """Return what a *name* adds that is no word of the text: a rule's code, a sentence mark."""
        found = self._facts.get(name)
        if found is None:
            found = self._facts[name] = self.word(name) if name[0] != FACT else self._only(name)
        return found

    def odds(self, sums: Sequence[float], facts: Mapping[str, float], words: int) -> list[float]:
        """Return the log-odds of each task: the *sums* over a text of so many *words*, and its *facts*."""
        root = sqrt(max(1, words))
        odds = [total / root + bias for total, bias in zip(sums, self.biases, strict=True)]
        for name, value in facts.items():
            for k, weight in enumerate(self.fact(name)):
                odds[k] += weight * value
        return odds

    def odds_of(self, task: int, sums: Sequence[float], facts: Mapping[str, float], words: int) -> float:
        """Return the log-odds of one task, by its place."""
        odds = sums[task] / sqrt(max(1, words)) + self.biases[task]
        for name, value in facts.items():
            odds += self.fact(name)[task] * value
        return odds

    def _only(self, name: str) -> Weights:
        place = hashed(name, self._bits)
        return tuple(scale * table[place] for table, scale in zip(self._tables, self._scales, strict=True))


def load(path: Path) -> Linear | None:
    """Read a model file; None where there is none."""
    if not path.is_file():
        return None
    data = path.read_bytes()
    head, _, rest = data.partition(b"\n")
    about = json.loads(head)
    if about.get("format") != MAGIC:
        raise ValueError(f"{path.name} is no model file of this version")
    names = [task["name"] for task in about["tasks"]]
    return Linear(
        names,
        about["bits"],
        [task["scale"] for task in about["tasks"]],
        [task["bias"] for task in about["tasks"]],
        memoryview(rest).cast("b"),
    )
