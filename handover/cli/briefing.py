"""`briefing`: the week for the manager."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

from handover.cli.finishing import finish
from handover.cli.options import team_options
from handover.cli.program import command, option
from handover.cli.schedule import jitter_option, told_to
from handover.cli.sending import team_delivery_options
from handover.config.settings import Settings
from handover.errors import UsageError
from handover.i18n import N_

_MAILING = (
    option("--send", is_flag=True, help=N_("Mail it to those whom mail_to in [briefing] names.")),
    option("--mail-to", multiple=True, metavar="ADDRESS", help=N_("Mail it there; may be given several times.")),
    option("--draft", is_flag=True, help=N_("Lay the mails among the drafts of the mailbox instead.")),
    option("--again", is_flag=True, help=N_("Mail it though it went out before.")),
    option("--dry-run", is_flag=True, help=N_("Show everything that would go out, and send and record nothing.")),
    option("--only-if-news", is_flag=True, default=None, help=N_("Mail nothing in a week without news.")),
    option("--ping-url", metavar="URL", help=N_("Ask for this address when done; with /fail where it failed.")),
)


def mailing_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Declare how the briefing goes out."""
    for declare in reversed(_MAILING):
        function = declare(function)
    return function


@command()
@jitter_option
@option("--week", metavar="WEEK", help=N_("The ISO week, 2026-W47; by default the last complete one."))
@option(
    "--since",
    type=click.Choice(("last",)),
    help=N_("Tell what changed since the last briefing instead of in a week."),
)
@mailing_options
@team_options
@team_delivery_options
def briefing(
    team: tuple[Settings, ...],
    week: str | None,
    since: str | None,
    send: bool,
    draft: bool,
    again: bool,
    dry_run: bool,
) -> None:
    """Tell the manager in a minute: who needs attention, what got better, what comes, and the numbers.

    Where the configuration names several owners, all of them; `--owner` picks one. Open matters are those of now. What
    an earlier week's briefing told and has not changed is folded. It is mailed with `--send` or `--mail-to` only: once
    for each week and recipient; what could not be delivered is kept and goes first the next time.

    \b
    Examples:
      handover briefing --week 2026-W47 --mail-to chefin@wir.example --dry-run
      handover briefing --send --only-if-news --jitter 20
    """
    from handover import app

    settings = team[0]
    is_mailing = send or draft or _by_option(settings, "mail_to")
    _verify(settings, is_mailing, again=again, dry_run=dry_run)
    with told_to(_ping_url(settings, is_mailing and not (dry_run or draft))):
        if is_mailing:
            from handover.app.posting import Mailing

            answer = app.send_weekly(team, week, Mailing(again, dry_run, draft), since_last=since == "last")
        else:
            answer = app.weekly(team, week, since_last=since == "last")
        finish(answer, settings)


def _verify(settings: Settings, is_mailing: bool, *, again: bool, dry_run: bool) -> None:
    """Raise for options that would do nothing."""
    idle = {"--again": again, "--dry-run": dry_run, "--only-if-news": _by_option(settings, "only_if_news")}
    for name, given in idle.items():
        if given and not is_mailing:
            text = N_("{option} is for a briefing that is mailed.")
            hint = N_("Add --mail-to ADDRESS, or --send where mail_to in [briefing] names somebody.")
            raise UsageError("nothing-to-mail", text, hint=hint, option=name)


def _ping_url(settings: Settings, is_sent: bool) -> str:
    """Return which address is told of this run: the one given, or the configured one where mail goes out."""
    url = settings.weekly.ping_url if is_sent or _by_option(settings, "ping_url") else ""
    if url:
        from handover.deliver.ping import check_url

        check_url(url)
    return url


def _by_option(settings: Settings, name: str) -> bool:
    return settings.origins.get(f"briefing.{name}", "").startswith("--")
