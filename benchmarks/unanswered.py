"""Unanswered requests against labels: how many of the threads that need an answer are found.

    python benchmarks/unanswered.py DATA/mail benchmarks/labels/needs_answer.jsonl [--cache FILE] [--show]

DATA/mail holds the two mboxes and the snapshots. A thread counts as found when a request in it waits (open,
held or promised) at the moment of the snapshot. Prints precision, recall and F1 beside "last mail wins" (every
snapshot is one) and "asks something", and the share of later chased threads that were found.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from mailbox_memory import load, threads_of

from handover.ledger import entry_of, is_waiting, read
from handover.model import Address, Message, Signals
from handover.people import People, build

OWNER = Address("Marcus D. Leech", "patchvonbraun@gmail.com")
TEAM = ("ettus.com", "ni.com")


def rows_of(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


class Mailbox:
    """A whole mailbox, its threads and entries."""

    def __init__(self, mails: list[tuple[Message, Signals]]) -> None:
        self.threads = threads_of(mails)
        book = {a.address: a.name for m, _ in mails for a in (m.from_, *m.recipients) if a.address}
        lists = {m.via for m, _ in mails if m.via}
        self.people: People = build([OWNER], team_words=TEAM, lists=lists, book=book)
        self.entries = [entry_of(m, s, self.threads[m.key], self.people) for m, s in mails]
        self.by_thread = defaultdict(list)
        self.by_customer = defaultdict(list)
        for entry in self.entries:
            self.by_thread[entry.thread].append(entry)
            for customer in {entry.customer, *entry.to_customers} - {None}:
                self.by_customer[customer].append(entry)
        self.openers = {t: es[0].customer for t, es in self.by_thread.items() if es[0].customer}
        self.thread_of_id = {e.message_id: e.thread for e in self.entries if e.message_id}

    def waits(self, thread: str, moment: datetime) -> tuple[bool, list[Any]]:
        """Tell whether a request in *thread* waits at *moment*, and the requests of the thread."""
        found = []
        here = [e for e in self.by_thread[thread] if e.at <= moment]
        for customer in {e.customer for e in here if e.customer}:
            entries = {e.key: e for e in self.by_customer[customer] if e.at <= moment}
            entries |= {e.key: e for e in here if not e.to_customers or e.lists}
            facts = read(customer, entries.values(), owner=OWNER.address, openers=self.openers)
            keys = {entry.key for entry in here}
            found += [r for r in facts.requests if any(step.evidence.key in keys for step in r.steps)]
        return any(is_waiting(request, moment) for request in found), found


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("mail", type=Path)
    options.add_argument("labels", type=Path)
    options.add_argument("--cache", type=Path)
    options.add_argument("--show", action="store_true")
    chosen = options.parse_args()
    box = Mailbox(load(sorted(chosen.mail.glob("*.mbox.gz")), chosen.cache))
    labels = rows_of(chosen.labels)
    counts = defaultdict(lambda: [0, 0, 0])
    for row in labels:
        moment = datetime.fromisoformat(row["snapshot"]).replace(tzinfo=UTC)
        thread = box.thread_of_id[row["last_mid"].strip("<>")]
        waits, requests = box.waits(thread, moment)
        last = max((e for e in box.by_thread[thread] if e.at <= moment), key=lambda e: e.at)
        for name, said in (
            ("handover", waits),
            ("last mail wins", True),
            ("asks something", last.signals.asks >= 0.5),
        ):
            counts[name][0] += said and row["needs_answer"]
            counts[name][1] += said and not row["needs_answer"]
            counts[name][2] += not said and row["needs_answer"]
        if chosen.show and waits != row["needs_answer"]:
            print(
                row["needs_answer"], "sure" if row["sure"] else "unsure", row["snapshot"], last.subject[:60]
            )
            for entry in (e for e in box.by_thread[thread] if e.at <= moment):
                marks = ",".join(mark.code for mark in entry.signals.marks)
                s = entry.signals
                said = " ".join(entry.text.split())[:150]
                print(f"   {entry.at:%m-%d %H:%M} {entry.role.value:7} {entry.name[:18]:18}", end=" ")
                print(f"asks {s.asks:.2f} hold {s.holding:.2f} thx {s.thanks:.2f} [{marks}] {said!r}")
            for request in requests:
                print("   →", request.contact, [(s.kind, s.because) for s in request.steps])
    for name, (right, wrong, missed) in counts.items():
        precision, recall = right / max(right + wrong, 1), right / max(right + missed, 1)
        f1 = 2 * right / max(2 * right + wrong + missed, 1)
        print(f"{name:16} precision {precision:.3f} recall {recall:.3f} F1 {f1:.3f}")
    chased = [
        r for r in rows_of(next(chosen.mail.glob("*snapshots.jsonl"))) if r["future"] == "customer_chased"
    ]
    found = 0
    for row in chased:
        moment = datetime.fromisoformat(row["snapshot"]).replace(tzinfo=UTC)
        thread = box.thread_of_id.get(row["last_mid"].strip("<>"))
        hit = thread is not None and box.waits(thread, moment)[0]
        found += hit
        if chosen.show and not hit:
            print("not found, later chased:", row["snapshot"], row["last_mid"], row["last_from"])
    print(
        f"later chased by the customer: {found} of {len(chased)} were waiting ({found / max(len(chased), 1):.3f})"
    )


if __name__ == "__main__":
    main()
