"""How well and how fast promise dates are found: invented phrases, real sentences, texts per second.

    python benchmarks/dates.py DATA_FOLDER [--drawn] [--mistakes even|odd|all|drawn]

*Right*: every due day found is among those a reader would accept; where there is none to find, none was
found. *Wrong*: another day. *Invented*: a day where there is none. Mentions that look back do not count.
The grammar was tuned on `labels/dates.jsonl`, first on its even lines only; `labels/dates_drawn.jsonl`, drawn at random
and labelled before that, tells how it does elsewhere. *As due* is what the language layer makes of a sentence: the
days of its promises and asks, right only where the day is when something promised or asked for is due.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parent / "labels")]

from sentences import LABELS, read_jsonl, sentences  # noqa: E402 - beside the labels

from handover import language  # noqa: E402
from handover.language.dates import find_dates  # noqa: E402

DRAWN = LABELS.with_name("dates_drawn.jsonl")
BERLIN = ZoneInfo("Europe/Berlin")
ROUNDS = 5


def due_days(text: str, lang: str | None, now: str) -> list[str]:
    """Return the due days that are found in *text*, ISO."""
    moment = datetime.fromisoformat(now)
    found = find_dates(text, lang=lang, now=moment, zone=moment.tzinfo or BERLIN)
    return [str(mention.due.date()) for mention in found if mention.due and not mention.past]


def days_as_due(text: str, lang: str | None, now: str) -> list[str]:
    """Return the days on which something promised or asked for in *text* falls due, ISO."""
    moment = datetime.fromisoformat(now)
    signals = language.read(text, lang=lang, now=moment, zone=moment.tzinfo or BERLIN)
    return [str(said.due.date()) for said in (*signals.promises, *signals.requests) if said.due]


def judge(days: list[str], expected: list[str] | None, null_ok: bool = False) -> str:
    """Return ``right``, ``wrong``, ``none`` or ``invented``; ``silent`` where nothing was to be found."""
    if expected is None:
        return "invented" if days else "silent"
    if days:
        return "right" if set(days) <= set(expected) else "wrong"
    return "right" if null_ok else "none"


def line(name: str, verdicts: Iterable[str]) -> str:
    """Return one row of the table of figures."""
    counts = Counter(verdicts)
    dated = counts["right"] + counts["wrong"] + counts["none"]
    shown = [f"{counts[kind] / max(1, dated):6.1%}" for kind in ("right", "wrong", "none")]
    every = (counts["right"] + counts["silent"]) / max(1, dated + counts["silent"] + counts["invented"])
    silent = f"{counts['invented']:3} of {counts['silent'] + counts['invented']:3}"
    return f"{name:24} {dated:4} {' '.join(shown)}   {silent}  {every:6.1%}"


def phrases(data: Path) -> None:
    """Print the figures of the invented phrases, alone and inside a promise."""
    for lang in ("de", "en"):
        rows = list(read_jsonl(data / "dates" / f"phrases_{lang}.jsonl"))
        for field in ("text", "promise"):
            verdicts = [judge(due_days(row[field], lang, row["ref"]), row["expected"]) for row in rows]
            print(line(f"phrases {lang} {field}", verdicts))


def real(data: Path, mistakes: str) -> None:
    """Print the figures of the real sentences, even and odd lines apart, and the *mistakes* of one half."""
    labels = list(read_jsonl(LABELS))
    half = {label["id"]: "odd" if number % 2 else "even" for number, label in enumerate(labels, 1)}
    rows: list[tuple[dict[str, Any], str, list[str], str]] = []
    for label, text in sentences(data, labels):
        days = due_days(text or "", label["lang"], label["now"])
        rows.append((label, text or "", days, judge(days, label["expected"], label.get("null_ok", False))))
    for which in ("even", "odd"):
        for lang in ("de", "en"):
            chosen = [row[3] for row in rows if half[row[0]["id"]] == which and row[0]["lang"] == lang]
            print(line(f"real {lang} {which}", chosen))
    print(line("real all", [row[3] for row in rows]))
    for label, text, days, verdict in rows:
        if verdict not in ("right", "silent") and mistakes in (half[label["id"]], "all"):
            print(
                json.dumps(
                    [verdict, label["id"], label["now"][:16], label["expected"], days, text],
                    ensure_ascii=False,
                )
            )


def drawn(data: Path, mistakes: str) -> None:
    """Print the figures of the sentences that were drawn at random, as dates and as what is due."""
    read: dict[str, list[str]] = {}
    as_due: dict[str, list[str]] = {}
    for label, text in sentences(data, list(read_jsonl(DRAWN))):
        days = due_days(text or "", label["lang"], label["now"])
        verdict = judge(days, label["expected"], label.get("null_ok", False))
        read.setdefault(label["lang"], []).append(verdict)
        if mistakes == "drawn" and verdict not in ("right", "silent"):
            print(json.dumps([verdict, label["id"], label["expected"], days, text], ensure_ascii=False))
        if label["governs"] is None:
            continue
        days = days_as_due(text or "", label["lang"], label["now"])
        wanted = label["expected"] if label["governs"] else None
        verdict = judge(days, wanted, label.get("null_ok", False))
        as_due.setdefault(label["lang"], []).append(verdict)
        if mistakes == "drawn" and verdict not in ("right", "silent"):
            print(
                json.dumps(
                    ["as due", verdict, label["id"], label["expected"], days, text], ensure_ascii=False
                )
            )
    for lang in ("de", "en"):
        print(line(f"drawn {lang}", read[lang]))
        print(line(f"drawn {lang} as due", as_due[lang]))


def speed(data: Path) -> None:
    """Print how many sentences a second are read, with and without dates; the best of several rounds."""
    now = datetime(2025, 11, 19, 10, tzinfo=BERLIN)
    for lang in ("de", "en"):
        rows = list(read_jsonl(data / "dates" / f"phrases_{lang}.jsonl"))
        dated = [row["promise"] for row in rows if row["expected"]]
        plain = [
            row["promise"]
            for row in rows
            if not row["expected"] and not find_dates(row["promise"], lang=lang, now=now, zone=BERLIN)
        ]
        for name, texts in (("with dates", dated), ("without", plain)):
            best = min(_timed(texts, lang, now) for _ in range(ROUNDS))
            print(
                f"{lang} {name:12} {len(texts) / best:8,.0f} texts/s  {best / len(texts) * 1e6:6.1f} µs each"
            )


def _timed(texts: list[str], lang: str, now: datetime) -> float:
    start = time.perf_counter()
    for text in texts:
        find_dates(text, lang=lang, now=now, zone=BERLIN)
    return time.perf_counter() - start


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure how promise dates are found.")
    parser.add_argument("data", type=Path)
    parser.add_argument("--mistakes", choices=("none", "even", "odd", "all", "drawn"), default="none")
    parser.add_argument("--drawn", action="store_true", help="also those that nothing is tuned on")
    options = parser.parse_args()
    print(f"{'':24} {'n':>4} {'right':>6} {'wrong':>6} {'none':>6}  invented    all good")
    phrases(options.data)
    real(options.data, options.mistakes)
    if options.drawn or options.mistakes == "drawn":
        drawn(options.data, options.mistakes)
    speed(options.data)


if __name__ == "__main__":
    main()
