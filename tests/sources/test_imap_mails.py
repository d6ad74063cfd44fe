"""Mails read over IMAP from a real Dovecot: arrival, whole and in parts, in few round trips."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from handover.model import FolderRole, Message, RawMessage
from handover.parse import parse
from handover.sources.reduce import reduce
from tests.servers.dovecot import Admin, Dovecot
from tests.servers.imap_proxy import run_proxy
from tests.sources.contract import Reader, mail, plain
from tests.sources.imap_box import ImapBox, messages


@pytest.fixture
def box(dovecot_server: Dovecot, imap_admin: Admin, imap_user: str) -> ImapBox:
    return ImapBox(dovecot_server.uri(imap_user), imap_admin)


def arrival(box: ImapBox, internal: str, head: str = "") -> datetime | None:
    """Return what the source says of a mail written on 2 March 2026 at 08:01 UTC."""
    message = head.encode() + mail(1)
    box.admin.imap.append("INBOX", "", f'"{internal}"', message.replace(b"\n", b"\r\n"))
    with box.open() as source:
        (item,) = messages(source)
    return item.arrived


def test_the_arrival_is_the_servers_own_date(box: ImapBox) -> None:
    assert arrival(box, "02-Mar-2026 18:30:00 +0100") == datetime(2026, 3, 2, 17, 30, tzinfo=UTC)


def test_the_date_of_an_import_is_no_arrival(box: ImapBox) -> None:
    assert arrival(box, "05-Jun-2026 18:30:00 +0100") is None


def test_a_mail_with_a_date_of_long_ago_arrived_when_the_last_server_took_it(box: ImapBox) -> None:
    received = "Received: from a.example by b.example;\n\tFri, 05 Jun 2026 18:29:58 +0100\n"

    assert arrival(box, "05-Jun-2026 18:30:00 +0100", received) == datetime(2026, 6, 5, 17, 30, tzinfo=UTC)


@pytest.mark.parametrize("stamp", ["gestern", "Fri, 99 Jun 2026 77:00:00 +9999", ""])
def test_an_unreadable_stamp_leaves_the_servers_date(box: ImapBox, stamp: str) -> None:
    assert arrival(box, "05-Jun-2026 18:30:00 +0100", f"Received: by b.example; {stamp}\n") is not None


NESTED = b"""\
From: Kim Acker <kim@acker.example>\r
To: Anna <anna@wir.example>\r
Subject: Zeichnung und Termin\r
Date: Mon, 02 Mar 2026 09:00:00 +0100\r
Message-ID: <nested@acker.example>\r
MIME-Version: 1.0\r
Content-Type: multipart/mixed; boundary="au\xc3\x9fen 1"\r
\r
Wer das liest, hat ein altes Programm.\r
--au\xc3\x9fen 1\r
Content-Type: multipart/alternative; boundary=innen\r
\r
--innen\r
Content-Type: text/plain; charset=utf-8\r
Content-Transfer-Encoding: quoted-printable\r
\r
Passt die Zeichnung so? Gr=C3=BC=C3=9Fe, Kim\r
--innen\r
Content-Type: text/html; charset=utf-8\r
\r
<p>Passt die Zeichnung so? Gr&uuml;&szlig;e, Kim</p>\r
--innen--\r
--au\xc3\x9fen 1\r
Content-Type: application/pdf; name="=?utf-8?Q?Stra=C3=9Fe.pdf?="\r
Content-Disposition: attachment; filename*=utf-8''Stra%C3%9Fe.pdf\r
Content-Transfer-Encoding: base64\r
\r
%PDF%\r
--au\xc3\x9fen 1\r
Content-Type: message/rfc822\r
\r
From: Lee <lee@acker.example>\r
Subject: Das Protokoll\r
\r
%LONG%\r
--au\xc3\x9fen 1\r
Content-Type: text/calendar; method=REPLY; charset=utf-8\r
\r
BEGIN:VCALENDAR\r
METHOD:REPLY\r
BEGIN:VEVENT\r
UID:termin-1@acker.example\r
ATTENDEE;PARTSTAT=ACCEPTED:mailto:kim@acker.example\r
DTSTART:20260305T090000Z\r
SUMMARY:Abnahme\r
END:VEVENT\r
END:VCALENDAR\r
--au\xc3\x9fen 1--\r
""".replace(b"%PDF%", b"\r\n".join([b"QUJD" * 19] * 600)).replace(
    b"%LONG%", b"\r\n".join([b"Zeile " * 10] * 900)
)

ONLY_A_FILE = b"""\
From: scanner@acker.example\r
To: anna@wir.example\r
Subject: Scan\r
Message-ID: <scan@acker.example>\r
MIME-Version: 1.0\r
Content-Type: application/pdf; name=scan.pdf\r
Content-Disposition: attachment\r
Content-Transfer-Encoding: base64\r
\r
""" + b"\r\n".join([b"QUJD" * 19] * 600)


@pytest.mark.parametrize("whole", [NESTED, ONLY_A_FILE], ids=["nested", "only a file"])
def test_a_mail_read_in_parts_is_understood_as_if_read_whole(box: ImapBox, whole: bytes) -> None:
    box.put(box.inbox, whole)

    with box.open() as source:
        received = source.received
        (item,) = messages(source)
        fetched = source.received - received
    expected = parse(RawMessage("1", "INBOX", FolderRole.INBOX, reduce(whole)[0]))
    found = parse(item)

    assert item.reduced
    assert fetched < len(whole) / 2
    assert isinstance(found, Message)
    assert isinstance(expected, Message)
    assert found.key == expected.key
    assert (found.new_text, found.subject, found.calendar) == (
        expected.new_text,
        expected.subject,
        expected.calendar,
    )
    for ours, theirs in zip(found.attachments, expected.attachments, strict=True):
        assert ours.content_type == theirs.content_type
        assert ours.name in (theirs.name, "Das Protokoll")
        assert abs(ours.size - theirs.size) <= 3


def test_a_mail_without_attachments_arrives_byte_by_byte(box: ImapBox) -> None:
    long = mail(1, "\n".join(f"Zeile {number} mit ein wenig Text." for number in range(4000)))
    box.put(box.inbox, long)

    with box.open() as source:
        (item,) = messages(source)

    assert not item.reduced
    assert plain(item.data) == plain(long)


def test_reading_can_be_stopped_in_the_middle(box: ImapBox) -> None:
    for number in range(1, 30):
        box.put(box.inbox, mail(number, size=5000))
    box.put(box.sent, mail(50))

    with box.open() as source:
        new = source.changes(box.inbox, None, list).new
        reading = source.read(box.inbox, new)
        next(reading)
        between = messages(source, box.sent)
        rest = list(reading)

    assert len(between) == 1
    assert len(rest) == len(new) - 1


def test_a_first_pull_takes_few_round_trips(box: ImapBox, dovecot_server: Dovecot, imap_user: str) -> None:
    for number in range(120):
        box.put(
            (box.inbox, box.sent)[number % 2],
            mail(number % 60, f"Nummer {number}", size=3000 * (number % 3 == 0)),
        )

    with run_proxy(dovecot_server.port) as proxy:
        reader = Reader(ImapBox(proxy.uri(imap_user), box.admin))
        read = reader.sync()
        first = proxy.turns
        reader.sync()

    assert read == 120
    assert first <= 7
    assert proxy.turns <= 7 + 3
