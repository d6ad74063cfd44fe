"""The blind sets on escalations hold together: their mails can be laid out and their labels name them."""

from __future__ import annotations

import json
from collections import Counter
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from handover.layout import lay_out
from handover.layout.threads import Mail, read_thread

HERE = Path(__file__).parent
SIZES = {"escalation": 20, "escalation2": 10, "escalation3": 15, "escalation4": 15, "escalation5": 12}
SETS = pytest.mark.parametrize(("folder", "half"), [(HERE / name, half) for name, half in SIZES.items()])


def labels(folder: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (folder / "labels.jsonl").read_text(encoding="utf-8").splitlines()]


def mails(folder: Path) -> dict[str, Mail]:
    threads = (read_thread(path) for path in folder.glob("*.mail"))
    return {f"{mail.path.stem}.{mail.handle}": mail for thread in threads for mail in thread}


@SETS
def test_every_thread_can_be_laid_out(folder: Path, half: int, tmp_path: Path) -> None:
    summary = lay_out(folder, tmp_path)

    assert summary.threads == len(list(folder.glob("*.mail"))) >= 2 * half


@SETS
def test_half_of_the_customers_escalate(folder: Path, half: int) -> None:
    counts = Counter(label["escalates"] for label in labels(folder))

    assert counts == {True: half, False: half}
    assert len({label["customer"] for label in labels(folder)}) == 2 * half


@SETS
def test_a_blow_up_is_named_with_its_mail_and_moment_and_lies_after_the_turning_point(
    folder: Path, half: int
) -> None:
    known = mails(folder)

    for label in labels(folder):
        if not label["escalates"]:
            assert (label["blow_up"], label["mail"]) == (None, None)
            continue
        moment = datetime.fromisoformat(label["blow_up"])
        assert known[label["mail"]].date == moment
        assert known[label["turning_point"]].date < moment
