"""Deleting from the store: what is too old, and what belongs to a person who wants to be forgotten."""

# ruff: noqa: S608 - statements are put together from our own words; what comes from mail is always bound
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

from handover.codec import to_json, to_number
from handover.store.base import CHUNK, marks
from handover.store.folders import parts_of
from handover.store.judgement import Judgement, written
from handover.store.reading import Reading
from handover.store.rows import unpacked
from handover.store.who import WhoIsWho
from handover.store.writing import LIVE, STALE, Writing, forgotten_hash

_EVER = -(2**62)


class Removal(Writing, Reading, WhoIsWho, Judgement):
    """Purges, exports and deletes."""

    def purge(self, before: datetime) -> int:
        """Delete the messages that arrived before *before*; return how many. Nothing of them is left in the file.

        Where they lie is remembered without them, so that they are not read again.
        """
        number = to_number(before)
        ids = [row[0] for row in self.db.execute("SELECT id FROM message WHERE arrived<?", (number,))]
        with self.transaction():
            self._pass_over_locations(ids)
            self.remove_messages(ids)
            for name in ("purged_before", "passed_before"):
                self.set_meta(name, str(max(number, int(self.meta(name) or _EVER))))
        if ids:
            self.compact()
        return len(ids)

    def _pass_over_locations(self, ids: Sequence[int]) -> None:
        for part in parts_of(ids, CHUNK):
            where = f"message IN ({marks(len(part))})"
            self.db.execute(
                f"INSERT OR IGNORE INTO location SELECT 0, folder, locator, stale FROM location WHERE {where}",
                part,
            )

    def begin_keeping(self, since: datetime | None) -> int:
        """Keep what arrived from *since* on, in `to_number`'s form returned, but nothing that was purged once.

        Mail that was passed over before and is wanted now is looked at again.
        """
        purged = int(self.meta("purged_before") or _EVER)
        passed = int(self.meta("passed_before") or _EVER)
        wanted = max(to_number(since) if since else _EVER, purged)
        if passed > wanted and self.db.execute("SELECT 1 FROM location WHERE message=0 LIMIT 1").fetchone():
            with self.transaction():
                self.db.execute("DELETE FROM location WHERE message=0")
                self.db.execute("UPDATE folder SET mark=NULL")
        if passed != wanted:
            self.set_meta("passed_before", str(wanted))
        return wanted

    def remove_messages(self, ids: Sequence[int]) -> None:
        """Delete messages with all that hangs on them alone; their customers become dirty."""
        with self.transaction():
            for part in parts_of(ids, CHUNK):
                some = f"({marks(len(part))})"
                self.db.execute(
                    "INSERT OR IGNORE INTO dirty_customer SELECT DISTINCT p.customer FROM message m,"
                    f" json_each(m.parties) j JOIN party p ON p.id=j.value"
                    f" WHERE p.customer IS NOT NULL AND m.id IN {some}",
                    part,
                )
                threads = self.db.execute(
                    f"SELECT DISTINCT thread FROM message WHERE id IN {some}", part
                ).fetchall()
                self._uninvolve(part)
                for table, column in (
                    ("message", "id"), ("content", "id"), ("location", "message"), ("dirty_message", "id")
                ):  # fmt: skip
                    self.db.execute(f"DELETE FROM {table} WHERE {column} IN {some}", part)
                self._rename_threads([thread for (thread,) in threads])
            self._drop_idle_parties()

    def _rename_threads(self, threads: Sequence[int]) -> None:
        """Name *threads* after the oldest message that is left; let go of empty ones."""
        for thread in threads:
            row = self.db.execute(
                "SELECT date, coalesce(message_id, lower(hex(key))) FROM message WHERE thread=?"
                " ORDER BY date, message_id LIMIT 1",
                (thread,),
            ).fetchone()
            if row:
                (size,) = self.db.execute("SELECT COUNT(*) FROM message WHERE thread=?", (thread,)).fetchone()
                self.db.execute("UPDATE thread SET date=?, name=?, size=? WHERE id=?", (*row, size, thread))
            else:  # the ids that pointed here may still come; the thread stays, without a name
                self.db.execute("UPDATE thread SET name='', size=0, date=? WHERE id=?", (2**62, thread))

    def _drop_idle_parties(self) -> None:
        idle = "SELECT id FROM party WHERE NOT EXISTS (SELECT 1 FROM involvement i WHERE i.party=party.id)"
        self.db.execute(f"DELETE FROM naming WHERE party IN ({idle})")
        self.db.execute(f"DELETE FROM party WHERE id IN ({idle})")
        self.parties.clear()

    def begin_reparse(self) -> None:
        """Have every message that lies in the mailbox read again: the parser has changed.

        What is not met again was deleted meanwhile. Messages "deleted by you" stay as the old parser read them.
        """
        with self.transaction():
            self.db.execute("UPDATE message SET gone=? WHERE gone=?", (STALE, LIVE))
            self.db.execute("UPDATE location SET stale=1")
            self.db.execute("UPDATE folder SET mark=NULL, count=0, resetting=1")
            self.db.execute("DELETE FROM skipped")
            self.db.execute("DELETE FROM location WHERE message<=0")

    def end_reparse(self) -> None:
        """Let go of what the new parser knows under another key."""
        with self.transaction():
            rows = self.db.execute("SELECT id FROM message WHERE gone=?", (STALE,)).fetchall()
            self.remove_messages([number for (number,) in rows])

    def export(self, address: str) -> dict[str, Any]:
        """Return everything that is held of *address*, as plain values for JSON."""
        ids = self._messages_with(address)
        messages = []
        for stored in self._in_order(ids):
            entry = {name: value for name, value in asdict(stored.message).items() if value}
            messages.append({**entry, "signals": asdict(stored.signals), "deleted": stored.gone})
        query = "SELECT role, customer FROM party WHERE address=?"
        who = self.db.execute(query, (address.casefold(),)).fetchone()
        return {"address": address, "role": who and who[0], "customer": who and who[1], "messages": messages}

    def delete(self, address: str) -> int:
        """Delete what is held of *address*: every message that they wrote, got, or are named in; return how many.

        They are kept as a keyed hash only, so that mail of theirs in the mailbox is not stored again.
        """
        address = address.strip().casefold()
        with self.transaction():
            names = self._full_names(address)
            ids = sorted({*self._messages_with(address), *self._naming([address, *names])})
            self.remove_messages(ids)
            self._forget_mentions(address, names)
            self.db.execute(
                "INSERT OR IGNORE INTO forgotten VALUES(?)", (forgotten_hash(address, self.salt),)
            )
        self.compact()
        return len(ids)

    def forgotten_people(self) -> int:
        """Return of how many people nothing is kept because they asked for it."""
        return int(self.db.execute("SELECT COUNT(*) FROM forgotten").fetchone()[0])

    def _messages_with(self, address: str) -> list[int]:
        query = (
            "SELECT i.message FROM party p JOIN involvement i ON i.party=p.id WHERE p.address=? ORDER BY 1"
        )
        return [row[0] for row in self.db.execute(query, (address.strip().casefold(),))]

    def _full_names(self, address: str) -> list[str]:
        """Return the display names of *address* that tell who it is: two words or more."""
        query = "SELECT DISTINCT n.name FROM naming n JOIN party p ON p.id=n.party WHERE p.address=?"
        names = [row[0] for row in self.db.execute(query, (address,))]
        return [name for name in names if len(name.split()) > 1 and len(name) > 5]

    def _naming(self, words: Sequence[str]) -> list[int]:
        """Return the messages whose text, subject or headers hold one of *words*, case aside."""
        needles = [word.casefold() for word in words]
        query = "SELECT m.id, m.subject, m.message_id, c.data FROM message m JOIN content c ON c.id=m.id"
        found = []
        for number, subject, message_id, data in self.db.execute(query):
            haystack = f"{subject}\n{message_id}\n{to_json(unpacked(data))}".casefold()
            if any(needle in haystack for needle in needles):
                found.append(number)
        return found

    def _forget_mentions(self, address: str, names: Sequence[str]) -> None:
        """Delete what else holds *address* or *names*: facts (their customers are dirty), callers, skipped files."""
        needles = [address, *(name.casefold() for name in names)]
        for table, columns in _TEXTS.items():
            rows = self.db.execute(f"SELECT DISTINCT {', '.join(columns)} FROM {table}").fetchall()
            where = " AND ".join(f"{column} IS ?" for column in columns)
            held = [row for row in rows if any(needle in _folded(row) for needle in needles)]
            self.db.executemany(f"DELETE FROM {table} WHERE {where}", held)


def _folded(values: Sequence[str | bytes | None]) -> str:
    return "\n".join(written(value) for value in values if value).casefold()


_TEXTS = {
    "request": ("customer", "data"),
    "promise": ("customer", "data"),
    "fact": ("customer", "data"),
    "skipped": ("locator", "detail"),
    "party": ("address", "name", "note", "customer"),
    "naming": ("name",),
    "thread": ("name",),
    "dirty_customer": ("customer",),
}
