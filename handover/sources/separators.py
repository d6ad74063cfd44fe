"""Finding where messages begin in an mbox: ``From `` lines, read in blocks, each byte once.

A separator is a line ``From ADDRESS DATE``: an address-like token and a date as `ctime` writes it. No empty line
is needed before it, and Content-Length is not believed: it comes from the sender. So a whole mail pasted into
the text of another, with its unquoted ``From `` line, is taken for a mail of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple
from zlib import crc32

from handover.sources.files import read_at

BLOCK = 4 * 1024 * 1024
LONGEST = 512
"""A longer separator line is none."""

_SEPARATOR = re.compile(
    rb"From (?:[^\s]{1,320}|[^\s]{1,160} at [^\s]{1,160}) {1,4}"
    rb"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? )?"
    rb"(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) {1,2}\d{1,2}"
    rb"|\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))"
    rb" {1,2}(?:\d{4} )?\d{1,2}:\d\d(?::\d\d)?[^\r\n]{0,40}\r?\n"
)


class Start(NamedTuple):
    """A separator: where its line begins, where the message begins, and a checksum of the line."""

    at: int
    text: int
    check: int


def separators(handle: int, start: int, end: int) -> Iterator[Start]:
    """Yield the separators between *start* and *end* of an open file, in order."""
    held = b""
    position = start  # of held[0]
    previous = b"\n" if start == 0 else read_at(handle, start - 1, 1)
    while position + len(held) < end or held:
        offset = position + len(held)
        block = held + read_at(handle, offset, min(BLOCK, end - offset))
        is_last = len(block) - len(held) < BLOCK
        found = block.find(b"From ")
        keep = len(block) if is_last else max(0, len(block) - LONGEST)
        while 0 <= found < keep:
            before = block[found - 1 : found] if found else previous
            # a NUL is what a power loss leaves behind at the end of what was written
            if before in (b"\n", b"\0") and (match := _SEPARATOR.match(block, found, found + LONGEST)):
                yield Start(position + found, position + match.end(), crc32(match[0]))
                found = match.end() - 1
            found = block.find(b"From ", found + 1)
        if is_last:
            return
        previous = block[keep - 1 : keep]
        position += keep
        held = block[keep:]


def is_separator(line: bytes) -> bool:
    """Tell whether *line* (with its line end) begins a message."""
    return _SEPARATOR.match(line) is not None


def check_of(line: bytes) -> int:
    """Return the checksum of a separator line."""
    return crc32(line)
