"""Opening a SQLite file safely: rights, one writer at a time, versions, and errors that say what to do."""

from __future__ import annotations

import fcntl
import functools
import os
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from types import TracebackType
from typing import Any, ClassVar, Self, TypeVar

from handover.errors import BusyError, HandoverError, StoreError

_FULL = (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR)
_READ_ONLY = (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH)
_LOCKED = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)

Class = TypeVar("Class", bound=type)


class Database:
    """One SQLite file of ours: private, versioned, in WAL mode; its errors are `StoreError` and `BusyError`.

    *advice* is what to do when the file is damaged. Not for use by several threads.
    """

    application: ClassVar[int]
    version: ClassVar[int]
    tables: ClassVar[str]
    migrations: ClassVar[Mapping[int, str]]
    advice: ClassVar[str]
    synchronous: ClassVar[str] = "NORMAL"

    def __init__(self, path: str, *, wait_s: float = 5.0) -> None:
        self.path = path
        self._depth = 0
        try:
            make_private(path)
            self.db = sqlite3.connect(path, timeout=wait_s, isolation_level=None, cached_statements=256)
        except (OSError, sqlite3.Error) as error:
            raise translated(error, path, self.advice) from None
        try:
            self._prepare()
        except sqlite3.Error as error:
            self.db.close()
            raise translated(error, path, self.advice) from None
        except BaseException:
            self.db.close()
            raise

    def _prepare(self) -> None:
        for pragma in (
            "page_size=8192",
            "secure_delete=ON",
            "foreign_keys=OFF",
            f"synchronous={self.synchronous}",
        ):
            self.db.execute(f"PRAGMA {pragma}")
        found = self.db.execute("PRAGMA user_version").fetchone()[0]
        if found > self.version:
            raise StoreError(
                "store_newer",
                "{source} was written by a newer version of handover",
                hint="update handover (pip install --upgrade handover)",
                source=self.path,
                version=found,
            )
        if self.db.execute("PRAGMA journal_mode=WAL").fetchone()[0] != "wal":
            self.db.execute("PRAGMA journal_mode=TRUNCATE")  # some network file systems know no shared memory
        if found < self.version:
            self._upgrade()

    def _upgrade(self) -> None:
        """Make the tables or bring them to this version, in one transaction."""
        with self.transaction():
            found = self.db.execute("PRAGMA user_version").fetchone()[0]
            if found == 0:
                self._run(self.tables)
                self.db.execute(f"PRAGMA application_id={self.application}")
                self.created()
            for version in range(max(found, 1), self.version if found else 1):
                self._run(self.migrations[version])
            self.db.execute(f"PRAGMA user_version={self.version}")

    def _run(self, script: str) -> None:
        for statement in script.split(";"):  # executescript would commit
            if statement.strip():
                self.db.execute(statement)

    def created(self) -> None:
        """Fill new tables with what they must hold from the start."""

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Keep all or nothing of what is done inside; an inner one is part of the outer."""
        if self._depth:
            yield
            return
        try:
            self.db.execute("BEGIN IMMEDIATE")
            self._depth = 1
            try:
                yield
                self.db.execute("COMMIT")
            finally:
                self._depth = 0
                if self.db.in_transaction:
                    self.db.execute("ROLLBACK")
                    self.rolled_back()
        except sqlite3.DatabaseError as error:
            if is_fault(error):
                raise
            raise translated(error, self.path, self.advice) from None

    def save(self) -> None:
        """Keep what the open transaction did so far, and go on in a new one."""
        self.db.execute("COMMIT")
        self.db.execute("BEGIN IMMEDIATE")

    def rolled_back(self) -> None:
        """Forget what was remembered of rows that are not there now."""

    def compact(self) -> None:
        """Write the file anew, so that nothing of deleted rows is left in it or beside it."""
        self.db.execute("VACUUM")
        self.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def check(self) -> list[str]:
        """Return what is wrong with the file, at most ten lines; empty when it is sound."""
        found = [row[0] for row in self.db.execute("PRAGMA quick_check(10)")]
        return [] if found == ["ok"] else found

    def close(self) -> None:
        self.db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def make_private(path: str) -> None:
    """Make the file *path* and the folders above it where they are missing, readable by their owner alone."""
    folder = os.path.dirname(path)
    if not os.path.isdir(folder):
        os.makedirs(os.path.dirname(folder), mode=0o700, exist_ok=True)
        os.makedirs(folder, mode=0o700, exist_ok=True)
    os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600))


def translated(error: Exception, path: str, advice: str = "") -> HandoverError:
    """Return what a person is told of *error*: what is wrong with *path* and what to do."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    words = (error.strerror or str(error)) if isinstance(error, OSError) else str(error)
    if code in _LOCKED:
        return BusyError(
            "store_busy", "another run is using {source}", hint="wait until it has ended", source=path
        )
    if code in _FULL or (isinstance(error, OSError) and error.errno in (28, 122)):
        text, hint = "cannot write {source}: {reason}", "make room on the disk, then run the command again"
        return StoreError("store_full", text, hint=hint, source=path, reason=words)
    if code in _READ_ONLY or isinstance(error, OSError):
        text = "cannot open {source} for writing: {reason}"
        hint = "check the rights of the file and its folder (ls -l shows them)"
        return StoreError("store_not_writable", text, hint=hint, source=path, reason=words)
    return StoreError(
        "store_damaged", "{source} is damaged: {reason}", hint=advice, source=path, reason=words
    )


