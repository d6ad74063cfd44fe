import pytest

from handover.model import Address
from handover.parse.addresses import MAX_ADDRESSES, addresses
from tests.parse.mails import mail, read


@pytest.mark.parametrize(
    ("written", "name", "address"),
    [
        ("jana@kunde.example", "", "jana@kunde.example"),
        ("Jana Schmidt <Jana@Kunde.Example>", "Jana Schmidt", "jana@kunde.example"),
        ('"Schmidt, Jana" <jana@kunde.example>', "Schmidt, Jana", "jana@kunde.example"),
        ("jana@kunde.example (Jana Schmidt)", "Jana Schmidt", "jana@kunde.example"),
        ("Jana Schmidt <jana@kunde.example", "Jana Schmidt", "jana@kunde.example"),
        ("<jana@kunde.example>", "", "jana@kunde.example"),
        ("'Jana' <jana@kunde.example>", "Jana", "jana@kunde.example"),
        ("=?utf-8?q?J=C3=B6rg?= <joerg@kunde.example>", "Jörg", "joerg@kunde.example"),
        ("<@a.example,@b.example:jana@kunde.example>", "", "jana@kunde.example"),
        ("Jana <mailto:jana@kunde.example>", "Jana", "jana@kunde.example"),
        ("jana@kunde.example.", "", "jana@kunde.example"),
        ("anna@wir.example <x@boese.example>", "anna@wir.example", "x@boese.example"),
        ("anna@wir.example@boese.example", "", "anna@wir.example@boese.example"),
        (r'"Koch \(Bau\)" <koch@bau.example>', "Koch (Bau)", "koch@bau.example"),
        ("Jana Schmidt", "Jana Schmidt", ""),
    ],
)
def test_a_mailbox_is_read_as_people_write_it(written, name, address):
    assert addresses([written.encode()]) == (Address(name, address),)


def test_an_encoded_word_never_becomes_an_address():
    found = addresses([b"=?utf-8?q?anna=40wir.example?= <x@boese.example>"])

    assert [a.address for a in found] == ["x@boese.example"]


def test_lists_groups_and_empty_entries_are_read():
    found = addresses([b"Team: a@x.example, B <b@x.example>;, ,c@x.example", b"d@x.example"])

    assert [a.address for a in found] == ["a@x.example", "b@x.example", "c@x.example", "d@x.example"]


def test_undisclosed_recipients_are_nobody():
    assert addresses([b"undisclosed-recipients:;"]) == ()


def test_recipients_are_capped():
    many = ", ".join(f"k{n}@x.example" for n in range(3000))

    assert len(read(mail(cc=many)).cc) == MAX_ADDRESSES
