"""Receipts: what came back on a packet, and what has been accepted by whom.

`meaning` reads the words of an answer, `headers` whose it is, `handed` puts deliveries and receipts together into the
state of each deputy and item. Pure: rows in, rows out; reading the mailbox and keeping receipts is the use case's.
"""

from handover.receipts.collecting import Expected, receipts_of
from handover.receipts.handed import DeputyState, Handed, ItemState, Part, handed
from handover.receipts.headers import is_answer_to, is_disowned, is_forwarded, vouched_by
from handover.receipts.meaning import Meaning, understand

__all__ = [
    "DeputyState",
    "Expected",
    "Handed",
    "ItemState",
    "Meaning",
    "Part",
    "handed",
    "is_answer_to",
    "is_disowned",
    "is_forwarded",
    "receipts_of",
    "understand",
    "vouched_by",
]
