"""Questions to the person at the terminal; where nobody sits there, an error says what to give instead."""

from __future__ import annotations

import sys
from collections.abc import Callable

import click

from handover.errors import UsageError
from handover.i18n import N_, _
from handover.render.output import one_line

YES = ("y", "yes", "j", "ja")
NO = ("n", "no", "nein")


def is_watched() -> bool:
    """Tell whether a person can answer: standard input and standard error are a terminal."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stderr))


def make_sure(question: str, yes: bool) -> None:
    """Go on when *yes* or when the person agrees; else end as interrupted."""
    if yes:
        return
    if not is_watched():
        raise UsageError(
            "needs-yes",
            N_("This asks before it acts, and nobody is there to answer."),
            hint=N_("Add --yes if you are sure."),
        )
    if not agreed(question):
        raise click.Abort


def agreed(question: str, default: bool = False) -> bool:
    """Ask *question* until the answer is yes or no, in English or German."""
    shown = _("[Y/n]") if default else _("[y/N]")
    while True:
        answer = (
            click.prompt(f"{question} {shown}", default="", show_default=False, err=True).strip().casefold()
        )
        if not answer:
            return default
        if answer in YES + NO:
            return answer in YES


def secret_asker() -> Callable[[str, str], str] | None:
    """Return a function that asks for the secret of a host and user; None where nobody can answer."""
    return _ask_secret if is_watched() else None


def _ask_secret(host: str, user: str) -> str:
    question = one_line(_("Password for {user} at {host}").format(user=user, host=host))
    answer: str = click.prompt(question, hide_input=True, default="", show_default=False, err=True)
    return answer
