"""Sixty answers to a packet, labelled from the contract before any rule was written."""

from __future__ import annotations

import json
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest

from handover.model import FolderRole, Message, RawMessage
from handover.parse import parse
from handover.receipts.headers import is_forwarded, vouched_by
from handover.receipts.meaning import Meaning, understand

REPLIES = [
    json.loads(line)
    for line in Path(__file__).with_name("replies.jsonl").read_text(encoding="utf-8").splitlines()
]
ITEMS = range(1, 7)
GOAL = 57


def mail_of(reply: dict[str, Any]) -> Message:
    mail = EmailMessage()
    mail["From"] = "Peter Lindner <peter@firma.example>"
    mail["To"] = "Sabine <sabine@firma.example>"
    mail["Date"] = "Fri, 20 Nov 2026 11:00:00 +0100"
    mail["Subject"] = reply.get("subject", "Re: Übergabe 23.11.–4.12. [H-7K2M]")
    if reply.get("auto"):
        mail["Auto-Submitted"] = "auto-replied"
    mail.set_content(reply["body"])
    parsed = parse(RawMessage("1", "INBOX", FolderRole.INBOX, mail.as_bytes()))
    assert isinstance(parsed, Message)
    return parsed


def read(reply: dict[str, Any]) -> Meaning:
    mail = mail_of(reply)
    if mail.automatic:
        return Meaning("auto_reply")
    if is_forwarded(mail):
        return Meaning("nothing")
    return understand(mail.new_text, ITEMS)


def is_understood(reply: dict[str, Any], meaning: Meaning) -> bool:
    return (
        meaning.kind == reply["kind"]
        and meaning.accepted == _numbers(reply["accepted"])
        and meaning.objected == _numbers(reply["objected"])
    )


def _numbers(label: str | list[int]) -> frozenset[int]:
    return frozenset(ITEMS if label == "all" else map(int, label))


def test_nearly_all_answers_are_understood():
    missed = [reply["id"] for reply in REPLIES if not is_understood(reply, read(reply))]

    assert len(REPLIES) - len(missed) >= GOAL, missed


@pytest.mark.parametrize("reply", REPLIES, ids=lambda reply: str(reply["id"]))
def test_no_item_counts_as_accepted_that_was_not(reply: dict[str, Any]):
    meaning = read(reply)

    assert meaning.accepted <= _numbers(reply["accepted"])


NO_ACCEPTANCE = [
    "Ich dachte, Jens hat das übernommen.",
    "Bitte bestätige mir noch, wer zahlt.",
    "Please confirm who pays.",
    "I'll take a look.",
    "I'll do my best.",
    "I can do lunch on Tuesday.",
    "Carla will take it.",
    "I have no comment on it.",
    "We agreed on something else.",
    "The customer has confirmed the date.",
    "Mir geht's gut, dir hoffentlich auch.",
    "Schönen Urlaub, passt auf euch auf!",
    "Ich antworte nicht mit „ok, übernommen“.",
    "I accept no responsibility for this.",
    "Übernehme ich gern, sobald Martina zustimmt.",
    "Ok, danke.",
    "ok thanks",
    "Übernehme ich ab Mittwoch.",
    "Kann Carla das übernehmen?",
    "Halle 2 ist ok.",
    "👍",
    "Wer hat das bisher übernommen?",
    "Das übernimmt Carla.",
    "Is it ok if I skip 3?",
    "Ich würde es übernehmen.",
    "Not sure I can do this.",
    "Carla hat gesagt, sie übernimmt alles.",
    "Yes, I got your mail.",
    "Ja, ich habe deine Mail bekommen und lese sie morgen.",
    "Sure, let me check first.",
    "Ok, ich prüfe das und sage dir dann Bescheid.",
    "Einverstanden bin ich damit nicht.",
    "Das kann ich nicht bestätigen.",
    "Confirmed receipt.",
    "Ich bestätige den Eingang.",
    "I confirm receipt of your mail.",
    "Eingang bestätigt.",
    "Kein Problem, wenn du mir Zugang gibst.",
    "Übernommen wird hier gar nichts.",
]


@pytest.mark.parametrize("text", NO_ACCEPTANCE)
def test_words_that_only_sound_like_it_are_no_acceptance(text: str):
    assert not understand(text, ITEMS).accepted


@pytest.mark.parametrize(
    "text", ["1, " * 3000, "geht " * 1500, "„" * 6000, "bis auf " * 800, "+1 " * 2000, "(" * 9000]
)
def test_hostile_text_is_read_in_no_time(text: str):
    from time import perf_counter

    begin = perf_counter()
    understand(text, range(1, 3000))

    assert perf_counter() - begin < 1


