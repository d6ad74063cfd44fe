"""Folders of the store: marks, coverage, what was skipped, and which messages lie in them no more."""

# ruff: noqa: S608 - statements are put together from our own words; what comes from mail is always bound
from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from handover.codec import to_json, to_moment, to_number
from handover.model import Coverage, FolderRole, Skipped
from handover.sources.base import Mark
from handover.store.base import CHUNK, StoreBase, marks
from handover.store.rows import clean

TRANSIENT = ("unreadable",)
"""Reasons that may have passed by the next run; such messages are tried again each time."""

MOST_TOLD = 1000
"""So many of what was skipped is named one by one; the rest is counted."""


@dataclass(frozen=True, slots=True)
class FolderState:
    """What the store keeps of a folder. *mark* is None until the folder was read to its end."""

    id: int
    name: str
    role: FolderRole
    mark: Mark | None
    count: int
    resetting: bool


class Folders(StoreBase):
    """Folders, marks, coverage."""

    def folder(self, source: str, name: str, role: FolderRole) -> FolderState:
        """Return what is kept of a folder, entering it where it is new."""
        query = "SELECT id, name, role, mark, count, resetting FROM folder WHERE source=? AND name=?"
        if (row := self.db.execute(query, (source, name)).fetchone()) is None:
            with self.transaction():
                self.db.execute(
                    "INSERT INTO folder(source, name, role) VALUES(?,?,?)", (source, name, role.value)
                )
            row = self.db.execute(query, (source, name)).fetchone()
        if row[2] != role.value:
            with self.transaction():
                self.db.execute("UPDATE folder SET role=? WHERE id=?", (role.value, row[0]))
        return FolderState(row[0], row[1], role, json.loads(row[3]) if row[3] else None, row[4], bool(row[5]))

    def folder_names(self, source: str) -> list[str]:
        """Return the folders that are kept of *source*."""
        return [name for (name,) in self.db.execute("SELECT name FROM folder WHERE source=?", (source,))]

    def known(self, folder: int) -> list[str]:
        """Return the locators that are stored, passed over, or skipped for good in *folder*."""
        stored = "SELECT locator FROM location WHERE folder=? AND stale=0"
        lasting = f"NOT noted AND reason NOT IN ({marks(len(TRANSIENT))})"
        skipped = f"SELECT locator FROM skipped WHERE folder=? AND {lasting}"
        rows = self.db.execute(f"{stored} UNION ALL {skipped}", (folder, folder, *TRANSIENT))
        return [locator for (locator,) in rows if locator]

    def retryable(self, folder: int, limit: int = 1000) -> list[str]:
        """Return the locators of *folder* that could not be read last time, but perhaps can be now."""
        query = f"SELECT locator FROM skipped WHERE folder=? AND reason IN ({marks(len(TRANSIENT))}) LIMIT ?"
        return [locator for (locator,) in self.db.execute(query, (folder, *TRANSIENT, limit)) if locator]

    def begin_reset(self, folder: int) -> None:
        """Forget where messages lie in *folder*: it is read anew, and what is not met again is gone."""
        with self.transaction():
            self.db.execute("UPDATE location SET stale=1 WHERE folder=?", (folder,))
            self.db.execute("DELETE FROM skipped WHERE folder=?", (folder,))
            self.db.execute("UPDATE folder SET mark=NULL, count=0, resetting=1 WHERE id=?", (folder,))

    def forget_locators(self, folder: int, gone: Sequence[str]) -> None:
        """Note that *gone* lie in *folder* no more; a message that lies nowhere else is "deleted by you"."""
        with self.transaction():
            self.db.execute("CREATE TEMP TABLE IF NOT EXISTS lost(locator TEXT PRIMARY KEY) WITHOUT ROWID")
            self.db.execute("DELETE FROM lost")
            self.db.executemany("INSERT OR IGNORE INTO lost VALUES(?)", ((locator,) for locator in gone))
            where = "folder=? AND locator IN (SELECT locator FROM lost)"
            self._drop_locations(folder, where)
            self.db.execute(f"DELETE FROM skipped WHERE {where}", (folder,))

    def finish_folder(self, folder: int, mark: Mark, count: int) -> None:
        """Keep *mark*: all that it vouches for is stored. *count* is the source's, -1 when unknown."""
        with self.transaction():
            resetting = self.db.execute("SELECT resetting FROM folder WHERE id=?", (folder,)).fetchone()[0]
            if resetting:
                self._drop_locations(folder, "folder=? AND stale=1")
            if count < 0:
                (count,) = self.db.execute(
                    "SELECT COUNT(*) FROM location WHERE folder=?", (folder,)
                ).fetchone()
            self.db.execute(
                "UPDATE folder SET mark=?, count=?, resetting=0, error=NULL WHERE id=?",
                (to_json(mark), count, folder),
            )

    def set_folder_error(self, folder: int, error: str | None) -> None:
        """Keep that *folder* could not be read to its end, and why; None when it could."""
        with self.transaction():
            self.db.execute("UPDATE folder SET error=? WHERE id=? AND error IS NOT ?", (error, folder, error))

    def add_skipped(self, folder: int, skips: Iterable[Skipped]) -> None:
        """Keep what could not be read; it is reported with every answer until it can be, or is gone."""
        self._keep_skipped(folder, skips, is_noted=False)

    def set_noted(self, folder: int, skips: Sequence[Skipped]) -> None:
        """Keep what listing *folder* noted, in place of what it noted before."""
        with self.transaction():
            self.db.execute("DELETE FROM skipped WHERE folder=? AND noted", (folder,))
            self._keep_skipped(folder, skips, is_noted=True)

    def _keep_skipped(self, folder: int, skips: Iterable[Skipped], is_noted: bool) -> None:
        rows = [(folder, clean(s.locator), clean(s.reason), clean(s.detail)[:300], is_noted) for s in skips]
        with self.transaction():
            self.db.executemany("INSERT OR REPLACE INTO skipped VALUES(?,?,?,?,?)", rows)

    def drop_folders(self, source: str, keep: Iterable[str], *, forget: Iterable[str] = ()) -> None:
        """Let go of the folders of *source* beside *keep*: their messages are "deleted by you".

        Those of the folders *forget*, which are there but are not to be read, are removed altogether.
        """
        wanted, unwanted = set(keep), set(forget)
        rows = self.db.execute("SELECT id, name FROM folder WHERE source=?", (source,)).fetchall()
        for folder, name in rows:
            if name in wanted:
                continue
            with self.transaction():
                left = self._drop_locations(folder, "folder=?")
                if name in unwanted:
                    self.remove_messages(left)
                self.db.execute("DELETE FROM skipped WHERE folder=?", (folder,))
                self.db.execute("DELETE FROM folder WHERE id=?", (folder,))

    def remove_messages(self, ids: Sequence[int]) -> None:
        raise NotImplementedError

    def _drop_locations(self, folder: int, where: str) -> list[int]:
        """Delete locations; return the messages that lie nowhere now."""
        rows = self.db.execute(f"SELECT DISTINCT message FROM location WHERE {where}", (folder,)).fetchall()
        self.db.execute(f"DELETE FROM location WHERE {where}", (folder,))
        touched = [message for (message,) in rows if message > 0]
        left = [message for message in touched if not self._lies_somewhere(message)]
        for part in parts_of(left, CHUNK):
            self.db.execute(f"UPDATE message SET gone=1 WHERE gone=0 AND id IN ({marks(len(part))})", part)
            self.db.executemany("INSERT OR IGNORE INTO dirty_message VALUES(?)", ((m,) for m in part))
        if touched:
            self._renew_span(folder)
        return left

    def _lies_somewhere(self, message: int) -> bool:
        found = self.db.execute("SELECT 1 FROM location WHERE message=? LIMIT 1", (message,)).fetchone()
        return found is not None

    def _renew_span(self, folder: int) -> None:
        span = "SELECT {}(date) FROM message m JOIN location l ON l.message=m.id WHERE l.folder=:f"
        self.db.execute(
            f"UPDATE folder SET oldest=({span.format('MIN')}), newest=({span.format('MAX')}) WHERE id=:f",
            {"f": folder},
        )

    def coverage(self, source: str, *, until: datetime | None = None) -> Coverage:
        """Return what was looked at of *source*, as of the last run; with *until* only what had arrived by then."""
        cover = Coverage(source)
        if until is not None:
            (newest,) = self.db.execute("SELECT max(arrived) FROM message").fetchone()
            if newest is None or newest <= to_number(until):
                until = None
        rows = self.db.execute(
            "SELECT id, name, count, oldest, newest, error, mark FROM folder WHERE source=?", (source,)
        ).fetchall()
        for folder, name, count, oldest, newest, error, mark in rows:
            if until is not None:
                count, oldest, newest = self._counted(folder, until)
            cover.folders += 1
            cover.messages += count
            if error or not mark:
                cover.unread.append(name)
            cover.oldest = min(filter(None, (cover.oldest, oldest and to_moment(oldest))), default=None)
            cover.newest = max(filter(None, (cover.newest, newest and to_moment(newest))), default=None)
        cover.skips = self.skipped(source, MOST_TOLD)
        cover.skipped = self._count_skipped(source) if len(cover.skips) == MOST_TOLD else len(cover.skips)
        cover.complete = not cover.unread and not cover.skips
        return cover

    def newest(self, until: datetime) -> datetime | None:
        """Return from when the newest mail is that had arrived by *until*; a date later than the arrival is forged."""
        query = "SELECT max(min(date, arrived)) FROM message WHERE arrived<=?"
        (found,) = self.db.execute(query, (to_number(until),)).fetchone()
        return to_moment(found) if found is not None else None

    def _counted(self, folder: int, until: datetime) -> tuple[int, int | None, int | None]:
        query = (
            "SELECT COUNT(*), MIN(m.date), MAX(m.date) FROM location l JOIN message m ON m.id=l.message"
            " WHERE l.folder=? AND m.arrived<=?"
        )
        count, oldest, newest = self.db.execute(query, (folder, to_number(until))).fetchone()
        return count, oldest, newest

    def skipped(self, source: str, limit: int = -1) -> list[Skipped]:
        """Return what could not be read of *source*, at most *limit*."""
        query = (
            "SELECT s.locator, f.name, s.reason, s.detail FROM skipped s JOIN folder f ON f.id=s.folder"
            " WHERE f.source=? ORDER BY f.name, s.locator LIMIT ?"
        )
        return [Skipped(*row) for row in self.db.execute(query, (source, limit))]

    def sources(self) -> list[str]:
        """Return the uris of the sources that were read into this store."""
        return [source for (source,) in self.db.execute("SELECT DISTINCT source FROM folder ORDER BY source")]

    def _count_skipped(self, source: str) -> int:
        query = "SELECT COUNT(*) FROM skipped s JOIN folder f ON f.id=s.folder WHERE f.source=?"
        return int(self.db.execute(query, (source,)).fetchone()[0])

    def folder_errors(self) -> list[tuple[str, str, str]]:
        """Return (source, folder, why) of the folders that could not be read to their end."""
        query = "SELECT source, name, error FROM folder WHERE error IS NOT NULL ORDER BY source, name"
        return list(self.db.execute(query))


def parts_of(values: Sequence[int], size: int) -> Iterator[Sequence[int]]:
    """Yield *values* in parts of at most *size*."""
    for start in range(0, len(values), size):
        yield values[start : start + size]