def translating(cls: Class) -> Class:
    """Make the public methods of *cls* raise our errors in place of SQLite's."""
    for name in dir(cls):
        method = getattr(cls, name)
        if not name.startswith("_") and callable(method) and name in _functions(cls):
            setattr(cls, name, _translated(method))
    return cls


def _functions(cls: type) -> set[str]:
    mine = (base for base in cls.__mro__ if base.__module__.startswith("handover."))
    kinds = (staticmethod, classmethod, property, type)
    return {name for base in mine for name, value in vars(base).items() if not isinstance(value, kinds)} - {
        "transaction"
    }


def _translated(method: Callable[..., Any]) -> Callable[..., Any]:
    @functools.wraps(method)
    def call(self: Any, *args: Any, **kwargs: Any) -> Any:
        try:
            return method(self, *args, **kwargs)
        except sqlite3.DatabaseError as error:
            if is_fault(error):
                raise
            raise translated(error, self.path, self.advice) from None

    return call


def is_fault(error: sqlite3.Error) -> bool:
    """Tell whether *error* is our own mistake (a wrong statement) and not one of the file or the disk."""
    if isinstance(error, sqlite3.OperationalError):
        return getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_ERROR
    return isinstance(error, (sqlite3.ProgrammingError, sqlite3.IntegrityError, sqlite3.NotSupportedError))


class Lock:
    """Held while a run writes to the store; falls with the process, however it ends."""

    def __init__(self, path: str) -> None:
        try:
            make_private(path)
            self.handle = os.open(path, os.O_RDWR | os.O_CLOEXEC)
        except OSError as error:
            raise translated(error, path) from None
        try:
            fcntl.flock(self.handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            pid = os.pread(self.handle, 20, 0).decode("ascii", "replace").strip() or "?"
            os.close(self.handle)
            raise BusyError(
                "store_busy",
                "another run of handover (process {pid}) is using this mailbox's store",
                hint="wait until it has ended, or answer from the store as it is with --no-sync",
                source=path,
                pid=pid,
            ) from None
        os.ftruncate(self.handle, 0)
        os.pwrite(self.handle, f"{os.getpid()}\n".encode(), 0)

    def release(self) -> None:
        if self.handle >= 0:
            os.close(self.handle)
            self.handle = -1
