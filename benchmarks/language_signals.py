"""Measure the language layer on a folder of labelled texts: AUC, macro-F1, precision and recall for each set.

    python benchmarks/language_signals.py DATA [--only NAME …] [--rows odd|even|all] [--json]

DATA holds ``signals/NAME/dev.jsonl`` (or ``heldout.jsonl``), ``german/`` and ``speechacts/``. A row is odd or
even by its place in the file. The readers of a set are those of the published measure: which label counts as
positive, and which signals are looked at.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from handover.language import read
from handover.language.vocabulary import Vocabulary, find_packs
from handover.model import Signals

Row = dict[str, Any]


class Task(NamedTuple):
    """One figure: the set, a name, which rows are positive, what is read off the signals, which rows count."""

    set: str
    name: str
    positive: Callable[[Row], bool]
    value: Callable[[Signals], float]
    keep: Callable[[Row], bool] = lambda row: True
    group: str = ""


def label(*names: str) -> Callable[[Row], bool]:
    return lambda row: str(row.get("label")) in names


def best(*names: str) -> Callable[[Signals], float]:
    return lambda signals: max(getattr(signals, name) for name in names)


def displeased(signals: Signals) -> float:
    return (1 - signals.tone) / 2


TASKS = (
    Task("de_germeval2017", "negative", label("negative"), best("negative"), group="part"),
    Task("de_sb10k", "negative", label("negative"), best("negative")),
    Task("de_potts", "negative", label("negative"), best("negative")),
    Task("de_omp_sentiment", "negative", label("negative"), best("negative")),
    Task("de_germeval2018_offense", "negative", label("OFFENSE"), best("negative")),
    Task("de_germeval2021_toxic", "negative", label("toxic"), best("negative")),
    Task("en_vader_gt", "negative", label("negative"), best("negative"), group="domain"),
    Task("en_emobank", "negative", label("negative"), best("negative")),
    Task("en_goemotions", "negative", label("angry"), best("negative")),
    Task("en_complaints", "complaint|negative", label("complaint"), best("complaint", "negative")),
    Task(
        "en_issue_incivility",
        "complaint|negative",
        lambda r: r["label"] != "civil",
        best("complaint", "negative"),
    ),
    Task(
        "en_issue_incivility",
        "impatience",
        label("Impatience", "Bitter frustration", "Entitlement"),
        best("complaint", "negative"),
        label("civil", "Impatience", "Bitter frustration", "Entitlement"),
    ),
    Task("en_issue_incivility", "threat", label("Threat"), best("threat")),
    Task("en_parakweet_intent", "asks", label("intent"), best("asks")),
    Task("en_parakweet_intent", "asks|promise", label("intent"), best("asks", "promise")),
    Task("en_bc3_speechacts", "asks", lambda r: r["votes"]["req"] >= 2, best("asks")),
    Task("en_bc3_speechacts", "promise", lambda r: r["votes"]["cmt"] >= 2, best("promise")),
    Task("deen_tickets_priority", "urgent", label("high", "critical"), best("urgent"), group="lang"),
    Task("en_bitext_intents", "complaint", label("complaint"), best("complaint")),
    Task("en_threads_gone_awry", "tone", label("derails"), displeased, group="corpus"),
    Task("en_threads_gone_awry", "complaint", label("derails"), best("complaint")),
    Task(
        "en_threads_gone_awry",
        "both",
        label("derails"),
        lambda s: (displeased(s) + s.complaint) / 2,
        group="corpus",
    ),
    Task("german_still_open", "asks|holding", label("still_open"), best("asks", "holding")),
    Task("german_still_open", "holding", label("still_open"), best("holding")),
    Task("german_omq", "asks", lambda row: True, best("asks")),
    Task("enron_tone", "complaint|negative", lambda r: bool(r["negative"]), best("complaint", "negative")),
)
ELSEWHERE = {
    "german_still_open": "german/german_reply_still_open.jsonl",
    "german_omq": "german/omq_german_support.jsonl",
    "enron_tone": "speechacts/enron_tone_genre.jsonl",
}


def rows_of(data: Path, name: str) -> list[Row]:
    """Read the rows of one set; an empty list where the folder lacks it."""
    if name in ELSEWHERE:
        path = data / ELSEWHERE[name]
    else:
        path = next(
            (p for f in ("dev", "heldout") if (p := data / "signals" / name / f"{f}.jsonl").exists()),
            Path("/"),
        )
    if not path.is_file():
        return []
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
    for row in rows:
        if name == "enron_tone":
            row["text"] = row["raw"].partition("\n\n")[2]
        if row.get("utterances"):
            row["text"] = row["utterances"][-1]
    return rows


def auc(positive: list[bool], values: list[float]) -> float:
    """Return the area under the ROC curve, ties counted half."""
    order = sorted(range(len(values)), key=values.__getitem__)
    ranks, at = [0.0] * len(values), 0
    while at < len(order):
        end = at
        while end + 1 < len(order) and values[order[end + 1]] == values[order[at]]:
            end += 1
        for index in order[at : end + 1]:
            ranks[index] = (at + end) / 2 + 1
        at = end + 1
    n = sum(positive)
    if not n or n == len(positive):
        return float("nan")
    return (sum(r for r, p in zip(ranks, positive, strict=True) if p) - n * (n + 1) / 2) / (
        n * (len(positive) - n)
    )


def figures(positive: list[bool], values: list[float]) -> dict[str, float]:
    """Return n, AUC, and at the threshold of one half macro-F1, precision, recall and false alarm rate."""
    said = [value >= 0.5 for value in values]
    hit = sum(p and s for p, s in zip(positive, said, strict=True))
    false, missed = sum(said) - hit, sum(positive) - hit
    right = len(said) - hit - false - missed
    f1 = 2 * hit / (2 * hit + false + missed) if hit else 0.0
    f0 = 2 * right / (2 * right + false + missed) if right else 0.0
    return {
        "n": len(said),
        "auc": round(auc(positive, values), 4),
        "macro_f1": round((f1 + f0) / 2, 4),
        "precision": round(hit / (hit + false), 4) if hit + false else 0.0,
        "recall": round(hit / (hit + missed), 4) if hit + missed else 0.0,
        "false_alarms": round(false / (false + right), 4) if false + right else 0.0,
    }


def words_of(models: Path | None) -> Vocabulary | None:
    """Return the vocabulary with the models of a folder, or None for the package's own."""
    if models is None:
        return None
    packs = [pack._replace(model=str(models / pack.code / "model.bin")) for pack in find_packs()]
    return Vocabulary(tuple(packs))


