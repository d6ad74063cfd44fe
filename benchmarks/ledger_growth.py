"""How the ledger's time and memory grow with the mails of one customer, and a digest of the facts it finds.

    python benchmarks/ledger_growth.py [--sizes 500 2000 8000] [--kinds threads thread list silent calls mixed]

One customer is generated per kind: many threads; one thread; a list with many contacts and their helpers; questions
that nobody answers; phone notes; a mixture of all that the ledger tells apart, with few words, so that matters meet.
Each case runs in a process of its own and its entries come from a file one by one, as they do from the store.
Processor time and peak memory are those of the ledger alone. The digest is that of the facts: the same before and
after a change means the same results.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
import os
import pickle
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, os.environ.get("PYTHONPATH", "") or str(ROOT))

from one_customer import CUSTOMER, KINDS, OWNER, THINGS, Maker  # noqa: E402

from handover.codec import dumps  # noqa: E402
from handover.ledger import Entry, Facts, Reply, Tone, in_order, read_in_order  # noqa: E402
from handover.model import OutOfOffice, Promise, Request  # noqa: E402


def digest(facts: Facts) -> str:
    """Return a hash of all that *facts* hold."""
    parts = [
        dumps(facts.requests, list[Request]), dumps(facts.promises, list[Promise]), dumps(facts.tones, list[Tone]),
        dumps(facts.replies, list[Reply]), dumps(facts.away, list[tuple[datetime, OutOfOffice]]),
        f"{facts.first_contact} {facts.last_contact}",
    ]  # fmt: skip
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:12]


def stream(path: Path) -> Iterator[Entry]:
    """Yield the entries that `write` wrote."""
    with path.open("rb") as file:
        while True:
            try:
                yield pickle.load(file)
            except EOFError:
                return


def write(path: Path, kind: str, size: int, seed: int = 7) -> None:
    """Write the entries of a generated customer, in order."""
    make, contacts = KINDS[kind]
    maker = Maker(size, contacts, words=8 if kind == "mixed" else len(THINGS), seed=seed)
    make(maker)
    with path.open("wb") as file:
        for entry in sorted(maker.found, key=in_order):
            pickle.dump(entry, file)


def _peak() -> int:
    """Return this process's peak memory in KB; ``ru_maxrss`` would begin with that of the process that started it."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.partition("VmHWM:")[2].split()[0])


def measure(path: Path) -> None:
    """Print seconds, MB and digest for the entries in *path*."""
    threads_begun: dict[str, str] = {}
    began = time.process_time()
    for entry in stream(path):
        if entry.customer:
            threads_begun.setdefault(entry.thread, entry.customer)
    idle, before = time.process_time() - began, _peak()
    began = time.process_time()
    facts = read_in_order(CUSTOMER, stream(path), owner=OWNER.address, openers=threads_begun)
    took, after = time.process_time() - began, _peak()
    steps = sum(len(request.steps) for request in facts.requests)
    print(json.dumps([took - idle, (after - before) / 1024, len(facts.requests), steps, digest(facts)]))


def main() -> None:
    """Print a line for each kind and size, and the exponent of growth."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--sizes", type=int, nargs="+", default=[500, 2000, 8000])
    options.add_argument("--kinds", nargs="+", choices=KINDS, default=list(KINDS))
    options.add_argument("--seed", type=int, default=7)
    options.add_argument("--measure", type=Path, help=argparse.SUPPRESS)
    chosen = options.parse_args()
    if chosen.measure:
        measure(chosen.measure)
        return
    print(
        f"{'kind':8} {'mails':>6} {'seconds':>8} {'growth':>6} {'MB':>6} {'requests':>8} {'steps':>8}  facts"
    )
    for kind in chosen.kinds:
        last: tuple[int, float] | None = None
        for size in chosen.sizes:
            with tempfile.TemporaryDirectory() as work:
                path = Path(work) / "entries"
                write(path, kind, size, chosen.seed)
                command = [sys.executable, __file__, "--measure", str(path)]
                told = subprocess.run(command, check=True, capture_output=True).stdout
            took, mega, requests, steps, facts = json.loads(told)
            growth = f"{math.log(took / last[1]) / math.log(size / last[0]):6.2f}" if last else " " * 6
            print(
                f"{kind:8} {size:6} {took:8.2f} {growth} {mega:6.0f} {requests:8} {steps:8}  {facts}",
                flush=True,
            )
            last = size, took


if __name__ == "__main__":
    main()
