"""What a mail is made of: the parts where mail programs look for them, and packets as they always were."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.headerregistry import Address as HeaderAddress
from email.message import EmailMessage
from email.policy import SMTP

from handover.deliver.mail import File, Letter, compose
from handover.model import Address
from handover.render.briefing_letter import Picture

AT = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)
PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256))
ANNA, EVA = Address("Anna Berger", "anna@wir.example"), Address("Eva", "eva@wir.example")


def letter(**more: object) -> Letter:
    values = {"text": "Grüße\n.\nFrom here\n", "html": "<p>Grüße <img src='cid:chart.1@x'></p>\n", **more}
    return Letter(ANNA, EVA, "Woche 47: zwei brauchen Sie", "1@wir.example", AT, **values)  # type: ignore[arg-type]


def shape(part: EmailMessage) -> object:
    if not part.is_multipart():
        return part.get_content_type()
    return {part.get_content_type(): [shape(inner) for inner in part.iter_parts()]}


def reopened(data: bytes) -> EmailMessage:
    mail = message_from_bytes(data, policy=policy.default)
    assert isinstance(mail, EmailMessage)
    return mail


def test_a_picture_is_bound_to_the_html_that_shows_it():
    picture = Picture("chart.1@x", "chart.png", "image/png", PNG)
    page = File("briefing.html", "text/html", b"<!DOCTYPE html><p>page")

    mail = reopened(compose(letter(pictures=[picture], files=[page], is_automatic=True)))

    assert shape(mail) == {
        "multipart/mixed": [
            {"multipart/alternative": ["text/plain", {"multipart/related": ["text/html", "image/png"]}]},
            "text/html",
        ]
    }
    related = next(part for part in mail.walk() if part.get_content_type() == "multipart/related")
    assert related.get_param("type") == "text/html"
    html, png = related.iter_parts()
    assert "cid:chart.1@x" in html.get_content()
    assert png["Content-ID"] == "<chart.1@x>"
    assert png.get_content_disposition() == "inline"
    assert png.get_filename() == "chart.png"
    assert png.get_content() == PNG
    [attached] = mail.iter_attachments()
    assert (attached.get_filename(), attached.get_content_disposition()) == ("briefing.html", "attachment")
    assert mail["Auto-Submitted"] == "auto-generated"


def test_without_pictures_the_html_stands_beside_the_text():
    mail = reopened(compose(letter()))

    assert shape(mail) == {"multipart/alternative": ["text/plain", "text/html"]}
    assert mail["Auto-Submitted"] is None


def test_no_line_is_longer_than_a_mail_server_takes():
    picture = Picture("chart.1@x", "chart.png", "image/png", PNG * 50)
    data = compose(letter(text="wort " * 900 + "\n", html="<p>" + "ä" * 3000, pictures=[picture]))

    assert max(map(len, data.split(b"\r\n"))) <= 998
    assert data.count(b"\n") == data.count(b"\r\n")
    assert data.isascii()


def test_a_packet_is_put_together_byte_by_byte_as_before_there_were_pictures():
    invitation = b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"
    files = [File("h.html", "text/html", b"<p>"), File("mails.zip", "application/zip", b"PK\x05\x06" + bytes(18))]

    made = compose(letter(invitation=invitation, files=files, wants_receipt=True))

    expected = EmailMessage(policy=SMTP)
    expected["From"] = HeaderAddress(display_name="Anna Berger", addr_spec="anna@wir.example")
    expected["To"] = HeaderAddress(display_name="Eva", addr_spec="eva@wir.example")
    expected["Subject"] = "Woche 47: zwei brauchen Sie"
    expected["Date"] = "Mon, 23 Nov 2026 06:00:00 +0000"
    expected["Message-ID"] = "<1@wir.example>"
    expected["Disposition-Notification-To"] = "anna@wir.example"
    expected.set_content(letter().text, cte="quoted-printable")
    expected.add_alternative(letter().html, subtype="html", cte="quoted-printable")
    params = {"method": "REQUEST"}
    expected.add_alternative(invitation.decode(), subtype="calendar", cte="base64", params=params)
    expected.add_attachment("<p>", subtype="html", filename="h.html", cte="quoted-printable")
    expected.add_attachment(files[1].data, maintype="application", subtype="zip", filename="mails.zip")
    assert _unbounded(made) == _unbounded(expected.as_bytes())


def _unbounded(data: bytes) -> bytes:
    """Return *data* with its random boundaries numbered."""
    found = dict.fromkeys(re.findall(rb'boundary="([^"]+)"', data))
    for number, boundary in enumerate(found):
        data = data.replace(boundary, b"boundary%d" % number)
    return data
