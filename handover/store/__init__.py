"""The store: what was read of the mail, in one SQLite file per owner. Derived; may be deleted at any time.

`Store` is the way in. Its parts: `writing` (messages, parties, locations), `linking` (threads), `folders`
(marks, coverage), `who` (roles and customers), `judgement` (facts), `reading`, `removal` (retention, privacy).
What a person did lies in the journal, not here.
"""

from __future__ import annotations

from typing import Self

from handover.database import Lock, translating
from handover.store.base import Location, Party, StoredMessage
from handover.store.judgement import Fact
from handover.store.removal import Removal
from handover.store.who import AddressUse, Resolver

__all__ = ["AddressUse", "Fact", "Location", "Party", "Resolver", "Store", "StoredMessage"]


@translating
class Store(Removal):
    """The open store. Raises `StoreError` when it cannot be used, `BusyError` when another run holds it."""

    _lock: Lock | None = None

    @classmethod
    def open(cls, path: str, *, lock: bool = True) -> Self:
        """Open or make the store at *path* (see `places.mail_path`); with *lock* keep other runs out."""
        held = Lock(path + ".lock") if lock else None
        try:
            store = cls(path)
        except BaseException:
            if held:
                held.release()
            raise
        store._lock = held
        return store

    def close(self) -> None:
        super().close()
        if self._lock:
            self._lock.release()
            self._lock = None
