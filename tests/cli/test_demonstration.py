"""`demo`: everything at once, and two pages left behind to open in a browser."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Handover


@pytest.mark.slow
def test_the_demo_leaves_the_packet_and_the_briefing_as_pages(handover: Handover, tmp_path: Path):
    run = handover("demo", "--out", tmp_path / "demo", "--lang", "de")

    packet = tmp_path / "demo" / "packet" / "handover.html"
    briefing = tmp_path / "demo" / "briefing" / "briefing-2026-W47.html"
    assert run.code == 0
    assert str(packet) in run.out
    assert str(briefing) in run.out
    assert "Presswerk Donauwörth" in packet.read_text(encoding="utf-8")
    assert "Presswerk Donauwörth" in briefing.read_text(encoding="utf-8")


@pytest.mark.slow
def test_the_demo_can_be_repeated_in_the_same_place(handover: Handover, tmp_path: Path):
    first = handover("demo", "--out", tmp_path / "demo")
    second = handover("demo", "--out", tmp_path / "demo")

    assert (first.code, second.code) == (0, 0)
