"""The numbers of the briefing in words: values, changes against the week before, what is outside its usual range."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from handover.documents.briefing import Briefing
from handover.i18n import N_
from handover.metrics import MEASURES, Measure, Tables, Usual, Week, measured, unusual
from handover.render.voice import Voice

MEASURE_BY_ID = {measure.id: measure for measure in MEASURES}
NINE_IN_TEN = {"first_answer_median": "first_answer_p90", "full_answer_median": "full_answer_p90"}
"""Told beside the half, not by themselves."""
SHOWN = tuple(measure for measure in MEASURES if measure.id not in NINE_IN_TEN.values())


class Number(NamedTuple):
    """One measure: its title and definition, the last week's value, the change, whether it is outside the usual."""

    id: str
    title: str
    definition: str
    value: str
    also: str
    before: str
    change: str
    usual: str
    outside: bool
    values: tuple[float | None, ...]
    runs: tuple[bool, ...]
    range: Usual | None
    spoken: str
    cells: tuple[str, ...]


def numbers(told: Briefing, voice: Voice) -> list[Number]:
    """Return the measures of all customers together."""
    if not has_numbers(told):
        return []
    usual = told.tables.usual if told.tables else {}
    news = set(outside(told.tables, "total", "")) if told.tables else set()
    return [number(measure, told.weeks, usual, news, voice) for measure in SHOWN]


def has_numbers(told: Briefing) -> bool:
    """Tell whether anything happened in the weeks that are shown."""
    return any(week.opened or week.left_open or week.answered or week.promises_made for week in told.weeks)


def outside(tables: Tables, kind: str, name: str) -> Iterator[str]:
    """Yield the measures of one group that lie outside their usual range."""
    return (each.measure for each in unusual(tables) if each.group == (kind, name))


def number(
    measure: Measure, weeks: Sequence[Week], usual: Mapping[str, Usual], news: set[str], voice: Voice
) -> Number:
    """Return *measure* over *weeks* as it is said and drawn."""
    values = tuple(measured(week, measure.id) for week in weeks)
    runs = tuple(_runs(week, measure) for week in weeks)
    said = [value_said(value, run, measure, voice) for value, run in zip(values, runs, strict=True)]
    also = ""
    if (other := NINE_IN_TEN.get(measure.id)) and runs[-1]:
        nine = value_said(measured(weeks[-1], other), True, measure, voice)
        also = voice.say(N_("nine in ten: {value}"), value=nine)
    known = usual.get(measure.id)
    return Number(
        id=measure.id,
        title=voice.say(measure.title),
        definition=voice.say(measure.definition),
        value=said[-1],
        also=also,
        before=said[-2] if len(said) > 1 else "",
        change=change_said(values, measure, voice),
        usual=range_said(known, measure, voice) if known else "",
        outside=measure.id in news,
        values=values,
        runs=runs,
        range=known,
        spoken=spoken(weeks, said, voice),
        cells=tuple(said),
    )


def _runs(week: Week, measure: Measure) -> bool:
    """Tell whether *week* has requests that could have an answer time."""
    if measure.unit != "hours":
        return False
    return bool((week.first_answer if measure.id.startswith("first") else week.full_answer).of)


def value_said(value: float | None, runs: bool, measure: Measure, voice: Voice) -> str:
    """Write a value; "still open" where too few are over for it."""
    if value is None:
        return voice.say(N_("still open")) if runs else "–"
    return voice.hours(value) if measure.unit == "hours" else str(int(value))


def change_said(values: Sequence[float | None], measure: Measure, voice: Voice) -> str:
    """Write by how much the last week differs from the one before; ``""`` where one of them is not known."""
    if len(values) < 2 or values[-1] is None or values[-2] is None:
        return ""
    change = round(values[-1] - values[-2], 1)
    if not change:
        return "±0"
    written = voice.hours(abs(change)) if measure.unit == "hours" else str(abs(int(change)))
    return f"{'+' if change > 0 else '−'}{written}"


def range_said(usual: Usual, measure: Measure, voice: Voice) -> str:
    """Write what is usual for a measure; a count in whole numbers that lie inside."""
    if measure.unit == "hours":
        return voice.say(
            N_("usual: {low} to {high}"), low=voice.hours(usual.low), high=voice.hours(usual.high)
        )
    return voice.say(N_("usual: {low} to {high}"), low=-int(-usual.low // 1), high=int(usual.high))


def spoken(weeks: Sequence[Week], said: Sequence[str], voice: Voice) -> str:
    """Return the weeks' values as a sentence for whoever does not see the picture."""
    first, last = (int(week.week.rpartition("W")[2]) for week in (weeks[0], weeks[-1]))
    return voice.say(
        N_("week {first} to week {last}: {values}"), first=first, last=last, values=", ".join(said)
    )


def is_unusual(told: Briefing) -> bool:
    """Tell whether any number of all customers together is outside its usual range."""
    return told.tables is not None and any(each.group.kind == "total" for each in unusual(told.tables))
