"""Threads as a conversation of two sides: where the customer had to come back, and where we left them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from itertools import chain

from handover.ledger import Reply, Tone
from handover.risk.scene import LATELY, Scene

LIVE_TALK = 12.0
"""Working hours within which a reply to a reply belongs to the same conversation; later it is a reminder."""
SOME_HOURS = 2.0
"""Contacts within so many working hours count as one: somebody adds to what they said."""


@dataclass(slots=True)
class Talk:
    """A thread since it was last at peace.

    *turns* are the moments of the customer's contacts, *returns* the mails by which they came back to it, *holds* our
    latest replies without substance in a row, *moved* those that put off a date, *left* the customer's first mail since
    our last reply, if they came back by it, *replied* whether we ever said anything: who adds to their own mail without
    any reply only informs, unless they ask.
    """

    thread: str
    last: datetime
    turns: list[datetime] = field(default_factory=list)
    returns: list[Tone] = field(default_factory=list)
    holds: list[Reply] = field(default_factory=list)
    moved: list[Reply] = field(default_factory=list)
    left: Tone | None = None
    replied: bool = False


def talks_of(scene: Scene) -> list[Talk]:
    """Return the threads in which something was said in the last weeks."""
    said: Iterable[Tone | Reply] = chain(scene.facts.tones, scene.facts.replies)
    by_thread: dict[str, list[Tone | Reply]] = defaultdict(list)
    live = scene.known.live
    for turn in said:
        if live is None or turn.thread in live:
            by_thread[turn.thread].append(turn)
    talks = []
    for thread, turns in by_thread.items():
        turns.sort(key=lambda turn: turn.at)
        if scene.now - turns[-1].at <= LATELY:
            talks.append(_talk(scene, thread, turns))
    return talks


def _talk(scene: Scene, thread: str, turns: list[Tone | Reply]) -> Talk:
    talk = Talk(thread, turns[0].at)
    for turn in turns:
        if isinstance(turn, Reply):
            talk.holds = [*talk.holds, turn] if turn.holds else []
            talk.moved += [turn] if turn.moves else []
            talk.left = None
            talk.replied = True
        elif turn.peace:
            talk = Talk(thread, turn.at)
        else:
            _come_back(scene, talk, turn)
        talk.last = turn.at
    return talk


def _come_back(scene: Scene, talk: Talk, turn: Tone) -> None:
    waited = scene.hours(talk.last, turn.at)
    if talk.turns and waited >= LIVE_TALK and (turn.presses or talk.replied):
        talk.returns.append(turn)
        talk.left = talk.left or turn
    if not talk.turns or waited >= SOME_HOURS:
        talk.turns.append(turn.at)
