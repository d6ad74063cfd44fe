"""The parts of a mail as the server describes them (BODYSTRUCTURE, RFC 3501, 7.4.2), and what of them is read.

Kept are text, calendars, and the reports of machines; of an attached mail its header. Everything else is left on
the server. A description that is missing, odd or endless gives None: then the mail itself is read instead.
"""

from __future__ import annotations

from dataclasses import dataclass

from handover.sources.imap_folders import number
from handover.sources.imap_response import Token

MAX_PARTS = 100
MAX_DEPTH = 12
TEXT_KEPT = 512 * 1024
HEADER_KEPT = 16 * 1024

_KEPT = (
    "text/",
    "message/delivery-status",
    "message/disposition-notification",
    "message/global-delivery-status",
)
_KEPT_ATTACHED = frozenset({"text/calendar", "message/delivery-status", "message/disposition-notification"})


@dataclass(frozen=True, slots=True)
class Part:
    """One node: *section* is its IMAP part number (``""`` for the whole mail), *size* as transferred."""

    section: str
    media: str
    boundary: bytes = b""
    attached: bool = False
    base64: bool = False
    size: int = 0
    children: tuple[Part, ...] = ()

    @property
    def kept(self) -> int:
        """How many bytes of this leaf's body are read."""
        if self.media.startswith("message/rfc822"):
            return min(self.size, HEADER_KEPT)
        if self.attached and self.media not in _KEPT_ATTACHED:
            return 0
        return min(self.size, TEXT_KEPT) if self.media.startswith(_KEPT) else 0

    @property
    def decoded_size(self) -> int:
        """The size of the content in bytes, as near as the transferred size tells (lines of 76 characters)."""
        return (self.size - self.size // 78 * 2) * 3 // 4 if self.base64 else self.size

    def leaves(self) -> list[Part]:
        """Return the leaves below, in order."""
        return [leaf for child in self.children for leaf in child.leaves()] if self.children else [self]


def parse_structure(token: Token) -> Part | None:
    """Return the tree that the tokens of a BODYSTRUCTURE describe, or None where they describe none."""
    budget = [MAX_PARTS]
    try:
        return _part(token, "", 0, budget)
    except (IndexError, _OddError):
        return None


class _OddError(Exception):
    pass


def _part(token: Token, section: str, depth: int, budget: list[int]) -> Part:
    budget[0] -= 1
    if not isinstance(token, list) or depth > MAX_DEPTH or budget[0] < 0:
        raise _OddError
    return _multipart(token, section, depth, budget) if isinstance(token[0], list) else _leaf(token, section)


def _multipart(token: list[Token], section: str, depth: int, budget: list[int]) -> Part:
    nested = [child for child in token if isinstance(child, list)]
    count = next(index for index, child in enumerate([*token, None]) if not isinstance(child, list))
    prefix = f"{section}." if section else ""
    children = tuple(
        _part(child, f"{prefix}{n}", depth + 1, budget) for n, child in enumerate(nested[:count], 1)
    )
    boundary = _parameter(token[count + 1], b"boundary")
    if not boundary or b"\r" in boundary or b"\n" in boundary:
        raise _OddError
    return Part(section, f"multipart/{_word(token[count])}", boundary, children=children)


def _leaf(token: list[Token], section: str) -> Part:
    media = f"{_word(token[0])}/{_word(token[1])}"
    disposition = token[8] if len(token) > 8 else None
    if media.startswith("text/"):
        disposition = token[9] if len(token) > 9 else None
    elif media == "message/rfc822":
        disposition = token[11] if len(token) > 11 else None
    attached = isinstance(disposition, list) and bool(disposition) and _word(disposition[0]) == "attachment"
    return Part(
        section or "1",
        media,
        attached=attached,
        base64=isinstance(token[5], bytes) and token[5].lower() == b"base64",
        size=number(token[6]),
    )


def _parameter(token: Token, name: bytes) -> bytes:
    if not isinstance(token, list):
        return b""
    for key, value in zip(token[::2], token[1::2], strict=False):
        if isinstance(key, bytes) and key.lower() == name and isinstance(value, bytes):
            return value
    return b""


def _word(token: Token) -> str:
    if not isinstance(token, bytes):
        raise _OddError
    return token.decode("ascii", "replace").lower()
