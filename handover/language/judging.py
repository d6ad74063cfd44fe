"""From sentences and what was found in them to `Signals`: each signal with its reasons."""

from __future__ import annotations

import math

from handover.language import asks, holding, promises, tone, weighing
from handover.language.clauses import COMMIT, CONTRAST, FIRST, IF, NEGATION, PAST, SECOND, WOULD, Sentence
from handover.language.duedates import When, due, only_a_date, wanted
from handover.language.evidence import facts
from handover.language.families import FAMILIES, MARKS
from handover.language.lexicon import KIND
from handover.language.phrases import Hit, by_sentence, find
from handover.language.stance import stance
from handover.language.vocabulary import Vocabulary
from handover.model import Ask, Mark, PromiseText, Signals, Why

MAX_WHY = 24
MAX_MARKS = 40
MAX_QUOTE = 300
MAX_ELLIPSIS = 8
BESIDE = 1
"""So many words may stand beside a date that is all there is ("Ja, Freitag")."""
SPOKEN = FIRST | SECOND | NEGATION | PAST | WOULD | IF
"""Where somebody speaks, or denies, or looks back, a bare time is no promise left unsaid."""
SURE = 0.5
_SIGNALS = ("urgent", "complaint", "threat", "thanks", "negative", "promise")
_CLOSING = frozenset(("thanks", "calm", "withdrawn", "done", "courtesy"))


