"""The test servers themselves: they answer, keep what they are given, and refuse what they are told to refuse."""

from __future__ import annotations

import smtplib
import ssl
import urllib.request
from pathlib import Path

import pytest

from tests.servers import dovecot, fixtures, smtp_sink
from tests.servers.radicale import Radicale
from tests.servers.smtp_sink import Sink

MAIL = "From: a@wir.example\r\nTo: b@acker.example\r\nSubject: Gruß\r\n\r\nText\r\n".encode()
EVENT = (
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//\r\nBEGIN:VEVENT\r\nUID:{uid}\r\nDTSTAMP:20260301T080000Z\r\n"
    "DTSTART:20260302T090000Z\r\nDTEND:20260302T100000Z\r\nSUMMARY:Abnahme\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)


def test_the_sink_keeps_mail(smtp_sink_server: Sink) -> None:
    with smtplib.SMTP("127.0.0.1", smtp_sink_server.port, timeout=10) as client:
        client.sendmail("a@wir.example", ["b@acker.example"], MAIL)

    (sent,) = smtp_sink_server.sent
    assert sent.recipients == ("b@acker.example",)
    assert not sent.encrypted
    assert b"Text" in sent.data


def test_the_sink_refuses_whom_it_is_told_to(smtp_sink_server: Sink) -> None:
    smtp_sink_server.refused_recipients.add("b@acker.example")

    client = smtplib.SMTP("127.0.0.1", smtp_sink_server.port, timeout=10)
    with client, pytest.raises(smtplib.SMTPRecipientsRefused):
        client.sendmail("a@wir.example", ["b@acker.example"], MAIL)

    assert smtp_sink_server.sent == []


def test_the_encrypted_sink_wants_a_login(smtp_tls_sink_server: Sink) -> None:
    assert smtp_tls_sink_server.authority
    context = ssl.create_default_context(cafile=smtp_tls_sink_server.authority.authority)

    with smtplib.SMTP("localhost", smtp_tls_sink_server.port, timeout=10) as client:
        client.starttls(context=context)
        client.login(smtp_sink.USER, smtp_sink.PASSWORD)
        client.sendmail("a@wir.example", ["b@acker.example"], MAIL)

    (sent,) = smtp_tls_sink_server.sent
    assert (sent.encrypted, sent.login) == (True, smtp_sink.USER)


def test_the_calendar_server_keeps_events(radicale_server: Radicale) -> None:
    radicale_server.put(EVENT.format(uid="e1@wir.example"), "e1.ics")

    assert b"SUMMARY:Abnahme" in radicale_server.request("GET", "/erika/kalender/e1.ics")


def test_the_calendar_server_wants_a_password(radicale_server: Radicale) -> None:
    with (
        pytest.raises(urllib.request.HTTPError) as caught,
        urllib.request.urlopen(radicale_server.url, timeout=10),
    ):
        pass

    caught.value.close()
    assert caught.value.code == 401


def test_the_calendar_server_speaks_https(radicale_tls_server: Radicale) -> None:
    radicale_tls_server.put(EVENT.format(uid="e2@wir.example"), "e2.ics")

    assert radicale_tls_server.url.startswith("https://localhost:")


def test_a_maildir_can_be_laid_into_the_mail_server(tmp_path: Path) -> None:
    fixtures.require(dovecot.missing())
    for folder in (tmp_path, tmp_path / ".Sent"):
        (folder / "cur").mkdir(parents=True)
        (folder / "cur" / "1700000001.M1.host:2,S").write_bytes(MAIL)

    with dovecot.run_dovecot(mail=tmp_path, tls=False) as server, server.admin("erika") as admin:
        inbox, sent = admin.flags(), admin.flags(dovecot.SENT)

    assert (len(inbox), len(sent)) == (1, 1)


def test_a_missing_server_fails_where_servers_are_required(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HANDOVER_REQUIRE_SERVERS", "1")
    with pytest.raises(pytest.fail.Exception, match="no Dovecot"):
        fixtures.require("no Dovecot")

    monkeypatch.delenv("HANDOVER_REQUIRE_SERVERS")
    with pytest.raises(pytest.skip.Exception, match="no Dovecot"):
        fixtures.require("no Dovecot")
