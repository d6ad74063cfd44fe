"""Facts of customers: made anew where mail is new, read back otherwise, recomputed for a moment in the past."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from heapq import merge
from typing import TYPE_CHECKING

from handover.app.noted import entries_of_notes
from handover.codec import dumps, loads
from handover.journal import Journal
from handover.ledger import (
    Entry,
    Facts,
    Habit,
    Reply,
    Tone,
    Trace,
    base_state,
    entry_of,
    in_order,
    read_in_order,
)
from handover.ledger.lately import (
    ALWAYS,
    begin_of,
    in_turn,
    period_of,
    promise_last,
    requests_last,
    shelves,
)
from handover.model import OutOfOffice, Promise, Request, RequestState, Role
from handover.people import People
from handover.store import Fact, Store, StoredMessage

if TYPE_CHECKING:
    from handover.language.own_words import OwnWord

RULES = "12"
"""Version of the ledger's rules; a new one has all facts made anew from the stored text."""

_WAITING = (RequestState.OPEN, RequestState.HELD)


def refresh(store: Store, journal: Journal, people: People, words: tuple[OwnWord, ...] = ()) -> int:
    """Make the facts of dirty customers anew, notes read with *words*; return how many were."""
    if store.fingerprint("ledger") != RULES:
        store.mark_all_dirty()
    dirty = store.dirty()
    if not dirty and store.fingerprint("ledger") == RULES:
        return 0
    notes = entries_of_notes(journal, people, words)
    nudges = _nudges(store, people, None)
    known = set(store.customers())
    with store.transaction():
        for customer in dirty:
            _save(store, _facts(store, people, customer, notes, nudges, None))
        gone = [customer for customer in dirty if customer not in known and not notes.get(customer)]
        store.drop_facts(gone)
        store.set_fingerprint("ledger", RULES)
    return len(dirty)


def _facts(
    store: Store,
    people: People,
    customer: str,
    notes: dict[str, list[Entry]],
    nudges: dict[str, list[Entry]],
    until: datetime | None,
) -> Facts:
    mails = _entries(store.stream_of(customer, until=until, internal=True, lists=people.lists), people)
    others = [*notes.get(customer, ()), *nudges.get(customer, ())]
    others = sorted([entry for entry in others if until is None or entry.at <= until], key=in_order)
    entries = _once(merge(mails, others, key=in_order))
    openers = store.openers(customer)
    return read_in_order(customer, entries, owner=people.owner[0].address, openers=openers)


def _entries(mails: Iterable[StoredMessage], people: People) -> Iterator[Entry]:
    for mail in mails:
        yield entry_of(mail.message, mail.signals, mail.thread, people, deleted=mail.gone)


def _once(entries: Iterable[Entry]) -> Iterator[Entry]:
    """Yield each of *entries*, which come in order, once: the first of those with one key."""
    last = ""
    for entry in entries:
        if entry.key != last:
            yield entry
        last = entry.key


def _nudges(store: Store, people: People, until: datetime | None) -> dict[str, list[Entry]]:
    """Return the managers' internal mails by the customers that they name."""
    found: dict[str, list[Entry]] = defaultdict(list)
    for mail in store.messages_by_role([Role.MANAGER], until=until):
        entry = entry_of(mail.message, mail.signals, mail.thread, people)
        if not entry.to_customers:
            for customer in people.mentioned(f"{entry.subject}\n{entry.text}"):
                found[customer].append(entry)
    return found


def _save(store: Store, facts: Facts) -> None:
    requests = zip(facts.requests, requests_last(facts), strict=True)
    last = {request.id: at for request, at in requests if at != ALWAYS}
    last.update({p.id: at for p in facts.promises if (at := promise_last(p)) != ALWAYS})
    store.save_facts(
        facts.customer,
        facts.requests,
        facts.promises,
        waiting=_may_wait,
        pending=lambda promise: not promise.steps or promise.steps[-1].kind not in ("kept", "withdrawn"),
        last=last,
        others=_others(facts),
    )


def _others(facts: Facts) -> Iterator[Fact]:
    if facts.away:
        yield Fact("away", 0, dumps(facts.away, list[tuple[datetime, OutOfOffice]]))
    for period, shelf in shelves(facts).items():
        yield Fact("trace", period, dumps(shelf.trace))
        if shelf.tones:
            yield Fact("tones", period, dumps(shelf.tones, list[Tone]))
        if shelf.replies:
            yield Fact("replies", period, dumps(shelf.replies, list[Reply]))


def _may_wait(request: Request) -> bool:
    return base_state(request.steps) in _WAITING


def waiting_facts(store: Store) -> list[Facts]:
    """Return facts that hold only what may still wait: all that `unanswered` needs."""
    by_customer: dict[str, Facts] = {}
    for request in store.waiting():
        by_customer.setdefault(request.customer, Facts(request.customer)).requests.append(request)
    return list(by_customer.values())


def all_facts(store: Store) -> list[Facts]:
    """Return everything known of every customer."""
    return _put_together(store, store.requests(), store.promises())


def late_facts(store: Store, since: datetime) -> list[Facts]:
    """Return of every customer what matters to who looks back to *since*, and what lies before it as their habit."""
    period = period_of(since)
    begin = begin_of(period)
    traces: dict[str, list[Trace]] = defaultdict(list)
    for name, data in store.facts("trace", before=period):
        traces[name].append(loads(Trace, data))
    habits = {name: Habit(name, found) for name, found in traces.items()}
    return _put_together(
        store, store.requests(since=begin), store.promises(since=begin), period=period, habits=habits
    )


def facts_of(store: Store, customers: Iterable[str]) -> list[Facts]:
    """Return everything known of *customers*; costs as much as they have, however many others there are."""
    found: list[Facts] = []
    for customer in sorted(customers):
        found += _put_together(store, store.requests(customer), store.promises(customer), customer)
    return found


def _put_together(
    store: Store,
    requests: Iterable[Request],
    promises: Iterable[Promise],
    customer: str | None = None,
    *,
    period: int | None = None,
    habits: Mapping[str, Habit] | None = None,
) -> list[Facts]:
    """Return the facts of *requests* and *promises* with what else is known from *period* on, and their *habits*.

    The customers come in the order in which they first asked for something.
    """
    found = {name: Facts(name, habit=habit) for name, habit in (habits or {}).items()}

    def of(name: str) -> Facts:
        return found.setdefault(name, Facts(name))

    for request in requests:
        of(request.customer).requests.append(request)
    for promise in {promise.id: promise for promise in promises}.values():
        of(promise.customer).promises.append(promise)
    for name, data in store.facts("tones", customer, since=period):
        of(name).tones += loads(list[Tone], data)
    for name, data in store.facts("replies", customer, since=period):
        of(name).replies += loads(list[Reply], data)
    for name, data in store.facts("away", customer):
        of(name).away = loads(list[tuple[datetime, OutOfOffice]], data)
    for facts in found.values():
        facts.tones, facts.replies = in_turn(facts.tones), in_turn(facts.replies)
    return sorted(found.values(), key=lambda facts: (facts.begun or ALWAYS, facts.customer))


def facts_at(
    store: Store, journal: Journal, people: People, moment: datetime, words: tuple[OwnWord, ...] = ()
) -> list[Facts]:
    """Return everything as it stood at *moment* in the past; nothing is stored."""
    notes = entries_of_notes(journal, people, words)
    nudges = _nudges(store, people, moment)
    customers: Sequence[str] = sorted({*store.customers(), *notes})
    return [_facts(store, people, customer, notes, nudges, moment) for customer in customers]
