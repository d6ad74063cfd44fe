"""What happened to customers during an absence, for people: who waits at length, who was answered in one line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from handover.documents.packet import Colleague
from handover.documents.watch import Line, Watch
from handover.i18n import N_
from handover.model import Absence
from handover.render.output import one_line
from handover.render.said import short
from handover.render.voice import Voice
from handover.render.width import cut, pad, width, wrap

COLUMNS = 80
INDENT = 6

OUTCOMES = {
    "promised": N_("promised an answer"),
    "put_off": N_("put off"),
    "automatic": N_("only the automatic reply"),
    "waiting": N_("no reply at all"),
    "answered": N_("answered"),
    "closed": N_("needs nothing any more"),
}


def watched(data: Mapping[str, Any], voice: Voice) -> Iterator[str]:
    """Yield the lines for the answer of `watch`."""
    found: Watch | None = data["watch"]
    if found is None:
        yield from outside(data["next"], voice)
        return
    absence = found.absence
    yield voice.say(
        N_("Absence {first} to {last}"), first=short(absence.first, voice), last=short(absence.last, voice)
    )
    yield from wrap(summary(found, voice), COLUMNS)
    yield ""
    waiting = [line for line in found.lines if line.waits]
    for line in [line for line in waiting if line.new]:
        yield from block(line, voice)
        yield ""
    if known := [line for line in waiting if not line.new]:
        yield voice.say(N_("Unchanged since the last look:"))
        yield from (_short_line(line, voice) for line in known)
        yield ""
    settled = [line for line in found.lines if not line.waits]
    if settled:
        yield voice.say(N_("Settled:"))
        for line in settled:
            yield _settled(line, voice)
        yield ""
    if found.older:
        text = voice.count(
            "{count} older matter waits; its contact has not written since. `handover unanswered` shows it.",
            "{count} older matters wait; their contacts have not written since. `handover unanswered` shows them.",
            found.older,
        )
        yield from wrap(text, COLUMNS)


def outside(next_: Absence | None, voice: Voice) -> Iterator[str]:
    """Yield what is said outside an absence."""
    if next_ is None:
        yield voice.say(N_("No absence runs now, and none is announced."))
        return
    text = N_("No absence runs now. The next: {first} to {last}.")
    yield voice.say(text, first=next_.first, last=next_.last)


def summary(found: Watch, voice: Voice) -> str:
    """Return the sentence that counts."""
    people = len({(line.customer, line.contact) for line in found.lines})
    return voice.say(
        N_(
            "{people} people wrote: {answered} matters settled, {put_off} put off, {waiting} without a reply."
        ),
        people=people,
        answered=found.ended_as("answered", "closed"),
        put_off=found.ended_as("put_off", "promised"),
        waiting=found.ended_as("waiting", "automatic"),
    )


def block(line: Line, voice: Voice) -> Iterator[str]:
    """Yield one matter at length."""
    head = pad(voice.severity(line.severity.word), INDENT)
    phone = one_line(line.phone)
    who = cut(_who(line), COLUMNS - INDENT - width(phone) - 2)
    yield (head + who + " " * max(COLUMNS - INDENT - width(who) - width(phone), 1) + phone).rstrip()
    for text in _texts(line, voice):
        for number, part in enumerate(wrap(text, COLUMNS - INDENT - 2, 3)):
            yield " " * (INDENT + (2 if number else 0)) + part


def _texts(line: Line, voice: Voice) -> Iterator[str]:
    if line.subject:
        yield one_line(line.subject)
    waited = voice.say(
        N_("waits since {day}: {hours} of work time, allowed are {allowed}"),
        day=voice.short_day(line.since),
        hours=voice.hours(line.waited),
        allowed=voice.hours(line.allowed),
    )
    if line.again:
        waited += ", " + voice.count("asked again", "asked again {count}×", line.again)
    if line.higher_up:
        waited += ", " + voice.say(N_("has turned to somebody higher up"))
    if line.threat:
        waited += ", " + voice.say(N_("threatens to leave"))
    yield waited
    yield voice.say(N_("“{words}”"), words=cut(one_line(line.theirs.quote), 180))
    if line.ours:
        spoken = OUTCOMES[line.outcome] if line.outcome in ("put_off", "promised") else N_("last reply")
        word = voice.say(spoken)
        at = short(line.ours.date, voice)
        words = voice.say(N_("“{words}”"), words=cut(one_line(line.ours.quote), 120))
        yield f"{word}: {one_line(line.ours.from_)}, {at}: {words}"
    else:
        yield voice.say(OUTCOMES[line.outcome])
    yield "→ " + whom(line, voice)


def whom(line: Line, voice: Voice) -> str:
    """Return who should act: the deputy, and the second one where the deputy has put off or let wait."""
    gone = voice.say(N_(", not there today"))
    text = voice.say(N_("Deputy: {who}"), who=named(line.deputy))
    text += gone if line.deputy.address in line.away else ""
    if line.second:
        text += "; " + voice.say(N_("second deputy: {who}"), who=named(line.second))
        text += gone if line.second.address in line.away else ""
    return text


def named(who: Colleague) -> str:
    """Return a colleague with function and number."""
    return one_line(", ".join(part for part in (who.name, who.function, who.phone) if part))


def _who(line: Line) -> str:
    parts = dict.fromkeys((line.name.removeprefix("tel:"), line.customer_name))
    return one_line(", ".join(part for part in parts if part))


def _short_line(line: Line, voice: Voice) -> str:
    head = pad(voice.severity(line.severity.word), INDENT)
    tail = f"{voice.say(OUTCOMES[line.outcome])}, {voice.hours(line.waited)}"
    return head + cut(_who(line), COLUMNS - INDENT - width(tail) - 2) + ", " + tail


def _settled(line: Line, voice: Voice) -> str:
    tail = voice.say(OUTCOMES[line.outcome])
    if line.ours and line.outcome == "answered" and "@" not in line.ours.from_:
        tail = f"{one_line(line.ours.from_)}, {short(line.ours.date, voice)}"
    tail = cut(tail, 36)
    return "  " + cut(_who(line), COLUMNS - 4 - width(tail)) + ": " + tail
