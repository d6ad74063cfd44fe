"""The date words of a language as data, and the lexicon that is built from them.

A language offers them as ``DATES`` in the module ``dates`` of its folder. What the kinds of words mean is the
grammar's business and the same in every language; `dates_kinds` lists them.
"""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from functools import cache
from typing import Any, NamedTuple

Senses = Mapping[str, Any]
NO_SENSES: Senses = {}

TRIGGERS = frozenset(
    """day weekday month part unit edgeof cal feast vague number_unit clockword uhr event recur quarter_hour
    half_hour""".split()
)
"""Kinds of words without which (or a number that looks like a date) a text holds no date."""


class DateWords(NamedTuple):
    """One language's date words.

    *kinds* maps a kind of word (`dates_kinds`) to a block of entries ``word=value``: ``_`` joins the words of
    a phrase, ``*`` stands for each of *endings*, no value means 1. *compounds* lists pairs of kinds whose
    words are also written together ("Freitagabend"); a *tail* ("-hälfte") means nothing alone. *respell* are
    other spellings ("ä" → "ae"). *participle* lists how a past participle may start, where a language marks
    the past so, *moved* how those end that take "to be"; *month_first* tells that
    ``05/04`` means May without other evidence.
    """

    kinds: Mapping[str, str]
    endings: tuple[str, ...] = ()
    compounds: tuple[tuple[str, str], ...] = ()
    respell: Mapping[str, str] = {}
    participle: str = ""
    moved: str = ""
    month_first: bool = False


class Lexicon:
    """The words of one language, found by their lower-case form; *phrases* by their first word, longest first."""

    def __init__(self, words: DateWords) -> None:
        self.words: dict[str, dict[str, Any]] = {}
        self.phrases: dict[str, list[tuple[tuple[str, ...], dict[str, Any]]]] = {}
        self.month_first = words.month_first
        self.participle = tuple(words.participle.split())
        self.moved = tuple(words.moved.split())
        found: dict[tuple[str, ...], dict[str, Any]] = {}
        for kind, block in words.kinds.items():
            for entry in block.split():
                _add(found, words, kind, entry)
        for pair in words.compounds:
            _compound(found, *pair)
        for key, senses in found.items():
            if len(key) == 1:
                self.words[key[0]] = senses
            else:
                self.phrases.setdefault(key[0], []).append((key[1:], senses))
        for rest in self.phrases.values():
            rest.sort(key=lambda phrase: -len(phrase[0]))
        self.triggers = _triggers(found)


def _triggers(found: Mapping[tuple[str, ...], Senses]) -> frozenset[str]:
    """Return one word of each entry without which there is no date, as it may be written.

    Two letters are too common to tell anything, except for weekdays with a capital; "So" is no hint either.
    """
    words: set[str] = set()
    for key, senses in found.items():
        word = max(key, key=len).rpartition("'")[2]
        if not TRIGGERS.isdisjoint(senses) and len(word) > 2:
            words |= {word, word.capitalize(), word.upper()}
        elif "unit" in senses and len(word) == 2:
            words.add(word.upper())
        elif "wd" in senses and "risky" not in senses:
            words |= {word.capitalize(), word.upper()}
    return frozenset(words)


def _add(found: dict[tuple[str, ...], dict[str, Any]], words: DateWords, kind: str, entry: str) -> None:
    """Enter one ``word=value`` in all its spellings and inflections."""
    word, _, value = entry.partition("=")
    forms = [word.replace("*", ending) for ending in words.endings] if "*" in word else [word]
    for other, spelling in words.respell.items():
        forms += [form.replace(other, spelling) for form in forms if other in form]
    for form in forms:
        found.setdefault(tuple(form.split("_")), {})[kind] = _value(value)


def _compound(found: dict[tuple[str, ...], dict[str, Any]], left: str, right: str) -> None:
    """Enter the words of *left* and *right* written together; they carry both senses."""
    single = [key for key in found if len(key) == 1]
    firsts = [key for key in single if left in found[key] and len(key[0]) > 3]
    seconds = [key for key in single if right in found[key]]
    pairs = [(first, second) for first in firsts for second in seconds]
    for first, second in pairs:
        found.setdefault((first[0] + second[0],), {left: found[first][left], right: found[second][right]})
    if right == "tail":
        for senses in found.values():
            if left not in senses:
                senses.pop(right, None)


def _value(text: str) -> Any:
    for convert in (int, float):
        try:
            return convert(text)
        except ValueError:
            continue
    return text or 1


@cache
def lexicon(lang: str) -> Lexicon | None:
    """Return the date lexicon of *lang*; None where its folder has none."""
    if not lang.isidentifier():
        return None
    try:
        module = importlib.import_module(f"handover.language.{lang}.dates")
    except ModuleNotFoundError:
        return None
    return Lexicon(module.DATES)
