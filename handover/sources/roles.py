"""What a folder is for, by its name: for servers and file trees that do not say it (RFC 6154 is asked first).

Only whole names count, at the top of an account (below ``INBOX`` or ``[Gmail]`` too): "Papierkorb" is a bin,
a customer's project folder "Müller/Entwürfe" is not. What lies in a bin is part of the bin.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from fnmatch import fnmatchcase

from handover.model import FolderRole
from handover.sources.base import Folder

NOT_READ = frozenset({FolderRole.DRAFTS, FolderRole.JUNK, FolderRole.TRASH, FolderRole.ALL})

_NAMES: dict[FolderRole, str] = {
    FolderRole.INBOX: "inbox|posteingang|eingang",
    FolderRole.SENT: (
        "sent|sent items|sent mail|sent messages|sent e-mails|sent objects|sentmail|sentbox|outbox"
        "|gesendet|gesendete|gesendete objekte|gesendete elemente|gesendete nachrichten|gesendete mails"
        "|gesendete e-mails|gesendete post|versendet|versandt|postausgang|ausgang"
    ),
    FolderRole.DRAFTS: (
        "drafts|draft|draft messages|templates|unsent messages|entwürfe|entwurf|entwuerfe|vorlagen|nicht gesendet"
    ),
    FolderRole.JUNK: (
        "junk|junk mail|junk e-mail|junk email|junk-e-mail|junk-mail|spam|bulk|bulk mail|probably spam|quarantine"
        "|spamverdacht|spam-verdacht|spamordner|unerwünscht|unerwünschte werbung|unerwünschte e-mail|quarantäne"
    ),
    FolderRole.TRASH: (
        "trash|bin|deleted|deleted items|deleted messages|deleted objects|wastebasket|recycle bin"
        "|papierkorb|gelöscht|gelöschte|gelöschte objekte|gelöschte elemente|gelöschte nachrichten"
        "|gelöschte mails|gelöschte e-mails|geloescht|mülleimer"
    ),
    FolderRole.ALL: "all mail|allmail|all messages|alle nachrichten|alle mails|alle e-mails",
}
_ROLES = {name: role for role, names in _NAMES.items() for name in names.split("|")}
_PREFIXES = frozenset({"inbox", "[gmail]", "[google mail]", "gmail", "google mail"})


def role_of(parts: Sequence[str]) -> FolderRole:
    """Return what the folder with the path *parts* is for, seen from the top of its account."""
    names = [_folded(part) for part in parts]
    if len(names) > 1 and names[0] in _PREFIXES:
        names = names[1:]
    return _ROLES.get(names[0], FolderRole.OTHER) if names else FolderRole.OTHER


def chosen(folders: Iterable[Folder], allow: Sequence[str] = (), deny: Sequence[str] = ()) -> list[Folder]:
    """Return the folders to be read: no junk, trash, drafts or "all mail", and what *allow* and *deny* leave.

    Both are shell patterns over the whole name, case aside; a folder named exactly in *allow* is read
    whatever it is for.
    """
    allowed = [_folded(pattern) for pattern in allow]
    denied = [_folded(pattern) for pattern in deny]
    return [folder for folder in folders if _is_chosen(folder, allowed, denied)]


def _is_chosen(folder: Folder, allow: Sequence[str], deny: Sequence[str]) -> bool:
    name = _folded(folder.name)
    if any(fnmatchcase(name, pattern) for pattern in deny):
        return False
    if name in allow:
        return True
    return folder.role not in NOT_READ and (not allow or any(fnmatchcase(name, pattern) for pattern in allow))


def _folded(name: str) -> str:
    # macOS writes file names in decomposed form: "Entwürfe" as "u" and a diaeresis
    return unicodedata.normalize("NFC", name).strip().casefold()
