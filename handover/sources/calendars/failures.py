"""What can go wrong with a calendar on a server, as errors that say what to do next."""

from __future__ import annotations

import http.client
import socket
import ssl
from typing import Any

from handover.errors import SourceError
from handover.sources.calendars.place import Place

DEADLINE = "deadline"


def unreachable(place: Place, error: Exception) -> SourceError:
    """Return the error for a connection that was not made, or broke."""
    if isinstance(error, ssl.SSLCertVerificationError):
        return _error(
            place,
            "certificate_untrusted",
            "The certificate of {host} is not trusted: {reason}.",
            "If its authority is your own, name the file of its certificate: add #ca=FILE to the address.",
            reason=inert(error.verify_message),
        )
    if isinstance(error, ssl.SSLError):
        reason = inert(error.reason or str(error))
        text = "No encrypted connection with {host}:{port}: {reason}."
        return _error(place, "tls_failed", text, "Check host and port.", reason=reason)
    if isinstance(error, socket.gaierror):
        text = "There is no server named {host}."
        return _error(
            place, "unknown_host", text, "Check the name of the host and whether this machine is online."
        )
    if isinstance(error, TimeoutError):
        if str(error) == DEADLINE:
            text = "The calendar at {host} took too long and was left."
            return _error(place, "deadline", text, "Try again later.")
        text = "{host}:{port} does not answer."
        return _error(place, "no_answer", text, "Check host and port, and whether a firewall lies between.")
    if isinstance(error, http.client.HTTPException):
        text = "{host}:{port} does not speak HTTP as it should: {reason}."
        return _error(place, "bad_answer", text, "Check host and port.", reason=inert(repr(error)))
    reason = inert(getattr(error, "strerror", None) or str(error))
    text = "{host}:{port} cannot be reached: {reason}."
    return _error(
        place, "not_reached", text, "Check host and port, and whether this machine is online.", reason=reason
    )


def refused(place: Place, status: int, challenge: str = "") -> SourceError:
    """Return the error for an answer that is no calendar, by its HTTP *status* and the login it asks for."""
    if status == 401 and challenge.lower().startswith("digest"):
        return _error(
            place,
            "no_basic_login",
            "{host} takes passwords only by Digest, which is not spoken here.",
            "Let the server take Basic over TLS, or give the address of the published feed.",
        )
    if status in (401, 403):
        return _error(
            place,
            "login_refused",
            "{host} does not let {user} read this calendar (HTTP {status}).",
            "Check user and password. Google wants a token (--token-command), Apple an app password.",
            status=status,
        )
    if status in (404, 410):
        text = "There is no calendar at this address of {host} (HTTP {status})."
        return _error(
            place, "no_calendar", text, "Copy its address again from the calendar program.", status=status
        )
    text = "{host} does not give out the calendar (HTTP {status})."
    return _error(place, "calendar_refused", text, "Try again later, or check the address.", status=status)


def redirected(place: Place, reason: str) -> SourceError:
    """Return the error for a redirect that is not followed."""
    text = "{host} sends on, {reason}; this is not followed."
    return _error(
        place, "redirect_refused", text, "If the new address is right, give that one.", reason=reason
    )


def no_secret(place: Place) -> SourceError:
    """Return the error for a login without a password at hand."""
    text = "There is no password for {user} at {host}."
    return _error(place, "no_password", text, "Give --password-command, or store it in the keyring.")


def bad_authority(place: Place, error: Exception) -> SourceError:
    """Return the error for a file of certificates that cannot be used."""
    text = "The certificate file {path} cannot be used: {reason}."
    reason = inert(getattr(error, "strerror", None) or str(error))
    return _error(
        place, "bad_ca", text, "It must be a PEM file of the authority.", path=place.ca, reason=reason
    )


def not_a_calendar(place: Place) -> SourceError:
    """Return the error for an answer that is something else, often a page that asks to log in."""
    return _error(
        place,
        "not_a_calendar",
        "{host} answers with something that is no calendar, perhaps a login page.",
        "Copy the address of the calendar itself (iCal, ICS), not of the page that shows it.",
    )


def bad_xml(place: Place, reason: str) -> SourceError:
    """Return the error for a CalDAV answer that cannot be understood."""
    text = "{host} does not speak CalDAV as it should: {reason}."
    return _error(
        place, "bad_answer", text, "Check the address: caldavs://user@host/path.", reason=inert(reason)
    )


def inert(text: str, limit: int = 200) -> str:
    """Return a server's words on one line, printable and short."""
    return "".join(letter if letter.isprintable() else " " for letter in text[:limit]).strip()


def _error(place: Place, code: str, text: str, hint: str, **values: Any) -> SourceError:
    known = {"host": place.host, "port": place.port, "user": place.user or "you"}
    return SourceError(code, text, hint=hint, source=place.uri, **{**known, **values})
