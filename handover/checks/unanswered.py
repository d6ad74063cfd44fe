"""Requests of contacts that nobody has answered.

Fires for every open or held request: amber beyond its answer time, red beyond twice that, from the second
chaser on, or when a VIP holds an overdue promise; promised ones are shown as `info`, and so is what another
customer has replied to on a mailing list, as long as the asker has not come back to it. Silent for thanks,
machine mail and whatever was answered elsewhere; `handover show` says why. It cannot see a phone call that
nobody noted.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from handover.checks.base import (
    Check,
    Context,
    Example,
    Lead,
    Ledger,
    most_slips,
    overdue_promises,
    ranked,
    request_finding,
)
from handover.ledger import chasers, holds_in_a_row, is_helped, request_state, waiting_since
from handover.model import Finding, Reason, Request, RequestState, Severity


def run(ledger: Ledger, context: Context) -> Iterator[Finding]:
    """Yield one finding for each request that still waits, as severe as its waiting time."""
    for lead in leads(ledger, context):
        yield lead.make()


def leads(ledger: Ledger, context: Context) -> Iterator[Lead]:
    """Yield the same, each finding yet to be made."""
    for request in ledger.waiting(context.now):
        if not request.deleted:
            yield _lead(request, context)


def _lead(request: Request, context: Context) -> Lead:
    waited, allowed = context.hours(waiting_since(request)), context.allowed(request)
    severity = _severity(request, context, waited, allowed)
    weights = _weights(request, context, waited, allowed)
    score = _score(request, context, weights)

    def make() -> Finding:
        return request_finding(
            CHECK.id,
            request,
            context,
            severity=severity,
            score=score,
            title="calls" if request.by_phone else "waits",
            reasons=_reasons(request, context, waited, allowed, weights),
            due=min((p.due for p in request.promises if p.due), default=request.wanted_by),
        )

    return Lead(
        f"{CHECK.id}-{request.id}",
        CHECK.id,
        severity,
        request.customer,
        chasers(request),
        most_slips(request, context.now),
        ranked(score),
        make,
    )


def _severity(request: Request, context: Context, waited: float, allowed: float) -> Severity:
    if request_state(request, context.now) is RequestState.PROMISED or is_helped(request):
        return Severity.INFO
    vip_let_down = context.customer(request.customer).vip and overdue_promises(request, context.now)
    if waited > 2 * allowed or chasers(request) >= 2 or vip_let_down:
        return Severity.RED
    return Severity.AMBER if waited > allowed else Severity.INFO


def _weights(request: Request, context: Context, waited: float, allowed: float) -> list[tuple[str, float]]:
    """List what speaks for acting by its code, strongest first."""
    steps = request.steps
    found = [(request.opened.because, 0.4), ("waited", min(waited / (4 * allowed), 1) * 0.5)]
    if count := chasers(request):
        found.append(("chased", min(0.2 * count, 0.5)))
    if count := holds_in_a_row(request):
        found.append(("held", min(0.1 * count, 0.3)))
    if is_helped(request):
        found.append(("peer_replied", 0.0))
    if overdue_promises(request, context.now):
        found.append(("promise_overdue", 0.4))
    if any(step.because == "half_answer" for step in steps):
        found.append(("half_answer", 0.2))
    if any(step.kind == "manager_chased" for step in steps):
        found.append(("manager_chased", 0.4))
    if context.customer(request.customer).vip:
        found.append(("vip", 0.3))
    if request.first_contact:
        found.append(("first_contact", 0.1))
    if request.urgent >= 0.5:
        found.append(("urgent", 0.3))
    return sorted(found, key=lambda each: -each[1])


def _reasons(
    request: Request, context: Context, waited: float, allowed: float, weights: list[tuple[str, float]]
) -> list[Reason]:
    """Return the *weights* with the values of their sentences."""
    values: dict[str, dict[str, Any]] = {
        "waited": {"hours": waited, "allowed": allowed},
        "chased": {"count": chasers(request)},
        "held": {"count": holds_in_a_row(request)},
        request.opened.because: {"words": request.quote},
    }
    if late := overdue_promises(request, context.now):
        values["promise_overdue"] = {"due": late[-1].due, "words": late[-1].made.quote}
    return [Reason(code, values.get(code, {}), weight) for code, weight in weights]


def _score(request: Request, context: Context, weights: list[tuple[str, float]]) -> float:
    """Rank inside the check: the reasons' weights, fading for what nobody has mentioned for weeks."""
    last = max([step.at for step in request.steps])
    quiet_days = max((context.now - last).total_seconds() / 86400, 0)
    weight = sum([weight for _, weight in weights])
    return weight / (1.5 + weight) / (1 + quiet_days / 30)


