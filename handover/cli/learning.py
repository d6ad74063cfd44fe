"""`learn`: adapt the checks to a person's judgements."""

from __future__ import annotations

import click

from handover.cli.finishing import finish
from handover.cli.options import source_options
from handover.cli.program import command, option
from handover.config.settings import Settings
from handover.i18n import N_


@command()
@click.argument("names", metavar="[CHECK]...", nargs=-1)
@option("--dry-run", is_flag=True, help=N_("Tell what would be learned, change nothing."))
@option("--forget", is_flag=True, help=N_("Take back what was learned; your judgements stay."))
@source_options
def learn(settings: Settings, names: tuple[str, ...], dry_run: bool, forget: bool) -> None:
    """Adapt the checks to what you dismissed and confirmed, and say what changes and why.

    What you dismiss nearly always comes quieter from then on: as info, after the others, marked as such. Red
    findings stay red, and nothing is left out. At least eight judgements of a check are needed.

    \b
    Examples:
      handover learn --dry-run
      handover learn urgency
      handover learn --forget
    """
    from handover import app

    finish(app.learn(settings, names, dry_run=dry_run, forget=forget), settings)
