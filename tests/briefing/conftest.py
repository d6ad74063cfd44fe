"""The briefing of the example, made once for the tests of its forms."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from handover.answer import Answer
from handover.app.examples import example_folder
from tests.briefing.sample import BERLIN

EXAMPLE_NOW = datetime(2026, 11, 23, 7, tzinfo=BERLIN)


@pytest.fixture(scope="session")
def told_example(example_maildir: Path, tmp_path_factory: pytest.TempPathFactory) -> Answer:
    """The answer of `briefing` on the example."""
    from handover.app.briefing import weekly
    from handover.config.resolve import resolve

    options = {
        "config": str(example_folder() / "handover.toml"),
        "mail": (str(example_maildir),),
        "now": EXAMPLE_NOW.isoformat(),
        "spoken": "en",
    }
    settings = resolve(options, lambda zone: EXAMPLE_NOW.astimezone(zone))
    return weekly([replace(settings, state_dir=tmp_path_factory.mktemp("briefing-state"))])
