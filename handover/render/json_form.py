"""An answer as the JSON of the contract: every field there, ``null`` where it does not apply."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime, time
from enum import Enum
from pathlib import PurePath
from typing import Any

from handover.answer import Answer
from handover.errors import HandoverError
from handover.model import Coverage, Finding, Quote
from handover.render.problems import hint_of, sentence
from handover.render.sentences import reason_text, title
from handover.render.voice import Voice

SCHEMA = "handover/1"
MAX_NAMED = 200
"""So many skipped mails are named one by one; the count is always whole."""


def json_form(answer: Answer, voice: Voice) -> dict[str, Any]:
    """Return *answer* as one object; moments in the reader's zone, texts in their language."""
    return {
        "schema": SCHEMA,
        "command": answer.command,
        "now": _moment(answer.now, voice),
        "coverage": [_coverage(coverage, voice) for coverage in answer.coverage],
        "errors": [error_form(error, voice) for error in answer.errors],
        "data": plain(answer.data, voice),
        "findings": [finding_form(finding, voice) for finding in answer.findings],
    }


def finding_form(finding: Finding, voice: Voice) -> dict[str, Any]:
    """Return one finding."""
    return {
        "id": finding.id,
        "check": finding.check,
        "severity": finding.severity.word,
        "customer": finding.customer,
        "contact": finding.contact,
        "assignee": {"address": finding.assignee.address, "because": finding.assignee.because},
        "key": finding.key,
        "thread": finding.thread,
        "message": finding.message,
        "event": finding.event,
        "state": finding.state,
        "since": _moment(finding.since, voice),
        "due": _moment(finding.due, voice),
        "waiting": {"business_hours": finding.waited_hours, "elapsed_hours": finding.elapsed_hours},
        "chasers": finding.chasers,
        "slips": finding.slips,
        "score": finding.score,
        "title": title(finding, voice),
        "reasons": [
            {"code": reason.code, "text": reason_text(finding, reason, voice), "weight": reason.weight}
            for reason in finding.reasons
        ],
        "evidence": [_quote(quote, voice) for quote in finding.evidence],
    }


def error_form(error: HandoverError, voice: Voice) -> dict[str, Any]:
    """Return one problem, in the reader's language."""
    return {
        "code": error.code,
        "source": error.source or None,
        "text": sentence(error, voice),
        "hint": hint_of(error, voice) or None,
    }


def _quote(quote: Quote, voice: Voice) -> dict[str, Any]:
    return {
        "message": quote.message,
        "key": quote.key,
        "date": _moment(quote.date, voice),
        "from": quote.from_,
        "quote": quote.quote,
    }


def _coverage(coverage: Coverage, voice: Voice) -> dict[str, Any]:
    return {
        "source": coverage.source,
        "folders": coverage.folders,
        "messages": coverage.messages,
        "skipped": coverage.skipped,
        "oldest": _moment(coverage.oldest, voice),
        "newest": _moment(coverage.newest, voice),
        "complete": coverage.complete,
        "unread": list(coverage.unread),
        "skips": [
            {"folder": skip.folder, "locator": skip.locator, "reason": skip.reason, "detail": skip.detail}
            for skip in coverage.skips[:MAX_NAMED]
        ],
    }


def _moment(moment: datetime | None, voice: Voice) -> str | None:
    return moment.astimezone(voice.zone).isoformat(timespec="seconds") if moment else None


def plain(value: Any, voice: Voice, names: Mapping[str, str] | None = None) -> Any:
    """Turn what a use case yields into what JSON knows; keys become texts, codes get their sentences.

    *names* are people's names by address, for the sentences.
    """
    if isinstance(value, datetime):
        return _moment(value, voice)
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, PurePath):
        return str(value)
    if isinstance(value, Enum):
        return value.name.lower()
    if isinstance(value, Finding):
        return finding_form(value, voice)
    if is_dataclass(value) and not isinstance(value, type):
        return _record(value, voice, names)
    if isinstance(value, Quote):
        return _quote(value, voice)
    if isinstance(value, tuple) and hasattr(value, "_asdict"):
        return plain(value._asdict(), voice, names)
    if isinstance(value, Mapping):
        return {str(key): plain(item, voice, names) for key, item in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        items = sorted(value, key=str) if isinstance(value, set | frozenset) else value
        return [plain(item, voice, names) for item in items]
    return value


def _record(value: Any, voice: Voice, names: Mapping[str, str] | None) -> dict[str, Any]:
    """Return the fields of a dataclass; a packet's own sentences also in the reader's language."""
    from handover.documents.packet import Packet, Said
    from handover.render.said import said

    if isinstance(value, Packet):
        names = value.names
    form = {each.name: plain(getattr(value, each.name), voice, names) for each in fields(value)}
    if isinstance(value, Said):
        return {"code": form.pop("code"), "text": said(value, voice, names), **form}
    return form
