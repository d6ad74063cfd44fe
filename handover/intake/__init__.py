"""Reading what is new: from sources, through parsing and signals, into the store.

Several processes read files, one writes. Rows and the marks that vouch for them go into the same transaction or
the marks into a later one, so that a run that is killed anywhere loses nothing and doubles nothing. A folder
that cannot be read to its end is reported and keeps its old mark; the rest is read.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import datetime
from itertools import chain

from handover.codec import to_number
from handover.errors import HandoverError, SourceError
from handover.intake.crew import batches
from handover.intake.reading import VANISHED, Batch, Parse, Reading, ReadSignals, Task
from handover.model import Coverage, RawMessage, Skipped
from handover.sources.base import Changes, Folder, MailSource
from handover.store import Store
from handover.store.folders import FolderState

CHUNK = 100
"""Messages that a process reads in one go."""

FEW = 300
"""So few messages are read here: starting processes takes longer than reading them."""

FEW_BYTES = 16 * 1024 * 1024
COMMIT_EVERY = 5_000
COMMIT_EVERY_S = 5.0
"""What is read is kept at the latest after so many messages or seconds: an interrupted run loses no more."""

Progress = Callable[[str, int, int], None]
"""Called with the folder's name, the messages read so far, and those found so far that are to be read."""


@dataclass(slots=True)
class SourceCount:
    """What a run did with one source. *read* messages were looked at, *new* ones were not in the store, *old* ones
    arrived before what is kept."""

    source: str
    folders: int = 0
    read: int = 0
    new: int = 0
    old: int = 0
    gone: int = 0
    skipped: int = 0


@dataclass(slots=True)
class Synced:
    """What a run did: counts and coverage for each source, and the errors that kept it from more."""

    counts: list[SourceCount] = field(default_factory=list)
    coverage: list[Coverage] = field(default_factory=list)
    errors: list[HandoverError] = field(default_factory=list)

    def add(self, other: Synced) -> None:
        """Take in what a further run over other sources did."""
        self.counts += other.counts
        self.coverage += other.coverage
        self.errors += other.errors

    @property
    def changed(self) -> bool:
        """Tell whether anything in the store is other than before."""
        return any(count.read or count.gone for count in self.counts)


@dataclass(slots=True)
class _Job:
    """A folder that is being read: what is to be kept once its last task is back."""

    source: int
    state: FolderState
    changes: Changes
    waiting: int = 0
    listed: bool = False
    failed: bool = False


def sync(
    store: Store,
    sources: Sequence[MailSource],
    *,
    parse: Parse,
    read_signals: ReadSignals,
    now: datetime,
    progress: Progress | None = None,
    workers: int | None = None,
    keep_since: datetime | None = None,
    not_before: datetime | None = None,
) -> Synced:
    """Read what is new in *sources* into *store*.

    *parse* and *read_signals* can be pickled; *workers* is the number of reading processes (0: read here),
    by default one for each core where there is much to read. What arrived before *keep_since* is looked at and
    not kept; None wants all that was not purged. *not_before* does so for *sources* alone, whatever else is kept.
    Raises `StoreError` when the store fails; errors of sources are in the result.
    """
    oldest = store.begin_keeping(keep_since)
    if not_before is not None:
        oldest = max(oldest, to_number(not_before))
    reading = Reading(_elsewhere(sources), parse, read_signals, store.salt, oldest)
    run = _Run(store, sources, reading, progress)
    run.read(os.cpu_count() or 1 if workers is None else workers)
    with store.transaction():
        store.set_meta("synced", now.isoformat())
    for source, vanished in zip(sources, run.vanished, strict=True):
        coverage = store.coverage(source.uri)
        coverage.skips += vanished
        coverage.skipped += len(vanished)
        coverage.complete = coverage.complete and not vanished and source.uri not in run.failed
        run.result.coverage.append(coverage)
    return run.result


def _elsewhere(sources: Sequence[MailSource]) -> list[MailSource | None]:
    """Return the sources that other processes can read from; the others' messages are handed to them."""
    return [source if source.parallel else None for source in sources]


