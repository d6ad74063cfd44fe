"""A proxy on 127.0.0.1 between a client and a real IMAP server that misbehaves in one chosen way, and takes notes.

A fault is an object with up to three hooks: what to say (or do) when a command arrives, how to change what the
server sends, and what to do with the stream of bytes itself. The proxy hides COMPRESS, or it could not read along.
"""

from __future__ import annotations

import asyncio
import contextlib
import random
import re
import socket
import struct
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

LITERAL = re.compile(rb"\{([0-9]+)\}\r\n$")
COMMAND = re.compile(rb"([A-Z]+[0-9]+) (?:UID )?([A-Za-z]+)[^\r\n]*\r\n$")
LIMIT = 1 << 26


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


@dataclass
class Proxy:
    """A running proxy: where it listens, the commands that passed (without their secrets), and round trips.

    *turns* counts how often the client spoke after the server: over a distance, each costs a round trip.
    """

    port: int
    commands: list[str]
    turns: int = 0

    def uri(self, user: str) -> str:
        return f"imap://{user}@127.0.0.1:{self.port}"


@contextlib.contextmanager
def run_proxy(upstream: int, *faults: Fault) -> Iterator[Proxy]:
    """Run a proxy in front of port *upstream* of this machine until the block ends."""
    proxy = Proxy(0, [])
    loop = asyncio.new_event_loop()
    serving = _Serving(upstream, faults, proxy)
    server = loop.run_until_complete(
        asyncio.start_server(serving.client, "127.0.0.1", 0, limit=LIMIT),
    )
    proxy.port = server.sockets[0].getsockname()[1]
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()
    try:
        yield proxy
    finally:
        asyncio.run_coroutine_threadsafe(serving.end(server), loop).result(10)
        loop.call_soon_threadsafe(loop.stop)
        thread.join(10)
        loop.close()


class _Serving:
    def __init__(self, upstream: int, faults: tuple[Fault, ...], proxy: Proxy) -> None:
        self.upstream = upstream
        self.faults = faults
        self.proxy = proxy
        self.count = 0
        self.ending = False
        self.pumps: set[asyncio.Task[None]] = set()
        self.clients: set[asyncio.Task[None]] = set()

    async def client(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task
        self.clients.add(task)
        self.count += 1
        from_server, to_server = await asyncio.open_connection("127.0.0.1", self.upstream, limit=LIMIT)
        link = Link(self.count, writer, to_server)
        reset = False
        if not self.ending:
            reset = await self.pump(reader, from_server, link)
        _close(writer, reset=reset)
        _close(to_server, reset=False)
        for closing in (writer, to_server):
            with contextlib.suppress(OSError):
                await closing.wait_closed()
        self.clients.discard(task)

    async def pump(self, reader: asyncio.StreamReader, from_server: asyncio.StreamReader, link: Link) -> bool:
        """Pass bytes both ways until one side ends; tell whether the connection is to be reset."""
        pumps = {
            asyncio.create_task(self.upwards(reader, link)),
            asyncio.create_task(self.downwards(from_server, link)),
        }
        self.pumps |= pumps
        await asyncio.wait(pumps, return_when=asyncio.FIRST_COMPLETED)
        for pump in pumps:
            pump.cancel()
        ends = await asyncio.gather(*pumps, return_exceptions=True)
        self.pumps -= pumps
        return any(isinstance(end, Hangup) for end in ends)

    async def end(self, server: asyncio.Server) -> None:
        self.ending = True
        server.close()
        for pump in self.pumps:
            pump.cancel()
        await asyncio.gather(*self.clients, return_exceptions=True)
        await server.wait_closed()

    async def upwards(self, reader: asyncio.StreamReader, link: Link) -> None:
        rest = b""
        while data := await reader.read(65536):
            self.proxy.turns += link.heard
            link.heard = False
            if link.opaque:
                link.to_server.write(data)
                await link.to_server.drain()
                continue
            *lines, rest = (rest + data).split(b"\n")
            for line in lines:
                await self.pass_on(link, line + b"\n")

    async def pass_on(self, link: Link, line: bytes) -> None:
        if command := COMMAND.match(line):
            tag, verb = command[1], command[2].decode().upper()
            link.verbs[tag] = verb
            self.note(line, verb)
            if not await self.said(link, tag, verb):
                return
        link.to_server.write(line)
        await link.to_server.drain()

    def note(self, line: bytes, verb: str) -> None:
        secret = verb in ("LOGIN", "AUTHENTICATE")
        self.proxy.commands.append(verb if secret else line.split(b" ", 1)[1].decode().rstrip())

    async def said(self, link: Link, tag: bytes, verb: str) -> bool:
        """Let the faults speak; tell whether the command is to be passed on."""
        for fault in self.faults:
            words = fault.command(link, tag, verb)
            if words is not None:
                await self.send(link, words)
                then = fault.then if isinstance(fault, Say) else ""
                if then == "hangup":
                    raise Hangup
                if then == "refuse":
                    return False
        return True

    async def downwards(self, reader: asyncio.StreamReader, link: Link) -> None:
        while line := await (reader.read(65536) if link.opaque else reader.readline()):
            if link.opaque:
                await self.send(link, line)
                continue
            encrypted = link.verbs.get(line.split(b" ", 1)[0]) == "STARTTLS" and b" OK" in line
            announced = LITERAL.search(line)
            literal = await reader.readexactly(int(announced[1])) if announced else b""
            line = line.replace(b" COMPRESS=DEFLATE", b"")
            for fault in self.faults:
                line, literal = fault.answer(link, line, literal)
            link.opaque = encrypted
            await self.send(link, line + literal)

    async def send(self, link: Link, data: bytes) -> None:
        for at in range(0, len(data), 65536):
            piece = data[at : at + 65536]
            for fault in self.faults:
                piece = await fault.stream(link, piece)
            link.to_client.write(piece)
            await link.to_client.drain()
            link.sent += len(data[at : at + 65536])
            link.heard = True


def _close(writer: asyncio.StreamWriter, *, reset: bool) -> None:
    if reset and (sock := writer.get_extra_info("socket")):
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        writer.transport.abort()
    else:
        writer.close()
