"""A person's judgement of a finding: dismiss, snooze, confirm, and taking it back."""

from __future__ import annotations

import click

from handover.cli.finishing import finish
from handover.cli.options import source_options
from handover.cli.program import command, option
from handover.config.dates import day
from handover.config.settings import Settings
from handover.errors import UsageError
from handover.i18n import N_
from handover.model import VerdictKind

_finding = click.argument("finding", metavar="ID")
_because = option("--because", metavar="TEXT", default="", help=N_("Why, in your words."))


@command()
@_finding
@_because
@source_options
def dismiss(settings: Settings, finding: str, because: str) -> None:
    """Take a finding off the list until the contact writes again.

    \b
    Example:
      handover dismiss unanswered-5f2c --because "settled at the fair"
    """
    from handover import app

    finish(app.verdict(settings, finding, VerdictKind.DISMISS, because=because), settings)


@command()
@_finding
@option("--until", metavar="DATE", required=True, help=N_("The day on which it comes back."))
@_because
@source_options
def snooze(settings: Settings, finding: str, until: str, because: str) -> None:
    """Hide a finding until a date.

    \b
    Example:
      handover snooze unanswered-5f2c --until Monday
    """
    from handover import app

    back = settings.work.span(day(until, settings.now.date()))[0]
    if back <= settings.now:
        raise UsageError(
            "snooze-in-the-past",
            N_("{day} has come already; a finding can only be hidden until a later day."),
            hint=N_("Name a day that lies ahead: --until Monday."),
            day=back.astimezone(settings.zone).date(),
        )
    finish(app.verdict(settings, finding, VerdictKind.SNOOZE, because=because, until=back), settings)


@command()
@_finding
@_because
@source_options
def confirm(settings: Settings, finding: str, because: str) -> None:
    """Confirm that a finding is right.

    \b
    Example:
      handover confirm promises-81aa
    """
    from handover import app

    finish(app.verdict(settings, finding, VerdictKind.CONFIRM, because=because), settings)


@command()
@_finding
@source_options
def undo(settings: Settings, finding: str) -> None:
    """Take back what was decided about a finding.

    \b
    Example:
      handover undo unanswered-5f2c
    """
    from handover import app

    finish(app.undo(settings, finding), settings)
