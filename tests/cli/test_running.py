"""How a run ends: codes, one line per problem, silence where nobody asked."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from zoneinfo import ZoneInfo

import pytest

import handover
from handover.answer import Answer, Notice, weightiest
from handover.errors import BusyError, DeliveryError, HandoverError, SourceError, StoreError, UsageError
from handover.model import Coverage
from tests.conftest import Handover
from tests.render.findings import finding

NOW = datetime(2026, 11, 19, 16, 0, tzinfo=ZoneInfo("Europe/Berlin"))
Fake = Callable[..., None]


@pytest.fixture
def fake_app(monkeypatch: pytest.MonkeyPatch) -> Fake:
    """Let every use case give the answer, or raise the error, that the test hands over."""

    def install(result: Answer | BaseException | None = None, **errors: Any) -> None:
        def use_case(*_arguments: Any, **_more: Any) -> Answer:
            if isinstance(result, BaseException):
                raise result
            return result or Answer("unanswered", NOW, **errors)

        names = "check sync show note_add note_list note_done verdict undo purge privacy demo".split()
        fake = SimpleNamespace(**dict.fromkeys(names, use_case))
        monkeypatch.setitem(sys.modules, "handover.app", fake)
        monkeypatch.setattr(handover, "app", fake, raising=False)

    return install


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (UsageError("x", "Wrong."), 2),
        (SourceError("x", "Gone."), 3),
        (StoreError("x", "Damaged."), 4),
        (DeliveryError("x", "Refused."), 5),
        (BusyError("x", "Another run."), 75),
        (KeyboardInterrupt(), 130),
        (RuntimeError("boom"), 70),
        (RecursionError(), 70),
        (MemoryError(), 70),
    ],
)
def test_each_error_has_its_code_and_at_most_one_line(
    handover: Handover, fake_app: Fake, error: BaseException, code: int
) -> None:
    fake_app(error)

    run = handover("unanswered")

    assert run.code == code
    assert len(run.err.splitlines()) == (0 if code == 130 else 1)
    assert "Traceback" not in run.err


def test_a_fault_of_the_program_says_how_to_report_it(handover: Handover, fake_app: Fake) -> None:
    fake_app(RuntimeError("boom"))

    run = handover("unanswered", "--lang", "de")

    assert "RuntimeError" in run.err
    assert "--debug" in run.err
    assert "https://" in run.err


def test_a_traceback_is_shown_only_when_asked_for(handover: Handover, fake_app: Fake) -> None:
    fake_app(RuntimeError("boom"))

    assert "Traceback" in handover("unanswered", "--debug").err


@pytest.mark.parametrize(
    ("codes", "winner"),
    [
        ((0, 1, 3), 3),
        ((5, 3), 3),
        ((5, 1), 5),
        ((75, 3), 75),
        ((4, 75), 4),
        ((2, 4), 2),
        ((70, 2), 70),
        ((), 0),
    ],
)
def test_the_weightiest_code_wins(codes: tuple[int, ...], winner: int) -> None:
    assert weightiest(codes) == winner


@pytest.mark.parametrize(("threshold", "code"), [(None, 0), ("info", 1), ("amber", 1), ("red", 0)])
def test_findings_fail_a_run_only_from_the_severity_asked_for(
    handover: Handover, fake_app: Fake, threshold: str | None, code: int
) -> None:
    fake_app(findings=[finding(severity="amber")])

    assert handover("unanswered", *(["--fail-on", threshold] if threshold else [])).code == code


def test_what_could_be_read_is_reported_beside_the_error(handover: Handover, fake_app: Fake) -> None:
    fake_app(
        findings=[finding()],
        errors=[
            SourceError(
                "unreadable", "The folder cannot be read.", source="maildir:/a", hint="Check its rights."
            )
        ],
        coverage=[Coverage("maildir:/a", complete=False)],
    )

    run = handover("unanswered", "--json", "--fail-on", "info")

    assert run.code == 3
    assert run.json["findings"][0]["id"]
    assert run.json["errors"] == [
        {
            "code": "unreadable",
            "source": "maildir:/a",
            "text": "The folder cannot be read.",
            "hint": "Check its rights.",
        }
    ]
    assert run.err == "Error: maildir:/a: The folder cannot be read. Check its rights.\n"


def test_a_source_that_raises_still_gives_the_machine_its_object(handover: Handover, fake_app: Fake) -> None:
    fake_app(SourceError("not-found", "There is nothing.", source="/a"))

    run = handover("unanswered", "--json")

    assert run.code == 3
    assert run.json["command"] == "unanswered"
    assert run.json["errors"][0]["code"] == "not-found"
    assert run.json["findings"] == []


@pytest.mark.parametrize(
    "error", [UsageError("x", "Wrong."), StoreError("x", "Damaged."), BusyError("x", "Another.")]
)
def test_nothing_is_printed_on_standard_output_where_there_is_no_answer(
    handover: Handover, fake_app: Fake, error: HandoverError
) -> None:
    fake_app(error)

    assert handover("unanswered", "--json").out == ""


def test_a_notice_does_not_spoil_the_answer(handover: Handover, fake_app: Fake) -> None:
    fake_app(
        errors=[Notice("customers-csv", "The column “{name}” is not known.", source="k.csv:1", name="x")]
    )

    run = handover("unanswered")

    assert run.code == 0
    assert run.err == "Note: k.csv:1: The column “x” is not known.\n"


def test_a_hostile_name_in_an_error_stays_on_its_line(handover: Handover, fake_app: Fake) -> None:
    fake_app(SourceError("x", "“{path}” is gone.", path="a\nb\x1b[2Jc\u202ed"))

    run = handover("unanswered")

    assert run.err == "Error: “a b [2Jcd” is gone.\n"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["unanswerd"], "Did you mean 'unanswered'"),
        (["unanswered", "--fail-onn", "red"], "--fail-on"),
        (["unanswered", "--fail-on", "green"], "green"),
        (["snooze"], "ID"),
        (["unanswered", "--now", "soon"], "2026-11-20T08:00"),
        (["unanswered", "--me", "nobody"], "anna@wir.example"),
        (["snooze", "x", "--until", "someday"], "2026-12-07"),
        (["unanswered", "-c", "/nowhere.toml"], "/nowhere.toml"),
        (["unanswered", "--mail", ""], "--mail"),
        (["unanswered", "--calendar", " "], "--calendar"),
        (["note"], "TEXT"),
        (["note", " "], "TEXT"),
    ],
)
def test_a_mistake_on_the_command_line_is_one_line_that_helps(
    handover: Handover, arguments: list[str], words: str
) -> None:
    run = handover(*arguments)

    assert run.code == 2
    assert run.out == ""
    assert len(run.err.splitlines()) == 1
    assert words in run.err


def test_all_mistakes_of_a_configuration_are_told_each_on_its_line(
    handover: Handover, tmp_path: Path
) -> None:
    (tmp_path / "c.toml").write_text('zne = "x"\nlang = "fr"\n')

    run = handover("unanswered", "-c", tmp_path / "c.toml")

    assert run.code == 2
    assert [line.split(": ")[1].rpartition("/")[2] for line in run.err.splitlines()] == [
        "c.toml:1",
        "c.toml:2",
    ]


def test_the_bare_program_names_the_questions_and_their_commands(handover: Handover) -> None:
    run = handover()

    assert run.code == 0
    assert "handover unanswered" in run.out
    assert "handover demo" in run.out


def test_each_question_stands_apart_from_its_command(handover: Handover) -> None:
    run = handover("--lang", "de")

    assert all("  handover " in line for line in run.out.splitlines() if line)


def test_the_questions_are_told_to_programs_too(handover: Handover) -> None:
    questions = handover("--json").json["questions"]

    assert "handover unanswered" in [question["command"] for question in questions]


def program(*arguments: str, **more: Any) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "handover", *arguments]
    return subprocess.run(command, capture_output=True, timeout=60, **more)


def test_a_reader_that_has_had_enough_ends_the_program_quietly(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text('{"id": 1, "text": "Danke!", "lang": "de"}\n' * 2000)
    reading, writing = os.pipe()
    os.close(reading)

    done = subprocess.run(
        [sys.executable, "-m", "handover", "show", "--json", "--jsonl", str(path)],
        stdout=writing, stderr=subprocess.PIPE, timeout=60,
    )  # fmt: skip
    os.close(writing)

    assert done.returncode == 130
    assert done.stderr == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_output_that_cannot_be_written_is_told() -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "handover", "--help"], stdout=full, stderr=subprocess.PIPE, timeout=60
        )

    assert done.returncode == 5
    assert len(done.stderr.splitlines()) == 1


def test_the_help_imports_nothing_heavy() -> None:
    done = program("--help", env={**os.environ, "PYTHONPROFILEIMPORTTIME": "1"})

    imported = {
        line.rpartition("|")[2].strip().partition(".")[0] for line in done.stderr.decode().splitlines()
    }
    assert imported & {"click"}
    assert not imported & {
        "pandas",
        "numpy",
        "jinja2",
        "babel",
        "icalendar",
        "imapclient",
        "selectolax",
        "sqlite3",
        "email",
    }


def test_an_option_said_twice_holds_as_said_last(handover: Handover, tmp_path: Path):
    run = handover("unanswered", "--lang", "de", "--mail", tmp_path / "nowhere", "--lang", "en")

    assert "Fehler" not in run.err
    assert "rror" in run.err
