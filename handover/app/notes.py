"""Phone notes that the owner writes down: kept in the journal, read by the ledger like mail."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import datetime

from handover.answer import Answer
from handover.app.session import Session, session
from handover.config.settings import Settings
from handover.errors import UsageError
from handover.i18n import N_
from handover.journal import Journal, Note
from handover.ledger import Entry, entry_of
from handover.model import Address, Message, PhoneNote, SignatureFacts
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
        judging.refresh(opened.store, opened.journal, opened.learned())


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


def entries_of_notes(journal: Journal, people: People) -> dict[str, list[Entry]]:
    """Return the journal's notes as entries of the ledger, by the customer that called."""
    found: dict[str, list[Entry]] = defaultdict(list)
    for note in journal.notes():
        steps = [(note.at, note.note, "")]
        if note.state == "done" and note.changed is not None:
            steps.append((note.changed, replace(note.note, outcome="done", promised=False), "done"))
        for at, content, suffix in steps:
            entry = _entry(note, at, content, suffix, people)
            if entry.customer:
                found[entry.customer].append(entry)
    return found


def _entry(note: Note, at: datetime, content: PhoneNote, suffix: str, people: People) -> Entry:
    from handover.language import read

    message = Message(
        key=f"note:{note.id}{suffix}", message_id=None, in_reply_to=(), references=(), date=at, date_doubt=None,
        arrived=at, from_=people.owner[0], via="", reply_to=(), to=(Address("", people.owner[0].address),), cc=(),
        bcc=(), subject="", new_text=content.about or note.text, quoted_text="", signature="",
        facts=SignatureFacts(), attachments=(), automatic=None, automatic_why="", out_of_office=None,
        bounce_of=(), calendar=(), note=content, authentication="", damage=(), size=len(note.text),
    )  # fmt: skip
    return entry_of(message, read(note.text, now=at), f"note:{note.id}", people)
