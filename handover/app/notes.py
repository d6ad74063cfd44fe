"""Phone notes that the owner writes down: kept in the journal, read by the ledger like mail."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from handover.answer import Answer
from handover.app.session import Session, session
from handover.config.settings import Settings
from handover.errors import UsageError
from handover.i18n import N_
from handover.journal import Note
from handover.people import People


def note_add(settings: Settings, text: str, for_: str, at: datetime) -> Answer:
    """Write a phone note down; its contact is the caller."""
    from handover.parse.phone_note import read_line

    note = read_line(text, at)
    if for_:
        note = replace(note, for_=for_)
    with session(settings) as opened:
        kept = opened.journal.add_note(at, text, note)
        _touch(opened, kept)
        answer = opened.answer("note")
        answer.data = {"note": _form(kept, opened.people)}
        return answer


def note_list(settings: Settings) -> Answer:
    """List the notes that are not done."""
    with session(settings) as opened:
        until = settings.now if settings.now_given else None
        notes = [note for note in opened.journal.notes(until=until) if note.state == "open"]
        answer = opened.answer("note list")
        answer.data = {"notes": [_form(note, opened.people) for note in notes]}
        return answer


def note_done(settings: Settings, identifier: str) -> Answer:
    """Tick a note off: called back, settled."""
    with session(settings) as opened:
        fitting = [note for note in opened.journal.notes() if note.id.startswith(identifier)]
        if len(fitting) != 1:
            raise UsageError(
                "no-such-note",
                N_("“{id}” names no phone note, or several."),
                hint=N_("“handover note list” shows them."),
                id=identifier,
            )
        done = opened.journal.set_note(fitting[0].id, "done", settings.now)
        assert done is not None
        _touch(opened, done)
        answer = opened.answer("note done")
        answer.data = {"note": _form(done, opened.people)}
        return answer


def _touch(opened: Session, note: Note) -> None:
    """Have the caller's facts made anew, now."""
    from handover.app import judging

    customer = opened.learned().caller(note.note).customer
    if customer:
        opened.store.mark_dirty([customer])
        judging.refresh(opened.store, opened.journal, opened.learned(), opened.settings.words)


def _form(note: Note, people: People) -> dict[str, object]:
    who = people.caller(note.note)
    return {
        "id": note.id,
        "at": note.at,
        "state": note.state,
        "text": note.text,
        "caller": note.note.caller or who.name,
        "customer": who.customer,
        "phone": note.note.phone,
        "for": note.note.for_,
        "outcome": note.note.outcome,
        "due": note.note.due,
    }
