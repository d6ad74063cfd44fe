"""What a person's judgements teach about a check: pure, few lines, and careful.

A lesson makes findings quieter, never silent: what was amber comes as `info`, what was `info` comes last, both
with the reason beside them. Red is never touched, neither as evidence nor in effect.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from math import floor

from handover.journal import Lesson
from handover.model import Finding, Reason, Severity, Verdict, VerdictKind

ENOUGH = 8
"""So many judgements of one check are needed before anything is changed."""

ENOUGH_ALIKE = 5
"""So many dismissals must share what a lesson is about."""

SHARE = 0.85
"""Of the findings that a lesson is about, at least so many were dismissed."""

APART = 0.3
"""By so much the dismissals among the others must be rarer: else it is not this reason that makes the difference."""

CEILING = 0.6
"""A score below which findings are made quiet never rises above this."""

FURTHER = 5
"""So many new judgements are needed before a lesson about scores goes further."""

REASON = "learned"
QUIET = 0.5
"""What is left of the score: within its severity it comes after the others."""


def judged(verdicts: Iterable[Verdict]) -> dict[str, list[Verdict]]:
    """Return the judgements to learn from, by check: dismissed or confirmed, not red, made since reasons are kept."""
    found: dict[str, list[Verdict]] = {}
    for verdict in verdicts:
        if verdict.kind is VerdictKind.SNOOZE or verdict.score is None:
            continue
        if verdict.severity in (Severity.INFO.word, Severity.AMBER.word) and verdict.reasons:
            found.setdefault(verdict.finding.rpartition("-")[0], []).append(verdict)
    return found


def lessons_from(check: str, verdicts: Sequence[Verdict], known: Sequence[Lesson]) -> Iterator[Lesson]:
    """Yield what *verdicts* of one *check* teach beyond the lessons that are *known*: at most one thing a time."""
    if len(verdicts) < ENOUGH:
        return
    reasons = {lesson.reason for lesson in known if lesson.reason}
    rest = [verdict for verdict in verdicts if not reasons.intersection(verdict.reasons)]
    found = _by_reason(check, verdicts, reasons) or _by_score(check, rest, known)
    if found is not None:
        yield found


def _by_reason(check: str, verdicts: Sequence[Verdict], known: set[str]) -> Lesson | None:
    """Return the reason that most dismissals share and other findings do not."""
    best: Lesson | None = None
    for reason in sorted({reason for verdict in verdicts for reason in verdict.reasons} - known):
        alike = [verdict for verdict in verdicts if reason in verdict.reasons]
        others = [verdict for verdict in verdicts if reason not in verdict.reasons]
        dismissed = _dismissed(alike)
        if dismissed < ENOUGH_ALIKE or dismissed / len(alike) < SHARE or not others:
            continue
        if dismissed / len(alike) - _dismissed(others) / len(others) < APART:
            continue
        if best is None or dismissed > best.dismissed:
            best = Lesson(check, reason=reason, judged=len(alike), dismissed=dismissed, of=len(verdicts))
    return best


def _by_score(check: str, verdicts: Sequence[Verdict], known: Sequence[Lesson]) -> Lesson | None:
    """Return the score below which everything was dismissed: under each confirmed one, at most half of all."""
    before = next((lesson for lesson in known if not lesson.reason), None)
    if before and len(verdicts) < before.of + FURTHER:
        return None
    scores = sorted(verdict.score or 0.0 for verdict in verdicts)
    if not scores:
        return None
    confirmed = [v.score or 0.0 for v in verdicts if v.kind is VerdictKind.CONFIRM]
    below = floor(min(CEILING, scores[len(scores) // 2] + 0.005, *confirmed) * 1000) / 1000
    alike = [verdict for verdict in verdicts if (verdict.score or 0.0) < below]
    if len(alike) < ENOUGH_ALIKE or (before and below <= before.below):
        return None
    return Lesson(check, below=below, judged=len(alike), dismissed=len(alike), of=len(verdicts))


def _dismissed(verdicts: Iterable[Verdict]) -> int:
    return sum(verdict.kind is VerdictKind.DISMISS for verdict in verdicts)


def quieter(findings: Iterable[Finding], lessons: Sequence[Lesson]) -> list[Finding]:
    """Return *findings*, those that *lessons* are about made quieter and marked; none is left out."""
    return [_quieter(finding, lessons) for finding in findings] if lessons else list(findings)


def is_quiet(finding: Finding) -> bool:
    """Tell whether a lesson made *finding* quieter."""
    return any(reason.code == REASON for reason in finding.reasons)


def _quieter(finding: Finding, lessons: Sequence[Lesson]) -> Finding:
    lesson = next((lesson for lesson in lessons if _is_about(lesson, finding)), None)
    if lesson is None or finding.severity is Severity.RED:
        return finding
    mark = Reason(REASON, {"dismissed": lesson.dismissed, "judged": lesson.judged}, 0.0)
    return replace(
        finding,
        severity=Severity.INFO,
        score=round(finding.score * QUIET, 3),
        reasons=(mark, *finding.reasons),
    )


def _is_about(lesson: Lesson, finding: Finding) -> bool:
    if lesson.check != finding.check:
        return False
    if lesson.reason:
        return any(reason.code == lesson.reason for reason in finding.reasons)
    return finding.score < lesson.below
