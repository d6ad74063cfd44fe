"""The packet put together: items with numbers that stay, page one, dossiers, what changed; a deputy's own part."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime

from handover.documents.advice import gaps, warnings
from handover.documents.agenda import Dated, agenda, cancelled
from handover.documents.cover import colleague
from handover.documents.dossier import dossiers
from handover.documents.leaving import to_finish
from handover.documents.material import Material
from handover.documents.matters import matter_items, sellers
from handover.documents.packet import (
    Change,
    Colleague,
    Deputy,
    Dossier,
    First,
    Item,
    Packet,
    QuestionAnswer,
    Said,
)
from handover.documents.takeover import takeovers
from handover.questions import clusters, plain

ORDER = {"red": 0, "amber": 1, "info": 2}
MAX_FIRST = 40
"""So many lines of "first" are kept; page one shows what fits and says how many follow."""
COMPARED = ("state", "due", "assignee", "severity", "chasers")


def build(material: Material) -> Packet:
    """Return the packet: every open matter, event and duty once, each with somebody who takes it."""
    dated = agenda(material)
    items = _numbered([*matter_items(material), *(each.item for each in dated)], material.before)
    by_id = {item.id: item for item in items}
    dated = [Dated(by_id[d.item.id], replace(d.place, item=by_id[d.item.id].number)) for d in dated]
    calendar = tuple(each.place for each in dated)
    files = dossiers(items, dated, material)
    deputies = _everybody(items, files, material)
    return Packet(
        token=material.token,
        built=material.now,
        absent=material.absent,
        deputies=deputies,
        items=tuple(items),
        first=tuple(_first(items, files, material)),
        warnings=tuple(warnings(calendar, material)),
        escalation=_escalation(deputies, material),
        colleagues=_colleagues(deputies, material),
        dossiers=tuple(files),
        calendar=calendar,
        cancelled=tuple(cancelled(material)),
        takeovers=tuple(takeovers(material)),
        left_out=sellers(material),
        questions=tuple(_questions(material)),
        gaps=tuple(gaps(items, calendar, _phoneless(items, files), material)),
        changes=tuple(_changes(items, material.before)),
        before=material.before.built if material.before else None,
        to_finish=tuple(to_finish(items, material)),
        watches_deputies=material.watches_deputies,
    )


def _phoneless(items: Sequence[Item], files: Sequence[Dossier]) -> list[str]:
    """Return the customers with a pressing matter for whom no number is known at all."""
    red = {item.customer for item in items if item.severity == "red"}
    known = {item.customer for item in items if item.phone}
    known |= {d.customer for d in files if d.phone or any(c.phone or c.mobile for c in d.contacts)}
    return [dossier.customer for dossier in files if dossier.customer in red - known]


def part_for(packet: Packet, address: str) -> Packet:
    """Return what of *packet* concerns the deputy *address*: their items, dossiers and calendar, all of the rest."""
    items = tuple(item for item in packet.items if item.assignee == address)
    numbers = {item.number for item in items}
    customers = {item.customer for item in items if item.customer}
    return replace(
        packet,
        reader=address,
        items=items,
        first=tuple(first for first in packet.first if first.item in numbers),
        dossiers=tuple(d for d in packet.dossiers if d.assignee == address or d.customer in customers),
        calendar=tuple(place for place in packet.calendar if place.item in numbers),
        takeovers=tuple(meeting for meeting in packet.takeovers if meeting.deputy == address),
        changes=tuple(c for c in packet.changes if c.kind == "gone" or c.item in numbers),
        gaps=tuple(gap for gap in packet.gaps if gap.answer or _concerns(gap.id, items)),
        to_finish=(),
    )


def _concerns(gap: str, items: Sequence[Item]) -> bool:
    ids = {item.id for item in items} | {f"promise-{line.id}" for item in items for line in item.promises}
    return gap in ids


def _numbered(items: Sequence[Item], before: Packet | None) -> list[Item]:
    """Give each item the number it had, new ones the next; ordered by weight, then by date."""
    known = {item.id: item for item in before.items} if before else {}
    taken = max((item.number for item in known.values()), default=0)
    found = []
    for item in sorted(items, key=_weight):
        old = known.get(item.id)
        if old is None:
            taken += 1
        found.append(
            replace(item, number=old.number if old else taken, added=old.added if old else item.added)
        )
    return found


def _weight(item: Item) -> tuple[int, bool, datetime, str]:
    return ORDER[item.severity], item.due is None, item.due or item.since or item.added, item.id


def _first(items: Sequence[Item], files: Sequence[Dossier], material: Material) -> Iterator[First]:
    """Yield what needs somebody in the first two working days: what has its hour, then what is most pressing."""
    days = material.roster.days[:2]
    if not days:
        return
    known = {line.customer.id for line in material.context.people.customers}
    weight = {d.customer: (not d.vip, d.customer not in known, -d.score) for d in files}
    found = [(item, line) for item in items if (line := _needed(item, days, material))]

    def order(pair: tuple[Item, First]) -> tuple[date, int, bool, datetime, tuple[bool, bool, float]]:
        item, line = pair
        hour = item.due if item.due and item.kind == "event" else None
        rank = weight.get(item.customer, (True, True, 0.0))
        return line.day, ORDER[item.severity], hour is None, hour or material.now, rank

    yield from _joined(sorted(found, key=order))


def _joined(found: Iterable[tuple[Item, First]]) -> list[First]:
    """Return one line for each customer, taker and day; events stand alone."""
    lines: dict[tuple[object, ...], First] = {}
    for item, line in found:
        alone = item.kind in ("event", "duty") or not item.customer
        place = (item.number,) if alone else (item.customer, item.assignee, line.day)
        if place in lines:
            lines[place] = lines[place]._replace(also=(*lines[place].also, item.number))
        else:
            lines[place] = line
    return list(lines.values())[:MAX_FIRST]


def _needed(item: Item, days: Sequence[date], material: Material) -> First | None:
    due = material.day(item.due) if item.due else None
    if item.kind in ("event", "duty"):
        early = due is not None and due <= days[-1]
        code = "first_event" if item.kind == "event" else "first_duty"
        return First(item.number, max(due, days[0]), Said(code, at=item.due)) if early and due else None
    overdue = [line for line in item.promises if line.state == "overdue"]
    if overdue and item.severity != "info":
        slips = max(line.slips for line in overdue)
        return First(item.number, days[0], Said("first_overdue", {"slips": slips}, at=overdue[0].due))
    if due is not None and due <= days[-1] and (item.promises or due >= material.absent.first):
        late = material.now > item.due if item.due else False
        if not late:
            return First(item.number, max(due, days[0]), Said("first_due", at=item.due))
    if item.severity == "red" and item.chasers:
        return First(item.number, days[0], Said("first_chased", {"count": item.chasers}))
    if item.severity == "red":
        return First(item.number, days[0], Said("first_waits", at=item.since))
    if item.severity == "amber":
        return First(item.number, days[-1], Said("first_waits", at=item.since))
    return None


def _everybody(items: Iterable[Item], files: Iterable[Dossier], material: Material) -> tuple[Deputy, ...]:
    """Return the named deputies and everybody else to whom something went."""
    named = list(material.roster.deputies)
    known = {deputy.who.address for deputy in named}
    for address in [*(item.assignee for item in items), *(dossier.assignee for dossier in files)]:
        if address not in known:
            known.add(address)
            person = material.context.people.person(address)
            away = tuple(sorted(material.roster.away.get(address, ())))
            second = person.second_deputy if person else ""
            named.append(Deputy(colleague(material.context, address), (), second, away))
    return tuple(named)


def _escalation(deputies: Sequence[Deputy], material: Material) -> tuple[Colleague, ...]:
    """Return whom to ask, in order: the deputies' own deputies, then the managers."""
    seconds = [colleague(material.context, d.second) for d in material.roster.deputies if d.second]
    seen = {deputy.who.address for deputy in material.roster.deputies}
    path = [*seconds, *material.managers]
    return tuple({who.address: who for who in path if who.address not in seen}.values())


