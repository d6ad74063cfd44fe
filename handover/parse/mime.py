"""The parts of a mail: which leaves are text, which are attachments and how large, found without decoding them.

Tolerates missing, empty and repeated boundaries. Attached messages are leaves, not entered; nothing is
unpacked, and text is read only up to a budget.
"""

from __future__ import annotations

import re
from binascii import Error as BinasciiError
from binascii import a2b_qp
from dataclasses import dataclass, field
from functools import lru_cache

from handover.model import Attachment
from handover.parse.charset import decode, one_line
from handover.parse.headers import Fields, base64_bytes, first, split, text_of

MAX_PARTS = 500
MAX_DEPTH = 12
MAX_TEXT = 256 * 1024
MAX_VALUE = 8192
_MAX_BOUNDARY_LINES = 4000

_PARAMETER = re.compile(
    rb';\s*([!-:<-~]{1,60}?)(\*\d{0,3}\*?)?\s*=\s*(?:"((?:[^"\\]|\\.){0,2000}+)"?|([^\s;]{0,2000}))', re.S
)
_GUESSED_BOUNDARY = re.compile(rb"(?m)^--([^\s].{0,98}?)[ \t]*\r?\n(?=content-)", re.I)
_TEXT_NAMES = re.compile(r"\.(?:txt|md|csv|log|ics|vcf|html?|xml|json|asc)$", re.I)
_NO_ATTACHMENT = frozenset({"application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature",
                            "application/ms-tnef-signature", "application/pgp-encrypted"})  # fmt: skip


@dataclass(slots=True)
class Leaf:
    """One part without parts: where its body lies in the mail's bytes and what its header says."""

    content_type: str
    charset: str
    encoding: bytes
    name: str
    attached: bool
    start: int
    end: int
    fields: Fields
    parent: str
    position: int
    choice: int
    """Which multipart/alternative it lies in, 0 for none."""


@dataclass(slots=True)
class _Part:
    """A part still to be looked at: header read, body between *start* and *end*."""

    fields: Fields
    start: int
    end: int
    parent: str = ""
    depth: int = 0
    position: int = 0
    choice: int = 0


@dataclass(slots=True)
class Parts:
    """The leaves of a mail in order, and what was wrong."""

    leaves: list[Leaf] = field(default_factory=list)
    damage: set[str] = field(default_factory=set)
    root: str = "text/plain"


def walk(data: bytes, fields: Fields, start: int) -> Parts:
    """Return the leaves of the mail whose header is *fields* and whose body begins at *start*."""
    parts = Parts()
    todo = [_Part(fields, start, len(data))]
    choices = 0
    while todo:
        part = todo.pop()
        media, parameters = content_type(first(part.fields, b"content-type")[:MAX_VALUE], part.parent)
        if not part.parent:
            parts.root = media
        if media.startswith("multipart/"):
            if part.depth >= MAX_DEPTH:
                parts.damage.add("depth")
                continue
            if spans := _spans(data, part.start, part.end, parameters.get("boundary", ""), parts):
                if media == "multipart/alternative" and not part.choice:
                    choices += 1
                    part.choice = choices
                room = MAX_PARTS - len(parts.leaves) - len(todo)
                todo.extend(reversed(_children(data, part, media, spans[:room], parts)))
                if len(spans) > room:
                    parts.damage.add("parts")
                continue
            parts.damage.add("boundary")
            media = "text/plain"
        parts.leaves.append(_leaf(part, media, parameters))
    return parts


def _children(
    data: bytes, part: _Part, media: str, spans: list[tuple[int, int]], parts: Parts
) -> list[_Part]:
    """Return the parts of a multipart *part* of type *media*, their headers read."""
    children = []
    for number, (start, end) in enumerate(spans):
        fields, body, damaged = split(data, start, end)
        if damaged:
            parts.damage.add("part_header")
        children.append(_Part(fields, body, end, media, part.depth + 1, number, part.choice))
    return children


