"""Receipts: what came back on a packet, and what has been accepted by whom.

`meaning` reads the words of an answer, `headers` whose it is, `collecting` makes receipts of both, `handed` puts
deliveries and receipts together into the state of each deputy and item. Pure: rows in, rows out; reading the
mailbox and keeping receipts is the use case's. Only `handed` is loaded with the package: a warm question needs no more.
"""

from handover.receipts.handed import DeputyState, Handed, ItemState, Part, handed

__all__ = ["DeputyState", "Handed", "ItemState", "Part", "handed"]
