"""The questions: `check` and its short forms, and `sync`."""

from __future__ import annotations

import click

from handover.cli.finishing import finish
from handover.cli.options import finding_options, source_options
from handover.cli.program import command, option
from handover.config.settings import Settings
from handover.i18n import N_

_all = option("--all", "everything", is_flag=True, help=N_("Show all findings at length."))


@command()
@_all
@finding_options
def unanswered(settings: Settings, everything: bool) -> None:
    """List the requests that nobody has answered: who waits, since when, and what for.

    \b
    Example:
      handover unanswered --mail ~/Maildir --me anna@wir.example
    """
    from handover import app

    finish(app.check(settings, ["unanswered"]), settings, everything=everything)


@command()
@_all
@finding_options
def promises(settings: Settings, everything: bool) -> None:
    """List what the owner or the team promised: due, overdue, moved, or without a date.

    \b
    Example:
      handover promises --mail ~/Maildir --me anna@wir.example
    """
    from handover import app

    finish(app.check(settings, ["promises"]), settings, everything=everything)


@command()
@_all
@finding_options
def escalations(settings: Settings, everything: bool) -> None:
    """List the customers who are losing patience, with the reasons.

    \b
    Example:
      handover escalations --mail ~/Maildir --me anna@wir.example
    """
    from handover import app

    finish(app.check(settings, ["escalations"]), settings, everything=everything)


@command()
@click.argument("names", metavar="[NAME]...", nargs=-1)
@_all
@finding_options
def check(settings: Settings, names: tuple[str, ...], everything: bool) -> None:
    """Run all checks, or those that are named.

    \b
    Example:
      handover check unanswered urgency --fail-on red
    """
    from handover import app

    finish(app.check(settings, list(names) or None), settings, everything=everything)


@command()
@source_options
def sync(settings: Settings) -> None:
    """Read what is new in the sources into the store; nothing in the mailbox is changed.

    \b
    Example:
      handover sync --mail imaps://anna@imap.wir.example
    """
    from handover import app

    finish(app.sync(settings), settings)
