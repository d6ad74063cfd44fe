"""Is a page inert? Its own reading of the rules: nothing runs, nothing is loaded, no address but plain ones."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser

ALLOWED = frozenset(
    "html head meta title style body main section article nav h1 h2 h3 h4 p span strong a ul ol li table thead tbody "
    "tr th td div blockquote pre br em".split()
)
ATTRIBUTES = frozenset(
    "lang charset http-equiv content name id class href scope colspan aria-label aria-labelledby aria-hidden "
    "role".split()
)
_STYLE = re.compile(r"url\s*\(|@import|@font-face|expression|javascript|\\", re.I)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.faults: list[str] = []
        self.policy = ""
        self.in_style = False
        self.ids: list[str] = []
        self.targets: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ALLOWED:
            self.faults.append(f"<{tag}>")
        self.in_style = tag == "style"
        values = {name: value or "" for name, value in attrs}
        if values.get("http-equiv", "").lower() == "content-security-policy":
            self.policy = values["content"]
        self.faults += [f"{tag} {name}" for name in values if name not in ATTRIBUTES]
        if "id" in values:
            self.ids.append(values["id"])
        target = values.get("href", "#")
        if not target.startswith(("#", "mailto:")):
            self.faults.append(f"href {target}")
        elif target.startswith("#") and len(target) > 1:
            self.targets.add(target[1:])

    def handle_endtag(self, tag: str) -> None:
        self.in_style = False

    def handle_data(self, data: str) -> None:
        if self.in_style and _STYLE.search(data):
            self.faults.append("style")


def faults(page: str) -> Iterator[str]:
    """Yield what on *page* could run, load or mislead; also doubled ids and links that lead nowhere."""
    reader = _Reader()
    reader.feed(page)
    yield from reader.faults
    if "default-src 'none'" not in reader.policy:
        yield "no policy"
    yield from (f"id twice: {one}" for one in set(reader.ids) if reader.ids.count(one) > 1)
    yield from (f"link to nothing: #{one}" for one in sorted(reader.targets - set(reader.ids)))
