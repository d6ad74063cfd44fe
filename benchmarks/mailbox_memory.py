"""Read whole mailboxes in memory, without a store: what benchmarks of the ledger need.

Slow and simple on purpose; `handover sync` is the real way.
"""

from __future__ import annotations

import argparse
import gzip
import mailbox
import pickle
import tempfile
from collections.abc import Iterator, Sequence, Set
from pathlib import Path

from handover.language import read
from handover.ledger.matter import is_reply_subject
from handover.model import FolderRole, Message, RawMessage, Signals
from handover.parse import parse
from handover.threads import Link, group


def raw_mails(path: Path) -> Iterator[bytes]:
    """Yield the mails of an mbox, gzipped or not."""
    with tempfile.NamedTemporaryFile() as plain:
        data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
        plain.write(data)
        plain.flush()
        for message in mailbox.mbox(plain.name, create=False):
            yield message.as_bytes()


def parsed(paths: list[Path]) -> list[Message]:
    """Return every mail of *paths* once, oldest first."""
    found: dict[str, Message] = {}
    for path in paths:
        role = FolderRole.SENT if "sent" in path.name else FolderRole.INBOX
        for number, data in enumerate(raw_mails(path)):
            message = parse(RawMessage(f"{path.name}:{number}", path.name, role, data))
            if isinstance(message, Message):
                found.setdefault(message.key, message)
    return sorted(found.values(), key=lambda message: message.date)


def load(paths: list[Path], cache: Path | None = None) -> list[tuple[Message, Signals]]:
    """Return every mail of *paths* once, with its signals; *cache* keeps them for the next run."""
    if cache and cache.exists():
        return pickle.loads(cache.read_bytes())
    mails = [(message, read(message.new_text, now=message.date)) for message in parsed(paths)]
    if cache:
        cache.write_bytes(pickle.dumps(mails))
    return mails


def threads_of(mails: Sequence[tuple[Message, object]], strip: Set[str] = frozenset()) -> dict[str, str]:
    """Return key → thread; the mails whose key is in *strip* lose their In-Reply-To and References."""
    links = []
    for message, _ in mails:
        lost = message.key in strip
        parties = frozenset(a.address or a.name for a in (message.from_, *message.recipients))
        links.append(
            Link(
                key=message.key,
                message_id=message.message_id,
                references=() if lost else (*message.references, *message.in_reply_to),
                subject=message.subject,
                at=message.date,
                sender=message.from_.address or message.from_.name,
                parties=parties,
                looks_like_reply=is_reply_subject(message.subject),
                text=message.new_text,
                quoted=message.quoted_text,
            )
        )
    return group(links)


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("mbox", nargs="+", type=Path)
    found = load(options.parse_args().mbox)
    print(len(found), "mails,", len(set(threads_of(found).values())), "threads")
