"""Setting up: `config show`, `init`, `doctor`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from handover.answer import Answer
from handover.cli.finishing import finish
from handover.cli.options import common_options, settle, source_options
from handover.cli.program import Command, Group, command, option
from handover.config.places import default_config
from handover.config.settings import Settings
from handover.i18n import N_

if TYPE_CHECKING:
    from handover.config.listing import Row


@click.group(cls=Group, help=N_("Show every setting and where it comes from."))
def config() -> None:
    pass


@config.command("show", cls=Command)
@source_options
def config_show(settings: Settings) -> None:
    """Show every value and where it comes from: option, environment, file with line, or default."""
    from handover.cli import checkoptions
    from handover.config import listing

    rows = [*listing.rows(settings), *checkoptions.rows(settings), *_learned(settings)]
    data = {"settings": [row._asdict() for row in rows]}
    finish(Answer("config show", settings.now, data=data), settings)


def _learned(settings: Settings) -> list[Row]:
    """Return what was learned from judgements, which holds like a setting."""
    from handover import app
    from handover.config.listing import Row

    return [
        Row(f"learned.{kept['check']}", kept["reason"] or f"score < {kept['below']:.2f}", "handover learn")
        for kept in app.lessons_kept(settings)
    ]


@command()
@option("--me", metavar="ADDRESS", help=N_("Your address."))
@option("--mail", metavar="URI", help=N_("Mailbox: a path, or imaps://user@host."))
@option("--password-command", metavar="CMD", help=N_("Command that prints the password."))
@option("--token-command", metavar="CMD", help=N_("Command that prints an OAuth token."))
@option("--region", metavar="REGION", help=N_("Whose public holidays count: DE, DE-BY, AT, CH-ZH, GB, US …"))
@option("--team", metavar="ADDRESS_OR_DOMAIN", multiple=True, help=N_("Colleagues."))
@option("--customers", metavar="FILE", help=N_("The customer list (CSV)."))
@option("--force", is_flag=True, help=N_("Replace a configuration that is there."))
@common_options
def init(config: str | None, force: bool, debug: bool, **given: Any) -> None:
    """Set up by asking; writes the configuration. What is given as an option is not asked.

    \b
    Example:
      handover init --me anna@wir.example --mail imaps://anna@imap.wir.example
    """
    from handover.cli.interview import interview
    from handover.config.writing import write_config

    target = Path(config or default_config()).expanduser()
    write_config(interview(given, target, force=force), target, force=force)
    settings = settle({"config": str(target), "debug": debug})
    finish(Answer("init", settings.now, data={"written": str(target)}), settings)


@command()
@source_options
def doctor(settings: Settings) -> None:
    """Tell what would not work, and how to mend it: packages, permissions, sources, customer list."""
    from handover.diagnosis import diagnose

    finish(diagnose(settings), settings)
