"""What an answer to a packet means: accepted, objected to which items, declined, a question, or nothing.

Pure: the new text of a mail and the numbers of the items in, meaning out. In doubt it is no acceptance: an owner
who believes in one that was none is worse off than one who asks again. Whose mail it is,
`headers` tells.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import Literal

from handover.receipts import words

Kind = Literal["accepted", "objected", "declined", "question", "auto_reply", "nothing"]

MAX_TEXT = 6000
MAX_CLAUSES = 200


@dataclass(frozen=True, slots=True)
class Meaning:
    """What an answer says. *accepted* and *objected* are numbers of items; *quote* is the clause that decided.

    *asks* tells that it also asks something back.
    """

    kind: Kind
    accepted: frozenset[int] = frozenset()
    objected: frozenset[int] = frozenset()
    quote: str = ""
    asks: bool = False


@dataclass(slots=True)
class _Reading:
    """What was met so far in one answer."""

    items: frozenset[int]
    accepted: set[int]
    objected: set[int]
    everything: str = ""
    weakly: str = ""
    refused: str = ""
    objection: str = ""
    question: str = ""
    condition: str = ""
    rest: str = ""
    unsure: set[int] = field(default_factory=set)
    not_yet: bool = False
    defers: bool = False
    thanks: bool = False


def understand(text: str, items: Collection[int]) -> Meaning:
    """Return what *text*, the new text of an answer without quotation and signature, says about *items*."""
    reading = _Reading(frozenset(items), set(), set())
    for sentence, asks in _sentences(text[:MAX_TEXT]):
        _read_sentence(reading, sentence, asks)
    return _meaning(reading)


def _sentences(text: str) -> Iterator[tuple[str, bool]]:
    """Yield the sentences of *text*, each with whether it is a question; quoted lines and greetings left out."""
    lines = [line for line in text.split("\n") if not line.lstrip().startswith((">", "|"))]
    clean = words.QUOTED.sub(" · ", words.SHORT_NUMBER.sub("nr ", "\n".join(lines)))
    clean = words.NOT_ITEMS.sub(" · ", clean)
    begin, count = 0, 0
    for end in words.SENTENCE.finditer(clean):
        yield clean[begin : end.start()].strip(), end.group() == "?"
        begin, count = end.end(), count + 1
        if count >= MAX_CLAUSES:
            return
    yield clean[begin:].strip(), False


def _read_sentence(reading: _Reading, sentence: str, asks: bool) -> None:
    if not sentence:
        return
    reading.thanks |= bool(words.THANKS.search(sentence))
    reading.defers |= bool(words.DEFERS.search(sentence))
    if asks:
        reading.question = reading.question or sentence + "?"
        return
    if words.NOT_YET.search(sentence) and not _numbers(sentence, reading.items):
        reading.not_yet = reading.not_yet or bool(words.STRONG.search(sentence) or _has_takeover(sentence))
        return
    if words.IF.search(sentence) and (
        words.STRONG.search(sentence) or _has_takeover(sentence) or words.REST.search(sentence)
    ):
        reading.condition = reading.condition or sentence
        return
    for clause in filter(None, map(str.strip, words.CLAUSE.split(_joined_except(sentence)))):
        _read_clause(reading, clause)


def _joined_except(sentence: str) -> str:
    """Keep "all but 2" in one piece: there "but" excepts and does not contrast."""
    return re.sub(r"\b(all|everything|alle|alles),? but\b", r"\1 except", sentence, flags=re.I)


def _has_takeover(sentence: str) -> bool:
    return bool(
        re.search(r"\b(?:take|cover|do) (?:it|this|all|them|over)\b|\bübern[aeo]hm|\bmache\b", sentence, re.I)
    )


def _read_clause(reading: _Reading, clause: str) -> None:
    excepted = words.EXCEPT.search(clause)
    if excepted and (numbers := _mentioned(clause[excepted.end() :], reading.items)):
        head = clause[: excepted.start()]
        reading.objected |= numbers
        reading.objection = reading.objection or clause
        if words.REFUSES.search(head):
            return
        if not head.strip() or _agrees(head) or words.ALL.search(head):
            _accept_all(reading, clause, head)
        return
    numbers = _numbers(clause, reading.items)
    mentioned = _mentioned(clause, reading.items)
    if numbers and ", " in clause and _turns(clause):
        for part in clause.split(", "):
            _read_clause(reading, part)
    elif words.REFUSES.search(clause) or (
        words.NEGATED.search(clause) and (mentioned or words.STRONG.search(clause))
    ):
        _refuse(reading, clause, mentioned)
    elif _is_about_others(clause) or words.RECEIPT.search(clause):
        return
    elif words.REST.search(clause) and (words.WITH_NUMBER.search(clause) or words.STRONG.search(clause)):
        reading.rest = "accepted"
    elif words.STRONG.search(clause) or (numbers and words.WITH_NUMBER.search(clause)):
        if numbers:
            reading.accepted |= numbers
        else:
            reading.everything = reading.everything or clause
    elif words.BARE.match(clause):
        reading.weakly = reading.weakly or clause
    else:
        reading.unsure |= numbers


def _turns(clause: str) -> bool:
    """Tell whether a clause takes some items and then refuses others: "nehme 1-4, 5 und 6 gehen nicht"."""
    head = re.split(r"\d", clause, maxsplit=1)[0]
    takes = words.WITH_NUMBER.search(head) and not words.NEGATED.search(head)
    return bool(takes) and bool(words.REFUSES.search(clause) or words.NEGATED.search(clause))


def _is_about_others(clause: str) -> bool:
    """Somebody else took it, or is asked to: no word of the writer's own."""
    if re.match(r"\W*(?:bitte|please)\b", clause, re.I):
        return True
    return bool(words.OTHERS.search(clause)) and not words.SPEAKER.search(clause)


