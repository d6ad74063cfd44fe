"""What was handed over and how far it came: per deputy sent, delivered, opened, answered; per item accepted or not.

An acceptance of the whole packet covers the deputy's items of that build, not what was added later. An objection
stands as long as the item is still theirs; given to somebody else it waits for that one's word.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import NamedTuple, TypeVar

from handover.journal.entries import Delivery, Packet, Receipt

_T = TypeVar("_T")

YES = ("accepted", "by_word")
NO = ("objected", "declined")
ALARMS = ("auto_reply", "bounced")
ANSWERS = (*YES, *NO, "question", "auto_reply", "unclear")


class Part(NamedTuple):
    """An item as the packet has it: what people call it, whose it is now, and since which build."""

    number: int
    id: str
    title: str
    assignee: str
    added: datetime
    customer: str = ""


@dataclass(frozen=True, slots=True)
class ItemState:
    """One item: *state* is ``accepted``, ``by_word``, ``objected`` or ``open``, *receipt* what decided it."""

    part: Part
    state: str = "open"
    receipt: Receipt | None = None


@dataclass(frozen=True, slots=True)
class DeputyState:
    """One deputy: the newest delivery to them, what came back, their items.

    *delivery* is None where nothing was sent. *answer* is the newest word of theirs, *alarm* an automatic reply or
    a bounce that no later word has overtaken.
    """

    address: str
    name: str
    items: tuple[ItemState, ...]
    delivery: Delivery | None = None
    bounced: Receipt | None = None
    opened: Receipt | None = None
    answer: Receipt | None = None
    alarm: Receipt | None = None

    @property
    def has_accepted(self) -> bool:
        """Whether every item of theirs is accepted; without items, whether they accepted at all."""
        if not self.items:
            return self.answer is not None and self.answer.kind in YES
        return all(item.state in YES for item in self.items)

    @property
    def objected(self) -> tuple[ItemState, ...]:
        return tuple(item for item in self.items if item.state == "objected")


@dataclass(frozen=True, slots=True)
class Handed:
    """One packet with the state of its deputies at a moment."""

    token: str
    first: date
    last: date
    built: datetime
    deputies: tuple[DeputyState, ...]
    strangers: tuple[Receipt, ...] = ()


def handed(
    packet: Packet,
    parts: Sequence[Part],
    deliveries: Iterable[Delivery],
    receipts: Iterable[Receipt],
    names: dict[str, str],
    now: datetime,
) -> Handed:
    """Put together what is known at *now* of *packet*; *names* are the deputies' by address."""
    came = sorted((r for r in receipts if r.at <= now), key=lambda r: (r.at, r.item != "", r.item))
    sent = [d for d in deliveries if d.at <= now]
    deputies = tuple(
        _deputy(address, names.get(address, address), parts, sent, came)
        for address in dict.fromkeys(address for address, _ in packet.deputies)
    )
    strangers = tuple(r for r in came if r.kind in ("stranger", "forged"))
    return Handed(packet.token, packet.first, packet.last, packet.at, deputies, strangers)


def _deputy(
    address: str, name: str, parts: Sequence[Part], sent: Sequence[Delivery], came: Sequence[Receipt]
) -> DeputyState:
    mine = [r for r in came if r.by == address]
    answer = _last(r for r in mine if r.kind in ANSWERS)
    alarm = _last(r for r in mine if r.kind in ALARMS)
    spoken = _last(r for r in mine if r.kind in (*YES, *NO, "question"))
    if alarm and spoken and spoken.at > alarm.at:
        alarm = None
    return DeputyState(
        address,
        name,
        tuple(_item(part, mine) for part in parts if part.assignee == address),
        _last(d for d in sent if d.recipient == address),
        _last(r for r in mine if r.kind == "bounced"),
        _last(r for r in mine if r.kind == "opened"),
        answer,
        alarm,
    )


def _item(part: Part, mine: Sequence[Receipt]) -> ItemState:
    state = ItemState(part)
    for receipt in mine:
        whole = receipt.item == "" and receipt.at >= part.added
        if not whole and receipt.item != part.id:
            continue
        if receipt.kind in YES:
            state = replace(state, state=receipt.kind, receipt=receipt)
        elif receipt.kind in NO:
            state = replace(state, state="objected", receipt=receipt)
    return state


def _last(found: Iterable[_T]) -> _T | None:
    return next(iter(list(found)[-1:]), None)
