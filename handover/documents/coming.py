"""The next three weeks: who will be away and how far their handover is, and the holidays where customers are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from handover.model import Absence, Customer
from handover.receipts import Handed
from handover.worktime import WorkCalendar, holiday_names

AHEAD = timedelta(days=21)


class Coming(NamedTuple):
    """An absence that runs or comes, and its handover.

    *state*: ``no_packet``, ``built``, ``sent``, ``partly`` (some deputy has accepted), ``accepted``, ``objected`` or
    ``alarm`` (a deputy's automatic reply, or the mail came back). *gaps* counts the owner's unanswered questions,
    *accepted* and *items* what deputies have taken on and all there is.
    """

    owner: str
    first: date
    last: date
    state: str
    accepted: int = 0
    items: int = 0
    gaps: int = 0


class Holiday(NamedTuple):
    """A public holiday in regions where customers are and the owner works; how many customers that concerns."""

    day: date
    name: str
    regions: tuple[str, ...]
    customers: int


def comings(
    owner: str, absences: Iterable[Absence], packets: Sequence[tuple[Handed, int]], today: date
) -> tuple[Coming, ...]:
    """Return the absences of the next three weeks; *packets* come with the number of their open questions."""
    near = [a for a in absences if a.last >= today and a.first <= today + AHEAD]
    return tuple(_coming(owner, absence, packets) for absence in sorted(near, key=lambda a: a.first))


def _coming(owner: str, absence: Absence, packets: Sequence[tuple[Handed, int]]) -> Coming:
    fitting = [(h, g) for h, g in packets if h.first <= absence.last and h.last >= absence.first]
    if not fitting:
        return Coming(owner, absence.first, absence.last, "no_packet")
    packet, gaps = max(fitting, key=lambda each: each[0].built)
    items = [item for deputy in packet.deputies for item in deputy.items]
    accepted = sum(item.state in ("accepted", "by_word") for item in items)
    return Coming(owner, absence.first, absence.last, _state(packet), accepted, len(items), gaps)


def _state(packet: Handed) -> str:
    if any(deputy.alarm for deputy in packet.deputies):
        return "alarm"
    if any(deputy.objected for deputy in packet.deputies):
        return "objected"
    if all(deputy.has_accepted for deputy in packet.deputies):
        return "accepted"
    if any(deputy.has_accepted for deputy in packet.deputies):
        return "partly"
    return "sent" if any(deputy.delivery for deputy in packet.deputies) else "built"


def holidays(customers: Iterable[Customer], work: WorkCalendar, today: date) -> tuple[Holiday, ...]:
    """Return the holidays of the next three weeks in customers' regions on which the owner works.

    Raises `UsageError` for a region that nobody knows.
    """
    counts = Counter({each.id: each.region for each in customers if each.region}.values())
    found: dict[tuple[date, str], list[str]] = {}
    for region in sorted(counts):
        for year in {today.year, (today + AHEAD).year}:
            for day, name in holiday_names(region, year).items():
                if today <= day <= today + AHEAD and work.is_working_day(day):
                    found.setdefault((day, name), []).append(region)
    return tuple(
        Holiday(day, name, tuple(regions), sum(counts[region] for region in regions))
        for (day, name), regions in sorted(found.items())
    )
