"""The contract that every calendar source keeps, and the limits that all of them share."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol
from zoneinfo import ZoneInfo

from handover.model import Event, Skipped

MAX_BYTES = 10 * 1024 * 1024
"""A larger calendar is skipped; ten years of a busy person take about two megabytes."""

DEADLINE_S = 30.0
"""How long one calendar of a server may take as a whole."""

MAX_FILES = 20_000
"""More files of one folder are not looked at, and that is said."""

OUT_OF_OFFICE = "out_of_office"
"""Stands in `Event.damage` of an entry whose busy status says that its owner is away."""


class CalendarSource(Protocol):
    """One place where events lie. Opening checks that it is there; errors are `SourceError`."""

    @property
    def uri(self) -> str:
        """The source's stable name, without any secret."""

    def events(self, start: datetime, end: datetime, zone: ZoneInfo) -> tuple[list[Event], list[Skipped]]:
        """Return every occurrence that overlaps [*start*, *end*), oldest first, and what could not be read.

        *start* and *end* are aware; times without a zone and whole days are taken in *zone*. One bad entry
        never hides the good ones. Raises `SourceError` when the calendar as a whole cannot be had.
        """
