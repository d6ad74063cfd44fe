"""The calendars of the demo read as their people would read them."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from handover.absences import vacations
from handover.model import Event
from handover.sources.calendars import open_calendar
from tests.calendars.entries import BERLIN

FOLDER = Path(__file__).parents[2] / "examples" / "calendar"


def events(name: str) -> list[Event]:
    source = open_calendar(str(FOLDER / f"{name}.ics"))
    found, skipped = source.events(datetime(2026, 9, 1, tzinfo=UTC), datetime(2027, 1, 1, tzinfo=UTC), BERLIN)
    assert not skipped
    return found


def test_sabines_vacation_is_found() -> None:
    found = vacations(
        events("sabine"), BERLIN, me=("sabine.koegel@fuggerfeld.example",), names=("Sabine Kögel",)
    )

    assert [(one.first, one.last) for one in found] == [(date(2026, 11, 23), date(2026, 12, 4))]


def test_peters_day_off_is_found() -> None:
    found = vacations(
        events("peter"), BERLIN, me=("peter.lindner@fuggerfeld.example",), names=("Peter Lindner",)
    )

    assert (date(2026, 12, 2), date(2026, 12, 2)) in [(one.first, one.last) for one in found]


@pytest.mark.parametrize("name", ["sabine", "peter", "westermann"])
def test_weekly_rounds_keep_their_hour_into_winter(name: str) -> None:
    hours = {
        event.start.astimezone(BERLIN).hour for event in events(name) if event.summary == "Vertriebsrunde"
    }

    assert hours == {9}
