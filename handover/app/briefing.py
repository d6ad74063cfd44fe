"""`briefing`: the week for the manager, of one owner or a team: each owner's share from their own store, added up."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta

from handover.answer import Answer, Notice
from handover.app.calendars import read_calendars
from handover.app.checking import context_of, facts_now
from handover.app.delivery import content_of, handed_one
from handover.app.history import Memory, memory_of, newest_told, remember
from handover.app.naming import pseudonyms, without_names
from handover.app.session import Session, session
from handover.app.verdicts import respected
from handover.app.watching import known_absences
from handover.checks.base import REACH, Ledger, all_checks
from handover.config.settings import Settings
from handover.documents.attention import ABOUT_CUSTOMERS
from handover.documents.briefing import Share, Span, Stale
from handover.documents.coming import Holiday, comings, holidays
from handover.documents.weekly import briefing, reach, span_of
from handover.errors import HandoverError, UsageError
from handover.i18n import N_
from handover.receipts import Handed
from handover.worktime import holidays_of, parts_of_country, working_days_between

STALE_DAYS = 3
"""A mailbox without a mail for more working days than these, or read so long ago, is said first."""


def weekly(
    team: Sequence[Settings],
    week: str | None = None,
    *,
    since_last: bool = False,
    memories: list[Memory] | None = None,
    pseudonymise: bool = False,
) -> Answer:
    """Return the briefing of *team* for ISO week *week* (``2026-W47``), by default the last complete one.

    With *since_last* it tells what changed since the newest briefing instead. Open matters are those of now. What was
    told is kept with each owner, so that the next one knows what is new; with *memories* it is added there instead, for
    the caller to keep. An owner whose mailbox cannot be looked at is named and left out; where that is everybody, their
    error is raised. A week that cannot be is a `UsageError`. With *pseudonymise* nobody is named and nobody's words are
    quoted.
    """
    settings = team[0]
    span = _span(week, settings)
    answer = Answer("briefing", settings.now)
    shares: list[Share] = []
    missing: list[str] = []
    for one in team:
        try:
            with session(one) as opened:
                shares.append(_share(opened, span, answer, since_last, len(team) > 1))
                memory = memory_of(opened, span.week, shares[-1].findings)
                if memories is None:
                    remember(memory, opened.journal)
                else:
                    memories.append(memory)
        except HandoverError as error:
            if len(team) == 1 or isinstance(error, UsageError):
                raise
            missing.append(one.owner)
            answer.errors += [error, _left_out(one.owner)]
    if not shares:
        raise answer.errors[0]
    told = [share.told for share in shares if share.told]
    if since_last and told:
        span = span._replace(begin=min(told), end=settings.now, since=True)
    answer.data = {"briefing": briefing(shares, span, missing=missing)}
    answer.findings = [row.finding for row in answer.data["briefing"].rows]
    if pseudonymise:
        without_names(answer, pseudonyms(settings))
    return answer


def _span(week: str | None, settings: Settings) -> Span:
    today = settings.now.astimezone(settings.zone).date()
    if week is None:
        return span_of(today - timedelta(days=today.weekday() + 7), settings.zone)
    hint = N_("Write it as in ISO 8601: --week 2026-W47.")
    match = re.fullmatch(r"(\d{4})-?W(\d{1,2})", week.strip(), re.I)
    try:
        monday = date.fromisocalendar(int(match[1]), int(match[2]), 1) if match else None
    except ValueError:
        monday = None
    if monday is None:
        raise UsageError("bad-week", N_("There is no week “{week}”."), hint=hint, week=week)
    if monday > today:
        raise UsageError("week-ahead", N_("The week {week} has not begun."), hint=hint, week=week)
    return span_of(monday, settings.zone)


def _share(opened: Session, span: Span, answer: Answer, since_last: bool, is_team: bool) -> Share:
    """Return what one owner gives; adds to *answer* what was looked at and what went wrong."""
    settings = opened.settings
    opened.people = opened.learned()
    calendars = read_calendars(settings, opened.errors, opened.coverage)
    context = context_of(opened, calendars)
    checks = [check for name, check in all_checks().items() if name in ABOUT_CUSTOMERS]
    known = newest_told(opened, None if since_last else span.week)
    told_at = known.at if since_last and known else context.now
    back_to = None if since_last and is_team else min(reach(span), context.now - REACH, told_at)
    facts = facts_now(opened, list(all_checks().values()), context, back_to=back_to)
    ledger = Ledger(facts)
    found = list(respected(opened, (f for check in checks for f in check.found(ledger, context))))
    owner = (settings.owner or opened.owner[0].name or opened.owner[0].address) if is_team else ""
    share = Share(
        owner,
        facts,
        found,
        known.seen if known else {},
        context,
        known.at if known else None,
        comings(owner, known_absences(opened, context), _packets(opened), _today(settings)),
        _holidays(opened),
        tuple(_stale(opened, owner)),
    )
    part = opened.answer("briefing")
    answer.coverage += part.coverage
    answer.errors += part.errors
    return share


def _today(settings: Settings) -> date:
    return settings.now.astimezone(settings.zone).date()


def _packets(opened: Session) -> list[tuple[Handed, int]]:
    """Return the packets for absences that are not over, with how many of their questions are open."""
    today = _today(opened.settings)
    kept = [p for p in opened.journal.packets(until=opened.settings.now) if p.last >= today and p.content]
    return [
        (handed_one(opened, packet), sum(not gap.answer for gap in content_of(packet).gaps)) for packet in kept
    ]


def _holidays(opened: Session) -> tuple[Holiday, ...]:
    """Return the holidays in the customers' regions; a region that nobody knows becomes a notice."""
    customers = {line.customer.id: line.customer for line in opened.customers}.values()
    known = []
    for region in sorted({customer.region for customer in customers if customer.region}):
        if region in parts_of_country(opened.settings.work.region):
            opened.errors.append(_mistaken(region, opened.settings.work.region.partition("-")[0]))
        try:
            holidays_of(region, _today(opened.settings).year)
            known.append(region)
        except UsageError as error:
            opened.errors.append(Notice(error.code, error.text, hint=error.hint, **error.values))
    return holidays((c for c in customers if c.region in known), opened.settings.work, _today(opened.settings))


def _mistaken(region: str, country: str) -> Notice:
    return Notice(
        "region-mistaken",
        N_("The region “{region}” of the customer list is read as a country of its own."),
        hint=N_("If a part of {country} is meant, write {country}-{region}."),
        region=region,
        country=country,
    )


def _stale(opened: Session, owner: str) -> Iterator[Stale]:
    """Yield what is old: the state of a store that was not brought up to date, a mailbox that no mail reaches."""
    settings = opened.settings
    read = opened.store.meta("synced")
    mailboxes = set(opened.store.sources())
    newest = max((c.newest for c in opened.coverage if c.newest and c.source in mailboxes), default=None)
    if newest and newest > settings.now:
        newest = opened.store.newest(settings.now)
    last_read = datetime.fromisoformat(read) if read and not settings.sync else None
    if any(_is_old(moment, settings) for moment in (last_read, newest) if moment):
        yield Stale(owner, last_read, newest)


def _is_old(moment: datetime, settings: Settings) -> bool:
    day = moment.astimezone(settings.zone).date()
    return working_days_between(day, _today(settings), settings.work) > STALE_DAYS


def _left_out(owner: str) -> Notice:
    return Notice("owner-left-out", N_("Missing in this briefing: {owner}."), owner=owner)
