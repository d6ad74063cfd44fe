"""Mails come from the store one by one; what comes from elsewhere is put between them, and nothing is read twice."""

from __future__ import annotations

from collections.abc import Iterator
from types import SimpleNamespace

from handover.app import judging
from handover.language import read as understand
from handover.ledger import Entry, entry_of
from handover.model import Address
from handover.people import build
from handover.store import StoredMessage
from tests.store.samples import message

PEOPLE = build([Address("Anna", "anna@wir.example")])
TEXTS = ("Wann kommt die Lieferung?", "Warum antwortet niemand?", "Ich warte noch immer auf eine Antwort.")


def stored() -> list[StoredMessage]:
    mails = [message(f"m{n}", refs=["m0"] if n else [], hours=n, text=text) for n, text in enumerate(TEXTS)]
    return [StoredMessage(mail, understand(mail.new_text), "m0@test", False) for mail in mails]


def facts_with(mails: list[StoredMessage], others: list[Entry]) -> judging.Facts:
    def stream(*_arguments: object, **_more: object) -> Iterator[StoredMessage]:
        yield from mails

    store = SimpleNamespace(stream_of=stream, openers=lambda _customer: {})
    return judging._facts(store, PEOPLE, "acker.example", {"acker.example": others}, {}, None)  # type: ignore[arg-type]


def entry(mail: StoredMessage) -> Entry:
    return entry_of(mail.message, mail.signals, mail.thread, PEOPLE)


def test_what_comes_from_elsewhere_stands_where_its_time_is() -> None:
    mails = stored()

    split = facts_with([mails[0], mails[2]], [entry(mails[1])])

    assert split == facts_with(mails, [])
    assert len(split.requests[0].steps) == len(mails)


def test_a_mail_that_comes_twice_is_read_once() -> None:
    mails = stored()

    assert facts_with(mails, [entry(mails[2]), entry(mails[0])]) == facts_with(mails, [])
