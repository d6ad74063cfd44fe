"""Which entries of a calendar say that its owner is away, and from when to when."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from handover import absences
from handover.absences import is_absence, vacations
from handover.model import Address, Event
from handover.sources.calendars import base

BERLIN = ZoneInfo("Europe/Berlin")
MONDAY = datetime(2026, 8, 3, tzinfo=BERLIN)


def entry(
    summary: str,
    *,
    start: datetime = MONDAY,
    length: timedelta = timedelta(days=5),
    all_day: bool = True,
    busy: bool = True,
    oof: bool = False,
    uid: str = "u",
    organizer: str = "",
    attendees: tuple[str, ...] = (),
    cancelled: bool = False,
) -> Event:
    return Event(
        uid,
        start,
        start + length,
        all_day,
        summary,
        busy=busy,
        organizer=organizer,
        attendees=tuple(Address("", address) for address in attendees),
        cancelled=cancelled,
        damage=("out_of_office",) if oof else (),
    )


def days(*entries: Event, **who: tuple[str, ...]) -> list[tuple[date, date]]:
    return [(one.first, one.last) for one in vacations(entries, BERLIN, **who)]


@pytest.mark.parametrize(
    "summary",
    [
        "Urlaub",
        "URLAUB!",
        "Urlaub Sabine",
        "Sabine im Urlaub",
        "Sommerurlaub 2026 (genehmigt)",
        "Urlaub am Gardasee",
        "Urlaub Portugal",
        "Hochzeitsurlaub",
        "Urlaub (Peter vertritt)",
        "Urlaub, Vertretung: Herr Lindner",
        "abwesend",
        "Betriebsurlaub",
        "Elternzeit",
        "frei (Überstunden)",
        "Brückentag",
        "nicht im Büro",
        "krank",
        "Annual leave",
        "Out of office",
        "OOO",
        "On vacation in Spain",
        "Holiday (Cornwall)",
        "Summer holidays",
        "Day off",
    ],
)
def test_the_owners_absence_is_known_by_its_words(summary: str) -> None:
    assert is_absence(entry(summary), names=("Sabine Kögel",))


@pytest.mark.parametrize(
    "summary",
    [
        "Urlaub Peter",
        "Peters Urlaub",
        "Tom on vacation",
        "Urlaub Westermann",
        "Frau Rist im Urlaub",
        "Betriebsurlaub Fa. Klein",
        "Kunde im Urlaub",
        "Urlaub der Kollegen",
        "Holder krank",
        "kein Urlaub",
        "evtl. Urlaub",
        "Urlaub?",
        "Urlaubsplanung",
        "Urlaubsvertretung Peter",
        "Vertretung Peter (Urlaub)",
        "Vor Urlaub: Angebot fertig",
        "Back from vacation",
        "PTO request",
        "Schulferien Bayern",
        "Bank holiday",
        "Holiday party",
        "Leave for Berlin",
        "Termin frei",
        "Frei halten für die Messe",
        "Freigabe der Zeichnung",
        "Dienstreise Linz",
        "Freitagsbericht",
    ],
)
def test_what_concerns_somebody_or_something_else_is_no_absence(summary: str) -> None:
    assert not is_absence(entry(summary), names=("Sabine Kögel",), others=("Jens Westermann",))


def test_a_name_in_an_entry_that_blocks_nothing_is_taken_for_a_colleague() -> None:
    assert is_absence(entry("Urlaub Gardasee"))
    assert not is_absence(entry("Urlaub Gardasee", busy=False))
    assert is_absence(entry("Urlaub", busy=False))
    assert not is_absence(entry("Frei", busy=False))


def test_what_somebody_else_organises_is_theirs() -> None:
    invited = entry("Urlaub", organizer="peter@wir.example", attendees=("sabine@wir.example",))
    told = entry("Urlaub", organizer="sabine@wir.example", attendees=("peter@wir.example",))

    assert not is_absence(invited, me=("sabine@wir.example",))
    assert not is_absence(invited)
    assert is_absence(told, me=("sabine@wir.example",))


def test_a_cancelled_entry_is_no_absence() -> None:
    assert not is_absence(entry("Urlaub", cancelled=True))


def test_the_busy_status_tells_without_words() -> None:
    assert days(entry("", oof=True)) == [(date(2026, 8, 3), date(2026, 8, 7))]
    assert not days(entry("Besuch in Linz", oof=True, attendees=("kim@acme.example",)))
    assert not days(entry("kein Urlaub", oof=True))


def test_a_visit_marked_as_out_of_office_counts_only_when_it_takes_the_whole_day() -> None:
    at_nine = MONDAY + timedelta(hours=9)

    assert not days(entry("Linz", start=at_nine, length=timedelta(hours=6), all_day=False, oof=True))
    assert days(
        entry("Linz", start=at_nine - timedelta(hours=1), length=timedelta(hours=10), all_day=False, oof=True)
    )


def test_an_absence_of_an_hour_is_none() -> None:
    at_three = MONDAY + timedelta(hours=15)

    assert not days(entry("frei", start=at_three, length=timedelta(hours=2), all_day=False))


def test_an_absence_by_the_clock_counts_the_days_it_mostly_takes() -> None:
    noon = MONDAY + timedelta(hours=12)

    found = days(entry("Urlaub", start=noon, length=timedelta(days=3, hours=5), all_day=False))

    assert found == [(date(2026, 8, 4), date(2026, 8, 6))]


def test_the_last_day_is_the_day_before_the_end() -> None:
    assert days(entry("Urlaub")) == [(date(2026, 8, 3), date(2026, 8, 7))]


def test_days_are_the_days_of_the_zone() -> None:
    found = vacations([entry("Urlaub")], ZoneInfo("America/New_York"))

    assert [(one.first, one.last) for one in found] == [(date(2026, 8, 3), date(2026, 8, 7))]


def test_weeks_with_only_a_weekend_between_are_one_absence() -> None:
    second = entry("Urlaub", start=MONDAY + timedelta(days=7), uid="v")

    found = vacations([second, entry("Urlaub")], BERLIN)

    assert [(one.first, one.last, one.source) for one in found] == [
        (date(2026, 8, 3), date(2026, 8, 14), "u")
    ]


def test_absences_with_working_days_between_stay_apart() -> None:
    later = entry("Urlaub", start=MONDAY + timedelta(days=8), uid="v")

    assert len(days(entry("Urlaub"), later)) == 2


def test_the_source_and_the_reader_mean_the_same_by_out_of_office() -> None:
    assert absences.OUT_OF_OFFICE == base.OUT_OF_OFFICE
