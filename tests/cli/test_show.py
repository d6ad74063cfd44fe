"""`show` for raw mails and rows of text: a line for each, whatever it holds."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from tests.conftest import Handover

FIELDS = [
    "file", "key", "message", "thread", "subject", "from", "date", "language",
    "new_text", "quoted_text", "signature", "automatic", "skipped", "signals",
]  # fmt: skip
SIGNALS = {
    "tone", "negative", "urgent", "complaint", "asks", "holding", "thanks", "promise", "threat", "promises", "why",
}  # fmt: skip

MAIL = b"""From: Jana Schmidt <jana@schmidt.example>
To: anna@wir.example
Subject: =?utf-8?q?Angebot_f=C3=BCr_Halle_2?=
Date: Thu, 19 Nov 2026 09:12:00 +0100
Message-ID: <1@schmidt.example>
In-Reply-To: <0@wir.example>
Content-Type: text/plain; charset=utf-8

Guten Tag Frau Berger,

wann bekommen wir das Angebot?

Am 18.11.2026 um 10:00 schrieb Anna Berger:
> Wir melden uns.
"""


def test_a_mail_is_shown_with_every_field_of_the_contract(handover: Handover, tmp_path: Path) -> None:
    (tmp_path / "a.eml").write_bytes(MAIL)

    run = handover("show", "--json", "--eml", tmp_path / "a.eml")

    [line] = run.lines
    assert run.code == 0
    assert list(line) == FIELDS
    assert set(line["signals"]) == SIGNALS
    assert (line["message"], line["thread"]) == ("1@schmidt.example", "0@wir.example")
    assert (line["subject"], line["from"]) == ("Angebot für Halle 2", "Jana Schmidt <jana@schmidt.example>")
    assert line["date"] == "2026-11-19T09:12:00+01:00"
    assert line["language"] == "de"
    assert "wann bekommen wir das Angebot?" in line["new_text"]
    assert "Wir melden uns" not in line["new_text"]
    assert line["signals"]["asks"] > 0.5
    assert line["skipped"] is None


def test_every_file_of_a_folder_gives_one_line(handover: Handover, tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "a.eml").write_bytes(MAIL)
    (tmp_path / "b.eml").write_bytes(b"")
    (tmp_path / "c.bin").write_bytes(bytes(range(256)) * 40)
    (tmp_path / "sub" / "d.eml").write_bytes(MAIL)
    (tmp_path / "gone.eml").symlink_to(tmp_path / "nowhere")
    os.mkfifo(tmp_path / "pipe")
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff\xfe.eml")).write_bytes(MAIL)

    run = handover("show", "--json", "--eml", tmp_path)

    shown = {Path(line["file"]).name: line["skipped"] for line in run.lines}
    assert run.code == 0
    assert len(run.lines) == 7
    assert shown["a.eml"] is None
    assert shown["d.eml"] is None
    assert shown["b.eml"]
    assert shown["pipe"] == "not-a-file"
    assert shown["gone.eml"].startswith("unreadable")
    assert all(list(line) == FIELDS for line in run.lines)
    assert all(line["key"] for line in run.lines)


def test_a_fault_of_ours_on_one_file_hides_no_other(
    handover: Handover, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from handover import parse as parsing

    real = parsing.parse
    monkeypatch.setattr(parsing, "parse", lambda raw: 1 / 0 if raw.locator.endswith("a.eml") else real(raw))
    (tmp_path / "a.eml").write_bytes(MAIL)
    (tmp_path / "b.eml").write_bytes(MAIL)

    run = handover("show", "--json", "--eml", tmp_path)

    assert run.code == 0
    assert [line["skipped"] for line in run.lines] == ["fault: ZeroDivisionError", None]


def test_hostile_characters_stay_inside_the_json(handover: Handover, tmp_path: Path) -> None:
    subject = "=?utf-8?b?" + "G1szMW1yZWTigK50dcKbMUEK" + "?="
    (tmp_path / "a.eml").write_bytes(MAIL.replace(b"=?utf-8?q?Angebot_f=C3=BCr_Halle_2?=", subject.encode()))

    run = handover("show", "--json", "--eml", tmp_path)

    assert not set(run.out) & set("\x1b\x9b\u202e\x7f")


def test_a_mail_is_shown_to_people_without_its_control_characters(handover: Handover, tmp_path: Path) -> None:
    body = "Wann kommt das Angebot? \x1b[2J\x9b31m \u202eabc".encode()
    (tmp_path / "a.eml").write_bytes(MAIL.partition(b"\n\n")[0] + b"\n\n" + body)

    run = handover("show", "--eml", tmp_path / "a.eml", "--lang", "de")

    assert "Wann kommt das Angebot?" in run.out
    assert not set(run.out) & set("\x1b\x9b\u202e")


def test_each_row_is_answered_in_order(handover: Handover, tmp_path: Path) -> None:
    rows = [
        {"id": "a", "text": "Wir liefern bis Freitag.", "lang": "de", "now": "2026-11-17T10:00:00"},
        {"id": 7, "text": "Could you please send me the drawing?", "lang": None, "now": None},
        {"id": None, "text": "", "lang": "xx"},
    ]
    path = tmp_path / "rows.jsonl"
    path.write_text("\n".join(json.dumps(row) for row in rows))

    run = handover("show", "--json", "--jsonl", path)

    assert run.code == 0
    assert [line["id"] for line in run.lines] == ["a", 7, None]
    assert [line["language"] for line in run.lines[:2]] == ["de", "en"]
    assert all(set(line["signals"]) == SIGNALS for line in run.lines)
    assert run.lines[0]["signals"]["promises"][0]["due"][:10] == "2026-11-20"
    assert run.lines[1]["signals"]["asks"] > 0.5


@pytest.mark.parametrize(
    "row",
    [
        b"no json", b"[1]", b"7", b'{"id": {"a": 1}, "text": "x"}', b'{"id": "a", "text": 7}', b"\xff\xfe\x00",
        b'{"id": "a", "text": "x", "now": "soon"}', b'{"id": "a", "text": "x", "now": 7}', b"[" * 100_000,
    ],
)  # fmt: skip
def test_a_row_that_is_none_says_why_and_hides_no_other(
    handover: Handover, tmp_path: Path, row: bytes
) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_bytes(row + b'\n{"id": "b", "text": "Danke!", "lang": "de"}\n')

    run = handover("show", "--json", "--jsonl", path)

    assert run.code == 0
    assert [bool(line.get("skipped")) for line in run.lines] == [True, False]
    assert run.lines[1]["id"] == "b"


def test_half_surrogates_and_nan_do_not_break_the_output(handover: Handover, tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text(
        '{"id": "\\ud800", "text": "Danke \\udfff!", "lang": "de"}\n{"id": NaN, "text": "Danke!"}\n'
    )

    run = handover("show", "--json", "--jsonl", path)

    assert [line["id"] for line in run.lines] == ["\ufffd", None]


def test_an_endless_row_is_passed_over(handover: Handover, tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_bytes(b'{"text": "' + b"x" * 5_000_000 + b'"}\n{"id": "b", "text": "Danke!"}\n')

    run = handover("show", "--json", "--jsonl", path)

    assert [line["id"] for line in run.lines] == [None, "b"]
    assert run.lines[0]["skipped"] == "too-long"


@pytest.mark.parametrize("option", ["--eml", "--jsonl"])
def test_a_path_that_is_not_there_is_one_clear_line(handover: Handover, option: str) -> None:
    run = handover("show", "--json", option, "/nowhere/a")

    assert run.code == 3
    assert run.out == ""
    assert len(run.err.splitlines()) == 1
    assert "/nowhere/a" in run.err


def test_one_thing_at_a_time_is_shown(handover: Handover) -> None:
    assert handover("show").code == 2
    assert handover("show", "--eml", "a", "--jsonl", "b").code == 2
