"""Reaching a server: the connection, TLS from the first byte where the address says so, and whom to trust.

Kept apart from `imap_login`, so that the server's greeting is under way while imapclient is being loaded.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from handover.credentials import Secret
from handover.errors import UsageError
from handover.sources import imap_errors as errors
from handover.sources.imap_limits import Limits
from handover.sources.imap_uri import Endpoint, is_loopback
from handover.sources.imap_wire import Wire

if TYPE_CHECKING:
    import ssl


def dial(endpoint: Endpoint, limits: Limits) -> Wire:
    """Return a connection to the server, encrypted if *endpoint* says so; raise `SourceError` if there is none."""
    try:
        wire = Wire(endpoint.host, endpoint.port, limits)
    except OSError as error:
        raise errors.not_reached(endpoint, error) from None
    try:
        if endpoint.security == "plain" and not is_loopback(wire.peer):
            raise errors.no_starttls(endpoint)
        if endpoint.security == "tls":
            wire.start_tls(tls_context(endpoint))
    except OSError as error:
        wire.close()
        raise errors.not_reached(endpoint, error) from None
    except BaseException:
        wire.close()
        raise
    return wire


def tls_context(endpoint: Endpoint) -> ssl.SSLContext:
    """Return a context that verifies certificate and host name, by the account's own authority if it has one."""
    import ssl

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


def check_secret(endpoint: Endpoint, secret: Secret) -> None:
    """Raise `UsageError` for a secret that no command could carry."""
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
