"""The mail: short enough for a minute, readable without styles or pictures, and nobody's words become markup."""

from __future__ import annotations

import email
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from email.message import EmailMessage
from email.policy import SMTP, default
from html.parser import HTMLParser
from io import BytesIO

import pytest
from PIL import Image
from selectolax.lexbor import LexborHTMLParser

from handover.answer import Answer, Notice
from handover.documents.briefing import Briefing
from handover.render import briefing_said as said
from handover.render.briefing_letter import BriefingLetter, briefing_letter
from handover.render.voice import Voice
from tests.briefing.sample import BERLIN, BIDI, COVERAGE, MARKUP, quiet, row, sample, team

EN = Voice("en", BERLIN)
TAGS = frozenset("html head meta title style body table tbody tr td th div span b h1 a img".split())
ATTRIBUTES = frozenset(
    "lang charset name content class role width height cellpadding cellspacing border bgcolor align valign style "
    "scope href src alt aria-hidden".split()
)


def letter(told: Briefing, voice: Voice = EN) -> BriefingLetter:
    return briefing_letter(told, [COVERAGE], [], voice)


def bare(html: str) -> str:
    """Return what of *html* can be read, on one line."""
    tree = LexborHTMLParser(html)
    tree.strip_tags(["style", "title"])
    return " ".join(tree.root.text(separator=" ").split()) if tree.root else ""


