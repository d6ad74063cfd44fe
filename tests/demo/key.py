"""The answer key of the example: what a careful reader of the mails finds, judged by the contract alone."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from handover.ledger import Facts, chasers, promise_state, request_state
from handover.model import Finding, Promise, Request

HERE = Path(__file__).parent
BERLIN = ZoneInfo("Europe/Berlin")
Line = dict[str, Any]


def key_lines() -> list[Line]:
    """Return the lines of the key that hold at the moment of the demo."""
    texts = (path.read_text(encoding="utf-8") for path in sorted(HERE.glob("key-*.jsonl")))
    lines = [json.loads(line) for text in texts for line in text.splitlines() if line.strip()]
    return [line for line in lines if not line.get("after_now")]


def name_of(line: Line) -> str:
    """Return a name for a line of the key, for the test's id."""
    place = line.get("opened") or line.get("made") or f"{line.get('event')}/{line.get('recurrence', '')}"
    return f"{line['kind']}: {place}{'.' + str(line['part']) if line.get('part') else ''}"


def handle(message_id: str | None) -> str:
    """Return the handle (file and letter) of a message of the example."""
    return (message_id or "").partition("@")[0]


@dataclass
class Result:
    """What the program found in the example."""

    now: datetime
    findings: list[Finding]
    facts: list[Facts]
    requests: dict[str, list[Request]] = field(default_factory=lambda: defaultdict(list))
    promises: dict[str, list[Promise]] = field(default_factory=lambda: defaultdict(list))

    def __post_init__(self) -> None:
        for each in self.facts:
            for request in each.requests:
                self.requests[handle(request.opened.evidence.message)].append(request)
            for promise in each.promises:
                self.promises[handle(promise.made.message)].append(promise)

    def finding(self, check: str, id_: str) -> Finding | None:
        return next((finding for finding in self.findings if finding.id == f"{check}-{id_}"), None)

    def told(self, line: Line) -> dict[str, Any]:
        """Return what the program says where the key has *line*, in the key's words."""
        tell = {"request": self._request, "promise": self._promise, "absence": self._absence}
        return tell.get(line["kind"], self._by_message)(line)

    def _request(self, line: Line) -> dict[str, Any]:
        found = self.requests.get(line["opened"], [])
        number = line.get("part", 1) - 1
        if number >= len(found):
            return {"state": None}
        request = found[number]
        finding = self.finding("unanswered", request.id)
        return {
            "state": request_state(request, self.now).value,
            "severity": finding.severity.word if finding else None,
            "chasers": chasers(request),
        }

    def _promise(self, line: Line) -> dict[str, Any]:
        places = [line["made"], *_again(line)]
        found = [promise for place in places for promise in self.promises.get(place, [])]
        best = [p for p in found if line["due"] and p.due and str(p.due.astimezone(BERLIN).date()) == line["due"]]
        if not found:
            return {"state": None}
        promise = (best or found)[0]
        finding = self.finding("promises", promise.id)
        return {
            "state": promise_state(promise, self.now).value,
            "due": str(promise.due.astimezone(BERLIN).date()) if promise.due else None,
            "severity": finding.severity.word if finding else None,
        }

    def _absence(self, line: Line) -> dict[str, Any]:
        day = line.get("recurrence")
        for finding in self.findings:
            if finding.check == "absence" and finding.event == line["event"]:
                start = finding.due.astimezone(BERLIN) if finding.due else None
                if not day or (start and str(start.date()) == str(day)[:10]):
                    return {"severity": finding.severity.word}
        return {"severity": None}

    def _by_message(self, line: Line) -> dict[str, Any]:
        """Urgency by the mail that opened the matter; escalations and prospects by the customer."""
        check = {"urgency": "urgency", "escalation": "escalations", "prospect": "prospects"}[line["kind"]]
        ids = {f"{check}-{request.id}" for request in self.requests.get(line["opened"], [])}
        found = [f for f in self.findings if f.check == check]
        here = [f for f in found if f.id in ids or (check != "urgency" and f.customer == line["customer"])]
        here = here or [f for f in found if f.customer == line["customer"] and _stands_in(line["opened"], f)]
        worst = max((finding.severity for finding in here), default=None)
        return {"severity": worst.word if worst else None}


def _again(line: Line) -> Iterable[str]:
    slug = line["made"].rpartition(".")[0]
    return [place if "." in place else f"{slug}.{place}" for place in line.get("again", [])]


def _stands_in(place: str, finding: Finding) -> bool:
    return any(handle(quote.message) == place for quote in finding.evidence)


def expected(line: Line) -> dict[str, Any]:
    """Return what *line* demands."""
    if line["kind"] == "request":
        return {"state": line["state"], "severity": line["severity"], "chasers": line.get("chasers", 0)}
    if line["kind"] == "promise":
        return {"state": line["state"], "due": line["due"], "severity": line["severity"]}
    return {"severity": line["severity"]}
