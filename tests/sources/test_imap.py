"""The IMAP source against a real Dovecot: the contract of all sources, and what is IMAP's own."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from handover.errors import SourceError
from handover.model import FolderRole, RawMessage, Skipped
from handover.sources.imap import ImapSource
from tests.servers.dovecot import DRAFTS, JUNK, SENT, TRASH, Admin, Dovecot
from tests.servers.imap_fault import Replace
from tests.servers.imap_proxy import run_proxy
from tests.sources.contract import MailSourceContract, Reader, mail, plain
from tests.sources.imap_box import ImapBox


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
