"""One run on one owner's store: sources opened and read, people known, facts fresh.

Errors of sources do not end a run: they are collected, and what could be read is used.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from handover.answer import Answer, Notice
from handover.app import judging, whoiswho, workdays
from handover.config.settings import Settings
from handover.credentials import (
    Secret,
    SecretFinder,
    by_command,
    by_keyring,
    by_prompt,
    by_systemd,
    find_secret,
)
from handover.errors import HandoverError, SourceError, StoreError, UsageError
from handover.i18n import N_
from handover.intake import Synced
from handover.journal import Journal
from handover.model import Address, Coverage
from handover.people import CustomerMatch, People
from handover.sources.base import MailSource
from handover.store import Store
from handover.store.places import journal_path, mail_path


@dataclass(slots=True)
class Session:
    """An open store with everything that a question needs."""

    settings: Settings
    store: Store
    journal: Journal
    owner: tuple[Address, ...]
    people: People
    customers: list[CustomerMatch]
    synced: Synced | None = None
    coverage: list[Coverage] = field(default_factory=list)
    errors: list[HandoverError] = field(default_factory=list)

    def learned(self) -> People:
        """Return who is who with the names that the mail teaches, for finding callers."""
        return whoiswho.people_of(self.settings, self.owner, self.customers, self.store)

    def answer(self, command: str) -> Answer:
        """Begin the answer to *command*, with what was looked at and what went wrong."""
        answer = Answer(command, self.settings.now, coverage=self.coverage, errors=list(self.errors))
        if not self.settings.sync and (synced := self.store.meta("synced")):
            answer.errors.append(_from_store(datetime.fromisoformat(synced)))
        if forgotten := self.store.forgotten_people():
            answer.errors.append(_left_out(forgotten))
        return answer


@contextmanager
def session(
    settings: Settings, *, sync: bool | None = None, lock: bool = False, refresh: bool = True
) -> Iterator[Session]:
    """Open the store of *settings*, read what is new (unless told not to), and bring the facts up to date.

    With *lock* other runs are kept out even where nothing is read.
    """
    if not settings.mail:
        raise UsageError(
            "no-source",
            N_("No mailbox is given."),
            hint=N_("Name one with --mail PATH or --mail imaps://user@host, or run “handover init”."),
        )
    wanted = settings.sync if sync is None else sync
    with ExitStack() as stack:
        errors: list[HandoverError] = []
        customers, notices = whoiswho.customer_lines(settings)
        errors += notices
        path = mail_path(os.fspath(settings.state_dir), _names(settings), settings.owner)
        if not wanted and not os.path.exists(path):
            raise StoreError(
                "nothing-read-yet",
                N_("Nothing has been read from these sources yet."),
                hint=N_("Leave out --no-sync, or run “handover sync” first."),
                source=path,
            )
        store = stack.enter_context(Store.open(path, lock=wanted or lock))
        stack.enter_context(workdays.remembered(store, keep=wanted))
        sources, hints = _open_sources(settings, stack, errors) if wanted else ([], [])
        synced = _sync(settings, store, sources) if wanted else None
        coverage = _coverage(settings, store, synced, errors)
        if synced:
            errors += synced.errors
            _stop_if_nothing(store, errors)
        owner = whoiswho.owner_of(settings, store, hints)
        if not settings.me:
            errors.append(_guessed(owner))
            if wanted:
                store.set_meta(whoiswho.OWNER, f"{owner[0].name}\t{owner[0].address}")
        journal = stack.enter_context(
            Journal.open(journal_path(os.fspath(settings.state_dir), [a.address for a in owner]))
        )
        people = _people(settings, store, owner, customers, renew=wanted)
        opened = Session(settings, store, journal, owner, people, customers, synced, coverage, errors)
        if refresh and wanted:
            judging.refresh(store, journal, people)
        yield opened


def _names(settings: Settings) -> list[str]:
    """Return the stable names of the sources: absolute paths, URIs as they are."""
    return [uri if "://" in uri else os.path.abspath(os.path.expanduser(uri)) for uri in settings.mail]


def _open_sources(
    settings: Settings, stack: ExitStack, errors: list[HandoverError]
) -> tuple[list[MailSource], list[str]]:
    from handover.sources.open import MailOptions, open_mail

    opened: list[MailSource] = []
    hints = []
    for account in settings.accounts:
        options = MailOptions(account.folders, account.not_folders, secret_of(settings, account.uri))
        try:
            source = stack.enter_context(open_mail(account.uri, options=options))
        except SourceError as error:
            errors.append(error)
            continue
        opened.append(source)
        if account.kind == "own":
            hints.append(source.owner_hint())
    return opened, hints


def secret_of(settings: Settings, uri: str) -> Callable[[str, str], Secret]:
    """Return what finds the secret of the account *uri*: its command, the keyring, systemd, or a question."""
    account = settings.account(uri)
    finders: list[SecretFinder] = []
    if account.token_command:
        finders.append(by_command(account.token_command, token=True))
    if account.password_command:
        finders.append(by_command(account.password_command))
    return find_secret(*finders, by_systemd(), by_keyring(), by_prompt(settings.ask))


def _sync(settings: Settings, store: Store, sources: list[MailSource]) -> Synced:
    from handover import intake
    from handover.app.reader import Reader, parse

    keep_since = settings.now - timedelta(days=settings.retention_days)
    return intake.sync(
        store,
        sources,
        parse=parse,
        read_signals=Reader(settings.work),
        now=settings.now,
        progress=settings.progress,
        keep_since=keep_since if not settings.now_given else None,
    )


def _coverage(
    settings: Settings, store: Store, synced: Synced | None, errors: list[HandoverError]
) -> list[Coverage]:
    until = settings.now if settings.now_given else None
    if synced is not None and until is None:
        found = list(synced.coverage)
    else:
        found = [store.coverage(source, until=until) for source in store.sources()]
    for error in errors:
        if isinstance(error, SourceError):
            found.append(Coverage(error.source, complete=False))
    return found


def _stop_if_nothing(store: Store, errors: list[HandoverError]) -> None:
    """Where no source could be read and nothing is stored there is no answer to give."""
    failed = [error for error in errors if isinstance(error, SourceError)]
    if failed and not store.count():
        raise failed[0]


def _from_store(synced: datetime) -> Notice:
    return Notice(
        "from-store",
        N_("Answered from the store, last brought up to date on {when}."),
        hint=N_("Without --no-sync what is new is read first."),
        when=synced,
    )


def _left_out(people: int) -> Notice:
    return Notice(
        "forgotten",
        N_("Left out: mail with people whose data was deleted on request ({count})."),
        count=people,
    )


def _guessed(owner: tuple[Address, ...]) -> Notice:
    return Notice(
        "owner-guessed",
        N_("Taken as the owner: {owner}."),
        hint=N_("If that is wrong, name the owner with --me ADDRESS."),
        owner=whoiswho.names_of(owner),
    )


def _people(
    settings: Settings,
    store: Store,
    owner: tuple[Address, ...],
    customers: list[CustomerMatch],
    *,
    renew: bool,
) -> People:
    """Return who is who; the mail is asked about names only when something is new."""
    inputs = whoiswho.inputs_of(settings, owner, customers)
    if not renew or (whoiswho.is_mapped(store, inputs) and not store.dirty()):
        return whoiswho.people_of(settings, owner, customers, None)
    people = whoiswho.people_of(settings, owner, customers, store)
    whoiswho.map_people(store, people, inputs)
    return people
