"""Findings for tests of what is printed."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from handover.model import Assignee, Finding, Quote, Reason, Severity

BERLIN = ZoneInfo("Europe/Berlin")
SINCE = datetime(2026, 11, 16, 9, 12, tzinfo=BERLIN)


def finding(severity: str = "amber", **changes: Any) -> Finding:
    """Return a finding of `unanswered` in which one customer waits."""
    words = "Wann können Sie die Rollenbahn für Halle 2 liefern?"
    values: dict[str, Any] = {
        "id": "unanswered-5f2c9a1e",
        "check": "unanswered",
        "customer": "klein-metallbau.example",
        "contact": "petra.schulz@klein-metallbau.example",
        "assignee": Assignee("anna@wir.example", "owner"),
        "key": "k1",
        "thread": "1@klein-metallbau.example",
        "message": "1@klein-metallbau.example",
        "event": None,
        "state": "open",
        "since": SINCE,
        "due": None,
        "waited_hours": 31.5,
        "elapsed_hours": 78.8,
        "chasers": 0,
        "slips": 0,
        "score": 0.42,
        "title": "waits",
        "values": {"name": "Petra Schulz", "words": words, "phone": ""},
        "reasons": (
            Reason("asks", {"words": words}, 0.4),
            Reason("waited", {"hours": 31.5, "allowed": 8.0}, 0.5),
        ),
        "evidence": (
            Quote(
                "k1",
                "1@klein-metallbau.example",
                SINCE,
                "Petra Schulz <petra.schulz@klein-metallbau.example>",
                words,
            ),
        ),
    }
    return Finding(**{**values, "severity": Severity[severity.upper()], **changes})
