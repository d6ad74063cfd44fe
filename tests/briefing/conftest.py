"""A small mailbox whose weeks are known: Kim waits since W46, and a machine reports each Friday. And the example's."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

import pytest

from handover.answer import Answer
from handover.app.examples import example_folder
from tests.briefing.sample import BERLIN
from tests.servers.smtp_sink import Sent, Sink

ANNA, BOSS = "anna@wir.example", "chefin@wir.example"
MAIL = """From: {name} <{name}@{domain}>
To: Anna <anna@wir.example>
Date: {date} 09:00:00 +0100
Subject: {subject}
{more}Message-ID: <{name}.{number}@{domain}>
Content-Type: text/plain; charset=utf-8

Hello Anna,

{text}

Regards
{name}
"""
W47, W48, W49, W50, W51, W52 = (
    ("--now", f"2026-{day}T07:00") for day in ("11-23", "11-30", "12-07", "12-14", "12-21", "12-28")
)
"""Mondays, on which the weeks of these names are told."""

FRIDAYS = ("13 Nov", "20 Nov", "27 Nov", "04 Dec", "11 Dec", "18 Dec", "25 Dec")
MACHINE = "Auto-Submitted: auto-generated\nPrecedence: bulk\nList-Unsubscribe: <mailto:off@paper.example>\n"

Lay = Callable[..., None]

EXAMPLE_NOW = datetime(2026, 11, 23, 7, tzinfo=BERLIN)


@pytest.fixture
def box(tmp_path: Path) -> Path:
    folder = tmp_path / "Maildir"
    for name in ("cur", "new", "tmp"):
        (folder / name).mkdir(parents=True)
    return folder


@pytest.fixture
def lay(box: Path) -> Lay:
    """Return a function that puts a mail of a customer into the mailbox: name, date, text, more headers."""

    def put(name: str, date: str, text: str, more: str = "") -> None:
        number = len(list((box / "cur").iterdir()))
        values = {"name": name, "domain": f"{name}.example", "date": date, "number": number, "more": more}
        mail = MAIL.format(**values, subject=f"Order {number}", text=text)
        (box / "cur" / f"{number}:2,S").write_text(mail, encoding="utf-8")

    return put


@pytest.fixture
def at_box(box: Path, lay: Lay) -> list[str]:
    """Return the options for the mailbox in which Kim waits."""
    lay("kim", "Mon, 09 Nov 2026", "when will our order arrive? We need the answer by Friday.")
    for friday in FRIDAYS:
        lay("no-reply", f"Fri, {friday} 2026", "the backup has ended without an error.", MACHINE)
    return ["--mail", str(box), "--me", ANNA, "--lang", "en"]


def by(sink: Sink, *recipients: str) -> list[str]:
    to = [word for address in recipients or (BOSS,) for word in ("--mail-to", address)]
    return [*to, "--smtp", f"smtp://127.0.0.1:{sink.port}"]


def opened(sent: Sent) -> EmailMessage:
    mail = message_from_bytes(sent.data, policy=policy.default)
    assert isinstance(mail, EmailMessage)
    return mail


def ids(sink: Sink) -> list[str]:
    return [str(opened(sent)["Message-ID"]) for sent in sink.sent]


@pytest.fixture(scope="session")
def told_example(example_maildir: Path, tmp_path_factory: pytest.TempPathFactory) -> Answer:
    """The answer of `briefing` on the example."""
    from handover.app.briefing import weekly
    from handover.config.resolve import resolve

    options = {
        "config": str(example_folder() / "handover.toml"),
        "mail": (str(example_maildir),),
        "now": EXAMPLE_NOW.isoformat(),
        "spoken": "en",
    }
    settings = resolve(options, lambda zone: EXAMPLE_NOW.astimezone(zone))
    return weekly([replace(settings, state_dir=tmp_path_factory.mktemp("briefing-state"))])
