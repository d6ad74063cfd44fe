"""Facts as they stood at a moment of the past."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Generic, NamedTuple, TypeVar

from handover.ledger import Facts
from handover.model import Promise, Request

T = TypeVar("T", Promise, Request)
_NEVER = datetime.max.replace(tzinfo=UTC)


def as_of(facts: Facts, moment: datetime) -> Facts:
    """Return *facts* as they stood at *moment*; what has not changed since is shared, not copied."""
    return Past(facts).at(moment)


class _Dated(NamedTuple, Generic[T]):
    """A request or promise, when it came into the world, and from when on it stands as it does now."""

    begun: datetime
    settled: datetime
    item: T


@dataclass(slots=True)
class Past:
    """The *facts* of a customer, to be asked how they stood at many moments."""

    facts: Facts
    _promises: list[_Dated[Promise]] = field(init=False)
    _requests: list[_Dated[Request]] = field(init=False)

    def __post_init__(self) -> None:
        self._promises = [_Dated(p.made.date, _promise_settled(p), p) for p in self.facts.promises]
        known = {each.item.id: each for each in self._promises}
        self._requests = [_Dated(r.opened.at, _request_settled(r, known), r) for r in self.facts.requests]

    def at(self, moment: datetime) -> Facts:
        """Return the facts as they stood at *moment*."""
        facts = self.facts
        promises = {
            promise.id: promise if settled <= moment else _promise_as_of(promise, moment)
            for made, settled, promise in self._promises
            if made <= moment
        }
        return replace(
            facts,
            requests=[
                request if settled <= moment else _request_as_of(request, moment, promises)
                for opened, settled, request in self._requests
                if opened <= moment
            ],
            promises=list(promises.values()),
            tones=[tone for tone in facts.tones if tone.at <= moment],
            replies=[reply for reply in facts.replies if reply.at <= moment],
        )


def _promise_settled(promise: Promise) -> datetime:
    """Return from when on *promise* stands as it does now; never, where its dates do not tell so."""
    if _promise_as_of(promise, _NEVER) is not promise:
        return _NEVER
    return max([promise.made.date, *(at for at, _ in promise.dates), *(step.at for step in promise.steps)])


def _request_settled(request: Request, known: Mapping[str, _Dated[Promise]]) -> datetime:
    """Return from when on *request* stands as it does now; never, where its promises are not those *known*."""
    moments = [step.at for step in request.steps]
    for promise in request.promises:
        same = known.get(promise.id)
        if same is None or same.item != promise:
            return _NEVER
        moments.append(same.settled)
    return max(moments)


def _request_as_of(request: Request, moment: datetime, promises: Mapping[str, Promise]) -> Request:
    steps = [step for step in request.steps if step.at <= moment]
    made = [promises[promise.id] for promise in request.promises if promise.id in promises]
    if len(steps) == len(request.steps) and made == request.promises:
        return request
    return replace(request, steps=steps, promises=made)


def _promise_as_of(promise: Promise, moment: datetime) -> Promise:
    dates = [(at, due) for at, due in promise.dates if at <= moment] or [(promise.made.date, promise.due)]
    steps = [step for step in promise.steps if step.at <= moment]
    slips = sum(1 for step in steps if step.kind == "moved")
    now = (dates[-1][1], len(steps), dates, slips)
    if now == (promise.due, len(promise.steps), promise.dates, promise.slips):
        return promise
    return replace(promise, due=dates[-1][1], steps=steps, dates=dates, slips=slips)
