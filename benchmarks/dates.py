"""How well and how fast promise dates are found: invented phrases, real sentences, texts per second.

    python benchmarks/dates.py DATA_FOLDER [--mistakes even|odd|all]

*Right*: every due day found is among those a reader would accept; where there is none to find, none was
found. *Wrong*: another day. *Invented*: a day where there is none. Mentions that look back do not count.
The grammar was tuned on the even lines of `labels/dates.jsonl` only; so the odd ones tell how it does elsewhere.
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

from handover.language.dates import find_dates  # noqa: E402

BERLIN = ZoneInfo("Europe/Berlin")
ROUNDS = 5


def due_days(text: str, lang: str | None, now: str) -> list[str]:
    """Return the due days that are found in *text*, ISO."""
    moment = datetime.fromisoformat(now)
    found = find_dates(text, lang=lang, now=moment, zone=moment.tzinfo or BERLIN)
    return [str(mention.due.date()) for mention in found if mention.due and not mention.past]


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
    parser.add_argument("--mistakes", choices=("none", "even", "odd", "all"), default="none")
    options = parser.parse_args()
    print(f"{'':24} {'n':>4} {'right':>6} {'wrong':>6} {'none':>6}  invented    all good")
    phrases(options.data)
    real(options.data, options.mistakes)
    speed(options.data)


if __name__ == "__main__":
    main()
