import pytest

from handover.model import Address
from tests.parse.mails import mail, read

LIST = "Stammtisch <stammtisch@listen.example>"


@pytest.mark.parametrize(
    ("fields", "address"),
    [
        ({"reply_to": "Jana Schmidt <jana@kunde.example>"}, "jana@kunde.example"),
        ({"reply_to": LIST, "cc": "Jana Schmidt <jana@kunde.example>"}, "jana@kunde.example"),
        ({"x_original_from": "jana@kunde.example", "reply_to": LIST}, "jana@kunde.example"),
        ({"reply_to": "j.schmidt@kunde.example"}, "j.schmidt@kunde.example"),
        ({"reply_to": "Bernd Wolf <bernd@kunde.example>"}, ""),
        ({"cc": "chef@kunde.example"}, ""),
        ({}, ""),
    ],
)
def test_the_person_behind_a_list_is_taken_from_a_field_that_names_them(fields, address):
    data = mail(
        from_="Jana Schmidt via Stammtisch <stammtisch@listen.example>",
        list_id="<stammtisch.listen.example>",
        **fields,
    )

    found = read(data)

    assert found.from_ == Address("Jana Schmidt", address)
    assert found.via == "stammtisch@listen.example"


def test_a_list_that_writes_only_the_name_is_seen_by_its_headers():
    data = mail(
        from_="Jana Schmidt <stammtisch@listen.example>",
        list_post="<mailto:stammtisch@listen.example>",
        reply_to="Jana Schmidt <jana@kunde.example>",
    )

    found = read(data)

    assert found.from_ == Address("Jana Schmidt", "jana@kunde.example")
    assert found.via == "stammtisch@listen.example"


def test_a_relay_without_a_list_is_via_too():
    found = read(
        mail(
            from_='"Jana Schmidt (über Portal)" <noreply@portal.example>',
            reply_to="jana.schmidt@kunde.example",
        )
    )

    assert found.from_ == Address("Jana Schmidt", "jana.schmidt@kunde.example")
    assert found.via == "noreply@portal.example"


def test_an_ordinary_sender_has_no_via():
    found = read(mail(list_id="<stammtisch.listen.example>", list_post="<mailto:stammtisch@listen.example>"))

    assert found.from_.address == "jana.schmidt@kunde.example"
    assert found.via == ""
