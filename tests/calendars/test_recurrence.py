"""Our own unfolding of rules gives what dateutil gives, wherever that comes to an end."""

from __future__ import annotations

from datetime import datetime, timedelta

from dateutil.rrule import rrulestr
from hypothesis import example, given, settings
from hypothesis import strategies as st

from handover.sources.calendars.recurrence import cost, unfold
from handover.sources.calendars.rrule import read_rule

DAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
STARTS = st.datetimes(datetime(2019, 1, 1), datetime(2023, 12, 31)).map(
    lambda at: at.replace(microsecond=0, fold=0)
)


def some(values: list[str], most: int = 3) -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(values), min_size=1, max_size=most, unique=True).map(",".join)


def part(name: str, values: list[str], most: int = 3) -> st.SearchStrategy[str]:
    return st.one_of(st.just(""), some(values, most).map(lambda text: f";{name}={text}"))


@st.composite
def rules(draw: st.DrawFn) -> str:
    """Draw rules of all frequencies that match at least now and then, so that dateutil comes to an end."""
    freq = draw(st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]))
    text = f"FREQ={freq}" + draw(st.sampled_from(["", ";INTERVAL=2", ";INTERVAL=3"]))
    text += draw(st.sampled_from(["", ";COUNT=7", ";COUNT=60"]))
    nth = [f"{n}{day}" for n in ("1", "2", "-1") for day in DAYS] if freq in ("MONTHLY", "YEARLY") else DAYS
    text += draw(st.one_of(part("BYDAY", nth), part("BYDAY", DAYS)))
    if freq == "MONTHLY":
        text += draw(st.sampled_from(["", ";BYSETPOS=1", ";BYSETPOS=-1", ";BYSETPOS=1,-1"]))
    if freq == "YEARLY":
        text += draw(part("BYMONTH", [str(month) for month in range(1, 13)]))
    if freq == "MONTHLY" and "BYDAY" not in text:
        text += draw(part("BYMONTHDAY", ["1", "15", "28", "31", "-1", "-3"]))
    text += draw(st.sampled_from(["", ";BYHOUR=8,17"])) + draw(st.sampled_from(["", ";WKST=SU", ";WKST=MO"]))
    return text


@settings(max_examples=150, deadline=None)
@given(rules(), STARTS, st.integers(0, 700), st.integers(1, 200))
@example("FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO;WKST=SU", datetime(2019, 8, 6, 9), 300, 60)
@example("FREQ=MONTHLY", datetime(2019, 1, 31, 9), 300, 200)
@example("FREQ=YEARLY", datetime(2020, 2, 29, 9), 0, 1000)
@example("FREQ=YEARLY;BYDAY=20MO", datetime(2019, 5, 19, 9), 0, 1000)
@example("FREQ=YEARLY;BYYEARDAY=1,100,-1", datetime(2019, 1, 1, 9), 0, 1000)
@example("FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO", datetime(2019, 5, 12, 9), 0, 1000)
def test_rules_unfold_as_in_dateutil(text: str, start: datetime, after: int, days: int) -> None:
    begin = start + timedelta(days=after)
    end = begin + timedelta(days=days)

    found = list(unfold(read_rule(text), start, begin, end))

    assert found == rrulestr(text, dtstart=start).between(begin, end, inc=True)


def test_a_distant_window_costs_no_more_than_a_near_one() -> None:
    rule = read_rule("FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR")
    start, far = datetime(1601, 1, 1), datetime(2026, 1, 1)

    assert cost(rule, start, far, far + timedelta(days=60)) < 100


def test_weeks_are_counted_as_iso_8601_does() -> None:
    rule = read_rule("FREQ=YEARLY;BYWEEKNO=52;BYDAY=SA")

    found = list(unfold(rule, datetime(2010, 1, 1), datetime(2010, 12, 1), datetime(2011, 12, 31)))

    assert found == [datetime(2011, 1, 1), datetime(2011, 12, 31)]
