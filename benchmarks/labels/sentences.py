"""Find the sentences of `dates.jsonl` again in the data they were drawn from.

The labels hold positions and a hash, never the text, because the texts belong to their authors. Given
the data folder, each line of the labels leads to one sentence. Leaves out judging: that is for the benchmark.

    python benchmarks/labels/sentences.py DATA_FOLDER [--labels FILE] [--check]
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import re
import sys
from collections.abc import Iterable, Iterator
from email import message_from_bytes
from email.message import Message
from pathlib import Path
from typing import Any

LABELS = Path(__file__).with_name("dates.jsonl")
QUOTED_FROM = re.compile(rb"^>(>*From )", re.MULTILINE)

Label = dict[str, Any]


def read_jsonl(path: Path) -> Iterator[dict[str, Any]]:
    """Yield one object for each line that is not blank."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def read_mbox(path: Path) -> Iterator[Message]:
    """Yield the mails of a gzipped mbox with mboxrd quoting undone."""
    block: list[bytes] = []
    after_blank = True
    with gzip.open(path) as lines:
        for line in lines:
            if after_blank and line.startswith(b"From "):
                if block:
                    yield message_from_bytes(QUOTED_FROM.sub(rb"\1", b"".join(block)))
                block = []
            else:
                block.append(line)
            after_blank = line in (b"\n", b"\r\n")
    if block:
        yield message_from_bytes(QUOTED_FROM.sub(rb"\1", b"".join(block)))


def body_of(mail: Message) -> str:
    """Return the first plain text part, decoded with its charset; what cannot be decoded becomes U+FFFD."""
    for part in mail.walk():
        payload = part.get_payload(decode=True) if part.get_content_type() == "text/plain" else None
        if isinstance(payload, bytes):
            try:
                return payload.decode(part.get_content_charset() or "utf-8", "replace")
            except LookupError:
                return payload.decode("utf-8", "replace")
    return ""


def mbox_fields(path: Path) -> Iterator[tuple[str, str, str]]:
    """Yield (message-id, "body", text) for each mail of an mbox."""
    for mail in read_mbox(path):
        yield str(mail.get("Message-ID", "")).strip().strip("<>"), "body", body_of(mail)


def row_fields(path: Path) -> Iterator[tuple[str, str, str]]:
    """Yield (row id, field, text) for each text that a row of JSON Lines holds.

    A thread yields its messages, a mail with labelled sentences yields each of them as `sentences/ID`,
    a raw mail (its headers end at the first empty line) yields its `body`.
    """
    for row in read_jsonl(path):
        if "messages" in row:
            for message in row["messages"]:
                yield str(message["id"]), "text", message["text"] or ""
        elif "sentences" in row:
            for sentence in row["sentences"]:
                yield row["id"], f"sentences/{sentence['id']}", sentence["text"]
        elif "raw" in row:
            yield row["id"], "body", row["raw"].partition("\n\n")[2]
        else:
            yield from ((row["id"], field, row[field]) for field in ("text", "answer") if row.get(field))


def fields(path: Path) -> Iterator[tuple[str, str, str]]:
    """Yield (key, field, text) for every text of a data file, mbox or JSON Lines."""
    return mbox_fields(path) if path.name.endswith(".mbox.gz") else row_fields(path)


def digest(sentence: str) -> str:
    """Return the first 16 hex digits of the SHA-256 of a sentence."""
    return hashlib.sha256(sentence.encode()).hexdigest()[:16]


def sentences(data: Path, labels: Iterable[Label]) -> Iterator[tuple[Label, str | None]]:
    """Yield each label with its sentence, white space made single; None where the text is not there."""
    by_file: dict[str, list[Label]] = {}
    for label in labels:
        by_file.setdefault(label["file"], []).append(label)
    for name, wanted in by_file.items():
        keys = {(key_of(label), label["where"]["field"]) for label in wanted}
        texts: dict[tuple[str, str], str] = {}
        for key, field, text in fields(data / name):
            if (key, field) in keys:
                texts.setdefault((key, field), text)
        for label in wanted:
            where = label["where"]
            found = texts.get((key_of(label), where["field"]), "")[where["start"] : where["end"]]
            yield label, " ".join(found.split()) or None


def key_of(label: Label) -> str:
    """Return the row id or message-id that a label points to."""
    where = label["where"]
    return str(where["row"] if "row" in where else where["message_id"])


def main() -> int:
    """Print `{"id", "lang", "now", "text"}` for each sentence; return 1 when one is not as labelled."""
    parser = argparse.ArgumentParser(description="Find the labelled sentences in the data folder again.")
    parser.add_argument("data", type=Path)
    parser.add_argument("--labels", type=Path, default=LABELS)
    parser.add_argument("--check", action="store_true", help="only compare the hashes")
    options = parser.parse_args()
    wrong = count = 0
    for label, text in sentences(options.data, read_jsonl(options.labels)):
        count += 1
        if text is None or digest(text) != label["sha256"]:
            wrong += 1
            print(f"{label['id']}: not the labelled sentence", file=sys.stderr)
        elif not options.check:
            line = {"id": label["id"], "lang": label["lang"], "now": label["now"], "text": text}
            print(json.dumps(line, ensure_ascii=False))
    print(f"{count - wrong} of {count} sentences found", file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
