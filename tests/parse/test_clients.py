"""The example mailbox and each mail program it imitates: the new text comes out as the writer typed it."""

import re
from pathlib import Path

import pytest

from handover.layout.messages import build
from handover.layout.threads import read_thread
from handover.model import Message
from tests.parse.mails import read

EXAMPLES = sorted((Path(__file__).parents[2] / "examples" / "mailbox").glob("*.mail"))
QUOTING = re.compile(r">|\{\{|.* (?:schrieb|wrote)\b.*:$")
OWN = "Guten Tag Frau Berg,\n\nam Freitag passt es, bitte bis 10 Uhr.\nWie viele Bänder?\n\nViele Grüße\nJana Schmidt"
CLIENTS = [
    f"{family}-{language}"
    for family in ("outlook", "gmail", "apple", "thunderbird")
    for language in ("de", "en")
]
THREAD = """--- INBOX a
From: Anna Berg <anna@wir.example>
To: Jana Schmidt <jana@kunde.example>
Date: 2026-11-02 09:15 +0100
Subject: Freitag

Hallo Frau Schmidt,

passt Ihnen Freitag?

Anna Berg
--- Sent b re a
From: Jana Schmidt <jana@kunde.example>
To: Anna Berg <anna@wir.example>
Date: 2026-11-02 11:15 +0100
X-Client: {client}
X-Layout: {layout}
X-Rule: {rule}

{own}

{{{{quote a}}}}
"""


def flat(text: str) -> str:
    return " ".join(text.split())


def answer(folder: Path, **choices: str) -> Message:
    path = folder / "01-freitag.mail"
    path.write_text(THREAD.format(own=OWN, **choices), encoding="utf-8")
    return read(build(read_thread(path)[1]))


@pytest.mark.parametrize("layout", ["plain", "html", "alternative"])
@pytest.mark.parametrize("client", CLIENTS)
def test_each_mail_program_is_understood(tmp_path, client, layout):
    found = answer(tmp_path, client=client, layout=layout, rule="line")

    assert flat(found.new_text) == flat(OWN)
    assert "passt Ihnen Freitag?" in found.quoted_text


@pytest.mark.parametrize("layout", ["plain", "html"])
@pytest.mark.parametrize("rule", ["none", "line", "text"])
@pytest.mark.parametrize("client", ["outlook-de", "outlook-en"])
def test_outlook_is_understood_with_and_without_rule_lines(tmp_path, client, rule, layout):
    found = answer(tmp_path, client=client, layout=layout, rule=rule)

    assert flat(found.new_text) == flat(OWN)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_no_line_that_a_person_wrote_is_lost(path):
    for written in read_thread(path):
        found = read(build(written), written.arrived)

        shown = flat(f"{found.new_text}\n{found.signature}")
        own = [flat(line) for line in written.body if line.strip() and not QUOTING.match(line)]
        if found.automatic is None and not any("{{below" in line for line in written.body):
            assert [line for line in own if line not in shown] == [], written.handle
