"""A proxy on 127.0.0.1 between a client and a real IMAP server, with the faults of `tests.servers.imap_fault`.

It takes notes: which commands passed, and how many round trips they took. It hides COMPRESS, or it could not read
along; what follows STARTTLS passes unread.
"""

from __future__ import annotations

import asyncio
import contextlib
import re
import socket
import struct
import threading
from collections.abc import Iterator
from dataclasses import dataclass

from tests.servers.imap_fault import LITERAL, Fault, Hangup, Link, Say

COMMAND = re.compile(rb"([A-Z]+[0-9]+) (?:UID )?([A-Za-z]+)[^\r\n]*\r\n$")
LIMIT = 1 << 26


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
