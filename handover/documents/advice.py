"""What to say when a customer calls, what not to promise, what the owner must fill in, what to warn of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from handover.documents.leaving import not_alone
from handover.documents.material import Material
from handover.documents.packet import CalendarItem, Gap, Item, PromiseLine, Said
from handover.risk import Risk
from handover.worktime import working_days_between

IN_TIME = 14
"""A handover that begins fewer days ahead is late."""
MAX_GAPS = 40


def to_say(items: Sequence[Item], risk: Risk, material: Material) -> Iterator[Said]:
    """Yield what to tell a caller of a customer with these items, the weightiest first; four at most."""
    said = [
        *_about_broken_dates(items),
        *(
            Said("say_chased", {"count": item.chasers, "title": item.title})
            for item in items
            if item.chasers >= 2
        ),
        *_about_coming_dates(items),
        *(
            Said("say_open", {"title": item.title})
            for item in items
            if item.kind == "request" and not item.promises and item.chasers < 2
        ),
    ]
    if any(risk.has(code) for code in ("threat", "higher_up", "went_past")):
        yield Said("say_listen")
    if not said:
        yield Said("say_nothing_open")
    yield from said[:4]


def _about_broken_dates(items: Sequence[Item]) -> Iterator[Said]:
    for item in items:
        for promise in item.promises:
            if promise.state == "overdue":
                code = "say_overdue_again" if promise.slips else "say_overdue"
                yield Said(code, {"words": promise.made.quote}, at=promise.due)


def _about_coming_dates(items: Sequence[Item]) -> Iterator[Said]:
    for item in items:
        for promise in item.promises:
            if promise.state in ("due", "moved"):
                yield Said("say_due", {"words": promise.made.quote}, at=promise.due)
            elif promise.state == "vague":
                yield Said("say_vague", {"words": promise.made.quote})


def never(items: Sequence[Item], risk: Risk, material: Material) -> Iterator[Said]:
    """Yield what must not be promised to this customer, and who may."""
    manager = material.managers[0].name if material.managers else ""
    kinds = {kind for item in items for promise in item.promises for kind in promise.kinds}
    for kind in sorted(kinds & not_alone(material)):
        yield Said(f"never_{kind}", {"who": manager})
    if any(promise.slips for item in items for promise in item.promises):
        yield Said("never_another_date")
    if risk.has("threat"):
        yield Said("never_legal", {"who": manager})


def gaps(
    items: Sequence[Item],
    calendar: Sequence[CalendarItem],
    phoneless: Sequence[str],
    material: Material,
) -> list[Gap]:
    """Return what only the owner can tell, as questions; answers that were given come along."""
    asked = list({gap.id: gap for gap in _questions(items, calendar, phoneless, material)}.values())[
        :MAX_GAPS
    ]
    return [gap._replace(answer=material.answers.get(gap.id, "")) for gap in asked]


def _questions(
    items: Sequence[Item],
    calendar: Sequence[CalendarItem],
    phoneless: Sequence[str],
    material: Material,
) -> Iterator[Gap]:
    yield Gap("files", Said("gap_files"))
    yield Gap("reachable", Said("gap_reachable", {"who": material.absent.owner.name}))
    if not material.has_calendar:
        yield Gap("calendar", Said("gap_calendar"))
    for deputy in material.roster.deputies:
        if material.context.people.person(deputy.who.address) is None:
            yield Gap(f"deputy-{deputy.who.address}", Said("gap_deputy", {"who": deputy.who.address}))
        elif not deputy.second:
            yield Gap(f"second-{deputy.who.address}", Said("gap_second", {"who": deputy.who.name}))
    yield from _about_events(items, calendar)
    yield from _unowned(items, material)
    yield from _about_promises(items, material)
    for customer in phoneless:
        yield Gap(f"phone-{customer}", Said("gap_phone", {"customer": material.name_of(customer)}))


def _about_events(items: Sequence[Item], calendar: Sequence[CalendarItem]) -> Iterator[Gap]:
    by_number = {item.number: item for item in items}
    for place in calendar:
        item = by_number[place.item]
        if place.problem:
            yield Gap(
                item.id, Said("gap_event", {"title": place.summary, "who": item.assignee}, at=place.start)
            )
        if item.kind == "duty":
            yield Gap(item.id, Said("gap_duty", {"title": place.summary}, day=place.earlier[-1]))


def _about_promises(items: Sequence[Item], material: Material) -> Iterator[Gap]:
    """Yield promises that needed somebody's leave, are overdue in a red matter, or have no date; red ones first."""
    forbidden = not_alone(material)
    for item in sorted(items, key=lambda item: item.severity != "red"):
        for promise in item.promises:
            if forbidden & set(promise.kinds):
                yield Gap(f"promise-{promise.id}", _asked("gap_allowed", promise, item, material))
            elif promise.state == "overdue" and item.severity == "red":
                yield Gap(f"promise-{promise.id}", _asked("gap_overdue", promise, item, material))
            elif promise.state == "vague":
                yield Gap(f"promise-{promise.id}", _asked("gap_vague", promise, item, material))


def _asked(code: str, promise: PromiseLine, item: Item, material: Material) -> Said:
    customer = material.name_of(item.customer)
    return Said(code, {"words": promise.made.quote, "customer": customer}, at=promise.due)


def _unowned(items: Sequence[Item], material: Material) -> Iterator[Gap]:
    """Yield customers who went to somebody only because nobody is named for them."""
    deputies = material.roster.deputies
    by_taker: dict[str, dict[str, None]] = {}
    for item in items:
        if item.because == "covers" and item.customer and any(deputy.areas for deputy in deputies):
            by_taker.setdefault(item.assignee, {})[material.name_of(item.customer)] = None
    for taker, customers in by_taker.items():
        if len(deputies) > 1:
            named = ", ".join(list(customers)[:8]) + (" …" if len(customers) > 8 else "")
            yield Gap(f"owner-{taker}", Said("gap_owner", {"customers": named, "who": taker}))


def warnings(calendar: Sequence[CalendarItem], material: Material) -> Iterator[Said]:
    """Yield what stands at the head of page one, the gravest first."""
    yield from material.warnings
    for day in _days_without_anybody(material):
        yield Said("warn_nobody", day=day)
    for deputy in material.roster.deputies:
        if deputy.away:
            names: dict[str, str | int | float] = {"who": deputy.who.name, "count": len(deputy.away)}
            yield Said("warn_away", names, day=deputy.away[0], until=deputy.away[-1])
    clashes = [place for place in calendar if place.problem in ("holder_busy", "holder_away")]
    if clashes:
        yield Said("warn_clash", {"count": len(clashes)}, at=clashes[0].start)
    today = material.day(material.now)
    if today < material.absent.first and (material.absent.first - today).days < IN_TIME:
        left = working_days_between(today, material.absent.first - timedelta(days=1), material.context.work)
        yield Said("warn_late", {"count": left + 1})


def _days_without_anybody(material: Material) -> list[date]:
    roster = material.roster
    return [
        day
        for day in roster.days
        if all(day in roster.away.get(deputy.who.address, frozenset()) for deputy in roster.deputies)
    ]
