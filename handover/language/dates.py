"""Dates in business mail, German and English: "bis Freitag", "KW 48", "by EOD" → the moment they fall due.

It finds dates; whether one belongs to a promise is for `handover.language` to say.
"""

from __future__ import annotations

from datetime import datetime, tzinfo

from handover.language.dates_mention import DateMention
from handover.worktime import WorkCalendar

__all__ = ["DateMention", "find_dates"]


def find_dates(
    text: str, *, lang: str | None, now: datetime, zone: tzinfo | None, calendar: WorkCalendar | None = None
) -> list[DateMention]:
    """Return the dates that *text* names, in order, relative to *now* in *zone*.

    *lang* is ``"de"`` or ``"en"``; with None both are tried. Without *calendar* the working week is Monday to
    Friday without holidays. A range is due at its end; what names no day ("soon") is vague, never a guess.
    """
    return []
