"""Addresses of accounts: what is understood, what is refused, and that no secret fits in."""

from __future__ import annotations

import pytest

from handover.errors import UsageError
from handover.sources.imap_uri import Endpoint, parse_uri


@pytest.mark.parametrize(
    ("uri", "expected"),
    [
        ("imaps://kim@mail.acker.example", Endpoint("kim", "mail.acker.example", 993, "tls")),
        ("imaps://kim@x.example@MAIL.x.example/", Endpoint("kim@x.example", "mail.x.example", 993, "tls")),
        ("imaps://kim%40acker.example@m.example:1993", Endpoint("kim@acker.example", "m.example", 1993, "tls")),
        ("imap://kim@m.example?tls=starttls", Endpoint("kim", "m.example", 143, "starttls")),
        ("imap://kim@m.example?tls=starttls&ca=/a/b.pem", Endpoint("kim", "m.example", 143, "starttls", "/a/b.pem")),
        ("imap://kim@localhost:1143", Endpoint("kim", "localhost", 1143, "plain")),
        ("imap://kim@[::1]:1143", Endpoint("kim", "::1", 1143, "plain")),
        ("imap://kim@127.0.0.1", Endpoint("kim", "127.0.0.1", 143, "plain")),
    ],
)  # fmt: skip
def test_addresses_are_understood(uri: str, expected: Endpoint) -> None:
    assert parse_uri(uri) == expected


@pytest.mark.parametrize(
    "uri",
    [
        "imaps://mail.acker.example",
        "imaps://kim@",
        "imaps://kim@m.example:abc",
        "imaps://kim@m.example:99999",
        "imaps://kim@m.example/INBOX",
        "imaps://kim@m.example?tls=starttls",
        "imaps://kim@m.example?color=blue",
        "imap://kim@localhost?tls=perhaps",
        "imaps://kim@m.example\r\nX",
        "imaps://kim @m.example",
        "pop3://kim@m.example",
    ],
)
def test_mistakes_are_told_with_the_right_form(uri: str) -> None:
    with pytest.raises(UsageError) as caught:
        parse_uri(uri)

    assert caught.value.code == "bad_uri"
    assert "imaps://user@host" in caught.value.hint


@pytest.mark.parametrize("host", ["m.example", "192.168.1.2", "127.0.0.1.x.example", "localhost.x.example"])
def test_a_password_never_travels_in_the_clear(host: str) -> None:
    with pytest.raises(UsageError) as caught:
        parse_uri(f"imap://kim@{host}")

    assert caught.value.code == "plain_refused"


def test_a_password_in_an_address_is_refused_and_not_repeated() -> None:
    with pytest.raises(UsageError) as caught:
        parse_uri("imaps://kim:geheim123@m.example")

    assert caught.value.code == "secret_in_uri"
    assert (
        "geheim123" not in f"{caught.value} {caught.value.hint} {caught.value.source} {caught.value.values}"
    )


@pytest.mark.parametrize(
    ("uri", "name"),
    [
        ("imaps://kim%40acker.example@M.example:993/", "imaps://kim@acker.example@m.example"),
        ("imap://kim@m.example?tls=starttls&ca=x.pem", "imap://kim@m.example"),
        ("imap://kim@[::1]:1143", "imap://kim@[::1]:1143"),
    ],
)
def test_an_account_has_one_name_however_it_is_written(uri: str, name: str) -> None:
    assert parse_uri(uri).uri == name
