from datetime import UTC, datetime

import pytest

from handover.model import CalendarReply
from handover.parse.calendar_part import read_calendar
from tests.parse.mails import multipart, part, read

EVENT = """BEGIN:VCALENDAR
METHOD:{method}
BEGIN:VTIMEZONE
TZID:Europe/Berlin
BEGIN:STANDARD
DTSTART:19701025T030000
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT
UID:u1@wir.example
SUMMARY:Jour fixe\\, Halle 2
DTSTART;TZID=Europe/Berlin:20261203T080000
DTEND;TZID=Europe/Berlin:20261203T090000
ATTENDEE;PARTSTAT=NEEDS-ACTION;CN="Berg, Anna: Chefin":mailto:anna@wir.example
ATTENDEE;PARTSTAT={partstat}:mailto:Jana.Schmidt@kunde.example
END:VEVENT
BEGIN:VEVENT
UID:u2@wir.example
END:VEVENT
END:VCALENDAR
"""


def event(method: str = "REPLY", partstat: str = "ACCEPTED") -> str:
    return EVENT.format(method=method, partstat=partstat)


@pytest.mark.parametrize("partstat", ["ACCEPTED", "DECLINED", "TENTATIVE"])
def test_the_answer_of_the_sender_is_read(partstat):
    data = multipart("mixed", part("Zugesagt"), part(event(partstat=partstat), "text/calendar; method=REPLY"))

    found = read(data)

    assert found.automatic == "calendar"
    assert found.calendar == (
        CalendarReply(
            "REPLY",
            "u1@wir.example",
            partstat,
            "Jour fixe, Halle 2",
            datetime(2026, 12, 3, 7, 0, tzinfo=UTC),
            datetime(2026, 12, 3, 8, 0, tzinfo=UTC),
        ),
    )


def test_folded_lines_are_joined():
    text = event().replace("UID:u1@wir.example", "UID:u1@\n wir.\n\texample")

    found = read_calendar(text, "jana.schmidt@kunde.example")

    assert found is not None
    assert found.uid == "u1@wir.example"


def test_a_published_calendar_beside_a_letter_is_no_meeting_mail():
    data = multipart(
        "mixed", part("Anbei unsere Termine. Passt Ihnen der 3.12.?"), part(event("PUBLISH"), "text/calendar")
    )

    assert read(data).automatic is None


@pytest.mark.parametrize("stamp", ["20261203", "20261399T080000", "gestern", "20261203T080000Z"])
def test_strange_times_do_no_harm(stamp):
    text = event().replace("DTSTART;TZID=Europe/Berlin:20261203T080000", f"DTSTART:{stamp}")

    assert read_calendar(text, "") is not None


@pytest.mark.parametrize("zone", ["../../etc/passwd", "/dev/zero", "Nirgendwo/Stadt", "x" * 500])
def test_strange_zones_are_utc(zone):
    found = read_calendar(event().replace("TZID=Europe/Berlin:20261203T08", f"TZID={zone}:20261203T08"), "")

    assert found is not None
    assert found.start == datetime(2026, 12, 3, 8, 0, tzinfo=UTC)


def test_what_is_no_calendar_is_none():
    assert read_calendar("<html>Bitte anmelden</html>", "") is None
