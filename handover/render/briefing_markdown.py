"""The briefing as Markdown, for a wiki or a chat: the same content as the page, words of mails escaped."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from handover.documents.briefing import Briefing
from handover.errors import HandoverError
from handover.model import Coverage
from handover.render.briefing_view import View
from handover.render.templates import render
from handover.render.voice import Voice

_GAPS = re.compile(r"\n{3,}")


def briefing_markdown(
    told: Briefing,
    coverage: Sequence[Coverage],
    errors: Sequence[HandoverError],
    voice: Voice,
    *,
    now: datetime,
    own: Path | None = None,
) -> str:
    """Return *told* as CommonMark with tables; arguments as of `briefing_page`."""
    view = View(told, voice, coverage, errors)
    return _GAPS.sub("\n\n", render("briefing/briefing.md.j2", own, view=view, now=voice.moment(now)))
