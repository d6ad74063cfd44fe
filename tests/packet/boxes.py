"""Small mailboxes for the packet: mails as lines of Python, written as an mbox, read by the whole program."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from handover.config.resolve import resolve
from handover.config.settings import Settings

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 3, 12, 12, 0, tzinfo=BERLIN)
OWNER = "Anna Wir <anna@wir.example>"
PETER = "peter@wir.example"
JENS = "jens@wir.example"


class Mail(NamedTuple):
    """One mail: who, to whom, how many hours before now, subject, text, and what it claims to answer."""

    from_: str
    to: str
    ago: float
    subject: str
    text: str
    id: str = ""
    references: tuple[str, ...] = ()


def write_box(path: Path, mails: Iterable[Mail], now: datetime = NOW) -> Path:
    """Write *mails* as an mbox."""
    with path.open("wb") as file:
        for number, mail in enumerate(mails):
            message = EmailMessage()
            message["From"], message["To"], message["Subject"] = mail.from_, mail.to, mail.subject
            at = now - timedelta(hours=mail.ago)
            message["Date"] = format_datetime(at)
            message["Message-ID"] = f"<{mail.id or f'n{number}@box.example'}>"
            if mail.references:
                message["In-Reply-To"] = f"<{mail.references[-1]}>"
                message["References"] = " ".join(f"<{one}>" for one in mail.references)
            message.set_content(mail.text)
            file.write(b"From box Thu Jan  1 00:00:00 2026\n")
            file.write(bytes(message).replace(b"\nFrom ", b"\n>From ") + b"\n")
    return path


def settings_of(folder: Path, mails: Iterable[Mail], now: datetime = NOW, **options: Any) -> Settings:
    """Return settings that read *mails* as Anna's, with Peter as her deputy unless *options* say otherwise."""
    box = write_box(folder / "box.mbox", mails, now)
    given: dict[str, Any] = {
        "config": "/dev/null",
        "mail": (str(box),),
        "me": (OWNER,),
        "deputy": (PETER,),
        "now": now.isoformat(),
        "spoken": "en",
    }
    settings = resolve(given | options, lambda zone: now.astimezone(zone))
    return replace(settings, state_dir=folder / "state", lang=options.get("spoken", "en"))


ASKING = Mail(
    "Kim Berg <kim@acme.example>",
    OWNER,
    30,
    "Belt of line 2",
    "When will you deliver the belt? We need it.",
    "a1",
)
