"""Which phrases a sentence can hold, told by its words alone, so that only those are searched.

Each phrase has `ITEMS` neighbouring bits of one number. A word sets the bits of those items that it can stand for:
a phrase's rarest item first, then the next rarest; items that a phrase lacks are always set. The words of a sentence
are joined by "or", and a phrase is possible where all its bits are set.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from handover.language.pattern import MIN_STEM, words_of

ITEMS = 3


class Concordance:
    """The items of the phrases of one language, by the words that can stand for them."""

    def __init__(self, phrases: Sequence[Sequence[str]], classes: Mapping[str, str]) -> None:
        """Index *phrases*, each given as its items, the rarest first, in order of their numbers."""
        self._exact: dict[str, int] = {}
        self._stems: dict[str, int] = {}
        self._lacking = 0
        items: dict[str, int] = {}
        for number, phrase in enumerate(phrases):
            for place in range(ITEMS):
                bit = 1 << (number * ITEMS + place)
                if place < len(phrase):
                    items[phrase[place]] = items.get(phrase[place], 0) | bit
                else:
                    self._lacking |= bit
        for item, bits in items.items():
            for word in words_of(item, classes):
                table = self._stems if word[-1] == "*" else self._exact
                stem = word.rstrip("*")
                table[stem] = table.get(stem, 0) | bits
        self._rarest = sum([1 << (number * ITEMS) for number in range(len(phrases))])

    def bits(self, norm: str) -> int:
        """Return the bits that the folded word *norm* sets."""
        found = self._exact.get(norm, 0)
        for length in range(MIN_STEM, len(norm) + 1):
            found |= self._stems.get(norm[:length], 0)
        return found

    def beginning(self, bits: int) -> Iterator[int]:
        """Yield the numbers of the phrases whose rarest item is among *bits*."""
        left = bits & self._rarest
        while left:
            lowest = left & -left
            yield lowest.bit_length() // ITEMS
            left ^= lowest

    def possible(self, bits: int, stop: str) -> Iterator[int]:
        """Yield the numbers of the phrases that a sentence may hold whose words set *bits* and that ends by *stop*.

        The end of a sentence is no reason to look for a phrase, but may be what one lacks.
        """
        seen = bits | self._lacking | self._exact.get(stop, 0) & ~self._rarest
        return self.beginning(bits & seen >> 1 & seen >> 2)
