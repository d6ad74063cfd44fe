"""What the owner should finish herself before leaving: for her alone, never in a deputy's part.

Calls and promises whose date lies before the absence, requests whose answer time ends before it, and what no
deputy can do: promises that somebody else decides, and matters for which nobody is there. Questions that only the
owner can answer are the packet's gaps.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime, time

from handover.checks.base import all_checks
from handover.documents.material import Material
from handover.documents.matters import needed_on
from handover.documents.packet import Finish, Item, PromiseLine, Said
from handover.model import Request
from handover.worktime import add_business_hours

KINDS = ("callback", "promise", "alone", "answer")
"""In this order: what was promised cannot be handed over without breaking it; an answer can."""
MAX_FINISH = 500
WORDS = 120
_LAST = datetime.max.replace(tzinfo=UTC)
_WEIGHT = {"red": 0, "amber": 1, "info": 2}
_WAITS = ("open", "held")


def to_finish(items: Sequence[Item], material: Material) -> list[Finish]:
    """Return what is better done before the absence, each item once: by kind, the most pressing, then the earliest."""
    requests = _requests(items, material)
    calls = _reserved(items, material)
    weight = {item.number: _WEIGHT[item.severity] for item in items}
    found = [calls.pop(item.id, None) or _about(item, requests.get(item.id), material) for item in items]
    lines = [line for line in (*found, *calls.values()) if line]
    lines.sort(
        key=lambda line: (KINDS.index(line.kind), weight.get(line.item, 0), line.by or _LAST, line.item)
    )
    return lines[:MAX_FINISH]


def not_alone(material: Material) -> frozenset[str]:
    """Return the kinds of promises that the owner may not make alone, as configured."""
    return frozenset(all_checks()["promises"].option(material.context, "not_alone"))


def _about(item: Item, request: Request | None, material: Material) -> Finish | None:
    """Return why *item* should not wait for a deputy, the weightiest reason first."""
    return next(
        (
            line
            for line in (
                _dated(item, True, material),
                _dated(item, False, material),
                _decided_elsewhere(item, material),
                _without_anybody(item, material),
                _answer(item, request, material),
            )
            if line
        ),
        None,
    )


def _leaving(material: Material) -> datetime:
    return datetime.combine(material.absent.first, time(), material.context.work.zone)


def _dated(item: Item, calls: bool, material: Material) -> Finish | None:
    """Return the earliest call (else: other promise) of *item* whose date lies before the absence."""
    early = [
        line
        for line in item.promises
        if line.due and line.due < _leaving(material) and ("callback" in line.kinds) is calls
    ]
    if not early:
        return None
    line = min(early, key=lambda line: line.due or _LAST)
    kind = "callback" if calls else "promise"
    late = "_late" if line.due and line.due < material.now else ""
    said = Said(f"finish_{kind}{late}", {"words": _words(line), "slips": line.slips}, at=line.due)
    return Finish("callback" if calls else "promise", item.number, line.due, said)


def _words(line: PromiseLine) -> str:
    """Return the beginning of what was promised: the list reminds, the packet quotes."""
    words = " ".join(line.made.quote.split())
    return words if len(words) <= WORDS else words[: WORDS - 1].rstrip() + "…"


def _decided_elsewhere(item: Item, material: Material) -> Finish | None:
    def needs_leave(line: PromiseLine) -> bool:
        return bool(not_alone(material) & set(line.kinds))

    line = next(filter(needs_leave, item.promises), None)
    if line is None:
        return None
    who = material.managers[0].name if material.managers else ""
    said = Said("finish_leave", {"words": _words(line), "who": who})
    return Finish("alone", item.number, line.due, said)


def _without_anybody(item: Item, material: Material) -> Finish | None:
    """Return a line where no deputy is there when *item* needs somebody."""
    days = [material.day(item.due)] if item.kind == "event" and item.due else needed_on(material, item.due)
    if not material.roster.is_there(item.assignee, days):
        return Finish("alone", item.number, item.due, Said("finish_nobody"))
    if item.because == "manager":
        return Finish("alone", item.number, item.due, Said("finish_manager", {"who": item.assignee}))
    return None


def _answer(item: Item, request: Request | None, material: Material) -> Finish | None:
    """Return a line for a request whose answer time ends before the absence."""
    if request is None or item.since is None or item.state not in _WAITS:
        return None
    by = add_business_hours(item.since, material.context.allowed(request), material.context.work)
    if by >= _leaving(material):
        return None
    code = "finish_answer_late" if by < material.now else "finish_answer"
    return Finish("answer", item.number, by, Said(code, at=by))


def _requests(items: Iterable[Item], material: Material) -> Mapping[str, Request]:
    wanted = {item.id for item in items if item.kind == "request"}
    return {
        name: request
        for facts in material.facts
        for request in facts.requests
        if (name := f"request-{request.id}") in wanted
    }


def _reserved(items: Iterable[Item], material: Material) -> dict[str, Finish]:
    """Return the times at which a call was promised, by item where one is known; those in the absence, too."""
    numbers = {item.id: item.number for item in items}
    found: dict[str, Finish] = {}
    for slot in material.slots:
        name = f"request-{slot.request}"
        inside = slot.start >= _leaving(material)
        if slot.start < material.now or material.day(slot.start) > material.absent.last:
            continue
        said = Said("finish_slot_inside" if inside else "finish_slot", {"who": slot.contact}, at=slot.start)
        found.setdefault(
            name if name in numbers else slot.id,
            Finish("callback", numbers.get(name, 0), slot.start, said),
        )
    return found


def kinds_of(lines: Iterable[Finish]) -> Iterator[tuple[str, list[Finish]]]:
    """Yield the lines by kind, in the order in which the list tells them."""
    known = list(lines)
    for kind in KINDS:
        if some := [line for line in known if line.kind == kind]:
            yield kind, some
