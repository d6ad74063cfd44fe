"""Learning from judgements: what `handover learn` changes, how it is taken back, and where it is respected."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from handover.answer import Answer, Notice
from handover.app.lessons import ENOUGH, is_quiet, judged, lessons_from, quieter
from handover.app.session import Session, session
from handover.config.settings import Settings
from handover.i18n import N_
from handover.journal import Journal, Lesson
from handover.model import Finding, VerdictKind

OFTEN = 3
"""In so many dismissed findings a phrase must have been what made them urgent before muting it is proposed."""

LOUD = 0.4


def learn(
    settings: Settings, names: Sequence[str] = (), *, dry_run: bool = False, forget: bool = False
) -> Answer:
    """Learn from the judgements of the named checks, or *forget* what was learned; *dry_run* changes nothing."""
    from handover.app.checking import chosen

    wanted = {check.id for check in chosen(names)}
    with session(settings) as opened:
        standing = [each for each in opened.journal.lessons() if each.check in wanted]
        answer = opened.answer("learn")
        answer.data = {
            "dry_run": dry_run,
            "forget": forget,
            "needed": ENOUGH,
            "learned": [],
            "standing": [],
            "forgotten": [],
            "judgements": [],
            "mute": [],
        }
        if forget:
            for lesson in standing if not dry_run else ():
                opened.journal.forget_lesson(lesson, settings.now)
            answer.data["forgotten"] = [_form(lesson) for lesson in standing]
            return answer
        found = _learned(opened, wanted, standing, answer.data)
        for lesson in found if not dry_run else ():
            opened.journal.add_lesson(lesson, settings.now)
        ids = {lesson.id for lesson in found}
        answer.data["learned"] = [_form(lesson) for lesson in found]
        answer.data["standing"] = [_form(lesson) for lesson in standing if lesson.id not in ids]
        answer.data["mute"] = list(_mutable(opened)) if "urgency" in wanted else []
        return answer


def _learned(
    opened: Session, wanted: Iterable[str], standing: Sequence[Lesson], data: dict[str, Any]
) -> list[Lesson]:
    """Return the new lessons; tell in *data* how many judgements of each check there are."""
    given = judged(opened.journal.verdicts().values())
    found: list[Lesson] = []
    for check in sorted(wanted):
        verdicts = given.get(check, [])
        if not verdicts:
            continue
        known = [lesson for lesson in standing if lesson.check == check]
        new = list(lessons_from(check, verdicts, known))
        found += new
        dismissed = sum(verdict.kind is VerdictKind.DISMISS for verdict in verdicts)
        data["judgements"].append(
            {"check": check, "judged": len(verdicts), "dismissed": dismissed, "learned": bool(new or known)}
        )
    return found


def quieted(opened: Session, findings: Iterable[Finding]) -> list[Finding]:
    """Return *findings* as the lessons want them, and say in the session's errors how many became quieter."""
    settings = opened.settings
    lessons = opened.journal.lessons(until=settings.now if settings.now_given else None)
    found = quieter(findings, lessons)
    if count := sum(map(is_quiet, found)):
        opened.errors.append(
            Notice(
                "quieter",
                N_("Shown quieter, because you dismissed most like them: {count}."),
                hint=N_("`handover learn --dry-run` tells which, `handover learn --forget` takes it back."),
                count=count,
            )
        )
    return found


def _mutable(opened: Session) -> Iterator[dict[str, Any]]:
    """Yield the words that made dismissed findings urgent, and no confirmed one: what one might want to mute."""
    from handover.app.checking import findings
    from handover.checks.base import all_checks

    given = opened.journal.verdicts()
    counts: dict[VerdictKind, Counter[str]] = {VerdictKind.DISMISS: Counter(), VerdictKind.CONFIRM: Counter()}
    for finding in findings(opened, [all_checks()["urgency"]]):
        verdict = given.get(finding.id)
        if verdict is not None and verdict.kind in counts and finding.key:
            counts[verdict.kind].update(_urgent_words(opened, finding.key))
    for word, count in counts[VerdictKind.DISMISS].most_common(3):
        if count >= OFTEN and not counts[VerdictKind.CONFIRM][word]:
            yield {"text": word, "findings": count}


def _urgent_words(opened: Session, key: str) -> set[str]:
    from handover.config.wordfile import vocabulary
    from handover.language.explaining import explain
    from handover.language.vocabulary import default

    stored = opened.store.messages([key]).get(key)
    if stored is None:
        return set()
    told = explain(stored.message.new_text, None, vocabulary(opened.settings) or default())
    return {
        each.quote.casefold()
        for each in told.heard
        if not each.guard and each.signals.get("urgent", 0.0) >= LOUD
    }


def lessons_kept(settings: Settings) -> list[dict[str, Any]]:
    """Return what was learned for the owner of *settings*, where that is known without reading mail."""
    from handover.store.places import known_journal

    path = known_journal(str(settings.state_dir), [address.address for address in settings.me])
    if not path:
        return []
    with Journal.open(path) as journal:
        return [_form(lesson) for lesson in journal.lessons()]


def _form(lesson: Lesson) -> dict[str, Any]:
    return {
        "check": lesson.check,
        "reason": lesson.reason or None,
        "below": lesson.below or None,
        "judged": lesson.judged,
        "dismissed": lesson.dismissed,
        "of": lesson.of,
    }
