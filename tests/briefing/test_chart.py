"""The pictures: what is drawn is what was counted."""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO

from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from handover.metrics import Usual
from handover.render.chart import columns, line
from handover.render.picture import Series, line_chart
from tests.briefing.sample import NOW, simmering

VALUES = st.lists(st.none() | st.floats(0, 1e6), min_size=1, max_size=60)


def test_a_column_is_as_high_as_its_value() -> None:
    drawn = columns([0, 5, 10], [False] * 3, Usual(5, 10), height=108)

    heights = [column.box.height for column in drawn.columns]
    assert heights == [0.4, 50, 100]
    assert [column.kind for column in drawn.columns] == ["value", "value", "last"]
    assert drawn.band is not None
    assert (drawn.band.y, drawn.band.height) == (8, 50)


def test_a_week_without_a_median_is_empty_or_dashed() -> None:
    drawn = columns([2.0, None, None], [True, False, True])

    assert [(column.kind, column.box.x > 100) for column in drawn.columns] == [
        ("value", False),
        ("open", True),
    ]


@given(VALUES, st.none() | st.tuples(st.floats(0, 10), st.floats(10, 1e7)))
def test_nothing_is_drawn_outside(values: list[float | None], usual: tuple[float, float] | None) -> None:
    drawn = columns(values, [True] * len(values), Usual(*usual) if usual else None)

    boxes = [column.box for column in drawn.columns] + ([drawn.band] if drawn.band else [])
    for box in boxes:
        assert box.x >= 0
        assert box.y >= -0.1
        assert box.width > 0
        assert box.height > 0
        assert box.x + box.width <= drawn.width + 0.2
        assert box.y + box.height <= drawn.height + 1.1


def test_the_turning_point_lies_on_the_line() -> None:
    risk = simmering(0.0, 0.0, 1.0)
    assert risk.turning is not None
    half = risk._replace(turning=risk.turning._replace(at=NOW - timedelta(days=3.5)))

    drawn = line(half, width=110, height=60, edge=5)

    assert drawn.points == "5,55 55,55 105,5"
    assert drawn.turning == (80, 30)
    assert drawn.end == (105, 5)


def test_a_turn_before_the_first_week_is_drawn_at_its_edge() -> None:
    risk = simmering(0.5, 0.6)
    assert risk.turning is not None
    drawn = line(risk._replace(turning=risk.turning._replace(at=NOW - timedelta(days=90))))

    assert drawn.turning is not None
    assert drawn.turning.x == 5


@given(st.lists(st.floats(0, 1e6), min_size=2, max_size=12))
def test_the_picture_for_the_mail_holds_every_line(values: list[float]) -> None:
    made = line_chart([Series(values, "#8a3b00"), Series(values[::-1], "#2f6690", True)], ["1"] * len(values))

    with Image.open(BytesIO(made)) as image:
        colours = {colour for _, colour in image.convert("RGB").getcolors(1 << 20) or ()}
    assert len(made) < 20_000
    assert any(red > 100 and blue < 60 for red, _, blue in colours)
