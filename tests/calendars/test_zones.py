"""Which zone a calendar means, by name or by its own rules."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from handover.sources.calendars.zones import named_zone
from tests.calendars.entries import calendar, events, read, spans, times

EVENING = "DTSTART;TZID={name}:20260310T180000\nDTEND;TZID={name}:20260310T190000"
VIENNA_RULES = """
    BEGIN:VTIMEZONE
    TZID:Customized Time Zone
    BEGIN:STANDARD
    DTSTART:16010101T030000
    TZOFFSETFROM:+0200
    TZOFFSETTO:+0100
    RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
    END:STANDARD
    BEGIN:DAYLIGHT
    DTSTART:16010101T020000
    TZOFFSETFROM:+0100
    TZOFFSETTO:+0200
    RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
    END:DAYLIGHT
    END:VTIMEZONE
"""


@pytest.mark.parametrize(
    ("name", "zone"),
    [
        ("Europe/Berlin", "Europe/Berlin"),
        ("W. Europe Standard Time", "Europe/Berlin"),
        ("W. Europe Standard Time 1", "Europe/Berlin"),
        ("Tokyo Standard Time", "Asia/Tokyo"),
        ("Eastern Daylight Time", "America/New_York"),
        ("Mitteleuropäische Zeit", "Europe/Berlin"),
        ("MEZ", "Europe/Berlin"),
        ("(UTC+01:00) Amsterdam, Berlin, Bern, Rom, Stockholm, Wien", "Europe/Berlin"),
        ("(GMT+01.00) Brüssel, Kopenhagen, Madrid, Paris", "Europe/Paris"),
        ("(UTC+00:00) Dublin, Edinburgh, Lissabon, London", "Europe/London"),
        ("(UTC-05:00) Eastern Time (US & Canada)", "America/New_York"),
        ("GMT +0100 (Standard) / GMT +0200 (Daylight)", "Europe/Berlin"),
        ("/mozilla.org/20050126_1/Europe/Berlin", "Europe/Berlin"),
        (
            "/freeassociation.sourceforge.net/Tzfile/America/Argentina/Buenos_Aires",
            "America/Argentina/Buenos_Aires",
        ),
    ],
)
def test_a_zone_is_known_by_the_names_people_use(name: str, zone: str) -> None:
    assert named_zone(name) == ZoneInfo(zone)


@pytest.mark.parametrize(
    "name", ["UTC", "Etc/UTC", "Z", "(UTC) Koordinierte Weltzeit", "tzone://Microsoft/Utc"]
)
def test_utc_is_known(name: str) -> None:
    assert named_zone(name) is UTC


def test_an_offset_is_a_zone_of_its_own() -> None:
    found = named_zone("UTC+03:30")

    assert found is not None
    assert found.utcoffset(None) == timedelta(hours=3, minutes=30)


@pytest.mark.parametrize(
    "name",
    ["/etc/passwd", "../../../etc/passwd", "Europe", "posixrules", "Europe\x00/Berlin", "UTC+99", "Nowhere"],
)
def test_a_name_that_means_nothing_makes_the_time_the_owners_and_is_said(name: str) -> None:
    (found,) = events(EVENING.format(name=name))

    assert spans([found]) == ["10.03. 18:00–10.03. 19:00"]
    assert found.damage == ("unknown_zone",)


def test_an_unknown_name_is_read_by_the_calendars_own_rules() -> None:
    series = "DTSTART;TZID=Customized Time Zone:20260323T180000\nRRULE:FREQ=WEEKLY;COUNT=2"
    found = events(series, head=VIENNA_RULES.replace("+0100", "-0500").replace("+0200", "-0400"))

    assert times(found) == ["24.03. 00:00", "31.03. 00:00"]
    assert not found[0].damage


def test_a_known_name_wins_over_the_calendars_own_rules() -> None:
    rules = VIENNA_RULES.replace("Customized Time Zone", "Europe/Berlin").replace("+0100", "-0900")

    assert times(events(EVENING.format(name="Europe/Berlin"), head=rules)) == ["10.03. 18:00"]


@pytest.mark.parametrize("line", ["TZID-ALIAS-OF:Europe/Lisbon", "X-LIC-LOCATION:Europe/Lisbon"])
def test_an_alias_names_the_zone(line: str) -> None:
    rules = VIENNA_RULES.replace("TZID:Customized Time Zone", f"TZID:/ours/x\n{line}")

    assert times(events(EVENING.format(name="/ours/x"), head=rules)) == ["10.03. 19:00"]


def test_a_zone_with_fixed_changes_is_read() -> None:
    rules = """
        BEGIN:VTIMEZONE
        TZID:ours
        BEGIN:STANDARD
        DTSTART:20251001T000000
        TZOFFSETFROM:+0500
        TZOFFSETTO:+0300
        END:STANDARD
        BEGIN:STANDARD
        DTSTART:20260315T000000
        TZOFFSETFROM:+0300
        TZOFFSETTO:+0430
        END:STANDARD
        END:VTIMEZONE
    """
    found = events("DTSTART;TZID=ours:20260310T120000\nRRULE:FREQ=WEEKLY;COUNT=2", head=rules)

    assert times(found) == ["10.03. 10:00", "17.03. 08:30"]


@pytest.mark.parametrize(
    "rules",
    [
        "BEGIN:VTIMEZONE\nTZID:ours\nEND:VTIMEZONE",
        "BEGIN:VTIMEZONE\nTZID:ours\nBEGIN:STANDARD\nDTSTART:16010101T000000\nTZOFFSETFROM:+9900\nTZOFFSETTO:+0100\n"
        "END:STANDARD\nEND:VTIMEZONE",
        "BEGIN:VTIMEZONE\nTZID:ours\nBEGIN:STANDARD\nDTSTART:nonsense\nEND:STANDARD",
    ],
)
def test_rules_that_say_nothing_cost_the_zone_only(rules: str) -> None:
    found, skipped = read(calendar(EVENING.format(name="ours"), head=rules))

    assert times(found) == ["10.03. 18:00"]
    assert not skipped


def test_a_zone_of_daily_changes_is_not_followed() -> None:
    rules = VIENNA_RULES.replace("FREQ=YEARLY", "FREQ=DAILY")

    assert len(events(EVENING.format(name="Customized Time Zone"), head=rules)) == 1


def test_a_window_is_read_alike_in_any_zone() -> None:
    data = calendar("DTSTART;TZID=Europe/Berlin:20260310T180000")
    window = (
        datetime(2026, 3, 10, 12, tzinfo=ZoneInfo("America/New_York")),
        datetime(2026, 3, 11, tzinfo=UTC),
    )

    assert times(read(data, *window)[0]) == ["10.03. 18:00"]
