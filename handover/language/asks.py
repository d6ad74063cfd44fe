"""Asks: the separate things that a text wants an answer to.

A question is one unless it is courtesy or anger; so is a phrase of the asking families. Questions of one
sentence count once; a list of questions is as many asks as it has sentences.
"""

from __future__ import annotations

from collections.abc import Mapping, Set
from typing import NamedTuple

from handover.language.clauses import SECOND, Sentence
from handover.language.evidence import facts
from handover.language.families import FAMILIES
from handover.language.linear import Linear
from handover.language.phrases import Hit
from handover.language.weighing import asks as weigh
from handover.language.weighing import sigmoid

TASK = "asks"
REFUSED = "no_ask"
QUESTION = "question"
FLOORS = {"question": 0.3, "chaser": 0.5, "callback": 0.5, "offer_asked": 0.4, "manager_nudge": 0.5}
"""What asks in so many words asks, whatever the model says; the model only ranks."""
SURE = 0.5
CAP = 0.49
"""No promise asks, nor does what refuses an answer; models that learned from all intents in mail think so.

Such a sentence only ranks before what says nothing.
"""
ASKING = ("ask", "callback", "offer_asked", "invites", "question_back", "manager_nudge", "chaser", "ask_soft")
REQUESTING = frozenset(
    ("ask", "ask_soft", "order", "callback", "offer_asked", "question_back", "manager_nudge")
)
"""What asks the reader to do something, so that its day is the day by which it is wanted."""
ASKS_A_FACT = frozenset(
    "do does did are is have has what when how which any wann warum wie wo was wer gibt ist hat".split()
)
"""How phrases begin that ask what is so, not that something be done: the day in such a question is no due day."""
MAX_ASKS = 20
PLAIN_QUESTION = 0.8


class Found(NamedTuple):
    """A sentence that asks, how surely, and why."""

    sentence: Sentence
    probability: float
    code: str


def is_request(ask: Found) -> bool:
    """Tell whether *ask* asks the reader to do something; a question does so where it speaks to somebody.

    "Do you work tomorrow?" asks what is so, "could you call tomorrow?" that something be done.
    """
    code, _, phrase = ask.code.partition(": ")
    if code not in REQUESTING:
        return False
    if not ask.sentence.is_question:
        return True
    return bool(ask.sentence.flags & SECOND) and not ASKS_A_FACT.intersection(phrase.partition(" ")[0].split("|"))


def find(
    sentences: list[Sentence], hits: Mapping[int, list[Hit]], model: Linear | None, promised: Set[int]
) -> tuple[list[Found], float]:
    """Return the sentences that ask, first come first, and how surely any of all sentences does.

    *promised* names the sentences that promise, or only say who is away, by their start.
    """
    found: list[Found] = []
    best = 0.0
    task = model.tasks.index(TASK) if model is not None and TASK in model.tasks else -1
    for sentence in sentences:
        here = hits.get(sentence.start, [])
        sure, code = by_rule, _ = _by_rule(sentence, here)
        if task >= 0 and model is not None and sentence.sums:
            asked, told = sentence.is_question, sentence.start in promised
            known = facts(here, asked, told, None, 1) if here or asked or told else {}
            odds = model.odds_of(task, sentence.sums, known, len(sentence.words))
            sure = sigmoid(weigh(odds, sure, len(sentences)))
            floor = FLOORS.get(code.partition(":")[0], 0.0)
            sure = floor + (1.0 - floor) * sure
        if code == REFUSED or (sentence.start in promised and not by_rule):
            sure = min(sure, CAP)
        best = max(best, sure)
        if sure >= SURE and len(found) < MAX_ASKS:
            why = code or f"model: {model.top(sentence.words, TASK) if model else ''}"
            found.append(Found(sentence, sure, why))
    return found, best


def _by_rule(sentence: Sentence, hits: list[Hit]) -> tuple[float, str]:
    """Return how surely phrases and the question mark make the sentence ask, and which."""
    if not hits:
        return (PLAIN_QUESTION, QUESTION) if sentence.is_question else (0.0, "")
    codes = {hit.code for hit in hits}
    if "no_ask" in codes or (codes & {"withdrawn", "fyi"} and not sentence.is_question):
        return 0.0, REFUSED
    best, why = 0.0, ""
    for hit in hits:
        if hit.code in ASKING and (weight := FAMILIES[hit.code].signals["asks"] * hit.weight) > best:
            best, why = weight, f"{hit.code}: {hit.phrase}"
    if sentence.is_question and not codes & {"courtesy", "angry"} and best < PLAIN_QUESTION:
        return PLAIN_QUESTION, QUESTION
    return best, why
