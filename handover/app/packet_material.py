"""What a packet is made from, gathered from store, calendars and journal with few and bounded readings."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from handover.absences import vacations
from handover.app.calendars import LOOK_AHEAD, Calendars, read_calendars
from handover.app.checking import context_of, facts_now
from handover.app.session import Session
from handover.app.verdicts import respected
from handover.checks.base import Context, Ledger, all_checks
from handover.config.settings import Settings
from handover.documents.cover import Roster, colleague
from handover.documents.material import Material, customers_of
from handover.documents.packet import Absent, Colleague, Deputy, Packet, Said
from handover.duties import Duty, Sent, duties
from handover.ledger import Facts, is_waiting
from handover.ledger.matter import is_reply_subject
from handover.model import Coverage, Event, Finding, Message, Quote, Role
from handover.questions import MAX_ASKED, Asked, substance

RECENT = timedelta(days=120)
MAX_MAILS = 60
"""So many of a customer's newest mails are looked at for people, files and the last exchange."""
SEASON = timedelta(days=12)
STALE = timedelta(days=3)
DAY = timedelta(days=1)
URGENT = 0.5
"""Emergencies are no frequent questions."""


def calendars_of(opened: Session, first: date) -> Calendars:
    """Read the calendars so far ahead that the absence from *first* on lies in what is read."""
    settings = opened.settings
    ahead = datetime.combine(first, datetime.min.time(), settings.zone)
    if ahead > settings.now + LOOK_AHEAD / 2:
        settings = replace(settings, now=ahead)
    return read_calendars(settings, opened.errors, opened.coverage)


def gather(
    opened: Session,
    calendars: Calendars,
    absent: Absent,
    token: str,
    before: Packet | None,
    answers: Mapping[str, str],
) -> Material:
    """Return everything that the packet for *absent* is made from."""
    people = opened.learned()
    context = context_of(opened, calendars)
    context.people = people
    checks = list(all_checks().values())
    facts = facts_now(opened, checks, context)
    ledger = Ledger(facts)
    found = respected(opened, (finding for check in checks for finding in check.run(ledger, context)))
    roster = _roster(opened.settings, context, calendars, absent, announced(opened))
    findings = {finding.id: finding for finding in found}
    return Material(
        token=token,
        context=context,
        absent=absent,
        roster=roster,
        facts=facts,
        findings=findings,
        mails=_mails(opened, context),
        parties=_parties(opened, context, facts, findings),
        asked=_asked(opened, facts),
        duties=_duties(opened, context, absent),
        before=before,
        answers=answers,
        warnings=list(_warnings(opened, calendars)),
        has_calendar=bool(opened.settings.calendars),
        managers=_managers(context),
    )


def _roster(
    settings: Settings,
    context: Context,
    calendars: Calendars,
    absent: Absent,
    announced: Mapping[str, frozenset[date]],
) -> Roster:
    """Return the deputies as named, several areas of one joined, with the days on which they are away."""
    areas: dict[str, list[str]] = {}
    for deputy in settings.deputies:
        areas.setdefault(deputy.address.lower(), []).append(deputy.area)
    away = {address: set(days) for address, days in announced.items()}
    for address, events in calendars.deputies.items():
        away.setdefault(address, set()).update(_days_off(events, settings))
    inside = {
        address: frozenset(
            day for day in days if absent.first <= day <= absent.last and context.work.is_working_day(day)
        )
        for address, days in away.items()
    }
    named = []
    for address, given in areas.items():
        covered = () if "" in given else tuple(dict.fromkeys(given))
        person = context.people.person(address)
        who = colleague(context, address, ", ".join(covered))
        second = person.second_deputy if person else ""
        named.append(Deputy(who, covered, second, tuple(sorted(inside.get(address, ())))))
    return Roster(context, absent.first, absent.last, named, inside)


def _days_off(events: Sequence[Event], settings: Settings) -> Iterable[date]:
    for absence in vacations(events, settings.zone):
        count = (absence.last - absence.first).days + 1
        yield from (absence.first + n * DAY for n in range(min(count, 400)))


def announced(opened: Session) -> dict[str, frozenset[date]]:
    """Return the days for which colleagues' automatic replies say that they are away."""
    settings = opened.settings
    since, until = settings.now - RECENT / 2, settings.now if settings.now_given else None
    found: dict[str, frozenset[date]] = {}
    for mail in opened.store.messages_by_role([Role.TEAM, Role.MANAGER], since=since, until=until):
        told = mail.message.out_of_office
        if told is None or told.back is None:
            continue
        start = mail.message.date.astimezone(settings.zone).date()
        days = range(min(max((told.back - start).days, 0), 200))
        address = mail.message.from_.address
        found[address] = found.get(address, frozenset()) | {start + n * DAY for n in days}
    return found


