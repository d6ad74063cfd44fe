"""Reading signals anew from the stored text, when the rules of language, the zone or the calendar have changed.

The mailbox is not touched. What was renewed is kept bit by bit: a run that is killed goes on where it was.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass

from handover.intake.crew import batches
from handover.intake.reading import Batch, ReadSignals, Task
from handover.store import Store
from handover.store.rows import row_of

CHUNK = 100
FEW = 300
STAGE = "language"


@dataclass(frozen=True, slots=True)
class Renewing:
    """What another process needs to read signals from stored messages."""

    read_signals: ReadSignals
    salt: bytes

    def read(self, task: Task) -> Batch:
        """Read the signals of the messages of *task*; one that breaks the reader keeps its old ones."""
        batch = Batch()
        for message in task.stored:
            with suppress(Exception):  # its mail was readable before; what the old rules said of it stands
                batch.rows.append((row_of(message, self.read_signals(message), self.salt), message.key))
        return batch


def renew_signals(
    store: Store,
    read_signals: ReadSignals,
    fingerprint: str,
    *,
    workers: int | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> int:
    """Bring the signals of all stored messages up to *fingerprint*; return how many were read anew.

    Does nothing when they are. *progress* is called with the messages done and to be done.
    """
    if store.fingerprint(STAGE) == fingerprint:
        return 0
    keys = store.begin_renewal(fingerprint)
    count = (os.cpu_count() or 1 if workers is None else workers) if len(keys) > FEW else 0
    done = 0
    with closing(batches(Renewing(read_signals, store.salt), _tasks(store, keys), count)) as read:
        for task, batch in read:
            store.renew([row for row, _ in batch.rows], [message.key for message in task.stored])
            done += task.size
            if progress:
                progress(done, len(keys))
    with store.transaction():
        store.set_fingerprint(STAGE, fingerprint)
        store.mark_all_dirty()
    return done


def _tasks(store: Store, keys: list[str]) -> Iterator[Task]:
    for start in range(0, len(keys), CHUNK):
        found = store.messages(keys[start : start + CHUNK])
        yield Task(0, "", (), stored=[stored.message for stored in found.values()])
