"""Small mails written in code, for the tests of the parser."""

from __future__ import annotations

from datetime import datetime

from handover.model import FolderRole, Message, RawMessage, Skipped
from handover.parse import parse


def raw(data: bytes, arrived: datetime | None = None) -> RawMessage:
    return RawMessage("1", "INBOX", FolderRole.INBOX, data, arrived)


def mail(body: str | bytes = "Hallo", **fields: str) -> bytes:
    """Return a mail with usual headers; keyword arguments replace or add fields (``_`` for ``-``, "" drops one)."""
    header = {
        "from": "Jana Schmidt <jana.schmidt@kunde.example>",
        "to": "Anna Berg <anna@wir.example>",
        "subject": "Lieferung",
        "date": "Mon, 02 Nov 2026 09:15:00 +0100",
        "message-id": "<m1@kunde.example>",
        "mime-version": "1.0",
        "content-type": "text/plain; charset=utf-8",
    } | {name.rstrip("_").replace("_", "-"): value for name, value in fields.items()}
    head = "".join(f"{name}: {value}\n" for name, value in header.items() if value)
    return head.encode() + b"\n" + (body.encode() if isinstance(body, str) else body)


def read(data: bytes, arrived: datetime | None = None) -> Message:
    found = parse(raw(data, arrived))
    assert not isinstance(found, Skipped), found
    return found


def part(body: str, content_type: str = "text/plain; charset=utf-8", *fields: str) -> str:
    return "\n".join([f"Content-Type: {content_type}", *fields, "", body])


def multipart(kind: str, *parts: str, boundary: str = "grenze", parameters: str = "", **fields: str) -> bytes:
    """Return a mail of *parts*, each with its own header."""
    body = "".join(f"--{boundary}\n{inner}\n" for inner in parts) + f"--{boundary}--\n"
    return mail(body, content_type=f'multipart/{kind}; {parameters}boundary="{boundary}"', **fields)
