"""HTML to plain text by lexbor, with the quote marks of mail programs turned into quote lines.

Sender HTML never leaves this module. lexbor is quadratic in nesting, so deep or endless markup is only
stripped of its tags; styles, scripts and hidden preview texts are left out.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from handover.parse.charset import clean

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_DEPTH = 100
MAX_TAGS = 20_000
MAX_HTML = 256 * 1024
QUOTE_START = "\ue000"
"""Private mark on a line of its own: all after it was quoted by the mail program."""
SIGNATURE_START = "\ue001"
"""Private mark on a line of its own: the mail program's signature begins."""

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,20})")
_BLOCKS = frozenset(
    "p div tr table ul ol li blockquote pre h1 h2 h3 h4 h5 h6 section article header footer address dl dt "
    "dd form center hr fieldset tbody thead figure main nav".split()
)
_SPACED = frozenset("p ul ol blockquote pre h1 h2 h3 h4 h5 h6 dl table".split())
_SKIPPED = frozenset(
    "head style script title meta link noscript template object svg select button textarea".split()
)
_OPTIONAL_END = frozenset(
    "p li tr td th dt dd option br hr img meta link input col tbody thead body html wbr area base".split()
)
_MARKED = frozenset({"div", "blockquote", "table", "section"})
_QUOTE_IDS = frozenset(
    {"appendonsend", "mail-editor-reference-message-container", "reply-intro", "stopspelling"}
)
_SIGNATURE_IDS = frozenset({"signature", "ms-outlook-mobile-signature", "x_signature"})
_QUOTE_CLASSES = frozenset(
    {"yahoo_quoted", "protonmail_quote", "zmail_extra", "moz-forward-container", "tutanota_quote"}
)
_ANY_TAG = re.compile(r"<!--|-->|<(/?)([a-zA-Z!?][a-zA-Z0-9]{0,20})[^<>]{0,5000}>")
_UNREAD = frozenset({"style", "script", "head", "title"})
_BLANKS = re.compile(r"[ \t\n\r\f]+")
_MANY_BREAKS = re.compile(r"\n{3,}")


def text_of(html: str) -> str:
    """Return the readable text of *html*; quoted blocks become lines with ``>``."""
    html = html[:MAX_HTML]
    if (body := html.find("<body")) > 0:
        html = html[body:]
    if _too_deep(html):
        return _stripped(html)
    from selectolax.lexbor import LexborHTMLParser

    root = LexborHTMLParser(html).body
    if root is None:
        return _stripped(html)
    if "display:" in html:
        for hidden in root.css("[style*='display:none'], [style*='display: none']"):
            hidden.decompose()
    writer = _Writer()
    writer.walk(root)
    return writer.text()


def _too_deep(html: str) -> bool:
    """Tell whether *html* nests or repeats more than lexbor can bear in time."""
    tags = html.count("<")
    if tags < MAX_DEPTH:
        return False
    if tags > MAX_TAGS:
        return True
    depth = deepest = 0
    for slash, name in _TAG.findall(html):
        if name.lower() not in _OPTIONAL_END:
            depth += -1 if slash else 1
            depth = max(depth, 0)
            deepest = max(deepest, depth)
    return deepest > MAX_DEPTH


def _stripped(html: str) -> str:
    """Return *html* without tags, in one linear pass."""
    from html import unescape

    out: list[str] = []
    at = 0
    waiting_for = ""
    for tag in _ANY_TAG.finditer(html):
        if not waiting_for:
            out.append(html[at : tag.start()])
        at = tag.end()
        name = (tag[2] or tag[0]).lower()
        if waiting_for:
            if name == waiting_for and (tag[1] or name == "-->"):
                waiting_for = ""
        elif name == "<!--":
            waiting_for = "-->"
        elif name in _UNREAD and not tag[1]:
            waiting_for = name
        elif name == "br" or name in _BLOCKS:
            out.append("\n")
    if not waiting_for:
        out.append(html[at:])
    lines = (" ".join(line.split()) for line in clean(unescape("".join(out))).split("\n"))
    return _MANY_BREAKS.sub("\n\n", "\n".join(lines)).strip()


