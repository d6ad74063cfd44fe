"""One mail as the program understands it, for people."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from handover.i18n import N_
from handover.render.matter import matter_lines
from handover.render.output import clean, one_line
from handover.render.voice import Voice
from handover.render.width import pad, wrap

COLUMNS = 80
LABEL = 12
STRONG = 0.5


def shown(line: Mapping[str, Any], voice: Voice) -> Iterator[str]:
    """Yield what `show` says about a mail, a row of text, a request or a promise, given as its line of JSON."""
    if "request" in line or "promise" in line:
        yield from matter_lines(line, voice)
        return
    yield from _lines(line, voice)
    for request in line.get("requests", ()):
        yield from matter_lines(request, voice)


def _lines(line: Mapping[str, Any], voice: Voice) -> Iterator[str]:
    labels = (
        ("id", N_("Row")), ("file", N_("File")), ("from", N_("From")), ("date", N_("Date")),
        ("subject", N_("Subject")), ("message", N_("Message-ID")), ("key", N_("Key")),
        ("automatic", N_("Automatic")), ("language", N_("Language")), ("skipped", N_("Skipped")),
    )  # fmt: skip
    for name, label in labels:
        if line.get(name):
            value = voice.moment(datetime.fromisoformat(line[name])) if name == "date" else str(line[name])
            yield pad(voice.say(label) + ":", LABEL) + one_line(value)
    if line.get("new_text"):
        yield ""
        yield from _indented(line["new_text"])
    if signals := line.get("signals"):
        yield ""
        yield from _signals(signals, voice)
    yield ""


def _signals(signals: Mapping[str, Any], voice: Voice) -> Iterator[str]:
    names = ("asks", "urgent", "complaint", "negative", "holding", "thanks", "promise", "threat")
    strong = [f"{name} {signals[name]:.2f}" for name in names if signals[name] >= STRONG]
    found = ", ".join([*strong, f"tone {signals['tone']:+.2f}"])
    yield pad(voice.say(N_("Signals")) + ":", LABEL) + found
    for promise in signals["promises"]:
        due = promise["due"] or voice.say(N_("without a date"))
        yield from _told(voice.say(N_("Promise")), f"“{promise['quote']}” → {due}")
    for why in signals["why"]:
        yield from _told(voice.say(N_("Because")), f"{why['signal']} {why['weight']:+.2f}: “{why['quote']}”")


def _told(label: str, text: str) -> Iterator[str]:
    for number, part in enumerate(wrap(one_line(text), COLUMNS - LABEL, 3)):
        yield pad(label + ":" if number == 0 else "", LABEL) + part


def _indented(text: str) -> Iterator[str]:
    for line in clean(text).splitlines():
        yield from ("  " + part for part in wrap(line, COLUMNS - 2) or [""])
