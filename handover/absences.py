"""When the owner is away, as their calendar tells it.

Reads events, asks nobody. An entry counts when it says so by its words or its busy status and takes at least
most of a working day; a colleague's or customer's holiday in the owner's calendar does not. It cannot see an
absence that nobody entered, nor one whose words are private unless its busy status tells.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from handover.absence_words import (
    AWAY,
    COVER,
    FILLERS,
    FIRST_NAMES,
    NOT_AWAY,
    OTHER_COMPOUNDS,
    PHRASES,
    WEAK,
)
from handover.model import Absence, Event

OUT_OF_OFFICE = "out_of_office"
"""What a calendar source notes in `Event.damage` where the busy status says that the owner is away."""

DAY = (time(8, 0), time(17, 0))
MOST_OF_A_DAY = timedelta(hours=6)
WHOLE_DAY = timedelta(hours=8)
MAX_DAYS = 1830
_PREPOSITIONS = ("in", "an", "auf", "am", "im", "at", "to", "on", "bei")
_SEPARATOR = re.compile(r"[(,;/–:-]")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d+")


def vacations(
    events: Iterable[Event],
    zone: ZoneInfo,
    *,
    me: Collection[str] = (),
    names: Collection[str] = (),
    others: Collection[str] = (),
) -> list[Absence]:
    """Return the owner's absences, oldest first; days in *zone*, entries that touch each other as one.

    *me* holds the owner's addresses: an entry that somebody else organises is somebody else's. *names* holds
    the owner's own names, which may stand in an entry ("Sabine Urlaub"), *others* those of colleagues and
    customers, which may not. Only a weekend lies between entries that are joined; the source of a joined
    absence is the UID of its first entry (`is_absence` tells the others).
    """
    spans: list[tuple[date, date, str]] = []
    for event in events:
        if is_absence(event, me=me, names=names, others=others):
            spans += [(first, last, event.uid) for first, last in _days_away(event, zone)]
    return list(_joined(sorted(spans)))


def is_absence(
    event: Event, *, me: Collection[str] = (), names: Collection[str] = (), others: Collection[str] = ()
) -> bool:
    """Tell whether *event* says that the owner is away, however short it is."""
    if event.cancelled or _is_somebody_elses(event, me):
        return False
    says = _says_away(event.summary, _parts(names), _parts(others), blocks=event.busy)
    if says is None:
        return OUT_OF_OFFICE in event.damage and not event.attendees
    return says


def _is_somebody_elses(event: Event, me: Collection[str]) -> bool:
    if me:
        return bool(event.organizer) and event.organizer not in me
    return any(one.address != event.organizer for one in event.attendees)


def _parts(names: Collection[str]) -> frozenset[str]:
    return frozenset(part.lower() for name in names for part in _WORD.findall(name) if len(part) > 1)


def _says_away(summary: str, own: frozenset[str], others: frozenset[str], *, blocks: bool) -> bool | None:
    """Tell whether the words say that the owner is away; None where they do not speak of absence at all."""
    text = _without_cover(summary)
    lowered = text.lower()
    words = _words(lowered)
    phrase = next((phrase for phrase in PHRASES if _holds(lowered, phrase)), "")
    away = {word for word in words if word in AWAY or word.endswith("urlaub")}
    if any(word.startswith(OTHER_COMPOUNDS) for word in words):
        return False
    if not away and not phrase:
        return None
    rest = [word for word in words if word not in phrase.split()]
    if "?" in text or any(word in NOT_AWAY for word in rest):
        return False
    strangers = _strangers(text, own, phrase)
    if any(name in FIRST_NAMES or name in others for name in strangers):
        return False
    if not phrase and away <= WEAK:
        return blocks and not strangers
    return blocks or not strangers


def _without_cover(summary: str) -> str:
    """Cut off who stands in meanwhile: "Urlaub, Vertretung: Peter"."""
    first, *rest = _SEPARATOR.split(summary, maxsplit=1)
    covered = any(word.startswith(COVER) for piece in rest for word in _words(piece.lower()))
    return first if covered and first.strip() else summary


def _strangers(text: str, own: frozenset[str], phrase: str) -> list[str]:
    """Return the capital words (lower case) that are no word of absence, no filler, not the owner, no place.

    What stands behind a preposition is a place. Any other may be a place or a person; where the entry blocks
    the time it is taken for a place, as nobody blocks their day for a colleague's holiday.
    """
    found: list[str] = []
    previous = ""
    for word in _WORD.findall(text):
        lowered = word.lower()
        name = lowered.removesuffix("s") if lowered.removesuffix("s") in FIRST_NAMES else lowered
        known = lowered in AWAY or lowered in FILLERS or name in own or lowered.endswith("urlaub")
        place = previous in _PREPOSITIONS and name not in FIRST_NAMES
        if word[0].isupper() and not known and not place and lowered not in _WORD.findall(phrase):
            found.append(name)
        previous = lowered
    return found


def _holds(text: str, phrase: str) -> bool:
    at = text.find(phrase)
    if at < 0:
        return False
    before, after = text[at - 1 : at], text[at + len(phrase) : at + len(phrase) + 1]
    return not before.isalnum() and not after.isalnum()


def _words(text: str) -> list[str]:
    return [word for word in _WORD.findall(text) if not word.isdecimal()]


def _days_away(event: Event, zone: ZoneInfo) -> Iterator[tuple[date, date]]:
    """Yield the stretch of days of which *event* takes most of the working time; in zone's days.

    Clock times without words of absence (a visit marked as out of office) must take all of it.
    """
    start, end = event.start.astimezone(zone), event.end.astimezone(zone)
    most_will_do = event.all_day or _is_about_absence(event.summary)
    needed = MOST_OF_A_DAY if most_will_do else WHOLE_DAY
    day = start.date()
    away = [
        one
        for one in (day + timedelta(days=n) for n in range(min((end.date() - day).days, MAX_DAYS) + 1))
        if _taken(one, start, end, zone) >= needed
    ]
    if away:
        yield away[0], away[-1]


def _is_about_absence(summary: str) -> bool:
    return _says_away(summary, frozenset(), frozenset(), blocks=True) is not None


def _taken(day: date, start: datetime, end: datetime, zone: ZoneInfo) -> timedelta:
    begin, finish = (datetime.combine(day, clock, zone) for clock in DAY)
    return min(end, finish) - max(start, begin)


def _joined(spans: list[tuple[date, date, str]]) -> Iterator[Absence]:
    current: tuple[date, date, str] | None = None
    for first, last, uid in spans:
        if current is not None and first <= _next_weekday(current[1]):
            current = (current[0], max(current[1], last), current[2])
            continue
        if current is not None:
            yield Absence(current[0], current[1], source=current[2])
        current = (first, last, uid)
    if current is not None:
        yield Absence(current[0], current[1], source=current[2])


def _next_weekday(day: date) -> date:
    """Return the day after, or the Monday after a Friday or Saturday."""
    return day + timedelta(days={4: 3, 5: 2}.get(day.weekday(), 1))