def _agrees(head: str) -> bool:
    return bool(words.STRONG.search(head) or words.BARE.match(head))


def _accept_all(reading: _Reading, clause: str, head: str) -> None:
    if head.strip():
        reading.everything = reading.everything or clause


def _refuse(reading: _Reading, clause: str, numbers: set[int]) -> None:
    if numbers:
        reading.objected |= numbers
        reading.objection = reading.objection or clause
    elif words.REST.search(clause):
        reading.rest = "objected"
        reading.objection = reading.objection or clause
    else:
        reading.refused = reading.refused or clause


def _mentioned(text: str, items: Collection[int]) -> set[int]:
    """Return every item whose number stands in *text*, in doubt too many: for refusals, where that is the safe side."""
    return _numbers(text, items) | {int(word) for word in words.WORD.findall(text) if word.isdigit()} & set(
        items
    )


def _numbers(text: str, items: Collection[int]) -> set[int]:
    """Return the items that *text* names: "3", "Nr. 2 und 6", "1 bis 3", "#1"; not "Halle 2" nor "KW 48"."""
    found: set[int] = set()
    previous, low = "", 0
    for word in words.WORD.findall(text.casefold()):
        if word.isdigit():
            number = int(word)
            if previous == "" or previous.isdigit() or previous in words.LEADS or not previous.isalpha():
                if previous in words.RANGE and low and low < number <= low + 60:
                    found |= set(range(low, number + 1)) & set(items)
                if number in items:
                    found.add(number)
                low = number
            else:
                low = 0
        previous = word
    return found


def _meaning(reading: _Reading) -> Meaning:
    """Put together what was met; nothing is accepted that stands under a condition or is put off."""
    objected = set(reading.objected)
    accepted = reading.accepted - objected
    everything = reading.everything
    if not everything and reading.weakly and not reading.defers:
        bare = words.ONLY_POLITE.match(reading.weakly) and reading.thanks
        everything = "" if bare or reading.question else reading.weakly
    named = accepted | objected
    if reading.rest == "objected":
        objected |= set(reading.items) - accepted
    elif reading.rest == "accepted":
        accepted |= set(reading.items) - objected
    if reading.not_yet or (reading.condition and not named):
        return _undecided(reading)
    if reading.refused and not named and not everything:
        return Meaning("declined", frozenset(), reading.items, reading.refused)
    if reading.refused and everything and not named:
        return Meaning("question", quote=reading.refused, asks=bool(reading.question))
    asks = bool(reading.question)
    if objected:
        if everything and not reading.accepted:
            accepted = set(reading.items) - objected
        quote = reading.objection or reading.refused
        return Meaning("objected", frozenset(accepted), frozenset(objected), quote, asks)
    if accepted and accepted != set(reading.items):
        return Meaning("accepted", frozenset(accepted), frozenset(), everything or "", asks)
    if everything or accepted:
        return Meaning(
            "accepted", reading.items - (reading.unsure - reading.accepted), frozenset(), everything, asks
        )
    return _undecided(reading)


def _undecided(reading: _Reading) -> Meaning:
    if reading.condition or (reading.question and not reading.not_yet):
        return Meaning("question", quote=reading.condition or reading.question, asks=True)
    return Meaning("nothing", asks=bool(reading.question))
