"""Which phrases a sentence can hold, told by its words alone, so that only those are searched.

One number tells which items of phrases a word can stand for: a bit for each phrase's rarest item, as many again for
their next rarest ones, and so on for `ITEMS`; items that a phrase lacks are always set. The words of a sentence are
joined by "or", and a phrase is possible where all its bits are set.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain

from handover.language.pattern import MIN_STEM, words_of

ITEMS = 3


class Concordance:
    """The items of the phrases of one language, by the words that can stand for them."""

    def __init__(self, phrases: Sequence[Sequence[str]], classes: Mapping[str, str]) -> None:
        """Index *phrases*, each given as its items, the rarest first, in order of their numbers."""
        self._exact: dict[str, list[list[int]]] = {}
        self._stems: dict[str, list[list[int]]] = {}
        self._count = count = len(phrases)
        self._rarest = (1 << count) - 1
        lacking: list[int] = []
        items: dict[str, list[int]] = {}
        for number, phrase in enumerate(phrases):
            for place, item in enumerate(phrase[:ITEMS]):
                items.setdefault(item, []).append(place * count + number)
            lacking += [place * count + number for place in range(len(phrase), ITEMS)]
        for item, bits in items.items():
            for word in words_of(item, classes):
                table = self._stems if word[-1] == "*" else self._exact
                table.setdefault(word.rstrip("*"), []).append(bits)
        self._starts = frozenset(stem[:MIN_STEM] for stem in self._stems)
        self._lacking = _number([lacking])
        self._at_end: dict[str, int] = {}

    def bits(self, norm: str) -> int:
        """Return the bits that the folded word *norm* sets."""
        found = self._exact.get(norm, [])
        if norm[:MIN_STEM] in self._starts:
            stems = [norm[:length] for length in range(MIN_STEM, len(norm) + 1)]
            found = found + [bits for stem in stems for bits in self._stems.get(stem, ())]
        return _number(found) if found else 0

    def beginning(self, bits: int) -> list[int]:
        """Return the numbers of the phrases whose rarest item is among *bits*."""
        left = bits & self._rarest
        found = []
        while left:
            lowest = left & -left
            found.append(lowest.bit_length() - 1)
            left ^= lowest
        return found

    def possible(self, bits: int, stop: str) -> list[int]:
        """Return the numbers of the phrases that a sentence may hold whose words set *bits* and that ends by *stop*.

        The end of a sentence is no reason to look for a phrase, but may be what one lacks.
        """
        if not bits & self._rarest:
            return []
        always = self._at_end.get(stop)
        if always is None:
            always = self._at_end[stop] = self._lacking | _number(self._exact.get(stop, []))
        others = (bits | always) >> self._count
        return self.beginning(bits & others & (others >> self._count))


def _number(places: Sequence[Sequence[int]]) -> int:
    """Return the number whose bits are set at all *places*."""
    number = 0
    for place in chain.from_iterable(places):
        number |= 1 << place
    return number
