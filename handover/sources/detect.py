"""Finding out by looking what kind of mail lies at a path; names decide only where contents do not."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator

from handover.errors import SourceError
from handover.sources.files import ENDINGS, shown

KINDS = ("maildir", "mbox", "eml")
MAX_LOOKED_AT = 20_000
"""So many entries of a tree are looked at before it is said that it holds no mail."""

_HEADER = re.compile(rb"[\x21-\x39\x3b-\x7e]{1,76}[ \t]{0,4}:")
_OF_A_MAIL = re.compile(
    rb"(?:from|to|date|subject|message-id|received|return-path|delivered-to|mime-version)[ \t]{0,4}:", re.I
)


def detect(path: str) -> str:
    """Return ``maildir``, ``mbox`` or ``eml``; raise `SourceError` where *path* holds no mail."""
    try:
        kind = _of_folder(path) if os.path.isdir(path) else _of_file(path)
    except FileNotFoundError:
        raise _error(
            "no_such_path", path, "there is no {source}", "check the path; a Maildir is a folder"
        ) from None
    except OSError as error:
        text = f"cannot read {{source}}: {error.strerror}"
        raise _error("unreadable_path", path, text, "check that you may read it (ls -ld shows it)") from None
    if kind:
        return kind
    raise _error(
        "not_mail",
        path,
        "there is no mail in {source}",
        "give a Maildir, a folder of Maildirs, an mbox file, an .eml file or a folder of them",
    )


def _of_file(path: str) -> str:
    from handover.sources.mbox import is_mbox

    with open(path, "rb") as file:
        head = file.read(4096)
    if is_mbox(path):
        return "mbox"
    if path.lower().endswith(ENDINGS) or looks_like_mail(head):
        return "eml"
    if not head.strip(b"\r\n\0") or path.lower().endswith((".mbox", ".mbx")):
        return "mbox"  # an empty one: nothing was delivered yet
    return ""


def is_maildir(path: str) -> bool:
    """Tell whether *path* is a Maildir itself (``new`` and ``tmp`` may be missing: some programs leave them out)."""
    return os.path.isdir(f"{path}/cur")


def looks_like_mail(head: bytes) -> bool:
    """Tell whether *head* begins with header fields (RFC 5322, 2.2), one of them such as mail has.

    Many other files begin with a word and a colon.
    """
    lines = head.lstrip(b"\r\n").split(b"\n")
    if not _HEADER.match(lines[0]) or not any(map(_OF_A_MAIL.match, lines)):
        return False
    return all(_HEADER.match(line) or line[:1] in (b" ", b"\t") for line in lines[:3] if line.strip())


def _of_folder(path: str) -> str:
    if is_maildir(path):
        return "maildir"
    from handover.sources.mbox import is_mbox

    found = ""
    for below, is_folder in _entries(path):
        if is_folder:
            if is_maildir(below):
                return "maildir"
        elif not found and below.lower().endswith(ENDINGS):
            found = "eml"
        elif not found and is_mbox(below):
            found = "mbox"
    return found


def _entries(path: str) -> Iterator[tuple[str, bool]]:
    """Yield what lies in *path*, breadth first: path, and whether it is a folder."""
    waiting = [path]
    seen = 0
    while waiting:
        with os.scandir(waiting.pop(0)) as entries:
            for entry in entries:
                if (seen := seen + 1) > MAX_LOOKED_AT:
                    return
                if entry.is_dir(follow_symlinks=False):
                    yield entry.path, True
                    if not entry.name.startswith(".") or entry.name.endswith(".directory"):
                        waiting.append(entry.path)
                elif entry.is_file(follow_symlinks=False) and not entry.name.startswith("."):
                    yield entry.path, False


def _error(code: str, path: str, text: str, hint: str) -> SourceError:
    return SourceError(code, text, hint=hint, source=shown(path))
