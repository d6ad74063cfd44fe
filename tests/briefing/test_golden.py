"""The forms of the briefing, word for word in both languages; HANDOVER_RENEW_GOLDEN=1 writes the files anew."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from handover.render.briefing_letter import briefing_letter
from handover.render.briefing_markdown import briefing_markdown
from handover.render.briefing_page import briefing_page
from handover.render.voice import Voice
from tests.briefing.sample import BERLIN, COVERAGE, NOW, quiet, sample, team

GOLDEN = Path(__file__).parent / "golden"
TOLD = {"sample": sample, "quiet": quiet, "team": team}


def form_of(name: str, lang: str) -> str:
    """Return the form that the file *name* holds."""
    told, voice = TOLD[name.partition(".")[0]](), Voice(lang, BERLIN)
    form = name.partition(".")[2]
    if form == "html":
        page = briefing_page(told, [COVERAGE], [], voice, now=NOW)
        return page[page.index("<body>") : page.index("<script>")] + "\n"
    if form == "md":
        return briefing_markdown(told, [COVERAGE], [], voice, now=NOW)
    letter = briefing_letter(told, [COVERAGE], [], voice)
    return letter.html if form == "mail.html" else f"{letter.subject}\n\n{letter.text}"


@pytest.mark.parametrize("lang", ["de", "en"])
@pytest.mark.parametrize(
    "name",
    ["sample.html", "sample.md", "sample.mail.html", "sample.mail.txt", "team.mail.txt", "quiet.mail.txt"],
)
def test_a_form_is_told_word_for_word(name: str, lang: str) -> None:
    path = GOLDEN / lang / name

    text = form_of(name, lang)

    if os.environ.get("HANDOVER_RENEW_GOLDEN") == "1":
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")
