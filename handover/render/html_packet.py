"""The packet as one self-contained HTML page: no script, nothing loaded, made to be printed.

Everything from a mail is text and escaped; the page forbids itself to load anything (CSP).
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from handover.documents.packet import Packet
from handover.render.packet_view import IN_FULL, MAX_FULL, PAGE_ONE, View
from handover.render.templates import render
from handover.render.voice import Voice


def packet_html(
    packet: Packet, voice: Voice, *, files: Mapping[str, str] | None = None, own: Path | None = None
) -> str:
    """Return *packet* as HTML in the language of *voice*; *files* names the original mails by key.

    *own* is a folder of the user's own templates, looked into first.
    """
    return render("packet/packet.html.j2", own, **packet_values(packet, voice, files or {}))


def packet_values(packet: Packet, voice: Voice, files: Mapping[str, str]) -> dict[str, object]:
    """Return what the templates of the packet, in any form, are filled with."""
    view = View(packet, voice, files)
    deputies = {deputy.who.address for deputy in packet.deputies}
    managers = [who for who in packet.escalation if who.manager and who.address not in deputies]
    shown = deputies | {who.address for who in managers}
    shown_first = PAGE_ONE - max(len(packet.warnings) - 3, 0)
    return {
        "view": view,
        "first": packet.first[:shown_first],
        "more_first": max(len(packet.first) - shown_first, 0),
        "managers": managers[:2],
        "others": [who for who in packet.colleagues if who.address not in shown][:6],
        "in_full": max(1, min(IN_FULL, MAX_FULL // max(len(packet.dossiers), 1))),
        "cancelled": packet.cancelled[:12],
    }
