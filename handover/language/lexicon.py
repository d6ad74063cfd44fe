"""A language pack made ready: every word form is looked up once and remembered.

Words of *valence* are written one per item: ``mies~`` takes the endings of the language, ``enttäusch*`` any
continuation, a bare word only itself. The stems of *heads* also count as the last part of a compound
("Totalausfall"). Longest stem wins, so that an exception is just a longer stem.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from handover.language.clauses import BREAK, FLAGS, NUMBER, TONED, WEB, Word
from handover.language.concordance import Concordance
from handover.language.linear import load
from handover.language.pattern import MIN_STEM, anchors, expression, fold
from handover.language.rule import Pack, Rule, lines
from handover.language.searches import Phrase, Silencer

MAX_CACHE = 60_000
KIND = "kind:"
"""Begins the code under which the phrases of a kind of promise are found."""
MAX_WORD = 48
_MIN_HEAD = 5
_PUNCTUATION = frozenset(',;:()–"')


class _Known(dict[str, Word]):
    """The words that were looked up; each is learnt when it is first met."""

    def __init__(self, learn: Callable[[str], Word]) -> None:
        self._learn = learn

    def __missing__(self, raw: str) -> Word:
        if len(self) > MAX_CACHE:
            self.clear()
        word = self[raw] = self._learn(raw)
        return word


class Lexicon:
    """What one language knows of words and phrases; *extra* rules and *muted* phrases come from the user."""

    def __init__(self, pack: Pack, extra: Iterable[Rule] = (), muted: frozenset[str] = frozenset()) -> None:
        self.pack = pack
        self.phrases: list[tuple[Rule, Phrase]] = []
        self._unless: dict[str, Silencer] = {}
        self._muted = frozenset(fold(word) for word in muted) | muted
        self.mutes = _mutes(muted, pack.classes)
        self._known = _Known(self._learn)
        self._flags = _flags(pack.classes)
        self._tone, self._tone_stems, self._tone_inflected = _valences(pack.valence, self._muted)
        self._tone |= _valences(pack.emoticons, self._muted)[0]
        self._tone_starts = frozenset(stem[:MIN_STEM] for stem in (*self._tone_stems, *self._tone_inflected))
        self._boosts = {word: boost for boost, block in pack.boosts.items() for word in fold(block).split()}
        self.model = load(Path(pack.model)) if pack.model else None
        self._head = _head(pack.heads)
        kinds = [Rule(KIND + kind, block) for kind, block in pack.kinds.items()]
        self.concordance = self._add((*pack.rules, *kinds, *extra))

    def word(self, raw: str) -> Word:
        """Return what is known of the lower-case word *raw*."""
        return self._known[raw]

    def words(self, raws: list[str]) -> list[Word]:
        """Return what is known of each of *raws*."""
        return list(map(self._known.__getitem__, raws))

    def unless(self, rule: Rule) -> Silencer:
        """Return what tells whether a row holds one of the phrases that silence *rule*; made at its first use."""
        found = self._unless.get(rule.unless)
        if found is None:
            found = self._unless[rule.unless] = Silencer(lines(rule.unless), self.pack.classes)
        return found

    def is_tone(self, text: str) -> bool:
        """Tell whether *text* is a word with a tone of its own, as written in the data or in a mail."""
        known = (self._tone, self._tone_stems, self._tone_inflected)
        bare = fold(text)
        if bare[-1:] in ("*", "~"):
            return any(bare[:-1] in table for table in known[1:])
        return " " not in bare and bool(self._valence(bare))

    def is_muted(self, phrase: str, found: str) -> bool:
        """Tell whether the user does not want to hear *phrase*, or the words *found* by it."""
        return phrase in self._muted or (self.mutes is not None and self.mutes(found) is not None)

    def _add(self, rules: Iterable[Rule]) -> Concordance:
        """Take in the phrases of *rules* and return where they may be found."""
        common = frozenset(fold(" ".join(self.pack.stop | self.pack.frequent)).split())
        items = []
        for rule in rules:
            block = lines(rule.find)
            for line, folded in zip(block, fold("\n".join(block)).split("\n"), strict=True):
                if line not in self._muted:
                    self.phrases.append((rule, Phrase(line, self.pack.classes)))
                    items.append(anchors(folded, self.pack.classes, common))
        return Concordance(items, self.pack.classes)

    def _learn(self, raw: str) -> Word:
        norm = fold(raw[:MAX_WORD])
        flags = self._flags.get(norm, 0)
        if norm in _PUNCTUATION or norm in {"—", "“", "”", "„", "«", "»", "[", "]"}:
            norm, flags = _mark(norm), BREAK
        if not norm.isalpha() and any(char.isdigit() for char in norm):
            flags |= NUMBER
        if "://" in norm:
            flags |= WEB
        valence = 0.0 if norm in self._muted else self._valence(norm)
        return Word(
            norm,
            flags | TONED if valence else flags,
            valence,
            self._boosts.get(norm, 1.0),
            self.concordance.bits(norm),
            self.model.word(norm) if self.model else (),
        )

    def _valence(self, norm: str) -> float:
        """Return the tone of a folded word: itself, inflected, by stem, or by the last part of a compound."""
        found = self._lookup(norm)
        if found is not None:
            return found
        if "-" in norm:
            return self._lookup(norm.rpartition("-")[2]) or 0.0
        if head := self._head(norm, MIN_STEM):
            return self._lookup(norm[head.start() :]) or 0.0
        return 0.0

    def _lookup(self, norm: str) -> float | None:
        if norm in self._tone:
            return self._tone[norm]
        if norm[:MIN_STEM] not in self._tone_starts:
            return None
        for length in range(len(norm), MIN_STEM - 1, -1):
            stem = norm[:length]
            if stem in self._tone_inflected and norm[length:] in self.pack.endings:
                return self._tone_inflected[stem]
            if stem in self._tone_stems:
                return self._tone_stems[stem]
        return None


def _mutes(muted: frozenset[str], classes: Mapping[str, str]) -> Callable[[str], re.Match[str] | None] | None:
    """Return what tells whether the words that a phrase has found are muted; None where nothing is."""
    if not muted:
        return None
    return re.compile("|".join([expression(text, classes) for text in sorted(muted)])).fullmatch


def _head(heads: str) -> Callable[[str, int], re.Match[str] | None]:
    """Return the search for the first place from which on a word goes on like one of *heads*; short ones are none."""
    stems = [re.escape(head) for head in fold(heads).split() if len(head) >= _MIN_HEAD]
    return re.compile("|".join(stems) or r"(?!)").search


def _mark(norm: str) -> str:
    if norm in "“”„«»":
        return '"'
    return {"—": "–", "[": "(", "]": ")"}.get(norm, norm)


def _flags(classes: Mapping[str, str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for name, block in classes.items():
        bit = FLAGS.get(name, 0)
        for word in fold(block).split() if bit else ():
            found[word] = found.get(word, 0) | bit
    return found


def _valences(
    valence: Mapping[float, str], muted: frozenset[str]
) -> tuple[dict[str, float], dict[str, float], dict[str, float]]:
    exact: dict[str, float] = {}
    stems: dict[str, float] = {}
    inflected: dict[str, float] = {}
    for value, block in valence.items():
        for word in fold(block).split():
            table = stems if word[-1] == "*" else inflected if word[-1] == "~" else exact
            if word not in muted:
                table[word.rstrip("*~")] = value
    return exact, stems, inflected
