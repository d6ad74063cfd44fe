"""How a command ends: its answer printed for people or machines, its problems on standard error, its code."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping
from typing import Any, NoReturn, TextIO
from zoneinfo import ZoneInfo

import click

from handover.answer import Answer, exit_code
from handover.cli.program import AS_JSON, SPEAKING_CODES
from handover.cli.progress import clear
from handover.config.settings import Settings
from handover.render.output import write, write_json
from handover.render.problems import problem_line
from handover.render.voice import Voice


def finish(answer: Answer, settings: Settings, *, everything: bool = False) -> NoReturn:
    """Print *answer* and end the command with its exit code."""
    voice = voice_for(answer, settings)
    code = exit_code(answer, settings.fail_on)
    clear()
    for error in answer.errors:
        write(problem_line(error, voice), sys.stderr)
    if not wants_json():
        from handover.render.report import report

        for line in report(answer, voice, colour=has_colour(sys.stdout), everything=everything):
            write(line)
    elif code in SPEAKING_CODES:
        print_json(answer, voice)
    raise click.exceptions.Exit(code)


def mail_answer(answer: Answer, settings: Settings, to: str, subject: str, **values: Any) -> None:
    """Mail what *answer* says to people to the address *to*; a failure becomes one of its errors (exit 5)."""
    from handover.app import mail_result
    from handover.render.report import report

    voice = voice_for(answer, settings)
    text = "\n".join(report(answer, voice)) + "\n"
    mail_result(settings, answer, voice.say(subject, **values), text, to)


def voice_for(answer: Answer, settings: Settings) -> Voice:
    """Return the reader's language, in the zone of the moment that was asked about."""
    zone = answer.now.tzinfo
    return Voice(settings.lang, zone if isinstance(zone, ZoneInfo) else settings.zone)


def print_json(answer: Answer, voice: Voice) -> None:
    """Print the machine form of *answer*."""
    from handover.render.json_form import json_form

    write_json(json_form(answer, voice), indent=1)


def print_lines(lines: Iterable[Mapping[str, Any]], settings: Settings) -> None:
    """Print mails or rows one by one as they come: JSON Lines, or for people."""
    if wants_json():
        for line in lines:
            write_json(line)
        return
    from handover.render.mail import shown

    voice = Voice(settings.lang, settings.zone)
    for line in lines:
        for text in shown(line, voice):
            write(text)


def wants_json() -> bool:
    """Tell whether this run speaks to a machine."""
    return bool(click.get_current_context().ensure_object(dict).get(AS_JSON))


def has_colour(stream: TextIO) -> bool:
    """Tell whether *stream* is a terminal that may be coloured (https://no-color.org)."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
