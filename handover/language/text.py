"""From a mail's new text to what is worth reading: without greeting, sign-off, quotes and disguise; sentences.

It cuts, it does not judge. Positions always refer to the text that `prepare` returns.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from handover.language.rule import Pack

MAX_CHARS = 20_000
"""So much of a text is read; a mail that says more is cut, and the signals say so."""
MAX_WORDS = 90
"""A sentence is at most so many words and marks; longer ones are read in pieces."""
MAX_AFTER_SIGNOFF = 14
PROSE = 60

TOKEN = re.compile(
    r"https?://\S+|\d+(?:[.:,/\-]\d+)+|[^\W_]+(?:['’.\-/&@_][^\W_]+)*"
    r"|[:;=8xX]['’\-o^]?[)(\[\]DdPp/\\|3*]+(?!\w)|<3|[,;:()\"„“”«»–—\[\]]|[\u2600-\u27bf\U0001f300-\U0001faff]"
)
"""Words and marks of a lower-case text: links, numbers, words, emoticons, punctuation, symbols."""

MAX_PIECES = 30_000
MAX_PIECE = 40

_TAKEN_OUT: dict[int, str | None] = dict.fromkeys(
    (0x200B, 0x200C, 0x2060, 0xFEFF, 0x180E, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
)
_TAKEN_OUT |= {0xAD: None, 0x200D: None, 0xA0: " ", 0x202F: " ", 0x0D: None, 0x2028: "\n", 0x2029: "\n"}
_HIDDEN_INSIDE = re.compile("[^\\W\\d_][\u200b\u200c\u2060\ufeff\u180e\u202a-\u202e\u2066-\u2069]+[^\\W\\d_]")
_MIXED = re.compile("[A-Za-zäöüÄÖÜß][\u0370-\u03ff\u0400-\u04ff]|[\u0370-\u03ff\u0400-\u04ff][A-Za-zäöüÄÖÜß]")
_ODD = re.compile("[\r\u00a0\u00ad\u180e\u200b-\u200d\u2028-\u202f\u2060-\u2069\ufeff\u0370-\u04ff]")
_EVENT = re.compile(r"[.!?…]+[)\"”“’»']*(?=\s|$)|\n")
_BULLET = re.compile(r"[ \t]*(?:[-*•–+]|\d{1,2}[.)]|[a-h][.)])[ \t]+")
_ITEM_ENDS = (".", ")")
_BEFORE_LAST_WORD = re.compile(r".*[^\w.:/,\-]|", re.DOTALL)
_WORD = re.compile(r"\w*")
_SHORT_LINE = 50


class Prepared(NamedTuple):
    """A text as it is read; *notes* are stable words for what was odd: ``cut``, ``disguised``."""

    text: str
    notes: tuple[str, ...]


class Span(NamedTuple):
    """A sentence as positions in the prepared text, and how it ends."""

    start: int
    end: int
    stop: str


_pieces: dict[str, tuple[str, ...]] = {}
"""What stood between two blanks, cut to words and marks; remembered, since most of it comes again."""


def words_of(text: str) -> list[str]:
    """Return the lower-case words and marks of *text*, as `TOKEN` finds them; none holds a blank."""
    words: list[str] = []
    for piece in text.lower().split():
        try:
            words += _pieces[piece]
        except KeyError:
            words += _cut(piece)
    return words


def _cut(piece: str) -> tuple[str, ...]:
    found = tuple(TOKEN.findall(piece))
    if len(piece) <= MAX_PIECE:
        if len(_pieces) >= MAX_PIECES:
            _pieces.clear()
        _pieces[piece] = found
    return found


def prepare(text: str) -> Prepared:
    """Cut *text* to a readable length and take out what cannot be seen.

    Characters without width between the letters of a word, or words of mixed alphabets, disguise: it is noted.
    """
    notes = []
    if len(text) > MAX_CHARS:
        text = text[:MAX_CHARS]
        notes.append("cut")
    if _ODD.search(text):
        if len(_HIDDEN_INSIDE.findall(text)) > 2 or len(_MIXED.findall(text)) > 1:
            notes.append("disguised")
        text = text.translate(_TAKEN_OUT)
    return Prepared(text, tuple(notes))


class Cuts(NamedTuple):
    """How lines begin that are no content, and abbreviations, of all languages together.

    *openings* are the first two letters of all such lines.
    """

    greetings: tuple[str, ...]
    signoffs: tuple[str, ...]
    disclaimers: tuple[str, ...]
    abbreviations: frozenset[str]
    counted: frozenset[str]
    openings: frozenset[str]


def cuts_of(packs: tuple[Pack, ...]) -> Cuts:
    """Join what the *packs* know of greetings, sign-offs, disclaimers and abbreviations."""
    greetings = tuple(word for pack in packs for word in pack.greetings)
    signoffs = tuple(word for pack in packs for word in pack.signoffs)
    disclaimers = tuple(word for pack in packs for word in pack.disclaimers)
    return Cuts(
        greetings,
        signoffs,
        disclaimers,
        frozenset(word for pack in packs for word in pack.abbreviations),
        frozenset(word for pack in packs for word in pack.counted),
        frozenset(word[:2] for word in (*greetings, *signoffs, *disclaimers)),
    )


def content(text: str, cuts: Cuts) -> list[tuple[int, int]]:
    """Return the line spans of *text* that carry content.

    Left out: quoted lines, greetings at the start, a sign-off with the few lines behind it, disclaimers.
    """
    greetings, signoffs, disclaimers, *_, openings = cuts
    rows = text.split("\n")
    kept: list[tuple[int, int]] = []
    at, filled, named = 0, 0, False
    for number, row in enumerate(rows):
        start, at = at, at + len(row) + 1
        bare = row.strip()
        if not bare:
            named = False
            kept.append((start, start))
            continue
        if named or bare[0] == ">" or bare[0] == "|":
            continue
        if bare[:2].lower() not in openings:
            filled += 1
            kept.append((start, at - 1))
            continue
        low = bare[:60].lower() + "\n"
        if filled < 2 and len(bare) < 60 and low.startswith(greetings) and "?" not in bare:
            start += _greeting_length(row)
        elif low.startswith(signoffs) and _is_signoff(bare, [r for r in rows[number + 1 :] if r.strip()]):
            if not _goes_on(rows, number):
                break
            named = True
            continue
        if low.startswith(disclaimers):
            break
        filled += 1
        if start < at - 1:
            kept.append((start, at - 1))
    return kept


def _goes_on(rows: list[str], number: int) -> bool:
    """Tell whether prose follows below a sign-off, in a paragraph of its own (a second language, a second writer)."""
    gap = False
    for row in rows[number + 1 :]:
        bare = row.strip()
        gap = gap or not bare
        if gap and len(bare) > PROSE and bare[-1] in ".?!":
            return True
    return False


def _greeting_length(row: str) -> int:
    """Return how much of a greeting's line is greeting: all, up to where content follows, or nothing."""
    cuts = [at for mark in (",", " - ", "!", " – ", ":") if 0 < (at := row.find(mark)) < 45]
    if cuts and len(row) - min(cuts) > 18:
        return min(cuts) + 1
    return len(row) if len(row.split()) < 8 or cuts else 0


