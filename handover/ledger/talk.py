"""How a contact writes: what the early warning compares with the same person's own habit."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import NamedTuple

from handover.ledger.entry import Entry
from handover.model import Quote

YES = 0.5
PRESSING = ("chaser", "complaint", "service_fault", "higher_up", "threat", "threat_soft")
WARMEST = 3
PLEASED = 0.3
_SHORT_LINE = 60
_NAME_ONLY = re.compile(r"(?:\S+ ){0,3}\S+\s?[,!–-]$")


@dataclass(slots=True)
class Tone:
    """How one mail of a contact sounded: the words' signals, and how it was written.

    *warmth* counts greeting and sign-off, 0 (none) to `WARMEST`; *peace* tells thanks or satisfaction without any
    complaint, *presses* a question, or words of chasing, complaint or consequence; *joined* names those of the
    customer's people who were not part of the talk before; *told* tells that somebody else wrote it down, after a call.
    """

    at: datetime
    contact: str
    tone: float
    negative: float
    complaint: float
    threat: float
    quote: Quote
    thread: str = ""
    warmth: int = 0
    peace: bool = False
    presses: bool = False
    joined: tuple[str, ...] = ()
    told: bool = False


class Reply(NamedTuple):
    """One reply of ours in a thread; *holds* tells that it had no substance, *moves* that it put off a date."""

    at: datetime
    thread: str
    holds: bool
    quote: Quote
    moves: bool = False


def tone_of(entry: Entry, words: str, joined: tuple[str, ...], *, asks: bool) -> Tone:
    """Return how the mail *entry* sounded; *words* is its clause that says most plainly what is wrong."""
    signals = entry.signals
    presses = any(signals.has(code) for code in PRESSING)
    thanks = (signals.thanks >= YES or signals.has("calm")) and signals.tone > 0
    content = thanks or ((signals.has("withdrawn") or signals.tone >= PLEASED) and not asks)
    return Tone(
        at=entry.at,
        contact=entry.sender,
        tone=signals.tone,
        negative=signals.negative,
        complaint=signals.complaint,
        threat=signals.threat,
        quote=entry.quote(words),
        thread=entry.thread,
        warmth=warmth(entry.text),
        peace=content and signals.complaint < YES and not signals.has("chaser"),
        presses=presses or asks,
        joined=joined,
        told=entry.note is not None,
    )


def warmth(text: str) -> int:
    """Count what a letter need not have: 2 for a greeting, 1 for a bare name, and 1 for a sign-off."""
    greetings, signoffs = _openings()
    lines = [line.strip().casefold() for line in text.splitlines() if line.strip()]
    if not lines:
        return 0
    first = lines[0]
    bare_name = len(first) <= _SHORT_LINE and _NAME_ONLY.fullmatch(first) is not None
    greets = 2 if f"{first}\n".startswith(greetings) else int(bare_name)
    return greets + any(f"{line}\n".startswith(signoffs) for line in lines[1:][-6:])


@cache
def _openings() -> tuple[tuple[str, ...], tuple[str, ...]]:
    from handover.language.vocabulary import default

    cuts = default().cuts
    return cuts.greetings, cuts.signoffs
