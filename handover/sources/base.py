"""The contract that every mail source keeps; `tests/sources/contract.py` runs it against each adapter.

A source is read-only and streams. It knows folders and locators, not mails: what the bytes mean is the
parser's business. Marks are small JSON objects that the store keeps per folder, in the same transaction as
the rows they vouch for; a source must give the right answer with any mark it ever handed out, or with None.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, NamedTuple, Protocol, Self

from handover.model import FolderRole, RawMessage, Skipped

MAX_WHOLE = 256 * 1024
"""Larger messages are handed over reduced: same headers, left-out leaves empty (see `reduce`)."""

Mark = dict[str, Any]


class Folder(NamedTuple):
    """A folder of a source: its name as people see it, and what it is for."""

    name: str
    role: FolderRole


@dataclass(slots=True)
class Changes:
    """What happened in one folder since a mark.

    *new*: locators to be read, oldest first where that is known. *gone*: locators of the store that lie
    there no more. *reset*: everything known of this folder is void (UIDVALIDITY changed, mbox rewritten);
    *new* then lists the whole folder and the store joins what it knows by content. *mark* is to be kept
    once all of *new* is stored. *count*: messages in the folder now (-1 unknown). *noted*: what vanished or
    could not be listed.
    """

    new: Sequence[str]
    gone: Sequence[str] = ()
    reset: bool = False
    mark: Mark = field(default_factory=dict)
    count: int = -1
    noted: Sequence[Skipped] = ()


class MailSource(Protocol):
    """One place where mail lies. Opening checks that it is there; errors are `SourceError`."""

    @property
    def uri(self) -> str:
        """The source's stable name, without any secret."""

    @property
    def parallel(self) -> bool:
        """Whether `read` may be called in another process (the source can be pickled)."""

    def owner_hint(self) -> str:
        """The address the source itself names as the owner's (an IMAP login), or ``""``."""

    def folders(self) -> list[Folder]:
        """List the folders that are to be read: all but junk, trash, drafts and "all mail"."""

    def has_folder(self, name: str) -> bool:
        """Tell whether there is a folder of that name, to be read or not."""

    def changes(self, folder: str, mark: Mark | None, known: Callable[[], Iterable[str]]) -> Changes:
        """Tell what is new and gone in *folder* since *mark*.

        *known* yields the locators that the store holds for it; call it only when needed, it costs.
        A folder without changes since *mark* costs no listing.
        """

    def read(self, folder: str, locators: Sequence[str]) -> Iterator[RawMessage | Skipped]:
        """Yield exactly one item for each locator, in any order, at most *MAX_WHOLE* bytes of text each."""

    def read_whole(self, folder: str, locator: str) -> bytes:
        """Return one message unreduced (at most 50 MB), or raise `SourceError` when it is gone."""

    def close(self) -> None:
        """Let go of connections and files."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...