class _Run:
    """One sync: jobs, tasks and the transaction that is open."""

    def __init__(
        self,
        store: Store,
        sources: Sequence[MailSource],
        reading: Reading,
        progress: Progress | None,
    ) -> None:
        self.store = store
        self.sources = sources
        self.reading = reading
        self.progress = progress
        self.result = Synced([SourceCount(source.uri) for source in sources])
        self.vanished: list[list[Skipped]] = [[] for _ in sources]
        self.failed: set[str] = set()
        self.jobs: dict[tuple[int, str], _Job] = {}
        self.unsaved = 0
        self.found = 0
        self.done = 0

    def read(self, workers: int) -> None:
        """Read everything, in this process where it is little."""
        tasks = self._tasks()
        saved = time.monotonic()
        with self.store.transaction():
            first, much = _beginning(tasks)
            with closing(batches(self.reading, chain(first, tasks), workers if much else 0)) as read:
                for task, batch in read:
                    self._take(task, batch)
                    if self.unsaved >= COMMIT_EVERY or time.monotonic() > saved + COMMIT_EVERY_S:
                        self.store.save()
                        self.unsaved = 0
                        saved = time.monotonic()

    def _tasks(self) -> Iterator[Task]:
        for index, source in enumerate(self.sources):
            try:
                folders = source.folders()
            except SourceError as error:
                self._failed(source, error)
                continue
            self._let_go(source, folders)
            for folder in folders:
                self.result.counts[index].folders += 1
                yield from self._folder_tasks(index, source, folder)

    def _let_go(self, source: MailSource, folders: Sequence[Folder]) -> None:
        """Drop what is kept of folders that are gone, or that are there and are not to be read."""
        names = {folder.name for folder in folders}
        lost = [name for name in self.store.folder_names(source.uri) if name not in names]
        if lost:
            self.store.drop_folders(source.uri, names, forget=filter(source.has_folder, lost))

    def _folder_tasks(self, index: int, source: MailSource, folder: Folder) -> Iterator[Task]:
        state = self.store.folder(source.uri, folder.name, folder.role)
        try:
            changes = source.changes(folder.name, state.mark, lambda: self.store.known(state.id))
        except SourceError as error:
            self._failed(source, error, state)
            return
        locators = list(changes.new)
        if not changes.reset:
            locators += sorted(set(self.store.retryable(state.id)).difference(locators, changes.gone))
        if not locators and not changes.gone and not changes.reset and changes.mark == state.mark:
            self.store.set_folder_error(state.id, None)
            return
        job = self.jobs[index, folder.name] = _Job(index, state, changes)
        if changes.reset:
            self.store.begin_reset(state.id)
        self._skip(job, changes.noted, is_noted=True)
        self.found += len(locators)
        for task in self._chunks(job, source, folder.name, locators):
            job.waiting += task.size
            yield task
        job.listed = True
        self._finish_if_done(job)

    def _chunks(self, job: _Job, source: MailSource, folder: str, locators: Sequence[str]) -> Iterator[Task]:
        if source.parallel:
            for start in range(0, len(locators), CHUNK):
                yield Task(job.source, folder, locators[start : start + CHUNK])
            return
        raws: list[RawMessage] = []
        volume = 0
        try:
            for item in source.read(folder, locators) if locators else ():
                if isinstance(item, Skipped):
                    self._skip(job, [item])
                    continue
                raws.append(item)
                volume += len(item.data)
                if len(raws) >= CHUNK or volume > FEW_BYTES:
                    yield Task(job.source, folder, (), tuple(raws))
                    raws, volume = [], 0
        except SourceError as error:
            job.failed = True
            self._failed(source, error, job.state)
        if raws:
            yield Task(job.source, folder, (), tuple(raws))

    def _take(self, task: Task, batch: Batch) -> None:
        """Store what became of *task*."""
        job = self.jobs[task.source, task.folder]
        count = self.result.counts[task.source]
        if batch.error is not None:
            if not job.failed:
                self._failed(self.sources[task.source], batch.error, job.state)
            job.failed = True
        count.new += self.store.add_rows(job.state.id, batch.rows)
        count.read += len(batch.rows) + len(batch.old)
        count.old += len(batch.old)
        self.store.pass_over(job.state.id, batch.old)
        self._skip(job, batch.skips)
        self.unsaved += task.size
        self.done += task.size
        job.waiting -= task.size
        if self.progress:
            self.progress(task.folder, self.done, self.found)
        self._finish_if_done(job)

    def _skip(self, job: _Job, skips: Sequence[Skipped], is_noted: bool = False) -> None:
        """Keep what could not be read; what vanished meanwhile is only told in this run."""
        lasting = [skip for skip in skips if skip.reason != VANISHED]
        self.vanished[job.source] += [skip for skip in skips if skip.reason == VANISHED]
        self.result.counts[job.source].skipped += len(skips)
        if is_noted:
            self.store.set_noted(job.state.id, lasting)
        elif lasting:
            self.store.add_skipped(job.state.id, lasting)

    def _finish_if_done(self, job: _Job) -> None:
        if not job.listed or job.waiting or job.failed:
            return
        changes = job.changes
        if changes.gone:
            self.store.forget_locators(job.state.id, list(changes.gone))
            self.result.counts[job.source].gone += len(changes.gone)
        self.store.finish_folder(job.state.id, changes.mark, changes.count)
        del self.jobs[job.source, job.state.name]

    def _failed(self, source: MailSource, error: HandoverError, state: FolderState | None = None) -> None:
        self.failed.add(source.uri)
        self.result.errors.append(error)
        if state is not None:
            self.store.set_folder_error(state.id, str(error))


def _beginning(tasks: Iterator[Task]) -> tuple[list[Task], bool]:
    """Return the first tasks, and whether there is so much to do that more processes are worth their start."""
    first: list[Task] = []
    size = volume = 0
    for task in tasks:
        first.append(task)
        size += task.size
        volume += sum(len(raw.data) for raw in task.raws)
        if size > FEW or volume > FEW_BYTES:
            return first, True
    return first, False
