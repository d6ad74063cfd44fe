"""Reading one text: what there is to read, in which language, as which sentences; `judging` does the rest."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, tzinfo
from typing import TYPE_CHECKING

from handover.language.clauses import Sentence
from handover.language.detect import MAX_WORDS as MAX_DETECTED
from handover.language.detect import UNKNOWN, detect
from handover.language.duedates import When
from handover.language.judging import Judgement
from handover.language.text import MAX_WORDS, Span, content, prepare, sentences, words_of
from handover.language.vocabulary import Vocabulary
from handover.model import Signals, Why

if TYPE_CHECKING:
    from handover.worktime import WorkCalendar


def read(
    text: str,
    *,
    lang: str | None,
    now: datetime | None,
    zone: tzinfo | None,
    calendar: WorkCalendar | None,
    vocabulary: Vocabulary,
) -> Signals:
    """Return what *text* says; see `handover.language.read`."""
    prepared = prepare(text)
    if "disguised" in prepared.notes:
        return _neutral(lang, "disguised", prepared.notes)
    body = prepared.text
    language, read_as = _sentences(body, lang, vocabulary)
    if language not in vocabulary.codes:
        return _neutral(language, "language", prepared.notes)
    when = When(now, zone, calendar)
    signals = Judgement(body, read_as, language, vocabulary).signals(when)
    if not prepared.notes:
        return signals
    return replace(signals, why=signals.why + tuple(Why("text", "", 0.0, note) for note in prepared.notes))


def sentences_of(text: str, lang: str | None, vocabulary: Vocabulary) -> list[Sentence]:
    """Return the sentences of *text* as the rules see them."""
    return _sentences(prepare(text).text, lang, vocabulary)[1]


def _sentences(body: str, lang: str | None, vocabulary: Vocabulary) -> tuple[str, list[Sentence]]:
    spans = sentences(body, content(body, vocabulary.cuts), vocabulary.cuts)
    raws = [words_of(body[start:end]) for start, end, _ in spans]
    language, mixed = _language(raws, lang, vocabulary)
    if language not in vocabulary.codes:
        return language, []
    return language, _build(spans, raws, language, mixed, vocabulary)


def _language(raws: list[list[str]], lang: str | None, vocabulary: Vocabulary) -> tuple[str, bool]:
    """Return the main language, and whether parts may be in another one."""
    words: list[str] = []
    for row in raws:
        words += row
        if len(words) > MAX_DETECTED:
            break
    found, sure = detect(words, vocabulary.packs)
    if lang in vocabulary.codes:
        return lang, found != lang or sure < 0.8
    return found, found != UNKNOWN and sure < 0.8


def _build(
    spans: list[Span], raws: list[list[str]], language: str, mixed: bool, vocabulary: Vocabulary
) -> list[Sentence]:
    found = []
    lang = language
    for span, row in zip(spans, raws, strict=True):
        if not row:
            continue
        if mixed and len(row) > 3:
            own, sure = detect(row, vocabulary.packs)
            lang = own if own != UNKNOWN and sure > 0.6 else lang
        words = vocabulary.lexicon(lang).words(row)
        if len(words) <= MAX_WORDS:
            found.append(Sentence(span.start, span.end, words, span.stop, lang))
            continue
        for at in range(0, len(words), MAX_WORDS):
            found.append(Sentence(span.start + at, span.end, words[at : at + MAX_WORDS], span.stop, lang))
    return found


def _neutral(lang: str | None, because: str, notes: tuple[str, ...]) -> Signals:
    whys = (Why("text", "", 0.0, because), *(Why("text", "", 0.0, note) for note in notes if note != because))
    return Signals(language=lang or UNKNOWN, why=whys)
