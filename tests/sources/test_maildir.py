from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from handover.errors import SourceError
from handover.model import FolderRole, RawMessage, Skipped
from handover.sources.maildir import MaildirSource
from tests.sources.boxes import MaildirBox, TreeBox, later
from tests.sources.contract import MailSourceContract, Reader, mail


class TestMaildir(MailSourceContract):
    @pytest.fixture
    def box(self, tmp_path: Path) -> MaildirBox:
        return MaildirBox(tmp_path / "Maildir").make("INBOX", "Sent", "Trash")


class TestTreeOfMaildirs(MailSourceContract):
    @pytest.fixture
    def box(self, tmp_path: Path) -> TreeBox:
        box = TreeBox(tmp_path / "Mail")
        box.make(box.inbox, box.sent, box.trash)
        return box


@pytest.fixture
def box(tmp_path: Path) -> MaildirBox:
    return MaildirBox(tmp_path / "Maildir").make("INBOX")


def roles(box: MaildirBox) -> dict[str, FolderRole]:
    with box.open() as source:
        return {folder.name: folder.role for folder in source.folders()}


def test_nested_folders_are_shown_as_people_write_them(box: MaildirBox) -> None:
    box.make("Kunden/Klein", "Gesendet", "Entw&APw-rfe", "Entwürfe/alt", "Kunden/Entwürfe", "Spamverdacht")

    found = roles(box)

    assert found == {
        "INBOX": FolderRole.INBOX,
        "Kunden/Klein": FolderRole.OTHER,
        "Kunden/Entwürfe": FolderRole.OTHER,
        "Gesendet": FolderRole.SENT,
    }


def test_names_in_decomposed_form_are_known_too(box: MaildirBox) -> None:
    box.make("Gelöschte Objekte", "Unerwünscht")

    assert set(roles(box)) == {"INBOX"}


def test_a_flag_set_by_a_mail_program_changes_nothing(box: MaildirBox) -> None:
    box.put("INBOX", mail(1))
    reader = Reader(box)
    reader.sync()
    (path,) = (box.root / "cur").iterdir()

    path.rename(path.with_name(path.name + "R"))

    assert reader.sync() == 0
    assert len(reader.mails("INBOX")) == 1


def test_a_message_whose_flags_change_during_the_scan_is_still_read(box: MaildirBox) -> None:
    box.put("INBOX", mail(1))
    source = box.open()
    changes = source.changes("INBOX", None, list)
    (path,) = (box.root / "cur").iterdir()
    path.rename(path.with_name(path.name + "R"))

    (item,) = source.read("INBOX", changes.new)

    assert isinstance(item, RawMessage)
    assert item.locator == changes.new[0]


def test_a_message_that_moves_from_new_to_cur_stays_the_same(box: MaildirBox) -> None:
    (box.root / "new" / "1700.a.host").write_bytes(mail(1))
    reader = Reader(box)
    reader.sync()

    (box.root / "new" / "1700.a.host").rename(box.root / "cur" / "1700.a.host:2,S")

    assert reader.sync() == 0
    assert len(reader.mails("INBOX")) == 1


def test_a_change_in_the_same_tick_is_not_missed(box: MaildirBox) -> None:
    box.put("INBOX", mail(1))
    fresh = MaildirSource(str(box.root), clock=time.time)
    first = fresh.changes("INBOX", None, list)

    again = fresh.changes("INBOX", first.mark, lambda: first.new)

    assert first.mark["stamps"] is None
    assert (list(again.new), again.count) == ([], 1)


def test_a_folder_time_set_back_does_not_hide_a_message(box: MaildirBox) -> None:
    box.put("INBOX", mail(1))
    reader = Reader(box)
    reader.sync()
    before = os.stat(box.root / "cur")

    box.put("INBOX", mail(2))
    os.utime(box.root / "cur", ns=(before.st_atime_ns, before.st_mtime_ns))

    assert reader.sync() == 1


