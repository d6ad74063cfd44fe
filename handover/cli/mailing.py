"""How the briefing goes out: the options that say so, and which of them belong together."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, NamedTuple

from handover.cli.program import option
from handover.config.settings import Settings
from handover.errors import UsageError
from handover.i18n import N_


class Wish(NamedTuple):
    """What was wished of the mailing; *is_mailed* where one was wished at all."""

    is_mailed: bool
    draft: bool
    again: bool
    dry_run: bool
    ping_url: str

    @property
    def how(self) -> Any:
        """The wish as the use case takes it."""
        from handover.app.posting import Mailing

        return Mailing(self.again, self.dry_run, self.draft)


_OPTIONS = (
    option("--send", is_flag=True, help=N_("Mail it to those whom mail_to in [briefing] names.")),
    option("--mail-to", multiple=True, metavar="ADDRESS", help=N_("Mail it there; may be given several times.")),
    option("--draft", is_flag=True, help=N_("Lay the mails among the drafts of the mailbox instead.")),
    option("--again", is_flag=True, help=N_("Mail it though it went out before.")),
    option("--dry-run", is_flag=True, help=N_("Show everything that would go out, and send and record nothing.")),
    option("--only-if-news", is_flag=True, default=None, help=N_("Mail nothing in a week without news.")),
    option("--ping-url", metavar="URL", help=N_("Ask for this address when done; with /fail where it failed.")),
)


def mailing_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Declare how the briefing goes out; *function* gets a `Wish`. What belongs to the settings lands there."""

    @wraps(function)
    def wished(
        team: tuple[Settings, ...], send: bool, draft: bool, again: bool, dry_run: bool, **values: Any
    ) -> Any:
        settings = team[0]
        is_mailed = send or draft or _by_option(settings, "mail_to")
        url = _ping_url(settings, is_mailed and not (dry_run or draft))
        idle = {"--again": again, "--dry-run": dry_run, "--only-if-news": _by_option(settings, "only_if_news")}
        for name, given in idle.items():
            if given and not is_mailed:
                raise _idle(name)
        return function(team=team, wish=Wish(is_mailed, draft, again, dry_run, url), **values)

    declared: Callable[..., Any] = wished
    for declare in reversed(_OPTIONS):
        declared = declare(declared)
    return declared


def _idle(name: str) -> UsageError:
    text = N_("{option} is for a briefing that is mailed.")
    hint = N_("Add --mail-to ADDRESS, or --send where mail_to in [briefing] names somebody.")
    return UsageError("nothing-to-mail", text, hint=hint, option=name)


def _ping_url(settings: Settings, is_sent: bool) -> str:
    """Return which address is told of this run: the one given, or the configured one where mail goes out."""
    url = settings.weekly.ping_url if is_sent or _by_option(settings, "ping_url") else ""
    if url:
        from handover.deliver.ping import check_url

        check_url(url)
    return url


def _by_option(settings: Settings, name: str) -> bool:
    return settings.origins.get(f"briefing.{name}", "").startswith("--")
