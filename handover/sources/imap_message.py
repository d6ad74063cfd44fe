"""How one mail is read over IMAP: whole, or header and text parts that are put together again.

The result is RFC 5322 bytes from which the parser reads the same as from the whole mail: same header, same text
parts byte by byte, attachments with their own part header, empty, their size noted.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from handover.sources.base import MAX_WHOLE
from handover.sources.imap_bodystructure import Part

SLACK = 1024
"""So many bytes of attachments are cheaper to fetch than to leave out."""

READ_CAP = 32 << 20
SIZE_NOTE = b"X-Handover-Size: %d\r\n"

WHOLE = b"BODY[]"
HEADER = b"BODY[HEADER]"


class Plan(NamedTuple):
    """What to fetch of one mail: *keys* as the server will name them, and about how many bytes they are."""

    keys: tuple[bytes, ...]
    size: int
    tree: Part | None

    @property
    def items(self) -> bytes:
        """The keys as FETCH asks for them."""
        return b" ".join(key.replace(b"BODY[", b"BODY.PEEK[", 1) for key in self.keys)


def plan_fetch(size: int, tree: Part | None) -> Plan:
    """Return what to fetch of a mail of *size* bytes with the parts *tree* (None: not known)."""
    if tree is None:
        return whole(size)
    leaves = tree.leaves()
    kept = sum(leaf.kept for leaf in leaves)
    left_out = sum(leaf.size for leaf in leaves) - kept
    if left_out <= SLACK and size <= MAX_WHOLE + SLACK:
        return whole(size)
    keys = [HEADER]
    for part in _below(tree):
        keys.append(_mime_key(part))
        if not part.children and part.kept:
            keys.append(_body_key(part))
    if not tree.children and tree.kept:
        keys.append(_body_key(tree))
    return Plan(tuple(keys), kept + 2048 + 256 * len(keys), tree)


def whole(size: int) -> Plan:
    """Return the plan to read a mail as it is."""
    return Plan((WHOLE,), size, None) if size <= READ_CAP else beginning(READ_CAP)


def beginning(size: int) -> Plan:
    """Return the plan to read at most the first *size* bytes of a mail."""
    return Plan((b"BODY[]<0.%d>" % size,), size, None)


def answer_key(key: bytes) -> bytes:
    """Return the name under which the server answers *key*: of a partial fetch only the start is repeated."""
    head, dot, _ = key.partition(b"<0.")
    return head + b"<0>" if dot else key


def assemble(plan: Plan, found: Mapping[bytes, bytes | None]) -> bytes | None:
    """Return the bytes of the mail from what was *found*; None when a piece is missing."""
    pieces = {key: found.get(answer_key(key)) for key in plan.keys}
    if plan.tree is None:
        return pieces[plan.keys[0]]
    empty = {_body_key(leaf) for leaf in plan.tree.leaves() if not leaf.size}
    if any(value is None and key not in empty for key, value in pieces.items()):
        return None
    written: list[bytes] = []
    _write(plan.tree, HEADER, {key: value or b"" for key, value in pieces.items()}, written)
    return b"".join(written)


def _write(part: Part, header_key: bytes, pieces: Mapping[bytes, bytes], written: list[bytes]) -> None:
    header = pieces[header_key].rstrip(b"\r\n")
    header = header + b"\r\n" if header else b""
    if part.children:
        written.append(header)
        for child in part.children:
            written.append(b"\r\n--" + part.boundary + b"\r\n")
            _write(child, _mime_key(child), pieces, written)
        written.append(b"\r\n--" + part.boundary + b"--\r\n")
        return
    note = SIZE_NOTE % part.decoded_size if part.kept < part.size else b""
    written.append(header + note + b"\r\n" + pieces.get(_body_key(part), b""))


def _below(tree: Part) -> list[Part]:
    return [part for child in tree.children for part in (child, *_below(child))]


def _mime_key(part: Part) -> bytes:
    return b"BODY[%s.MIME]" % part.section.encode()


def _body_key(part: Part) -> bytes:
    limit = b"<0.%d>" % part.kept if part.kept < part.size else b""
    return b"BODY[%s]%s" % (part.section.encode(), limit)
