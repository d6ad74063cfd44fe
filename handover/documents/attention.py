"""Which customers need the manager, and in which order.

First whom she must answer for herself: who has turned to somebody higher up, or stands still, asked again and still
waits. Then who loses patience; what has heated up since last week before what has simmered for long, which she knows.
Then what is urgent, then dates that slipped and whoever waits.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from handover.checks.base import Context, Lead, made
from handover.documents.briefing import Actor, Row, Share
from handover.ledger import is_waiting
from handover.model import Finding, Severity

ABOUT_CUSTOMERS = frozenset({"unanswered", "promises", "escalations", "urgency", "prospects"})
OTHERS = 7
"""So many other matters of a customer are told; the rest is counted."""
NEWS = 0.25
"""So much of the last week's rise of the risk counts beside the risk itself."""
URGENT = frozenset({"is_urgent"})
ASKED = frozenset({"manager_asked"})


class _Case(NamedTuple):
    """What one owner's customer needs: found by the checks, the weightiest first."""

    found: list[Finding | Lead]
    share: Share


def rows(shares: Sequence[Share], most: int | None = None) -> tuple[list[Row], int]:
    """Return a row for each customer with something amber or red, those who need the manager most first.

    At most *most* are made; how many there are comes with them.
    """
    weighed: list[tuple[tuple[float, ...], str, _Case]] = []
    for share in shares:
        higher_up = _turned_higher(share)
        for customer, found in _by_customer(share.findings):
            weighed.append((_weight(found, customer in higher_up), customer, _Case(found, share)))
    weighed.sort(key=lambda each: each[:2])
    together: dict[str, list[_Case]] = {}
    for _, customer, case in weighed:
        together.setdefault(customer, []).append(case)
    return [_row(customer, *cases) for customer, cases in islice(together.items(), most)], len(together)


def pressing(finding: Finding | Lead) -> int:
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


def _by_customer(findings: Sequence[Finding | Lead]) -> Iterator[tuple[str, list[Finding | Lead]]]:
    """Yield each customer with the findings that matter, the weightiest first."""
    found: dict[str, list[Finding | Lead]] = {}
    for finding in findings:
        if finding.check in ABOUT_CUSTOMERS and finding.severity >= Severity.AMBER and finding.customer:
            found.setdefault(finding.customer, []).append(finding)
    for customer, each in found.items():
        each.sort(key=lambda f: (-f.severity, f.check != "escalations", f.check != "urgency", -f.score, f.id))
        yield customer, each


def _weight(found: Sequence[Finding | Lead], is_higher_up: bool) -> tuple[float, ...]:
    """Return by what a customer is put in order, the lowest first."""
    urgent = [finding for finding in found if finding.check == "urgency" and finding.severity is Severity.RED]
    stands_still = [f for f in urgent if _has(f, URGENT) and f.chasers]
    to_her = is_higher_up or any(_has(finding, ASKED) for finding in stands_still)
    anger = _anger(found)
    tier = 0 if is_higher_up or stands_still else 1 if anger else 2 if urgent else 3
    return -found[0].severity, tier, not to_her, -(anger + NEWS * _rise(found)), -_score(found)


def _has(finding: Finding | Lead, codes: frozenset[str]) -> bool:
    return any(reason.code in codes for reason in made(finding).reasons)


def _anger(found: Sequence[Finding | Lead]) -> float:
    return max((finding.score for finding in found if finding.check == "escalations"), default=0.0)


def _rise(found: Sequence[Finding | Lead]) -> float:
    """Return by how much the risk has risen since a week ago."""
    trends = [made(each).values.get("trend") or [] for each in found if each.check == "escalations"]
    return max((trend[-1] - trend[-2] for trend in trends if len(trend) > 1), default=0.0)


def _score(found: Sequence[Finding | Lead]) -> float:
    """Return the score of all checks together: each takes its part of what the others left."""
    highest: dict[str, float] = {}
    for finding in found:
        highest[finding.check] = max(highest.get(finding.check, 0.0), finding.score)
    left = 1.0
    for check in sorted(highest):
        left *= 1 - highest[check]
    return round(1 - left, 3)


def _row(customer: str, first: _Case, *further: _Case) -> Row:
    """Return the row of *customer* by what the first of their owners found, the others' among the other matters."""
    found, share = first
    known = share.context.customer(customer)
    finding = made(found[0])
    others = [*found[1:], *(each for case in further for each in case.found)]
    return Row(
        customer=customer,
        name=known.name,
        owner=share.owner,
        area=known.area,
        finding=finding,
        others=tuple(map(made, others[:OTHERS])),
        more_others=max(len(others) - OTHERS, 0),
        anger=_anger(found),
        score=_score(found),
        change=_change(found, share),
        actor=_actor(finding, share.context),
    )


def _change(found: Sequence[Finding | Lead], share: Share) -> str:
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
