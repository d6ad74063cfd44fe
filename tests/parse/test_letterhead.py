import pytest

from handover.model import SignatureFacts
from handover.parse.letterhead import facts
from tests.parse.mails import mail, read


@pytest.mark.parametrize(
    ("letterhead", "expected"),
    [
        (
            "Jana Schmidt\nLeiterin Einkauf\n\nKunde GmbH\nIndustriestraße 7, 89073 Ulm\n"
            "Tel. +49 731 12345-67\nMobil 0171 5551234",
            SignatureFacts(
                "Jana Schmidt", "Leiterin Einkauf", "+49 731 12345-67", "0171 5551234", "Kunde GmbH"
            ),
        ),
        (
            "-- \nDr. Jana Schmidt | Head of Purchasing\nKunde Ltd | T +44 20 7946 0111 | M +44 7700 900123",
            SignatureFacts(
                "Dr. Jana Schmidt", "Head of Purchasing", "+44 20 7946 0111", "+44 7700 900123", "Kunde Ltd"
            ),
        ),
        (
            "Jana Schmidt\nBetriebsleitung, Kunde AG\nTelefon: 0731 / 12345-67 · Fax: 0731 / 12345-99",
            SignatureFacts("Jana Schmidt", "Betriebsleitung", "0731 / 12345-67", "", "Kunde AG"),
        ),
        ("Jana Schmidt\nFax 0731 12345-99", SignatureFacts("Jana Schmidt")),
        ("Jana Schmidt\n0731 1234567", SignatureFacts("Jana Schmidt", phone="0731 1234567")),
        ("Jana Schmidt\nAuftrag vom 02.11.2026, Nr. PW-0088-4471-2209", SignatureFacts("Jana Schmidt")),
        ("Von meinem iPhone gesendet", SignatureFacts()),
        ("", SignatureFacts()),
    ],
)
def test_a_signature_says_who_writes(letterhead, expected):
    assert facts(letterhead, "Jana Schmidt") == expected


def test_footers_do_not_name_the_writer():
    body = "Gruß\n\nJana Schmidt\nEinkauf\nTel. 0731 1234567\n\n"
    body += "Geschäftsführer: Max Kunde, Amtsgericht Ulm HRB 1234, Tel. 0731 99"

    found = read(mail(body))

    assert found.facts == SignatureFacts("Jana Schmidt", "Einkauf", "0731 1234567")
    assert "Amtsgericht" in found.signature


def test_a_name_written_the_other_way_round_is_known():
    assert facts("Jana Schmidt\nTel. 0731 1234567", "Schmidt, Jana").name == "Jana Schmidt"
