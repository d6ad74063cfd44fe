"""Who is who, and who only pretends."""

from __future__ import annotations

import pytest

from handover.domains import is_freemail, is_within, registrable
from handover.model import Address, Customer, Person, PhoneNote, Role
from handover.people import CustomerMatch, build, name_key

ANNA = Address("Anna Wir", "anna@wir.example")


def test_the_owners_own_domain_is_team_and_a_freemail_domain_is_not():
    own, free = build([ANNA]), build([Address("Anna", "anna@gmx.example")])

    assert own.role("jens@wir.example") is Role.TEAM
    assert own.role("jens@eu.wir.example") is Role.TEAM
    assert free.role("jens@gmx.example") is Role.CONTACT


def test_domains_are_compared_label_by_label():
    people = build([ANNA], team_words=["acme.example"])

    assert people.role("kim@acmeshop.example") is Role.CONTACT
    assert people.role("kim@notacme.example") is Role.CONTACT
    assert not is_within("acmeshop.example", "acme.example")


def test_a_colleagues_name_makes_nobody_a_colleague():
    people = build([ANNA], book={"jens@wir.example": "Jens Westermann"})

    assert people.who(Address("Jens Westermann", "jens@evil.example")).role is Role.CONTACT
    assert people.who(Address("Jens Westermann", ""), via="list@forum.example").role is Role.TEAM


def test_a_rewritten_stranger_is_known_by_name_and_list():
    who = build([ANNA]).who(Address("Kyle Logue", ""), via="list@forum.example")

    assert who.role is Role.CONTACT
    assert who.identity == "Kyle Logue <list@forum.example>"


def test_a_list_address_is_nobody_even_inside_a_team_domain():
    people = build([ANNA], team_words=["forum.example"], lists=["users@lists.forum.example"])

    assert people.role("users@lists.forum.example") is Role.NOBODY
    assert people.role("sam@forum.example") is Role.TEAM


def test_customers_are_organisations_and_private_people_themselves():
    people = build([ANNA])

    assert people.customer_id("kim@eu.acme.co.uk") == "acme.co.uk"
    assert people.customer_id("kim@gmx.de") == "kim@gmx.de"


def test_the_customer_list_joins_domains_and_the_longest_match_wins():
    acme, north = Customer("acme.example", "Acme"), Customer("north.acme.example", "Acme North")
    people = build(
        [ANNA],
        customers=[
            CustomerMatch("acme.example", acme),
            CustomerMatch("acme-group.example", acme),
            CustomerMatch("north.acme.example", north),
            CustomerMatch("kim@gmx.de", acme),
        ],
    )

    assert people.customer_id("a@acme-group.example") == "acme.example"
    assert people.customer_id("a@north.acme.example") == "north.acme.example"
    assert people.customer_id("kim@gmx.de") == "acme.example"
    assert people.customer("acme.example").name == "Acme"


def test_a_caller_is_found_by_surname_and_company():
    klein = Customer("klein-metallbau.example", "Klein Metallbau")
    people = build(
        [ANNA],
        customers=[CustomerMatch("klein-metallbau.example", klein)],
        book={"petra.schulz@klein-metallbau.example": "Petra Schulz", "schulz@other.example": "Max Schulz"},
    )

    who = people.caller(PhoneNote("Frau Schulz", company="Fa. Klein"))

    assert (who.identity, who.customer) == ("petra.schulz@klein-metallbau.example", "klein-metallbau.example")


def test_a_note_does_not_rename_a_contact():
    people = build([ANNA], book={"kim@acme.example": "Kim Keller"})

    people.caller(PhoneNote("", address="kim@acme.example"))

    assert people.who(Address("Kim Keller", "kim@acme.example")).name == "Kim Keller"


def test_a_company_is_not_taken_for_a_private_person_of_that_name():
    people = build([ANNA], book={"mia.klein@web.de": "Mia Klein"})

    assert people.caller(PhoneNote("Frau Schulz", company="Fa. Klein")).customer == "Fa. Klein"
    assert people.caller(PhoneNote("Mia Klein")).customer == "mia.klein@web.de"


def test_a_caller_nobody_knows_is_kept_under_the_name_given():
    who = build([ANNA]).caller(PhoneNote("Herr Unbekannt"))

    assert who.role is Role.CONTACT
    assert "Unbekannt" in who.identity


def test_managers_are_known_by_option_and_by_configuration():
    chief = Person("Dr. Reuß", ("reuss@wir.example",), manager=True)

    assert build([ANNA], team=[chief]).role("reuss@wir.example") is Role.MANAGER
    assert build([ANNA], managers=["chef@wir.example"]).role("chef@wir.example") is Role.MANAGER


@pytest.mark.parametrize(
    ("one", "other"), [("Marcus D. Leech", "Leech, Marcus"), ("Frau Petra Schulz", "Petra Schulz")]
)
def test_names_are_compared_without_order_initials_and_titles(one: str, other: str):
    assert name_key(one) == name_key(other) != ""


def test_a_single_word_is_no_name():
    assert name_key("Support") == ""


def test_registrable_domains_follow_the_public_suffix_list():
    assert registrable("mail.eu.acme.co.uk") == "acme.co.uk"
    assert registrable("a.b.acme.de") == "acme.de"
    assert registrable("[192.168.0.1]") == "[192.168.0.1]"
    assert is_freemail("gmx.de")
    assert not is_freemail("web.com")


def test_the_fingerprint_changes_with_who_is_who():
    assert build([ANNA]).fingerprint() == build([ANNA]).fingerprint()
    assert build([ANNA]).fingerprint() != build([ANNA], team_words=["x.example"]).fingerprint()
