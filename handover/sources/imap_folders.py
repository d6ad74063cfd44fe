"""The folders of an account: what LIST says of them, and which are to be read.

Special use (RFC 6154) counts first; names count only for uses that the server gives to no folder.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from handover.model import FolderRole
from handover.sources.base import Folder
from handover.sources.imap_response import Response, Token
from handover.sources.roles import role_of

MAX_FOLDERS = 5_000
_USES = {
    b"\\sent": FolderRole.SENT,
    b"\\drafts": FolderRole.DRAFTS,
    b"\\junk": FolderRole.JUNK,
    b"\\trash": FolderRole.TRASH,
    b"\\all": FolderRole.ALL,
    b"\\flagged": FolderRole.ALL,
    b"\\important": FolderRole.ALL,
}
_UNREADABLE = {b"\\noselect", b"\\nonexistent"}


class Status(NamedTuple):
    """The state of a folder: UIDVALIDITY (-1 not told), UIDNEXT (0 not told), messages (-1), HIGHESTMODSEQ (0)."""

    uidvalidity: int = -1
    uidnext: int = 0
    messages: int = -1
    modseq: int = 0


class Listed(NamedTuple):
    """A folder that can be opened: the name as people see it, as the server writes it, and its path."""

    name: str
    raw: bytes
    path: tuple[str, ...]
    use: FolderRole | None


def parse_list(response: Response) -> Listed | None:
    """Return the folder of one ``* LIST`` response; None for one that holds no mail (a mere branch)."""
    tokens = response.tokens(len(b"* LIST"))
    if len(tokens) < 3 or not isinstance(tokens[0], list) or not isinstance(tokens[2], bytes):
        return None
    flags = {flag.lower() for flag in tokens[0] if isinstance(flag, bytes)}
    raw = tokens[2]
    if flags & _UNREADABLE or not raw:
        return None
    name = decode_name(raw)
    delimiter = decode_name(tokens[1]) if isinstance(tokens[1], bytes) else ""
    if raw.upper() == b"INBOX":
        return Listed("INBOX", b"INBOX", ("INBOX",), FolderRole.INBOX)
    path = tuple(name.split(delimiter)) if delimiter else (name,)
    return Listed(name, raw, path, next((_USES[flag] for flag in sorted(flags) if flag in _USES), None))


def parse_status(response: Response) -> tuple[bytes, Status] | None:
    """Return the raw name and the state of one ``* STATUS`` response."""
    tokens = response.tokens(len(b"* STATUS"))
    if len(tokens) != 2 or not isinstance(tokens[0], bytes) or not isinstance(tokens[1], list):
        return None
    pairs = zip(tokens[1][::2], tokens[1][1::2], strict=False)
    values = {key.upper(): number(value) for key, value in pairs if isinstance(key, bytes)}
    status = Status(
        values.get(b"UIDVALIDITY", -1),
        values.get(b"UIDNEXT", 0),
        values.get(b"MESSAGES", -1),
        values.get(b"HIGHESTMODSEQ", 0),
    )
    return (b"INBOX" if tokens[0].upper() == b"INBOX" else tokens[0]), status


def assign_roles(listed: Iterable[Listed]) -> list[Folder]:
    """Return the folders with what each is for; what lies below a folder with a special use shares it."""
    everything = sorted(listed, key=lambda folder: (folder.name != "INBOX", folder.path))
    used = {folder.path: folder.use for folder in everything if folder.use}
    taken = set(used.values())
    return [Folder(folder.name, _role(folder, used, taken)) for folder in everything]


def _role(folder: Listed, used: dict[tuple[str, ...], FolderRole], taken: set[FolderRole]) -> FolderRole:
    for length in range(len(folder.path), 0, -1):
        role = used.get(folder.path[:length])
        if role is FolderRole.INBOX and length < len(folder.path):
            continue
        if role:
            return role
    role = role_of(folder.path)
    return FolderRole.OTHER if role in taken or role is FolderRole.INBOX else role


def number(token: Token) -> int:
    """Return *token* as a number, 0 where it is none."""
    return int(token) if isinstance(token, bytes) and token.isdigit() and len(token) < 21 else 0


def decode_name(raw: bytes) -> str:
    """Return a folder name in modified UTF-7 (RFC 3501, 5.1.3) as people see it; wrong ones as they are."""
    from imapclient.imap_utf7 import decode

    try:
        return str(decode(raw)) if raw.isascii() else raw.decode("utf-8", "backslashreplace")
    except ValueError:
        return raw.decode("ascii", "backslashreplace")


def encode_name(name: str) -> bytes:
    """Return a folder name as the server writes it."""
    from imapclient.imap_utf7 import encode

    return bytes(encode(name))
