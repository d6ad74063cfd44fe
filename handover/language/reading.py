"""Reading one text: sentences, phrases, tone, promises and asks come together to `Signals`."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from datetime import datetime, tzinfo
from typing import Any

from handover.language import asks, duedates, holding, promises, tone
from handover.language.clauses import CONTRAST, Sentence
from handover.language.detect import MAX_WORDS as MAX_DETECTED
from handover.language.detect import UNKNOWN, detect
from handover.language.families import FAMILIES, MARKS
from handover.language.phrases import Hit, by_sentence, find
from handover.language.text import MAX_WORDS, Span, content, prepare, sentences
from handover.language.vocabulary import Vocabulary
from handover.model import Ask, Mark, PromiseText, Signals, Why

MAX_WHY = 24
MAX_MARKS = 40
MAX_QUOTE = 300
_TOKEN = re.compile(
    r"https?://\S+|\d+(?:[.:,/\-]\d+)+|[^\W_]+(?:['’.\-/&@_][^\W_]+)*"
    r"|[:;=8xX]['’\-o^]?[)(\[\]DdPp/\\|3*]+(?!\w)|<3|[,;:()\"„“”«»–—\[\]]|[\u2600-\u27bf\U0001f300-\U0001faff]"
)
_SIGNALS = ("urgent", "complaint", "asks", "threat", "thanks", "negative", "promise")


def read(
    text: str,
    *,
    lang: str | None,
    now: datetime | None,
    zone: tzinfo | None,
    calendar: Any,
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
    signals = _judge(body, read_as, language, vocabulary, now, zone, calendar)
    if not prepared.notes:
        return signals
    notes = tuple(Why("text", "", 0.0, note) for note in prepared.notes)
    return _replace_why(signals, signals.why + notes)


def sentences_of(text: str, lang: str | None, vocabulary: Vocabulary) -> list[Sentence]:
    """Return the sentences of *text* as the rules see them."""
    return _sentences(prepare(text).text, lang, vocabulary)[1]


def _sentences(body: str, lang: str | None, vocabulary: Vocabulary) -> tuple[str, list[Sentence]]:
    packs = vocabulary.packs
    spans = sentences(body, content(body, packs), packs)
    raws = [_TOKEN.findall(body[span.start : span.end].lower()) for span in spans]
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
    for span, row in zip(spans, raws, strict=True):
        if not row:
            continue
        lang = language
        if mixed and len(row) > 4:
            own, sure = detect(row, vocabulary.packs)
            lang = own if own != UNKNOWN and sure > 0.6 else language
        words = vocabulary.lexicon(lang).words(row)
        if len(words) <= MAX_WORDS:
            found.append(Sentence(span.start, span.end, words, span.stop, lang))
            continue
        for at in range(0, len(words), MAX_WORDS):
            found.append(Sentence(span.start + at, span.end, words[at : at + MAX_WORDS], span.stop, lang))
    return found


def _judge(
    body: str,
    read_as: list[Sentence],
    language: str,
    vocabulary: Vocabulary,
    now: datetime | None,
    zone: tzinfo | None,
    calendar: Any,
) -> Signals:
    hits: list[Hit] = []
    for sentence in read_as:
        hits += find(sentence, vocabulary.lexicon(sentence.lang))
    grouped = by_sentence(hits)
    why: list[Why] = []
    left = dict.fromkeys(_SIGNALS, 1.0)
    for hit in hits:
        family = FAMILIES.get(hit.code)
        for signal, weight in family.signals.items() if family else ():
            probability = min(0.97, weight * hit.weight)
            left[signal] *= 1.0 - probability
            why.append(Why(signal, _quote(body, hit.sentence), probability, f"{hit.code}: {hit.phrase}"))
    requests = asks.find(read_as, grouped)
    found = [
        promise
        for sentence in read_as
        for promise in promises.find(sentence, grouped.get(sentence.start, []))
    ]
    for promise in found:
        left["promise"] *= 1.0 - promise.probability
        why.append(Why("promise", _quote(body, promise.sentence), promise.probability, promise.code))
    for ask in requests:
        left["asks"] *= 1.0 - ask.probability
        if ask.code:
            why.append(Why("asks", _quote(body, ask.sentence), ask.probability, ask.code))
    value = {signal: 1.0 - rest for signal, rest in left.items()}
    length = sum(len(sentence.words) for sentence in read_as)
    heard = tone.tone(read_as)
    negative = _negative(heard, length, left["negative"], read_as, body, why)
    held, off, _ = holding.holding(read_as, grouped, {promise.sentence.start for promise in found})
    if off:
        why.append(Why("holding", _first_quote(body, hits, found), held, "holding: puts off, nothing else"))
    return Signals(
        language=language,
        tone=_tone(heard, negative, value["thanks"]),
        negative=negative,
        urgent=value["urgent"],
        complaint=value["complaint"],
        asks=value["asks"],
        holding=held,
        thanks=_closing(value, read_as, hits),
        promise=value["promise"],
        threat=value["threat"],
        promises=tuple(
            _promise_text(body, p, vocabulary, now, zone, calendar) for p in found if p.probability >= 0.5
        ),
        requests=tuple(
            Ask(_quote(body, ask.sentence), duedates.due(body, ask.sentence, now, zone, calendar)[0])
            for ask in requests
            if ask.probability >= 0.5
        ),
        marks=_marks(body, hits),
        why=tuple(sorted(why, key=lambda reason: -reason.weight)[:MAX_WHY]),
    )


def _negative(
    heard: tone.Tone, length: int, left: float, read_as: list[Sentence], body: str, why: list[Why]
) -> float:
    """Join the tone of the words with what phrases said, and note the words that carried it."""
    odds = tone.negative_odds(heard, length)
    if heard.bad_words:
        number = heard.bad_words[0][0]
        words = ", ".join(dict.fromkeys(word for _, word in heard.bad_words[:6]))
        why.append(Why("negative", _quote(body, read_as[number]), _sigmoid(odds), f"words: {words}"))
    return 1.0 - (1.0 - _sigmoid(odds)) * left


def _tone(heard: tone.Tone, negative: float, thanks: float) -> float:
    good = math.tanh(0.35 * heard.good) * 0.8 + 0.2 * thanks
    return max(-1.0, min(1.0, good * (1.0 - negative) - negative * (1.0 if negative > 0.11 else 0.0)))


def _closing(value: Mapping[str, float], read_as: list[Sentence], hits: list[Hit]) -> float:
    """Return how surely the text closes: thanks, with nothing asked, complained of or added after a *but*."""
    if not value["thanks"]:
        return 0.0
    carrying = {
        hit.sentence.start for hit in hits if hit.code in ("thanks", "calm", "withdrawn", "done", "courtesy")
    }
    others = sum(1 for s in read_as if s.start not in carrying and len(s.words) > 3)
    contrast = any(s.flags & CONTRAST for s in read_as)
    open_ = max(value["asks"], value["complaint"], value["threat"])
    return value["thanks"] * (1.0 - 0.9 * open_) * (0.35 if contrast else 1.0) / (1.0 + 0.35 * others)


def _promise_text(
    body: str,
    promise: promises.Found,
    vocabulary: Vocabulary,
    now: datetime | None,
    zone: tzinfo | None,
    calendar: Any,
) -> PromiseText:
    due, words = duedates.due(body, promise.sentence, now, zone, calendar)
    kinds = vocabulary.lexicon(promise.sentence.lang).kinds(promise.sentence.norm)
    return PromiseText(_quote(body, promise.sentence), due, words, kinds)


def _marks(body: str, hits: list[Hit]) -> tuple[Mark, ...]:
    marks = dict.fromkeys(Mark(hit.code, _quote(body, hit.sentence)) for hit in hits if hit.code in MARKS)
    return tuple(marks)[:MAX_MARKS]


def _first_quote(body: str, hits: list[Hit], found: list[promises.Found]) -> str:
    for hit in hits:
        if hit.code in holding.PUTS_OFF:
            return _quote(body, hit.sentence)
    return _quote(body, found[0].sentence) if found else ""


def _quote(body: str, sentence: Sentence) -> str:
    return " ".join(body[sentence.start : sentence.end + len(sentence.stop)].split())[:MAX_QUOTE]


def _neutral(lang: str | None, because: str, notes: tuple[str, ...]) -> Signals:
    whys = (Why("text", "", 0.0, because), *(Why("text", "", 0.0, note) for note in notes if note != because))
    return Signals(language=lang or UNKNOWN, why=whys)


def _replace_why(signals: Signals, why: tuple[Why, ...]) -> Signals:
    from dataclasses import replace

    return replace(signals, why=why)


def _sigmoid(odds: float) -> float:
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, odds))))