def _is_signoff(bare: str, rest: list[str]) -> bool:
    """Tell whether a line that begins like a sign-off is one, by its length and the lines that follow."""
    if len(rest) > MAX_AFTER_SIGNOFF:
        return False
    if bare.lower().startswith(("thank", "danke", "cheers", "many thanks")):
        ends = bare[-1] in ".?!" and len(bare.split()) > 2
        return (
            not ends
            and len(bare.split()) < 5
            and all(len(row) < 50 and row.strip()[-1] not in ".?!" for row in rest)
        )
    if bare[-1] in ".?!" and len(bare.split()) > 2:
        return False
    return len(bare) <= 34 or (len(bare) < 70 and not any(mark in bare for mark in ".?!;"))


def sentences(text: str, kept: list[tuple[int, int]], cuts: Cuts) -> list[Span]:
    """Split the *kept* lines of *text* into sentences, in the order they stand."""
    found: list[Span] = []
    for start, end in _blocks(text, kept):
        _split(text, start, end, cuts, found)
    return found


def _blocks(text: str, kept: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join neighbouring kept lines to blocks; an empty or left-out line parts them."""
    blocks: list[tuple[int, int]] = []
    for start, end in kept:
        if start == end:
            blocks.append((end, end))
        elif blocks and blocks[-1][1] + 1 == start and blocks[-1][0] < blocks[-1][1]:
            blocks[-1] = (blocks[-1][0], end)
        else:
            blocks.append((start, end))
    return [block for block in blocks if block[0] < block[1]]


def _split(text: str, start: int, end: int, cuts: Cuts, found: list[Span]) -> None:
    """Append the sentences of one block: at sentence marks, at short lines, before list items."""
    begin = line = start
    for event in _EVENT.finditer(text, start, end):
        dot, at = event.span()
        stop = text[dot:at]
        if stop == "\n":
            if not ((at - line <= _SHORT_LINE and text[at : at + 1].isupper()) or _leads_item(text, at, end)):
                line = at
                continue
            line, stop = at, ""
        elif stop[0] == "." and stop[:2] != ".." and not _ends(text, dot, at, end, cuts):
            continue
        if dot > begin:
            found.append(Span(begin, dot, _kind(stop)))
        begin = at
    if begin < end:
        found.append(Span(begin, end, ""))


def _leads_item(text: str, at: int, end: int) -> bool:
    """Tell whether a list item begins at *at*."""
    if text[at : at + 1].isalpha() and text[at + 1 : at + 2] not in _ITEM_ENDS:
        return False
    return _BULLET.match(text, at, end) is not None


def _counts(text: str, after: int, cuts: Cuts) -> bool:
    """Tell whether what follows a number and a dot is something that is counted ("am 3. März")."""
    match = _WORD.match(text, after + 1)
    return match is not None and match.group().lower() in cuts.counted


def _kind(stop: str) -> str:
    return "?" if "?" in stop else "!" if "!" in stop else stop[:1]


def _ends(text: str, dot: int, after: int, end: int, cuts: Cuts) -> bool:
    """Tell whether the dot at *dot* ends a sentence: not after abbreviations, ordinals and before lower case."""
    following = text[after : after + 8].lstrip(" ")
    if not following or (following[0] == "\n" and text[after:end].strip() == ""):
        return True
    if following[0] != "\n" and following[0].islower():
        return False
    last = dot - 1 if text[dot - 1 : dot] == "\n" else dot
    before = _BEFORE_LAST_WORD.match(text, max(0, dot - 24), last)
    word = text[before.end() : last].lower() if before else ""
    if word in cuts.abbreviations:
        return False
    if word.isdigit() and len(word) <= 2 and following[0] != "\n":
        leads = dot - len(word) == 0 or text[dot - len(word) - 1] == "\n"
        if leads or _counts(text, after, cuts):
            return False
    if len(word) == 1 and word.isalpha():
        return False
    return not following[0].islower() or (following[0] == "\n" and not text[after:end].lstrip()[:1].islower())
