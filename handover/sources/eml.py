"""Single mails as files: one ``.eml``, or a folder of them, nested.

Each folder that holds such files is a mail folder. A message's locator is ``NAME;SIZE;TIME``, so that a file
that was replaced under its name is read again. Changes are told by the folder's times: a file that is edited
in place, which mail programs do not do, is noticed when something else in its folder changes.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable, Iterator, Sequence

from handover.model import FolderRole, RawMessage, Skipped
from handover.sources.base import Changes, Mark
from handover.sources.files import (
    ENDINGS,
    READ_CAP,
    WHOLE_CAP,
    UnreadableError,
    actual,
    gone,
    raw_message,
    read_bytes,
    reason_of,
    shown,
)
from handover.sources.filesource import FileSource, Place, stamp_of
from handover.sources.roles import NOT_READ, role_of

MAX_DEPTH = 16


class EmlSource(FileSource):
    """Mails as files below one folder, or one such file. Empty *endings* take every file as a mail."""

    kind = "eml"

    def __init__(
        self,
        root: str,
        *,
        allow: Sequence[str] = (),
        deny: Sequence[str] = (),
        endings: tuple[str, ...] = ENDINGS,
        **rest: Callable[[], float],
    ) -> None:
        super().__init__(root, allow=allow, deny=deny, **rest)
        self.endings = endings

    def look(self) -> dict[str, Place]:
        top = shown(os.path.basename(self.root)) or "/"
        role = role_of([top])
        if role in NOT_READ:  # whoever names it wants it read
            role = FolderRole.OTHER
        if os.path.isfile(self.root):
            return {top: Place(os.path.dirname(self.root), FolderRole.OTHER)}
        found = {}
        for parts, path in _folders(self.root, (), 0):
            found["/".join(parts) or top] = Place(path, role_of(parts) if parts else role)
        return found

    def changes(self, folder: str, mark: Mark | None, known: Callable[[], Iterable[str]]) -> Changes:
        place = self.place(folder)
        single = os.path.isfile(self.root)
        try:
            stamp = stamp_of(self.root if single else place.path)
            if mark and mark.get("stamp") == stamp:
                return Changes((), mark=mark, count=mark["count"])
            listed, noted = self._listing(folder, place.path, single)
        except OSError as error:
            raise self.unreadable(folder, error) from None
        before = set(known())
        return Changes(
            [locator for locator in listed if locator not in before],
            gone=sorted(before.difference(listed)),
            mark={"stamp": stamp if self.is_settled(stamp) else None, "count": len(listed)},
            count=len(listed),
            noted=noted,
        )

    def _listing(self, folder: str, path: str, single: bool) -> tuple[list[str], list[Skipped]]:
        names = [os.path.basename(self.root)] if single else sorted(os.listdir(path))
        listed = []
        noted = []
        for name in names:
            if not (single or self._is_mail(name)):
                continue
            try:
                status = os.stat(f"{path}/{name}")
            except OSError as error:
                noted.append(Skipped(shown(name), folder, reason_of(error), error.strerror or ""))
                continue
            if not stat.S_ISDIR(status.st_mode):
                listed.append(f"{shown(name)};{status.st_size};{status.st_mtime_ns // 1000}")
        return listed, noted

    def _is_mail(self, name: str) -> bool:
        return not name.startswith(".") and (not self.endings or name.lower().endswith(self.endings))

    def read(self, folder: str, locators: Sequence[str]) -> Iterator[RawMessage | Skipped]:
        place = self.place(folder)
        for locator in locators:
            try:
                data = self._bytes(place.path, locator, READ_CAP)
            except UnreadableError as error:
                yield Skipped(locator, folder, error.reason, error.detail)
            else:
                yield raw_message(locator, folder, place.role, data)

    def _bytes(self, path: str, locator: str, cap: int) -> bytes:
        name = locator.rsplit(";", 2)[0]
        root = path if os.path.isfile(self.root) else self.root
        try:
            return read_bytes(f"{path}/{name}", root, cap)
        except UnreadableError:
            if "\\x" not in name:
                raise
        return read_bytes(f"{path}/{actual(name)}", root, cap)

    def read_whole(self, folder: str, locator: str) -> bytes:
        try:
            return self._bytes(self.place(folder).path, locator, WHOLE_CAP)
        except UnreadableError:
            raise gone(self.uri, folder) from None

    def path_of(self, folder: str, locator: str) -> str | None:
        """Return the file that holds a message."""
        return f"{self.place(folder).path}/{locator.rsplit(';', 2)[0]}"


def _folders(path: str, parts: tuple[str, ...], depth: int) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield *path* and the folders below it; none behind links."""
    yield parts, path
    if depth >= MAX_DEPTH:
        return
    with os.scandir(path) as entries:
        below = sorted(entry.name for entry in entries if _is_folder(entry))
    for name in below:
        try:
            yield from _folders(f"{path}/{name}", (*parts, shown(name)), depth + 1)
        except PermissionError:
            yield (*parts, shown(name)), f"{path}/{name}"  # listing it fails again, as this folder's error


def _is_folder(entry: os.DirEntry[str]) -> bool:
    return not entry.name.startswith(".") and entry.is_dir(follow_symlinks=False)
