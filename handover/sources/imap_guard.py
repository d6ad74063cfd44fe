"""The one gate to the server: every line that leaves must have one of the shapes allowed here.

Reading changes nothing: EXAMINE instead of SELECT, BODY.PEEK instead of BODY, no STORE, no EXPUNGE, no APPEND.
No text of a mail ever becomes part of a command; what does vary is numbers, a folder name that the server
itself listed, and the login.
"""

from __future__ import annotations

import re

_NAME = rb'"(?:[^"\\\x00-\x1f\x7f-\xff]|\\["\\])*"'
_UIDS = rb"[0-9]+(?::(?:[0-9]+|\*))?(?:,[0-9]+(?::[0-9]+)?)*"
_SECTION = rb"BODY\.PEEK\[(?:[0-9]+(?:\.[0-9]+)*)?(?:\.?(?:HEADER|MIME|TEXT))?\](?:<[0-9]+\.[0-9]+>)?"
_ITEM = rb"(?:UID|RFC822\.SIZE|INTERNALDATE|BODYSTRUCTURE|" + _SECTION + rb")"
_STATUS = (
    rb"\((?:MESSAGES|UIDNEXT|UIDVALIDITY|HIGHESTMODSEQ)(?: (?:MESSAGES|UIDNEXT|UIDVALIDITY|HIGHESTMODSEQ))*\)"
)

SHAPES = tuple(
    re.compile(shape)
    for shape in (
        rb"(?:CAPABILITY|STARTTLS|NOOP|LOGOUT|COMPRESS DEFLATE)",
        rb'LOGIN [A-Za-z0-9.@_+=-]+ "(?:[^"\\\x00-\x1f\x7f-\xff]|\\["\\])*"',
        rb"AUTHENTICATE (?:PLAIN|XOAUTH2|OAUTHBEARER)(?: [A-Za-z0-9+/=]+)?",
        rb'LIST "" "\*"(?: RETURN \(SPECIAL-USE(?: STATUS ' + _STATUS + rb")?\))?",
        rb"STATUS " + _NAME + rb" " + _STATUS,
        rb"EXAMINE " + _NAME + rb"(?: \(CONDSTORE\))?",
        rb"UID SEARCH (?:RETURN \(ALL\) )?(?:ALL|UID " + _UIDS + rb")",
        rb"UID FETCH " + _UIDS + rb" \(" + _ITEM + rb"(?: " + _ITEM + rb")*\)",
    )
)
_TAG = re.compile(rb"[A-Z]+[0-9]+ ")
_CONTINUATION = re.compile(rb"[A-Za-z0-9+/]*={0,2}")


class ForbiddenCommandError(ValueError):
    """A line that must never reach the server; the line itself is not told, it may hold a secret."""


def check_command(line: bytes) -> None:
    """Raise `ForbiddenCommandError` unless *line* is one tagged, allowed command that ends with CRLF."""
    tag = _TAG.match(line)
    command = line[tag.end() : -2] if tag else b""
    if not line.endswith(b"\r\n") or not any(shape.fullmatch(command) for shape in SHAPES):
        raise ForbiddenCommandError(f"not an allowed IMAP command: {_verb(command)}")


def check_continuation(data: bytes) -> None:
    """Raise `ForbiddenCommandError` unless *data* is base64: the only thing ever sent after a ``+``."""
    if not _CONTINUATION.fullmatch(data.removesuffix(b"\r\n")):
        raise ForbiddenCommandError("not an allowed answer to a challenge")


def quote(text: bytes) -> bytes:
    """Return *text* as a quoted string (RFC 3501, 4.3); CR, LF and NUL are refused by `check_command`."""
    return b'"' + text.replace(b"\\", b"\\\\").replace(b'"', b'\\"') + b'"'


def _verb(command: bytes) -> str:
    word = command.split(b" ", 1)[0][:20].decode("ascii", "replace")
    return word if word.isalpha() else "?"
