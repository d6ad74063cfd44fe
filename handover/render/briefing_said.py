"""The sentences of the weekly briefing, the same in every form: terminal, mail, page, Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from handover.documents.briefing import Better, Briefing, Row, Stale
from handover.documents.coming import Coming, Holiday
from handover.i18n import N_
from handover.metrics import Spread, Week
from handover.model import Finding, Severity
from handover.render.output import one_line
from handover.render.said import short
from handover.render.sentences import advice, reason_text, title
from handover.render.voice import Voice
from handover.render.width import cut

WORDS = 160
"""Somebody's words are cut here; the evidence keeps more."""
SUBJECT = 40
"""A customer's name in the subject is cut here."""
CHANGES = {"new": N_("new"), "worse": N_("worse"), "same": N_("as before")}

STATES = {
    "no_packet": N_("no handover packet yet"),
    "built": N_("handover packet built, not sent"),
    "sent": N_("handover packet sent, not accepted yet"),
    "partly": N_("accepted: {accepted} of {items} matters"),
    "accepted": N_("everything accepted"),
    "objected": N_("a deputy has objected; accepted: {accepted} of {items} matters"),
    "alarm": N_("a deputy cannot be reached; accepted: {accepted} of {items} matters"),
}

CALM = {
    "answer": N_("An answer with substance, today."),
    "substance": N_("An answer with substance instead of another put-off."),
    "new_date": N_("A call that owns the missed promise and names one date that holds."),
    "keep_date": N_("Keeping the new date, without a reminder."),
    "manager_calls": N_("A call from the manager herself or himself."),
    "say_sorry": N_("A plain apology and what happens now."),
    "ask": N_("A short question how things are."),
}

PARTS = {
    "waiting": N_("waiting"),
    "chasers": N_("asks again"),
    "came_back": N_("had to come back to it"),
    "quicker": N_("writes at ever shorter intervals"),
    "holding_in_a_row": N_("put off in a row"),
    "higher_up": N_("turned to somebody higher up"),
    "went_past": N_("asks somebody else of ours"),
    "was_chased": N_("had to ask again until it was settled"),
    "promise_broken": N_("promise overdue"),
    "promise_moved": N_("promise moved"),
    "promise_late": N_("promise kept too late"),
    "joined": N_("copies in further people"),
    "threat": N_("threat"),
    "complaint": N_("complaint"),
    "tone": N_("tone cooler than usual"),
    "curt": N_("greeting or sign-off dropped"),
    "silence": N_("silence after a complaint"),
}
"""The components of the risk, by their codes."""


class RowSaid(NamedTuple):
    """One customer in sentences; ``""`` where there is nothing to say."""

    who: str
    what: str
    why: str
    since: str
    words: str
    do: str
    actor: str
    others: str
    change: str
    severity: str


class Line(NamedTuple):
    """One number over the weeks: its label, and a cell for each week."""

    measure: str
    label: str
    cells: tuple[str, ...]


def heading(told: Briefing, voice: Voice) -> str:
    """Return what time the briefing is about."""
    if told.since:
        return voice.say(N_("Since {moment}"), moment=short(told.since, voice))
    week = int(told.week.rpartition("W")[2])
    first, last = short(told.first, voice), short(told.last, voice)
    return voice.say(N_("Week {week}, {first} to {last}"), week=week, first=first, last=last)


def finding(told: Briefing, voice: Voice) -> str:
    """Return the one sentence that the week comes to."""
    red = sum(row.finding.severity is Severity.RED for row in (*told.rows, *told.further))
    answered = ""
    if told.weeks:
        answered = voice.count(
            "{count} request was answered.", "{count} requests were answered.", told.weeks[-1].answered
        )
    if not told.rows:
        quiet = voice.say(N_("A quiet week: nobody waits too long, and no promise is about to slip."))
        return f"{quiet} {answered}".strip()
    if told.more:
        count = len(told.rows) + told.more
        text = N_("{count} customers need attention; these {rows} first.")
        said = voice.say(text, count=count, rows=len(told.rows))
    elif red:
        said = voice.count("{count} customer needs you.", "{count} customers need you.", red)
    else:
        said = voice.count(
            "{count} customer to keep an eye on.", "{count} customers to keep an eye on.", len(told.rows)
        )
    if all(row.change == "same" for row in told.rows):
        said += " " + voice.say(N_("Nothing of it is new."))
    return f"{said} {answered}".strip()


def subject(told: Briefing, voice: Voice) -> str:
    """Return the subject of the mail: the week and what it comes to, the weightiest customer first."""
    week = heading(told, voice)
    if told.since is None:
        week = voice.say(N_("Week {week}"), week=int(told.week.rpartition("W")[2]))
    if told.stale or told.missing:
        week += f" ({voice.say(N_('incomplete'))})"
    if not told.rows:
        return f"{week}: {voice.say(N_('a quiet week'))}"
    first = cut(one_line(told.rows[0].name or who(told.rows[0])), SUBJECT)
    others = len(told.rows) + told.more - 1
    if not others:
        return f"{week}: " + voice.say(N_("{first} needs attention"), first=first)
    return f"{week}: " + voice.count(
        "{first} and {count} more need attention",
        "{first} and {count} more need attention",
        others,
        first=first,
    )


