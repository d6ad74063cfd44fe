"""Reading messages back. With *until* only what had arrived by then: `--now` in the past."""

# ruff: noqa: S608 - statements are put together from our own words; what comes from mail is always bound
from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any

from handover.codec import to_number
from handover.model import Automatic, Role
from handover.store.base import CHUNK, Location, StoreBase, StoredMessage, marks
from handover.store.rows import (
    FROM,
    NOTE,
    RECEIVED,
    link_of,
    message_of,
    shown_key,
    signals_of,
    stored_key,
    unpacked,
)

_SELECT = (
    "SELECT m.id, m.key, m.message_id, m.date, m.arrived, m.subject, m.automatic, m.size,"
    " c.data, t.name, m.gone"
    " FROM message m JOIN content c ON c.id=m.id LEFT JOIN thread t ON t.id=m.thread"
)


class Reading(StoreBase):
    """Looks messages up."""

    def message(self, key: str) -> StoredMessage | None:
        """Return the message with *key*."""
        rows = self.db.execute(f"{_SELECT} WHERE m.key=?", (stored_key(key),))
        return next((_message(row) for row in rows), None)

    def messages(self, keys: Iterable[str]) -> dict[str, StoredMessage]:
        """Return those of *keys* that are stored."""
        wanted = [stored_key(key) for key in dict.fromkeys(keys)]
        found = self._chunked("m.key IN ({})", wanted, None)
        return {stored.message.key: stored for stored in found}

    def find(self, text: str) -> list[StoredMessage]:
        """Return the messages that *text* names: a key or the beginning of one, or a message-id."""
        text = text.strip().strip("<>")
        if "@" in text or len(text) > 32:
            thread = "SELECT coalesce(t.parent, t.id) FROM link l JOIN thread t ON t.id=l.thread WHERE l.id=?"
            where = f"m.message_id=? AND m.thread IN ({thread})"
            return self._select(where, (text, link_of(text, self.salt)))
        padded = text.lower()
        low, high = (padded + "0" * 32)[:32], (padded + "f" * 32)[:32]
        found = self._select("m.key=?", (text,))
        if len(padded) >= 4 and isinstance(stored_key(low), bytes):
            found += self._select("m.key BETWEEN ? AND ? LIMIT 20", (stored_key(low), stored_key(high)))
        return found

    def messages_of(
        self,
        customer: str,
        *,
        until: datetime | None = None,
        internal: bool = False,
        lists: Iterable[str] = (),
    ) -> list[StoredMessage]:
        """Return the messages in which *customer* is sender or recipient (or called), oldest first.

        With *internal* also those of the same threads in which no customer takes part: forwards and questions
        inside the team, and what came through one of the addresses *lists*, which reaches everybody on it.
        """
        return list(self.stream_of(customer, until=until, internal=internal, lists=lists))

    def stream_of(
        self,
        customer: str,
        *,
        until: datetime | None = None,
        internal: bool = False,
        lists: Iterable[str] = (),
    ) -> Iterator[StoredMessage]:
        """Yield what `messages_of` returns, bit by bit: a customer may have very many messages."""
        mine = "SELECT i.message FROM party p JOIN involvement i ON i.party=p.id WHERE p.customer=?1"
        wanted = f"m.id IN ({mine})"
        if internal:
            threads = f"SELECT thread FROM message WHERE id IN ({mine})"
            wanted += f" OR m.thread IN ({threads}) AND ({_INTERNAL} OR {_BY_LIST})"
        limit = to_number(until) if until else 2**62
        query = f"SELECT m.id FROM message m WHERE ({wanted}) AND m.arrived<=?2 ORDER BY m.date, m.key"
        values = (customer, limit, json.dumps(sorted(lists)))[: 3 if internal else 2]
        return self._in_order([row[0] for row in self.db.execute(query, values)])

    def newest_of(
        self, customers: Iterable[str], count: int, *, since: datetime, until: datetime | None = None
    ) -> dict[str, list[StoredMessage]]:
        """Return for each of *customers* the newest messages (*count* at most) that they sent, received or called.

        Those that arrived from *since* on, oldest first; newsletters and lists left out. Costs as much as the answer.
        """
        low, high = to_number(since), to_number(until) if until else 2**62
        query = (
            "SELECT DISTINCT m.id FROM party p JOIN involvement i ON i.party=p.id JOIN message m ON m.id=i.message"
            f" WHERE p.customer=? AND {_TAKES_PART} AND m.arrived BETWEEN ? AND ?"
            " AND coalesce(m.automatic, '') NOT IN ('newsletter', 'list') ORDER BY m.arrived DESC, m.id DESC LIMIT ?"
        )
        ids = {
            customer: [row[0] for row in self.db.execute(query, (customer, low, high, count))]
            for customer in dict.fromkeys(customers)
        }
        wanted = sorted({number for numbers in ids.values() for number in numbers})
        known = dict(zip(wanted, self._in_order(wanted), strict=True))
        return {
            customer: sorted((known[number] for number in numbers), key=_when)
            for customer, numbers in ids.items()
        }

    def messages_in_threads(
        self, threads: Iterable[str], *, until: datetime | None = None
    ) -> list[StoredMessage]:
        """Return all messages of the threads in which the message-ids (or keys) *threads* stand, oldest first."""
        numbers = set()
        for name in threads:
            query = "SELECT coalesce(t.parent, t.id) FROM link l JOIN thread t ON t.id=l.thread WHERE l.id=?"
            numbers |= {row[0] for row in self.db.execute(query, (link_of(name, self.salt),))}
            query = "SELECT thread FROM message WHERE key=?"
            numbers |= {row[0] for row in self.db.execute(query, (stored_key(name),))}
        return self._chunked("m.thread IN ({})", sorted(numbers), until)

    def messages_by_role(
        self,
        roles: Iterable[Role],
        *,
        since: datetime | None = None,
        until: datetime | None = None,
        automatic: Automatic | None = None,
    ) -> list[StoredMessage]:
        """Return the messages whose sender has one of *roles* (after `set_people`), oldest first.

        With *automatic* only those of that kind.
        """
        where, wanted = _by_role(roles, since)
        if automatic is not None:
            where, wanted = f"{where} AND m.automatic=?", [*wanted, automatic]
        return self._select(where, wanted, until)

    def subjects_by_role(self, roles: Iterable[Role], *, since: datetime, until: datetime) -> dict[str, str]:
        """Return the subjects, by key, of the messages whose sender has one of *roles*; no message is read."""
        where, wanted = _by_role(roles, since)
        query = f"SELECT m.key, m.subject FROM message m WHERE {where} AND m.arrived<=?"
        rows = self.db.execute(query, [*wanted, to_number(until)])
        return {shown_key(key): subject for key, subject in rows}

    def customers_in(self, keys: Iterable[str]) -> dict[str, tuple[str, frozenset[str]]]:
        """Return for those of *keys* that are stored in what language each is written, and which customers take part.

        Customers who sent it, received it, or called; no message is read.
        """
        found: dict[str, tuple[str, set[str]]] = {}
        wanted = [stored_key(key) for key in dict.fromkeys(keys)]
        for start in range(0, len(wanted), CHUNK):
            part = wanted[start : start + CHUNK]
            query = (
                "SELECT m.key, m.language, p.customer FROM message m JOIN json_each(m.parties) j"
                " JOIN party p ON p.id=j.value JOIN involvement i ON i.party=p.id AND i.message=m.id"
                f" WHERE m.key IN ({marks(len(part))}) AND {_TAKES_PART}"
            )
            for key, language, customer in self.db.execute(query, part):
                _, customers = found.setdefault(shown_key(key), (language, set()))
                customers.update([customer] if customer else [])
        return {key: (language, frozenset(customers)) for key, (language, customers) in found.items()}

    def all_messages(
        self, since: datetime | None = None, *, until: datetime | None = None
    ) -> Iterator[StoredMessage]:
        """Return every message that arrived from *since* on, oldest arrival first, read bit by bit."""
        low = to_number(since) if since else -(2**62)
        high = to_number(until) if until else 2**62
        query = "SELECT id FROM message WHERE arrived BETWEEN ? AND ? ORDER BY arrived, id"
        ids = [row[0] for row in self.db.execute(query, (low, high))]
        return self._in_order(ids)

    def _in_order(self, ids: Sequence[int]) -> Iterator[StoredMessage]:
        for start in range(0, len(ids), CHUNK):
            part = ids[start : start + CHUNK]
            rows = {
                row[0]: row for row in self.db.execute(f"{_SELECT} WHERE m.id IN ({marks(len(part))})", part)
            }
            yield from (_message(rows[number]) for number in part if number in rows)

    def locations(self, key: str) -> list[Location]:
        """Return where the message with *key* lies; empty when it was deleted from the mailbox."""
        query = (
            "SELECT f.source, f.name, l.locator FROM location l JOIN folder f ON f.id=l.folder"
            " JOIN message m ON m.id=l.message WHERE m.key=? ORDER BY f.source, f.name"
        )
        return [Location(*row) for row in self.db.execute(query, (stored_key(key),))]

    def has_later(self, moment: datetime) -> bool:
        """Tell whether any message arrived after *moment*."""
        query = "SELECT EXISTS(SELECT 1 FROM message WHERE arrived>?)"
        return bool(self.db.execute(query, (to_number(moment),)).fetchone()[0])

    def openers(self, customer: str) -> dict[str, str]:
        """Return, for the threads in which *customer* takes part, which customer sent their first mail."""
        query = (
            "SELECT t.name, p.customer, min(m.date) FROM message m JOIN thread t ON t.id=m.thread"
            " JOIN party p ON p.id=m.sender WHERE m.thread IN (SELECT m2.thread FROM party p2"
            " JOIN involvement i ON i.party=p2.id JOIN message m2 ON m2.id=i.message WHERE p2.customer=?)"
            " GROUP BY m.thread"
        )
        return {thread: first for thread, first, _ in self.db.execute(query, (customer,)) if first}

    def count(self) -> int:
        """Return how many messages are stored."""
        (count,) = self.db.execute("SELECT COUNT(*) FROM message").fetchone()
        return int(count)

    def thread_members(self, thread: str) -> list[str]:
        """Return the keys of the messages of the thread in which the message-id or key *thread* stands."""
        return [stored.message.key for stored in self.messages_in_threads([thread])]

    def _chunked(self, where: str, values: Sequence[Any], until: datetime | None) -> list[StoredMessage]:
        found: list[StoredMessage] = []
        for start in range(0, len(values), CHUNK):
            part = values[start : start + CHUNK]
            found += self._select(where.format(marks(len(part))), part, until)
        found.sort(key=_when)
        return found

    def _select(
        self, where: str, values: Sequence[Any], until: datetime | None = None
    ) -> list[StoredMessage]:
        if until is not None:
            where = f"{where} AND m.arrived<={to_number(until)}"
        found = [_message(row) for row in self.db.execute(f"{_SELECT} WHERE {where}", values)]
        found.sort(key=_when)
        return found


