"""Bounces: which of our mails could not be delivered, from multipart/report or from the text of old mail servers.

Tells failed from delayed and delivered; why it failed is left to the reader.
"""

from __future__ import annotations

import re
from itertools import islice

from handover.parse.headers import first, split
from handover.parse.identity import message_ids
from handover.parse.mime import Leaf

_ACTION = re.compile(rb"(?im)^action:[ \t]*(failed|delayed|delivered|relayed|expanded)")
_MESSAGE_ID = re.compile(rb"(?im)^[> \t]{0,8}message-id:\s{0,4}(<[^<>\s]{1,500}>)")
_ORIGINAL_ID = re.compile(rb"(?im)^original-message-id:\s{0,4}(<[^<>\s]{1,500}>)")
_COPIES = frozenset({"message/rfc822", "text/rfc822-headers", "message/rfc822-headers", "message/global"})
_REPORTS = frozenset({"message/delivery-status", "message/disposition-notification"})
_READ = 64 * 1024
MAX_IDS = 20


def action(data: bytes, leaves: list[Leaf]) -> str:
    """Return the Action of the first delivery-status part ("failed", "delayed", …), ``""`` when there is none."""
    for leaf in leaves:
        if leaf.content_type == "message/delivery-status":
            found = _ACTION.search(data, leaf.start, min(leaf.end, leaf.start + _READ))
            return found[1].decode().lower() if found else "failed"
    return ""


def original_ids(data: bytes, leaves: list[Leaf], text: str) -> tuple[str, ...]:
    """Return the message-ids of the mails that a report is about: from its parts, else from its *text*."""
    found: list[str] = []
    for leaf in leaves:
        end = min(leaf.end, leaf.start + _READ)
        if leaf.content_type in _COPIES:
            fields, _body, _damaged = split(data, leaf.start, end)
            found.extend(message_ids(first(fields, b"message-id"), 1))
        elif leaf.content_type in _REPORTS:
            found.extend(_ids(_ORIGINAL_ID, data[leaf.start : end]))
    if not found:
        found = _ids(_MESSAGE_ID, text[:_READ].encode("utf-8", "replace"))
    return tuple(dict.fromkeys(found))[:MAX_IDS]


def _ids(field: re.Pattern[bytes], data: bytes) -> list[str]:
    return [found for match in islice(field.finditer(data), MAX_IDS) for found in message_ids(match[1], 1)]
