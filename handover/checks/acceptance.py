"""Packets that a deputy has not accepted, or objected to.

Fires for each deputy of a packet until every item of theirs is accepted: `info` at first, amber from three working
days before the absence, red from the start of the last working day before it. Red at once: an automatic reply of
the deputy (they are away too), a bounce, an objection to an item that has no new owner. Silent when all is accepted, and
when the absence is over. It cannot see a nod: what was said by word is entered with `handover packet ack`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import datetime

from handover.checks.base import Check, Context, Example, Ledger, Option
from handover.journal import Receipt
from handover.model import Assignee, Finding, Quote, Reason, Severity
from handover.receipts import DeputyState, Handed
from handover.worktime import working_days_between


def run(ledger: Ledger, context: Context) -> Iterator[Finding]:
    """Yield one finding for each deputy whose packet is not accepted as a whole."""
    today = context.now.astimezone(context.work.zone).date()
    for packet in context.packets:
        if packet.last >= today:
            for deputy in packet.deputies:
                if not deputy.has_accepted or deputy.alarm:
                    yield _finding(packet, deputy, context)


def _finding(packet: Handed, deputy: DeputyState, context: Context) -> Finding:
    title, by_time = _title(deputy), _by_time(packet, context)
    red = title in ("auto_reply", "bounced", "objected")
    severity = Severity.RED if red else by_time
    receipt = deputy.alarm or (deputy.answer if title in ("objected", "question", "unclear") else None)
    open_ = [item.part.number for item in deputy.items if item.state == "open"]
    values = {
        "who": deputy.name,
        "name": deputy.name,
        "token": packet.token,
        "first": packet.first,
        "numbers": ", ".join(str(item.part.number) for item in deputy.objected),
        "words": receipt.quote if receipt else "",
        "do": f"do_{title}",
    }
    reasons = [Reason("before", {"first": packet.first, "last": packet.last}, 0.3)]
    if deputy.items:
        reasons.append(Reason("open_items", {"count": len(open_), "all": len(deputy.items)}, 0.2))
    if receipt and not receipt.verified:
        reasons.append(Reason("unverified", {}, 0.1))
    sent = deputy.delivery
    return Finding(
        id=f"{CHECK.id}-{_id(packet, deputy, context)}",
        check=CHECK.id,
        severity=severity,
        customer=None,
        contact=deputy.address,
        assignee=Assignee(context.owner, "owner"),
        key=receipt.key or None if receipt else None,
        thread=sent.message_id if sent else None,
        message=sent.message_id if sent else None,
        event=None,
        state=title,
        since=sent.at if sent else packet.built,
        due=_deadline(packet, context),
        waited_hours=None,
        elapsed_hours=None,
        chasers=0,
        slips=0,
        score=min(0.3 * severity + 0.02 * len(open_), 1.0),
        title=title,
        values=values,
        reasons=tuple(reasons),
        evidence=_evidence(packet, deputy, receipt, context),
    )


def _evidence(
    packet: Handed, deputy: DeputyState, receipt: Receipt | None, context: Context
) -> tuple[Quote, ...]:
    """Return our mail (or the build, where nothing was sent) and the answer that decided."""
    sent = deputy.delivery
    at, message = (sent.at, sent.message_id) if sent else (packet.built, None)
    handed = Quote(f"packet:{packet.token}", message, at, context.owner, f"[{packet.token}]")
    return (
        (handed, Quote(receipt.key, None, receipt.at, deputy.name, receipt.quote)) if receipt else (handed,)
    )


def _title(deputy: DeputyState) -> str:
    if deputy.alarm:
        return deputy.alarm.kind
    if deputy.objected:
        return "objected"
    if deputy.answer and deputy.answer.kind in ("question", "unclear"):
        return deputy.answer.kind
    if deputy.answer:
        return "partly"
    return "waits" if deputy.delivery and deputy.delivery.state in ("sent", "perhaps_twice") else "not_sent"


def _by_time(packet: Handed, context: Context) -> Severity:
    if context.now >= _deadline(packet, context):
        return Severity.RED
    today = context.now.astimezone(context.work.zone).date()
    left = working_days_between(today, packet.first, context.work)
    return Severity.AMBER if left <= int(CHECK.option(context, "days")) else Severity.INFO


def _deadline(packet: Handed, context: Context) -> datetime:
    """Return the start of the last working day before the absence."""
    return context.work.span(context.work.shift(packet.first, -1))[0]


def _id(packet: Handed, deputy: DeputyState, context: Context) -> str:
    raw = f"{context.owner}\0{packet.token}\0{deputy.address}"
    return hashlib.sha256(raw.encode("utf-8", "replace")).hexdigest()[:8]


CHECK = Check(
    id="acceptance",
    run=run,
    title={"en": "Handover not accepted", "de": "Übergabe nicht angenommen"},
    texts={
        "not_sent": {
            "en": "Packet {token} has not been sent to {who}",
            "de": "{who} hat die Übergabe {token} noch nicht bekommen",
        },
        "waits": {
            "en": "{who} has not accepted packet {token}",
            "de": "{who} hat die Übergabe {token} noch nicht angenommen",
        },
        "partly": {
            "en": "{who} has accepted packet {token} in part",
            "de": "{who} hat die Übergabe {token} erst zum Teil angenommen",
        },
        "objected": {
            "en": "{who} cannot take: no. {numbers}",
            "de": "{who} kann nicht übernehmen: Nr. {numbers}",
        },
        "question": {"en": "{who} asks back: “{words}”", "de": "{who} fragt zurück: „{words}“"},
        "unclear": {
            "en": "{who} replied, but accepted nothing: “{words}”",
            "de": "{who} hat geantwortet, aber nichts zugesagt: „{words}“",
        },
        "auto_reply": {
            "en": "{who} is away, says an automatic reply: “{words}”",
            "de": "{who} ist selbst nicht da, sagt die automatische Antwort: „{words}“",
        },
        "bounced": {
            "en": "The packet did not reach {who}: “{words}”",
            "de": "Die Übergabe kam bei {who} nicht an: „{words}“",
        },
        "before": {"en": "absence from {first} to {last}", "de": "Abwesenheit vom {first} bis {last}"},
        "open_items": {"en": "{count} of {all} items open", "de": "{count} von {all} Vorgängen offen"},
        "unverified": {"en": "sender not verified", "de": "Absender nicht bestätigt"},
        "do_not_sent": {
            "en": "Send it: `handover packet send`.",
            "de": "Verschicken: `handover packet send`.",
        },
        "do_waits": {"en": "Ask {who}.", "de": "Bei {who} nachfragen."},
        "do_partly": {"en": "Ask {who} about the rest.", "de": "Bei {who} nach dem Rest fragen."},
        "do_objected": {
            "en": "Find somebody else for no. {numbers} and build again.",
            "de": "Für Nr. {numbers} jemand anderen finden und die Übergabe neu erstellen.",
        },
        "do_question": {"en": "Answer {who}.", "de": "{who} antworten."},
        "do_unclear": {"en": "Ask {who} for a plain yes.", "de": "{who} um ein klares Ja bitten."},
        "do_auto_reply": {"en": "Find another deputy.", "de": "Andere Vertretung suchen."},
        "do_bounced": {"en": "Check the address and send again.", "de": "Adresse prüfen und neu senden."},
    },
    options=(
        Option(
            "days",
            3,
            {
                "en": "From how many working days before the absence a missing acceptance is amber.",
                "de": "Ab wie vielen Arbeitstagen vor der Abwesenheit eine fehlende Zusage gelb ist.",
            },
        ),
    ),
    examples=(
        Example(
            "sent, and there is time",
            Severity.INFO,
            """
            Mo+2 00:00 away Fr+2
            Mo 09:00 packet jens@wir.example
            Di 09:00 now
            """,
        ),
        Example(
            "not accepted three working days before",
            Severity.AMBER,
            """
            Mo+1 00:00 away Fr+1
            Mo 09:00 packet jens@wir.example
            Mi 09:00 now
            """,
        ),
        Example(
            "not accepted on the last working day before",
            Severity.RED,
            """
            Mo+1 00:00 away Fr+1
            Mo 09:00 packet jens@wir.example
            Fr 08:00 now
            """,
        ),
        Example(
            "accepted",
            None,
            """
            Mo+1 00:00 away Fr+1
            Mo 09:00 packet jens@wir.example
            Mo 11:00 jens@wir.example > anna@wir.example [H-TEST] | ok, übernommen
            Fr 09:00 now
            """,
        ),
        Example(
            "the deputy's automatic reply is an alarm, not an acceptance",
            Severity.RED,
            """
            Mo+2 00:00 away Fr+2
            Mo 09:00 packet jens@wir.example
            Mo 09:01 jens@wir.example > anna@wir.example [H-TEST] (auto) | Ich bin im Urlaub. Ok, übernommen.
            Di 09:00 now
            """,
        ),
        Example(
            "an objection without a new owner",
            Severity.RED,
            """
            Mo+2 00:00 away Fr+2
            Mo 09:00 packet jens@wir.example
            Mo 11:00 jens@wir.example > anna@wir.example [H-TEST] | Alles außer 2, das geht nicht.
            Di 09:00 now
            """,
        ),
        Example(
            "the token from somebody else's address",
            Severity.RED,
            """
            Mo+1 00:00 away Fr+1
            Mo 09:00 packet jens@wir.example
            Mo 11:00 jens.wir@fremd.example > anna@wir.example [H-TEST] | ok, übernommen
            Fr 09:00 now
            """,
        ),
        Example(
            "thanks alone accept nothing",
            Severity.AMBER,
            """
            Mo+1 00:00 away Fr+1
            Mo 09:00 packet jens@wir.example
            Mo 11:00 jens@wir.example > anna@wir.example [H-TEST] | Danke dir!
            Mi 09:00 now
            """,
        ),
    ),
)
