"""What earlier briefings told, so that "new", "worse" and "resolved" are facts: ids and how pressing, no contents."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from handover.app.session import Session
from handover.checks.base import Lead
from handover.documents.attention import pressing
from handover.journal import Journal
from handover.model import Finding


class Told(NamedTuple):
    """One briefing: for which ISO week, when, and its findings with how pressing they were."""

    week: str
    at: datetime
    seen: Mapping[str, int]


def newest_told(opened: Session, before_week: str | None = None) -> Told | None:
    """Return the newest briefing told before now; with *before_week*, the newest of an earlier week."""
    for entry in reversed(opened.journal.record()):
        if entry.kind != "briefed" or not entry.content or entry.at > opened.settings.now:
            continue
        content = json.loads(entry.content)
        told = Told(content["week"], entry.at, content["seen"])
        if told.week < before_week if before_week else told.at < opened.settings.now:
            return told
    return None


class Memory(NamedTuple):
    """What a briefing tells of one owner, and the journal in which that is to be kept."""

    journal: str
    at: datetime
    content: str


def memory_of(opened: Session, week: str, found: Sequence[Finding | Lead]) -> Memory:
    """Return what a briefing for *week* tells."""
    seen = {finding.id: pressing(finding) for finding in sorted(found, key=lambda finding: finding.id)}
    return Memory(opened.journal.path, opened.settings.now, json.dumps({"week": week, "seen": seen}))


def remember(memory: Memory, journal: Journal | None = None) -> None:
    """Keep *memory* in its (open) *journal*; once while nothing changes."""
    if journal is None:
        with Journal.open(memory.journal) as opened:
            return remember(memory, opened)
    kept = [entry.content for entry in journal.record() if entry.kind == "briefed"]
    if not kept or kept[-1] != memory.content:
        journal.add_record(memory.at, "briefed", memory.content)
    return None
