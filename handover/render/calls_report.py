"""Who waits for a call, for people: one block for each caller, then the free times."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from handover.documents.calls import Caller, Helper
from handover.i18n import N_
from handover.render.output import one_line
from handover.render.voice import Voice
from handover.render.width import cut, pad, width, wrap

COLUMNS = 80
INDENT = 4

STEPS = {
    "call": N_("Call back."),
    "keep": N_("Keep the promised time: {due}."),
    "give_reason": N_("Call now and give the reason."),
    "keep_second": N_("Call now, give the reason – and keep {due} without fail."),
    "must_not_slip": N_("Call now, give the reason; the next time you name must be kept."),
}

INTERRUPTS = {
    "vip": N_("VIP"),
    "interrupt": N_("the customer list says so"),
    "urgent": N_("it is urgent"),
    "slipped_twice": N_("promised twice, called back never"),
    "threat": N_("threatens to leave or to complain"),
}

BECAUSE = {
    "deputy": N_("named for this customer"),
    "area": N_("by area"),
    "second": N_("second deputy"),
    "manager": N_("manager"),
}


def calls(data: Mapping[str, Any], voice: Voice) -> Iterator[str]:
    """Yield the lines for the answer of `calls`."""
    if promised := data["promised"]:
        yield from wrap(
            voice.say(
                N_("Promised: {name}, {start}. The time is kept free."),
                name=one_line(promised["name"]),
                start=promised["start"],
            ),
            COLUMNS,
        )
        yield ""
    if not data["callers"]:
        nobody = (
            N_("Nobody called “{name}” is waiting.") if data["name"] else N_("Nobody is waiting for a call.")
        )
        yield voice.say(nobody, name=one_line(data["name"] or ""))
    for caller in data["callers"]:
        yield from _block(caller, voice)
        yield ""
    if data["callers"] or data["name"]:
        yield from slot_lines(data["slots"], voice, known=data["has_calendar"])


def slot_lines(slots: Sequence[tuple[datetime, datetime]], voice: Voice, *, known: bool) -> Iterator[str]:
    """Yield the free times, day by day; *known* tells whether a calendar was asked."""
    if not slots:
        yield voice.say(N_("No free time for calls in the next working days."))
        return
    days: dict[str, list[str]] = {}
    for start, _end in slots:
        days.setdefault(voice.short_day(start), []).append(f"{start.astimezone(voice.zone):%H:%M}")
    written = "; ".join(f"{day} {', '.join(times)}" for day, times in days.items())
    yield from wrap(voice.say(N_("Free for calls: {times}"), times=written), COLUMNS)
    if not known:
        yield voice.say(N_("(No calendar was given: only working hours and promised calls are known.)"))


def _block(caller: Caller, voice: Voice) -> Iterator[str]:
    severity = voice.severity(caller.severity.word)
    known = dict.fromkeys((caller.name.removeprefix("tel:"), caller.customer_name))
    who = one_line(", ".join(filter(None, known)))
    phone = one_line(caller.phone) or voice.say(N_("no number known"))
    head = pad(severity, 6) + cut(who, COLUMNS - 8 - width(phone))
    yield head + " " * max(COLUMNS - width(head) - width(phone), 1) + phone
    for text in _lines(caller, voice):
        for number, line in enumerate(wrap(text, COLUMNS - INDENT - 2, 4)):
            yield " " * (INDENT + (2 if number else 0)) + line


def _lines(caller: Caller, voice: Voice) -> Iterator[str]:
    yield attempts(caller, voice)
    yield voice.say(N_("“{words}”"), words=cut(one_line(caller.last.quote), 200))
    if caller.broken:
        times = voice.say(N_(" and ")).join(_time(due, voice) for due in caller.broken[-3:])
        yield voice.say(N_("Promised and not kept: {times}"), times=times)
    yield "→ " + voice.say(STEPS[caller.step], due=_time(caller.next_due, voice))
    if caller.interrupt:
        why = ", ".join(voice.say(INTERRUPTS[code]) for code in caller.interrupt)
        yield voice.say(N_("May interrupt: {why}"), why=why)
    for number, helper in enumerate(caller.helpers):
        label = voice.say(N_("Can help: {who}"), who=helper_text(helper, voice))
        yield label if number == 0 else voice.say(N_("or: {who}"), who=helper_text(helper, voice))


def attempts(caller: Caller, voice: Voice) -> str:
    """Return how often they tried, over mail and phone together, and since when."""
    calls_ = voice.count("{count} call", "{count} calls", caller.calls)
    mails = caller.attempts - caller.calls
    parts = [calls_] if caller.calls else []
    if caller.calls and caller.calling_since and caller.calling_since > caller.since:
        parts = [
            voice.say(N_("{calls} since {day}"), calls=calls_, day=voice.short_day(caller.calling_since))
        ]
    if mails:
        parts.insert(0, voice.count("{count} mail", "{count} mails", mails))
    return voice.say(
        N_("Attempt {number} since {day} ({parts})"),
        number=caller.attempts,
        day=voice.short_day(caller.since),
        parts=", ".join(parts),
    )


def helper_text(helper: Helper, voice: Voice) -> str:
    """Return a colleague by name, function and area, with number, reason and the meeting they sit in."""
    who = helper.who
    area = voice.say(N_("area {area}"), area=who.area) if who.area and who.area not in who.function else ""
    parts = [who.name, who.function, area, who.phone]
    text = one_line(", ".join(part for part in parts if part))
    text += f" ({voice.say(BECAUSE[helper.because])})"
    if helper.away:
        return text + voice.say(N_(", not there today"))
    if helper.busy_until:
        until = f"{helper.busy_until.astimezone(voice.zone):%H:%M}"
        text += voice.say(N_(", in a meeting until {until}"), until=until)
    return text


def _time(moment: datetime | None, voice: Voice) -> str:
    return f"{voice.short_day(moment)} {moment.astimezone(voice.zone):%H:%M}" if moment else ""
