from __future__ import annotations

import os
import sqlite3
import stat
from datetime import timedelta
from pathlib import Path

import pytest

from handover.errors import BusyError, StoreError
from handover.model import Address, Ask, PhoneNote, PromiseText, Role, Signals, Why
from handover.store import Location, Party, Store
from tests.store.samples import START, message, signals


@pytest.fixture
def path(tmp_path: Path) -> str:
    return str(tmp_path / "state" / "handover" / "abc" / "mail.sqlite")


@pytest.fixture
def store(path: str):
    with Store.open(path) as opened:
        yield opened


def put(store: Store, *messages, folder: str = "INBOX", source: str = "maildir:/m") -> None:
    for one in messages:
        store.add(one, signals(), Location(source, folder, f"cur/{one.key[:8]}"))


def people(party: Party) -> tuple[Role, str | None]:
    domain = party.address.rpartition("@")[2]
    if party.note:
        return Role.CONTACT, "klein.example"
    if domain == "wir.example":
        return Role.TEAM, None
    return (Role.CONTACT, domain) if domain else (Role.NOBODY, None)


def keys(found) -> list[str]:
    return [one.message.message_id.partition("@")[0] for one in found]


def test_what_is_stored_comes_back_as_it_was(store: Store) -> None:
    one = message("a", cc=(Address("Jörg Böhm", "joerg@acker.example"),), damage=("charset",))
    said = Signals(
        "de",
        tone=-0.25,
        asks=0.9,
        promises=(PromiseText("bis Freitag", START, "Freitag", ("callback",)), PromiseText("bald", None, "")),
        requests=(Ask("Wann kommt die Lieferung?"),),
        why=(Why("asks", "Wann", 0.4),),
    )

    store.add(one, said, Location("maildir:/m", "INBOX", "cur/1"))
    found = store.message(one.key)

    assert found is not None
    assert found.message == one
    assert found.signals == said
    assert found.gone is False
    assert store.locations(one.key) == [Location("maildir:/m", "INBOX", "cur/1")]


def test_one_message_in_two_folders_is_one_message(store: Store) -> None:
    one = message("a")

    put(store, one)
    put(store, one, folder="Archiv")

    assert store.count() == 1
    assert [place.folder for place in store.locations(one.key)] == ["Archiv", "INBOX"]


def test_the_same_message_id_with_another_content_is_another_message(store: Store) -> None:
    put(store, message("a"), message("b", message_id="a@test"))

    assert len(store.find("<a@test>")) == 2


def test_a_message_is_found_by_the_beginning_of_its_key(store: Store) -> None:
    one = message("a")
    put(store, one, message("b"))

    assert keys(store.find(one.key[:6])) == ["a"]


def test_strange_characters_are_stored(store: Store) -> None:
    put(store, message("a", text="kaputt \udcff \x00 ende"))

    (found,) = store.find("a@test")

    assert "kaputt" in found.message.new_text


@pytest.mark.parametrize("order", [("a", "b", "c"), ("c", "b", "a"), ("a", "c", "b"), ("b", "c", "a")])
def test_a_thread_is_the_union_of_references_in_any_order(store: Store, order: tuple[str, ...]) -> None:
    mails = {
        "a": message("a"),
        "b": message("b", refs=["a"], hours=1),
        "c": message("c", refs=["b"], hours=2),
    }
    put(store, *(mails[name] for name in order), message("x", hours=3))

    found = store.messages_in_threads(["c@test"])

    assert keys(found) == ["a", "b", "c"]
    assert {one.thread for one in found} == {"a@test"}


def test_a_message_that_was_never_seen_ties_its_answers(store: Store) -> None:
    put(store, message("b", refs=["lost"]), message("c", refs=["lost"], hours=1))

    assert keys(store.messages_in_threads(["lost@test"])) == ["b", "c"]


def test_threads_merge_across_many_batches(store: Store) -> None:
    put(store, *(message(f"m{n}", hours=n) for n in range(8)))
    put(store, message("tie", refs=[f"m{n}" for n in range(8)], hours=9))

    assert len(store.messages_in_threads(["m3@test"])) == 9
    assert {one.thread for one in store.messages_in_threads(["tie@test"])} == {"m0@test"}


def test_a_customers_messages_are_those_they_wrote_or_got(store: Store) -> None:
    put(
        store,
        message("a"),
        message("b", "anna@wir.example", ["kim@acker.example"], refs=["a"], hours=1),
        message("c", "bert@other.example", refs=["a"], hours=2),
        message("d", "anna@wir.example", ["peter@wir.example"], refs=["a"], hours=3),
    )
    store.set_people("1", people)

    assert keys(store.messages_of("acker.example")) == ["a", "b"]
    assert keys(store.messages_of("acker.example", internal=True)) == ["a", "b", "d"]


