"""A line chart as a PNG, for mail programs that show no SVG. Figures only: words stand beside it, for all to read."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from itertools import pairwise
from typing import NamedTuple

SCALE = 2
"""Drawn twice as large as shown, for screens that are finer than they say."""
WIDTH, HEIGHT = 560, 150
LEFT, RIGHT, TOP, BOTTOM = 10, 40, 16, 24
INK, SOFT, GRID = "#1c2430", "#566070", "#d5dbe3"


class Series(NamedTuple):
    """One line: its values, oldest first, and its colour; a *broken* one is dashed, so that colour is not all."""

    values: Sequence[float]
    colour: str
    broken: bool = False


def line_chart(series: Sequence[Series], heads: Sequence[str]) -> bytes:
    """Return *series* as a PNG; *heads* stand below, digits and ASCII letters only."""
    from PIL import Image, ImageDraw, ImageFont

    image = Image.new("RGB", (WIDTH * SCALE, HEIGHT * SCALE), "#ffffff")
    draw = ImageDraw.Draw(image)
    font = ImageFont.load_default(12 * SCALE)
    bold = ImageFont.load_default(14 * SCALE)
    most = max([1.0, *(value for each in series for value in each.values)])
    ground = (HEIGHT - BOTTOM) * SCALE
    for share in (0.0, 0.5, 1.0):
        y = ground - share * (HEIGHT - TOP - BOTTOM) * SCALE
        draw.line([(LEFT * SCALE, y), ((WIDTH - RIGHT) * SCALE, y)], fill=GRID, width=SCALE)
    for each in series:
        dots = _dots(each.values, most)
        for begin, end in pairwise(dots):
            _stroke(draw, begin, end, each)
        x, y = dots[-1]
        draw.ellipse([x - 4 * SCALE, y - 4 * SCALE, x + 4 * SCALE, y + 4 * SCALE], fill=each.colour)
        draw.text((x + 9 * SCALE, y), f"{each.values[-1]:g}", font=bold, fill=each.colour, anchor="lm")
    for (x, _), head in zip(_dots([0.0] * len(heads), 1.0), heads, strict=True):
        draw.text((x, ground + 6 * SCALE), head, font=font, fill=SOFT, anchor="ma")
    target = BytesIO()
    image.quantize(32).save(target, "PNG", optimize=True)
    return target.getvalue()


def _dots(values: Sequence[float], most: float) -> list[tuple[float, float]]:
    step = (WIDTH - LEFT - RIGHT - 10) / max(len(values) - 1, 1)
    height = HEIGHT - TOP - BOTTOM
    return [
        ((LEFT + 10 + number * step) * SCALE, (HEIGHT - BOTTOM - value / most * height) * SCALE)
        for number, value in enumerate(values)
    ]


def _stroke(draw: object, begin: tuple[float, float], end: tuple[float, float], each: Series) -> None:
    pieces = [(0.0, 0.4), (0.55, 0.95)] if each.broken else [(0.0, 1.0)]
    for first, last in pieces:
        between = [
            tuple(a + (b - a) * share for a, b in zip(begin, end, strict=True)) for share in (first, last)
        ]
        draw.line(between, fill=each.colour, width=3 * SCALE)  # type: ignore[attr-defined]
