"""How a text stands to its reader: speaking at them, or of itself and with care.

Politeness, not tone: quarrels begin among calm words. More of "you", of denying, less of "I" and of softening
words was seen before conversations went wrong (Danescu-Niculescu-Mizil et al., ACL 2013; Zhang et al., ACL 2018).
The weights are set by hand. Thanks are left out: what speaks to the reader there is meant well.
"""

from __future__ import annotations

from collections.abc import Container
from functools import cache

from handover.language.clauses import FIRST, NEGATION, SECOND, SOFTENING, Sentence

WEIGHTS = ((SECOND, 1.0), (NEGATION, 0.5), (FIRST, -0.5), (SOFTENING, -0.5))
FEW = 10
"""So many words more than there are: a short text says little of how it stands."""
_TELLING = SECOND | NEGATION | FIRST | SOFTENING


@cache
def _weight(flags: int) -> float:
    return sum([weight for flag, weight in WEIGHTS if flags & flag])


def stance(sentences: list[Sentence], kind: Container[int]) -> float:
    """Return how much *sentences* confront their reader, about -0.1 to 0.1; those starting at *kind* are left out."""
    total, length = 0.0, FEW
    for sentence in sentences:
        length += len(sentence.words)
        if sentence.flags & _TELLING and sentence.start not in kind:
            total += sum([_weight(word.flags & _TELLING) for word in sentence.words if word.flags & _TELLING])
    return total / length
