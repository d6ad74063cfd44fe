"""The packet as Markdown, for a wiki or a mail: the same content, words of mails escaped."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from handover.documents.packet import Packet
from handover.render.html_packet import packet_values
from handover.render.templates import render
from handover.render.voice import Voice

_GAPS = re.compile(r"\n{3,}")


def packet_markdown(
    packet: Packet, voice: Voice, *, files: Mapping[str, str] | None = None, own: Path | None = None
) -> str:
    """Return *packet* as CommonMark with tables in the language of *voice*; arguments as of `packet_html`."""
    text = render("packet/packet.md.j2", own, **packet_values(packet, voice, files or {}))
    return _GAPS.sub("\n\n", text)
