"""The conversation with a mail server, and the addresses that name one."""

from __future__ import annotations

import socket

import pytest

from handover.credentials import Secret
from handover.deliver.smtp import Endpoint, parse_uri, send
from handover.errors import DeliveryError, UsageError
from tests.servers.smtp_sink import PASSWORD, USER, Sink

MAIL = b"From: a@wir.example\r\nTo: b@wir.example\r\nSubject: x\r\n\r\n.begins with a point\r\nends\r\n"


def secret(_host: str, _user: str) -> Secret:
    return Secret("password", PASSWORD)


def test_starttls_and_login_are_used_where_the_address_says_so(smtp_tls_sink_server: Sink):
    assert smtp_tls_sink_server.authority is not None
    ca = smtp_tls_sink_server.authority.authority
    endpoint = parse_uri(f"smtp://{USER}@localhost:{smtp_tls_sink_server.port}?tls=starttls&ca={ca}")

    send(endpoint, secret, "a@wir.example", "b@wir.example", MAIL)

    (sent,) = smtp_tls_sink_server.sent
    assert (sent.encrypted, sent.login) == (True, USER)
    assert sent.data.endswith(b".begins with a point\r\nends\r\n")


def test_a_server_that_nobody_vouches_for_gets_nothing(smtp_tls_sink_server: Sink):
    endpoint = parse_uri(f"smtp://{USER}@localhost:{smtp_tls_sink_server.port}?tls=starttls")

    with pytest.raises(DeliveryError):
        send(endpoint, secret, "a@wir.example", "b@wir.example", MAIL)

    assert smtp_tls_sink_server.sent == []


def test_mail_that_the_server_refuses_was_not_delivered(smtp_sink_server: Sink):
    smtp_sink_server.refuse_data = "554 5.7.1 no"
    endpoint = Endpoint("127.0.0.1", smtp_sink_server.port, "plain")

    with pytest.raises(DeliveryError, match="554"):
        send(endpoint, None, "a@wir.example", "b@wir.example", MAIL)


def test_a_closed_door_is_told_without_the_number_of_the_system():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        endpoint = Endpoint("127.0.0.1", taken.getsockname()[1], "plain")

        with pytest.raises(DeliveryError) as caught:
            send(endpoint, None, "a@wir.example", "b@wir.example", MAIL)

    assert caught.value.values["why"] == "Connection refused"


@pytest.mark.parametrize(
    ("uri", "security", "port"),
    [
        ("smtps://a@mail.example", "tls", 465),
        ("smtp://a@mail.example", "starttls", 587),
        ("smtp://a@mail.example:25", "starttls", 25),
        ("smtp://127.0.0.1:2525", "plain", 2525),
        ("smtp://mail.example?tls=none", "starttls", 587),
    ],
)
def test_nothing_goes_out_in_the_clear_but_to_this_machine(uri: str, security: str, port: int):
    endpoint = parse_uri(uri)

    assert (endpoint.security, endpoint.port) == (security, port)


@pytest.mark.parametrize("uri", ["http://x", "smtp://", "smtp://x:99999", "mail.example", "smtp://a:b@x"])
def test_what_is_no_address_of_a_mail_server_is_refused(uri: str):
    with pytest.raises(UsageError):
        parse_uri(uri)


@pytest.mark.parametrize("host", ["a" * 300 + ".example", "post..example", "größe..example"])
def test_a_server_whose_name_cannot_be_looked_up_is_no_fault_of_the_program(host: str):
    with pytest.raises(DeliveryError, match="cannot be said"):
        send(parse_uri(f"smtp://{host}"), None, "a@wir.example", "b@wir.example", MAIL)


def test_a_password_that_cannot_be_said_is_not_shown(smtp_tls_sink_server: Sink):
    assert smtp_tls_sink_server.authority is not None
    ca = smtp_tls_sink_server.authority.authority
    endpoint = parse_uri(f"smtp://{USER}@localhost:{smtp_tls_sink_server.port}?tls=starttls&ca={ca}")

    with pytest.raises(DeliveryError, match="cannot be said") as caught:
        send(endpoint, lambda _host, _user: Secret("password", "größe"), "a@wir.example", "b@wir.example", MAIL)

    assert "ö" not in str(caught.value)
    assert "xf6" not in str(caught.value)
    assert smtp_tls_sink_server.sent == []
