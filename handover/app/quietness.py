"""Weeks without news: held back where that is wished, told of later, and never so many that silence says nothing."""

from __future__ import annotations

import json
from datetime import datetime
from typing import NamedTuple, Self

from handover.answer import Answer
from handover.config.settings import Settings
from handover.documents.briefing import Briefing
from handover.journal import Journal

QUIET_WEEKS = 3
"""After so many weeks without a mail the next one goes out, news or not."""
KIND = "quiet"


class Heartbeat(NamedTuple):
    """What stands in for a mail that was held back: what was looked at, and when the last mail went out."""

    week: str
    messages: int
    folders: int
    newest: datetime | None
    last: datetime | None
    quiet: int

    @classmethod
    def of(cls, answer: Answer, told: Briefing, last: datetime | None) -> Self:
        """Return the heartbeat of the briefing *told*, counted with the quiet weeks before it."""
        newest = max((each.newest for each in answer.coverage if each.newest), default=None)
        messages = sum(each.messages for each in answer.coverage)
        folders = sum(each.folders for each in answer.coverage)
        return cls(told.week, messages, folders, newest, last, len(told.quiet) + 1)


def is_held_back(told: Briefing, answer: Answer, settings: Settings) -> bool:
    """Tell whether there is nothing to mail: no news, nothing that went wrong, and a mail not long ago."""
    if not settings.weekly.only_if_news or told.has_news or len(told.quiet) >= QUIET_WEEKS:
        return False
    return all(error.exit_code == 0 for error in answer.errors)


def quiet_weeks(journal: Journal, before: str, scope: str) -> tuple[str, ...]:
    """Return the weeks before the week *before* that were held back since the last mail of *scope*, earliest first."""
    last = max((week for week in _mailed(journal, scope) if week < before), default="")
    quiet = set()
    for entry in journal.record():
        if entry.kind == KIND and entry.content:
            content = json.loads(entry.content)
            if content["scope"] == scope and last < content["week"] < before:
                quiet.add(content["week"])
    return tuple(sorted(quiet))


def note_quiet(journal: Journal, at: datetime, week: str, scope: str) -> None:
    """Enter that *week* was not mailed for want of news; once."""
    content = json.dumps({"week": week, "scope": scope})
    if all(entry.kind != KIND or entry.content != content for entry in journal.record()):
        journal.add_record(at, KIND, content)


def _mailed(journal: Journal, scope: str) -> list[str]:
    """Return the weeks of which a mail was made."""
    found = []
    for one in journal.deliveries():
        kind, _, rest = one.packet.partition(" ")
        if kind == "briefing" and rest.endswith(" team") == bool(scope) and one.state != "draft":
            found.append(rest.partition(" ")[0])
    return found
