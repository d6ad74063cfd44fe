"""`watch`: what customers meet with during an announced absence, and what is new since the last look."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from handover.answer import Answer
from handover.app.calendars import read_calendars
from handover.app.calling import away_today
from handover.app.checking import context_of, facts_now
from handover.app.deputy_mail import runs
from handover.app.session import Session, session
from handover.app.verdicts import respected
from handover.checks.base import Context, Ledger, all_checks
from handover.config.settings import Settings
from handover.documents.watch import Line, Watch, marks, watch
from handover.errors import DeliveryError, UsageError
from handover.i18n import N_
from handover.ledger import Facts
from handover.model import Absence, Address, Finding, Severity


def watch_now(settings: Settings) -> Answer:
    """Tell who wrote during the absence that runs now and what became of it; outside one, when the next is.

    Findings are those of `unanswered` for the lines that wait, as severe as the watch sees them.
    """
    with session(settings) as opened:
        opened.people = opened.learned()
        calendars = read_calendars(settings, opened.errors, opened.coverage)
        context = context_of(opened, calendars)
        answer = opened.answer("watch")
        absence = running(opened, context)
        answer.data = {"absence": absence, "next": None, "watch": None}
        if absence is None:
            answer.data["next"] = coming(opened, context)
            return answer
        facts = facts_now(opened, list(all_checks().values()), context)
        away = away_today(opened, context)
        found = watch(absence, facts, context, covers(opened, absence), _seen(opened, absence), away)
        _remember(opened, absence, found)
        answer.data["watch"] = found
        answer.findings = _findings(opened, found.lines, facts, context)
        return answer


def known_absences(opened: Session, context: Context) -> list[Absence]:
    """Return the absences that calendar and journal announce, earliest first; the same days count once."""
    known = [*opened.journal.absences(until=opened.settings.now), *context.absences]
    return sorted({(a.first, a.last): a for a in reversed(known)}.values(), key=lambda a: (a.first, a.last))


def running(opened: Session, context: Context) -> Absence | None:
    """Return the absence that runs now: until the first day back."""
    today = _today(opened)
    current = [a for a in known_absences(opened, context) if runs(a, today, opened.settings.work)]
    return max(current, key=lambda absence: (absence.last, absence.first), default=None)


def coming(opened: Session, context: Context) -> Absence | None:
    """Return the next absence."""
    ahead = [a for a in known_absences(opened, context) if a.first > _today(opened)]
    return ahead[0] if ahead else None


def covers(opened: Session, absence: Absence) -> Mapping[str, str]:
    """Return who covers each customer: as the packet has it, else by the areas of the deputies named."""
    from handover.app.delivery import content_of

    kept = [
        p
        for p in opened.journal.packets(until=opened.settings.now)
        if p.first <= absence.last and p.last >= absence.first
    ]
    if kept and kept[-1].content:
        packet = content_of(kept[-1])
        return {d.customer: d.assignee for d in packet.dossiers} | {"": packet.deputies[0].who.address}
    found: dict[str, str] = {}
    for line in opened.people.customers:
        for deputy in opened.settings.deputies:
            if deputy.area and deputy.area.casefold() == line.customer.area.casefold():
                found.setdefault(line.customer.id, deputy.address.lower())
        if line.customer.deputy:
            found[line.customer.id] = line.customer.deputy
    if opened.settings.deputies:
        general = [deputy for deputy in opened.settings.deputies if not deputy.area]
        found[""] = (general or list(opened.settings.deputies))[0].address.lower()
    return found


def _today(opened: Session) -> date:
    return opened.settings.now.astimezone(opened.settings.zone).date()


def _seen(opened: Session, absence: Absence) -> Mapping[str, str]:
    """Return the marks that the last watch of this absence left in the record."""
    for entry in reversed(opened.journal.record()):
        if entry.kind == "watched" and entry.content and entry.at <= opened.settings.now:
            content = json.loads(entry.content)
            if content.get("first") == absence.first.isoformat():
                seen: Mapping[str, str] = content.get("seen", {})
                return seen
    return {}


def _remember(opened: Session, absence: Absence, found: Watch) -> None:
    """Enter the look in the record: when, and the marks for the next; no contents."""
    seen = dict(marks(found.lines))
    if all(not line.new for line in found.lines) and seen:
        return
    content = {"first": absence.first.isoformat(), "last": absence.last.isoformat(), "seen": seen}
    opened.journal.add_record(opened.settings.now, "watched", json.dumps(content))


def _findings(
    opened: Session, lines: Sequence[Line], facts: Sequence[Facts], context: Context
) -> list[Finding]:
    worst = {request: line.severity for line in lines if line.waits for request in line.requests}
    found = all_checks()["unanswered"].run(Ledger(facts), context)
    mine = [f for f in found if f.id.removeprefix("unanswered-") in worst]
    raised = [
        replace(f, severity=Severity(max(f.severity, worst[f.id.removeprefix("unanswered-")]))) for f in mine
    ]
    return list(respected(opened, raised))


def mail_result(settings: Settings, answer: Answer, subject: str, text: str, to: str) -> None:
    """Mail what a command told to *to*; what was not delivered becomes an error of the answer (exit 5)."""
    from handover.app.sending import smtp_secret
    from handover.deliver.mail import plain_letter
    from handover.deliver.smtp import parse_uri, send

    sender = settings.mail_from or (settings.me[0].address if settings.me else "")
    if not settings.smtp or not sender:
        raise UsageError(
            "no-smtp",
            N_("To mail the result, a mail server and a sender are needed."),
            hint=N_("Give --smtp URI and --mail-from ADDRESS, or set them in [delivery]."),
        )
    name = hashlib.sha256(f"{to}\0{text}".encode("utf-8", "replace")).hexdigest()[:20]
    message_id = f"watch.{name}@{sender.rpartition('@')[2].rstrip('>') or 'handover.invalid'}"
    data = plain_letter(Address("", sender), Address("", to), subject, message_id, settings.now, text)
    try:
        send(parse_uri(settings.smtp), smtp_secret(settings), sender, to, data)
    except DeliveryError as error:
        answer.errors.append(error)
