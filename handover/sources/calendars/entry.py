"""From a component and its times to an `Event`: who, what, where, and whether it blocks the time.

A private entry keeps its times and loses its texts and people here, before anything else sees them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from handover.model import Address, Event
from handover.sources.calendars.base import OUT_OF_OFFICE
from handover.sources.calendars.component import Component
from handover.sources.calendars.series import Occurrence
from handover.sources.calendars.values import Property, clean, take_apart, text_of, unquoted, word_of

_FREE = {"FREE", "WORKINGELSEWHERE"}
_THINGS = {"ROOM", "RESOURCE"}
_SHORT = 1000


def uid_of(component: Component) -> str:
    """Return the component's UID, or one made of its content where it has none."""
    if uid := text_of(component.first("UID"), 255):
        return uid
    content = "\0".join(component.first(name) for name in ("DTSTART", "DTEND", "RRULE", "SUMMARY"))
    return "no-uid-" + hashlib.sha256(content.encode("utf-8", "replace")).hexdigest()[:16]


def events_of(occurrences: Iterable[Occurrence], calendar: str) -> Iterator[Event]:
    """Yield the events of one series; its texts are read once."""
    first: dict[int, Event] = {}
    for one in occurrences:
        known = first.get(one.component.number)
        if known is None:
            known = first[one.component.number] = event_of(one, calendar)
        yield replace(known, start=one.start, end=one.end)


def event_of(occurrence: Occurrence, calendar: str) -> Event:
    """Return the event of one occurrence; *calendar* is the name people know the calendar by."""
    component = occurrence.component
    private = _is_private(component)
    people = [] if private else [_person_of(rest) for rest in component.properties.get("ATTENDEE", ())]
    attendees = [person for person in people if person is not None]
    busy_status = word_of(component.first("X-MICROSOFT-CDO-BUSYSTATUS"))
    cancelled = word_of(component.first("STATUS")) == "CANCELLED" or component.method == "CANCEL"
    transparent = word_of(component.first("TRANSP")) == "TRANSPARENT"
    damage = dict.fromkeys((*component.damage, *occurrence.damage))
    if not component.first("UID"):
        damage["no_uid"] = None
    if busy_status == "OOF":
        damage[OUT_OF_OFFICE] = None
    return Event(
        uid=uid_of(component),
        start=occurrence.start,
        end=occurrence.end,
        all_day=occurrence.all_day,
        summary="" if private else text_of(component.first("SUMMARY")),
        location="" if private else text_of(component.first("LOCATION"), 200),
        organizer="" if private else _address(take_apart(component.first("ORGANIZER"))),
        attendees=tuple(address for address, _ in attendees),
        partstats=tuple((address.address, partstat) for address, partstat in attendees),
        busy=not (cancelled or transparent or busy_status in _FREE),
        cancelled=cancelled,
        recurring=occurrence.recurring,
        private=private,
        calendar=calendar,
        damage=tuple(damage),
    )


def _is_private(component: Component) -> bool:
    if word_of(component.first("CLASS")) in ("PRIVATE", "CONFIDENTIAL"):
        return True
    return word_of(component.first("X-CALENDARSERVER-ACCESS")) in (
        "CONFIDENTIAL",
        "RESTRICTED",
        "PRIVATE",
    )


def _person_of(rest: str) -> tuple[Address, str] | None:
    return _person(rest) if len(rest) < _SHORT else _person.__wrapped__(rest)


@lru_cache(maxsize=4096)
def _person(rest: str) -> tuple[Address, str] | None:
    """Return an ATTENDEE and the PARTSTAT; None for rooms and things. The same few people come again and again."""
    person = take_apart(rest)
    if person.parameters.get("CUTYPE", "").upper() in _THINGS:
        return None
    name = clean(unquoted(person.parameters.get("CN", "")), 200)
    partstat = unquoted(person.parameters.get("PARTSTAT", "NEEDS-ACTION")).upper()[:20]
    return Address(name, _address(person)), partstat


def _address(person: Property) -> str:
    """Return the mail address of a CAL-ADDRESS in lower case, ``""`` where it is none."""
    value = clean(person.value, 320).lower().removeprefix("mailto:").strip(" <>")
    if "@" not in value or " " in value:
        value = clean(unquoted(person.parameters.get("EMAIL", "")), 320).lower()
    return value if "@" in value and " " not in value else ""
