"""Maildirs: one, a Maildir++ tree (``.Sent``, ``.Kunden.Klein``), or folders of Maildirs in folders.

A message's locator is ``cur/NAME`` or ``new/NAME`` as listed; what follows the ``:`` are flags, which change
while the message stays. Changes are told by the times of ``cur`` and ``new``. Flags are not read.
"""

from __future__ import annotations

import binascii
import os
from collections.abc import Callable, Iterable, Iterator, Sequence

from handover.model import FolderRole, RawMessage, Skipped
from handover.sources.base import Changes, Mark
from handover.sources.detect import is_maildir
from handover.sources.files import (
    READ_CAP,
    WHOLE_CAP,
    UnreadableError,
    actual,
    gone,
    is_inside,
    raw_message,
    read_bytes,
    shown,
)
from handover.sources.filesource import FileSource, Place, stamp_of
from handover.sources.roles import role_of

MAX_DEPTH = 16
PARTS = ("cur", "new")


class MaildirSource(FileSource):
    """Maildirs below one folder."""

    kind = "maildir"

    def look(self) -> dict[str, Place]:
        found: dict[str, Place] = {}
        paths = list(_maildirs(self.root, self.root, (), 0))
        accounts = {parts[:-1] for parts, _ in paths if parts and parts[-1].casefold() == "inbox"}
        for parts, path in sorted(paths):
            account = next((n for n in range(len(parts), 0, -1) if parts[:n] in accounts), 0)
            role = role_of(parts[account:]) if parts else FolderRole.INBOX
            name = "/".join(parts) or "INBOX"
            if name in found:  # ".Entwürfe" and ".Entw&APw-rfe" side by side
                name = shown(os.path.relpath(path, self.root))
            found[name] = Place(path, role, _link(path, self.root))
        return found

    def changes(self, folder: str, mark: Mark | None, known: Callable[[], Iterable[str]]) -> Changes:
        place = self.place(folder)
        if place.link:
            return Changes((), noted=[Skipped("", folder, "link_outside", place.link)], count=0)
        try:
            stamps = [stamp_of(f"{place.path}/{part}") for part in PARTS]
        except OSError as error:
            raise self.unreadable(folder, error) from None
        if mark and mark.get("stamps") == stamps:
            return Changes((), mark=mark, count=mark["count"])
        listed = self._listing(folder, place.path)
        new, lost = _difference(listed, known())
        settled = all(self.is_settled(stamp) for stamp in stamps)
        return Changes(
            new,
            gone=lost,
            mark={"stamps": stamps if settled else None, "count": len(listed)},
            count=len(listed),
        )

    def _listing(self, folder: str, path: str) -> list[str]:
        """Return the locator of every message, oldest first; in ``cur`` where it is in both."""
        try:
            cur = [f"cur/{shown(name)}" for name in _names(f"{path}/cur")]
            new = [f"new/{shown(name)}" for name in _names(f"{path}/new")]
        except OSError as error:
            raise self.unreadable(folder, error) from None
        if new:
            known = {lasting(locator) for locator in cur}
            cur += [locator for locator in new if lasting(locator) not in known]
        cur.sort(key=lasting)
        return cur

    def _where(self, folder: str, path: str, locator: str) -> str:
        """Return where the message lies now that lay at *locator* once; *locator* itself when it is gone."""
        if os.path.lexists(f"{path}/{locator}"):
            return locator
        name = lasting(locator)
        return next((here for here in self._listing(folder, path) if lasting(here) == name), locator)

    def read(self, folder: str, locators: Sequence[str]) -> Iterator[RawMessage | Skipped]:
        place = self.place(folder)
        moved: dict[str, str] | None = None
        for locator in locators:
            try:
                data = self._bytes(place.path, locator)
            except UnreadableError as error:
                if error.reason != "vanished":
                    yield Skipped(locator, folder, error.reason, error.detail)
                    continue
                if moved is None:  # a mail program set a flag: the file has another name now
                    moved = {lasting(here): here for here in self._listing(folder, place.path)}
                try:
                    data = self._bytes(place.path, moved.get(lasting(locator), locator))
                except UnreadableError as again:
                    yield Skipped(locator, folder, again.reason, again.detail)
                    continue
            yield raw_message(locator, folder, place.role, data)

    def _bytes(self, path: str, locator: str, cap: int = READ_CAP) -> bytes:
        try:
            return read_bytes(f"{path}/{locator}", self.root, cap)
        except UnreadableError:
            if "\\x" not in locator:
                raise
        return read_bytes(f"{path}/{actual(locator)}", self.root, cap)

    def read_whole(self, folder: str, locator: str) -> bytes:
        place = self.place(folder)
        here = self._where(folder, place.path, locator)
        try:
            return self._bytes(place.path, here, WHOLE_CAP)
        except UnreadableError:
            raise gone(self.uri, folder) from None

    def path_of(self, folder: str, locator: str) -> str | None:
        """Return the file that holds a message, or None when it is gone."""
        place = self.place(folder)
        path = f"{place.path}/{self._where(folder, place.path, locator)}"
        return path if os.path.exists(path) else None


