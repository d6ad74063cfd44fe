"""mbox files: one, or a folder tree of them as Thunderbird (``.sbd``) and Apple Mail (``.mbox/mbox``) keep it.

A message's locator is ``OFFSET.LENGTH.CHECK`` in hexadecimal; CHECK is the checksum of the separator line, so
that a file that was rewritten in between yields "vanished" and not another mail. What is quoted as ``>From``
stays so: undoing it is the parser's business. Of a file that has grown only the new end is read; any other
change reads it again.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from zlib import crc32

from handover.model import FolderRole, RawMessage, Skipped
from handover.sources.base import Changes, Mark
from handover.sources.files import READ_CAP, WHOLE_CAP, gone, is_inside, raw_message, read_at, shown
from handover.sources.filesource import FileSource, Place, Stamp, stamp_of
from handover.sources.roles import NOT_READ, role_of
from handover.sources.separators import BLOCK, LONGEST, check_of, is_separator, separators

EDGE = 4096
MAX_DEPTH = 16
_INDEXES = (".msf", ".dat", ".json", ".sqlite", ".db", ".html", ".log", ".txt")


class MboxSource(FileSource):
    """One mbox file, or all below one folder."""

    kind = "mbox"

    def look(self) -> dict[str, Place]:
        if os.path.isfile(self.root):
            name = _plain(shown(os.path.basename(self.root)))
            role = role_of([name])
            return {name: Place(self.root, FolderRole.OTHER if role in NOT_READ else role)}
        found = {}
        for parts, path in _mboxes(self.root, (), 0):
            if not os.path.islink(path):
                found["/".join(parts)] = Place(path, role_of(parts))
            elif not is_inside(target := os.path.realpath(path), self.root):
                found["/".join(parts)] = Place(path, role_of(parts), shown(target))
        return found

    def changes(self, folder: str, mark: Mark | None, known: Callable[[], Iterable[str]]) -> Changes:
        place = self.place(folder)
        if place.link:
            return Changes((), noted=[Skipped("", folder, "link_outside", place.link)], count=0)
        try:
            stamp = stamp_of(place.path)
            if mark and mark.get("stamp") == stamp:
                return Changes((), mark=mark, count=mark["count"])
            with _opened(place.path) as handle:
                return self._compare(handle, stamp, folder, mark, known)
        except OSError as error:
            raise self.unreadable(folder, error) from None

    def _compare(
        self, handle: int, stamp: Stamp, folder: str, mark: Mark | None, known: Callable[[], Iterable[str]]
    ) -> Changes:
        size = os.fstat(handle).st_size
        if mark and mark["size"] <= size and _edges(handle, mark["size"]) == mark["edges"]:
            if mark["size"] == size and _sum(handle, 0, size) == mark["sum"]:
                return Changes((), mark=self._mark(mark, size, stamp), count=mark["count"])
            if mark["size"] < size and (grown := self._grown(handle, size, stamp, mark, known)):
                return grown
        listed = _locators(handle, 0, size)
        first = _numbers(listed[0])[0] if listed else size
        noted = []
        if read_at(handle, 0, min(first, EDGE)).strip(b"\r\n\0"):
            noted = [Skipped(f"0.{first:x}.0", folder, "no_separator", "text before the first 'From ' line")]
        mark = {
            "edges": _edges(handle, size), "sum": _sum(handle, 0, size), "count": len(listed),
            "last": _numbers(listed[-1])[0] if listed else 0,
        }  # fmt: skip
        return Changes(listed, reset=True, mark=self._mark(mark, size, stamp), count=len(listed), noted=noted)

    def _grown(
        self, handle: int, size: int, stamp: Stamp, mark: Mark, known: Callable[[], Iterable[str]]
    ) -> Changes | None:
        """Return what was added; the last message is looked at again, it may have been half written.

        None when the last message does not begin where it did.
        """
        added = _locators(handle, mark["last"], size)
        if mark["count"] and (not added or _numbers(added[0])[0] != mark["last"]):
            return None
        before = {locator for locator in known() if _numbers(locator)[0] >= mark["last"]}
        count = max(0, mark["count"] - 1) + len(added)
        grown = {
            "edges": _edges(handle, size), "sum": _sum(handle, mark["size"], size, mark["sum"]), "count": count,
            "last": _numbers(added[-1])[0] if added else mark["last"],
        }  # fmt: skip
        return Changes(
            [locator for locator in added if locator not in before],
            gone=sorted(before - set(added)),
            mark=self._mark(grown, size, stamp),
            count=count,
        )

    def _mark(self, mark: Mark, size: int, stamp: Stamp) -> Mark:
        """Return *mark* for a file of *size*; without the stamp if the file may have changed while it was read."""
        settled = stamp[3] == size and self.is_settled(stamp)
        return {**mark, "size": size, "stamp": stamp if settled else None}

    def read(self, folder: str, locators: Sequence[str]) -> Iterator[RawMessage | Skipped]:
        place = self.place(folder)
        try:
            with _opened(place.path) as handle:
                for locator in locators:
                    data = _message(handle, locator, READ_CAP)
                    if data is None:
                        yield Skipped(locator, folder, "vanished", "the mbox file was rewritten")
                    else:
                        yield raw_message(locator, folder, place.role, data)
        except OSError as error:
            raise self.unreadable(folder, error) from None

    def read_whole(self, folder: str, locator: str) -> bytes:
        try:
            with _opened(self.place(folder).path) as handle:
                data = _message(handle, locator, WHOLE_CAP)
        except OSError as error:
            raise self.unreadable(folder, error) from None
        if data is None:
            raise gone(self.uri, folder)
        return data

    def path_of(self, folder: str, locator: str) -> str | None:
        """Return the file that holds a message."""
        return self.place(folder).path


class _opened:
    """An open file by its descriptor, never through a link."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.handle = -1

    def __enter__(self) -> int:
        self.handle = os.open(self.path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
        return self.handle

    def __exit__(self, *_: object) -> None:
        os.close(self.handle)


def is_mbox(path: str) -> bool:
    """Tell whether the plain file *path* begins as an mbox does."""
    if not os.path.isfile(path):
        return False
    with _opened(os.path.realpath(path)) as handle:
        return is_separator(read_at(handle, 0, LONGEST).lstrip(b"\r\n"))


def _mboxes(path: str, parts: tuple[str, ...], depth: int) -> Iterator[tuple[tuple[str, ...], str]]:
    for name in sorted(os.listdir(path)):
        below = f"{path}/{name}"
        if name.startswith(".") or name.lower().endswith(_INDEXES):
            continue
        if os.path.isdir(below):
            if depth < MAX_DEPTH and not os.path.islink(below):
                yield from _mboxes(below, (*parts, _plain(shown(name))), depth + 1)
        elif os.path.isfile(below) and _may_be_mbox(below):
            is_apples = name == "mbox" and parts  # "Kunden.mbox/mbox"
            yield parts if is_apples else (*parts, _plain(shown(name))), below


def _may_be_mbox(path: str) -> bool:
    """Tell whether *path* is an mbox or an empty one; one that may not be read is, and is reported when it is."""
    try:
        return os.path.getsize(path) == 0 or is_mbox(path)
    except OSError:
        return True


def _plain(name: str) -> str:
    for ending in (".sbd", ".mbox", ".mbx", ".mboxrd"):
        name = name.removesuffix(ending)
    return name


def _locators(handle: int, start: int, end: int) -> list[str]:
    """Return the locators of the messages between *start* and *end*."""
    found = []
    last = None
    for separator in separators(handle, start, end):
        if last:
            found.append(f"{last.at:x}.{separator.at - last.at:x}.{last.check:08x}")
        last = separator
    if last:
        found.append(f"{last.at:x}.{end - last.at:x}.{last.check:08x}")
    return found


def _numbers(locator: str) -> tuple[int, int, int]:
    at, length, check = (int(part, 16) for part in locator.split("."))
    return at, length, check


def _message(handle: int, locator: str, cap: int) -> bytes | None:
    """Return the message at *locator* without its separator and the empty line before the next; None if gone."""
    at, length, check = _numbers(locator)
    data = read_at(handle, at, min(length, cap + LONGEST))
    line = data[: data.find(b"\n", 0, LONGEST) + 1]
    if check_of(line) != check or len(data) < min(length, cap):
        return None
    text = data[len(line) :].rstrip(b"\0")
    for end in (b"\r\n\r\n", b"\n\n"):
        if text.endswith(end):
            return text[: -len(end) // 2]
    return text


def _edges(handle: int, size: int) -> str:
    """Return a hash of the beginning and the end of the first *size* bytes."""
    head = read_at(handle, 0, min(EDGE, size))
    tail = read_at(handle, max(0, size - EDGE), min(EDGE, size))
    return hashlib.blake2b(head + b"|" + tail, digest_size=16).hexdigest()


def _sum(handle: int, start: int, end: int, value: int = 0) -> int:
    """Return the checksum *value* of all before *start*, continued to *end*."""
    while start < end and (block := read_at(handle, start, min(BLOCK, end - start))):
        value = crc32(block, value)
        start += len(block)
    return value
