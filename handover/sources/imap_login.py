"""From nothing to a logged-in connection: TLS, STARTTLS, greeting, password or token; with imapclient.

imapclient and imaplib run the conversation up to the login, over our own `Wire`, so that their commands too
pass the guard and their reads count against the limits. Reading itself is `imap_session`.
"""

from __future__ import annotations

import imaplib
import re
import ssl
from typing import Any

from imapclient import IMAPClient, exceptions

from handover.credentials import Secret
from handover.errors import UsageError
from handover.sources import imap_errors as errors
from handover.sources.imap_limits import ConnectionLostError, Limits
from handover.sources.imap_uri import Endpoint, is_loopback
from handover.sources.imap_wire import Wire

_ATOM = re.compile(r"[A-Za-z0-9.@_+=-]+")


class GuardedIMAP4(imaplib.IMAP4):
    """imaplib over a `Wire`: the documented places to override (open, read, readline, send, shutdown)."""

    def __init__(self, endpoint: Endpoint, limits: Limits) -> None:
        self.endpoint = endpoint
        self.limits = limits
        self.challenged = False
        super().__init__(endpoint.host, endpoint.port)

    def open(self, host: str = "", port: int = 0, timeout: float | None = None) -> None:
        self.host, self.port = host, port
        self.wire = Wire(host, port, self.limits)
        if self.endpoint.security == "tls":
            try:
                self.wire.start_tls(tls_context(self.endpoint))
            except BaseException:
                self.wire.close()
                raise
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

    def __init__(self, endpoint: Endpoint, limits: Limits) -> None:
        self._endpoint = endpoint
        self._limits = limits
        super().__init__(endpoint.host, endpoint.port, ssl=endpoint.security == "tls")

    def _create_IMAP4(self) -> GuardedIMAP4:
        return GuardedIMAP4(self._endpoint, self._limits)

    def _set_read_timeout(self) -> None:
        """Do nothing: the wire sets the time of each read itself."""

    @property
    def guarded(self) -> GuardedIMAP4:
        inner: GuardedIMAP4 = self._imap
        return inner


def log_in(endpoint: Endpoint, secret: Secret, limits: Limits) -> tuple[Wire, frozenset[str]]:
    """Return a logged-in connection and what the server says it can do.

    Raises `SourceError` or `UsageError` for what a person must mend, `ConnectionLostError` where another try may help.
    """
    _check_secret(endpoint, secret)
    client = _connect(endpoint, limits)
    try:
        _encrypt(client, endpoint)
        _authenticate(client, endpoint, secret)
        capabilities = frozenset(word.decode("ascii", "replace") for word in client.capabilities())
    except OSError as error:
        client.shutdown()
        raise errors.not_reached(endpoint, error) from None
    except imaplib.IMAP4.error as error:
        client.shutdown()
        raise _nonsense(error) from None
    except BaseException:
        client.shutdown()
        raise
    return client.guarded.wire, capabilities


def tls_context(endpoint: Endpoint) -> ssl.SSLContext:
    """Return a context that verifies certificate and host name, by the account's own authority if it has one."""
    try:
        return ssl.create_default_context(cafile=endpoint.ca or None)
    except OSError as error:
        raise UsageError(
            "bad_ca",
            "{file} is no file with a certificate: {reason}.",
            hint="?ca= wants the PEM file of the authority that signed the server's certificate.",
            source=endpoint.uri,
            file=endpoint.ca,
            reason=errors.inert(error.strerror or str(error)),
        ) from None


def _connect(endpoint: Endpoint, limits: Limits) -> GuardedClient:
    try:
        client = GuardedClient(endpoint, limits)
    except OSError as error:
        raise errors.not_reached(endpoint, error) from None
    except imaplib.IMAP4.error as error:
        raise _nonsense(error) from None
    client.guarded.debug = 0  # imapclient logs the whole conversation otherwise
    peer = client.guarded.wire.socket.getpeername()[0]
    if client.guarded.state == "AUTH":
        client.shutdown()
        raise errors.let_in_unasked(endpoint)
    if endpoint.security == "plain" and not is_loopback(peer):
        client.shutdown()
        raise errors.no_starttls(endpoint)
    return client


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


def _check_secret(endpoint: Endpoint, secret: Secret) -> None:
    value = endpoint.user + secret.value
    if not secret.value or any(ord(letter) < 32 or ord(letter) == 127 for letter in value):
        raise UsageError(
            "bad_secret",
            "The password or token for {user} at {host} is empty or holds control characters.",
            hint="Does the command print the password on its first line and nothing before it?",
            source=endpoint.uri,
            user=endpoint.user,
            host=endpoint.host,
        )


def _nonsense(error: imaplib.IMAP4.error) -> ConnectionLostError:
    """Return the loss of a connection on which imaplib met what it did not expect."""
    words = _answer(error).rpartition("=> ")[2]
    if "unterminated" in words or "unexpected" in words or not words:
        return ConnectionLostError("protocol", "the server does not speak IMAP as it should")
    return ConnectionLostError("server_gone", f"the server said: {errors.inert(words)}")


def _answer(error: Exception) -> str:
    text = str(error)
    quoted = re.fullmatch(r"b(['\"])(.*)\1", text, re.DOTALL)
    return quoted[2] if quoted else text
