"""Deleting from the journal on request, and what is older than wanted."""

# ruff: noqa: S608 - statements are put together from our own words; what comes from outside is always bound
from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from handover.codec import to_json, to_number
from handover.journal.record import Record

KINDS = ("note", "verdict", "absence", "packet", "delivery", "receipt", "slot", "briefing", "lesson")
_OF_MANY = ("packet", "briefing")
"""Entries about many people: a person's part is cut out of them."""

_GONE = object()


class Removal(Record):
    """Purges, exports and deletes."""

    def purge(self, before: datetime) -> int:
        """Delete entries that were last touched before *before*, and what the record says of that time.

        The chain itself stays. Return how many entries were deleted.
        """
        number = to_number(before)
        count = 0
        with self.transaction():
            for kind in KINDS:
                old = f"SELECT id FROM {kind} GROUP BY id HAVING max(at)<?"
                count += self.db.execute(f"DELETE FROM {kind} WHERE id IN ({old})", (number,)).rowcount
            old = "SELECT number FROM record WHERE at<?"
            count += self.db.execute(
                f"DELETE FROM record_content WHERE number IN ({old})", (number,)
            ).rowcount
        if count:
            self.compact()
        return count

    def export(self, address: str, names: Sequence[str] = ()) -> dict[str, list[Any]]:
        """Return every entry that names *address* or one of *names*, by kind."""
        wanted = needles(address, names)
        found: dict[str, list[Any]] = {}
        for kind in KINDS:
            rows = self.db.execute(f"SELECT data FROM {kind} ORDER BY number")
            found[kind] = [json.loads(data) for (data,) in rows if _holds(data, wanted)]
        rows = self.db.execute("SELECT content FROM record_content ORDER BY number")
        found["record"] = [content for (content,) in rows if _holds(content, wanted)]
        return {kind: entries for kind, entries in found.items() if entries}

    def delete(self, address: str, names: Sequence[str] = ()) -> int:
        """Delete what names *address* or one of *names* (full names); return how many entries were touched.

        Of packets and briefings the person's part is cut out. The record keeps its links and loses the contents.
        """
        wanted = needles(address, names)
        count = 0
        with self.transaction():
            for kind in KINDS:
                for number, name, data in self.db.execute(f"SELECT number, id, data FROM {kind}").fetchall():
                    if _holds(data, wanted) or _holds(name, wanted):
                        self._cut(kind, number, name, data, wanted)
                        count += 1
            for number, content in self.db.execute("SELECT number, content FROM record_content").fetchall():
                if _holds(content, wanted):
                    self.db.execute("DELETE FROM record_content WHERE number=?", (number,))
                    count += 1
        self.compact()
        return count

    def _cut(self, kind: str, number: int, name: str, data: str, needles: Sequence[str]) -> None:
        if kind in _OF_MANY and not _holds(name, needles):
            value = json.loads(data)
            for field in ("content", "findings"):  # JSON inside JSON
                if value.get(field):
                    left = without(json.loads(value[field]), needles)
                    value[field] = to_json({} if left is _GONE else left)
            value = without(value, needles)
            if value is not _GONE:
                self.db.execute(f"UPDATE {kind} SET data=? WHERE number=?", (to_json(value), number))
                return
        self.db.execute(f"DELETE FROM {kind} WHERE number=?", (number,))


def without(value: Any, needles: Sequence[str]) -> Any:
    """Return *value* without the smallest parts of lists that hold one of *needles*.

    A row (a named tuple, see `codec`) goes as a whole: what is left of it would say something else.
    """
    if isinstance(value, str):
        return _GONE if _holds(value, needles) else value
    if isinstance(value, list):
        left = [kept for item in value if (kept := without(item, needles)) is not _GONE]
        return _GONE if len(left) < len(value) and _is_row(value) else left
    if isinstance(value, dict):
        if any(isinstance(v, str) and _holds(v, needles) for v in value.values()):
            return _GONE
        kept = {k: without(v, needles) for k, v in value.items() if not _holds(k, needles)}
        return {k: v for k, v in kept.items() if v is not _GONE}
    return value


def _is_row(value: list[Any]) -> bool:
    """Tell whether the list *value* holds the fields of one thing, not several things of one kind."""
    return len({type(item) for item in value}) > 1


def needles(address: str, names: Sequence[str]) -> list[str]:
    """Return what to look for; a name of one word ("Info", "Kim") would hit too many others."""
    full = [name for name in names if len(name.split()) > 1 and len(name) > 5]
    return [word.strip().casefold() for word in (address, *full)]


def _holds(text: str, needles: Sequence[str]) -> bool:
    folded = text.casefold()
    return any(needle in folded for needle in needles)
