"""Reading signals for the store: a picklable function of a message, with the owner's zone and working days."""

from __future__ import annotations

from dataclasses import dataclass

from handover.model import Message, RawMessage, Signals, Skipped
from handover.worktime import WorkCalendar


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads the new text of a message; dates are understood in the zone and calendar of *work*."""

    work: WorkCalendar

    def __call__(self, message: Message) -> Signals:
        from handover.language import read

        text = message.new_text
        if not message.in_reply_to and not message.references and message.subject and len(text) < 400:
            text = f"{message.subject}\n\n{text}"
        return read(text, now=message.date, zone=self.work.zone, calendar=self.work)


def parse(raw: RawMessage) -> Message | Skipped:
    """Parse a mail; the parser is loaded with the first one, so that a run without new mail is quick."""
    from handover.parse import parse as parse_mail

    return parse_mail(raw)
