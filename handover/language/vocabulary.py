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
from handover.language.pattern import anchors, fold
from handover.language.rule import Pack, Rule
from handover.language.text import cuts_of

MUTE = "mute"
TONE = "tone"


class Entry(NamedTuple):
    """One thing that a vocabulary knows: a phrase of a family, or the tone of a word (family ``tone``)."""

    language: str
    family: str
    phrase: str
    valence: float = 0.0
    own: bool = False


class Vocabulary:
    """The words and phrases a text is read with; unchangeable, so that two readings never disturb each other."""

    def __init__(
        self,
        packs: tuple[Pack, ...],
        extra: Mapping[str, Sequence[str]] | None = None,
        muted: Sequence[str] = (),
    ) -> None:
        self.packs = packs
        self.cuts = cuts_of(packs)
        self.codes = tuple(pack.code for pack in packs)
        self._extra = {code: tuple(phrases) for code, phrases in (extra or {}).items()}
        self._muted = frozenset(muted)
        self._lexicons: dict[str, Lexicon] = {}

    def lexicon(self, code: str) -> Lexicon:
        """Return the lexicon of the language *code*, made ready when it is first needed."""
        found = self._lexicons.get(code)
        if found is None:
            rules = [Rule(family, find="\n".join(phrases)) for family, phrases in self._extra.items()]
            pack = next(pack for pack in self.packs if pack.code == code)
            found = self._lexicons[code] = Lexicon(pack, rules, self._muted)
        return found

    @property
    def own(self) -> Mapping[str, Sequence[str]]:
        """The user's words: family → phrases, and ``mute`` → what is muted."""
        return {**self._extra, MUTE: sorted(self._muted)} if self._muted else dict(self._extra)

    def about(self, word: str) -> list[Entry]:
        """Return the phrases that *word* may be part of, and its tone, in every language."""
        found = []
        for pack in self.packs:
            lexicon = self.lexicon(pack.code)
            known = lexicon.word(word.lower())
            if known.valence:
                found.append(Entry(pack.code, TONE, word, known.valence))
            for number in lexicon.concordance.beginning(known.phrases):
                rule, phrase = lexicon.phrases[number]
                found.append(
                    Entry(
                        pack.code, rule.code, phrase.text, own=phrase.text in self._extra.get(rule.code, ())
                    )
                )
        return found

    def phrases(self, family: str) -> list[Entry]:
        """Return all phrases of *family*, in every language."""
        return [
            Entry(pack.code, family, phrase.text, own=phrase.text in self._extra.get(family, ()))
            for pack in self.packs
            for rule, phrase in self.lexicon(pack.code).phrases
            if rule.code == family
        ]

    def with_user(self, words: Mapping[str, Sequence[str]]) -> Vocabulary:
        """Return a vocabulary with the user's *words* added: family → phrases; ``mute`` → words or phrases.

        Raises ValueError naming an unknown family or a phrase that cannot be used.
        """
        extra = dict(self._extra)
        for code, phrases in words.items():
            if code == MUTE:
                continue
            if code not in FAMILIES:
                raise ValueError(
                    f"no family of words is called {code!r}; there are {', '.join(sorted(FAMILIES))}"
                )
            for phrase in phrases:
                for pack in self.packs:
                    anchors(fold(phrase), pack.classes, frozenset())
            extra[code] = (*extra.get(code, ()), *phrases)
        return Vocabulary(self.packs, extra, (*self._muted, *words.get(MUTE, ())))


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
