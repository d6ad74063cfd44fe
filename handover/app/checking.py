"""The questions: run checks on fresh facts, with verdicts respected."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from handover.answer import Answer
from handover.app import judging
from handover.app.calendars import Calendars, read_calendars
from handover.app.learning import quieted
from handover.app.session import Session, session
from handover.app.verdicts import respected
from handover.checks.base import REACH, Check, Context, Ledger, all_checks
from handover.config.settings import Settings
from handover.errors import UsageError
from handover.i18n import N_
from handover.ledger import Facts
from handover.model import Finding

_NEVER = datetime.max.replace(tzinfo=UTC)
NEEDS_WAITING_ONLY = frozenset({"unanswered"})


def check(settings: Settings, names: Sequence[str] | None = None) -> Answer:
    """Run the named checks, or all, and return their findings, most severe first."""
    checks = chosen(names)
    with session(settings) as opened:
        found = quieted(opened, respected(opened, findings(opened, checks)))
        answer = opened.answer(checks[0].id if names and len(checks) == 1 else "check")
        answer.findings = _ordered(found)
        answer.data = {"checks": [each.id for each in checks], "owner": opened.owner[0].address}
        return answer


def findings(opened: Session, checks: Sequence[Check] | None = None) -> list[Finding]:
    """Return what *checks* (by default all) find, judgements not yet respected."""
    checks = checks or list(all_checks().values())
    calendars = read_calendars(opened.settings, opened.errors, opened.coverage)
    context = context_of(opened, calendars)
    if any(each.id == "acceptance" for each in checks) and opened.journal.packets():
        from handover.app.delivery import with_packets

        context = with_packets(opened, context)
    ledger = Ledger(facts_now(opened, checks, context, back_to=context.now - REACH))
    return [finding for check in checks for finding in check.run(ledger, context)]


def facts_now(
    opened: Session,
    checks: Sequence[Check],
    context: Context,
    *,
    active_since: datetime | None = None,
    back_to: datetime | None = None,
) -> list[Facts]:
    """Return the facts that *checks* need, with what meetings have settled.

    With *active_since* those of customers with something open, who asked for something since then, or who are VIPs.
    With *back_to* what was mentioned before it and is settled is left out but for a customer's habit; where that is no
    earlier than `checks.base.REACH`, the checks find the same.
    """
    return _settled_by_meetings(_facts(opened, checks, active_since, back_to), context)


def sync(settings: Settings) -> Answer:
    """Read what is new and tell how much it was."""
    with session(settings, sync=True) as opened:
        answer = opened.answer("sync")
        counts = opened.synced.counts if opened.synced else []
        answer.data = {
            "sources": [
                {
                    "source": count.source,
                    "folders": count.folders,
                    "read": count.read,
                    "new": count.new,
                    "gone": count.gone,
                    "skipped": count.skipped,
                }
                for count in counts
            ]
        }
        return answer


def chosen(names: Sequence[str] | None) -> list[Check]:
    """Return the named checks, or all; `UsageError` for a name that is none."""
    known = all_checks()
    for name in names or ():
        if name not in known:
            raise UsageError(
                "unknown-check",
                N_("There is no check “{name}”."),
                hint=N_("The checks are: {known}."),
                name=name,
                known=", ".join(known),
            )
    return [known[name] for name in names] if names else list(known.values())


def context_of(opened: Session, calendars: Calendars) -> Context:
    """Return what the checks judge with: the moment, working time, who is who, the calendars."""
    settings = opened.settings
    return Context(
        now=settings.now,
        work=settings.work,
        people=opened.people,
        answer_hours=settings.answer_hours,
        events=calendars.events,
        deputy_events=calendars.deputies,
        absences=calendars.absences,
        options=settings.checks,
    )


def _facts(
    opened: Session, checks: Sequence[Check], active_since: datetime | None, back_to: datetime | None
) -> list[Facts]:
    settings, store = opened.settings, opened.store
    if settings.now_given and store.has_later(settings.now):
        return judging.facts_at(store, opened.journal, opened.people, settings.now, opened.settings.words)
    if {each.id for each in checks} <= NEEDS_WAITING_ONLY:
        return judging.waiting_facts(store)
    if active_since is not None:
        important = {line.customer.id for line in opened.people.customers if line.customer.vip}
        return judging.facts_of(store, store.active_customers(active_since) | important)
    return judging.all_facts(store) if back_to is None else judging.late_facts(store, back_to)


def _settled_by_meetings(facts: list[Facts], context: Context) -> list[Facts]:
    if not context.events:
        return facts
    from handover.ledger.meetings import held_with, settle

    held = held_with(context.events, context.people, context.now)
    return [
        settle(each, held[each.customer], context.now) if each.customer in held else each for each in facts
    ]


def _ordered(findings: Iterable[Finding]) -> list[Finding]:
    return sorted(findings, key=lambda f: (-f.severity, -f.score, f.since or f.due or _NEVER, f.id))
