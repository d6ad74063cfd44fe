"""The mail that carries the briefing: a subject that says the finding, text, HTML for Outlook, Gmail and Apple Mail.

Short, because it is read in a minute: the page tells the rest. The HTML is tables with inline styles; bars are cells
with a colour, the one picture is a PNG in the mail itself, and its alternative text gives the same figures.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from handover.documents.briefing import Briefing, Row
from handover.errors import HandoverError
from handover.i18n import N_
from handover.model import Coverage
from handover.render import briefing_said as said
from handover.render.briefing_card import MARKS, Card, card_name
from handover.render.briefing_numbers import Number, is_unusual
from handover.render.briefing_view import View
from handover.render.output import one_line
from handover.render.picture import Series, line_chart
from handover.render.said import short
from handover.render.templates import render
from handover.render.voice import Voice
from handover.render.width import cut, cut_words, pad, wrap

WORDS = 28
"""Their words are cut here: enough to hear the tone."""
BETTER = 3
"""So many whom the week has helped are named in the mail; the page names all."""
COLUMNS = 76
TALL = 20
LABEL = 34
CELL = 12
IN_MAIL = (
    "opened", "answered", "left_open", "open_long", "first_answer_median", "full_answer_median", "chasers",
    "promises_slipped",
)  # fmt: skip
OPENED, ANSWERED = "#8a3b00", "#2f6690"


class Picture(NamedTuple):
    """A picture that the HTML shows as ``cid:`` (RFC 2392): *cid* without its brackets, a file name, its bytes."""

    cid: str
    name: str
    content_type: str
    data: bytes


class BriefingLetter(NamedTuple):
    """The briefing as a mail; *text* and *html* say the same."""

    subject: str
    text: str
    html: str
    pictures: tuple[Picture, ...] = ()


class Short(NamedTuple):
    """One customer in the mail: *tel* and *link* are addresses, ``""`` for none."""

    severity: str
    word: str
    mark: str
    who: str
    what: str
    worse: str
    since: str
    words: str
    lang: str
    actor: str
    tel: str
    link: str


class Bar(NamedTuple):
    """One number in the mail: this week, the week before, and how high the column of each week is, in pixels."""

    title: str
    before: str
    value: str
    columns: list[int]
    outside: bool


class Chart(NamedTuple):
    """The one picture: its title, what each line is, and its figures in words."""

    cid: str
    title: str
    legend: tuple[tuple[str, str, str], ...]
    alt: str


class Content(NamedTuple):
    """What the mail says, in both of its forms."""

    subject: str
    warnings: list[str]
    rows: list[Short]
    known: str
    after: list[str]
    numbers: list[Bar]
    number_heads: list[str]
    hours: str
    chart: Chart | None
    foot: list[str]


def briefing_letter(
    told: Briefing,
    coverage: Sequence[Coverage],
    errors: Sequence[HandoverError],
    voice: Voice,
    own: Path | None = None,
) -> BriefingLetter:
    """Return the mail about *told* in the language of *voice*.

    *coverage* and *errors* say what was looked at and what was not; *own* is a folder of the user's own templates.
    """
    view = View(told, voice, coverage, errors)
    quiet = is_quiet(told)
    bars = [] if quiet else list(_bars(view))
    chart, picture = _chart(view) if bars else (None, None)
    content = Content(
        subject=said.subject(told, voice),
        warnings=view.warnings,
        rows=[_short(row, card, voice) for row, card in _news(view)],
        known=_known(view),
        after=list(_after(view)),
        numbers=bars,
        number_heads=[
            "",
            *view.week_heads[-2:],
            f"{view.week_heads[0]} – {view.week_heads[-1]}" if told.weeks else "",
        ],
        hours=voice.say(N_("Hours are working hours; what nobody has answered counts as still running.")),
        chart=chart,
        foot=list(_foot(view, quiet)),
    )
    html = render("briefing/mail.html.j2", own, view=view, **content._asdict())
    return BriefingLetter(content.subject, _text(view, content), html, (picture,) if picture else ())


def is_quiet(told: Briefing) -> bool:
    """Tell whether nothing in *told* wants anybody: then three lines say so."""
    return not (
        told.rows
        or told.better
        or told.absences
        or told.stale
        or told.missing
        or told.quiet
        or is_unusual(told)
    )


def _news(view: View) -> Iterator[tuple[Row, Card]]:
    for row, card in zip(view.told.rows, view.rows, strict=True):
        if card.is_news:
            yield row, card


def _short(row: Row, card: Card, voice: Voice) -> Short:
    words = card.words
    since = voice.say(N_("since {day}"), day=_day(row, voice)) if row.finding.since else ""
    if row.finding.chasers:
        again = voice.count("asked again", "asked again {count}×", row.finding.chasers)
        since = f"{since}, {again}" if since else again
    return Short(
        severity=card.severity,
        word=card.word,
        mark=card.mark,
        who=who(row, card),
        what=card.gist,
        worse=card.change if row.change == "worse" else "",
        since=since,
        words=cut_words(words.text, WORDS) if words else "",
        lang=words.lang if words else "",
        actor=row.actor.name if row.actor.because != "owner" else "",
        tel=card.tel,
        link=(words.link if words else "") or next((each.link for each in card.evidence if each.link), ""),
    )


def who(row: Row, card: Card) -> str:
    """Return the customer's name; where nobody knows it, who writes for them and where.

    A colon stands behind it where what is told does not go on with the name but is a sentence of its own.
    """
    is_known = row.name != row.customer or card.who == card.customer
    name = card.who if is_known else f"{card.who} ({card.customer})"
    return f"{name}:" if card.gist[:1].isupper() else name


def _day(row: Row, voice: Voice) -> str:
    """Return the day without its weekday: a mail is read in a minute."""
    assert row.finding.since is not None
    return voice.short_day(row.finding.since).partition(" ")[2]


def _known(view: View) -> str:
    """Return the rows that nobody needs to read again, in one sentence."""
    names = [
        f"{MARKS[row.finding.severity.word]} {card_name(row)}"
        for row in view.told.rows
        if row.change == "same"
    ]
    return f"{view.say(N_('Unchanged since the last briefing:'))} {', '.join(names)}." if names else ""


def _after(view: View) -> Iterator[str]:
    """Yield what got better and what comes, one line each."""
    if view.better:
        helped = (
            f"{one_line(each.name)}, {how}"
            for each, (_, how) in zip(view.told.better, view.better, strict=True)
        )
        yield view.say(N_("Better: {who}"), who="; ".join(list(helped)[:BETTER]))
    for _, text in view.absences:
        yield view.say(N_("Away: {absence}"), absence=text)
    if view.told.holidays:
        yield view.say(N_("Holidays: {days}"), days=", ".join(_holidays(view)))


def _holidays(view: View) -> Iterator[str]:
    """Yield each holiday's day once, with all regions that have one."""
    regions: dict[date, list[str]] = {}
    for holiday in view.told.holidays:
        regions.setdefault(holiday.day, []).extend(holiday.regions)
    for day, where in regions.items():
        yield f"{short(day, view.voice).partition(' ')[2]} ({', '.join(sorted(set(where)))})"


