"""The writer's own new text, apart from what was quoted, signed or appended.

Handles top, bottom and inline posting, Outlook blocks with and without rule lines, German and English mail
programs, and HTML marks. In doubt a line stays with the writer: losing a customer's words is worse than
keeping a line of a quote. Who wrote the quote is not asked.
"""

from __future__ import annotations

from typing import NamedTuple

from handover.parse.attribution import (
    begins_with_receiver,
    header_block,
    introduction,
    is_rule,
    name_and_date_above,
    quotes_follow,
    words_before,
)
from handover.parse.disclaimer import banner_end, footer_start
from handover.parse.html import QUOTE_START, SIGNATURE_START
from handover.parse.signature import is_drawn, signature_start

MAX_LINES = 5000


class Split(NamedTuple):
    """A mail's text in three: the writer's own words, what was quoted or appended, the signature."""

    new: str
    quoted: str
    signature: str


def split_reply(text: str, author: str = "") -> Split:
    """Take *text* apart; *author* is the sender's display name, which helps to find the signature."""
    lines = text.split("\n")[:MAX_LINES]
    lines = lines[banner_end(lines) :]
    own, quoted = _separate(lines)
    if not _trimmed(own) and quoted and all(line.lstrip()[:1] == ">" for line in quoted):
        own, quoted = quoted, []
    end = footer_start(own)
    footer = own[end:]
    own = _trimmed(own[:end])
    start = signature_start(own, author)
    signature = own[start:]
    own = _trimmed(own[:start])
    return Split("\n".join(own), "\n".join(_trimmed(quoted)), "\n".join(_trimmed(signature + footer)))


def _separate(lines: list[str]) -> tuple[list[str], list[str]]:
    """Return the lines that were not quoted, and those that were."""
    own: list[str] = []
    quoted: list[str] = []
    index = 0
    while index < len(lines):
        line = lines[index]
        bare = line.lstrip()
        if not bare:
            own.append("")
            index += 1
            continue
        if bare[0] == ">" or _is_wrapped_tail(lines, index):
            quoted.append(line)
            index += 1
            continue
        if QUOTE_START in line:
            return own, quoted + lines[index + 1 :]
        length = introduction(lines, index)
        if length and (before := words_before(line)):
            own.append(before)
        if length and (quotes_follow(lines, index + length) or (not _trimmed(own) and _answered_below(lines, index + length))):
            quoted.extend(lines[index : index + length])
            index += length
            continue
        if length or is_rule(line) or header_block(lines, index):
            above = min(name_and_date_above(lines, index), len(own)) if begins_with_receiver(line) else 0
            return _without_rules(own[: len(own) - above]), quoted + lines[index - above :]
        own.append(line.replace(SIGNATURE_START, "-- "))
        index += 1
    return own, quoted


def _answered_below(lines: list[str], at: int) -> bool:
    """Tell whether text stands below the last quoted line of a mail that begins with an introduction."""
    last = max((i for i in range(at, len(lines)) if lines[i].lstrip()[:1] == ">"), default=-1)
    return last >= 0 and any(line.strip() for line in lines[last + 1 :])


def _is_wrapped_tail(lines: list[str], at: int) -> bool:
    """Tell whether a short line between two quoted ones is the rest of the first, broken off on its way."""
    if not 0 < at < len(lines) - 1:
        return False
    line, before, after = lines[at], lines[at - 1], lines[at + 1]
    return (
        before.lstrip()[:1] == ">"
        and after.lstrip()[:1] == ">"
        and len(line) <= 40
        and len(before) >= 60
        and before.rstrip()[-1] not in ".?!:"
    )


def _without_rules(lines: list[str]) -> list[str]:
    """Return *lines* without the drawn rules and blank lines that lead over to a quote."""
    end = len(lines)
    while end and (not lines[end - 1].strip() or is_drawn(lines[end - 1])):
        end -= 1
    return lines[:end]


def _trimmed(lines: list[str]) -> list[str]:
    start, end = 0, len(lines)
    while start < end and not lines[start].strip():
        start += 1
    while end > start and not lines[end - 1].strip():
        end -= 1
    return lines[start:end]
