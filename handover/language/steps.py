"""Searching phrases in a row of words, one step for each item of the phrase; what `pattern.expression` says in words.

A sentence is searched as its folded words between ``¶`` marks (see `row_of`), each step takes some of them. Steps
are made in microseconds where an expression takes a millisecond to compile, so that a language is ready at once.
What is tried first is what the expression tries first: as much as a gap can take, an optional word before none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Protocol

from handover.language.pattern import ACROSS, EDGES, GAPS, START, alternatives

Row = list[str]
"""The words and marks of a sentence."""
Step = Callable[[Row, int], int]
"""From a row and a place in it to the place behind what was found from there on; -1 where nothing was."""
Place = tuple[int, int]
"""The first word of what was found in a row, and the one behind its last."""


SENTENCE_START = "^^"
END = "\n"
"""Stands behind every row, so that no step needs to ask where it ends; it is no word of any phrase."""

_OPENING = frozenset('¶,;:(–"')
_CLOSING = frozenset(',;:)–.!? ¶"') | {""}
_STOPS = frozenset(("", ".", "!", "?"))


class Search(Protocol):
    """Finds a phrase in a row, from a place on."""

    def __call__(self, row: Row, at: int = 0) -> Place | None: ...


def row_of(norms: Iterable[str], stop: str) -> Row:
    """Return the row in which the folded words *norms* of a sentence that ends by *stop* are searched."""
    return [START, *norms, stop, START, END]


def norm_of(norms: Iterable[str], stop: str) -> str:
    """Return the same as one text, with blanks around every word, for which expressions are made."""
    return f" {START} {' '.join(norms)} {stop} {START} "


def search_of(phrase: str, classes: Mapping[str, str]) -> Search:
    """Return the search for the first place of *phrase* in a row, from a place on (by default its start)."""
    first, *others = phrase.split()
    if first == SENTENCE_START:
        return _at_start(_steps(others, classes))
    opens = exact_words(first, classes)
    if opens is None:
        return _anywhere(_steps([first, *others], classes))
    second = exact_words(others[0], classes) if others else None
    if second is None:
        return _behind_word(opens, _steps(others, classes))
    return _behind_pair(opens, second, _steps(others[1:], classes))


def _at_start(step: Step) -> Search:
    def search(row: Row, at: int = 0) -> Place | None:
        if at < 2 and (end := step(row, 1)) >= 0:
            return 1, end
        return None

    return search


def _anywhere(step: Step) -> Search:
    def search(row: Row, at: int = 0) -> Place | None:
        for start in range(at, len(row) - 1):
            if (end := step(row, start)) >= 0:
                return start, end
        return None

    return search


def _behind_word(opens: frozenset[str], rest: Step) -> Search:
    def search(row: Row, at: int = 0) -> Place | None:
        place = at
        for word in row[at:] if at else row:
            place += 1
            if word in opens and (end := rest(row, place)) >= 0:
                return place - 1, end
        return None

    return search


def _behind_pair(opens: frozenset[str], second: frozenset[str], rest: Step) -> Search:
    def search(row: Row, at: int = 0) -> Place | None:
        place = at
        for word in row[at:] if at else row:
            place += 1
            if word in opens and row[place] in second and (end := rest(row, place + 1)) >= 0:
                return place - 1, end
        return None

    return search


def _found(row: Row, at: int) -> int:
    return at


def exact_words(item: str, classes: Mapping[str, str]) -> frozenset[str] | None:
    """Return all words that *item* may stand for; None where it may be missing, or words of any ending."""
    if item in GAPS or item in EDGES or (len(item) > 1 and item.endswith("?")):
        return None
    words = alternatives(item, classes)
    return None if any(word[:1] == "*" or word[-1:] == "*" for word in words) else frozenset(words)


def _steps(items: list[str], classes: Mapping[str, str]) -> Step:
    step: Step = _found
    for item in reversed(items):
        step = _step(item, classes, step)
    return step


def _step(item: str, classes: Mapping[str, str], then: Step) -> Step:
    if item in GAPS:
        return _gap(GAPS[item], item == ACROSS, then)
    if item in EDGES:
        return _EDGES[item](then)
    if len(item) > 1 and item.endswith("?"):
        return _perhaps(_word(item[:-1], classes, then), then)
    return _word(item, classes, then)


def _word(item: str, classes: Mapping[str, str], then: Step) -> Step:
    words = alternatives(item, classes)
    exact = frozenset(word for word in words if not _is_open(word))
    if len(exact) == len(set(words)):

        def one_of(row: Row, at: int) -> int:
            return then(row, at + 1) if row[at] in exact else -1

        return one_of
    open_ = [word for word in words if _is_open(word)]
    begins = tuple([word.strip("*") for word in open_ if word[0] != "*"])
    ends = tuple([word.strip("*") for word in open_ if word[-1] != "*" or len(word) == 1])
    inside = [word.strip("*") for word in open_ if word[0] == "*" == word[-1] and len(word) > 1]

    def like(row: Row, at: int) -> int:
        word = row[at]
        if word in exact or word.startswith(begins):
            return then(row, at + 1)
        if word != END and (word.endswith(ends) or any(part in word for part in inside)):
            return then(row, at + 1)
        return -1

    return like


def _is_open(word: str) -> bool:
    return word[:1] == "*" or (word[-1:] == "*" and len(word) > 1)


def _perhaps(taken: Step, then: Step) -> Step:
    def perhaps(row: Row, at: int) -> int:
        end = taken(row, at)
        return end if end >= 0 else then(row, at)

    return perhaps


def _gap(most: int, across: bool, then: Step) -> Step:
    def gap(row: Row, at: int) -> int:
        reach, limit = at, at + most
        if across:
            while reach < limit and row[reach] and row[reach] != END:
                reach += 1
        else:
            while reach < limit and (row[reach][:1].isalnum() or row[reach][:1] == "_"):
                reach += 1
        while reach >= at:
            end = then(row, reach)
            if end >= 0:
                return end
            reach -= 1
        return -1

    return gap


def _clause_start(then: Step) -> Step:
    return lambda row, at: then(row, at) if at and row[at - 1][-1:] in _OPENING else -1


def _sentence_start(then: Step) -> Step:
    return lambda row, at: then(row, at) if at and row[at - 1][-1:] == START else -1


def _clause_end(then: Step) -> Step:
    return lambda row, at: then(row, at) if row[at][:1] in _CLOSING else -1


def _sentence_end(then: Step) -> Step:
    def sentence_end(row: Row, at: int) -> int:
        over = row[at][:1] == START or (row[at] in _STOPS and row[at + 1][:1] == START)
        return then(row, at) if over else -1

    return sentence_end


_EDGES: Mapping[str, Callable[[Step], Step]] = {
    "^": _clause_start,
    "^^": _sentence_start,
    "$": _clause_end,
    "$$": _sentence_end,
}
