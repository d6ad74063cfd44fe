"""Threads as notmuch builds them: the union of Message-ID, In-Reply-To and References, merged as mail comes in.

A message-id that was met belongs to a thread, whether its mail was seen or not. Merged threads point to the
one that took them in (never to another that points on).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from handover.store.base import CHUNK, StoreBase, marks
from handover.store.folders import parts_of
from handover.store.rows import Row


class Linking(StoreBase):
    """Finds and merges threads."""

    def threads_for(self, rows: Sequence[Row]) -> list[int]:
        """Return the thread of each of *rows* (new messages, not stored yet), making and merging threads."""
        self._moved: dict[int, int] = {}
        known = self._linked({link for row in rows for link in row.links})
        fresh: dict[int, int] = {}
        found = []
        for row in rows:
            threads = list(dict.fromkeys(self._now(known[link]) for link in row.links if link in known))
            thread = threads[0] if threads else self._make(row)
            for other in threads[1:]:
                thread = self._merge(thread, other)
            for link in row.links:
                if link not in known:
                    known[link] = fresh[link] = thread
            found.append(thread)
        self.db.executemany("INSERT OR IGNORE INTO link VALUES(?,?)", fresh.items())
        settled = {thread: self._root(thread) for thread in set(found)}
        found = [settled[thread] for thread in found]
        self._count(rows, found)
        return found

    def _linked(self, links: Iterable[int]) -> dict[int, int]:
        known: dict[int, int] = {}
        query = "SELECT l.id, coalesce(t.parent, t.id) FROM link l JOIN thread t ON t.id=l.thread WHERE l.id IN ({})"
        for part in parts_of(sorted(links), CHUNK):
            known.update(self.db.execute(query.format(marks(len(part))), part))
        return known

    def _now(self, thread: int) -> int:
        while (to := self._moved.get(thread)) is not None:
            thread = to
        return thread

    def _root(self, thread: int) -> int:
        (root,) = self.db.execute("SELECT coalesce(parent, id) FROM thread WHERE id=?", (thread,)).fetchone()
        return int(root)

    def _make(self, row: Row) -> int:
        cursor = self.db.execute(
            "INSERT INTO thread(size, date, name) VALUES(0,?,?)", (row.date, row.message_id or row.key)
        )
        return int(cursor.lastrowid or 0)

    def _count(self, rows: Sequence[Row], threads: Sequence[int]) -> None:
        """Note size and oldest message of the threads that *rows* went into."""
        sizes: dict[int, int] = {}
        oldest: dict[int, tuple[int, str]] = {}
        for row, thread in zip(rows, threads, strict=True):
            sizes[thread] = sizes.get(thread, 0) + 1
            mine = (row.date, row.message_id or row.key)
            oldest[thread] = min(oldest.get(thread, mine), mine)
        self.db.executemany(
            "UPDATE thread SET size=size+?1, name=CASE WHEN (date, name)>(?2, ?3) THEN ?3 ELSE name END,"
            " date=min(date, ?2) WHERE id=?4",
            [(size, *oldest[thread], thread) for thread, size in sizes.items()],
        )

    def _merge(self, one: int, other: int) -> int:
        """Join two threads; the smaller goes into the larger. Return the one that is left."""
        sizes = dict(self.db.execute("SELECT id, size FROM thread WHERE id IN (?,?)", (one, other)))
        into, gone = sorted((one, other), key=lambda thread: (-sizes[thread], thread))
        self.db.execute("UPDATE thread SET parent=?1 WHERE parent=?2 OR id=?2", (into, gone))
        self.db.execute(
            "UPDATE thread AS t SET size=t.size+o.size, date=min(t.date, o.date),"
            " name=CASE WHEN (o.date, o.name)<(t.date, t.name) THEN o.name ELSE t.name END"
            " FROM thread o WHERE t.id=? AND o.id=?",
            (into, gone),
        )
        self.db.execute("UPDATE message SET thread=? WHERE thread=?", (into, gone))
        self.db.execute("INSERT OR IGNORE INTO dirty_message SELECT id FROM message WHERE thread=?", (into,))
        self._moved[gone] = into
        return into
