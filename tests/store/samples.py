"""Messages as the parser would hand them over, made in one line."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from handover.model import Address, Message, Signals, SignatureFacts

START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def address(text: str) -> Address:
    """Read ``Name <address>`` or an address alone."""
    name, _, rest = text.rpartition("<")
    return Address(name.strip(), rest.strip("> ").lower())


def message(
    name: str,
    from_: str = "Kim Acker <kim@acker.example>",
    to: Sequence[str] = ("Anna <anna@wir.example>",),
    *,
    refs: Sequence[str] = (),
    hours: float = 0,
    text: str = "Wann kommt die Lieferung?",
    **more: Any,
) -> Message:
    """Return the message with the message-id ``name@test``, *hours* after `START`."""
    moment = START + timedelta(hours=hours)
    fields: dict[str, Any] = {
        "key": hashlib.blake2b(name.encode(), digest_size=16).hexdigest(),
        "message_id": f"{name}@test",
        "in_reply_to": tuple(f"{ref}@test" for ref in refs[-1:]),
        "references": tuple(f"{ref}@test" for ref in refs),
        "date": moment,
        "date_doubt": None,
        "arrived": moment,
        "from_": address(from_),
        "via": "",
        "reply_to": (),
        "to": tuple(address(one) for one in to),
        "cc": (),
        "bcc": (),
        "subject": f"Betreff {name}",
        "new_text": text,
        "quoted_text": "",
        "signature": "",
        "facts": SignatureFacts(),
        "attachments": (),
        "automatic": None,
        "automatic_why": "",
        "out_of_office": None,
        "bounce_of": (),
        "calendar": (),
        "note": None,
        "authentication": "",
        "damage": (),
        "size": len(text),
    }
    return Message(**{**fields, **more})


def signals(**more: Any) -> Signals:
    return Signals("de", **more)
