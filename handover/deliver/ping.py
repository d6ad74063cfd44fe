"""A dead-man switch: a page elsewhere that is asked for after each run and raises an alarm when nobody asks.

Nothing but the address leaves this machine: no body, no cookie, no name of a program; redirections are not followed.
"""

from __future__ import annotations

import http.client
import ssl
from threading import Thread
from urllib.parse import urlsplit, urlunsplit

from handover.answer import Notice
from handover.errors import UsageError
from handover.i18n import N_
from handover.sources.imap_uri import is_loopback

TIMEOUT_S = 10.0


def check_url(url: str) -> None:
    """Raise `UsageError` where *url* is none that may be asked for: https, or a server on this machine."""
    try:
        parts = urlsplit(url)
        host, _port = parts.hostname or "", parts.port
    except ValueError:
        parts, host = urlsplit(""), ""
    is_safe = parts.scheme == "https" or (parts.scheme == "http" and is_loopback(host))
    is_plain = url.isascii() and url.isprintable() and " " not in url
    if not (host and is_safe and is_plain) or parts.username is not None:
        raise UsageError(
            "bad-ping-url",
            N_("The address to ping must be an https address."),
            hint=N_("Write it as https://hc-ping.com/your-id; http is for this machine alone."),
        )


def ping(url: str, *, failed: bool = False, timeout: float = TIMEOUT_S) -> Notice | None:
    """Ask for *url*, with ``/fail`` at the end of its path where the run *failed*; return what went wrong."""
    check_url(url)
    parts = urlsplit(url)
    path = f"{parts.path.rstrip('/')}/fail" if failed else parts.path or "/"
    target = urlunsplit(("", "", path, parts.query, ""))
    said: list[str] = []
    asking = Thread(target=_ask, args=(parts.scheme, parts.netloc, target, timeout, said), daemon=True)
    asking.start()
    asking.join(timeout)  # looking a name up knows no time limit of its own
    why = said[0] if said else "timed out"
    if not why:
        return None
    return Notice(
        "not-pinged",
        N_("{host} could not be told that this run has ended: {why}."),
        hint=N_("It may raise a false alarm; nothing else is affected."),
        host=parts.hostname,
        why=why,
    )


def _ask(scheme: str, place: str, target: str, timeout: float, said: list[str]) -> None:
    """Send the request and append what went wrong, ``""`` where all is well."""
    connection: http.client.HTTPConnection
    if scheme == "https":
        connection = http.client.HTTPSConnection(
            place, timeout=timeout, context=ssl.create_default_context()
        )
    else:
        connection = http.client.HTTPConnection(place, timeout=timeout)
    try:
        connection.putrequest("GET", target, skip_accept_encoding=True)
        connection.endheaders()
        status = connection.getresponse().status
        said.append("" if 200 <= status < 300 else f"HTTP {status}")
    except (OSError, http.client.HTTPException) as error:
        said.append(" ".join(str(getattr(error, "strerror", "") or error).split())[:200] or type(error).__name__)
    finally:
        connection.close()
