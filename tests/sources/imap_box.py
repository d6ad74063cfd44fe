"""A mailbox on the test server under the hands of a test; `tests.sources.contract.Box`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from handover.credentials import Secret
from handover.model import RawMessage
from handover.sources.imap import ImapSource, open_imap
from tests.servers.dovecot import PASSWORD, SENT, TRASH, Admin, quote


def password(host: str, user: str) -> Secret:
    return Secret("password", PASSWORD)


@dataclass
class ImapBox:
    """One user's mailbox: what the source reads, and the other person who changes it."""

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


def messages(source: ImapSource, folder: str = "INBOX") -> list[RawMessage]:
    """Read everything in *folder*."""
    items = source.read(folder, source.changes(folder, None, list).new)
    return [item for item in items if isinstance(item, RawMessage)]
