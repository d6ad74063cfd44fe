"""Urgent requests, handled or not: "server down", "Band steht", a deadline today, the manager's own nudge.

Fires for a request whose new text is urgent (never for newsletters, quotes or footers): `info` when somebody
answered within its time, amber when nobody has for less than one working hour, red beyond that; anything that
the manager has asked about and that still waits is red. Silent two months after it was handled. It cannot know
how urgent something is that the writer does not call so.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from handover.checks.base import Check, Context, Example, Ledger, request_finding
from handover.ledger import is_waiting, waiting_since
from handover.model import Finding, Reason, Request, RequestState, Severity

YES = 0.5
HANDLED_IS_NEWS = timedelta(days=60)


def run(ledger: Ledger, context: Context) -> Iterator[Finding]:
    """Yield one finding for each urgent request that waits or was handled lately."""
    for facts in ledger.facts:
        for request in facts.requests:
            severity = _severity(request, context)
            if severity is not None and not request.deleted:
                yield request_finding(
                    CHECK.id,
                    request,
                    context,
                    severity=severity,
                    score=min(0.3 * severity + 0.1 * request.urgent, 1),
                    title="handled" if severity is Severity.INFO else "unhandled",
                    reasons=_reasons(request),
                )


def _severity(request: Request, context: Context) -> Severity | None:
    waits = is_waiting(request, context.now)
    nudged = any(step.kind == "manager_chased" for step in request.steps)
    if waits and nudged:
        return Severity.RED
    if request.urgent < YES:
        return None
    if waits:
        if _somebody_is_on_it(request):
            return Severity.INFO if context.hours(waiting_since(request)) <= 9 else Severity.AMBER
        return (
            Severity.RED
            if context.hours(waiting_since(request)) > context.answer_hours.urgent
            else Severity.AMBER
        )
    return Severity.INFO if context.now - request.steps[-1].at <= HANDLED_IS_NEWS else None


def _somebody_is_on_it(request: Request) -> bool:
    """A reply with a date that still lies ahead handles an emergency for the moment."""
    from handover.ledger import base_state

    return base_state(request.steps) is RequestState.HELD and any(
        step.kind == "held" for step in request.steps[-1:]
    )


def _reasons(request: Request) -> list[Reason]:
    reasons = []
    if request.urgent >= YES:
        reasons.append(Reason("is_urgent", {"words": request.quote}, round(request.urgent, 2)))
    for step in request.steps:
        if step.kind == "manager_chased":
            reasons.append(Reason("manager_asked", {"words": step.evidence.quote}, 0.5))
    if request.wanted_by:
        reasons.append(Reason("wanted_by", {"due": request.wanted_by}, 0.2))
    return reasons


CHECK = Check(
    id="urgency",
    run=run,
    title={"en": "Urgent", "de": "Dringend"},
    texts={
        "unhandled": {"en": "Nobody has reacted: {words}", "de": "Niemand hat reagiert: {words}"},
        "handled": {"en": "Being handled: {words}", "de": "Wird bearbeitet: {words}"},
        "is_urgent": {"en": "says “{words}”", "de": "schreibt „{words}“"},
        "manager_asked": {"en": "the manager asks: “{words}”", "de": "die Führungskraft fragt: „{words}“"},
        "wanted_by": {"en": "wanted by {due}", "de": "gewünscht bis {due}"},
    },
    examples=(
        Example(
            "the line stands still and nobody reacts",
            Severity.RED,
            """
            Mo 09:00 kim@acme.example > anna@wir.example | Dringend: Das Band steht, wir können nicht ausliefern!
            Mo 11:00 now
            """,
        ),
        Example(
            "half an hour ago",
            Severity.AMBER,
            """
            Mo 09:00 kim@acme.example > anna@wir.example | Urgent: the conveyor is down and we cannot ship. Please call.
            Mo 09:30 now
            """,
        ),
        Example(
            "handled within half an hour",
            Severity.INFO,
            """
            Mo 09:00 kim@acme.example > anna@wir.example | Dringend: Das Band steht, wir können nicht ausliefern!
            Mo 09:25 anna@wir.example > kim@acme.example | Der Sensor an Achse 2 war verstellt, bitte Taste F4 drücken, dann läuft es.
            Mo 11:00 now
            """,
        ),
        Example(
            "not urgent",
            None,
            """
            Mo 09:00 kim@acme.example > anna@wir.example | Es eilt nicht: Könnten Sie mir den Katalog schicken?
            Mo 16:00 now
            """,
        ),
    ),
)
