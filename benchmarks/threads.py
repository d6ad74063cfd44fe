"""Threads against notmuch's: pairwise precision, recall and F1, with all headers and with some stripped.

    python benchmarks/threads.py inbox.mbox.gz sent.mbox.gz

Needs the `notmuch` program. The second figure strips In-Reply-To and References from 30 % of the replies.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mailbox_memory import parsed, raw_mails, threads_of


def notmuch_threads(paths: list[Path], work: Path) -> dict[str, str]:
    """Return message-id → notmuch thread for the mails of *paths*."""
    box = work / "box" / "cur"
    for name in ("cur", "new", "tmp"):
        (work / "box" / name).mkdir(parents=True)
    for number, data in enumerate(data for path in paths for data in raw_mails(path)):
        (box / f"{number}:2,S").write_bytes(data)
    config = work / "config"
    config.write_text(f"[database]\npath={work}/box\n[user]\nprimary_email=a@b.example\n[new]\ntags=x\n")
    environment = {**os.environ, "NOTMUCH_CONFIG": str(config)}
    subprocess.run(["notmuch", "new", "--quiet"], env=environment, check=True)
    shown = subprocess.run(
        ["notmuch", "show", "--format=json", "--body=false", "--entire-thread=true", "*"],
        env=environment, check=True, capture_output=True,
    ).stdout  # fmt: skip
    found: dict[str, str] = {}
    for number, thread in enumerate(json.loads(shown)):
        for message in _messages(thread):
            found[message] = str(number)
    return found


def _messages(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        yield node["id"]
    elif isinstance(node, list):
        for part in node:
            yield from _messages(part)


def pairwise(gold: dict[str, str], ours: dict[str, str]) -> tuple[float, float, float]:
    """Return precision, recall and F1 over pairs of messages that stand in one thread."""
    keys = gold.keys() & ours.keys()
    both = Counter((gold[key], ours[key]) for key in keys)
    right = sum(n * (n - 1) // 2 for n in both.values())
    said = sum(n * (n - 1) // 2 for n in Counter(ours[key] for key in keys).values())
    true = sum(n * (n - 1) // 2 for n in Counter(gold[key] for key in keys).values())
    precision, recall = right / max(said, 1), right / max(true, 1)
    return precision, recall, 2 * right / max(said + true, 1)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("mbox", nargs="+", type=Path)
    paths = options.parse_args().mbox
    mails = [(message, None) for message in parsed(paths)]
    with tempfile.TemporaryDirectory() as work:
        gold = notmuch_threads(paths, Path(work))
    ids = defaultdict(list)
    for message, _ in mails:
        ids[message.message_id].append(message.key)
    for share in (0.0, 0.3):
        replies = [m.key for m, _ in mails if m.references or m.in_reply_to]
        strip = set(random.Random(2026).sample(replies, int(len(replies) * share)))
        found = threads_of(mails, strip)
        ours = {message.message_id: found[message.key] for message, _ in mails if message.message_id}
        precision, recall, f1 = pairwise(gold, ours)
        print(
            f"stripped {share:.0%}: precision {precision:.4f} recall {recall:.4f} F1 {f1:.4f}, {len(ours)} mails"
        )


if __name__ == "__main__":
    main()
