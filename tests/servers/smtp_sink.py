"""An SMTP server on 127.0.0.1 that keeps what it is sent, or refuses it as a test wishes; with aiosmtpd."""

from __future__ import annotations

import contextlib
import ssl
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from tests.servers.authority import Certificate
from tests.servers.ports import free_ports

if TYPE_CHECKING:
    from aiosmtpd.smtp import SMTP, Envelope, Session

USER, PASSWORD = "erika", "nur-zum-testen"


def missing() -> str:
    """Tell why the server cannot be started here, or return ``""``."""
    return "" if find_spec("aiosmtpd") else "aiosmtpd is not installed"


@dataclass(frozen=True)
class Sent:
    """One mail as it arrived."""

    sender: str
    recipients: tuple[str, ...]
    data: bytes
    encrypted: bool
    login: str


@dataclass
class Sink:
    """A running server. Tests may set what it refuses: recipients by address, all mail, or the end of DATA."""

    port: int
    sent: list[Sent] = field(default_factory=list)
    refused_recipients: set[str] = field(default_factory=set)
    refuse_data: str = ""
    drop_after_data: bool = False
    authority: Certificate | None = None

    async def handle_RCPT(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if address in self.refused_recipients:
            return "550 5.1.1 no such person"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        if self.refuse_data:
            return self.refuse_data
        content = envelope.content if isinstance(envelope.content, bytes) else b""
        login = getattr(session.auth_data, "login", b"") or b""
        self.sent.append(
            Sent(
                envelope.mail_from or "",
                tuple(envelope.rcpt_tos),
                content,
                session.ssl is not None,
                login.decode() if isinstance(login, bytes) else "",
            )
        )
        if self.drop_after_data and server.transport:
            server.transport.close()
        return "250 kept"


@contextlib.contextmanager
def run_smtp_sink(*, certificate: Certificate | None = None, login: bool = False) -> Iterator[Sink]:
    """Run a server until the block ends: with a *certificate* it offers STARTTLS, with *login* it demands one."""
    from aiosmtpd.controller import Controller
    from aiosmtpd.smtp import AuthResult

    def check(server: Any, session: Any, envelope: Any, mechanism: str, data: Any) -> AuthResult:
        right = (data.login, data.password) == (USER.encode(), PASSWORD.encode())
        return AuthResult(success=right, auth_data=data if right else None, handled=False)

    context = None
    if certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate.server, certificate.key)
    sink = Sink(free_ports(1)[0], authority=certificate)
    controller = Controller(
        sink,
        hostname="127.0.0.1",
        port=sink.port,
        tls_context=context,
        require_starttls=bool(certificate),
        auth_required=login,
        authenticator=check if login else None,
        auth_require_tls=bool(certificate),
    )
    controller.start()
    try:
        yield sink
    finally:
        controller.stop()
