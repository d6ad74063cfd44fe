"""Draw English staff replies to label as holding or not, beside those of `holding_en.jsonl`.

    python benchmarks/labels/draw_holding.py DATA/mail [--cache FILE]

Prints `{"mbox", "message_id", "question", "text"}` for 60 of the candidates and 40 of all others, shuffled, then for
every other candidate of at most `SHORT` characters. Candidates are staff replies of at most `LONGEST` characters of new
text with a word that may put off; the short ones of the plainest words are all in `holding_en.jsonl` already, so both
lists are wider here. The output holds mail and stays out of the project.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import re
import sys
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[1])]

from mailbox_memory import load  # noqa: E402 - beside this folder
from unanswered import Mailbox  # noqa: E402

from handover.model import Role  # noqa: E402

LABELS = Path(__file__).with_name("holding_en.jsonl")
SEED, CANDIDATES, OTHERS, LONGEST, SHORT = 2031, 60, 40, 1000, 600
STAFF = {
    "marcus d leech", "marcus d. leech", "sam reiter", "michael dickens", "jonathon pendlum", "marcus müller",
    "martin braun", "wade fife", "neel pandeya", "philip balister", "nate temple",
}  # fmt: skip
PUTS_OFF = re.compile(
    r"look(?:ing)? into|get(?:ting)? back|quer(?:y|ies)|will (?:check|ask|pass|forward|try|see|look|find|have)"
    r"|i'll (?:check|ask|pass|forward|try|see|look|find|have|let|get)|let you know|let me (?:check|ask|see|find)"
    r"|investigat|working on|next week|tomorrow|later|soon|hopefully|not sure|i've asked|i have asked|reproduce"
    r"|r&d|engineering|ticket|bug report|follow up|in touch|off-list|support@|next release|\bnoted\b",
    re.I,
)

MESSAGE_ID = re.compile(rb"^Message-ID:\s*(<[^>\s]+>)", re.MULTILINE | re.IGNORECASE)


def main() -> None:
    parser = argparse.ArgumentParser(description="Draw staff replies to label.")
    parser.add_argument("mail", type=Path)
    parser.add_argument("--cache", type=Path)
    options = parser.parse_args()
    mails = load(sorted(options.mail.glob("*.mbox.gz")), options.cache)
    box = Mailbox(mails)
    used = {json.loads(line)["message_id"].strip("<>") for line in LABELS.read_text("utf-8").splitlines()}
    by_id = {message.message_id: message for message, _ in mails}
    replies = [
        (message, by_id[answered[0]])
        for message, entry in zip((m for m, _ in mails), box.entries, strict=True)
        if (entry.role in (Role.OWNER, Role.TEAM) or entry.name.casefold() in STAFF)
        and message.message_id not in used
        and message.new_text.strip()
        and (answered := [each for each in message.in_reply_to if each in by_id])
    ]
    candidates = [r for r in replies if len(r[0].new_text) <= LONGEST and PUTS_OFF.search(r[0].new_text)]
    sent = set(MESSAGE_ID.findall(gzip.decompress((options.mail / "usrp-support-sent.mbox.gz").read_bytes())))
    print(len(replies), "replies,", len(candidates), "candidates", file=sys.stderr)
    dice = random.Random(SEED)
    chosen = dice.sample(candidates, CANDIDATES)
    chosen += dice.sample([reply for reply in replies if reply not in candidates], OTHERS)
    dice.shuffle(chosen)
    chosen += [reply for reply in candidates if reply not in chosen and len(reply[0].new_text) <= SHORT]
    for reply, question in chosen:
        row = {
            "mbox": "sent" if f"<{reply.message_id}>".encode() in sent else "inbox",
            "message_id": f"<{reply.message_id}>",
            "question": question.new_text[:900],
            "text": reply.new_text[:2500],
        }
        print(json.dumps(row, ensure_ascii=False))


if __name__ == "__main__":
    main()
