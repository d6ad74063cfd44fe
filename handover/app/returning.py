"""`welcome-back`: the recovery list after an absence, with free times for the calls."""

from __future__ import annotations

from datetime import timedelta

from handover.answer import Answer
from handover.app.calendars import read_calendars
from handover.app.calling import Slot, callback_slots
from handover.app.checking import context_of, facts_now
from handover.app.session import Session, session
from handover.app.watching import coming, covers, known_absences
from handover.checks.base import Context, all_checks
from handover.config.settings import Settings
from handover.documents.watch import span_of, watch
from handover.documents.welcome import welcome
from handover.model import Absence

LATEST = timedelta(days=28)
"""So long after its end an absence is the one that somebody comes back from."""


def welcome_back(settings: Settings) -> Answer:
    """Tell whom to call first after the absence that ended last (or on its last day); without one, when the next is."""
    with session(settings) as opened:
        opened.people = opened.learned()
        calendars = read_calendars(settings, opened.errors, opened.coverage)
        context = context_of(opened, calendars)
        answer = opened.answer("welcome-back")
        absence = ended(opened, context)
        answer.data = {"absence": absence, "next": None, "welcome": None, "slots": []}
        if absence is None:
            answer.data["next"] = coming(opened, context)
            return answer
        facts = facts_now(opened, list(all_checks().values()), context)
        covering = covers(opened, absence)
        found = watch(absence, facts, context, covering)
        begin, _ = span_of(absence, context)
        until = settings.now if settings.now_given else None
        mails = [stored.message for stored in opened.store.all_messages(since=begin, until=until)]
        answer.data["welcome"] = welcome(found, facts, context, mails, covering)
        answer.data["slots"] = [Slot(*slot) for slot in callback_slots(opened, calendars, limit=8)]
        answer.data["has_calendar"] = bool(settings.calendars)
        return answer


def ended(opened: Session, context: Context) -> Absence | None:
    """Return the absence that ended last, not longer ago than four weeks; its last day counts as its end."""
    today = opened.settings.now.astimezone(opened.settings.zone).date()
    over = [a for a in known_absences(opened, context) if a.last <= today <= a.last + LATEST]
    return max(over, key=lambda absence: (absence.last, absence.first), default=None)
