"""What an IMAP server says, as tokens: one response is a line, its literals, and the lines that continue it.

A list becomes a Python list, a string or atom bytes, NIL None. Linear in the size of the response and capped in
depth and tokens, because a BODYSTRUCTURE describes a stranger's mail.
"""

from __future__ import annotations

import re
from typing import Protocol, Union

from handover.sources.imap_limits import ConnectionLostError

MAX_DEPTH = 120
MAX_TOKENS = 20_000
MAX_FRAGMENTS = 2_000

Token = Union[bytes, None, "list[Token]"]

_TOKEN = re.compile(rb' *+(?:"([^"\\]*+(?:\\.[^"\\]*+)*+)"|([^ ()"]+)|(\()|(\)))', re.DOTALL)
_LITERAL = re.compile(rb"~?\{([0-9]{1,20})\+?\}\r\n\Z")
_FETCH = re.compile(rb"\* [0-9]{1,10} FETCH (?=\()", re.IGNORECASE)
_ESCAPED = re.compile(rb"\\(.)", re.DOTALL)


class Reader(Protocol):
    """What responses are read from."""

    def readline(self) -> bytes: ...

    def read(self, size: int) -> bytes: ...


class Response:
    """One response: *fragments* are a text, then a literal, a text, … always an odd number of them."""

    __slots__ = ("_items", "fragments")

    def __init__(self, fragments: list[bytes]) -> None:
        self.fragments = fragments
        self._items: dict[bytes, Token] | None = None

    @property
    def line(self) -> bytes:
        """The text up to the first literal."""
        return self.fragments[0]

    @property
    def items(self) -> dict[bytes, Token]:
        """The items of a FETCH response by their names; empty for any other response."""
        if self._items is None:
            match = _FETCH.match(self.line)
            self._items = _pairs(self.tokens(match.end())) if match else {}
        return self._items

    def tokens(self, start: int = 0) -> list[Token]:
        """Return the tokens of everything from byte *start* of the first text on."""
        return parse_tokens([self.fragments[0][start:], *self.fragments[1:]])


def _pairs(tokens: list[Token]) -> dict[bytes, Token]:
    items = tokens[0] if tokens else None
    if len(tokens) != 1 or not isinstance(items, list) or len(items) % 2:
        raise ConnectionLostError("protocol", "the server sent a mail whose pieces do not add up")
    return {
        key.upper(): value
        for key, value in zip(items[::2], items[1::2], strict=True)
        if isinstance(key, bytes)
    }


def read_response(reader: Reader) -> Response:
    """Read one whole response, without its last CRLF."""
    fragments: list[bytes] = []
    while True:
        line = reader.readline()
        if not line.endswith(b"\r\n"):
            raise ConnectionLostError("protocol", "the server sent a line with a wrong end")
        literal = _LITERAL.search(line) if line.endswith(b"}\r\n") else None
        if literal is None:
            fragments.append(line[:-2])
            return Response(fragments)
        if len(fragments) > MAX_FRAGMENTS:
            raise ConnectionLostError("protocol", "the server sent a response of too many pieces")
        fragments.append(line[: literal.start()])
        fragments.append(reader.read(int(literal[1])))


def parse_tokens(fragments: list[bytes]) -> list[Token]:
    """Return the tokens of texts and literals in turn; raise `ConnectionLostError` on nonsense."""
    top: list[Token] = []
    stack = [top]
    left = MAX_TOKENS
    for number, fragment in enumerate(fragments):
        if number % 2:
            stack[-1].append(fragment)
        else:
            left -= _parse_text(fragment, stack, left)
    if len(stack) != 1:
        raise ConnectionLostError("protocol", "the server sent a response that does not end")
    return top


def _parse_text(text: bytes, stack: list[list[Token]], left: int) -> int:
    """Add the tokens of *text* to the open lists in *stack*; return how many there were, at most *left*."""
    text = text.rstrip(b" ")
    at = count = 0
    end = len(text)
    while at < end:
        match = _TOKEN.match(text, at)  # never a search: it would try again at every blank of a long row
        count += 1
        if match is None or count > left:
            raise ConnectionLostError("protocol", "the server sent a response that cannot be understood")
        at = match.end()
        group = match.lastindex
        if group == 1:
            value = match[1]
            stack[-1].append(_ESCAPED.sub(rb"\1", value) if b"\\" in value else value)
        elif group == 2:
            word = match[2]
            stack[-1].append(None if word == b"NIL" or word == b"nil" else word)
        elif group == 3:
            inner: list[Token] = []
            stack[-1].append(inner)
            stack.append(inner)
        else:
            stack.pop()
        if not 0 < len(stack) <= MAX_DEPTH:
            raise ConnectionLostError("protocol", "the server sent a response with wrong or endless brackets")
    return count


def parse_uid_set(text: bytes) -> list[range]:
    """Return the ranges of a sequence set such as ``1:4,7``, in the order given."""
    ranges = []
    for part in text.split(b","):
        low, colon, high = part.partition(b":")
        if not low.isdigit() or (colon and not high.isdigit()):
            raise ConnectionLostError(
                "protocol", "the server sent a list of numbers that cannot be understood"
            )
        first, last = int(low), int(high or low)
        ranges.append(range(min(first, last), max(first, last) + 1))
    return ranges


def format_uid_set(uids: list[int]) -> bytes:
    """Return ascending *uids* as a sequence set, runs shortened to ranges."""
    runs: list[list[int]] = []
    for uid in uids:
        if runs and uid == runs[-1][1] + 1:
            runs[-1][1] = uid
        else:
            runs.append([uid, uid])
    return b",".join(b"%d" % low if low == high else b"%d:%d" % (low, high) for low, high in runs)
