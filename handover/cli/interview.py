"""The questions of `init`, and what they ask for where nobody is there to be asked."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote

import click

from handover.cli.asking import is_watched
from handover.config.values import Wrong, address, addresses_or_domains, region
from handover.errors import UsageError
from handover.i18n import N_, _, spoken


def interview(given: Mapping[str, Any], target: Path, *, force: bool) -> dict[str, Any]:
    """Return what belongs into the configuration: *given*, and the answers to what it leaves open.

    Without a person at the terminal at least address and mailbox must be given.
    """
    if target.exists() and not force:
        raise UsageError(
            "config-exists",
            N_("There is a configuration already."),
            hint=N_("Edit it, or replace it with --force."),
            source=str(target),
        )
    if not is_watched():
        if not given["me"] or not given["mail"]:
            raise UsageError(
                "needs-terminal",
                N_("`handover init` asks questions, and nobody is there to answer."),
                hint=N_("Give at least --me and --mail."),
            )
        return {**given, "lang": spoken()}
    return {**_asked(given), "lang": spoken()}


def _asked(given: Mapping[str, Any]) -> dict[str, Any]:
    found = dict(given)
    found["me"] = given["me"] or _ask(N_("Your mail address"), "", lambda text: address(text).address)
    found["mail"] = given["mail"] or _ask(
        N_("Your mailbox (a path, or imaps://user@host)"), _guessed(address(found["me"]).address), _place
    )
    if found["mail"].startswith("imap") and not (given["password_command"] or given["token_command"]):
        found["password_command"] = _ask(
            N_("Command that prints the password (empty: keyring, or ask each time)"), "", str
        )
    found["region"] = given["region"] or _ask(
        N_("Whose public holidays count (DE, DE-BY, AT, CH-ZH, GB, US …)"), "DE", region
    )
    found["team"] = given["team"] or _ask(
        N_("Colleagues beside your own domain: addresses or domains (empty: none)"), "", _colleagues
    )
    found["customers"] = given["customers"] or _ask(N_("Customer list, CSV (empty: none)"), "", str)
    return found


def _ask(question: str, default: str, read: Callable[[str], Any]) -> Any:
    """Ask until the answer fits."""
    while True:
        answer: str = click.prompt(_(question), default=default, show_default=bool(default), err=True).strip()
        try:
            return read(answer)
        except Wrong as wrong:
            click.echo(_(wrong.text).format(**wrong.values), err=True)


def _guessed(me: str) -> str:
    return f"imaps://{quote(me, safe='')}@imap.{me.rpartition('@')[2]}"


def _place(text: str) -> str:
    if not text:
        raise Wrong(N_("a path or an address such as imaps://user@host is expected"))
    return text


def _colleagues(text: str) -> tuple[str, ...]:
    return addresses_or_domains(text.replace(",", " ").split())
