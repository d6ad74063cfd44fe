"""Processes that read mail side by side.

Started afresh (not forked: the store and the network are open here), without running the program's main module
again. One that dies or does not end takes no other mail with it: its chunk is read one by one, and the mail
that did it is skipped.
"""

from __future__ import annotations

import signal
import sys
import time
from collections import deque
from collections.abc import Generator, Iterator
from contextlib import contextmanager, suppress
from itertools import chain
from types import ModuleType, TracebackType
from typing import TYPE_CHECKING, Self

from handover.intake.reading import CRASHED, Batch, Reads, Task, packed, unpacked
from handover.model import Skipped

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

DEADLINE_S = 120.0
"""A chunk that takes longer is given up; an ordinary one takes a tenth of a second."""

SINGLE_DEADLINE_S = 20.0
MOST_DEATHS = 8
"""When so many processes in a row die without a result, it is not the mail: the rest is read here."""

AHEAD = 2
"""So many chunks wait at each process, so that it never waits for us."""


class _Worker:
    """A process and the tasks it has: the first is being read."""

    def __init__(self, reading: Reads) -> None:
        import multiprocessing

        context = multiprocessing.get_context("spawn")
        self.pipe, theirs = context.Pipe()
        self.tasks: deque[Task] = deque()
        self.since = 0.0
        with _without_main():
            self.process = context.Process(target=_serve, args=(theirs, reading), daemon=True)
            self.process.start()
        theirs.close()

    def give(self, task: Task) -> None:
        if not self.tasks:
            self.since = time.monotonic()
        self.tasks.append(task)
        self.pipe.send(task)

    def take(self) -> tuple[Task, Batch]:
        data = self.pipe.recv_bytes()
        error = self.pipe.recv()
        self.since = time.monotonic()
        return self.tasks.popleft(), unpacked(data, error)

    @property
    def deadline(self) -> float:
        limit = SINGLE_DEADLINE_S if self.tasks and self.tasks[0].size == 1 else DEADLINE_S
        return self.since + limit if self.tasks else float("inf")

    def end(self) -> None:
        self.pipe.close()
        self.process.kill()
        self.process.join()


def batches(reading: Reads, tasks: Iterator[Task], workers: int) -> Generator[tuple[Task, Batch], None, None]:
    """Yield what became of each of *tasks*, read by so many processes; here when there are none."""
    if not workers:
        for task in tasks:
            yield task, reading.read(task)
        return
    with Crew(reading, workers) as crew:
        yield from crew.read(tasks)


class Crew:
    """Some processes; `read` gives them tasks and yields what they made of them, in any order."""

    def __init__(self, reading: Reads, size: int) -> None:
        self.reading = reading
        self.workers = [_Worker(reading) for _ in range(size)]
        self.deaths = 0

    def read(self, tasks: Iterator[Task]) -> Iterator[tuple[Task, Batch]]:
        """Read *tasks*, which are asked for only as the processes need them."""
        again: deque[Task] = deque()
        while self.deaths < MOST_DEATHS:
            self._fill(tasks, again)
            busy = [worker for worker in self.workers if worker.tasks]
            if not busy:
                return
            yield from self._results(busy, again)
        for worker in self.workers:
            again.extend(worker.tasks)
        for task in chain(again, tasks):
            yield task, self.reading.read(task)

    def _fill(self, tasks: Iterator[Task], again: deque[Task]) -> None:
        for worker in self.workers:
            while len(worker.tasks) < AHEAD:
                task = again.popleft() if again else next(tasks, None)
                if task is None:
                    return
                if task.is_large and worker.tasks:  # large: both sides would wait for the other to read
                    again.appendleft(task)
                    break
                with suppress(OSError):  # it died; `_results` notices
                    worker.give(task)

    def _results(self, busy: list[_Worker], again: deque[Task]) -> Iterator[tuple[Task, Batch]]:
        from multiprocessing.connection import wait

        limit = min(worker.deadline for worker in busy) - time.monotonic()
        ready = wait([worker.pipe for worker in busy], timeout=max(0.0, limit))
        for worker in busy:
            if worker.pipe in ready:
                try:
                    result = worker.take()
                except (EOFError, OSError):
                    pass
                else:
                    self.deaths = 0
                    yield result
                    continue
            elif time.monotonic() < worker.deadline:
                continue
            yield from self._replace(worker, again)

    def _replace(self, worker: _Worker, again: deque[Task]) -> Iterator[tuple[Task, Batch]]:
        """Start another process for one that died or hangs; its first chunk is tried mail by mail."""
        worker.end()
        self.deaths += 1
        first, *others = worker.tasks
        worker.tasks.clear()
        again.extend(others)
        if first.size > 1 or self.deaths >= MOST_DEATHS:
            again.extend(first.singly())
        else:
            detail = "the mail broke the reading process or kept it too long"
            yield first, Batch(skips=[Skipped(first.name, first.folder, CRASHED, detail)])
        if self.deaths < MOST_DEATHS:
            self.workers[self.workers.index(worker)] = _Worker(self.reading)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for worker in self.workers:
            worker.end()


def _serve(pipe: Connection, reading: Reads) -> None:
    """Read what is asked for until the other side is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the main process's affair; it ends us
    while True:
        try:
            task = pipe.recv()
        except (EOFError, OSError):
            return
        batch = reading.read(task)
        try:
            pipe.send_bytes(packed(batch))
            pipe.send(batch.error)
        except OSError:
            return


@contextmanager
def _without_main() -> Iterator[None]:
    """Hide the main module, which a fresh process would import: it may be any script."""
    main = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = main
