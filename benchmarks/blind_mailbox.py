"""Score the program on a labelled mailbox that nobody tuned on.

    python benchmarks/blind_mailbox.py tests/blind/mailbox [--show]

Prints, for each kind of line of the key, how many are told exactly as the key tells them, and what was reported
at amber or red that the key does not know. `--show` names the lines; then the set is no evidence any more.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections import Counter
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from handover.app.calendars import Calendars  # noqa: E402
from handover.app.checking import context_of, facts_now, findings  # noqa: E402
from handover.app.session import session  # noqa: E402
from handover.checks.base import all_checks  # noqa: E402
from handover.config.resolve import resolve  # noqa: E402
from handover.layout import lay_out  # noqa: E402
from handover.model import Severity  # noqa: E402
from tests.demo.key import Result, expected, name_of  # noqa: E402

NOW = datetime(2026, 6, 18, 16, tzinfo=ZoneInfo("Europe/Berlin"))
GIVEN: dict[str, Any] = {
    "config": "/dev/null",
    "me": ("Tilman Roscher <tilman.roscher@lingualotse.example>",),
    "manager": ("heike.zschoche@lingualotse.example",),
    "now": NOW.isoformat(),
    "spoken": "en",
}


def main() -> None:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("folder", type=Path)
    options.add_argument("--show", action="store_true")
    chosen = options.parse_args()
    lines = [
        json.loads(line) for line in (chosen.folder / "key.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    with tempfile.TemporaryDirectory() as work:
        lay_out(chosen.folder, Path(work) / "Maildir")
        given = {**GIVEN, "mail": (f"{work}/Maildir",), "customers": str(chosen.folder / "customers.csv")}
        settings = replace(resolve(given, lambda zone: NOW.astimezone(zone)), state_dir=Path(work) / "state")
        with session(settings) as opened:
            context = context_of(opened, Calendars())
            facts = facts_now(opened, list(all_checks().values()), context)
            report(lines, Result(NOW, findings(opened), facts), chosen.show)


def report(lines: list[dict[str, Any]], result: Result, show: bool) -> None:
    """Print the totals by kind, and the requests by state alone."""
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for line in lines:
        if line.get("optional"):
            continue
        told, want = result.told(line), expected(line)
        total[line["kind"]] += 1
        right[line["kind"]] += told == want
        if line["kind"] == "request":
            total["request, state alone"] += 1
            right["request, state alone"] += told.get("state") == want["state"]
            waits = {"open", "held", "promised"}
            total["request, waiting or not"] += 1
            right["request, waiting or not"] += (told.get("state") in waits) == (want["state"] in waits)
        if show and told != want:
            print(name_of(line), "wanted", want, "told", told)
    for kind in total:
        print(f"{kind:26} {right[kind]:3} of {total[kind]:3}  {right[kind] / total[kind]:.2f}")
    customers = {line["customer"] for line in lines}
    loud = [f for f in result.findings if f.severity >= Severity.AMBER]
    unknown = sum(f.customer not in customers for f in loud)
    print(f"amber or red: {len(loud)}, of customers that the key does not know: {unknown}")


if __name__ == "__main__":
    main()
