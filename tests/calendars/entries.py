"""Calendars written in short: each event is a few lines of its properties."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from handover.model import Event, Skipped
from handover.sources.calendars.ics import read_ics

BERLIN = ZoneInfo("Europe/Berlin")
START = datetime(2026, 3, 1, tzinfo=BERLIN)
END = datetime(2026, 5, 1, tzinfo=BERLIN)


def calendar(*events: str, head: str = "") -> bytes:
    """Return a calendar of *events*; a missing UID is added, one line of *head* stands before them."""
    blocks = []
    for number, event in enumerate(events):
        lines = [line.strip() for line in event.strip().splitlines()]
        if not any(line.startswith("UID") for line in lines):
            lines.insert(0, f"UID:event-{number}@wir.example")
        blocks += ["BEGIN:VEVENT", *lines, "END:VEVENT"]
    heads = [line.strip() for line in head.strip().splitlines()]
    return "\r\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", *heads, *blocks, "END:VCALENDAR", ""]).encode()


def read(data: bytes, start: datetime = START, end: datetime = END) -> tuple[list[Event], list[Skipped]]:
    """Read *data* as somebody in Berlin does."""
    reading = read_ics(data, start, end, BERLIN, name="work")
    return reading.events, reading.skipped


def events(*entries: str, head: str = "") -> list[Event]:
    """Read *entries*, none of which may be skipped."""
    found, skipped = read(calendar(*entries, head=head))
    assert not skipped
    return found


def times(found: list[Event]) -> list[str]:
    """Return when each event starts, by the clock in Berlin."""
    return [f"{event.start.astimezone(BERLIN):%d.%m. %H:%M}" for event in found]


def spans(found: list[Event]) -> list[str]:
    """Return start and end of each event, by the clock in Berlin."""
    return [
        f"{event.start.astimezone(BERLIN):%d.%m. %H:%M}–{event.end.astimezone(BERLIN):%d.%m. %H:%M}"
        for event in found
    ]