def lasting(locator: str) -> str:
    """Return the part of a locator that stays when flags change or the message goes from new to cur."""
    return locator[4:].partition(":")[0]


def _names(path: str) -> list[str]:
    try:
        return [name for name in os.listdir(path) if not name.startswith(".")]
    except FileNotFoundError:
        return []


def _difference(listed: list[str], known: Iterable[str]) -> tuple[list[str], list[str]]:
    """Return the locators of *listed* that are new, and those of *known* that are gone."""
    stored = {lasting(locator): locator for locator in known}
    if not stored:
        return listed, []
    new = [locator for locator in listed if lasting(locator) not in stored]
    for locator in listed:
        stored.pop(lasting(locator), None)
    return new, list(stored.values())


def _maildirs(
    root: str, path: str, parts: tuple[str, ...], depth: int
) -> Iterator[tuple[tuple[str, ...], str]]:
    if is_maildir(path):
        yield parts, path
    elif depth and _is_closed(path):
        yield parts, path
        return
    if depth >= MAX_DEPTH:
        return
    names = sorted(os.listdir(path)) if depth == 0 or not _is_closed(path) else []
    for name in names:
        below = f"{path}/{name}"
        if name in ("cur", "new", "tmp") or not os.path.isdir(below):
            continue
        if os.path.islink(below):
            if is_maildir(below) and not is_inside(os.path.realpath(below), root):
                yield (*parts, _decoded(name.lstrip("."))), below
        elif name.startswith(".") and name.endswith(".directory"):  # KMail keeps sub-folders so
            yield from _maildirs(root, below, (*parts, _decoded(name[1:-10])), depth + 1)
        elif name.startswith("."):
            if is_maildir(below) or _is_closed(below):
                yield (*parts, *(_decoded(part) for part in name[1:].split(".") if part)), below
        else:
            yield from _maildirs(root, below, (*parts, _decoded(name)), depth + 1)


def _is_closed(path: str) -> bool:
    """Tell whether nobody can look into the folder: a mail folder then, whose listing fails and is reported."""
    return not os.access(path, os.R_OK | os.X_OK)


def _link(path: str, root: str) -> str:
    """Return where the Maildir *path* leads to when a link takes it out of *root*."""
    for part in (path, f"{path}/cur", f"{path}/new"):
        if os.path.islink(part) and not is_inside(target := os.path.realpath(part), root):
            return shown(target)
    return ""


def _decoded(name: str) -> str:
    """Return a folder name with IMAP's modified UTF-7 undone (RFC 3501, 5.1.3) where it is that."""
    if "&" not in name or not name.isascii():
        return shown(name)
    head, *rest = name.split("&")
    out = [head]
    for part in rest:
        code, dash, plain = part.partition("-")
        if not dash:
            return name
        try:
            raw = binascii.a2b_base64(code.replace(",", "/") + "=" * (-len(code) % 4), strict_mode=True)
            out.append((raw.decode("utf-16-be") if code else "&") + plain)
        except ValueError:
            return name
    decoded = "".join(out)
    return decoded if decoded.isprintable() else name
