"""The packet's page in a real Chromium: nothing leaves it, and everybody can read it."""

from __future__ import annotations

from pathlib import Path

import pytest

from handover.render.html_packet import packet_html
from handover.render.voice import Voice
from tests.packet.sample import BERLIN, sample
from tests.servers.chromium import Chromium

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(("lang", "scheme", "width"), [("de", "light", 1280), ("en", "dark", 360)])
def test_everybody_can_read_it_and_nothing_leaves_it(
    chromium_browser: Chromium, tmp_path: Path, lang: str, scheme: str, width: int
):
    page = tmp_path / "handover.html"
    page.write_text(packet_html(sample(), Voice(lang, BERLIN)), encoding="utf-8")

    with chromium_browser.open(page, width=width, color_scheme=scheme) as opened:
        assert opened.faults() == []
        assert opened.overflow() <= 0
        assert (opened.requests, opened.complaints) == ([], [])
