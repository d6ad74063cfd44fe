"""Requests that a meeting probably settled: it took place after the asking, with the asker, on the matter."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from handover.ledger import matter
from handover.ledger.book import Facts
from handover.ledger.state import is_waiting
from handover.model import Event, Quote, Request, Role, Step
from handover.people import People

OVERLAP = 0.5


def held_with(events: Iterable[Event], people: People, now: datetime) -> dict[str, list[Event]]:
    """Return those of *events* that took place before *now*, by the customers that they were held with."""
    held: dict[str, list[Event]] = {}
    for event in events:
        for customer in _customers(event, people) if _took_place(event, now) else ():
            held.setdefault(customer, []).append(event)
    return held


def settle(facts: Facts, held: Sequence[Event], now: datetime) -> Facts:
    """Return *facts* with a step ``elsewhere`` on each waiting request that a meeting *held* with them settled."""
    return replace(facts, requests=[_settled(request, held, now) for request in facts.requests])


def _took_place(event: Event, now: datetime) -> bool:
    return event.end <= now and not event.cancelled and not event.all_day and not event.private


def _customers(event: Event, people: People) -> set[str]:
    parties = [people.who(attendee) for attendee in event.attendees]
    customers = {party.customer for party in parties if party.role is Role.CONTACT and party.customer}
    return customers or people.mentioned(event.summary)


def _settled(request: Request, events: Sequence[Event], now: datetime) -> Request:
    if not is_waiting(request, now):
        return request
    last = max(step.at for step in request.steps)
    words = matter.telling(f"{request.subject} {' '.join(request.asks)}")
    for event in events:
        about = matter.telling(event.summary, 20)
        if event.start > last and matter.overlap(about, words) >= OVERLAP:
            quote = Quote(f"event:{event.uid}", None, event.start, event.organizer, event.summary)
            return replace(request, steps=[*request.steps, Step("elsewhere", event.start, "meeting", quote)])
    return request
