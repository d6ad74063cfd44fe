"""What the templates of the briefing see: the briefing, and short words for saying its parts to one reader."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple
from urllib.parse import quote as percent

from handover.documents.briefing import Briefing, Row
from handover.documents.simmer import Simmer
from handover.errors import HandoverError
from handover.i18n import N_
from handover.language import language_of
from handover.metrics import Usual, Week, unusual
from handover.model import Coverage, Finding, Quote
from handover.render import briefing_said as said
from handover.render.briefing_numbers import MEASURE_BY_ID, Number, number, numbers
from handover.render.chart import Columns, Line, columns, line
from handover.render.coverage import coverage_lines
from handover.render.output import clean, one_line
from handover.render.problems import problem_line
from handover.render.sentences import gist, reason_text
from handover.render.voice import Voice
from handover.render.width import cut_words

MARKS = {"red": "▲", "amber": "◆", "info": "○"}
WORDS = 240
EVIDENCE = 4
OTHERS = 4
GROUPS = 300
"""So many customers have their numbers on the page; the tables as CSV have all."""
IN_GROUPS = ("opened", "left_open", "full_answer_median", "chasers", "promises_slipped")


class Words(NamedTuple):
    """Somebody's words: their language, who said them and when, and the address of the mail (``""`` none)."""

    text: str
    lang: str
    source: str
    link: str


class Part(NamedTuple):
    """One component of a risk: what it is, and its weight of 100."""

    name: str
    weight: int


class Heat(NamedTuple):
    """How a customer heats up, as it is said and drawn."""

    score: int
    line: Line
    first: str
    last: str
    spoken: str
    parts: tuple[Part, ...]
    turned: str
    words: Words | None
    calm: str


class Card(NamedTuple):
    """One customer who needs something, ready to be shown."""

    id: str
    who: str
    customer: str
    severity: str
    word: str
    mark: str
    gist: str
    since: str
    day: str
    iso: str
    words: Words | None
    why: str
    do: str
    actor: str
    person: str
    phone: str
    tel: str
    others: tuple[str, ...]
    more_others: int
    change: str
    is_news: bool
    owner: str
    heat: Heat | None
    evidence: tuple[Words, ...]


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
    """One briefing for one reader, with what was looked at and what went wrong."""

    told: Briefing
    voice: Voice
    coverage: Sequence[Coverage] = ()
    errors: Sequence[HandoverError] = ()

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
        return [problem_line(error, self.voice) for error in self.errors]

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
        return [self.card(row) for row in self.told.rows]

    @cached_property
    def further(self) -> list[Card]:
        return [self.card(row) for row in self.told.further]

    @property
    def left_out(self) -> int:
        """How many customers need attention but stand neither in the rows nor in the table."""
        return max(self.told.more - len(self.told.further), 0)

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

    def card(self, row: Row) -> Card:
        finding, voice = row.finding, self.voice
        told = said.row_said(row, voice)
        words = self._words(finding)
        severity = finding.severity.word
        why = finding.reasons[:3] if finding.check == "escalations" else ()
        return Card(
            id=finding.id,
            who=card_name(row),
            customer=one_line(row.customer).removeprefix("tel:"),
            severity=severity,
            word=told.severity,
            mark=MARKS[severity],
            gist=gist(finding, voice),
            since=told.since,
            day=voice.short_day(finding.since) if finding.since else "",
            iso=finding.since.isoformat() if finding.since else "",
            words=words,
            why="; ".join(one_line(reason_text(finding, reason, voice)) for reason in why),
            do=told.do,
            actor=", ".join(filter(None, map(one_line, dict.fromkeys((row.actor.name, row.actor.function))))),
            person=one_line(row.actor.name),
            phone=one_line(row.actor.phone),
            tel=tel(row.actor.phone),
            others=tuple(self._other(other) for other in row.others[:OTHERS]),
            more_others=max(len(row.others) - OTHERS, 0),
            change=told.change,
            is_news=row.change != "same",
            owner=one_line(row.owner),
            heat=self._heat(row.risk, words) if row.risk else None,
            evidence=tuple(self.source(quote) for quote in finding.evidence[-EVIDENCE:]),
        )

    def _other(self, finding: Finding) -> str:
        since = said.since_said(finding, self.voice)
        return f"{gist(finding, self.voice)}, {since}" if since else gist(finding, self.voice)

    def _words(self, finding: Finding) -> Words | None:
        """Return the words of the title with the mail they stand in."""
        text = one_line(str(finding.values.get("words") or ""))
        if not any(map(str.isalnum, text)):
            return None
        known = (quote for quote in reversed(finding.evidence) if text[:30] in one_line(quote.quote))
        quote = next(known, None)
        lang = language_of(text)
        return (
            self.source(quote)._replace(text=cut_words(text, WORDS), lang=lang)
            if quote
            else Words(cut_words(text, WORDS), lang, "", "")
        )

    def source(self, quote: Quote) -> Words:
        """Return *quote* with its writer and day, and the address of its mail."""
        text = one_line(quote.quote)
        day = self.voice.short_day(quote.date)
        writer = one_line(quote.from_)
        return Words(
            cut_words(text, WORDS),
            language_of(text),
            f"{writer}, {day}" if writer else day,
            mid(quote.message),
        )

    def _heat(self, risk: Simmer, told: Words | None) -> Heat:
        """Return how a customer heats up; *told* are their words that stand beside it and need not be said twice."""
        voice = self.voice
        scores = ", ".join(str(_of_100(score)) for _, score in risk.trend)
        turning = risk.turning
        words = None
        if (
            turning
            and turning.quote
            and one_line(turning.quote.quote)[:30] not in (told.text if told else "")
        ):
            words = self.source(turning.quote)
        return Heat(
            score=_of_100(risk.score),
            line=line(risk),
            first=voice.short_day(risk.trend[0][0]),
            last=voice.short_day(risk.trend[-1][0]),
            spoken=voice.say(N_("risk of 100, week by week: {scores}"), scores=scores),
            parts=tuple(Part(voice.say(said.PARTS[p.code]), _of_100(p.weight)) for p in risk.parts),
            turned=voice.say(N_("turned on {day}"), day=voice.short_day(turning.at)) if turning else "",
            words=words,
            calm=voice.say(said.CALM[risk.calm]) if risk.calm else "",
        )


def card_name(row: Row) -> str:
    """Return the customer's name, or who writes for them where it is not known."""
    known = row.name if row.name != row.customer else ""
    name = known or row.finding.values.get("name") or row.finding.contact or row.customer
    return one_line(str(name)).removeprefix("tel:")


def tel(phone: str) -> str:
    """Return what an address of *phone* holds after ``tel:`` (RFC 3966), ``""`` for none."""
    return re.sub(r"[^0-9+-]", "", phone)


def mid(message: str | None) -> str:
    """Return the address of a mail by its Message-ID (RFC 2392), ``""`` for none."""
    bare = clean(message or "").strip().strip("<>")
    return f"mid:{percent(bare, safe='@!$*+-.=_~')}" if bare else ""


def _of_100(score: float) -> int:
    return round(100 * score)
