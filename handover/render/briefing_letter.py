"""The mail that carries the briefing: a subject that says the finding, text, HTML for Outlook, Gmail and Apple Mail."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from pathlib import Path
from typing import NamedTuple

from handover.documents.briefing import Briefing
from handover.errors import HandoverError
from handover.model import Coverage
from handover.render.briefing_report import briefed
from handover.render.briefing_said import finding, heading
from handover.render.coverage import coverage_lines
from handover.render.voice import Voice


class Picture(NamedTuple):
    """A picture that the HTML shows as ``cid:`` (RFC 2392): *cid* without its brackets, a file name, its bytes."""

    cid: str
    name: str
    content_type: str
    data: bytes


class BriefingLetter(NamedTuple):
    """The briefing as a mail; *text* and *html* say the same."""

    subject: str
    text: str
    html: str
    pictures: tuple[Picture, ...] = ()


def briefing_letter(
    told: Briefing,
    coverage: Sequence[Coverage],
    errors: Sequence[HandoverError],
    voice: Voice,
    own: Path | None = None,
) -> BriefingLetter:
    """Return the mail about *told* in the language of *voice*.

    *coverage* and *errors* say what was looked at and what was not; *own* is a folder of the user's own templates.
    """
    lines = [*briefed({"briefing": told}, voice), *coverage_lines(coverage, voice)]
    text = "\n".join(lines) + "\n"
    html = f"<!DOCTYPE html><html lang={voice.lang}><meta charset=utf-8><pre>{escape(text)}</pre></html>\n"
    return BriefingLetter(f"{heading(told, voice)}: {finding(told, voice)}", text, html)
