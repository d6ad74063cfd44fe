from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from handover.intake.renewal import renew_signals
from handover.model import Message, Role, Signals
from handover.store import Location, Store
from tests.store.samples import message, signals


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(str(tmp_path / "state" / "mail.sqlite")) as opened:
        yield opened


def put(store: Store, count: int) -> None:
    for number in range(count):
        store.add(message(f"m{number}"), signals(), Location("maildir:/m", "INBOX", f"cur/{number}"))
    store.set_people("1", lambda party: (Role.CONTACT, party.address.partition("@")[2]))
    for customer in store.dirty():
        store.save_facts(customer, [], [], waiting=lambda request: True)


def louder(message: Message) -> Signals:
    return Signals("en", urgent=0.75)


def urgency(store: Store) -> set[float]:
    return {one.signals.urgent for one in store.all_messages()}


def test_new_rules_of_language_are_applied_to_the_stored_text(store: Store) -> None:
    put(store, 250)

    count = renew_signals(store, louder, "2", workers=0)

    assert (count, urgency(store)) == (250, {0.75})
    assert next(iter(store.all_messages())).message == message("m0")
    assert store.dirty() == ["acker.example", "wir.example"]
    assert renew_signals(store, louder, "2", workers=0) == 0


@pytest.mark.slow
def test_many_are_renewed_by_several_processes(store: Store) -> None:
    put(store, 350)

    renew_signals(store, louder, "2", workers=2)

    assert urgency(store) == {0.75}


def test_an_interrupted_renewal_goes_on_where_it_was(store: Store) -> None:
    put(store, 250)

    def stop(done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        renew_signals(store, louder, "2", workers=0, progress=stop)
    half = urgency(store)
    rest = renew_signals(store, louder, "2", workers=0)

    assert half == {0.0, 0.75}
    assert (rest, urgency(store)) == (150, {0.75})


def test_a_message_that_breaks_the_reader_keeps_its_signals(store: Store) -> None:
    put(store, 2)

    def breaks(one: Message) -> Signals:
        if one == message("m0"):
            raise ValueError
        return louder(one)

    renew_signals(store, breaks, "2", workers=0)

    assert urgency(store) == {0.0, 0.75}
    assert store.fingerprint("language") == "2"


def test_an_empty_store_takes_the_rules_as_they_are(store: Store) -> None:
    assert renew_signals(store, louder, "1") == 0
    assert store.fingerprint("language") == "1"
