"""The geometry of the briefing's pictures, in units of a drawing: columns for the weeks, a line for a risk.

Numbers only; a template makes SVG of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from handover.documents.simmer import Simmer
from handover.metrics import Usual

HEADROOM = 1.08


class Box(NamedTuple):
    """A rectangle."""

    x: float
    y: float
    width: float
    height: float


class Column(NamedTuple):
    """One week's column: *kind* is ``value``, ``last`` (the week of the briefing) or ``open`` (no median yet)."""

    box: Box
    kind: str


class Columns(NamedTuple):
    """A column for each week, and the usual range as a band across them."""

    width: float
    height: float
    columns: tuple[Column, ...]
    band: Box | None

    @property
    def paths(self) -> dict[str, str]:
        """Return all columns of a kind as one path: hundreds of small pictures stand on a page."""
        found: dict[str, str] = {}
        for (x, y, width, height), kind in self.columns:
            found[kind] = found.get(kind, "") + f"M{x:g} {y:g}h{width:g}v{height:g}h-{width:g}z"
        return found


class Dot(NamedTuple):
    """A point of a line."""

    x: float
    y: float


class Line(NamedTuple):
    """A line from left to right, its area down to the ground, its last point, and where it turned."""

    width: float
    height: float
    points: str
    area: str
    end: Dot
    turning: Dot | None


def columns(
    values: Sequence[float | None],
    runs: Sequence[bool],
    usual: Usual | None = None,
    *,
    width: float = 240,
    height: float = 56,
    gap: float = 4,
) -> Columns:
    """Return a column for each of *values*; where it is None and *runs* says so, too much is still open to tell."""
    most = (
        max([value for value in values if value is not None] + [usual.high if usual else 0, 1.0]) * HEADROOM
    )
    step = width / max(len(values), 1)
    made = []
    for number, (value, is_open) in enumerate(zip(values, runs, strict=True)):
        if value is None and not is_open:
            continue
        tall = height - 2 if value is None else max(value / most * height, 1.0 if value else 0.4)
        kind = "open" if value is None else "last" if number == len(values) - 1 else "value"
        made.append(Column(_box(number * step + gap / 2, height - tall, step - gap, tall), kind))
    band = None
    if usual is not None:
        top = height - min(usual.high / most, 1) * height
        band = _box(0, top, width, max(height - usual.low / most * height - top, 1))
    return Columns(width, height, tuple(made), band)


def line(risk: Simmer, *, width: float = 220, height: float = 48, edge: float = 5) -> Line:
    """Return the line of a customer's score 0..1 over its weeks."""
    dots = [_dot(at, score, risk, width, height, edge) for at, score in risk.trend]
    points = " ".join(f"{dot.x:g},{dot.y:g}" for dot in dots)
    area = f"{dots[0].x:g},{height:g} {points} {dots[-1].x:g},{height:g}"
    turning = None
    if risk.turning:
        turning = _dot(risk.turning.at, _between(risk, risk.turning.at), risk, width, height, edge)
    return Line(width, height, points, area, dots[-1], turning)


def _dot(at: datetime, score: float, risk: Simmer, width: float, height: float, edge: float) -> Dot:
    first, last = risk.trend[0][0], risk.trend[-1][0]
    share = min(max((at - first) / (last - first), 0.0), 1.0) if last > first else 1.0
    return Dot(
        round(edge + share * (width - 2 * edge), 1), round(height - edge - score * (height - 2 * edge), 1)
    )


def _between(risk: Simmer, moment: datetime) -> float:
    """Return the score at *moment*, on the straight line between the weeks beside it."""
    for (begin, low), (end, high) in zip(risk.trend, risk.trend[1:], strict=False):
        if begin <= moment <= end:
            return low + (high - low) * ((moment - begin) / (end - begin))
    return risk.trend[0][1] if moment < risk.trend[0][0] else risk.trend[-1][1]


def _box(x: float, y: float, width: float, height: float) -> Box:
    return Box(round(x, 1), round(y, 1), round(width, 1), round(height, 1))
