"""Deputies' mailboxes: read only while an absence runs that a packet has announced, and only what came in it.

Building a packet announces an absence: that is how a deputy learns of it. A holiday that only the calendar knows
opens nobody's mailbox. What was read during the absence stays in the store for the return.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time

from handover.answer import Notice
from handover.config.settings import Account, Settings
from handover.i18n import N_
from handover.journal import Journal
from handover.model import Absence
from handover.worktime import WorkCalendar


def runs(absence: Absence, today: date, work: WorkCalendar) -> bool:
    """Tell whether *absence* runs on *today*: from its first day until the first day back."""
    return absence.first <= today < work.next_working_day(absence.last)


def announced_absence(settings: Settings, journal: Journal) -> Absence | None:
    """Return the absence that runs now and that a packet has announced."""
    today = settings.now.astimezone(settings.zone).date()
    known = journal.absences(until=settings.now)
    return next((absence for absence in known if runs(absence, today, settings.work)), None)


def opened_on(absence: Absence, settings: Settings) -> datetime:
    """Return the moment from which on a deputy's mail is looked at: the beginning of the first day away."""
    return datetime.combine(absence.first, time(), settings.zone)


def is_deputys(account: Account) -> bool:
    """Tell whether somebody else's mailbox is meant, read only because they cover."""
    return account.kind == "deputy"


def left_closed(settings: Settings) -> Iterator[Notice]:
    """Yield a notice for each deputy's mailbox that is not read outside an announced absence."""
    for account in filter(is_deputys, settings.accounts):
        yield Notice(
            "deputy-mail-closed",
            N_("A deputy's mailbox was not read: no absence that a packet has announced runs today."),
            hint=N_(
                "It is read from the first day away until the return, once “handover packet build” was run."
            ),
            source=account.uri,
        )
