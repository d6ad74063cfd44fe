"""The IMAP source against a real Dovecot: the contract of all sources, and what is IMAP's own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import pytest

from handover.credentials import Secret
from handover.errors import SourceError
from handover.model import FolderRole, Message, RawMessage, Skipped
from handover.parse import parse
from handover.sources.imap import ImapSource, open_imap
from handover.sources.reduce import reduce
from tests.servers.dovecot import DRAFTS, JUNK, PASSWORD, SENT, TRASH, Admin, Dovecot, quote
from tests.servers.imap_fault import Replace, run_proxy
from tests.sources.contract import MailSourceContract, Reader, mail, plain


def password(host: str, user: str) -> Secret:
    return Secret("password", PASSWORD)


@dataclass
class ImapBox:
    """A mailbox on the test server; `tests.sources.contract.Box`."""

    uri: str
    admin: Admin
    inbox: str = "INBOX"
    sent: str = SENT
    trash: str = TRASH

    def open(self, **options: Any) -> ImapSource:
        return open_imap(self.uri, secret=password, **options)

    def put(self, folder: str, message: bytes) -> None:
        self.admin.deliver([message], folder)

    def remove(self, folder: str, message: bytes) -> None:
        wanted = re.search(rb"(?m)^Message-ID: (\S+)", message)
        assert wanted
        self.admin.imap.select(quote(folder))
        _, found = self.admin.imap.search(None, "HEADER", "Message-ID", wanted[1].decode())
        self.admin.expunge(found[0].decode().replace(" ", ","), folder)


@pytest.fixture
def box(dovecot_server: Dovecot, imap_admin: Admin, imap_user: str) -> ImapBox:
    return ImapBox(dovecot_server.uri(imap_user), imap_admin)


class TestImapKeepsTheContract(MailSourceContract):
    @pytest.fixture
    def box(self, dovecot_server: Dovecot, imap_admin: Admin, imap_user: str) -> ImapBox:
        return ImapBox(dovecot_server.uri(imap_user), imap_admin)


class TestImapKeepsTheContractOnAPoorServer(MailSourceContract):
    """No extension at all: names tell the sent folder, SEARCH lists singly, STATUS is asked folder by folder."""

    @pytest.fixture
    def box(self, dovecot_server: Dovecot, imap_admin: Admin, imap_user: str) -> Iterator[ImapBox]:
        extensions = Replace(rb"CAPABILITY [^\]\r\n]+", b"CAPABILITY IMAP4rev1")
        uses = Replace(rb" ?\\(?:Sent|Drafts|Junk|Trash)", b"")
        with run_proxy(dovecot_server.port, extensions, uses) as proxy:
            yield ImapBox(proxy.uri(imap_user), imap_admin)


def names(source: ImapSource) -> dict[str, FolderRole]:
    return {folder.name: folder.role for folder in source.folders()}


def messages(source: ImapSource, folder: str = "INBOX") -> list[RawMessage]:
    items = source.read(folder, source.changes(folder, None, list).new)
    return [item for item in items if isinstance(item, RawMessage)]


def test_folders_are_told_apart_by_their_special_use(box: ImapBox) -> None:
    box.admin.create("Projekte/Müller & Söhne")

    with box.open() as source:
        found = names(source)
        drafts = source.find_folder(FolderRole.DRAFTS)

    assert found["INBOX"] is FolderRole.INBOX
    assert found[SENT] is FolderRole.SENT
    assert found["Projekte/Müller & Söhne"] is FolderRole.OTHER
    assert not {DRAFTS, TRASH, JUNK} & set(found)
    assert drafts == DRAFTS


def test_what_lies_in_the_bin_is_part_of_the_bin(box: ImapBox) -> None:
    box.admin.create(f"{TRASH}/Alte Projekte")

    with box.open() as source:
        found = names(source)

    assert not [name for name in found if name.startswith(TRASH)]


def test_only_allowed_folders_are_read_and_denied_ones_never(box: ImapBox) -> None:
    for folder in ("Projekte", "Projekte/Nord", "Projekte/Privat", "Vereine"):
        box.admin.create(folder)

    with box.open(folders_allow=["inbox", "Projekte*"], folders_deny=["*Privat"]) as source:
        found = names(source)

    assert set(found) == {"INBOX", "Projekte", "Projekte/Nord"}


def test_an_allowed_folder_that_is_missing_is_not_silently_left_out(box: ImapBox) -> None:
    with box.open(folders_allow=["INBOX", "Projekte"]) as source:
        found = names(source)
        with pytest.raises(SourceError) as caught:
            source.changes("Projekte", None, list)

    assert "Projekte" in found
    assert caught.value.code == "folder_refused"
    assert "Projekte" in str(caught.value)


def test_a_folder_name_cannot_smuggle_a_command(box: ImapBox) -> None:
    with box.open() as source:
        names(source)
        with pytest.raises(SourceError) as caught:
            source.changes('INBOX"\r\nA1 DELETE "INBOX', None, list)

    assert caught.value.code == "folder_refused"


def test_reading_sends_only_reading_commands_and_changes_no_flag(
    box: ImapBox, dovecot_server: Dovecot, imap_user: str
) -> None:
    for number in range(1, 5):
        box.put(box.inbox, mail(number, size=20_000 * (number % 2)))
    before = box.admin.flags()

    with run_proxy(dovecot_server.port) as proxy:
        reader = Reader(ImapBox(proxy.uri(imap_user), box.admin))
        reader.sync()
        box.put(box.inbox, mail(9))
        reader.sync()

    verbs = {re.sub(r"^(UID \w+|\w+).*", r"\1", command) for command in proxy.commands}
    assert verbs <= {"CAPABILITY", "LOGIN", "LIST", "EXAMINE", "UID SEARCH", "UID FETCH", "LOGOUT"}
    assert not [command for command in proxy.commands if re.search(r"BODY\[|RFC822(?!\.SIZE)", command)]
    assert [flags.replace(b" \\Recent", b"").replace(b"\\Recent", b"") for flags in before] == [
        flags.replace(b" \\Recent", b"").replace(b"\\Recent", b"") for flags in box.admin.flags()[:4]
    ]


def test_unchanged_folders_cost_less_than_a_kilobyte_each(box: ImapBox) -> None:
    for number in range(1, 40):
        box.put(box.inbox, mail(number % 60))
    reader = Reader(box)
    reader.sync()

    with box.open() as source:
        login = source.received
        folders = source.folders()
        changes = [reader.look(source, folder.name) for folder in folders]

    assert not [change for change in changes if change.new or change.gone]
    assert source.received - login < 1000


def test_a_changed_uidvalidity_reads_the_folder_anew_without_doubling(box: ImapBox) -> None:
    box.admin.create("Projekt")
    for number in (1, 2):
        box.put("Projekt", mail(number))
    reader = Reader(box)
    reader.sync()
    box.admin.delete("Projekt")
    box.admin.create("Projekt")
    for number in (2, 3):
        box.put("Projekt", mail(number))

    with box.open() as source:
        source.folders()
        changes = reader.look(source, "Projekt")
        reader.take("Projekt", changes, list(source.read("Projekt", changes.new)))

    assert changes.reset
    assert reader.mails("Projekt") == [plain(mail(2)), plain(mail(3))]


def test_a_locator_from_before_the_folder_was_made_anew_is_gone(box: ImapBox) -> None:
    box.put(box.inbox, mail(1))

    with box.open() as source:
        (locator,) = source.changes(box.inbox, None, list).new
        items = list(source.read(box.inbox, ["7.1", locator]))

    assert {type(item) for item in items} == {Skipped, RawMessage}
    assert [item.reason for item in items if isinstance(item, Skipped)] == ["vanished"]


def test_a_server_restored_from_a_backup_is_read_anew(box: ImapBox) -> None:
    for number in (1, 2):
        box.put(box.inbox, mail(number))
    reader = Reader(box)
    reader.sync()
    later = dict(reader.marks[box.inbox], n=40, c=30)

    with box.open() as source:
        changes = reader.look(source, box.inbox, mark=later)

    assert changes.reset
    assert len(changes.new) == 2


def test_marks_are_small_and_locators_name_the_uidvalidity(box: ImapBox) -> None:
    box.put(box.inbox, mail(1))

    with box.open() as source:
        changes = source.changes(box.inbox, None, list)

    assert set(changes.mark) == {"v", "n", "c", "m"}
    assert changes.new == [f"{changes.mark['v']}.1"]


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
