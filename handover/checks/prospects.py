"""First-time contacts with an inquiry: a stranger who asks for an offer must not be lost.

Fires for a request by which a customer writes to us for the first time and that still waits: `info` within
its (shorter) answer time, amber beyond it, red beyond twice that; `info`, too, where another customer has replied
to it on a mailing list. Silent for recruiters, sellers and
newsletters, and for first mails that ask for something else than business. It cannot know a customer from
before the mailbox begins; a line in `customers.csv` tells it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from handover.checks.base import Check, Context, Example, Ledger, request_finding
from handover.ledger import is_helped, waiting_since
from handover.model import Finding, Reason, Request, Severity

SEASONED = timedelta(days=14)
"""In a mailbox that is younger everybody writes for the first time; there only an inquiry counts."""


def run(ledger: Ledger, context: Context) -> Iterator[Finding]:
    """Yield one finding for each inquiry of a stranger that still waits."""
    known = {line.customer.id for line in context.people.customers}
    begun = min((begun for facts in ledger.facts if (begun := facts.begun)), default=context.now)
    for request in ledger.waiting(context.now):
        if not request.first_contact or request.customer in known or request.deleted:
            continue
        is_new = request.opened.at - begun >= SEASONED
        if (request.is_inquiry or is_new) and not request.is_solicitation:
            waited, allowed = context.hours(waiting_since(request)), context.allowed(request)
            yield request_finding(
                CHECK.id,
                request,
                context,
                severity=Severity.INFO if is_helped(request) else _severity(waited, allowed),
                score=min(0.3 + 0.2 * waited / allowed, 1),
                title="inquiry",
                reasons=_reasons(request, waited, allowed),
            )


def _severity(waited: float, allowed: float) -> Severity:
    if waited > 2 * allowed:
        return Severity.RED
    return Severity.AMBER if waited > allowed else Severity.INFO


def _reasons(request: Request, waited: float, allowed: float) -> list[Reason]:
    reasons = [Reason("first_contact", {}, 0.4)]
    if request.is_inquiry:
        reasons.append(Reason("asks_for_offer", {"words": request.quote}, 0.4))
    return [*reasons, Reason("waited", {"hours": waited, "allowed": allowed}, 0.2)]


CHECK = Check(
    id="prospects",
    run=run,
    title={"en": "New inquiries", "de": "Neue Anfragen"},
    texts={
        "inquiry": {
            "en": "{name} writes for the first time: {words}",
            "de": "{name} schreibt zum ersten Mal: {words}",
        },
        "first_contact": {"en": "nobody here has heard from them before", "de": "bisher kein Kontakt"},
        "asks_for_offer": {"en": "asks for an offer: “{words}”", "de": "fragt ein Angebot an: „{words}“"},
        "waited": {
            "en": "waits {hours} working hours, {allowed} are allowed",
            "de": "wartet {hours} Arbeitsstunden, vorgesehen sind {allowed}",
        },
    },
    examples=(
        Example(
            "a stranger asks for an offer",
            Severity.AMBER,
            """
            Mo 09:00 neu@fremd.example > anna@wir.example | Wir planen eine neue Halle und suchen eine Rollenbahn. Könnten Sie uns ein Angebot machen?
            Mo 14:00 now
            """,
        ),
        Example(
            "a seller",
            None,
            """
            Mo 09:00 max@seo.example > anna@wir.example | Wir bringen Ihre Website auf Platz 1 bei Google. Haben Sie diese Woche 15 Minuten für ein kurzes Gespräch?
            Mo 16:00 now
            """,
        ),
        Example(
            "somebody we know",
            None,
            """
            Mo-1 09:00 anna@wir.example > kim@acme.example | Anbei die Rechnung.
            Mo 09:00 kim@acme.example > anna@wir.example | Könnten Sie uns ein Angebot machen?
            Mo 16:00 now
            """,
        ),
    ),
)
