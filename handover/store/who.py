"""Who is who in the store: parties of mails, mapped to roles and customers by `people`, apart from the mails.

When the rules of who is who change, only this table is mapped anew; messages are not touched.
"""

# ruff: noqa: S608 - statements are put together from our own words; what comes from mail is always bound
from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from handover.model import Address, Role
from handover.store.base import CHUNK, Party, StoreBase
from handover.store.folders import parts_of
from handover.store.rows import note_of

Resolver = Callable[[Party], tuple[Role, str | None]]
"""Returns role and customer (None for all but contacts) of a party."""


class AddressUse(NamedTuple):
    """How an address is used in the mail: names with it, counts as sender, receiver, and in sent folders."""

    address: str
    names: tuple[str, ...]
    sent: int
    received: int
    in_sent_folder: int


class WhoIsWho(StoreBase):
    """Parties, roles, customers, and what is dirty."""

    def set_people(self, fingerprint: str, resolve: Resolver) -> None:
        """Map parties to roles and customers: the new ones, or all when *fingerprint* has changed.

        Customers whose mail is now seen otherwise become dirty, and so do those of newly stored mail.
        """
        with self.transaction():
            is_new = self.fingerprint("people") != fingerprint
            changed = []
            rows = []
            for number, party, role, customer in self._parties("" if is_new else "WHERE p.role IS NULL"):
                now = resolve(party)
                if (now[0].value, now[1]) != (role, customer):
                    rows.append((now[0].value, now[1], number))
                    if role is not None:
                        changed.append((number, customer))
            self.db.executemany("UPDATE party SET role=?, customer=? WHERE id=?", rows)
            self._involved_are_dirty(changed)
            if is_new:
                self.set_fingerprint("people", fingerprint)
            self._spread()

    def _parties(self, where: str) -> Iterable[tuple[int, Party, str | None, str | None]]:
        names: dict[int, list[tuple[int, str]]] = {}
        counts: dict[int, tuple[int, int]] = {}
        query = (
            f"SELECT n.party, n.name, n.sent, n.received FROM naming n JOIN party p ON p.id=n.party {where}"
        )
        for party, name, sent, received in self.db.execute(query):
            before = counts.get(party, (0, 0))
            counts[party] = (before[0] + sent, before[1] + received)
            if name:
                names.setdefault(party, []).append((-sent - received, name))
        query = f"SELECT id, address, name, via, note, role, customer FROM party p {where}"
        for number, address, name, via, note, role, customer in self.db.execute(query).fetchall():
            called = tuple(name for _, name in sorted(names.get(number, ()))) or ((name,) if name else ())
            caller = note_of(note) if note else None
            party = Party(address, called, via, caller, *counts.get(number, (0, 0)))
            yield number, party, role, customer

    def _involved_are_dirty(self, changed: Iterable[tuple[int, str | None]]) -> None:
        for number, customer in changed:
            if customer:
                self.db.execute("INSERT OR IGNORE INTO dirty_customer VALUES(?)", (customer,))
            self.db.execute(
                "INSERT OR IGNORE INTO dirty_message SELECT message FROM involvement WHERE party=?", (number,)
            )

    def _spread(self) -> None:
        """Turn dirty messages into dirty customers: all that take part in their threads."""
        self.db.execute(
            "INSERT OR IGNORE INTO dirty_customer SELECT DISTINCT p.customer FROM message m, json_each(m.parties) j"
            " JOIN party p ON p.id=j.value WHERE p.customer IS NOT NULL"
            " AND m.thread IN (SELECT thread FROM message WHERE id IN (SELECT id FROM dirty_message))"
        )
        self.db.execute("DELETE FROM dirty_message")

    def dirty(self) -> list[str]:
        """Return the customers whose facts are to be made anew (after `set_people`)."""
        return [row[0] for row in self.db.execute("SELECT customer FROM dirty_customer ORDER BY customer")]

    def mark_dirty(self, customers: Iterable[str]) -> None:
        """Have the facts of *customers* made anew: something beside their mail has changed."""
        with self.transaction():
            self.db.executemany(
                "INSERT OR IGNORE INTO dirty_customer VALUES(?)", [(customer,) for customer in customers]
            )

    def mark_all_dirty(self) -> None:
        """Have all facts made anew: the rules of the ledger or of language have changed."""
        with self.transaction():
            self.db.execute(
                "INSERT OR IGNORE INTO dirty_customer SELECT customer FROM party WHERE customer IS NOT NULL"
            )
            for table in ("request", "promise", "fact"):
                self.db.execute(f"INSERT OR IGNORE INTO dirty_customer SELECT customer FROM {table}")

    def has_unmapped(self) -> bool:
        """Tell whether parties or mail came in since `set_people`."""
        query = "SELECT EXISTS(SELECT 1 FROM party WHERE role IS NULL) OR EXISTS(SELECT 1 FROM dirty_message)"
        return bool(self.db.execute(query).fetchone()[0])

    def list_addresses(self) -> list[str]:
        """Return the addresses of lists and relays that stand in From in place of people."""
        rows = self.db.execute("SELECT DISTINCT via FROM party WHERE via<>'' ORDER BY via")
        return [via for (via,) in rows]

    def customers(self) -> list[str]:
        """Return every customer that takes part in some stored mail."""
        query = "SELECT DISTINCT customer FROM party WHERE customer IS NOT NULL ORDER BY customer"
        return [row[0] for row in self.db.execute(query)]

    def parties_of(self, customer: str) -> list[Party]:
        """Return the parties of *customer*."""
        numbers = [row[0] for row in self.db.execute("SELECT id FROM party WHERE customer=?", (customer,))]
        found: list[Party] = []
        for part in parts_of(numbers, CHUNK):
            literal = ",".join(str(number) for number in part)
            found += [party for _, party, _, _ in self._parties(f"WHERE p.id IN ({literal})")]
        return found

    def address_book(self) -> list[AddressUse]:
        """Return every address with its display names and counts, the busiest senders first."""
        sent_folder = dict(self.db.execute(_SENT_FOLDER))
        found = [
            AddressUse(party.address, party.names, party.sent, party.received, sent_folder.get(number, 0))
            for number, party, _, _ in self._parties("")
            if party.address and party.note is None
        ]
        return sorted(found, key=lambda use: (-use.in_sent_folder, -use.sent, use.address))

    def owner_candidates(self, limit: int = 5) -> list[tuple[Address, int]]:
        """Return the commonest senders in the sent folders with their counts, else of all mail received by."""
        rows = self.db.execute(_SENT_FOLDER + " ORDER BY 2 DESC LIMIT ?", (limit,)).fetchall()
        if not rows:
            query = "SELECT party, sum(received) FROM naming WHERE party>0 GROUP BY 1 ORDER BY 2 DESC LIMIT ?"
            rows = self.db.execute(query, (limit,)).fetchall()
        counts = dict(rows)
        query = f"WHERE p.address<>'' AND p.id IN ({','.join(str(number) for number in counts)})"
        found = [(Address(party.name, party.address), counts[n]) for n, party, _, _ in self._parties(query)]
        return sorted(found, key=lambda item: -item[1])


_SENT_FOLDER = (
    "SELECT m.sender, COUNT(*) FROM message m WHERE m.id IN (SELECT l.message FROM location l"
    " JOIN folder f ON f.id=l.folder WHERE f.role='sent') GROUP BY 1"
)
