"""How well the writer's own new text is told from quote and signature, on labelled replies.

    python benchmarks/parse_reply.py DATA_FOLDER [--mistakes even|odd|all]

DATA_FOLDER/reply holds `reply_extraction.jsonl` (text, expected_reply) and `quote_alignment_*.jsonl` (text,
quoted_lines, own_lines). *exact*: equal but for white space. *f1*: of the words. *clean*: no quoted line left,
no own line lost. The rules were tuned on the even rows only; so the odd ones tell how they do elsewhere.
"""

from __future__ import annotations

import argparse
import base64
import json
import re
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from statistics import fmean
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from handover.model import FolderRole, Message, RawMessage
from handover.parse import parse

Row = dict[str, Any]
Figures = dict[str, float]


def rows(folder: Path, pattern: str) -> Iterator[tuple[str, Row]]:
    """Yield the rows of the matching files, each with the half it belongs to."""
    for path in sorted(folder.glob(pattern)):
        with path.open(encoding="utf-8") as lines:
            for number, line in enumerate(lines):
                yield ("even", "odd")[number % 2], json.loads(line)


def read(row: Row) -> Message:
    """Return the row's text as a mail that was parsed."""
    kind = "html" if row.get("format") == "html" else "plain"
    text = str(row["text"] or "").replace("\r\n", "\n")
    head = (
        "From: Kim Muster <kim@kunde.example>\nTo: wir@firma.example\nSubject: Re: Anfrage\n"
        f"Date: Mon, 02 Nov 2026 09:15:00 +0100\nContent-Type: text/{kind}; charset=utf-8\n"
        "Content-Transfer-Encoding: base64\n\n"
    )
    data = head.encode() + base64.encodebytes(text.encode("utf-8", "replace"))
    found = parse(RawMessage("1", "INBOX", FolderRole.INBOX, data))
    assert isinstance(found, Message), found
    return found


def f1(one: str, other: str) -> float:
    """Return the F1 of the words of two texts, 1 when both are empty."""
    a, b = (Counter(re.findall(r"\w+", text.lower())) for text in (one, other))
    size = a.total() + b.total()
    return 2 * (a & b).total() / size if size else 1.0


def extraction(row: Row) -> Figures:
    """Score one labelled reply."""
    found = read(row)
    figures = {}
    if row["expected_reply"] is not None:
        figures["exact"] = float(found.new_text.split() == row["expected_reply"].split())
        figures["f1"] = f1(found.new_text, row["expected_reply"])
    if row["expected_with_signature"] is not None:
        both = f"{found.new_text}\n{found.signature}"
        figures["exact, signature"] = float(both.split() == row["expected_with_signature"].split())
        figures["f1, signature"] = f1(both, row["expected_with_signature"])
    return figures


def alignment(row: Row) -> Figures:
    """Score one reply by the lines that provably were, or were not, in an earlier mail."""
    shown = " ".join(read(row).new_text.split())
    quoted, own = (
        [" ".join(line.lstrip("> |\t").split()) for line in row[name]]
        for name in ("quoted_lines", "own_lines")
    )
    leak = sum(line in shown for line in quoted) / max(1, len(quoted))
    loss = sum(line not in shown for line in own) / max(1, len(own))
    return {"clean": float(leak == loss == 0), "leak": leak, "loss": loss}


def measure(found: Iterator[tuple[str, Row]], score: Any, groups: Any, mistakes: str | None) -> None:
    """Print the mean figures of each group and half."""
    figures: dict[tuple[str, str], list[Figures]] = defaultdict(list)
    started, count = time.perf_counter(), 0
    for half, row in found:
        result = score(row)
        count += 1
        for group in ("all", *groups(row)):
            figures[group, half].append(result)
        if mistakes in {half, "all"} and (result.get("exact") == 0 or result.get("clean") == 0):
            print(f"{row['id']} {result}")
    for (group, half), results in sorted(figures.items()):
        names = dict.fromkeys(name for result in results for name in result)
        means = (f"{name} {fmean(r[name] for r in results if name in r):.3f}" for name in names)
        print(f"{group:28} {half:4} {len(results):5}  {'  '.join(means)}")
    print(f"{count / (time.perf_counter() - started):,.0f} mails/s, wrapping included\n")


def main() -> None:
    """Measure both sets of the folder named on the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path, metavar="DATA_FOLDER")
    parser.add_argument(
        "--mistakes", choices=("even", "odd", "all"), help="name the rows that came out wrong"
    )
    asked = parser.parse_args()
    folder = asked.data / "reply"
    measure(rows(folder, "reply_extraction*.jsonl"), extraction, lambda row: [row["set"]], asked.mistakes)
    measure(
        rows(folder, "quote_alignment*.jsonl"),
        alignment,
        lambda row: [f"{row['client_locale']} {row['quote_style']}"],
        asked.mistakes,
    )


if __name__ == "__main__":
    main()
