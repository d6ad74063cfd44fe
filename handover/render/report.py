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


def _facts(data: Mapping[str, Any], voice: Voice) -> Lines:
    """Yield plain facts one by one; for commands whose whole result is a few of them."""
    for name, value in data.items():
        yield one_line(f"{name}: {voice.value(value)}")


REPORTS: Mapping[str, Callable[[Mapping[str, Any], Voice], Lines]] = {}
