"""What `packet build` tells on the terminal: what is in it, who takes how much, what is still missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import PurePath
from typing import Any

from handover.documents.packet import Packet
from handover.i18n import N_
from handover.render.before_leaving import leaving_lines
from handover.render.output import one_line
from handover.render.packet_view import View
from handover.render.voice import Voice
from handover.render.width import wrap

COLUMNS = 80


def built(data: Mapping[str, Any], voice: Voice) -> Iterator[str]:
    """Yield the lines for the answer of `packet build`."""
    packet: Packet = data["packet"]
    view = View(packet, voice)
    absent = packet.absent
    text = view.say(
        N_("Handover {owner}, {first} to {last} [{token}]"),
        owner=absent.owner.name,
        first=absent.first,
        last=absent.last,
        token=packet.token,
    )
    yield one_line(text)
    yield ""
    for warning in packet.warnings:
        yield from wrap("! " + one_line(view.said(warning)), COLUMNS)
    if packet.warnings:
        yield ""
    counted = Counter(item.assignee for item in packet.items)
    for deputy in packet.deputies:
        matters = view.count("{count} matter", "{count} matters", counted[deputy.who.address])
        yield one_line(f"  {deputy.who.name}: {matters}")
    if packet.before:
        yield from wrap(_changed(packet, view), COLUMNS)
    if packet.to_finish:
        yield ""
        yield from leaving_lines(packet, voice)
    missing = sum(not gap.answer for gap in packet.gaps)
    if missing:
        yield ""
        words = voice.count(
            "{count} question only you can answer: fill in {path} and build again.",
            "{count} questions only you can answer: fill in {path} and build again.",
            missing,
            path=one_line(str(PurePath(data["folder"]) / "gaps.toml")),
        )
        yield from wrap(words, COLUMNS)
    yield ""
    yield view.say(N_("Written: {path}"), path=one_line(str(data["folder"])))
    for path in data["files"]:
        yield one_line(f"  {PurePath(path).name}")


def _changed(packet: Packet, view: View) -> str:
    kinds = Counter(change.kind for change in packet.changes)
    return view.say(
        N_("Since the last build: {added} new, {changed} changed, {gone} no longer open."),
        added=kinds["added"],
        changed=kinds["changed"],
        gone=kinds["gone"],
    )
