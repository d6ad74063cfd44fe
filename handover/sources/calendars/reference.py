"""Series with "this and future" exceptions, put together by recurring-ical-events.

The library sees a bare copy: wall-clock times of one zone, the dates of the series one by one, no rule, no
text. So it can neither be made to hang nor refuse anything.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any

from handover.sources.calendars.series import Occurrence, Plan, Replacement

_INDEX = "X-INDEX"


def compose(plan: Plan, begin: datetime, end: datetime) -> Iterator[Occurrence]:
    """Yield the occurrences between two wall clocks of the series' zone."""
    replacements = list(plan.replacements.values())
    for copy in _expanded(_copy(plan, replacements, begin, end), begin, end):
        number, at = int(copy[_INDEX]), copy["DTSTART"].dt
        wall = at if isinstance(at, datetime) else datetime.combine(at, time())
        if number == 0:
            yield plan.occurrence(wall)
            continue
        one = replacements[number - 1]
        timing = one.timing.in_zone(plan.timing.zone)
        start, finish = timing.moments(wall)
        yield Occurrence(one.component, start, finish, timing.days is not None, True, tuple(timing.damage))


def _copy(plan: Plan, replacements: list[Replacement], begin: datetime, end: datetime) -> list[str]:
    whole = plan.timing.days is not None
    walls = sorted(wall for wall in plan.walls if begin <= wall <= end and not plan.excludes(wall))
    core = _body(walls[0] if walls else plan.timing.wall, plan, 0)
    lines = [*core[:-1], *(f"RDATE{_form(wall, whole)}" for wall in walls[1:]), core[-1]]
    if not walls:
        lines.insert(-1, f"EXDATE{_form(plan.timing.wall, whole)}")
    for number, one in enumerate(replacements, 1):
        timing = one.timing.in_zone(plan.timing.zone)
        body = _body(timing.wall, plan, number, replacement=one)
        lines += [*body[:-1], f"RECURRENCE-ID{';RANGE=THISANDFUTURE' if one.and_later else ''}", body[-1]]
        lines[-2] += _form(one.wall, whole)
    return lines


def _body(start: datetime, plan: Plan, number: int, *, replacement: Replacement | None = None) -> list[str]:
    timing = replacement.timing.in_zone(plan.timing.zone) if replacement else plan.timing
    whole, end = timing.days is not None, start + (timing.wall_end - timing.wall)
    return [
        "BEGIN:VEVENT",
        "UID:1",
        f"{_INDEX}:{number}",
        f"SEQUENCE:{number}",
        f"DTSTART{_form(start, whole)}",
        f"DTEND{_form(end, whole)}",
        "END:VEVENT",
    ]


def _expanded(lines: list[str], begin: date, end: date) -> list[Any]:
    import icalendar
    import recurring_ical_events

    text = "\r\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-", *lines, "END:VCALENDAR", ""])
    calendar = icalendar.Calendar.from_ical(text.encode())
    return list(recurring_ical_events.of(calendar, components=["VEVENT"]).between(begin, end))


def _form(wall: datetime, whole: bool) -> str:
    return f";VALUE=DATE:{wall:%Y%m%d}" if whole else f":{wall:%Y%m%dT%H%M%S}"
