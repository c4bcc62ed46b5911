"""Interactors: what their options are, and what is refused at the call."""

from __future__ import annotations

import re
import warnings
from pathlib import Path
from typing import Any

import pytest

from inspect_viz import Data, Param, Selection
from inspect_viz import interactor as interactors
from inspect_viz._spec import compile
from inspect_viz.interactor import (
    highlight,
    interval_x,
    nearest,
    nearest_x,
    nearest_y,
    pan,
    region,
    toggle,
    toggle_color,
)
from inspect_viz.layout import vconcat
from inspect_viz.mark import dot
from inspect_viz.plot import legend, plot, write_svg
from inspect_viz.transform import column

SEL = Selection.single()
ROWS = Data.from_dataframe({"x": [1, 2, 3], "y": [3.0, 1.0, 2.0], "kind": ["a", "b", "a"]})
WRONG: list[tuple[Any, type[Exception], str]] = [
    (lambda: interval_x(SEL, pixel_size=0), ValueError, "interval_x: pixel_size must be greater than 0, not 0"),
    (lambda: interval_x(SEL, pixel_size=Param(2)), TypeError, "interval_x: pixel_size must be a number, not Param(2)"),
    (lambda: interval_x(SEL, brush={"fil": "red"}), TypeError, "interval_x: brush: unknown style 'fil'. Did you mean"),
    (lambda: highlight(SEL, opacity=Param(0.1)), TypeError, "highlight: opacity must be a number, not Param(0.1)"),
    (lambda: highlight(SEL, fill="redd"), ValueError, "highlight: fill must be a CSS colour such as 'navy'"),
    (lambda: nearest("x"), TypeError, "nearest: target must be a Param or a Selection, not 'x'"),
    (lambda: toggle(Param(1), ["x"]), TypeError, "toggle: target must be a Selection, not Param(1)"),
    (lambda: pan(Param(1)), TypeError, "pan: x must be a Selection, not Param(1)"),
    (lambda: toggle(SEL, []), TypeError, "toggle: channels must be a list of one or more names of channels"),
    (lambda: toggle(SEL, [3]), TypeError, "toggle: channels must be a list of names of channels, not 3"),
    (lambda: nearest(SEL, max_radius="far"), TypeError, "nearest: max_radius must be a number, not 'far'"),
    (lambda: plot(dot(ROWS, x="x", y="y", fill="kind"), toggle(SEL, ["colour"])), ValueError, "no channel of the dot"),
    (lambda: plot(dot(ROWS, x="x", y="y", fill="kind"), toggle(SEL, ["fil"])), ValueError, "Did you mean 'fill'?"),
    (lambda: legend("color", width=Param(3)), TypeError, "legend: width must be a number, not Param(3)"),
]


@pytest.mark.parametrize(("call", "error", "told"), WRONG)
def test_what_is_wrong_is_told_at_the_call(call: Any, error: type[Exception], told: str) -> None:
    with pytest.raises(error, match=re.escape(told)):
        call()


def test_channels_of_a_mark_s_own_are_channels() -> None:
    """Their columns are read, as a condition may come to be about them."""
    made = plot(dot(ROWS, x="x", y="y", channels={"who": "kind"}), region(SEL, ["who", "x"]))
    picture = compile(made)
    assert picture.spec["plot"][1]["channels"] == ["who", "x"]
    assert picture.columns["t0"] == {"x", "y", "kind"}


def test_the_nearest_thing_sets_a_param_or_a_selection() -> None:
    """Where the param names a column, any may come."""
    near = Param("x")
    made = plot(dot(ROWS, x=column(near), y="y"), nearest(near, ["x"]), nearest_x(SEL), nearest_y(near))
    picture = compile(made)
    assert [entry.get("as") for entry in picture.spec["plot"]] == [None, "$p0", "$s0", "$p0"]
    assert picture.columns["t0"] == {"x", "y", "kind"}


LOOK: interactors.Brush = {"fill": "none", "stroke": "black", "fill_opacity": 0.5, "stroke_dasharray": "4 2"}
PLACED: dict[str, tuple[Any, ...]] = {
    **dict.fromkeys(("interval_x", "interval_y"), (SEL, "y", 2, True, LOOK)),
    "interval_xy": (SEL, "x", "y", 2, False, LOOK),
    **dict.fromkeys(("nearest", "nearest_x", "nearest_y"), (SEL, ["x", "y"], ["x", "y"], 30)),
    **dict.fromkeys(("pan", "pan_x", "pan_y", "pan_zoom", "pan_zoom_x", "pan_zoom_y"), (SEL, SEL, "x", "y")),
    "region": (SEL, ["z"], True, LOOK),
    "toggle": (SEL, ["x", "color"], True),
    **dict.fromkeys(("toggle_x", "toggle_y", "toggle_z", "toggle_color"), (SEL, True)),
    "highlight": (SEL, 0.4, 0.3, 0.2, "#ccc", "red"),
}
"""Arguments in their published order."""


def test_every_interactor_is_drawn(tmp_path: Path) -> None:
    functions = {name for name in interactors.__all__ if name.islower()}
    assert functions == PLACED.keys()
    dots = dot(ROWS, x="x", y="y", z="kind", fill="kind", filter_by=SEL)
    plots = [plot(dots, getattr(interactors, name)(*given), width=120, height=90) for name, given in PLACED.items()]
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        write_svg(tmp_path / "all.svg", vconcat(*plots))
    assert (tmp_path / "all.svg").read_text(encoding="utf-8").count("<circle") == 3 * len(plots)


def test_colours_are_those_of_fill_or_stroke() -> None:
    made = plot(dot(ROWS, x="x", y="y", stroke="kind"), toggle_color(SEL), toggle(SEL, ["color"]))
    assert [entry.get("channels") for entry in compile(made).spec["plot"]] == [None, None, ["color"]]
