"""What a person wrote newly, apart from what their mail program quoted: one case for each habit and program."""

from pathlib import Path

import pytest

from handover.parse.reply import split_reply

OWN = "Ja, am Freitag passt es uns.\nBitte rufen Sie vorher kurz an."


def blocks(file: str) -> dict[str, str]:
    """Return the texts of *file* by name; each begins with a line ``=== name``."""
    found = (Path(__file__).parent / file).read_text(encoding="utf-8").split("=== ")[1:]
    return {name: text.rstrip("\n") for name, _, text in (block.partition("\n") for block in found)}


QUOTES = blocks("quotes.txt")
SIGNATURES = {name: tuple(text.split("\n--- \n")) for name, text in blocks("signatures.txt").items()}


@pytest.mark.parametrize("quote", QUOTES.values(), ids=QUOTES)
def test_only_the_new_text_is_new(quote):
    split = split_reply(f"{OWN}\n\n{quote}")

    assert split.new == OWN
    assert "Passt" in split.quoted or "uit" in split.quoted or "?" in split.quoted


@pytest.mark.parametrize("quote", QUOTES.values(), ids=QUOTES)
def test_crlf_and_trailing_blanks_change_nothing(quote):
    text = f"{OWN}\n\n{quote}".replace("\n", " \n")

    assert split_reply(text).new.replace(" \n", "\n").rstrip() == OWN


def test_an_answer_below_the_quote_is_found():
    split = split_reply("Am 02.11.26 um 09:15 schrieb Anna:\n> Passt Freitag?\n> Anna\n\nJa, gern.")

    assert split.new == "Ja, gern."


def test_answers_between_the_lines_are_found():
    split = split_reply(
        "Anna schrieb:\n> Passt Freitag?\n\nJa.\n\n> Wie viele Bänder?\n\nZwölf.\n\n> Gruß\n> Anna"
    )

    assert split.new == "Ja.\n\nZwölf."


def test_an_answer_below_an_unmarked_quote_with_marks_is_not_lost():
    split = split_reply(
        "On Mon, Nov 2, 2026, Anna <anna@wir.example> wrote:\n\nDoes Friday suit?\n> old\n\nYes, it does."
    )

    assert "Yes, it does." in split.new


def test_a_mail_that_only_forwards_has_no_new_text():
    assert split_reply(QUOTES["forwarded, german"]).new == ""


def test_a_mail_of_quote_marks_only_is_taken_as_written():
    assert split_reply("> so steht es im Vertrag\n> Absatz 2").new == "> so steht es im Vertrag\n> Absatz 2"


@pytest.mark.parametrize(
    "text",
    [
        "Von: Ulm nach Augsburg fährt der Lkw um acht.",
        "Bitte ändern Sie:\nAn: Lager 2\nDanke!",
        "Am Montag schrieb ich Ihnen schon.\nBitte antworten Sie.",
        "Frage 1: Wann?\nFrage 2: Wie viel?",
        "Folgende Punkte sind offen:\n\n- Antrieb\n- Gurt",
        "On Monday we start:\n\nThe belt first, then the drive.",
        "Das Datum: 3.12.\nDer Ort: Halle 2",
        "From 12:45 the conveyor stands:\nE-STOP CHAIN 2",
    ],
)
def test_a_persons_own_lists_and_colons_are_no_quote(text):
    assert split_reply(text).new == text


@pytest.mark.parametrize(("closing", "signature"), SIGNATURES.values(), ids=SIGNATURES)
def test_signatures_and_footers_are_not_new_text(closing, signature):
    split = split_reply(f"{OWN}\n\n{closing}\n\n{signature}\n\n{QUOTES['outlook, german']}", "Jana Schmidt")

    assert split.new == f"{OWN}\n\n{closing}"
    assert split.signature == signature


@pytest.mark.parametrize(
    "text",
    [
        "Danke für die schnelle Antwort, wir melden uns.",
        "Rufen Sie mich bitte an: 0171 5551234",
        "Hier die Zeichnung:\nhttps://ablage.example/zeichnung-4711",
        "Diese Nachricht ist vertraulich, bitte zeigen Sie sie niemandem. Können wir telefonieren?",
        "Bitte liefern an:\n\nLager 2\nIndustriestraße 7\n86153 Augsburg",
        "Danke!",
        "Viele Grüße\nJana",
    ],
)
def test_a_persons_own_last_lines_are_no_signature(text):
    assert split_reply(text, "Jana Schmidt").new == text


def test_a_warning_of_the_mail_server_is_not_new_text():
    warning = "ACHTUNG: Diese E-Mail kommt von einem externen Absender. Klicken Sie nicht auf Links."

    split = split_reply(f"{warning}\n\nDas Band steht.")

    assert split.new == "Das Band steht."


def test_words_run_into_the_head_of_a_quote_are_kept():
    head = "Am Montag, 2. November 2026 um 09:15 schrieb Anna <anna@wir.example>:"

    split = split_reply(f"Bei uns läuft es wieder, danke.   {head}\n> Steht es noch?")

    assert split.new == "Bei uns läuft es wieder, danke."


def test_a_postscript_below_the_signature_is_new_text():
    split = split_reply("Ja, gern.\n\n-- \nJana Schmidt\nTel. 0821 4711\n\nPS: Bitte auch die Schrauben!")

    assert split.new == "Ja, gern.\n\nPS: Bitte auch die Schrauben!"
    assert split.signature == "-- \nJana Schmidt\nTel. 0821 4711"


def test_the_line_of_a_ticket_system_is_no_text():
    line = "##- Bitte geben Sie Ihre Antwort oberhalb dieser Zeile ein -##"

    assert split_reply(f"{line}\n\nWir prüfen das.").new == "Wir prüfen das."
    assert split_reply(f"Danke!\n\n{line}\n\nWir prüfen das.").new == "Danke!"


def test_a_picture_in_a_signature_does_not_hide_it():
    split = split_reply("Ja, gern.\n\nJana Schmidt\nEinkauf\n[cid:logo.png@01D7BF5E.C56E4C10]\nTel. 0731 1234567")

    assert split.new == "Ja, gern."
