"""One run on one owner's store: sources opened and read, people known, facts fresh.

Errors of sources do not end a run: they are collected, and what could be read is used.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from handover.answer import Answer, Notice
from handover.app import judging, whoiswho, workdays
from handover.app.deputy_mail import announced_absence, is_deputys, left_closed, opened_on
from handover.app.reader import Reader, parse
from handover.config.settings import Account, Settings
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
from handover.model import Absence, Address, Coverage
from handover.people import CustomerMatch, People
from handover.sources.base import MailSource
from handover.store import Store
from handover.store.places import journal_path, mail_path


@dataclass(slots=True)
class Session:
    """An open store with everything that a question needs. *covered* is the announced absence that runs now."""

    settings: Settings
    store: Store
    journal: Journal
    owner: tuple[Address, ...]
    people: People
    customers: list[CustomerMatch]
    synced: Synced | None = None
    coverage: list[Coverage] = field(default_factory=list)
    errors: list[HandoverError] = field(default_factory=list)
    covered: Absence | None = None

    def may_open(self, uri: str) -> bool:
        """Tell whether the mailbox *uri* may be looked into now: a deputy's only in an announced absence."""
        return self.covered is not None or not is_deputys(self.settings.account(uri))

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
        own = [account for account in settings.accounts if not is_deputys(account)]
        sources, hints = _open_sources(settings, own, stack, errors) if wanted else ([], [])
        synced = _sync(settings, store, sources) if wanted else None
        if not settings.sync and _knows_other_words(settings, store):
            errors.append(_read_otherwise())
        if synced:
            _stop_if_nothing(store, [*errors, *synced.errors])
        owner = whoiswho.owner_of(settings, store, hints)
        if not settings.me:
            errors.append(_guessed(owner))
            if wanted:
                store.set_meta(whoiswho.OWNER, f"{owner[0].name}\t{owner[0].address}")
        journal = stack.enter_context(
            Journal.open(journal_path(os.fspath(settings.state_dir), [a.address for a in owner]))
        )
        covered = announced_absence(settings, journal)
        if synced:
            _read_deputies(settings, store, covered, synced, stack, errors)
            errors += synced.errors
        coverage = _coverage(settings, store, synced, errors)
        people = _people(settings, store, owner, customers, renew=wanted)
        opened = Session(
            settings, store, journal, owner, people, customers, synced, coverage, errors, covered
        )
        if refresh and wanted:
            judging.refresh(store, journal, people, settings.words)
        yield opened


def _knows_other_words(settings: Settings, store: Store) -> bool:
    """Tell whether what is stored was read with other words than the user's now; a broken file of them raises."""
    if store.fingerprint("language") == Reader(settings.work, settings.words).fingerprint:
        return False
    from handover.config.wordfile import vocabulary

    vocabulary(settings)
    return True


def _names(settings: Settings) -> list[str]:
    """Return the stable names of the sources: absolute paths, URIs as they are."""
    return [uri if "://" in uri else os.path.abspath(os.path.expanduser(uri)) for uri in settings.mail]


def _read_deputies(
    settings: Settings,
    store: Store,
    covered: Absence | None,
    synced: Synced,
    stack: ExitStack,
    errors: list[HandoverError],
) -> None:
    """Read the deputies' mailboxes where an announced absence runs, from its first day on; else say that not."""
    if covered is None:
        errors += left_closed(settings)
    elif accounts := list(filter(is_deputys, settings.accounts)):
        sources, _ = _open_sources(settings, accounts, stack, errors)
        synced.add(_sync(settings, store, sources, not_before=opened_on(covered, settings)))


def _open_sources(
    settings: Settings, accounts: Iterable[Account], stack: ExitStack, errors: list[HandoverError]
) -> tuple[list[MailSource], list[str]]:
    from handover.sources.open import MailOptions, open_mail

    opened: list[MailSource] = []
    hints = []
    for account in accounts:
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


def _sync(
    settings: Settings, store: Store, sources: list[MailSource], not_before: datetime | None = None
) -> Synced:
    from handover import intake

    reader = _renewed(settings, store)
    keep_since = settings.now - timedelta(days=settings.retention_days)
    return intake.sync(
        store,
        sources,
        parse=parse,
        read_signals=reader,
        now=settings.now,
        progress=settings.progress,
        keep_since=keep_since if not settings.now_given else None,
        not_before=not_before,
    )


def _renewed(settings: Settings, store: Store) -> Reader:
    """Return what reads signals, after what is stored was read anew where it would now be read otherwise."""
    reader = Reader(settings.work, settings.words)
    if store.fingerprint("language") != reader.fingerprint:
        from handover.config.wordfile import vocabulary
        from handover.intake.renewal import renew_signals

        vocabulary(settings)
        renew_signals(
            store,
            reader,
            reader.fingerprint,
            progress=lambda done, total: settings.progress("mail.sqlite", done, total),
        )
    return reader


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


def _read_otherwise() -> Notice:
    return Notice(
        "read-otherwise",
        N_("The store was read with other words, rules or working times than those of now."),
        hint=N_("Without --no-sync it is read anew, from what is stored."),
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
