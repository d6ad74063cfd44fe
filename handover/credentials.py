"""Where the password or token of an account comes from: a command, the keyring, systemd, or a person asked.

A `SecretFinder` takes host and user and returns a `Secret`, or None where it knows of none; `find_secret` asks one
after the other, once per account. Secrets are never in the configuration, on a command line, in a log or in a
``repr``; nothing here stores one. Only the caller can talk to a person: the prompt is a function passed in.
"""

from __future__ import annotations

import os
import shlex
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from handover.errors import SourceError, UsageError

COMMAND_S = 120.0
MAX_SECRET = 64 * 1024
SERVICE = "handover"


@dataclass(frozen=True, slots=True)
class Secret:
    """A password, or an OAuth access token; its value never shows in a ``repr``."""

    kind: Literal["password", "token"]
    value: str = field(repr=False)


SecretFinder = Callable[[str, str], Secret | None]
"""Takes host and user; returns None where it knows no secret for them."""


def find_secret(*finders: SecretFinder) -> Callable[[str, str], Secret]:
    """Return a function that asks *finders* in turn, each account only once, and raises when none knows."""
    known: dict[tuple[str, str], Secret] = {}

    def find(host: str, user: str) -> Secret:
        if (host, user) not in known:
            known[host, user] = _first(finders, host, user)
        return known[host, user]

    return find


def by_command(command: str | Sequence[str], *, token: bool = False) -> SecretFinder:
    """Return a finder that runs *command* (split as a shell would, but run without one) and takes its first line.

    The command finds HANDOVER_ACCOUNT_USER and HANDOVER_ACCOUNT_HOST in its environment. With *token* it prints
    an OAuth access token.
    """
    arguments = shlex.split(command) if isinstance(command, str) else list(command)
    name = "token_command" if token else "password_command"
    if not arguments:
        raise UsageError(
            name, "The {name} is empty.", hint="Name a program that prints the secret.", name=name
        )

    def find(host: str, user: str) -> Secret:
        printed = _run(arguments, name, host, user)
        return Secret("token" if token else "password", printed.split("\n", 1)[0].rstrip("\r"))

    return find


def by_keyring(*, required: bool = False) -> SecretFinder:
    """Return a finder that looks in the desktop's keyring, service "handover:HOST" (the extra ``keyring``)."""

    def find(host: str, user: str) -> Secret | None:
        try:
            import keyring
            from keyring.errors import KeyringError
        except ImportError:
            if required:
                raise UsageError(
                    "keyring_missing",
                    "The keyring needs a package more.",
                    hint="pip install 'handover[keyring]'",
                ) from None
            return None
        try:
            value = keyring.get_password(f"{SERVICE}:{host}", user)
        except KeyringError:
            return None
        return Secret("password", value) if value else None

    return find


def by_systemd(environ: Mapping[str, str] = os.environ) -> SecretFinder:
    """Return a finder that reads a systemd credential: ``USER@HOST``, else ``handover``, in $CREDENTIALS_DIRECTORY."""

    def find(host: str, user: str) -> Secret | None:
        folder = environ.get("CREDENTIALS_DIRECTORY", "")
        for name in (f"{user}@{host}", SERVICE) if folder else ():
            if "/" in name:
                continue
            try:
                with (Path(folder) / name).open("rb") as file:
                    data = file.read(MAX_SECRET)
            except OSError:
                continue
            return Secret("password", data.decode("utf-8", "replace").split("\n", 1)[0].rstrip("\r"))
        return None

    return find


def by_prompt(ask: Callable[[str, str], str] | None) -> SecretFinder:
    """Return a finder that calls *ask* with host and user; None where nobody sits at a terminal."""

    def find(host: str, user: str) -> Secret | None:
        value = ask(host, user) if ask else ""
        return Secret("password", value) if value else None

    return find


def _first(finders: Sequence[SecretFinder], host: str, user: str) -> Secret:
    for finder in finders:
        if found := finder(host, user):
            return found
    raise SourceError(
        "no_password",
        "There is no password for {user} at {host}.",
        hint="Give --password-command, store it in the keyring (service handover:{host}) or as a systemd credential.",
        source=host,
        user=user,
        host=host,
    )


def _run(arguments: Sequence[str], name: str, host: str, user: str) -> str:
    import subprocess

    environment = {**os.environ, "HANDOVER_ACCOUNT_USER": user, "HANDOVER_ACCOUNT_HOST": host}
    try:
        done = subprocess.run(  # noqa: S603 -- the user's own command, as an argument list, without a shell
            arguments,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            timeout=COMMAND_S,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise _failed(name, arguments[0], user, host, "it did not end within two minutes") from None
    except OSError as error:
        raise _failed(name, arguments[0], user, host, error.strerror or str(error)) from None
    if done.returncode:
        raise _failed(name, arguments[0], user, host, "it ended with an error")
    if len(done.stdout) > MAX_SECRET:
        raise _failed(name, arguments[0], user, host, "it printed far too much")
    return done.stdout.decode("utf-8", "replace")


def _failed(name: str, program: str, user: str, host: str, reason: str) -> SourceError:
    return SourceError(
        name,
        "The {name} for {user} at {host} did not work: {program}: {reason}.",
        hint="Run it by hand: it must print the secret on the first line and end with status 0.",
        source=host,
        name=name,
        user=user,
        host=host,
        program=program,
        reason=reason,
    )
