"""From locators to rows: what a reading process does with one chunk of a folder. Knows no database."""

from __future__ import annotations

import marshal
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from handover.codec import to_number
from handover.errors import HandoverError
from handover.model import Message, RawMessage, Signals, Skipped
from handover.sources.base import MailSource
from handover.store.rows import Row, row_of

Parse = Callable[[RawMessage], Message | Skipped]
ReadSignals = Callable[[Message], Signals]

VANISHED = "vanished"
CRASHED = "crashed"


class Task(NamedTuple):
    """A chunk to be read: locators of a source that can be read anywhere, messages read here, or stored ones."""

    source: int
    folder: str
    locators: Sequence[str]
    raws: Sequence[RawMessage] = ()
    stored: Sequence[Message] = ()

    @property
    def size(self) -> int:
        return len(self.locators) or len(self.raws) or len(self.stored)

    @property
    def is_large(self) -> bool:
        """Tell whether handing it to another process takes more than a moment."""
        return bool(self.raws or self.stored)

    def singly(self) -> list[Task]:
        """Return one task for each message."""
        parts = [self._replace(locators=(one,)) for one in self.locators]
        parts += [self._replace(raws=(one,)) for one in self.raws]
        return parts + [self._replace(stored=(one,)) for one in self.stored]

    @property
    def name(self) -> str:
        """The locator or key of its first message."""
        if self.locators or self.raws:
            return self.locators[0] if self.locators else self.raws[0].locator
        return self.stored[0].key if self.stored else ""


@dataclass(slots=True)
class Batch:
    """What became of a task: rows with their locators, locators of mails that are too old to be kept, what could
    not be read, and why the source gave up."""

    rows: list[tuple[Row, str]] = field(default_factory=list)
    old: list[str] = field(default_factory=list)
    skips: list[Skipped] = field(default_factory=list)
    error: HandoverError | None = None


class Reads(Protocol):
    """What a process does with a task; it can be pickled."""

    def read(self, task: Task) -> Batch: ...


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything a process needs to read messages; it can be pickled. *keep_since* is in `codec.to_number`'s form."""

    sources: Sequence[MailSource | None]
    parse: Parse
    read_signals: ReadSignals
    salt: bytes
    keep_since: int

    def read(self, task: Task) -> Batch:
        """Read, parse and judge the messages of *task*. No message can break it."""
        batch = Batch()
        try:
            for item in self._items(task):
                if isinstance(item, Skipped):
                    batch.skips.append(item)
                else:
                    self._understand(item, batch)
        except HandoverError as error:
            batch.error = error
        return batch

    def _items(self, task: Task) -> Iterable[RawMessage | Skipped]:
        source = self.sources[task.source]
        if task.raws or source is None:
            return task.raws
        return source.read(task.folder, task.locators)

    def _understand(self, raw: RawMessage, batch: Batch) -> None:
        try:
            message = self.parse(raw)
            if isinstance(message, Skipped):
                batch.skips.append(message)
            elif to_number(message.arrived) < self.keep_since:
                batch.old.append(raw.locator)
            else:
                batch.rows.append((row_of(message, self.read_signals(message), self.salt), raw.locator))
        except Exception as error:  # one mail never ends the reading of all; it is named in every answer
            batch.skips.append(
                Skipped(raw.locator, raw.folder, CRASHED, f"{type(error).__name__}: {error}"[:200])
            )


def packed(batch: Batch) -> bytes:
    """Return *batch* as bytes, much faster than pickling it (errors cannot be packed so: see `unpacked`)."""
    rows = [(tuple(row), locator) for row, locator in batch.rows]
    skips = [(s.locator, s.folder, s.reason, s.detail) for s in batch.skips]
    return marshal.dumps((rows, batch.old, skips))


def unpacked(data: bytes, error: HandoverError | None = None) -> Batch:
    """Return the batch that `packed` wrote in another process of this run."""
    rows, old, skips = marshal.loads(data)  # noqa: S302 - from a process of our own
    made = [(Row._make(row), locator) for row, locator in rows]
    return Batch(made, old, [Skipped(*skip) for skip in skips], error)
