"""Generated teams: requests and promises around the ends of weeks, changes of the clock and turns of the year."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from handover.ledger import Facts
from handover.metrics import Part
from handover.model import Promise, Quote, Request, Step
from handover.worktime import WorkCalendar

ZONES = tuple(map(ZoneInfo, ("Europe/Berlin", "America/New_York", "Pacific/Auckland", "Asia/Kolkata", "UTC")))
REGIONS = ("DE", "DE-BY", "GB-SCT", "US-TX", "AT-9", "")
MONDAYS = (
    date(2026, 3, 23),  # the clock goes forward in Berlin
    date(2026, 10, 19),  # and back
    date(2026, 3, 2),  # forward in New York
    date(2020, 12, 28),  # 2020-W53 reaches into 2021
    date(2026, 12, 28),  # 2026-W53
    date(2024, 12, 30),  # 2025-W01 begins in 2024
    date(2026, 6, 1),  # Corpus Christi, in Bavaria only
)
CUSTOMERS = ("acme.example", "birke.example", "kim@mail.example", "tel:+49891234")
AREAS = ("", "Nord", "Süd")
KINDS = (
    "opened chased held auto_replied promised answered half_answered closed reopened elsewhere forwarded "
    "manager_chased escalated"
).split()
NOBODY = Quote("", None, datetime(2026, 1, 1, tzinfo=UTC), "", "")


class Team(NamedTuple):
    parts: list[Part]
    monday: date
    weeks: int
    now: datetime


@st.composite
def moments(draw: st.DrawFn, monday: date) -> datetime:
    """Return a moment of the eight weeks up to the end of that of *monday*, often one where a week ends."""
    zone = draw(st.sampled_from(ZONES))
    week = datetime.combine(
        monday - timedelta(days=7 * draw(st.integers(-1, 6))), time(), draw(st.sampled_from(ZONES))
    )
    if draw(st.booleans()):
        moment = week.astimezone(UTC) + timedelta(seconds=draw(st.sampled_from((-3600, -1, 0, 0, 1, 3600))))
    else:
        moment = week.astimezone(UTC) + timedelta(minutes=15 * draw(st.integers(0, 7 * 96)))
    return moment.astimezone(zone)


@st.composite
def steps(draw: st.DrawFn, monday: date, kinds: tuple[str, ...]) -> list[Step]:
    found = draw(st.lists(st.tuples(moments(monday), st.sampled_from(kinds)), max_size=4))
    if draw(st.integers(0, 4)):
        found.sort(key=lambda each: each[0].astimezone(UTC))
    return [Step(kind, at, "", NOBODY) for at, kind in found]


@st.composite
def requests(draw: st.DrawFn, customer: str, monday: date) -> Request:
    told = draw(steps(monday, tuple(KINDS)))
    opened = draw(moments(monday)) if not told or draw(st.booleans()) else told[0].at
    return Request(
        id="", customer=customer, contact="", contact_name="", thread="", subject="", language="", quote="", asks=(),
        steps=[Step("opened", opened, "", NOBODY), *told],
        is_solicitation=not draw(st.integers(0, 9)),
        deleted=not draw(st.integers(0, 9)),
    )  # fmt: skip


@st.composite
def promises(draw: st.DrawFn, customer: str, monday: date) -> Promise:
    told = draw(steps(monday, ("moved", "kept", "withdrawn")))
    return Promise(
        id="", customer=customer, contact="", request=None, by="",
        made=NOBODY._replace(date=draw(moments(monday))),
        due=draw(st.sampled_from([None, *(step.at for step in told)]) | moments(monday)),
        due_text="",
        steps=told,
    )  # fmt: skip


@st.composite
def facts(draw: st.DrawFn, customer: str, monday: date) -> Facts:
    return Facts(
        customer,
        draw(st.lists(requests(customer, monday), max_size=5)),
        draw(st.lists(promises(customer, monday), max_size=3)),
    )


@st.composite
def calendars(draw: st.DrawFn, monday: date) -> WorkCalendar:
    off = draw(st.frozensets(st.integers(-30, 10), max_size=3))
    return WorkCalendar(
        draw(st.sampled_from(ZONES)),
        time(draw(st.sampled_from((0, 2, 8)))),
        time(draw(st.sampled_from((3, 17, 23)))),
        draw(st.sampled_from((frozenset(range(5)), frozenset(range(7)), frozenset({6}), frozenset()))),
        draw(st.sampled_from(REGIONS)),
        frozenset(monday + timedelta(days=day) for day in off),
    )


@st.composite
def parts(draw: st.DrawFn, monday: date) -> Part:
    customers = draw(st.lists(st.sampled_from(CUSTOMERS), max_size=3, unique=True))
    areas = {customer: draw(st.sampled_from(AREAS)) for customer in customers}
    return Part(
        [draw(facts(customer, monday)) for customer in customers], areas.__getitem__, draw(calendars(monday))
    )


@st.composite
def teams(draw: st.DrawFn) -> Team:
    """Return some owners, the week, and when it is asked: within that week or after it."""
    monday = draw(st.sampled_from(MONDAYS))
    return Team(
        draw(st.lists(parts(monday), max_size=3)),
        monday,
        draw(st.integers(1, 6)),
        draw(moments(monday) | st.just(datetime.combine(monday, time(), UTC) + timedelta(days=20))),
    )
