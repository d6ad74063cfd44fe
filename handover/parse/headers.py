"""The header block of a mail or part: where it ends, its fields, and RFC 2047 words read tolerantly.

Only finding and decoding; what a field means is the business of the modules named after it.
"""

from __future__ import annotations

import re
from binascii import Error as BinasciiError
from binascii import a2b_base64, a2b_qp

from handover.parse.charset import decode, one_line

MAX_BLOCK = 2 * 1024 * 1024
MAX_FIELDS = 2000
MAX_VALUE = 64 * 1024
_MAX_REPEATS = 100

Fields = dict[bytes, list[bytes]]

_BLANK_LINE = re.compile(rb"\r?\n\r?\n|\n[\r\n]")
_FIELD_NAME = re.compile(rb"[!-9;-~]{1,78}[ \t]*:")
_KNOWN_FIELD = re.compile(
    rb"(?im)^(?:from|to|cc|date|subject|message-id|received|return-path|reply-to|mime-version|content-[a-z-]{4,26}"
    rb"|x-[a-z0-9-]{1,40}|in-reply-to|references|sender|delivered-to|list-[a-z]{2,12})[ \t]*:"
)
_ENCODED = re.compile(r"=\?([^?\s]{1,60})\?([bBqQ])\?([^?]*)\?=(?:\s+(?==\?))?")
_NOT_BASE64 = re.compile(rb"[^A-Za-z0-9+/]")


def split(data: bytes, start: int = 0, end: int | None = None) -> tuple[Fields, int, bool]:
    """Return the fields of the header block at *start*, where the body begins, and whether it was damaged."""
    end = len(data) if end is None else end
    if data.startswith(b"\n", start) or data.startswith(b"\r\n", start):
        return {}, data.index(b"\n", start) + 1, False
    stop = data.find(b"\n\n", start, end)
    crlf = data.find(b"\n\r\n", start, end if stop < 0 else stop)
    if crlf >= 0:
        block_end, body = crlf, crlf + 3
    elif stop >= 0:
        block_end, body = stop, stop + 2
    else:
        block_end = body = end
    cut = block_end - start > MAX_BLOCK
    fields, garbage_at = read_fields(data[start : min(block_end, start + MAX_BLOCK)])
    if garbage_at is not None:
        body = start + garbage_at
    return fields, body, cut or garbage_at is not None


def read_fields(block: bytes) -> tuple[Fields, int | None]:
    """Return the unfolded fields of *block* by lower-case name, and where a body began without a blank line."""
    raw = block
    if b"\r" in block:
        block = block.replace(b"\r\n", b"\n").rstrip(b"\r")
    unfolded = (
        block.replace(b"\n ", b" ").replace(b"\n\t", b" ") if b"\n " in block or b"\n\t" in block else block
    )
    fields: Fields = {}
    for number, line in enumerate(unfolded.split(b"\n", MAX_FIELDS)):
        name, colon, value = line.partition(b":")
        if not colon or not name or b" " in name:
            if colon and _FIELD_NAME.match(line):
                name = name.rstrip()
            elif not line.strip() or (number == 0 and line[:5] in {b"From ", b">From"}):
                continue
            else:
                at = raw.find(b"\n" + line[:30]) + 1 if fields else 0
                if (at or not fields) and not _KNOWN_FIELD.search(raw, at + len(line)):
                    return fields, at
                continue
        key = name.lower()
        if len(value) > MAX_VALUE:
            value = value[:MAX_VALUE]
        known = fields.get(key)
        if known is None:
            fields[key] = [value]
        elif len(known) < _MAX_REPEATS:
            known.append(value)
    return fields, None


def first(fields: Fields, name: bytes) -> bytes:
    """Return the first value of the field *name*, b"" when absent."""
    values = fields.get(name)
    return values[0] if values else b""


def says(fields: Fields, name: bytes) -> str:
    """Return the start of the first value of a machine-made field in lower case, ``""`` when absent."""
    values = fields.get(name)
    return values[0][:200].strip().lower().decode("ascii", "replace") if values else ""


def text_of(value: bytes, limit: int = 1000) -> str:
    """Return a header value as clean text on one line: RFC 2047 words decoded, raw 8-bit as UTF-8, else cp1252."""
    value = value[: limit * 12]
    raw = value.decode("ascii") if value.isascii() else decode(value)[0]
    if "=?" in raw:
        raw = decode_words(raw)
    return one_line(raw, limit)


def decode_words(text: str) -> str:
    """Return *text* with its RFC 2047 words decoded; neighbours of one charset are joined before decoding."""
    out: list[str] = []
    at = 0
    pending: list[bytes] = []
    charset = ""
    for word in _ENCODED.finditer(text):
        name = word[1].partition("*")[0].lower()
        if pending and (word.start() != at or name != charset):
            out.append(decode(b"".join(pending), charset)[0])
            pending = []
        if word.start() != at:
            out.append(text[at : word.start()])
        pending.append(_word_bytes(word[2], word[3]))
        charset, at = name, word.end()
    if pending:
        out.append(decode(b"".join(pending), charset)[0])
    out.append(text[at:])
    return "".join(out)


def _word_bytes(encoding: str, text: str) -> bytes:
    data = text.encode("utf-8", "replace")
    return base64_bytes(data) if encoding in "bB" else a2b_qp(data, header=True)


def base64_bytes(data: bytes) -> bytes:
    """Decode base64 as far as it goes; foreign characters are skipped, a broken tail is dropped."""
    try:
        return a2b_base64(data)
    except (BinasciiError, ValueError):
        kept = _NOT_BASE64.sub(b"", data)
        kept = kept[: len(kept) - 1] if len(kept) % 4 == 1 else kept
        return a2b_base64(kept + b"=" * (-len(kept) % 4))
