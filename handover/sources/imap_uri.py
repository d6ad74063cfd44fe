"""Where an IMAP account lies: `imaps://user@host[:port]`, `imap://…?tls=starttls`, `?ca=FILE`.

Knows addresses only. A password never stands in one; plain `imap://` is for this machine alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal
from urllib.parse import parse_qsl, quote, unquote, urlsplit

from handover.errors import UsageError

Security = Literal["tls", "starttls", "plain"]
PORTS: dict[Security, int] = {"tls": 993, "starttls": 143, "plain": 143}
FORM = "Write it as imaps://user@host, imaps://user@host:port or imap://user@host?tls=starttls."


@dataclass(frozen=True, slots=True)
class Endpoint:
    """One account on one server. *ca* is a PEM file that alone vouches for the server, or ``""``."""

    user: str
    host: str
    port: int
    security: Security
    ca: str = ""

    @property
    def uri(self) -> str:
        """The account's stable name: no secret, no default port, no options."""
        scheme = "imaps" if self.security == "tls" else "imap"
        host = f"[{self.host}]" if ":" in self.host else self.host
        port = "" if self.port == PORTS[self.security] else f":{self.port}"
        return f"{scheme}://{quote(self.user, safe='@+=!$&*')}@{host}{port}"


def parse_uri(uri: str) -> Endpoint:
    """Return the account that *uri* names, or raise `UsageError` that says what is wrong with it."""
    if any(ord(letter) <= 32 or ord(letter) == 127 for letter in uri):
        raise _wrong(uri, "it holds a blank or a control character")
    try:
        parts = urlsplit(uri)
        port = parts.port
    except ValueError:
        raise _wrong(uri, "host or port cannot be understood") from None
    account, _, _ = parts.netloc.rpartition("@")
    user, colon, _ = account.partition(":")
    if colon:
        raise UsageError(
            "secret_in_uri",
            "A password does not belong in the address of an account.",
            hint="Leave it out and give --password-command, a keyring entry or a systemd credential.",
            source=f"{parts.scheme}://{user}@{parts.hostname}",
        )
    if parts.scheme not in ("imap", "imaps") or not user or not parts.hostname:
        raise _wrong(
            uri, "user or host is missing" if parts.scheme in ("imap", "imaps") else "not an IMAP address"
        )
    if parts.path not in ("", "/") or parts.fragment:
        raise _wrong(uri, "nothing but options may follow the host; folders are chosen in the configuration")
    security, ca = _options(uri, parts.scheme, parts.query)
    if security == "plain" and not is_loopback(parts.hostname):
        raise UsageError(
            "plain_refused",
            "{host} would get the password unencrypted.",
            hint="Use imaps://{host} or add ?tls=starttls; plain imap:// is only for this machine.",
            source=uri,
            host=parts.hostname,
        )
    return Endpoint(unquote(user), parts.hostname, port or PORTS[security], security, ca)


def is_loopback(host: str) -> bool:
    """Tell whether *host* (a name or an address) is this machine itself."""
    import ipaddress

    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _options(uri: str, scheme: str, query: str) -> tuple[Security, str]:
    options = dict(parse_qsl(query, keep_blank_values=True))
    ca = options.pop("ca", "")
    tls = options.pop("tls", "")
    if options:
        raise _wrong(uri, "the only options are tls and ca")
    if scheme == "imaps":
        if tls not in ("", "tls"):
            raise _wrong(uri, "imaps:// speaks TLS from the start; STARTTLS is imap://…?tls=starttls")
        return "tls", ca
    if tls not in ("", "starttls"):
        raise _wrong(uri, "the option tls can only be starttls")
    return ("starttls" if tls else "plain"), ca


def _wrong(uri: str, reason: str) -> UsageError:
    return UsageError(
        "bad_uri",
        "{uri} is no address of a mailbox: {reason}.",
        hint=FORM,
        source=uri,
        uri=uri,
        reason=reason,
    )
