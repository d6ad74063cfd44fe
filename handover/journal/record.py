"""The record: a chain in which nothing can be changed, left out or put in between without it showing.

Each link hashes the one before it, its moment, its kind and a salted digest of its content. Contents lie beside
the chain with their salts; deleting both leaves the chain whole and tells nothing of what was deleted.
"""

from __future__ import annotations

import os
from datetime import datetime
from hashlib import sha256

from handover.codec import to_moment, to_number
from handover.database import Database
from handover.journal.entries import RecordEntry

BEGINNING = "0" * 64


class Record(Database):
    """Appends to the chain and proves it."""

    def add_record(self, at: datetime, kind: str, content: str) -> RecordEntry:
        """Append *content* as *kind*; return the new link, whose hash is the head."""
        salt = os.urandom(16)
        digest = _digest(salt, content)
        with self.transaction():
            previous = self.head()
            link = _link(previous, to_number(at), kind, digest)
            number = self.db.execute(
                "INSERT INTO record(at, kind, digest, previous, hash) VALUES(?,?,?,?,?)",
                (to_number(at), kind, digest, previous, link),
            ).lastrowid
            self.db.execute("INSERT INTO record_content VALUES(?,?,?)", (number, salt, content))
        return RecordEntry(number or 0, at, kind, digest, previous, link, content)

    def head(self) -> str:
        """Return the hash of the newest link; zeros before the first."""
        row = self.db.execute("SELECT hash FROM record ORDER BY number DESC LIMIT 1").fetchone()
        return row[0] if row else BEGINNING

    def record(self) -> list[RecordEntry]:
        """Return the chain, oldest first."""
        rows = self.db.execute(
            "SELECT r.number, r.at, r.kind, r.digest, r.previous, r.hash, c.content FROM record r"
            " LEFT JOIN record_content c ON c.number=r.number ORDER BY r.number"
        )
        return [RecordEntry(number, to_moment(at), *rest) for number, at, *rest in rows]

    def broken_records(self, head: str | None = None) -> list[int]:
        """Return the numbers of links that do not fit: changed, or torn from the one before.

        With *head*, a hash that was sent out once, 0 is among them when the chain does not hold it.
        """
        salts = {n: (salt, text) for n, salt, text in self.db.execute("SELECT * FROM record_content")}
        broken = []
        previous = BEGINNING
        seen = {BEGINNING}
        for number, at, kind, digest, before, link in self.db.execute("SELECT * FROM record ORDER BY number"):
            fits = before == previous and link == _link(before, at, kind, digest)
            if not fits or (number in salts and _digest(*salts[number]) != digest):
                broken.append(number)
            previous = link
            seen.add(link)
        return broken if head is None or head in seen else [0, *broken]


def _digest(salt: bytes, content: str) -> str:
    return sha256(salt + content.encode("utf-8", "replace")).hexdigest()


def _link(previous: str, at: int, kind: str, digest: str) -> str:
    return sha256(f"{previous}\n{at}\n{kind}\n{digest}".encode()).hexdigest()
