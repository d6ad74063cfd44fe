"""The blind mailbox holds together: its mails can be laid out and its key names them."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

from handover.layout import lay_out
from handover.layout.threads import Mail, read_thread

SET = Path(__file__).parent / "mailbox"
TODAY = date(2026, 6, 18)


def key() -> list[dict[str, Any]]:
    return [json.loads(line) for line in (SET / "key.jsonl").read_text(encoding="utf-8").splitlines()]


def mails() -> dict[str, Mail]:
    threads = (read_thread(path) for path in SET.glob("*.mail"))
    return {f"{mail.path.stem}.{mail.handle}": mail for thread in threads for mail in thread}


def test_every_thread_can_be_laid_out(tmp_path: Path) -> None:
    summary = lay_out(SET, tmp_path)

    assert (summary.threads, summary.messages) == (60, 197)


def test_every_line_of_the_key_names_mails_that_exist() -> None:
    known = mails()

    for line in key():
        reference = line.get("opened") or line["made"]
        here = reference.rpartition(".")[0]
        others = [line.get(name) for name in ("answered_by", "reopened_by", "chased_by")]
        named = [reference, *line.get("again", []), *filter(None, others)]
        assert all(name in known or f"{here}.{name}" in known for name in named), line


def test_nobody_waits_for_what_is_answered_and_everybody_waits_for_what_is_not() -> None:
    for line in key():
        if line["kind"] == "request":
            assert (line["severity"] is not None) == (line["state"] in {"open", "held", "promised"}), line


def test_a_promise_is_overdue_exactly_when_its_date_has_passed_unkept() -> None:
    for line in key():
        if line.get("state") in {"due", "moved"}:
            assert date.fromisoformat(line["due"]) >= TODAY, line
        if line.get("state") == "overdue":
            assert date.fromisoformat(line["due"]) < TODAY, line
