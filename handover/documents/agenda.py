"""What happens in the absence: events of the calendar, and duties known only from earlier years or weeks."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple

from handover.absences import is_absence
from handover.documents.material import Material
from handover.documents.packet import CalendarItem, Item, Meeting, Said
from handover.duties import Duty
from handover.ledger.matter import telling
from handover.model import Event, Quote, Role
from handover.worktime import working_days_between

AHEAD = timedelta(days=45)
"""So far beyond the return a dossier shows coming meetings."""
SOON = 5
MAX_EVENTS = 400


class Dated(NamedTuple):
    """An item with its place in the calendar; the calendar's number follows the item's."""

    item: Item
    place: CalendarItem


def agenda(material: Material) -> list[Dated]:
    """Return every event and duty of the absence with who takes it, earliest first."""
    events = [event for event in material.context.events if _is_in(event, material)]
    found: list[Dated] = []
    merged: dict[int, list[Duty]] = {}
    alone = []
    for duty in material.duties:
        place = next((n for n, event in enumerate(events) if _is_same(event, duty, material)), None)
        merged.setdefault(place, []).append(duty) if place is not None else alone.append(duty)
    for number, event in enumerate(events[:MAX_EVENTS]):
        found.append(_event(event, merged.get(number, ()), material))
    found += [_duty(duty, material) for duty in alone if not _known(duty, events, material)]
    return sorted(found, key=lambda dated: (dated.place.start, dated.item.id))


def cancelled(material: Material) -> Iterator[Meeting]:
    """Yield the events of the absence that are called off already."""
    absent = material.absent
    for event in material.context.events:
        day = material.day(event.start)
        if event.cancelled and not event.private and absent.first <= day <= absent.last:
            yield Meeting(event.start, event.all_day, event.summary, event.location)


def meetings(customer: str, dated: Sequence[Dated], material: Material) -> tuple[Meeting, ...]:
    """Return the coming events with *customer*, in the absence and some weeks beyond it."""
    taken = [
        Meeting(d.place.start, d.place.all_day, d.place.summary, d.place.location, d.item.number)
        for d in dated
        if d.place.customer == customer
    ]
    until = material.absent.last + AHEAD
    other = [
        Meeting(event.start, event.all_day, event.summary, event.location)
        for event in material.context.events
        if event.start >= material.now
        and not (event.private or event.cancelled or is_absence(event))
        and not material.absent.first <= material.day(event.start) <= material.absent.last
        and material.day(event.start) <= until
        and customer_of(event, material) == customer
    ]
    return tuple(sorted([*taken, *other], key=lambda meeting: meeting.start)[:6])


def customer_of(event: Event, material: Material) -> str:
    """Return the customer that *event* is about: of its attendees, else the one that its summary names."""
    people = material.context.people
    for attendee in event.attendees:
        who = people.who(attendee)
        if who.role is Role.CONTACT and who.customer:
            return who.customer
    named = people.mentioned(event.summary)
    return sorted(named)[0] if len(named) == 1 else ""


def _is_in(event: Event, material: Material) -> bool:
    if event.private or event.cancelled or event.end <= material.now or is_absence(event):
        return False
    if not event.busy and not event.attendees and not event.recurring:
        return False
    first = material.day(event.start)
    last = material.day(event.end - timedelta(seconds=1)) if event.end > event.start else first
    return first <= material.absent.last and last >= material.absent.first


def _event(event: Event, duties: Sequence[Duty], material: Material) -> Dated:
    customer = customer_of(event, material)
    taker = material.roster.for_event(event, customer)
    id_ = _id(event.uid, event.start.isoformat())
    earlier = tuple(sorted({day for duty in duties for day in duty.earlier}))
    reasons = [Said("event_" + taker.problem, {"who": taker.instead_of})] if taker.problem else []
    reasons += [Said("sent_before", {"rhythm": duty.rhythm}, day=duty.earlier[-1]) for duty in duties]
    item = Item(
        number=0,
        id=f"event-{id_}",
        kind="event",
        title=event.summary,
        severity=_severity(event.start, taker.problem, material),
        state=taker.problem or "taken",
        assignee=taker.address,
        because=taker.because,
        added=material.now,
        customer=customer,
        due=event.start,
        instead_of=taker.instead_of,
        reasons=tuple(reasons),
        evidence=_earlier_mails(customer, duties, material),
    )
    return Dated(item, _place(event, customer, earlier, taker.problem, material))


def _earlier_mails(customer: str, duties: Sequence[Duty], material: Material) -> tuple[Quote, ...]:
    """Return the mails of earlier times; an event of a customer shows only that customer's."""
    quotes = [quote for duty in duties for quote in duty.evidence]
    return (material.own(customer, quotes) if customer else tuple(quotes))[-3:]


def _place(
    event: Event, customer: str, earlier: tuple[date, ...], problem: str, material: Material
) -> CalendarItem:
    who = material.context.people.who
    others = [who(party).name for party in event.attendees if who(party).role is not Role.OWNER]
    return CalendarItem(
        item=0,
        start=event.start,
        end=event.end,
        all_day=event.all_day,
        summary=event.summary,
        location=event.location,
        customer=customer,
        attendees=tuple(others[:12]),
        recurring=event.recurring,
        earlier=earlier,
        problem=problem,
        uid=event.uid,
    )


def _severity(start: datetime, problem: str, material: Material) -> str:
    if not problem:
        return "info"
    if problem != "nobody":
        return "red"
    far = working_days_between(material.day(material.now), material.day(start), material.context.work) > SOON
    return "amber" if far else "red"


def _duty(duty: Duty, material: Material) -> Dated:
    taker = material.roster.for_customer("", [duty.day])
    begin, _ = material.context.work.span(duty.day)
    item = Item(
        number=0,
        id=f"duty-{_id(duty.name, duty.day.isoformat())}",
        kind="duty",
        title=duty.name,
        severity="info",
        state="nobody",
        assignee=taker.address,
        because=taker.because,
        added=material.now,
        due=begin,
        instead_of=taker.instead_of,
        reasons=(Said("sent_before", {"rhythm": duty.rhythm}, day=duty.earlier[-1]),),
        evidence=duty.evidence,
    )
    place = CalendarItem(
        item=0,
        start=begin,
        end=begin,
        all_day=True,
        summary=duty.name,
        attendees=duty.to,
        recurring=True,
        source="earlier",
        earlier=duty.earlier,
    )
    return Dated(item, place)


def _is_same(event: Event, duty: Duty, material: Material) -> bool:
    """Tell whether the calendar has *duty* already: a telling word in common, on a day that fits its rhythm."""
    days = abs((material.day(event.start) - duty.day).days)
    if days > (1 if duty.rhythm == "weekly" else 14):
        return False
    return bool(_words(event.summary) & _words(duty.name))


def _known(duty: Duty, events: Sequence[Event], material: Material) -> bool:
    """A weekly duty of the same words that the calendar has on another day of that week is no second one."""
    return any(
        event.recurring
        and _words(event.summary) & _words(duty.name)
        and material.day(event.start).isocalendar()[:2] == duty.day.isocalendar()[:2]
        for event in events
    )


def _words(text: str) -> set[str]:
    return {word[:12] for word in telling(text, 12) if len(word) > 5 and not any(c.isdigit() for c in word)}


def _id(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode("utf-8", "replace")).hexdigest()[:8]
