"""Transforms, values and params in the marks and plots of specs: what is not accepted is refused at the call."""

from __future__ import annotations

import re
from typing import Any

import pytest

from inspect_viz._host import write_svg
from inspect_viz.plot import from_spec

ROWS = {"x": [1, 2, 3, 4], "y": [4.0, 3.0, 2.5, 1.0], "kind": ["a", "b", "a", "b"]}
PARAMS = {"word": "many", "n": 3, "list": [1, 2], "held": {"value": "many"}, "b": {"select": "intersect"}}


def dots(**options: Any) -> dict[str, Any]:
    return {"params": PARAMS, "plot": [{"mark": "dot", "data": {"from": "points"}, "x": "x", "y": "y", **options}]}


def plotted(**attributes: Any) -> dict[str, Any]:
    return {**dots(), **attributes}


WRONG = [
    (
        dots(x={"avg": "x", "sum": "y"}),
        "plot[0]: x={'avg': 'x', 'sum': 'y'} (dict) has two transforms, 'avg' and 'sum'",
    ),
    (dots(x={"frobnicate": "x"}), "plot[0]: x must be a transform such as"),
    (dots(x={"avgg": "x"}), "Did you mean 'avg'?"),
    (dots(x={}), "plot[0]: x must be a transform such as"),
    (dots(x={"avg": "x", "frobnicate": 1}), "plot[0]: x: avg: unknown option 'frobnicate'"),
    (dots(x={"bin": "x", "steps": "many"}), "plot[0]: x: bin: steps must be a number, not 'many'"),
    (dots(x={"bin": "x", "steps": "$word"}), "plot[0]: x: bin: steps must be a number, not 'many'"),
    (dots(x={"bin": "x", "interval": "decade"}), "plot[0]: x: bin: interval must be one of"),
    (dots(x={"argmax": ["x"]}), "plot[0]: x: argmax: col2 is missing"),
    (dots(x={"quantile": ["x", 5]}), "plot[0]: x: quantile: threshold must be between 0 and 1, not 5"),
    (dots(x={"sql": 3}), "plot[0]: x: sql: sql must be the text of a SQL expression, not 3"),
    (dots(x={"covar_pop": ["x", "y"]}), "plot[0]: x: 'covar_pop' is the name in Python; in specs it is 'covarPop'"),
    (dots(x={"sql": "x + "}), "plot[0]: x: the expression 'x + ' cannot be read"),
    (dots(x={"sql": "nope + $n"}), "plot[0]: x: the expression 'nope + $n' cannot be read"),
    (dots(x={"avg": {"sql": "nope"}}), "plot[0]: x: the expression 'nope' cannot be read"),
    (dots(x={"column": 3}), "plot[0]: x: column must be a column's name, not 3"),
    (dots(r="$word"), "plot[0]: r is $word, a param with the value 'many', where a number is wanted"),
    (dots(opacity="$held"), "plot[0]: opacity is $held, a param with the value 'many', where a number is wanted"),
    (dots(dx="$word"), "plot[0]: dx is $word, but dx must be a number, not 'many'"),
    (dots(dx=[1]), "plot[0]: dx must be a number, not [1]"),
    (plotted(width="$word"), "plot: width is $word, but width must be a number, not 'many'"),
    (plotted(width="$list"), "plot: width is $list, but width must be a number"),
    (plotted(xScale="$word"), "plot: xScale is $word, but xScale must be one of"),
    (plotted(xDomain=3), "plot: xDomain must be"),
    (plotted(xDomain={"a": 1}), "plot: xDomain must be"),
    (plotted(margins=3), "plot: margins must be a dict of left, right, top and bottom"),
    (plotted(margins={"lft": 3}), "plot: margins: unknown key 'lft'. Did you mean 'left'?"),
    (plotted(xLabel=3), "plot: xLabel must be text"),
]
FINE = [
    dots(x={"bin": "x", "steps": "$n"}, y={"count": ""}),
    dots(x={"bin": "x"}, y={"count": None}),
    dots(x={"sql": "x + $n", "label": "moved"}),
    dots(x={"avg": "x", "orderby": "y", "rows": [2, None]}, fill={"row_number": None, "orderby": "x"}),
    dots(x={"max": {"sql": "x * 2"}}, fill="kind", y={"column": "y"}),
    dots(r="$n", opacity=0.5, channels={"Kind": "kind"}, tip={"format": {"x": ".2f"}}),
    dots(fill="$colour") | {"params": {**PARAMS, "colour": "red"}},
    dots(x={"argmax": ["x", "y"]}, y={"quantile": ["y", 0.5]}),
    plotted(
        xDomain=[0, 9], width=0, height="$n", margins={"left": 9}, xLabel=None, colorDomain="$b", style="color: red"
    ),
]


@pytest.mark.parametrize(("spec", "told"), WRONG, ids=[told[:60] for _, told in WRONG])
def test_what_is_wrong_is_told_at_the_call(spec: dict[str, Any], told: str) -> None:
    with pytest.raises(ValueError, match=re.escape(told)):
        from_spec(spec, {"points": ROWS})


@pytest.mark.parametrize("spec", FINE, ids=map(str, range(len(FINE))))
def test_what_mosaic_reads_is_drawn(spec: dict[str, Any], tmp_path: Any) -> None:
    write_svg(tmp_path / "picture.svg", from_spec(spec, {"points": ROWS}))
