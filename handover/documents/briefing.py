"""The weekly briefing: which customers need the manager, what got better, what comes, and the numbers of the weeks.

Data only; `documents.weekly` puts it together. One owner or a team: each owner gives a `Share`, and the briefing adds
them up by customer, never by colleague.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from handover.checks.base import Context, Lead
from handover.documents.coming import Coming, Holiday
from handover.documents.simmer import Simmer
from handover.ledger import Facts
from handover.metrics import Tables, Week
from handover.model import Finding


class Span(NamedTuple):
    """The time that the briefing is about: the ISO week (``2026-W47``) and its days, or *since* a moment until now.

    What was answered or kept from *begin* until before *end* counts as got better.
    """

    week: str
    first: date
    last: date
    begin: datetime
    end: datetime
    since: bool = False


class Stale(NamedTuple):
    """The mail of *owner* is old: last read at *read* (None = just now), its newest mail from *newest*."""

    owner: str
    read: datetime | None
    newest: datetime | None


class Actor(NamedTuple):
    """Who could act: their address and, where the configuration knows them, name, function, area and phone."""

    address: str
    name: str
    function: str
    area: str
    phone: str
    because: str


@dataclass(frozen=True, slots=True)
class Row:
    """One customer who needs something: the weightiest finding, the other matters, and whether it is news.

    Where there are very many other matters, *others* holds the first of them and *more_others* counts the rest.
    *anger* is the score of `escalations`, 0 where it has nothing; *score* that of all checks together.
    *change* is ``new``, ``worse`` or ``same``, compared with an earlier briefing.
    """

    customer: str
    name: str
    owner: str
    area: str
    finding: Finding
    others: tuple[Finding, ...]
    anger: float
    score: float
    change: str
    actor: Actor
    risk: Simmer | None = None
    more_others: int = 0


class Better(NamedTuple):
    """One customer who was helped in the time of the briefing; none of the first rows is about them.

    *kind* is ``answered`` or ``kept`` (a promise). *waited* in working hours; *told* says that an earlier briefing had
    named the matter.
    """

    customer: str
    name: str
    contact: str
    subject: str
    at: datetime
    waited: float
    chasers: int
    slips: int
    kind: str
    told: bool


class Share(NamedTuple):
    """What one owner gives to the briefing; *owner* is ``""`` where there is but one.

    *seen* maps the findings of an earlier briefing to how pressing they were; *told* is when that was.
    """

    owner: str
    facts: Sequence[Facts]
    findings: Sequence[Finding | Lead]
    seen: Mapping[str, int]
    context: Context
    told: datetime | None = None
    absences: tuple[Coming, ...] = ()
    holidays: tuple[Holiday, ...] = ()
    stale: tuple[Stale, ...] = ()


@dataclass(frozen=True, slots=True)
class Briefing:
    """What the manager reads. *rows* come first, *further* on the page only; *more* counts all beyond the rows.

    *since* is set where it tells of everything since a moment rather than of a week. *team* names the owners where
    there are several. *weeks* are numbers, the oldest first; the last is the week of the briefing; *tables* has
    them by area and customer, with what is usual. *missing* names
    owners whose mailbox could not be looked at, *quiet* the weeks before this one that were not mailed because nothing
    was new.
    """

    week: str
    first: date
    last: date
    since: datetime | None
    team: tuple[str, ...]
    rows: tuple[Row, ...]
    further: tuple[Row, ...]
    more: int
    better: tuple[Better, ...]
    weeks: tuple[Week, ...]
    absences: tuple[Coming, ...]
    holidays: tuple[Holiday, ...]
    stale: tuple[Stale, ...]
    tables: Tables | None = None
    missing: tuple[str, ...] = ()
    quiet: tuple[str, ...] = ()

    @property
    def has_news(self) -> bool:
        """Whether anything is new, worse or better than an earlier briefing told, or could not be looked at."""
        changed = any(row.change != "same" for row in (*self.rows, *self.further))
        resolved = any(each.told for each in self.better)
        alarms = any(coming.state in ("alarm", "objected") for coming in self.absences)
        return bool(changed or resolved or alarms or self.stale or self.missing)
