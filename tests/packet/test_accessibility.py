"""The packet, the letter and the owner's list can be read by everybody: by eye, by ear, in the dark, in print."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from handover.documents.building import part_for
from handover.render.before_leaving import leaving_html
from handover.render.html_packet import packet_html
from handover.render.letter import letter
from handover.render.voice import Voice
from tests.packet.accessibility import barriers, contrast, faint
from tests.packet.sample import BERLIN, JENS, sample

LANGS = pytest.mark.parametrize("lang", ["de", "en"])


@LANGS
def test_nobody_is_kept_out_of_a_page(lang: str) -> None:
    packet, voice = sample(), Voice(lang, BERLIN)

    assert list(barriers(packet_html(packet, voice))) == []
    assert list(barriers(packet_html(part_for(packet, JENS.address), voice))) == []
    assert list(barriers(leaving_html(packet, voice))) == []


@LANGS
def test_nor_of_an_empty_one(lang: str) -> None:
    packet = sample()
    empty = replace(
        packet, items=(), first=(), dossiers=(), calendar=(), questions=(), gaps=(), changes=(), to_finish=()
    )

    assert list(barriers(packet_html(empty, Voice(lang, BERLIN)))) == []
    assert list(barriers(leaving_html(empty, Voice(lang, BERLIN)))) == []


@pytest.mark.parametrize(
    ("page", "barrier"),
    [
        ("<h1>a</h1><h3>b</h3>", "h1 followed by h3"),
        ("<table><tr><th>a</th></tr></table>", "th without scope"),
        ("<table><tr><th scope='col'>a</th></tr><tr><td>1</td><td>2</td></tr></table>",
         "row of 2 cells under 1 headers"),
        ("<a href='#x'></a>", "link without a name"),
        ("<p lang=''>x</p>", "p in no language: ''"),
        ("<nav></nav>", "nav without a name"),
        ("<section aria-labelledby='x'></section>", "named by nothing: x"),
        ("<p>x</p>", "0 times main"),
        ("<style>:root { --ink: #aaa; --soft: #000; --link: #000; --red: #000; --amber: #000; --ground: #fff; "
         "--shade: #fff; }</style>", "ink on ground in scheme 0: 2.32"),
    ],
)  # fmt: skip
def test_each_kind_of_barrier_is_seen(page: str, barrier: str) -> None:
    assert barrier in list(barriers(page))


def test_contrast_is_measured_as_the_guidelines_do() -> None:
    assert contrast("#000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#fff") == pytest.approx(4.48, abs=0.01)


def test_every_colour_in_light_dark_and_print_can_be_read() -> None:
    style = packet_html(sample(), Voice("de", BERLIN))

    assert len(re.findall(r":root", style)) == 3
    assert list(faint(style)) == []


@LANGS
def test_words_in_another_language_are_marked_as_such(lang: str) -> None:
    page = packet_html(sample(), Voice(lang, BERLIN))
    other = {"de": "en", "en": "de"}[lang]
    quotes = {
        "en": "You will have the quote by 1 April.",
        "de": "Ich habe immer noch nichts gehört. &lt;b&gt;Bitte&lt;/b&gt; melden Sie sich!",
    }

    found = re.findall(r"<(\w+)([^>]*)>(?:<p>)?[„“]?" + re.escape(quotes[other]), page)
    assert found
    assert {attributes for _, attributes in found} == {f' lang="{other}"'}
    same = re.findall(r"<(\w+)([^>]*)>(?:<p>)?[„“]?" + re.escape(quotes[lang]), page)
    assert all("lang" not in attributes for _, attributes in same)


def test_the_letter_marks_the_language_of_titles() -> None:
    packet = sample()
    part = part_for(packet, JENS.address)

    german = letter(part, packet.deputies[1], Voice("de", BERLIN), "0" * 8).html
    english = letter(part, packet.deputies[1], Voice("en", BERLIN), "0" * 8).html

    assert 'lift.example: <span lang="en">Quote for the lift</span>' in german
    assert "lift.example: Quote for the lift" in english


def test_a_language_that_is_none_is_not_written(tmp_path: Path) -> None:
    packet = sample()
    odd = replace(packet, items=tuple(replace(item, language='en" onclick="x') for item in packet.items))

    page = packet_html(odd, Voice("de", BERLIN))

    assert "onclick" not in page
