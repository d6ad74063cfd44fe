"""Promises that we made: due soon, overdue, moved, vague, and those the owner may not make alone.

Fires for everything that owner or team said they would do and have not done: `info` within two working days
of the date, for a vague one, and for one that may not be made alone (refund, discount, guarantee, "our CEO
will call you"); amber when overdue or moved once; red when overdue after having been moved ("the second date
must be kept") or chased after it was due. Silent for kept and withdrawn ones, conditions, questions and
what the other side promised. It cannot see what was promised by word of mouth and not noted.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from handover.checks.base import Check, Context, Example, Ledger, Option, promise_finding
from handover.ledger import Facts, promise_state
from handover.model import Finding, Promise, PromiseState, Reason, Severity
from handover.worktime import working_days_between

FORGOTTEN = timedelta(days=60)
"""A promise overdue for longer is history, not something a person can still act on."""


def run(ledger: Ledger, context: Context) -> Iterator[Finding]:
    """Yield one finding for each promise that a person should look at."""
    for facts in ledger.facts:
        for promise in facts.promises:
            severity = _severity(promise, facts, context)
            if severity is not None:
                yield promise_finding(
                    CHECK.id,
                    promise,
                    context,
                    severity=severity,
                    score=_score(promise, severity, context),
                    title=_title(promise, context),
                    reasons=_reasons(promise, facts, context),
                    values={"due": promise.due, "due_text": promise.due_text},
                )


def _severity(promise: Promise, facts: Facts, context: Context) -> Severity | None:
    state = promise_state(promise, context.now)
    if state in (PromiseState.KEPT, PromiseState.WITHDRAWN):
        return None
    if state is PromiseState.OVERDUE:
        assert promise.due is not None
        if context.now - promise.due > FORGOTTEN:
            return None
        if promise.slips or _chased_since_due(promise, facts):
            return Severity.RED
        return Severity.AMBER
    if promise.slips:
        return Severity.RED if _chased_since_due(promise, facts) else Severity.AMBER
    if state is PromiseState.VAGUE:
        fresh = context.now - promise.made.date <= FORGOTTEN / 2
        return Severity.INFO if fresh or _not_alone(promise, context) else None
    if _not_alone(promise, context) or _days_left(promise, context) <= 2:
        return Severity.INFO
    return None


def _days_left(promise: Promise, context: Context) -> int:
    assert promise.due is not None
    today, last = (
        context.now.astimezone(context.work.zone).date(),
        promise.due.astimezone(context.work.zone).date(),
    )
    return working_days_between(today, last, context.work)


def _not_alone(promise: Promise, context: Context) -> list[str]:
    forbidden = CHECK.option(context, "not_alone")
    return [kind for kind in promise.kinds if kind in forbidden]


def _chased_since_due(promise: Promise, facts: Facts) -> bool:
    """Tell whether the customer asked again after a date that was named had passed, the first or a later one."""
    first = min((due for _, due in promise.dates if due is not None), default=promise.due)
    return any(
        step.kind == "chased" and first is not None and step.at >= first
        for request in facts.requests
        if promise.request == request.id
        for step in request.steps
    )


def _score(promise: Promise, severity: Severity, context: Context) -> float:
    vip = 0.1 if context.customer(promise.customer).vip else 0.0
    return 0.3 * severity + vip + min(0.05 * promise.slips, 0.1) - 0.1


def _title(promise: Promise, context: Context) -> str:
    state = promise_state(promise, context.now)
    if state is PromiseState.OVERDUE:
        return "overdue_again" if promise.slips else "overdue"
    if state is PromiseState.VAGUE:
        return "vague"
    return "moved" if promise.slips else "due"


def _reasons(promise: Promise, facts: Facts, context: Context) -> list[Reason]:
    reasons = [Reason("said", {"words": promise.made.quote, "at": promise.made.date}, 0.4)]
    if promise.slips:
        reasons.append(Reason("slipped", {"count": promise.slips}, 0.3))
    if _chased_since_due(promise, facts):
        reasons.append(Reason("chased_after_due", {}, 0.4))
    reasons += [Reason(f"not_alone_{kind}", {}, 0.3) for kind in _not_alone(promise, context)]
    return reasons


CHECK = Check(
    id="promises",
    run=run,
    title={"en": "Promises", "de": "Zusagen"},
    texts={
        "due": {"en": "Due {due}: {words}", "de": "Fällig {due}: {words}"},
        "overdue": {"en": "Overdue since {due}: {words}", "de": "Überfällig seit {due}: {words}"},
        "overdue_again": {
            "en": "Overdue since {due}, and it had already been moved: {words}",
            "de": "Überfällig seit {due}, obwohl schon verschoben: {words}",
        },
        "moved": {"en": "Moved to {due}: {words}", "de": "Verschoben auf {due}: {words}"},
        "vague": {"en": "Promised without a date: {words}", "de": "Ohne Termin zugesagt: {words}"},
        "do": {
            "en": "Keep it, or say before the date that it will be later, and why.",
            "de": "Einhalten – oder vor dem Termin sagen, dass es später wird, und warum.",
        },
        "said": {"en": "said on {at}: “{words}”", "de": "zugesagt am {at}: „{words}“"},
        "slipped": {
            "en": "the date was moved ({count}×); the new one must be kept",
            "de": "der Termin wurde verschoben ({count}×); der neue muss halten",
        },
        "chased_after_due": {
            "en": "the customer has asked again since it was due",
            "de": "der Kunde hat seit dem Termin nachgefragt",
        },
        "not_alone_refund": {
            "en": "promises money back: needs a second signature",
            "de": "sagt eine Erstattung zu: das braucht eine zweite Unterschrift",
        },
        "not_alone_discount": {
            "en": "promises a discount: needs a second signature",
            "de": "sagt einen Rabatt zu: das braucht eine zweite Unterschrift",
        },
        "not_alone_guarantee": {
            "en": "gives a guarantee: needs a second signature",
            "de": "gibt eine Garantie: das braucht eine zweite Unterschrift",
        },
        "not_alone_ceo": {
            "en": "promises that management will get in touch: do they know?",
            "de": "sagt zu, dass sich die Geschäftsleitung meldet: Weiß sie davon?",
        },
        "not_alone_free": {
            "en": "promises something free of charge: needs a second signature",
            "de": "sagt etwas kostenlos zu: das braucht eine zweite Unterschrift",
        },
    },
    options=(
        Option(
            "not_alone",
            ("refund", "discount", "guarantee", "ceo", "free"),
            {
                "en": "What the owner may not promise alone: refund, discount, guarantee, ceo, free.",
                "de": "Was nicht allein zugesagt werden darf: refund, discount, guarantee, ceo, free.",
            },
        ),
    ),
    examples=(
        Example(
            "due tomorrow",
            Severity.INFO,
            """
            Mo 09:00 kim@acme.example > anna@wir.example | Wann kommt das Angebot?
            Mo 10:00 anna@wir.example > kim@acme.example | Ich schicke Ihnen das Angebot bis Mittwoch.
            Di 14:00 now
            """,
        ),
        Example(
            "overdue",
            Severity.AMBER,
            """
            Mo 09:00 kim@acme.example > anna@wir.example | When can I have the quote?
            Mo 10:00 anna@wir.example > kim@acme.example | I will send you the quote by Tuesday.
            Do 14:00 now
            """,
        ),
        Example(
            "moved, and overdue again",
            Severity.RED,
            """
            Mo 09:00 kim@acme.example > anna@wir.example | Wann kommt das Angebot?
            Mo 10:00 anna@wir.example > kim@acme.example | Ich schicke Ihnen das Angebot bis Mittwoch.
            Mi 15:00 anna@wir.example > kim@acme.example | Leider schaffe ich es nicht, ich schicke das Angebot bis Freitag.
            Mo+1 14:00 now
            """,
        ),
        Example(
            "kept",
            None,
            """
            Mo 09:00 kim@acme.example > anna@wir.example | Wann kommt das Angebot?
            Mo 10:00 anna@wir.example > kim@acme.example | Ich schicke Ihnen das Angebot bis Mittwoch.
            Di 15:00 anna@wir.example > kim@acme.example | Hier das Angebot: 4.200 Euro netto, Lieferzeit drei Wochen.
            Fr 14:00 now
            """,
        ),
        Example(
            "the other side promised",
            None,
            """
            Mo 09:00 anna@wir.example > kim@acme.example | Die Zeichnung liegt bei.
            Mo 10:00 kim@acme.example > anna@wir.example | Danke, ich melde mich bis Mittwoch.
            Fr 14:00 now
            """,
        ),
    ),
)
