"""The owner's own list, as a page, as Markdown and on the terminal: what to finish before leaving.

It never goes to a deputy; their part says nothing of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from handover.documents.leaving import kinds_of
from handover.documents.packet import Finish, Packet
from handover.i18n import N_
from handover.render.output import one_line
from handover.render.packet_view import View
from handover.render.templates import render
from handover.render.voice import Voice
from handover.render.width import pad, wrap

STEM = "before-leaving"
"""The name of its files."""
COLUMNS = 80
ON_TERMINAL = 8
ON_PAGE = 60
"""So many lines of one kind stand on the page; JSON has them all."""
HEADINGS = {
    "callback": N_("Calls that were promised"),
    "promise": N_("Promises due before you leave"),
    "alone": N_("What no deputy can do"),
    "answer": N_("Requests whose answer time ends before you leave"),
}


def leaving_html(packet: Packet, voice: Voice, own: Path | None = None) -> str:
    """Return the list as a self-contained HTML page."""
    return render("packet/before_leaving.html.j2", own, **_values(packet, voice))


def leaving_markdown(packet: Packet, voice: Voice, own: Path | None = None) -> str:
    """Return the list as Markdown."""
    return render("packet/before_leaving.md.j2", own, **_values(packet, voice))


def _values(packet: Packet, voice: Voice) -> dict[str, object]:
    view = View(packet, voice)
    parts = [(view.say(HEADINGS[kind]), lines) for kind, lines in kinds_of(packet.to_finish)]
    return {
        "view": view,
        "parts": [(heading, lines[:ON_PAGE], max(len(lines) - ON_PAGE, 0)) for heading, lines in parts],
        "gaps": [gap for gap in packet.gaps if not gap.answer],
    }


def leaving_lines(packet: Packet, voice: Voice) -> Iterator[str]:
    """Yield what the terminal tells of it: the most pressing lines, and how many more there are."""
    if not packet.to_finish:
        return
    view = View(packet, voice)
    count = len(packet.to_finish)
    yield voice.count("Before you leave ({count} matter):", "Before you leave ({count} matters):", count)
    for line in packet.to_finish[:ON_TERMINAL]:
        yield from _lines(line, view)
    if count > ON_TERMINAL:
        yield "  " + voice.count(
            "… and {count} more in {file}",
            "… and {count} more in {file}",
            count - ON_TERMINAL,
            file=f"{STEM}.html",
        )


def _lines(line: Finish, view: View) -> Iterator[str]:
    item = view.item(line.item)
    due = view.until(line.by)
    what = one_line(view.said(line.why))
    if item is not None:
        who = view.customer(item.customer) if item.customer else ""
        named = f"{who}: {item.title}" if who else item.title
        what = one_line(f"{item.number}. {named} – {what}")
    for number, part in enumerate(wrap(what, COLUMNS - 20, 3)):
        yield "  " + pad(due if number == 0 else "", 18) + part
