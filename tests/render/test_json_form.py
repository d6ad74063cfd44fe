"""The machine form: every field of the contract, whatever is missing."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

from handover.answer import Answer
from handover.errors import SourceError
from handover.model import Coverage, Severity, Skipped
from handover.render.json_form import finding_form, json_form
from handover.render.voice import Voice
from tests.render.findings import BERLIN, finding

NOW = datetime(2026, 11, 20, 7, 0, tzinfo=UTC)
DE, EN = Voice("de", BERLIN), Voice("en", BERLIN)

FIELDS = [
    "id", "check", "severity", "customer", "contact", "assignee", "key", "thread", "message", "event", "state", "since",
    "due", "waiting", "chasers", "slips", "score", "title", "reasons", "evidence",
]  # fmt: skip


def test_a_finding_has_every_field_even_where_nothing_applies() -> None:
    bare = finding(
        customer=None,
        contact=None,
        thread=None,
        message=None,
        since=None,
        waited_hours=None,
        elapsed_hours=None,
    )

    form = finding_form(bare, EN)

    assert list(form) == FIELDS
    assert form["since"] is None
    assert form["waiting"] == {"business_hours": None, "elapsed_hours": None}


def test_texts_are_in_the_language_asked_for() -> None:
    assert finding_form(finding(), EN)["title"].startswith("Petra Schulz is waiting")
    assert finding_form(finding(), DE)["title"].startswith("Petra Schulz wartet")


def test_moments_are_in_the_readers_zone() -> None:
    form = json_form(Answer("check", NOW), EN)

    assert form["now"] == "2026-11-20T08:00:00+01:00"
    assert list(form) == ["schema", "command", "now", "coverage", "errors", "data", "findings"]
    assert form["schema"] == "handover/1"


def test_coverage_names_what_was_skipped() -> None:
    coverage = Coverage(
        "maildir:/a", 2, 7, 1, NOW, NOW, False, [Skipped("cur/1", "INBOX", "no_header")], ["Privat"]
    )

    [form] = json_form(Answer("check", NOW, coverage=[coverage]), EN)["coverage"]

    assert form["oldest"] == "2026-11-20T08:00:00+01:00"
    assert (form["messages"], form["skipped"], form["complete"], form["unread"]) == (7, 1, False, ["Privat"])
    assert form["skips"] == [{"folder": "INBOX", "locator": "cur/1", "reason": "no_header", "detail": ""}]


def test_errors_are_told_in_the_readers_language() -> None:
    error = SourceError(
        "not-found", "There is no file or folder “{path}”.", hint="Check the spelling.", path="/a"
    )

    [form] = json_form(Answer("check", NOW, errors=[error]), DE)["errors"]

    assert form == {
        "code": "not-found",
        "source": None,
        "text": "Es gibt keine Datei und keinen Ordner „/a“.",
        "hint": "Prüfen Sie die Schreibweise.",
    }


def test_data_becomes_what_json_knows() -> None:
    data = {
        "at": NOW,
        "day": date(2026, 11, 20),
        "set": {"b", "a"},
        "path": Path("/a"),
        "worst": Severity.RED,
        1: (None, 2.5),
    }

    assert json_form(Answer("sync", NOW, data=data), EN)["data"] == {
        "at": "2026-11-20T08:00:00+01:00",
        "day": "2026-11-20",
        "set": ["a", "b"],
        "path": "/a",
        "worst": "red",
        "1": [None, 2.5],
    }
