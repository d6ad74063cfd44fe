"""Facts as they stood at a moment of the past."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from handover.ledger import Facts
from handover.model import Promise


def as_of(facts: Facts, moment: datetime) -> Facts:
    """Return *facts* as they stood at *moment*."""
    promises = {p.id: _promise_as_of(p, moment) for p in facts.promises if p.made.date <= moment}
    requests = [
        replace(
            request,
            steps=[step for step in request.steps if step.at <= moment],
            promises=[promises[p.id] for p in request.promises if p.id in promises],
        )
        for request in facts.requests
        if request.opened.at <= moment
    ]
    return replace(
        facts,
        requests=requests,
        promises=list(promises.values()),
        tones=[tone for tone in facts.tones if tone.at <= moment],
        replies=[reply for reply in facts.replies if reply.at <= moment],
    )


def _promise_as_of(promise: Promise, moment: datetime) -> Promise:
    dates = [(at, due) for at, due in promise.dates if at <= moment] or [(promise.made.date, promise.due)]
    steps = [step for step in promise.steps if step.at <= moment]
    slips = sum(1 for step in steps if step.kind == "moved")
    return replace(promise, due=dates[-1][1], steps=steps, dates=dates, slips=slips)
