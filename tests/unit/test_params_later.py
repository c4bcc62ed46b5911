"""Values that are set later are checked as the first one was, wherever the param stands."""

from __future__ import annotations

import pytest

from inspect_viz import Param
from inspect_viz.data import Data
from inspect_viz.input import checkbox_group, radio_group, select, slider
from inspect_viz.layout import vconcat
from inspect_viz.mark import dot, text
from inspect_viz.plot import plot
from inspect_viz.transform import sql

ROWS = Data.from_dataframe({"a": [1, 2], "b": [2, 1], "kind": ["x", "y"]})
ANCHOR, WIDTH, COLUMN, RADIUS, SCHEME = Param("middle"), Param(300), Param("a"), Param(3), Param("Blues")
PICTURE = plot(
    dot(ROWS, x=COLUMN, y="b", r=RADIUS, frame_anchor=ANCHOR), width=WIDTH, color_scheme=SCHEME, x_label=Param("x")
)


@pytest.mark.parametrize(
    ("param", "value", "error", "message"),
    [
        (ANCHOR, "midle", ValueError, "dot: frame_anchor must be one of .*Did you mean 'middle'"),
        (ANCHOR, 3, TypeError, "dot: frame_anchor must be .*not 3"),
        (WIDTH, "wide", TypeError, "plot: width must be a number, not 'wide'"),
        (WIDTH, -3, ValueError, "plot: width must be greater than 0, not -3"),
        (COLUMN, "c", ValueError, "dot: x='c' is no column of the data"),
        (COLUMN, 3, ValueError, "dot: x='3' is no column of the data"),
        (SCHEME, "viridas", ValueError, "plot: color_scheme must be one of .*Did you mean 'Viridis'"),
        (SCHEME, "viridis", ValueError, "plot: color_scheme='viridis' must be written 'Viridis'"),
        (RADIUS, float("inf"), ValueError, "params: value must be finite"),
        (RADIUS, {"a": 1}, TypeError, "params: value must be text, a finite number"),
    ],
)
def test_a_value_that_the_picture_cannot_have_is_refused(param, value, error, message):
    before = PICTURE.params[param]
    told: list[object] = []
    PICTURE.observe(told.append, param)
    with pytest.raises(error, match=message):
        PICTURE.params[param] = value
    assert PICTURE.params[param] == before
    assert told == []


@pytest.mark.parametrize(
    ("param", "value"), [(ANCHOR, "top-left"), (WIDTH, 420.5), (COLUMN, "b"), (SCHEME, "Viridis"), (RADIUS, 5)]
)
def test_a_value_that_it_can_have_is_set(param, value):
    PICTURE.params[param] = value
    assert PICTURE.params[param] == value
    del PICTURE.params[param]
    assert PICTURE.params[param] == param.default


NUMBER, CHOICE, RADIO, SEVERAL = Param(2), Param("x"), Param(1), Param(["a"])
INPUTS = vconcat(
    slider(min=0, max=5, target=NUMBER),
    select(options=["x", "y"], target=CHOICE),
    radio_group(options={"one": 1, "two": 2}, target=RADIO),
    checkbox_group(options=["a", "b"], target=SEVERAL),
    plot(text(ROWS, x="a", text=sql(f"kind || {CHOICE}"))),
)


@pytest.mark.parametrize(
    ("param", "value", "error", "message"),
    [
        (NUMBER, 6, ValueError, "slider: the value of the target must lie between min=0 and max=5, not 6"),
        (NUMBER, "2", TypeError, "slider: the value of the target must be a number, not '2'"),
        (CHOICE, "z", ValueError, "select: the value of the target must be one of .*'x'.*, not 'z'"),
        (RADIO, 3, ValueError, "radio_group: the value of the target must be one of .*1.*, not 3"),
        (SEVERAL, ["a", "c"], ValueError, "checkbox_group: the value of the target must be one of .*, not 'c'"),
    ],
)
def test_an_input_shows_every_value(param, value, error, message):
    with pytest.raises(error, match=message):
        INPUTS.params[param] = value
    assert INPUTS.params[param] == param.default


@pytest.mark.parametrize(
    ("param", "value"), [(NUMBER, 5), (CHOICE, "y"), (RADIO, 2), (SEVERAL, ["a", "b"]), (SEVERAL, [])]
)
def test_what_an_input_offers_is_set(param, value):
    INPUTS.params[param] = value
    assert INPUTS.params[param] == value
    del INPUTS.params[param]
