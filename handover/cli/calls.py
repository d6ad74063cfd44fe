"""`calls`: who waits for a call, and promising one."""

from __future__ import annotations

import click

from handover.cli.finishing import finish
from handover.cli.options import source_options
from handover.cli.program import command, option
from handover.config.dates import moment
from handover.config.settings import Settings
from handover.i18n import N_


@command()
@click.argument("name", required=False)
@option(
    "--promise", metavar="TIME", help=N_("Promise a call then and keep the time free: 15:00, Monday 9:30.")
)
@source_options
def calls(settings: Settings, name: str | None, promise: str | None) -> None:
    """Tell who waits for a call: how often they tried, what they were promised, who else can help, free times.

    NAME is a person, a company, an address or a number.

    \b
    Examples:
      handover calls
      handover calls Schulz --promise 15:40
    """
    from handover import app

    at = moment(promise, settings.now, settings.zone, hour=9) if promise else None
    finish(app.calls(settings, name, at), settings)
