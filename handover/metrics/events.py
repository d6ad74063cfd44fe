"""What happened, as one tall frame: request or promise × what happened × when × customer × area × owner.

Walks each request and promise once; all that follows is arithmetic on columns.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from functools import cache

import numpy as np
import numpy.typing as npt
import pandas as pd

from handover.ledger import CHASERS, base_state
from handover.metrics.moments import EPOCH, Moments, micros, midnight, working_hours
from handover.metrics.weeks import ANSWERS, ENDS, REPLIES, Part
from handover.model import Promise, Quote, Request, RequestState, Step

OPENED, ANSWERED, CHASED, MADE, KEPT, SLIPPED, BEGAN, ENDED = range(8)
_COUNTED = dict.fromkeys(ANSWERS, ANSWERED) | dict.fromkeys(CHASERS, CHASED)
_WAITING = (RequestState.OPEN, RequestState.HELD)
_NOTHING = Quote("", None, EPOCH, "", "")


class History:
    """The events of the weeks that begin on *mondays*, read from *parts* as known at *now*.

    *events* has the columns item, kind, at (microseconds), week (its place among the weeks, -1 outside), customer,
    area, owner. *waits* has item, week, customer, area of each request opened in the weeks, with the hours until a
    first reply and a full answer and whether these were given. *ends* is when each week is over for each owner, or
    *now*. Customers and areas are numbers: places in *customers* and *areas*.
    """

    def __init__(self, parts: Sequence[Part], mondays: Sequence[date], now: datetime) -> None:
        days = [*mondays, mondays[-1] + timedelta(days=7)]
        self.now = micros(now)
        self.edges = np.array(
            [[midnight(day, part.work.zone) for day in days] for part in parts], np.int64
        ).reshape(len(parts), len(days))
        self.ends = np.minimum(self.edges[:, 1:], self.now)
        self._customers: dict[str, int] = {}
        self._areas: dict[str, int] = {}
        self._items: tuple[array[int], ...] = tuple(array("q") for _ in range(4))
        self._events: tuple[array[int], ...] = tuple(array("q") for _ in range(3))
        self._waits: tuple[array[int], ...] = tuple(array("q") for _ in range(3))
        for owner, part in enumerate(parts):
            self._read(owner, part)
        self.opened, self.owner, self._customer, self._area = map(_column, self._items)
        self.events = self._tall()
        self.waits = self._durations(parts)

    @property
    def customers(self) -> list[str]:
        return list(self._customers)

    @property
    def areas(self) -> list[str]:
        return list(self._areas)

    def _read(self, owner: int, part: Part) -> None:
        for facts in part.facts:
            customer = self._customers.setdefault(facts.customer, len(self._customers))
            area = self._areas.setdefault(part.area_of(facts.customer), len(self._areas))
            for request in facts.requests:
                if not request.deleted and not request.is_solicitation:
                    self._request(request, self._item(micros(request.opened.at), owner, customer, area))
            for promise in facts.promises:
                self._promise(promise, self._item(micros(promise.made.date), owner, customer, area))

    def _item(self, opened: int, *whose: int) -> int:
        for column, value in zip(self._items, (opened, *whose), strict=True):
            column.append(value)
        return len(self._items[0]) - 1

    def _add(self, item: int, kind: int, at: int) -> None:
        items, kinds, moments = self._events
        items.append(item)
        kinds.append(kind)
        moments.append(at)

    def _request(self, request: Request, item: int) -> None:
        opened = self._items[0][item]
        first = full = None
        self._add(item, OPENED, opened)
        self._add(item, BEGAN, opened)
        for step in request.steps:
            kind = step.kind
            turn = _turn(kind)
            if turn is None and kind not in _COUNTED and kind not in REPLIES:
                continue
            at = micros(step.at)
            if turn is not None:
                self._add(item, turn, at)
            if kind in _COUNTED:
                self._add(item, _COUNTED[kind], at)
            if opened <= at <= self.now:
                first = at if first is None and kind in REPLIES else first
                full = at if full is None and kind in ENDS else full
        for column, value in zip(self._waits, (item, first, full), strict=True):
            column.append(_NEVER if value is None else value)

    def _promise(self, promise: Promise, item: int) -> None:
        due = micros(promise.due) if promise.due else None
        kept = False
        self._add(item, MADE, self._items[0][item])
        for step in promise.steps:
            at = micros(step.at)
            if step.kind == "kept":
                self._add(item, KEPT, at)
            elif step.kind == "moved":
                self._add(item, SLIPPED, at)
            kept = kept or (step.kind in ("kept", "withdrawn") and due is not None and at <= due)
        if due is not None and not kept:
            self._add(item, SLIPPED, due)

    def _tall(self) -> pd.DataFrame:
        item, kind, at = map(_column, self._events)
        frame = pd.DataFrame({"item": item, "kind": kind, "at": at, "week": self._week(item, at)})
        return self._whose(frame)

    def _whose(self, frame: pd.DataFrame) -> pd.DataFrame:
        item = frame["item"].to_numpy()
        return frame.assign(
            customer=self._customer[item], area=self._area[item], owner=self.owner[item], all=0
        )

    def _week(self, item: Moments, at: Moments) -> Moments:
        """Return the place among the weeks in which each of *at* lies for the owner of its item, else -1."""
        owner = self.owner[item]
        week = np.full(len(at), -1)
        for number, edges in enumerate(self.edges):
            mine = owner == number
            week[mine] = edges.searchsorted(at[mine], "right") - 1
        week[(week == self.ends.shape[1]) | (at >= self.now)] = -1
        return week

    def _durations(self, parts: Sequence[Part]) -> pd.DataFrame:
        item, first, full = map(_column, self._waits)
        week = self._week(item, self.opened[item])
        counts = week >= 0
        frame = self._whose(pd.DataFrame({"item": item[counts], "week": week[counts]}))
        for name, ended in (("first", first[counts]), ("full", full[counts])):
            over = ended != _NEVER
            frame[name + "_over"] = over
            frame[name] = self._hours(frame, np.where(over, ended, self.now), parts)
        return frame

    def _hours(self, frame: pd.DataFrame, ends: Moments, parts: Sequence[Part]) -> npt.NDArray[np.float64]:
        starts, owner = self.opened[frame["item"]], frame["owner"].to_numpy()
        hours = np.zeros(len(frame))
        for number, part in enumerate(parts):
            mine = owner == number
            if mine.any():
                hours[mine] = working_hours(starts[mine], ends[mine], part.work)
        return hours


_NEVER = np.iinfo(np.int64).min


def _column(values: array[int]) -> Moments:
    return np.array(values, np.int64)


@cache
def _turn(kind: str) -> int | None:
    """Return whether a step of *kind* ends a request, lets it begin anew, or leaves it as it is, as the ledger says."""
    step = Step(kind, EPOCH, "", _NOTHING)
    if base_state([step], RequestState.OPEN) not in _WAITING:
        return ENDED
    return BEGAN if base_state([step], RequestState.ANSWERED) in _WAITING else None
