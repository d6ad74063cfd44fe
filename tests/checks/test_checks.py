"""Every check is asked the same questions: does it fire when its examples say so, is it fully described."""

from __future__ import annotations

import string

import pytest

from handover.checks.base import Check, Example, all_checks
from handover.checks.story import findings_of
from handover.language import read

CHECKS = all_checks()
EXAMPLES = [
    pytest.param(check, example, id=f"{check.id}: {example.title}")
    for check in CHECKS.values()
    for example in check.examples
]


@pytest.mark.parametrize(("check", "example"), EXAMPLES)
def test_a_check_fires_exactly_where_its_examples_say(check: Check, example: Example):
    findings = findings_of(check, example, read)

    worst = max((finding.severity for finding in findings), default=None)
    assert worst == example.fires, [(f.title, f.severity, f.reasons) for f in findings]


@pytest.mark.parametrize("check", CHECKS.values(), ids=CHECKS)
def test_a_check_says_when_it_fires_and_when_it_stays_silent(check: Check):
    manual = __import__(check.run.__module__, fromlist=["CHECK"]).__doc__

    assert all(word in manual for word in ("Fires", "ilent", "cannot"))  # "Silent", "silent"
    assert check.run.__module__.rpartition(".")[2] == check.id


@pytest.mark.parametrize("check", CHECKS.values(), ids=CHECKS)
def test_every_text_of_a_check_stands_in_both_languages_with_the_same_places(check: Check):
    for code, text in {**check.texts, "title": check.title}.items():
        assert set(text) == {"en", "de"}, code
        assert _places(text["en"]) == _places(text["de"]), code


@pytest.mark.parametrize(("check", "example"), EXAMPLES)
def test_every_code_that_a_finding_carries_has_a_text(check: Check, example: Example):
    for finding in findings_of(check, example, read):
        assert finding.title in check.texts
        for reason in finding.reasons:
            assert reason.code in check.texts
            assert _places(check.texts[reason.code]["en"]) <= set(reason.values) | set(finding.values)


@pytest.mark.parametrize(("check", "example"), EXAMPLES)
def test_a_finding_keeps_its_id_and_proves_itself(check: Check, example: Example):
    first, second = findings_of(check, example, read), findings_of(check, example, read)

    assert [finding.id for finding in first] == [finding.id for finding in second]
    for finding in first:
        assert finding.id.startswith(f"{check.id}-")
        assert finding.evidence or finding.event
        assert 0 <= finding.score <= 1


@pytest.mark.parametrize("check", CHECKS.values(), ids=CHECKS)
def test_a_check_shows_when_it_fires_and_when_not(check: Check):
    fires = {example.fires for example in check.examples}

    assert None in fires
    assert len(fires) > 1


def _places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}