def row_said(row: Row, voice: Voice) -> RowSaid:
    """Return the sentences about one customer."""
    what = one_line(title(row.finding, voice))
    words = cut(one_line(str(row.finding.values.get("words") or "")), WORDS)
    why = ""
    if row.finding.check == "escalations":
        why = "; ".join(reason_text(row.finding, reason, voice) for reason in row.finding.reasons[:3])
    others = ""
    if count := len(row.others) + row.more_others:
        others = voice.count("and {count} matter more", "and {count} matters more", count)
    return RowSaid(
        who=who(row),
        what=what,
        why=one_line(why),
        since=since_said(row.finding, voice),
        words=words if words[:20] not in what else "",
        do=one_line(advice(row.finding, voice)),
        actor=actor(row),
        others=others,
        change=voice.say(CHANGES[row.change]),
        severity=voice.severity(row.finding.severity.word),
    )


def since_said(finding: Finding, voice: Voice) -> str:
    """Return since when something waits, and how often they asked again."""
    if not finding.since:
        return ""
    since = voice.say(N_("since {day}"), day=voice.short_day(finding.since))
    if finding.chasers:
        since += ", " + voice.count("asked again", "asked again {count}×", finding.chasers)
    return since


def who(row: Row) -> str:
    """Return the customer's name, and their domain or address where the name does not say it."""
    name = row.finding.values.get("name") or row.name or row.finding.contact or ""
    parts = (one_line(str(part)).removeprefix("tel:") for part in (name, row.customer) if part)
    return ", ".join(dict.fromkeys(parts))


def actor(row: Row) -> str:
    """Return who could act: name, function and phone, where the configuration knows them."""
    parts = (row.actor.name, row.actor.function, row.actor.phone)
    return ", ".join(dict.fromkeys(one_line(part) for part in parts if part))


def better_said(each: Better, voice: Voice) -> tuple[str, str]:
    """Return who was helped, and how."""
    name = one_line(", ".join(dict.fromkeys((each.contact, each.name)))).removeprefix("tel:")
    if each.kind == "kept":
        return name, voice.say(N_("promise kept"))
    return name, voice.say(N_("answered after {hours}"), hours=voice.hours(each.waited))


def absence_said(coming: Coming, voice: Voice) -> str:
    """Return when somebody is away and how far the handover is."""
    first, last = short(coming.first, voice), short(coming.last, voice)
    days = voice.say(N_("{first} to {last}"), first=first, last=last)
    state = voice.say(STATES[coming.state], accepted=coming.accepted, items=coming.items)
    if coming.gaps:
        state += ", " + voice.count("{count} question open", "{count} questions open", coming.gaps)
    name = f"{one_line(coming.owner)}, " if coming.owner else ""
    return f"{name}{days}: {state}"


def holiday_said(holiday: Holiday, voice: Voice) -> str:
    """Return which holiday is where, and how many customers that concerns."""
    customers = voice.count("{count} customer", "{count} customers", holiday.customers)
    return f"{short(holiday.day, voice)} {one_line(holiday.name)} ({', '.join(holiday.regions)}; {customers})"


def warnings(told: Briefing, voice: Voice) -> Iterator[str]:
    """Yield what must be said before everything else: what could not be looked at, or is old."""
    for stale in told.stale:
        yield _stale(stale, voice)
    if told.missing:
        names = ", ".join(map(one_line, told.missing))
        yield voice.say(N_("Could not be looked at, and is missing here: {names}."), names=names)
    if told.quiet:
        weeks = ", ".join(str(int(week.rpartition("W")[2])) for week in told.quiet)
        yield voice.say(N_("No mail was sent for the weeks without news: {weeks}."), weeks=weeks)


def _stale(stale: Stale, voice: Voice) -> str:
    name = f"{one_line(stale.owner)}: " if stale.owner else ""
    if stale.read is not None:
        text = N_("The mailbox was last read on {read}. Whatever came later is missing here.")
        return name + voice.say(text, read=stale.read)
    text = N_("The newest mail is from {newest}. If later ones exist, they have not reached this mailbox.")
    return name + voice.say(text, newest=stale.newest)


def week_heads(weeks: Sequence[Week], voice: Voice) -> list[str]:
    """Return the heads of the columns of the numbers."""
    return [voice.say(N_("wk {week}"), week=int(week.week.rpartition("W")[2])) for week in weeks]


def number_lines(weeks: Sequence[Week], voice: Voice) -> list[Line]:
    """Return the numbers of *weeks*; hours are working hours, what nobody answered counts as still running."""
    rows = (
        ("opened", N_("requests opened"), [str(week.opened) for week in weeks]),
        ("answered", N_("requests answered"), [str(week.answered) for week in weeks]),
        ("left_open", N_("open at the end of the week"), [str(week.left_open) for week in weeks]),
        ("open_long", N_("of these for more than a week"), [str(week.open_long) for week in weeks]),
        (
            "first_answer",
            N_("first reply, half within"),
            [median(week.first_answer, voice) for week in weeks],
        ),
        ("full_answer", N_("full answer, half within"), [median(week.full_answer, voice) for week in weeks]),
        ("chasers", N_("times somebody asked again"), [str(week.chasers) for week in weeks]),
        ("promises_made", N_("promises made"), [str(week.promises_made) for week in weeks]),
        ("promises_kept", N_("promises kept"), [str(week.promises_kept) for week in weeks]),
        ("promises_slipped", N_("promises slipped"), [str(week.promises_slipped) for week in weeks]),
    )
    return [Line(measure, voice.say(label), tuple(cells)) for measure, label, cells in rows]


def median(spread: Spread, voice: Voice) -> str:
    """Write the median of a spread; "still open" where fewer than half are over."""
    if not spread.of:
        return "–"
    return voice.hours(spread.median) if spread.median is not None else voice.say(N_("still open"))
