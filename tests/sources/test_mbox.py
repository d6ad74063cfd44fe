from __future__ import annotations

from pathlib import Path

import pytest

from handover.model import FolderRole, RawMessage
from handover.sources.base import Changes
from handover.sources.mbox import MboxSource
from handover.sources.separators import BLOCK
from tests.sources.boxes import MboxBox, later
from tests.sources.contract import MailSourceContract, Reader, mail, plain

SEPARATOR = b"From kim@acker.example Mon Mar  2 09:00:00 2026\n"


class TestMbox(MailSourceContract):
    @pytest.fixture
    def box(self, tmp_path: Path) -> MboxBox:
        for name in ("Inbox", "Sent", "Trash"):
            (tmp_path / name).write_bytes(b"")
        return MboxBox(tmp_path)


def source_of(path: Path, data: bytes) -> MboxSource:
    path.write_bytes(data)
    return MboxSource(str(path), clock=later)


def texts(source: MboxSource, changes: Changes | None = None) -> list[bytes]:
    (folder,) = source.folders()
    changes = changes or source.changes(folder.name, None, list)
    items = list(source.read(folder.name, changes.new))
    assert all(isinstance(item, RawMessage) for item in items)
    return [item.data for item in items if isinstance(item, RawMessage)]


@pytest.mark.parametrize(
    "line",
    [
        b"From kim@acker.example Mon Mar  2 09:00:00 2026",
        b"From MAILER-DAEMON Mon Mar 02 09:00:00 2026",
        b"From - Mon Mar 02 09:00:00 2026",
        b"From 1790000000000000001@xxx Mon Mar 02 09:00:00 +0000 2026",
        b"From kim at acker.example  Mon Mar  2 09:00:00 2026",
        b"From kim@acker.example Mon, 2 Mar 2026 09:00:00 +0100",
        b"From kim@acker.example Mon Mar  2 09:00 CET 2026",
    ],
)
def test_separators_of_many_programs_are_known(tmp_path: Path, line: bytes) -> None:
    source = source_of(tmp_path / "box", line + b"\n" + mail(1) + b"\n" + line + b"\n" + mail(2))

    assert texts(source) == [mail(1), mail(2)]


@pytest.mark.parametrize(
    "line",
    [
        b"From here on it gets better, he said.",
        b"From Monday on we deliver again.",
        b"From Kim Acker Mon Mar  2 09:00:00 2026",
        b"From kim@acker.example",
        b"From: Kim <kim@acker.example>",
    ],
)
def test_a_sentence_that_begins_with_from_separates_nothing(tmp_path: Path, line: bytes) -> None:
    one = mail(1) + b"\n" + line + b"\n\nMore.\n"

    assert texts(source_of(tmp_path / "box", SEPARATOR + one)) == [one]


def test_no_empty_line_is_needed_before_a_separator(tmp_path: Path) -> None:
    source = source_of(tmp_path / "box", SEPARATOR + mail(1) + SEPARATOR + mail(2))

    assert texts(source) == [mail(1), mail(2)]


def test_windows_line_ends_are_separators_too(tmp_path: Path) -> None:
    data = (SEPARATOR + mail(1) + b"\n" + SEPARATOR + mail(2)).replace(b"\n", b"\r\n")

    assert [plain(text) for text in texts(source_of(tmp_path / "box", data))] == [
        plain(mail(1)),
        plain(mail(2)),
    ]


def test_a_senders_content_length_hides_no_mail(tmp_path: Path) -> None:
    lying = b"Content-Length: 99999\n" + mail(1)

    assert len(texts(source_of(tmp_path / "box", SEPARATOR + lying + b"\n" + SEPARATOR + mail(2)))) == 2


def test_quoted_from_lines_are_left_to_the_parser(tmp_path: Path) -> None:
    one = mail(1) + b">From kim@acker.example Mon Mar  2 09:00:00 2026\n"

    assert texts(source_of(tmp_path / "box", SEPARATOR + one)) == [one]


def test_what_a_power_loss_left_behind_hides_nothing(tmp_path: Path) -> None:
    data = SEPARATOR + mail(1) + b"\0" * 5000 + SEPARATOR + mail(2) + b"\0" * 5000

    assert texts(source_of(tmp_path / "box", data)) == [mail(1), mail(2)]


@pytest.mark.parametrize("shift", [-30, -1, 0, 1, 5, 20])
def test_a_separator_between_two_blocks_is_found(tmp_path: Path, shift: int) -> None:
    filler = mail(1) + b"x" * (BLOCK - len(SEPARATOR) - len(mail(1)) + shift) + b"\n"

    found = source_of(
        tmp_path / "box", SEPARATOR + filler + SEPARATOR + mail(2) + b"\n" + SEPARATOR + mail(3)
    )

    assert len(found.changes("box", None, list).new) == 3


