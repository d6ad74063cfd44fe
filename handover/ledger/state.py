"""What state a request or promise is in at a moment: derived from its steps, never stored."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from handover.model import Promise, PromiseState, Request, RequestState, Step

_ENDS = {
    "answered": RequestState.ANSWERED,
    "closed": RequestState.CLOSED,
    "elsewhere": RequestState.ELSEWHERE,
    "peer_answered": RequestState.ELSEWHERE,
}
_TURNS = (
    _ENDS
    | dict.fromkeys(("opened", "reopened", "half_answered"), RequestState.OPEN)
    | dict.fromkeys(("held", "auto_replied", "promised"), RequestState.HELD)
)
_SPOKEN = frozenset(
    {"opened", "chased", "continued", "escalated", "reopened", "peer_replied", "half_answered"}
)
CHASERS = frozenset({"chased", "manager_chased"})
WAITING = (RequestState.OPEN, RequestState.HELD)


def base_state(steps: Iterable[Step], state: RequestState = RequestState.OPEN) -> RequestState:
    """Return the state that *steps* alone give, from *state* on: open, held, answered, closed or elsewhere."""
    for step in steps:
        turn = _TURNS.get(step.kind)
        if turn is not None and (turn is not RequestState.HELD or state is RequestState.OPEN):
            state = turn
    return state


def request_state(request: Request, now: datetime) -> RequestState:
    """Return the state of *request* at *now*; held becomes promised while a promised date lies ahead."""
    state = base_state(request.steps)
    if state is RequestState.HELD and any(
        promise_state(promise, now) in (PromiseState.DUE, PromiseState.MOVED) and promise.due is not None
        for promise in request.promises
    ):
        return RequestState.PROMISED
    return state


def is_waiting(request: Request, now: datetime) -> bool:
    """Tell whether somebody still waits for *request*: open, held or promised."""
    return (
        base_state(request.steps) in WAITING
    )  # a promised date names the state otherwise, but ends no waiting


def promise_state(promise: Promise, now: datetime) -> PromiseState:
    """Return the state of *promise* at *now*. A kept one stays kept, however late it was."""
    last = promise.steps[-1].kind if promise.steps else ""
    if last == "kept":
        return PromiseState.KEPT
    if last == "withdrawn":
        return PromiseState.WITHDRAWN
    if promise.due is None:
        return PromiseState.VAGUE
    if promise.due < now:
        return PromiseState.OVERDUE
    return PromiseState.MOVED if promise.slips else PromiseState.DUE


def waiting_since(request: Request) -> datetime:
    """Return when the waiting began: when it was opened, or reopened after an answer."""
    since = request.opened.at
    for step in request.steps:
        if step.kind == "reopened":
            since = step.at
    return since


def chasers(request: Request) -> int:
    """Return how often the asker asked again since the waiting began; a manager's question counts too."""
    since = waiting_since(request)
    return sum(1 for step in request.steps if step.kind in CHASERS and step.at >= since)


def is_helped(request: Request) -> bool:
    """Tell whether another contact was the last to speak on a list, after the asker, who has not asked again."""
    last = next((s.kind for s in reversed(request.steps) if s.kind in _SPOKEN), "")
    return last == "peer_replied" and not chasers(request)


def holds_in_a_row(request: Request) -> int:
    """Return how many replies without substance came since the waiting began."""
    since = waiting_since(request)
    return sum(1 for step in request.steps if step.kind in ("held", "promised") and step.at >= since)
