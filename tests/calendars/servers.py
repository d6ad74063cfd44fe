"""Servers on loopback that give out a calendar, or misbehave."""

from __future__ import annotations

import contextlib
import ssl
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from tests.servers.authority import Certificate

Respond = Callable[["Handler"], None]


@dataclass
class Web:
    """A running server, what it was asked, and how it answers: by path, or with 404."""

    port: int
    scheme: str
    pages: dict[str, Respond] = field(default_factory=dict)
    asked: list[tuple[str, str, dict[str, str]]] = field(default_factory=list)

    def url(self, path: str = "/calendar.ics") -> str:
        return f"{self.scheme}://localhost:{self.port}{path}"


class Handler(BaseHTTPRequestHandler):
    """Answers with the page of the path; any method."""

    protocol_version = "HTTP/1.1"
    web: Web

    def give(self, body: bytes, status: int = 200, **headers: str) -> None:
        """Send an answer; header names with ``_`` for ``-``."""
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", "0")))
        self.body = body
        self.web.asked.append((self.command, self.path, dict(self.headers)))
        page = self.web.pages.get(self.path.split("?")[0])
        with contextlib.suppress(OSError):
            if page:
                page(self)
            else:
                self.give(b"nothing here", 404)

    do_PROPFIND = do_REPORT = do_GET

    def log_message(self, format: str, *args: Any) -> None:
        pass


@contextlib.contextmanager
def run_web(certificate: Certificate | None = None) -> Iterator[Web]:
    """Run a server until the block ends; with a certificate it speaks TLS."""
    web = Web(0, "https" if certificate else "http")
    handler = type("Bound", (Handler,), {"web": web})
    with _Quiet(("127.0.0.1", 0), handler) as server:
        if certificate:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(certificate.server, certificate.key)
            server.socket = context.wrap_socket(server.socket, server_side=True)
        web.port = server.server_address[1]
        thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        try:
            yield web
        finally:
            server.shutdown()
            thread.join(10)


class _Quiet(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        pass


def page(body: bytes, status: int = 200, **headers: str) -> Respond:
    """Return a page that always answers with *body*."""
    return lambda handler: handler.give(body, status, **headers)
