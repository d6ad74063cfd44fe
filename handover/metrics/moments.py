"""Moments as whole microseconds since 1970 in UTC, and working time between very many of them at once.

Whole numbers compare and subtract exactly, whatever zones the moments came in and however far back a forged date lies.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import numpy as np
import numpy.typing as npt

from handover.worktime import MAX_DAYS, WorkCalendar

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)
HOUR = timedelta(hours=1) // MICROSECOND
DAY = 24 * HOUR

Moments = npt.NDArray[np.int64]


def micros(moment: datetime) -> int:
    """Return *moment*, which is aware, in microseconds since 1970."""
    return (moment - EPOCH) // MICROSECOND


def midnight(day: date, zone: ZoneInfo) -> int:
    """Return when *day* begins in *zone*."""
    return micros(datetime.combine(day, time(), zone))


def working_hours(starts: Moments, ends: Moments, calendar: WorkCalendar) -> npt.NDArray[np.float64]:
    """Return the working hours between each of *starts* and its end; what `business_hours` says one by one."""
    ends = np.minimum(ends, starts + MAX_DAYS * DAY)
    if not (starts < ends).any():
        return np.zeros(len(starts))
    begins, finishes = _spans(int(starts.min()), int(ends.max()), calendar)
    if not len(begins):
        return np.zeros(len(starts))
    worked = _worked(ends, begins, finishes) - _worked(starts, begins, finishes)
    hours: npt.NDArray[np.float64] = np.maximum(worked, 0) / HOUR
    return hours


def _spans(first: int, last: int, calendar: WorkCalendar) -> tuple[Moments, Moments]:
    """Return begin and end of the working time of every working day that *first* to *last* touches, by owner's day."""
    day = (EPOCH + first * MICROSECOND).astimezone(calendar.zone).date()
    end = (EPOCH + last * MICROSECOND).astimezone(calendar.zone).date()
    days = (day + timedelta(days=n) for n in range((end - day).days + 1))
    spans = [calendar.span(each) for each in days if calendar.is_working_day(each)]
    begins = np.array([micros(begin) for begin, _ in spans], np.int64)
    finishes = np.array([micros(finish) for _, finish in spans], np.int64)
    return begins, np.maximum(begins, finishes)


def _worked(moments: Moments, begins: Moments, finishes: Moments) -> Moments:
    """Return how much was worked from the first of the spans until each of *moments*."""
    lengths = finishes - begins
    before = np.concatenate(([0], np.cumsum(lengths)))
    day = begins.searchsorted(moments, "right") - 1
    within = np.minimum(moments - begins[day], lengths[day])
    worked: Moments = np.where(day < 0, 0, before[day] + within)
    return worked
