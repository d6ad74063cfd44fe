import base64

import pytest

from handover.model import Attachment
from tests.parse.mails import mail, multipart, part, read

PDF = base64.encodebytes(bytes(range(256)) * 40).decode()


def attachment(name: str, body: str = PDF, content_type: str = "application/pdf") -> str:
    return part(
        body,
        f'{content_type}; name="{name}"',
        "Content-Transfer-Encoding: base64",
        f'Content-Disposition: attachment; filename="{name}"',
    )


def test_an_attachment_is_measured_and_not_decoded():
    found = read(multipart("mixed", part("siehe Anlage"), attachment("Angebot.pdf")))

    assert found.new_text == "siehe Anlage"
    assert found.attachments == (Attachment("Angebot.pdf", "application/pdf", 10_240),)


def test_plain_text_goes_before_html():
    found = read(
        multipart(
            "alternative",
            part("Der reine Text sagt genug über das Band in Halle 2."),
            part("<p>HTML</p>", "text/html"),
        )
    )

    assert found.new_text == "Der reine Text sagt genug über das Band in Halle 2."


@pytest.mark.parametrize("stub", ["", "\n \n", "Ihr Mailprogramm kann kein HTML anzeigen."])
def test_html_is_read_where_the_plain_text_says_nothing(stub):
    found = read(multipart("alternative", part(stub), part("<p>Das Band steht.</p>", "text/html")))

    assert found.new_text == "Das Band steht."


def test_text_before_alternatives_is_not_lost():
    choice = multipart("alternative", part(""), part("<p>Die Frage.</p>", "text/html"), boundary="innen")

    found = read(multipart("mixed", part("Vorweg."), part_of(choice), part("Fuß der Liste")))

    assert found.new_text == "Vorweg.\nDie Frage.\nFuß der Liste"


def test_plain_text_and_html_sent_side_by_side_are_read_once():
    found = read(multipart("mixed", part("Das Band steht.\n"), part("<p>Das Band steht.</p>", "text/html")))

    assert found.new_text == "Das Band steht."


def test_pages_around_a_picture_are_both_read():
    pages = multipart(
        "mixed",
        part("<p>Oben</p>", "text/html"),
        part("x", "image/png"),
        part("<p>Unten</p>", "text/html"),
        boundary="i",
    )

    found = read(multipart("alternative", part(" "), part_of(pages)))

    assert found.new_text == "Oben\nUnten"


def test_text_after_an_attachment_is_read_too():
    found = read(multipart("mixed", part("Vorher."), attachment("a.pdf"), part("Nachher.")))

    assert found.new_text == "Vorher.\nNachher."


def test_a_text_file_is_an_attachment():
    found = read(
        multipart(
            "mixed",
            part("siehe Anlage"),
            part("geheim", 'text/plain; name="a.txt"', "Content-Disposition: attachment"),
        )
    )

    assert found.new_text == "siehe Anlage"
    assert [a.name for a in found.attachments] == ["a.txt"]


def test_pictures_of_the_letter_head_and_signatures_are_no_attachments():
    logo = part(PDF, "image/png", "Content-ID: <logo@x>", "Content-Transfer-Encoding: base64")
    seal = part("x", "application/pkcs7-signature; name=smime.p7s", "Content-Transfer-Encoding: base64")

    assert read(multipart("mixed", part("Hallo"), logo, seal)).attachments == ()


def test_an_attached_mail_is_named_by_its_subject_and_not_read():
    inner = part("Subject: Reklamation\nFrom: x@y.example\n\nSehr geheim.", "message/rfc822")

    found = read(multipart("mixed", part("zur Info"), inner))

    assert found.new_text == "zur Info"
    assert [a.name for a in found.attachments] == ["Reklamation"]


@pytest.mark.parametrize(
    ("parameter", "name"),
    [
        ("filename*=UTF-8''%C3%9Cbersicht.xlsx", "Übersicht.xlsx"),
        ("filename*0=\"Uber\"; filename*1=\"sicht.xlsx\"", "Ubersicht.xlsx"),
        ("filename*1*=cht.xlsx; filename*0*=iso-8859-1''%DCbersi", "Übersicht.xlsx"),
        ('filename="=?utf-8?q?=C3=9Cbersicht.xlsx?="', "Übersicht.xlsx"),
        (r'filename="C:\fakepath\a.xlsx"', "a.xlsx"),
        ('filename="../../etc/passwd"', "passwd"),
        ('filename=".."', ""),
        ("filename=a.xlsx", "a.xlsx"),
    ],
)  # fmt: skip
def test_a_file_name_is_read_in_any_spelling(parameter, name):
    found = read(
        multipart(
            "mixed",
            part("Hallo"),
            part("x", "application/x", f"Content-Disposition: attachment; {parameter}"),
        )
    )

    assert found.attachments[0].name == name