def _mails(opened: Session, context: Context) -> dict[str, Sequence[Message]]:
    """Return the newest mails of each customer, oldest first, in one pass over the recent months."""
    settings = opened.settings
    found: dict[str, deque[Message]] = defaultdict(lambda: deque(maxlen=MAX_MAILS))
    until = settings.now if settings.now_given else None
    for mail in opened.store.all_messages(settings.now - RECENT, until=until):
        if mail.message.automatic in ("newsletter", "list"):
            continue
        for customer in customers_of(mail.message, context):
            found[customer].append(mail.message)
    return {
        customer: sorted(mails, key=lambda mail: (mail.date, mail.key)) for customer, mails in found.items()
    }


def _parties(
    opened: Session, context: Context, facts: Sequence[Facts], findings: Mapping[str, Finding]
) -> dict[str, frozenset[str]]:
    """Return for each mail that may serve as evidence which customers sent or received it."""
    quotes: list[Quote] = [quote for finding in findings.values() for quote in finding.evidence]
    for each in facts:
        for promise in each.promises:
            if not promise.steps or promise.steps[-1].kind not in ("kept", "withdrawn"):
                quotes += [promise.made, *(step.evidence for step in promise.steps)]
        quotes += [r.opened.evidence for r in each.requests if is_waiting(r, context.now)]
    keys = {quote.key for quote in quotes if ":" not in quote.key}
    known = opened.store.messages(keys)
    return {key: customers_of(mail.message, context) for key, mail in known.items()}


def _asked(opened: Session, facts: Sequence[Facts]) -> list[Asked]:
    """Return the newest questions that were answered, with the words of the answers."""
    answered = []
    for each in facts:
        for request in each.requests:
            last = next((step for step in reversed(request.steps) if step.kind == "answered"), None)
            ordinary = not (request.by_phone or request.is_solicitation or request.urgent >= URGENT)
            if last and request.asks and ordinary:
                answered.append((request, last))
    answered.sort(key=lambda pair: pair[1].at)
    newest = answered[-MAX_ASKED:]
    known = opened.store.messages({step.evidence.key for _, step in newest})
    found = []
    for request, step in newest:
        if mail := known.get(step.evidence.key):
            question = request.opened.evidence._replace(quote=" ".join(request.asks)[:280])
            answer = step.evidence._replace(quote=substance(mail.message.new_text))
            found.append(Asked(question, answer, request.subject, request.customer, request.language))
    return found


def _duties(opened: Session, context: Context, absent: Absent) -> list[Duty]:
    """Return the duties that own mails of the last months and of earlier years let expect."""
    now = opened.settings.now
    zone = opened.settings.zone
    begin = datetime.combine(absent.first, datetime.min.time(), zone)
    end = datetime.combine(absent.last, datetime.max.time(), zone)
    windows = [(now - RECENT, now)]
    for years in (1, 2, 3):
        year = timedelta(days=365.25 * years)
        windows.append((begin - year - SEASON, min(end - year + SEASON, now)))
    sent: dict[str, Sent] = {}
    for since, until in windows:
        for mail in opened.store.messages_by_role([Role.OWNER], since=since, until=until):
            sent[mail.message.key] = _sent(mail.message, context)
    return duties(sent.values(), absent.first, absent.last, now, zone)


def _sent(mail: Message, context: Context) -> Sent:
    opens = not (mail.in_reply_to or mail.references or is_reply_subject(mail.subject))
    outside = any(context.people.role(party.address) is Role.CONTACT for party in mail.recipients)
    receivers = tuple(sorted(party.address for party in mail.to))
    return Sent(
        mail.key,
        mail.message_id,
        mail.date,
        mail.subject,
        receivers,
        mail.new_text,
        opens and not mail.automatic,
        outside,
    )


def _warnings(opened: Session, calendars: Calendars) -> Iterable[Said]:
    """Yield what is wrong with the ground that the packet stands on."""
    mailboxes = set(opened.store.sources())
    newest = max((c.newest for c in opened.coverage if c.newest and c.source in mailboxes), default=None)
    if newest is not None and opened.settings.now - newest > STALE:
        yield Said("warn_stale", {"count": (opened.settings.now - newest).days}, at=newest)
    for coverage in opened.coverage:
        if not coverage.complete:
            yield Said("warn_incomplete", {"source": _short(coverage)})
    if not opened.settings.calendars:
        yield Said("warn_no_calendar")
    for deputy in dict.fromkeys(each.address.lower() for each in opened.settings.deputies):
        if opened.people.role(deputy) not in (Role.TEAM, Role.MANAGER):
            yield Said("warn_outsider", {"who": deputy})


def _short(coverage: Coverage) -> str:
    return coverage.source.rpartition("/")[2] or coverage.source


def _managers(context: Context) -> tuple[Colleague, ...]:
    """Return the owner's managers, the nearest first as the configuration lists them."""
    own = {address.address for address in context.people.owner}
    listed = [p.address for p in context.people.team if p.manager and p.address not in own]
    known = {address for p in context.people.team for address in p.addresses}
    listed += [address for address in sorted(context.people.managers) if address not in known]
    return tuple(colleague(context, address) for address in listed)
