"""What the checks report at amber and red on a real support mailbox, to be read one by one.

    python benchmarks/false_alarms.py DATA/mail [--cache FILE] [--list FILE]

DATA/mail holds the two mboxes of a support list. Every four weeks all checks look at what had arrived by then; a
finding counts once, however long it stands. Prints how many there are per 1,000 mails, by check and severity. `--list`
writes each with its story to FILE, for a person to judge right or wrong; it holds mail and stays out of the project.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from mailbox_memory import load
from unanswered import OWNER, Mailbox

from handover.checks.base import Context, Ledger, all_checks
from handover.ledger import Facts, read
from handover.model import Finding, Severity
from handover.worktime import WorkCalendar

WORK = WorkCalendar(ZoneInfo("America/Toronto"), region="CA")
STEP = timedelta(days=28)
LOOKED_AT = timedelta(days=90)
QUIET = timedelta(days=30)
"""What nobody mentioned for so long is not counted anew: it was reported, or should have been, before."""


def facts_at(box: Mailbox, moment: datetime) -> list[Facts]:
    """Return the facts of every customer who took part in the last months before *moment*."""
    found = []
    for customer, known in box.by_customer.items():
        if not any(moment - LOOKED_AT <= entry.at <= moment for entry in known):
            continue
        entries = {entry.key: entry for entry in known if entry.at <= moment}
        threads = {entry.thread for entry in entries.values()}
        for thread in threads:
            inside = (e for e in box.by_thread[thread] if e.at <= moment and (e.lists or not e.to_customers))
            entries |= {entry.key: entry for entry in inside}
        found.append(read(customer, entries.values(), owner=OWNER.address, openers=box.openers))
    return found


def moments(box: Mailbox) -> Iterator[datetime]:
    """Yield a weekday afternoon every four weeks, from the first full month to the last."""
    first, last = min(entry.at for entry in box.entries), max(entry.at for entry in box.entries)
    moment = datetime(first.year, first.month, first.day, 20, tzinfo=UTC) + STEP
    moment -= timedelta(days=moment.weekday())
    while moment <= last:
        yield moment
        moment += STEP


def alarms(box: Mailbox) -> dict[str, tuple[datetime, Finding]]:
    """Return every finding at amber or red by its id, with the moment at which it was first seen."""
    found: dict[str, tuple[datetime, Finding]] = {}
    checks = [check for name, check in all_checks().items() if name not in ("absence", "acceptance")]
    for moment in moments(box):
        ledger = Ledger(facts_at(box, moment))
        context = Context(moment, WORK, box.people)
        for check in checks:
            for finding in check.run(ledger, context):
                heard = max((quote.date for quote in finding.evidence), default=moment)
                if finding.severity >= Severity.AMBER and moment - heard <= QUIET:
                    found.setdefault(finding.id, (moment, finding))
    return found


def story(box: Mailbox, moment: datetime, finding: Finding) -> str:
    """Tell what led to *finding*: its reasons and the mails of its thread."""
    reasons = ", ".join(f"{reason.code}:{reason.weight:.2f}" for reason in finding.reasons)
    head = f"{finding.id} {finding.severity.word} {finding.score:.2f} {finding.customer} {moment:%Y-%m-%d} [{reasons}]"
    keys = {quote.key for quote in finding.evidence}
    threads = {entry.thread for entry in box.entries if entry.key in keys}
    lines = [head]
    for entry in sorted((e for t in threads for e in box.by_thread[t] if e.at <= moment), key=lambda e: e.at):
        mark = "*" if entry.key in keys else " "
        said = " ".join(entry.text.split())[:300]
        lines.append(
            f"  {mark} {entry.at:%m-%d %H:%M} {entry.role.value:7} {entry.name[:16]:16} {entry.subject[:30]} | {said}"
        )
    return "\n".join(lines)


def main() -> None:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("mail", type=Path)
    options.add_argument("--cache", type=Path)
    options.add_argument("--list", type=Path)
    chosen: Any = options.parse_args()
    box = Mailbox(load(sorted(chosen.mail.glob("*.mbox.gz")), chosen.cache))
    found = alarms(box)
    counts = Counter((finding.check, finding.severity.word) for _, finding in found.values())
    mails = len(box.entries)
    for (check, severity), count in sorted(counts.items()):
        print(f"{check:12} {severity:6} {count:5}  {1000 * count / mails:6.2f} per 1,000 mails")
    print(f"together {len(found)} on {mails} mails")
    if chosen.list:
        chosen.list.write_text("\n\n".join(story(box, *each) for each in found.values()), encoding="utf-8")


if __name__ == "__main__":
    main()
