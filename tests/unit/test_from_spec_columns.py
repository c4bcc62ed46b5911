"""Columns that marks of specs name: those that are not there are told at the call, and nothing that Mosaic knows is."""

from __future__ import annotations

from typing import Any

import pytest

from inspect_viz.plot import from_spec

ROWS = {"x": [1, 2, 3, 4], "y": [4.0, 3.0, 2.5, 1.0], "Kind": ["a", "b", "a", "b"]}


def drawn(mark: str = "dot", table: str = "points", **options: Any) -> Any:
    given = {"data": {"more": "SELECT x AS made, y FROM points"}, "params": {"p": "x"}}
    entry = {"mark": mark, "data": {"from": table}, "x": "x", "y": "y", **options}
    return from_spec({**given, "plot": [{k: v for k, v in entry.items() if v is not None}]}, {"points": ROWS})


WRONG: list[tuple[dict[str, Any], str]] = [
    ({"x": "xx"}, r"from_spec: plot\[0\]: x='xx' is no column of the data\. Did you mean 'x'\?"),
    ({"fill": "kinds"}, r"plot\[0\]: fill='kinds' is no column of the data\. Did you mean 'Kind'\?"),
    ({"fill": {"max": "z"}}, r"plot\[0\]: fill='z' is no column"),
    ({"x": {"bin": "z", "steps": 4}}, r"plot\[0\]: x='z' is no column"),
    ({"r": {"argmax": ["x", "z"]}}, r"plot\[0\]: r='z' is no column"),
    ({"x": {"column": "z"}}, r"plot\[0\]: x='z' is no column"),
    ({"channels": {"who": "whom"}}, r"plot\[0\]: channels='whom' is no column"),
    ({"table": "more"}, r"plot\[0\]: x='x' is no column of the data.*The columns are 'made', 'y'"),
]


@pytest.mark.parametrize(("options", "told"), WRONG)
def test_a_column_that_is_not_there_is_told_at_the_call(options: dict[str, Any], told: str) -> None:
    with pytest.raises(ValueError, match=told):
        drawn(**options)


RIGHT: list[dict[str, Any]] = [
    {"x": "X", "fill": "kind"},
    {"fill": "currentColor", "stroke": "var(--ink)", "symbol": "star", "opacity": 0.5},
    {"fill": {"count": ""}, "r": {"count": None}, "title": {"sql": "x || 'anything'"}},
    {"x": "$p", "y": {"column": "$p"}, "stroke": {"agg": "max(x)"}},
    {"mark": "raster", "fill": "density"},
    {"fill": ["red", "blue", "red", "blue"], "channels": {"who": "Kind"}},
    {"table": "more", "x": "made", "y": {"sql": "read_when_it_is_asked"}},
    {"y": {"sql": "(SELECT max(made) FROM more)"}},
]


@pytest.mark.parametrize("options", RIGHT)
def test_colours_words_sql_and_params_are_no_columns(options: dict[str, Any]) -> None:
    assert drawn(**options) is not None


def test_sql_that_finds_no_column_is_told_at_the_call() -> None:
    with pytest.raises(ValueError, match=r'from_spec: data: .*"zz" not found'):
        from_spec(
            {"data": {"more": "SELECT zz FROM points"}, "plot": [{"mark": "dot", "data": {"from": "more"}, "x": "zz"}]},
            {"points": ROWS},
        )
