"""What makes a page accessible, read from its HTML and style alone: the rules that a browser's audit checks, too.

Headings go down one level at a time from a single ``h1``; there is one ``main``; tables have column headers with a
scope and rows as wide as they; links and pictures have names; every language is one; ids are unique. Colours are
compared as WCAG 2.2 does (1.4.3): 4.5 to 1 for text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import pairwise, product

LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
VOID = frozenset("meta br link img input hr".split())
TEXT = ("ink", "soft", "link", "red", "amber")
GROUNDS = ("ground", "shade")
LEAST = 4.5


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.faults: list[str] = []
        self.headings: list[int] = []
        self.mains = 0
        self.open: list[str] = []
        self.names: list[str] = []
        self.title = ""
        self.style = ""
        self.lang = ""
        self.labels: set[str] = set()
        self.ids: set[str] = set()
        self.widths: list[int] = []
        self.row = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag not in VOID:
            self.open.append(tag)
        if "id" in values:
            self.ids.add(values["id"])
        self.labels |= set(values.get("aria-labelledby", "").split())
        if "lang" in values and not LANGUAGE.fullmatch(values["lang"]):
            self.faults.append(f"{tag} in no language: {values['lang']!r}")
        self._structure(tag, values)
        self._table(tag, values)

    def _structure(self, tag: str, values: dict[str, str]) -> None:
        if tag == "html":
            self.lang = values.get("lang", "")
        elif tag == "main":
            self.mains += 1
        elif re.fullmatch(r"h[1-6]", tag):
            self.headings.append(int(tag[1]))
        elif tag in ("a", "img") or values.get("role") == "img":
            self.names.append(values.get("aria-label", "") or values.get("alt", ""))
            if tag == "img" and "alt" not in values:
                self.faults.append("img without alt")
        if tag == "nav" and not values.get("aria-label"):
            self.faults.append("nav without a name")
        if tag == "ul" and self.open[-2:-1] == ["ul"]:
            self.faults.append("list in a list, not in one of its entries")
        if tag == "li" and self.open[-2:-1] not in (["ul"], ["ol"]):
            self.faults.append("li outside a list")

    def _table(self, tag: str, values: dict[str, str]) -> None:
        if tag == "table":
            self.widths.append(0)
        elif tag == "tr":
            self.row = 0
        elif tag == "th":
            self.widths[-1] += 1
            if values.get("scope") not in ("col", "row"):
                self.faults.append("th without scope")
        elif tag == "td":
            self.row += int(values.get("colspan", "1"))

    def handle_endtag(self, tag: str) -> None:
        if tag not in self.open:
            return
        while self.open and self.open.pop() != tag:
            pass
        if tag == "a" and not self.names[-1].strip():
            self.faults.append("link without a name")
        if tag == "tr" and self.row and self.row != self.widths[-1]:
            self.faults.append(f"row of {self.row} cells under {self.widths[-1]} headers")

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] == "title":
            self.title += data
        elif self.open and self.open[-1] == "style":
            self.style += data
        elif "a" in self.open and self.names:
            self.names[-1] += data


def barriers(page: str) -> Iterator[str]:
    """Yield what on *page* keeps somebody out."""
    reader = _Page()
    reader.feed(page)
    yield from reader.faults
    if not LANGUAGE.fullmatch(reader.lang):
        yield "page without a language"
    if not reader.title.strip():
        yield "page without a title"
    if reader.mains != 1:
        yield f"{reader.mains} times main"
    if reader.headings.count(1) != 1 or reader.headings[:1] != [1]:
        yield "not one h1 at the head"
    yield from (f"h{a} followed by h{b}" for a, b in pairwise(reader.headings) if b > a + 1)
    yield from (f"named by nothing: {label}" for label in sorted(reader.labels - reader.ids))
    yield from faint(reader.style)


def faint(style: str) -> Iterator[str]:
    """Yield the pairs of colours in *style*, for each of its schemes, that are too much alike to be read."""
    for number, scheme in enumerate(_schemes(style)):
        for text, ground in product(TEXT, GROUNDS):
            found = contrast(scheme[text], scheme[ground])
            if found < LEAST:
                yield f"{text} on {ground} in scheme {number}: {found:.2f}"


def _schemes(style: str) -> Iterator[dict[str, str]]:
    """Yield the colours of each ``:root``; what a later one leaves out is as in the first."""
    first: dict[str, str] = {}
    for block in re.findall(r":root\s*\{([^}]*)\}", style):
        own = dict(re.findall(r"--(\w+):\s*(#[0-9a-fA-F]{3,6})", block))
        first = first or own
        yield first | own


def contrast(one: str, other: str) -> float:
    """Return the ratio of the luminances of two colours, 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    digits = colour.lstrip("#")
    digits = "".join(2 * digit for digit in digits) if len(digits) == 3 else digits
    parts = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
