"""The weekly briefing put together: the shares of one owner or a team, added up by customer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from handover.checks.base import Context
from handover.documents.attention import rows
from handover.documents.briefing import Briefing, Row, Share, Span
from handover.documents.relief import relief
from handover.documents.simmer import simmer
from handover.metrics import Part, Tables, tables, week_of

ROWS = 7
FURTHER = 60
"""So many customers beyond the rows are told on the page; the rest is counted."""
WEEKS = 12


def briefing(
    shares: Sequence[Share], span: Span, *, missing: Sequence[str] = (), quiet: Sequence[str] = ()
) -> Briefing:
    """Return the briefing of *shares* for *span*; open matters are those of now.

    *missing* names owners whose mailbox could not be looked at, *quiet* weeks that were not mailed for want of news.
    """
    found, count = rows(shares, ROWS + FURTHER)
    counted = _tables(shares, span)
    absences = (coming for share in shares for coming in share.absences)
    return Briefing(
        week=span.week,
        first=span.first,
        last=span.last,
        since=span.begin if span.since else None,
        team=tuple(share.owner for share in shares if share.owner),
        rows=tuple(_with_risk(found[:ROWS], shares)),
        further=tuple(_with_risk(found[ROWS:], shares)),
        more=max(count - ROWS, 0),
        better=relief(shares, span, {row.customer for row in found[:ROWS]}),
        weeks=counted.weeks if counted else (),
        tables=counted,
        absences=tuple(sorted(absences, key=lambda coming: (coming.first, coming.owner))),
        holidays=tuple(sorted({holiday for share in shares for holiday in share.holidays})),
        stale=tuple(stale for share in shares for stale in share.stale),
        missing=tuple(missing),
        quiet=tuple(quiet),
    )


def span_of(monday: date, zone: ZoneInfo) -> Span:
    """Return the span of the ISO week that begins on *monday* in *zone*."""
    begin, end = (datetime.combine(monday + timedelta(days=days), time(), zone) for days in (0, 7))
    return Span(week_of(monday), monday, monday + timedelta(days=6), begin, end)


def reach(span: Span) -> datetime:
    """Return how far the numbers and the matters that got better look back; a day more, for any zone."""
    return span.begin - timedelta(weeks=WEEKS, days=1)


def _with_risk(rows: Iterable[Row], shares: Sequence[Share]) -> Iterator[Row]:
    """Yield *rows* with how their customers heated up."""
    known = {(share.owner, facts.customer): (facts, share.context) for share in shares for facts in share.facts}
    for row in rows:
        if (found := known.get((row.owner, row.customer))) is not None:
            facts, context = found
            row = replace(row, risk=simmer(facts, context))
        yield row


def _tables(shares: Sequence[Share], span: Span) -> Tables | None:
    if not shares:
        return None
    parts = [Part(share.facts, _area_of(share.context), share.context.work) for share in shares]
    monday = span.first - timedelta(days=span.first.weekday())
    return tables(parts, monday, WEEKS, shares[0].context.now)


def _area_of(context: Context) -> Callable[[str], str]:
    return lambda customer: context.customer(customer).area
