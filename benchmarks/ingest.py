"""What reading new mail costs, stage by stage: file, parse, signals, row, store; and a whole cold and warm sync.

    python benchmarks/ingest.py MAIL [--sample 2000] [--workers N]

MAIL is whatever ``--mail`` takes. Times are processor time of one core, in microseconds for each message, so that
other work on the machine disturbs little; the whole sync is in wall-clock seconds.
"""

from __future__ import annotations

import argparse
import os
import resource
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from typing import TypeVar
from zoneinfo import ZoneInfo

from handover import intake
from handover.app.reader import Reader, parse
from handover.intake.reading import Batch, packed, unpacked
from handover.model import Message, RawMessage, Role
from handover.sources.open import open_mail
from handover.store import Party, Store
from handover.store.rows import row_of
from handover.worktime import WorkCalendar

Result = TypeVar("Result")


def timed(name: str, count: int, work: Callable[[], Result]) -> Result:
    """Run *work* and print what it cost for each of *count* messages."""
    start = time.process_time()
    result = work()
    print(f"{name:28} {(time.process_time() - start) / max(count, 1) * 1e6:8.0f} µs")
    return result


def stages(mail: str, sample: int, read_signals: Reader) -> None:
    """Print the cost of each stage on *sample* messages of the largest folder."""
    with open_mail(mail) as source, tempfile.TemporaryDirectory() as state:
        listed = {folder: source.changes(folder.name, None, list).new for folder in source.folders()}
        folder = max(listed, key=lambda one: len(listed[one]))
        locators = listed[folder][:sample]
        raws = [
            item for item in timed("read", len(locators), lambda: list(source.read(folder.name, locators)))
            if isinstance(item, RawMessage)
        ]  # fmt: skip
        parse(raws[0])  # imports
        parsed = timed("parse", len(raws), lambda: [parse(raw) for raw in raws])
        messages = [one for one in parsed if isinstance(one, Message)]
        read_signals(messages[0])
        signals = timed("signals", len(messages), lambda: [read_signals(one) for one in messages])
        pairs = list(zip(messages, signals, strict=True))
        rows = timed(
            "row", len(pairs), lambda: [(row_of(m, s, b"salt"), str(n)) for n, (m, s) in enumerate(pairs)]
        )
        timed("hand over", len(rows), lambda: unpacked(packed(Batch(rows))))
        with Store.open(os.path.join(state, "mail.sqlite")) as store:
            number = store.folder("bench", folder.name, folder.role).id

            def keep() -> None:
                with store.transaction():
                    for start in range(0, len(rows), 100):
                        store.add_rows(number, rows[start : start + 100])

            timed("store", len(rows), keep)
            timed("read back", len(rows), lambda: sum(1 for _ in store.all_messages()))


def whole(mail: str, workers: int | None, read_signals: Reader) -> None:
    """Print what a cold sync and one with nothing new take, and how large the store is."""
    with tempfile.TemporaryDirectory() as state:
        path = os.path.join(state, "mail.sqlite")
        for name in ("cold", "nothing new"):
            start = time.perf_counter()
            with Store.open(path) as store, open_mail(mail) as source:
                result = intake.sync(
                    store,
                    [source],
                    parse=parse,
                    read_signals=read_signals,
                    now=datetime.now(UTC),
                    workers=workers,
                )
            seconds = time.perf_counter() - start
            read = result.counts[0].read
            print(f"{name:28} {seconds:8.3f} s   {read} messages, {read / seconds:.0f}/s")
        size = os.path.getsize(path)
        with Store.open(path) as store:
            print(
                f"{'store':28} {size / 1e6:8.1f} MB  {size / max(store.count(), 1):.0f} bytes for each message"
            )
            start = time.perf_counter()
            store.set_people("bench", _by_domain)
            print(f"{'who is who':28} {time.perf_counter() - start:8.3f} s   {len(store.dirty())} customers")
    mine, theirs = (resource.getrusage(who).ru_maxrss / 1024 for who in _WHO)
    print(f"{'peak memory':28} {mine:8.0f} MB  and {theirs:.0f} MB in the largest reading process")


def _by_domain(party: Party) -> tuple[Role, str | None]:
    return Role.CONTACT, party.address.rpartition("@")[2] or party.name


_WHO = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)

if __name__ == "__main__":
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("mail")
    options.add_argument("--sample", type=int, default=2000)
    options.add_argument("--workers", type=int, default=None)
    chosen = options.parse_args()
    reader = Reader(WorkCalendar(ZoneInfo("Europe/Berlin")))
    stages(chosen.mail, chosen.sample, reader)
    whole(chosen.mail, chosen.workers, reader)
