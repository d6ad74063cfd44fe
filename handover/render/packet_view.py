"""What the templates of the packet see: the packet, and short words for saying its parts to one reader."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from functools import cached_property
from typing import Any

from handover.documents.packet import CalendarItem, Colleague, Dossier, Item, Packet, Said
from handover.i18n import N_
from handover.render.out_of_office import OutOfOfficeText, out_of_office
from handover.render.said import BECAUSE, SEVERITIES, STATES, said, short, value_text
from handover.render.voice import Voice

PAGE_ONE = 8
"""So many lines of "first" fit on page one with everything else."""
IN_FULL = 8
"""So many items of a customer are told at length; the rest as one line each."""
MAX_FULL = 800
"""So many items in all are told at length where there are very many customers."""
FAR = 180
"""A day more than so many days away is told with its year."""
QUOTED = ("words", "title")
"""The values of a sentence that are somebody's own words."""
_LANGUAGE = re.compile(r"[a-z]{2,3}")
_BARS = "▁▂▃▄▅▆▇█"
_MARKS = {"red": "▲", "amber": "◆", "info": "○"}
_LANGUAGES = {"de": N_("German"), "en": N_("English")}


@dataclass(frozen=True)
class View:
    """One packet for one reader. *files* names the file of each original mail, by its key."""

    packet: Packet
    voice: Voice
    files: Mapping[str, str] = field(default_factory=dict)

    @property
    def lang(self) -> str:
        return self.voice.lang

    def say(self, message: str, **values: Any) -> str:
        """Say a sentence of the template in the reader's language."""
        return self.voice.say(message, **{name: self._value(value) for name, value in values.items()})

    def words(self, text: str) -> str:
        """Put somebody's words in the reader's quotation marks."""
        return self.voice.say(N_("“{words}”"), words=text)

    def count(self, one: str, many: str, number: int) -> str:
        return self.voice.count(one, many, number)

    def said(self, sentence: Said) -> str:
        return said(sentence, self.voice, self.names)

    def is_foreign(self, language: str) -> bool:
        """Tell whether words in *language* need marking, so that a screen reader speaks them right."""
        return language != self.lang and bool(_LANGUAGE.fullmatch(language))

    def told(self, sentence: Said, language: str) -> str:
        """Say *sentence* for HTML, with the words it quotes marked as *language* where that is another one."""
        from handover.render.templates import spoken_in

        text = self.said(sentence)
        if not self.is_foreign(language):
            return text
        for name in QUOTED:
            if name in sentence.values:
                quoted = self.words(value_text(sentence.values[name], self.names))
                before, found, after = text.partition(quoted)
                if found:
                    return spoken_in(language, before, quoted, after)
        return text

    @cached_property
    def names(self) -> dict[str, str]:
        return self.packet.names

    def name(self, address: str) -> str:
        return self.names.get(address, address)

    def _value(self, value: Any) -> Any:
        return self.short(value) if isinstance(value, datetime | date) else value

    def short(self, value: date | datetime | None) -> str:
        """Write a day, with its year where it lies far away; a moment with its time unless it is midnight."""
        if value is None:
            return ""
        if not isinstance(value, datetime):
            return self.voice.day(value) if self._is_far(value) else short(value, self.voice)
        local = value.astimezone(self.voice.zone)
        if local.time() == time():
            return self.short(local.date())
        return self.voice.moment(value) if self._is_far(local.date()) else short(value, self.voice)

    def _is_far(self, day: date) -> bool:
        return abs((day - self.local(self.packet.built)).days) > FAR

    def until(self, value: datetime | None) -> str:
        """Write when something is due: with its time only if that lies ahead."""
        is_past = value is not None and value < self.packet.built
        return self.short(self.local(value) if value and is_past else value)

    def local(self, moment: datetime) -> date:
        """Return the reader's day of *moment*."""
        return moment.astimezone(self.voice.zone).date()

    def day(self, value: datetime | date) -> str:
        """Write a day with its year."""
        return self.voice.day(
            value.astimezone(self.voice.zone).date() if isinstance(value, datetime) else value
        )

    def span(self, place: CalendarItem) -> str:
        """Write when an event takes place."""
        if place.all_day:
            return self.short(place.start.astimezone(self.voice.zone).date())
        return f"{self.short(place.start)}–{place.end.astimezone(self.voice.zone):%H:%M}"

    @cached_property
    def _items(self) -> dict[int, Item]:
        return {item.number: item for item in self.packet.items}

    @cached_property
    def _dossiers(self) -> dict[str, Dossier]:
        return {dossier.customer: dossier for dossier in self.packet.dossiers}

    @cached_property
    def _order(self) -> dict[str, int]:
        return {dossier.customer: place for place, dossier in enumerate(self.packet.dossiers)}

    def item(self, number: int) -> Item | None:
        return self._items.get(number)

    def dossier(self, customer: str) -> Dossier | None:
        return self._dossiers.get(customer)

    def customer(self, customer: str) -> str:
        found = self.dossier(customer)
        return found.name if found else customer

    def items_of(self, address: str) -> list[Item]:
        """Return what a deputy takes, by customer, the most pressing customer first."""
        own = [item for item in self.packet.items if item.assignee == address]
        last = len(self._order)
        return sorted(own, key=lambda item: (self._order.get(item.customer, last), item.number))

    def open_items(self, dossier: Dossier) -> list[Item]:
        """Return the items of a dossier that are matters, not events."""
        items = [self.item(number) for number in dossier.items]
        return [item for item in items if item is not None and item.kind in ("request", "promise")]

    def mark(self, severity: str) -> str:
        return _MARKS[severity]

    def severity(self, severity: str) -> str:
        return self.voice.say(SEVERITIES[severity])

    def state(self, state: str) -> str:
        return self.voice.say(STATES.get(state, state))

    def because(self, because: str) -> str:
        return self.voice.say(BECAUSE.get(because, because))

    def language(self, code: str) -> str:
        return self.voice.say(_LANGUAGES[code]) if code in _LANGUAGES else code

    def trend(self, scores: Sequence[float]) -> str:
        """Draw the last weeks with block characters."""
        return "".join(_BARS[min(int(score * len(_BARS)), len(_BARS) - 1)] for score in scores)

    def mood(self, dossier: Dossier) -> str:
        """Say how things stand with a customer, in a few words."""
        if dossier.score >= 0.6:
            return self.voice.say(N_("very tense"))
        if dossier.score >= 0.3:
            return (
                self.voice.say(N_("tense, getting worse")) if dossier.rising else self.voice.say(N_("tense"))
            )
        if dossier.rising:
            return self.voice.say(N_("getting worse"))
        return self.voice.say(N_("calm"))

    def tone(self, dossier: Dossier) -> str:
        """Say how their last mails sounded."""
        tone = dossier.tone or 0.0
        if tone <= -0.35:
            return self.voice.say(N_("last mails: annoyed"))
        if tone >= 0.25:
            return self.voice.say(N_("last mails: friendly"))
        return self.voice.say(N_("last mails: matter-of-fact"))

    def size(self, size: int) -> str:
        if size < 0:
            return ""
        return f"{max(size // 1024, 1)} kB" if size < 1 << 20 else f"{self.voice.number(size / (1 << 20))} MB"

    def file(self, key: str) -> str:
        """Return the file of an original mail, ``""`` where it could not be fetched."""
        return self.files.get(key, "")

    def covers(self, who: Colleague) -> str:
        """Say what a deputy covers here, or what a colleague knows about."""
        deputy = next((d for d in self.packet.deputies if d.who.address == who.address), None)
        if deputy is None:
            return who.area
        if deputy.areas:
            return ", ".join(deputy.areas)
        named = any(each.areas for each in self.packet.deputies)
        return who.area if named else self.voice.say(N_("everything"))

    def out_of_office(self) -> list[OutOfOfficeText]:
        return out_of_office(self.packet, self.voice)

    def changes(self, kind: str) -> Iterator[Any]:
        return (change for change in self.packet.changes if change.kind == kind)