def test_what_went_to_others_through_a_list_reaches_everybody_in_the_thread(store: Store) -> None:
    put(
        store,
        message("a"),
        message("b", "anna@wir.example", ["bert@other.example", "forum@list.example"], refs=["a"], hours=1),
        message("c", "anna@wir.example", ["bert@other.example"], refs=["a"], hours=2),
    )
    store.set_people("1", people)

    assert keys(store.messages_of("acker.example", internal=True)) == ["a"]
    assert keys(store.messages_of("acker.example", internal=True, lists=["forum@list.example"])) == ["a", "b"]


def test_a_phone_note_belongs_to_the_caller(store: Store) -> None:
    note = PhoneNote("Frau Schulz", "Klein", "0821 999 98 77")
    put(store, message("a", "elena@wir.example", note=note))

    store.set_people("1", people)

    assert keys(store.messages_of("klein.example")) == ["a"]


def test_a_name_that_a_list_left_is_a_party_of_its_own(store: Store) -> None:
    put(store, message("a", from_="Kim Acker <>", via="liste@example.org"))
    seen = []

    store.set_people("1", lambda party: (seen.append(party), (Role.CONTACT, party.name))[1])

    assert ("Kim Acker", "liste@example.org") in [(party.name, party.via) for party in seen]
    assert keys(store.messages_of("Kim Acker")) == ["a"]


def test_with_a_moment_in_the_past_only_what_had_arrived_is_read(store: Store) -> None:
    put(store, message("a"), message("b", refs=["a"], hours=5))
    store.set_people("1", people)
    moment = START + timedelta(hours=1)

    assert keys(store.messages_of("acker.example", until=moment)) == ["a"]
    assert keys(store.all_messages(until=moment)) == ["a"]
    assert keys(store.messages_in_threads(["b@test"], until=moment)) == ["a"]
    assert keys(store.all_messages(START + timedelta(hours=1))) == ["b"]


def test_new_mail_makes_only_its_customers_dirty(store: Store) -> None:
    put(store, message("a"), message("b", "bert@other.example"))
    store.set_people("1", people)
    for customer in store.dirty():
        store.save_facts(customer, [], [], waiting=lambda request: True)

    put(store, message("c", "anna@wir.example", ["peter@wir.example"], refs=["a"], hours=1))
    store.set_people("1", people)

    assert store.dirty() == ["acker.example"]


def test_changed_rules_of_who_is_who_touch_only_those_concerned(store: Store) -> None:
    put(store, message("a"), message("b", "bert@other.example"))
    store.set_people("1", people)
    for customer in store.dirty():
        store.save_facts(customer, [], [], waiting=lambda request: True)

    def merged(party: Party) -> tuple[Role, str | None]:
        role, customer = people(party)
        return role, "Gruppe Acker" if customer == "acker.example" else customer

    store.set_people("2", merged)

    assert store.dirty() == ["Gruppe Acker", "acker.example"]
    assert store.customers() == ["Gruppe Acker", "other.example"]


def test_the_address_book_knows_names_and_the_owner(store: Store) -> None:
    put(store, message("a"), message("b", "K. Acker <kim@acker.example>"), message("c", hours=1))
    put(store, message("s", "Anna Vogt <anna@wir.example>", ["kim@acker.example"]), folder="Sent")
    store.db.execute("UPDATE folder SET role='sent' WHERE name='Sent'")

    book = {use.address: use for use in store.address_book()}

    assert book["kim@acker.example"].names == ("Kim Acker", "K. Acker")
    assert (book["kim@acker.example"].sent, book["kim@acker.example"].received) == (3, 1)
    assert store.owner_candidates()[0] == (Address("Anna", "anna@wir.example"), 1)


def test_files_and_folders_are_private(store: Store, path: str) -> None:
    put(store, message("a"))
    names = [path, path + "-wal", path + "-shm", path + ".lock"]

    assert {stat.S_IMODE(os.stat(name).st_mode) for name in names} == {0o600}
    assert stat.S_IMODE(os.stat(os.path.dirname(path)).st_mode) == 0o700


def test_a_second_run_is_told_who_holds_the_store(store: Store, path: str) -> None:
    with pytest.raises(BusyError) as caught:
        Store.open(path)

    assert caught.value.values["pid"] == str(os.getpid())
    with Store.open(path, lock=False) as reader:
        assert reader.count() == 0


