"""Measure the signal `holding` on the replies that were labelled by reading (`benchmarks/labels/holding_*`).

    python benchmarks/language_holding.py DATA [--rows odd|even|all] [--show]

DATA holds the mailbox and the threads from which the labelled texts come; the labels name them by id. Prints
precision, recall and F1 of holding at one half, for all rows and for those that the reader was sure of.
"""

from __future__ import annotations

import argparse
import gzip
import json
import mailbox
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from handover.language import read
from handover.model import FolderRole, Message, RawMessage
from handover.parse import parse

LABELS = Path(__file__).parent / "labels"


class Reply(NamedTuple):
    """A labelled reply: which part it belongs to, its text, and whether it only puts off."""

    part: str
    text: str
    lang: str
    holding: bool
    sure: bool


def rows_of(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (LABELS / name).read_text("utf-8").splitlines() if line.strip()]


def english(data: Path, part: str, labels: str) -> Iterator[Reply]:
    """Yield the labelled replies of the mailbox, as the parser reads them, in the order of the file *labels*."""
    wanted: dict[str, list[dict[str, Any]]] = {}
    for row in rows_of(labels):
        wanted.setdefault(row["mbox"], []).append(row)
    for box, rows in wanted.items():
        texts = _texts(data / "mail" / f"usrp-support-{box}.mbox.gz", {row["message_id"] for row in rows})
        for row in rows:
            yield Reply(part, texts[row["message_id"]], "en", row["holding"], row["sure"])


def _texts(path: Path, wanted: set[str]) -> dict[str, str]:
    found = {}
    with tempfile.NamedTemporaryFile() as file:
        file.write(gzip.decompress(path.read_bytes()))
        file.flush()
        for message in mailbox.mbox(file.name):
            key = str(message["Message-ID"]).strip()
            if key in wanted:
                parsed = parse(RawMessage(key, box := path.name, FolderRole.SENT, message.as_bytes()))
                assert isinstance(parsed, Message), box
                found[key] = parsed.new_text
    return found


def german(data: Path) -> Iterator[Reply]:
    """Yield the labelled replies of authorities, and those written for the purpose."""
    texts: dict[tuple[str, str], str] = {}
    for line in (data / "german" / "german_reply_still_open.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        texts["still_open", str(row["id"])] = row["text"]
    for line in (data / "german" / "fragdenstaat_threads.jsonl").read_text("utf-8").splitlines():
        for row in json.loads(line)["messages"]:
            texts["fragdenstaat", str(row["id"])] = row["text"]
    for row in rows_of("holding_de.jsonl"):
        yield Reply("de authorities", texts[row["source"], str(row["id"])], "de", row["holding"], row["sure"])
    for row in rows_of("holding_de_written.jsonl"):
        yield Reply("de business", row["text"], "de", row["holding"], row["sure"])


def report(name: str, replies: list[Reply], values: list[float]) -> None:
    hit = sum(r.holding and v >= 0.5 for r, v in zip(replies, values, strict=True))
    said, true = sum(v >= 0.5 for v in values), sum(r.holding for r in replies)
    precision, recall = hit / said if said else 0.0, hit / true if true else 0.0
    f1 = 2 * hit / (said + true) if said + true else 0.0
    print(
        f"{name:24} n {len(replies):3}  holding {true:3}  precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path)
    parser.add_argument("--rows", choices=("odd", "even", "all"), default="all")
    parser.add_argument("--show", action="store_true", help="print the replies that were judged wrongly")
    args = parser.parse_args()
    replies = [*english(args.data, "en first", "holding_en.jsonl"), *german(args.data)]
    further = [*english(args.data, "en further", "holding_en2.jsonl")]
    if args.rows != "all":
        replies, further = replies[args.rows == "odd" :: 2], further[args.rows == "odd" :: 2]
    replies += further
    values = [read(reply.text, lang=reply.lang).holding for reply in replies]
    for part in ("en", "en first", "en further", "de", "de authorities", "de business"):
        for sure in (False, True):
            chosen = [
                (r, v)
                for r, v in zip(replies, values, strict=True)
                if (r.part == part or r.lang == part) and (r.sure or not sure)
            ]
            report(part + (" (sure)" if sure else ""), [r for r, _ in chosen], [v for _, v in chosen])
    for reply, value in zip(replies, values, strict=True) if args.show else ():
        if reply.holding != (value >= 0.5):
            print(
                f"\n--- {reply.part} holding={reply.holding} said={value:.2f} sure={reply.sure}\n{reply.text[:900]}"
            )


if __name__ == "__main__":
    main()
