"""Looking only where something can stand finds what looking everywhere finds."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handover.language.clauses import BREAK, Sentence, Word
from handover.language.lexicon import Lexicon
from handover.language.linear import Linear, features_of, hashed, joints_of
from handover.language.pattern import alternatives
from handover.language.reading import sentences_of
from handover.language.rule import lines
from handover.language.text import content
from handover.language.vocabulary import default, find_packs

CODES = [pack.code for pack in find_packs()]
FILLERS = "ich nicht , . heute if we wenn keine bitte rechnung ? ( : the will not".split()


def lexicon(code: str) -> Lexicon:
    return default().lexicon(code)


@cache
def texts_of(code: str) -> list[str]:
    """Return all phrases of a language with the words that may stand for them, and its example sentences."""
    pack = lexicon(code).pack
    examples = [line for rule in pack.rules for line in (*lines(rule.yes), *lines(rule.no))]
    written = []
    for _, phrase in lexicon(code).phrases:
        items = [item for item in phrase.text.split() if item.strip("^$.")]
        words = [alternatives(item.rstrip("?") or item, pack.classes)[-1] for item in items]
        written.append(" ".join(words).replace("*", "en"))
    return examples + written


def found_in(sentence: Sentence, code: str) -> list[int]:
    """Return the phrases that a search of every phrase finds."""
    found = []
    for number, (_, phrase) in enumerate(lexicon(code).phrases):
        if phrase.search(sentence):
            found.append(number)
    return found


@pytest.mark.parametrize("code", CODES)
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_what_a_search_of_every_phrase_finds_is_possible(code: str, data: st.DataObject) -> None:
    pieces = data.draw(
        st.lists(st.sampled_from(texts_of(code)) | st.sampled_from(FILLERS), min_size=1, max_size=5)
    )

    for sentence in sentences_of(" ".join(pieces), code, default()):
        where = lexicon(sentence.lang).concordance
        possible = set(where.possible(sentence.phrases, sentence.stop))
        looked_for = {number for word in sentence.words for number in where.beginning(word.phrases)}

        assert set(found_in(sentence, sentence.lang)) & looked_for <= possible


@pytest.mark.parametrize("code", CODES)
def test_few_phrases_are_possible_in_an_ordinary_sentence(code: str) -> None:
    where = lexicon(code).concordance
    sentences = [each for text in texts_of(code) for each in sentences_of(text, code, default())]

    searched = sum(len(list(where.possible(each.phrases, each.stop))) for each in sentences)

    assert searched / len(sentences) < len(lexicon(code).phrases) / 100


@pytest.mark.parametrize("pack", [pack for pack in find_packs() if pack.model], ids=lambda pack: pack.code)
def test_a_word_weighs_the_sum_of_its_features(pack: object) -> None:
    model = lexicon(pack.code).model  # type: ignore[attr-defined]
    assert isinstance(model, Linear)

    for word in ("rechnung", "straße", "don't", "naïve", "x", "日本"):
        expected = [0.0] * len(model.tasks)
        for feature, value in features_of(word):
            for k, weight in enumerate(_weights(model, feature)):
                expected[k] += weight * value

        assert model.word(word) == pytest.approx(expected, rel=1e-12)


@pytest.mark.parametrize("pack", [pack for pack in find_packs() if pack.model], ids=lambda pack: pack.code)
def test_a_sentence_weighs_its_words_and_joints(pack: object) -> None:
    words = lexicon(pack.code).words(["wann", "kommt", "die", "lieferung"])  # type: ignore[attr-defined]
    model = lexicon(pack.code).model  # type: ignore[attr-defined]
    norms = ["¶", *[word.norm for word in words], "?"]

    sums = model.sums(words, "?")

    for k, task in enumerate(model.about):
        alone = sum(word.weights[k] for word in words) + model.fact("?")[k]
        joints = sum(_weights(model, name)[k] * value for name, value in joints_of(norms, task.wide))
        assert sums[k] == pytest.approx(alone + joints, rel=1e-9)


def _weights(model: Linear, feature: str) -> list[float]:
    """Return what *feature* weighs by the model's tables as they stand in its file, each of its own size."""
    tables = [memoryview(table).cast("b") for table in model._tables]
    return [
        task.scale * table[hashed(feature, task.bits)]
        for task, table in zip(model.about, tables, strict=True)
    ]


@given(st.lists(st.sampled_from(["wort", ","]), min_size=1, max_size=12))
def test_clauses_lie_between_breaks(norms: list[str]) -> None:
    words = [Word(norm, BREAK if norm == "," else 0) for norm in norms]
    sentence = Sentence(0, 0, words, ".", "de")

    for index in range(len(words)):
        first = last = index
        while first > 0 and norms[first - 1] != ",":
            first -= 1
        while last < len(words) and norms[last] != ",":
            last += 1
        assert sentence.clause(index) == (first, last)
    inside = {sentence.clause(index) for index, norm in enumerate(norms) if norm != ","}
    assert sentence.clauses() == sorted(inside)


@pytest.mark.parametrize("pack", find_packs(), ids=lambda pack: pack.code)
def test_every_opening_of_a_line_is_known_by_two_letters(pack: object) -> None:
    openings = (*pack.greetings, *pack.signoffs, *pack.disclaimers)  # type: ignore[attr-defined]

    assert all(len(opening) > 1 and opening == opening.lower() for opening in openings)


def test_a_sign_off_still_ends_the_text() -> None:
    text = "Wann kommt die Lieferung?\n\nMit freundlichen Grüßen\nKim Acker"

    kept = [text[start:end] for start, end in content(text, default().cuts) if start < end]

    assert kept == ["Wann kommt die Lieferung?"]
