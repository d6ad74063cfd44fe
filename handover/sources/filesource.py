"""What all sources of local files share: a name, chosen folders, roles, and telling what changed by a stamp."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Sequence
from types import TracebackType
from typing import NamedTuple, Self

from handover.errors import SourceError
from handover.model import FolderRole
from handover.sources.base import Folder
from handover.sources.files import shown
from handover.sources.roles import chosen

SETTLED_S = 1.05
"""A change may follow another within one tick of the file system's clock (a second at the coarsest), unseen."""

Stamp = list[int]


class Place(NamedTuple):
    """Where a folder lies on disk, what it is for, and the link it is when it leads out of the tree."""

    path: str
    role: FolderRole
    link: str = ""


class FileSource:
    """A tree of local mail folders. Can be pickled, so that other processes read from it.

    *clock* is the file system's, for judging the age of a change; it has nothing to do with ``--now``.
    """

    kind = ""
    parallel = True

    def __init__(
        self,
        root: str,
        *,
        allow: Sequence[str] = (),
        deny: Sequence[str] = (),
        clock: Callable[[], float] = time.time,
    ) -> None:
        self.root = os.path.realpath(root)
        self.allow = tuple(allow)
        self.deny = tuple(deny)
        self.clock = clock
        self._found: dict[str, Place] | None = None

    @property
    def uri(self) -> str:
        return f"{self.kind}:{shown(self.root)}"

    def owner_hint(self) -> str:
        return ""

    def folders(self) -> list[Folder]:
        self._found = None
        listed = [Folder(name, place.role) for name, place in self.places().items()]
        return chosen(listed, self.allow, self.deny)

    def has_folder(self, name: str) -> bool:
        """Tell whether the folder is there, to be read or not."""
        return name in self.places()

    def places(self) -> dict[str, Place]:
        """Return every folder by its name; looked up once, and anew by `folders`."""
        if self._found is None:
            try:
                self._found = self.look()
            except OSError as error:
                raise self.unreadable("", error) from None
        return self._found

    def look(self) -> dict[str, Place]:
        """Find the folders on disk."""
        raise NotImplementedError

    def place(self, folder: str) -> Place:
        """Return where *folder* lies; raise `SourceError` when it is gone."""
        if folder not in (places := self.places()):
            raise SourceError(
                "folder_gone",
                "the folder {folder} of {source} is gone",
                hint="it was renamed or deleted while it was being read; run the command again",
                source=self.uri,
                folder=folder,
            )
        return places[folder]

    def unreadable(self, folder: str, error: OSError) -> SourceError:
        """Return the error for a folder that cannot be listed."""
        return SourceError(
            "folder_unreadable",
            "cannot read the folder {folder} of {source}: {reason}",
            hint="check that it exists and that you may read it (ls -ld shows it)",
            source=self.uri,
            folder=folder or shown(self.root),
            reason=error.strerror or str(error),
        )

    def is_settled(self, stamp: Stamp) -> bool:
        """Tell whether a later change would change *stamp*; false just after a change."""
        return all(moment < (self.clock() - SETTLED_S) * 1e9 for moment in stamp[:2])

    def close(self) -> None:
        self._found = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def stamp_of(path: str) -> Stamp:
    """Return modification time, change time (it cannot be set back), inode and size; zeros when missing."""
    try:
        status = os.stat(path)
    except FileNotFoundError:
        return [0, 0, 0, 0]
    return [status.st_mtime_ns, status.st_ctime_ns, status.st_ino, status.st_size]
