"""Understanding business mail: text → `Signals`, in every language that has a folder here.

Clauses decide, not keywords: negation, condition, question, past, and who speaks. What a sentence says is
known here, who said it to whom is not; that is the ledger's part. Phrases and words are data of a language's
folder, their meaning for the signals stands in `families`, the reading order in `reading`.
Dates ("bis Freitag") are `handover.language.dates`.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, tzinfo
from typing import TYPE_CHECKING

from handover.language.families import MARKS

if TYPE_CHECKING:
    from handover.language.vocabulary import Vocabulary
    from handover.model import Signals
    from handover.worktime import WorkCalendar

__all__ = ["MARKS", "Vocabulary", "language_of", "read", "read_many"]


def read(
    text: str,
    *,
    lang: str | None = None,
    now: datetime | None = None,
    zone: tzinfo | None = None,
    calendar: WorkCalendar | None = None,
    words: Vocabulary | None = None,
) -> Signals:
    """Return the signals of *text*, a mail's new text without its quotes.

    *lang* is taken as the main language where it has a folder, else found out. Dates are understood relative
    to *now* (aware; without it promises stay without a due date), in *zone*, with *calendar*'s working days.
    *words* is the vocabulary to read with, by default that of the package. Never raises on any text; what
    cannot be read (no text, another language, disguised words) yields neutral signals whose ``why`` says so.
    """
    from handover.language.reading import read as read_text
    from handover.language.vocabulary import default

    return read_text(text, lang=lang, now=now, zone=zone, calendar=calendar, vocabulary=words or default())


def read_many(texts: Iterable[str], *, words: Vocabulary | None = None) -> list[Signals]:
    """Return the signals of many *texts* whose language is not known and whose dates do not matter."""
    return [read(text, words=words) for text in texts]


def language_of(text: str) -> str:
    """Return the language of *text* as its code, ``""`` where it cannot be told."""
    from handover.language.detect import UNKNOWN, detect
    from handover.language.text import TOKEN
    from handover.language.vocabulary import default

    found, _ = detect(TOKEN.findall(text.lower()), default().packs)
    return "" if found == UNKNOWN else found


def __getattr__(name: str) -> type[Vocabulary]:
    """Offer `Vocabulary` without loading the languages at import."""
    if name == "Vocabulary":
        from handover.language.vocabulary import Vocabulary

        return Vocabulary
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
