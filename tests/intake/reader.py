"""A parser and a signal reader as small as they can be; importable by other processes."""

from __future__ import annotations

import hashlib
import os
import time
from datetime import UTC, datetime
from email.parser import BytesParser
from email.policy import compat32
from email.utils import getaddresses, parsedate_to_datetime

from handover.model import Address, Message, RawMessage, Signals, SignatureFacts, Skipped


def parse(raw: RawMessage) -> Message | Skipped:
    """Read plain mails. Bodies can ask for trouble: ``EXIT-THE-PROCESS``, ``NEVER-END``, ``RAISE-A-FAULT``."""
    mail = BytesParser(policy=compat32).parsebytes(raw.data)
    text = str(mail.get_payload()).strip()
    if "EXIT-THE-PROCESS" in text:
        os._exit(3)
    if "NEVER-END" in text:
        time.sleep(60)
    if "RAISE-A-FAULT" in text:
        raise ValueError("a fault of the parser")
    if not mail["From"]:
        return Skipped(raw.locator, raw.folder, "not_mail", "no From")
    people = {
        name: tuple(Address(n, a.lower()) for n, a in getaddresses(mail.get_all(name, [])))
        for name in ("From", "To")
    }
    message_id = str(mail["Message-ID"] or "").strip("<>") or None
    date = parsedate_to_datetime(mail["Date"]) if mail["Date"] else datetime(2026, 3, 2, tzinfo=UTC)
    key = hashlib.blake2b(f"{message_id}|{mail['Subject']}|{text}".encode(), digest_size=16).hexdigest()
    refs = tuple(part.strip("<>") for part in str(mail["References"] or "").split())
    return Message(
        key=key, message_id=message_id, in_reply_to=refs[-1:], references=refs, date=date, date_doubt=None,
        arrived=raw.arrived or date, from_=people["From"][0], via="", reply_to=(), to=people["To"], cc=(), bcc=(),
        subject=str(mail["Subject"]), new_text=text, quoted_text="", signature="", facts=SignatureFacts(),
        attachments=(), automatic=None, automatic_why="", out_of_office=None, bounce_of=(), calendar=(), note=None,
        authentication="", damage=(), size=len(raw.data),
    )  # fmt: skip


def read_signals(message: Message) -> Signals:
    return Signals("de", asks=1.0 if "?" in message.new_text else 0.0)
