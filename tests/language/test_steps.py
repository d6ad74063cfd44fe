"""Steps find what the expression of a phrase finds, at the same words."""

from __future__ import annotations

import re
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handover.language.clauses import Sentence, Word
from handover.language.pattern import alternatives, expression
from handover.language.rule import lines
from handover.language.searches import WORTH_COMPILING, Phrase, Silencer
from handover.language.steps import Place, Row, row_of, search_of
from handover.language.vocabulary import find_packs

PACKS = {pack.code: pack for pack in find_packs()}
CLASSES = {"we": "wir ich", "verb": "schicke schicken melde"}
STOPS = st.sampled_from(["", ".", "?", "!", "…"])
OWN = [
    "melde",
    "melde mich",
    "{we} {verb}",
    "noch? melde",
    "melde .. zurück",
    "melde ... zurück",
    "wenn .... dann",
    "^ melde mich",
    "^^ melde|schicke",
    "^^ noch? melde $",
    "melde ... $",
    "melde mich $$",
    "mel* mich|dich",
    "*melde mich",
    "ich *eld* mich",
    "melde * mich",
    "ich .. noch? .. mich ... zurück|dann",
    "melde ?",
    "melde , wenn",
    "(|, wir",
    "ich ich",
]
WORDS = "ich wir melde schicke mich dich noch wenn dann zurück meldet abmelden , ( ) : :( … „ 5 _x".split()


@cache
def phrases_of(code: str) -> list[str]:
    """Return all phrases of a language, those that silence too."""
    pack = PACKS[code]
    return list(
        dict.fromkeys(line for rule in pack.rules for line in (*lines(rule.find), *lines(rule.unless)))
    )


@cache
def words_of(code: str, phrase: str) -> list[str]:
    """Return words that may stand in what *phrase* finds."""
    items = [item for item in phrase.split() if item.strip("^$.") and item != "?"]
    found = [word for item in items for word in alternatives(item.removesuffix("?"), PACKS[code].classes)]
    return [word.replace("*", "en") for word in found]


def expected(phrase: str, classes: dict[str, str], row: Row, at: int = 0) -> Place | None:
    """Return what the expression of *phrase* finds in *row* from the word *at* on."""
    text = " " + " ".join(row[:-1]) + " "
    match = re.compile(expression(phrase, classes)).search(text, len(" ".join(row[:at])) + bool(at))
    if match is None:
        return None
    first = text.count(" ", 0, match.start())
    return first, first + match.group().count(" ") - 1


@settings(max_examples=400, deadline=None)
@given(phrase=st.sampled_from(OWN), words=st.lists(st.sampled_from(WORDS), max_size=14), stop=STOPS)
def test_every_kind_of_step_takes_what_the_expression_takes(phrase: str, words: list[str], stop: str) -> None:
    row = row_of(words, stop)

    assert search_of(phrase, CLASSES)(row) == expected(phrase, CLASSES, row)


@settings(max_examples=200, deadline=None)
@given(phrase=st.sampled_from(OWN), words=st.lists(st.sampled_from(WORDS), min_size=3, max_size=14))
def test_a_search_goes_on_behind_what_was_found(phrase: str, words: list[str]) -> None:
    row = row_of(words, ".")
    found = search_of(phrase, CLASSES)(row)

    if found is not None:
        at = found[1]
        assert search_of(phrase, CLASSES)(row, at) == expected(phrase, CLASSES, row, at)


@pytest.mark.parametrize("code", sorted(PACKS))
@settings(max_examples=400, deadline=None)
@given(data=st.data(), stop=STOPS)
def test_the_phrases_of_a_language_are_found_where_their_expressions_find_them(
    code: str, data: st.DataObject, stop: str
) -> None:
    phrase = data.draw(st.sampled_from(phrases_of(code)))
    known = words_of(code, phrase)
    words = data.draw(st.lists(st.sampled_from([*known, "und", ","]) | st.sampled_from(known), max_size=12))
    row = row_of(words, stop)

    assert search_of(phrase, PACKS[code].classes)(row) == expected(phrase, dict(PACKS[code].classes), row)


@given(
    words=st.lists(st.sampled_from(WORDS), max_size=10), phrases=st.lists(st.sampled_from(OWN), max_size=4)
)
def test_any_of_the_phrases_silences(words: list[str], phrases: list[str]) -> None:
    row = row_of(words, "?")

    found = [search_of(phrase, CLASSES)(row) for phrase in phrases]

    assert Silencer(phrases, CLASSES).stands_in(row) == any(place is not None for place in found)


@settings(deadline=None)
@given(
    words=st.lists(st.sampled_from(WORDS), min_size=1, max_size=10), phrase=st.sampled_from(OWN), stop=STOPS
)
def test_what_is_searched_often_finds_the_same(words: list[str], phrase: str, stop: str) -> None:
    sentence = Sentence(0, 0, [Word(word) for word in words], stop, "de")
    searched, silencer = Phrase(phrase, CLASSES), Silencer([phrase, "melde|schicke ... zurück"], CLASSES)

    places = {searched.search(sentence) for _ in range(WORTH_COMPILING + 2)}
    silences = {silencer.silences(sentence) for _ in range(WORTH_COMPILING + 2)}

    assert places == {search_of(phrase, CLASSES)(sentence.row)}
    assert len(silences) == 1


def test_gaps_do_not_run_away() -> None:
    row = row_of(["ich"] * 90, "")
    asked = 0

    class Counted(list[str]):
        def __getitem__(self, key: object) -> str:
            nonlocal asked
            asked += 1
            return super().__getitem__(key)  # type: ignore[index]

    assert search_of("ich ... ich .. dann", {})(Counted(row)) is None
    assert asked < 90 * 9 * 4 * 4
