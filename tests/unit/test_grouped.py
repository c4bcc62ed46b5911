"""Rows are grouped by what channels compute, also where a column has the name of a channel."""

from __future__ import annotations

import re

import pytest

from inspect_viz import mark
from inspect_viz._host._figure import draw
from inspect_viz.data import Data
from inspect_viz.plot import plot
from inspect_viz.transform import avg, bin, count, sql

X, Y, KIND = [1.0, 2.0, 3.0, 4.0, 4.1, 9.0], [1, 1, 2, 2, 3, 3], ["a", "a", "b", "b", "c", "c"]
CHANNELS = Data.from_dataframe({"x": X, "y": Y, "fill": KIND})
OTHERS = Data.from_dataframe({"v": X, "w": Y, "k": KIND})
PICTURES = {
    "histogram": lambda d, x, y, k: mark.rect_y(d, x=bin(x), y=count()),
    "stacked": lambda d, x, y, k: mark.rect_y(d, x=bin(x), y=count(), fill=k, tip=True),
    "counts": lambda d, x, y, k: mark.rect(d, x=bin(x), y=bin(y), fill=count()),
    "line": lambda d, x, y, k: mark.line_y(d, x=sql(f"floor({x})"), y=avg(y)),
    "bars": lambda d, x, y, k: mark.bar_y(d, avg(y), x=sql(f"round({x})"), fill=sql(f"upper({k})")),
}


def shapes(one: object) -> str:
    """The drawing without its words, which tell the names of columns."""
    svg = draw(plot(one)).drawing.svg
    return re.sub(r"<(text|desc|metadata|title)\b.*?</\1>", "", svg, flags=re.DOTALL)


@pytest.mark.parametrize("picture", PICTURES.values(), ids=PICTURES)
def test_the_picture_is_that_of_other_names(picture):
    drawn = shapes(picture(CHANNELS, "x", "y", "fill"))
    assert drawn == shapes(picture(OTHERS, "v", "w", "k"))


def test_a_spec_that_mosaic_would_read_otherwise_is_not_written():
    with pytest.raises(ValueError, match=r"to_spec: .* a column with the channel's name.*; rename the column"):
        plot(mark.rect_y(CHANNELS, x=bin("x"), y=count())).to_spec()
