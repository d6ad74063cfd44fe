import base64

import pytest

from handover.parse.headers import split
from handover.sources.reduce import reduce
from tests.parse.mails import mail, multipart, part, read

BLOB = base64.encodebytes(bytes(range(256)) * 2000).decode()


def large() -> bytes:
    return multipart(
        "mixed",
        part("Das Band steht."),
        part(
            BLOB,
            'application/pdf; name="a.pdf"',
            "Content-Transfer-Encoding: base64",
            "Content-Disposition: attachment",
        ),
        part("BEGIN:VCALENDAR\nMETHOD:REPLY\nEND:VCALENDAR\n", "text/calendar; method=REPLY"),
        part("Noch etwas: bitte bis Freitag."),
    )


@pytest.mark.parametrize("line_end", [b"\n", b"\r\n"])
def test_a_reduced_mail_says_what_the_whole_one_says(line_end):
    whole = large().replace(b"\n", line_end)

    small, reduced = reduce(whole)

    assert reduced
    assert len(small) < 2000
    one, other = read(whole), read(small)
    assert (other.key, other.new_text, other.attachments, other.calendar) == (
        one.key,
        one.new_text,
        one.attachments,
        one.calendar,
    )
    assert other.attachments[0].size == 512_000


def test_headers_are_left_as_they_are():
    whole = large()

    small, _ = reduce(whole)

    assert split(small)[0] == split(whole)[0]


def test_a_mail_without_attachments_is_left_alone():
    assert reduce(mail("Hallo")) == (mail("Hallo"), False)


def test_a_mail_that_is_one_attachment_is_reduced():
    whole = mail(BLOB, content_type="application/pdf; name=a.pdf", content_transfer_encoding="base64")

    small, reduced = reduce(whole)

    assert reduced
    assert read(small).attachments == read(whole).attachments


def test_reducing_twice_changes_nothing_more():
    once, _ = reduce(large())

    assert reduce(once) == (once, False)


def test_bounces_keep_their_report_and_the_head_of_the_returned_mail():
    whole = multipart(
        "report",
        part("Unzustellbar"),
        part("Action: failed\n", "message/delivery-status"),
        part(f"Message-ID: <b@wir.example>\n\n{BLOB}", "message/rfc822"),
        parameters="report-type=delivery-status; ",
    )

    small, reduced = reduce(whole)

    assert reduced
    assert read(small).bounce_of == ("b@wir.example",)


def test_text_beyond_what_is_read_is_cut():
    whole = mail("Zeile\n" * 500_000)

    small, reduced = reduce(whole)

    assert reduced
    assert len(small) < 600_000
    assert read(small).key == read(whole).key
