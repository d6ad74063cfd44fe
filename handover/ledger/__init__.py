"""The ledger: who asked what, who answered, what was promised. Requests, not "last mail wins".

`read` turns one customer's mails into facts; `request_state` and `promise_state` tell their state at a moment.
"""

from handover.ledger.book import Facts, in_order, read, read_in_order, request_id
from handover.ledger.entry import Entry, entry_of
from handover.ledger.habit import Asked, Bygone, Habit, LastWord, Trace, Voice
from handover.ledger.state import (
    CHASERS,
    WAITING,
    base_state,
    chasers,
    holds_in_a_row,
    is_helped,
    is_waiting,
    promise_state,
    request_state,
    waiting_since,
)
from handover.ledger.talk import Reply, Tone

__all__ = [
    "CHASERS",
    "WAITING",
    "Asked",
    "Bygone",
    "Entry",
    "Facts",
    "Habit",
    "LastWord",
    "Reply",
    "Tone",
    "Trace",
    "Voice",
    "base_state",
    "chasers",
    "entry_of",
    "holds_in_a_row",
    "in_order",
    "is_helped",
    "is_waiting",
    "promise_state",
    "read",
    "read_in_order",
    "request_id",
    "request_state",
    "waiting_since",
]
