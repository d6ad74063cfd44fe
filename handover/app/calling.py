"""`calls`: who waits for a call, and a promised time that nobody else gets."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import NamedTuple

from handover.answer import Answer, Notice
from handover.app import judging
from handover.app.calendars import Calendars, read_calendars
from handover.app.checking import context_of, facts_now
from handover.app.session import Session, session
from handover.app.verdicts import respected
from handover.checks.base import Context, Ledger, all_checks
from handover.config.settings import Settings
from handover.documents.calls import Caller, callers
from handover.errors import UsageError
from handover.i18n import N_, translator
from handover.model import PhoneNote
from handover.render.voice import Voice
from handover.slots import LENGTH, Span, busy, free_slots, is_free

SLOTS = 6


class Slot(NamedTuple):
    """A free time for a call."""

    start: datetime
    end: datetime


def calls(settings: Settings, name: str | None = None, promise: datetime | None = None) -> Answer:
    """Tell who waits for a call (only those who bear *name*); with *promise* promise that one a call then.

    A time that is taken, or lies in a meeting, is refused with `UsageError` and the free ones.
    """
    with session(settings) as opened:
        opened.people = opened.learned()
        calendars = read_calendars(settings, opened.errors, opened.coverage)
        waiting = _waiting(opened, calendars, name)
        promised = None
        if promise is not None:
            who = _one(waiting, name)
            promised = _promise(opened, calendars, who, promise)
            waiting = _waiting(opened, calendars, name)
        answer = opened.answer("calls")
        answer.data = {
            "name": name,
            "callers": waiting,
            "slots": [Slot(*slot) for slot in callback_slots(opened, calendars)],
            "reserved": [slot for slot in opened.journal.slots() if slot.end > settings.now],
            "promised": promised,
            "has_calendar": bool(settings.calendars),
        }
        return answer


def _waiting(opened: Session, calendars: Calendars, name: str | None) -> list[Caller]:
    context = context_of(opened, calendars)
    checks = list(all_checks().values())
    facts = facts_now(opened, checks, context)
    ledger = Ledger(facts)
    found = list(respected(opened, (f for check in checks for f in check.run(ledger, context))))
    return callers(facts, found, context, name, away_today(opened, context))


def away_today(opened: Session, context: Context) -> frozenset[str]:
    """Return the colleagues who are not there today: by their automatic replies, or a whole day in their calendar."""
    from handover.app.packet_material import announced

    today = context.now.astimezone(context.work.zone).date()
    said = {address for address, days in announced(opened).items() if today in days}
    entered = {
        address
        for address, events in context.deputy_events.items()
        if any(e.all_day and e.busy and not e.cancelled and e.start <= context.now < e.end for e in events)
    }
    return frozenset(said | entered)


def callback_slots(opened: Session, calendars: Calendars, limit: int = SLOTS) -> list[Span]:
    """Return when the owner can call back: between meetings, in working hours, promised to nobody."""
    settings = opened.settings
    taken = busy(calendars.events, me=[address.address for address in opened.owner])
    reserved = [(slot.start, slot.end) for slot in opened.journal.slots()]
    return free_slots(taken, reserved, work=settings.work, now=settings.now, limit=limit)


def _one(waiting: Sequence[Caller], name: str | None) -> Caller:
    if len(waiting) == 1:
        return waiting[0]
    if not name or not waiting:
        raise UsageError(
            "whose-call",
            N_("It is not clear whom to promise a call: nobody who waits is called “{name}”."),
            hint=N_("Name one caller; “handover calls” lists them. A new one is noted with “handover note”."),
            name=name or "",
        )
    raise UsageError(
        "several-callers",
        N_("“{name}” fits several callers: {known}."),
        hint=N_("Name one of them by address."),
        name=name,
        known=", ".join(f"{each.name} ({each.contact})" for each in waiting[:6]),
    )


def _promise(opened: Session, calendars: Calendars, caller: Caller, at: datetime) -> dict[str, object]:
    """Reserve the time, then write the promise down as a phone note, which makes it one of the ledger's."""
    _verify(opened, calendars, at)
    now = opened.settings.now
    request = caller.requests[-1]
    slot = opened.journal.reserve(
        at.astimezone(UTC), at.astimezone(UTC) + LENGTH, caller.contact, now, request
    )
    if slot is None:
        raise _taken(opened, calendars, at)
    words = translator(opened.settings.lang).gettext(N_("Call promised: {name}, {customer}"))
    text = words.format(name=caller.name, customer=caller.customer_name)
    text += f" – {caller.subject}" if caller.subject else ""
    note = PhoneNote(
        caller=caller.name,
        company=caller.customer_name,
        phone=caller.phone,
        address=caller.contact if "@" in caller.contact else "",
        outcome="info",
        about=text,
        due=at,
        promised=True,
    )
    opened.journal.add_note(now, text, note)
    opened.store.mark_dirty([caller.customer])
    judging.refresh(opened.store, opened.journal, opened.people, opened.settings.words)
    return {"contact": caller.contact, "name": caller.name, "start": slot.start, "end": slot.end}


def _verify(opened: Session, calendars: Calendars, at: datetime) -> None:
    settings = opened.settings
    if at <= settings.now:
        raise UsageError(
            "promise-in-the-past",
            N_("{at} has passed; a call can only be promised for a time ahead."),
            at=_written(opened, at),
        )
    span = (at.astimezone(UTC), at.astimezone(UTC) + LENGTH)
    taken = busy(calendars.events, me=[address.address for address in opened.owner])
    if not is_free(span, taken, [(slot.start, slot.end) for slot in opened.journal.slots()]):
        raise _taken(opened, calendars, at)
    local = at.astimezone(settings.zone)
    begin, end = settings.work.span(local.date())
    if not settings.work.is_working_day(local.date()) or not begin <= span[0] <= end - LENGTH:
        opened.errors.append(
            Notice(
                "promise-after-hours",
                N_("{at} lies outside working hours; it is promised all the same."),
                at=_written(opened, at),
            )
        )


def _taken(opened: Session, calendars: Calendars, at: datetime) -> UsageError:
    zone = opened.settings.zone
    free = [f"{start.astimezone(zone):%d.%m. %H:%M}" for start, _ in callback_slots(opened, calendars)]
    return UsageError(
        "slot-taken",
        N_("{at} is taken: a meeting, or a call promised to somebody else."),
        hint=N_("Free are: {free}."),
        at=_written(opened, at),
        free=", ".join(free) or "–",
    )


def _written(opened: Session, at: datetime) -> str:
    """Write a moment for an error, which is shown before the owner's zone is known to whoever shows it."""
    return Voice(opened.settings.lang, opened.settings.zone).moment(at)
