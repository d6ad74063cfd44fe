"""All languages that are there, ready to read with, and a user's own words on top.

A language is a folder of this package whose module offers ``PACK``; nothing else names it.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Mapping, Sequence
from functools import cache

import handover.language
from handover.language.families import FAMILIES
from handover.language.lexicon import Lexicon
from handover.language.rule import Pack, Rule
from handover.language.text import cuts_of

MUTE = "mute"


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
        rules = [Rule(code, find="\n".join(phrases)) for code, phrases in self._extra.items()]
        self._lexicons = {pack.code: Lexicon(pack, rules, self._muted) for pack in packs}

    def lexicon(self, code: str) -> Lexicon:
        """Return the lexicon of the language *code*."""
        return self._lexicons[code]

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
