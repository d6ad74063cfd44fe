"""`briefing`: the week for the manager."""

from __future__ import annotations

from handover.cli.finishing import finish, mail_answer
from handover.cli.options import finding_options
from handover.cli.program import command, option
from handover.cli.sending import delivery_options
from handover.config.settings import Settings
from handover.i18n import N_


@command()
@option("--week", metavar="WEEK", help=N_("The ISO week, 2026-W47; by default the last complete one."))
@option("--mail-to", metavar="ADDRESS", help=N_("Mail the result there, too."))
@finding_options
@delivery_options
def briefing(settings: Settings, week: str | None, mail_to: str | None) -> None:
    """Tell the manager in a minute: who needs attention, what got better, the numbers of four weeks.

    Open matters are those of now. What an earlier week's briefing told and has not changed is folded.

    \b
    Example:
      handover briefing --week 2026-W47 --mail-to chefin@wir.example
    """
    from handover import app

    answer = app.weekly(settings, week)
    if mail_to:
        mail_answer(answer, settings, mail_to, N_("Weekly briefing {week}"), week=answer.data["briefing"].week)
    finish(answer, settings)
