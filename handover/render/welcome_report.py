"""The first morning back, for people: whom to call and what to say, what the deputies should tell, what to archive."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from handover.documents.packet import PromiseLine, Said
from handover.documents.watch import Line
from handover.documents.welcome import Call, Reported, Welcome
from handover.i18n import N_
from handover.render.calls_report import helper_text, slot_lines
from handover.render.output import one_line
from handover.render.said import short
from handover.render.voice import Voice
from handover.render.watch_report import named, outside
from handover.render.width import cut, pad, width, wrap

COLUMNS = 80
INDENT = 4
AT_LENGTH = 12

SENTENCES = {
    "threat": N_("threatens to leave ({at})"),
    "higher_up": N_("turned to somebody higher up ({at})"),
    "put_off": N_("put off {count}× ({who})"),
    "asked_again": N_("asked again {count}×"),
    "promise_broken": N_("promise not kept ({at}): “{words}”"),
    "no_reply": N_("no reply since {at}"),
    "say_put_off": N_("“You asked us and got no real answer. I am sorry; that should not have happened.”"),
    "say_no_reply": N_("“You wrote while I was away and heard nothing. I am sorry for that.”"),
    "say_broken": N_("“We named a date and did not keep it. I am sorry.”"),
    "say_matter": N_("“About {subject}: let me tell you where it stands.”"),
    "say_date": N_("“You will have it in writing by …” – name a time that you will keep."),
    "say_thanks": N_("“Has everything been settled to your satisfaction?”"),
}
UNREAD = {
    "newsletter": N_("newsletters"),
    "list": N_("mailing lists"),
    "notification": N_("notifications"),
    "receipt": N_("read receipts"),
    "calendar": N_("calendar mails"),
}


def welcomed(data: Mapping[str, Any], voice: Voice) -> Iterator[str]:
    """Yield the lines for the answer of `welcome-back`."""
    told: Welcome | None = data["welcome"]
    if told is None:
        yield voice.say(N_("No absence has ended in the last four weeks."))
        yield from outside(data["next"], voice)
        return
    absence = told.watch.absence
    yield voice.say(
        N_("Back from {first} to {last}"), first=short(absence.first, voice), last=short(absence.last, voice)
    )
    yield from wrap(_opening(told, voice), COLUMNS)
    yield ""
    for number, call in enumerate(told.calls[:AT_LENGTH], 1):
        yield from _call(number, call, voice)
        yield ""
    for number, call in enumerate(told.calls[AT_LENGTH:], AT_LENGTH + 1):
        yield cut(f"{number:>2}. {_who(call)}: {_wrong(call, voice)}", COLUMNS)
    if len(told.calls) > AT_LENGTH:
        yield ""
    if told.calls:
        yield from slot_lines(data["slots"], voice, known=data["has_calendar"])
        yield ""
    for report in told.reports:
        yield from _report(report, voice)
    if told.unread:
        kinds = ", ".join(f"{each.mails} {voice.say(UNREAD[each.kind])}" for each in told.unread)
        yield from wrap(voice.say(N_("Can be archived unread: {kinds}."), kinds=kinds), COLUMNS)


def _opening(told: Welcome, voice: Voice) -> str:
    if not told.calls:
        return voice.say(N_("Nobody needs a call: whoever wrote was served."))
    first = voice.count(
        "{count} call to make, in this order.", "{count} calls to make, in this order.", len(told.calls)
    )
    rest = voice.count("{count} contact was served well.", "{count} contacts were served well.", told.settled)
    return f"{first} {rest}" if told.settled else first


def _call(number: int, call: Call, voice: Voice) -> Iterator[str]:
    phone = one_line(call.phone) or voice.say(N_("no number known"))
    head = cut(f"{number:>2}. {_who(call)}", COLUMNS - width(phone) - 2)
    yield head + " " * max(COLUMNS - width(head) - width(phone), 1) + phone
    for text in _texts(call, voice):
        for line, part in enumerate(wrap(text, COLUMNS - INDENT - 2, 4)):
            yield " " * (INDENT + (2 if line else 0)) + part


def _texts(call: Call, voice: Voice) -> Iterator[str]:
    if wrong := _wrong(call, voice):
        yield wrong
    for quote in call.said[-2:]:
        yield f"{short(quote.date, voice)} {_words(quote.quote, voice)}"
    for quote in call.did[-2:]:
        yield f"{one_line(quote.from_)}, {short(quote.date, voice)}: {_words(quote.quote, voice, 120)}"
    for promise in call.promised[:3]:
        yield _promise(promise, voice)
    words = " ".join(_said(each, voice) for each in call.words)
    yield "→ " + words
    if call.helpers:
        yield voice.say(N_("Ask first: {who}"), who=helper_text(call.helpers[0], voice))


def _wrong(call: Call, voice: Voice) -> str:
    return "; ".join(dict.fromkeys(_said(each, voice) for each in call.wrong))


def _said(sentence: Said, voice: Voice) -> str:
    values: dict[str, Any] = {name: one_line(str(value)) for name, value in sentence.values.items()}
    if sentence.at is not None:
        values["at"] = short(sentence.at, voice)
    if sentence.code == "say_matter" and "subject" not in values:
        return ""
    return voice.say(SENTENCES[sentence.code], **values)


def _promise(promise: PromiseLine, voice: Voice) -> str:
    due = short(promise.due, voice) if promise.due else voice.say(N_("without a date"))
    who = one_line(promise.made.from_)
    words = _words(promise.made.quote, voice, 90)
    return voice.say(N_("Promised by {who}, due {due}: {words}"), who=who, due=due, words=words)


def _report(report: Reported, voice: Voice) -> Iterator[str]:
    yield from wrap(voice.say(N_("Ask {who} to tell you:"), who=named(report.deputy)), COLUMNS)
    rows = [(N_("answered"), report.answered), (N_("still open"), report.open)]
    for label, lines in rows:
        for line in lines:
            yield cut(f"  {pad(voice.say(label), 14)}{_matter(line)}", COLUMNS)
    for promise in report.promised:
        for number, part in enumerate(wrap(_promise(promise, voice), COLUMNS - 4, 2)):
            yield ("  " if number == 0 else "    ") + part
    yield ""


def _matter(line: Line) -> str:
    who = ", ".join(dict.fromkeys(filter(None, (line.name.removeprefix("tel:"), line.customer_name))))
    return one_line(f"{who}: {line.subject}" if line.subject else who)


def _who(call: Call) -> str:
    parts = dict.fromkeys((call.name.removeprefix("tel:"), call.customer_name))
    return one_line(", ".join(part for part in parts if part))


def _words(text: str, voice: Voice, most: int = 180) -> str:
    return voice.say(N_("“{words}”"), words=cut(one_line(text), most))
