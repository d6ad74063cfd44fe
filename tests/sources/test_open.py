from __future__ import annotations

from pathlib import Path

import pytest

from handover.errors import SourceError, UsageError
from handover.sources.open import MailOptions, open_mail
from tests.sources.boxes import MaildirBox, TreeBox
from tests.sources.contract import mail

SEPARATOR = b"From kim@acker.example Mon Mar  2 09:00:00 2026\n"


def kind(path: Path) -> str:
    with open_mail(str(path)) as source:
        return source.uri.partition(":")[0]


def test_a_maildir_and_a_tree_of_them_are_found_by_looking(tmp_path: Path) -> None:
    MaildirBox(tmp_path / "one").make("INBOX", "Sent")
    MaildirBox(tmp_path / "dots").make("Sent")
    TreeBox(tmp_path / "tree").make("firma/INBOX", "firma/Sent")

    assert [kind(tmp_path / name) for name in ("one", "dots", "tree")] == ["maildir"] * 3


def test_an_mbox_is_known_whatever_its_name(tmp_path: Path) -> None:
    (tmp_path / "archiv.txt").write_bytes(b"\n" + SEPARATOR + mail(1))
    (tmp_path / "leer.mbox").write_bytes(b"")

    assert [kind(tmp_path / name) for name in ("archiv.txt", "leer.mbox")] == ["mbox", "mbox"]


def test_a_mail_is_known_whatever_its_name(tmp_path: Path) -> None:
    (tmp_path / "frage.txt").write_bytes(mail(1))
    (tmp_path / "kaputt.eml").write_bytes(b"\xff\xfe")

    assert [kind(tmp_path / name) for name in ("frage.txt", "kaputt.eml")] == ["eml", "eml"]


def test_a_folder_of_mails_is_known_even_when_nested(tmp_path: Path) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "a" / "b" / "x.eml").write_bytes(mail(1))
    (tmp_path / "thunderbird").mkdir()
    (tmp_path / "thunderbird" / "Inbox").write_bytes(SEPARATOR + mail(1))

    assert kind(tmp_path / "a") == "eml"
    assert kind(tmp_path / "thunderbird") == "mbox"


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("missing", "no_such_path"),
        ("empty", "not_mail"),
        ("photo.jpg", "not_mail"),
        ("settings.yaml", "not_mail"),
    ],
)
def test_what_is_no_mail_is_said_with_advice(tmp_path: Path, name: str, code: str) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8\xff\xe0 no mail")
    (tmp_path / "settings.yaml").write_bytes(b"root:x:0\nzone:Berlin\nlang:de\n")

    with pytest.raises(SourceError) as caught:
        open_mail(str(tmp_path / name))

    assert caught.value.code == code
    assert caught.value.hint


def test_an_unknown_scheme_is_a_usage_error() -> None:
    with pytest.raises(UsageError):
        open_mail("pop3://kim@acker.example")


def test_the_kind_may_be_given(tmp_path: Path) -> None:
    MaildirBox(tmp_path).make("INBOX")

    with open_mail(f"maildir:{tmp_path}") as source:
        assert source.uri == f"maildir:{tmp_path}"


def test_options_choose_the_folders(tmp_path: Path) -> None:
    MaildirBox(tmp_path).make("INBOX", "Privat")

    with open_mail(str(tmp_path), options=MailOptions(folders_deny=("Privat",))) as source:
        assert [folder.name for folder in source.folders()] == ["INBOX"]
