"""The browser of the tests notices what pages of ours must not do; a page that does it is found out."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.servers.chromium import Chromium

pytestmark = pytest.mark.slow

BROKEN = """<!doctype html><html><head><title>x</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src *"></head>
<body><div style="width: 3000px">wide</div><img src="http://127.0.0.1:9/pixel.png">
<p style="color: #eee">hardly to be seen</p><script>alert(1)</script></body></html>"""


def test_what_a_page_must_not_do_is_noticed(chromium_browser: Chromium, tmp_path: Path):
    page = tmp_path / "broken.html"
    page.write_text(BROKEN.replace('style="width', 'id="wide" style="width'), encoding="utf-8")

    with chromium_browser.open(page) as opened:
        rules = {fault.partition(":")[0] for fault in opened.faults()}
        assert {"html-has-lang", "image-alt"} <= rules
        assert opened.requests == ["http://127.0.0.1:9/pixel.png"]
        assert any("Content Security Policy" in complaint for complaint in opened.complaints)
        opened.page.evaluate("document.getElementById('wide').style.width = '3000px'")
        assert opened.overflow() > 1000