CHECK = Check(
    id="unanswered",
    run=run,
    leads=leads,
    title={"en": "Still waiting for an answer", "de": "Wartet noch auf Antwort"},
    texts={
        "waits": {"en": "{name} is waiting: {words}", "de": "{name} wartet: {words}"},
        "calls": {"en": "{name} asks for a call: {words}", "de": "{name} bittet um Rückruf: {words}"},
        "asks": {"en": "asks: “{words}”", "de": "fragt: „{words}“"},
        "complains": {"en": "complains: “{words}”", "de": "beschwert sich: „{words}“"},
        "is_urgent": {"en": "calls it urgent: “{words}”", "de": "schreibt, dass es eilt: „{words}“"},
        "threatens": {"en": "threatens consequences: “{words}”", "de": "droht mit Folgen: „{words}“"},
        "wants_contact": {"en": "wants to be contacted: “{words}”", "de": "möchte Kontakt: „{words}“"},
        "called": {"en": "called: “{words}”", "de": "hat angerufen: „{words}“"},
        "answers_our_question": {
            "en": "has answered our question: “{words}”",
            "de": "hat unsere Frage beantwortet: „{words}“",
        },
        "opens_thread": {
            "en": "wrote to us and nobody reacted: “{words}”",
            "de": "hat geschrieben, niemand hat reagiert: „{words}“",
        },
        "waited": {
            "en": "waits {hours} working hours, {allowed} are allowed",
            "de": "wartet {hours} Arbeitsstunden, vorgesehen sind {allowed}",
        },
        "chased": {"en": "has asked again ({count}×)", "de": "hat nachgefragt ({count}×)"},
        "held": {
            "en": "has only been put off so far ({count}×)",
            "de": "wurde bisher nur vertröstet ({count}×)",
        },
        "peer_replied": {
            "en": "another customer has replied on the list, nobody of ours",
            "de": "jemand anders hat in der Liste geantwortet, von uns niemand",
        },
        "promise_overdue": {
            "en": "a promise was due on {due}: “{words}”",
            "de": "eine Zusage war am {due} fällig: „{words}“",
        },
        "half_answer": {"en": "only part of it was answered", "de": "nur ein Teil wurde beantwortet"},
        "manager_chased": {
            "en": "the manager has asked about it",
            "de": "die Führungskraft hat schon danach gefragt",
        },
        "vip": {"en": "is a VIP", "de": "ist VIP-Kunde"},
        "first_contact": {"en": "writes for the first time", "de": "schreibt zum ersten Mal"},
        "urgent": {"en": "is urgent", "de": "ist dringend"},
    },
    examples=(
        Example(
            "asked, no reply",
            Severity.AMBER,
            """
            Mo-1 09:00 anna@wir.example > kim@acme.example | Anbei die Rechnung.
            Mo 09:00 kim@acme.example > anna@wir.example | Wann kommt das Angebot?
            Di 14:00 now
            """,
        ),
        Example(
            "asked, no reply for days",
            Severity.RED,
            """
            Mo 09:00 kim@acme.example > anna@wir.example | Could you please send me the drawing?
            Fr 14:00 now
            """,
        ),
        Example(
            "asked two hours ago",
            Severity.INFO,
            """
            Mo-1 09:00 kim@acme.example > anna@wir.example | Wie lang ist das Förderband?
            Mo-1 10:00 anna@wir.example > kim@acme.example | Es ist 12 Meter lang.
            Mo 09:00 kim@acme.example > anna@wir.example | Können Sie mir auch das Gewicht nennen?
            Mo 11:00 now
            """,
        ),
        Example(
            "asked three times",
            Severity.RED,
            """
            Mo 09:00 kim@acme.example > anna@wir.example | Wann kommt das Angebot?
            Mo 13:00 kim@acme.example > anna@wir.example | Ich warte noch auf Ihre Antwort. Wann kommt das Angebot?
            Mo 16:00 kim@acme.example > anna@wir.example | Nochmals meine Frage: Wann kommt denn nun das Angebot?
            Mo 16:30 now
            """,
        ),
        Example(
            "put off without a date",
            Severity.RED,
            """
            Mo 09:00 kim@acme.example > anna@wir.example | Wann kommt das Angebot?
            Mo 10:00 anna@wir.example > kim@acme.example | Wir kümmern uns darum und melden uns zeitnah.
            Do 14:00 now
            """,
        ),
        Example(
            "answered",
            None,
            """
            Mo 09:00 kim@acme.example > anna@wir.example | Wann kommt das Angebot?
            Mo 10:00 anna@wir.example > kim@acme.example | Das Angebot habe ich Ihnen gerade geschickt, es sind 4.200 Euro.
            Fr 14:00 now
            """,
        ),
        Example(
            "only a thank-you",
            None,
            """
            Mo 09:00 kim@acme.example > anna@wir.example | Vielen Dank, passt so!
            Do+1 08:00 now
            """,
        ),
        Example(
            "an answer to somebody else does not answer",
            Severity.RED,
            """
            Mo 09:00 kim@acme.example > anna@wir.example | Wann kommt das Angebot?
            Mo 10:00 anna@wir.example > lee@other.example | Das Angebot habe ich gerade geschickt, es sind 4.200 Euro.
            Fr 14:00 now
            """,
        ),
    ),
)
