"""Free slots for calling back: the gaps between meetings inside working hours.

Pure: events and reserved times in, slots out. It reserves nothing; what is reserved already is an argument,
so that nobody gets two promises for one slot.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import UTC, datetime, timedelta

from handover.model import Event
from handover.worktime import WorkCalendar

Span = tuple[datetime, datetime]

LENGTH = timedelta(minutes=20)
STEP = timedelta(minutes=5)
MAX_SLOTS = 200


def busy(events: Iterable[Event], *, me: Collection[str] = ()) -> list[Span]:
    """Return when the events block the owner, in UTC, merged and oldest first.

    Free and cancelled ones do not, nor what one of the owner's addresses (*me*) has declined.
    """
    declined = {(address, "DECLINED") for address in me}
    return merged(
        (event.start, event.end)
        for event in events
        if event.busy and not event.cancelled and declined.isdisjoint(event.partstats)
    )


def merged(spans: Iterable[Span]) -> list[Span]:
    """Return the spans oldest first in UTC, those that overlap or touch as one; empty ones are left out."""
    found: list[Span] = []
    for start, end in sorted((start.astimezone(UTC), end.astimezone(UTC)) for start, end in spans):
        if start >= end:
            continue
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return found


def free_slots(
    busy: Sequence[Span],
    reserved: Sequence[Span],
    *,
    work: WorkCalendar,
    now: datetime,
    length: timedelta = LENGTH,
    days: int = 3,
    limit: int = 12,
) -> list[Span]:
    """Return slots of *length* in which the owner can call back, in UTC, soonest first, none overlapping.

    Looks at today and the next working days, *days* working days in all, inside the hours of *work*. Slots
    begin on five-minute marks of the clock; *busy* and *reserved* need not be sorted.
    """
    now = now.astimezone(UTC)
    today = now.astimezone(work.zone).date()
    last = (
        today if work.is_working_day(today) and work.span(today)[1] >= now + length else work.shift(today, 1)
    )
    last = work.shift(last, max(days, 1) - 1)
    taken = merged([*busy, *reserved])
    slots: list[Span] = []
    for begin, end in work.spans(now, work.span(last)[1]):
        for start, finish in _gaps(begin, end, taken):
            start = _rounded_up(start)
            while start + length <= finish and len(slots) < min(limit, MAX_SLOTS):
                slots.append((start, start + length))
                start = _rounded_up(start + length)
    return slots


def is_free(slot: Span, busy: Sequence[Span], reserved: Sequence[Span]) -> bool:
    """Tell whether nothing overlaps *slot*."""
    return all(end <= slot[0] or slot[1] <= start for start, end in merged([*busy, *reserved]))


def _gaps(begin: datetime, end: datetime, taken: Sequence[Span]) -> Iterable[Span]:
    for start, finish in taken:
        if finish <= begin:
            continue
        if start >= end:
            break
        if start > begin:
            yield begin, start
        begin = max(begin, finish)
    if begin < end:
        yield begin, end


def _rounded_up(moment: datetime) -> datetime:
    over = timedelta(minutes=moment.minute % 5, seconds=moment.second, microseconds=moment.microsecond)
    return moment + (STEP - over if over else timedelta(0))
