"""`handover learn`: few, bounded and explained changes from what a person dismissed; red never grows quieter."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handover.app.lessons import CEILING, ENOUGH, ENOUGH_ALIKE, is_quiet, judged, lessons_from, quieter
from handover.journal import Journal, Lesson
from handover.model import Assignee, Finding, Reason, Severity, Verdict, VerdictKind
from tests.conftest import Handover

AT = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
NO, YES = VerdictKind.DISMISS, VerdictKind.CONFIRM


def given_of(
    kind: VerdictKind, number: int, score: float = 0.3, *reasons: str, severity: str = "amber"
) -> Verdict:
    return Verdict(
        f"urgency-{number:08x}", kind, AT, score=score, severity=severity, reasons=reasons or ("is_urgent",)
    )


def many(kind: VerdictKind, count: int, score: float = 0.3, *reasons: str, start: int = 0) -> list[Verdict]:
    return [given_of(kind, start + number, score, *reasons) for number in range(count)]


def learned(verdicts: list[Verdict], known: tuple[Lesson, ...] = ()) -> list[Lesson]:
    return list(lessons_from("urgency", judged(verdicts).get("urgency", []), known))


def test_too_few_judgements_teach_nothing() -> None:
    assert learned(many(NO, ENOUGH - 1)) == []
    assert learned(many(NO, ENOUGH)) != []


def test_the_reason_that_dismissed_findings_share_is_learned() -> None:
    verdicts = many(NO, 7, 0.3, "is_urgent", "wanted_by") + many(YES, 4, 0.3, "is_urgent", start=50)

    assert learned(verdicts) == [Lesson("urgency", reason="wanted_by", judged=7, dismissed=7, of=11)]


def test_a_reason_that_all_findings_have_is_not_to_blame() -> None:
    verdicts = many(NO, 6, 0.3, "is_urgent") + many(YES, 6, 0.2, "is_urgent", start=50)

    assert learned(verdicts) == []


def test_a_score_is_learned_only_below_what_was_confirmed() -> None:
    verdicts = many(NO, 6, 0.2) + many(YES, 1, 0.25, start=50) + many(NO, 5, 0.3, start=80)

    [lesson] = learned(verdicts)

    assert (lesson.below, lesson.judged, lesson.dismissed, lesson.of) == (0.25, 6, 6, 12)


def test_a_score_goes_further_only_after_new_judgements() -> None:
    first = many(NO, 5, 0.2) + many(NO, 5, 0.4, start=50)
    [lesson] = learned(first)

    assert learned(first, (lesson,)) == []
    assert learned([*first, *many(NO, 4, 0.5, start=90)], (lesson,)) == []
    [further] = learned([*first, *many(NO, 12, 0.5, start=90)], (lesson,))
    assert further.below > lesson.below


def test_red_and_snoozed_findings_and_judgements_without_reasons_teach_nothing() -> None:
    reds = [given_of(NO, number, severity="red") for number in range(20)]
    snoozed = [given_of(VerdictKind.SNOOZE, number) for number in range(20)]
    old = [Verdict(f"urgency-{number:08x}", NO, AT, score=0.3) for number in range(20)]

    assert judged([*reds, *snoozed, *old]) == {}


kinds = st.sampled_from([NO, YES])
reasons = st.lists(st.sampled_from("abc"), min_size=1, max_size=3, unique=True).map(tuple)


@given(st.lists(st.tuples(kinds, st.floats(0, 1), reasons), max_size=40))
def test_whatever_was_judged_a_lesson_is_bounded(
    given: list[tuple[VerdictKind, float, tuple[str, ...]]],
) -> None:
    verdicts = [given_of(kind, number, score, *why) for number, (kind, score, why) in enumerate(given)]

    found = learned(verdicts)

    assert len(found) <= 1
    for lesson in found:
        assert len(verdicts) >= ENOUGH
        assert lesson.below <= CEILING
        assert lesson.dismissed >= ENOUGH_ALIKE
        assert lesson.dismissed / lesson.judged >= 0.85
        confirmed = [v.score or 0.0 for v in verdicts if v.kind is YES]
        assert lesson.reason or all(score >= lesson.below for score in confirmed)


LESSONS = (
    Lesson("urgency", reason="wanted_by", judged=7, dismissed=7, of=9),
    Lesson("unanswered", below=0.3),
)


@pytest.mark.parametrize("severity", list(Severity))
def test_what_is_quieter_is_marked_and_red_stays_red(severity: Severity) -> None:
    found = made("urgency", severity, 0.5, "is_urgent", "wanted_by")

    [quiet] = quieter([found], LESSONS)

    if severity is Severity.RED:
        assert quiet == found
    else:
        assert (quiet.severity, quiet.score) == (Severity.INFO, 0.25)
        assert is_quiet(quiet)
        assert quiet.reasons[1:] == found.reasons


def test_a_lesson_is_about_its_check_and_nothing_else() -> None:
    others = [
        made("prospects", Severity.AMBER, 0.1, "wanted_by"),
        made("urgency", Severity.AMBER, 0.1, "is_urgent"),
        made("unanswered", Severity.AMBER, 0.3, "wanted_by"),
    ]

    assert quieter(others, LESSONS) == others
    assert is_quiet(quieter([made("unanswered", Severity.AMBER, 0.29, "asks")], LESSONS)[0])


def made(check: str, severity: Severity, score: float, *reasons: str) -> Finding:
    return Finding(
        id=f"{check}-1", check=check, severity=severity, customer="acme.example", contact="kim@acme.example",
        assignee=Assignee("anna@wir.example", "owner"), key="k", thread=None, message=None, event=None, state="open",
        since=AT, due=None, waited_hours=1.0, elapsed_hours=1.0, chasers=0, slips=0, score=score, title="unhandled",
        values={}, reasons=tuple(Reason(code, {}, 0.1) for code in reasons), evidence=(),
    )  # fmt: skip


def test_lessons_are_kept_replaced_and_forgotten(tmp_path: Path) -> None:
    with Journal.open(str(tmp_path / "journal.sqlite")) as journal:
        journal.add_lesson(Lesson("urgency", below=0.2), AT)
        journal.add_lesson(Lesson("urgency", below=0.3), AT)
        journal.add_lesson(Lesson("urgency", reason="wanted_by"), AT)
        assert journal.lessons() == [Lesson("urgency", below=0.3), Lesson("urgency", reason="wanted_by")]

        journal.forget_lesson(Lesson("urgency", below=0.3), AT)
        assert journal.lessons() == [Lesson("urgency", reason="wanted_by")]


def test_a_journal_from_before_is_brought_up_and_keeps_its_judgements(tmp_path: Path) -> None:
    path = str(tmp_path / "journal.sqlite")
    with Journal.open(path) as journal:
        journal.add_verdict(Verdict("urgency-1", NO, AT))
        journal.db.execute("DROP TABLE lesson")
        journal.db.execute("PRAGMA user_version=1")

    with Journal.open(path) as journal:
        assert journal.lessons() == []
        assert list(journal.verdicts()) == ["urgency-1"]


NOW = "2026-11-19T16:00"
MAIL = """From: Kunde {number} <kunde@firma{number}.example>
To: Anna Berger <anna@wir.example>
Subject: Frage {number}
Date: {day} Nov 2026 {clock}:00 +0100
Message-ID: <{number}@firma{number}.example>
Content-Type: text/plain; charset=utf-8