def _colleagues(deputies: Sequence[Deputy], material: Material) -> tuple[Colleague, ...]:
    """Return the rest of the team by what they know about."""
    known = {deputy.who.address for deputy in deputies} | {material.absent.owner.address}
    return tuple(
        colleague(material.context, person.address)
        for person in material.context.people.team
        if person.address and person.address not in known
    )


def _questions(material: Material) -> Iterator[QuestionAnswer]:
    for cluster in clusters(material.asked):
        best = cluster.best
        yield QuestionAnswer(
            question=best.question._replace(quote=plain(best)),
            answer=cluster.answered.answer,
            times=len(cluster.asked),
            asked=tuple(one.question for one in cluster.asked[-6:]),
            language=best.language,
        )


def _changes(items: Sequence[Item], before: Packet | None) -> Iterator[Change]:
    if before is None:
        return
    known = {item.id: item for item in before.items}
    for item in items:
        old = known.pop(item.id, None)
        if old is None:
            yield Change("added", item.number, item.title)
        elif names := [name for name in COMPARED if getattr(old, name) != getattr(item, name)]:
            yield Change("changed", item.number, item.title, _changed(names[0], old, item))
    for gone in known.values():
        yield Change("gone", gone.number, gone.title)


def _changed(name: str, old: Item, item: Item) -> Said:
    if name == "due":
        return Said("changed_due", at=item.due)
    was, now = str(getattr(old, name)), str(getattr(item, name))
    return Said(f"changed_{name}", {"was": was, "now": now})
