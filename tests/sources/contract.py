"""What every mail source must do, whatever it reads; each adapter's test class inherits `MailSourceContract`.

An adapter gives a fixture `box`: a mailbox that the tests change as its owner would, with a sent folder.
"""

from __future__ import annotations

import json
import pickle
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

import pytest

from handover.errors import SourceError
from handover.model import FolderRole, RawMessage, Skipped
from handover.sources.base import MAX_WHOLE, Changes, MailSource


class Box(Protocol):
    """A mailbox under the hands of a test. *inbox*, *sent* and *trash* are folder names as the source says them.

    *trash* is ``""`` where the kind of source knows no such folder. Everything done is old enough to be trusted.
    """

    inbox: str
    sent: str
    trash: str

    def open(self) -> MailSource: ...

    def put(self, folder: str, mail: bytes) -> None: ...

    def remove(self, folder: str, mail: bytes) -> None: ...


def mail(number: int, text: str = "Wann kommt die Lieferung?", size: int = 0) -> bytes:
    """Return a small mail; with *size*, one with an attachment of so many bytes."""
    head = (
        f"From: Kim Acker <kim@acker.example>\nTo: Anna <anna@wir.example>\nSubject: Frage {number}\n"
        f"Date: Mon, 02 Mar 2026 09:{number:02}:00 +0100\nMessage-ID: <m{number}@acker.example>\nMIME-Version: 1.0\n"
    )
    if not size:
        return f"{head}Content-Type: text/plain; charset=utf-8\n\n{text}\n".encode()
    rows = "\n".join(["QUJD" * 18] * (size // 54))
    return (
        f'{head}Content-Type: multipart/mixed; boundary="grenze"\n\n--grenze\nContent-Type: text/plain\n\n{text}\n'
        f"--grenze\nContent-Type: application/pdf\nContent-Transfer-Encoding: base64\n\n{rows}\n--grenze--\n"
    ).encode()


@dataclass
class Reader:
    """Follows a source as the store does: keeps locators and marks, folder by folder."""

    box: Box
    marks: dict[str, Any] = field(default_factory=dict)
    held: dict[str, dict[str, bytes]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    def look(self, source: MailSource, folder: str, mark: Any = ...) -> Changes:
        """Ask what changed in *folder*, since its newest mark or *mark*."""

        def known() -> list[str]:
            self.asked.append(folder)
            return list(self.held.get(folder, {}))

        return source.changes(folder, self.marks.get(folder) if mark is ... else mark, known)

    def take(self, folder: str, changes: Changes, items: Sequence[RawMessage | Skipped]) -> None:
        held = {} if changes.reset else self.held.setdefault(folder, {})
        for locator in changes.gone:
            held.pop(locator)
        for item in items:
            if isinstance(item, RawMessage):
                held[item.locator] = plain(item.data)
        self.held[folder] = held
        self.marks[folder] = json.loads(json.dumps(changes.mark))

    def sync(self) -> int:
        """Read what is new; return how many messages were read."""
        read = 0
        with self.box.open() as source:
            for folder in source.folders():
                changes = self.look(source, folder.name)
                items = list(source.read(folder.name, list(changes.new)))
                read += len(items)
                self.take(folder.name, changes, items)
        return read

    def mails(self, folder: str) -> list[bytes]:
        return sorted(self.held.get(folder, {}).values())


def plain(data: bytes) -> bytes:
    """Return mail bytes without what storing may change: line ends, and an empty line at the end."""
    return data.replace(b"\r\n", b"\n").rstrip(b"\n")


class MailSourceContract:
    """Inherit, and give a fixture `box`."""

    @pytest.fixture
    def box(self) -> Box:
        raise NotImplementedError

    def test_every_message_is_handed_over_once_with_its_bytes(self, box: Box) -> None:
        mails = [mail(1), mail(2), mail(3)]
        for one in mails:
            box.put(box.inbox, one)
        reader = Reader(box)

        reader.sync()

        assert reader.mails(box.inbox) == sorted(plain(one) for one in mails)

    def test_messages_say_their_folder_and_its_role(self, box: Box) -> None:
        box.put(box.sent, mail(1))

        with box.open() as source:
            changes = source.changes(box.sent, None, list)
            (item,) = source.read(box.sent, changes.new)

        assert isinstance(item, RawMessage)
        assert (item.folder, item.role) == (box.sent, FolderRole.SENT)

    def test_the_bin_is_not_read(self, box: Box) -> None:
        if not box.trash:
            pytest.skip("this kind of source has no bin")
        box.put(box.trash, mail(1))

        with box.open() as source:
            names = [folder.name for folder in source.folders()]

        assert box.sent in names
        assert box.trash not in names

    def test_folders_that_are_not_read_are_known_to_be_there(self, box: Box) -> None:
        with box.open() as source:
            source.folders()
            there = [name for name in (box.inbox, box.sent, box.trash, "Nirgends") if source.has_folder(name)]

        assert there == [name for name in (box.inbox, box.sent, box.trash) if name]

    def test_nothing_new_needs_no_listing(self, box: Box) -> None:
        box.put(box.inbox, mail(1))
        box.put(box.sent, mail(2))
        reader = Reader(box)
        reader.sync()
        reader.asked.clear()

        read = reader.sync()

        assert read == 0
        assert reader.asked == []

    def test_only_what_is_new_is_read(self, box: Box) -> None:
        box.put(box.inbox, mail(1))
        box.put(box.inbox, mail(2))
        reader = Reader(box)
        reader.sync()

        box.put(box.inbox, mail(3))
        read = reader.sync()

        assert read == 1
        assert len(reader.mails(box.inbox)) == 3

    def test_a_removed_message_is_gone(self, box: Box) -> None:
        box.put(box.inbox, mail(1))
        box.put(box.inbox, mail(2))
        box.put(box.inbox, mail(3))
        reader = Reader(box)
        reader.sync()

        box.remove(box.inbox, mail(2))
        reader.sync()

        assert reader.mails(box.inbox) == [plain(mail(1)), plain(mail(3))]

    def test_new_and_removed_at_once(self, box: Box) -> None:
        box.put(box.inbox, mail(1))
        box.put(box.inbox, mail(2))
        reader = Reader(box)
        reader.sync()

        box.remove(box.inbox, mail(1))
        box.put(box.inbox, mail(3))
        reader.sync()

        assert reader.mails(box.inbox) == [plain(mail(2)), plain(mail(3))]

    def test_an_old_mark_still_gives_the_right_answer(self, box: Box) -> None:
        box.put(box.inbox, mail(1))
        reader = Reader(box)
        reader.sync()
        old = reader.marks[box.inbox]
        box.put(box.inbox, mail(2))
        box.remove(box.inbox, mail(1))
        reader.sync()

        with box.open() as source:
            changes = reader.look(source, box.inbox, mark=old)
            reader.take(box.inbox, changes, list(source.read(box.inbox, changes.new)))

        assert reader.mails(box.inbox) == [plain(mail(2))]

    def test_without_a_mark_what_is_known_is_not_doubled(self, box: Box) -> None:
        box.put(box.inbox, mail(1))
        reader = Reader(box)
        reader.sync()
        box.put(box.inbox, mail(2))

        with box.open() as source:
            changes = reader.look(source, box.inbox, mark=None)
            reader.take(box.inbox, changes, list(source.read(box.inbox, changes.new)))

        assert reader.mails(box.inbox) == [plain(mail(1)), plain(mail(2))]

    def test_a_vanished_message_is_noted(self, box: Box) -> None:
        box.put(box.inbox, mail(1))
        box.put(box.inbox, mail(2))

        with box.open() as source:
            changes = source.changes(box.inbox, None, list)
            box.remove(box.inbox, mail(1))
            items = list(source.read(box.inbox, changes.new))

        assert sorted(item.locator for item in items) == sorted(changes.new)
        assert "vanished" in [item.reason for item in items if isinstance(item, Skipped)]

    def test_an_empty_folder_is_no_error(self, box: Box) -> None:
        with box.open() as source:
            counts = [source.changes(folder.name, None, list).count for folder in source.folders()]

        assert set(counts) <= {0}

    def test_the_count_is_that_of_the_folder(self, box: Box) -> None:
        box.put(box.inbox, mail(1))
        box.put(box.inbox, mail(2))
        reader = Reader(box)
        reader.sync()
        box.put(box.inbox, mail(3))

        with box.open() as source:
            changed = reader.look(source, box.inbox)
            reader.take(box.inbox, changed, list(source.read(box.inbox, changed.new)))
            unchanged = reader.look(source, box.inbox)

        assert (changed.count, unchanged.count) == (3, 3)

    def test_a_large_message_is_handed_over_small(self, box: Box) -> None:
        pytest.importorskip("handover.sources.reduce")
        large = mail(1, "Anbei die Zeichnung.", size=600_000)
        box.put(box.inbox, large)

        with box.open() as source:
            changes = source.changes(box.inbox, None, list)
            (item,) = source.read(box.inbox, changes.new)
            whole = source.read_whole(box.inbox, changes.new[0])

        assert isinstance(item, RawMessage)
        assert item.reduced
        assert len(item.data) <= MAX_WHOLE
        assert b"Anbei die Zeichnung." in item.data
        assert plain(whole) == plain(large)

    def test_a_message_that_is_gone_cannot_be_read_whole(self, box: Box) -> None:
        box.put(box.inbox, mail(1))
        with box.open() as source:
            (locator,) = source.changes(box.inbox, None, list).new
        box.remove(box.inbox, mail(1))

        with box.open() as source, pytest.raises(SourceError):
            source.read_whole(box.inbox, locator)

    def test_a_parallel_source_reads_the_same_in_another_process(self, box: Box) -> None:
        box.put(box.inbox, mail(1))

        with box.open() as source:
            if not source.parallel:
                pytest.skip("read by one process")
            changes = source.changes(box.inbox, None, list)
            copy = pickle.loads(pickle.dumps(source))
            (item,) = copy.read(box.inbox, changes.new)

        assert isinstance(item, RawMessage)
        assert plain(item.data) == plain(mail(1))

    def test_the_name_stays_the_same(self, box: Box) -> None:
        with box.open() as first, box.open() as second:
            assert first.uri == second.uri
