"""The shapes of language data: a `Rule` (a family of phrases with its examples) and a `Pack` (one language).

A pack is a folder of this package; everything that is peculiar to one language lives there as data. What a
family of phrases means for the signals is the same in every language and stands in `families`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Rule(NamedTuple):
    """Phrases of one family. All texts hold one item per line; see `pattern` for how phrases are written.

    *find* lists the phrases, *unless* those that silence them in the same sentence. *yes* and *no* are
    sentences in which the family must and must not be found; they run as tests. *weight* scales what the
    family adds to its signals.
    """

    code: str
    find: str
    unless: str = ""
    yes: str = ""
    no: str = ""
    weight: float = 1.0


class Pack(NamedTuple):
    """One language as data.

    *stop*: words that tell the language. *classes*: word classes by name, usable as ``{name}`` in phrases;
    those of `clauses.FLAGS` also steer the reading of clauses. *valence*: words with their tone, see `lexicon`.
    *boosts*: intensifiers (> 1) and dampers (< 1). *heads*: stems that also count at the end of a compound.
    *greetings*, *signoffs*: how a line starts that is no content. *kinds*: phrases by kind of promise.
    *frequent*: words beyond *stop* that stand in every other mail, so that no phrase is looked up by them.
    *counted*: what follows an ordinal number that is written with a dot.
    *model*: path of the linear models' file (see `linear`), ``""`` for a language without any.
    *endings*: inflections that a word of *valence* may take where it is marked ``~``.
    """

    code: str
    stop: frozenset[str]
    classes: Mapping[str, str]
    rules: tuple[Rule, ...]
    valence: Mapping[float, str] = {}
    emoticons: Mapping[float, str] = {}
    boosts: Mapping[float, str] = {}
    heads: str = ""
    greetings: tuple[str, ...] = ()
    signoffs: tuple[str, ...] = ()
    disclaimers: tuple[str, ...] = ()
    abbreviations: frozenset[str] = frozenset()
    counted: frozenset[str] = frozenset()
    frequent: frozenset[str] = frozenset()
    kinds: Mapping[str, str] = {}
    endings: frozenset[str] = frozenset({""})
    trigrams: frozenset[str] = frozenset()
    model: str = ""


def lines(block: str) -> list[str]:
    """Return the items of a data *block*: its lines, without blanks and ``#`` comments.

    A line that ends with ``|`` goes on in the next.
    """
    found: list[str] = []
    for raw in block.splitlines():
        line = raw.strip()
        if not line or line.startswith("#"):
            continue
        if found and found[-1].endswith("|"):
            found[-1] += line
        else:
            found.append(line)
    return found
