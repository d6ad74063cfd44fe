"""The mail with its page: the whole one where the mail stays small, a short one that says so where it would not."""

from __future__ import annotations

import email
from dataclasses import replace
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import pytest

from handover.answer import Answer
from handover.app.weekly_letter import LARGEST, weekly_letter
from handover.config.resolve import resolve
from handover.config.settings import Settings
from handover.deliver.mail import compose
from handover.documents.briefing import Briefing
from handover.model import Address
from tests.briefing.sample import COVERAGE, MARKUP, NOW, sample
from tests.servers.chromium import Chromium

SHORT = {
    "en": "This page came with a mail and is short",
    "de": "Diese Seite kam mit einer Mail und ist gekürzt",
}


def settings(lang: str) -> Settings:
    return resolve({"spoken": lang, "config": "/dev/null", "now": NOW.isoformat()}, lambda zone: NOW)


def answer(told: Briefing) -> Answer:
    return Answer("briefing", NOW, [COVERAGE], data={"briefing": told})


def page_of(answer: Answer, lang: str = "en") -> tuple[int, str]:
    """Return how many bytes the mail has, and the page that it carries."""
    sender = Address("Anna", "anna@wir.example")
    data = compose(
        weekly_letter(answer, answer.data["briefing"], settings(lang), sender, "b@wir.example", "1@x")
    )
    mail = email.message_from_bytes(data, _class=EmailMessage, policy=default)
    [page] = [part for part in mail.iter_attachments() if part.get_content_type() == "text/html"]
    assert page["Content-Transfer-Encoding"] == "quoted-printable"
    return len(data), page.get_content()


def test_a_small_mail_carries_the_whole_page():
    size, page = page_of(answer(sample(3)))

    assert size <= LARGEST
    assert "customers-table" in page
    assert SHORT["en"] not in page


@pytest.mark.parametrize("lang", ["de", "en"])
def test_the_mail_about_the_example_is_small_though_it_carries_a_page(told_example: Answer, lang: str):
    size, page = page_of(told_example, lang)

    assert size <= LARGEST
    assert SHORT[lang] in page
    for row in told_example.data["briefing"].rows:
        assert row.finding.id in page


def test_the_short_page_counts_who_is_not_on_it():
    told = sample(200)
    _, page = page_of(answer(replace(told, more=len(told.further))))

    assert page.count('<td class="who">') == 10
    assert f"{len(told.further) - 10} more customers wait" in page


def test_the_short_page_runs_nothing_and_keeps_the_words_of_mails_as_text():
    _, page = page_of(answer(sample(200)))

    assert "<script" not in page
    assert "script-src 'none'" in page
    assert MARKUP not in page


@pytest.mark.slow
@pytest.mark.parametrize("width", [360, 1280])
def test_the_short_page_is_shown_whole(
    chromium_browser: Chromium, told_example: Answer, tmp_path: Path, width: int
):
    file = tmp_path / "briefing.html"
    file.write_text(page_of(told_example, "de")[1], encoding="utf-8")

    with chromium_browser.open(file, width=width) as opened:
        assert len(opened.texts(".card h3")) == len(told_example.data["briefing"].rows)
        assert opened.overflow() <= 0
        assert opened.faults() == []
        assert (opened.requests, opened.complaints) == ([], [])
