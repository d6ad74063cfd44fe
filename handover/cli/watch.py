"""`watch` during an absence, `welcome-back` after it."""

from __future__ import annotations

from handover.cli.finishing import finish, mail_answer
from handover.cli.options import finding_options, source_options
from handover.cli.program import command, option
from handover.cli.sending import delivery_options
from handover.config.settings import Settings
from handover.i18n import N_


@command()
@option("--mail-to", "to", metavar="ADDRESS", help=N_("Mail the result there, too."))
@finding_options
@delivery_options
def watch(settings: Settings, to: str | None) -> None:
    """Tell, during an absence, which customers wrote, who was answered, put off, or left waiting.

    Only inside an announced absence (packet or calendar); outside it says when the next one is.

    \b
    Example:
      handover watch --fail-on red --mail-to anna@privat.example
    """
    from handover import app

    answer = app.watch_now(settings)
    if to and answer.data["watch"] is not None:
        mail_answer(answer, settings, to, N_("Watch of {day}"), day=answer.now.date())
    finish(answer, settings)


@command("welcome-back")
@source_options
def welcome_back(settings: Settings) -> None:
    """Tell, after an absence, whom to call first, what was said meanwhile, and what needs no reading.

    \b
    Example:
      handover welcome-back
    """
    from handover import app

    finish(app.welcome_back(settings), settings)
