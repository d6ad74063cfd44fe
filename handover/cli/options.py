"""The options that commands share, each declared once, and what becomes of them: `Settings`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from functools import wraps
from typing import Any
from zoneinfo import ZoneInfo

import click

from handover.cli.asking import secret_asker
from handover.cli.program import AS_JSON, LANGUAGE_FROM, option, remember_json
from handover.cli.progress import progress
from handover.config.settings import Settings
from handover.i18n import LANGUAGES, N_, spoken

Function = Callable[..., Any]


_LANG = option("--lang", type=click.Choice(LANGUAGES), expose_value=False, help=N_("Language of the output."))
_COMMON = (
    option(
        "--json",
        AS_JSON,
        is_flag=True,
        expose_value=False,
        callback=remember_json,
        help=N_("Print the machine form, nothing else."),
    ),
    _LANG,
    option("-c", "--config", metavar="FILE", help=N_("Configuration to read.")),
    option("--debug", is_flag=True, help=N_("Show tracebacks.")),
)

_SOURCES = (
    option("--mail", multiple=True, metavar="URI", help=N_("Mailbox: a path, or imaps://user@host.")),
    option("--calendar", multiple=True, metavar="URI", help=N_("Calendar: .ics, https:// or caldavs://.")),
    option("--password-command", metavar="CMD", help=N_("Command that prints the password.")),
    option("--token-command", metavar="CMD", help=N_("Command that prints an OAuth token.")),
    option("--me", multiple=True, metavar="ADDRESS", help=N_("The owner's address.")),
    option("--team", multiple=True, metavar="ADDRESS_OR_DOMAIN", help=N_("Colleagues.")),
    option("--manager", multiple=True, metavar="ADDRESS", help=N_("The owner's manager.")),
    option("--deputy", multiple=True, metavar="ADDRESS[=AREA]", help=N_("Who covers, and for what.")),
    option("--deputy-calendar", multiple=True, metavar="ADDRESS=URI", help=N_("A deputy's calendar.")),
    option("--customers", metavar="FILE", help=N_("The customer list (CSV).")),
    option("--owner", metavar="NAME", help=N_("Which owner of the configuration.")),
    option(
        "--now",
        metavar="TIMESTAMP",
        help=N_("Report for this moment (ISO 8601) instead of the present one."),
    ),
    option("--no-sync", is_flag=True, help=N_("Answer from the store, without reading what is new.")),
)

_FAIL_ON = option(
    "--fail-on",
    type=click.Choice(("info", "amber", "red")),
    help=N_("Exit with 1 when a finding is at least this severe."),
)

_OF_WORDS = tuple(each for each in _COMMON if each is not _LANG)

_NAMES = frozenset(
    "mail calendar password_command token_command me team manager deputy deputy_calendar customers owner now "
    "no_sync fail_on config debug mail_to only_if_news ping_url".split()
)


def source_options(function: Function) -> Function:
    """Declare the options of a reading command; *function* gets `settings` in their place."""
    return _declare(_settled(function), (*_SOURCES, *_COMMON))


def finding_options(function: Function) -> Function:
    """Declare the options of a command that reports findings, sources included."""
    return _declare(_settled(function), (_FAIL_ON, *_SOURCES, *_COMMON))


def team_options(function: Function) -> Function:
    """Declare the options of a command about one owner or all: *function* gets `team`, the settings of each."""
    return _declare(_settled(function, settle_team, "team"), (_FAIL_ON, *_SOURCES, *_COMMON))


def common_options(function: Function) -> Function:
    """Declare the options that every command has; *function* gets `config` and `debug`."""
    return _declare(function, _COMMON)


def word_options(function: Function) -> Function:
    """Declare the options of a command about words, whose ``--lang`` is the word's; *function* gets `settings`."""

    @wraps(function)
    def resolved(config: str | None, debug: bool, **values: Any) -> Any:
        return function(settings=settle({"config": config, "debug": debug, "any_owner": True}), **values)

    return _declare(resolved, _OF_WORDS)


def settle(options: Mapping[str, Any]) -> Settings:
    """Return the settings of a run with *options*, verified to the last option of a check."""
    from handover.config.resolve import resolve

    return _ready(resolve({**options, "spoken": spoken()}, clock))


def settle_team(options: Mapping[str, Any]) -> tuple[Settings, ...]:
    """Return the settings of each owner that a run with *options* is about."""
    from handover.config.resolve import resolve_team

    return tuple(map(_ready, resolve_team({**options, "spoken": spoken()}, clock)))


def _ready(settings: Settings) -> Settings:
    from handover.cli import checkoptions

    checkoptions.verify(settings)
    context = click.get_current_context(silent=True)
    language = (context.obj or {}).get(LANGUAGE_FROM, "default") if context else "default"
    origins = {**settings.origins, "lang": language}
    return replace(settings, progress=progress(), ask=secret_asker(), origins=origins)


def clock(zone: ZoneInfo) -> datetime:
    """Return the present moment in *zone*."""
    return datetime.now(zone)


def _settled(
    function: Function, becomes: Callable[[Mapping[str, Any]], Any] = settle, place: str = "settings"
) -> Function:
    @wraps(function)
    def resolved(**values: Any) -> Any:
        given = {name: values.pop(name) for name in _NAMES & values.keys()}
        return function(**{place: becomes(given)}, **values)

    return resolved


def _declare(function: Function, options: tuple[Callable[[Function], Function], ...]) -> Function:
    for declare in reversed(options):
        function = declare(function)
    return function
