"""From text to tokens with the senses that their words have in one language.

Whatever looks like a name, a file, an address or an identifier loses its senses here, so that no later rule
can take it for a date. One pass, linear in the text.
"""

from __future__ import annotations

import re
from typing import Any

from handover.language.dates_words import NO_SENSES, Lexicon, Senses

MAX_CHARS = 16_384
_TOKEN = re.compile(
    r"[ap]\.[ ]?m\b\.?|[^\W\d_]+(?:['’][^\W\d_]+)*|[0-9]+(?:[.,:/\-–][0-9]+)*|\n|[^\s]",
    re.IGNORECASE,
)
_NUMBER_PART = re.compile(r"[0-9]+")
_GLUE = frozenset("@_\\#=&+|~$€£%<>")
_NUMBERED = frozenset("q h t w kw cw wk".split())
_JOINING = frozenset("/-–")


class Token:
    """A word, number or mark: where it stands, its lower-case form, its senses; *parts* are a number's digits.

    *shape* is ``w`` word, ``n`` number, ``p`` mark, ``l`` line end. *glued* tells that no blank stands before
    it, *capital* that it starts with a capital letter (and is not shouted).
    """

    __slots__ = ("capital", "end", "glued", "low", "parts", "senses", "shape", "start")

    def __init__(self, low: str, start: int, end: int, shape: str, glued: bool, capital: bool) -> None:
        self.low = low
        self.start = start
        self.end = end
        self.shape = shape
        self.glued = glued
        self.capital = capital
        self.senses: Senses = NO_SENSES
        self.parts: tuple[str, ...] = ()

    def sense(self, kind: str) -> Any:
        """Return the value of the word as a *kind* of word, None where it is none."""
        return self.senses.get(kind)

    @property
    def marks(self) -> str:
        """Return what stands between the digits of a number: ``..`` for ``24.11.2025``."""
        return "".join(mark for mark in self.low if not mark.isdigit()) if self.shape == "n" else ""


def tokenise(text: str, lexicon: Lexicon) -> list[Token]:
    """Return the tokens of *text* (cut at `MAX_CHARS`), phrases of the lexicon as one token each."""
    words, phrases = lexicon.words, lexicon.phrases
    tokens: list[Token] = []
    last = 0
    starts = False
    for match in _TOKEN.finditer(text, 0, MAX_CHARS):
        raw = match.group()
        start, end = match.span()
        low = raw.lower()
        first = raw[0]
        if first.isalpha():
            if "’" in low:
                low = low.replace("’", "'")
            capital = first.isupper() and (len(raw) < 5 or not raw.isupper())
            token = Token(low, start, end, "w", start == last, capital)
            token.senses = words.get(low, NO_SENSES)
        elif first in "0123456789":
            token = Token(low, start, end, "n", start == last, False)
            token.parts = tuple(_NUMBER_PART.findall(raw))
        else:
            token = Token(low, start, end, "l" if raw == "\n" else "p", start == last, False)
        starts = starts or low in phrases
        last = end
        tokens.append(token)
    if starts:
        tokens = _join_phrases(tokens, lexicon)
    _silence_names(text, tokens)
    return tokens


def _join_phrases(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """Make one token of each phrase that the lexicon knows; hyphens may stand for its blanks."""
    joined: list[Token] = []
    at, count = 0, len(tokens)
    while at < count:
        token = tokens[at]
        end = at + 1
        for rest, senses in lexicon.phrases.get(token.low, ()):
            if (stop := _follows(tokens, at + 1, rest)) is not None:
                end = stop
                token = Token(token.low, token.start, tokens[stop - 1].end, "w", token.glued, token.capital)
                token.low = " ".join((token.low, *rest))
                token.senses = senses
                break
        joined.append(token)
        at = end
    return joined


def _follows(tokens: list[Token], at: int, rest: tuple[str, ...]) -> int | None:
    """Return the index behind the words *rest* if they stand from *at* on, on one or two lines."""
    for word in rest:
        while at < len(tokens) and tokens[at].low in ("-", "\n", "."):
            if tokens[at].low == "." and not tokens[at].glued:
                return None
            at += 1
        if at >= len(tokens) or tokens[at].low != word:
            return None
        at += 1
    return at


def _silence_names(text: str, tokens: list[Token]) -> None:
    """Take the senses from words inside addresses, files and identifiers; such numbers lose their parts."""
    for at, token in enumerate(tokens):
        if not token.senses and token.shape != "n":
            continue
        before = tokens[at - 1] if at and token.glued else None
        if before is not None and before.shape == "w" and not before.senses and before.low not in _NUMBERED:
            token.senses, token.parts = NO_SENSES, ()
            continue
        after = tokens[at + 1] if at + 1 < len(tokens) and tokens[at + 1].glued else None
        if _is_inside(before, tokens[at - 2] if at > 1 else None, ahead=False) or _is_inside(
            after, tokens[at + 2] if at + 2 < len(tokens) else None, ahead=True
        ):
            token.senses = NO_SENSES
            token.parts = ()


def _is_inside(near: Token | None, far: Token | None, *, ahead: bool) -> bool:
    """Tell whether the glued neighbours of *token* make it a part of something longer that is no date."""
    if near is None:
        return False
    if near.low in _GLUE:
        return not ahead if near.low in "+=" else near.low not in "<>|~"
    if far is None or (not far.glued if ahead else not near.glued):
        return False
    if near.low == ".":
        return far.shape == "w" and not far.capital if ahead else far.shape == "w" and not far.senses
    if near.low in _JOINING and far.shape == "w":
        return not far.senses
    return False
