"""Phone notes of the journal as entries of the ledger, beside the mail."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from handover.journal import Journal, Note
from handover.ledger import Entry, entry_of
from handover.model import Address, Message, PhoneNote, SignatureFacts
from handover.people import People

if TYPE_CHECKING:
    from handover.language.own_words import OwnWord


def entries_of_notes(
    journal: Journal, people: People, words: tuple[OwnWord, ...] = ()
) -> dict[str, list[Entry]]:
    """Return the journal's notes as entries of the ledger, by the customer that called; read with *words*."""
    found: dict[str, list[Entry]] = defaultdict(list)
    for note in journal.notes():
        steps = [(note.at, note.note, "")]
        if note.state == "done" and note.changed is not None:
            steps.append((note.changed, replace(note.note, outcome="done", promised=False), "done"))
        for at, content, suffix in steps:
            entry = _entry(note, at, content, suffix, people, words)
            if entry.customer:
                found[entry.customer].append(entry)
    return found


def _entry(
    note: Note, at: datetime, content: PhoneNote, suffix: str, people: People, words: tuple[OwnWord, ...]
) -> Entry:
    from handover.language import read
    from handover.language.own_words import vocabulary_of

    message = Message(
        key=f"note:{note.id}{suffix}", message_id=None, in_reply_to=(), references=(), date=at, date_doubt=None,
        arrived=at, from_=people.owner[0], via="", reply_to=(), to=(Address("", people.owner[0].address),), cc=(),
        bcc=(), subject="", new_text=content.about or note.text, quoted_text="", signature="",
        facts=SignatureFacts(), attachments=(), automatic=None, automatic_why="", out_of_office=None,
        bounce_of=(), calendar=(), note=content, authentication="", damage=(), size=len(note.text),
    )  # fmt: skip
    return entry_of(message, read(note.text, now=at, words=vocabulary_of(words)), f"note:{note.id}", people)
