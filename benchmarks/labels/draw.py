"""Draw sentences with a date-like word at random, from rows that `dates.jsonl` does not use.

    python benchmarks/labels/draw.py DATA_FOLDER > candidates.jsonl

Knows nothing of the grammar: what looks like a date is its own list of words, wider than any grammar should be.
Prints `{"file", "where", "lang", "now", "sha256", "text"}`, the text for whoever labels; it is not kept.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
from collections.abc import Iterator
from email import message_from_string
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any

from sentences import LABELS, digest, fields, key_of, read_jsonl, read_mbox

SEED = 2028
NOWHERE = "2025-11-19T10:00:00+01:00"
SOURCES = {
    "de": {
        "german/fragdenstaat_threads.jsonl": 20,
        "german/omq_german_support.jsonl": 10,
        "signals/deen_tickets_priority/dev.jsonl": 24,
        "signals/de_germeval2017/dev.jsonl": 10,
        "signals/de_potts/dev.jsonl": 8,
    },
    "en": {
        "reply/reply_extraction.jsonl": 22,
        "mail/usrp-support-inbox.mbox.gz": 14,
        "speechacts/enron_tone_genre.jsonl": 14,
        "signals/en_complaints/dev.jsonl": 10,
        "signals/en_issue_incivility/dev.jsonl": 8,
        "signals/deen_tickets_priority/dev.jsonl": 4,
    },
}
"""How many sentences from which file; mail and tickets before anything else."""
DATE_LIKE = {
    "de": re.compile(
        r"\b(?:(?:mon|diens|donners|frei|sams|sonn)tags?|mittwochs?|heute|übermorgen|(?<!guten )morgen|wochen?"
        r"|wochenende|\d+ tage?n?|werktag\w*|stunden?|monate?n?|uhr|kw \d+|ende (?:der|des|januar|märz|mai|juni)"
        r"|januar|februar|märz|april|juni|juli|august|september|oktober|november|dezember"
        r"|nachmittags?|vormittags?|abends?|feierabend|bis zum|spätestens)\b"
        r"|\b\d{1,2}\.\s?\d{1,2}\.(?!\d{1,3}\b)|\b\d{1,2}:\d\d\b",
        re.I,
    ),
    "en": re.compile(
        r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|today|tonight|tomorrow|weeks?|months?|days?|hours?"
        r"|noon|eod|cob|deadline|weekends?|end of|by the end|january|february|march|april|may \d+|june|july|august"
        r"|september|october|november|december|mornings?|afternoon|evening|christmas|within)\b"
        r"|\b\d{1,2}/\d{1,2}\b|\b\d{1,2}(?::\d\d)? ?[ap]\.?m\b",
        re.I,
    ),
}
AHEAD = re.compile(
    r"\b(?:by|until|till|before|next|tomorrow|tonight|will|'ll|shall|going to|please|need|within|bis|nächste\w*"
    r"|kommende\w*|spätestens|innerhalb|binnen|werden?|wird|bitten?|übermorgen|morgen|ab|erwarte\w*)\b",
    re.I,
)
"""Half of the sentences of each file are drawn from those that hold such a word too, as far as there are any."""
HEADER = re.compile(
    r"@\S+\.\w|wrote:|schrieb\b|\b(?:From|To|Sent|Subject|Date|Von|An|Gesendet|Betreff) ?:|\bcc:|=0"
)
END = re.compile(r"(?<=[a-zäöüß)\"'][.!?])\s+(?=[\"'(]?[A-ZÄÖÜ])|\n\s*\n|\n(?=\s*(?:[>*•-]|\d+[.)]\s))")
SHORTEST, LONGEST = 12, 260
LONGEST_TEXT = 20_000


def moments(path: Path) -> dict[str, str]:
    """Return when each mail or message of a file was written, where the file says so."""
    if path.name.endswith(".mbox.gz"):
        dates = {
            str(m.get("Message-ID", "")).strip().strip("<>"): str(m.get("Date", "")) for m in read_mbox(path)
        }
        return {key: said for key, text in dates.items() if (said := _moment(text))}
    found: dict[str, str] = {}
    for row in read_jsonl(path):
        for message in row.get("messages", ()):
            found[str(message["id"])] = message["date"]
        if "raw" in row and (said := _moment(str(message_from_string(row["raw"]).get("Date", "")))):
            found[row["id"]] = said
    return found


def _moment(header: str) -> str:
    try:
        return parsedate_to_datetime(header).isoformat()
    except ValueError:
        return ""


def spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the sentences of *text* start and end, quoted lines and headers left out."""
    start = 0
    for end, following in [*((m.start(), m.end()) for m in END.finditer(text)), (len(text), len(text))]:
        said = text[start:end]
        if (
            SHORTEST <= end - start <= LONGEST
            and not said.lstrip().startswith((">", "|"))
            and not HEADER.search(said)
        ):
            yield start, end
        start = following


def candidates(data: Path, name: str, lang: str, used: set[str]) -> list[dict[str, Any]]:
    """Return one sentence with a date-like word, drawn at random, of each row of a file that is not used yet."""
    written = moments(data / name)
    langs = (
        {row["id"]: row.get("lang") or lang for row in read_jsonl(data / name) if "id" in row}
        if "jsonl" in name
        else {}
    )
    found = []
    for key, field, text in fields(data / name):
        if key in used or langs.get(key, lang) != lang or len(text) > LONGEST_TEXT:
            continue
        fitting = [span for span in spans(text) if DATE_LIKE[lang].search(text, *span)]
        if fitting:
            start, end = random.Random(f"{SEED}{key}").choice(fitting)
            sentence = " ".join(text[start:end].split())
            place = "message_id" if name.endswith(".mbox.gz") else "row"
            where = {place: key, "field": field, "start": start, "end": end}
            found.append(
                {
                    "file": name,
                    "where": where,
                    "lang": lang,
                    "now": written.get(key, NOWHERE),
                    "sha256": digest(sentence),
                    "text": sentence,
                }
            )
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description="Draw sentences to label.")
    parser.add_argument("data", type=Path)
    data = parser.parse_args().data
    used = {key_of(label) for label in read_jsonl(LABELS)}
    for lang, sources in SOURCES.items():
        seen: set[str] = set()
        for name, count in sources.items():
            fresh = [row for row in candidates(data, name, lang, used) if row["text"] not in seen]
            unlike = list({row["text"]: row for row in fresh}.values())
            ahead = [row for row in unlike if AHEAD.search(row["text"])]
            dice = random.Random(SEED)
            rows = dice.sample(ahead, min(count // 2, len(ahead)))
            others = [row for row in unlike if row not in rows]
            for row in rows + dice.sample(others, min(count - len(rows), len(others))):
                seen.add(row["text"])
                print(json.dumps(row, ensure_ascii=False))
    print("drawn", file=sys.stderr)


if __name__ == "__main__":
    main()
