"""The example mailbox, with a packet built for its absence."""

from __future__ import annotations

from pathlib import Path

import pytest

from handover.app.examples import example_folder, lay_out_example
from tests.conftest import Handover


@pytest.fixture
def mailbox(tmp_path: Path) -> Path:
    return lay_out_example(tmp_path)


@pytest.fixture
def at_example(mailbox: Path, handover: Handover, tmp_path: Path) -> list[str]:
    """The options that name the example; its packet is built on Thursday."""
    options = ["-c", str(example_folder() / "handover.toml"), "--mail", str(mailbox), "--lang", "de"]
    built = handover(
        "packet",
        "build",
        *options,
        "--now",
        "2026-11-19T16:00",
        "--out",
        tmp_path / "packet",
        "--format",
        "json",
    )
    assert built.code == 0, built.err
    return options


def lay_mail(mailbox: Path, name: str, text: str) -> None:
    """Put a mail into the inbox of the Maildir."""
    (mailbox / "cur" / f"{name}:2,").write_text(text, encoding="utf-8")
