"""``gaps.toml``: what the program could not know, as questions; the owner's answers survive every build."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from handover.documents.packet import Packet
from handover.i18n import N_
from handover.render.output import one_line
from handover.render.packet_view import View
from handover.render.voice import Voice


def sidecar(packet: Packet, answers: Mapping[str, str], voice: Voice) -> str:
    """Return the file: each question as a comment above its answer; answers to questions that are gone stay."""
    return "\n".join(_lines(packet, answers, voice)) + "\n"


def _lines(packet: Packet, answers: Mapping[str, str], voice: Voice) -> Iterator[str]:
    view = View(packet, voice)
    for sentence in (
        N_("What the mails do not tell. Answer between the quotation marks and build again;"),
        N_("the answers go into the packet and are kept here."),
    ):
        yield "# " + voice.say(sentence)
    yield ""
    yield "[answers]"
    for gap in packet.gaps:
        yield ""
        yield "# " + one_line(view.said(gap.question))
        yield _line(gap.id, answers.get(gap.id, ""))
    known = {gap.id for gap in packet.gaps}
    for name, answer in answers.items():
        if name not in known:
            yield ""
            yield _line(name, answer)


def _line(name: str, answer: str) -> str:
    """Write one answer; JSON's way of quoting is TOML's for what can stand in it."""
    key, value = (json.dumps(one_line(text), ensure_ascii=False) for text in (name, answer))
    return f"{key} = {value}"
