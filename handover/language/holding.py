"""Holding replies: replies that put off, and say nothing else of substance.

Every sentence counts as putting off, as substance, or as courtesy. Substance is an answer: a specific question
back, an instruction, something attached, a number or date that is not the date of a promise, "done", a refusal.
A promise holds too ("may promise, does not answer"). Plain statements weigh as half a substance.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

from handover.language.clauses import NUMBER, Sentence
from handover.language.phrases import Hit

PUTS_OFF = {"holding": 1.0, "put_off": 1.0, "forwarded": 0.8, "ack": 0.5}
ANSWERS = {"substance": 1.6, "done": 1.6, "cannot": 1.2, "question_back": 1.4, "ask": 1.0, "invites": 0.8}
COURTESY = {"courtesy", "thanks", "apology", "ack", "calm"}
SHORT = 3


def holding(
    sentences: list[Sentence], hits: Mapping[int, list[Hit]], promised: set[int]
) -> tuple[float, float, float]:
    """Return the probability of a holding reply, and the weights of what puts off and of what answers."""
    off = answers = 0.0
    for sentence in sentences:
        codes = {hit.code for hit in hits.get(sentence.start, ())}
        put = max((PUTS_OFF[code] for code in codes & PUTS_OFF.keys()), default=0.0)
        if sentence.start in promised:
            put = max(put, 0.8)
        said = max((ANSWERS[code] for code in codes & ANSWERS.keys()), default=0.0)
        if put and said < 1.5:
            off += put
        elif said:
            answers += said
        elif codes & COURTESY or len(sentence.words) <= SHORT:
            continue
        elif sentence.is_question:
            answers += 1.2
        else:
            answers += 0.8 if sentence.flags & NUMBER else 0.5
    if not off:
        return 0.02, off, answers
    odds = 1.9 * min(off, 2.5) - 1.5 * answers - 0.3
    return 1.0 / (1.0 + math.exp(-odds)), off, answers
