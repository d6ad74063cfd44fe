"""`briefing`: the week for the manager."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import date, timedelta

from handover.answer import Answer
from handover.app.calendars import read_calendars
from handover.app.checking import context_of, facts_now
from handover.app.session import Session, session
from handover.app.verdicts import respected
from handover.app.watching import known_absences
from handover.checks.base import Ledger, all_checks
from handover.config.settings import Settings
from handover.documents.briefing import ABOUT_CUSTOMERS, Briefing, briefing, pressing
from handover.errors import UsageError
from handover.i18n import N_
from handover.metrics import week_of


def weekly(settings: Settings, week: str | None = None) -> Answer:
    """Return the briefing for ISO week *week* (``2026-W47``), by default the last complete one.

    The findings are those of the rows, as of now. What was told is kept, so that the next week knows what is new.
    A week that does not exist or has not begun is a `UsageError`.
    """
    today = settings.now.astimezone(settings.zone).date()
    monday = _monday(week, today)
    with session(settings) as opened:
        opened.people = opened.learned()
        calendars = read_calendars(settings, opened.errors, opened.coverage)
        context = context_of(opened, calendars)
        checks = [check for name, check in all_checks().items() if name in ABOUT_CUSTOMERS]
        facts = facts_now(opened, list(all_checks().values()), context)
        ledger = Ledger(facts)
        found = list(respected(opened, (f for check in checks for f in check.run(ledger, context))))
        told = briefing(
            monday,
            facts,
            found,
            _seen(opened, week_of(monday)),
            known_absences(opened, context),
            settings.now,
            settings.work,
            settings.answer_hours.normal,
        )
        _remember(opened, told, {f.id: pressing(f) for f in found})
        answer = opened.answer("briefing")
        answer.data = {"briefing": told}
        answer.findings = [row.finding for row in told.rows]
        return answer


def _monday(week: str | None, today: date) -> date:
    if week is None:
        return today - timedelta(days=today.weekday() + 7)
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
    return monday


def _seen(opened: Session, week: str) -> Mapping[str, int]:
    """Return what the newest briefing of an earlier week told, as it was told then."""
    for entry in reversed(opened.journal.record()):
        if entry.kind == "briefed" and entry.content and entry.at <= opened.settings.now:
            content = json.loads(entry.content)
            if content["week"] < week:
                seen: Mapping[str, int] = content["seen"]
                return seen
    return {}


def _remember(opened: Session, told: Briefing, seen: Mapping[str, int]) -> None:
    """Keep what this briefing told: ids and how pressing, no contents; once while nothing changes."""
    content = json.dumps({"week": told.week, "seen": dict(sorted(seen.items()))})
    kept = [entry.content for entry in opened.journal.record() if entry.kind == "briefed"]
    if not kept or kept[-1] != content:
        opened.journal.add_record(opened.settings.now, "briefed", content)