class Tags(HTMLParser):
    """Collects tags, attributes and addresses."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.addresses: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.addresses += [value or "" for name, value in attrs if name in ("href", "src")]


def test_the_subject_says_the_finding():
    assert letter(sample()).subject.startswith("Week 11 (incomplete): Alder & Söhne")
    assert letter(sample()).subject.endswith("and 4 more need attention")
    assert letter(quiet()).subject == "Week 11: a quiet week"
    one = replace(sample(0), rows=sample().rows[1:2], stale=())
    assert letter(one).subject == "Week 11: Birch Ltd needs attention"


def test_it_says_first_what_is_missing_then_the_finding_then_the_customers():
    told = team()
    made = letter(told)

    for text in (made.text, bare(made.html)):
        flat = " ".join(text.split())
        places = [
            flat.index(" ".join(part.split()))
            for part in (
                *said.warnings(told, EN),
                said.finding(told, EN),
                "Birch Ltd",
                "Better:",
                "The numbers",
            )
        ]
        assert places == sorted(places)


def test_text_and_html_say_the_same():
    made = letter(sample())
    read = " ".join(re.sub(r"[\u2060\ufeff]", "", bare(made.html)).split())

    for line in made.text.splitlines():
        for word in line.split():
            assert word in read, word


def test_only_what_every_mail_program_shows_is_used():
    found = Tags(letter(team()).html)

    assert found.tags <= TAGS
    assert found.attributes <= ATTRIBUTES
    assert {address.partition(":")[0] for address in found.addresses} == {"mid", "tel", "cid"}


def test_words_of_mails_stay_words():
    made = letter(sample())

    assert "<script" not in made.html
    assert MARKUP in made.text
    assert MARKUP in bare(made.html)
    assert not {"\u202e", "\u2066"} & set(made.html + made.text + made.subject)
    assert BIDI[:12] in made.text


def test_what_got_worse_is_named():
    made = letter(sample())

    assert "Birch Ltd is losing patience (worse), since 2 Mar" in bare(made.html)
    assert "(new)" not in made.text


def test_unchanged_customers_are_one_line():
    made = letter(sample())

    assert "Unchanged since the last briefing: ▲ Cedar [a](http://evil.example)." in made.text
    assert "/C calc" not in made.text


def test_the_picture_is_in_the_mail_and_its_alternative_says_the_same():
    made = letter(sample())
    [picture] = made.pictures

    with Image.open(BytesIO(picture.data)) as image:
        assert image.format == "PNG"
    assert f'src="cid:{picture.cid}"' in made.html
    assert picture.cid.count("@") == 1
    alternative = LexborHTMLParser(made.html).css_first("img").attributes["alt"] or ""
    assert "requests opened, week 52 to week 11: 4, 5, 4, 6, 5, 4, 5, 6, 4, 5, 5, 30" in alternative
    assert "requests answered, week 52 to week 11: 2, 2, 2, 3, 2, 2, 2, 3, 2, 2, 2, 15" in alternative


def test_a_quiet_week_is_three_lines():
    made = letter(quiet())

    assert len(made.text.splitlines()) == 3
    assert "A quiet week" in made.text
    assert "120 mails" in made.text
    assert made.pictures == ()
    assert all(word in bare(made.html) for word in made.text.split())


def test_a_quiet_week_that_is_not_whole_is_not_quiet():
    told = replace(quiet(), missing=("Ute Zahl",))

    assert "Ute Zahl" in letter(told).text
    assert len(letter(told).text.splitlines()) > 3


def test_what_went_wrong_is_said():
    problem = Notice("no-calendar", "The calendar “{path}” is gone.", path="a<b>.ics")
    made = briefing_letter(sample(), [COVERAGE], [problem], EN)

    assert "The calendar “a<b>.ics” is gone." in made.text
    assert "The calendar “a<b>.ics” is gone." in bare(made.html)


def test_without_a_phone_number_nobody_is_linked():
    told = sample()
    silent = replace(told.rows[0], actor=told.rows[0].actor._replace(phone=""))

    assert "tel:" not in letter(replace(told, rows=(silent,))).html


def test_it_stays_small_with_long_names_and_many_customers():
    long = "Gesellschaft für sehr lange Namen " * 20
    told = replace(sample(200), rows=tuple(row(n, f"k{n}.example", long, long * 5) for n in range(7)))
    made = letter(told)

    assert whole(made) <= 100_000
    assert len(made.subject) < 120


@pytest.mark.parametrize(("lang", "numbers"), [("de", "Die Zahlen"), ("en", "The numbers")])
def test_the_example_is_read_in_a_minute(told_example: Answer, lang: str, numbers: str):
    told: Briefing = told_example.data["briefing"]
    made = briefing_letter(told, told_example.coverage, told_example.errors, Voice(lang, BERLIN))
    fold, found, _ = made.text.partition(numbers)

    assert found
    assert len(list(words(fold))) <= 200
    assert whole(made) <= 100_000
    for each in told.rows:
        assert each.name in bare(made.html)


def test_it_is_read_back_by_a_mail_parser():
    made = letter(sample())

    read = email.message_from_bytes(composed(made), policy=default)

    assert isinstance(read, EmailMessage)
    assert read["Subject"] == made.subject
    html = read.get_body(("html",))
    plain = read.get_body(("plain",))
    assert html is not None
    assert plain is not None
    assert said.finding(sample(), EN) in bare(html.get_content())
    assert said.finding(sample(), EN) in " ".join(plain.get_content().split())
    assert [part["Content-ID"] for part in read.walk() if part.get_content_type() == "image/png"] == [
        f"<{made.pictures[0].cid}>"
    ]


@pytest.mark.skipif(
    not (shutil.which("w3m") or shutil.which("lynx")), reason="neither w3m nor lynx is installed"
)
def test_a_text_browser_reads_it():
    options = ["w3m", "-dump", "-T", "text/html", "-I", "UTF-8", "-O", "UTF-8"]
    if not shutil.which("w3m"):
        options = [
            "lynx",
            "-dump",
            "-stdin",
            "-force_html",
            "-assume_charset=utf-8",
            "-display_charset=utf-8",
        ]

    shown = subprocess.run(
        options, input=letter(team()).html.encode(), capture_output=True, check=True, timeout=30
    )

    flat = " ".join(shown.stdout.decode().split())
    assert said.finding(team(), EN) in flat
    assert "is losing patience" in flat
    assert "requests opened" in flat


def composed(made: BriefingLetter) -> bytes:
    """Return the mail as a sender puts it together."""
    mail = EmailMessage(policy=SMTP)
    mail["Subject"] = made.subject
    mail.set_content(made.text)
    mail.add_alternative(made.html, subtype="html")
    *_, html = mail.iter_parts()
    for picture in made.pictures:
        main, _, sub = picture.content_type.partition("/")
        html.add_related(picture.data, main, sub, cid=f"<{picture.cid}>", filename=picture.name)
    return mail.as_bytes()


def whole(made: BriefingLetter) -> int:
    return len(composed(made))


def words(text: str) -> Iterator[str]:
    return (word for word in text.split() if any(map(str.isalnum, word)))
