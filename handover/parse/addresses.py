"""Address lists of header fields, read tolerantly (RFC 5322 with what mail programs really write).

Names are decoded after the list is taken apart, so an encoded word never yields an address. Whether an
address exists or is who it says is not asked here.
"""

from __future__ import annotations

import re
from functools import lru_cache

from handover.model import Address
from handover.parse.headers import text_of

MAX_ADDRESSES = 500
_MAX_NAME = 200
_MAX_LIST = 64 * 1024
_SIMPLE = re.compile(
    rb'\s*(?:"([^"\\\r\n]{0,200})"|([^"<>(),;:@\r\n\\\[\]]{0,200}))\s*<([^\s<>@"(),;:\\\[\]]{1,64}@[^\s<>@"(),;:\\\[\]]{1,255})>\s*'
)
_QUOTED_PAIR = re.compile(rb"\\(.)", re.S)
_TOKEN = re.compile(
    rb'(?P<quoted>"(?:[^"\\]|\\.)*+")|(?P<comment>\((?:[^()\\]|\\.)*+\))|(?P<angle><[^<>]*>)|(?P<mark>[,;:])|(?P<word>[^\s"(<,;:]+)'
    rb"|(?P<space>\s+)|(?P<stray>.)",
    re.S,
)


def addresses(values: list[bytes] | None, limit: int = MAX_ADDRESSES) -> tuple[Address, ...]:
    """Return the mailboxes of the field *values*, at most *limit*; entries without an address keep their name."""
    if not values:
        return ()
    if len(values) == 1 and len(values[0]) < 400:
        return _cached(values[0])[:limit]
    found: list[Address] = []
    for value in values:
        found.extend(_read(value[:_MAX_LIST], limit - len(found)))
        if len(found) >= limit:
            break
    return tuple(found)


@lru_cache(maxsize=8192)
def _cached(value: bytes) -> tuple[Address, ...]:
    if simple := _SIMPLE.fullmatch(value):
        return (Address(_name(simple[1] or simple[2] or b""), _address(simple[3])),)
    return tuple(_read(value, MAX_ADDRESSES))


def _read(value: bytes, limit: int) -> list[Address]:
    found: list[Address] = []
    name: list[bytes] = []
    comment = angle = b""
    had_angle = False

    def close() -> None:
        nonlocal comment, angle, had_angle
        if mailbox := _mailbox(b"".join(name), comment, angle if had_angle else None):
            found.append(mailbox)
        name.clear()
        comment, angle, had_angle = b"", b"", False

    for token in _TOKEN.finditer(value):
        kind = token.lastgroup
        text = token[0]
        if kind == "mark":
            if text == b":" and b"@" not in b"".join(name):
                name.clear()
            elif text != b":":
                close()
            else:
                name.append(text)
            if len(found) >= limit:
                return found
        elif kind == "angle" and not had_angle:
            angle, had_angle = text[1:-1], True
        elif kind == "comment":
            comment = comment or text[1:-1]
        elif len(name) < 200:
            name.append(b" " if kind == "space" else text)
    close()
    return found[:limit]


def _mailbox(name: bytes, comment: bytes, angle: bytes | None) -> Address | None:
    name = name.strip()
    if angle is not None:
        address = _address(angle.rpartition(b":")[2] if angle.lstrip().startswith(b"@") else angle)
        shown = name or comment
        if not address and b"@" in name:
            return Address("", _address(name.split()[-1]))
        return Address(_name(shown), address) if address or shown else None
    if b"@" in name:
        if name.startswith(b'"') or b" " not in name:
            return Address(_name(comment), _address(name))
        words = name.split()
        at = next((i for i in range(len(words) - 1, -1, -1) if b"@" in words[i]), 0)
        return Address(_name(comment or b" ".join(words[:at] + words[at + 1 :])), _address(words[at]))
    return Address(_name(name or comment), "") if name or comment else None


def _address(raw: bytes) -> str:
    text = raw.strip().strip(b"<>").decode("utf-8", "replace")
    if text[:7].lower() == "mailto:":
        text = text[7:]
    text = "".join(text.split()) if not text.startswith('"') else text
    local, at, domain = text.rpartition("@")
    domain = domain.strip(".").lower()
    if not at or not local or not domain or len(text) > 320 or not text.isprintable():
        return ""
    return f"{local.lower()}@{domain}"


def _name(raw: bytes) -> str:
    if b"\\" in raw:
        raw = _QUOTED_PAIR.sub(rb"\1", raw.replace(b'\\"', b"'"))
    text = text_of(raw.replace(b'"', b""), _MAX_NAME)
    if len(text) > 1 and text[0] == text[-1] == "'":
        text = text[1:-1].strip()
    return text
