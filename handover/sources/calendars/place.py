"""Where a calendar on a server lies: feeds (`https://`, `webcal://`) and CalDAV (`caldavs://user@host/path`).

Knows addresses only. A password never stands in one; unencrypted is for this machine alone. The file of a
private authority is named by `#ca=FILE`, which is never sent to a server (for CalDAV also `?ca=FILE`).
"""

from __future__ import annotations

import hashlib
import ipaddress
from dataclasses import dataclass
from urllib.parse import parse_qsl, quote, unquote, urlsplit

from handover.errors import UsageError

SCHEMES = {
    "https": (True, False), "http": (False, False), "webcal": (True, False), "webcals": (True, False),
    "caldavs": (True, True), "caldav": (False, True),
}  # fmt: skip
"""For each kind of address: whether it is encrypted, and whether it is CalDAV."""

FORM = "Give an .ics file, a folder of them, an https:// feed or caldavs://user@host/path."
_LONG = 16


@dataclass(frozen=True, slots=True)
class Place:
    """A calendar on a server: *target* is path and query as sent, *ca* a PEM file or ``""``."""

    host: str
    port: int
    encrypted: bool
    target: str
    is_caldav: bool
    user: str = ""
    ca: str = ""

    @property
    def origin(self) -> str:
        """Scheme, host and port as a Host header and a redirect write them."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        default = self.port == (443 if self.encrypted else 80)
        return f"{'https' if self.encrypted else 'http'}://{host}{'' if default else f':{self.port}'}"

    @property
    def uri(self) -> str:
        """The calendar's stable name: a feed's secret address is cut, and told apart by a hash."""
        kind = ("caldav" if self.is_caldav else "http") + ("s" if self.encrypted else "")
        account = f"{quote(self.user, safe='@+=!$&*')}@" if self.user else ""
        rest = self.target if self.is_caldav else _without_secrets(self.target)
        return f"{kind}://{account}{self.origin.partition('://')[2]}{rest}"


def parse_place(uri: str) -> Place:
    """Return the place that *uri* names, or raise `UsageError` that says what is wrong with it."""
    if any(ord(letter) <= 32 or ord(letter) == 127 for letter in uri):
        raise _wrong(uri, "it holds a blank or a control character")
    try:
        parts = urlsplit(uri)
        port = parts.port
    except ValueError as error:
        raise _wrong(uri, str(error)) from None
    host, (encrypted, is_caldav) = parts.hostname or "", SCHEMES[parts.scheme]
    user, colon, _ = parts.netloc.rpartition("@")[0].partition(":")
    if colon:
        raise UsageError(
            "secret_in_uri",
            "A password does not belong in the address of a calendar.",
            hint="Leave it out and give --password-command, a keyring entry or a systemd credential.",
            source=f"{parts.scheme}://{user}@{host}",
        )
    if not host or not host.isascii():
        raise _wrong(uri, "the host is missing" if not host else "write the host in ASCII (xn--…)")
    if is_caldav and not user:
        raise _wrong(uri, "the user is missing")
    if not encrypted and not is_loopback(host):
        raise UsageError(
            "plain_refused",
            "{host} would be read unencrypted.",
            hint="Use https:// or caldavs://; unencrypted is only for this machine.",
            source=f"{parts.scheme}://{host}",
            host=host,
        )
    ca = dict(parse_qsl(parts.fragment)).get("ca", "")
    query = parts.query
    if is_caldav and query:
        options = dict(parse_qsl(query, keep_blank_values=True))
        ca, query = options.pop("ca", ca), ""
        if options:
            raise _wrong(uri, f"unknown option {min(options)!r}")
    target = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._") + (f"?{query}" if query else "")
    return Place(host, port or (443 if encrypted else 80), encrypted, target, is_caldav, unquote(user), ca)


def is_loopback(host: str) -> bool:
    """Tell whether *host* (a name or an address) is this machine itself."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _without_secrets(target: str) -> str:
    """Return a feed's path without what may be its secret: a query, and long or marked parts of the path."""
    path, mark, _ = target.partition("?")
    pieces = path.split("/")
    shown = ["…" if len(piece) > _LONG or piece.startswith("private-") else piece for piece in pieces]
    if shown == pieces and not mark:
        return path
    return f"{'/'.join(shown)}#{hashlib.sha256(target.encode()).hexdigest()[:8]}"


def _wrong(uri: str, reason: str) -> UsageError:
    shown = uri.split("?")[0].split("#")[0][:200]
    return UsageError(
        "bad_uri",
        "{uri} is no address of a calendar: {reason}.",
        hint=FORM,
        source=shown,
        uri=shown,
        reason=reason,
    )
