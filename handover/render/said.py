"""The packet's own sentences: from the codes of `documents.packet.Said` to the reader's language.

A code with a point in it (``unanswered.waited``) is said by the check that owns it.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from handover.documents.packet import Said
from handover.i18n import N_
from handover.render.output import one_line
from handover.render.voice import Voice

MAX_WORDS = 240

SENTENCES: Mapping[str, str] = {
    "warn_nobody": N_("On {day} none of the deputies is there."),
    "warn_away": N_("{who} is away from {day} to {until} ({count} working days of this absence)."),
    "warn_away_day": N_("{who} is away on {day}."),
    "warn_clash": N_(
        "Whoever had accepted cannot come to {count} of the meetings; somebody else is entered, please confirm. "
        "The first is on {at}."
    ),
    "warn_late": N_("Working days left until the absence: {count}. A good handover takes two weeks."),
    "warn_stale": N_(
        "The newest mail looked at is from {at}, {count} days old. Whatever came later is missing here."
    ),
    "warn_incomplete": N_("“{source}” could not be read to its end. Something may be missing here."),
    "warn_no_calendar": N_("No calendar was given: events in the absence are not known."),
    "warn_outsider": N_("{who} does not belong to the team as the configuration knows it."),
    "first_event": N_("meeting at {time}"),
    "first_duty": N_("due on {day}"),
    "first_overdue": N_("promised for {day}, not done"),
    "first_overdue_again": N_("already put off, promised for {day}, not done"),
    "first_due": N_("promised or wanted by {at}"),
    "first_chased": N_("asked again {count} times"),
    "first_chased_once": N_("has asked again"),
    "first_waits": N_("waiting since {day}"),
    "event_nobody": N_("Nobody had this meeting so far."),
    "event_holder_busy": N_("{who} had accepted, but has something else at that time."),
    "event_holder_away": N_("{who} had accepted, but is away that day."),
    "sent_before": N_("Last done on {day} ({rhythm})."),
    "say_overdue": N_(
        "We had promised “{words}” for {at} and did not keep it: say so, give the reason, name one date that holds."
    ),
    "say_overdue_again": N_(
        "We have put this off before: “{words}”, last for {at}. Say sorry plainly; the next date must be kept."
    ),
    "say_chased": N_("Do not put them off again: they have asked {count} times about “{title}”."),
    "say_due": N_("“{words}” is promised for {at}; it stands."),
    "say_vague": N_("We said “{words}” without a date. Name one."),
    "say_open": N_("Still open from their side: “{title}”."),
    "say_listen": N_("Listen first: they are angry, or have turned to somebody higher up. Let them finish."),
    "say_nothing_open": N_(
        "Nothing is open. Take the matter down and promise a call back at a time that holds."
    ),
    "never_refund": N_("No refund and no credit note without {who}."),
    "never_discount": N_("No discount without {who}."),
    "never_guarantee": N_("No guarantee and no goodwill without {who}."),
    "never_ceo": N_("No call from the management without {who}."),
    "never_free": N_("Nothing free of charge without {who}."),
    "never_another_date": N_("No further date that is not certain."),
    "never_legal": N_("Nothing about law or contract; that goes to {who}."),
    "gap_event": N_("{title}, {at}: does {who} know about it, and what must be prepared?"),
    "gap_duty": N_("“{title}” was last done on {day}. Is it due again, and who does it?"),
    "gap_overdue": N_("{customer}: “{words}” was due on {at}. Was it done? If not, which date may be named?"),
    "gap_vague": N_("{customer}: “{words}” has no date. Until when?"),
    "gap_allowed": N_("{customer}: “{words}” – is that agreed with whoever decides it?"),
    "gap_owner": N_(
        "Nobody is named for these customers, {who} takes them for now; is that right? {customers}"
    ),
    "gap_phone": N_("No phone number is known for {customer}. Which one?"),
    "gap_deputy": N_("Who is {who}? Name, function and phone number are not in the configuration."),
    "gap_second": N_("Who stands in if {who} falls ill?"),
    "gap_calendar": N_("Which meetings and deadlines fall into the absence? No calendar was given."),
    "gap_files": N_("Where do the project folders lie, and who gives access to them?"),
    "gap_reachable": N_("May {who} be called in an emergency? On which number, and for what?"),
    "finish_callback": N_("Call as promised: “{words}”"),
    "finish_callback_late": N_("The promised call is overdue: “{words}”"),
    "finish_promise": N_("Promised: “{words}”"),
    "finish_promise_moved": N_("Put off before, now promised for {at}. First it was: “{words}”"),
    "finish_promise_late_moved": N_(
        "Put off before, last promised for {at}, and not done. First it was: “{words}”"
    ),
    "finish_promise_late": N_("Promised and not done: “{words}”"),
    "finish_slot": N_("You promised {who} a call."),
    "finish_slot_inside": N_(
        "You promised {who} a call on {at}, when you are away: call before, or name a new time."
    ),
    "finish_leave": N_("Settle with {who} whether this stands, no deputy can: “{words}”"),
    "finish_leave_open": N_("Settle whether this stands, no deputy can: “{words}”"),
    "finish_nobody": N_("Nobody is there when this is needed."),
    "finish_manager": N_("No deputy is there when this is needed; it would go to {who}."),
    "finish_answer": N_("An answer by then is still in time."),
    "finish_answer_late": N_("Its answer time has run out."),
    "changed_state": N_("state: {was} → {now}"),
    "changed_due": N_("new date: {at}"),
    "changed_assignee": N_("now {now} instead of {was}"),
    "changed_severity": N_("urgency: {was} → {now}"),
    "changed_chasers": N_("asked again: {was} → {now} times"),
}

RHYTHMS = {
    "weekly": N_("every week"),
    "fortnightly": N_("every other week"),
    "monthly": N_("every month"),
    "quarterly": N_("every quarter"),
    "yearly": N_("every year"),
}

STATES = {
    "open": N_("not answered"),
    "held": N_("only put off so far"),
    "promised": N_("promised"),
    "due": N_("promised"),
    "overdue": N_("overdue"),
    "moved": N_("date was moved"),
    "vague": N_("promised without a date"),
    "nobody": N_("nobody had it"),
    "holder_busy": N_("handed on"),
    "holder_away": N_("handed on"),
    "taken": N_("settled"),
}

BECAUSE = {
    "deputy": N_("named in the customer list"),
    "area": N_("by area"),
    "has_it": N_("has accepted"),
    "replaces": N_("stands in"),
    "covers": N_("takes what nobody is named for"),
    "manager": N_("manager"),
}

SEVERITIES = {"red": N_("at once"), "amber": N_("soon"), "info": N_("for information")}


WITH_YEAR = frozenset({"sent_before", "gap_duty"})
"""Sentences about days of earlier years."""


def short(value: date | datetime, voice: Voice) -> str:
    """Write a day without its year, a moment with its time."""
    if not isinstance(value, datetime):
        return voice.short_day(datetime(value.year, value.month, value.day, 12, tzinfo=voice.zone))
    return f"{voice.short_day(value)} {value.astimezone(voice.zone):%H:%M}"


def said(sentence: Said, voice: Voice, names: Mapping[str, str] | None = None) -> str:
    """Return *sentence* in the reader's language; *names* are people's names by address."""
    values = _values(sentence, voice, names or {})
    check, point, code = sentence.code.partition(".")
    if point:
        return _by_check(check, code, values, voice)
    return voice.say(SENTENCES.get(_variant(sentence), sentence.code), **values)


def _variant(sentence: Said) -> str:
    """Return the code of the sentence that fits the numbers."""
    if sentence.code == "warn_away" and sentence.day == sentence.until:
        return "warn_away_day"
    if sentence.code == "first_chased" and sentence.values.get("count") == 1:
        return "first_chased_once"
    if sentence.code == "first_overdue" and sentence.values.get("slips"):
        return "first_overdue_again"
    if sentence.code == "finish_leave" and not sentence.values.get("who"):
        return "finish_leave_open"
    if sentence.code.startswith("finish_promise") and sentence.values.get("slips"):
        return f"{sentence.code}_moved"
    return sentence.code


def _values(sentence: Said, voice: Voice, names: Mapping[str, str]) -> dict[str, Any]:
    values: dict[str, Any] = {name: value_text(value, names) for name, value in sentence.values.items()}
    if sentence.at is not None:
        local = sentence.at.astimezone(voice.zone)
        at = short(local.date() if (local.hour, local.minute) == (0, 0) else sentence.at, voice)
        values |= {"at": at, "due": at, "time": f"{local:%H:%M}", "day": short(local.date(), voice)}
    if sentence.day is not None:
        values["day"] = voice.day(sentence.day) if sentence.code in WITH_YEAR else short(sentence.day, voice)
    if sentence.until is not None:
        values["until"] = short(sentence.until, voice)
    if sentence.code.startswith("changed_"):
        for name in ("was", "now"):
            if (word := {**STATES, **SEVERITIES}.get(str(sentence.values.get(name)))) is not None:
                values[name] = voice.say(word)
    if "rhythm" in values:
        values["rhythm"] = voice.say(RHYTHMS.get(values["rhythm"], values["rhythm"]))
    return values


def value_text(value: str | int | float, names: Mapping[str, str]) -> Any:
    """Return a value as a sentence shows it: a name for an address, words on one line and not too long."""
    if not isinstance(value, str):
        return value
    text = one_line(names.get(value, value))
    return text if len(text) <= MAX_WORDS else text[: MAX_WORDS - 1].rstrip() + "…"


def _by_check(check: str, code: str, values: dict[str, Any], voice: Voice) -> str:
    from handover.checks.base import all_checks

    known = all_checks().get(check)
    forms = known.texts.get(code) if known else None
    return voice.fill(forms.get(voice.lang, forms["en"]), values) if forms else code
