"""Facts of customers: requests, promises, and whatever else the ledger found, made anew only where dirty."""

# ruff: noqa: S608 - statements are put together from our own words; what comes from mail is always bound
from __future__ import annotations

import zlib
from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import datetime

from handover.codec import dumps, loads, to_number
from handover.model import Promise, Request
from handover.store.base import StoreBase
from handover.store.rows import clean


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
        others: Mapping[str, str] | None = None,
    ) -> None:
        """Replace the facts of *customer*, who is clean then.

        *waiting* tells the requests that may still wait at any later moment (open, held or promised), *pending*
        the promises that may still fall due; only these are read by `waiting` and `pending`. *others* are further
        facts by name, as JSON text (`codec.dumps`).
        """
        with self.transaction():
            self._clear(customer)
            self.db.executemany(
                "INSERT OR REPLACE INTO request VALUES(?,?,?,?,?)",
                [
                    (
                        r.id,
                        customer,
                        is_open := waiting(r),
                        to_number(r.opened.at),
                        _written(dumps(r), is_open),
                    )
                    for r in requests
                ],
            )
            self.db.executemany(
                "INSERT OR REPLACE INTO promise VALUES(?,?,?,?,?)",
                [
                    (
                        p.id,
                        customer,
                        is_open := pending(p),
                        p.due and to_number(p.due),
                        _written(dumps(p), is_open),
                    )
                    for p in promises
                ],
            )
            self.db.executemany(
                "INSERT INTO fact VALUES(?,?,?)",
                [(customer, name, _written(data, False)) for name, data in (others or {}).items()],
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

    def requests(self, customer: str | None = None) -> list[Request]:
        """Return all requests, of one customer or of all, oldest first."""
        where, values = ("WHERE customer=?", (customer,)) if customer else ("", ())
        rows = self.db.execute(f"SELECT data FROM request {where} ORDER BY opened", values)
        return [loads(Request, written(data)) for (data,) in rows]

    def promises(self, customer: str | None = None) -> list[Promise]:
        """Return all promises, to one customer or to all."""
        where, values = ("WHERE customer=?", (customer,)) if customer else ("", ())
        rows = self.db.execute(f"SELECT data FROM promise {where} ORDER BY due IS NULL, due", values)
        return [loads(Promise, written(data)) for (data,) in rows]

    def active_customers(self, since: datetime) -> set[str]:
        """Return the customers who may wait for something, or who asked for something from *since* on."""
        requests = "SELECT customer FROM request WHERE waiting OR opened>=?"
        query = f"{requests} UNION SELECT customer FROM promise WHERE pending"
        return {customer for (customer,) in self.db.execute(query, (to_number(since),))}

    def facts(self, name: str, customer: str | None = None) -> dict[str, str]:
        """Return the JSON text of the further fact *name* by customer."""
        where, values = (" AND customer=?", (name, customer)) if customer else ("", (name,))
        rows = self.db.execute(f"SELECT customer, data FROM fact WHERE name=?{where}", values)
        return {customer: written(data) for customer, data in rows}


def _written(text: str, is_open: bool) -> str | bytes:
    """Return JSON as it is stored: plain where every question reads it, else deflated."""
    text = clean(text)
    return text if is_open else zlib.compress(text.encode("utf-8"), 3)


def written(data: str | bytes) -> str:
    """Return the JSON of a stored fact."""
    return data if isinstance(data, str) else zlib.decompress(data).decode("utf-8")