def measure(
    data: Path, only: list[str], part: str, words: Vocabulary | None
) -> Iterator[tuple[str, dict[str, float]]]:
    """Yield the name and figures of every task, reading each set once."""
    for name in dict.fromkeys(task.set for task in TASKS):
        if only and not any(word in name for word in only):
            continue
        rows = rows_of(data, name)
        if part != "all":
            rows = rows[part == "odd" :: 2]
        started = time.perf_counter()
        answers = [read(row["text"] or "", lang=row.get("lang"), words=words) for row in rows]
        seconds = time.perf_counter() - started
        for task in (task for task in TASKS if task.set == name and rows):
            kept = [
                (row, task.value(answer)) for row, answer in zip(rows, answers, strict=True) if task.keep(row)
            ]
            groups = sorted({str(row.get(task.group)) for row, _ in kept}) if task.group else []
            for group in ["", *groups]:
                chosen = [
                    (row, value) for row, value in kept if not group or str(row.get(task.group)) == group
                ]
                found = figures([task.positive(row) for row, _ in chosen], [value for _, value in chosen])
                found["per_second"] = round(len(rows) / seconds)
                yield f"{name}/{task.name}" + (f"/{group}" if group else ""), found


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path)
    parser.add_argument("--only", nargs="*", default=[])
    parser.add_argument("--rows", choices=("odd", "even", "all"), default="all")
    parser.add_argument("--json", action="store_true")
    parser.add_argument(
        "--models", type=Path, help="read with the models of this folder instead of the package's"
    )
    args = parser.parse_args()
    found = dict(measure(args.data, args.only, args.rows, words_of(args.models)))
    if args.json:
        json.dump(found, sys.stdout, indent=1)
        return
    for name, values in found.items():
        print(f"{name:52}" + "  ".join(f"{key} {value}" for key, value in values.items()))


if __name__ == "__main__":
    main()
