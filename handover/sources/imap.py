"""A mailbox on an IMAP server as a source of mail: read-only, incremental, and bounded in time and bytes.

A locator is ``UIDVALIDITY.UID``, so that the numbers of a folder that was made anew are never taken for the old
ones. A folder whose UIDVALIDITY, UIDNEXT and number of messages are those of its mark has neither new nor vanished
mail; flags are not looked at, so QRESYNC is not needed. Credentials, TLS and commands: `imap_login`, `imap_session`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from types import TracebackType
from typing import Self, TypeVar

from handover.credentials import Secret
from handover.errors import HandoverError
from handover.model import FolderRole, RawMessage, Skipped
from handover.sources import imap_errors as errors
from handover.sources.base import MAX_WHOLE, Changes, Folder, Mark
from handover.sources.imap_arrival import trusted_arrival
from handover.sources.imap_changes import Look, is_unchanged, locate, split_locator
from handover.sources.imap_folders import Status, assign_roles, encode_name
from handover.sources.imap_limits import BYTE_BUDGET, DEADLINE_S, IDLE_S, ConnectionLostError, Limits
from handover.sources.imap_message import beginning
from handover.sources.imap_read import FACTS_AT_ONCE, MAX_REFUSED, UNDESCRIBED, Facts, Mail, Reading
from handover.sources.imap_session import Session
from handover.sources.imap_uri import Endpoint, parse_uri
from handover.sources.roles import chosen

RETRIES = 4
"""So many connections in a row may break without a mail read before the source gives up."""

SILENT_RETRIES = 2
MAX_BROKEN = 50
"""So many connections may break in one run, however much was read over each."""

PAUSE_S = 0.05
WHOLE_CAP = 50 << 20
SEGMENT = 5_000
"""So many mails are read in one go, so that memory does not grow with the folder."""

_T = TypeVar("_T")


def open_imap(
    uri: str,
    *,
    secret: Callable[[str, str], Secret],
    folders_allow: Sequence[str] = (),
    folders_deny: Sequence[str] = (),
    deadline_s: float = DEADLINE_S,
    byte_budget: int = BYTE_BUDGET,
    idle_s: float = IDLE_S,
) -> ImapSource:
    """Log in to the account *uri* and return it as a source; *secret* is asked for host and user.

    *folders_allow* and *folders_deny* are patterns of folder names. The run as a whole takes at most *deadline_s*
    seconds and *byte_budget* bytes; a server silent for *idle_s* seconds counts as gone.
    """
    endpoint = parse_uri(uri)
    limits = Limits(endpoint.uri, deadline_s=deadline_s, byte_budget=byte_budget, idle_s=idle_s)
    source = ImapSource(endpoint, secret, limits, folders_allow, folders_deny)
    source.connect()
    return source


class ImapSource:
    """One account. Not for several threads or processes: it is one connection with an open folder."""

    parallel = False

    def __init__(
        self,
        endpoint: Endpoint,
        secret: Callable[[str, str], Secret],
        limits: Limits,
        allow: Sequence[str] = (),
        deny: Sequence[str] = (),
    ) -> None:
        self._endpoint = endpoint
        self._secret = secret
        self._limits = limits
        self._allow = allow
        self._deny = deny
        self._session: Session | None = None
        self._raw: dict[str, bytes] = {}
        self._roles: dict[str, FolderRole] = {}
        self._states: dict[str, Status] = {}
        self._facts: tuple[str, dict[int, Facts]] = ("", {})
        self._open = ("", 0)
        self._broken = 0

    @property
    def uri(self) -> str:
        return self._endpoint.uri

    @property
    def received(self) -> int:
        """Bytes that came from the server so far."""
        return self._limits.received

    def owner_hint(self) -> str:
        return self._endpoint.user if "@" in self._endpoint.user else ""

    def connect(self) -> None:
        """Log in, unless that is done already; raise `SourceError` when it cannot be done."""
        self._steadily(lambda session: None)

    def folders(self) -> list[Folder]:
        """List the folders to be read; one that is allowed by name but missing is listed too, and fails later."""
        listed, states = self._steadily(lambda session: session.list_folders())
        every = assign_roles(listed)
        self._raw = {folder.name: folder.raw for folder in listed}
        self._roles = {folder.name: folder.role for folder in every}
        self._states = {name: states[raw] for name, raw in self._raw.items() if raw in states}
        there = {name.casefold() for name in self._raw}
        missing = [
            name for name in self._allow if not set("*?[") & set(name) and name.casefold() not in there
        ]
        return chosen(
            [*every, *(Folder(name, FolderRole.OTHER) for name in missing)], self._allow, self._deny
        )

    def has_folder(self, name: str) -> bool:
        """Tell whether the account has a folder of that name, to be read or not."""
        return name in self._raw

    def find_folder(self, role: FolderRole) -> str | None:
        """Return the name of the folder with *role* (drafts to write to, for instance), or None."""
        if not self._raw:
            self.folders()
        return next((name for name, its in self._roles.items() if its is role), None)

    def changes(self, folder: str, mark: Mark | None, known: Callable[[], Iterable[str]]) -> Changes:
        if not self._raw:
            self.folders()
        state = self._states.pop(folder, None)
        if mark and state and is_unchanged(mark, state):
            return Changes((), mark=mark, count=state.messages)

        def ask(session: Session) -> Changes:
            self._open = ("", 0)
            look = Look(session, folder, self._raw_name(folder))
            changes = look.changes(mark, state, known)
            self._facts = (folder, look.facts)
            self._open = (folder, look.validity)
            return changes

        return self._steadily(ask)

    def read(self, folder: str, locators: Sequence[str]) -> Iterator[RawMessage | Skipped]:
        if not self._raw:
            self.folders()
        for start in range(0, len(locators), SEGMENT):
            yield from self._read_segment(folder, locators[start : start + SEGMENT])

    def _read_segment(self, folder: str, locators: Sequence[str]) -> Iterator[RawMessage | Skipped]:
        validity, uids, gone = self._wanted(folder, locators)
        yield from gone
        unread: list[int] = []
        yield from self._read_uids(folder, validity, uids, unread)
        refused: list[int] = []
        if unread:
            yield from self._read_uids(folder, validity, set(unread), refused, whole=True)
        if refused:
            yield from self._explained(folder, validity, refused, all_failed=len(refused) == len(uids))

    def _read_uids(
        self, folder: str, validity: int, uids: set[int], unread: list[int], *, whole: bool = False
    ) -> Iterator[RawMessage]:
        """Yield the mails *uids*, over as many connections as it takes; *unread* gets those without a body.

        With *whole* each is asked for alone and as it is: some servers fail to describe the parts of an odd mail.
        """
        role = self._roles.get(folder, FolderRole.OTHER)
        waiting = set(uids)
        at_once, failures = 1 if whole else FACTS_AT_ONCE, 0
        while waiting:
            try:
                for mail in self._reading(folder, validity, sorted(waiting), at_once, whole=whole):
                    failures = 0
                    waiting.discard(mail.uid)
                    if mail.data is None:
                        unread.append(mail.uid)
                    else:
                        yield self._raw_message(folder, role, validity, mail, mail.data)
            except ConnectionLostError as lost:
                failures += 1
                at_once = max(1, at_once // 4)
                self._drop()
                self._give_up_or_go_on(lost, failures)

    def read_whole(self, folder: str, locator: str) -> bytes:
        validity, uids, _ = self._wanted(folder, [locator])

        def ask(session: Session) -> bytes | None:
            self._examine(session, folder, validity)
            facts = {uid: Facts(beginning(WHOLE_CAP), None) for uid in uids}
            return next(mail.data for mail in Reading(session, sorted(uids), facts).mails())

        data = self._steadily(ask)
        if data is None:
            raise errors.mail_gone(self._endpoint, folder)
        return data

    def close(self) -> None:
        session, self._session = self._session, None
        if session:
            session.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _steadily(self, ask: Callable[[Session], _T]) -> _T:
        """Return what *ask* finds on a working connection, making a new one where it breaks."""
        failures = 0
        while True:
            try:
                return ask(self._connected())
            except ConnectionLostError as lost:
                failures += 1
                self._drop()
                self._give_up_or_go_on(lost, failures)

    def _connected(self) -> Session:
        if self._session and self._session.is_busy:  # somebody stopped reading in the middle
            self._drop()
        if self._session is None:
            secret = self._ask_secret()
            self._session = Session.open(self._endpoint, secret, self._limits)
        return self._session

    def _ask_secret(self) -> Secret:
        try:
            return self._secret(self._endpoint.host, self._endpoint.user)
        except HandoverError as error:
            error.source = self.uri
            raise

    def _drop(self) -> None:
        if self._session:
            self._session.wire.close()
        self._session = None
        self._open = ("", 0)

    def _give_up_or_go_on(self, lost: ConnectionLostError, failures: int) -> None:
        self._broken += 1
        if self._broken > MAX_BROKEN or failures >= (
            SILENT_RETRIES if lost.code == "server_silent" else RETRIES
        ):
            raise errors.broken_off(self._endpoint, lost) from None
        self._limits.pause(PAUSE_S * 4 ** (failures - 1))

    def _reading(
        self, folder: str, validity: int, uids: Sequence[int], at_once: int, *, whole: bool
    ) -> Iterator[Mail]:
        session = self._connected()
        self._examine(session, folder, validity)
        facts = self._facts[1] if self._facts[0] == folder else {}
        if whole:
            facts = dict.fromkeys(uids, UNDESCRIBED)
        return Reading(session, uids, facts, at_once).mails()

    def _examine(self, session: Session, folder: str, validity: int) -> None:
        """Open *folder* if it is not open; its numbers must still mean what they meant."""
        if self._open == (folder, validity):
            return
        found = session.submit_examine(folder, self._raw_name(folder))
        done = session.finish()
        if not done.ok:
            raise errors.folder_refused(self._endpoint, folder, done.text)
        if max(found[0].uidvalidity, 0) != validity:
            raise errors.folder_changed(self._endpoint, folder)
        self._open = (folder, validity)

    def _explained(
        self, folder: str, validity: int, uids: list[int], *, all_failed: bool
    ) -> Iterator[Skipped]:
        """Say of mails that came without a body whether they are gone since they were listed, or refused.

        A refused mail is skipped; where none can be read, or many cannot, it is the folder that failed.
        """

        def ask(session: Session) -> set[int]:
            self._examine(session, folder, validity)
            return session.present(uids)

        present = self._steadily(ask)
        if len(present) > MAX_REFUSED or (present and all_failed):
            raise errors.folder_unfinished(self._endpoint, folder, len(present))
        for uid in uids:
            if uid in present:
                yield Skipped(locate(validity, uid), folder, "refused", "the server does not hand it out")
            else:
                yield Skipped(locate(validity, uid), folder, "vanished", "deleted since it was listed")

    def _raw_message(
        self, folder: str, role: FolderRole, validity: int, mail: Mail, data: bytes
    ) -> RawMessage:
        reduced = mail.reduced
        if not reduced and len(data) > MAX_WHOLE:
            from handover.sources.reduce import reduce

            data, reduced = reduce(data)
        arrived = trusted_arrival(mail.arrived, data)
        return RawMessage(locate(validity, mail.uid), folder, role, data, arrived, reduced)

    def _wanted(self, folder: str, locators: Sequence[str]) -> tuple[int, set[int], list[Skipped]]:
        """Return the UIDVALIDITY to read under, the UIDs, and what lay there under an older one (it is gone)."""
        pairs = [split_locator(locator) for locator in locators]
        validity = max((its for its, _ in pairs), default=0)
        gone = [
            Skipped(locator, folder, "vanished", "the folder was made anew")
            for locator, (its, _) in zip(locators, pairs, strict=True)
            if its != validity
        ]
        return validity, {uid for its, uid in pairs if its == validity}, gone

    def _raw_name(self, folder: str) -> bytes:
        return self._raw.get(folder) or encode_name(folder)
