"""What comes back: duties that no calendar names, known from what the owner sent at this time before.

Pure: own mails in, duties out. Yearly ones show by a season's word or a period in the subject of a mail that
opened a thread in the same weeks of an earlier year, or by the same subject in two years; weekly, monthly and
quarterly ones by one subject at even distances. What the owner does without a mail, nobody can see here.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from itertools import pairwise
from statistics import median
from typing import NamedTuple
from zoneinfo import ZoneInfo

from handover.ledger.matter import bare_subject, is_reply_subject
from handover.model import Quote

NEAR = timedelta(days=10)
"""So far from the same day of an earlier year a yearly duty may lie."""
MAX_MAILS = 20_000
MAX_DUTIES = 20
RHYTHMS = (("weekly", 7, 2), ("fortnightly", 14, 3), ("monthly", 30.5, 5), ("quarterly", 91.5, 12))
"""Name, distance in days, and how far from it a distance may lie."""

_PERIOD = re.compile(
    r"\b(?:19|20)\d\d\b(?![-/.]\d)|\bQ[1-4]\b|\bKW ?\d{1,2}\b|\bweek \d{1,2}\b|\b[1-4]\. Quartal\b|"
    r"\b(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|January|February|"
    r"March|May|June|July|October|December)\b",
    re.I,
)
_SEASON = re.compile(
    r"weihnacht|christmas|season's greet|jahresend|jahresabschluss|year[- ]end|quartal|quarterly|inventur|"
    r"stocktak|neujahr|new year|jahresgespräch|annual|jährlich|jahresbericht|preisliste|price list|betriebsferien|"
    r"kalender|ostern|easter|sommerfest|budget",
    re.I,
)
_WORD = re.compile(r"[^\W\d_]+")


class Sent(NamedTuple):
    """A mail that the owner sent. *opens* tells whether it began its thread; *outside* whether it left the team."""

    key: str
    message_id: str | None
    at: datetime
    subject: str
    to: tuple[str, ...]
    words: str
    opens: bool
    outside: bool

    def quote(self) -> Quote:
        return Quote(self.key, self.message_id, self.at, "", " ".join(self.words.split())[:280])


class Duty(NamedTuple):
    """Something that falls due again: its day, how often it comes, and the mails of earlier times."""

    name: str
    rhythm: str
    day: date
    earlier: tuple[date, ...]
    to: tuple[str, ...]
    evidence: tuple[Quote, ...]


def duties(sent: Iterable[Sent], first: date, last: date, now: datetime, zone: ZoneInfo) -> list[Duty]:
    """Return what the owner's mails let expect between *first* and *last*, by day; days in *zone*.

    *sent* holds the owner's mails of the last months and of the same weeks in earlier years.
    """
    mails = sorted((mail for mail in sent if mail.opens and mail.at <= now), key=lambda mail: mail.at)
    groups: dict[str, list[Sent]] = defaultdict(list)
    for mail in mails[-MAX_MAILS:]:
        if name := _bare(mail.subject):
            groups[name].append(mail)
    regular = [duty for group in groups.values() for duty in _regular(group, first, last, now, zone)]
    known = {_bare(duty.name) for duty in regular}
    yearly = [d for d in _yearly(groups, first, last, zone) if _bare(d.name) not in known]
    return sorted([*regular, *yearly], key=lambda duty: (duty.day, duty.name))[:MAX_DUTIES]


def recurring(subjects: Collection[str]) -> frozenset[str]:
    """Return those of *subjects* whose mails may show a duty: of a season or a period, or come more than once.

    One string for each mail. It is asked before the mails are fetched, which most of them then need not be.
    """
    names = {subject: _bare(subject) for subject in set(subjects) if not is_reply_subject(subject)}
    count = Counter(names[subject] for subject in subjects if subject in names)
    return frozenset(
        subject
        for subject, name in names.items()
        if name and (count[name] > 1 or _SEASON.search(subject) or _PERIOD.search(subject))
    )


def _bare(subject: str) -> str:
    """Return what stays of a subject from one time to the next: its first telling words, without periods."""
    words = _WORD.findall(_PERIOD.sub(" ", bare_subject(subject)).casefold())
    return " ".join([word for word in words if len(word) > 2][:3])


def _regular(group: Sequence[Sent], first: date, last: date, now: datetime, zone: ZoneInfo) -> Iterator[Duty]:
    """Yield the days on which a mail that came at even distances is due again."""
    days = sorted({mail.at.astimezone(zone).date() for mail in group})[-12:]
    if len(days) < 3 or len({mail.to for mail in group}) > max(len(group) // 2, 1):
        return
    gaps = [(later - day).days for day, later in pairwise(days)]
    for rhythm, distance, tolerance in RHYTHMS:
        even = sum(abs(gap - distance) <= tolerance for gap in gaps)
        if even < max(0.7 * len(gaps), 2) or (now.astimezone(zone).date() - days[-1]).days > 2 * distance:
            continue
        due = days[-1]
        for count in range(1, 60):
            due = days[-1] + timedelta(days=round(median(gaps) * count if rhythm != "weekly" else 7 * count))
            if due > last:
                return
            if due >= first:
                yield _duty(group, rhythm, due, zone)
        return


def _yearly(groups: dict[str, list[Sent]], first: date, last: date, zone: ZoneInfo) -> Iterator[Duty]:
    """Yield what was begun in the same weeks of an earlier year, one duty for each first word of the subject."""
    found: dict[str, list[tuple[date, Sent]]] = defaultdict(list)
    for name, group in groups.items():
        for mail in group:
            day = mail.at.astimezone(zone).date()
            if (again := _again(day, first, last)) is None:
                continue
            several = len({mail.at.astimezone(zone).year for mail in group}) > 1
            telling = _SEASON.search(mail.subject) or (_PERIOD.search(mail.subject) and not mail.outside)
            if several or telling:
                found[name.partition(" ")[0]].append((again, mail))
    for pairs in found.values():
        due = min(max(min(again for again, _ in pairs), first), last)
        yield _duty([mail for _, mail in pairs], "yearly", due, zone)


def _again(day: date, first: date, last: date) -> date | None:
    """Return the day of the absence's year that answers to *day* of an earlier year, if it falls near."""
    for years in range(1, 4):
        if day.year + years > last.year:
            break
        again = _shifted(day, years)
        if first - NEAR / 2 <= again <= last + NEAR:
            return again
    return None


def _shifted(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def _duty(group: Sequence[Sent], rhythm: str, due: date, zone: ZoneInfo) -> Duty:
    newest = group[-1]
    earlier = tuple(sorted({mail.at.astimezone(zone).date() for mail in group}))[-6:]
    quotes = tuple(mail.quote() for mail in group[-3:])
    name = bare_subject(group[0].subject if rhythm == "yearly" else newest.subject)
    receivers = tuple(dict.fromkeys(to for mail in group for to in mail.to))[:6]
    return Duty(name, rhythm, due, earlier, receivers, quotes)
