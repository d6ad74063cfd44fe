"""Customers who are slowly getting angry, or have turned to somebody higher up.

Fires on behaviour (asking again, coming back to an old matter, ever shorter gaps, slipped or late promises, put-offs
in a row, further people copied in, somebody higher up brought in) and only then on words, always against the
customer's own past; waiting alone never raises an alarm here; see `risk`. Red for a threat, for somebody higher
up brought in after being ignored, and for a very high score; amber for a high score or one that has risen for
two weeks; tone alone never goes above `info`. At most as many alarms as a manager can act on are raised; the
rest are `info`. Silent when the customer has calmed down. It cannot hear what was said on the phone.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from handover.checks.base import Check, Context, Example, Lead, Ledger, Option
from handover.ledger import Facts, chasers, is_waiting
from handover.model import Finding, Promise, Quote, Reason, Request, Severity
from handover.risk import Risk
from handover.risk.scene import LATELY

FINISHED = ("kept", "withdrawn")
HIGHER_UP_IS_NEWS = timedelta(days=21)
THREATENS = 0.25
"""A threat weighs less when the mail thanks, when weeks have passed, and when the customer is content again."""


def run(ledger: Ledger, context: Context) -> Iterator[Finding]:
    """Yield one finding for each customer that heats up, the hottest first, alarms capped."""
    for lead in leads(ledger, context):
        yield lead.make()


def leads(ledger: Ledger, context: Context) -> Iterator[Lead]:
    """Yield the same, each finding yet to be made; where no severity hangs on it, its trend is not reckoned."""
    least = min(float(CHECK.option(context, name)) for name in ("amber", "rising", "red"))
    found = []
    for facts in ledger.facts:
        risk = context.risk(facts, least)
        severity = _severity(risk, facts, context)
        if severity is not None:
            found.append((severity, risk, facts))
    found.sort(key=lambda each: (-each[0], -each[1].score))
    alarms = int(CHECK.option(context, "alarms"))
    for place, (severity, risk, facts) in enumerate(found):
        is_crowded_out = severity is Severity.AMBER and place >= alarms
        yield _lead(facts, risk, Severity.INFO if is_crowded_out else severity, context)


def _lead(facts: Facts, risk: Risk, severity: Severity, context: Context) -> Lead:
    def make() -> Finding:
        return _finding(facts, context.risk(facts), severity, context)

    return Lead(
        _id(facts, risk, context),
        CHECK.id,
        severity,
        facts.customer,
        _chasers(facts, context),
        _slips(facts, context),
        risk.score,
        make,
    )


def _severity(risk: Risk, facts: Facts, context: Context) -> Severity | None:
    option = CHECK.option
    if risk.score < option(context, "info"):
        return None
    if not risk.behaves:
        return Severity.INFO
    if (
        risk.weight("threat") >= THREATENS
        or _turned_higher(facts, risk, context)
        or risk.score >= option(context, "red")
    ):
        return Severity.RED
    rises = risk.is_rising and risk.acts and risk.score >= option(context, "rising")
    if rises or risk.score >= option(context, "amber"):
        return Severity.AMBER
    return Severity.INFO


def _turned_higher(facts: Facts, risk: Risk, context: Context) -> bool:
    """Somebody higher up was brought in lately, by a contact who still waits, or was helped and has not calmed yet."""
    for request in facts.requests:
        for step in request.steps:
            if step.kind == "escalated" and context.now - step.at <= HIGHER_UP_IS_NEWS:
                if is_waiting(request, context.now):
                    return True
                return chasers(request) > 0 and risk.score >= CHECK.option(context, "amber")
    return False


def _finding(facts: Facts, risk: Risk, severity: Severity, context: Context) -> Finding:
    request = _matter(facts, context)
    quotes = [part.quote for part in risk.components if part.quote is not None]
    opened = _opened(request, risk)
    evidence = tuple({quote.key: quote for quote in sorted([opened, *quotes], key=lambda q: q.date)}.values())
    return Finding(
        id=_id(facts, risk, context),
        check=CHECK.id,
        severity=severity,
        customer=facts.customer,
        contact=request.contact if request else None,
        assignee=context.assignee(facts.customer),
        key=opened.key,
        thread=request.thread if request else None,
        message=opened.message,
        event=None,
        state=None,
        since=opened.date,
        due=None,
        waited_hours=None,
        elapsed_hours=None,
        chasers=_chasers(facts, context),
        slips=_slips(facts, context),
        score=risk.score,
        title=next((f"{code}_title" for code in ("higher_up", "went_past") if risk.has(code)), "heats_up"),
        values={
            "name": context.customer(facts.customer).name,
            "words": _loudest(risk, opened).quote,
            "trend": [score for _, score in risk.trend],
            "phone": context.customer(facts.customer).phone,
        },
        reasons=tuple(
            Reason(part.code, dict(part.values), round(part.weight, 3)) for part in risk.components
        ),
        evidence=evidence[-6:],
    )


def _id(facts: Facts, risk: Risk, context: Context) -> str:
    request = _matter(facts, context)
    return f"{CHECK.id}-{request.id if request else _opened(request, risk).key[:8]}"


def _opened(request: Request | None, risk: Risk) -> Quote:
    """Return the mail that began it: the request's, else the heaviest component's."""
    if request is not None:
        return request.opened.evidence
    return next(part.quote for part in risk.components if part.quote is not None)


def _chasers(facts: Facts, context: Context) -> int:
    return sum(chasers(request) for request in facts.requests if is_waiting(request, context.now))


def _slips(facts: Facts, context: Context) -> int:
    return max((promise.slips for promise in facts.promises if _is_remembered(promise, context)), default=0)


def _is_remembered(promise: Promise, context: Context) -> bool:
    """Tell whether *promise* is not kept yet, or something happened to it lately."""
    last = promise.steps[-1] if promise.steps else None
    return last is None or last.kind not in FINISHED or context.now - last.at <= LATELY


def _matter(facts: Facts, context: Context) -> Request | None:
    """Return the request that the trouble is about: brought higher up, most chased, longest waiting, newest."""
    waiting = [request for request in facts.requests if is_waiting(request, context.now)]
    raised = [r for r in facts.requests if any(step.kind == "escalated" for step in r.steps)]
    if raised:
        return raised[-1]
    if waiting:
        return max(waiting, key=lambda request: (chasers(request), context.now - request.opened.at))
    return facts.requests[-1] if facts.requests else None


THEIRS = frozenset(
    {
        "chasers",
        "came_back",
        "quicker",
        "was_chased",
        "joined",
        "curt",
        "higher_up",
        "went_past",
        "threat",
        "complaint",
        "tone",
        "silence",
        "waiting",
    }
)


def _loudest(risk: Risk, default: Quote) -> Quote:
    """Return the customer's own words behind the heaviest component that has any."""
    return next((part.quote for part in risk.components if part.quote and part.code in THEIRS), default)


