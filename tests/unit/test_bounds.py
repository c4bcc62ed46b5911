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
        ({"plot": [DOTS], "xTicks": "$p", "params": {"p": 1e9}}, "plot: xTicks is .p, but xTicks must be at most"),
        ({"plot": [{**DOTS, "mark": "contour", "thresholds": 1e9}]}, r"plot\[0\]: thresholds must be at most"),
        ({"plot": [DOTS, {"mark": "gridX", "ticks": 1e9}]}, r"plot\[1\]: ticks must be at most"),
        (
            {"plot": [{**DOTS, "mark": "raster", "pixelSize": 1e-4}]},
            "bins are more than 25,000,000; a larger pixel_size",
        ),
    ],
)
def test_too_many_of_a_spec_are_refused(spec, message):
    with pytest.raises((DrawingError, ValueError), match=message):
        write_png(None, from_spec(spec, data={"t": ROWS}))


def test_a_spec_that_holds_itself_is_refused():
    spec: dict[str, object] = {"plot": [DOTS]}
    spec["meta"] = spec
    with pytest.raises(ValueError, match="nested more than 200 deep, or holds itself"):
        from_spec(spec, data={"t": ROWS})


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"data": None}, "x='a' names a column, but the mark has no data"),
        ({"data": {"from": 5}}, "data.from must be the name of a table, not 5"),
        ({"data": "t"}, "data must be {'from': table} or a list of values, not 't'"),
        ({"data": {"from": "t", "filterBy": 5}}, "data.filterBy must be a reference to a selection"),
    ],
)
def test_a_source_of_another_kind_is_refused(change, message):
    with pytest.raises((ValueError, TypeError), match=message):
        from_spec({"plot": [{**DOTS, **change}]}, data={"t": ROWS})


@pytest.mark.parametrize(
    ("attributes", "message"),
    [
        ({"width": -5}, "width must be greater than 0, not -5"),
        ({"width": "5"}, "width must be a number, not '5'"),
        ({"xDomain": [float("nan"), 1]}, r"xDomain\[0\] must be finite, not nan"),
    ],
)
def test_numbers_of_plots_are_those_of_the_grammar(attributes, message):
    with pytest.raises(ValueError, match=message):
        from_spec({"plot": [DOTS], **attributes}, data={"t": ROWS})


def test_text_in_a_param_needs_data_to_be_a_position():
    with pytest.raises(ValueError, match=r"rule_x: x=Param\('a'\) holds text, which a mark without data cannot show"):
        mark.rule_x(x=Param("a"))
