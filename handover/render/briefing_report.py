"""The weekly briefing for people: one sentence, at most seven customers, what got better, the numbers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from handover.documents.briefing import Briefing, Row
from handover.i18n import N_
from handover.metrics import Spread
from handover.model import Severity
from handover.render.output import one_line
from handover.render.said import short
from handover.render.sentences import advice, reason_text, title
from handover.render.voice import Voice
from handover.render.width import cut, pad, width, wrap

COLUMNS = 80
INDENT = 6
LABEL = 34
CELL = 11
CHANGES = {"new": N_("new"), "worse": N_("worse"), "same": N_("as before")}


def briefed(data: Mapping[str, Any], voice: Voice) -> Iterator[str]:
    """Yield the lines for the answer of `briefing`."""
    told: Briefing = data["briefing"]
    week = int(told.week.rpartition("W")[2])
    yield voice.say(
        N_("Week {week}, {first} to {last}"),
        week=week,
        first=short(told.first, voice),
        last=short(told.last, voice),
    )
    yield from wrap(finding(told, voice), COLUMNS)
    yield ""
    for row in [row for row in told.rows if row.change != "same"]:
        yield from _row(row, voice)
        yield ""
    if known := [row for row in told.rows if row.change == "same"]:
        yield voice.say(N_("Unchanged since the last briefing:"))
        yield from (_short_row(row, voice) for row in known)
        yield ""
    if told.more:
        text = voice.count(
            "{count} more customer waits; `handover check` shows it.",
            "{count} more customers wait; `handover check` shows them.",
            told.more,
        )
        yield from wrap(text, COLUMNS)
        yield ""
    yield from _better(told, voice)
    for absence in told.absences:
        text = N_("Away: {first} to {last}")
        yield voice.say(text, first=short(absence.first, voice), last=short(absence.last, voice))
    yield from _numbers(told, voice)


def finding(told: Briefing, voice: Voice) -> str:
    """Return the one sentence that the week comes to."""
    red = sum(row.finding.severity is Severity.RED for row in told.rows)
    news = sum(row.change != "same" for row in told.rows)
    answered = voice.count(
        "{count} request was answered.", "{count} requests were answered.", told.weeks[-1].answered
    )
    if not told.rows:
        return (
            voice.say(N_("A quiet week: nobody waits too long, and no promise is about to slip."))
            + " "
            + answered
        )
    if told.more:
        count = len(told.rows) + told.more
        text = voice.say(
            N_("{count} customers need attention; these {rows} first."), count=count, rows=len(told.rows)
        )
    elif red:
        text = voice.count("{count} customer needs you.", "{count} customers need you.", red)
    else:
        one, many = "{count} customer to keep an eye on.", "{count} customers to keep an eye on."
        text = voice.count(one, many, len(told.rows))
    if not news:
        text += " " + voice.say(N_("Nothing of it is new."))
    return text + " " + answered


def _row(row: Row, voice: Voice) -> Iterator[str]:
    change = voice.say(CHANGES[row.change])
    head = pad(voice.severity(row.finding.severity.word), INDENT)
    yield (
        head
        + pad(cut(_who(row), COLUMNS - INDENT - width(change) - 1), COLUMNS - INDENT - width(change))
        + change
    )
    words = one_line(str(row.finding.values.get("words") or ""))
    texts = [title(row.finding, voice)]
    if row.finding.check == "escalations":
        texts.append("; ".join(reason_text(row.finding, reason, voice) for reason in row.finding.reasons[:3]))
    if row.finding.since:
        since = voice.say(N_("since {day}"), day=voice.short_day(row.finding.since))
        if row.finding.chasers:
            since += ", " + voice.count("asked again", "asked again {count}×", row.finding.chasers)
        texts.append(since)
    if words and words[:20] not in texts[0]:
        texts.append(voice.say(N_("“{words}”"), words=cut(words, 140)))
    if step := advice(row.finding, voice):
        texts.append("→ " + step)
    if row.others:
        texts.append(voice.count("and {count} matter more", "and {count} matters more", len(row.others)))
    for text in texts:
        for number, part in enumerate(wrap(one_line(text), COLUMNS - INDENT - 2, 2)):
            yield " " * (INDENT + (2 if number else 0)) + part


def _short_row(row: Row, voice: Voice) -> str:
    head = pad(voice.severity(row.finding.severity.word), INDENT)
    since = voice.short_day(row.finding.since) if row.finding.since else ""
    return (head + pad(cut(_who(row), COLUMNS - INDENT - 12), COLUMNS - INDENT - 12) + since).rstrip()


def _who(row: Row) -> str:
    name = row.finding.values.get("name") or row.finding.contact or ""
    parts = (one_line(str(part)).removeprefix("tel:") for part in (name, row.customer) if part)
    return ", ".join(dict.fromkeys(parts))


def _better(told: Briefing, voice: Voice) -> Iterator[str]:
    if not told.better:
        return
    yield voice.say(N_("What got better:"))
    for each in told.better:
        tail = voice.say(N_("answered after {hours}"), hours=voice.hours(each.waited))
        who = one_line(", ".join(dict.fromkeys((each.contact, each.customer)))).removeprefix("tel:")
        yield "  " + cut(who, COLUMNS - 4 - width(tail)) + ": " + tail
    yield ""


def _numbers(told: Briefing, voice: Voice) -> Iterator[str]:
    """Yield the table of the weeks; hours are working hours, and what nobody answered counts as still running."""
    yield ""
    heads = (voice.say(N_("wk {week}"), week=int(week.week.rpartition("W")[2])) for week in told.weeks)
    yield pad(voice.say(N_("The numbers")), LABEL) + "".join(pad(head, CELL, right=True) for head in heads)
    rows = (
        (N_("requests opened"), [str(week.opened) for week in told.weeks]),
        (N_("requests answered"), [str(week.answered) for week in told.weeks]),
        (N_("open at the end of the week"), [str(week.left_open) for week in told.weeks]),
        (N_("of these for more than a week"), [str(week.open_long) for week in told.weeks]),
        (N_("first reply, half within"), [_median(week.first_answer, voice) for week in told.weeks]),
        (N_("full answer, half within"), [_median(week.full_answer, voice) for week in told.weeks]),
        (N_("times somebody asked again"), [str(week.chasers) for week in told.weeks]),
        (N_("promises made"), [str(week.promises_made) for week in told.weeks]),
        (N_("promises kept"), [str(week.promises_kept) for week in told.weeks]),
        (N_("promises slipped"), [str(week.promises_slipped) for week in told.weeks]),
    )
    for label, cells in rows:
        yield pad(voice.say(label), LABEL) + "".join(pad(cell, CELL, right=True) for cell in cells)
    yield voice.say(N_("Hours are working hours; what nobody has answered counts as still running."))
    yield ""


def _median(spread: Spread, voice: Voice) -> str:
    if not spread.of:
        return "–"
    return voice.hours(spread.median) if spread.median is not None else voice.say(N_("still open"))