def _leaf(part: _Part, media: str, parameters: dict[str, str]) -> Leaf:
    disposition = first(part.fields, b"content-disposition")
    name = attached = ""
    if disposition:
        attached, given = content_type(disposition[:MAX_VALUE], "")
        name = given.get("filename", "")
    name = name or parameters.get("name", "")
    encoding = first(part.fields, b"content-transfer-encoding")
    return Leaf(
        content_type=media,
        charset=parameters.get("charset", ""),
        encoding=encoding.strip().lower() if encoding else b"",
        name=_file_name(name) if name else "",
        attached=attached.startswith("attachment"),
        start=part.start,
        end=part.end,
        fields=part.fields,
        parent=part.parent,
        position=part.position,
        choice=part.choice,
    )


@lru_cache(maxsize=2048)
def content_type(value: bytes, parent: str) -> tuple[str, dict[str, str]]:
    """Return media type (or disposition) and parameters of a header value; RFC 2231 pieces are joined."""
    if not value:
        return ("message/rfc822" if parent == "multipart/digest" else "text/plain"), {}
    head, semicolon, _rest = value.partition(b";")
    media = head.strip().lower().decode("ascii", "replace")
    media = media if len(media) <= 100 else "application/octet-stream"
    return (media if media != "text" else "text/plain"), _parameters(value) if semicolon else {}


def _parameters(value: bytes) -> dict[str, str]:
    plain: dict[str, str] = {}
    pieces: dict[str, list[tuple[int, bool, bytes]]] = {}
    for match in _PARAMETER.finditer(value):
        name = match[1].lower().decode("ascii", "replace").rstrip("*")
        text = match[3] if match[3] is not None else match[4] or b""
        if match[2] is None:
            text = text.replace(b"\\", b"") if match[3] is not None and name != "filename" else text
            plain.setdefault(
                name, text.decode("ascii") if text.isascii() and b"=?" not in text else text_of(text, 2000)
            )
        else:
            star = match[2].decode()
            number = star.strip("*")
            pieces.setdefault(name, []).append((int(number or 0), star.endswith("*"), text))
    for name, found in pieces.items():
        plain[name] = _joined(sorted(found, key=lambda piece: piece[0])[:50])
    return plain


def _joined(pieces: list[tuple[int, bool, bytes]]) -> str:
    from urllib.parse import unquote_to_bytes

    charset = "utf-8"
    data = b""
    for index, (_number, encoded, text) in enumerate(pieces):
        if encoded and index == 0 and text.count(b"'") >= 2:
            declared, _language, text = text.split(b"'", 2)
            charset = declared.decode("ascii", "replace")
        data += unquote_to_bytes(text) if encoded else text
    return decode(data, charset)[0]


def _file_name(name: str) -> str:
    name = one_line(name, 400).replace("\\", "/").rpartition("/")[2]
    return "" if name in {".", ".."} else name[:200]


def _spans(data: bytes, begin: int, end: int, boundary: str, parts: Parts) -> list[tuple[int, int]]:
    """Return where the parts of a multipart body lie."""
    if boundary and len(boundary) <= 256:
        spans = _between(data, begin, end, boundary.rstrip().encode("utf-8", "replace"), parts)
        if spans:
            return spans
    if guess := _GUESSED_BOUNDARY.search(data, begin, min(end, begin + 65536)):
        parts.damage.add("boundary")
        return _between(data, begin, end, guess[1], parts)
    return []


