"""`briefing`: the week for the manager."""

from __future__ import annotations

from pathlib import Path

import click

from handover.cli.finishing import finish, voice_for
from handover.cli.mailing import Wish, mailing_options
from handover.cli.options import team_options
from handover.cli.program import command, option
from handover.cli.schedule import jitter_option, told_to
from handover.cli.sending import team_delivery_options
from handover.config.settings import Settings
from handover.errors import StoreError
from handover.i18n import N_


@command()
@jitter_option
@option("--week", metavar="WEEK", help=N_("The ISO week, 2026-W47; by default the last complete one."))
@option(
    "--since",
    type=click.Choice(("last",)),
    help=N_("Tell what changed since the last briefing instead of in a week."),
)
@option("--pseudonymise", is_flag=True, help=N_("Name no customer and no person, and quote nobody."))
@option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help=N_("Write it there, too, as files; a page for the browser unless --form says otherwise."),
)
@option("--form", "forms", metavar="LIST", help=N_("Which files: html,md,pdf,json,csv,xlsx."))
@team_options
@team_delivery_options
@mailing_options
def briefing(
    team: tuple[Settings, ...],
    week: str | None,
    since: str | None,
    pseudonymise: bool,
    out: Path | None,
    forms: str | None,
    wish: Wish,
) -> None:
    """Tell the manager in a minute: who needs attention, what got better, what comes, and the numbers.

    Where the configuration names several owners, all of them; `--owner` picks one. Open matters are those of now. What
    an earlier week's briefing told and has not changed is folded. It is mailed with `--send` or `--mail-to` only: once
    for each week and recipient; what could not be delivered is kept and goes first the next time.

    \b
    Examples:
      handover briefing --week 2026-W47 --mail-to chefin@wir.example --dry-run
      handover briefing --send --only-if-news --jitter 20
      handover briefing --out ~/briefing --form html,xlsx
    """
    from handover import app
    from handover.app.briefing_files import forms_of

    settings = team[0]
    wanted = forms_of(forms)
    is_since = since == "last"
    with told_to(wish.ping_url):
        if wish.is_mailed:
            answer = app.send_weekly(team, week, wish.how, since_last=is_since, pseudonymise=pseudonymise)
        else:
            answer = app.weekly(team, week, since_last=is_since, pseudonymise=pseudonymise)
            answer.data["mailing"] = None
        if (out or forms) and answer.data["briefing"] is not None:
            voice = voice_for(answer, settings)
            try:
                answer.data["written"] = app.write_briefing(answer, out or Path(), wanted, voice)
            except StoreError as error:  # what has been mailed must still be told
                answer.errors.append(error)
        answer.data.setdefault("written", [])
        finish(answer, settings)
