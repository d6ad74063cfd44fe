"""The text that a mail shows: plain where that says something, else HTML; footers of lists come along.

Chooses among the leaves; decoding is `mime`, HTML is `html`, telling new from quoted text is `reply`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from handover.parse import html
from handover.parse.mime import MAX_TEXT, Leaf, Parts, read_text

_ARMOUR = re.compile(r"(?m)^-----BEGIN PGP SIGNED MESSAGE-----\n(?:[A-Za-z-]{1,40}: .{0,200}\n){0,5}\n?")
_MAX_LEAVES = 40
_MAX_CALENDARS = 3
_SEALED = frozenset({"application/pkcs7-mime", "application/x-pkcs7-mime", "application/pgp-encrypted"})


@dataclass(slots=True)
class Body:
    """The chosen text, the leaves it came from, and the calendar texts beside it."""

    text: str = ""
    leaves: list[Leaf] = field(default_factory=list)
    calendars: list[str] = field(default_factory=list)
    damage: set[str] = field(default_factory=set)


def read_body(data: bytes, parts: Parts) -> Body:
    """Return the text of the mail *data* with its *parts*."""
    body = Body()
    texts: list[str] = []
    budget = MAX_TEXT
    alternatives: list[Leaf] = []
    for leaf in parts.leaves:
        media = leaf.content_type
        if media in {"text/calendar", "application/ics"} and len(body.calendars) < _MAX_CALENDARS:
            body.calendars.append(read_text(data, leaf, MAX_TEXT, body.damage))
        if leaf.attached or not _is_readable(media, leaf) or len(body.leaves) >= _MAX_LEAVES:
            continue
        body.leaves.append(leaf)
        if media == "text/html":
            alternatives.append(leaf)
            if any(x.content_type != "text/html" for x in body.leaves) and _says_enough("\n".join(texts)):
                continue
            raw = read_text(data, leaf, budget, body.damage)
            budget = max(budget - len(raw), 0)
            found = html.text_of(raw)
            if leaf.parent == "multipart/alternative" or (len(alternatives) > 1 and not texts):
                texts = [found] if found.strip() else texts
            elif found.strip():
                texts.append(found)
        else:
            found = read_text(data, leaf, budget, body.damage)
            budget = max(budget - len(found), 0)
            if found.strip():
                texts.append(found)
    if not texts and any(leaf.content_type in _SEALED for leaf in parts.leaves):
        body.damage.add("encrypted")
    text = "\n".join(texts)
    body.text = _without_armour(text) if "-----BEGIN PGP S" in text else text
    return body


def _without_armour(text: str) -> str:
    """Return *text* without the frame of an inline OpenPGP signature (RFC 9580, 7)."""
    text = _ARMOUR.sub("", text)
    signature, end = text.find("-----BEGIN PGP SIGNATURE-----"), text.find("-----END PGP SIGNATURE-----")
    if 0 <= signature < end:
        text = text[:signature] + text[end + len("-----END PGP SIGNATURE-----") :]
    return text.replace("\n- -", "\n-")


def _is_readable(media: str, leaf: Leaf) -> bool:
    if leaf.name and leaf.position > 0 and media == "text/plain":
        return False
    return media in {"text/plain", "text/html", "text/enriched", "text"} or (
        media.startswith("text/") and leaf.parent == "" and media != "text/calendar"
    )


def _says_enough(text: str) -> bool:
    """Tell whether the plain text is more than the stub that some programs put beside HTML."""
    words = text.split(None, 12)
    if len(words) >= 12:
        return True
    shown = text.lower()
    return bool(words) and not (
        "html" in shown and ("mail" in shown or "view" in shown or "anzeigen" in shown)
    )