Guten Tag Frau Berger,

wann kommt die Lieferung {number}?
"""


@pytest.fixture
def options(tmp_path: Path) -> list[str]:
    """Return the options that ask about twelve open questions: ten amber, one fresh, one red."""
    for part in ("cur", "new", "tmp"):
        (tmp_path / "Maildir" / part).mkdir(parents=True)
    moments = [("Thu, 19", "09:00")] * 10 + [("Thu, 19", "15:30"), ("Mon, 09", "09:00")]
    for number, (day, clock) in enumerate(moments):
        mail = MAIL.format(number=number, day=day, clock=clock)
        (tmp_path / "Maildir" / "cur" / f"{number}.mail:2,S").write_text(mail, encoding="utf-8")
    return ["--mail", str(tmp_path / "Maildir"), "--me", "anna@wir.example", "--now", NOW]


@pytest.fixture
def asked(handover: Handover, options: list[str]) -> Callable[[], dict[str, Any]]:
    """Return what asks `unanswered`: the findings by the number of their mail."""

    def ask() -> dict[str, Any]:
        found = handover("unanswered", *options, "--json").json["findings"]
        return {finding["message"].partition("@")[0]: finding for finding in found}

    return ask


def test_learning_from_end_to_end(
    handover: Handover, options: list[str], asked: Callable[[], dict[str, Any]]
) -> None:
    findings = asked()
    assert [findings[str(n)]["severity"] for n in (0, 9, 10, 11)] == ["amber", "amber", "info", "red"]
    for number in range(8):
        assert handover("dismiss", findings[str(number)]["id"], *options).code == 0

    trial = handover("learn", *options, "--dry-run")
    unchanged = asked()
    taught = handover("learn", *options)
    after = asked()
    table = handover("unanswered", *options)
    shown = handover("show", findings["9"]["id"], *options, "--json").lines[0]
    config = handover("config", "show", *options, "--json").json["data"]["settings"]
    alarm = handover("unanswered", *options, "--fail-on", "red")
    forgotten = handover("learn", "--forget", *options)

    assert "Would be learned" in trial.out
    assert unchanged["9"]["severity"] == "amber"
    assert "8 findings" in taught.out
    assert "red ones stay red" in taught.out
    assert sorted(after) == ["10", "11", "8", "9"]
    assert (after["9"]["severity"], after["11"]["severity"]) == ("info", "red")
    assert after["9"]["reasons"][0]["code"] == "learned"
    assert "you dismissed 8 of 8 findings like it" in table.out
    assert "Shown quieter" in table.err
    assert shown["quieter"][0]["finding"] == findings["9"]["id"]
    assert any(row["key"] == "learned.unanswered" for row in config)
    assert alarm.code == 1
    assert "Forgotten" in forgotten.out
    assert asked()["9"]["severity"] == "amber"


def test_too_little_is_said_with_what_is_needed(
    handover: Handover, options: list[str], asked: Callable[[], dict[str, Any]]
) -> None:
    nothing = handover("learn", *options)
    handover("dismiss", asked()["0"]["id"], *options)
    little = handover("learn", *options)

    assert "nothing to learn from yet" in nothing.out
    assert "1 judgement, at least 8" in little.out.replace("\n    ", " ")


def test_an_unknown_check_is_named(handover: Handover, options: list[str]) -> None:
    run = handover("learn", "urgncy", *options)

    assert run.code == 2
    assert "urgncy" in run.err


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_report_fits_80_columns(
    handover: Handover, options: list[str], asked: Callable[[], dict[str, Any]], language: str
) -> None:
    for finding in list(asked().values())[:9]:
        handover("dismiss", finding["id"], *options)

    runs = [
        handover("learn", *options, "--lang", language, *more)
        for more in (["--dry-run"], [], [], ["--forget", "--dry-run"], ["--forget"])
    ]

    assert [line for run in runs for line in run.out.splitlines() if len(line) > 80] == []
