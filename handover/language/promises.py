"""Promises: clauses in which the writer, or the writer's side, says what they will do.

Two ways lead to one: a first person with a verb of doing, in the present or future, that is neither negated,
conditional, asked nor past (languages whose verbs stand far apart name such verbs in their class ``commit``);
or a phrase of the family ``promise``. Who the writer is, the text does not know.
"""

from __future__ import annotations

from typing import NamedTuple

from handover.language.clauses import (
    ABLE,
    COMMIT,
    DATE,
    FIRST,
    FUTURE,
    HEDGE,
    IF,
    LINK,
    NEGATION,
    NUMBER,
    ONCE,
    PAST,
    QUESTION,
    SECOND,
    SUBORDINATE,
    WOULD,
    Sentence,
)
from handover.language.phrases import Hit

_ANY_DATE = DATE | NUMBER
_NONE = {"threat", "higher_up"}


class Found(NamedTuple):
    """A promising clause: the words *first* to before *last* of *sentence*, and how sure it is."""

    sentence: Sentence
    first: int
    last: int
    probability: float
    code: str


def find(sentence: Sentence, hits: list[Hit]) -> list[Found]:
    """Return the promises of *sentence*; *hits* are the phrases found in it.

    What the writer may perhaps not grant alone (family ``grant``) is a promise under a condition too.
    """
    codes = {hit.code for hit in hits}
    if not (sentence.flags & COMMIT or "promise" in codes) or codes & _NONE:
        return []
    granted = "grant" in codes
    found: list[Found] = []
    taken: set[int] = set()
    barred = {sentence.clause(hit.first)[0] for hit in hits if hit.code == "no_promise"}
    if sentence.flags & COMMIT and not sentence.is_question:
        for first, last in sentence.clauses():
            if first not in barred and (sure := _committed(sentence, first, last, granted)):
                found.append(Found(sentence, first, last, sure, "promise: first person"))
                taken.add(first)
    for hit in hits:
        first, last = sentence.clause(hit.first)
        if hit.code == "promise" and first not in taken and first not in barred:
            sure = 0.88 * hit.weight * (0.6 if sentence.flags_of(first, last) & HEDGE else 1.0)
            if granted or not _depends(sentence, first):
                found.append(Found(sentence, first, last, sure, f"promise: {hit.phrase}"))
                taken.add(first)
    return _without_announcements(sentence, found) if len(found) > 1 else found


def _without_announcements(sentence: Sentence, found: list[Found]) -> list[Found]:
    """Leave out a clause that only announces the next ("Ich verspreche, dass ich …")."""
    linked = {promise.first for promise in found if sentence.words[promise.first].flags & LINK}
    return [promise for promise in found if promise.last + 1 not in linked]


def _committed(sentence: Sentence, first: int, last: int, granted: bool) -> float:
    """Return how surely the clause is a first person's commitment; 0 when it is none."""
    flags = sentence.flags_of(first, last)
    if (
        not flags & COMMIT
        or flags & (NEGATION | WOULD | PAST | QUESTION)
        or not _speaks(sentence, first, last, flags)
    ):
        return 0.0
    if any(word.flags & (IF | SUBORDINATE) for word in sentence.words[first : first + 2]):
        return 0.0
    if not granted and _depends(sentence, first):
        return 0.0
    sure = 0.9 if flags & _ANY_DATE else 0.76
    if flags & ABLE:
        sure = 0.6 if flags & _ANY_DATE else 0.0
    if flags & HEDGE:
        sure *= 0.6
    if flags & ONCE and any(word.flags & ONCE for word in sentence.words[first : first + 2]):
        return 0.0
    return sure


def _speaks(sentence: Sentence, first: int, last: int, flags: int) -> bool:
    """Tell whether a first person is the subject; it may be left out at the start ("Melde mich morgen")."""
    words = sentence.words
    if flags & FIRST:
        return True
    opening = words[first]
    if flags & SECOND or not opening.flags & COMMIT:
        return False
    return opening.norm.endswith("e") and last - first > 1


def _depends(sentence: Sentence, first: int) -> bool:
    """Tell whether the clause before *first* makes this one conditional ("Falls …, rufe ich an")."""
    if first < 2:
        return False
    start, _ = sentence.clause(first - 2)
    return bool(sentence.words[start].flags & IF) or bool(
        start + 1 < first and sentence.words[start + 1].flags & IF
    )


def is_future(sentence: Sentence, first: int, last: int) -> bool:
    """Tell whether the clause speaks of the future or names a day."""
    return bool(sentence.flags_of(first, last) & (FUTURE | _ANY_DATE))
