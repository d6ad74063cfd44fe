"""What was said: threats, complaints, and a change against the same person's own way of writing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from handover.ledger import Tone, is_waiting
from handover.risk.scene import MEMORY, Component, Scene
from handover.risk.weights import FRIENDLY, OUT_OF_THE_BLUE, capped

YES = 0.5
SERIOUS = 0.7
"""Below it a complaint may be the plain report of a fault; silence after that says nothing."""
LATEST = 2
BASELINE = 8
DOUBT = 1.0
"""A baseline of n mails counts n / (n + `DOUBT`)."""
CURT = 0.8
PLEASED = 0.25


def words(scene: Scene, upset: bool) -> Iterator[Component]:
    """Yield what speaks for trouble in the customer's words; *upset* tells that they have reason, by what happened."""
    recent = [tone for tone in scene.facts.tones if scene.now - tone.at <= MEMORY]
    if not recent:
        return
    threat = max(recent, key=lambda tone: _threat(tone, scene))
    if threat.threat >= YES:
        weight = capped("threat", _threat(threat, scene)) * (1.0 if upset else OUT_OF_THE_BLUE)
        yield Component("threat", weight, {}, threat.quote)
    complaint = max(recent, key=lambda tone: tone.complaint * scene.fade(tone.at))
    if complaint.complaint >= YES:
        weight = capped("complaint", complaint.complaint * scene.fade(complaint.at))
        yield Component("complaint", weight, {}, complaint.quote)
    yield from _changed(scene, recent[-1])
    if _is_silent_after(complaint, scene):
        yield Component("silence", capped("silence", 1), {}, complaint.quote)


def _threat(tone: Tone, scene: Scene) -> float:
    pleased = tone.peace or tone.tone >= PLEASED
    return tone.threat * scene.fade(tone.at) * (FRIENDLY if pleased else 1.0)


def _changed(scene: Scene, latest: Tone) -> Iterator[Component]:
    """How much cooler and curter the person's latest mails are than their own earlier ones."""
    own = scene.facts.voices(latest.contact)
    before, after = own[:-LATEST][-BASELINE:], own[-LATEST:]
    if len(before) < 2:
        before, after = own[:-1], own[-1:]
    if not before:
        return
    left = 1.0 if scene.fresh else scene.fade(latest.at)
    trust = left * len(before) / (len(before) + DOUBT)
    drop = (_mean([tone.tone for tone in before]) - _mean([tone.tone for tone in after])) * trust
    if drop > 0:
        yield Component("tone", capped("tone", drop), {"drop": round(drop, 2)}, latest.quote)
    shorter = (_mean([tone.warmth for tone in before]) - _mean([tone.warmth for tone in after])) * trust
    if shorter >= CURT:
        yield Component("curt", capped("curt", shorter), {}, latest.quote)


def _mean(values: list[float] | list[int]) -> float:
    return sum(values) / len(values)


def _is_silent_after(complaint: Tone, scene: Scene) -> bool:
    if complaint.complaint < SERIOUS or scene.now - complaint.at < timedelta(days=7):
        return False
    heard_since = any(tone.at > complaint.at for tone in scene.facts.tones)
    open_since = any(r.opened.at <= complaint.at and is_waiting(r, scene.now) for r in scene.facts.requests)
    return not heard_since and open_since
