"""The factual record of a handover: what was handed over when, what was confirmed, which customer got which answer.

Data only, from the hash chain and the ledger. Facts with their message-ids and moments, no judgement of anybody.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any, NamedTuple

from handover.checks.base import Context
from handover.journal import RecordEntry
from handover.ledger import Facts, request_state
from handover.model import Quote, Request, Step
from handover.receipts import Handed

ANSWERED = ("answered", "half_answered", "held", "auto_replied", "promised", "elsewhere")
ASKED = ("opened", "chased", "reopened", "escalated")


class Link(NamedTuple):
    """One link of the chain: what happened to the packet, when, and its hash. *content* is None where deleted."""

    number: int
    at: datetime
    kind: str
    content: dict[str, Any] | None
    hash: str


class Contact(NamedTuple):
    """One contact or answer of a customer's matter: *kind* is a step of the ledger."""

    at: datetime
    kind: str
    by: str
    quote: Quote


@dataclass(frozen=True, slots=True)
class Matter:
    """What one customer asked during the absence and which answers they got; *state* as of now."""

    request: str
    customer: str
    customer_name: str
    contact: str
    subject: str
    state: str
    steps: tuple[Contact, ...]


@dataclass(frozen=True, slots=True)
class Record:
    """The record of one packet."""

    handed: Handed
    links: tuple[Link, ...]
    matters: tuple[Matter, ...]


def record(
    handed: Handed, entries: Sequence[RecordEntry], facts: Sequence[Facts], context: Context
) -> Record:
    """Return the record of *handed*: its links of the chain, and what customers asked and got in the absence."""
    links = tuple(link for entry in entries if (link := _link(entry, handed.token)))
    begin = datetime.combine(handed.first, time(), context.work.zone)
    end = datetime.combine(handed.last, time(), context.work.zone) + timedelta(days=1)
    matters = [
        m for each in facts for request in each.requests if (m := _matter(request, begin, end, context))
    ]
    return Record(handed, links, tuple(sorted(matters, key=lambda m: (m.customer_name, m.steps[0].at))))


def _link(entry: RecordEntry, token: str) -> Link | None:
    if entry.content is None:
        return Link(entry.number, entry.at, entry.kind, None, entry.hash)
    try:
        content = json.loads(entry.content)
    except ValueError:
        return Link(entry.number, entry.at, entry.kind, None, entry.hash)
    if not isinstance(content, dict) or token not in (content.get("token"), content.get("packet")):
        return None
    return Link(entry.number, entry.at, entry.kind, content, entry.hash)


def _matter(request: Request, begin: datetime, end: datetime, context: Context) -> Matter | None:
    steps = tuple(_contacts(request.steps, begin, end))
    if request.is_solicitation or not any(step.kind in ASKED for step in steps):
        return None
    return Matter(
        request.id,
        request.customer,
        context.customer(request.customer).name,
        request.contact,
        request.subject,
        request_state(request, context.now).value,
        steps,
    )


def _contacts(steps: Sequence[Step], begin: datetime, end: datetime) -> Iterator[Contact]:
    for step in steps:
        if begin <= step.at < end and step.kind in (*ASKED, *ANSWERED):
            yield Contact(step.at, step.kind, step.evidence.from_, step.evidence)
