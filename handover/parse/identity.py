"""Which mail is which: a key that survives copying between folders and files, and cannot be forged by a message-id.

Two mails share a key only when Message-ID, Date, From, To, Subject and text agree.
"""

from __future__ import annotations

import re
from hashlib import blake2b

_MBOX_QUOTED = re.compile(r"(?m)^>+(?=From )")
_ID = re.compile(rb"<([^<>\s]{1,998})>")


def key(fields: tuple[bytes, ...], text: str) -> str:
    """Return 32 hex digits for the raw header *fields* (white space ignored) and the normalised *text*."""
    if "From " in text:
        text = _MBOX_QUOTED.sub("", text)
    head = b"\0".join([b" ".join(value.split()) for value in fields])
    return blake2b(head + b"\0" + text.rstrip().encode("utf-8", "replace"), digest_size=16).hexdigest()


def message_ids(value: bytes, limit: int = 100) -> tuple[str, ...]:
    """Return the message-ids of a ``References`` or ``In-Reply-To`` value, the last *limit*, without brackets."""
    if not value:
        return ()
    found = _ID.findall(value)
    if not found and b"@" in value:
        found = [w.strip(b"<>,;\"'") for w in value[:4000].split() if b"@" in w]
    return tuple(dict.fromkeys(word.decode("utf-8", "replace") for word in found[-limit:] if word))


def message_id(value: bytes) -> str | None:
    """Return the message-id without brackets, None when there is none or it is absurdly long."""
    found = message_ids(value[:2000], 1)
    if found:
        return found[0] if found[0].isprintable() else None
    bare = value[:2000].strip().strip(b"<>").decode("utf-8", "replace")
    return bare if bare and len(bare) < 998 and bare.isprintable() and " " not in bare else None
