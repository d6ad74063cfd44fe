"""The table of findings: 80 columns, every field a person acts on, in their language."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handover.model import Reason
from handover.render.table import COLUMNS, findings_table
from handover.render.voice import Voice
from handover.render.width import cut, fit, width, wrap
from tests.render.findings import BERLIN, finding

DE, EN = Voice("de", BERLIN), Voice("en", BERLIN)
LONG = "Wann können Sie die Rollenbahn liefern? Wir brauchen den Termin bis Freitag, " * 6


def test_a_row_tells_who_waits_since_when_for_what_how_often_and_what_to_do() -> None:
    found = finding(
        "red", chasers=3, values={"name": "Petra Schulz", "words": "Wann kommt die Bahn?", "phone": "0821 99"}
    )

    text = "\n".join(findings_table([found], DE))

    for part in ("rot", "Mo 16.11.", "31,5 h", "Petra Schulz, klein-metallbau.example", "3× nachgefragt"):
        assert part in text
    assert "„Wann kommt die Bahn?“" in text
    assert "→ Heute noch anrufen: 0821 99" in text
    assert "unanswered-5f2c9a1e" in text


def test_a_day_of_an_earlier_year_bears_its_year() -> None:
    old = finding("red", elapsed_hours=24.0 * 300)

    assert "rot   16.11.2026 " in "\n".join(findings_table([old], DE))
    assert "red   16 Nov 2026" in "\n".join(findings_table([old], EN))


def test_english_readers_get_english() -> None:
    text = "\n".join(findings_table([finding("amber")], EN))

    assert "amber" in text
    assert "Mon 16 Nov" in text
    assert "31.5 h" in text
    assert "→ Answer." in text


@pytest.mark.parametrize("voice", [DE, EN])
def test_no_line_is_wider_than_the_terminal(voice: Voice) -> None:
    found = [
        finding("red", chasers=12, values={"name": "北京" * 30, "words": LONG, "phone": "0" * 90}),
        finding(
            "info", id="escalations-" + "f" * 8, state=None, check="escalations", values={"name": "x" * 200}
        ),
        finding(
            waited_hours=12345.6, values={"name": "", "words": "W" * 500}, contact="a" * 200 + "@b.example"
        ),
    ]

    assert max(width(line) for line in findings_table(found, voice)) <= COLUMNS


def test_the_most_severe_come_first() -> None:
    found = [
        finding("info", id="unanswered-1"),
        finding("red", id="unanswered-2"),
        finding("amber", id="unanswered-3"),
    ]

    lines = [line.split()[0] for line in findings_table(found, EN) if line.startswith("unanswered-")]

    assert lines == ["unanswered-2", "unanswered-3", "unanswered-1"]


def test_what_is_not_shown_is_counted() -> None:
    found = [finding(id=f"unanswered-{number:08x}") for number in range(33)]

    short = "\n".join(findings_table(found, EN, most=30))
    whole = "\n".join(findings_table(found, EN))

    assert "3 more" in short
    assert "33 amber" in short
    assert "more" not in whole


def test_colour_only_underlines_the_word() -> None:
    found = [finding("red")]

    plain = "\n".join(findings_table(found, EN))
    coloured = "\n".join(findings_table(found, EN, colour=True))

    assert "\x1b" not in plain
    assert "\x1b[31;1mred   \x1b[0m" in coloured


def test_words_of_a_mail_cannot_reach_the_terminal() -> None:
    evil = "\x1b]0;owned\x07 \u202eabc \x9b2J"
    found = finding(
        values={"name": evil, "words": evil, "phone": evil},
        chasers=1,
        reasons=(Reason("asks", {"words": evil}, 1.0),),
    )

    text = "".join(findings_table([found], DE))

    assert not set(text) & set("\x1b\x07\x9b\u202e")


def test_braces_in_the_words_of_a_mail_are_words() -> None:
    text = "\n".join(
        findings_table(
            [finding(values={"name": "{name.__class__}", "words": "{0} {words}", "phone": ""})], EN
        )
    )

    assert "{0} {words}" in text
    assert "{name.__class__}" in text


@given(st.text(max_size=80), st.integers(4, 40), st.integers(1, 5))
def test_wrapped_text_fits_and_loses_nothing_but_what_is_cut(text: str, columns: int, lines: int) -> None:
    rows = wrap(text, columns, lines)

    assert len(rows) <= lines
    assert all(width(row) <= columns for row in rows)
    if len(wrap(text, columns)) <= lines:
        assert "".join("".join(rows).split()) == "".join(text.split())


@given(st.text(max_size=40), st.integers(2, 30))
def test_fitted_text_takes_exactly_its_columns(text: str, columns: int) -> None:
    assert width(fit(text, columns)) == columns
    assert width(cut(text, columns)) <= columns
