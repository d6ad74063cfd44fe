"""The journal: what a person did, in ``journal.sqlite``. Append-only but for deletions on request; never rebuilt.

Phone notes, verdicts, lessons, absences, packets, deliveries, receipts, reserved slots, briefings and the record.
Changing an entry appends a newer one with its id. What was read of the mail lies in the store, not here.
"""

# ruff: noqa: S608 - statements are put together from our own words; what comes from outside is always bound
from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any, ClassVar, Self, TypeVar

from handover.codec import dumps, loads, to_number
from handover.database import translating
from handover.journal.entries import Briefing, Delivery, Lesson, Note, Packet, Receipt, RecordEntry, Slot
from handover.journal.removal import KINDS, Removal
from handover.model import Absence, PhoneNote, Verdict

__all__ = ["Briefing", "Delivery", "Journal", "Lesson", "Note", "Packet", "Receipt", "RecordEntry", "Slot"]

Entry = TypeVar("Entry")

_TABLE = """
CREATE TABLE {0}(
  number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL, at INTEGER NOT NULL, data TEXT NOT NULL);
CREATE INDEX {0}_id ON {0}(id, number);
"""

_RECORD = """
CREATE TABLE record(
  number INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, kind TEXT NOT NULL, digest TEXT NOT NULL,
  previous TEXT NOT NULL, hash TEXT NOT NULL);
CREATE TABLE record_content(number INTEGER PRIMARY KEY, salt BLOB NOT NULL, content TEXT NOT NULL);
"""

_UNDONE = "null"


