"""What the date grammar hands out."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple


class DateMention(NamedTuple):
    """Words of a text that name a moment: where they stand, and when what they name falls due.

    *start* and *end* are character offsets, *text* is what stands between them. *due* is aware, in the zone
    that was asked for; None for a *vague* mention ("zeitnah", "soon"). *past* tells that it lies behind the
    moment of writing, or that the sentence looks back at it. *time_given* tells that a clock time or a span
    of hours was named; else a day is due at the end of its working hours. *bound* tells of words that set a
    limit ("by", "within"), *of_thing* that the words belong to a thing and not to what is said of it ("the agenda
    for Friday", "the minutes of Monday").
    """

    start: int
    end: int
    due: datetime | None
    text: str
    vague: bool = False
    past: bool = False
    time_given: bool = False
    bound: bool = False
    of_thing: bool = False
