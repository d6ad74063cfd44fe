"""Which customers need the manager, and in which order.

First whom she must answer for herself: who has turned to somebody higher up, or stands still, asked again and still
waits. Then who loses patience; what has heated up since last week before what has simmered for long, which she knows.
Then what is urgent, then dates that slipped and whoever waits.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from handover.checks.base import Context
from handover.documents.briefing import Actor, Row, Share
from handover.ledger import is_waiting
from handover.model import Finding, Severity

ABOUT_CUSTOMERS = frozenset({"unanswered", "promises", "escalations", "urgency", "prospects"})
NEWS = 0.25
"""So much of the last week's rise of the risk counts beside the risk itself."""
URGENT = frozenset({"is_urgent"})
ASKED = frozenset({"manager_asked"})


def rows(shares: Sequence[Share]) -> list[Row]:
    """Return a row for each customer with something amber or red, those who need the manager most first."""
    weighed: list[tuple[tuple[float, ...], Row]] = []
    for share in shares:
        higher_up = _turned_higher(share)
        for found in _by_customer(share.findings):
            weighed.append((_weight(found, found[0].customer in higher_up), _row(found, share)))
    weighed.sort(key=lambda each: (each[0], each[1].customer))
    return list(_together(row for _, row in weighed))


def pressing(finding: Finding) -> int:
    """Return how pressing *finding* is; a higher number in a later week means worse."""
    return int(finding.severity) * 100 + min(finding.chasers + finding.slips, 99)


def _turned_higher(share: Share) -> set[str]:
    """Return the customers who have turned to somebody higher up about something that still waits."""
    return {
        facts.customer
        for facts in share.facts
        for request in facts.requests
        if any(step.kind == "escalated" for step in request.steps) and is_waiting(request, share.context.now)
    }


def _by_customer(findings: Sequence[Finding]) -> list[list[Finding]]:
    """Return the findings that matter, those of one customer together, the weightiest first."""
    found: dict[str, list[Finding]] = {}
    for finding in findings:
        if finding.check in ABOUT_CUSTOMERS and finding.severity >= Severity.AMBER and finding.customer:
            found.setdefault(finding.customer, []).append(finding)
    for each in found.values():
        each.sort(key=lambda f: (-f.severity, f.check != "escalations", f.check != "urgency", -f.score, f.id))
    return list(found.values())


def _weight(found: Sequence[Finding], is_higher_up: bool) -> tuple[float, ...]:
    """Return by what a customer is put in order, the lowest first."""
    urgent = [finding for finding in found if finding.check == "urgency" and finding.severity is Severity.RED]
    stands_still = [f for f in urgent if _has(f, URGENT) and f.chasers]
    to_her = is_higher_up or any(_has(finding, ASKED) for finding in stands_still)
    anger = _anger(found)
    tier = 0 if is_higher_up or stands_still else 1 if anger else 2 if urgent else 3
    return -found[0].severity, tier, not to_her, -(anger + NEWS * _rise(found)), -_score(found)


def _has(finding: Finding, codes: frozenset[str]) -> bool:
    return any(reason.code in codes for reason in finding.reasons)


def _anger(found: Sequence[Finding]) -> float:
    return max((finding.score for finding in found if finding.check == "escalations"), default=0.0)


def _rise(found: Sequence[Finding]) -> float:
    """Return by how much the risk has risen since a week ago."""
    trends = [finding.values.get("trend") or [] for finding in found if finding.check == "escalations"]
    return max((trend[-1] - trend[-2] for trend in trends if len(trend) > 1), default=0.0)


def _score(found: Sequence[Finding]) -> float:
    """Return the score of all checks together: each takes its part of what the others left."""
    left = 1.0
    for check in {finding.check for finding in found}:
        left *= 1 - max(finding.score for finding in found if finding.check == check)
    return round(1 - left, 3)


def _row(found: Sequence[Finding], share: Share) -> Row:
    known = share.context.customer(found[0].customer or "")
    return Row(
        customer=found[0].customer or "",
        name=known.name,
        owner=share.owner,
        area=known.area,
        finding=found[0],
        others=tuple(found[1:]),
        anger=_anger(found),
        score=_score(found),
        change=_change(found, share),
        actor=_actor(found[0], share.context),
    )


def _change(found: Sequence[Finding], share: Share) -> str:
    known = [share.seen[finding.id] for finding in found if finding.id in share.seen]
    if not known:
        return "new"
    is_worse = max(map(pressing, found)) > max(known) or any(
        finding.id not in share.seen and finding.severity is Severity.RED for finding in found
    )
    return "worse" if is_worse else "same"


def _actor(finding: Finding, context: Context) -> Actor:
    address, because = finding.assignee
    person = context.people.person(address)
    if person is not None:
        return Actor(address, person.name, person.function, person.area, person.phone, because)
    own = next((own.name for own in context.people.owner if own.address == address), "")
    return Actor(address, own or address, "", "", "", because)


def _together(found: Iterator[Row]) -> Iterator[Row]:
    """Yield each customer once, with what they have open with other owners among the other matters."""
    by_customer: dict[str, Row] = {}
    for row in found:
        first = by_customer.get(row.customer)
        by_customer[row.customer] = (
            row if first is None else replace(first, others=(*first.others, row.finding, *row.others))
        )
    yield from by_customer.values()
