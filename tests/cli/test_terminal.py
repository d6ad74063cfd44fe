"""What only a terminal shows: questions, colour, progress, and Ctrl-C."""

from __future__ import annotations

import io
import os
import pty
import select
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from handover.cli.finishing import has_colour
from handover.cli.progress import ProgressLine
from tests.cli.test_commands import QUESTION

COMMAND = [sys.executable, "-m", "handover"]


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def converse(arguments: list[str], answers: list[str], seconds: float = 30) -> tuple[int, str]:
    """Run the program on a terminal of its own, giving the next answer each time it waits; return code and screen."""
    terminal, side = pty.openpty()
    running = subprocess.Popen(
        [*COMMAND, *arguments], stdin=side, stdout=side, stderr=side, start_new_session=True
    )
    os.close(side)
    screen, waiting, end = b"", list(answers), time.monotonic() + seconds
    while time.monotonic() < end:
        ready, _, _ = select.select([terminal], [], [], 0.5)
        try:
            piece = os.read(terminal, 4096) if ready else b""
        except OSError:
            break
        screen += piece
        if (
            waiting
            and not select.select([terminal], [], [], 0.1)[0]
            and screen.rstrip().endswith((b":", b"]"))
        ):
            os.write(terminal, (waiting.pop(0) + "\n").encode())
    code = running.wait(timeout=10)
    os.close(terminal)
    return code, screen.decode("utf-8", "replace")


def interrupted(running: subprocess.Popen[bytes], tries: int = 20) -> tuple[bytes, bytes]:
    """Press Ctrl-C, as a person does: once more when nothing happens."""
    for _ in range(tries):
        running.send_signal(signal.SIGINT)
        try:
            return running.communicate(timeout=3)
        except subprocess.TimeoutExpired:
            continue
    running.kill()
    return running.communicate()


@pytest.mark.slow
def test_init_asks_until_the_answer_fits_and_writes_what_it_heard(home: Path, tmp_path: Path) -> None:
    (tmp_path / "a.mbox").write_text("From a@b.example Mon Nov 16 09:00:00 2026\n" + QUESTION)
    answers = [
        "nobody",
        "anna@wir.example",
        str(tmp_path / "a.mbox"),
        "Bayern",
        "DE-BY",
        "partner.example",
        "",
    ]

    code, screen = converse(["init", "--lang", "de"], answers)

    text = (home / ".config" / "handover" / "config.toml").read_text()
    assert code == 0, screen
    assert "erwartet wird eine Adresse" in screen
    assert "erwartet wird eine Region" in screen
    assert 'me = ["anna@wir.example"]' in text
    assert 'region = "DE-BY"' in text
    assert 'colleagues = ["partner.example"]' in text
    assert "password_command" not in text


@pytest.mark.slow
@pytest.mark.parametrize(("answer", "code"), [("n", 130), ("j", 0)])
def test_a_deletion_is_asked_for(tmp_path: Path, answer: str, code: int) -> None:
    (tmp_path / "a.mbox").write_text("From a@b.example Mon Nov 16 09:00:00 2026\n" + QUESTION)
    options = ["--mail", str(tmp_path / "a.mbox"), "--me", "anna@wir.example"]
    subprocess.run([*COMMAND, "sync", *options], check=True, capture_output=True, timeout=60)

    ended, screen = converse(["privacy", "delete", "kim@acme.example", *options, "--lang", "de"], [answer])

    assert "Das lässt sich nicht rückgängig machen" in screen
    assert ended == code


def test_ctrl_c_ends_quietly_with_130(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "endless")
    running = subprocess.Popen(
        [*COMMAND, "show", "--jsonl", str(tmp_path / "endless")],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    with open(tmp_path / "endless", "wb"):
        out, err = interrupted(running)

    assert (running.returncode, out, err) == (130, b"", b"")


@pytest.mark.parametrize(
    ("stream", "variable", "coloured"),
    [
        (Terminal(), {}, True),
        (Terminal(), {"NO_COLOR": "1"}, False),
        (Terminal(), {"NO_COLOR": ""}, True),
        (Terminal(), {"TERM": "dumb"}, False),
        (io.StringIO(), {}, False),
    ],
)
def test_colour_is_for_terminals_whose_user_wants_it(
    monkeypatch: pytest.MonkeyPatch, stream: io.StringIO, variable: dict[str, str], coloured: bool
) -> None:
    monkeypatch.setenv("TERM", "xterm")
    for name, value in variable.items():
        monkeypatch.setenv(name, value)

    assert has_colour(stream) is coloured


def test_progress_rewrites_one_line_and_takes_it_away(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Terminal()
    monkeypatch.setattr(sys, "stderr", screen)
    line = ProgressLine()
    line.next = 0.0

    line("INBOX\x1b[2J", 50, 200)
    shown = screen.getvalue()
    line("INBOX", 200, 200)

    assert shown == "\r25 % INBOX [2J 50/200"
    assert screen.getvalue().endswith("\r")


def test_progress_does_not_show_for_short_work(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Terminal()
    monkeypatch.setattr(sys, "stderr", screen)

    ProgressLine()("INBOX", 1, 2)

    assert screen.getvalue() == ""
