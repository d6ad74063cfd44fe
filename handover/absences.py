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

from handover.absence_words import AWAY, FILLERS, FIRST_NAMES, NOT_AWAY, OTHER_COMPOUNDS, PHRASES
from handover.model import Absence, Event

OUT_OF_OFFICE = "out_of_office"
"""What a calendar source notes in `Event.damage` where the busy status says that the owner is away."""

DAY = (time(8, 0), time(17, 0))
MOST_OF_A_DAY = timedelta(hours=6)
MAX_DAYS = 1830
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d+")


def vacations(
    events: Iterable[Event], zone: ZoneInfo, *, me: Collection[str] = (), names: Collection[str] = ()
) -> list[Absence]:
    """Return the owner's absences, oldest first; days in *zone*, entries that touch each other as one.

    *me* holds the owner's addresses: an entry that somebody else organises is somebody else's. *names* holds
    the owner's own names, which may stand in an entry ("Sabine Urlaub"). Only a weekend lies between entries
    that are joined; the source of a joined absence is the UID of its first entry.
    """
    spans: list[tuple[date, date, str]] = []
    for event in events:
        if is_absence(event, me=me, names=names):
            spans += [(first, last, event.uid) for first, last in _days_away(event, zone)]
    return list(_joined(sorted(spans)))


def is_absence(event: Event, *, me: Collection[str] = (), names: Collection[str] = ()) -> bool:
    """Tell whether *event* says that the owner is away, however short it is."""
    if event.cancelled or _is_somebody_elses(event, me):
        return False
    if OUT_OF_OFFICE in event.damage:
        return not _names_another(event.summary, names) or not _says_away(event.summary)
    return _says_away(event.summary) and not _names_another(event.summary, names, sure=event.busy)


def _is_somebody_elses(event: Event, me: Collection[str]) -> bool:
    if me:
        return bool(event.organizer) and event.organizer not in me
    return bool(event.attendees) and any(one.address != event.organizer for one in event.attendees)


def _says_away(summary: str) -> bool:
    text = summary.lower()
    words = _words(text)
    if any(word.startswith(OTHER_COMPOUNDS) for word in words) or "?" in text:
        return False
    phrase = next((phrase for phrase in PHRASES if _holds(text, phrase)), "")
    rest = [word for word in words if word not in phrase.split()] if phrase else words
    if any(word in NOT_AWAY for word in rest):
        return False
    if phrase:
        return True
    away = [word for word in words if word in AWAY or word.endswith("urlaub")]
    if away == ["frei"] or away == ["away"] or away == ["leave"]:
        return len(words) <= 4 and words[0] not in ("zeit", "platz", "slot")
    return bool(away)


def _holds(text: str, phrase: str) -> bool:
    at = text.find(phrase)
    if at < 0:
        return False
    before, after = text[at - 1 : at], text[at + len(phrase) : at + len(phrase) + 1]
    return not before.isalnum() and not after.isalnum()


def _names_another(summary: str, names: Collection[str], *, sure: bool = True) -> bool:
    """Tell whether the summary names somebody other than the owner.

    A capital word that is neither known nor after a preposition may be a place or a person. Where the entry
    blocks the time (*sure*) it is taken for the owner's own, as nobody blocks their day for a colleague.
    """
    own = {part.lower() for name in names for part in _WORD.findall(name)}
    previous = ""
    for word in _WORD.findall(summary):
        lowered = (
            word.lower().removesuffix("s") if word.lower().removesuffix("s") in FIRST_NAMES else word.lower()
        )
        known = lowered in AWAY or lowered in FILLERS or lowered in own or lowered.endswith("urlaub")
        if not known and not word.isdecimal():
            if lowered in FIRST_NAMES:
                return True
            place = previous in ("in", "an", "auf", "am", "at", "to", "nach", "on")
            if not sure and word[0].isupper() and not place and not any(_holds(p, lowered) for p in PHRASES):
                return True
        previous = word.lower()
    return False


def _words(text: str) -> list[str]:
    return [word for word in _WORD.findall(text) if not word.isdecimal()]


def _days_away(event: Event, zone: ZoneInfo) -> Iterator[tuple[date, date]]:
    """Yield the stretch of days of which *event* takes most of the working time."""
    start, end = event.start.astimezone(zone), event.end.astimezone(zone)
    day = start.date()
    away = [
        one
        for one in (day + timedelta(days=n) for n in range(min((end.date() - day).days, MAX_DAYS) + 1))
        if _taken(one, start, end, zone) >= MOST_OF_A_DAY
    ]
    if away:
        yield away[0], away[-1]


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
