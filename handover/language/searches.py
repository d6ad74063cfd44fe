"""Phrases as they are searched in sentences: by steps at first, by an expression once that is worth its making.

In a short run most phrases are searched a few times, in a long one some of them thousands of times.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from handover.language.pattern import expression
from handover.language.steps import Place, Row, Search, exact_words, search_of

WORTH_COMPILING = 60
"""A phrase that was searched so often is searched on by an expression; making one costs as much as it then saves."""


class Searched(Protocol):
    """A sentence, as the row that steps take and as the text that an expression takes."""

    @property
    def row(self) -> Row: ...

    @property
    def norm(self) -> str: ...


class Phrase:
    """One phrase: its text and its search. What is searched often gets an expression, which takes half the time."""

    __slots__ = ("_classes", "_compiled", "_steps", "_uses", "text")

    def __init__(self, text: str, classes: Mapping[str, str]) -> None:
        self.text = text
        self._classes = classes
        self._compiled: Callable[[str], re.Match[str] | None] | None = None
        self._steps: Search | None = None
        self._uses = 0

    def search(self, sentence: Searched) -> Place | None:
        """Return the first place of the phrase in *sentence*."""
        if self._compiled is None:
            self._uses += 1
            if self._uses < WORTH_COMPILING:
                return self.search_from(sentence.row, 0)
            self._compiled = re.compile(expression(self.text, self._classes)).search
        norm = sentence.norm
        match = self._compiled(norm)
        if match is None:
            return None
        first = norm.count(" ", 0, match.start())
        return first, first + match.group().count(" ") - 1

    def search_from(self, row: Row, at: int) -> Place | None:
        """Return the first place of the phrase in *row* from *at* on."""
        if self._steps is None:
            self._steps = search_of(self.text, self._classes)
        return self._steps(row, at)


class Silencer:
    """Some phrases of which any is enough, searched like one."""

    __slots__ = ("_by_word", "_classes", "_compiled", "_others", "_phrases", "_uses", "_words")

    def __init__(self, phrases: Sequence[str], classes: Mapping[str, str]) -> None:
        self._phrases = phrases
        self._classes = classes
        self._compiled: Callable[[str], re.Match[str] | None] | None = None
        self._uses = 0
        self._by_word: dict[str, list[Search]] = {}
        self._others: list[Search] = []
        for phrase in phrases:
            search = search_of(phrase, classes)
            needed = [words for item in phrase.split() if (words := exact_words(item, classes)) is not None]
            for word in max(needed, key=lambda words: min(map(len, words)), default=()):
                self._by_word.setdefault(word, []).append(search)
            if not needed:
                self._others.append(search)
        self._words = frozenset(self._by_word)

    def silences(self, sentence: Searched) -> bool:
        """Tell whether any of the phrases stands in *sentence*."""
        if self._compiled is None:
            self._uses += 1
            if self._uses < WORTH_COMPILING:
                return self.stands_in(sentence.row)
            either = "|".join([expression(phrase, self._classes) for phrase in self._phrases])
            self._compiled = re.compile(either).search
        return self._compiled(sentence.norm) is not None

    def stands_in(self, row: Row) -> bool:
        """Tell whether any of the phrases stands in *row*; each is searched only beside a word that it needs."""
        searches = self._others
        if not self._words.isdisjoint(row):
            searches = [
                *searches,
                *[search for word in self._words & set(row) for search in self._by_word[word]],
            ]
        return any(search(row) for search in searches)
