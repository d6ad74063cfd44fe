from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from handover.model import FolderRole, PhoneNote, Quote, Request, Role, Step
from handover.store import Location, Party, Store
from handover.store.rows import row_of, unpacked
from tests.store.samples import START, message, signals

KIM = "kim@acker.example"


@pytest.fixture
def path(tmp_path: Path) -> str:
    return str(tmp_path / "state" / "mail.sqlite")


@pytest.fixture
def store(path: str) -> Iterator[Store]:
    with Store.open(path) as opened:
        yield opened


def put(store: Store, *messages, folder: str = "INBOX") -> None:
    for one in messages:
        store.add(one, signals(), Location("eml:/m", folder, f"{one.from_.name} {one.key[:8]}.eml"))


def people(party: Party) -> tuple[Role, str | None]:
    domain = party.address.rpartition("@")[2]
    return (Role.TEAM, None) if domain == "wir.example" else (Role.CONTACT, domain or "klein.example")


def subjects(store: Store) -> list[str]:
    return [one.message.subject.removeprefix("Betreff ") for one in store.all_messages()]


def everything_in(path: str) -> str:
    """Return all bytes of the store's files, and what is deflated in them."""
    raw = b"".join(file.read_bytes() for file in Path(path).parent.iterdir())
    with sqlite3.connect(path) as db:
        inflated = [str(unpacked(data)) for (data,) in db.execute("SELECT data FROM content")]
    return (raw.decode("utf-8", "replace") + "\n".join(inflated)).casefold()


def filled(store: Store) -> None:
    put(
        store,
        message("a", text="Ich warte seit gestern auf den Greifer."),
        message("b", "Anna <anna@wir.example>", [f"Kim Acker <{KIM}>"], refs=["a"], hours=1),
        message("c", "Bert Other <bert@other.example>", refs=["a", "b"], hours=2, text="Nichts von anderen."),
        message(
            "d", "Elena <elena@wir.example>", hours=3, note=PhoneNote("Kim Acker", phone="0821 999 98 70")
        ),
        message("e", "Elena <elena@wir.example>", hours=4, text="Kim Acker hat angerufen."),
        message("f", "Bert Other <bert@other.example>", hours=5, text=f"Fragen Sie {KIM.upper()}."),
        message("g", "Bert Other <bert@other.example>", hours=6, text="Alles gut."),
    )
    store.set_people("1", people)
    opened = Step("opened", START, "asks", Quote("k", "a@test", START, "Kim Acker", "Ich warte"))
    request = Request(
        "r1", "acker.example", KIM, "Kim Acker", "a@test", "Greifer", "de", "Ich warte", (), [opened]
    )
    for customer in store.dirty():
        store.save_facts(
            customer, [request] if customer == "acker.example" else [], [], waiting=lambda _: True
        )


def test_after_a_delete_nothing_of_that_person_is_left_in_the_file(store: Store, path: str) -> None:
    filled(store)
    before = everything_in(path)

    count = store.delete(KIM)
    store.close()

    left = everything_in(path)
    for trace in (KIM, "kim acker", "greifer"):
        assert trace in before
        assert trace not in left
    assert count == 5
    with Store.open(path) as again:
        assert subjects(again) == ["c", "g"]
        assert again.waiting() == []
        assert again.check() == []


def test_what_others_wrote_loses_its_ties_to_the_deleted(store: Store) -> None:
    filled(store)

    store.delete(KIM)

    (left,) = (one for one in store.all_messages() if one.message.subject == "Betreff c")
    assert left.thread == "c@test"


def test_a_person_who_wants_to_be_forgotten_does_not_come_back(store: Store, path: str) -> None:
    filled(store)
    store.delete(KIM)

    folder = store.folder("eml:/m", "INBOX", FolderRole.OTHER)
    back = message("a", text="Ich warte seit gestern auf den Greifer.")
    new = store.add_rows(folder.id, [(row_of(back, signals(), store.salt), "a.eml")])

    assert new == 0
    assert "a" not in subjects(store)
    assert "a.eml" in store.known(folder.id)
    assert KIM not in everything_in(path)


def test_a_common_word_as_a_name_deletes_no_others(store: Store) -> None:
    put(
        store,
        message("a", "Info <info@acker.example>"),
        message("b", "bert@other.example", text="Zur Info: ja."),
    )

    store.delete("info@acker.example")

    assert subjects(store) == ["b"]


def test_an_export_holds_every_mail_of_the_person(store: Store) -> None:
    filled(store)

    exported = store.export(KIM)

    assert (exported["role"], exported["customer"]) == ("contact", "acker.example")
    assert [entry["subject"] for entry in exported["messages"]] == ["Betreff a", "Betreff b"]


def test_a_purge_deletes_what_is_old_and_it_does_not_come_back(store: Store, path: str) -> None:
    put(store, message("a", text="uralter Text"), message("b", hours=1000))
    folder = store.folder("eml:/m", "INBOX", FolderRole.OTHER)
    known = store.known(folder.id)

    count = store.purge(START + timedelta(hours=1))

    assert (count, subjects(store)) == (1, ["b"])
    assert "uralter" not in everything_in(path)
    assert sorted(store.known(folder.id)) == sorted(known)


def test_a_purge_makes_customers_dirty(store: Store) -> None:
    put(store, message("a"))
    store.set_people("1", people)
    store.save_facts("acker.example", [], [], waiting=lambda _: True)

    store.purge(START + timedelta(hours=1))

    assert store.dirty() == ["acker.example"]


def test_a_new_parser_replaces_what_the_old_one_read(store: Store) -> None:
    put(store, message("a", text="alt"), message("b"), message("gone"))
    folder = store.folder("eml:/m", "INBOX", FolderRole.OTHER)
    store.forget_locators(folder.id, [place.locator for place in store.locations(message("gone").key)])

    store.begin_reparse()
    put(store, message("a", text="neu"), message("c"))
    store.finish_folder(folder.id, {}, -1)
    store.end_reparse()

    texts = {one.message.subject[-1]: one.message.new_text for one in store.all_messages()}
    assert texts["a"] == "neu"
    assert sorted(subjects(store)) == ["a", "c", "gone"]
    assert [one.message.subject for one in store.all_messages() if one.gone] == ["Betreff gone"]
