"""Getting in: TLS, authorities, passwords, tokens, and every way to be refused, against a real Dovecot."""

from __future__ import annotations

import base64
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from handover.credentials import Secret
from handover.errors import HandoverError, SourceError, UsageError
from handover.sources.imap import ImapSource, open_imap
from tests.servers import authority
from tests.servers.dovecot import PASSWORD, Dovecot, make_token
from tests.servers.imap_fault import Replace
from tests.servers.imap_proxy import run_proxy
from tests.sources.imap_box import password


def token(host: str, user: str) -> Secret:
    return Secret("token", make_token(user))


def failure(uri: str, secret: Callable[[str, str], Secret] = password, **limits: float) -> HandoverError:
    with pytest.raises(HandoverError) as caught:
        open_imap(uri, secret=secret, **limits)  # type: ignore[arg-type]
    assert caught.value.hint
    assert PASSWORD not in f"{caught.value}{caught.value.values}"
    return caught.value


def has_inbox(source: ImapSource) -> bool:
    with source:
        return "INBOX" in [folder.name for folder in source.folders()]


def test_tls_with_a_private_authority(dovecot_server: Dovecot, imap_user: str) -> None:
    assert has_inbox(open_imap(dovecot_server.tls_uri(imap_user), secret=password))


def test_starttls_with_a_private_authority(dovecot_server: Dovecot, imap_user: str) -> None:
    assert has_inbox(open_imap(dovecot_server.tls_uri(imap_user, starttls=True), secret=password))


@pytest.mark.parametrize("starttls", [False, True])
def test_an_unknown_authority_is_not_trusted(dovecot_server: Dovecot, imap_user: str, starttls: bool) -> None:
    uri = dovecot_server.tls_uri(imap_user, starttls=starttls).partition("ca=")[0].rstrip("?&")

    error = failure(uri)

    assert (error.code, error.exit_code) == ("certificate_untrusted", 3)
    assert "?ca=" in error.hint


def test_a_certificate_for_another_name_is_not_trusted(
    tmp_path: Path, dovecot_server: Dovecot, imap_user: str
) -> None:
    other = authority.make_certificate(tmp_path, "DNS:mail.andere.example")

    error = failure(f"imaps://{imap_user}@localhost:{dovecot_server.tls_port}?ca={other.authority}")

    assert error.code == "certificate_untrusted"


def test_the_host_name_is_checked(dovecot_server: Dovecot, imap_user: str) -> None:
    uri = f"imaps://{imap_user}@127.0.0.2:{dovecot_server.tls_port}?ca={dovecot_server.authority}"

    error = failure(uri)

    assert error.code in ("certificate_untrusted", "not_reached")


@pytest.mark.parametrize("content", [None, "no certificate in here"])
def test_a_bad_file_of_an_authority_is_a_mistake_of_usage(
    tmp_path: Path, dovecot_server: Dovecot, imap_user: str, content: str | None
) -> None:
    file = tmp_path / "ca.pem"
    if content:
        file.write_text(content)

    error = failure(f"imaps://{imap_user}@localhost:{dovecot_server.tls_port}?ca={file}")

    assert isinstance(error, UsageError)
    assert str(file) in str(error)


def test_a_port_without_tls_is_named(dovecot_server: Dovecot, imap_user: str) -> None:
    error = failure(f"imaps://{imap_user}@localhost:{dovecot_server.port}")

    assert error.code == "tls_failed"
    assert "starttls" in error.hint


def test_a_wrong_password_is_told_with_the_servers_words(dovecot_server: Dovecot, imap_user: str) -> None:
    error = failure(dovecot_server.uri(imap_user), lambda host, user: Secret("password", "falsch"))

    assert (error.code, error.exit_code) == ("login_refused", 3)
    assert imap_user in str(error)
    assert "AUTHENTICATIONFAILED" in str(error)


@pytest.mark.parametrize("secret", ["", "zwei\nZeilen", "mit\r\nA1 DELETE INBOX", "null\0"])
def test_a_secret_with_control_characters_is_never_sent(
    dovecot_server: Dovecot, imap_user: str, secret: str
) -> None:
    with run_proxy(dovecot_server.port) as proxy:
        error = failure(proxy.uri(imap_user), lambda host, user: Secret("password", secret))

    assert error.code == "bad_secret"
    assert proxy.commands == []


@pytest.mark.parametrize("secret", ['mit "Zeichen" \\ darin', "mit Umlauten: äöü€", "a b"])
def test_any_other_password_reaches_the_server_as_it_is(
    dovecot_server: Dovecot, imap_user: str, secret: str
) -> None:
    error = failure(dovecot_server.uri(imap_user), lambda host, user: Secret("password", secret))

    assert error.code == "login_refused"


