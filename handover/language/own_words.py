"""A user's own words: phrases added to a family and phrases that are muted, checked before they are used.

A word that could never be found would be a promise not kept, so each is tried on itself: read as a mail
would be, it must be heard.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from handover.errors import UsageError
from handover.i18n import N_
from handover.language.families import FAMILIES

if TYPE_CHECKING:
    from handover.language.vocabulary import Vocabulary

SIGNALS = {
    "asks": "ask",
    "complaint": "complaint",
    "holding": "holding",
    "negative": "angry",
    "promise": "promise",
    "thanks": "thanks",
    "threat": "threat",
    "urgent": "urgent",
}
"""The family that a new word joins when only its signal is named."""

USUAL = {"negative": 0.9}
"""How sure a word is of a signal that the whole text decides with; less would not be heard."""

MOST = 0.97
LONGEST = 200


class OwnWord(NamedTuple):
    """One phrase of a user: of *family*, or (``""``) muted; of one language, or (``""``) of every one.

    *sure* is how surely the phrase alone means its family's strongest signal; None: as the package's own do.
    """

    text: str
    family: str = ""
    lang: str = ""
    sure: float | None = None

    @property
    def factor(self) -> float:
        """What the family's probabilities are multiplied with."""
        usual = max(FAMILIES[self.family].signals.values(), default=0.0) if self.family else 0.0
        return self.sure / usual if self.sure and usual else 1.0


def family_of(signal: str) -> str:
    """Return the family that *signal* (a signal's or a family's name) stands for; `UsageError` when none."""
    name = signal.strip().lower()
    found = SIGNALS.get(name, name)
    if found in FAMILIES:
        return found
    from difflib import get_close_matches

    near = get_close_matches(name, [*SIGNALS, *FAMILIES], n=1)
    raise UsageError(
        "unknown-signal",
        N_("“{signal}” is no signal; did you mean “{near}”?") if near else N_("“{signal}” is no signal."),
        hint=N_("There are {known}; finer ones such as outage, deadline and higher_up are in the manual."),
        signal=signal,
        near="".join(near),
        known=", ".join(SIGNALS),
    )


@lru_cache(maxsize=8)
def vocabulary_of(words: tuple[OwnWord, ...]) -> Vocabulary:
    """Return the package's vocabulary with *words* on top, not yet verified; built once for each process."""
    from handover.language.vocabulary import Vocabulary, default, find_packs

    return Vocabulary(find_packs(), words) if words else default()


def mistakes_in(words: Sequence[OwnWord]) -> list[UsageError]:
    """Return what is wrong with each of *words*, in their order; empty when all can be used."""
    from handover.language.trying import try_word

    found = []
    for word in words:
        try:
            try_word(word)
        except UsageError as error:
            found.append(error)
    return found
