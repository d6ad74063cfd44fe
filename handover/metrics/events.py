"""What happened, as one tall frame: request or promise × what happened × when × customer × area × owner.

Walks each request and promise once; all that follows is arithmetic on columns.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from functools import cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from handover.ledger import CHASERS, base_state
from handover.metrics.moments import EPOCH, MICROSECOND, Moments, micros, midnight, working_hours
from handover.metrics.weeks import ANSWERS, ENDS, REPLIES, Part
from handover.model import Promise, Quote, Request, RequestState, Step

OPENED, ANSWERED, CHASED, MADE, KEPT, SLIPPED, BEGAN, ENDED = range(8)
ITEM = ("since", "owner", "customer", "area")
_COUNTED = dict.fromkeys(ANSWERS, ANSWERED) | dict.fromkeys(CHASERS, CHASED)
_WAITING = (RequestState.OPEN, RequestState.HELD)
_NOTHING = Quote("", None, EPOCH, "", "")
_NEVER = np.iinfo(np.int64).min


class History:
    """The events of the weeks that begin on *mondays*, read from *parts* as known at *now*.

    *items* are requests and promises: since when (microseconds), and whose: owner, customer, area. *events* has the
    columns item, kind, at, week (its place among the weeks, -1 outside them) and those of its item; *waits* has an
    item for each request opened in the weeks, with the hours until a first reply and a full answer, and whether
    these were given. *ends* is when each week is over for each owner, or *now*. Customers and areas are numbers:
    places in *customers* and *areas*.
    """

    def __init__(self, parts: Sequence[Part], mondays: Sequence[date], now: datetime) -> None:
        days = [*mondays, mondays[-1] + timedelta(days=7)]
        edges = [[midnight(day, part.work.zone) for day in days] for part in parts]
        self.now = micros(now)
        self.edges: Moments = np.array(edges, np.int64).reshape(len(parts), len(days))
        self.ends: Moments = np.minimum(self.edges[:, 1:], self.now)
        walk = _Walk(parts, self.edges, self.now)
        self.customers, self.areas = list(walk.customers), list(walk.areas)
        self.items = _frame(walk.items, *ITEM)
        self.events = self.whose(self._placed(_frame(walk.events, "item", "kind", "at")))
        self.waits = self._waits(_frame(walk.waits, "item", "first", "full"), parts)

    def whose(self, frame: pd.DataFrame) -> pd.DataFrame:
        """Return *frame* with the columns of its items."""
        item = frame["item"].to_numpy()
        return frame.assign(**{name: self.items[name].to_numpy()[item] for name in ITEM})

    def _placed(self, events: pd.DataFrame) -> pd.DataFrame:
        """Return *events* with the place among the weeks in which each lies for the owner of its item."""
        owners, at = self.items["owner"].to_numpy()[events["item"].to_numpy()], events["at"].to_numpy()
        week = np.full(len(at), -1)
        for owner, edges in enumerate(self.edges):
            mine = owners == owner
            week[mine] = edges.searchsorted(at[mine], "right") - 1
        week[(week == self.ends.shape[1]) | (at >= self.now)] = -1
        return events.assign(week=week)

    def _waits(self, asked: pd.DataFrame, parts: Sequence[Part]) -> pd.DataFrame:
        since = self.items["since"].to_numpy()[asked["item"].to_numpy()]
        placed = self.whose(self._placed(asked.assign(at=since)))
        waits = placed[placed["week"] >= 0].reset_index(drop=True)
        for name in ("first", "full"):
            ended = waits[name].to_numpy()
            over = ended != _NEVER
            hours = self._hours(waits, np.where(over, ended, self.now), parts)
            waits = waits.assign(**{name: hours, name + "_over": over})
        return waits

    def _hours(self, waits: pd.DataFrame, ends: Moments, parts: Sequence[Part]) -> npt.NDArray[np.float64]:
        since, owners = waits["since"].to_numpy(), waits["owner"].to_numpy()
        hours = np.zeros(len(waits))
        for owner, part in enumerate(parts):
            mine = owners == owner
            if mine.any():
                hours[mine] = working_hours(since[mine], ends[mine], part.work)
        return hours


class _Walk:
    """Reads facts into flat lists of numbers, as many for each item, event or wait as it has columns."""

    def __init__(self, parts: Sequence[Part], edges: Moments, now: int) -> None:
        self.customers: dict[str, int] = {}
        self.areas: dict[str, int] = {}
        self.items: list[int] = []
        self.events: list[int] = []
        self.waits: list[int] = []
        self._count = 0
        self._now = now
        for owner, part in enumerate(parts):
            self._read(owner, part, EPOCH + min(int(edges[owner, 0]), now) * MICROSECOND)

    def _read(self, owner: int, part: Part, start: datetime) -> None:
        """Read the facts of one owner, without what was over when the weeks began at *start*, in UTC."""
        for facts in part.facts:
            customer = self.customers.setdefault(facts.customer, len(self.customers))
            area = self.areas.setdefault(part.area_of(facts.customer), len(self.areas))
            for request in facts.requests:
                if not request.deleted and not request.is_solicitation and not _is_past(request, start):
                    since = micros(request.opened.at)
                    self._request(request, self._item(since, owner, customer, area), since)
            for promise in facts.promises:
                since = micros(promise.made.date)
                self._promise(promise, self._item(since, owner, customer, area), since)

    def _item(self, *columns: int) -> int:
        self.items.extend(columns)
        self._count += 1
        return self._count - 1

    def _request(self, request: Request, item: int, since: int) -> None:
        add = self.events.extend
        first = full = _NEVER
        add((item, OPENED, since, item, BEGAN, since))
        for step in request.steps:
            meaning = _meaning(step.kind)
            if meaning is None:
                continue
            at = micros(step.at)
            for kind in meaning.counted:
                add((item, kind, at))
            if since <= at <= self._now:
                first = at if meaning.replies and first == _NEVER else first
                full = at if meaning.ends and full == _NEVER else full
        self.waits.extend((item, first, full))

    def _promise(self, promise: Promise, item: int, since: int) -> None:
        add = self.events.extend
        due = micros(promise.due) if promise.due else None
        kept = False
        add((item, MADE, since))
        for step in promise.steps:
            at = micros(step.at)
            if step.kind == "kept":
                add((item, KEPT, at))
            elif step.kind == "moved":
                add((item, SLIPPED, at))
            kept = kept or (step.kind in ("kept", "withdrawn") and due is not None and at <= due)
        if due is not None and not kept:
            add((item, SLIPPED, due))


class _Meaning(NamedTuple):
    """What a kind of step means: as what it is counted, whether it is a reply, whether it ends the waiting."""

    counted: tuple[int, ...]
    replies: bool
    ends: bool


@cache
def _meaning(kind: str) -> _Meaning | None:
    """Return what a step of *kind* means for the numbers, if anything."""
    turn = _turn(kind)
    counted = [each for each in (turn, _COUNTED.get(kind)) if each is not None]
    meaning = _Meaning(tuple(counted), kind in REPLIES, kind in ENDS)
    return meaning if any(meaning) else None


def _turn(kind: str) -> int | None:
    """Return whether a step of *kind* ends a request, lets it begin anew or neither, as the ledger says."""
    step = Step(kind, EPOCH, "", _NOTHING)
    if base_state([step], RequestState.OPEN) not in _WAITING:
        return ENDED
    return BEGAN if base_state([step], RequestState.ANSWERED) in _WAITING else None


def _is_past(request: Request, start: datetime) -> bool:
    """Tell whether *request* had its last step before *start* and was over then: no week from *start* on counts it."""
    steps = request.steps
    return all(step.at < start for step in steps) and base_state(steps) not in _WAITING


def _frame(values: Iterable[int], *names: str) -> pd.DataFrame:
    columns = np.array(values, np.int64).reshape(-1, len(names)).T.copy()
    return pd.DataFrame(dict(zip(names, columns, strict=True)))
