"""What would not work, and how to mend it: packages, permissions, sources, customer list.

Looks at each thing for itself, so that one that is broken hides no other. It reads folders' names, not mail.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from importlib import metadata
from pathlib import Path
from typing import Any

from handover.answer import Answer, Notice
from handover.config.settings import Account, Settings
from handover.database import Database
from handover.errors import HandoverError, SourceError, StoreError, UsageError
from handover.i18n import N_

_REQUIREMENT = re.compile(r"([A-Za-z0-9._-]+)")
PRIVATE = 0o077


@dataclass(frozen=True, slots=True)
class Examined:
    """One thing that was looked at: what it is, what was found there, and what is wrong with it (None = fine)."""

    what: str
    found: str
    problem: HandoverError | None = None


def diagnose(settings: Settings) -> Answer:
    """Examine everything that a run with *settings* needs; the problems are the answer's errors."""
    examined = [item for examine in EXAMINATIONS for item in examine(settings)]
    rows = [
        {"what": item.what, "found": item.found, "ok": item.problem is None, "code": _code(item)}
        for item in examined
    ]
    errors = [item.problem for item in examined if item.problem is not None]
    return Answer("doctor", settings.now, errors=errors, data={"examined": rows})


def _code(item: Examined) -> str | None:
    return item.problem.code if item.problem else None


def _packages(_settings: Settings) -> Iterator[Examined]:
    missing = [name for name in _required() if not _is_installed(name)]
    problem = None
    if missing:
        problem = UsageError(
            "package-missing",
            N_("Packages are missing: {names}."),
            hint=N_("Install them: pip install {names}"),
            names=" ".join(missing),
        )
    yield Examined(N_("Packages"), ", ".join(missing), problem)


def _required() -> list[str]:
    """Return the names of the packages that this one needs, without those of its extras."""
    lines = metadata.requires("handover") or []
    return [match[0] for line in lines if "extra ==" not in line and (match := _REQUIREMENT.match(line))]


def _is_installed(name: str) -> bool:
    try:
        metadata.version(name)
    except metadata.PackageNotFoundError:
        return False
    return True


def _configuration(settings: Settings) -> Iterator[Examined]:
    files = {origin.rpartition(":")[0] for origin in settings.origins.values() if ":" in origin}
    yield Examined(N_("Configuration"), ", ".join(sorted(files)))
    yield Examined(N_("Time zone"), settings.zone.key)
    yield Examined(N_("Public holidays"), settings.work.region, _tried(lambda: _holidays(settings)))


def _holidays(settings: Settings) -> None:
    settings.work.is_working_day(settings.now.date())


def _store(settings: Settings) -> Iterator[Examined]:
    problem = _tried(lambda: _writable(settings.state_dir)) or _tried(lambda: _sound(settings))
    yield Examined(N_("Store"), str(settings.state_dir), problem)


def _sound(settings: Settings) -> None:
    """Raise when what was read of these sources, or what a person did, lies in a damaged file."""
    from handover.journal import Journal
    from handover.store import Store
    from handover.store.places import journal_path, mail_path

    names = [uri if "://" in uri else os.path.abspath(os.path.expanduser(uri)) for uri in settings.mail]
    state = str(settings.state_dir)
    if os.path.exists(path := mail_path(state, names, settings.owner)):
        with Store.open(path, lock=False) as store:
            _raise_damage(store)
    me = [address.address for address in settings.me]
    if me and os.path.isdir(state) and os.path.exists(path := journal_path(state, me)):
        with Journal.open(path) as journal:
            _raise_damage(journal)


def _raise_damage(file: Database) -> None:
    if wrong := file.check():
        text = "{source} is damaged: {reason}"
        raise StoreError("store_damaged", text, hint=file.advice, source=file.path, reason=wrong[0])


def _writable(folder: Path) -> None:
    """Raise when *folder*, or the nearest one above it that exists, cannot be written or is open to others."""
    nearest = next(place for place in (folder, *folder.parents) if place.exists())
    if not os.access(nearest, os.W_OK | os.X_OK):
        raise StoreError(
            "store-unwritable",
            N_("The store cannot be written."),
            hint=N_("Check the rights of the folder, or set XDG_STATE_HOME to another one."),
            source=str(nearest),
        )
    if nearest == folder and stat.S_IMODE(folder.stat().st_mode) & PRIVATE:
        raise Notice(
            "store-open",
            N_("Others on this machine can look into the store."),
            hint=N_("Close it: chmod 700 {folder}"),
            source=str(folder),
            folder=str(folder),
        )


def _owner(settings: Settings) -> Iterator[Examined]:
    found = ", ".join(address.address for address in settings.me)
    problem = None
    if not found:
        problem = Notice(
            "owner-guessed",
            N_("The owner's address is not set and will be guessed."),
            hint=N_("Set it with --me."),
        )
    yield Examined(N_("Owner"), found, problem)


def _mail(settings: Settings) -> Iterator[Examined]:
    if not settings.accounts:
        problem = UsageError(
            "no-mail", N_("No mailbox is set."), hint=N_("Name one with --mail, or run `handover init`.")
        )
        yield Examined(N_("Mail"), "", problem)
    for account in settings.accounts:
        folders: list[str] = []
        failed = _tried(partial(_list, settings, account, folders))
        yield Examined(N_("Mail"), f"{account.uri}: {', '.join(folders)}" if folders else account.uri, failed)


def _list(settings: Settings, account: Account, folders: list[str]) -> None:
    from handover.app.session import secret_of
    from handover.sources.open import MailOptions, open_mail

    options = MailOptions(account.folders, account.not_folders, secret_of(settings, account.uri))
    with open_mail(account.uri, options=options) as source:
        folders += [folder.name for folder in source.folders()]
    if not folders:
        raise SourceError(
            "no-folders",
            N_("There is no folder with mail."),
            hint=N_("Check the path, and what folders and not_folders leave."),
            source=account.uri,
        )


def _calendars(settings: Settings) -> Iterator[Examined]:
    for uri in (*settings.calendars, *settings.deputy_calendars.values()):
        yield Examined(N_("Calendar"), uri, _tried(partial(_look_into, settings, uri)))


def _look_into(settings: Settings, uri: str) -> None:
    """Read one day of a calendar."""
    from handover.app.session import secret_of
    from handover.sources.calendars import open_calendar

    source = open_calendar(uri, secret=secret_of(settings, uri))
    source.events(settings.now, settings.now + timedelta(days=1), settings.zone)


def _customers(settings: Settings) -> Iterator[Examined]:
    if settings.customers_file is None:
        return
    from handover.customers import read_customers

    path = settings.customers_file
    try:
        lines, notices = read_customers(path)
    except HandoverError as error:
        yield Examined(N_("Customer list"), str(path), error)
        return
    yield Examined(N_("Customer list"), f"{path} ({len({line.customer.name for line in lines})})")
    for notice in notices:
        yield Examined(N_("Customer list"), notice.source, notice)


def _tried(act: Callable[[], Any]) -> HandoverError | None:
    try:
        act()
    except HandoverError as error:
        return error
    return None


EXAMINATIONS = (_packages, _configuration, _owner, _store, _mail, _calendars, _customers)
