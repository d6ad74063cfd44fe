"""Broken, sloppy and hostile files: what can be read is read, quickly, and the rest is said."""

from __future__ import annotations

import time
from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handover.sources.calendars.ics import read_ics
from tests.calendars.entries import BERLIN, END, START, calendar, read, times

GOOD = "UID:good\nDTSTART:20260310T090000Z\nSUMMARY:Gut"
DATA = calendar(GOOD)


def summaries(data: bytes) -> list[str]:
    return [event.summary for event in read(data)[0]]


@pytest.mark.parametrize(
    "data",
    [
        DATA.replace(b"\r\n", b"\n"),
        DATA.replace(b"\r\n", b"\r"),
        DATA.replace(b"\r\n", b"\r\r\n"),
        DATA.replace(b"\r\n", b"\r\n\r\n"),
        b"\xef\xbb\xbf" + DATA,
        DATA.decode().encode("utf-16"),
        DATA.replace(b"END:VEVENT\r\n", b""),
        DATA.replace(b"END:VEVENT\r\nEND:VCALENDAR\r\n", b""),
        DATA.replace(b"BEGIN:VCALENDAR\r\n", b""),
        DATA.replace(b"SUMMARY:Gut", b"SUMM\r\n ARY:G\r\n\tut"),
        DATA.replace(b"SUMMARY", b"summary").replace(b"VEVENT", b"vevent"),
        DATA.replace(b"DTSTART:", b"DTSTART :"),
        DATA.replace(b"SUMMARY", b"no colon here\r\n:\r\n;;;\r\nSUMMARY"),
        b"some words before\r\n" + DATA,
        DATA + DATA,
    ],
)
def test_sloppy_files_are_read(data: bytes) -> None:
    assert summaries(data) == ["Gut"]


def test_two_encodings_in_one_file_are_both_read() -> None:
    data = calendar(GOOD, "DTSTART:20260311T090000Z\nSUMMARY:Größe")

    assert summaries(
        data.replace("Größe".encode(), "Größe".encode("cp1252")).replace(b"Gut", "Grün".encode())
    ) == [
        "Grün",
        "Größe",
    ]


def test_a_character_split_by_a_fold_is_whole() -> None:
    assert summaries(DATA.replace(b"Gut", b"Gr\xc3\r\n \xbc\xc3\x9fe")) == ["Grüße"]


def test_alarms_and_unknown_components_do_not_leak_into_the_entry() -> None:
    inside = "BEGIN:VALARM\r\nSUMMARY:Alarm\r\nDTSTART:19990101T000000Z\r\nBEGIN:X\r\nEND:X\r\nEND:VALARM\r\nSUMMARY"

    assert summaries(DATA.replace(b"SUMMARY", inside.encode())) == ["Gut"]


@pytest.mark.parametrize("data", [b"", b"\0" * 1000, b"<html>Log in</html>", b"PK\x03\x04" + b"\xff" * 100])
def test_what_is_no_calendar_is_said(data: bytes) -> None:
    found, skipped = read(data)

    assert not found
    assert [one.reason for one in skipped] == ["not_a_calendar"]


def test_an_empty_calendar_is_no_fault() -> None:
    assert read(calendar()) == ([], [])


def test_a_file_beyond_the_cap_is_skipped() -> None:
    reading = read_ics(DATA * 100, START, END, BERLIN, name="work", max_bytes=1000)

    assert [one.reason for one in reading.skipped] == ["too_large"]


def test_a_library_error_in_one_entry_leaves_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    import recurring_ical_events

    def refuse(*arguments: object, **keywords: object) -> object:
        raise TypeError("surprise")

    monkeypatch.setattr(recurring_ical_events, "of", refuse)
    later = "RECURRENCE-ID;RANGE=THISANDFUTURE:20260309T090000Z"
    data = calendar(
        "UID:s\nDTSTART:20260302T090000Z\nRRULE:FREQ=WEEKLY",
        f"UID:s\n{later}\nDTSTART:20260309T100000Z",
        GOOD,
    )

    found, skipped = read(data)

    assert [event.uid for event in found] == ["good"]
    assert [(one.locator, one.reason) for one in skipped] == [("s", "unreadable")]


HOSTILE = {
    "many attendees": GOOD + "".join(f"\nATTENDEE;CN=P{n}:mailto:p{n}@x.example" for n in range(30_000)),
    "many parameters": GOOD
    + "\nATTENDEE"
    + "".join(f";X-{n}=1" for n in range(30_000))
    + ":mailto:a@x.example",
    "an open quote": GOOD + '\nATTENDEE;CN="' + '";X="' * 30_000 + ":mailto:a@x.example",
    "a long line": GOOD + "\nDESCRIPTION:" + "x" * 5_000_000,
    "a long summary": "UID:good\nDTSTART:20260310T090000Z\nSUMMARY:Gut" + "\\n" * 1_000_000,
    "a long zone": GOOD + f"\nDTEND;TZID={'A' * 1_000_000}:20260310T100000",
    "many folds": GOOD + "\nDESCRIPTION:" + "\r\n x" * 300_000,
    "many excluded dates": GOOD
    + "\nRRULE:FREQ=DAILY;COUNT=1\nEXDATE:"
    + ",".join(["20260101T000000Z"] * 60_000),
    "deep nesting": GOOD + "\nBEGIN:X-DEEP" * 50_000,
    "many entries of one uid": f"{GOOD}\n"
    + "END:VEVENT\nBEGIN:VEVENT\nUID:other\nDTSTART:20260311T090000Z\n" * 8_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_entries_are_read_quickly(name: str) -> None:
    data = calendar(HOSTILE[name])
    began = time.process_time()

    found, _ = read(data)

    assert "10.03. 10:00" in times(found)
    assert time.process_time() - began < 1.5


@pytest.mark.parametrize(
    "data", [b"BEGIN:VEVENT\n" * 100_000, b"BEGIN:VCALENDAR\nEND:VCALENDAR\n" * 50_000, b"\n" * 5_000_000]
)
def test_hostile_frames_end_quickly(data: bytes) -> None:
    began = time.process_time()

    found, _ = read(data)

    assert not found
    assert time.process_time() - began < 1.5


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.sampled_from([*DATA.split(b"\r\n"), b"", b" x", b"BEGIN:VALARM", b"RRULE:FREQ=WEEKLY", b'X;A="']),
        max_size=30,
    )
)
def test_no_order_of_lines_raises(lines: list[bytes]) -> None:
    read(b"\r\n".join(lines))


@settings(max_examples=200, deadline=None)
@given(
    st.text(max_size=60),
    st.sampled_from(["DTSTART", "DTEND", "RRULE", "EXDATE", "RECURRENCE-ID", "DURATION"]),
)
def test_no_value_raises(value: str, name: str) -> None:
    entry = f"DTSTART:20260310T090000Z\n{name}:{value}"

    read(calendar(entry.replace("\r", ""), "RECURRENCE-ID:20260310T090000Z\n" + entry))


@settings(max_examples=100, deadline=None)
@given(st.datetimes(datetime(1700, 1, 1), datetime(2300, 1, 1)), st.integers(0, 4000))
def test_any_window_is_answered(start: datetime, days: int) -> None:
    begin = start.replace(tzinfo=BERLIN)
    series = "DTSTART;TZID=Europe/Berlin:20200101T090000\nDURATION:PT1H\nRRULE:FREQ=MONTHLY"

    found, skipped = read(calendar(series), begin, begin.replace(year=begin.year + days // 365))

    assert not skipped
    assert all(event.end > begin for event in found)
