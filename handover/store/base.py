"""What all parts of the store share: the open file, the salt, and the types that it hands out."""

from __future__ import annotations

import os
from typing import NamedTuple

from handover.database import Database
from handover.model import Message, PhoneNote, Signals
from handover.store.rows import PartyKey
from handover.store.schema import APPLICATION, MIGRATIONS, TABLES, VERSION

CHUNK = 500
"""So many values go into one statement; SQLite allows 999 in its older builds."""


class Location(NamedTuple):
    """Where a message lies: the source's uri, the folder, and the source's own locator."""

    source: str
    folder: str
    locator: str


class StoredMessage(NamedTuple):
    """A message as the store knows it. *thread* is the message-id (else key) of its thread's oldest message.

    *gone* says that it lies in no folder any more: "deleted by you". Quoted text and signature are empty.
    """

    message: Message
    signals: Signals
    thread: str
    gone: bool


class Party(NamedTuple):
    """Somebody as mails name them.

    *address* in lower case, or ``""`` where a list hid it: then *via* is the list's. *names* are the display
    names seen, commonest first. *note* is given for the caller of a phone note (a sender of another kind).
    *sent* and *received* count the mails.
    """

    address: str
    names: tuple[str, ...]
    via: str
    note: PhoneNote | None
    sent: int
    received: int

    @property
    def name(self) -> str:
        return self.names[0] if self.names else ""


class StoreBase(Database):
    """The open ``mail.sqlite``."""

    application = APPLICATION
    version = VERSION
    tables = TABLES
    migrations = MIGRATIONS
    advice = "it holds nothing that is not in your mail: delete it, and the next run reads everything again"

    def __init__(self, path: str, *, wait_s: float = 5.0) -> None:
        super().__init__(path, wait_s=wait_s)
        self.parties: dict[PartyKey, int] = {}
        self._salt = b""

    @property
    def salt(self) -> bytes:
        """The secret with which message-ids and forgotten addresses are hashed."""
        if not self._salt:
            (self._salt,) = self.db.execute("SELECT value FROM meta WHERE name='salt'").fetchone()
        return self._salt

    def created(self) -> None:
        self.db.execute("INSERT INTO meta VALUES('salt', ?)", (os.urandom(16),))

    def rolled_back(self) -> None:
        self.parties.clear()

    def fingerprint(self, stage: str) -> str | None:
        """Return the fingerprint under which the rows of *stage* were made: parse, language, people, ledger."""
        row = self.db.execute("SELECT value FROM fingerprint WHERE stage=?", (stage,)).fetchone()
        return row[0] if row else None

    def set_fingerprint(self, stage: str, value: str) -> None:
        """Keep the fingerprint of *stage*; call it in the transaction that brings the rows up to it."""
        with self.transaction():
            self.db.execute("INSERT OR REPLACE INTO fingerprint VALUES(?,?)", (stage, value))

    def meta(self, name: str) -> str | None:
        """Return a value that `set_meta` kept."""
        row = self.db.execute("SELECT value FROM meta WHERE name=?", (name,)).fetchone()
        return row[0] if row else None

    def set_meta(self, name: str, value: str) -> None:
        """Keep a value under *name*."""
        with self.transaction():
            self.db.execute("INSERT OR REPLACE INTO meta VALUES(?,?)", (name, value))


def marks(count: int) -> str:
    """Return ``?,?,…`` for *count* values of a statement."""
    return ",".join("?" * count)
