"""Who takes what while the owner is away: by customer list, area, calendar; nobody who cannot.

Nothing stays without a taker: where nobody fits it goes to the first deputy, where all are away to the manager.
It asks calendars and announced absences of colleagues; whether somebody has the time is theirs to say.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import NamedTuple

from handover.checks.base import Context
from handover.documents.packet import Colleague, Deputy
from handover.model import Event, Person, Role

MAX_DAYS = 400


class Taker(NamedTuple):
    """Who takes something and why (see `Item.because`); *instead_of* is who would have, and *problem* why not."""

    address: str
    because: str
    instead_of: str = ""
    problem: str = ""


@dataclass(slots=True)
class Roster:
    """The deputies of one absence and the days on which somebody is not there (*away*, by address)."""

    context: Context
    first: date
    last: date
    deputies: Sequence[Deputy]
    away: Mapping[str, frozenset[date]] = field(default_factory=dict)

    @property
    def days(self) -> list[date]:
        """The working days of the absence."""
        count = min((self.last - self.first).days, MAX_DAYS) + 1
        every = (self.first + timedelta(days=n) for n in range(count))
        return [day for day in every if self.context.work.is_working_day(day)]

    def is_there(self, address: str, days: Iterable[date]) -> bool:
        """Tell whether *address* is there on at least one of *days* (of the absence, if there are none)."""
        wanted = list(days) or self.days
        gone = self.away.get(address, frozenset())
        return not wanted or any(day not in gone for day in wanted)

    def for_customer(self, customer: str, days: Sequence[date] = ()) -> Taker:
        """Return who takes what concerns *customer* and needs somebody on one of *days*."""
        chosen, because = self._chosen(customer)
        if self.is_there(chosen, days):
            return Taker(chosen, because)
        for other, reason in self._others(chosen):
            if self.is_there(other, days):
                return Taker(other, reason, instead_of=chosen, problem="away")
        return Taker(chosen, because, problem="nobody")

    def for_event(self, event: Event, customer: str) -> Taker:
        """Return who goes to *event*; *problem* is ``nobody``, ``holder_busy``, ``holder_away`` or ``""``."""
        holder = self._holder(event)
        if holder and not (hindered := self._hindrance(holder, event)):
            return Taker(holder, "has_it")
        problem = hindered if holder else "nobody"
        chosen, because = self._chosen(customer)
        wanted = [(chosen, because), *self._others(holder or chosen), *self._others(chosen)]
        for other, reason in wanted:
            if other != holder and not self._hindrance(other, event):
                replaces = "replaces" if holder and reason != "manager" else reason
                return Taker(other, replaces, instead_of=holder, problem=problem)
        return Taker(chosen, because, instead_of=holder, problem="nobody")

    def _chosen(self, customer: str) -> tuple[str, str]:
        known = self.context.customer(customer)
        if known.deputy and self.context.people.role(known.deputy) in (Role.TEAM, Role.MANAGER):
            return known.deputy, "deputy"
        area = known.area.casefold()
        for deputy in self.deputies:
            if area and area in (one.casefold() for one in deputy.areas):
                return deputy.who.address, "area"
        for deputy in self.deputies:
            if not deputy.areas:
                return deputy.who.address, "covers"
        for person in self.context.people.team:
            if area and person.area.casefold() == area and self._can_cover(person):
                return person.address, "area"
        return self.deputies[0].who.address, "covers"

    def _can_cover(self, person: Person) -> bool:
        return bool(person.address) and not person.manager and not self._is_owner(person.address)

    def _others(self, address: str) -> Iterator[tuple[str, str]]:
        """Yield who stands in for *address*: their second deputy, the other deputies, the manager."""
        person = self.context.people.person(address)
        if person and person.second_deputy:
            yield person.second_deputy, "replaces"
        for deputy in self.deputies:
            if deputy.who.address != address:
                yield deputy.who.address, "replaces"
        for manager in self.context.people.team:
            if manager.manager and manager.address and not self._is_owner(manager.address):
                yield manager.address, "manager"
        for bare in sorted(self.context.people.managers):
            yield bare, "manager"

    def _is_owner(self, address: str) -> bool:
        return self.context.people.role(address) is Role.OWNER

    def _holder(self, event: Event) -> str:
        """Return the colleague who accepted *event* or has it in their own calendar."""
        for address, partstat in sorted(event.partstats):
            if partstat == "ACCEPTED" and self.context.people.role(address) in (Role.TEAM, Role.MANAGER):
                return address
        for address, events in self.context.deputy_events.items():
            if any(other.uid == event.uid and other.start == event.start for other in events):
                return address
        organizer = event.organizer
        return (
            organizer
            if organizer and self.context.people.role(organizer) in (Role.TEAM, Role.MANAGER)
            else ""
        )

    def _hindrance(self, address: str, event: Event) -> str:
        """Return why *address* cannot go to *event*: ``holder_away``, ``holder_busy``, or ``""``."""
        day = event.start.astimezone(self.context.work.zone).date()
        if day in self.away.get(address, frozenset()):
            return "holder_away"
        if event.all_day:
            return ""
        for other in self.context.deputy_events.get(address, ()):
            if _blocks(other) and other.uid != event.uid and _overlaps(other, event.start, event.end):
                return "holder_away" if other.all_day else "holder_busy"
        return ""


def _blocks(event: Event) -> bool:
    return event.busy and not event.cancelled


def _overlaps(event: Event, start: datetime, end: datetime) -> bool:
    return event.start < end and start < event.end


def colleague(context: Context, address: str, area: str = "") -> Colleague:
    """Return *address* as the configuration describes them; *area* is what they cover here."""
    person = context.people.person(address)
    if person is None:
        return Colleague(address, _spelled(address), area=area, manager=address in context.people.managers)
    return Colleague(
        address,
        person.name,
        person.function,
        area or person.area,
        person.phone,
        person.language,
        person.zone,
        person.manager or address in context.people.managers,
    )


def _spelled(address: str) -> str:
    """Guess a name from an address: ``peter.lindner@…`` is Peter Lindner."""
    parts = address.partition("@")[0].replace("_", ".").split(".")
    return " ".join(part.capitalize() for part in parts if part) if len(parts) > 1 else address
