"""The briefing as one self-contained web page: nothing loaded, and nothing runs but one small script that it names.

Its policy (CSP Level 3) knows style and script by their hashes; everything from a mail is text and escaped. Without
the script the page says the same, but its tables cannot be filtered or sorted.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Sequence
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from jinja2.filters import do_mark_safe

from handover.documents.briefing import Briefing
from handover.errors import HandoverError
from handover.model import Coverage
from handover.render.briefing_view import View
from handover.render.templates import render
from handover.render.voice import Voice


def briefing_page(
    told: Briefing,
    coverage: Sequence[Coverage],
    errors: Sequence[HandoverError],
    voice: Voice,
    *,
    now: datetime,
    own: Path | None = None,
    brief: bool = False,
) -> str:
    """Return *told* as HTML in the language of *voice*, as of *now*; *own* is a folder of the user's own templates.

    A *brief* page goes with a mail: without a script, which many a mail server takes for an attack, and without the
    numbers by customer, area and week; it says where they are.
    """
    style = _tight(render("briefing/style.css.j2", own))
    script = "" if brief else render("briefing/script.js.j2", own)
    return render(
        "briefing/page.html.j2",
        own,
        view=View(told, voice, coverage, errors, brief),
        now=voice.moment(now),
        style=do_mark_safe(style),
        script=do_mark_safe(script),
        style_hash=_hash(style),
        script_hash=_hash(script) if script else "none",
    )


def _hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


def _tight(style: str) -> str:
    """Return *style* without the white space that is there for its authors."""
    return re.sub(r"\s*([{};,])\s*|(?<=:)\s+", r"\1", style).strip()
