"""The page in a real Chromium: nothing leaves it, nothing breaks, and it says what the findings say."""

from __future__ import annotations

from pathlib import Path

import pytest

from handover.documents.briefing import Briefing
from handover.render import briefing_said as said
from handover.render.briefing_page import briefing_page
from handover.render.voice import Voice
from tests.briefing.sample import BERLIN, BIDI, COVERAGE, MARKUP, NOW, quiet, sample, team
from tests.conftest import Handover
from tests.servers.chromium import Chromium

pytestmark = pytest.mark.slow

TOLD = {"sample": sample, "quiet": quiet, "team": team}


def written(told: Briefing, folder: Path, lang: str = "en") -> Path:
    page = folder / "briefing.html"
    page.write_text(briefing_page(told, [COVERAGE], [], Voice(lang, BERLIN), now=NOW), encoding="utf-8")
    return page


@pytest.mark.parametrize("name", TOLD)
def test_it_opens_with_the_finding_and_the_rows_are_the_findings(
    chromium_browser: Chromium, tmp_path: Path, name: str
):
    told, voice = TOLD[name](), Voice("en", BERLIN)

    with chromium_browser.open(written(told, tmp_path)) as opened:
        assert opened.texts("#finding") == [said.finding(told, voice)]
        assert opened.page.locator(".warn + #finding").count() == bool(list(said.warnings(told, voice)))
        cards = opened.page.locator(".cards > li")
        assert cards.evaluate_all("all => all.map(each => each.id)") == [row.finding.id for row in told.rows]
        heads = opened.texts(".cards h3")
        assert len(heads) == len(told.rows)
        assert all("red" in head or "amber" in head for head in heads)
        assert opened.requests == []
        assert opened.complaints == []


def test_words_of_mails_are_text_and_nothing_else(chromium_browser: Chromium, tmp_path: Path):
    with chromium_browser.open(written(sample(), tmp_path)) as opened:
        assert opened.texts(".card h3")[0].endswith(f"{MARKUP} new")
        quotes = opened.page.locator(".card blockquote p").all_text_contents()
        assert "</script><script>alert(2)</script>" in quotes[0]
        assert not set(BIDI) & {"\u202e"} & set(opened.page.content())
        assert opened.page.locator("script").count() == 1
        languages = opened.page.locator(".card blockquote").evaluate_all("all => all.map(each => each.lang)")
        assert languages[:2] == ["de", "en"]
        assert opened.complaints == []


def test_evidence_links_to_the_mail(chromium_browser: Chromium, tmp_path: Path):
    with chromium_browser.open(written(sample(), tmp_path)) as opened:
        links = opened.page.locator(".card a").evaluate_all(
            "all => all.map(each => each.getAttribute('href'))"
        )

    assert "mid:a1%2Falder.example@box.example" in links
    assert "mid:b1%25@box.example" in links
    assert {link.partition(":")[0] for link in links} == {"mid", "tel"}


def test_the_table_of_further_customers_is_filtered(chromium_browser: Chromium, tmp_path: Path):
    with chromium_browser.open(written(sample(200), tmp_path)) as opened:
        rows = "#further-table tbody tr"
        assert len(opened.texts(rows)) == 200
        field = opened.page.get_by_label("Show only").first
        field.fill("nummer FIRMA 123")
        assert [text.partition("is losing")[0] for text in opened.texts(rows)] == ["◆ amber Firma 123 "]
        assert opened.texts("#further ~ form [role=status]") == ["1 of 200"]
        field.fill("amber")
        assert len(opened.texts(rows)) == len(range(0, 200, 3))
        field.fill("")
        assert len(opened.texts(rows)) == 200
        assert opened.complaints == []


@pytest.mark.parametrize(("head", "cell"), [("Risk", 5), ("Since", 3), ("Customer", 1)])
def test_the_table_is_sorted_by_its_heads(chromium_browser: Chromium, tmp_path: Path, head: str, cell: int):
    value = f"all => all.map(row => row.cells[{cell}].dataset.value ?? row.cells[{cell}].textContent)"
    with chromium_browser.open(written(sample(40), tmp_path)) as opened:
        rows = opened.page.locator("#further-table tbody tr")
        button = opened.page.locator("#further-table").get_by_role("button", name=head)
        told = {}
        for _ in range(2):
            button.click()
            order = opened.page.locator("#further-table th[aria-sort]").get_attribute("aria-sort")
            told[order] = rows.evaluate_all(value)

    key = int if head == "Risk" else str
    assert told["ascending"] == sorted(told["ascending"], key=key)
    assert told["descending"] == sorted(told["descending"], key=key, reverse=True)
    assert told["ascending"][0] != told["descending"][0]


def test_without_script_it_says_the_same(chromium_browser: Chromium, tmp_path: Path):
    page = written(sample(), tmp_path)
    with chromium_browser.open(page) as opened:
        known = opened.texts("main h2, .card p, tbody td")
    with chromium_browser.open(page, java_script_enabled=False) as opened:
        assert opened.texts("main h2, .card p, tbody td") == known
        assert opened.texts("form.filter") == []


@pytest.mark.parametrize("width", [360, 800, 1280])
@pytest.mark.parametrize("name", TOLD)
def test_it_fits_every_window(chromium_browser: Chromium, tmp_path: Path, name: str, width: int):
    with chromium_browser.open(written(TOLD[name](), tmp_path), width=width) as opened:
        opened.page.locator("details").evaluate_all("all => all.forEach(each => each.open = true)")
        assert opened.overflow() <= 0


@pytest.mark.parametrize(
    ("name", "width", "scheme"),
    [
        ("sample", 360, "light"), ("sample", 360, "dark"), ("sample", 1280, "light"), ("sample", 1280, "dark"),
        ("quiet", 1280, "light"), ("team", 1280, "light"),
    ],
)  # fmt: skip
def test_everybody_can_read_it(
    chromium_browser: Chromium, tmp_path: Path, name: str, width: int, scheme: str
):
    page = written(TOLD[name](), tmp_path, "de")
    with chromium_browser.open(page, width=width, color_scheme=scheme) as opened:
        opened.page.locator("details").evaluate_all("all => all.forEach(each => each.open = true)")
        assert opened.faults() == []


def test_it_is_printed_on_a4(chromium_browser: Chromium, tmp_path: Path):
    with chromium_browser.open(written(sample(), tmp_path), width=700) as opened:
        opened.page.emulate_media(media="print")
        assert opened.overflow() <= 0
        assert opened.texts("form.filter, #further-table th button") == []
        assert opened.page.pdf(format="A4").startswith(b"%PDF-")


@pytest.mark.parametrize("lang", ["de", "en"])
def test_the_example_is_shown_whole(
    chromium_browser: Chromium, handover: Handover, at_example: list[str], tmp_path: Path, lang: str
):
    run = handover(
        "briefing", *at_example, "--lang", lang, "--now", "2026-11-23T07:00", "--out", tmp_path, "--json"
    )

    rows = run.json["data"]["briefing"]["rows"]
    with chromium_browser.open(tmp_path / "briefing-2026-W47.html", width=360) as opened:
        heads = opened.texts(".card h3")
        named = [
            (row["name"], head)
            for row, head in zip(rows, heads, strict=True)
            if row["name"] != row["customer"]
        ]
        assert named
        assert all(name in head for name, head in named)
        assert opened.overflow() <= 0
        assert opened.faults() == []
        assert (opened.requests, opened.complaints) == ([], [])
