"""The weekly briefing in the terminal: one sentence, at most seven customers, what got better, the numbers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from handover.documents.briefing import Briefing, Row
from handover.i18n import N_
from handover.render.briefing_said import (
    absence_said,
    better_said,
    finding,
    heading,
    holiday_said,
    number_lines,
    row_said,
    warnings,
    week_heads,
    who,
)
from handover.render.output import one_line
from handover.render.voice import Voice
from handover.render.width import cut, pad, width, wrap

COLUMNS = 80
INDENT = 6
LABEL = 34
CELL = 11
WEEKS = 4


def briefed(data: Mapping[str, Any], voice: Voice) -> Iterator[str]:
    """Yield the lines for the answer of `briefing`."""
    told: Briefing = data["briefing"]
    yield heading(told, voice)
    for warning in warnings(told, voice):
        yield from wrap(warning, COLUMNS)
    yield from wrap(finding(told, voice), COLUMNS)
    if told.rows:
        yield ""
        yield from _rows(told, voice)
    yield from _better(told, voice)
    yield from _coming(told, voice)
    yield from _numbers(told, voice)
    for path in data.get("written", ()):
        yield voice.say(N_("Written: {path}"), path=one_line(path))


def _rows(told: Briefing, voice: Voice) -> Iterator[str]:
    for row in [row for row in told.rows if row.change != "same"]:
        yield from _row(row, voice)
        yield ""
    if known := [row for row in told.rows if row.change == "same"]:
        yield voice.say(N_("Unchanged since the last briefing:"))
        yield from (_short_row(row, voice) for row in known)
        yield ""
    if told.more:
        text = voice.count(
            "{count} more customer waits; `handover check` shows it.",
            "{count} more customers wait; `handover check` shows them.",
            told.more,
        )
        yield from wrap(text, COLUMNS)
        yield ""


def _row(row: Row, voice: Voice) -> Iterator[str]:
    said = row_said(row, voice)
    room = COLUMNS - INDENT - width(said.change)
    yield pad(said.severity, INDENT) + pad(cut(said.who, room - 1), room) + said.change
    words = voice.say(N_("“{words}”"), words=said.words) if said.words else ""
    step = f"→ {said.do}" if said.do else ""
    by = voice.say(N_("who could act: {who}"), who=said.actor) if row.actor.because != "owner" else ""
    for text in (said.what, said.why, said.since, words, step, by, said.others):
        for number, part in enumerate(wrap(text, COLUMNS - INDENT - 2, 2) if text else ()):
            yield " " * (INDENT + (2 if number else 0)) + part


def _short_row(row: Row, voice: Voice) -> str:
    said = row_said(row, voice)
    since = voice.short_day(row.finding.since) if row.finding.since else ""
    room = COLUMNS - INDENT - 12
    return (pad(said.severity, INDENT) + pad(cut(who(row), room), room) + since).rstrip()


def _better(told: Briefing, voice: Voice) -> Iterator[str]:
    if not told.better:
        return
    yield voice.say(N_("What got better:"))
    for each in told.better:
        name, how = better_said(each, voice)
        yield "  " + cut(name, COLUMNS - 4 - width(how)) + ": " + how
    yield ""


def _coming(told: Briefing, voice: Voice) -> Iterator[str]:
    if told.absences or told.holidays:
        yield voice.say(N_("The next three weeks:"))
        for coming in told.absences:
            text = voice.say(N_("away {absence}"), absence=absence_said(coming, voice))
            yield from (f"  {part}" for part in wrap(text, COLUMNS - 2))
        for holiday in told.holidays:
            text = voice.say(N_("holiday {holiday}"), holiday=holiday_said(holiday, voice))
            yield from (f"  {part}" for part in wrap(text, COLUMNS - 2))
        yield ""


def _numbers(told: Briefing, voice: Voice) -> Iterator[str]:
    weeks = told.weeks[-WEEKS:]
    if not any(week.opened or week.left_open or week.promises_made for week in weeks):
        return
    heads = "".join(pad(head, CELL, right=True) for head in week_heads(weeks, voice))
    yield pad(voice.say(N_("The numbers")), LABEL) + heads
    for line in number_lines(weeks, voice):
        yield pad(line.label, LABEL) + "".join(pad(cell, CELL, right=True) for cell in line.cells)
    yield voice.say(N_("Hours are working hours; what nobody has answered counts as still running."))
    yield ""
