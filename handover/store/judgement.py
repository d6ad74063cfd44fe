"""Facts of customers: requests, promises, and whatever else the ledger found, made anew only where dirty."""

# ruff: noqa: S608 - statements are put together from our own words; what comes from mail is always bound
from __future__ import annotations

import zlib
from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import datetime
from typing import Any, NamedTuple

from handover.codec import dumps, loads, to_number
from handover.model import Promise, Request
from handover.store.base import StoreBase
from handover.store.rows import clean
from handover.store.schema import EVER


class Fact(NamedTuple):
    """A further fact of a customer: its name, the period that it is about, its value as JSON text."""

    name: str
    period: int
    data: str


class Judgement(StoreBase):
    """Keeps and gives back facts."""

    def save_facts(
        self,
        customer: str,
        requests: Iterable[Request],
        promises: Iterable[Promise],
        *,
        waiting: Callable[[Request], bool],
        pending: Callable[[Promise], bool] = lambda promise: True,
        last: Mapping[str, datetime] | None = None,
        others: Iterable[Fact] = (),
    ) -> None:
        """Replace the facts of *customer*, who is clean then.

        *waiting* tells the requests that may still wait at any later moment (open, held or promised), *pending*
        the promises that may still fall due; only these are read by `waiting` and `pending`. *last* tells by id when
        each was mentioned last, where that was long ago; *others* are further facts.
        """
        ago = {name: to_number(at) for name, at in (last or {}).items()}
        with self.transaction():
            self._clear(customer)
            self.db.executemany(
                "INSERT OR REPLACE INTO request VALUES(?,?,?,?,?,?)",
                [
                    (
                        r.id,
                        customer,
                        is_open := waiting(r),
                        to_number(r.opened.at),
                        _written(dumps(r), is_open),
                        ago.get(r.id, EVER),
                    )
                    for r in requests
                ],
            )
            self.db.executemany(
                "INSERT OR REPLACE INTO promise VALUES(?,?,?,?,?,?)",
                [
                    (
                        p.id,
                        customer,
                        is_open := pending(p),
                        p.due and to_number(p.due),
                        _written(dumps(p), is_open),
                        ago.get(p.id, EVER),
                    )
                    for p in promises
                ],
            )
            self.db.executemany(
                "INSERT INTO fact VALUES(?,?,?,?)",
                [(each.name, each.period, customer, _written(each.data, False)) for each in others],
            )
            self.db.execute("DELETE FROM dirty_customer WHERE customer=?", (customer,))

    def drop_facts(self, customers: Collection[str]) -> None:
        """Forget the facts of customers that take part in no mail any more."""
        with self.transaction():
            for customer in customers:
                self._clear(customer)
                self.db.execute("DELETE FROM dirty_customer WHERE customer=?", (customer,))

    def _clear(self, customer: str) -> None:
        for table in ("request", "promise", "fact"):
            self.db.execute(f"DELETE FROM {table} WHERE customer=?", (customer,))

    def waiting(self) -> list[Request]:
        """Return the requests of all customers that may still wait, longest waiting first."""
        rows = self.db.execute("SELECT data FROM request WHERE waiting ORDER BY opened")
        return [loads(Request, written(data)) for (data,) in rows]

    def pending(self) -> list[Promise]:
        """Return the promises to all customers that may still fall due, the earliest first, vague ones last."""
        rows = self.db.execute("SELECT data FROM promise WHERE pending ORDER BY due IS NULL, due")
        return [loads(Promise, written(data)) for (data,) in rows]

    def requests(self, customer: str | None = None, *, since: datetime | None = None) -> list[Request]:
        """Return all requests, of one customer or of all, oldest first; with *since* those mentioned from then on."""
        where, values = _where(customer, "last", None if since is None else to_number(since))
        rows = self.db.execute(f"SELECT data FROM request {where} ORDER BY opened, rowid", values)
        return [loads(Request, written(data)) for (data,) in rows]

    def promises(self, customer: str | None = None, *, since: datetime | None = None) -> list[Promise]:
        """Return all promises, to one customer or to all; with *since* those mentioned from then on."""
        where, values = _where(customer, "last", None if since is None else to_number(since))
        rows = self.db.execute(f"SELECT data FROM promise {where} ORDER BY due IS NULL, due, rowid", values)
        return [loads(Promise, written(data)) for (data,) in rows]

    def active_customers(self, since: datetime) -> set[str]:
        """Return the customers who may wait for something, or who asked for something from *since* on."""
        requests = "SELECT customer FROM request WHERE waiting OR opened>=?"
        query = f"{requests} UNION SELECT customer FROM promise WHERE pending"
        return {customer for (customer,) in self.db.execute(query, (to_number(since),))}

    def facts(
        self, name: str, customer: str | None = None, *, since: int | None = None, before: int | None = None
    ) -> list[tuple[str, str]]:
        """Return customer and JSON text of each further fact *name*, by period: from *since* on, *before* another."""
        where, values = _where(customer, "period", since)
        if before is not None:
            where, values = f"{where or 'WHERE true'} AND period<?", (*values, before)
        query = (
            f"SELECT customer, data FROM fact {where or 'WHERE true'} AND name=? ORDER BY period, customer"
        )
        return [(whose, written(data)) for whose, data in self.db.execute(query, (*values, name))]


def _where(customer: str | None, column: str, since: int | None) -> tuple[str, tuple[Any, ...]]:
    """Return the condition for rows of *customer*, if any, that lie at or after *since*, if any, and its values."""
    wanted = {"customer=?": customer or None, f"{column}>=?": since}
    kept = {condition: value for condition, value in wanted.items() if value is not None}
    return ("WHERE " + " AND ".join(kept) if kept else ""), tuple(kept.values())


def _written(text: str, is_open: bool) -> str | bytes:
    """Return JSON as it is stored: plain where every question reads it, else deflated."""
    text = clean(text)
    return text if is_open else zlib.compress(text.encode("utf-8"), 3)


def written(data: str | bytes) -> str:
    """Return the JSON of a stored fact."""
    return data if isinstance(data, str) else zlib.decompress(data).decode("utf-8")
