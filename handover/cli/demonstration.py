"""`demo`: everything at once on the bundled example."""

from __future__ import annotations

from pathlib import Path

import click

from handover.cli.finishing import finish
from handover.cli.options import common_options, settle
from handover.cli.program import command, option
from handover.i18n import N_


@command()
@option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help=N_("Where to lay it out; without it, ./handover-demo."),
)
@option("--all", "everything", is_flag=True, help=N_("Show all findings at length."))
@common_options
def demo(config: str | None, debug: bool, out: Path | None, everything: bool) -> None:
    """Show everything at once on the bundled example: a small firm, ten weeks of mail.

    Needs no configuration and no account, and touches nothing but the folder that it names.

    \b
    Example:
      handover demo --out /tmp/demo --lang de
    """
    from handover import app
    from handover.app.examples import example_folder

    settings = settle({"config": config or "/dev/null", "debug": debug})
    answer = app.demo(settings, out)
    answer.data["config"] = str(example_folder() / "handover.toml")
    finish(answer, settings, everything=everything)
