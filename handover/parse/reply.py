"""The writer's own new text, apart from what was quoted, signed or appended.

Handles top, bottom and inline posting, Outlook blocks with and without rule lines, German and English mail
programs, and HTML marks. In doubt a line stays with the writer: losing a customer's words is worse than
keeping a line of a quote. Who wrote the quote is not asked.
"""

from __future__ import annotations

from typing import NamedTuple

from handover.parse.disclaimer import banner_end, footer_start
from handover.parse.html import QUOTE_START, SIGNATURE_START
from handover.parse.introduction import colon_ends, introduction, quotes_follow, words_before
from handover.parse.quote_header import (
    REPLY_ABOVE,
    RULE_STARTS,
    begins_with_receiver,
    header_block,
    is_rule,
    name_and_date_above,
)
from handover.parse.signature import is_drawn, postscript, signature_start

MAX_LINES = 5000
_LABEL = 40
_NOTABLE = frozenset(["", *f" \t-_=~—–*#{QUOTE_START}{SIGNATURE_START}"])
"""First characters of lines to be looked at closely; other lines without a colon are the writer's."""


class Split(NamedTuple):
    """A mail's text in three: the writer's own words, what was quoted, and the signature with all footers.

    *letterhead* is the part of *signature* that is the writer's, without legal and list footers.
    """

    new: str
    quoted: str
    signature: str
    letterhead: str


def split_reply(text: str, author: str = "") -> Split:
    """Take *text* apart; *author* is the sender's display name, which helps to find the signature."""
    lines = text.split("\n")[:MAX_LINES]
    if top := banner_end(lines):
        lines = lines[top:]
    if lines[0][:2] == "##" and REPLY_ABOVE.match(lines[0]):
        lines = lines[1:]
    own, quoted = _separate(lines, [line.replace("：", ":") for line in lines] if "：" in text else lines)
    if quoted and not any(own) and all(line.lstrip()[:1] == ">" for line in quoted):
        own, quoted = quoted, []
    end = footer_start(own)
    footer = own[end:]
    own = _without_blanks(own[:end])
    start = signature_start(own, author)
    signature = own[start:]
    if after := postscript(signature):
        own = [*_without_blanks(own[:start]), "", *signature[after:]]
        signature, start = _without_blanks(signature[:after]), len(own)
    return Split(_joined(own[:start]), _joined(quoted), _joined(signature + footer), _joined(signature))


def _separate(lines: list[str], narrow: list[str]) -> tuple[list[str], list[str]]:
    """Return the lines that were not quoted, and those that were; *narrow* are the lines with ASCII colons."""
    own: list[str] = []
    quoted: list[str] = []
    ends = colon_ends(narrow)
    last_quoted = -2
    resume = 0
    for index, line in enumerate(lines):
        first = line[:1]
        if index < resume:
            continue
        if first == ">":
            quoted.append(line)
            last_quoted = index
        elif (
            first not in _NOTABLE
            and index not in ends
            and ":" not in narrow[index]
            and last_quoted != index - 1
        ):
            own.append(line)
        elif not (bare := narrow[index].strip()):
            if own and own[-1]:
                own.append("")
        elif bare[0] == ">" or (last_quoted == index - 1 and _is_wrapped_tail(lines, index)):
            quoted.append(line)
            last_quoted = index
        elif length := introduction(narrow, index, ends.get(index, -1)):
            if before := words_before(line):
                own.append(before)
            resume = index + length
            if not _goes_on(lines, resume, own):
                return _without_rules(own), quoted + lines[index:]
            quoted.extend(lines[index:resume])
        elif _is_header(narrow, index, bare):
            above = min(name_and_date_above(lines, index), len(own)) if begins_with_receiver(bare) else 0
            return _without_rules(own[: len(own) - above]), quoted + lines[index - above :]
        elif bare[-1] == QUOTE_START:
            return own, quoted + lines[index + 1 :]
        else:
            own.append("-- " if bare[-1] == SIGNATURE_START else line)
    return own, quoted


def _is_header(lines: list[str], at: int, bare: str) -> bool:
    """Tell whether the line *at*, stripped *bare*, is a rule line or begins a header block of a quote."""
    if bare[0] in RULE_STARTS and is_rule(bare):
        return True
    return ":" in bare[:_LABEL] and header_block(lines, at) > 0


def _goes_on(lines: list[str], at: int, own: list[str]) -> bool:
    """Tell whether the writer's words may go on below a quote whose introduction ends before line *at*."""
    if quotes_follow(lines, at):
        return True
    if any(own):
        return False
    last = max((i for i in range(at, len(lines)) if lines[i].lstrip()[:1] == ">"), default=-1)
    return last >= 0 and any(line.strip() for line in lines[last + 1 :])


def _is_wrapped_tail(lines: list[str], at: int) -> bool:
    """Tell whether a short line between two quoted ones is the rest of the first, broken off on its way."""
    before = lines[at - 1]
    if len(before) < 60 or before.lstrip()[:1] != ">" or at + 1 >= len(lines):
        return False
    return len(lines[at]) <= 40 and lines[at + 1].lstrip()[:1] == ">" and before.rstrip()[-1] not in ".?!:"


def _without_rules(lines: list[str]) -> list[str]:
    """Return *lines* without the drawn rules and blank lines that lead over to a quote."""
    end = len(lines)
    while end and (not lines[end - 1].strip() or is_drawn(lines[end - 1])):
        end -= 1
    return lines[:end]


def _without_blanks(lines: list[str]) -> list[str]:
    """Return *lines* without the blank ones at the end."""
    end = len(lines)
    while end and not lines[end - 1]:
        end -= 1
    return lines[:end]


def _joined(lines: list[str]) -> str:
    return "\n".join(lines).strip("\n")
