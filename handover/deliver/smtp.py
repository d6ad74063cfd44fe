"""Sending one mail by SMTP: ``smtps://user@host``, ``smtp://user@host:587?tls=starttls``; plain only on this machine.

Tells apart what was refused, which was not delivered for sure, and what broke off after the mail had been handed to
the server, where nobody knows.
"""

from __future__ import annotations

import smtplib
import ssl
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import parse_qsl, unquote, urlsplit

from handover.credentials import Secret
from handover.errors import DeliveryError, UsageError
from handover.i18n import N_
from handover.sources.imap_uri import is_loopback

TIMEOUT_S = 60.0
PORTS = {"tls": 465, "starttls": 587, "plain": 25}


class InDoubtError(DeliveryError):
    """The connection broke after the mail had been handed over: it may have been delivered, or not."""


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where mail is handed in. *user* is ``""`` where no login is wanted; *ca* alone vouches for the server."""

    host: str
    port: int
    security: str
    user: str = ""
    ca: str = ""


def parse_uri(uri: str) -> Endpoint:
    """Return the server that *uri* names; raise `UsageError` for what is none, or would send in the clear."""
    try:
        parts = urlsplit(uri)
        port = parts.port
    except ValueError:
        raise _wrong(uri) from None
    options = dict(parse_qsl(parts.query))
    if parts.scheme not in ("smtp", "smtps") or not parts.hostname or parts.path not in ("", "/"):
        raise _wrong(uri)
    if parts.password is not None:
        raise UsageError(
            "secret-in-uri",
            N_("A password does not belong into the address of the mail server."),
            hint=N_("Leave it out and set smtp_password_command in [delivery], or use the keyring."),
        )
    security = "tls" if parts.scheme == "smtps" else options.get("tls", "")
    if security not in ("tls", "starttls"):
        security = "plain" if is_loopback(parts.hostname) and security in ("", "none") else "starttls"
    return Endpoint(
        parts.hostname,
        port or PORTS[security],
        security,
        unquote(parts.username or ""),
        options.get("ca", ""),
    )


def send(
    endpoint: Endpoint,
    secret: Callable[[str, str], Secret] | None,
    sender: str,
    recipient: str,
    data: bytes,
    *,
    timeout: float = TIMEOUT_S,
) -> None:
    """Hand *data* (RFC 5322 with CRLF) to the server for *recipient*.

    Raises `DeliveryError` when it was not taken, `InDoubtError` when the end of the conversation was lost.
    """
    try:
        with _connected(endpoint, timeout) as server:
            _log_in(server, endpoint, secret)
            _expect(server.mail(sender), 250, endpoint)
            _expect(server.rcpt(recipient), 250, endpoint)
            _expect(server.docmd("DATA"), 354, endpoint)
            _hand_over(server, data, endpoint)
    except UnicodeError as error:  # its words would show a part of what is secret
        raise _unspeakable(endpoint) from error
    except (OSError, smtplib.SMTPException) as error:
        raise _failed(endpoint, str(error.strerror or error) or type(error).__name__) from error


def _connected(endpoint: Endpoint, timeout: float) -> smtplib.SMTP:
    context = ssl.create_default_context(cafile=endpoint.ca or None) if endpoint.security != "plain" else None
    if endpoint.security == "tls":
        assert context is not None
        return smtplib.SMTP_SSL(endpoint.host, endpoint.port, timeout=timeout, context=context)
    server = smtplib.SMTP(endpoint.host, endpoint.port, timeout=timeout)
    try:
        if context is not None:
            server.starttls(context=context)
        server.ehlo_or_helo_if_needed()
    except BaseException:
        server.close()
        raise
    return server


def _log_in(server: smtplib.SMTP, endpoint: Endpoint, secret: Callable[[str, str], Secret] | None) -> None:
    server.ehlo_or_helo_if_needed()
    if not endpoint.user or secret is None or "auth" not in server.esmtp_features:
        return
    known = secret(endpoint.host, endpoint.user)
    if known.kind == "token":
        answer = f"user={endpoint.user}\1auth=Bearer {known.value}\1\1"
        server.auth("XOAUTH2", lambda challenge=None: answer if not challenge else "")
    else:
        server.login(endpoint.user, known.value)


def _hand_over(server: smtplib.SMTP, data: bytes, endpoint: Endpoint) -> None:
    """Send the mail itself. From here on a lost connection leaves it in doubt."""
    lines = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n")
    stuffed = b"\r\n".join(b"." + line if line.startswith(b".") else line for line in lines)
    try:
        server.send(stuffed.rstrip(b"\r\n") + b"\r\n.\r\n")
        reply = server.getreply()
    except (OSError, smtplib.SMTPException) as error:
        raise InDoubtError(
            "perhaps-sent",
            N_("The connection to {host} broke off at the very end: the mail may have gone out, or not."),
            hint=N_("Send again: it goes out with the same Message-ID, so that mail programs see one mail."),
            host=endpoint.host,
        ) from error
    _expect(reply, 250, endpoint)


def _expect(reply: tuple[int, bytes], wanted: int, endpoint: Endpoint) -> None:
    code, text = reply
    if code // 10 != wanted // 10:
        raise _failed(endpoint, f"{code} {text.decode('utf-8', 'replace')}")


def _failed(endpoint: Endpoint, why: str) -> DeliveryError:
    return DeliveryError(
        "not-delivered",
        N_("The mail was not delivered: {host} says “{why}”."),
        hint=N_("Nothing went out. Mend it and send again: it goes out with the same Message-ID."),
        source=endpoint.host,
        host=endpoint.host,
        why=" ".join("".join(sign if sign.isprintable() else " " for sign in why[:300]).split()),
    )


def _unspeakable(endpoint: Endpoint) -> DeliveryError:
    return DeliveryError(
        "not-delivered",
        N_("The mail was not delivered: the name of {host}, the user or the password cannot be said to a server."),
        hint=N_("Nothing went out. A name is written in plain letters (xn--… for umlauts), a password in ASCII."),
        source=endpoint.host,
        host=endpoint.host,
    )


def _wrong(uri: str) -> UsageError:
    return UsageError(
        "bad-smtp",
        N_("“{uri}” names no mail server."),
        hint=N_("Write it as smtps://user@host or smtp://user@host:587."),
        uri=uri,
    )
