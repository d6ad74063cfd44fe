"""Questions that came again and again, with the answers that were really given.

Pure: answered questions in, clusters out. Two questions are the same when their telling words are (rare words
weigh more), or when they were given nearly the same answer. German and English stay apart; it knows no meaning,
only words, their stems and the parts of German compounds.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import log, sqrt
from typing import NamedTuple

from handover.ledger.matter import telling
from handover.model import Quote

MAX_ASKED = 1500
ALIKE = 0.36
LEAST_SHARED = 0.06
"""Below so little in common between two questions, like answers prove nothing."""
STEM = 6
TELLING = 4
"""A question with fewer telling words is told with its subject."""
ANSWER_LENGTH = 700
_ABBREVIATION = re.compile(r"\b[A-ZÄÖÜ]{2,5}\b")
_GREETING = re.compile(
    r"(?:sehr geehrte|guten (?:tag|morgen|abend)|hallo|liebe[rs]? |grüß|servus|moin|hi\b|hello\b|dear\b|"
    r"good (?:morning|afternoon|evening)).{0,80}$",
    re.I,
)
_CLOSING = re.compile(
    r"(?:mit )?(?:viele|beste|freundliche|liebe|herzliche|schöne)[nr]? (?:grü(?:ß|ss)e?n?|gruß)|"
    r"(?:kind|best|warm) regards|regards,|best wishes|all the best|sincerely|cheers,|mfg\b|lg\b|vg\b|gruß\b",
    re.I,
)

Vector = Mapping[str, float]


class Asked(NamedTuple):
    """A question that was answered: both as quotes, and what the words are compared by."""

    question: Quote
    answer: Quote
    about: str
    customer: str
    language: str


def plain(one: Asked) -> str:
    """Return the question so that it tells what it is about: with its subject where its own words do not."""
    words = one.question.quote
    tells = len(_terms(words)) >= TELLING or not one.about or one.about in words
    return words if tells else f"{one.about}: {words}"


class Cluster(NamedTuple):
    """Questions that are the same, newest last; *best* asks most plainly, *answered* was answered most typically."""

    asked: tuple[Asked, ...]
    best: Asked
    answered: Asked


def clusters(asked: Iterable[Asked], *, least: int = 2, limit: int = 12) -> list[Cluster]:
    """Return the questions that came at least *least* times, the most frequent first.

    Asked again by the same customer under the same subject counts once.
    """
    newest = sorted(asked, key=lambda one: (one.question.date, one.question.key))[-MAX_ASKED:]
    groups: list[list[Asked]] = []
    for language in sorted({one.language for one in newest}):
        groups += _grouped([one for one in newest if one.language == language])
    found = [_cluster(group) for group in groups if _times(group) >= least]
    return sorted(found, key=lambda c: (-_times(c.asked), c.best.question.key))[:limit]


def _times(group: Sequence[Asked]) -> int:
    return len({(one.customer, one.about) for one in group})


def _cluster(group: Sequence[Asked]) -> Cluster:
    everything = _vectors([_terms(f"{one.about} {one.question.quote}") for one in group])
    asked = _vectors([_terms(one.question.quote) for one in group])
    answers = _vectors([_terms(one.answer.quote) for one in group])
    numbers = range(len(group))
    plainest = max(numbers, key=lambda n: (sum(_shared(asked[n], other) for other in everything), n))
    typical = max(numbers, key=lambda n: (round(sum(_cosine(answers[n], other) for other in answers), 2), n))
    return Cluster(tuple(group), group[plainest], group[typical])


def _shared(one: Vector, other: Vector) -> int:
    return len(one.keys() & other.keys())


def _grouped(asked: Sequence[Asked]) -> list[list[Asked]]:
    """Join each question to the group that it fits best, if it fits; two of one mail are two."""
    questions = _vectors([_terms(f"{one.about} {one.question.quote}") for one in asked])
    answers = _vectors([_terms(one.answer.quote) for one in asked])
    holders: dict[str, set[int]] = defaultdict(set)
    groups: list[list[int]] = []
    member: dict[int, int] = {}
    for number, vector in enumerate(questions):
        key = asked[number].question.key
        near = {other for term in vector for other in holders[term] if asked[other].question.key != key}
        scores: dict[int, list[float]] = defaultdict(list)
        for other in near:
            scores[member[other]].append(_alike(number, other, questions, answers))
        own = {member[other] for other in member if asked[other].question.key == key}
        fits = {group: _fit(found, len(groups[group])) for group, found in scores.items() if group not in own}
        best = max(fits, key=lambda group: fits[group], default=None)
        if best is not None and fits[best] >= ALIKE:
            groups[best].append(number)
            member[number] = best
        else:
            member[number] = len(groups)
            groups.append([number])
        for term in vector:
            if len(holders[term]) < 60:
                holders[term].add(number)
    return [[asked[number] for number in group] for group in groups]


def _fit(scores: Sequence[float], size: int) -> float:
    """Return how well a question fits a group of *size*: between its nearest member and all of them."""
    return (max(scores) + sum(scores) / size) / 2


def _alike(one: int, other: int, questions: Sequence[Vector], answers: Sequence[Vector]) -> float:
    asked = _cosine(questions[one], questions[other])
    if asked < LEAST_SHARED:
        return 0.0
    several = len(questions[one].keys() & questions[other].keys()) > 1
    return max(asked * 0.9 if several else 0.0, asked / 2 + _cosine(answers[one], answers[other]))


def _terms(text: str) -> Counter[str]:
    """Return the stems of telling words; a long compound counts by its head and its tail."""
    terms: Counter[str] = Counter(set(_ABBREVIATION.findall(text[:2000])))
    for word in telling(text, 40):
        if any(sign.isdigit() for sign in word):
            continue
        terms[word[:STEM]] += 1
        if len(word) > 2 * STEM:
            terms[word[-STEM:]] += 1
    return terms


def _vectors(terms: Sequence[Counter[str]]) -> Sequence[Vector]:
    frequency = Counter(term for counted in terms for term in counted)
    count = len(terms)
    found = []
    for counted in terms:
        weights = {term: log((count + 1) / (frequency[term] + 0.5)) for term in counted}
        length = sqrt(sum(weight * weight for weight in weights.values())) or 1.0
        found.append({term: weight / length for term, weight in weights.items()})
    return found


def _cosine(one: Vector, other: Vector) -> float:
    if len(other) < len(one):
        one, other = other, one
    return sum(weight * other.get(term, 0.0) for term, weight in one.items())


def substance(text: str, limit: int = ANSWER_LENGTH) -> str:
    """Return *text* without its salutation and what follows the closing words, cut to *limit* characters."""
    lines = [line.strip() for line in text[: 4 * limit].splitlines()]
    while lines and (not lines[0] or _GREETING.match(lines[0][:120])):
        lines.pop(0)
    for number, line in enumerate(lines):
        if number and _CLOSING.match(line[:80]):
            lines = lines[:number]
            break
    kept = "\n".join(lines).strip() or text.strip()
    while "\n\n\n" in kept:
        kept = kept.replace("\n\n\n", "\n\n")
    return kept if len(kept) <= limit else kept[: limit - 1].rstrip() + "…"