def test_a_user_name_with_a_blank_cannot_break_out(dovecot_server: Dovecot) -> None:
    with run_proxy(dovecot_server.port) as proxy:
        error = failure(f"imap://kim%20x@127.0.0.1:{proxy.port}")

    assert error.code == "login_refused"
    assert proxy.commands == ["AUTHENTICATE"]


@pytest.mark.parametrize("mechanism", ["OAUTHBEARER", "XOAUTH2"])
def test_a_token_opens_the_mailbox(dovecot_server: Dovecot, imap_user: str, mechanism: str) -> None:
    other = {"OAUTHBEARER": b" AUTH=XOAUTH2", "XOAUTH2": b" AUTH=OAUTHBEARER"}[mechanism]

    with run_proxy(dovecot_server.port, Replace(other, b"")) as proxy:
        assert has_inbox(open_imap(proxy.uri(imap_user), secret=token))

    assert "AUTHENTICATE" in proxy.commands
    assert mechanism in dovecot_server.log()


@pytest.mark.parametrize("mechanism", ["OAUTHBEARER", "XOAUTH2"])
def test_an_expired_token_is_told_as_such(dovecot_server: Dovecot, imap_user: str, mechanism: str) -> None:
    other = {"OAUTHBEARER": b" AUTH=XOAUTH2", "XOAUTH2": b" AUTH=OAUTHBEARER"}[mechanism]

    with run_proxy(dovecot_server.port, Replace(other, b"")) as proxy:
        error = failure(
            proxy.uri(imap_user), lambda host, user: Secret("token", make_token(user, valid_s=-60))
        )

    assert error.code == "login_refused"
    assert "token" in error.hint


def test_a_server_without_oauth_says_so(dovecot_server: Dovecot, imap_user: str) -> None:
    with run_proxy(dovecot_server.port, Replace(rb" AUTH=(?:XOAUTH2|OAUTHBEARER)", b"")) as proxy:
        error = failure(proxy.uri(imap_user), token)

    assert error.code == "no_oauth"


def test_a_server_that_takes_no_passwords_says_so(dovecot_server: Dovecot, imap_user: str) -> None:
    with run_proxy(dovecot_server.port, Replace(rb"AUTH=PLAIN AUTH=LOGIN", b"LOGINDISABLED")) as proxy:
        error = failure(proxy.uri(imap_user))

    assert error.code == "no_password_login"


def test_an_unknown_host(imap_user: str) -> None:
    error = failure(f"imaps://{imap_user}@mail.nirgends.invalid")

    assert error.code == "unknown_host"
    assert "mail.nirgends.invalid" in str(error)


def test_a_port_where_nobody_listens(imap_user: str) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        error = failure(f"imap://{imap_user}@127.0.0.1:{taken.getsockname()[1]}")

    assert error.code == "not_reached"


def test_a_server_that_never_greets(imap_user: str) -> None:
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen(8)
        error = failure(f"imap://{imap_user}@127.0.0.1:{silent.getsockname()[1]}", idle_s=0.2)

    assert error.code == "server_silent"


def test_the_secret_is_asked_for_host_and_user(dovecot_server: Dovecot, imap_user: str) -> None:
    asked = []

    def ask(host: str, user: str) -> Secret:
        asked.append((host, user))
        return Secret("password", PASSWORD)

    open_imap(dovecot_server.uri(imap_user), secret=ask).close()

    assert asked == [("127.0.0.1", imap_user)]


def test_no_secret_appears_in_what_is_kept_or_printed(dovecot_server: Dovecot, imap_user: str) -> None:
    with open_imap(dovecot_server.uri(imap_user), secret=password) as source:
        seen = f"{source!r} {source.uri} {vars(source)} {password('', '')!r}"

    assert PASSWORD not in seen
    assert base64.b64encode(PASSWORD.encode()).decode() not in seen


def test_the_login_is_the_owner_where_it_is_an_address(dovecot_server: Dovecot) -> None:
    with open_imap(f"imap://anna@wir.example@127.0.0.1:{dovecot_server.port}", secret=password) as source:
        assert source.owner_hint() == "anna@wir.example"
    with open_imap(dovecot_server.uri("anna"), secret=password) as source:
        assert source.owner_hint() == ""


def test_wrong_secrets_are_source_errors_not_faults_of_the_program(
    dovecot_server: Dovecot, imap_user: str
) -> None:
    def broken(host: str, user: str) -> Secret:
        raise SourceError("no_password", "none", hint="give one")

    error = failure(dovecot_server.uri(imap_user), broken)

    assert error.code == "no_password"
    assert error.source == dovecot_server.uri(imap_user)
