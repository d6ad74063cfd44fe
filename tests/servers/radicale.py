"""A real CalDAV server (Radicale) on 127.0.0.1, in a process of its own, with one calendar for `USER`."""

from __future__ import annotations

import base64
import contextlib
import http.client
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from tests.servers.authority import Certificate
from tests.servers.ports import free_ports

USER, PASSWORD = "erika", "nur-zum-testen"
CALENDAR = f"/{USER}/kalender/"

CONFIGURATION = """
[server]
hosts = 127.0.0.1:{port}
ssl = {ssl}
certificate = {certificate}
key = {key}
[auth]
type = htpasswd
htpasswd_filename = {home}/users
htpasswd_encryption = plain
delay = 0
[rights]
type = owner_only
[storage]
filesystem_folder = {home}/collections
[logging]
level = warning
"""

COLLECTION = """<?xml version="1.0" encoding="utf-8"?>
<create xmlns="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"><set><prop>
<resourcetype><collection/><C:calendar/></resourcetype><displayname>{name}</displayname>
</prop></set></create>"""


def missing() -> str:
    """Tell why the server cannot be started here, or return ``""``."""
    return "" if find_spec("radicale") else "radicale is not installed"


@dataclass(frozen=True)
class Radicale:
    """A running server; `put` adds an event (an iCalendar text with one UID) to a calendar."""

    port: int
    authority: Path | None
    log: Path

    @property
    def url(self) -> str:
        """The address of the calendar, without user and password."""
        scheme, host = ("https", "localhost") if self.authority else ("http", "127.0.0.1")
        return f"{scheme}://{host}:{self.port}{CALENDAR}"

    def make_calendar(self, path: str = CALENDAR, name: str = "Kalender") -> None:
        self.request("MKCOL", path, COLLECTION.format(name=name), "application/xml")

    def put(self, ics: str, name: str = "event.ics", path: str = CALENDAR) -> None:
        self.request("PUT", path + name, ics, "text/calendar; charset=utf-8")

    def delete(self, name: str = "event.ics", path: str = CALENDAR) -> None:
        self.request("DELETE", path + name)

    def request(self, method: str, path: str, body: str = "", media: str = "text/plain") -> bytes:
        """Send one request as `USER`; raise unless the server agrees."""
        with contextlib.closing(self._connection()) as connection:
            headers = {"Authorization": f"Basic {_basic()}", "Content-Type": media}
            connection.request(method, path, body.encode(), headers)
            answer = connection.getresponse()
            said = answer.read()
        if answer.status >= 300:
            raise RuntimeError(f"{method} {path}: {answer.status} {said[:300]!r}")
        return said

    def _connection(self) -> http.client.HTTPConnection:
        if not self.authority:
            return http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        import ssl

        context = ssl.create_default_context(cafile=self.authority)
        return http.client.HTTPSConnection("localhost", self.port, timeout=10, context=context)


@contextlib.contextmanager
def run_radicale(*, certificate: Certificate | None = None) -> Iterator[Radicale]:
    """Run a server with an empty calendar until the block ends; with a *certificate* it speaks https only."""
    home = Path(tempfile.mkdtemp(prefix="rad"))
    process: subprocess.Popen[bytes] | None = None
    try:
        (port,) = free_ports(1)
        (home / "users").write_text(f"{USER}:{PASSWORD}\n")
        configuration = CONFIGURATION.format(
            port=port,
            home=home,
            ssl=bool(certificate),
            certificate=certificate.server if certificate else "",
            key=certificate.key if certificate else "",
        )
        (home / "config").write_text(configuration)
        with (home / "log").open("wb") as log:
            process = subprocess.Popen(
                [sys.executable, "-m", "radicale", "--config", str(home / "config")],
                stdout=log,
                stderr=log,
                env={**os.environ, "PYTHONWARNINGS": "ignore"},
            )
        server = Radicale(port, certificate.authority if certificate else None, home / "log")
        _await(server, process)
        server.make_calendar()
        yield server
    finally:
        if process is not None:
            process.terminate()
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(5)
            process.kill()
            process.wait(5)
        shutil.rmtree(home, ignore_errors=True)


def _await(server: Radicale, process: subprocess.Popen[bytes]) -> None:
    for _ in range(150):
        if process.poll() is None:
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", server.port), 1):
                return
            time.sleep(0.1)
    raise RuntimeError(f"Radicale did not start: {server.log.read_text(errors='replace')}")


def _basic() -> str:
    return base64.b64encode(f"{USER}:{PASSWORD}".encode()).decode()
