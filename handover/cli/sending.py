"""`packet send`, `draft`, `status`, `ack`, `record`: the packet on its way, and what came back."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from handover.cli.asking import make_sure
from handover.cli.finishing import finish
from handover.cli.options import finding_options, source_options
from handover.cli.program import Command, option
from handover.config.settings import Settings
from handover.i18n import N_, _
from handover.render.output import one_line, write

if TYPE_CHECKING:
    from handover.deliver.mail import Letter


def delivery_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Declare the options of a command that sends; they change `settings`."""

    @wraps(function)
    def settled(settings: Settings, smtp: str | None, mail_from: str | None, **values: Any) -> Any:
        return function(settings=_sending(settings, smtp, mail_from), **values)

    return _declared(settled)


def team_delivery_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Declare the same for a command about a team; the first owner's settings send."""

    @wraps(function)
    def settled(team: tuple[Settings, ...], smtp: str | None, mail_from: str | None, **values: Any) -> Any:
        return function(team=(_sending(team[0], smtp, mail_from), *team[1:]), **values)

    return _declared(settled)


def _sending(settings: Settings, smtp: str | None, mail_from: str | None) -> Settings:
    return replace(settings, smtp=smtp or settings.smtp, mail_from=mail_from or settings.mail_from)


def _declared(function: Callable[..., Any]) -> Callable[..., Any]:
    sender = option("--mail-from", metavar="ADDRESS", help=N_("The sender; without it, the owner."))
    server = option("--smtp", metavar="URI", help=N_("The mail server: smtps://user@host."))
    declared: Callable[..., Any] = server(sender(function))
    return declared


@click.command("send", cls=Command)
@option("--dry-run", is_flag=True, help=N_("Show everything that would go out, and send nothing."))
@option("--yes", is_flag=True, help=N_("Send without asking."))
@source_options
@delivery_options
def send(settings: Settings, dry_run: bool, yes: bool) -> None:
    """Mail each deputy their part of the packet, with an invitation and the mails behind it; asks first.

    \b
    Example:
      handover packet send --smtp smtps://anna@smtp.wir.example --dry-run
    """
    from handover import app

    def agree(letters: Sequence[Letter]) -> None:
        for letter in letters:
            write(
                one_line(f"{letter.recipient.name} <{letter.recipient.address}>: {letter.subject}"),
                sys.stderr,
            )
        make_sure(_("Send this?"), yes)

    finish(app.packet_send(settings, dry_run=dry_run, agree=agree), settings)


@click.command("draft", cls=Command)
@option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help=N_("Write them as .eml files there instead, to open and send."),
)
@source_options
@delivery_options
def draft(settings: Settings, out: Path | None) -> None:
    """Lay the mails among the drafts of the mailbox, to look at and send yourself: the only thing ever written there.

    \b
    Example:
      handover packet draft
    """
    from handover import app

    finish(app.packet_draft(settings, out=out), settings)


@click.command("status", cls=Command)
@finding_options
def status(settings: Settings) -> None:
    """Tell what was sent, delivered, opened and accepted, per deputy and item.

    \b
    Example:
      handover packet status --fail-on red
    """
    from handover import app

    finish(app.packet_status(settings), settings)


@click.command("ack", cls=Command)
@click.argument("who", metavar="DEPUTY")
@click.argument("numbers", metavar="[NUMBER]...", nargs=-1, type=int)
@option("--said", metavar="TEXT", default="", help=N_("What they said, and when."))
@source_options
def ack(settings: Settings, who: str, numbers: tuple[int, ...], said: str) -> None:
    """Enter an acceptance that a deputy gave by word; it is shown as that, not as proof.

    \b
    Examples:
      handover packet ack Lindner
      handover packet ack peter@wir.example 3 4 --said "am Telefon, Freitag 10 Uhr"
    """
    from handover import app

    finish(app.packet_ack(settings, who, numbers, said), settings)


@click.command("record", cls=Command)
@source_options
def record(settings: Settings) -> None:
    """Give the factual record: what was handed over when, what was confirmed, who got which answer when.

    \b
    Example:
      handover packet record --lang de > protokoll.txt
    """
    from handover import app

    finish(app.packet_record(settings), settings)
