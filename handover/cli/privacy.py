"""Data protection: `purge` and `privacy`."""

from __future__ import annotations

import click

from handover.cli.asking import make_sure
from handover.cli.finishing import finish
from handover.cli.options import source_options
from handover.cli.program import Command, Group, command, option
from handover.config.settings import Settings
from handover.i18n import N_, _

_address = click.argument("address")


@command()
@source_options
def purge(settings: Settings) -> None:
    """Forget mail that is older than the retention time (800 days, unless configured)."""
    from handover import app

    finish(app.purge(settings), settings)


@click.group(cls=Group, help=N_("Show, export or delete what is stored about a person."))
def privacy() -> None:
    pass


@privacy.command(cls=Command)
@_address
@source_options
def report(settings: Settings, address: str) -> None:
    """Tell what is stored about a person, and where."""
    from handover import app

    finish(app.privacy(settings, "report", address), settings)


@privacy.command(cls=Command)
@_address
@source_options
def export(settings: Settings, address: str) -> None:
    """Print everything that is stored about a person (with --json for another program)."""
    from handover import app

    finish(app.privacy(settings, "export", address), settings)


@privacy.command(cls=Command)
@_address
@option("--yes", is_flag=True, help=N_("Do not ask."))
@source_options
def delete(settings: Settings, address: str, yes: bool) -> None:
    """Delete everything that is stored about a person, from both files; the mailbox stays as it is."""
    from handover import app

    question = _("Delete everything that is stored about {address}? This cannot be undone.")
    make_sure(question.format(address=address), yes)
    finish(app.privacy(settings, "delete", address), settings)


@privacy.command(cls=Command)
@click.argument("pseudonym")
@source_options
def resolve(settings: Settings, pseudonym: str) -> None:
    """Tell who stands behind a pseudonym of a briefing; only this machine can.

    \b
    Example:
      handover privacy resolve K-7ABCD2
    """
    from handover import app

    finish(app.resolve(settings, pseudonym), settings)
