"""A whole answer for people: what was found, what a command did, and what was not looked at."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from handover.answer import Answer
from handover.i18n import N_
from handover.render.coverage import coverage_lines
from handover.render.output import one_line
from handover.render.table import findings_table
from handover.render.voice import Voice
from handover.render.width import fit, pad, width, wrap

Lines = Iterator[str]


def report(answer: Answer, voice: Voice, *, colour: bool = False, everything: bool = False) -> Lines:
    """Yield the lines that a person reads."""
    if answer.findings:
        yield from findings_table(answer.findings, voice, colour=colour, everything=everything)
    elif answer.command in NOTHING:
        yield voice.say(NOTHING[answer.command])
        yield ""
    yield from REPORTS.get(answer.command, _nothing_more)(answer.data, voice)
    if answer.coverage:
        yield from coverage_lines(answer.coverage, voice)


NOTHING: Mapping[str, str] = {
    "unanswered": N_("Nobody is waiting for an answer."),
    "promises": N_("No promise is open."),
    "escalations": N_("Nobody is losing patience."),
    "check": N_("Nothing to do."),
}


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
    yield voice.say(N_("Next: `handover doctor` looks whether everything works, `handover unanswered` begins."))


def _examined(data: Mapping[str, Any], voice: Voice) -> Lines:
    for row in data["examined"]:
        word = voice.say(N_("ok")) if row["ok"] else voice.say(N_("look"))
        found = one_line(row["found"])
        head = pad(word, 7) + pad(voice.say(row["what"]), 16)
        for number, part in enumerate(wrap(found, COLUMNS - 23, 4) or [""]):
            yield (head if number == 0 else " " * 23) + part


COLUMNS = 80
KEY = 28
VALUE = 36

REPORTS: Mapping[str, Callable[[Mapping[str, Any], Voice], Lines]] = {
    "sync": _synced,
    "config show": _settings,
    "init": _written_to,
    "doctor": _examined,
}
