"""HTTP for calendars: one server, read-only, with a total deadline and a cap on every answer.

A socket's timeout counts for each read, so a server that trickles would never trip it; here each read may
wait only for what is left of the whole. Redirects are followed on the same server only, never to another.
"""

from __future__ import annotations

import base64
import contextlib
import http.client
import io
import socket
import ssl
import time
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin

from handover.credentials import Secret
from handover.errors import SourceError
from handover.sources.calendars import failures
from handover.sources.calendars.place import Place

MAX_REDIRECTS = 5
CONNECT_S = 15.0
READ = 64 * 1024
_GONE = (http.client.RemoteDisconnected, http.client.CannotSendRequest, BrokenPipeError, ConnectionResetError)


class TooLargeError(Exception):
    """An answer is larger than allowed."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A server's answer: status, body, the path it came from after redirects, and how it wants a login."""

    status: int
    body: bytes
    target: str
    challenge: str = ""


class Client:
    """Talks to the server of one place. Its errors are `SourceError`, but for `TooLargeError`."""

    def __init__(
        self, place: Place, *, secret: Callable[[str, str], Secret] | None, deadline_s: float, max_bytes: int
    ) -> None:
        self.place = place
        self._secret = secret
        self._deadline = _Deadline(deadline_s)
        self._max_bytes = max_bytes
        self._headers: dict[str, str] | None = None
        self._connection: _Connection | None = None

    def request(
        self, method: str, target: str, *, body: bytes = b"", headers: dict[str, str] | None = None
    ) -> Answer:
        """Send a request and return the answer, whatever its status; redirects on the same server are followed."""
        sent = {"Accept-Encoding": "identity", "User-Agent": "handover", **self._account(), **(headers or {})}
        try:
            for _ in range(MAX_REDIRECTS + 1):
                response = self._send(method, target, body, sent)
                with response:
                    content = self._read(response)
                location = response.headers.get("Location", "")
                if response.status not in (301, 302, 303, 307, 308) or not location:
                    challenge = response.headers.get("WWW-Authenticate", "")
                    return Answer(response.status, content, target, challenge)
                target = self._redirected(target, location)
        except (OSError, http.client.HTTPException, zlib.error) as error:
            self.close()
            raise failures.unreachable(self.place, error) from error
        raise failures.redirected(self.place, "it never ends")

    def close(self) -> None:
        """Let go of the connection."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _send(
        self, method: str, target: str, body: bytes, headers: dict[str, str]
    ) -> http.client.HTTPResponse:
        fresh = self._connection is None
        connection = self._connection = self._connection or _Connection(self.place, self._deadline)
        try:
            connection.request(method, target, body or None, headers)
            return connection.getresponse()
        except _GONE:
            self.close()
            if fresh:
                raise
            return self._send(method, target, body, headers)

    def _read(self, response: http.client.HTTPResponse) -> bytes:
        parts: list[bytes] = []
        size = 0
        while part := response.read1(READ):
            parts.append(part)
            size += len(part)
            if size > self._max_bytes:
                self.close()
                raise TooLargeError
        content = b"".join(parts)
        if response.length:
            raise http.client.IncompleteRead(content, response.length)
        if response.headers.get("Content-Encoding", "").lower() in ("gzip", "deflate"):
            unpacker = zlib.decompressobj(47)
            content = unpacker.decompress(content, self._max_bytes)
            if unpacker.unconsumed_tail:
                raise TooLargeError
        return content

    def _redirected(self, target: str, location: str) -> str:
        origin = self.place.origin
        found = urljoin(origin + target, location)
        if not found.startswith(origin + "/"):
            raise failures.redirected(self.place, "to another server: " + failures.inert(found.split("?")[0]))
        return found[len(origin) :].split("#")[0]

    def _account(self) -> dict[str, str]:
        """Return the header that logs in; the secret is asked for once, and only where the address names a user."""
        if self._headers is None:
            self._headers = {}
            if self.place.user:
                found = self._secret(self.place.host, self.place.user) if self._secret else None
                if found is None:
                    raise failures.no_secret(self.place)
                self._headers = {"Authorization": _authorization(self.place.user, found)}
        return self._headers


def _authorization(user: str, secret: Secret) -> str:
    if any(ord(letter) < 32 for letter in secret.value):
        raise SourceError(
            "bad_secret", "The password or token holds a control character.", hint="Check its command."
        )
    if secret.kind == "token":
        return "Bearer " + secret.value
    return "Basic " + base64.b64encode(f"{user}:{secret.value}".encode()).decode()


class _Deadline:
    """The moment at which everything must be over."""

    def __init__(self, seconds: float) -> None:
        self._ends = time.monotonic() + seconds

    def left(self) -> float:
        """Return the seconds left; raises TimeoutError when there are none."""
        left = self._ends - time.monotonic()
        if left <= 0:
            raise TimeoutError(failures.DEADLINE)
        return left


class _Connection(http.client.HTTPConnection):
    """A connection whose every wait ends with the deadline."""

    def __init__(self, place: Place, deadline: _Deadline) -> None:
        super().__init__(place.host, place.port)
        self._place, self._deadline = place, deadline

    def connect(self) -> None:
        """Connect, encrypted and verified unless the place is this machine."""
        patience = min(CONNECT_S, self._deadline.left())
        plain = socket.create_connection((self._place.host, self._place.port), patience)
        with contextlib.suppress(OSError):
            plain.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        if self._place.encrypted:
            plain = _encrypted(plain, self._place)
        guarded: Any = _GuardedSocket(plain, self._deadline)
        self.sock = guarded


def _encrypted(plain: socket.socket, place: Place) -> socket.socket:
    try:
        context = ssl.create_default_context(cafile=place.ca or None)
        return context.wrap_socket(plain, server_hostname=place.host)
    except OSError as error:
        plain.close()
        if place.ca and not isinstance(error, ssl.SSLCertVerificationError):
            raise failures.bad_authority(place, error) from error
        raise


class _GuardedSocket:
    """As much of a socket as http.client uses; it is closed while an answer is still to be read from it."""

    def __init__(self, inner: socket.socket, deadline: _Deadline) -> None:
        self.inner = inner
        self.readers = 0
        self._deadline = deadline
        self._closed = False

    def sendall(self, data: bytes) -> None:
        with self._in_time():
            self.inner.sendall(data)

    def receive(self, buffer: Any) -> int:
        with self._in_time():
            return self.inner.recv_into(buffer)

    @contextlib.contextmanager
    def _in_time(self) -> Iterator[None]:
        self.inner.settimeout(self._deadline.left())
        try:
            yield
        except TimeoutError:
            raise TimeoutError(failures.DEADLINE) from None

    def makefile(self, mode: str) -> io.BufferedReader:
        self.readers += 1
        return io.BufferedReader(_Incoming(self))

    def close(self) -> None:
        self._closed = True
        self.let_go()

    def let_go(self) -> None:
        if self._closed and not self.readers:
            self.inner.close()


class _Incoming(io.RawIOBase):
    """The bytes that come in, each read no longer than the deadline allows."""

    def __init__(self, guard: _GuardedSocket) -> None:
        self._guard = guard

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        return self._guard.receive(buffer)

    def close(self) -> None:
        if not self.closed:
            super().close()
            self._guard.readers -= 1
            self._guard.let_go()
