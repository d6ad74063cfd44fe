"""What a text says, without knowing who speaks to whom."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, NamedTuple

Language = Literal["de", "en"]


class PromiseText(NamedTuple):
    """A promise found in a text: its clause, when it falls due (None = vague), and the date words.

    *due* is aware; a day without a clock time is due at the end of that working day. *kinds* names what the
    writer may perhaps not promise alone: ``refund``, ``discount``, ``guarantee``, ``ceo``, ``free``;
    ``callback`` marks a promised call.
    """

    quote: str
    due: datetime | None
    due_text: str
    kinds: tuple[str, ...] = ()


class Ask(NamedTuple):
    """One thing a text asks for: its clause and, where it sets one, the moment it wants it by."""

    quote: str
    due: datetime | None = None


class Why(NamedTuple):
    """One reason of a signal: which signal, the clause that carried it, its weight, and the rule's code."""

    signal: str
    quote: str
    weight: float
    code: str = ""


class Mark(NamedTuple):
    """A family of words met in a text, with the clause it stands in; see `language.MARKS` for the codes."""

    code: str
    quote: str


@dataclass(frozen=True, slots=True)
class Signals:
    """What a text says, without knowing who speaks: probabilities 0..1, *tone* −1 (furious) … +1."""

    language: str
    tone: float = 0.0
    negative: float = 0.0
    urgent: float = 0.0
    complaint: float = 0.0
    asks: float = 0.0
    holding: float = 0.0
    thanks: float = 0.0
    promise: float = 0.0
    threat: float = 0.0
    promises: tuple[PromiseText, ...] = ()
    requests: tuple[Ask, ...] = ()
    marks: tuple[Mark, ...] = ()
    why: tuple[Why, ...] = ()

    def has(self, code: str) -> bool:
        """Tell whether the text holds a mark of the family *code*."""
        return any(mark.code == code for mark in self.marks)
