"""Bytes to and from an IMAP server: buffer, TLS, compression, and caps on what a server may make us hold.

Every command passes `imap_guard` here. What the bytes mean is not known in this module.
"""

from __future__ import annotations

import math
import socket
import time
import zlib
from typing import TYPE_CHECKING, Protocol

from handover.sources.imap_guard import check_command, check_continuation
from handover.sources.imap_limits import (
    CONNECT_S,
    MAX_LINE,
    MAX_LINES,
    MAX_LITERAL,
    ConnectionLostError,
    Limits,
)

if TYPE_CHECKING:
    from ssl import SSLContext

CHUNK = 256 * 1024


class _Inflater(Protocol):
    @property
    def unconsumed_tail(self) -> bytes: ...

    def decompress(self, data: bytes, max_length: int = 0, /) -> bytes: ...


class Wire:
    """One connection. Reads raise `ConnectionLostError` when the server goes or talks beyond the caps.

    *peer* is the server's address, *round_trip* the shortest time in seconds that an answer has taken so far.
    """

    def __init__(self, host: str, port: int, limits: Limits) -> None:
        self.host = host
        self.limits = limits
        self.round_trip = math.inf
        self._sent_at: float | None = None
        self.lines_left = MAX_LINES
        self.literal_cap = MAX_LITERAL
        self._buffer = bytearray()
        self._outbox = bytearray()
        self._at = 0
        self._inflate: _Inflater | None = None
        self._deflate: zlib._Compress | None = None
        self.socket = socket.create_connection((host, port), limits.patience(CONNECT_S))
        self.peer = str(self.socket.getpeername()[0])
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def start_tls(self, context: SSLContext) -> None:
        """Speak TLS from here on. Refuses when bytes came before it: they would count as the server's own."""
        if self._at < len(self._buffer):
            raise ConnectionLostError("tls_injection", "bytes were slipped in before the encryption began")
        self.socket.settimeout(self.limits.patience(CONNECT_S))
        self.socket = context.wrap_socket(self.socket, server_hostname=self.host)

    def start_compression(self) -> None:
        """Speak DEFLATE from here on (RFC 4978); whatever is in the buffer already is compressed."""
        self._inflate = zlib.decompressobj(-15)
        self._deflate = zlib.compressobj(wbits=-15)
        pending = bytes(self._buffer[self._at :])
        self._buffer.clear()
        self._at = 0
        self._expand(pending)

    def send_lines(self, *lines: bytes) -> None:
        """Send tagged commands (with CRLF) if they are allowed: together, as soon as an answer is waited for."""
        for line in lines:
            check_command(line)
            self._outbox += line

    def send_answer(self, data: bytes) -> None:
        """Send the base64 answer to a challenge of AUTHENTICATE."""
        check_continuation(data)
        self._outbox += data

    def readline(self) -> bytes:
        """Return the next line with its CRLF."""
        self.lines_left -= 1
        if self.lines_left < 0:
            raise ConnectionLostError("protocol", "the server sent far more lines than asked for")
        searched = self._at
        while (end := self._buffer.find(b"\n", searched)) < 0:
            if len(self._buffer) - self._at > MAX_LINE:
                raise ConnectionLostError("protocol", "the server sent a line without an end")
            searched = len(self._buffer) - self._compact()
            self._fill()
        line = bytes(self._buffer[self._at : end + 1])
        self._at = end + 1
        return line

    def read(self, size: int) -> bytes:
        """Return exactly *size* bytes; a size beyond the cap is refused before anything is held."""
        if size > self.literal_cap:
            raise ConnectionLostError("protocol", "the server announced far too many bytes")
        while len(self._buffer) - self._at < size:
            self._compact()
            self._fill()
        data = bytes(self._buffer[self._at : self._at + size])
        self._at += size
        return data

    def close(self) -> None:
        """Close the connection without a word."""
        self.socket.close()

    def _compact(self) -> int:
        done, self._at = self._at, 0
        if done:
            del self._buffer[:done]
        return done

    def flush(self) -> None:
        """Send what waits to be sent."""
        data = bytes(self._outbox)
        self._outbox.clear()
        if self._deflate is not None:
            data = self._deflate.compress(data) + self._deflate.flush(zlib.Z_SYNC_FLUSH)
        self.socket.settimeout(self.limits.patience(self.limits.idle_s))
        self._sent_at = time.monotonic()
        try:
            self.socket.sendall(data)
        except OSError as error:
            raise _lost(error) from None

    def _fill(self) -> None:
        if self._outbox:
            self.flush()
        self.socket.settimeout(self.limits.patience(self.limits.idle_s))
        started = time.monotonic()
        try:
            data = self.socket.recv(CHUNK)
        except OSError as error:
            self.limits.patience(1)
            raise _lost(error) from None
        if not data:
            raise ConnectionLostError("server_gone", "the server ended it")
        now = time.monotonic()
        if self._sent_at is not None:
            self.round_trip = min(self.round_trip, now - self._sent_at)
            self._sent_at = None
        self.limits.received += len(data)
        self.limits.waited(now - started, len(data))
        if self._inflate is None:
            self.limits.spend(len(data))
            self._buffer += data
        else:
            self._expand(data)

    def _expand(self, data: bytes) -> None:
        """Inflate *data*; each piece counts against the budget before the next is made (a bomb stays small)."""
        assert self._inflate is not None
        piece = b""
        while data or len(piece) == CHUNK:
            try:
                piece = self._inflate.decompress(data, CHUNK)
            except zlib.error:
                raise ConnectionLostError("protocol", "the server sent damaged data") from None
            self.limits.spend(len(piece))
            self._buffer += piece
            data = self._inflate.unconsumed_tail


def _lost(error: OSError) -> ConnectionLostError:
    if isinstance(error, TimeoutError):
        return ConnectionLostError("server_silent", "the server fell silent")
    return ConnectionLostError("server_gone", error.strerror or str(error) or "it was reset")
