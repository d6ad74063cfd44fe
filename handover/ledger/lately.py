"""What was mentioned lately of a customer's matters, and the traces of the rest.

Facts are put on shelves by the period in which a matter was mentioned last, and beside each shelf lies what it adds to
the customer's `Habit`. A question takes the latest shelves whole, and of the others the traces.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple, TypeVar

from handover.codec import EPOCH, to_number
from handover.ledger.book import Facts
from handover.ledger.habit import Habit, Trace
from handover.ledger.state import CHASERS, WAITING, base_state
from handover.ledger.talk import Reply, Tone
from handover.model import Promise, Request

PERIOD = timedelta(days=28)
ALWAYS = datetime.max.replace(tzinfo=UTC)
"""When that was mentioned last which matters however long ago it was mentioned."""
_FINISHED = ("kept", "withdrawn")

Said = TypeVar("Said", Tone, Reply)


class Shelf(NamedTuple):
    """What was said in threads that were spoken in last in one period, and what remains of the period."""

    tones: list[Tone]
    replies: list[Reply]
    trace: Trace


def period_of(moment: datetime) -> int:
    """Return the number of the period that *moment* lies in."""
    return to_number(moment) // to_number(EPOCH + PERIOD)


def begin_of(period: int) -> datetime:
    """Return when *period* begins."""
    return EPOCH + period * PERIOD


def shelves(facts: Facts) -> dict[int, Shelf]:
    """Return what is said in *facts* by period, and the traces of what was mentioned last in each."""
    found: dict[int, Shelf] = defaultdict(lambda: Shelf([], [], Trace()))
    spoken = _spoken(facts)
    for tone in facts.tones:
        found[spoken[tone.thread]].tones.append(tone)
    for reply in facts.replies:
        found[spoken[reply.thread]].replies.append(reply)
    for shelf in found.values():
        _listen(shelf.trace, shelf.tones)
    for request, last in zip(facts.requests, requests_last(facts), strict=True):
        if last != ALWAYS:
            found[period_of(last)].trace.bygone.append(_row(request))
    return dict(found)


def lately(facts: Facts, since: datetime) -> Facts:
    """Return *facts* with what was mentioned before the period of *since* only as a habit."""
    period = period_of(since)
    begin = begin_of(period)
    by_period = shelves(facts)
    late = [shelf for number, shelf in by_period.items() if number >= period]
    early = [shelf.trace for number, shelf in sorted(by_period.items()) if number < period]
    requests = zip(facts.requests, requests_last(facts), strict=True)
    return replace(
        facts,
        requests=[request for request, last in requests if last >= begin],
        promises=[promise for promise in facts.promises if promise_last(promise) >= begin],
        tones=in_turn(tone for shelf in late for tone in shelf.tones),
        replies=in_turn(reply for shelf in late for reply in shelf.replies),
        habit=Habit(facts.customer, early),
    )


def in_turn(said: Iterable[Said]) -> list[Said]:
    """Return what was said as the ledger read it: in the order of time, then of the mails' keys."""
    return sorted(said, key=lambda turn: (turn.at, turn.quote.key))


def requests_last(facts: Facts) -> list[datetime]:
    """Return for each request when it was mentioned last, by itself or by a promise.

    `ALWAYS` for one that matters for good: it waits, was asked for again, went higher up, or is the customer's newest.
    """
    newest = max((request.opened.at for request in facts.requests), default=None)
    promised: dict[str | None, datetime] = {}
    for promise in facts.promises:
        spoken = _promise_spoken(promise)
        promised[promise.request] = max(promised.get(promise.request, spoken), spoken)
    return [
        ALWAYS
        if request.opened.at == newest or _stays(request)
        else max([*(step.at for step in request.steps), promised.get(request.id, request.opened.at)])
        for request in facts.requests
    ]


def promise_last(promise: Promise) -> datetime:
    """Return when *promise* was mentioned last; `ALWAYS` for one that is not settled, or was moved once."""
    settled = promise.steps and promise.steps[-1].kind in _FINISHED
    return _promise_spoken(promise) if settled else ALWAYS


def _stays(request: Request) -> bool:
    if base_state(request.steps) in WAITING:
        return True
    return any(step.kind in CHASERS or step.kind == "escalated" for step in request.steps)


def _promise_spoken(promise: Promise) -> datetime:
    moments = [promise.made.date, *(step.at for step in promise.steps), *(at for at, _ in promise.dates)]
    return max(moments)


def _spoken(facts: Facts) -> dict[str, int]:
    """Return the period in which each thread was spoken in last."""
    last: dict[str, datetime] = {}
    for turns in (facts.tones, facts.replies):
        for turn in turns:
            last[turn.thread] = max(last.get(turn.thread, turn.at), turn.at)
    return {thread: period_of(at) for thread, at in last.items()}


def _listen(trace: Trace, tones: list[Tone]) -> None:
    """Note in *trace* how the mails of a shelf sounded, which come in the order of time."""
    for tone in tones:
        at = to_number(tone.at)
        if not tone.told:
            row = [at, tone.quote.key, round(tone.tone, 4), tone.warmth]
            trace.voices.setdefault(tone.contact, []).append(row)
        if tone.peace:
            trace.content[tone.thread] = at
        else:
            trace.content.pop(tone.thread, None)
        trace.last = (at, tone.quote.key, tone.peace)


def _row(request: Request) -> list[Any]:
    answered = next((step.at for step in request.steps if step.kind == "answered"), None)
    at = None if answered is None else to_number(answered)
    return [to_number(request.opened.at), at, round(request.urgent, 4), int(request.first_contact)]
