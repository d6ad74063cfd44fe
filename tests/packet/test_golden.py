"""The forms of the packet, word for word in both languages; HANDOVER_RENEW_GOLDEN=1 writes the files anew."""

from __future__ import annotations

import os
import tomllib
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from handover.documents.building import part_for
from handover.render.before_leaving import leaving_html, leaving_markdown
from handover.render.gaps import sidecar
from handover.render.html_packet import packet_html
from handover.render.ics_packet import packet_ics
from handover.render.markdown_packet import packet_markdown
from handover.render.output import one_line
from handover.render.packet_report import built
from handover.render.voice import Voice
from tests.packet.inert import faults
from tests.packet.sample import BERLIN, JENS, sample

GOLDEN = Path(__file__).parent / "golden"
FILES = {"a1": "mails/001-a1.eml", "a3": "mails/001-a3.eml"}


def told(form: str, lang: str) -> str:
    """Return the sample in one form and language."""
    packet, voice = sample(), Voice(lang, BERLIN)
    if form == "html":
        return packet_html(packet, voice, files=FILES)
    if form == "part.html":
        return packet_html(part_for(packet, JENS.address), voice, files=FILES)
    if form == "md":
        return packet_markdown(packet, voice, files=FILES)
    if form == "ics":
        return packet_ics(packet, voice).decode("utf-8").replace("\r\n", "\n")
    if form == "leaving.html":
        return leaving_html(packet, voice)
    if form == "leaving.md":
        return leaving_markdown(packet, voice)
    if form == "toml":
        return sidecar(packet, {"files": "Laufwerk P:\\Projekte", "old": "bleibt"}, voice)
    return "\n".join(built({"packet": packet, "folder": "out", "files": ["out/handover.html"]}, voice)) + "\n"


@pytest.mark.parametrize("lang", ["de", "en"])
@pytest.mark.parametrize(
    "form", ["html", "part.html", "leaving.html", "md", "leaving.md", "ics", "toml", "txt"]
)
def test_a_form_is_told_word_for_word(form: str, lang: str) -> None:
    path = GOLDEN / lang / f"packet.{form}"

    text = told(form, lang)

    if os.environ.get("HANDOVER_RENEW_GOLDEN") == "1":
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("lang", ["de", "en"])
@pytest.mark.parametrize("form", ["html", "part.html", "leaving.html"])
def test_a_page_is_inert_and_its_links_lead_somewhere(form: str, lang: str) -> None:
    assert list(faults(told(form, lang))) == []


def test_the_calendar_is_one_that_others_read() -> None:
    calendar = Calendar.from_ical(packet_ics(sample(), Voice("de", BERLIN)))

    events = {str(event["SUMMARY"]): event for event in calendar.walk("VEVENT")}
    assert set(events) == {
        "Anna Wir abwesend",
        "Übergabe Anna Wir – Peter Lind",
        "Fällig: Acme & Söhne: Band für Linie 2 <script>alert(1)</script> *fett* | Spalte",
        "Fällig: lift.example: Quote for the lift",
        "Abnahme Acme (Jens West)",
        "Quartalsbericht Q1/2025 (Peter Lind)",
    }
    assert str(events["Abnahme Acme (Jens West)"]["LOCATION"]) == "Halle 2, Tor 4; hinten"
    assert all(len(line) <= 75 for line in packet_ics(sample(), Voice("de", BERLIN)).split(b"\r\n"))


def test_a_deputys_part_names_nothing_of_the_others_customers() -> None:
    page = told("part.html", "de")

    assert "Quote for the lift" in page
    assert "Wann liefern Sie das Band" not in page


def test_a_users_own_template_comes_first(tmp_path: Path) -> None:
    own = tmp_path / "packet"
    own.mkdir()
    (own / "packet.html.j2").write_text("<p>{{ view.packet.token }} {{ view.packet.items[0].title }}</p>")

    page = packet_html(sample(), Voice("de", BERLIN), own=tmp_path)

    assert page.startswith("<p>H-TEST Band für Linie 2 &lt;script&gt;")


def test_a_template_cannot_reach_out_of_its_sandbox(tmp_path: Path) -> None:
    from jinja2.exceptions import SecurityError, UndefinedError

    own = tmp_path / "packet"
    own.mkdir()
    (own / "packet.html.j2").write_text("{{ view.__class__.__mro__ }}")

    with pytest.raises((SecurityError, UndefinedError)):
        packet_html(sample(), Voice("de", BERLIN), own=tmp_path)


@pytest.mark.slow
def test_a_pdf_is_made_without_fetching_anything() -> None:
    pytest.importorskip("weasyprint", reason="WeasyPrint is not installed")
    from handover.render.html_pdf import pdf_of

    page = told("html", "de").replace("</main>", '<img src="file:///etc/hostname" alt=""></main>')

    assert (pdf_of(page) or b"").startswith(b"%PDF")


@given(st.text(max_size=60), st.text(max_size=200))
def test_any_answer_survives_the_sidecar(name: str, answer: str) -> None:
    text = sidecar(replace(sample(), gaps=()), {name: answer}, Voice("de", BERLIN))

    read = tomllib.loads(text)["answers"]

    assert read == {one_line(name): one_line(answer)}


def test_a_day_of_another_year_is_told_with_it() -> None:
    packet = sample()
    request, *others = packet.items
    assert request.due is not None
    far = replace(packet, items=(replace(request, due=request.due + timedelta(days=365)), *others))

    page = packet_html(far, Voice("de", BERLIN))

    assert '<td class="when">Mi 31.03.2027 17:00</td>' in page
