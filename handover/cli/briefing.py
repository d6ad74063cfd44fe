"""`briefing`: the week for the manager."""

from __future__ import annotations

import click

from handover.cli.finishing import finish, mail_answer
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
@team_options
@team_delivery_options
def briefing(
    team: tuple[Settings, ...],
    week: str | None,
    since: str | None,
    pseudonymise: bool,
    mail_to: str | None,
) -> None:
    """Tell the manager in a minute: who needs attention, what got better, what comes, and the numbers.

    Where the configuration names several owners, all of them; `--owner` picks one. Open matters are those of now. What
    an earlier week's briefing told and has not changed is folded.

    \b
    Example:
      handover briefing --week 2026-W47 --mail-to chefin@wir.example
    """
    from handover import app

    settings = team[0]
    answer = app.weekly(team, week, since_last=since == "last", pseudonymise=pseudonymise)
    if mail_to:
        mail_answer(answer, settings, mail_to, N_("Weekly briefing {week}"), week=answer.data["briefing"].week)
    finish(answer, settings)
