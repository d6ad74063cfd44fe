"""From a connection to a logged-in one: greeting, STARTTLS, password or token; with imapclient.

imapclient and imaplib run the conversation up to the login, over our own `Wire`, so that their commands too
pass the guard and their reads count against the limits. Connecting is `imap_dial`, reading `imap_session`.
"""

from __future__ import annotations

import imaplib
import re
from typing import Any

from imapclient import IMAPClient, exceptions

from handover.credentials import Secret
from handover.sources import imap_errors as errors
from handover.sources.imap_dial import tls_context
from handover.sources.imap_limits import ConnectionLostError
from handover.sources.imap_uri import Endpoint
from handover.sources.imap_wire import Wire

_ATOM = re.compile(r"[A-Za-z0-9.@_+=-]+")


class GuardedIMAP4(imaplib.IMAP4):
    """imaplib over a `Wire`: the documented places to override (open, read, readline, send, shutdown)."""

    def __init__(self, wire: Wire, endpoint: Endpoint) -> None:
        self.wire = wire
        self.endpoint = endpoint
        self.challenged = False
        super().__init__(endpoint.host, endpoint.port)

    def open(self, host: str = "", port: int = 0, timeout: float | None = None) -> None:
        self.host, self.port = host, port
        self.sock = self.wire.socket

    def read(self, size: int) -> bytes:
        return self.wire.read(size)

    def readline(self) -> bytes:
        return self.wire.readline()

    def send(self, data: Any) -> None:
        if self.challenged:
            self.wire.send_answer(bytes(data))
        else:
            self.wire.send_lines(bytes(data))
            self.challenged = b" AUTHENTICATE " in data

    def shutdown(self) -> None:
        self.wire.close()

    def encrypt(self) -> None:
        """Run STARTTLS, and forget everything that was said before."""
        typ, _ = self._simple_command("STARTTLS")
        if typ != "OK":
            raise errors.no_starttls(self.endpoint)
        self.wire.start_tls(tls_context(self.endpoint))
        self.sock = self.wire.socket
        self.untagged_responses.clear()
        self._get_capabilities()

    def _get_capabilities(self) -> None:
        """Take the capabilities of the greeting where it has them: one round trip less."""
        told = self.untagged_responses.pop("CAPABILITY", None)
        if told and isinstance(told[-1], bytes):
            self.capabilities = tuple(told[-1].decode("ascii", "replace").upper().split())
        else:
            super()._get_capabilities()  # type: ignore[misc]


class GuardedClient(IMAPClient):  # type: ignore[misc]
    """imapclient over `GuardedIMAP4`."""

    def __init__(self, wire: Wire, endpoint: Endpoint) -> None:
        self._wire = wire
        self._endpoint = endpoint
        super().__init__(endpoint.host, endpoint.port, ssl=endpoint.security == "tls")

    def _create_IMAP4(self) -> GuardedIMAP4:
        return GuardedIMAP4(self._wire, self._endpoint)

    def _set_read_timeout(self) -> None:
        """Do nothing: the wire sets the time of each read itself."""

    @property
    def guarded(self) -> GuardedIMAP4:
        inner: GuardedIMAP4 = self._imap
        return inner


def log_in(wire: Wire, endpoint: Endpoint, secret: Secret) -> frozenset[str]:
    """Log in on the fresh connection *wire* and return what the server says it can do.

    Raises `SourceError` for what a person must mend, `ConnectionLostError` where another try may help.
    """
    try:
        client = GuardedClient(wire, endpoint)
        client.guarded.debug = 0  # imapclient logs the whole conversation otherwise
        if client.guarded.state == "AUTH":
            raise errors.let_in_unasked(endpoint)
        _encrypt(client, endpoint)
        _authenticate(client, endpoint, secret)
        return frozenset(word.decode("ascii", "replace") for word in client.capabilities())
    except OSError as error:
        raise errors.not_reached(endpoint, error) from None
    except imaplib.IMAP4.error as error:
        raise _nonsense(error) from None


def _encrypt(client: GuardedClient, endpoint: Endpoint) -> None:
    if endpoint.security != "starttls":
        return
    if "STARTTLS" not in client.guarded.capabilities:
        raise errors.no_starttls(endpoint)
    client.guarded.encrypt()


def _authenticate(client: GuardedClient, endpoint: Endpoint, secret: Secret) -> None:
    offered = client.guarded.capabilities
    try:
        if secret.kind == "token":
            _authenticate_by_token(client, endpoint, secret)
        elif "LOGINDISABLED" not in offered and _ATOM.fullmatch(endpoint.user) and secret.value.isascii():
            client.login(endpoint.user, secret.value)
        elif "AUTH=PLAIN" in offered:
            client.plain_login(endpoint.user, secret.value)
        else:
            raise errors.login_unsupported(endpoint, token=False)
    except exceptions.LoginError as error:
        if isinstance(error.__context__, imaplib.IMAP4.abort):
            raise
        raise errors.login_refused(endpoint, _answer(error), token=secret.kind == "token") from None
    finally:
        client.guarded.challenged = False


def _authenticate_by_token(client: GuardedClient, endpoint: Endpoint, secret: Secret) -> None:
    """Log in by OAUTHBEARER (RFC 7628) or, where the server is older, XOAUTH2."""
    if "AUTH=OAUTHBEARER" in client.guarded.capabilities:
        user = endpoint.user.replace("=", "=3D").replace(",", "=2C")
        first, later = f"n,a={user},\1auth=Bearer {secret.value}\1\1", "\1"
        mechanism = "OAUTHBEARER"
    elif "AUTH=XOAUTH2" in client.guarded.capabilities:
        first, later = f"user={endpoint.user}\1auth=Bearer {secret.value}\1\1", ""
        mechanism = "XOAUTH2"
    else:
        raise errors.login_unsupported(endpoint, token=True)
    answers = iter([first])
    client.sasl_login(mechanism, lambda _: next(answers, later))


def _nonsense(error: imaplib.IMAP4.error) -> ConnectionLostError:
    """Return the loss of a connection on which imaplib met what it did not expect."""
    words = _answer(error).rpartition("=> ")[2]
    if "unterminated" in words or "unexpected" in words or not words:
        return ConnectionLostError("protocol", "the server does not speak IMAP as it should")
    return ConnectionLostError("server_gone", f"“{errors.inert(words)}”")


def _answer(error: Exception) -> str:
    text = str(error)
    quoted = re.fullmatch(r"b(['\"])(.*)\1", text, re.DOTALL)
    return quoted[2] if quoted else text
