"""Mails that are written and not delivered yet, as files for their owner alone; the journal tells what each one is.

A file appears whole or not at all. Which mail may go out when, the use case decides.
"""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from email import message_from_bytes, policy
from email.utils import parseaddr, parsedate_to_datetime
from hashlib import sha256
from typing import NamedTuple

from handover.database import Lock, make_private, translated
from handover.errors import BusyError

KEPT_FOR = timedelta(days=14)
"""A mail that could not be delivered for so long says nothing new any more."""
WAIT_S = 120.0
PAUSE_S = 0.2


class Kept(NamedTuple):
    """A mail in the outbox: its bytes, and what they say of themselves."""

    message_id: str
    sender: str
    recipient: str
    subject: str
    written: datetime | None
    data: bytes


class Outbox:
    """The folder of the mails that wait."""

    def __init__(self, folder: str) -> None:
        self.folder = folder

    @contextmanager
    def locked(self, wait_s: float = WAIT_S) -> Iterator[None]:
        """Keep other runs from mailing meanwhile: two would send the same mail. Raises `BusyError` after *wait_s*."""
        until = time.monotonic() + wait_s
        while True:
            try:
                lock = Lock(os.path.join(self.folder, "lock"))
                break
            except BusyError:
                if time.monotonic() > until:
                    raise
                time.sleep(PAUSE_S)
        try:
            yield
        finally:
            lock.release()

    def keep(self, message_id: str, data: bytes) -> None:
        """Write a mail down, on the disk when this returns."""
        path = self._path(message_id)
        new = f"{path}.new"
        try:
            make_private(new)
            with open(new, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            os.replace(new, path)
            _sync_folder(self.folder)
        except OSError as error:
            raise translated(error, path) from None

    def load(self, message_id: str) -> Kept | None:
        """Return the mail, or None where it is not there."""
        try:
            return _read(self._path(message_id))
        except OSError:
            return None

    def remove(self, message_id: str) -> None:
        """Let go of a mail; one that is not there is no mistake."""
        with contextlib.suppress(FileNotFoundError):
            os.unlink(self._path(message_id))

    def all(self) -> list[Kept]:
        """Return every mail that waits, in no order that means something; what was left half-written is cleared."""
        found = []
        with contextlib.suppress(OSError):
            for entry in sorted(os.listdir(self.folder)):
                path = os.path.join(self.folder, entry)
                if entry.endswith(".eml"):
                    found.append(_read(path))
        return found

    def _path(self, message_id: str) -> str:
        name = sha256(message_id.encode("utf-8", "replace")).hexdigest()[:24]
        return os.path.join(self.folder, f"{name}.eml")


def outbox_of(journal: str) -> Outbox:
    """Return the outbox that belongs to the journal at the path *journal*: beside it."""
    return Outbox(os.path.join(os.path.dirname(journal), "outbox"))


def _read(path: str) -> Kept:
    with open(path, "rb") as file:
        data = file.read()
    mail = message_from_bytes(data, policy=policy.default)
    written = None
    with contextlib.suppress(TypeError, ValueError):
        written = parsedate_to_datetime(str(mail["Date"]))
    return Kept(
        str(mail["Message-ID"] or "").strip().strip("<>"),
        parseaddr(str(mail["From"] or ""))[1],
        parseaddr(str(mail["To"] or ""))[1],
        str(mail["Subject"] or ""),
        written,
        data,
    )


def _sync_folder(folder: str) -> None:
    """Put the new name itself on the disk."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