@pytest.mark.parametrize(
    ("results", "vouched"),
    [
        ("mx.firma.example; dmarc=pass header.from=firma.example", "mx.firma.example"),
        ("mx.firma.example 1; dkim=pass header.d=firma.example; spf=fail", "mx.firma.example"),
        ("mx.firma.example; spf=pass smtp.mailfrom=peter@firma.example", ""),
        ("mx.fremd.example; dmarc=pass header.from=firma.example", ""),
        ("mx.firma.example; dkim=pass header.d=fremd.example", ""),
        ("mx.firma.example; dkim=pass header.d=notfirma.example", ""),
        ("mx.firma.example; dmarc=fail (policy; dmarc=pass header.from=firma.example)", ""),
        ("", ""),
    ],
)
def test_only_the_configured_server_vouches_for_a_sender(results: str, vouched: str):
    assert vouched_by(results, ["mx.firma.example"], "peter@firma.example") == vouched


LATER = [
    ("Mach ich gerne!", "accepted", [1, 2, 3, 4, 5, 6], []),
    ("Geht alles klar von meiner Seite", "accepted", [1, 2, 3, 4, 5, 6], []),
    ("Hiermit bestätige ich die Übernahme.", "accepted", [1, 2, 3, 4, 5, 6], []),
    ("Kein Thema, übernehme ich komplett.", "accepted", [1, 2, 3, 4, 5, 6], []),
    ("Jo, passt.", "accepted", [1, 2, 3, 4, 5, 6], []),
    ("Super, ich bin dabei.", "accepted", [1, 2, 3, 4, 5, 6], []),
    ("Hallo Sabine,\nok, übernommen.\nLG", "accepted", [1, 2, 3, 4, 5, 6], []),
    ("Ich vertrete dich gern in allem.", "accepted", [1, 2, 3, 4, 5, 6], []),
    ("Nummer 5 schaffe ich nicht, sonst alles gut.", "objected", [1, 2, 3, 4, 6], [5]),
    ("2 und 3 gehen nicht", "objected", [], [2, 3]),
    ("Alles ok außer der 1.", "objected", [2, 3, 4, 5, 6], [1]),
    ("Den Punkt 6 kann ich leider nicht übernehmen.", "objected", [], [6]),
    ("Übernehme 1, 2 und 3. Bei 4 bis 6 passe ich.", "objected", [1, 2, 3], [4, 5, 6]),
    ("Was bedeutet Punkt 3 genau?", "question", [], []),
    ("Wann genau bist du wieder da?", "question", [], []),
    ("Ich melde mich bis heute Abend.", "nothing", [], []),
    ("Vielen Dank für die ausführliche Übergabe!", "nothing", [], []),
    ("Leider nein, ich bin krank.", "declined", [], [1, 2, 3, 4, 5, 6]),
    ("Geht leider nicht, bin ab Dienstag auf Schulung.", "declined", [], [1, 2, 3, 4, 5, 6]),
    ("I'm happy to take this over.", "accepted", [1, 2, 3, 4, 5, 6], []),
    ("Yep, I'll cover for you.", "accepted", [1, 2, 3, 4, 5, 6], []),
    ("OK, I accept the handover.", "accepted", [1, 2, 3, 4, 5, 6], []),
    ("All fine with me.", "accepted", [1, 2, 3, 4, 5, 6], []),
    ("You can count on me.", "accepted", [1, 2, 3, 4, 5, 6], []),
    ("Sure thing, leave it to me!", "accepted", [1, 2, 3, 4, 5, 6], []),
    ("Taken over, thanks.", "accepted", [1, 2, 3, 4, 5, 6], []),
    ("Works for me.", "accepted", [1, 2, 3, 4, 5, 6], []),
    ("Fine, but not 3.", "objected", [1, 2, 4, 5, 6], [3]),
    ("I can take everything apart from 4 and 5.", "objected", [1, 2, 3, 6], [4, 5]),
    ("Item 2 is a problem, I am not allowed into that system.", "objected", [], [2]),
    ("Can't do #6, rest is ok.", "objected", [1, 2, 3, 4, 5], [6]),
    ("What is the deadline for 2?", "question", [], []),
    ("Will read it tomorrow.", "nothing", [], []),
    ("Thank you so much, have fun!", "nothing", [], []),
    ("No, sorry, I am fully booked.", "declined", [], [1, 2, 3, 4, 5, 6]),
    ("I have to decline, I'm off that week too.", "declined", [], [1, 2, 3, 4, 5, 6]),
    ("Not possible for me.", "declined", [], [1, 2, 3, 4, 5, 6]),
]


@pytest.mark.parametrize(("text", "kind", "accepted", "objected"), LATER)
def test_answers_that_taught_a_rule_stay_understood(
    text: str, kind: str, accepted: list[int], objected: list[int]
):
    meaning = understand(text, ITEMS)

    assert (meaning.kind, sorted(meaning.accepted), sorted(meaning.objected)) == (kind, accepted, objected)


def test_an_item_that_is_named_without_a_word_for_it_stays_open():
    meaning = understand("Ok, übernommen. Bei 4 frage ich erst den Kunden.", ITEMS)

    assert meaning.accepted == frozenset({1, 2, 3, 5, 6})
