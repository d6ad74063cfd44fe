"""How fast mails are parsed on one core, and whether any takes too long or too much memory.

    python benchmarks/parse_speed.py FOLDER_OR_FILE … [--rounds 5]

Takes every file below the folders (Maildir, .eml, .gz copies of these) as one mail. Prints mails per second by
the best time of each mail over the rounds (others may use the machine meanwhile), the slowest mails, and the
largest memory that one mail took (Python's own, measured in a round apart).
"""

from __future__ import annotations

import argparse
import gc
import gzip
import sys
import time
import tracemalloc
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from handover.model import FolderRole, RawMessage, Skipped
from handover.parse import parse

LIMIT_S = 1.0
LIMIT_MB = 200.0
SLOWEST = 5


def mails(paths: list[Path]) -> Iterator[RawMessage]:
    """Yield each file as a mail."""
    for path in paths:
        for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
            if file.is_file():
                data = gzip.decompress(file.read_bytes()) if file.suffix == ".gz" else file.read_bytes()
                yield RawMessage(str(file), "INBOX", FolderRole.INBOX, data)


def best_times(found: list[RawMessage], rounds: int) -> list[float]:
    """Return the best time of each mail in seconds."""
    best = [float("inf")] * len(found)
    for _ in range(rounds):
        for index, raw in enumerate(found):
            started = time.perf_counter()
            parse(raw)
            best[index] = min(best[index], time.perf_counter() - started)
    return best


def peak_memory(raw: RawMessage) -> float:
    """Return the megabytes that parsing *raw* takes."""
    tracemalloc.start()
    parse(raw)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return peak / 1e6


def main() -> None:
    """Measure the mails named on the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("paths", type=Path, nargs="+", metavar="FOLDER_OR_FILE")
    parser.add_argument("--rounds", type=int, default=5)
    asked = parser.parse_args()
    found = list(mails(asked.paths))
    gc.freeze()
    best = best_times(found, asked.rounds)
    size = sum(len(raw.data) for raw in found) / max(1, len(found))
    print(f"{len(found)} mails of {size / 1000:.1f} kB: {len(found) / sum(best):,.0f} mails/s on one core")
    slowest = sorted(zip(best, found, strict=True), key=lambda pair: -pair[0])[:SLOWEST]
    for spent, raw in slowest:
        print(f"  {spent * 1000:8.1f} ms {peak_memory(raw):7.1f} MB  {len(raw.data):>9} bytes  {raw.locator}")
    skips = Counter(answer.reason for raw in found if isinstance(answer := parse(raw), Skipped))
    print(f"over {LIMIT_S} s: {sum(spent > LIMIT_S for spent in best)}; skipped: {dict(skips)}")
    large = [raw for raw in found if len(raw.data) > 100_000]
    print(
        f"over {LIMIT_MB} MB: {sum(peak_memory(raw) > LIMIT_MB for raw in large)} of {len(large)} large mails"
    )


if __name__ == "__main__":
    main()