def _bars(view: View) -> Iterator[Bar]:
    for number in view.numbers:
        if number.id in IN_MAIL:
            most = max((value for value in number.values if value), default=1.0)
            heights = [max(round(TALL * value / most), 1) if value else 0 for value in number.values]
            yield Bar(number.title, number.before, number.value, heights, number.outside)


def _chart(view: View) -> tuple[Chart, Picture]:
    by_id = {number.id: number for number in view.numbers}
    opened, answered = by_id["opened"], by_id["answered"]
    cid = f"weeks.{view.told.week.lower()}@handover.invalid"
    title = view.say(N_("Requests by week"))
    spoken = "; ".join(f"{each.title}, {each.spoken}" for each in (opened, answered))
    legend = ((opened.title, OPENED, "━"), (answered.title, ANSWERED, "╍"))
    series = [Series(_counts(opened), OPENED), Series(_counts(answered), ANSWERED, True)]
    heads = [str(int(week.week.rpartition("W")[2])) for week in view.told.weeks]
    picture = Picture(cid, f"{view.told.week.lower()}.png", "image/png", line_chart(series, heads))
    return Chart(cid, title, legend, f"{title}: {spoken}"), picture


def _counts(number: Number) -> list[float]:
    return [value or 0.0 for value in number.values]


def _foot(view: View, quiet: bool) -> Iterator[str]:
    """Yield what was looked at and what was not, and why this mail comes."""
    if quiet:
        yield " ".join([*view.problems, *view.notices, "; ".join(view.looked_at)])
        return
    yield from view.problems
    yield from view.notices
    yield "; ".join(view.looked_at)
    yield view.say(
        N_(
            "You get this mail because whoever set up handover named you as its reader. Questions, or no more of it? "
            "Just answer."
        )
    )


def _text(view: View, content: Content) -> str:
    """Return the mail as plain text; the same as the HTML but for what only a picture can say."""
    if is_quiet(view.told):
        return "\n".join([view.heading, view.finding, *content.foot]) + "\n"
    team = f" · {', '.join(view.told.team)}" if view.told.team else ""
    lines = list(_paragraphs([view.heading + team, *content.warnings, view.finding]))
    for row in content.rows:
        lines += [*_row_lines(row, view), ""]
    lines += _paragraphs([content.known, *content.after])
    if content.numbers:
        lines += [*_number_lines(content.numbers, view), *wrap(content.hours, COLUMNS), ""]
    for text in content.foot:
        lines += wrap(text, COLUMNS)
    return "\n".join(lines) + "\n"


def _paragraphs(texts: Sequence[str]) -> Iterator[str]:
    for text in filter(None, texts):
        yield from (*wrap(text, COLUMNS), "")


def _row_lines(row: Short, view: View) -> Iterator[str]:
    what = f"{row.what} ({row.worse})" if row.worse else row.what
    head = f"{row.mark} {row.word}  {row.who} {what}" + (f", {row.since}" if row.since else "")
    quote = view.quoted(row.words) if row.words else ""
    for number, text in enumerate(filter(None, (head, quote, f"→ {row.actor}" if row.actor else ""))):
        indent = "" if number == 0 else "  "
        for place, part in enumerate(wrap(text, COLUMNS - 4)):
            yield (indent if place == 0 else "  ") + part


def _number_lines(bars: Sequence[Bar], view: View) -> Iterator[str]:
    heads = "".join(pad(head, CELL, right=True) for head in view.week_heads[-2:])
    yield pad(view.say(N_("The numbers")), LABEL) + heads
    for bar in bars:
        mark = f"  ◆ {view.say(N_('unusual'))}" if bar.outside else ""
        cells = "".join(pad(cell, CELL, right=True) for cell in (bar.before, bar.value))
        yield pad(cut(bar.title, LABEL), LABEL) + cells + mark
