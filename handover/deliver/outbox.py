"""Mails that are written and not delivered yet, as files for their owner alone; the journal tells what each one is.

A file appears whole or not at all. Which mail may go out when, the use case decides.
"""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta
from email import message_from_bytes, policy
from email.utils import parseaddr, parsedate_to_datetime
from hashlib import sha256
from html import unescape
from typing import NamedTuple

from handover.database import Lock, make_private, translated
from handover.errors import BusyError

KEPT_FOR = timedelta(days=14)
"""A mail that could not be delivered for so long says nothing new any more."""
NAME = "outbox"
WAIT_S = 120.0
PAUSE_S = 0.2


class Kept(NamedTuple):
    """A mail in the outbox: its bytes, what they say of themselves, and where it lies (``""`` nowhere yet)."""

    message_id: str
    sender: str
    recipient: str
    subject: str
    written: datetime | None
    data: bytes
    path: str = ""


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
            self._clear()
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

    def drop(self, kept: Kept) -> None:
        """Let go of *kept*, which may be damaged and not know its name any more; one that is gone is no mistake."""
        path = kept.path or self._path(kept.message_id)
        try:
            os.unlink(path)
        except FileNotFoundError:
            return
        except OSError as error:
            raise translated(error, path) from None

    def about(self, words: Sequence[str]) -> list[Kept]:
        """Return the mails that hold one of *words* (in lower case) in a header or in a text, attached or not."""
        return [kept for kept in self.all() if any(word in _told(kept.data) for word in words)]

    def remove_written(self, before: datetime) -> int:
        """Let go of the mails written before *before*, and of those that do not say when; return how many."""
        old = [kept for kept in self.all() if kept.written is None or kept.written < before]
        for kept in old:
            self.drop(kept)
        return len(old)

    def all(self) -> list[Kept]:
        """Return every mail that waits, in no order that means something."""
        try:
            return [_read(path) for path in self._files(".eml")]
        except OSError as error:
            raise translated(error, self.folder) from None

    def _clear(self) -> None:
        """Remove what was left half-written by a run that was killed."""
        with contextlib.suppress(OSError):
            for path in self._files(".new"):
                os.unlink(path)

    def _files(self, ending: str) -> list[str]:
        try:
            names = sorted(os.listdir(self.folder))
        except FileNotFoundError:
            return []
        return [os.path.join(self.folder, name) for name in names if name.endswith(ending)]

    def _path(self, message_id: str) -> str:
        name = sha256(message_id.encode("utf-8", "replace")).hexdigest()[:24]
        return os.path.join(self.folder, f"{name}.eml")


def outbox_of(journal: str) -> Outbox:
    """Return the outbox that belongs to the journal at the path *journal*: beside it."""
    return Outbox(os.path.join(os.path.dirname(journal), NAME))


def outboxes(state: str) -> list[Outbox]:
    """Return every outbox below the folder *state*: a team's briefing waits with one owner and tells of all."""
    try:
        names = sorted(os.listdir(state))
    except FileNotFoundError:
        return []
    except OSError as error:
        raise translated(error, state) from None
    folders = (os.path.join(state, name, NAME) for name in names if name.startswith("journal-"))
    return [Outbox(folder) for folder in folders if os.path.isdir(folder)]


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
        path,
    )


def _told(data: bytes) -> str:
    """Return all that a mail says, in lower case."""
    mail = message_from_bytes(data, policy=policy.default)
    said = [str(value) for value in mail.values()]
    for part in mail.walk():
        content = part.get_payload(decode=True)
        if part.get_content_maintype() == "text" and isinstance(content, bytes):
            said.append(unescape(content.decode(part.get_content_charset("utf-8"), "replace")))
    return " ".join(" ".join(said).casefold().split())


def _sync_folder(folder: str) -> None:
    """Put the new name itself on the disk."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
