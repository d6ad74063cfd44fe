"""`briefing`: the week for the manager."""

from __future__ import annotations

from pathlib import Path

import click

from handover.cli.finishing import finish, mail_answer, voice_for
from handover.cli.options import team_options
from handover.cli.program import command, option
from handover.cli.sending import team_delivery_options
from handover.config.settings import Settings
from handover.i18n import N_


@command()
@option("--week", metavar="WEEK", help=N_("The ISO week, 2026-W47; by default the last complete one."))
@option(
    "--since",
    type=click.Choice(("last",)),
    help=N_("Tell what changed since the last briefing instead of in a week."),
)
@option("--pseudonymise", is_flag=True, help=N_("Name no customer and no person, and quote nobody."))
@option("--mail-to", metavar="ADDRESS", help=N_("Mail the result there, too."))
@option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help=N_("Write it there, too, as files; a page for the browser unless --form says otherwise."),
)
@option("--form", "forms", metavar="LIST", help=N_("Which files: html,md,pdf,json,csv,xlsx."))
@team_options
@team_delivery_options
def briefing(
    team: tuple[Settings, ...],
    week: str | None,
    since: str | None,
    pseudonymise: bool,
    mail_to: str | None,
    out: Path | None,
    forms: str | None,
) -> None:
    """Tell the manager in a minute: who needs attention, what got better, what comes, and the numbers.

    Where the configuration names several owners, all of them; `--owner` picks one. Open matters are those of now. What
    an earlier week's briefing told and has not changed is folded.

    \b
    Example:
      handover briefing --week 2026-W47 --mail-to chefin@wir.example
      handover briefing --out ~/briefing --form html,xlsx
    """
    from handover import app
    from handover.app.briefing_files import forms_of

    settings = team[0]
    wanted = forms_of(forms)
    answer = app.weekly(team, week, since_last=since == "last", pseudonymise=pseudonymise)
    if out or forms:
        voice = voice_for(answer, settings)
        answer.data["written"] = app.write_briefing(answer, out or Path(), wanted, voice)
    if mail_to:
        mail_answer(
            answer, settings, mail_to, N_("Weekly briefing {week}"), week=answer.data["briefing"].week
        )
    finish(answer, settings)