CHECK = Check(
    id="escalations",
    run=run,
    leads=leads,
    title={"en": "Getting angry", "de": "Wird ungeduldig"},
    texts={
        "heats_up": {"en": "{name} is losing patience: {words}", "de": "{name} verliert die Geduld: {words}"},
        "higher_up_title": {
            "en": "{name} has turned to somebody higher up: {words}",
            "de": "{name} hat die Leitung eingeschaltet: {words}",
        },
        "went_past_title": {
            "en": "{name} now turns to somebody else of ours: {words}",
            "de": "{name} wendet sich jetzt an jemand anderen im Haus: {words}",
        },
        "do": {
            "en": "Call, own up to it, and name one date that holds.",
            "de": "Anrufen, den Fehler einräumen und einen Termin nennen, der hält.",
        },
        "waiting": {
            "en": "has been waiting for {hours} working hours",
            "de": "wartet seit {hours} Arbeitsstunden",
        },
        "chasers": {"en": "has asked again ({count}×)", "de": "hat nachgefragt ({count}×)"},
        "was_chased": {
            "en": "had to ask {count} times before it was settled",
            "de": "musste {count}× nachfragen, bis es erledigt war",
        },
        "came_back": {
            "en": "has had to come back to it ({count}×)",
            "de": "musste deswegen noch einmal schreiben ({count}×)",
        },
        "quicker": {"en": "writes at ever shorter intervals", "de": "schreibt in immer kürzeren Abständen"},
        "holding_in_a_row": {
            "en": "was put off {count} times in a row",
            "de": "wurde {count}× hintereinander vertröstet",
        },
        "higher_up": {
            "en": "has brought in somebody higher up",
            "de": "hat sich an die Leitung gewandt",
        },
        "went_past": {
            "en": "asks somebody else of ours, who had no part in it",
            "de": "fragt jetzt jemanden im Haus, der bisher nichts damit zu tun hatte",
        },
        "promise_broken": {
            "en": "promises overdue: {count}, moved before: {slips}",
            "de": "überfällige Zusagen: {count} ({slips}× verschoben)",
        },
        "promise_moved": {
            "en": "a promise to them was moved ({slips}×)",
            "de": "eine Zusage wurde verschoben ({slips}×)",
        },
        "promise_late": {
            "en": "a promise to them was kept too late ({count}×)",
            "de": "eine Zusage wurde zu spät eingehalten ({count}×)",
        },
        "joined": {
            "en": "now copies in further people: {who}",
            "de": "nimmt jetzt weitere Personen in Kopie: {who}",
        },
        "threat": {"en": "threatens consequences", "de": "droht mit Konsequenzen"},
        "complaint": {"en": "has complained", "de": "hat sich beschwert"},
        "tone": {"en": "writes more coolly than usual", "de": "schreibt kühler als sonst"},
        "curt": {
            "en": "has dropped greeting or sign-off",
            "de": "lässt inzwischen Anrede oder Gruß weg",
        },
        "silence": {"en": "has gone silent after a complaint", "de": "ist nach einer Beschwerde verstummt"},
    },
    options=(
        Option("info", 0.2, {"en": "Score from which it is shown.", "de": "Wert, ab dem es gezeigt wird."}),
        Option("amber", 0.6, {"en": "Score for amber.", "de": "Wert für Gelb."}),
        Option("rising", 0.5, {"en": "Score for amber when rising.", "de": "Wert für Gelb, wenn er steigt."}),
        Option("red", 0.82, {"en": "Score for red.", "de": "Wert für Rot."}),
        Option(
            "alarms",
            7,
            {"en": "How many amber and red ones at most.", "de": "Wie viele gelbe und rote höchstens."},
        ),
        Option(
            "ignore",
            (),
            {
                "en": "Codes of reasons that do not count, such as `tone`.",
                "de": "Kürzel von Gründen, die nicht zählen, etwa `tone`.",
            },
        ),
    ),
    examples=(
        Example(
            "turns to the boss after being ignored",
            Severity.RED,
            """
            Mo 09:00 kim@acme.example > anna@wir.example [Angebot] | Wann kommt das Angebot?
            Mi 09:00 kim@acme.example > anna@wir.example [Angebot] | Ich warte immer noch auf Ihre Antwort. Wann kommt es?
            Fr 09:00 kim@acme.example > chef@wir.example, cc:anna@wir.example [Angebot] | Ich habe mehrfach versucht, Frau Wir zu erreichen. Bitte kümmern Sie sich darum.
            Fr 14:00 now
            """,
        ),
        Example(
            "turned to the boss, was helped and is content",
            Severity.INFO,
            """
            Mo 09:00 kim@acme.example > anna@wir.example [Angebot] | Wann kommt das Angebot?
            Mi 09:00 kim@acme.example > anna@wir.example [Angebot] | Ich warte immer noch auf Ihre Antwort. Wann kommt es?
            Fr 09:00 kim@acme.example > chef@wir.example, cc:anna@wir.example [Angebot] | Ich habe mehrfach versucht, Frau Wir zu erreichen. Bitte kümmern Sie sich darum.
            Fr 10:00 anna@wir.example > kim@acme.example, cc:chef@wir.example [Angebot] | Bitte entschuldigen Sie. Das Angebot liegt bei: 4.200 Euro, Lieferung am 12. März.
            Fr 11:00 kim@acme.example > anna@wir.example [Angebot] | Vielen Dank, damit ist alles geklärt. Schönes Wochenende!
            Mo+1 14:00 now
            """,
        ),
        Example(
            "asks again and again",
            Severity.AMBER,
            """
            Mo 09:00 kim@acme.example > anna@wir.example | Could you send me the drawing?
            Mi 09:00 kim@acme.example > anna@wir.example | I am still waiting for the drawing. Any news?
            Fr 09:00 kim@acme.example > anna@wir.example | Third request: please send the drawing. This is unacceptable.
            Mo+1 14:00 now
            """,
        ),
        Example(
            "a cross word alone",
            None,
            """
            Mo 09:00 kim@acme.example > anna@wir.example | Das Wetter ist ja schrecklich. Wann kommt das Angebot?
            Mo 10:00 anna@wir.example > kim@acme.example | Hier das Angebot, es sind 4.200 Euro.
            Di 14:00 now
            """,
        ),
    ),
)
