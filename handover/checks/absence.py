"""Meetings, deadlines and recurring duties that fall into an absence of the owner.

Fires for every event of the owner's calendar inside an announced absence: `info` when a colleague has it
(accepted, or in the deputy's calendar too), amber when nobody has it and more than five working days are
left, red when fewer are left, or when whoever has it is away or double-booked. Silent for private events, the
absence itself, cancelled ones and public holidays. It cannot see a calendar that was not given.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence

from handover.checks.base import Check, Context, Example, Ledger, Option
from handover.model import Absence, Assignee, Event, Finding, Reason, Role, Severity
from handover.worktime import working_days_between


def run(ledger: Ledger, context: Context) -> Iterator[Finding]:
    """Yield one finding for each event in an absence that has not ended."""
    today = context.now.astimezone(context.work.zone).date()
    for absence in context.absences:
        if absence.last < today:
            continue
        for event in context.events:
            if _concerns(event, absence, context):
                yield _finding(event, absence, context)


def _concerns(event: Event, absence: Absence, context: Context) -> bool:
    if event.private or event.cancelled or event.uid == absence.source or event.end <= context.now:
        return False
    if not event.busy and not event.attendees and not event.recurring:
        return False
    first = event.start.astimezone(context.work.zone).date()
    return absence.first <= first <= absence.last


def _finding(event: Event, absence: Absence, context: Context) -> Finding:
    holder = _holder(event, context)
    clash = _clash(event, holder, context) if holder else None
    severity, title = _judge(event, holder, clash, context)
    customer = _customer(event, context)
    values = {
        "summary": event.summary,
        "start": event.start,
        "who": _name(holder, context) if holder else "",
        "clash": clash.summary if clash else "",
        "away": bool(clash and clash.all_day),
        "words": event.summary,
        "name": event.summary,
    }
    reasons = [Reason("in_absence", {"first": absence.first, "last": absence.last}, 0.5)]
    if holder:
        reasons.append(Reason("has_it", values, 0.1))
    return Finding(
        id=f"{CHECK.id}-{_event_id(event, context)}",
        check=CHECK.id,
        severity=severity,
        customer=customer,
        contact=None,
        assignee=Assignee(holder, "deputy") if holder and not clash else context.assignee(customer or ""),
        key=None,
        thread=None,
        message=None,
        event=event.uid,
        state=None,
        since=None,
        due=event.start,
        waited_hours=None,
        elapsed_hours=None,
        chasers=0,
        slips=0,
        score=min(0.3 * severity + (0.05 if customer else 0), 1),
        title=title,
        values=values,
        reasons=tuple(reasons),
        evidence=(),
    )


def _judge(event: Event, holder: str | None, clash: Event | None, context: Context) -> tuple[Severity, str]:
    if clash is not None:
        return Severity.RED, "holder_away" if clash.all_day else "holder_busy"
    if holder:
        return Severity.INFO, "has_holder"
    today, day = (moment.astimezone(context.work.zone).date() for moment in (context.now, event.start))
    far = working_days_between(today, day, context.work) > int(CHECK.option(context, "days"))
    return (Severity.AMBER if far else Severity.RED), "nobody"


def _holder(event: Event, context: Context) -> str | None:
    """Return the colleague who accepted the event or has it in their own calendar."""
    accepted = {address for address, partstat in event.partstats if partstat == "ACCEPTED"}
    for address in sorted(accepted):
        if context.people.role(address) in (Role.TEAM, Role.MANAGER):
            return address
    for address, events in context.deputy_events.items():
        if any(other.uid == event.uid and other.start == event.start for other in events):
            return address
    if event.organizer and context.people.role(event.organizer) in (Role.TEAM, Role.MANAGER):
        return event.organizer
    return None


def _clash(event: Event, holder: str, context: Context) -> Event | None:
    return next((other for other in _busy(holder, context) if _overlaps(other, event)), None)


def _busy(holder: str, context: Context) -> Sequence[Event]:
    return [event for event in context.deputy_events.get(holder, ()) if event.busy and not event.cancelled]


def _overlaps(other: Event, event: Event) -> bool:
    return other.uid != event.uid and other.start < event.end and event.start < other.end


def _customer(event: Event, context: Context) -> str | None:
    for attendee in event.attendees:
        who = context.people.who(attendee)
        if who.role is Role.CONTACT:
            return who.customer
    named = context.people.mentioned(event.summary)
    return sorted(named)[0] if named else None


def _name(address: str, context: Context) -> str:
    person = context.people.person(address)
    return person.name if person else address


def _event_id(event: Event, context: Context) -> str:
    raw = f"{context.owner}\0{event.uid}\0{event.start.isoformat()}"
    return hashlib.sha256(raw.encode("utf-8", "replace")).hexdigest()[:8]


CHECK = Check(
    id="absence",
    run=run,
    title={"en": "During the absence", "de": "In der Abwesenheit"},
    texts={
        "nobody": {
            "en": "Nobody takes “{summary}” on {start}",
            "de": "Niemand übernimmt „{summary}“ am {start}",
        },
        "has_holder": {
            "en": "{who} takes “{summary}” on {start}",
            "de": "{who} übernimmt „{summary}“ am {start}",
        },
        "holder_busy": {
            "en": "{who} has “{clash}” at the time of “{summary}” on {start}",
            "de": "{who} hat zur Zeit von „{summary}“ am {start} schon „{clash}“",
        },
        "holder_away": {
            "en": "{who} is away when “{summary}” takes place on {start}",
            "de": "{who} ist selbst nicht da, wenn „{summary}“ am {start} stattfindet",
        },
        "do": {
            "en": "Find somebody who takes it, move it or cancel it.",
            "de": "Vertretung suchen, verschieben oder absagen.",
        },
        "in_absence": {
            "en": "falls into the absence from {first} to {last}",
            "de": "fällt in die Abwesenheit vom {first} bis {last}",
        },
        "has_it": {"en": "{who} has accepted it", "de": "{who} hat zugesagt"},
    },
    options=(
        Option(
            "days",
            5,
            {
                "en": "Up to how many working days ahead an event that nobody takes is red.",
                "de": "Bis wie viele Arbeitstage vorher ein Termin ohne Vertretung rot ist.",
            },
        ),
    ),
    examples=(
        Example(
            "nobody has the meeting next week",
            Severity.RED,
            """
            Mo+1 00:00 away Fr+1
            Di+1 10:00 event Abnahme bei Acme
            Do 09:00 now
            """,
        ),
        Example(
            "nobody has it, but there is time",
            Severity.AMBER,
            """
            Mo+3 00:00 away Fr+3
            Di+3 10:00 event Abnahme bei Acme
            Do 09:00 now
            """,
        ),
        Example(
            "a colleague has accepted",
            Severity.INFO,
            """
            Mo+1 00:00 away Fr+1
            Di+1 10:00 event Abnahme bei Acme (jens@wir.example)
            Do 09:00 now
            """,
        ),
        Example(
            "the colleague who accepted is double-booked",
            Severity.RED,
            """
            Mo+1 00:00 away Fr+1
            Di+1 10:00 event Abnahme bei Acme (jens@wir.example)
            Di+1 10:00 event Jour fixe (busy jens@wir.example)
            Do 09:00 now
            """,
        ),
        Example(
            "before the absence",
            None,
            """
            Mo+1 00:00 away Fr+1
            Fr 10:00 event Abnahme bei Acme
            Do 09:00 now
            """,
        ),
    ),
)
