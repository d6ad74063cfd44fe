"""Reading files that lie in a mail folder: bounded, never through a link that leaves the folder.

The one place where file sources touch bytes. A name that is no UTF-8 is shown with ``\\xNN`` in place of the
strange bytes, so that it can be stored and printed, and is found again under that form.
"""

from __future__ import annotations

import errno
import os
import stat
from datetime import datetime

from handover.errors import SourceError
from handover.model import FolderRole, RawMessage, Skipped
from handover.sources.base import MAX_WHOLE

READ_CAP = 32 * 1024 * 1024
"""Of a larger message the beginning is read; text stands before attachments."""

ENDINGS = (".eml", ".mime", ".rfc822")
"""File names of single mails, in lower case."""

WHOLE_CAP = 50 * 1024 * 1024

_OPEN = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
_REASONS = {
    errno.ENOENT: "vanished",
    errno.ENOTDIR: "vanished",
    errno.ESTALE: "vanished",
    errno.ELOOP: "link_outside",
    errno.EMLINK: "link_outside",
    errno.ENXIO: "not_a_file",
    errno.EISDIR: "not_a_file",
}


class UnreadableError(Exception):
    """A file that cannot be read; *reason* is a stable word, *detail* for people."""

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.detail = detail


def read_bytes(path: str, root: str, cap: int = READ_CAP) -> bytes:
    """Return at most *cap* bytes of the plain file *path*; raise `UnreadableError` where there is none.

    A link is followed only when its end lies inside *root*.
    """
    try:
        return _read(path, cap)
    except OSError as error:
        reason = reason_of(error)
        if reason != "link_outside" or not is_inside(os.path.realpath(path), root):
            raise UnreadableError(reason, error.strerror or "") from None
    try:
        return _read(os.path.realpath(path), cap)
    except OSError as error:
        raise UnreadableError(reason_of(error), error.strerror or "") from None


def reason_of(error: OSError) -> str:
    """Return the stable word for why a file could not be read."""
    return _REASONS.get(error.errno or 0, "unreadable")


def is_inside(path: str, root: str) -> bool:
    """Tell whether the real path *path* lies in the folder *root* (both without links)."""
    return path == root or path.startswith(root.rstrip("/") + "/")


def _read(path: str, cap: int) -> bytes:
    handle = os.open(path, _OPEN)
    try:
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode):
            raise UnreadableError("not_a_file")
        return read_at(handle, 0, min(status.st_size, cap))
    finally:
        os.close(handle)


def read_at(handle: int, offset: int, length: int) -> bytes:
    """Return *length* bytes from *offset* of an open file, fewer when it ends before."""
    data = os.pread(handle, length, offset)
    if len(data) == length or not data:
        return data
    parts = [data]  # a signal or a network file system may cut a read short
    done = len(data)
    while done < length and (data := os.pread(handle, length - done, offset + done)):
        parts.append(data)
        done += len(data)
    return b"".join(parts)


def raw_message(
    locator: str, folder: str, role: FolderRole, data: bytes, arrived: datetime | None = None
) -> RawMessage | Skipped:
    """Return *data* as a message, reduced where it is larger than `MAX_WHOLE`."""
    if len(data) <= MAX_WHOLE:
        return RawMessage(locator, folder, role, data, arrived)
    from handover.sources.reduce import reduce

    try:
        small, reduced = reduce(data)
    except Exception as error:  # one mail never ends the reading of a folder
        return Skipped(locator, folder, "crashed", f"{type(error).__name__}: {error}"[:200])
    return RawMessage(locator, folder, role, small, arrived, reduced)


def gone(uri: str, folder: str, skipped: Skipped | None = None) -> SourceError:
    """Return the error for a message that was asked for whole and lies there no more."""
    return SourceError(
        "message_gone",
        "the mail is no longer in the folder {folder} of {source}",
        hint="it was moved or deleted since it was read; run `handover sync` and ask again",
        source=uri,
        folder=folder,
        reason=skipped.reason if skipped else "vanished",
    )


def shown(name: str) -> str:
    """Return a file name that can be stored and printed; strange bytes become ``\\xNN``."""
    if name.isascii():
        return name
    try:
        name.encode("utf-8")
    except UnicodeEncodeError:
        return os.fsencode(name).decode("utf-8", "backslashreplace")
    return name


def actual(name: str) -> str:
    """Return the file name that `shown` made *name* of, where it holds strange bytes."""
    head, *rest = name.split("\\x")
    raw = os.fsencode(head)
    for part in rest:
        try:
            raw += bytes([int(part[:2], 16)]) + os.fsencode(part[2:])
        except ValueError:
            raw += b"\\x" + os.fsencode(part)
    return os.fsdecode(raw)