class Judgement:
    """One text while it is judged: *body*, its sentences, what was found, and the reasons so far."""

    def __init__(self, body: str, sentences: list[Sentence], language: str, vocabulary: Vocabulary) -> None:
        self.body = body
        self.sentences = sentences
        self.language = language
        self.vocabulary = vocabulary
        lexicons = {code: vocabulary.lexicon(code) for code in {sentence.lang for sentence in sentences}}
        self.model = vocabulary.lexicon(language).model
        self.length = sum([len(sentence.words) for sentence in sentences])
        self.hits: list[Hit] = []
        for sentence in sentences:
            self.hits += find(sentence, lexicons[sentence.lang])
        self.grouped = by_sentence(self.hits)
        self.promised = [
            found
            for sentence in sentences
            if sentence.flags & COMMIT or sentence.start in self.grouped
            for found in promises.find(sentence, self.grouped.get(sentence.start, []))
        ]
        self.heard = tone.tone(sentences)
        self.left = dict.fromkeys(_SIGNALS, 1.0)
        self.why: list[Why] = []

    def signals(self, when: When) -> Signals:
        """Judge the text; *when* is what its dates are relative to."""
        self._rules()
        odds = self._models()
        requests, asking = self._asks()
        stands = self._stance() if "uncivil" in odds else 0.0
        negative = self._negative(odds)
        complaint = self._complaint(odds, stands)
        held = self._holding()
        value = {signal: 1.0 - rest for signal, rest in self.left.items()}
        value |= {"asks": asking, "complaint": complaint}
        return Signals(
            language=self.language,
            tone=self._tone(
                weighing.soured(max(negative, 0.9 * complaint), stands, self.length), value["thanks"]
            ),
            negative=negative,
            urgent=value["urgent"],
            complaint=complaint,
            asks=asking,
            holding=held,
            thanks=self._closing(value),
            promise=value["promise"],
            threat=value["threat"],
            promises=self._promises(when),
            requests=tuple(
                Ask(
                    self.quote(ask.sentence),
                    wanted(self.body, ask.sentence, when, requested=asks.is_request(ask)),
                )
                for ask in requests
            ),
            marks=self._marks(),
            why=tuple(sorted(self.why, key=lambda reason: -reason.weight)[:MAX_WHY]),
        )

    def quote(self, sentence: Sentence) -> str:
        """Return the sentence's own words, on one line."""
        if not sentence.quote:
            end = sentence.end + len(sentence.stop)
            sentence.quote = " ".join(self.body[sentence.start : end].split())[:MAX_QUOTE]
        return sentence.quote

    def _rules(self) -> None:
        for hit in self.hits:
            family = FAMILIES.get(hit.code)
            for signal, weight in family.signals.items() if family else ():
                if signal != "asks":
                    code = f"{hit.code}: {hit.phrase}"
                    self._count(signal, hit.sentence, weight * hit.weight, code)
        if any(hit.code == "eased" for hit in self.hits):
            self.left["urgent"] **= weighing.EASED
        for promise in self.promised:
            self._count("promise", promise.sentence, promise.probability, promise.code)

    def _count(self, signal: str, sentence: Sentence, probability: float, code: str) -> None:
        probability = min(0.97, probability)
        self.left[signal] *= 1.0 - probability
        self.why.append(Why(signal, self.quote(sentence), probability, code))

    def _models(self) -> dict[str, float]:
        """Return the log-odds of the whole text for each task of the language's model."""
        model = self.model
        if model is None or not self.length:
            return {}
        rows = []
        for sentence in self.sentences:
            if sentence.lang == self.language:
                sentence.sums = model.sums(sentence.words, sentence.stop)
                rows.append(sentence.sums)
        totals = [sum(column) for column in zip(*rows, strict=True)] or [0.0] * len(model.tasks)
        asked = any(sentence.is_question for sentence in self.sentences)
        known = facts(self.hits, asked, bool(self.promised), self.heard, self.length)
        return dict(zip(model.tasks, model.odds(totals, known, self.length), strict=True))

    def _asks(self) -> tuple[list[asks.Found], float]:
        """Return the asks, and how surely the text as a whole wants an answer."""
        promised = {promise.sentence.start for promise in self.promised}
        promised |= {hit.sentence.start for hit in self.hits if hit.code == "away"}
        requests, sure = asks.find(self.sentences, self.grouped, self.model, promised)
        for ask in requests:
            self.why.append(Why("asks", self.quote(ask.sentence), ask.probability, ask.code))
        for hit in self.hits:
            if hit.code not in asks.ASKING and (family := FAMILIES.get(hit.code)):
                implied = weighing.implied(family.signals.get("asks", 0.0) * hit.weight, len(self.sentences))
                if implied > sure:
                    sure = implied
                    self.why.append(
                        Why("asks", self.quote(hit.sentence), implied, f"{hit.code}: {hit.phrase}")
                    )
        return requests, sure

    def _negative(self, odds: dict[str, float]) -> float:
        """Join the tone of the words with what phrases and the model say, and note the words."""
        value = weighing.sigmoid(weighing.negative(odds, self.heard, self.left["negative"], self.length))
        if self.heard.bad_words:
            number = self.heard.bad_words[0][0]
            words = ", ".join(dict.fromkeys(word for _, word in self.heard.bad_words[:6]))
            self.why.append(Why("negative", self.quote(self.sentences[number]), value, f"words: {words}"))
        if value >= SURE and odds.get("negative", 0.0) > 0:
            self._explain("negative", "negative", value)
        return value

    def _complaint(self, odds: dict[str, float], stands: float) -> float:
        left = self.left["complaint"]
        value = weighing.sigmoid(weighing.complaint(odds, self.heard, left, self.length, stands))
        if value >= SURE and odds.get("displeased", 0.0) > 0:
            self._explain("complaint", "displeased", value)
        return value

    def _stance(self) -> float:
        """Return how the text stands to its reader, thanks and courtesy left out."""
        kind = {hit.sentence.start for hit in self.hits if hit.code in _CLOSING}
        return stance(self.sentences, kind)

    def _explain(self, signal: str, task: str, value: float) -> None:
        """Add the words by which the model spoke, from the sentence where it spoke loudest."""
        if self.model is None or task not in self.model.tasks:
            return
        k = self.model.tasks.index(task)
        scored = [s for s in self.sentences if s.sums]
        if scored:
            loudest = max(scored, key=lambda s: s.sums[k])
            words = self.model.top(loudest.words, task)
            self.why.append(Why(signal, self.quote(loudest), value, f"model: {words}"))

    def _holding(self) -> float:
        promised = {promise.sentence.start for promise in self.promised}
        held, off = holding.holding(self.sentences, self.grouped, promised)
        if off:
            carrying = [hit.sentence for hit in self.hits if hit.code in holding.PUTS_OFF]
            carrying += [promise.sentence for promise in self.promised]
            self.why.append(Why("holding", self.quote(carrying[0]), held, "holding: puts off"))
        return held

    def _tone(self, bad: float, thanks: float) -> float:
        good = math.tanh(0.35 * self.heard.good) * 0.8 + 0.2 * thanks
        return max(-1.0, min(1.0, good * (1.0 - bad) - bad))

    def _closing(self, value: dict[str, float]) -> float:
        """Return how surely the text closes: thanks, nothing asked, complained of or added after a *but*."""
        if not value["thanks"]:
            return 0.0
        carrying = {hit.sentence.start for hit in self.hits if hit.code in _CLOSING}
        others = sum([1 for s in self.sentences if s.start not in carrying and len(s.words) > 3])
        contrast = any(s.flags & CONTRAST for s in self.sentences)
        still_open = max(value["asks"], value["complaint"], value["threat"])
        return (
            value["thanks"] * (1.0 - 0.9 * still_open) * (0.35 if contrast else 1.0) / (1.0 + 0.35 * others)
        )

    def _promises(self, when: When) -> tuple[PromiseText, ...]:
        """Return what is promised.

        A few words promise the time that they name where they say nothing else ("Bis Freitag.") or only what
        comes then (family ``falls_due``).
        """
        found = tuple(self._promise(p, when) for p in self.promised if p.probability >= SURE)
        if found or len(self.sentences) != 1:
            return found
        sentence = self.sentences[0]
        if sentence.is_question or len(sentence.words) > MAX_ELLIPSIS or sentence.flags & SPOKEN:
            return ()
        day, words, bare = only_a_date(self.body, sentence, when, BESIDE)
        if day is None or not (bare or any(hit.code == "falls_due" for hit in self.hits)):
            return ()
        return (PromiseText(self.quote(sentence), day, words, ()),)

    def _promise(self, promise: promises.Found, when: When) -> PromiseText:
        place = self.sentences.index(promise.sentence)
        before = self.sentences[place - 1] if place else None
        moment, words = due(self.body, promise.sentence, when, (promise.first, promise.last), before)
        hits = self.grouped.get(promise.sentence.start, ())
        kinds = dict.fromkeys(hit.code.removeprefix(KIND) for hit in hits if hit.code.startswith(KIND))
        return PromiseText(self.quote(promise.sentence), moment, words, tuple(kinds))

    def _marks(self) -> tuple[Mark, ...]:
        marks = dict.fromkeys(
            Mark(hit.code, self.quote(hit.sentence)) for hit in self.hits if hit.code in MARKS
        )
        return tuple(marks)[:MAX_MARKS]
