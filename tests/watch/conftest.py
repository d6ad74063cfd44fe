"""The example mailbox, laid out once, and the words with which it is asked."""

from __future__ import annotations

from pathlib import Path

import pytest

from handover.app.examples import example_folder, lay_out_example


@pytest.fixture(scope="session")
def example_maildir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return lay_out_example(tmp_path_factory.mktemp("example"))


@pytest.fixture
def at_example(example_maildir: Path) -> list[str]:
    return ["-c", str(example_folder() / "handover.toml"), "--mail", str(example_maildir), "--lang", "de"]
