"""Words and sentences as the rules see them: flags of words, clauses of a sentence, and the guards.

A sentence is a list of `Word`; punctuation marks are words that carry ``BREAK``. A clause reaches from one
break to the next. Guards look at the clause in which a phrase stands, not at the whole mail.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from zlib import crc32

from handover.language.steps import Row, norm_of, row_of

FLAGS = {
    name: 1 << bit
    for bit, name in enumerate(
        (
            "negation",
            "if",
            "once",
            "first",
            "second",
            "would",
            "past",
            "commit",
            "question",
            "date",
            "number",
            "break",
            "contrast",
            "future",
            "subordinate",
            "able",
            "hedge",
            "other",
            "auxiliary",
            "link",
            "bound",
            "toned",
            "web",
            "softening",
        )
    )
}
NEGATION, IF, ONCE, FIRST, SECOND = (FLAGS[n] for n in ("negation", "if", "once", "first", "second"))
WOULD, PAST, COMMIT, QUESTION, DATE = (FLAGS[n] for n in ("would", "past", "commit", "question", "date"))
NUMBER, BREAK, CONTRAST, FUTURE = (FLAGS[n] for n in ("number", "break", "contrast", "future"))
SUBORDINATE, ABLE, HEDGE, LINK, BOUND = (FLAGS[n] for n in ("subordinate", "able", "hedge", "link", "bound"))
TONED, WEB, SOFTENING = FLAGS["toned"], FLAGS["web"], FLAGS["softening"]


class Word:
    """What is known of one word form in one language; kept in a cache, so equal words are one object.

    *phrases* are the items of phrases that it may stand for, see `lexicon.Index`; *weights* what it adds to each
    linear model. *code* and *ahead* are its bytes and the checksum of what it leaves for the next word, by which
    a pair of words is looked up; *behind* are the bytes that make a pair a triple.
    """

    __slots__ = ("ahead", "behind", "boost", "code", "flags", "norm", "phrases", "valence", "weights")

    def __init__(
        self,
        norm: str,
        flags: int = 0,
        valence: float = 0.0,
        boost: float = 1.0,
        phrases: int = 0,
        weights: tuple[float, ...] = (),
    ) -> None:
        self.norm = norm
        self.flags = flags
        self.valence = valence
        self.boost = boost
        self.phrases = phrases
        self.weights = weights
        self.code = norm.encode()
        self.ahead = crc32(self.code + b" ")
        self.behind = b" " + self.code


class Sentence:
    """A sentence of the new text: its words, where it stands, and how it ends (``.``, ``?``, ``!`` or ``""``)."""

    __slots__ = (
        "_breaks",
        "_norm",
        "_row",
        "end",
        "flags",
        "is_question",
        "lang",
        "phrases",
        "quote",
        "start",
        "stop",
        "sums",
        "words",
    )

    def __init__(self, start: int, end: int, words: list[Word], stop: str, lang: str) -> None:
        self.start = start
        self.end = end
        self.words = words
        self.stop = stop
        self.lang = lang
        self._norm = ""
        self._row: Row = []
        self._breaks: list[int] | None = None
        self.quote = ""
        self.sums: Sequence[float] = ()
        self.is_question = "?" in stop
        flags = phrases = 0
        for word in words:
            flags |= word.flags
            if word.phrases:
                phrases |= word.phrases
        self.flags = flags
        self.phrases = phrases

    @property
    def row(self) -> Row:
        """The folded words between their marks, in which phrases are searched."""
        if not self._row:
            self._row = row_of([word.norm for word in self.words], self.stop)
        return self._row

    @property
    def norm(self) -> str:
        """The folded words between their marks as one text, in which expressions are searched."""
        if not self._norm:
            self._norm = norm_of([word.norm for word in self.words], self.stop)
        return self._norm

    @property
    def breaks(self) -> list[int]:
        """The places of the marks between clauses."""
        if self._breaks is None:
            self._breaks = [at for at, word in enumerate(self.words) if word.flags & BREAK]
        return self._breaks

    def clause(self, index: int) -> tuple[int, int]:
        """Return the first word and the word behind the last of the clause that holds word *index*."""
        breaks = self.breaks
        place = bisect_left(breaks, index)
        return (
            breaks[place - 1] + 1 if place else 0,
            breaks[place] if place < len(breaks) else len(self.words),
        )

    def clauses(self) -> list[tuple[int, int]]:
        """Return all clauses as (first, behind last), without empty ones."""
        edges = [-1, *self.breaks, len(self.words)]
        return [(before + 1, after) for before, after in pairwise(edges) if after - before > 1]

    def flags_of(self, first: int, last: int) -> int:
        """Return the flags of all words from *first* to before *last* together."""
        flags = 0
        for word in self.words[first:last]:
            flags |= word.flags
        return flags


def silenced(guards: str, sentence: Sentence, first: int, last: int) -> bool:
    """Tell whether one of *guards* (see `families`) silences a phrase at words *first* to before *last*."""
    if "q" in guards and sentence.is_question:
        return True
    if not sentence.flags & (NEGATION | IF | FIRST):  # what the other guards do not do without
        return False
    start, stop = sentence.clause(first)
    words = sentence.words
    if "n" in guards and sentence.flags & NEGATION:
        beside = (*range(max(start, first - 4), first), *range(last, min(stop, last + 3)))
        if any(words[i].flags & NEGATION and not bounded(words, i) for i in beside):
            return True
    if "c" in guards and sentence.flags & IF and any(word.flags & IF for word in words[start : start + 2]):
        return True
    if "o" in guards and is_own(sentence, start, stop):
        return True
    return "p" in guards and is_past(sentence, start, stop)


def bounded(words: list[Word], index: int) -> bool:
    """Tell whether the negation at *index* only sets a bound ("no later than", "nicht später als")."""
    return index + 1 < len(words) and bool(words[index + 1].flags & BOUND)


def is_own(sentence: Sentence, start: int, stop: int) -> bool:
    """Tell whether the clause says what the writer does: a first person with a verb of doing."""
    flags = sentence.flags_of(start, stop)
    return bool(flags & FIRST and flags & (COMMIT | FUTURE) and not flags & PAST)


def is_past(sentence: Sentence, start: int, stop: int) -> bool:
    """Tell whether the clause tells of the writer's past ("ich habe gefragt", "wollte fragen")."""
    flags = sentence.flags_of(start, stop)
    return bool(flags & PAST and flags & FIRST)
