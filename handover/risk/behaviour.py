"""What happened: waiting, asking again, coming back, put-offs, dates missed, others brought in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from handover.ledger import CHASERS, promise_state
from handover.model import PromiseState, Quote, Request
from handover.risk.scene import MEMORY, SHORTEST, Component, Scene
from handover.risk.talks import SOME_HOURS, Talk, talks_of
from handover.risk.weights import FIRST_WAIT, WEIGHTS, capped

ALIKE = 0.5
"""What a mail counts that asks for much the same at length, without saying that it asks again."""
SOME_TROUBLE = 0.2
USUAL = 8.0
HABIT = 3
"""So many settled requests make a habit."""
MOST_PATIENCE = 2.0
QUICKER = 0.6
LATELY = 27.0
"""Working hours in which the rate of contacts is counted: three days."""
LATE = timedelta(hours=12)


def behaviour(scene: Scene) -> Iterator[Component]:
    """Yield what speaks for trouble in what the customer and we did."""
    talks = talks_of(scene)
    asked = [*_chased(scene), *_came_back(scene, talks), *_quicker(scene, talks)]
    others = [*asked, *_put_off(scene, talks), *_promises(scene, talks)]
    yield from others
    yield from _waiting(scene, talks, any(part.weight >= SOME_TROUBLE for part in others))
    yield from _brought_in(scene)


def _waiting(scene: Scene, talks: list[Talk], trouble: bool) -> Iterator[Component]:
    """Waiting against the customer's own habit; alone it says little, an unanswered first mail is no anger."""
    waits = list(_longest_waits(scene))
    if left := [talk.left for talk in talks if talk.left is not None]:
        usual = max(_longest(scene), SHORTEST)
        waits += [(hours / usual, hours, tone.quote) for tone in left for hours in [scene.hours(tone.at)]]
    if not waits:
        return
    times, hours, quote = max(waits)
    most = WEIGHTS["waiting"].most if trouble else FIRST_WAIT
    weight = capped("waiting", times / MOST_PATIENCE - 1)
    if weight < most:  # else the most patient would have had enough
        weight = capped("waiting", max(times / _patience(scene) - 1, 0))
    yield Component("waiting", min(weight, most), {"hours": round(hours, 1)}, quote)


def _longest_waits(scene: Scene) -> Iterator[tuple[float, float, Quote]]:
    """Yield what waits longest for each answer time: how many of these, the working hours, the mail."""
    by_limit: dict[float, list[tuple[datetime, Quote]]] = {}
    for request in scene.fresh:
        since = scene.known.standing(request).since
        by_limit.setdefault(scene.allowed(request), []).append((since, request.opened.evidence))
    for allowed, begun in by_limit.items():
        begun.sort(key=lambda each: each[0])
        longest = scene.hours(begun[0][0])
        for since, quote in begun:
            if scene.hours(since) < longest:
                break
            yield longest / max(allowed, SHORTEST), longest, quote


def _longest(scene: Scene) -> float:
    """Return the longest answer time that any of the customer's requests has."""
    before = scene.known.bygones(scene).longest
    limits = [scene.allowed(request) for request in scene.facts.requests]
    return max(limits if before is None else [before, *limits], default=USUAL)


