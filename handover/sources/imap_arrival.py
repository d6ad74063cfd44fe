"""When a mail arrived: the server's own date, unless the mail itself shows that it is the date of an import.

A mailbox that was moved to another server, or restored from files, has INTERNALDATEs of that day. Then nothing is
claimed here, and the parser takes the arrival from ``Received``, as for mail in files.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

TRANSPORT = timedelta(days=1)
"""From the last server to the mailbox it takes seconds; offline writing and clocks that are wrong are allowed for."""

MAX_HEADER = 64 * 1024


def trusted_arrival(internal: datetime | None, data: bytes) -> datetime | None:
    """Return *internal*, the INTERNALDATE of the mail *data*, or None where it is that of an import."""
    stamp = _stamp(data)
    if internal is None or stamp is None or internal - stamp <= TRANSPORT:
        return internal
    return None


def _stamp(data: bytes) -> datetime | None:
    """Return the date of the topmost ``Received``, else of ``Date``."""
    end = data.find(b"\r\n\r\n", 0, MAX_HEADER)
    head = data[: end if end >= 0 else MAX_HEADER].replace(b"\r\n\t", b" ").replace(b"\r\n ", b" ")
    written = None
    for line in head.split(b"\r\n"):
        name = line[:9].lower()
        if name == b"received:":
            return _moment(line.rpartition(b";")[2])
        if name.startswith(b"date:") and written is None:
            written = line[5:]
    return _moment(written) if written else None


def _moment(text: bytes) -> datetime | None:
    from email.utils import parsedate_to_datetime

    try:
        moment = parsedate_to_datetime(text[:100].decode("ascii", "replace"))
        return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    except (ValueError, TypeError, OverflowError, IndexError):
        return None
