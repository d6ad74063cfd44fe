"""Who takes what, and that nobody gets what they cannot do."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from handover.checks.base import Context
from handover.documents.cover import Roster, colleague
from handover.documents.packet import Deputy
from handover.model import Address, Customer, Event, Person
from handover.people import CustomerMatch, build
from handover.worktime import WorkCalendar

BERLIN = ZoneInfo("Europe/Berlin")
FIRST, LAST = date(2026, 3, 30), date(2026, 4, 10)
PETER, JENS, CARLA, CHEF = (f"{name}@wir.example" for name in ("peter", "jens", "carla", "chef"))
TEAM = (
    Person("Peter Lind", (PETER,), area="Bänder", second_deputy=CARLA),
    Person("Jens West", (JENS,), area="Lager"),
    Person("Carla Neu", (CARLA,), area="Pumpen"),
    Person("Eva Rau", (CHEF,), manager=True),
)
CUSTOMERS = tuple(
    CustomerMatch(f"{name}.example", Customer(f"{name}.example", name, area=area, deputy=deputy))
    for name, area, deputy in (
        ("band", "Bänder", ""),
        ("lager", "Lager", ""),
        ("pumpe", "Pumpen", ""),
        ("eigen", "Lager", PETER),
    )
)
ALL_DAYS = frozenset(FIRST + timedelta(days=n) for n in range(12))


def roster(
    *areas: tuple[str, str], away: dict[str, frozenset[date]] | None = None, **events: list[Event]
) -> Roster:
    people = build([Address("Anna", "anna@wir.example")], team=TEAM, customers=CUSTOMERS)
    context = Context(
        datetime(2026, 3, 12, 12, tzinfo=BERLIN),
        WorkCalendar(BERLIN, region="DE"),
        people,
        deputy_events={f"{name}@wir.example": found for name, found in events.items()},
    )
    deputies = []
    for address, area in areas or ((PETER, "Bänder"), (JENS, "Lager")):
        person = people.person(address)
        deputies.append(
            Deputy(
                colleague(context, address, area),
                (area,) if area else (),
                person.second_deputy if person else "",
            )
        )
    return Roster(context, FIRST, LAST, deputies, away or {})


def meeting(*accepted: str, uid: str = "m", start: str = "2026-03-31T10:00", hours: float = 1) -> Event:
    begin = datetime.fromisoformat(start).replace(tzinfo=BERLIN)
    partstats = tuple((address, "ACCEPTED") for address in accepted)
    return Event(uid, begin, begin + timedelta(hours=hours), False, "Abnahme", partstats=partstats)


def test_the_area_decides() -> None:
    taker = roster().for_customer("lager.example")

    assert (taker.address, taker.because) == (JENS, "area")


def test_the_customer_list_decides_before_the_area() -> None:
    taker = roster().for_customer("eigen.example")

    assert (taker.address, taker.because) == (PETER, "deputy")


def test_a_deputy_for_everything_takes_what_no_area_takes() -> None:
    taker = roster((JENS, "Lager"), (PETER, "")).for_customer("pumpe.example")

    assert (taker.address, taker.because) == (PETER, "covers")


def test_without_one_the_colleague_who_knows_the_area_takes_it() -> None:
    taker = roster().for_customer("pumpe.example")

    assert (taker.address, taker.because) == (CARLA, "area")


def test_nothing_is_left_without_somebody() -> None:
    taker = roster().for_customer("unknown.example")

    assert (taker.address, taker.because) == (PETER, "covers")


def test_who_is_away_on_the_days_that_count_is_replaced_by_their_second() -> None:
    away = {PETER: frozenset({FIRST, FIRST + timedelta(days=1)})}

    taker = roster(away=away).for_customer("band.example", [FIRST, FIRST + timedelta(days=1)])

    assert (taker.address, taker.because, taker.instead_of) == (CARLA, "replaces", PETER)


def test_who_is_there_on_one_of_the_days_keeps_it() -> None:
    away = {PETER: frozenset({FIRST})}

    assert roster(away=away).for_customer("band.example", [FIRST, FIRST + timedelta(days=1)]).address == PETER


def test_when_all_are_away_it_goes_to_the_manager() -> None:
    away = dict.fromkeys((PETER, JENS, CARLA), ALL_DAYS)

    taker = roster(away=away).for_customer("band.example")

    assert (taker.address, taker.because) == (CHEF, "manager")


def test_who_accepted_a_meeting_has_it() -> None:
    taker = roster().for_event(meeting(JENS), "band.example")

    assert (taker.address, taker.because, taker.problem) == (JENS, "has_it", "")


def test_a_meeting_that_nobody_has_goes_by_area_and_says_so() -> None:
    taker = roster().for_event(meeting(), "lager.example")

    assert (taker.address, taker.problem) == (JENS, "nobody")


def test_who_is_double_booked_is_replaced() -> None:
    taker = roster(peter=[meeting(uid="other", hours=2)]).for_event(meeting(PETER), "band.example")

    assert (taker.address, taker.instead_of, taker.problem) == (CARLA, PETER, "holder_busy")


def test_nobody_is_sent_to_a_meeting_at_a_time_that_is_taken() -> None:
    busy = {"jens": [meeting(uid="x")], "peter": [meeting(uid="y")], "carla": [meeting(uid="z")]}

    assert roster(**busy).for_event(meeting(), "lager.example").address == CHEF
