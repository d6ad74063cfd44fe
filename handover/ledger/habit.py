"""What is remembered of a customer's matters of long ago: how long they waited, how they used to write.

Whoever looks at the present needs everything that still waits and what was mentioned lately; of all else a few numbers.
`ledger.lately` parts the two.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, NamedTuple, Protocol

from handover.codec import to_moment


class Asked(Protocol):
    """What decides how long a request may wait."""

    @property
    def customer(self) -> str:
        """Return whose it is."""

    @property
    def first_contact(self) -> bool:
        """Return whether they wrote for the first time."""

    @property
    def urgent(self) -> float:
        """Return how urgent it was."""


class Bygone(NamedTuple):
    """A request of long ago; *answered* is None where it was chased before it was answered, or ended otherwise."""

    customer: str
    opened: datetime
    answered: datetime | None
    urgent: float
    first_contact: bool


class Voice(NamedTuple):
    """How one mail sounded, in the order of time: when it came, its key."""

    at: datetime
    key: str
    tone: float
    warmth: int


class LastWord(NamedTuple):
    """The last mail of the customer: when it came, its key, whether it was content."""

    at: datetime
    key: str
    peace: bool


@dataclass(slots=True)
class Trace:
    """What one shelf adds to the habit of a customer, in plain numbers and texts; moments as `codec.to_number`.

    *bygone* are requests: opened, answered, urgent, first contact. *voices* are mails by contact: at, key, tone,
    warmth. *content* tells the threads that ended content, and when; *last* is the last mail: at, key, content.
    """

    bygone: list[Any] = field(default_factory=list)
    voices: dict[str, Any] = field(default_factory=dict)
    content: dict[str, int] = field(default_factory=dict)
    last: tuple[int, str, bool] | None = None


@dataclass(slots=True)
class Habit:
    """What is remembered of a customer's matters that are left out of their facts.

    *content* tells the threads that ended content, and when.
    """

    customer: str
    traces: list[Trace] = field(default_factory=list)
    content: dict[str, datetime] = field(init=False)

    def __post_init__(self) -> None:
        known = (item for trace in self.traces for item in trace.content.items())
        self.content = {thread: to_moment(at) for thread, at in known}

    def begun(self) -> datetime | None:
        """Return when the oldest of the requests was opened."""
        opened = [row[0] for trace in self.traces for row in trace.bygone]
        return to_moment(min(opened)) if opened else None

    def bygones(self) -> Iterator[Bygone]:
        """Yield the requests."""
        for trace in self.traces:
            for opened, answered, urgent, first in trace.bygone:
                yield Bygone(
                    self.customer,
                    to_moment(opened),
                    None if answered is None else to_moment(answered),
                    urgent,
                    bool(first),
                )

    def voices(self, contact: str) -> list[Voice]:
        """Return how *contact* wrote, not what others wrote down for them."""
        rows = [row for trace in self.traces for row in trace.voices.get(contact, ())]
        return [Voice(to_moment(at), key, tone, warmth) for at, key, tone, warmth in rows]

    def last_word(self) -> LastWord | None:
        """Return the last mail."""
        last = max((trace.last for trace in self.traces if trace.last is not None), default=None)
        return LastWord(to_moment(last[0]), last[1], last[2]) if last else None
