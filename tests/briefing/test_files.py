"""The briefing as files: each form is what it says, only the owner can read it, and no link is followed."""

from __future__ import annotations

import base64
import csv
import hashlib
import io
import json
import re
import stat
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from handover.answer import Answer, Notice
from handover.app.briefing_files import FORMS, forms_of, write_briefing
from handover.documents.pseudonyms import Pseudonyms, pseudonymised
from handover.errors import StoreError, UsageError
from handover.model import Coverage
from handover.render import briefing_said as said
from handover.render.briefing_letter import briefing_letter
from handover.render.briefing_markdown import briefing_markdown
from handover.render.briefing_page import briefing_page
from handover.render.templates import render
from handover.render.voice import Voice
from tests.briefing.sample import BERLIN, COVERAGE, NOW, quiet, sample, team
from tests.conftest import Handover

EN = Voice("en", BERLIN)


def answer(told: object = None) -> Answer:
    return Answer("briefing", NOW, [COVERAGE], data={"briefing": told or sample()})


class Parts(HTMLParser):
    """What of a page could load or run something."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.policy = ""
        self.found: list[str] = []
        self.texts: dict[str, list[str]] = {"script": [], "style": []}
        self._within = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self._within = tag
        if values.get("http-equiv") == "Content-Security-Policy":
            self.policy = values["content"]
        self.found += [name for name in values if name.startswith("on") or name in ("src", "style", "action")]
        address = values.get("href", "#").partition(":")[0]
        if not address.startswith("#") and address not in ("mid", "tel"):
            self.found.append(values["href"])
        if tag in ("link", "img", "iframe", "object", "embed", "base"):
            self.found.append(tag)

    def handle_endtag(self, tag: str) -> None:
        self._within = ""

    def handle_data(self, data: str) -> None:
        if self._within in self.texts:
            self.texts[self._within].append(data)


@pytest.mark.parametrize("told", [sample(200), quiet(), team()], ids=["sample", "quiet", "team"])
def test_a_page_holds_one_script_and_one_style_which_its_policy_names(told: object) -> None:
    parts = Parts(briefing_page(told, [COVERAGE], [], EN, now=NOW))  # type: ignore[arg-type]

    assert parts.found == []
    assert parts.texts["script"] == [render("briefing/script.js.j2")]
    for name in ("script", "style"):
        [text] = parts.texts[name]
        hashed = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"{name}-src 'sha256-{hashed}'" in parts.policy
    assert "default-src 'none'" in parts.policy
    assert "unsafe" not in parts.policy


def test_every_form_is_written_for_the_owner_alone(tmp_path: Path) -> None:
    pytest.importorskip("weasyprint")
    folder = tmp_path / "new" / "briefing"

    written = write_briefing(answer(), folder, FORMS, EN)

    assert {Path(path).suffix for path in written} == {f".{form}" for form in FORMS}
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert sorted(written) == sorted(map(str, folder.iterdir()))
    assert {stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()} == {0o600}
    assert (folder / "briefing-2026-W11.pdf").read_bytes().startswith(b"%PDF-")
    assert (folder / "briefing-2026-W11.xlsx").read_bytes().startswith(b"PK")


def test_the_pdf_needs_no_script_and_no_network(tmp_path: Path) -> None:
    pytest.importorskip("weasyprint")
    told = answer()

    write_briefing(told, tmp_path, ("pdf",), EN)

    assert told.errors == []


def test_a_link_in_the_folder_is_replaced_not_followed(tmp_path: Path) -> None:
    precious = tmp_path / "precious"
    precious.write_text("stays")
    (tmp_path / "briefing-2026-W11.html").symlink_to(precious)

    write_briefing(answer(), tmp_path, ("html",), EN)

    assert precious.read_text() == "stays"
    assert not (tmp_path / "briefing-2026-W11.html").is_symlink()


def test_a_folder_that_cannot_be_made_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    with pytest.raises(StoreError) as caught:
        write_briefing(answer(), tmp_path / "file" / "below", ("html",), EN)

    assert caught.value.code == "not-writable"


def test_the_forms_are_named_once_and_known() -> None:
    assert forms_of(None) == ("html",)
    assert forms_of(" HTML,md,,md ") == ("html", "md")
    with pytest.raises(UsageError) as caught:
        forms_of("html,docx")
    assert "docx" in str(caught.value.values)


def test_the_command_writes_what_it_answers(
    handover: Handover, at_example: list[str], tmp_path: Path
) -> None:
    words = ("--now", "2026-11-23T07:00", "--out", tmp_path / "out", "--form", "json,csv")
    run = handover("briefing", *at_example, *words, "--json")

    kept = json.loads((tmp_path / "out" / "briefing-2026-W47.json").read_text(encoding="utf-8"))
    printed = run.json
    assert printed["data"].pop("written") == [
        str(tmp_path / "out" / name)
        for name in (
            "briefing-2026-W47.json",
            *(
                f"briefing-2026-W47-{each}.csv"
                for each in ("totals", "areas", "customers", "usual", "definitions")
            ),
        )
    ]
    assert kept == printed
    totals = csv.reader(
        io.StringIO((tmp_path / "out" / "briefing-2026-W47-totals.csv").read_text(encoding="utf-8-sig")),
        delimiter=";",
    )
    assert [row[0] for row in totals][-1] == "2026-W47"


def test_an_unknown_form_is_refused_before_anything_is_read(
    handover: Handover, at_example: list[str], tmp_path: Path
) -> None:
    run = handover("briefing", *at_example, "--out", tmp_path / "out", "--form", "docx")

    assert run.code == 2
    assert not (tmp_path / "out").exists()


def test_markdown_takes_no_markup_from_mails() -> None:
    text = briefing_markdown(team(), [COVERAGE], [], EN, now=NOW)

    assert said.finding(team(), EN) in text
    assert "<script" not in re.sub(r"\\<", "", text)
    assert not re.search(r"(?<!\\)\]\(", text)
    assert "\u202e" not in text
    assert "\\\\" not in text, "escaped twice"
    assert "Kim \\<b\\>Berg\\</b\\>, Thu 12 Mar (<mid:b1%25@box.example>)" in text
    heads = [line for line in text.splitlines() if line.startswith("|")]
    assert heads
    assert all(line.endswith("|") for line in heads)


def test_a_german_day_at_the_end_of_a_sentence_brings_its_own_full_stop() -> None:
    told = sample()
    assert told.rows[0].risk is not None
    silent = told.rows[0].risk._replace(turning=told.rows[0].risk.turning._replace(quote=None))  # type: ignore[union-attr]

    text = briefing_markdown(
        replace(told, rows=(replace(told.rows[0], risk=silent),)),
        [COVERAGE],
        [],
        Voice("de", BERLIN),
        now=NOW,
    )

    assert ", Stimmung gekippt am Do 05.03. Risiko von 100" in text
    assert not re.search(r"\d\.\.(?!\.)", text)


def test_a_markdown_table_has_as_many_cells_as_heads() -> None:
    text = briefing_markdown(sample(5), [COVERAGE], [], EN, now=NOW)

    tables = re.findall(r"(?:^\|.*\|\n)+", text, re.MULTILINE)
    assert len(tables) == 3
    for table in tables:
        counts = {len(re.findall(r"(?<!\\)\|", line)) for line in table.splitlines()}
        assert len(counts) == 1, table


def test_no_form_of_a_pseudonymised_briefing_names_a_customer(tmp_path: Path) -> None:
    hidden = pseudonymised(sample(), Pseudonyms(b"k" * 32))
    coverage = Coverage("M-ABCDEF", 1, 10)
    told = Answer("briefing", NOW, [coverage], data={"briefing": hidden})

    written = write_briefing(told, tmp_path, ("html", "md", "json", "csv"), EN)

    texts = [Path(path).read_text(encoding="utf-8-sig") for path in written]
    texts += briefing_letter(hidden, [coverage], [], EN)[:3]
    for text in texts:
        for name in (
            "alder",
            "birch",
            "cedar",
            "k001",
            "firma",
            "kim@",
            "kim berg",
            "peter lind",
            "99998",
            "@box",
        ):
            assert name not in text.casefold()


def test_what_spoils_the_briefing_stands_first_and_what_is_worth_knowing_last() -> None:
    errors = [
        StoreError("broken", "The mailbox of {owner} is broken.", owner="Ute <Zahl>"),
        Notice("owner-left-out", "Missing in this briefing: {owner}.", owner="Ute <Zahl>"),
        Notice("unknown-column", "The column “{name}” is not known.", name="Farbe"),
    ]

    page = briefing_page(team(), [COVERAGE], errors, EN, now=NOW)

    places = [
        page.index(text) for text in ("Ute &lt;Zahl&gt; is broken.", 'id="finding"', 'id="coverage"', "Farbe")
    ]
    assert places == sorted(places)
    assert page.count("Missing in this briefing") == 0
