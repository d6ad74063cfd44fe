from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from handover import intake
from handover.errors import SourceError
from handover.intake import crew
from handover.model import FolderRole, RawMessage, Skipped
from handover.sources.base import Changes, Folder
from handover.sources.filesource import FileSource
from handover.store import Store
from tests.intake.reader import parse, read_signals
from tests.sources.boxes import EmlBox, MaildirBox, MboxBox
from tests.sources.contract import mail

NOW = datetime(2026, 3, 3, 8, 0, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(str(tmp_path / "state" / "mail.sqlite")) as opened:
        yield opened


@pytest.fixture
def box(tmp_path: Path) -> MaildirBox:
    return MaildirBox(tmp_path / "Maildir").make("INBOX", "Sent")


def sync(store: Store, *sources: Any, workers: int = 0, **more: Any) -> intake.Synced:
    return intake.sync(
        store, sources, parse=parse, read_signals=read_signals, now=NOW, workers=workers, **more
    )


def leave_at_once(pipe: Any, reading: Any) -> None:
    """A reading process that cannot work."""


def subjects(store: Store) -> list[str]:
    return sorted(one.message.subject for one in store.all_messages())


def test_the_second_run_reads_only_what_is_new(store: Store, box: MaildirBox) -> None:
    for number in range(5):
        box.put("INBOX", mail(number))
    first = sync(store, box.open())

    box.put("Sent", mail(7))
    second = sync(store, box.open())
    third = sync(store, box.open())

    assert [(one.counts[0].read, one.counts[0].new) for one in (first, second, third)] == [
        (5, 5),
        (1, 1),
        (0, 0),
    ]
    assert third.changed is False


def test_coverage_says_what_was_looked_at_in_every_run(store: Store, box: MaildirBox) -> None:
    box.put("INBOX", mail(1))
    box.put("INBOX", mail(2))
    box.put("INBOX", b"no mail at all")
    sync(store, box.open())

    (coverage,) = sync(store, box.open()).coverage

    assert (coverage.folders, coverage.messages, coverage.skipped, coverage.complete) == (2, 3, 1, False)
    assert [skip.reason for skip in coverage.skips] == ["not_mail"]
    assert coverage.oldest == datetime(2026, 3, 2, 8, 1, tzinfo=UTC)
    assert coverage.newest == datetime(2026, 3, 2, 8, 2, tzinfo=UTC)


def test_a_deleted_mail_stays_and_says_so(store: Store, box: MaildirBox) -> None:
    box.put("INBOX", mail(1))
    sync(store, box.open())

    box.remove("INBOX", mail(1))
    result = sync(store, box.open())

    assert result.counts[0].gone == 1
    assert [one.gone for one in store.all_messages()] == [True]


def test_a_mail_moved_to_another_folder_is_not_deleted(store: Store, box: MaildirBox) -> None:
    box.put("INBOX", mail(1))
    sync(store, box.open())

    box.remove("INBOX", mail(1))
    box.put("Sent", mail(1))
    sync(store, box.open())

    (stored,) = store.all_messages()
    assert stored.gone is False
    assert [place.folder for place in store.locations(stored.message.key)] == ["Sent"]


def test_a_mail_put_back_is_no_longer_deleted(store: Store, box: MaildirBox) -> None:
    box.put("INBOX", mail(1))
    sync(store, box.open())
    box.remove("INBOX", mail(1))
    sync(store, box.open())

    box.put("INBOX", mail(1))
    sync(store, box.open())

    assert [one.gone for one in store.all_messages()] == [False]


def test_a_folder_that_was_removed_leaves_its_mails_deleted(store: Store, box: MaildirBox) -> None:
    box.make("Projekt")
    box.put("Projekt", mail(1))
    sync(store, box.open())

    for path in sorted(box.path("Projekt").rglob("*"), reverse=True):
        path.unlink() if path.is_file() else path.rmdir()
    box.path("Projekt").rmdir()
    (coverage,) = sync(store, box.open()).coverage

    assert [one.gone for one in store.all_messages()] == [True]
    assert (coverage.folders, coverage.messages) == (2, 0)


def test_a_folder_that_is_not_to_be_read_any_more_leaves_nothing(store: Store, box: MaildirBox) -> None:
    box.make("Privat")
    box.put("Privat", mail(1))
    sync(store, box.open())
    source = box.open()
    assert isinstance(source, FileSource)
    source.deny = ("Privat",)

    sync(store, source)

    assert store.count() == 0


def test_a_rewritten_mbox_doubles_nothing(store: Store, tmp_path: Path) -> None:
    (tmp_path / "T").mkdir()
    box = MboxBox(tmp_path / "T")
    for number in range(4):
        box.put("Inbox", mail(number))
    sync(store, box.open())

    box.remove("Inbox", mail(1))
    result = sync(store, box.open())

    assert (result.counts[0].read, result.counts[0].new, store.count()) == (3, 0, 4)
    assert [one.message.subject for one in store.all_messages() if one.gone] == ["Frage 1"]
    assert result.coverage[0].messages == 3


def test_several_sources_share_one_store(store: Store, box: MaildirBox, tmp_path: Path) -> None:
    (tmp_path / "Export").mkdir()
    other = EmlBox(tmp_path / "Export", inbox="Export")
    box.put("INBOX", mail(1))
    other.put("Export", mail(1))
    other.put("Export", mail(2))

    result = sync(store, box.open(), other.open())

    assert [coverage.messages for coverage in result.coverage] == [1, 2]
    assert store.count() == 2


def test_messages_older_than_wanted_are_looked_at_and_not_kept(store: Store, box: MaildirBox) -> None:
    box.put("INBOX", mail(1))
    box.put("INBOX", mail(30))
    since = datetime(2026, 3, 2, 8, 15, tzinfo=UTC)

    (coverage,) = sync(store, box.open(), keep_since=since).coverage
    again = sync(store, box.open(), keep_since=since)

    assert (coverage.messages, subjects(store), again.counts[0].read) == (2, ["Frage 30"], 0)


def test_what_was_too_old_is_read_when_it_is_wanted_after_all(store: Store, box: MaildirBox) -> None:
    box.put("INBOX", mail(1))
    box.put("INBOX", mail(30))
    sync(store, box.open(), keep_since=datetime(2026, 3, 2, 8, 15, tzinfo=UTC))

    sync(store, box.open())

    assert subjects(store) == ["Frage 1", "Frage 30"]


def test_what_was_purged_stays_so(store: Store, box: MaildirBox) -> None:
    box.put("INBOX", mail(1))
    box.put("INBOX", mail(30))
    sync(store, box.open())

    store.purge(datetime(2026, 3, 2, 8, 15, tzinfo=UTC))
    box.put("INBOX", mail(2))
    (coverage,) = sync(store, box.open()).coverage

    assert subjects(store) == ["Frage 30"]
    assert coverage.messages == 3


def test_a_fault_in_one_mail_leaves_the_others(store: Store, box: MaildirBox) -> None:
    box.put("INBOX", mail(1))
    box.put("INBOX", mail(2, "RAISE-A-FAULT"))
    box.put("INBOX", mail(3))

    (coverage,) = sync(store, box.open()).coverage

    assert subjects(store) == ["Frage 1", "Frage 3"]
    assert [(skip.reason, skip.detail) for skip in coverage.skips] == [
        ("crashed", "ValueError: a fault of the parser")
    ]


@pytest.mark.slow
def test_many_messages_are_read_by_several_processes(store: Store, box: MaildirBox) -> None:
    for number in range(700):
        box.put("INBOX", mail(number % 60, f"Frage {number}?"))
    calls: list[tuple[str, int, int]] = []

    result = sync(store, box.open(), workers=2, progress=lambda *call: calls.append(call))

    assert (result.counts[0].new, store.count()) == (700, 700)
    assert calls[-1] == ("INBOX", 700, 700)


@pytest.mark.slow
def test_a_mail_that_kills_its_reader_takes_no_other_with_it(store: Store, box: MaildirBox) -> None:
    for number in range(400):
        box.put("INBOX", mail(number % 60, "EXIT-THE-PROCESS" if number == 123 else f"Frage {number}?"))

    (coverage,) = sync(store, box.open(), workers=2).coverage

    assert store.count() == 399
    assert [skip.reason for skip in coverage.skips] == ["crashed"]


@pytest.mark.slow
def test_a_mail_that_never_ends_is_given_up(
    store: Store, box: MaildirBox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(crew, "DEADLINE_S", 4.0)
    monkeypatch.setattr(crew, "SINGLE_DEADLINE_S", 2.0)
    for number in range(310):
        box.put("INBOX", mail(number % 60, "NEVER-END" if number == 123 else f"Frage {number}?"))

    (coverage,) = sync(store, box.open(), workers=2).coverage

    assert store.count() == 309
    assert [skip.reason for skip in coverage.skips] == ["crashed"]


@pytest.mark.slow
def test_where_no_process_can_read_the_rest_is_read_here(
    store: Store, box: MaildirBox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(crew, "_serve", leave_at_once)
    for number in range(330):
        box.put("INBOX", mail(number % 60, f"Frage {number}?"))

    (coverage,) = sync(store, box.open(), workers=2).coverage

    assert store.count() + len(coverage.skips) == 330
    assert len(coverage.skips) < crew.MOST_DEATHS


class Remote:
    """A source that cannot be read by other processes and can break, as a server does."""

    uri = "imaps://anna@wir.example"
    parallel = False

    def __init__(self, mails: Sequence[bytes], breaks_after: int = 10**9) -> None:
        self.mails = mails
        self.breaks_after = breaks_after

    def owner_hint(self) -> str:
        return "anna@wir.example"

    def folders(self) -> list[Folder]:
        return [Folder("INBOX", FolderRole.INBOX), Folder("Kunden", FolderRole.OTHER)]

    def has_folder(self, name: str) -> bool:
        return name in ("INBOX", "Kunden")

    def changes(self, folder: str, mark: dict[str, Any] | None, known: Callable[[], Any]) -> Changes:
        if folder == "Kunden":
            raise SourceError("folder_refused", "the server refused {folder}", source=self.uri, folder=folder)
        here = set(known())
        return Changes(
            [f"1.{n}" for n in range(len(self.mails)) if f"1.{n}" not in here], mark={"n": len(self.mails)}
        )

    def read(self, folder: str, locators: Sequence[str]) -> Iterator[RawMessage | Skipped]:
        for count, locator in enumerate(locators):
            if count == self.breaks_after:
                raise SourceError("connection_lost", "the connection broke", source=self.uri)
            yield RawMessage(locator, folder, FolderRole.INBOX, self.mails[int(locator[2:])])


def test_a_broken_connection_keeps_what_was_read_and_is_reported(store: Store) -> None:
    mails = [mail(n) for n in range(10)]

    broken = sync(store, Remote(mails, breaks_after=4))
    whole = sync(store, Remote(mails))

    assert [error.code for error in broken.errors] == ["connection_lost", "folder_refused"]
    assert (broken.counts[0].new, whole.counts[0].new, store.count()) == (4, 6, 10)
    assert broken.coverage[0].complete is False
    assert whole.coverage[0].unread == ["Kunden"]


@pytest.mark.slow
def test_messages_of_a_server_are_understood_by_several_processes(store: Store) -> None:
    mails = [mail(n % 60, f"Frage {n}?") for n in range(900)]

    result = sync(store, Remote(mails), workers=2)

    assert (result.counts[0].new, store.count()) == (900, 900)


def test_what_vanished_during_the_scan_is_told_once(store: Store, box: MaildirBox) -> None:
    box.put("INBOX", mail(1))
    box.put("INBOX", mail(2))
    source = box.open()
    listed = source.changes

    def late(folder: str, mark: Any, known: Any) -> Changes:
        changes = listed(folder, mark, known)
        box.remove("INBOX", mail(1))
        return changes

    source.changes = late  # type: ignore[method-assign]
    (first,) = sync(store, source).coverage
    (second,) = sync(store, box.open()).coverage

    assert [skip.reason for skip in first.skips] == ["vanished"]
    assert (second.messages, second.complete) == (1, True)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_mail_that_could_not_be_read_is_tried_again(store: Store, box: MaildirBox) -> None:
    box.put("INBOX", mail(1))
    (path,) = (box.root / "cur").iterdir()
    path.chmod(0)
    (first,) = sync(store, box.open()).coverage

    path.chmod(0o600)
    (second,) = sync(store, box.open()).coverage

    assert (first.complete, second.complete, store.count()) == (False, True, 1)