def test_a_store_of_a_newer_version_is_left_alone(path: str) -> None:
    Store.open(path).close()
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA user_version=99")

    with pytest.raises(StoreError) as caught:
        Store.open(path)

    assert caught.value.code == "store_newer"
    assert "update" in caught.value.hint


def test_a_damaged_store_is_named_and_not_deleted(path: str) -> None:
    Store.open(path).close()
    Path(path).write_bytes(b"this is no database, whatever it was" * 100)

    with pytest.raises(StoreError) as caught:
        Store.open(path)

    assert caught.value.code == "store_damaged"
    assert "delete it" in caught.value.hint
    assert os.path.exists(path)


def test_damage_inside_is_found_when_it_is_met(store: Store, path: str) -> None:
    put(store, *(message(f"m{n}", text="x" * 5000) for n in range(50)))
    store.close()
    with open(path, "r+b") as file:
        file.seek(8192)
        file.write(b"\xff" * 200_000)

    with pytest.raises(StoreError) as caught, Store.open(path) as again:
        list(again.all_messages())

    assert caught.value.code == "store_damaged"


def test_a_failed_transaction_leaves_nothing(store: Store) -> None:
    def fail() -> None:
        with store.transaction():
            put(store, message("a"))
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    put(store, message("b"))

    assert keys(store.all_messages()) == ["b"]
    assert store.messages_in_threads(["a@test"]) == []


def test_the_newest_mails_of_some_customers_come_oldest_first(store: Store) -> None:
    put(store, *(message(f"a{number}", hours=number) for number in range(5)))
    put(
        store,
        message("b", "Lee <lee@lift.example>", hours=1),
        message("c", "Ida <ida@other.example>", hours=2),
    )
    store.set_people("v1", people)

    found = store.newest_of(["acker.example", "lift.example", "none.example"], 2, since=START)

    assert {customer: keys(mails) for customer, mails in found.items()} == {
        "acker.example": ["a3", "a4"],
        "lift.example": ["b"],
        "none.example": [],
    }


def test_the_newest_mails_are_bounded_on_both_sides_and_hold_no_newsletters(store: Store) -> None:
    put(store, *(message(f"a{number}", hours=number) for number in range(4)))
    put(store, message("news", hours=2, automatic="newsletter"))
    store.set_people("v1", people)

    since, until = START + timedelta(hours=1), START + timedelta(hours=2)
    found = store.newest_of(["acker.example"], 9, since=since, until=until)

    assert keys(found["acker.example"]) == ["a1", "a2"]


def test_whom_only_the_answer_would_go_to_takes_no_part(store: Store) -> None:
    put(store, message("a", "Lee <lee@lift.example>", reply_to=(Address("Kim", "kim@acker.example"),)))
    store.set_people("v1", people)

    found = store.newest_of(["acker.example", "lift.example"], 9, since=START)

    assert (keys(found["acker.example"]), keys(found["lift.example"])) == ([], ["a"])


def test_who_takes_part_in_a_mail_is_told_without_reading_it(store: Store) -> None:
    put(
        store,
        message("a", cc=(Address("Lee", "lee@lift.example"),)),
        message("b", "Anna <anna@wir.example>", reply_to=(Address("Kim", "kim@acker.example"),)),
        message("note", "Ute <ute@wir.example>", note=PhoneNote("Fr. Schulz", "Klein", "", "")),
        message("forged", note=PhoneNote("Fr. Schulz", "Klein", "", "")),
    )
    store.set_people("v1", people)
    named = {name: message(name).key for name in ("a", "b", "note", "forged", "unknown")}

    found = store.customers_in(named.values())

    told = {name: sorted(found[key][1]) for name, key in named.items() if key in found}
    assert told == {
        "a": ["acker.example", "lift.example"],
        "b": [],
        "note": ["klein.example"],
        "forged": ["acker.example"],
    }
    assert {language for language, _ in found.values()} == {signals().language}


def test_subjects_and_kinds_are_found_by_role(store: Store) -> None:
    put(
        store,
        message("a", "Ute <ute@wir.example>", automatic="auto_reply"),
        message("b", "Ute <ute@wir.example>", hours=1),
        message("c"),
    )
    store.set_people("v1", people)

    later = START + timedelta(hours=1)
    assert keys(store.messages_by_role([Role.TEAM], automatic="auto_reply")) == ["a"]
    found = store.subjects_by_role([Role.TEAM], since=later, until=later)
    assert found == {message("b").key: "Betreff b"}
