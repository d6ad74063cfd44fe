"""Measure how fast the language layer loads and reads, in CPU seconds of one core.

    python benchmarks/language_speed.py [--mailbox examples/mailbox] [--chars 600]

Reads the texts of the example mailbox, put together to mails of about *chars* characters, several times over;
the first round, in which words and phrases are looked up for the first time, is shown apart.
"""

from __future__ import annotations

import argparse
import re
import time
from pathlib import Path

ROUNDS = 5


def texts_of(folder: Path, chars: int) -> list[str]:
    """Return mails of about *chars* characters, made of the mails of one example thread each."""
    mails: list[str] = []
    for path in sorted(folder.glob("*.mail")):
        mails.append("")
        for block in re.split(r"(?m)^--- ", path.read_text("utf-8"))[1:]:
            body = re.sub(r"\{\{.*?\}\}", "", block.partition("\n\n")[2]).strip()
            if len(mails[-1]) + len(body) < chars * 1.15:
                mails[-1] += "\n\n" + body
            elif body:
                mails.append(body)
    return [mail for mail in mails if chars * 0.6 < len(mail) < chars * 1.4]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--mailbox", type=Path, default=Path(__file__).parent.parent / "examples" / "mailbox")
    parser.add_argument("--chars", type=int, default=600)
    args = parser.parse_args()
    import handover.model  # noqa: F401  the types, which every command loads

    started = time.process_time()
    from handover.language import read
    from handover.language.reading import read as _  # noqa: F401
    from handover.language.vocabulary import default

    default().lexicon("de"), default().lexicon("en")
    print(f"load: {(time.process_time() - started) * 1000:.0f} ms")
    texts = texts_of(args.mailbox, args.chars)
    print(f"{len(texts)} mails of {sum(map(len, texts)) / len(texts):.0f} characters on average")
    for number in range(ROUNDS):
        started = time.process_time()
        for text in texts:
            read(text)
        seconds = time.process_time() - started
        print(
            f"round {number + 1}: {len(texts) / seconds:,.0f} mails/s, {seconds / len(texts) * 1e6:.0f} µs each"
        )


if __name__ == "__main__":
    main()
