"""The example mailbox against its answer key: every line of the key is a test of its own."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from handover.app.calendars import read_calendars
from handover.app.checking import context_of, facts_now, findings
from handover.app.examples import NOW, example_settings, lay_out_example
from handover.app.session import session
from handover.checks.base import all_checks
from handover.config.resolve import resolve
from tests.demo.key import Line, Result, expected, key_lines, name_of


@pytest.fixture(scope="session")
def result(tmp_path_factory: pytest.TempPathFactory) -> Result:
    folder: Path = tmp_path_factory.mktemp("demo")
    maildir = lay_out_example(folder)
    base = resolve({"config": "/dev/null", "spoken": "de"}, lambda zone: NOW.astimezone(zone))
    settings = example_settings(base, maildir, folder / "state")
    with session(settings) as opened:
        calendars = read_calendars(settings, opened.errors, opened.coverage)
        facts = facts_now(opened, list(all_checks().values()), context_of(opened, calendars))
        assert not opened.errors
        return Result(settings.now, findings(opened), facts)


@pytest.mark.parametrize("line", key_lines(), ids=name_of)
def test_the_program_says_what_a_careful_reader_says(line: Line, result: Result):
    if line.get("optional"):
        pytest.skip("the contract allows either answer")

    assert result.told(line) == expected(line), line["about"]


def test_nothing_red_is_reported_that_the_key_does_not_know(result: Result):
    known = {line.get("opened") or line.get("made") or line.get("event") for line in key_lines()}
    known_customers = {line["customer"] for line in key_lines() if line["kind"] in ("escalation", "request")}

    red = [f for f in result.findings if f.severity.word == "red"]
    surprising = [
        (f.id, f.values.get("words"))
        for f in red
        if f.event not in known
        and f.customer not in known_customers
    ]

    assert surprising == []


def test_the_example_holds_every_kind_of_finding(result: Result):
    counts = Counter(finding.check for finding in result.findings)

    assert set(counts) >= {"unanswered", "promises", "escalations", "urgency", "prospects", "absence"}
