from datetime import UTC, date, datetime

import pytest

from handover.model import Address
from handover.parse.out_of_office import is_absence, read_absence

THURSDAY = datetime(2026, 11, 19, 10, 0, tzinfo=UTC)

BACK = {
    "Ich bin bis zum 27.11.2026 nicht im Büro.": date(2026, 11, 30),
    "Ich bin bis einschließlich Freitag, 27. November, im Urlaub.": date(2026, 11, 30),
    "Ich bin vom 23. bis 26. November abwesend.": date(2026, 11, 27),
    "Vom 20.11. bis 4.12. bin ich in Elternzeit.": date(2026, 12, 7),
    "Ich bin ab dem 30.11. wieder im Büro.": date(2026, 11, 30),
    "Ich bin ab dem 3.12. im Urlaub und kehre am 14.12. zurück.": date(2026, 12, 14),
    "Ich bin im Urlaub und ab Montag wieder für Sie da.": date(2026, 11, 23),
    "Ich bin heute nicht im Haus, morgen bin ich wieder erreichbar.": date(2026, 11, 20),
    "Ich bin im Urlaub. Rückkehr: 2. Januar 2027.": date(2027, 1, 2),
    "Ich bin bis 6.1. im Urlaub.": date(2027, 1, 7),
    "I am out of the office until Monday, November 30.": date(2026, 11, 30),
    "I am out of the office through November 27.": date(2026, 11, 30),
    "I am on annual leave, returning on 1 December 2026.": date(2026, 12, 1),
    "I am on holiday from 23 November and back on Monday, 7 December.": date(2026, 12, 7),
    "I'm away from Nov 20 to Nov 27. I will get back to you.": date(2026, 11, 30),
    "I am out of office 11/23/2026 - 12/01/2026.": date(2026, 12, 2),
    "I am out of the office and will be back in the office tomorrow.": date(2026, 11, 20),
    "Ich bin zur Zeit nicht im Büro.": None,
    "Ich war am 3.11. nicht im Büro.": None,
}


@pytest.mark.parametrize(("text", "back"), BACK.items())
def test_the_first_day_back_is_read(text, back):
    found = read_absence("Automatische Antwort: Angebot", text, THURSDAY)

    assert found is not None
    assert found.back == back


DEPUTY = {
    "In dringenden Fällen wenden Sie sich an Frau Eva Braun (eva.braun@wir.example).": (
        "Eva Braun",
        "eva.braun@wir.example",
    ),
    "Bitte wenden Sie sich an meine Kollegin Eva Braun, Tel. 0821 12345.": ("Eva Braun", ""),
    "Meine Vertretung übernimmt Herr Dr. Jonas Weiß, jonas.weiss@wir.example.": (
        "Dr. Jonas Weiß",
        "jonas.weiss@wir.example",
    ),
    "Frau Meier hilft Ihnen gerne weiter: meier@wir.example": ("Meier", "meier@wir.example"),
    "Mich vertritt solange Sabine Möller.": ("Sabine Möller", ""),
    "Vertretung: Peter Lindner, peter@wir.example": ("Peter Lindner", "peter@wir.example"),
    "For urgent matters please contact my colleague Jane Doe at jane.doe@wir.example.": (
        "Jane Doe",
        "jane.doe@wir.example",
    ),
    "In my absence please contact Tom Becker (tom@wir.example).": ("Tom Becker", "tom@wir.example"),
    "Mary Jones is covering for me.": ("Mary Jones", ""),
    "Bitte wenden Sie sich an unsere Zentrale: info@wir.example": ("", "info@wir.example"),
}


@pytest.mark.parametrize(("sentence", "deputy"), DEPUTY.items())
def test_the_deputy_is_read(sentence, deputy):
    found = read_absence("", f"Ich bin im Urlaub. {sentence}", THURSDAY)

    assert found is not None
    assert found.deputy == Address(*deputy)


def test_nobody_is_named_where_nobody_is_named():
    found = read_absence(
        "", "Ich bin bis 27.11. im Urlaub. Ihre Nachricht wird nicht weitergeleitet.", THURSDAY
    )

    assert found is not None
    assert found.deputy is None
    assert found.quote == "Ich bin bis 27.11. im Urlaub."


@pytest.mark.parametrize(
    "text",
    [
        "Vielen Dank für Ihre Nachricht. Ich bin bis 27.11. nicht im Büro.",
        "Ich bin im Urlaub. Ihre Nachricht wird nicht weitergeleitet.",
        "Hallo,\n\nich bin vom 20.11.26 bis 27.11.26 auf Dienstreise und kann E-Mails nur sporadisch lesen.",
        "Ich bin nicht mehr für die Firma tätig. Bitte wenden Sie sich an info@wir.example.",
        "Unser Büro ist vom 24.12. bis 6.1. geschlossen. Wir sind ab 7.1. wieder für Sie erreichbar.",
        "I have left the company. Please contact info@wir.example.",
        "Thank you for your email. I am on annual leave until 30 November and will reply when I return.",
        "Guten Tag,\n\nich bin derzeit nicht erreichbar. Bitte wenden Sie sich an info@wir.example.\n\nGruß\nJana",
    ],
)
def test_a_notice_is_recognised_without_a_header(text):
    assert is_absence(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ich bin ab morgen im Urlaub. Die Zeichnung liegt bei, das Muster ging gestern raus. Herr Wolf weiß Bescheid.",
        "Vielen Dank für Ihre Nachricht. Ich bin bis Freitag auf Dienstreise. Schicken Sie mir die Liste noch einmal?",
        "Unser Lkw ist unterwegs und kommt um zehn.",
        "Das Büro in Ulm ist geschlossen worden, bitte ändern Sie die Adresse.",
        "Der Monteur ist nicht erreichbar. Wann kommt er?",
        "My colleague is currently on vacation, so I answer in her place: the price stands.",
    ],
)
def test_a_letter_that_mentions_an_absence_is_no_notice(text):
    assert not is_absence(text)
