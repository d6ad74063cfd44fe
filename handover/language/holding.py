"""Holding replies: replies that put off, and say nothing else of substance.

Every sentence counts as putting off, as substance, or as courtesy. Substance is an answer: a specific question
back, an instruction, something attached, a number or date that is not the date of a promise, "done", a refusal.
A promise holds too ("may promise, does not answer"). Plain statements weigh little: background is no answer.
What is said by the way (thanks for patience, who is away) puts off only where nothing else is given.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

from handover.language.clauses import DATE, NUMBER, WEB, Sentence
from handover.language.phrases import Hit

PUTS_OFF = {"holding": 1.0, "put_off": 1.0, "away": 1.0, "forwarded": 0.9, "patience": 0.8, "ack": 0.8}
BY_THE_WAY = frozenset({"away", "patience"})
GIVES = frozenset({"substance", "encloses", "done", "grant", "question_back", "reported"})
SETTLES = frozenset({"grant", "reported"})
"""What turns the promise or the passing on in its sentence into an answer: granted, or others were asked and said."""
ANSWERS = {
    "grant": 1.4,
    "reported": 1.6,
    "substance": 1.5,
    "encloses": 1.5,
    "done": 1.3,
    "cannot": 1.0,
    "question_back": 1.7,
    "ask": 1.0,
    "invites": 0.6,
    "threat": 1.5,
    "order": 1.2,
}
COURTESY = {"courtesy", "thanks", "apology", "calm"}
PROMISED = 0.9
PLAIN, PLAIN_NUMBER, EVENT, LINK, ASKED = 0.4, 0.55, 1.0, 1.6, 1.2
FIRST, MORE, LAST, AGAINST, START = 3.2, 0.7, 0.6, 1.35, -1.9
SHORT = 3


def holding(
    sentences: list[Sentence], hits: Mapping[int, list[Hit]], promised: set[int]
) -> tuple[float, float]:
    """Return the probability of a holding reply, and the weight of what puts off."""
    if not promised and not any(hit.code in PUTS_OFF for found in hits.values() for hit in found):
        return 0.02, 0.0
    puts: list[float] = []
    answers = 0.0
    last = False
    gives = any(hit.code in GIVES for found in hits.values() for hit in found)
    for sentence in sentences:
        found = hits.get(sentence.start, [])
        if gives:
            found = [hit for hit in found if hit.code not in BY_THE_WAY]
        put = max((PUTS_OFF[hit.code] * hit.weight for hit in found if hit.code in PUTS_OFF), default=0.0)
        if any(hit.code in SETTLES for hit in found):
            put = 0.0
        elif sentence.start in promised and not {hit.code for hit in found} & {
            "substance",
            "encloses",
            "done",
        }:
            put = max(put, PROMISED)
        said = _said(sentence, found, bool(put))
        if put:
            puts.append(put)
        answers += said
        if said or put:
            last = bool(put) and said < 1.0
    if not puts:
        return 0.02, 0.0
    puts.sort(reverse=True)
    odds = START + FIRST * puts[0] + MORE * min(2.0, sum(puts[1:])) + LAST * last - AGAINST * answers
    return 1.0 / (1.0 + math.exp(-odds)), sum(puts)


def _said(sentence: Sentence, found: list[Hit], puts_off: bool) -> float:
    """Return how much of an answer the sentence is; putting off and answering may share one."""
    if sentence.flags & WEB:
        return LINK
    codes = {hit.code for hit in found}
    if "asks_others" in codes and sentence.is_question:
        return 0.0
    said = max((ANSWERS[hit.code] * hit.weight for hit in found if hit.code in ANSWERS), default=0.0)
    if puts_off:
        if codes & {"question_back", "encloses"}:
            return said
        return 0.6 * said if codes & {"substance", "cannot"} else 0.0
    if said:
        return said
    if codes & COURTESY or len(sentence.words) <= SHORT:
        return 0.0
    if sentence.is_question:
        return ASKED
    if sentence.flags & NUMBER:
        return EVENT if sentence.flags & DATE else PLAIN_NUMBER
    return PLAIN
