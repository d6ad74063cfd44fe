"""Reading signals for the store: a picklable function of a message, with the owner's zone and working days."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from handover import __version__
from handover.model import Message, RawMessage, Signals, Skipped
from handover.worktime import WorkCalendar

if TYPE_CHECKING:
    from handover.language.own_words import OwnWord

RULES = "9"
"""Version of the rules of language between two releases; a new one has all signals read anew."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads the new text of a message; dates are understood in the zone and calendar of *work*.

    *words* are the user's own, already verified.
    """

    work: WorkCalendar
    words: tuple[OwnWord, ...] = ()

    @property
    def fingerprint(self) -> str:
        """A hash of all that decides what is read in a text: the program's rules, the calendar, the user's words."""
        work = self.work
        calendar = (work.zone.key, work.start, work.end, sorted(work.days), work.region, sorted(work.off))
        told = (__version__, RULES, calendar, sorted(map(repr, self.words)))
        return hashlib.sha256(repr(told).encode("utf-8", "replace")).hexdigest()[:16]

    def __call__(self, message: Message) -> Signals:
        from handover.language import read
        from handover.language.own_words import vocabulary_of

        text = message.new_text
        if not message.in_reply_to and not message.references and message.subject and len(text) < 400:
            text = f"{message.subject}\n\n{text}"
        return read(
            text, now=message.date, zone=self.work.zone, calendar=self.work, words=vocabulary_of(self.words)
        )


def parse(raw: RawMessage) -> Message | Skipped:
    """Parse a mail; the parser is loaded with the first one, so that a run without new mail is quick."""
    from handover.parse import parse as parse_mail

    return parse_mail(raw)
