"""What can go wrong with an IMAP account, as errors that say what to do next.

A server's own words are quoted in a few of them: shortened, without control characters, never a secret.
"""

from __future__ import annotations

import socket

from handover.errors import SourceError
from handover.sources.imap_limits import ConnectionLostError
from handover.sources.imap_uri import Endpoint

AGAIN = "What was read is kept; run it again to go on where it stopped."


def not_reached(endpoint: Endpoint, error: OSError) -> SourceError:
    """Return the error for a connection that could not be made."""
    import ssl

    if isinstance(error, ssl.SSLCertVerificationError):
        return _error(
            endpoint,
            "certificate_untrusted",
            "The certificate of {host} is not trusted: {reason}.",
            "If its authority is your own, name the file of its certificate: ?ca=FILE",
            reason=inert(error.verify_message),
        )
    if isinstance(error, ssl.SSLError):
        return _error(
            endpoint,
            "tls_failed",
            "No encrypted connection with {host}:{port}: {reason}.",
            "imaps:// is for the port that speaks TLS from the start (993), ?tls=starttls for the other (143).",
            reason=inert(error.reason or str(error)),
        )
    if isinstance(error, socket.gaierror):
        return _error(
            endpoint,
            "unknown_host",
            "There is no server named {host}.",
            "Check the name of the host and whether this machine is online.",
        )
    if isinstance(error, TimeoutError):
        return _error(
            endpoint,
            "no_answer",
            "{host}:{port} does not answer.",
            "Check host and port, and whether a firewall lies between.",
        )
    return _error(
        endpoint,
        "not_reached",
        "{host}:{port} cannot be reached: {reason}.",
        "Check host and port, and whether this machine is online.",
        reason=inert(error.strerror or str(error)),
    )


def broken_off(endpoint: Endpoint, lost: ConnectionLostError) -> SourceError:
    """Return the error for a connection that broke and could not be mended."""
    return _error(
        endpoint,
        lost.code,
        "The connection to {host} broke off: {reason}.",
        AGAIN,
        reason=inert(lost.reason),
    )


def no_starttls(endpoint: Endpoint) -> SourceError:
    """Return the error for a server that offers no STARTTLS, or for somebody between who hides it."""
    return _error(
        endpoint,
        "no_tls",
        "{host}:{port} offers no encryption, so the password was not sent.",
        "Try imaps://{host}. If it worked before, somebody may be between you and the server.",
    )


def let_in_unasked(endpoint: Endpoint) -> SourceError:
    """Return the error for a PREAUTH greeting, which would skip encryption and login."""
    return _error(
        endpoint,
        "preauth",
        "{host} claims that nobody needs to log in; this is not trusted.",
        "Check the address. If it worked before, somebody may be between you and the server.",
    )


def login_refused(endpoint: Endpoint, answer: str, *, token: bool) -> SourceError:
    """Return the error for a login that the server refused, with its *answer*."""
    lowered = answer.upper()
    if any(word in lowered for word in ("UNAVAILABLE", "INUSE", "LIMIT", "TRY AGAIN", "TOO MANY")):
        return _error(
            endpoint,
            "login_unavailable",
            "{host} takes no logins at the moment: {answer}.",
            "Try again later.",
            answer=inert(answer),
        )
    if token:
        hint = "Does the token command print a valid token for IMAP of {user}? Tokens expire; it must renew them."
    else:
        hint = "Check user and password. Gmail and Microsoft 365 want a token (--token-command) or an app password."
    return _error(
        endpoint, "login_refused", "{host} does not let {user} in: {answer}.", hint, answer=inert(answer)
    )


def login_unsupported(endpoint: Endpoint, *, token: bool) -> SourceError:
    """Return the error for a server that offers no way to log in with the secret at hand."""
    if token:
        return _error(
            endpoint,
            "no_oauth",
            "{host} takes no OAuth tokens.",
            "Give a password for this account instead of a token command.",
        )
    return _error(
        endpoint,
        "no_password_login",
        "{host} takes no passwords on this connection.",
        "Use imaps:// or ?tls=starttls; where only OAuth is allowed, give --token-command.",
    )


def folder_refused(endpoint: Endpoint, folder: str, answer: str) -> SourceError:
    """Return the error for a folder that the server does not open."""
    return _error(
        endpoint,
        "folder_refused",
        "{host} does not open the folder {folder}: {answer}.",
        "Does it still exist, and may {user} read it?",
        folder=folder,
        answer=inert(answer),
    )


def bad_uidvalidity(endpoint: Endpoint, folder: str, value: int) -> SourceError:
    """Return the error for a UIDVALIDITY outside 1..2³²-1 (RFC 3501, 2.3.1.1): its UIDs mean nothing."""
    return _error(
        endpoint,
        "bad_uidvalidity",
        "{host} gives the folder {folder} an impossible UIDVALIDITY ({value}), so it was not read.",
        "The server is faulty; tell whoever runs it.",
        folder=folder,
        value=value,
    )


def folder_unfinished(endpoint: Endpoint, folder: str, count: int) -> SourceError:
    """Return the error for a folder whose mails the server lists but does not hand out."""
    return _error(
        endpoint,
        "folder_unfinished",
        "{host} does not hand out {count} mails of the folder {folder}.",
        AGAIN,
        folder=folder,
        count=count,
    )


def folder_changed(endpoint: Endpoint, folder: str) -> SourceError:
    """Return the error for a folder that was made anew while it was read."""
    return _error(
        endpoint,
        "folder_changed",
        "The folder {folder} at {host} was replaced while it was being read.",
        AGAIN,
        folder=folder,
    )


def mail_gone(endpoint: Endpoint, folder: str) -> SourceError:
    """Return the error for a mail that was asked for whole and lies there no more."""
    return _error(
        endpoint,
        "message_gone",
        "The mail is no longer in the folder {folder} at {host}.",
        "It was moved or deleted since it was read; run `handover sync` and ask again.",
        folder=folder,
    )


def refused(endpoint: Endpoint, what: str, answer: str) -> SourceError:
    """Return the error for a command that a working connection answered with NO or BAD."""
    return _error(
        endpoint,
        "refused",
        "{host} refuses {what}: {answer}.",
        "Try again later; if it stays so, tell whoever runs the server.",
        what=what,
        answer=inert(answer),
    )


def inert(text: str) -> str:
    """Return a stranger's words on one line, shortened, without control characters or a full stop."""
    shown = "".join(letter if letter.isprintable() else " " for letter in text[:400])
    return " ".join(shown.split())[:200].rstrip(". ")


def _error(endpoint: Endpoint, code: str, text: str, hint: str, **values: object) -> SourceError:
    return SourceError(
        code,
        text,
        hint=hint,
        source=endpoint.uri,
        host=endpoint.host,
        port=endpoint.port,
        user=endpoint.user,
        **values,
    )
