"""Facts as they stood at a moment of the past."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from handover.ledger import Facts
from handover.model import Promise, Request


def as_of(facts: Facts, moment: datetime) -> Facts:
    """Return *facts* as they stood at *moment*; what has not changed since is shared, not copied."""
    promises = {p.id: _promise_as_of(p, moment) for p in facts.promises if p.made.date <= moment}
    return replace(
        facts,
        requests=[
            _request_as_of(request, moment, promises)
            for request in facts.requests
            if request.opened.at <= moment
        ],
        promises=list(promises.values()),
        tones=[tone for tone in facts.tones if tone.at <= moment],
        replies=[reply for reply in facts.replies if reply.at <= moment],
    )


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
