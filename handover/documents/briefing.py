"""The weekly briefing: which customers need the manager, what got better, and the numbers of the weeks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from handover.ledger import Facts, chasers, is_waiting
from handover.metrics import ANSWERS, Week, numbers
from handover.model import Absence, Finding, Request, Severity
from handover.worktime import WorkCalendar, business_hours

ROWS = 7
BETTER = 5
WEEKS = 4
ABOUT_CUSTOMERS = frozenset({"unanswered", "promises", "escalations", "urgency", "prospects"})


class Row(NamedTuple):
    """One customer who needs something: the weightiest finding, how many more there are, and whether it is news.

    *anger* is the score of `escalations`, 0 where it has nothing; *score* that of all checks together.
    *change* is ``new``, ``worse`` or ``same``, compared with the briefing of an earlier week.
    """

    customer: str
    finding: Finding
    others: tuple[str, ...]
    anger: float
    score: float
    change: str


class Better(NamedTuple):
    """One customer who had asked again, or waited too long, and was answered in the week; no row is about them."""

    customer: str
    contact: str
    subject: str
    answered: datetime
    waited: float
    chasers: int


@dataclass(frozen=True, slots=True)
class Briefing:
    """What the manager reads. *weeks* are numbers, the oldest first; the last is the week of the briefing."""

    week: str
    first: date
    last: date
    rows: tuple[Row, ...]
    more: int
    better: tuple[Better, ...]
    weeks: tuple[Week, ...]
    absences: tuple[Absence, ...]


def briefing(
    monday: date,
    facts: Sequence[Facts],
    findings: Iterable[Finding],
    seen: Mapping[str, int],
    absences: Iterable[Absence],
    now: datetime,
    work: WorkCalendar,
    allowed: float,
) -> Briefing:
    """Return the briefing for the week that begins on *monday*; open matters are those of *now*.

    *seen* maps the findings of an earlier week's briefing to how pressing they were; *allowed* working hours
    is what an answer may take.
    """
    rows = sorted(
        _rows(findings, seen), key=lambda row: (-row.finding.severity, -row.anger, -row.score, row.customer)
    )
    weeks = tuple(
        numbers(facts, monday - timedelta(days=7 * back), now, work) for back in reversed(range(WEEKS))
    )
    today = now.astimezone(work.zone).date()
    coming = [a for a in absences if a.last >= today and a.first <= today + timedelta(days=21)]
    in_need = {row.customer for row in rows}
    calmed = [each for each in _better(facts, monday, now, work, allowed) if each.customer not in in_need]
    better = sorted(calmed, key=lambda each: (-each.chasers, -each.waited))
    return Briefing(
        week=weeks[-1].week,
        first=monday,
        last=monday + timedelta(days=6),
        rows=tuple(rows[:ROWS]),
        more=max(len(rows) - ROWS, 0),
        better=tuple(better[:BETTER]),
        weeks=weeks,
        absences=tuple(sorted(coming, key=lambda absence: absence.first)),
    )


def pressing(finding: Finding) -> int:
    """Return how pressing *finding* is; a higher number in a later week means worse."""
    return int(finding.severity) * 100 + min(finding.chasers + finding.slips, 99)


def _rows(findings: Iterable[Finding], seen: Mapping[str, int]) -> Iterable[Row]:
    by_customer: dict[str, list[Finding]] = {}
    for finding in findings:
        if finding.check in ABOUT_CUSTOMERS and finding.severity >= Severity.AMBER and finding.customer:
            by_customer.setdefault(finding.customer, []).append(finding)
    for customer, found in by_customer.items():
        found.sort(key=lambda f: (-f.severity, f.check != "escalations", -f.score, f.id))
        anger = max((f.score for f in found if f.check == "escalations"), default=0.0)
        left = 1.0
        for check in {f.check for f in found}:
            left *= 1 - max(f.score for f in found if f.check == check)
        others = tuple(f.id for f in found[1:])
        yield Row(customer, found[0], others, anger, round(1 - left, 3), _change(found, seen))


def _change(found: Sequence[Finding], seen: Mapping[str, int]) -> str:
    known = [seen[finding.id] for finding in found if finding.id in seen]
    if not known:
        return "new"
    is_worse = max(map(pressing, found)) > max(known) or any(
        f.id not in seen and f.severity is Severity.RED for f in found
    )
    return "worse" if is_worse else "same"


def _better(
    facts: Iterable[Facts], monday: date, now: datetime, work: WorkCalendar, allowed: float
) -> Iterable[Better]:
    start = datetime.combine(monday, time(), work.zone)
    end = start + timedelta(days=7)
    for each in facts:
        for request in each.requests:
            if request.deleted or request.is_solicitation or is_waiting(request, now):
                continue
            answered = _answered(request, start, min(end, now))
            if answered is None:
                continue
            waited = business_hours(request.opened.at, answered, work)
            asked_again = chasers(request)
            if asked_again or waited > allowed:
                name = request.contact_name or request.contact
                yield Better(each.customer, name, request.subject, answered, round(waited, 1), asked_again)


def _answered(request: Request, start: datetime, end: datetime) -> datetime | None:
    return next((s.at for s in request.steps if s.kind in ANSWERS and start <= s.at < end), None)
