"""Cutting a text to words and sentences: what is remembered or passed over changes nothing."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handover.language import text
from handover.language.concordance import Concordance
from handover.language.pattern import MIN_STEM, fold
from handover.language.text import TOKEN, content, prepare, sentences, words_of
from handover.language.vocabulary import default

ODD = st.text("aAäßİΣé_ 1.,:;-/'’()[]\"!?<3=xXdD@&\n\t\u00a0\u2003\u200b☎😡http://", max_size=60)


@given(ODD | st.text(max_size=60))
def test_words_are_what_the_expression_finds(written: str) -> None:
    assert words_of(written) == TOKEN.findall(written.lower())
    assert words_of(written) == TOKEN.findall(written.lower())


def test_long_or_many_pieces_are_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text, "_pieces", kept := dict[str, tuple[str, ...]]())
    monkeypatch.setattr(text, "MAX_PIECES", 3)

    for number in range(20):
        assert words_of(f"wort{number} " + "x" * 5000) == [f"wort{number}", "x" * 5000]

    assert len(kept) <= 3
    assert all(len(piece) <= text.MAX_PIECE for piece in kept)


@given(st.text("aZ9.:/,-_ \n)ä", max_size=30))
def test_the_last_word_is_all_that_belongs_together(before: str) -> None:
    expected = re.search(r"[\w.:/,\-]*\Z", before)
    assert expected is not None

    found = text._BEFORE_LAST_WORD.match(before)

    assert found is not None
    assert before[found.end() :] == expected.group()


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Wir kommen am 3. März. Passt das?", ["Wir kommen am 3. März", "Passt das"]),
        (
            "Das Gerät (z.B. die Pumpe) steht. Bitte melden.",
            ["Das Gerät (z.B. die Pumpe) steht", "Bitte melden"],
        ),
        (
            "Fehlt:\n- die Rolle\n2) der Riemen\nund a) die Kette",
            ["Fehlt:", "- die Rolle", "2) der Riemen\nund a) die Kette"],
        ),
        (
            "Eine lange Zeile, die umbrochen wurde und danach\nweitergeht. Ende.",
            ["Eine lange Zeile, die umbrochen wurde und danach\nweitergeht", "Ende"],
        ),
        (".\n. Noch etwas", ["\n", " Noch etwas"]),
    ],
)
def test_sentences_end_where_they_end(written: str, expected: list[str]) -> None:
    body = prepare(written).text
    cuts = default().cuts

    found = [body[start:end].strip(" ") for start, end, _ in sentences(body, content(body, cuts), cuts)]

    assert found == [each.strip(" ") for each in expected]


def test_a_dot_at_the_very_start_is_no_word() -> None:
    assert sentences(". \nA\n", content(". \nA\n", default().cuts), default().cuts)


@given(st.text("äÄöÖüÜßẞ’`´‐aB1İ ", max_size=20))
def test_words_are_folded_letter_by_letter(written: str) -> None:
    plain = {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "’": "'", "`": "'", "´": "'", "‐": "-"}

    assert fold(written) == "".join(plain.get(letter, letter) for letter in written.lower())


@given(
    st.lists(
        st.lists(
            st.sampled_from(["abc*", "abcd*", "abcde", "xy", "abd*|xy"]), min_size=1, max_size=4, unique=True
        )
    )
)
def test_a_word_sets_the_bits_of_all_items_it_can_stand_for(phrases: list[list[str]]) -> None:
    where = Concordance(phrases, {})

    for word in ("abcde", "abcdef", "abc", "ab", "xy", "abd", "zzz"):
        expected = 0
        for number, items in enumerate(phrases):
            for place, item in enumerate(items[:3]):
                stands = any(
                    word.startswith(each[:-1]) if each[-1] == "*" else word == each
                    for each in item.split("|")
                )
                expected |= stands << (place * len(phrases) + number)
        assert where.bits(word) == expected
    assert MIN_STEM == 3
