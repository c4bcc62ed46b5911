"""Numbers of things that would end the process, or fill its memory, are refused."""

from __future__ import annotations

import pytest

from inspect_viz import Param, mark
from inspect_viz.data import Data
from inspect_viz.plot import DrawingError, from_spec, plot, write_png

ROWS = Data.from_dataframe({"a": [1, 2], "b": [2.0, 1.0]})
DOTS = {"mark": "dot", "data": {"from": "t"}, "x": "a", "y": "b"}


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: plot(x_ticks=1e9), "plot: x_ticks must be at most 10,000, not 1000000000.0"),
        (lambda: plot(color_n=10**9), "plot: color_n must be at most 10,000"),
        (lambda: plot(x_ticks=Param(1e9)), "plot: x_ticks must be at most 10,000"),
        (lambda: mark.axis_x(ticks=1e9), "axis_x: ticks must be at most 10,000"),
        (lambda: mark.contour(ROWS, "a", "b", thresholds=1e9), "contour: thresholds must be at most 10,000"),
        (lambda: mark.density_y(ROWS, "a", bins=1e9), "density_y: bins must be at most 1,000,000"),
    ],
)
def test_too_many_are_refused_at_the_call(call, message):
    with pytest.raises(ValueError, match=message):
        call()


@pytest.mark.parametrize(
    ("spec", "message"),
    [
        ({"plot": [DOTS], "xTicks": 1e9}, "plot: xTicks must be at most 10,000, not 1000000000"),
        ({"plot": [DOTS], "xTicks": "$p", "params": {"p": 1e9}}, "plot: xTicks must be at most"),
        ({"plot": [{**DOTS, "mark": "contour", "thresholds": 1e9}]}, "contour: thresholds must be at most"),
        ({"plot": [DOTS, {"mark": "gridX", "ticks": 1e9}]}, "gridX: ticks must be at most"),
        (
            {"plot": [{**DOTS, "mark": "raster", "pixelSize": 1e-4}]},
            "bins are more than 25,000,000; a larger pixel_size",
        ),
    ],
)
def test_too_many_of_a_spec_are_refused_when_it_is_drawn(spec, message):
    with pytest.raises((DrawingError, ValueError), match=message):
        write_png(None, from_spec(spec, data={"t": ROWS}))
