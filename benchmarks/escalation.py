"""Early warning on labelled customers: were those who exploded on the list before, and how early?

    python benchmarks/escalation.py tests/blind/escalation
    python benchmarks/escalation.py tests/blind/escalation2

`--ablate` leaves each component of the score out in turn, and tells what it adds.

On every working day at 16:00 the customers are ranked by the score of their escalation finding; the first 20 % are
alarmed. Compared with "longest waiting first" and "most chasers first". Prints totals only, so that nobody tunes on it.
"""

from __future__ import annotations

import argparse
import json
import statistics
import tempfile
import tomllib
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from handover.app import judging
from handover.app.session import Session, session
from handover.checks.base import Context, Ledger, all_checks
from handover.config.resolve import resolve
from handover.domains import registrable
from handover.layout import lay_out
from handover.ledger import Facts, chasers, is_waiting, waiting_since
from handover.model import Severity
from handover.risk.weights import WEIGHTS, WORDS
from handover.worktime import WorkCalendar, working_days_between

BERLIN = ZoneInfo("Europe/Berlin")
WORK = WorkCalendar(BERLIN, region="DE")
Ranking = dict[str, float]
GROUPS = {
    "words alone": set(WEIGHTS) - WORDS - {"threat", "silence"},
    "behaviour alone": {*WORDS, "threat", "silence"},
}
"""What is left out for each."""


def working_days(first: date, last: date) -> Iterator[date]:
    """Yield the working days of the period."""
    day = first
    while day <= last:
        if WORK.is_working_day(day):
            yield day
        day += timedelta(days=1)


def ours(
    facts: list[Facts], opened: Session, moment: datetime, ignore: tuple[str, ...] = ()
) -> tuple[Ranking, set[str]]:
    """Return the score by customer of the check at *moment*, and who stands at amber or red."""
    options = {"escalations": {"alarms": 1000, "ignore": ignore}}
    context = Context(moment, WORK, opened.people, options=options)
    findings = list(all_checks()["escalations"].run(Ledger(facts), context))
    alarmed = {f.customer or "" for f in findings if f.severity >= Severity.AMBER}
    return {finding.customer or "": finding.score for finding in findings}, alarmed


def scores(opened: Session, moment: datetime, ablate: bool) -> dict[str, tuple[Ranking, set[str]]]:
    """Return each method's score by customer at *moment*, and the customers at amber or red by it."""
    facts = judging.facts_at(opened.store, opened.journal, opened.learned(), moment)
    methods = {
        "handover": ours(facts, opened, moment),
        "longest waiting first": (_ranked(facts, lambda f: _longest(f, moment)), set()),
        "most chasers first": (_ranked(facts, lambda f: _chased(f, moment)), set()),
    }
    for code in WEIGHTS if ablate else ():
        methods[f"without {code}"] = ours(facts, opened, moment, (code,))
    for name, codes in (GROUPS if ablate else {}).items():
        methods[name] = ours(facts, opened, moment, tuple(codes))
    return methods


def _ranked(facts: list[Facts], score: Callable[[Facts], float]) -> Ranking:
    return {each.customer: value for each in facts if (value := score(each)) > 0}


def _longest(facts: Facts, moment: datetime) -> float:
    waits = [moment - waiting_since(r) for r in facts.requests if is_waiting(r, moment)]
    return max(waits, default=timedelta()).total_seconds()


def _chased(facts: Facts, moment: datetime) -> float:
    return float(sum(chasers(r) for r in facts.requests if is_waiting(r, moment)))


def main() -> None:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("folder", type=Path)
    options.add_argument("--ablate", action="store_true")
    chosen = options.parse_args()
    folder = chosen.folder
    house = tomllib.loads((folder / "house.toml").read_text(encoding="utf-8"))
    labels = [json.loads(line) for line in (folder / "labels.jsonl").read_text(encoding="utf-8").splitlines()]
    for row in labels:
        row["customer"] = registrable(row["customer"])
    blow_ups = {row["customer"]: datetime.fromisoformat(row["blow_up"]) for row in labels if row["escalates"]}
    days: dict[str, dict[date, set[str]]] = defaultdict(dict)
    loud: dict[str, set[str]] = defaultdict(set)
    with tempfile.TemporaryDirectory() as work:
        lay_out(folder, Path(work) / "Maildir")
        given: dict[str, Any] = {
            "config": "/dev/null", "mail": (f"{work}/Maildir",), "me": (house["owner"],),
            "manager": (house["manager"],), "customers": str(folder / "customers.csv"), "spoken": "en",
            "now": f"{house['last']}T16:00:00+02:00",
        }  # fmt: skip
        settings = replace(resolve(given, lambda zone: datetime.now(zone)), state_dir=Path(work) / "state")
        with session(settings) as opened:
            for day in working_days(house["first"], house["last"]):
                moment = datetime(day.year, day.month, day.day, 16, tzinfo=BERLIN)
                gone = {customer for customer, blow_up in blow_ups.items() if blow_up <= moment}
                for name, (ranking, alarmed) in scores(opened, moment, chosen.ablate).items():
                    loud[name] |= alarmed - gone
                    left = {c: s for c, s in ranking.items() if c not in gone}
                    days[name][day] = set(sorted(left, key=lambda c: -left[c])[: len(labels) // 5])
    calm = {row["customer"] for row in labels if not row["escalates"]}
    for name, by_day in days.items():
        report(name, by_day, blow_ups)
        if loud[name]:
            print(
                f"{'':24} of {len(calm)} calm customers {len(loud[name] & calm)} ever stood at amber or red"
            )


def report(name: str, by_day: dict[date, set[str]], blow_ups: dict[str, datetime]) -> None:
    """Print recall, strict recall, recall with three days' lead, and the median lead of one method."""
    found, strict, early, leads = 0, 0, 0, []
    for customer, blow_up in blow_ups.items():
        before = [day for day in sorted(by_day) if day < blow_up.astimezone(BERLIN).date()]
        found += any(customer in by_day[day] for day in before)
        run = 0
        for day in reversed(before):
            if customer not in by_day[day]:
                break
            run = working_days_between(day, blow_up.astimezone(BERLIN).date(), WORK)
        strict += run > 0
        early += run >= 3
        leads.append(run)
    ever = set().union(*by_day.values())
    total = len(blow_ups)
    print(
        f"{name:24} recall {found / total:.2f}, on the last day before {strict / total:.2f}, three days before"
        f" {early / total:.2f}, median lead {statistics.median(leads):.0f} working days,"
        f" precision {len(ever & blow_ups.keys()) / max(len(ever), 1):.2f}"
    )


if __name__ == "__main__":
    main()