class _Writer:
    """Collects text while the tree is walked: lines, quote depth, and marks of quotes and signatures."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.line: list[str] = []
        self.depth = 0
        self.preformatted = False

    def text(self) -> str:
        self.end_line()
        return _MANY_BREAKS.sub("\n\n", "\n".join(self.lines)).strip("\n")

    def walk(self, root: Any) -> None:
        """Write the tree below *root* with a stack of its own, so that depth cannot exhaust Python's."""
        stack: list[tuple[Any, str, bool]] = [(root, "", False)]
        while stack:
            node, left, quoted = stack.pop()
            if left:
                self.leave(left, quoted=quoted)
                continue
            tag = node.tag
            if tag == "-text":
                self.words(node.text_content or "", node)
            elif tag == "br":
                self.end_line(keep=True)
            elif tag not in _SKIPPED and tag[0] not in "-!_":
                if tag in _BLOCKS:
                    stack.append((node, tag, self.enter(tag, node)))
                elif tag in {"td", "th"} and self.line:
                    self.line.append(" ")
                children = [(child, "", False) for child in _children(node)]
                children.reverse()
                stack += children

    def words(self, text: str, node: Any) -> None:
        if not text:
            return
        if "\n" in text and node.parent is not None and node.parent.tag == "pre":
            for number, line in enumerate(text.split("\n")):
                if number:
                    self.end_line(keep=True)
                self.preformatted = True
                self.line.append(line)
            return
        text = _BLANKS.sub(" ", text)
        if text == " " and not self.line:
            return
        self.line.append(text)

    def enter(self, tag: str, node: Any) -> bool:
        """Begin the block *tag*; return whether it holds a quote."""
        self.end_line()
        if tag in _SPACED:
            self.gap()
        if tag == "li":
            self.line.append("- ")
        elif tag == "hr":
            self.lines.append(self.prefix() + "________________________________")
        elif tag in _MARKED:
            attributes = node.attributes
            if mark := _mark(attributes) if attributes else "":
                self.lines.append(self.prefix() + mark)
            if _is_quote(tag, attributes):
                self.depth += 1
                return True
        return False

    def leave(self, tag: str, *, quoted: bool) -> None:
        self.end_line()
        if quoted:
            self.depth -= 1
        if tag in _SPACED:
            self.gap()

    def gap(self) -> None:
        if self.lines and self.lines[-1]:
            self.lines.append("")

    def prefix(self) -> str:
        return "> " * min(self.depth, 5)

    def end_line(self, *, keep: bool = False) -> None:
        text = clean("".join(self.line)).rstrip()
        text = text if self.preformatted else text.lstrip(" ")
        self.preformatted = False
        self.line.clear()
        if text or keep:
            self.lines.append((self.prefix() + text).rstrip() if text or self.depth else "")


def _children(node: Any) -> Iterator[Any]:
    child = node.child
    while child is not None:
        yield child
        child = child.next


def _is_quote(tag: str, attributes: dict[str, str | None]) -> bool:
    """Tell whether an element holds what the mail program quoted; a blockquote without border only indents."""
    if tag == "blockquote":
        style = (attributes.get("style") or "").replace(" ", "").lower()
        return "border:none" not in style or "cite" in (attributes.get("type") or "")
    if tag != "div" or not attributes:
        return False
    return attributes.get("name") == "quote" or bool(
        _QUOTE_CLASSES.intersection((attributes.get("class") or "").split())
    )


def _mark(attributes: dict[str, str | None]) -> str:
    """Return the private mark of an element after which all is quoted, or with which the signature begins."""
    name = (attributes.get("id") or "").lower()
    if name in _QUOTE_IDS or "divrplyfwdmsg" in name:
        return QUOTE_START
    kind = (attributes.get("class") or "").lower()
    if "gmail_signature" in kind or "moz-signature" in kind or name in _SIGNATURE_IDS:
        return SIGNATURE_START
    return ""
