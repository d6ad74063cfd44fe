"""Meetings for handing over and for handing back: those the calendar has, else a proposal that suits both."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Literal

from handover.documents.material import Material
from handover.documents.packet import Takeover
from handover.model import Event
from handover.slots import busy, free_slots

LENGTH = timedelta(minutes=30)


def takeovers(material: Material) -> Iterator[Takeover]:
    """Yield for each named deputy a meeting before the absence (if time is left) and one on the return."""
    taken: list[tuple[datetime, datetime]] = []
    back = material.context.work.span(material.absent.back)
    begin = material.context.work.span(material.absent.first)[0]
    for deputy in material.roster.deputies:
        address = deputy.who.address
        spans: tuple[tuple[Literal["over", "back"], datetime, datetime], ...] = (
            ("over", material.now, begin),
            ("back", back[0], back[1]),
        )
        for kind, start, end in spans:
            if existing := _existing(material, address, start, end):
                yield Takeover(kind, address, existing.start, existing.end, exists=True)
            elif slot := _slot(material, address, start, end, taken):
                taken.append(slot)
                yield Takeover(kind, address, *slot)


def _existing(material: Material, address: str, start: datetime, end: datetime) -> Event | None:
    """Return a meeting of the two alone in that time: owner and deputy, nobody else."""
    for event in material.context.events:
        others = {party.address for party in event.attendees} - {material.absent.owner.address}
        alone = others == {address} and not event.recurring and not event.cancelled
        if alone and start <= event.start < end:
            return event
    return None


def _slot(
    material: Material, address: str, start: datetime, end: datetime, taken: list[tuple[datetime, datetime]]
) -> tuple[datetime, datetime] | None:
    events = [*material.context.events, *material.context.deputy_events.get(address, ())]
    work = material.context.work
    slots = free_slots(busy(events), taken, work=work, now=start, length=LENGTH, days=5, limit=60)
    later = [slot for slot in slots if slot[1] <= end and slot[0] >= start + timedelta(minutes=30)]
    return later[0] if later else None
