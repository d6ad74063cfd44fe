"""One customer of the briefing as a card: what is wrong, their words, who could act, how they heat up."""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import quote as percent

from handover.documents.briefing import Row
from handover.documents.simmer import Simmer
from handover.i18n import N_
from handover.language import language_of
from handover.model import Finding, Quote
from handover.render import briefing_said as said
from handover.render.chart import Line, line
from handover.render.output import clean, one_line
from handover.render.sentences import gist, reason_text
from handover.render.voice import Voice
from handover.render.width import cut_words

MARKS = {"red": "▲", "amber": "◆", "info": "○"}
WORDS = 240
EVIDENCE = 4
OTHERS = 4


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


def card(row: Row, voice: Voice) -> Card:
    """Return *row* ready to be shown."""
    finding = row.finding
    told = said.row_said(row, voice)
    words = _words(finding, voice)
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
        others=tuple(_other(other, voice) for other in row.others[:OTHERS]),
        more_others=max(len(row.others) - OTHERS, 0) + row.more_others,
        change=told.change,
        is_news=row.change != "same",
        owner=one_line(row.owner),
        heat=_heat(row.risk, words, voice) if row.risk else None,
        evidence=tuple(source(quote, voice) for quote in finding.evidence[-EVIDENCE:]),
    )


def _other(finding: Finding, voice: Voice) -> str:
    since = said.since_said(finding, voice)
    return f"{gist(finding, voice)}, {since}" if since else gist(finding, voice)


def _words(finding: Finding, voice: Voice) -> Words | None:
    """Return the words of the title with the mail they stand in."""
    text = one_line(str(finding.values.get("words") or ""))
    if not any(map(str.isalnum, text)):
        return None
    known = (quote for quote in reversed(finding.evidence) if text[:30] in one_line(quote.quote))
    quote = next(known, None)
    lang = language_of(text)
    return (
        source(quote, voice)._replace(text=cut_words(text, WORDS), lang=lang)
        if quote
        else Words(cut_words(text, WORDS), lang, "", "")
    )


def source(quote: Quote, voice: Voice) -> Words:
    """Return *quote* with its writer and day, and the address of its mail."""
    text = one_line(quote.quote)
    day = voice.short_day(quote.date)
    writer = one_line(quote.from_)
    return Words(
        cut_words(text, WORDS),
        language_of(text),
        f"{writer}, {day}" if writer else day,
        mid(quote.message),
    )


def _heat(risk: Simmer, told: Words | None, voice: Voice) -> Heat:
    """Return how a customer heats up; *told* are their words that stand beside it and need not be said twice."""
    scores = ", ".join(str(_of_100(score)) for _, score in risk.trend)
    turning = risk.turning
    words = None
    if turning and turning.quote and one_line(turning.quote.quote)[:30] not in (told.text if told else ""):
        words = source(turning.quote, voice)
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
