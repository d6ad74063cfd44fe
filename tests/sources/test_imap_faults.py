"""Whatever a server does wrong: the run ends in time, keeps nothing wrong, says so, and the next one is complete."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import pytest

from handover.errors import HandoverError, SourceError
from handover.model import RawMessage, Skipped
from handover.sources.imap import ImapSource, open_imap
from tests.servers import imap_fault as faults
from tests.servers.dovecot import Admin, Dovecot
from tests.servers.imap_fault import Fault
from tests.servers.imap_proxy import run_proxy
from tests.sources.contract import mail, plain
from tests.sources.imap_box import password

COUNT = 12
LIMIT_S = 8.0


class Keeper:
    """Keeps what a run handed over, and whether it was complete, as the store does."""

    def __init__(self) -> None:
        self.held: dict[str, bytes] = {}
        self.mark: Any = None
        self.error: HandoverError | None = None
        self.skipped: list[Skipped] = []

    def run(self, open_source: Callable[[], ImapSource]) -> None:
        self.error = None
        self.skipped = []
        started = time.monotonic()
        try:
            with open_source() as source:
                source.folders()
                changes = source.changes("INBOX", self.mark, lambda: list(self.held))
                if changes.reset:
                    self.held.clear()
                for locator in changes.gone:
                    del self.held[locator]
                for item in source.read("INBOX", list(changes.new)):
                    self.take(item)
                self.mark = changes.mark
        except SourceError as error:
            self.error = error
        assert time.monotonic() - started < LIMIT_S + 2

    def take(self, item: RawMessage | Skipped) -> None:
        if isinstance(item, Skipped):
            self.skipped.append(item)
        else:
            assert item.locator not in self.held
            self.held[item.locator] = plain(item.data)

    @property
    def code(self) -> str:
        return self.error.code if self.error else ""

    def mails(self) -> list[bytes]:
        return sorted(self.held.values())


MAILS = [mail(number, f"Frage Nummer {number}, " + "mit etwas Text. " * 20) for number in range(1, COUNT + 1)]
WHOLE = sorted(plain(one) for one in MAILS)


@pytest.fixture
def filled(imap_admin: Admin) -> Admin:
    imap_admin.deliver(MAILS)
    return imap_admin


@pytest.fixture
def keeper() -> Keeper:
    return Keeper()


def opener(uri: str, **limits: Any) -> Callable[[], ImapSource]:
    return lambda: open_imap(uri, secret=password, **{"deadline_s": LIMIT_S, "idle_s": 1.0} | limits)


HARMLESS: dict[str, Callable[[], Fault]] = {
    "reset once in the middle": lambda: faults.DropAfter(6000, link=1),
    "reset during the list of mails": lambda: faults.DropAfter(2200, link=1),
    "reset before the answer to EXAMINE": lambda: faults.Say("EXAMINE", b"", then="hangup"),
    "fewer bytes than announced": lambda: faults.WrongLiteral(10, nth=3),
    "more bytes than announced": lambda: faults.WrongLiteral(-10, nth=3),
    "a hundred bytes more than announced": lambda: faults.WrongLiteral(-100, nth=5),
    "four gigabytes announced": lambda: faults.WrongLiteral(4 << 30, nth=2),
    "no body for one mail": lambda: faults.NoBody(nth=4),
    "goodbye once": lambda: faults.Say("FETCH", b"* BYE shutting down\r\n", then="hangup"),
    "a refusal once": lambda: faults.Say("FETCH", b"%TAG% NO [UNAVAILABLE] later\r\n", then="refuse"),
    "an answer with a wrong tag": lambda: faults.Say("FETCH", b"ZZZ99 OK done\r\n"),
    "mails nobody asked for": lambda: faults.Say(
        "FETCH", b"* 99 FETCH (UID 4242 FLAGS () BODY[] {13}\r\nFrom: x\r\n\r\nyz)\r\n", nth=0
    ),
    "strange untagged lines": lambda: faults.Say(
        "FETCH", b"* XYZZY nothing happens\r\n* 3 RECENT\r\n", nth=0
    ),
    "many untagged lines": lambda: faults.flood("FETCH", 30_000),
    "a line without sense": lambda: faults.garbage("FETCH"),
    "a very long line": lambda: faults.Say("FETCH", b"* OK " + b"A" * 3_000_000 + b"\r\n"),
    "a line without end": lambda: faults.Say("FETCH", b"* OK " + b"A" * 20_000_000),
    "mails without a description of their parts": lambda: faults.Replace(rb" BODYSTRUCTURE ", b" X-ODD "),
    "a description that makes no sense": lambda: faults.Replace(
        rb'BODYSTRUCTURE \("text"', b'BODYSTRUCTURE ("text" ()'
    ),
    "every mail twice": lambda: faults.Twice(),
}


@pytest.mark.parametrize("name", HARMLESS)
def test_a_passing_fault_costs_nothing(
    name: str, dovecot_server: Dovecot, filled: Admin, imap_user: str, keeper: Keeper
) -> None:
    fault = HARMLESS[name]()

    with run_proxy(dovecot_server.port, fault) as proxy:
        keeper.run(opener(proxy.uri(imap_user)))

    assert fault.fired
    assert (keeper.code, keeper.skipped) == ("", [])
    assert keeper.mails() == WHOLE


LASTING: dict[str, tuple[Callable[[], Fault], str]] = {
    "reset whenever mails come": (lambda: faults.DropAfter(1900), "server_gone"),
    "silence": (lambda: faults.StallAfter(6000), "server_silent"),
    "a trickle": (lambda: faults.Trickle(2500), "deadline"),
    "less than a trickle": (lambda: faults.Trickle(100), "server_silent"),
    "goodbye at every fetch": (
        lambda: faults.Say("FETCH", b"* BYE shutting down\r\n", then="hangup", nth=0),
        "server_gone",
    ),
    "lengths that are always wrong": (lambda: faults.WrongLiteral(10, nth=0), "protocol"),
    "always four gigabytes": (lambda: faults.WrongLiteral(4 << 30, nth=0), "protocol"),
    "EXAMINE refused": (
        lambda: faults.Say("EXAMINE", b"%TAG% NO [NOPERM] not yours\r\n", then="refuse", nth=0),
        "folder_refused",
    ),
    "every mail refused": (
        lambda: faults.Say("FETCH", b"%TAG% NO [SERVERBUG] oops\r\n", then="refuse", nth=0),
        "folder_unfinished",
    ),
    "no bodies at all": (lambda: faults.NoBody(nth=0), "folder_unfinished"),
    "LIST refused": (lambda: faults.Say("LIST", b"%TAG% NO not now\r\n", then="refuse", nth=0), "refused"),
    "SEARCH refused": (lambda: faults.Say("SEARCH", b"%TAG% BAD what\r\n", then="refuse", nth=0), "refused"),
    "login refused": (
        lambda: faults.Say("LOGIN", b"%TAG% NO [AUTHENTICATIONFAILED] no\r\n", then="refuse", nth=0),
        "login_refused",
    ),
    "login not possible now": (
        lambda: faults.Say("LOGIN", b"%TAG% NO [UNAVAILABLE] later\r\n", then="refuse", nth=0),
        "login_unavailable",
    ),
    "UIDVALIDITY of zero": (lambda: faults.Replace(rb"UIDVALIDITY \d+", b"UIDVALIDITY 0"), "bad_uidvalidity"),
    "an absurd UIDVALIDITY": (
        lambda: faults.Replace(rb"UIDVALIDITY \d+", b"UIDVALIDITY 4294967296"),
        "bad_uidvalidity",
    ),
    "let in without a password": (
        lambda: faults.Replace(rb"^\* OK \[CAP", b"* PREAUTH [CAP", nth=1),
        "preauth",
    ),
    "no greeting but nonsense": (lambda: faults.Replace(rb"^\* OK \[CAP", b"HTTP/1.1 400 [CAP"), "protocol"),
    "goodbye instead of a greeting": (
        lambda: faults.Replace(rb"^\* OK \[CAP[^]]*\]", b"* BYE too busy"),
        "server_gone",
    ),
}


@pytest.mark.parametrize("name", LASTING)
def test_a_lasting_fault_ends_in_time_and_the_next_run_is_complete(
    name: str, dovecot_server: Dovecot, filled: Admin, imap_user: str, keeper: Keeper
) -> None:
    make, code = LASTING[name]
    fault = make()
    limit = {"deadline": {"deadline_s": 1.2}, "server_silent": {"idle_s": 0.2}}.get(code, {})

    with run_proxy(dovecot_server.port, fault) as proxy:
        keeper.run(opener(proxy.uri(imap_user), **limit))
    broken, kept = keeper.code, keeper.mails()
    keeper.run(opener(dovecot_server.uri(imap_user)))

    assert fault.fired
    assert broken == code
    assert set(kept) <= set(WHOLE)
    assert (keeper.code, keeper.skipped) == ("", [])
    assert keeper.mails() == WHOLE


def test_without_uidvalidity_a_folder_is_read_anew_each_time(
    dovecot_server: Dovecot, filled: Admin, imap_user: str, keeper: Keeper
) -> None:
    fault = faults.Replace(rb"\* OK \[UID(?:VALIDITY|NEXT) \d+\]", b"* OK [X]")
    status = faults.Replace(rb"UID(?:VALIDITY|NEXT) \d+ ?", b"")

    with run_proxy(dovecot_server.port, fault, status) as proxy:
        keeper.run(opener(proxy.uri(imap_user)))
        assert (keeper.code, keeper.mails(), keeper.mark) == ("", WHOLE, {})
        keeper.run(opener(proxy.uri(imap_user)))
        assert (keeper.code, keeper.mails(), keeper.mark) == ("", WHOLE, {})
    keeper.run(opener(dovecot_server.uri(imap_user)))

    assert keeper.mails() == WHOLE
    assert keeper.mark["v"] > 0


def test_a_mail_deleted_just_before_it_is_fetched_is_noted_as_vanished(
    dovecot_server: Dovecot, filled: Admin, imap_user: str, keeper: Keeper
) -> None:
    fault = faults.Meanwhile("FETCH", lambda: filled.expunge("3"), nth=2)

    with run_proxy(dovecot_server.port, fault) as proxy:
        keeper.run(opener(proxy.uri(imap_user)))
    noted = [item.reason for item in keeper.skipped]
    keeper.run(opener(dovecot_server.uri(imap_user)))

    assert noted == ["vanished"]
    assert (keeper.code, keeper.skipped) == ("", [])
    assert keeper.mails() == sorted(plain(one) for one in MAILS if one != MAILS[2])


def test_a_folder_replaced_while_it_is_read_is_not_mixed_up(
    dovecot_server: Dovecot, imap_admin: Admin, imap_user: str
) -> None:
    imap_admin.create("Projekt")
    imap_admin.deliver(MAILS[:6], "Projekt")

    def replace() -> None:
        imap_admin.delete("Projekt")
        imap_admin.create("Projekt")
        imap_admin.deliver(MAILS[6:], "Projekt")

    with open_imap(dovecot_server.uri(imap_user), secret=password) as source:
        changes = source.changes("Projekt", None, list)
    replace()
    with open_imap(dovecot_server.uri(imap_user), secret=password) as source:
        with pytest.raises(SourceError) as caught:
            list(source.read("Projekt", changes.new))
        anew = source.changes("Projekt", changes.mark, lambda: changes.new)
        items = list(source.read("Projekt", anew.new))

    assert caught.value.code == "folder_changed"
    assert anew.reset
    assert sorted(plain(item.data) for item in items if isinstance(item, RawMessage)) == sorted(
        plain(one) for one in MAILS[6:]
    )


def test_a_stripped_starttls_sends_no_password(dovecot_server: Dovecot, imap_user: str) -> None:
    fault = faults.Replace(rb" STARTTLS| LOGINDISABLED", b"")

    with run_proxy(dovecot_server.port, fault) as proxy:
        uri = f"{proxy.uri(imap_user)}?tls=starttls&ca={dovecot_server.authority}"
        with pytest.raises(SourceError) as caught:
            open_imap(uri, secret=password)

    assert fault.fired
    assert caught.value.code == "no_tls"
    assert not [command for command in proxy.commands if command.startswith(("LOGIN", "AUTH"))]


def test_bytes_slipped_in_before_tls_end_the_connection(dovecot_server: Dovecot, imap_user: str) -> None:
    fault = faults.SlipIn()

    with run_proxy(dovecot_server.port, fault) as proxy:
        uri = f"{proxy.uri(imap_user)}?tls=starttls&ca={dovecot_server.authority}"
        with pytest.raises(SourceError) as caught:
            open_imap(uri, secret=password)

    assert fault.fired
    assert caught.value.code == "tls_injection"


def test_the_byte_budget_ends_a_run(
    dovecot_server: Dovecot, filled: Admin, imap_user: str, keeper: Keeper
) -> None:
    keeper.run(opener(dovecot_server.uri(imap_user), byte_budget=9000))
    broken = keeper.code
    keeper.run(opener(dovecot_server.uri(imap_user)))

    assert broken == "byte_budget"
    assert keeper.mails() == WHOLE


def test_a_run_that_broke_off_goes_on_where_it_stopped(
    dovecot_server: Dovecot, filled: Admin, imap_user: str, keeper: Keeper
) -> None:
    with open_imap(dovecot_server.uri(imap_user), secret=password) as source:
        changes = source.changes("INBOX", None, list)
        for item in source.read("INBOX", list(changes.new)[:7]):
            keeper.take(item)

    with run_proxy(dovecot_server.port) as proxy:
        keeper.run(opener(proxy.uri(imap_user)))

    bodies = [command for command in proxy.commands if "BODY.PEEK" in command]
    assert bodies == ["UID FETCH 8:12 (UID BODY.PEEK[])"]
    assert keeper.mails() == WHOLE