def test_of_a_grown_file_only_the_end_is_read(tmp_path: Path) -> None:
    box = MboxBox(tmp_path)
    for number in range(5):
        box.put("Inbox", mail(number))
    reader = Reader(box)
    reader.sync()

    box.put("Inbox", mail(7))
    with box.open() as source:
        changes = reader.look(source, "Inbox")

    assert (len(changes.new), changes.reset, changes.count) == (1, False, 6)


def test_a_half_written_message_is_read_again_when_it_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "Inbox"
    path.write_bytes(SEPARATOR + mail(1) + b"\n" + SEPARATOR + mail(2)[:150])
    reader = Reader(MboxBox(tmp_path))
    reader.sync()

    path.write_bytes(SEPARATOR + mail(1) + b"\n" + SEPARATOR + mail(2) + b"\n")
    read = reader.sync()

    assert read == 1
    assert reader.mails("Inbox") == [plain(mail(1)), plain(mail(2))]


def test_a_rewritten_file_is_read_anew(tmp_path: Path) -> None:
    path = tmp_path / "Inbox"
    path.write_bytes(SEPARATOR + mail(1) + b"\n" + SEPARATOR + mail(2) + b"\n")
    reader = Reader(MboxBox(tmp_path))
    reader.sync()

    path.write_bytes(SEPARATOR + mail(3) + b"\n" + SEPARATOR + mail(2) + b"\n")
    with MboxBox(tmp_path).open() as source:
        changes = reader.look(source, "Inbox")
    reader.sync()

    assert changes.reset
    assert reader.mails("Inbox") == [plain(mail(2)), plain(mail(3))]


def test_a_change_in_the_middle_of_the_same_length_is_seen(tmp_path: Path) -> None:
    path = tmp_path / "Inbox"
    long = mail(2, "Die Anlage steht. " * 600)
    data = (
        SEPARATOR + mail(1, "x" * 5000) + b"\n" + SEPARATOR + long + b"\n" + SEPARATOR + mail(3, "y" * 5000)
    )
    path.write_bytes(data)
    reader = Reader(MboxBox(tmp_path))
    reader.sync()

    path.write_bytes(data.replace(b"steht", b"lauft"))
    reader.sync()

    assert any(b"lauft" in text for text in reader.mails("Inbox"))


def test_a_touched_file_with_the_same_content_is_not_read_again(tmp_path: Path) -> None:
    path = tmp_path / "Inbox"
    path.write_bytes(SEPARATOR + mail(1))
    reader = Reader(MboxBox(tmp_path))
    reader.sync()

    path.write_bytes(SEPARATOR + mail(1))

    assert reader.sync() == 0


def test_an_old_locator_never_yields_another_mail(tmp_path: Path) -> None:
    path = tmp_path / "Inbox"
    path.write_bytes(SEPARATOR + mail(1) + b"\n" + SEPARATOR.replace(b"09:", b"10:") + mail(2) + b"\n")
    with MboxBox(tmp_path).open() as source:
        first, second = source.changes("Inbox", None, list).new

        path.write_bytes(SEPARATOR.replace(b"09:", b"10:") + mail(2) + b"\n" + SEPARATOR + mail(1) + b"\n")
        items = list(source.read("Inbox", [first, second]))

    assert not any(isinstance(item, RawMessage) for item in items)


def test_text_before_the_first_separator_is_noted(tmp_path: Path) -> None:
    source = source_of(tmp_path / "box", b"half a mail\n" + SEPARATOR + mail(1))

    changes = source.changes("box", None, list)

    assert [note.reason for note in changes.noted] == ["no_separator"]
    assert len(changes.new) == 1


def test_links_out_of_the_tree_are_named_and_not_read(tmp_path: Path) -> None:
    (tmp_path / "outside").write_bytes(SEPARATOR + mail(1))
    (tmp_path / "T").mkdir()
    (tmp_path / "T" / "Inbox").write_bytes(SEPARATOR + mail(2))
    (tmp_path / "T" / "Same").symlink_to(tmp_path / "T" / "Inbox")
    (tmp_path / "T" / "Archiv").symlink_to(tmp_path / "outside")
    source = MboxSource(str(tmp_path / "T"))

    changes = {folder.name: source.changes(folder.name, None, list) for folder in source.folders()}

    assert {name: len(one.new) for name, one in changes.items()} == {"Archiv": 0, "Inbox": 1}
    assert [note.reason for note in changes["Archiv"].noted] == ["link_outside"]


def test_thunderbird_and_apple_folders_get_plain_names(tmp_path: Path) -> None:
    for name in ("Inbox", "Inbox.sbd/Kunden", "Projekt.mbox/mbox", "Gesendete Objekte.mbox", "Inbox.msf"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(SEPARATOR + mail(1))

    folders = MboxSource(str(tmp_path)).folders()

    assert {folder.name: folder.role for folder in folders} == {
        "Inbox": FolderRole.INBOX,
        "Inbox/Kunden": FolderRole.OTHER,
        "Projekt": FolderRole.OTHER,
        "Gesendete Objekte": FolderRole.SENT,
    }
