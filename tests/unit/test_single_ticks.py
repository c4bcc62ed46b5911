"""Axes on which all values are one."""

from __future__ import annotations

import pytest
from plot_svg import svg_of, texts

from inspect_viz import Data, mark

VALUES = {
    0.306: "0.306",
    7.0: "7",
    -2.5: "\u22122.5",
    0: "0",
    12345.678: "12,345.7",
    1234567.0: "1,234,567",
    1 / 3: "0.333333",
    1e-7: "1.0e\u22127",
}


@pytest.mark.parametrize("scale", ["linear", "sqrt", "log"])
@pytest.mark.parametrize(("value", "text"), VALUES.items())
def test_a_single_value_is_written_as_a_number(scale, value, text):
    if scale == "log" and value <= 0:
        pytest.skip("no logarithm")
    rows = Data.from_dataframe({"v": [value, value], "n": [1.0, 2.0]})
    assert list(texts(svg_of(mark.dot(rows, "v", "n"), x_scale=scale), "x-axis tick label")) == [text]
    assert list(texts(svg_of(mark.dot(rows, "n", "v"), y_scale=scale), "y-axis tick label")) == [text]


def test_who_formats_gets_the_format():
    rows = Data.from_dataframe({"v": [0.306, 0.306], "n": [1.0, 2.0]})
    svg = svg_of(mark.dot(rows, "v", "n"), x_tick_format=".6f")
    assert list(texts(svg, "x-axis tick label")) == ["0.306000"]
