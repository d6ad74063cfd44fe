"""`packet send`, `draft`, `status`, `ack`, `record`: the packet on its way, and what came back."""

from __future__ import annotations

import click

from handover.cli.finishing import finish
from handover.cli.options import finding_options, source_options
from handover.cli.program import Command, option
from handover.config.settings import Settings
from handover.i18n import N_


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
