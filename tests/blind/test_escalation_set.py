"""The blind set on escalations holds together: its mails can be laid out and its labels name them."""

from __future__ import annotations

import json
from collections import Counter
from datetime import datetime
from pathlib import Path
from typing import Any

from handover.layout import lay_out
from handover.layout.threads import Mail, read_thread

SET = Path(__file__).parent / "escalation"


def labels() -> list[dict[str, Any]]:
    return [json.loads(line) for line in (SET / "labels.jsonl").read_text(encoding="utf-8").splitlines()]


def mails() -> dict[str, Mail]:
    threads = (read_thread(path) for path in SET.glob("*.mail"))
    return {f"{mail.path.stem}.{mail.handle}": mail for thread in threads for mail in thread}


def test_every_thread_can_be_laid_out(tmp_path: Path) -> None:
    summary = lay_out(SET, tmp_path)

    assert summary.threads == len(list(SET.glob("*.mail")))


def test_half_of_forty_customers_escalate() -> None:
    counts = Counter(label["escalates"] for label in labels())

    assert counts == {True: 20, False: 20}
    assert len({label["customer"] for label in labels()}) == 40


def test_a_blow_up_is_named_with_its_mail_and_moment_and_lies_after_the_turning_point() -> None:
    known = mails()

    for label in labels():
        if not label["escalates"]:
            assert (label["blow_up"], label["mail"]) == (None, None)
            continue
        moment = datetime.fromisoformat(label["blow_up"])
        assert known[label["mail"]].date == moment
        assert known[label["turning_point"]].date < moment