def test_a_missing_boundary_is_guessed():
    data = multipart("mixed", part("Hallo"), attachment("a.pdf")).replace(b'; boundary="grenze"', b"")

    found = read(data)

    assert found.new_text == "Hallo"
    assert "boundary" in found.damage


def test_a_mail_cut_off_in_the_middle_is_read_so_far():
    data = multipart("mixed", part("Das Band steht."), attachment("a.pdf"))

    found = read(data[: len(data) // 2])

    assert found.new_text == "Das Band steht."
    assert "truncated" in found.damage


def test_nested_parts_are_read():
    inner = multipart(
        "alternative",
        part("Innen im Text steht die Frage, auf die es ankommt, und sonst nichts."),
        boundary="innen",
    )

    found = read(multipart("mixed", part_of(inner), attachment("a.pdf")))

    assert found.new_text.startswith("Innen im Text")
    assert len(found.attachments) == 1


def part_of(data: bytes) -> str:
    """Return a whole multipart mail as a part: its content type and body."""
    head, _, body = data.decode().partition("\n\n")
    kind = next(line for line in head.split("\n") if line.startswith("content-type"))
    return f"{kind}\n\n{body}"


@pytest.mark.parametrize(
    ("encoding", "body"),
    [
        ("quoted-printable", b"Gr=C3=BC=C3=9Fe=\n aus Ulm"),
        ("base64", base64.encodebytes("Grüße aus Ulm".encode())),
        ("8bit", "Grüße aus Ulm".encode()),
        ("x-unknown", "Grüße aus Ulm".encode()),
        ("BASE64 ", base64.b64encode("Grüße aus Ulm".encode()).rstrip(b"=")),
    ],
)
def test_a_body_is_decoded(encoding, body):
    assert read(mail(body, content_transfer_encoding=encoding)).new_text == "Grüße aus Ulm"


@pytest.mark.parametrize(
    ("declared", "data"),
    [
        ("utf-8", "Grüße €".encode()),
        ("us-ascii", "Grüße €".encode("cp1252")),
        ("iso-8859-1", "Grüße €".encode("cp1252")),
        ("iso-8859-1", "Grüße €".encode()),
        ("utf-8", "Grüße €".encode("cp1252")),
        ("windows-1252", "Grüße €".encode()),
        ("iso-8859-15", "Grüße €".encode("iso-8859-15")),
        ("utf-16", "Grüße €".encode("utf-16")),
        ("idna", "Grüße €".encode()),
        ("rot13", "Grüße €".encode()),
        ("", "Grüße €".encode("cp1252")),
    ],
)
def test_a_charset_is_not_believed_where_it_lies(declared, data):
    content_type = f'text/plain; charset="{declared}"' if declared else "text/plain"

    assert read(mail(data, content_type=content_type)).new_text == "Grüße €"


def test_text_is_cleaned_of_what_a_terminal_would_obey():
    found = read(mail("eins\r\nzwei\x1b[2J\x00\x07\u202edrei\u200b\xa0vier\u2028fünf"))

    assert found.new_text == "eins\nzwei[2Jdrei vier\nfünf"


def test_the_frame_of_an_inline_signature_is_not_text():
    text = "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA512\n\nDas Band steht.\n- -- \nJana Schmidt\n"
    text += "-----BEGIN PGP SIGNATURE-----\n\niQEzBAEB\n-----END PGP SIGNATURE-----\n"

    found = read(mail(text))

    assert found.new_text == "Das Band steht."
    assert found.signature == "-- \nJana Schmidt"


def test_what_is_sealed_is_said_to_be():
    found = read(
        mail(
            "MIIB", content_type="application/pkcs7-mime; name=smime.p7m", content_transfer_encoding="base64"
        )
    )

    assert "encrypted" in found.damage
