import base64

from tests.parse.mails import mail, read


def test_the_same_mail_has_one_key_wherever_it_lies():
    plain = mail("Hallo,\n\nFrom morgen an ist zu.\n", content_type="text/plain; charset=utf-8")
    quoted_by_mbox = plain.replace(b"\nFrom morgen", b"\n>From morgen")
    crlf = plain.replace(b"\n", b"\r\n")
    refolded = plain.replace(b"subject: Lieferung", b"subject:\n Lieferung")
    recoded = mail(
        base64.encodebytes(b"Hallo,\n\nFrom morgen an ist zu.\n"), content_transfer_encoding="base64"
    )

    keys = {read(data).key for data in (plain, quoted_by_mbox, crlf, refolded, recoded)}

    assert len(keys) == 1


def test_another_content_under_the_same_message_id_is_another_mail():
    assert read(mail("Eins")).key != read(mail("Zwei")).key
    assert read(mail()).key != read(mail(from_="x@boese.example")).key


def test_message_ids_are_read_without_brackets():
    found = read(
        mail(
            references="<a@x.example>\n <b@x.example>  <a@x.example>",
            in_reply_to="Mail von <b@x.example> vom Montag",
        )
    )

    assert found.references == ("a@x.example", "b@x.example")
    assert found.in_reply_to == ("b@x.example",)


def test_a_missing_or_absurd_message_id_is_none():
    assert read(mail(message_id="")).message_id is None
    assert read(mail(message_id="<" + "a" * 3000 + "@x>")).message_id is None


def test_references_keep_their_newest_end():
    many = " ".join(f"<{n}@x.example>" for n in range(300))

    found = read(mail(references=many))

    assert len(found.references) == 100
    assert found.references[-1] == "299@x.example"
