"""Free slots for a callback."""

from __future__ import annotations

import itertools
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from handover.model import Event
from handover.slots import Span, busy, free_slots, is_free, merged
from handover.worktime import WorkCalendar

BERLIN = ZoneInfo("Europe/Berlin")
WORK = WorkCalendar(BERLIN, time(9), time(12), region="DE-BY")


def at(text: str) -> datetime:
    """Return a moment of November 2026 in Berlin, written ``17. 09:30``."""
    day, clock = text.split(". ")
    return datetime.combine(date(2026, 11, int(day)), time.fromisoformat(clock), BERLIN)


def span(text: str) -> Span:
    begin, end = text.split("–")
    return at(begin), at(begin.split(". ")[0] + ". " + end)


def shown(slots: list[Span]) -> list[str]:
    return [f"{begin.astimezone(BERLIN):%d. %H:%M}–{end.astimezone(BERLIN):%H:%M}" for begin, end in slots]


def test_slots_lie_between_the_meetings() -> None:
    meetings = [span("17. 09:30–10:30"), span("17. 10:40–11:20")]

    found = free_slots(meetings, [], work=WORK, now=at("17. 08:00"), days=1)

    assert shown(found) == ["17. 09:00–09:20", "17. 11:20–11:40", "17. 11:40–12:00"]


def test_a_slot_begins_after_now_on_a_round_minute() -> None:
    found = free_slots([], [], work=WORK, now=at("17. 11:12"), days=1)

    assert shown(found) == ["17. 11:15–11:35", "17. 11:35–11:55"]


def test_after_hours_the_next_working_day_is_offered() -> None:
    found = free_slots([], [], work=WORK, now=at("20. 11:50"), days=1, limit=1)

    assert shown(found) == ["23. 09:00–09:20"]


def test_days_counts_working_days() -> None:
    found = free_slots([], [], work=WORK, now=at("20. 08:00"), days=2, length=timedelta(hours=3))

    assert shown(found) == ["20. 09:00–12:00", "23. 09:00–12:00"]


def test_a_reserved_slot_is_not_promised_again() -> None:
    first = free_slots([], [], work=WORK, now=at("17. 08:00"), limit=1)

    second = free_slots([], first, work=WORK, now=at("17. 08:00"), limit=1)

    assert shown(first) == ["17. 09:00–09:20"]
    assert shown(second) == ["17. 09:20–09:40"]


def test_a_day_without_room_gives_nothing() -> None:
    assert not free_slots([span("17. 08:00–18:00")], [], work=WORK, now=at("17. 08:00"), days=1)


def test_free_and_cancelled_entries_do_not_block() -> None:
    begin, end = span("17. 09:00–10:00")

    found = busy(
        [
            Event("a", begin, end, False, "frei", busy=False),
            Event("b", begin, end, False, "abgesagt", cancelled=True),
            Event("c", begin, begin, False, "Erinnerung"),
            Event("d", end, end + timedelta(hours=1), False, "Treffen"),
        ]
    )

    assert found == [(end.astimezone(UTC), end.astimezone(UTC) + timedelta(hours=1))]


def test_what_the_owner_declined_does_not_block() -> None:
    begin, end = span("17. 09:00–10:00")
    invited = Event("a", begin, end, False, "Runde", partstats=(("sabine@wir.example", "DECLINED"),))

    assert not busy([invited], me=("sabine@wir.example",))
    assert busy([invited], me=("peter@wir.example",))


def test_spans_that_touch_are_one() -> None:
    assert len(merged([span("17. 10:00–11:00"), span("17. 09:00–10:00"), span("17. 09:10–09:20")])) == 1


SPANS = st.lists(
    st.tuples(st.integers(0, 4000), st.integers(-30, 300)).map(
        lambda pair: (
            at("16. 00:00") + timedelta(minutes=pair[0]),
            at("16. 00:00") + timedelta(minutes=sum(pair)),
        )
    ),
    max_size=12,
)


@given(SPANS, SPANS, st.integers(0, 4000), st.sampled_from([5, 20, 45]))
def test_no_slot_overlaps_anything(taken: list[Span], reserved: list[Span], minute: int, length: int) -> None:
    now = at("16. 00:00") + timedelta(minutes=minute)

    found = free_slots(taken, reserved, work=WORK, now=now, length=timedelta(minutes=length))

    assert all(begin >= now and end - begin == timedelta(minutes=length) for begin, end in found)
    assert all(is_free(slot, taken, reserved) for slot in found)
    assert all(before[1] <= after[0] for before, after in itertools.pairwise(found))
