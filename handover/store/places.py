"""Where a store and a journal lie below the state folder: found by what is read, and by whose it is."""

from __future__ import annotations

import os
from collections.abc import Iterable
from hashlib import sha256

from handover.database import make_private, translated


def mail_path(state: str, sources: Iterable[str], owner: str = "") -> str:
    """Return the path of the ``mail.sqlite`` for *sources* (their uris, in any order) below the folder *state*."""
    name = _hash([*sorted(set(sources)), owner.casefold()])
    return os.path.join(state, name, "mail.sqlite")


def journal_path(state: str, owner: Iterable[str]) -> str:
    """Return the path of the ``journal.sqlite`` of whoever has the addresses *owner*.

    Any of the addresses finds it, so that a new alias or another order loses nothing. Raises `StoreError`.
    """
    addresses = sorted({address.strip().casefold() for address in owner})
    pointers = [os.path.join(state, "owners", _hash([address])) for address in addresses]
    found = next((name for path in pointers if (name := _pointed(path))), "") or f"journal-{_hash(addresses)}"
    for path in pointers:
        if _pointed(path) != found:
            _write(path, found)
    return os.path.join(state, found, "journal.sqlite")


def known_journal(state: str, owner: Iterable[str]) -> str:
    """Return the path of the journal of *owner*, ``""`` where none was begun; makes nothing."""
    for address in owner:
        name = _pointed(os.path.join(state, "owners", _hash([address.strip().casefold()])))
        path = os.path.join(state, name, "journal.sqlite")
        if name and os.path.exists(path):
            return path
    return ""


def _pointed(path: str) -> str:
    try:
        with open(path, encoding="ascii") as file:
            name = file.read().strip()
    except (OSError, UnicodeDecodeError):
        return ""
    return name if name.startswith("journal-") and name[8:].isalnum() else ""


def _write(path: str, text: str) -> None:
    new = f"{path}.new"
    try:
        make_private(new)
        with open(new, "w", encoding="ascii") as file:
            file.write(text + "\n")
        os.replace(new, path)
    except OSError as error:
        raise translated(error, path) from None


def _hash(parts: Iterable[str]) -> str:
    return sha256("\0".join(parts).encode("utf-8", "surrogateescape")).hexdigest()[:24]
