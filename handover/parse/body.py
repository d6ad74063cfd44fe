"""The text that a mail shows: plain where that says something, else HTML; footers of lists come along.

Chooses among the leaves; decoding is `mime`, HTML is `html`, telling new from quoted text is `reply`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from handover.parse import html
from handover.parse.mime import MAX_TEXT, Leaf, Parts, read_text

_ARMOUR = re.compile(r"(?m)^-----BEGIN PGP SIGNED MESSAGE-----\n(?:[A-Za-z-]{1,40}: .{0,200}\n){0,5}\n?")
_MAX_LEAVES = 40
_MAX_CALENDARS = 3
_SEALED = frozenset({"application/pkcs7-mime", "application/x-pkcs7-mime", "application/pgp-encrypted"})


@dataclass(slots=True)
class Body:
    """The chosen text, the leaves it came from, and the calendar texts beside it."""

    text: str = ""
    leaves: list[Leaf] = field(default_factory=list)
    calendars: list[str] = field(default_factory=list)
    damage: set[str] = field(default_factory=set)


def read_body(data: bytes, parts: Parts) -> Body:
    """Return the text of the mail *data* with its *parts*; of alternatives, the one that says something."""
    reader = _Reader(data)
    for leaf in parts.leaves:
        media = leaf.content_type
        if media in {"text/calendar", "application/ics"}:
            reader.read_calendar(leaf)
        if not leaf.attached and _is_readable(media, leaf) and len(reader.body.leaves) < _MAX_LEAVES:
            reader.read(leaf)
    body = reader.finish()
    if not body.text and any(leaf.content_type in _SEALED for leaf in parts.leaves):
        body.damage.add("encrypted")
    return body


class _Reader:
    """Reads leaf after leaf; alternatives are kept apart until the last of them was seen."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.body = Body()
        self.budget = MAX_TEXT
        self.texts: list[str] = []
        self.choice = 0
        self.plain: list[str] = []
        self.pages: list[Leaf] = []

    def read_calendar(self, leaf: Leaf) -> None:
        if len(self.body.calendars) < _MAX_CALENDARS:
            self.body.calendars.append(read_text(self.data, leaf, MAX_TEXT, self.body.damage))

    def read(self, leaf: Leaf) -> None:
        self.body.leaves.append(leaf)
        if leaf.choice != self.choice:
            self.choose()
            self.choice = leaf.choice
        if leaf.content_type == "text/html" and leaf.choice:
            self.pages.append(leaf)
        elif leaf.content_type == "text/html":
            self.add_page(leaf)
        elif (found := self.text_of(leaf)).strip():
            (self.plain if leaf.choice else self.texts).append(found)

    def choose(self) -> None:
        """Take the plain text of the alternatives seen, or their HTML where the plain text is a stub."""
        plain = "\n".join(self.plain)
        before = len(self.texts)
        if not _says_enough(plain):
            for leaf in self.pages:
                self.add_page(leaf)
        if len(self.texts) == before and plain:
            self.texts.append(plain)
        self.plain.clear()
        self.pages.clear()

    def add_page(self, leaf: Leaf) -> None:
        found = html.text_of(self.text_of(leaf)).strip("\n")
        if found.strip() and not any(_is_same(found, text) for text in self.texts):
            self.texts.append(found)

    def text_of(self, leaf: Leaf) -> str:
        text = read_text(self.data, leaf, self.budget, self.body.damage)
        self.budget = max(self.budget - len(text), 0)
        return text

    def finish(self) -> Body:
        self.choose()
        text = "\n".join(self.texts)
        self.body.text = _without_armour(text) if "-----BEGIN PGP S" in text else text
        return self.body


def _is_same(one: str, other: str) -> bool:
    """Tell whether two texts begin alike, as where plain text and HTML are both sent without being alternatives."""
    return one[:400].split() == other[: len(one[:400]) + 40].split()[: len(one[:400].split())]


def _without_armour(text: str) -> str:
    """Return *text* without the frame of an inline OpenPGP signature (RFC 9580, 7)."""
    text = _ARMOUR.sub("", text)
    signature, end = text.find("-----BEGIN PGP SIGNATURE-----"), text.find("-----END PGP SIGNATURE-----")
    if 0 <= signature < end:
        text = text[:signature] + text[end + len("-----END PGP SIGNATURE-----") :]
    return text.replace("\n- -", "\n-")


def _is_readable(media: str, leaf: Leaf) -> bool:
    if leaf.name and leaf.position > 0 and media == "text/plain":
        return False
    return media in {"text/plain", "text/html", "text/enriched", "text"} or (
        media.startswith("text/") and leaf.parent == "" and media != "text/calendar"
    )


def _says_enough(text: str) -> bool:
    """Tell whether the plain text is more than the stub that some programs put beside HTML."""
    words = text.split(None, 12)
    if len(words) >= 12:
        return True
    shown = text.lower()
    return bool(words) and not (
        "html" in shown and ("mail" in shown or "view" in shown or "anzeigen" in shown)
    )
