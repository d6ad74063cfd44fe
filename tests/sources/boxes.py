"""Mailboxes on disk, changed by tests as a mail program would."""

from __future__ import annotations

import os
import re
import time
from dataclasses import dataclass
from pathlib import Path

from handover.sources.base import MailSource
from handover.sources.eml import EmlSource
from handover.sources.maildir import MaildirSource
from handover.sources.mbox import MboxSource


def later() -> float:
    """A clock by which everything done in a test lies a minute back."""
    return time.time() + 60


@dataclass
class MaildirBox:
    root: Path
    inbox: str = "INBOX"
    sent: str = "Sent"
    trash: str = "Trash"
    number: int = 0

    def path(self, folder: str) -> Path:
        return self.root if folder == "INBOX" else self.root / ("." + folder.replace("/", "."))

    def make(self, *folders: str) -> MaildirBox:
        for folder in folders:
            for part in ("cur", "new", "tmp"):
                (self.path(folder) / part).mkdir(parents=True, exist_ok=True)
        return self

    def open(self) -> MailSource:
        return MaildirSource(str(self.root), clock=later)

    def put(self, folder: str, mail: bytes) -> None:
        self.number += 1
        (self.path(folder) / "cur" / f"17000000{self.number:02}.M1P1.host:2,S").write_bytes(mail)

    def remove(self, folder: str, mail: bytes) -> None:
        for path in (self.path(folder) / "cur").iterdir():
            if path.read_bytes() == mail:
                path.unlink()


@dataclass
class TreeBox(MaildirBox):
    """Maildirs in plain folders, as mbsync and offlineimap lay them out."""

    inbox: str = "firma/INBOX"
    sent: str = "firma/Gesendete Objekte"
    trash: str = "firma/Papierkorb"

    def path(self, folder: str) -> Path:
        return self.root / folder


@dataclass
class MboxBox:
    """A folder of mbox files, as Thunderbird keeps them."""

    root: Path
    inbox: str = "Inbox"
    sent: str = "Sent"
    trash: str = "Trash"

    def open(self) -> MailSource:
        return MboxSource(str(self.root), clock=later)

    def put(self, folder: str, mail: bytes) -> None:
        with (self.root / folder).open("ab") as file:
            file.write(b"From kim@acker.example Mon Mar  2 09:00:00 2026\n" + mail + b"\n")

    def remove(self, folder: str, mail: bytes) -> None:
        path = self.root / folder
        parts = re.split(rb"(?m)^From .*\n", path.read_bytes())[1:]
        path.write_bytes(b"")
        for part in parts:
            if part.rstrip(b"\n") != mail.rstrip(b"\n"):
                self.put(folder, part.rstrip(b"\n") + b"\n")


@dataclass
class EmlBox:
    root: Path
    inbox: str
    sent: str = "Gesendet"
    trash: str = "Papierkorb"
    number: int = 0

    def path(self, folder: str) -> Path:
        return self.root if folder == self.inbox else self.root / folder

    def open(self) -> MailSource:
        return EmlSource(str(self.root), clock=later)

    def put(self, folder: str, mail: bytes) -> None:
        self.number += 1
        (self.path(folder) / f"Anfrage {self.number}.eml").write_bytes(mail)

    def remove(self, folder: str, mail: bytes) -> None:
        for path in self.path(folder).glob("*.eml"):
            if path.read_bytes() == mail:
                os.unlink(path)
