"""How a sentence is said to one reader: language, numbers, dates in their zone.

Small on purpose and without Babel, because a warm question must not wait for it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from handover.i18n import N_, Translator, translator

_DAYS = {
    "de": ("Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"),
    "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
}
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

SEVERITIES = {"info": N_("info"), "amber": N_("amber"), "red": N_("red")}


@dataclass(frozen=True, slots=True)
class Voice:
    """Speaks *lang* to a reader in *zone*."""

    lang: str
    zone: ZoneInfo

    @property
    def texts(self) -> Translator:
        return translator(self.lang)

    def say(self, message: str, **values: Any) -> str:
        """Return *message* in the reader's language, its places filled with values as that reader writes them."""
        return self.fill(self.texts.gettext(message) if message else "", values)

    def count(self, one: str, many: str, count: int, **values: Any) -> str:
        """Return *one* or *many* with ``{count}`` and *values* filled in."""
        return self.fill(self.texts.ngettext(one, many, count), {"count": count, **values})

    def fill(self, template: str, values: Mapping[str, Any]) -> str:
        """Fill the places of *template*; one that cannot be filled stays as it is written."""
        try:
            return template.format(**{name: self.value(value) for name, value in values.items()})
        except (KeyError, IndexError, ValueError):
            return template

    def value(self, value: Any) -> str:
        """Write a value as the reader expects it."""
        if isinstance(value, datetime):
            return self.moment(value)
        if isinstance(value, date):
            return self.day(value)
        if isinstance(value, float):
            return self.number(value)
        return "" if value is None else str(value)

    def number(self, value: float) -> str:
        """Write a number with at most one decimal."""
        written = f"{value:.0f}" if abs(value) >= 100 or value == int(value) else f"{value:.1f}"
        return written.replace(".", ",") if self.lang == "de" else written

    def hours(self, value: float) -> str:
        """Write a stretch of working hours."""
        return self.say(N_("{hours} h"), hours=float(value))

    def day(self, value: date) -> str:
        """Write a day with its weekday and year."""
        if self.lang == "de":
            return f"{self.weekday(value)} {value:%d.%m.%Y}"
        return f"{self.weekday(value)} {value.day} {_MONTHS[value.month - 1]} {value.year}"

    def short_day(self, moment: datetime) -> str:
        """Write the day of *moment* without its year."""
        local = moment.astimezone(self.zone)
        if self.lang == "de":
            return f"{self.weekday(local)} {local:%d.%m.}"
        return f"{self.weekday(local)} {local.day} {_MONTHS[local.month - 1]}"

    def moment(self, value: datetime) -> str:
        """Write a moment in the reader's zone."""
        local = value.astimezone(self.zone)
        return f"{self.day(local.date())} {local:%H:%M}"

    def weekday(self, value: date) -> str:
        return _DAYS.get(self.lang, _DAYS["en"])[value.weekday()]

    def severity(self, word: str) -> str:
        """Name a severity."""
        return self.texts.gettext(SEVERITIES[word])
