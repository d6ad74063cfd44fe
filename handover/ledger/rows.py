"""Things in the order they came, found again by what they stand under, so that none has to be looked for among all."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Hashable, Iterable
from operator import attrgetter
from typing import Generic, Protocol, TypeVar


class Numbered(Protocol):
    """What has its place in an order."""

    @property
    def number(self) -> int:
        """Return the place."""


T = TypeVar("T", bound=Numbered)
_NUMBER = attrgetter("number")


class Rows(Generic[T]):
    """Under each key a row of things, by their numbers."""

    def __init__(self) -> None:
        self._rows: dict[Hashable, list[T]] = {}

    def add(self, item: T, keys: Iterable[Hashable]) -> None:
        """Put *item*, which does not stand there, under each of *keys*."""
        for key in keys:
            row = self._rows.setdefault(key, [])
            if not row or row[-1].number < item.number:
                row.append(item)
            else:
                row.insert(bisect_left(row, item.number, key=_NUMBER), item)

    def discard(self, item: T, keys: Iterable[Hashable]) -> None:
        """Take *item*, which stands there, away from each of *keys*."""
        for key in keys:
            row = self._rows[key]
            del row[bisect_left(row, item.number, key=_NUMBER)]
            if not row:
                del self._rows[key]

    def under(self, key: Hashable) -> list[T]:
        """Return what stands under *key*, in order; a list of its own."""
        return self._rows.get(key, [])[:]

    def last(self, key: Hashable) -> T | None:
        """Return the last that stands under *key*."""
        row = self._rows.get(key)
        return row[-1] if row else None

    def under_any(self, keys: Collection[Hashable]) -> list[T]:
        """Return what stands under any of *keys*, each thing once, in order."""
        rows = [row for key in keys if (row := self._rows.get(key))]
        if len(rows) == 1:
            return rows[0][:]
        found = {item.number: item for row in rows for item in row}
        return [found[number] for number in sorted(found)]
