"""`handover packet build` as typed by a person or a script."""

from __future__ import annotations

import json
from pathlib import Path

from tests.conftest import Handover
from tests.packet.boxes import ASKING, NOW, OWNER, PETER, write_box


def common(folder: Path) -> list[str]:
    box = write_box(folder / "box.mbox", [ASKING])
    return [
        "--mail",
        str(box),
        "--me",
        OWNER,
        "--now",
        NOW.isoformat(),
        "--deputy",
        PETER,
        "--out",
        str(folder / "out"),
    ]


def test_dates_are_typed_as_people_do(handover: Handover, tmp_path: Path) -> None:
    run = handover("packet", "build", "--from", "30.3.", "--to", "Freitag", *common(tmp_path))

    assert run.code == 0, run.err
    assert "Handover Anna Wir, Mon 30 Mar to Fri 3 Apr" in run.out
    assert (tmp_path / "out" / "handover.html").exists()


def test_a_script_gets_the_whole_packet(handover: Handover, tmp_path: Path) -> None:
    run = handover(
        "packet", "build", "--from", "2026-03-30", "--to", "2026-04-03", "--json", *common(tmp_path)
    )

    packet = run.json["data"]["packet"]
    assert packet["absent"]["back"] == "2026-04-07"
    assert [item["assignee"] for item in packet["items"]] == [PETER]
    assert {text["language"] for text in run.json["data"]["out_of_office"]} == {"de", "en"}
    written = json.loads((tmp_path / "out" / "handover.json").read_text(encoding="utf-8"))
    assert written["packet"] == packet


def test_a_script_gets_sentences_beside_codes_in_the_readers_language(
    handover: Handover, tmp_path: Path
) -> None:
    dates = ("--from", "2026-03-30", "--to", "2026-04-03", "--json")
    english = handover("packet", "build", *dates, *common(tmp_path)).json["data"]["packet"]
    german = handover("packet", "build", *dates, *common(tmp_path), "--lang", "de").json["data"]["packet"]

    said = {"code": "warn_no_calendar", "values": {}, "at": None, "day": None, "until": None}
    text = "No calendar was given: events in the absence are not known."
    assert english["warnings"] == [{**said, "text": text}]
    assert german["warnings"][0]["code"] == "warn_no_calendar"
    assert "Kalender" in german["warnings"][0]["text"]
    gap = next(gap["question"] for gap in english["gaps"] if gap["id"] == "reachable")
    assert gap["text"] == "May Anna Wir be called in an emergency? On which number, and for what?"
    assert all(line["text"] for dossier in english["dossiers"] for line in dossier["say"])


def test_only_the_forms_asked_for_are_written(handover: Handover, tmp_path: Path) -> None:
    handover(
        "packet", "build", "--from", "30.3.", "--to", "3.4.", "--format", "md", *common(tmp_path)
    )  # fmt: skip

    assert {path.name for path in (tmp_path / "out").iterdir()} == {
        "handover.md",
        "before-leaving.md",
        "gaps.toml",
    }


def test_an_unknown_form_is_refused(handover: Handover, tmp_path: Path) -> None:
    run = handover(
        "packet", "build", "--from", "30.3.", "--to", "3.4.", "--format", "docx", *common(tmp_path)
    )

    assert run.code == 2
    assert "docx" in run.err


def test_dates_reversed_are_a_usage_error(handover: Handover, tmp_path: Path) -> None:
    run = handover("packet", "build", "--from", "2026-04-03", "--to", "2026-03-30", *common(tmp_path))

    assert run.code == 2
    assert "before it begins" in run.err
    assert not (tmp_path / "out").exists()


def test_a_folder_that_cannot_be_written_is_named(handover: Handover, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("in the way")

    run = handover("packet", "build", "--from", "30.3.", "--to", "3.4.", *common(tmp_path))

    assert run.code in (2, 4)
    assert "out" in run.err
