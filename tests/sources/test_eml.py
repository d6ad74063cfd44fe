from __future__ import annotations

from pathlib import Path

import pytest

from handover.model import RawMessage, Skipped
from handover.sources.eml import EmlSource
from tests.sources.boxes import EmlBox, later
from tests.sources.contract import MailSourceContract, Reader, mail


class TestFolderOfEml(MailSourceContract):
    @pytest.fixture
    def box(self, tmp_path: Path) -> EmlBox:
        for name in ("Gesendet", "Papierkorb"):
            (tmp_path / "Export" / name).mkdir(parents=True)
        return EmlBox(tmp_path / "Export", inbox="Export")


def test_one_file_is_a_mailbox_of_one(tmp_path: Path) -> None:
    (tmp_path / "frage.eml").write_bytes(mail(1))
    (tmp_path / "other.eml").write_bytes(mail(2))
    source = EmlSource(str(tmp_path / "frage.eml"))

    (folder,) = source.folders()
    (item,) = source.read(folder.name, source.changes(folder.name, None, list).new)

    assert isinstance(item, RawMessage)
    assert item.data == mail(1)


def test_one_file_that_was_edited_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "frage.eml"
    path.write_bytes(mail(1))
    source = EmlSource(str(path), clock=later)
    first = source.changes("frage.eml", None, list)

    path.write_bytes(mail(2, "Anders und länger"))
    second = source.changes("frage.eml", first.mark, lambda: first.new)

    assert len(second.new) == 1
    assert list(second.gone) == list(first.new)


def test_a_file_replaced_under_its_name_is_read_again(tmp_path: Path) -> None:
    (tmp_path / "a.eml").write_bytes(mail(1))
    box = EmlBox(tmp_path, inbox=tmp_path.name)
    reader = Reader(box)
    reader.sync()

    (tmp_path / "b.eml").write_bytes(mail(2, "Nachtrag"))
    (tmp_path / "b.eml").rename(tmp_path / "a.eml")
    reader.sync()

    assert reader.mails(tmp_path.name) == [mail(2, "Nachtrag").rstrip(b"\n")]


def test_nested_folders_are_found_and_other_files_left_alone(tmp_path: Path) -> None:
    (tmp_path / "2025" / "Klein").mkdir(parents=True)
    (tmp_path / "2025" / "Klein" / "A.EML").write_bytes(mail(1))
    (tmp_path / "liste.pdf").write_bytes(b"%PDF")
    source = EmlSource(str(tmp_path))

    counts = {folder.name: source.changes(folder.name, None, list).count for folder in source.folders()}

    assert counts == {tmp_path.name: 0, "2025": 0, "2025/Klein": 1}


def test_a_link_out_of_the_tree_is_skipped(tmp_path: Path) -> None:
    (tmp_path / "outside.eml").write_bytes(mail(1))
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "link.eml").symlink_to(tmp_path / "outside.eml")
    source = EmlSource(str(tmp_path / "in"))

    (item,) = source.read("in", source.changes("in", None, list).new)

    assert isinstance(item, Skipped)
    assert item.reason == "link_outside"


def test_a_file_name_in_another_charset_is_found_again(tmp_path: Path) -> None:
    (tmp_path / "M\udcfcller.eml").write_bytes(mail(1))
    source = EmlSource(str(tmp_path))

    (item,) = source.read(tmp_path.name, source.changes(tmp_path.name, None, list).new)

    assert isinstance(item, RawMessage)
    assert item.locator.startswith("M\\xfcller.eml;")
