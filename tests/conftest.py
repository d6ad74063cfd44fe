"""Fixtures for all tests: a user with an empty home, the program in this process, real servers on this machine."""

from __future__ import annotations

import json
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import settings

settings.register_profile("handover", deadline=None)
settings.load_profile("handover")

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # as in a job that a shell put into the background
    signal.signal(signal.SIGINT, signal.default_int_handler)

pytest_plugins = ["tests.servers.fixtures"]

FOREIGN = (
    "HANDOVER_CONFIG",
    "HANDOVER_LANG",
    "NO_COLOR",
    "LANGUAGE",
    "LC_ALL",
    "LC_MESSAGES",
    "CREDENTIALS_DIRECTORY",
)


class Run(NamedTuple):
    """What a command gave: exit code, standard output, standard error."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> dict[str, Any]:
        answer: dict[str, Any] = json.loads(self.out)
        return answer

    @property
    def lines(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.out.splitlines()]


Handover = Callable[..., Run]


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the test an empty home, an English UTF-8 locale, and Berlin's time."""
    folder = tmp_path_factory.mktemp("home")
    for name in FOREIGN:
        monkeypatch.delenv(name, raising=False)
    for name, below in (
        ("CONFIG", ".config"),
        ("STATE", ".local/state"),
        ("CACHE", ".cache"),
        ("DATA", ".local/share"),
    ):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(folder / below))
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.setenv("LANG", "C.UTF-8")
    monkeypatch.setenv("TZ", "Europe/Berlin")
    return folder


@pytest.fixture
def handover(capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Handover:
    """Return a function that runs the program in this process with the arguments given."""
    monkeypatch.setenv("LANGUAGE", "")

    def run_program(*arguments: str | Path) -> Run:
        from handover.cli.running import run

        capfdbinary.readouterr()
        code = run([str(argument) for argument in arguments])
        out, err = capfdbinary.readouterr()
        return Run(code, out.decode("utf-8"), err.decode("utf-8"))

    return run_program


@pytest.fixture(scope="session")
def example_maildir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Lay out the example mailbox, once; nothing may change it."""
    from handover.app.examples import lay_out_example

    return lay_out_example(tmp_path_factory.mktemp("example"))


@pytest.fixture
def at_example(example_maildir: Path) -> list[str]:
    """Return the options that name the example; the moment is added by the test."""
    from handover.app.examples import example_folder

    return ["-c", str(example_folder() / "handover.toml"), "--mail", str(example_maildir), "--lang", "de"]
