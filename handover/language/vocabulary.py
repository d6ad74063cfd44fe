"""All languages that are there, ready to read with, and a user's own words on top.

A language is a folder of this package whose module offers ``PACK``; nothing else names it.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

import handover.language
from handover.language.families import FAMILIES
from handover.language.lexicon import Lexicon
from handover.language.own_words import OwnWord
from handover.language.pattern import anchors, fold
from handover.language.rule import Pack, Rule
from handover.language.searches import Phrase
from handover.language.text import cuts_of

MUTE = "mute"
TONE = "tone"


class Entry(NamedTuple):
    """One thing that a vocabulary knows: a phrase of a family, or the tone of a word (family ``tone``).

    *weight* scales what the family gives its signals.
    """

    language: str
    family: str
    phrase: str
    valence: float = 0.0
    own: bool = False
    weight: float = 1.0


class Vocabulary:
    """The words and phrases a text is read with; unchangeable, so that two readings never disturb each other."""

    def __init__(self, packs: tuple[Pack, ...], words: Sequence[OwnWord] = ()) -> None:
        self.packs = packs
        self.cuts = cuts_of(packs)
        self.codes = tuple(pack.code for pack in packs)
        self.words = tuple(words)
        self._lexicons: dict[str, Lexicon] = {}

    def lexicon(self, code: str) -> Lexicon:
        """Return the lexicon of the language *code*, made ready when it is first needed."""
        found = self._lexicons.get(code)
        if found is None:
            here = [word for word in self.words if word.lang in ("", code)]
            rules = [Rule(word.family, find=word.text, weight=word.factor) for word in here if word.family]
            muted = frozenset(word.text for word in here if not word.family)
            pack = next(pack for pack in self.packs if pack.code == code)
            found = self._lexicons[code] = Lexicon(pack, rules, muted)
        return found

    @property
    def own(self) -> Mapping[str, Sequence[str]]:
        """The user's words: family → phrases, and ``mute`` → what is muted."""
        found: dict[str, list[str]] = {}
        for word in self.words:
            found.setdefault(word.family or MUTE, []).append(word.text)
        return found

    @property
    def loud(self) -> Vocabulary:
        """This vocabulary with nothing muted."""
        kept = tuple(word for word in self.words if word.family)
        return self if len(kept) == len(self.words) else Vocabulary(self.packs, kept)

    def is_own(self, code: str, family: str, phrase: str) -> bool:
        """Tell whether the user added *phrase* to *family* in the language *code*."""
        return any(
            word.family == family and word.text == phrase and word.lang in ("", code) for word in self.words
        )

    def about(self, word: str) -> list[Entry]:
        """Return the phrases that *word* may be part of, and its tone, in every language."""
        found = []
        for pack in self.packs:
            lexicon = self.lexicon(pack.code)
            known = lexicon.word(word.lower())
            if known.valence:
                found.append(Entry(pack.code, TONE, word, known.valence))
            for number in lexicon.concordance.beginning(known.phrases):
                found.append(self._entry(pack.code, *lexicon.phrases[number]))
        return found

    def _entry(self, code: str, rule: Rule, phrase: Phrase) -> Entry:
        own = self.is_own(code, rule.code, phrase.text)
        return Entry(code, rule.code, phrase.text, own=own, weight=rule.weight)

    def phrases(self, family: str) -> list[Entry]:
        """Return all phrases of *family*, in every language."""
        return [
            self._entry(pack.code, rule, phrase)
            for pack in self.packs
            for rule, phrase in self.lexicon(pack.code).phrases
            if rule.code == family
        ]

    def with_user(self, words: Mapping[str, Sequence[str]]) -> Vocabulary:
        """Return a vocabulary with the user's *words* added: family → phrases; ``mute`` → words or phrases.

        Raises ValueError naming an unknown family or a phrase that cannot be used.
        """
        more = []
        for code, phrases in words.items():
            if code not in (MUTE, *FAMILIES):
                raise ValueError(
                    f"no family of words is called {code!r}; there are {', '.join(sorted(FAMILIES))}"
                )
            for phrase in phrases if code != MUTE else ():
                for pack in self.packs:
                    anchors(fold(phrase), pack.classes, frozenset())
            more += [OwnWord(phrase, "" if code == MUTE else code) for phrase in phrases]
        return Vocabulary(self.packs, (*self.words, *more))


def find_packs() -> tuple[Pack, ...]:
    """Return the packs of all language folders, by code."""
    found = []
    for module in pkgutil.iter_modules(handover.language.__path__):
        if module.ispkg:
            found.append(importlib.import_module(f"handover.language.{module.name}").PACK)
    return tuple(sorted(found, key=lambda pack: pack.code))


@cache
def default() -> Vocabulary:
    """Return the vocabulary of all languages, without any user's words; built once."""
    return Vocabulary(find_packs())
