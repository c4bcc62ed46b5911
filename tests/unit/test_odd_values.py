"""Values that nobody means, in every argument of inputs, tables, legends, interactors, transforms and layouts: told at
the call by the names of function and argument, and never a failure of our own."""

from __future__ import annotations

import inspect
import re
from fractions import Fraction

import numpy as np
import pandas as pd
import pytest

from inspect_viz import Data, Param, Selection, interactor, transform
from inspect_viz import input as inputs
from inspect_viz._host._figure import draw
from inspect_viz.layout import hspace, vspace
from inspect_viz.mark import axis_x, baseline, dot, title
from inspect_viz.plot import legend, plot, write_svg
from inspect_viz.table import Pagination, TableStyle, column, table

DATA = Data.from_dataframe({"a": [1.0, 2.0], "c": ["u", "v"]})
SELECTION = Selection.intersect()
ODD = {
    "array": np.array([1, 2]),
    "missing": pd.NA,
    "series": pd.Series([1, 2]),
    "frame": pd.DataFrame({"a": [1, 2]}),
    "huge": 10**400,
    "long": "x" * 5000,
    "bytes": b"a",
    "param": Param(1.5),
    "nan": float("nan"),
    "list": [],
    "dict": {"a": object()},
    "function": len,
}
GIVEN = {
    inputs.select: {"data": DATA, "column": "c"},
    inputs.slider: {"data": DATA, "column": "a"},
    inputs.search: {"data": DATA, "column": "c"},
    inputs.checkbox: {"target": Param(True)},
    inputs.checkbox_group: {"data": DATA, "column": "c"},
    inputs.radio_group: {"data": DATA, "column": "c"},
    table: {"data": DATA},
    column: {"column": "a"},
    Pagination: {},
    TableStyle: {},
    legend: {"legend": "color"},
    title: {"title": "A"},
    baseline: {"value": 1},
    hspace: {},
    vspace: {},
    plot: {},
    transform.lag: {"col": "a"},
    transform.count: {},
    transform.argmax: {"col1": "a", "col2": "c"},
    transform.n_tile: {"num_buckets": 2},
    transform.bin: {"bin": "a"},
    transform.ci_bounds: {"score": "a", "stderr": "a"},
    interactor.interval_xy: {"target": SELECTION},
    interactor.region: {"target": SELECTION, "channels": ["x"]},
    interactor.nearest: {"target": SELECTION},
    interactor.highlight: {"by": SELECTION},
    interactor.pan: {},
}


def arguments(function):
    kinds = (inspect.Parameter.POSITIONAL_OR_KEYWORD, inspect.Parameter.KEYWORD_ONLY)
    return [name for name, one in inspect.signature(function).parameters.items() if one.kind in kinds]


@pytest.mark.parametrize("odd", ODD)
@pytest.mark.parametrize("function", GIVEN, ids=lambda function: function.__name__)
def test_odd_values_are_taken_or_told(function, odd):
    for name in arguments(function):
        try:
            function(**{**GIVEN[function], name: ODD[odd]})
        except (TypeError, ValueError) as error:
            told = str(error)
            is_named = told.startswith((f"{function.__name__}: ", "legend: legend")) and name in told
            assert (is_named, len(told) < 1000) == (True, True), (name, told)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: hspace(Param(3)), "hspace: hspace must be a number of pixels or a CSS length"),
        (lambda: title("A", margin_top=Param(3)), "title: margin_top must be a number, not Param(3)"),
        (lambda: title("A", font_size=Param(3)), "title: font_size must be a number, not Param(3)"),
        (lambda: baseline(1, label_inset=Param(3)), "baseline: label_inset must be a number, not Param(3)"),
        (lambda: baseline(None), "baseline: value must be"),
        (lambda: baseline(1, color=3), "baseline: color must be"),
        (lambda: inputs.select(DATA, column="c", width=Param(3)), "select: width must be a number, not Param(3)"),
        (lambda: inputs.slider(min=0, max=Param(1), target=Param(0)), "slider: max must be a number, not Param(1)"),
        (lambda: interactor.nearest(SELECTION, fields=[None]), "nearest: fields must be a list of columns' names"),
        (lambda: interactor.interval_x(SELECTION, brush={"fill": 3}), "interval_x: brush: fill must be a CSS colour"),
        (lambda: Pagination(page_size_selector=b"a"), "Pagination: page_size_selector must be"),
    ],
)
def test_what_cannot_be_is_refused(call, message):
    with pytest.raises(TypeError) as raised:
        call()
    assert str(raised.value).startswith(message)


def test_numbers_of_numpy_and_fractions_are_drawn_in_tables(tmp_path):
    style = TableStyle(spacing=np.float32(6), border_width=Fraction(3, 2))
    columns = [column("a", width=np.int64(90), flex=Fraction(1, 2))]
    write_svg(tmp_path / "table.svg", table(DATA, columns=columns, height=np.int64(90), row_height=30.5, style=style))


def test_a_scale_that_is_none_is_the_usual_one():
    dots = dot(DATA, x="a", y="a", fill="c", symbol="c", r="a", opacity="a")
    none = {f"{name}_scale": None for name in ("x", "y", "color", "symbol", "r", "opacity")}
    assert draw(plot(dots, **none)).drawing.svg == draw(plot(dots)).drawing.svg


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: plot(aspect_ratio=0), "plot: aspect_ratio must be greater than 0, not 0"),
        (lambda: plot(x_tick_format="abc"), "plot: x_tick_format='abc' is no format of numbers such as"),
        (lambda: axis_x(tick_format="%K"), "axis_x: tick_format='%K' has '%K', which is no part of a date"),
    ],
)
def test_ratios_and_formats_are_checked(call, message):
    with pytest.raises(ValueError, match=re.escape(message)):
        call()