@translating
class Journal(Removal):
    """The open journal. Raises `StoreError` when it cannot be used, `BusyError` when another run writes for long."""

    application = 0x68616E6A
    version = 2
    tables = "".join(_TABLE.format(kind) for kind in KINDS) + _RECORD
    migrations: ClassVar[Mapping[int, str]] = {1: _TABLE.format("lesson")}
    advice = (
        "it holds your own notes and judgements and cannot be rebuilt: move it aside and bring back a backup"
    )
    synchronous = "FULL"

    @classmethod
    def open(cls, path: str) -> Self:
        """Open or make the journal at *path* (see `places.journal_path`)."""
        return cls(path)

    def add_note(self, at: datetime, text: str, note: PhoneNote) -> Note:
        """Write a phone note down."""
        number = self.db.execute("SELECT coalesce(max(number), 0) FROM note").fetchone()[0]
        made = Note(_id(at.isoformat(), text, str(number)), at, text, note)
        self._append("note", made.id, at, made)
        return made

    def set_note(self, id_: str, state: str, at: datetime) -> Note | None:
        """Set the state (``done``, ``open``) of the note whose id alone begins with *id_*; None if there is none."""
        found = [note for note in self.notes() if note.id.startswith(id_)]
        if len(found) != 1:
            return None
        changed = replace(found[0], state=state, changed=at)
        self._append("note", changed.id, at, changed)
        return changed

    def notes(self, *, until: datetime | None = None) -> list[Note]:
        """Return the notes as they stand (at *until*), oldest first."""
        return self._latest("note", Note, until)

    def add_verdict(self, verdict: Verdict) -> None:
        """Keep a person's judgement of a finding; it replaces an earlier one."""
        self._append("verdict", verdict.finding, verdict.at, verdict)

    def undo_verdict(self, finding: str, at: datetime) -> bool:
        """Take the judgement of *finding* back; return whether there was one."""
        if finding not in self.verdicts():
            return False
        self._append("verdict", finding, at, None)
        return True

    def verdicts(self, *, until: datetime | None = None) -> dict[str, Verdict]:
        """Return the judgements that stand (at *until*), by finding."""
        return {verdict.finding: verdict for verdict in self._latest("verdict", Verdict, until)}

    def add_absence(self, absence: Absence, at: datetime) -> None:
        """Keep an absence; one with the same days replaces it."""
        self._append("absence", _days(absence.first, absence.last), at, absence)

    def remove_absence(self, first: date, last: date, at: datetime) -> None:
        """Take an absence back."""
        self._append("absence", _days(first, last), at, None)

    def absences(self, *, until: datetime | None = None) -> list[Absence]:
        """Return the absences that stand (at *until*), earliest first."""
        return sorted(
            self._latest("absence", Absence, until), key=lambda absence: (absence.first, absence.last)
        )

    def add_packet(self, packet: Packet) -> None:
        """Keep a packet that was built; one with the same token replaces it."""
        self._append("packet", packet.token, packet.at, packet)

    def packets(self, *, until: datetime | None = None) -> list[Packet]:
        """Return the packets, oldest first."""
        return self._latest("packet", Packet, until)

    def add_delivery(self, delivery: Delivery) -> None:
        """Enter a mail of ours as intended, or its new state: one message-id is one delivery."""
        self._append("delivery", delivery.message_id, delivery.at, delivery)

    def deliveries(self, packet: str | None = None) -> list[Delivery]:
        """Return the deliveries (of one packet) in their newest state, oldest first."""
        return [one for one in self._latest("delivery", Delivery) if packet in (None, one.packet)]

    def add_receipt(self, receipt: Receipt) -> bool:
        """Keep what came back on a packet; return False when it is known already."""
        name = _id(receipt.packet, receipt.item, receipt.kind, receipt.by, receipt.key)
        with self.transaction():
            if self.db.execute("SELECT 1 FROM receipt WHERE id=?", (name,)).fetchone():
                return False
            self._append("receipt", name, receipt.at, receipt)
        return True

    def receipts(self, packet: str | None = None, *, until: datetime | None = None) -> list[Receipt]:
        """Return what came back (on one packet), oldest first."""
        return [one for one in self._latest("receipt", Receipt, until) if packet in (None, one.packet)]

    def reserve(
        self, start: datetime, end: datetime, contact: str, at: datetime, request: str = ""
    ) -> Slot | None:
        """Reserve a time for calling *contact*; None when it overlaps one that is taken."""
        with self.transaction():
            if any(taken.start < end and start < taken.end for taken in self.slots()):
                return None
            slot = Slot(_id(start.isoformat(), contact, at.isoformat()), start, end, contact, at, request)
            self._append("slot", slot.id, at, slot)
        return slot

    def release(self, id_: str, at: datetime) -> None:
        """Give a reserved time free again."""
        for slot in self.slots():
            if slot.id == id_:
                self._append("slot", id_, at, replace(slot, released=True))

    def slots(self, *, until: datetime | None = None) -> list[Slot]:
        """Return the reserved times that stand, earliest first."""
        taken = [slot for slot in self._latest("slot", Slot, until) if not slot.released]
        return sorted(taken, key=lambda slot: slot.start)

    def add_briefing(self, briefing: Briefing) -> None:
        """Keep the findings of a week's briefing."""
        self._append("briefing", briefing.week, briefing.at, briefing)

    def briefings(self, *, until: datetime | None = None) -> list[Briefing]:
        """Return the newest briefing of each week, oldest week first."""
        return sorted(self._latest("briefing", Briefing, until), key=lambda briefing: briefing.week)

    def add_lesson(self, lesson: Lesson, at: datetime) -> None:
        """Keep what was learned; a lesson about the same replaces it."""
        self._append("lesson", lesson.id, at, lesson)

    def forget_lesson(self, lesson: Lesson, at: datetime) -> None:
        """Take back what was learned."""
        self._append("lesson", lesson.id, at, None)

    def lessons(self, *, until: datetime | None = None) -> list[Lesson]:
        """Return the lessons that stand (at *until*), oldest first."""
        return self._latest("lesson", Lesson, until)

    def _append(self, kind: str, id_: str, at: datetime, value: Any) -> None:
        data = _UNDONE if value is None else dumps(value).encode("utf-8", "replace").decode("utf-8")
        with self.transaction():
            row = (id_, to_number(at), data)
            self.db.execute(f"INSERT INTO {kind}(id, at, data) VALUES(?,?,?)", row)

    def _latest(self, kind: str, type_: type[Entry], until: datetime | None = None) -> list[Entry]:
        """Return the newest entry of each id (at *until*), in the order in which the ids first came."""
        newest = f"SELECT max(number) AS last, min(number) AS first FROM {kind} WHERE at<=? GROUP BY id"
        limit = to_number(until) if until else 2**62
        query = f"SELECT e.data FROM ({newest}) n JOIN {kind} e ON e.number=n.last ORDER BY n.first"
        return [loads(type_, data) for (data,) in self._values(query, limit) if data != _UNDONE]

    def _values(self, query: str, limit: int) -> Iterable[tuple[str]]:
        return self.db.execute(query, (limit,))


def _id(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode("utf-8", "replace")).hexdigest()[:8]


def _days(first: date, last: date) -> str:
    return f"{first.isoformat()}/{last.isoformat()}"
