"""A whole answer for people: what was found, what a command did, and what was not looked at."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from importlib import import_module
from typing import Any

from handover.answer import Answer
from handover.i18n import N_
from handover.render.coverage import coverage_lines, left_out_lines
from handover.render.output import one_line
from handover.render.table import findings_table
from handover.render.voice import Voice
from handover.render.width import fit, pad, width, wrap

Lines = Iterator[str]
Report = Callable[[Mapping[str, Any], Voice], Lines]


def report(answer: Answer, voice: Voice, *, colour: bool = False, everything: bool = False) -> Lines:
    """Yield the lines that a person reads."""
    if answer.command == "demo":
        yield from _introduced(answer.data, voice)
    if answer.findings and answer.command not in TELLS_ITSELF:
        most = None if everything else DEMO_ROWS if answer.command == "demo" else ROWS
        yield from findings_table(answer.findings, voice, colour=colour, most=most)
    elif _is_question(answer):
        yield voice.say(NOTHING.get(answer.command, N_("Nothing to do.")))
        yield ""
    yield from REPORTS.get(answer.command, _nothing_more)(answer.data, voice)
    if _is_question(answer) or answer.command == "sync":
        yield from coverage_lines(answer.coverage, voice)
    elif answer.command == "briefing":
        yield from _of("mailing_report", "looked_at_and_mailed")({**answer.data, "coverage": answer.coverage}, voice)
    else:
        yield from left_out_lines(answer.coverage, voice)


NOTHING: Mapping[str, str] = {
    "unanswered": N_("Nobody is waiting for an answer."),
    "promises": N_("No promise is open."),
    "escalations": N_("Nobody is losing patience."),
}


def _is_question(answer: Answer) -> bool:
    """An answer to a question means something only beside what was looked at; a command just did its work."""
    return "checks" in answer.data


def _nothing_more(_data: Mapping[str, Any], _voice: Voice) -> Lines:
    return iter(())


def _synced(data: Mapping[str, Any], voice: Voice) -> Lines:
    for source in data.get("sources", ()):
        parts = [
            voice.count("{count} new mail", "{count} new mails", source["new"]),
            voice.count("{count} gone", "{count} gone", source["gone"]),
        ]
        yield from wrap(one_line(f"{source['source']}: {', '.join(parts)}"), COLUMNS)


def _settings(data: Mapping[str, Any], voice: Voice) -> Lines:
    """Yield each value with its origin; what is long takes lines of its own."""
    for row in data["settings"]:
        value = row["value"]
        parts = value if isinstance(value, list) and len(str(value)) > VALUE else [value]
        for number, part in enumerate(parts):
            key, origin = (row["key"], row["origin"]) if number == 0 else ("", "")
            shown = fit(_written(part), VALUE) if width(_written(part)) <= VALUE else _written(part) + " "
            yield (fit(key, KEY) + shown + one_line(voice.texts.gettext(origin) if origin else "")).rstrip()


def _written(value: Any) -> str:
    """Write a value as the configuration would."""
    if value is None or value in ("", [], {}):
        return "–"
    if isinstance(value, list):
        return one_line(", ".join(map(str, value)))
    if isinstance(value, Mapping):
        return one_line(", ".join(f"{name}={item}" for name, item in value.items()))
    return one_line(str(value).lower() if isinstance(value, bool) else str(value))


def _written_to(data: Mapping[str, Any], voice: Voice) -> Lines:
    yield voice.say(N_("Written: {path}"), path=one_line(data["written"]))
    yield voice.say(
        N_("Next: `handover doctor` looks whether everything works, `handover unanswered` begins.")
    )


def _examined(data: Mapping[str, Any], voice: Voice) -> Lines:
    for row in data["examined"]:
        word = voice.say(N_("ok")) if row["ok"] else voice.say(N_("look"))
        found = one_line(row["found"])
        head = pad(word, 7) + pad(voice.say(row["what"]), 16)
        for number, part in enumerate(wrap(found, COLUMNS - 23, 4) or [""]):
            yield (head if number == 0 else " " * 23) + part


def _noted(data: Mapping[str, Any], voice: Voice) -> Lines:
    word = N_("Noted") if data["note"]["state"] == "open" else N_("Done")
    yield from wrap(f"{voice.say(word)}: {_note(data['note'], voice)}", COLUMNS)


def _notes(data: Mapping[str, Any], voice: Voice) -> Lines:
    if not data["notes"]:
        yield voice.say(N_("No phone note is open."))
    for note in data["notes"]:
        yield from wrap(_note(note, voice), COLUMNS)


def _note(note: Mapping[str, Any], voice: Voice) -> str:
    due = voice.say(N_(", until {due}"), due=note["due"]) if note["due"] else ""
    receiver = voice.say(N_(", for {name}"), name=note["for"]) if note["for"] else ""
    return one_line(f"{note['id']}  {voice.moment(note['at'])}  {note['text']}{receiver}{due}")


def _judged(data: Mapping[str, Any], voice: Voice) -> Lines:
    sentence = {
        "dismiss": N_("{finding} is off the list until the contact writes again."),
        "snooze": N_("{finding} comes back on {until}."),
        "confirm": N_("{finding} is confirmed."),
    }[str(data["kind"])]
    yield voice.say(sentence, finding=data["finding"], until=data["until"])
    if data["kind"] != "confirm":
        yield voice.say(N_("`handover undo {finding}` takes that back."), finding=data["finding"])


def _undone(data: Mapping[str, Any], voice: Voice) -> Lines:
    yield voice.say(N_("Taken back: {finding}."), finding=data["finding"])


def _purged(data: Mapping[str, Any], voice: Voice) -> Lines:
    mails = voice.count("{count} mail", "{count} mails", data["messages"])
    entries = voice.count("{count} entry", "{count} entries", data["entries"])
    before = data["before"].astimezone(voice.zone).date()
    yield voice.say(
        N_("Forgotten: {mails} and {entries} from before {before}."),
        mails=mails,
        entries=entries,
        before=before,
    )


def _forgotten(data: Mapping[str, Any], voice: Voice) -> Lines:
    mails = voice.count("{count} mail", "{count} mails", data["messages"])
    entries = voice.count("{count} entry", "{count} entries", data["entries"])
    yield voice.say(
        N_("Deleted of {address}: {mails}, {entries}."), address=data["address"], mails=mails, entries=entries
    )
    yield voice.say(N_("Mail with them that still lies in the mailbox is left out from now on."))


def _held(data: Mapping[str, Any], voice: Voice) -> Lines:
    rows = {
        N_("Address"): data["address"],
        N_("Names"): ", ".join(data["names"]),
        N_("Customer"): data["customer"],
        N_("Mails"): data["messages"],
        N_("Oldest"): data["oldest"],
        N_("Newest"): data["newest"],
        N_("Entries"): ", ".join(f"{kind} {count}" for kind, count in data["entries"].items()),
        N_("Files"): ", ".join(map(str, data["files"])),
    }
    for label, value in rows.items():
        for number, part in enumerate(wrap(one_line(voice.value(value)), COLUMNS - LABEL) or ["–"]):
            yield pad(voice.say(label) + ":" if number == 0 else "", LABEL) + part


def _resolved(data: Mapping[str, Any], voice: Voice) -> Lines:
    yield voice.say(N_("{pseudonym} is {name}."), pseudonym=data["pseudonym"], name=one_line(data["name"]))


def _exported(data: Mapping[str, Any], voice: Voice) -> Lines:
    """Print everything as indented JSON: an export is read by people, too, but complete above all."""
    from handover.render.json_form import plain
    from handover.render.output import json_text

    yield from json_text(plain(data, voice), indent=2).splitlines()


def _introduced(data: Mapping[str, Any], voice: Voice) -> Lines:
    now = datetime.fromisoformat(data["now"])
    text = N_(
        "An invented firm in Augsburg, {now}: the mailbox of a key account manager, days before her holiday."
    )
    yield from wrap(voice.say(text, now=now), COLUMNS)
    yield ""


def _of(module: str, name: str) -> Report:
    """Return the report *name* of a module of its own, which is loaded when it is asked for."""

    def lines(data: Mapping[str, Any], voice: Voice) -> Lines:
        found: Report = getattr(import_module(f"handover.render.{module}"), name)
        return found(data, voice)

    return lines


def _demonstrated(data: Mapping[str, Any], voice: Voice) -> Lines:
    """Say where it lies and what to try on it next."""
    yield voice.say(N_("The mailbox was laid out in {path}. Try on it:"), path=one_line(str(data["maildir"])))
    config = f"-c {data['config']} " if data.get("config") else ""
    common = one_line(f"{config}--mail {data['maildir']} --now {data['now'][:16]}")
    for question in ("unanswered", "check urgency", "show ID"):
        yield f"  handover {question} {common}"
    pages = (
        ("packet", N_("The handover packet, to open in a browser: {path}")),
        ("briefing", N_("The manager's briefing of this week, as a page too: {path}")),
    )
    for name, text in pages:
        if data.get(name):
            yield voice.say(text, path=one_line(data[name]))
    yield ""


ROWS = 30
"""So many findings of one check are shown at length; the rest is counted, and ``--all`` shows it."""

DEMO_ROWS = 4
TELLS_ITSELF = frozenset({"briefing", "watch"})
"""Commands whose own report tells what their findings say."""
COLUMNS = 80
LABEL = 12
KEY = 28
VALUE = 36

REPORTS: Mapping[str, Report] = {
    "calls": _of("calls_report", "calls"),
    "sync": _synced,
    "note": _noted,
    "note list": _notes,
    "note done": _noted,
    "dismiss": _judged,
    "snooze": _judged,
    "confirm": _judged,
    "undo": _undone,
    "packet build": _of("packet_report", "built"),
    "packet send": _of("handed_report", "sent"),
    "packet draft": _of("handed_report", "sent"),
    "watch": _of("watch_report", "watched"),
    "welcome-back": _of("welcome_report", "welcomed"),
    "briefing": _of("mailing_report", "briefed_and_mailed"),
    "packet status": _of("handed_report", "status"),
    "packet ack": _of("handed_report", "acknowledged"),
    "packet record": _of("handed_report", "record"),
    "words": _of("words_report", "listed"),
    "words show": _of("words_report", "shown"),
    "words add": _of("words_report", "added"),
    "words mute": _of("words_report", "added"),
    "words remove": _of("words_report", "removed"),
    "learn": _of("learn_report", "learned"),
    "purge": _purged,
    "privacy report": _held,
    "privacy export": _exported,
    "privacy delete": _forgotten,
    "privacy resolve": _resolved,
    "config show": _settings,
    "init": _written_to,
    "doctor": _examined,
    "demo": _demonstrated,
}