def _patience(scene: Scene) -> float:
    """How many answer times this customer is used to wait, 1 without a habit."""
    lately = (
        scene.hours(request.opened.at, at) / max(scene.allowed(request), SHORTEST)
        for request, at in scene.answered
    )
    waited = sorted([*scene.known.bygones(scene).waits, *lately])
    if len(waited) < HABIT:
        return 1.0
    median = (waited[(len(waited) - 1) // 2] + waited[len(waited) // 2]) / 2
    return min(max(median, 1.0), MOST_PATIENCE)


def _chased(scene: Scene) -> Iterator[Component]:
    waiting = {id(request) for request in scene.waiting}
    again = _steps(scene, scene.fresh, CHASERS)
    if again:
        amount = sum(step.counts for step in again)
        yield Component("chasers", capped("chasers", amount), {"count": len(again)}, again[-1].quote)
    settled = _steps(scene, [r for r in scene.chased if id(r) not in waiting], CHASERS)
    settled = [step for step in settled if step.at not in {each.at for each in again}]
    if lately := [step for step in settled if scene.fade(step.at)]:
        weight = capped("was_chased", sum(step.counts * scene.fade(step.at) for step in lately))
        yield Component("was_chased", weight, {"count": len(lately)}, lately[-1].quote)


@dataclass(slots=True)
class _Once:
    at: datetime
    quote: Quote
    counts: float


def _steps(scene: Scene, requests: list[Request], kinds: frozenset[str]) -> list[_Once]:
    """Return the steps of *kinds*, each mail or call once, whatever number of requests it is about."""
    found = {
        step.evidence.key: _Once(step.at, step.evidence, ALIKE if step.because == "asked_alike" else 1.0)
        for request in requests
        for step in request.steps
        if step.kind in kinds and step.at >= scene.known.standing(request).since
    }
    return sorted(found.values(), key=lambda step: step.at)


def _came_back(scene: Scene, talks: list[Talk]) -> Iterator[Component]:
    """Mails by which the customer came back to an old matter unthankfully, without having been counted as chasers."""
    counted = {step.quote.key for step in _steps(scene, scene.chased, CHASERS)}
    lately = [
        (tone, weight)
        for talk in talks
        for tone in talk.returns
        if tone.quote.key not in counted and (weight := _lasting(scene, talk, tone.at))
    ]
    if lately:
        last = max((tone for tone, _ in lately), key=lambda tone: tone.at)
        amount = capped("came_back", sum(weight for _, weight in lately))
        yield Component("came_back", amount, {"count": len(lately)}, last.quote)


def _quicker(scene: Scene, talks: list[Talk]) -> Iterator[Component]:
    """Ever shorter gaps between the customer's contacts about one thing, or more of them lately than before."""
    rows = [(talk.thread, talk.turns, talk.returns[-1].quote) for talk in talks if talk.returns]
    for request in scene.chased:
        again = [step for step in request.steps if step.kind == "chased"]
        if again:
            turns = [request.opened.at, *(step.at for step in again)]
            rows.append((request.thread, turns, again[-1].evidence))
    for thread, turns, quote in rows:
        if len(turns) > 2 and (_gaps_shrink(scene, turns) or _rate_rises(scene, turns)):
            left = 1.0 if thread in scene.waits_in else scene.fade(turns[-1])
            yield Component("quicker", capped("quicker", left), {}, quote)
            return


def _gaps_shrink(scene: Scene, turns: list[datetime]) -> bool:
    before, last = (scene.hours(a, b) for a, b in zip(turns[-3:], turns[-2:], strict=False))
    return SOME_HOURS <= last <= QUICKER * before


def _rate_rises(scene: Scene, turns: list[datetime]) -> bool:
    ago = [scene.hours(turn, turns[-1]) for turn in turns]
    lately = sum(hours <= LATELY for hours in ago)
    return lately > max(sum(LATELY < hours <= 2 * LATELY for hours in ago), 1)


def _put_off(scene: Scene, talks: list[Talk]) -> Iterator[Component]:
    """Replies without substance in a row; a mail that holds several requests off is one."""
    rows = [talk for talk in talks if len(talk.holds) >= 2 and talk.turns]
    if rows:
        talk = max(rows, key=lambda talk: len(talk.holds))
        weight = capped("holding_in_a_row", len(talk.holds) * _lasting(scene, talk, talk.holds[-1].at))
        yield Component("holding_in_a_row", weight, {"count": len(talk.holds)})


def _lasting(scene: Scene, talk: Talk, at: datetime) -> float:
    """Return what is left of a blow of *at*: all of it while the customer still waits in that talk."""
    if scene.now - at > MEMORY:
        return 0.0
    waits = talk.left is not None or talk.thread in scene.waits_in
    return 1.0 if waits else scene.fade(at)


def _promises(scene: Scene, talks: list[Talk]) -> Iterator[Component]:
    promises, now = scene.facts.promises, scene.now
    overdue = [promise_state(promise, now) is PromiseState.OVERDUE for promise in promises]
    recent = [
        p for p, late in zip(promises, overdue, strict=True) if late and p.due and now - p.due <= 2 * MEMORY
    ]
    if recent:
        worst = max(recent, key=lambda promise: promise.slips)
        weight = min(
            capped("promise_broken", len(recent)) + 0.2 * worst.slips, WEIGHTS["promise_broken"].most
        )
        yield Component("promise_broken", weight, {"count": len(recent), "slips": worst.slips}, worst.made)
    moved = [
        promise
        for promise, late in zip(promises, overdue, strict=True)
        if promise.slips and not late and scene.fade(promise.dates[-1][0])
    ]
    slips = [(p.slips, scene.fade(p.dates[-1][0]), p.made) for p in moved]
    slips += [(len(t.moved), _lasting(scene, t, t.moved[-1].at), t.moved[-1].quote) for t in talks if t.moved]
    if slips:
        count, left, words = max(slips, key=lambda slip: slip[0] * slip[1])
        yield Component("promise_moved", capped("promise_moved", count) * left, {"slips": count}, words)
    kept = [
        (step.at, promise.made)
        for promise in promises
        for step in promise.steps
        if step.kind == "kept" and promise.due and step.at > promise.due + LATE and scene.fade(step.at)
    ]
    if kept:
        weight = capped("promise_late", sum(scene.fade(at) for at, _ in kept))
        yield Component("promise_late", weight, {"count": len(kept)}, kept[-1][1])


def _brought_in(scene: Scene) -> Iterator[Component]:
    """Somebody higher up of ours, or further people of theirs, in a matter that has gone on for a while."""
    for request in scene.facts.requests:
        for step in request.steps:
            if step.kind == "escalated" and scene.fade(step.at):
                code = "went_past" if step.because == "went_past_owner" else "higher_up"
                yield Component(code, capped(code, scene.fade(step.at)), {}, step.evidence)
    joining = [tone for tone in scene.facts.tones if tone.joined and not tone.peace and scene.fade(tone.at)]
    if joining:
        weight = capped("joined", sum(scene.fade(tone.at) for tone in joining))
        names = ", ".join(joining[-1].joined[:3])
        yield Component("joined", weight, {"who": names}, joining[-1].quote)
