"""The IMAP source against a real Dovecot: the contract of all sources, and what is IMAP's own."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pytest

from handover.credentials import Secret
from handover.sources.imap import ImapSource, open_imap
from tests.servers.dovecot import PASSWORD, SENT, TRASH, Admin, Dovecot, quote
from tests.sources.contract import MailSourceContract


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

    def open(self) -> ImapSource:
        return open_imap(self.uri, secret=password)

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
