"""Text measured as a terminal shows it: wide East Asian characters take two columns, combining marks none."""

from __future__ import annotations

import unicodedata


def width(text: str) -> int:
    """Return how many columns *text* takes."""
    return len(text) if text.isascii() else sum(map(_columns, text))


def fit(text: str, columns: int) -> str:
    """Return *text* cut to *columns* with an ellipsis, or padded with spaces to them."""
    return pad(cut(text, columns), columns)


def pad(text: str, columns: int, *, right: bool = False) -> str:
    """Return *text* padded with spaces to *columns*; *right* pushes it to the right edge."""
    space = " " * max(columns - width(text), 0)
    return space + text if right else text + space


def cut(text: str, columns: int) -> str:
    """Return *text*, cut with an ellipsis where it takes more than *columns*."""
    if width(text) <= columns:
        return text
    kept, used = [], 0
    for character in text:
        used += _columns(character)
        if used > columns - 1:
            break
        kept.append(character)
    return "".join(kept).rstrip() + "…"


def cut_words(text: str, columns: int) -> str:
    """Return *text*, cut with an ellipsis between two words where it takes more than *columns*."""
    if width(text) <= columns:
        return text
    head, space, _ = cut(text, columns).rstrip("…").rpartition(" ")
    return f"{head.rstrip()} …" if space and width(head) > columns // 2 else cut(text, columns)


def wrap(text: str, columns: int, lines: int = 1000) -> list[str]:
    """Return *text* broken between words into at most *lines* lines of *columns*; the last one may be cut.

    A word longer than a line is broken.
    """
    rows: list[str] = []
    row = ""
    for word in text.split():
        while width(word) > columns:
            head = _head(word, columns)
            rows += [row, head] if row else [head]
            row, word = "", word[len(head) :]
        joined = f"{row} {word}".strip()
        if width(joined) <= columns:
            row = joined
        else:
            rows.append(row)
            row = word
        if len(rows) > lines:
            break
    if row:
        rows.append(row)
    if len(rows) > lines:
        rows = [*rows[: lines - 1], cut(rows[lines - 1] + " …", columns)]
        rows[-1] = rows[-1] if rows[-1].endswith("…") else cut(rows[-1] + "…", columns)
    return rows


def _head(word: str, columns: int) -> str:
    used = 0
    for position, character in enumerate(word):
        used += _columns(character)
        if used > columns:
            return word[: max(position, 1)]
    return word


def _columns(character: str) -> int:
    if unicodedata.east_asian_width(character) in "WF":
        return 2
    return 0 if unicodedata.category(character) in ("Mn", "Me", "Cf") else 1
