"""Lay out the example mailbox: threads written as text become a Maildir tree of real messages.

One ``NN-slug.mail`` file is one thread::

    # a comment for the reader
    --- INBOX a
    From: Petra Schulz <petra.schulz@klein-metallbau.example>
    To: Sabine Kögel <sabine.koegel@fuggerfeld.example>
    Date: 2026-11-09 09:12 +0100
    Subject: Liefertermin?

    Guten Tag Frau Kögel, …
    --- Sent b re a

``re a`` answers mail *a* of the same file. Any header may be given; one that is given empty is left out
(``Message-ID:`` for a mail without). A line ``{{quote a}}`` inserts mail *a* as the client would. Directives,
never part of the mail: ``X-Layout``, ``X-Client``, ``X-Charset``, ``X-Arrived``, ``X-Attach: NAME SIZE``,
``X-Calendar: FILE.ics`` (beside the thread), ``X-Rule: none|line|text`` (what Outlook draws above a quote)
and ``X-Report: bounce b ADDRESS | delivered b ADDRESS | read b`` (a report on mail *b*).

The same text always becomes the same bytes. It is no mail program: attachments are placeholders with the
right name, and nothing here reads mail back.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from handover.layout.messages import build
from handover.layout.threads import FOLDERS, LayoutError, read_thread

__all__ = ["LayoutError", "Summary", "lay_out"]


@dataclass(frozen=True)
class Summary:
    """What was laid out: threads (files), messages, and messages per folder."""

    threads: int
    messages: int
    folders: Mapping[str, int]


def lay_out(source: Path, target: Path) -> Summary:
    """Write every ``*.mail`` thread of folder *source* as a Maildir++ tree into *target*.

    Files get their mail's arrival as modification time. Nothing is written when a thread holds a mistake
    (LayoutError, with file and line).
    """
    threads = [read_thread(path) for path in sorted(source.glob("*.mail"))]
    messages = [(mail, build(mail)) for thread in threads for mail in thread]
    for folder in FOLDERS.values():
        for part in ("cur", "new", "tmp"):
            (target / folder / part).mkdir(parents=True, exist_ok=True)
    for mail, content in messages:
        arrived = int(mail.arrived.timestamp())
        path = target / FOLDERS[mail.folder] / "cur" / f"{arrived}.{mail.path.stem}.{mail.handle}:2,S"
        path.write_bytes(content)
        os.utime(path, (arrived, arrived))
    return Summary(len(threads), len(messages), dict(Counter(mail.folder for mail, _ in messages)))
