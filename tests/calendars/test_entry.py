"""Who, what and where of an entry, and whether it blocks the time."""

from __future__ import annotations

import pytest

from handover.model import Address, Event
from handover.sources.calendars.base import OUT_OF_OFFICE
from tests.calendars.entries import events

AT = "DTSTART:20260310T090000Z\nDURATION:PT1H\n"


def one(text: str, *, head: str = "") -> Event:
    (found,) = events(AT + text, head=head)
    return found


def test_people_and_their_answers_are_read() -> None:
    found = one(
        'ORGANIZER;CN="Kögel, Sabine":MAILTO:Sabine@Wir.example\n'
        'ATTENDEE;CN="Roth; Jana";PARTSTAT=ACCEPTED;RSVP=TRUE:mailto:jana@acme.example\n'
        "ATTENDEE;CN=Peter^nLindner;PARTSTAT=declined:mailto:peter@wir.example\n"
        "ATTENDEE:invalid:nomail\n"
        "ATTENDEE;EMAIL=kim@acme.example;CN=Kim:urn:uuid:1\n"
        "ATTENDEE;CUTYPE=ROOM;CN=Halle 1:mailto:halle1@wir.example"
    )

    assert found.organizer == "sabine@wir.example"
    assert found.attendees == (
        Address("Roth; Jana", "jana@acme.example"),
        Address("Peter Lindner", "peter@wir.example"),
        Address("", ""),
        Address("Kim", "kim@acme.example"),
    )
    assert found.partstats[:2] == (("jana@acme.example", "ACCEPTED"), ("peter@wir.example", "DECLINED"))


def test_texts_are_unescaped_and_of_one_line() -> None:
    found = one("SUMMARY:Angebot\\, Teil 2\\; neu\\nzweite Zeile \\\\ Ende\nLOCATION;LANGUAGE=de:Halle\t1")

    assert found.summary == "Angebot, Teil 2; neu zweite Zeile \\ Ende"
    assert found.location == "Halle 1"


def test_control_characters_do_not_come_through() -> None:
    assert one("SUMMARY:a\x1b[31m\x00b").summary == "a[31mb"


@pytest.mark.parametrize(
    "mark", ["CLASS:PRIVATE", "CLASS:confidential", "X-CALENDARSERVER-ACCESS:CONFIDENTIAL"]
)
def test_a_private_entry_keeps_its_time_and_loses_its_texts(mark: str) -> None:
    found = one(
        f"{mark}\nSUMMARY:Zahnarzt\nLOCATION:Praxis\nORGANIZER:mailto:a@wir.example\nATTENDEE:mailto:b@wir.example"
    )

    assert found.private
    assert found.busy
    assert (found.end - found.start).total_seconds() == 3600
    assert "Zahnarzt" not in repr(found)
    assert "Praxis" not in repr(found)
    assert "@wir.example" not in repr(found).replace("event-0@wir.example", "")


@pytest.mark.parametrize(
    ("text", "busy"),
    [
        ("", True),
        ("TRANSP:OPAQUE", True),
        ("TRANSP:TRANSPARENT", False),
        ("X-MICROSOFT-CDO-BUSYSTATUS:FREE", False),
        ("X-MICROSOFT-CDO-BUSYSTATUS:TENTATIVE", True),
        ("X-MICROSOFT-CDO-BUSYSTATUS:OOF", True),
        ("X-MICROSOFT-CDO-BUSYSTATUS:WORKINGELSEWHERE", False),
        ("STATUS:CANCELLED", False),
        ("STATUS:TENTATIVE", True),
    ],
)
def test_whether_an_entry_blocks_the_time(text: str, busy: bool) -> None:
    assert one(text).busy is busy


def test_out_of_office_is_noted_for_a_private_entry_too() -> None:
    found = one("CLASS:PRIVATE\nSUMMARY:x\nX-MICROSOFT-CDO-BUSYSTATUS:OOF")

    assert OUT_OF_OFFICE in found.damage


def test_a_cancellation_that_came_as_a_message_does_not_touch_the_entry() -> None:
    entry = "UID:a\nDTSTART:20260310T090000Z\nSUMMARY:x"

    cancelled = events(entry, head="METHOD:CANCEL")

    assert [event.cancelled for event in cancelled] == [True]


def test_an_entry_without_uid_has_a_stable_one() -> None:
    first, second = (one("UID:\nSUMMARY:Kuchen").uid for _ in range(2))

    assert first == second
    assert first.startswith("no-uid-")


def test_the_calendar_is_called_as_it_calls_itself() -> None:
    assert one("", head="X-WR-CALNAME:Vertrieb Süd").calendar == "Vertrieb Süd"
    assert one("").calendar == "work"
