"""`show`: one mail or finding as the program understands it."""

from __future__ import annotations

from pathlib import Path

import click

from handover.cli.finishing import print_lines
from handover.cli.options import source_options
from handover.cli.program import command, option
from handover.config.settings import Settings
from handover.i18n import N_, _


@command()
@click.argument("reference", metavar="MESSAGE|ID", required=False)
@option("--eml", type=click.Path(path_type=Path), metavar="PATH", help=N_("Raw mails: a file or a folder."))
@option("--jsonl", type=click.Path(path_type=Path), metavar="FILE", help=N_("Rows of text, one JSON each."))
@source_options
def show(settings: Settings, reference: str | None, eml: Path | None, jsonl: Path | None) -> None:
    """Show one mail or finding as the program understands it, and why.

    MESSAGE is a path, a key or a message-id; ID is what the tables print.

    \b
    Examples:
      handover show unanswered-5f2c
      handover show --json --eml mail.eml
    """
    from handover import inspection

    if sum(item is not None for item in (reference, eml, jsonl)) != 1:
        raise click.UsageError(_("Name one of MESSAGE, ID, --eml or --jsonl."))
    if jsonl is not None:
        lines = inspection.show_lines(jsonl, settings)
    elif eml is not None:
        lines = inspection.show_files(eml, settings)
    else:
        from handover import app

        lines = app.show(settings, reference or "")
    print_lines(lines, settings)