_TAKES_PART = (
    f"(i.fields&{FROM | RECEIVED} OR i.fields&{NOTE}"
    " AND (SELECT s.customer FROM party s WHERE s.id=m.sender) IS NULL)"
)
"""Sent or received it, or called; a customer's mail in the form of a phone note makes nobody else a caller."""
_INTERNAL = """NOT EXISTS (
  SELECT 1 FROM json_each(m.parties) j JOIN party p ON p.id=j.value WHERE p.customer IS NOT NULL)"""
_BY_LIST = """EXISTS (
  SELECT 1 FROM json_each(m.parties) j JOIN party p ON p.id=j.value
  WHERE p.via<>'' OR p.address IN (SELECT value FROM json_each(?3)))"""


def _by_role(roles: Iterable[Role], since: datetime | None) -> tuple[str, list[Any]]:
    wanted: list[Any] = [role.value for role in roles]
    where = f"m.sender IN (SELECT id FROM party WHERE role IN ({marks(len(wanted))}))"
    return (where, wanted) if since is None else (f"{where} AND m.arrived>={to_number(since)}", wanted)


def _message(row: tuple[Any, ...]) -> StoredMessage:
    content = unpacked(row[8])
    message = message_of(row[1:8], content)
    thread = row[9] or message.message_id or message.key
    return StoredMessage(message, signals_of(content), thread, row[10] == 1)


def _when(stored: StoredMessage) -> tuple[datetime, str]:
    return stored.message.date, stored.message.key
