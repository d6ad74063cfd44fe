"""The one place that prints: whatever a mail holds, the terminal obeys none of it."""

from __future__ import annotations

import io
import json
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handover.render.output import clean, json_text, one_line, write

OBEYED = set(map(chr, [*range(0x20), *range(0x7F, 0xA0)])) - {"\n"}
TURNING = set("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


@given(st.text(st.characters(codec=None), max_size=60))
def test_cleaned_text_holds_nothing_that_a_terminal_obeys(text: str) -> None:
    found = clean(text)

    assert not set(found) & (OBEYED | TURNING)
    found.encode("utf-8")


@given(st.text(max_size=60))
def test_one_line_is_one_line(text: str) -> None:
    assert len(one_line(text).splitlines()) <= 1


@given(
    st.dictionaries(
        st.text(st.characters(codec=None), max_size=5), st.text(st.characters(codec=None), max_size=30)
    )
)
def test_json_means_the_same_and_holds_nothing_that_a_terminal_obeys(value: dict[str, str]) -> None:
    found = json_text(value)

    assert not set(found) & (OBEYED | TURNING)
    found.encode("utf-8")
    if not any("\ud800" <= character <= "\udfff" for text in (*value, *value.values()) for character in text):
        assert json.loads(found) == value


def test_words_do_not_run_together_where_a_character_was_taken_away() -> None:
    assert one_line("a\tb\x1b[31mc\r\nd") == "a b [31mc d"


def test_umlauts_and_emoji_stay() -> None:
    assert clean("Grüße 👩\u200d🔧") == "Grüße 👩\u200d🔧"


def test_a_terminal_that_knows_no_umlauts_gets_question_marks() -> None:
    stream = io.TextIOWrapper(io.BytesIO(), encoding="ascii", newline="")

    write("Grüße", stream)
    stream.flush()

    assert stream.buffer.getvalue() == b"Gr??e\n"  # type: ignore[attr-defined]


def test_without_a_standard_output_nothing_happens(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)

    write("Hello")
