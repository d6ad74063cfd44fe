from datetime import UTC, datetime

from handover.model import Address, Skipped
from handover.parse import parse
from tests.parse.mails import mail, raw, read


def test_an_ordinary_mail_is_read():
    found = read(
        mail("Wann kommt die Ware?\n", cc="Bernd <bernd@kunde.example>", in_reply_to="<a@wir.example>")
    )

    assert found.from_ == Address("Jana Schmidt", "jana.schmidt@kunde.example")
    assert found.to == (Address("Anna Berg", "anna@wir.example"),)
    assert found.cc == (Address("Bernd", "bernd@kunde.example"),)
    assert found.subject == "Lieferung"
    assert found.message_id == "m1@kunde.example"
    assert found.in_reply_to == ("a@wir.example",)
    assert found.new_text == "Wann kommt die Ware?"
    assert found.date == datetime(2026, 11, 2, 8, 15, tzinfo=UTC)
    assert found.automatic is None
    assert found.damage == ()


def test_nothing_is_skipped_with_a_reason():
    for data in (b"", b"\n\n\n", b"\0" * 5000):
        found = parse(raw(data))

        assert isinstance(found, Skipped)
        assert found.reason == "empty"


def test_line_ends_do_not_change_what_is_read():
    data = mail("Eins\nZwei\n\nDrei\n")

    lf, crlf = read(data), read(data.replace(b"\n", b"\r\n"))

    assert lf.new_text == crlf.new_text == "Eins\nZwei\n\nDrei"
    assert lf.key == crlf.key
