"""What an IMAP server can do wrong, one class or function for each; `tests.servers.imap_proxy` lets it happen.

A fault is an object with up to three hooks: what to say (or do) when a command arrives, how to change what the
server sends, and what to do with the stream of bytes itself.
"""

from __future__ import annotations

import asyncio
import random
import re
from collections.abc import Callable
from dataclasses import dataclass, field

LITERAL = re.compile(rb"\{([0-9]+)\}\r\n$")


class Hangup(Exception):
    """The proxy resets the connection."""


@dataclass
class Link:
    """One connection through the proxy."""

    number: int
    to_client: asyncio.StreamWriter
    to_server: asyncio.StreamWriter
    verbs: dict[bytes, str] = field(default_factory=dict)
    sent: int = 0
    opaque: bool = False
    heard: bool = True


class Fault:
    """Does nothing wrong; the faults below override what they need. *fired* counts how often one did its worst."""

    fired = 0

    def command(self, link: Link, tag: bytes, verb: str) -> bytes | None:
        """Return what to say before the command is passed on; raise `Hangup` to say it and close."""
        return None

    def answer(self, link: Link, line: bytes, literal: bytes) -> tuple[bytes, bytes]:
        """Return a line of the server, and the literal it announces, as the client is to see them."""
        return line, literal

    async def stream(self, link: Link, data: bytes) -> bytes:
        """Return the bytes to send now; may wait, or raise `Hangup`."""
        return data


class Nth(Fault):
    """Acts on the *nth* occasion only (0: on every one)."""

    def __init__(self, nth: int = 1) -> None:
        self.nth = nth
        self.seen = 0

    def due(self) -> bool:
        self.seen += 1
        if self.nth not in (0, self.seen):
            return False
        self.fired += 1
        return True


class DropAfter(Fault):
    """Resets connection number *link* (0: every one) after so many bytes of the server."""

    def __init__(self, count: int, link: int = 0) -> None:
        self.count = count
        self.link = link

    async def stream(self, link: Link, data: bytes) -> bytes:
        if self.link in (0, link.number) and link.sent + len(data) > self.count:
            self.fired += 1
            link.to_client.write(data[: max(0, self.count - link.sent)])
            await link.to_client.drain()
            raise Hangup
        return data


class StallAfter(DropAfter):
    """Falls silent for good after so many bytes."""

    async def stream(self, link: Link, data: bytes) -> bytes:
        try:
            return await super().stream(link, data)
        except Hangup:
            await asyncio.sleep(3600)
            raise


class Trickle(Fault):
    """Sends so many bytes a second, after the first *free* ones."""

    def __init__(self, per_second: int, free: int = 2000) -> None:
        self.per_second = per_second
        self.free = free

    async def stream(self, link: Link, data: bytes) -> bytes:
        if link.sent < self.free:
            return data
        self.fired += 1
        step = max(1, self.per_second // 20)
        for at in range(0, len(data), step):
            link.to_client.write(data[at : at + step])
            await link.to_client.drain()
            await asyncio.sleep(0.05)
        return b""


class Say(Nth):
    """Says *words* when the command *verb* arrives; ``%TAG%`` in them becomes the command's tag.

    With *then* ``hangup`` the connection ends there, with ``refuse`` the words are the whole answer.
    """

    def __init__(self, verb: str, words: bytes, *, then: str = "", nth: int = 1) -> None:
        super().__init__(nth)
        self.verb = verb
        self.words = words
        self.then = then

    def command(self, link: Link, tag: bytes, verb: str) -> bytes | None:
        return self.words.replace(b"%TAG%", tag) if verb == self.verb and self.due() else None


class Replace(Nth):
    """Replaces what matches *pattern* in a line of the server."""

    def __init__(self, pattern: bytes, by: bytes, nth: int = 0) -> None:
        super().__init__(nth)
        self.pattern = re.compile(pattern)
        self.by = by

    def answer(self, link: Link, line: bytes, literal: bytes) -> tuple[bytes, bytes]:
        if self.pattern.search(line) and self.due():
            return self.pattern.sub(self.by, line), literal
        return line, literal


class WrongLiteral(Nth):
    """Announces a literal with a wrong length: *more* bytes than are sent (negative: fewer)."""

    def __init__(self, more: int, nth: int = 1) -> None:
        super().__init__(nth)
        self.more = more

    def answer(self, link: Link, line: bytes, literal: bytes) -> tuple[bytes, bytes]:
        if literal and b" FETCH " in line and self.due():
            return LITERAL.sub(b"{%d}\r\n" % (len(literal) + self.more), line), literal
        return line, literal


class NoBody(Nth):
    """Sends NIL in place of the literal of a FETCH."""

    def answer(self, link: Link, line: bytes, literal: bytes) -> tuple[bytes, bytes]:
        if literal and b" FETCH " in line and self.due():
            return LITERAL.sub(b"NIL", line), b""
        return line, literal


class Twice(Fault):
    """Sends every FETCH response that has a single literal twice."""

    def answer(self, link: Link, line: bytes, literal: bytes) -> tuple[bytes, bytes]:
        if literal and b" FETCH " in line:
            self.fired += 1
            return line, literal + b")\r\n" + line + literal
        return line, literal


class Meanwhile(Nth):
    """Does something at the real server just before the command *verb* is passed on."""

    def __init__(self, verb: str, act: Callable[[], None], nth: int = 1) -> None:
        super().__init__(nth)
        self.verb = verb
        self.act = act

    def command(self, link: Link, tag: bytes, verb: str) -> bytes | None:
        if verb == self.verb and self.due():
            self.act()
        return None


class SlipIn(Fault):
    """Adds plain text behind the OK of STARTTLS, in the same packet."""

    def answer(self, link: Link, line: bytes, literal: bytes) -> tuple[bytes, bytes]:
        tag = line.split(b" ", 1)[0]
        if link.verbs.get(tag) == "STARTTLS":
            self.fired += 1
            return line + b"* CAPABILITY IMAP4rev1 AUTH=PLAIN X-SLIPPED-IN\r\n", literal
        return line, literal


def flood(verb: str, lines: int) -> Say:
    """Return a fault: far too many untagged lines."""
    return Say(verb, b"".join(b"* %d EXISTS\r\n" % number for number in range(1, lines + 1)))


def garbage(verb: str, count: int = 5000) -> Say:
    """Return a fault: bytes without sense."""
    return Say(verb, random.Random(7).randbytes(count) + b"\r\n")
