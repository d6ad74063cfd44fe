"""Storing messages: rows, parties, threads and locations, many at a time."""

# ruff: noqa: S608 - statements are put together from our own words; what comes from mail is always bound
from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from typing import NamedTuple

from handover.model import FolderRole, Message, Signals
from handover.store.base import CHUNK, Location, marks
from handover.store.folders import Folders, parts_of
from handover.store.linking import Linking
from handover.store.rows import FROM, NOTE, RECEIVED, PartyKey, Row, row_of, stored_key

LIVE, GONE, STALE = 0, 1, 2
OLD, FORGOTTEN = 0, -1
"""In place of a message's number: too old to be kept; of a person whose data was deleted on request."""

_MOST_PARTIES = 200_000
"""So many are remembered between two look-ups; more are forgotten, to bound memory."""


class Found(NamedTuple):
    """A message that is stored already."""

    id: int
    gone: int
    date: int


class Writing(Folders, Linking):
    """Adds messages."""

    def add(self, message: Message, signals: Signals, location: Location) -> bool:
        """Store one message and where it lies; return whether it is new to the store."""
        folder = self.folder(location.source, location.folder, FolderRole.OTHER)
        return self.add_rows(folder.id, [(row_of(message, signals, self.salt), location.locator)]) == 1

    def add_rows(self, folder: int, rows: Sequence[tuple[Row, str]]) -> int:
        """Store messages with their locators in *folder*; return how many are new to the store.

        A message that is stored already only gets one more location. One that a forgotten person wrote or got
        is passed over.
        """
        with self.transaction():
            unwanted = self._forgotten(rows)
            known = self._stored({stored_key(row.key) for row, _ in rows})
            fresh: dict[str, Row] = {}
            stale: dict[str, Row] = {}
            for row, _ in rows:
                found = known.get(stored_key(row.key))
                if row.key in unwanted:
                    continue
                if found is None:
                    fresh.setdefault(row.key, row)
                elif found.gone == STALE:
                    stale[row.key] = row
            self._replace([(known[stored_key(key)].id, row) for key, row in stale.items()])
            known.update(self._insert(list(fresh.values())))
            self._locate(folder, [(known.get(stored_key(row.key)), row, locator) for row, locator in rows])
        return len(fresh)

    def pass_over(self, folder: int, locators: Iterable[str]) -> None:
        """Note locators that were looked at and are not kept: older than wanted."""
        with self.transaction():
            rows = ((OLD, folder, locator) for locator in locators)
            self.db.executemany(
                "INSERT INTO location VALUES(?,?,?,0) ON CONFLICT DO UPDATE SET stale=0", rows
            )

    def begin_renewal(self, fingerprint: str) -> list[str]:
        """Return the keys of the messages whose signals are still to be read anew for *fingerprint*."""
        with self.transaction():
            if self.meta("renewing") != fingerprint:
                self.db.execute("DELETE FROM outdated")
                self.db.execute("INSERT INTO outdated SELECT key FROM message")
                self.set_meta("renewing", fingerprint)
        rows = self.db.execute("SELECT o.key FROM outdated o JOIN message m ON m.key=o.key ORDER BY m.id")
        return [key.hex() if isinstance(key, bytes) else key for (key,) in rows]

    def renew(self, rows: Sequence[Row], done: Sequence[str]) -> None:
        """Keep the signals of *rows*; the messages *done* are not outdated any more."""
        with self.transaction():
            self.db.executemany(
                "UPDATE content SET data=? WHERE id=(SELECT id FROM message WHERE key=?)",
                [(row.content, stored_key(row.key)) for row in rows],
            )
            self.db.executemany(
                "UPDATE message SET language=? WHERE key=?",
                [(row.language, stored_key(row.key)) for row in rows],
            )
            self.db.executemany("DELETE FROM outdated WHERE key=?", [(stored_key(key),) for key in done])

    def _stored(self, keys: set[bytes | str]) -> dict[bytes | str, Found]:
        known: dict[bytes | str, Found] = {}
        for part in _parts(list(keys)):
            query = f"SELECT key, id, gone, date FROM message WHERE key IN ({marks(len(part))})"
            known.update((key, Found(*rest)) for key, *rest in self.db.execute(query, part))
        return known

    def _insert(self, rows: Sequence[Row]) -> Iterator[tuple[bytes | str, Found]]:
        if not rows:
            return iter(())
        threads = self.threads_for(rows)
        (last,) = self.db.execute("SELECT coalesce(max(id), 0) FROM message").fetchone()
        ids = range(last + 1, last + 1 + len(rows))
        self._write(list(zip(ids, rows, threads, strict=True)))
        return iter(
            [(stored_key(row.key), Found(n, LIVE, row.date)) for n, row in zip(ids, rows, strict=True)]
        )

    def _replace(self, rows: Sequence[tuple[int, Row]]) -> None:
        """Write messages anew that an older parser read."""
        if rows:
            threads = self.threads_for([row for _, row in rows])
            self._uninvolve([number for number, _ in rows])
            self._write([(n, row, thread) for (n, row), thread in zip(rows, threads, strict=True)])

    def _write(self, rows: Sequence[tuple[int, Row, int]]) -> None:
        involved = self._involve([(number, row) for number, row, _ in rows])
        self.db.executemany(
            "INSERT OR REPLACE INTO message VALUES(?,?,?,?,?,?,?,?,?,?,?,?,0)",
            [
                (
                    n, stored_key(r.key), r.message_id, thread, r.date, r.arrived, people[0] if people else 0,
                    f"[{','.join(map(str, people))}]", r.subject, r.automatic, r.language, r.size,
                )
                for (n, r, thread), people in zip(rows, involved, strict=True)
            ],
        )  # fmt: skip
        self.db.executemany(
            "INSERT OR REPLACE INTO content VALUES(?,?)", [(n, r.content) for n, r, _ in rows]
        )
        self.db.executemany("INSERT OR IGNORE INTO dirty_message VALUES(?)", [(n,) for n, _, _ in rows])

    def _involve(self, rows: Sequence[tuple[int, Row]]) -> list[list[int]]:
        """Store who takes part in *rows*; return the numbers of their parties, the sender first."""
        involved = []
        pairs = []
        sent: Counter[tuple[int, str]] = Counter()
        received: Counter[tuple[int, str]] = Counter()
        for number, row in rows:
            people = []
            for key, name, fields in row.parties:
                party = self.parties.get(key) or self._party(key)
                people.append(party)
                pairs.append((party, number, fields))
                if fields & (FROM | NOTE):
                    sent[party, name] += 1
                if fields & RECEIVED:
                    received[party, name] += 1
            involved.append(people)
        pairs.sort()
        self.db.executemany("INSERT OR REPLACE INTO involvement VALUES(?,?,?)", pairs)
        self.db.executemany(
            "INSERT INTO naming VALUES(?,?,?,?) ON CONFLICT DO UPDATE SET"
            " sent=sent+excluded.sent, received=received+excluded.received",
            [(*key, sent[key], received[key]) for key in sent | received],
        )
        return involved

    def _uninvolve(self, messages: Sequence[int]) -> None:
        for part in parts_of(messages, CHUNK):
            query = f"SELECT j.value, m.id FROM message m, json_each(m.parties) j WHERE m.id IN ({marks(len(part))})"
            self.db.executemany(
                "DELETE FROM involvement WHERE party=? AND message=?", self.db.execute(query, part).fetchall()
            )

    def _party(self, key: PartyKey) -> int:
        query = "SELECT id FROM party WHERE address=? AND name=? AND via=? AND note=?"
        row = self.db.execute(query, key).fetchone()
        if row is None:
            sql = "INSERT INTO party(address, name, via, note) VALUES(?,?,?,?)"
            row = (self.db.execute(sql, key).lastrowid,)
        if len(self.parties) >= _MOST_PARTIES:
            self.parties.clear()
        self.parties[key] = row[0]
        return int(row[0])

    def _locate(self, folder: int, rows: Sequence[tuple[Found | None, Row, str]]) -> None:
        self.db.executemany(
            "INSERT INTO location VALUES(?,?,?,0) ON CONFLICT DO UPDATE SET stale=0",
            [(found.id if found else FORGOTTEN, folder, locator) for found, _, locator in rows],
        )
        self.db.executemany(
            "DELETE FROM skipped WHERE folder=? AND locator=?", [(folder, loc) for *_, loc in rows]
        )
        back = [(found.id,) for found, _, _ in rows if found and found.gone == GONE]
        self.db.executemany("UPDATE message SET gone=0 WHERE id=?", back)
        self.db.executemany("INSERT OR IGNORE INTO dirty_message VALUES(?)", back)
        if dates := [found.date for found, _, _ in rows if found]:
            self.db.execute(
                "UPDATE folder SET oldest=min(coalesce(oldest, ?1), ?1), newest=max(coalesce(newest, ?2), ?2)"
                " WHERE id=?3",
                (min(dates), max(dates), folder),
            )

    def _forgotten(self, rows: Sequence[tuple[Row, str]]) -> set[str]:
        """Return the keys of *rows* in which a person takes part whose data was deleted on request."""
        hashes = {row[0] for row in self.db.execute("SELECT hash FROM forgotten")}
        if not hashes:
            return set()
        return {
            row.key
            for row, _ in rows
            if any(forgotten_hash(key[0], self.salt) in hashes for key, _, _ in row.parties if key[0])
        }


def forgotten_hash(address: str, salt: bytes) -> bytes:
    """Return what is kept of an address whose owner wants to be forgotten."""
    return blake2b(address.casefold().encode("utf-8", "replace"), digest_size=16, key=salt).digest()


def _parts(values: list[bytes | str]) -> Iterator[list[bytes | str]]:
    for start in range(0, len(values), CHUNK):
        yield values[start : start + CHUNK]