def test_links_out_of_the_tree_are_not_followed(box: MaildirBox, tmp_path: Path) -> None:
    (tmp_path / "secret").write_bytes(mail(9))
    (box.root / "cur" / "1700.link:2,").symlink_to(tmp_path / "secret")
    box.put("INBOX", mail(1))
    source = box.open()

    items = list(source.read("INBOX", source.changes("INBOX", None, list).new))

    assert [item.reason for item in items if isinstance(item, Skipped)] == ["link_outside"]
    assert len([item for item in items if isinstance(item, RawMessage)]) == 1


def test_a_linked_folder_outside_is_named_and_not_read(box: MaildirBox, tmp_path: Path) -> None:
    MaildirBox(tmp_path / "archive").make("INBOX").put("INBOX", mail(1))
    (box.root / ".Archiv").symlink_to(tmp_path / "archive")
    source = box.open()

    changes = source.changes("Archiv", None, list)

    assert list(changes.new) == []
    assert [note.reason for note in changes.noted] == ["link_outside"]


def test_a_folder_linked_inside_is_read_once(box: MaildirBox) -> None:
    box.make("Gesendet")
    (box.root / ".Sent").symlink_to(box.root / ".Gesendet")

    assert set(roles(box)) == {"INBOX", "Gesendet"}


def test_a_pipe_among_the_mails_blocks_nothing(box: MaildirBox) -> None:
    os.mkfifo(box.root / "cur" / "1700.pipe:2,")
    source = box.open()

    (item,) = source.read("INBOX", source.changes("INBOX", None, list).new)

    assert isinstance(item, Skipped)
    assert item.reason == "not_a_file"


def test_a_name_in_another_charset_is_found_again(box: MaildirBox) -> None:
    (box.root / ".Entw\udcfcrfe-Halle" / "cur").mkdir(parents=True)
    (box.root / ".Entw\udcfcrfe-Halle" / "cur" / "1700.M\udcfcller:2,S").write_bytes(mail(1))
    source = box.open()

    changes = source.changes("Entw\\xfcrfe-Halle", None, list)
    (item,) = source.read("Entw\\xfcrfe-Halle", changes.new)

    assert isinstance(item, RawMessage)
    assert item.locator == "cur/1700.M\\xfcller:2,S"


def test_the_allow_list_narrows_and_the_deny_list_removes(box: MaildirBox) -> None:
    box.make("Kunden/Klein", "Kunden/Privat", "Verein", "Trash")

    source = MaildirSource(str(box.root), allow=("inbox", "Kunden/*", "Trash"), deny=("*/privat",))

    assert [folder.name for folder in source.folders()] == ["INBOX", "Kunden/Klein", "Trash"]


def test_a_folder_that_goes_away_is_an_error_with_advice(box: MaildirBox) -> None:
    source = box.open()

    with pytest.raises(SourceError) as caught:
        source.changes("Kunden", None, list)

    assert caught.value.hint


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_an_unreadable_message_is_skipped_with_its_reason(box: MaildirBox) -> None:
    box.put("INBOX", mail(1))
    (path,) = (box.root / "cur").iterdir()
    path.chmod(0)
    source = box.open()

    (item,) = source.read("INBOX", source.changes("INBOX", None, list).new)

    assert isinstance(item, Skipped)
    assert item.reason == "unreadable"


@pytest.mark.parametrize("name", [".Sent", "Sent"])
def test_a_folder_that_nobody_may_open_is_reported_not_left_out(
    box: MaildirBox, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed = str(box.root / name)
    (box.root / name).mkdir()
    listdir = os.listdir

    def list_what_is_open(path: str) -> list[str]:
        if path.startswith(closed):
            raise PermissionError(13, "Permission denied")
        return listdir(path)

    monkeypatch.setattr(os, "access", lambda path, mode: str(path) != closed)
    monkeypatch.setattr(os, "listdir", list_what_is_open)
    source = box.open()

    assert [folder.name for folder in source.folders()] == ["INBOX", "Sent"]
    with pytest.raises(SourceError, match="cannot read the folder"):
        source.changes("Sent", None, list)


def test_the_file_of_a_message_is_told(box: MaildirBox) -> None:
    box.put("INBOX", mail(1))
    source = MaildirSource(str(box.root), clock=later)
    (locator,) = source.changes("INBOX", None, list).new

    path = source.path_of("INBOX", locator)

    assert path is not None
    assert Path(path).read_bytes() == mail(1)
