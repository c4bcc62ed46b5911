"""Values of options of marks: words stay words, and what nothing could be drawn of is refused at the call."""

from __future__ import annotations

import datetime
import re

import pytest

from inspect_viz import Data, Param, mark
from inspect_viz._host._figure import draw
from inspect_viz.plot import plot

ROWS = Data.from_dataframe({"a": [1.0, 2.0, 3.0], "b": [3.0, 1.0, 2.0], "c": ["u", "v", "u"]})


def svg(*marks):
    return draw(plot(*marks, width=300, height=200)).drawing.svg


@pytest.mark.parametrize(
    ("option", "value", "told"),
    [
        ("aria_description", "All runs", 'aria-description="All runs"'),
        ("aria_description", "a", 'aria-description="a"'),
        ("aria_hidden", "true", 'aria-hidden="true"'),
        ("image_filter", "blur(2px)", 'filter="blur(2px)"'),
    ],
)
def test_words_are_no_columns(option, value, told):
    assert told in svg(mark.dot(ROWS, x="a", y="b", **{option: value}))


def test_radii_of_corners_may_be_shares():
    assert svg(mark.bar_y(ROWS, x="a", y="b", rx="50%", ry="50%")).count('"50%"') == 6


def test_hexagons_follow_a_param():
    def hexagons(width):
        return re.findall(r' d="M0[^"]*"', svg(mark.hexbin(ROWS, x="a", y="b", fill="red", bin_width=width)))

    assert hexagons(Param(30)) == hexagons(30)
    assert len(set(hexagons(30) + hexagons(20))) > len(set(hexagons(30)))


def test_no_interpolation_is_none():
    grid = {"x": "a", "y": "b", "fill": "a", "width": 9, "height": 9}
    assert svg(mark.raster(ROWS, **grid, interpolate=None)) == svg(mark.raster(ROWS, **grid, interpolate="none"))


REFUSED = [
    (lambda: mark.dot(ROWS, x="a", y="b", symbol=None), "dot: symbol=None"),
    (lambda: mark.bar_y(ROWS, x="a", y=None), "bar_y: y=None"),
    (lambda: mark.area_y(ROWS, x=None, y="b"), "area_y: x=None"),
    (lambda: mark.link(ROWS, x1="a", y1=None, x2="b", y2="b"), "link: y1=None"),
    (lambda: mark.waffle_x(ROWS, x=None, y="c"), "waffle_x: x=None"),
    (lambda: mark.bar_y(ROWS, x="a", y="b", order=["u", "v"]), "bar_y: order=['u', 'v'] lists values of z"),
    (lambda: mark.text(ROWS, x="a", y="b", text="c", line_width=-1), "text: line_width must be greater than 0"),
    (lambda: mark.dot(ROWS, x="a", y="b", opacity=5), "dot: opacity must be between 0 and 1, not 5"),
    (lambda: mark.dot(ROWS, x="a", y="b", fill_opacity=-1), "dot: fill_opacity must be between 0 and 1, not -1"),
    (lambda: mark.dot(ROWS, x="a", y="b", opacity=True), "dot: opacity must be a number, a column"),
    (lambda: mark.dot(ROWS, x="a", y="b", r=datetime.date(2026, 1, 1)), "dot: r must be a number, a column"),
    (lambda: mark.dot(ROWS, x="a", y="b", r=["a", "b", "c"]), "dot: r must be a number, a column"),
    (lambda: mark.rule_x(x=[1, 2], stroke_width="wide"), "rule_x: stroke_width must be a number, a column"),
    (lambda: mark.rule_x(x=[1, 2], opacity=["a", "b"]), "rule_x: opacity must be a number, a column"),
    (lambda: mark.frame(stroke_width="wide"), "frame: stroke_width must be a number, a column"),
    (lambda: mark.vector(ROWS, x="a", y="b", length=Param("b" * 2)), "vector: length="),
]


@pytest.mark.parametrize(("call", "told"), REFUSED, ids=[told for _, told in REFUSED])
def test_what_cannot_be_drawn_is_told_at_the_call(call, told):
    with pytest.raises((TypeError, ValueError)) as raised:
        call()
    assert str(raised.value).startswith(told)


def test_what_can_be_drawn_is_taken():
    size = Param(2)
    made = svg(
        mark.dot(ROWS, x="a", y="b", r=size, opacity=[0.1, 0.2, None]),
        mark.rule_x(x=[1, 2], stroke_width=[1, 2.5], opacity=0),
        mark.text(ROWS, x="a", y="b", text="c", font_size="a"),
        mark.axis_x(font_size="12px", text_stroke_width=3),
        mark.bar_y(ROWS, x="a", y="b", fill="c", order=["v", "u"]),
    )
    assert "NaN" not in made
