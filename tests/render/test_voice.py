"""Numbers, dates and sentences as a reader writes them."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from handover.render.voice import Voice

DE, EN = Voice("de", ZoneInfo("Europe/Berlin")), Voice("en", ZoneInfo("America/Chicago"))


def test_times_are_shown_in_the_readers_zone() -> None:
    moment = datetime(2026, 11, 20, 3, 30, tzinfo=UTC)

    assert DE.moment(moment) == "Fr 20.11.2026 04:30"
    assert EN.moment(moment) == "Thu 19 Nov 2026 21:30"


def test_numbers_have_the_readers_comma() -> None:
    assert (DE.number(7.84), EN.number(7.84), DE.number(8.0), EN.number(1234.5)) == (
        "7,8",
        "7.8",
        "8",
        "1234",
    )


def test_days_bear_their_weekday() -> None:
    assert (DE.day(date(2026, 12, 7)), EN.day(date(2026, 12, 7))) == ("Mo 07.12.2026", "Mon 7 Dec 2026")


def test_a_place_that_cannot_be_filled_does_not_break_the_sentence() -> None:
    assert EN.fill("{a} and {b}", {"a": 1}) == "{a} and {b}"


def test_an_unknown_language_is_english() -> None:
    assert Voice("fr", ZoneInfo("UTC")).say("red") == "red"
