"""A person's judgement of findings: kept in the journal and respected until the matter changes.

A dismissal holds until the contact writes again; an escalation's until it gets worse. A snooze holds until its
date. A confirmation hides nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TypeVar

from handover.answer import Answer
from handover.app.session import Session, session
from handover.checks.base import Lead, made
from handover.config.settings import Settings
from handover.errors import UsageError
from handover.i18n import N_
from handover.model import Finding, Verdict, VerdictKind

Found = TypeVar("Found", bound=Finding | Lead)

WORSE = 0.05
"""By so much a score must rise to count as worse."""


def verdict(
    settings: Settings,
    identifier: str,
    kind: VerdictKind,
    *,
    because: str = "",
    until: datetime | None = None,
) -> Answer:
    """Keep a judgement of the finding that *identifier* names (the beginning of its id)."""
    from handover.app.checking import findings

    with session(settings) as opened:
        finding = named(findings(opened), identifier)
        given = Verdict(
            finding.id,
            kind,
            settings.now,
            because,
            until,
            finding.score,
            finding.severity.word,
            tuple(dict.fromkeys(reason.code for reason in finding.reasons)),
        )
        opened.journal.add_verdict(given)
        answer = opened.answer(kind.value)
        answer.data = {"finding": finding.id, "kind": kind.value, "because": because, "until": until}
        return answer


def undo(settings: Settings, identifier: str) -> Answer:
    """Take a judgement back."""
    with session(settings) as opened:
        given = opened.journal.verdicts()
        fitting = [name for name in given if _fits(name, identifier)]
        if len(fitting) != 1:
            raise UsageError(
                "no-such-verdict",
                N_("“{id}” names no judgement, or several; there are: {known}."),
                hint=N_("Type more of the id."),
                id=identifier,
                known=", ".join(sorted(given)) or "–",
            )
        opened.journal.undo_verdict(fitting[0], settings.now)
        answer = opened.answer("undo")
        answer.data = {"finding": fitting[0], "kind": given[fitting[0]].kind.value}
        return answer


def named(findings: Iterable[Finding], identifier: str) -> Finding:
    """Return the one finding whose id (or what follows the check's name in it) begins with *identifier*.

    Raises `UsageError` where none or several do.
    """
    found = {finding.id: finding for finding in findings if _fits(finding.id, identifier)}
    if len(found) == 1:
        return next(iter(found.values()))
    raise UsageError(
        "no-such-finding",
        N_("“{id}” names no finding.") if not found else N_("“{id}” names several findings: {found}."),
        hint=N_("“handover check” prints the ids."),
        id=identifier,
        found=", ".join(sorted(found)[:6]),
    )


def _fits(name: str, identifier: str) -> bool:
    return name.startswith(identifier) or (
        len(identifier) >= 2 and name.rpartition("-")[2].startswith(identifier)
    )


def respected(opened: Session, findings: Iterable[Found]) -> list[Found]:
    """Return *findings*, or what leads to them, without those that a person put aside."""
    settings = opened.settings
    given = opened.journal.verdicts(until=settings.now if settings.now_given else None)
    return [
        finding
        for finding in findings
        if (verdict := given.get(finding.id)) is None or not _is_aside(made(finding), verdict, settings.now)
    ]


def _is_aside(finding: Finding, given: Verdict, now: datetime) -> bool:
    if given.kind is VerdictKind.CONFIRM:
        return False
    if given.kind is VerdictKind.SNOOZE:
        return given.until is not None and now < given.until
    if finding.check == "escalations":
        return given.score is None or finding.score <= given.score + WORSE
    heard = finding.values.get("heard")
    return not isinstance(heard, datetime) or heard <= given.at
