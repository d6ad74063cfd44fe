"""How long the numbers of twelve weeks take: ``python benchmarks/metrics.py``; processor time, without loading pandas.

300 customers of two owners, 15,000 requests of twelve weeks with their steps and promises, and 5,000 older ones.
"""

from __future__ import annotations

import random
import time
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pandas as pd

from handover.ledger import Facts
from handover.metrics import Part, tables
from handover.model import Promise, Quote, Request, Step
from handover.worktime import WorkCalendar

MONDAY = date(2026, 11, 9)
NOW = datetime(2026, 11, 16, 6, tzinfo=UTC)
CUSTOMERS, RECENT, OLDER = 300, 15_000, 5_000
NOBODY = Quote("", None, NOW, "", "")
KINDS = ("answered", "held", "chased", "half_answered", "reopened", "closed", "forwarded", "auto_replied")


def main() -> None:
    """Print the seconds."""
    chance = random.Random(7)
    customers = [Facts(f"kunde{number}.example") for number in range(CUSTOMERS)]
    for number in range(RECENT + OLDER):
        weeks = 12 if number < RECENT else 100
        opened = NOW - timedelta(seconds=chance.randrange(weeks * 7 * 86400))
        facts = chance.choice(customers)
        facts.requests.append(_request(facts.customer, opened, chance))
        if chance.random() < 0.3:
            facts.promises.append(_promise(facts.customer, opened, chance))
    half = CUSTOMERS // 2
    parts = [
        Part(customers[:half], _area, WorkCalendar(ZoneInfo("Europe/Berlin"), region="DE-BY")),
        Part(customers[half:], _area, WorkCalendar(ZoneInfo("Europe/London"), region="GB-SCT")),
    ]
    taken = []
    for _ in range(5):
        began = time.process_time()
        found = tables(parts, MONDAY, 12, NOW)
        taken.append(time.process_time() - began)
    print(
        f"pandas {pd.__version__}: first {taken[0]:.2f} s (with the holidays of both regions), then {min(taken):.2f} s"
    )
    print(f"{sum(week.opened for week in found.weeks)} requests, {len(found.customers)} customers")


def _area(customer: str) -> str:
    return f"Bereich {len(customer) + ord(customer[5]) % 8}"


def _request(customer: str, opened: datetime, chance: random.Random) -> Request:
    steps = [Step("opened", opened, "", NOBODY)]
    for _ in range(chance.randrange(6)):
        at = steps[-1].at + timedelta(seconds=chance.randrange(4 * 86400))
        if at < NOW:
            steps.append(Step(chance.choice(KINDS), at, "", NOBODY))
    return Request("", customer, "", "", "", "", "de", "", (), steps)


def _promise(customer: str, made: datetime, chance: random.Random) -> Promise:
    due = made + timedelta(days=chance.randrange(20))
    steps = [Step(chance.choice(("kept", "moved")), due - timedelta(days=1), "", NOBODY)]
    return Promise("", customer, "", None, "", NOBODY._replace(date=made), due, "", steps=steps)


if __name__ == "__main__":
    main()