def _between(data: bytes, begin: int, end: int, boundary: bytes, parts: Parts) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    line = b"--" + boundary
    width = len(line)
    at = data.find(line, begin, end)
    opened = -1
    closed = False
    tries = 0
    while at >= 0:
        tries += 1
        if tries > _MAX_BOUNDARY_LINES or len(spans) > MAX_PARTS:
            parts.damage.add("parts")
            break
        stop = data.find(b"\n", at + width, end)
        stop = end if stop < 0 else stop
        if (at == begin or data[at - 1] in b"\r\n") and (
            tail := data[at + width : min(stop, at + width + 100)].strip()
        ) in {b"", b"--"}:
            if opened >= 0:
                spans.append((opened, _before_line_end(data, opened, at)))
            opened = min(stop + 1, end)
            if tail:
                closed = True
                break
        at = data.find(line, min(stop, end), end)
    if opened >= 0 and not closed:
        parts.damage.add("truncated")
        spans.append((opened, end))
    return spans


def _before_line_end(data: bytes, opened: int, at: int) -> int:
    if at > opened and data[at - 1] == 10:
        at -= 1
        if at > opened and data[at - 1] == 13:
            at -= 1
    return at


def read_text(data: bytes, leaf: Leaf, budget: int, damage: set[str]) -> str:
    """Return the decoded text of *leaf*, reading at most *budget* bytes of it."""
    end = leaf.end
    encoding = leaf.encoding
    limit = budget * 4 // 3 if encoding == b"base64" else budget
    if end - leaf.start > limit:
        end = leaf.start + limit
        damage.add("text_cut")
    raw = data[leaf.start : end]
    if encoding == b"base64":
        raw = base64_bytes(raw)
    elif encoding == b"quoted-printable":
        raw = _unquoted(raw)
    elif encoding not in {b"", b"7bit", b"8bit", b"binary"}:
        damage.add("encoding")
        if b"quoted" in encoding:
            raw = _unquoted(raw)
        elif b"64" in encoding:
            raw = base64_bytes(raw)
    text, lied = decode(raw, leaf.charset)
    if lied:
        damage.add("charset")
    return text


def _unquoted(raw: bytes) -> bytes:
    try:
        return a2b_qp(raw)
    except (BinasciiError, ValueError):
        return raw


def attachments(data: bytes, parts: Parts, text_leaves: list[Leaf]) -> tuple[Attachment, ...]:
    """Return what is attached: no text shown inline, no signatures, no pictures of the letter head."""
    shown = {id(leaf) for leaf in text_leaves}
    return tuple(
        Attachment(leaf.name or _subject_of(data, leaf), leaf.content_type[:100], size_of(data, leaf))
        for leaf in parts.leaves
        if id(leaf) not in shown and _is_attachment(leaf)
    )[:200]


def _is_attachment(leaf: Leaf) -> bool:
    if leaf.attached:
        return True
    if leaf.content_type in _NO_ATTACHMENT or leaf.parent in {"multipart/alternative", "multipart/report"}:
        return False
    if leaf.content_type.startswith("image/") and b"content-id" in leaf.fields:
        return False
    return leaf.content_type not in {"text/plain", "text/html", "text/calendar"} or bool(leaf.name)


def _subject_of(data: bytes, leaf: Leaf) -> str:
    if leaf.content_type != "message/rfc822":
        return ""
    inner, _body, _damaged = split(data, leaf.start, min(leaf.end, leaf.start + 65536))
    return text_of(first(inner, b"subject"), 200)


def size_of(data: bytes, leaf: Leaf) -> int:
    """Return the decoded size of *leaf* in bytes, measured and not decoded; -1 when it was left out unnoted."""
    if noted := first(leaf.fields, b"x-handover-size").strip()[:15]:
        return int(noted) if noted.isdigit() else -1
    end = leaf.end
    if leaf.encoding != b"base64":
        return max(end - leaf.start, 0)
    while end > leaf.start and data[end - 1] in b"\r\n":
        end -= 1
    line = data.find(b"\n", leaf.start, end)
    if line < 0:
        chars = end - leaf.start
    else:
        line_end = 2 if data[line - 1] == 13 else 1
        chars = end - leaf.start - (end - leaf.start) // (line - leaf.start + 1) * line_end
    padding = data[max(leaf.start, end - 2) : end].count(b"=")
    return max(chars * 3 // 4 - padding, 0)
