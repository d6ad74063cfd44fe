"""What the templates of the briefing see: the briefing, and short words for saying its parts to one reader."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from handover.answer import Notice
from handover.documents.briefing import Briefing
from handover.errors import HandoverError
from handover.i18n import N_
from handover.metrics import Usual, Week, unusual
from handover.model import Coverage
from handover.render import briefing_said as said
from handover.render.briefing_card import Card, card, card_name
from handover.render.briefing_numbers import MEASURE_BY_ID, Number, number, numbers
from handover.render.chart import Columns, columns
from handover.render.coverage import coverage_lines
from handover.render.output import one_line
from handover.render.problems import problem_line
from handover.render.voice import Voice

FURTHER_IN_MAIL = 10
"""So many customers beyond the rows are on the page that goes with a mail."""
GROUPS = 300
"""So many customers have their numbers on the page; the tables as CSV have all."""
IN_GROUPS = ("opened", "left_open", "full_answer_median", "chasers", "promises_slipped")


class Group(NamedTuple):
    """An area or a customer with some numbers over the weeks."""

    name: str
    area: str
    numbers: tuple[Number, ...]

    @property
    def outside(self) -> bool:
        return any(number.outside for number in self.numbers)


@dataclass(frozen=True)
class View:
    """One briefing for one reader, with what was looked at and what went wrong; a *brief* page goes with a mail."""

    told: Briefing
    voice: Voice
    coverage: Sequence[Coverage] = ()
    errors: Sequence[HandoverError] = ()
    brief: bool = False

    @property
    def lang(self) -> str:
        return self.voice.lang

    @property
    def week(self) -> int:
        return int(self.told.week.rpartition("W")[2])

    def say(self, message: str, **values: Any) -> str:
        return self.voice.say(message, **values)

    def count(self, one: str, many: str, number: int) -> str:
        return self.voice.count(one, many, number)

    def quoted(self, text: str) -> str:
        """Put somebody's words in the reader's quotation marks."""
        return self.voice.say(N_("“{words}”"), words=text)

    @property
    def heading(self) -> str:
        return said.heading(self.told, self.voice)

    @property
    def finding(self) -> str:
        return said.finding(self.told, self.voice)

    @property
    def warnings(self) -> list[str]:
        return list(said.warnings(self.told, self.voice))

    @property
    def problems(self) -> list[str]:
        """Return what spoils the briefing; that an owner is missing is said by the warnings."""
        return [problem_line(error, self.voice) for error in self.errors if not isinstance(error, Notice)]

    @property
    def notices(self) -> list[str]:
        """Return what is worth saying but spoils nothing."""
        found = [
            error for error in self.errors if isinstance(error, Notice) and error.code != "owner-left-out"
        ]
        return [problem_line(error, self.voice) for error in found]

    @property
    def looked_at(self) -> list[str]:
        return [one_line(text) for text in coverage_lines(self.coverage, self.voice, columns=10_000)]

    @property
    def better(self) -> list[tuple[str, str]]:
        return [said.better_said(each, self.voice) for each in self.told.better]

    @property
    def absences(self) -> list[tuple[str, str]]:
        return [(each.state, said.absence_said(each, self.voice)) for each in self.told.absences]

    @property
    def holidays(self) -> list[str]:
        return [said.holiday_said(each, self.voice) for each in self.told.holidays]

    @cached_property
    def rows(self) -> list[Card]:
        return [card(row, self.voice) for row in self.told.rows]

    @cached_property
    def further(self) -> list[Card]:
        shown = self.told.further[:FURTHER_IN_MAIL] if self.brief else self.told.further
        return [card(row, self.voice) for row in shown]

    @property
    def left_out(self) -> int:
        """How many customers need attention but stand neither in the rows nor in the table."""
        return max(self.told.more - len(self.further), 0)

    @cached_property
    def numbers(self) -> list[Number]:
        return numbers(self.told, self.voice)

    @property
    def week_heads(self) -> list[str]:
        return said.week_heads(self.told.weeks, self.voice)

    @property
    def outside(self) -> str:
        """Return what of all customers together lies outside its usual range, ``""`` for nothing."""
        return ", ".join(f"{each.title} {each.value}" for each in self.numbers if each.outside)

    @cached_property
    def areas(self) -> list[Group]:
        """Return the areas with their numbers, none where all customers belong to one."""
        tables = self.told.tables
        if tables is None or len(tables.areas) < 2:
            return []
        none = self.say(N_("no area"))
        found = [
            self._group("area", name, one_line(name) or none, weeks, tables.usual_areas.get(name, {}))
            for name, weeks in tables.areas.items()
        ]
        return sorted(found, key=lambda group: group.name == none)

    @cached_property
    def customers(self) -> list[Group]:
        """Return the customers with their numbers: those with the most open first."""
        tables = self.told.tables
        if tables is None:
            return []
        busiest = sorted(
            tables.customers.items(),
            key=lambda each: (-each[1][-1].left_open, -sum(week.opened for week in each[1]), each[0]),
        )
        return [
            self._group("customer", name, self.name_of(name), weeks, tables.usual_customers.get(name, {}))
            for name, weeks in busiest[:GROUPS]
        ]

    @property
    def groups_left(self) -> int:
        """How many customers have numbers that are not on the page."""
        return max(len(self.told.tables.customers) - GROUPS, 0) if self.told.tables else 0

    def _group(
        self, kind: str, name: str, title: str, weeks: Sequence[Week], usual: Mapping[str, Usual]
    ) -> Group:
        news = self._news.get((kind, name), set())
        measures = [MEASURE_BY_ID[each] for each in IN_GROUPS]
        found = tuple(number(measure, weeks, usual, news, self.voice) for measure in measures)
        return Group(title, self._areas.get(name, "") if kind == "customer" else "", found)

    @cached_property
    def _news(self) -> dict[tuple[str, str], set[str]]:
        found: dict[tuple[str, str], set[str]] = {}
        for each in unusual(self.told.tables) if self.told.tables else ():
            found.setdefault((each.group.kind, each.group.name), set()).add(each.measure)
        return found

    @cached_property
    def _areas(self) -> dict[str, str]:
        return {row.customer: one_line(row.area) for row in (*self.told.rows, *self.told.further)}

    @cached_property
    def _names(self) -> dict[str, str]:
        return {row.customer: card_name(row) for row in (*self.told.rows, *self.told.further)}

    def name_of(self, customer: str) -> str:
        """Return the customer's name, or what identifies them."""
        return self._names.get(customer) or one_line(customer).removeprefix("tel:")

    def drawn(self, number: Number, **sizes: float) -> Columns:
        return columns(number.values, number.runs, number.range, **sizes)
