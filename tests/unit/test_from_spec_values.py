"""Values of options of inputs, interactors and legends in specs: what is not accepted is refused at the call."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from inspect_viz._host import write_svg
from inspect_viz.plot import from_spec

ROWS = {"x": [1, 2, 3, 4], "y": [4.0, 3.0, 2.5, 1.0], "kind": ["a", "b", "a", "b"]}
DOTS: dict[str, Any] = {"mark": "dot", "data": {"from": "points"}, "x": "x", "y": "y", "fill": "kind"}
PARAMS = {"p": 3, "b": {"select": "intersect"}}


def spec_with(*parts: dict[str, Any]) -> dict[str, Any]:
    """Interactors and legends behind dots, inputs above."""
    inputs = [part for part in parts if "input" in part]
    return {"params": PARAMS, "vconcat": [*inputs, {"plot": [DOTS, *[p for p in parts if "input" not in p]]}]}


INTERACTORS = [
    ({"select": "intervalX", "as": "$b", "pixelSize": "two"}, TypeError, "pixelSize must be a number, not 'two'"),
    ({"select": "intervalX", "as": "$b", "pixelSize": -1}, ValueError, "pixelSize must be greater than 0, not -1"),
    ({"select": "intervalX", "as": "$b", "pixelSize": "$p"}, ValueError, "pixelSize is $p, but takes a value of its"),
    ({"select": "intervalX", "as": "$b", "peers": 1}, TypeError, "peers must be true or false, not 1"),
    ({"select": "intervalX", "as": "$b", "field": "kinds"}, ValueError, "field='kinds' is no column of the data. Did"),
    ({"select": "intervalX", "as": "$b", "field": 3}, TypeError, "field must be a column's name, not 3"),
    ({"select": "intervalX", "as": "$b", "brush": "red"}, TypeError, "brush must be a dict of styles, not 'red'"),
    ({"select": "intervalX", "as": "$b", "brush": {"fillOpacity": "x"}}, TypeError, "brush: fillOpacity must be a num"),
    ({"select": "intervalX", "as": "$b", "brush": {"fil": "red"}}, ValueError, "no option 'fil'. Did you mean 'fill'?"),
    (
        {"select": "intervalX", "as": "b"},
        TypeError,
        "as must be a reference to a selection, such as '$chosen'",
    ),
    ({"select": "intervalX", "as": "$p"}, ValueError, ".as is $p, a param; a selection is wanted"),
    ({"select": "intervalX"}, ValueError, "the interactor 'intervalX' needs as"),
    ({"select": "panZoom", "x": "$p"}, ValueError, ".x is $p, a param; a selection is wanted"),
    ({"select": "highlight", "by": "$p"}, ValueError, ".by is $p, a param; a selection is wanted"),
    ({"select": "highlight"}, ValueError, "the interactor 'highlight' needs by"),
    ({"select": "highlight", "by": "$b", "fill": "redd"}, ValueError, "fill must be a CSS colour such as"),
    ({"select": "highlight", "by": "$b", "opacity": True}, TypeError, "opacity must be a number, not True"),
    ({"select": "toggle", "as": "$b"}, ValueError, "the interactor 'toggle' needs channels"),
    ({"select": "toggle", "as": "$b", "channels": ["symbol"]}, ValueError, "'symbol' is no channel of the dot before"),
    ({"select": "toggle", "as": "$b", "channels": ["fil"]}, ValueError, "Did you mean 'fill'?"),
    ({"select": "region", "as": "$b", "channels": [3]}, TypeError, "channels must be a list of names of channels"),
    ({"select": "nearest", "as": "$b", "fields": ["kinds"]}, ValueError, "fields='kinds' is no column of the data"),
    ({"select": "nearest", "as": "$b", "maxRadius": "far"}, TypeError, "maxRadius must be a number, not 'far'"),
]
LEGENDS = [
    ({"legend": "color", "columns": 0}, ValueError, "columns must be 1 or more, not 0"),
    ({"legend": "color", "columns": "two"}, TypeError, "columns must be a whole number"),
    ({"legend": "color", "width": "wide"}, TypeError, "width must be a number, not 'wide'"),
    ({"legend": "color", "width": -4}, ValueError, "width must be greater than 0, not -4"),
    ({"legend": "color", "marginLeft": -4}, ValueError, "marginLeft must be 0 or more, not -4"),
    ({"legend": "color", "label": 4}, TypeError, "label must be text, not 4"),
    ({"legend": "color", "label": "$p"}, ValueError, "label is $p, but takes a value of its own"),
    ({"legend": "color", "field": "kin"}, ValueError, "field='kin' is no column of the data. Did you mean 'kind'?"),
    ({"legend": "color", "as": "b"}, TypeError, "as must be a reference to a selection"),
    ({"legend": "color", "as": "$p"}, ValueError, ".as is $p, a param; a selection is wanted"),
    ({"legend": "color", "frameAnchor": "midle"}, ValueError, "frameAnchor must be one of"),
    ({"legend": "color", "background": "whit"}, ValueError, "background must be true, false or a CSS colour"),
]
OF_TABLE = {"from": "points", "as": "$b"}
INPUTS = [
    ({"input": "menu", **OF_TABLE, "column": "kinds"}, ValueError, "column='kinds' is no column of the data. Did"),
    ({"input": "menu", "as": "$p", "column": "kind"}, ValueError, "from is needed: the table whose column it shows"),
    ({"input": "menu", "as": "$p"}, ValueError, "column or options is needed"),
    ({"input": "menu", "as": "$p", "options": []}, ValueError, "options is empty"),
    ({"input": "menu", "as": "$p", "options": "abc"}, TypeError, "options must be a list of values, or of dicts"),
    ({"input": "menu", "as": "$p", "options": [{"label": "A"}]}, ValueError, "options[0]: value is needed"),
    ({"input": "menu", "as": "$p", "options": [{"value": 3, "labl": ""}]}, ValueError, "Did you mean 'label'?"),
    ({"input": "menu", "as": "$p", "options": [3, 4], "value": 5}, ValueError, "value must be one of '3', '4', not 5"),
    ({"input": "menu", "as": "$p", "options": [3], "label": 3}, TypeError, "label must be text, not 3"),
    ({"input": "menu", "as": "$p", "options": [3], "listMatch": "some"}, ValueError, "listMatch must be one of 'any'"),
    ({"input": "menu", "as": "p", "options": [3]}, TypeError, "as must be a reference to a param or a selection"),
    (
        {"input": "menu", **OF_TABLE, "column": "x", "filterBy": "$p"},
        ValueError,
        ".filterBy is $p, a param; a sel",
    ),
    ({"input": "menu", **OF_TABLE, "column": "x", "field": "z"}, ValueError, "field='z' is no column of the data"),
    ({"input": "menu", "as": "$p", "options": [3], "label": "$b"}, ValueError, "label is $b, a selection; a value is"),
    ({"input": "search", **OF_TABLE, "column": "x", "type": "begins"}, ValueError, "type must be one of 'contains'"),
    ({"input": "search", **OF_TABLE, "column": "kin"}, ValueError, "column='kin' is no column of the data"),
    ({"input": "slider", **OF_TABLE, "column": "kind"}, TypeError, "column='kind' must hold numbers, not VARCHAR"),
    ({"input": "slider", "as": "$p", "min": 3}, ValueError, "min and max are needed where no column gives them"),
    ({"input": "slider", "as": "$p", "min": 5, "max": 3}, ValueError, "min must be less than max, but min=5"),
    ({"input": "slider", "as": "$p", "min": "a", "max": 3}, TypeError, "min must be a number, not 'a'"),
    ({"input": "slider", "as": "$p", "min": 0, "max": 9, "step": 0}, ValueError, "step must be greater than 0, not 0"),
    ({"input": "slider", "as": "$p", "min": 0, "max": 9, "value": 10}, ValueError, "value must lie between min=0 and"),
    (
        {"input": "slider", "as": "$p", "min": 0, "max": 9, "select": "both"},
        ValueError,
        "select must be one of 'poi",
    ),
    ({"input": "slider", "as": "$p", "min": 0, "max": 9, "width": -1}, ValueError, "width must be greater than 0"),
    ({"input": "table"}, ValueError, "from is needed: the table whose rows it shows"),
    ({"input": "table", "from": "$p"}, ValueError, "from is $p, but takes a value of its own"),
    ({"input": "table", **OF_TABLE, "columns": "x"}, TypeError, "columns must be a list of names, not 'x'"),
    ({"input": "table", **OF_TABLE, "columns": ["x", "yy"]}, ValueError, "columns='yy' is no column of the data. Did"),
    ({"input": "table", **OF_TABLE, "align": {"x": "middle"}}, ValueError, "align of 'x' must be one of 'left'"),
    ({"input": "table", **OF_TABLE, "align": {"z": "left"}}, ValueError, "align='z' is no column of the data"),
    ({"input": "table", **OF_TABLE, "width": {"x": "3px"}}, TypeError, "width of 'x' must be a number, not '3px'"),
    ({"input": "table", **OF_TABLE, "height": "tall"}, TypeError, "height must be a number, not 'tall'"),
]


@pytest.mark.parametrize(("part", "error", "told"), INTERACTORS + LEGENDS)
def test_values_in_plots_are_checked(part: dict[str, Any], error: type[Exception], told: str) -> None:
    with pytest.raises(error, match=re.escape(told)) as found:
        from_spec(spec_with(part), {"points": ROWS})
    assert str(found.value).startswith("from_spec: vconcat[0].plot[1]")


@pytest.mark.parametrize(("part", "error", "told"), INPUTS)
def test_values_of_inputs_are_checked(part: dict[str, Any], error: type[Exception], told: str) -> None:
    with pytest.raises(error, match=re.escape(told)) as found:
        from_spec(spec_with(part), {"points": ROWS})
    assert str(found.value).startswith("from_spec: vconcat[0]")


RIGHT = [
    {
        "select": "intervalXY",
        "as": "$b",
        "pixelSize": 2,
        "xfield": "x",
        "brush": {"fill": "none", "opacity": 0.5},
    },
    {"select": "region", "as": "$b", "channels": ["color"], "peers": False},
    {"select": "nearestX", "as": "$new", "channels": ["y"], "fields": ["y"], "maxRadius": 12},
    {"select": "nearestX", "as": "$p"},
    {"select": "toggle", "as": "$b", "channels": ["x", "fill"]},
    {"select": "panZoom", "x": "$xs", "xfield": "x"},
    {"select": "highlight", "by": "$b", "fill": "#ccc", "opacity": 0.2},
    {"legend": "color", "as": "$b", "columns": 1, "label": None, "tickSize": 4},
    {"input": "menu", "as": "$p", "options": [3, None, {"value": [1, 2], "label": "both"}], "value": 3},
    {"input": "menu", **OF_TABLE, "column": "made", "from": "more", "field": "x", "listMatch": "all"},
    {"input": "search", **OF_TABLE, "column": "kind", "type": "regexp", "label": "Kind"},
    {"input": "slider", **OF_TABLE, "column": "x", "select": "interval", "value": 2, "step": 0.5},
    {"input": "slider", "as": "$p", "min": 0, "max": "$p", "width": 200},
    {"input": "table", **OF_TABLE, "columns": ["x"], "align": {"x": "left"}, "width": {"x": 80}, "height": 100},
    {"input": "table", "from": "more", "width": 300, "maxWidth": 400},
]


@pytest.mark.parametrize("part", RIGHT)
def test_values_that_mosaic_takes_are_taken(part: dict[str, Any]) -> None:
    spec = {"data": {"more": "SELECT x AS made FROM points"}, **spec_with(part)}
    assert "vconcat" in from_spec(spec, {"points": ROWS}).to_spec(data=False)


def test_channels_of_a_mark_s_own_are_channels() -> None:
    dots = {**DOTS, "channels": {"id": "kind"}}
    spec = {"plot": [dots, {"select": "region", "as": "$b", "channels": ["id"]}]}
    assert from_spec(spec, {"points": ROWS}).to_spec(data=False)["plot"][1]["channels"] == ["id"]


def test_choices_without_labels_are_their_own(tmp_path: Path) -> None:
    menu = {"input": "menu", "as": "$c", "options": ["navy", "teal", None], "label": "Ink"}
    spec = {"params": {"c": "teal"}, "vconcat": [menu, {"plot": [{**DOTS, "fill": "$c"}]}]}
    write_svg(tmp_path / "menu.svg", from_spec(spec, {"points": ROWS}))
    svg = (tmp_path / "menu.svg").read_text(encoding="utf-8")
    assert ">teal<" in svg
    assert 'fill="teal"' in svg
