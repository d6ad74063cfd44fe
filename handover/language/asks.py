"""Asks: the separate things that a text wants an answer to.

A question is one unless it is courtesy or anger; so is a phrase of the asking families. Questions of one
sentence count once; a list of questions is as many asks as it has sentences.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from handover.language.clauses import Sentence
from handover.language.families import FAMILIES
from handover.language.phrases import Hit

ASKING = ("ask", "callback", "offer_asked", "invites", "question_back", "manager_nudge", "chaser", "ask_soft")
MAX_ASKS = 20
PLAIN_QUESTION = 0.8


class Found(NamedTuple):
    """A sentence that asks, how surely, and the reason where no phrase gave one."""

    sentence: Sentence
    probability: float
    code: str


def find(sentences: list[Sentence], hits: Mapping[int, list[Hit]]) -> list[Found]:
    """Return the sentences that ask, first come first; the phrases themselves were counted by the caller."""
    found = []
    for sentence in sentences:
        here = hits.get(sentence.start, ())
        codes = {hit.code for hit in here}
        by_phrase = max(
            (FAMILIES[code].signals.get("asks", 0.0) for code in codes.intersection(ASKING)), default=0.0
        )
        if sentence.is_question and not codes & {"courtesy", "angry", "no_ask"}:
            found.append(Found(sentence, PLAIN_QUESTION, "question"))
        elif by_phrase and "no_ask" not in codes:
            found.append(Found(sentence, by_phrase, ""))
    return found[:MAX_ASKS]
