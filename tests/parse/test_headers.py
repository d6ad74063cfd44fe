import pytest

from handover.parse import headers
from tests.parse.mails import mail, read


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("=?utf-8?q?Lieferung_f=C3=BCr_M=C3=BCller?=", "Lieferung für Müller"),
        ("=?iso-8859-1?Q?R=FCckruf?=", "Rückruf"),
        ("=?UTF-8?B?UsO8Y2tydWY=?=", "Rückruf"),
        ("=?UTF-8?B?UsO8Y2tydWY?=", "Rückruf"),
        ("=?utf-8?q?R=C3?=\n =?utf-8?q?=BCckruf?=", "Rückruf"),
        ("AW: =?utf-8?q?B=C3=A4nder?= und mehr", "AW: Bänder und mehr"),
        ("=?utf-8*de?q?B=C3=A4nder?=", "Bänder"),
        ("=?unbekannt?q?Band?=", "Band"),
        ("=?utf-8?x?Band?=", "=?utf-8?x?Band?="),
        ("zwei\n Zeilen", "zwei Zeilen"),
        ("mit\t\tTabulatoren", "mit Tabulatoren"),
    ],
)
def test_a_subject_is_decoded_tolerantly(written, meant):
    assert read(mail(subject=written)).subject == meant


@pytest.mark.parametrize("charset", ["utf-8", "cp1252"])
def test_raw_eight_bit_headers_are_read(charset):
    data = mail().replace(b"Lieferung", "Rückruf für Jörg".encode(charset))

    assert read(data).subject == "Rückruf für Jörg"


def test_control_and_bidi_characters_stay_out_of_subject_and_names():
    data = mail(subject="Angebot\x1b[31m\u202egpj.exe", from_='"Ja\u202ena\x07" <jana@kunde.example>')

    found = read(data)

    assert found.subject == "Angebot[31mgpj.exe"
    assert found.from_.name == "Jana"


def test_a_subject_is_capped():
    assert len(read(mail(subject="a" * 5000)).subject) == 1000


def test_the_first_of_doubled_fields_counts():
    data = mail().replace(b"mime-version", b"subject: Zweiter\nfrom: chef@wir.example\nmime-version", 1)

    found = read(data)

    assert found.subject == "Lieferung"
    assert found.from_.address == "jana.schmidt@kunde.example"


def test_a_body_without_blank_line_is_not_lost():
    found = read(
        b"From: jana@kunde.example\nSubject: Band\nDate: Mon, 02 Nov 2026 09:15:00 +0100\nDas Band steht seit 8 Uhr.\n"
    )

    assert found.new_text == "Das Band steht seit 8 Uhr."
    assert "header" in found.damage


def test_a_garbage_line_between_fields_is_passed_over():
    data = mail("Hallo").replace(b"subject:", b"kein Feld hier\nsubject:", 1)

    found = read(data)

    assert found.subject == "Lieferung"
    assert found.new_text == "Hallo"


def test_an_mbox_line_and_a_byte_order_mark_are_passed_over():
    assert read(b"From jana Mon Nov  2 09:15:00 2026\n" + mail()).subject == "Lieferung"
    assert read(b"\xef\xbb\xbf" + mail()).from_.address == "jana.schmidt@kunde.example"


def test_the_end_of_a_header_is_found_with_any_line_ends():
    for blank, data in ((b"\n\n", b"A: b\n\nrest"), (b"\r\n\r\n", b"A: b\r\n\r\nrest")):
        fields, body, damaged = headers.split(data)

        assert fields == {b"a": [b" b"]}, blank
        assert data[body:] == b"rest"
        assert not damaged
