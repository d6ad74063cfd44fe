"""The sentence by which a mail program introduces a quote: "On … NAME wrote:", "Am … schrieb NAME:".

Works on lines and looks at four of them at most. Header blocks ("From: … Sent: …") are in `quote_header`.
"""

from __future__ import annotations

import re

MAX_LINE = 400
_REACH = 3
_ENDINGS = ": \t"
_VERBS = (
    r"wrote|writes|said|schrieb(?:en)?|hat geschrieben|schreibt|meinte|a écrit|escribió|ha scritto|scrisse|escreveu|"
    r"schreef|skrev|kirjoitti|napisał(?:\(a\))?|napsal\(?a?\)?|написал\(?а?\)?|пише|пишет|geschreven|"
    r"heeft geschreven|"
    r"írta|yazdı|sendte|wrote the following|schrieb folgendes"
)
_STAMP = re.compile(
    r"\d{1,2}[:.]\d{2}|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\s?\d{1,2}[-/.]\s?\d{2,4}|\b(?:19|20)\d\d\b|\S@\S"
)
_CLOCK = re.compile(r"\d{1,2}[:.h]\d\d")
DAY_AND_CLOCK = re.compile(
    r"\d.{0,30}?\b\d{1,2}[:h]\d\d\b|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}.{0,12}?\b\d{1,2}\.\d\d\b"
)
_VERB = re.compile(rf"\b(?:{_VERBS})\b", re.I)
_ENDS_WITH_VERB = re.compile(rf"(?:\b(?:{_VERBS})\b[^:\n]{{0,160}}|写道|寫道|のメッセージ)\s?:\s*$", re.I)
_STARTS = re.compile(
    r"\W{0,3}(?:on|am|le|el|il|op|em|den|på|dne|w dniu|dnia|at|in|a|quoting|zitat von|von|on behalf of)\b",
    re.I,
)
_BROKEN_BRACKET = re.compile(rf">\s?(?:(?:{_VERBS})\s?)?:$", re.I)
_OPENING_INSIDE = re.compile(r"(?:(?<=[.!?])|\s{2,8})(?:On|Am)\s(?=.{0,25}\d)")
_PARTICLES = frozenset({"van", "von", "de", "der", "den", "zu"})


def colon_ends(lines: list[str]) -> dict[int, int]:
    """Return for each line that may begin an introduction the next line that ends with a colon."""
    found: dict[int, int] = {}
    for end in [
        i for i, line in enumerate(lines) if line[-1:] in _ENDINGS and line and line.rstrip().endswith(":")
    ]:
        for index in range(max(end - _REACH, 0), end + 1):
            found.setdefault(index, end)
    return found


def introduction(lines: list[str], at: int, end: int) -> int:
    """Return how many lines from *at* on introduce a quote, 0 if none; *end* as `colon_ends` gives it, or -1."""
    if end < at:
        return 0
    sentence = lines[at].strip()
    if len(sentence) > MAX_LINE:
        return 0
    if sentence.endswith(":"):
        return 1 if _introduces(sentence, lines, at + 1) else 0
    if not (_STARTS.match(sentence) or _STAMP.search(sentence)):
        return 0
    for index in range(at + 1, end + 1):
        following = lines[index].strip()
        if not following or (following[0] == ">" and not _BROKEN_BRACKET.match(following)):
            return 0
        sentence = f"{sentence} {following}"
    if len(sentence) <= MAX_LINE and _introduces(sentence, lines, end + 1):
        return end + 1 - at
    return 0


def _introduces(sentence: str, lines: list[str], after: int) -> bool:
    """Tell whether *sentence*, which ends with a colon, introduces a quote; *after* is the line that follows it."""
    mailbox = "@" in sentence
    if mailbox and DAY_AND_CLOCK.search(sentence):
        return True
    stamped = mailbox or bool(_STAMP.search(sentence))
    if _ENDS_WITH_VERB.search(sentence[-240:]):
        if stamped:
            return True
        verb = _VERB.search(sentence)
        words = sentence[: verb.start()].split() if verb else []
        if 0 < len(words) <= 6 and all(w[:1].isupper() or w[:1] in "(\"'<" or w in _PARTICLES for w in words):
            return True
        return 0 < len(words) <= 8 and quotes_follow(lines, after)
    if (mailbox and "<" in sentence) or (stamped and _CLOCK.search(sentence)):
        return len(sentence) < 200 and quotes_follow(lines, after)
    return False


def quotes_follow(lines: list[str], at: int) -> bool:
    """Tell whether the next line with words after *at* is marked with ``>``."""
    for line in lines[at : at + 4]:
        if bare := line.lstrip():
            return bare[0] == ">"
    return False


def words_before(line: str) -> str:
    """Return what stands before the "On … wrote:" of a line that some programs run into the writer's last sentence."""
    match = _OPENING_INSIDE.search(line[:MAX_LINE])
    return line[: match.start()].strip() if match else ""
