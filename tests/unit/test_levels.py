"""Ordered categories: axes, facets, legends, stacks and inputs keep the order that the data declare."""

from __future__ import annotations

import pickle
import re

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from plot_svg import groups, svg_of, texts

from inspect_viz import Data, Param, mark
from inspect_viz._spec import compile
from inspect_viz.input import radio_group
from inspect_viz.plot import plot, write_svg
from inspect_viz.transform import count

LEVELS = ["low", "mid", "high", "never"]
VALUES = ["low", "high", "mid", "low"]
SHOWN = LEVELS[:3]


def categorical():
    return pd.DataFrame({"s": pd.Categorical(VALUES, LEVELS, ordered=True), "v": range(4), "t": ["a", "b"] * 2})


def enumerated():
    return pl.DataFrame({"s": pl.Series(VALUES, dtype=pl.Enum(LEVELS)), "v": range(4), "t": ["a", "b"] * 2})


def relation():
    con = duckdb.connect()
    con.execute(f"CREATE TYPE level AS ENUM {tuple(LEVELS)}")
    rows = ", ".join(f"('{s}', {i}, '{'ab'[i % 2]}')" for i, s in enumerate(VALUES))
    con.execute(f"CREATE TABLE rows AS SELECT s::level AS s, v, t FROM (VALUES {rows}) AS given(s, v, t)")
    return con


SOURCES = {
    "pandas": lambda: Data.from_dataframe(categorical()),
    "polars": lambda: Data.from_dataframe(enumerated()),
    "lazy": lambda: Data.from_dataframe(enumerated().lazy()),
    "arrow": lambda: Data.from_dataframe(pa.Table.from_pandas(categorical())),
    "relation": lambda: Data.from_dataframe(relation().sql("FROM rows")),
    "table": lambda: Data.from_duckdb(relation(), "rows"),
    "pickled": lambda: pickle.loads(pickle.dumps(Data.from_dataframe(relation().sql("FROM rows")))),
    "rows": lambda: Data.from_dataframe(categorical()).where("v < 9").head(4).sql("SELECT s, v, t FROM data"),
}


@pytest.fixture(params=SOURCES)
def data(request):
    return SOURCES[request.param]()


def in_order(svg):
    return [text for text in re.findall(r">(\w+)</", svg) if text in LEVELS]


def test_an_axis_keeps_the_order(data):
    ticks = texts(svg_of(mark.bar_y(data, x="s", y="v")), "x-axis tick label")
    assert sorted(ticks, key=ticks.__getitem__) == SHOWN


def attributes(*marks, **given):
    return compile(plot(*marks, **given)).spec


def test_every_scale_of_categories_keeps_it():
    data = SOURCES["pandas"]()
    dots = mark.dot(data, x="v", y="s", fx="s", fill="s", symbol="s")
    spec = attributes(dots, color_domain="Fixed")
    assert [spec[f"{scale}Domain"] for scale in ("y", "fx", "color", "symbol")] == [SHOWN] * 4
    assert "xDomain" not in spec


def test_what_the_caller_says_counts():
    data = SOURCES["pandas"]()
    assert attributes(mark.dot(data, x="s", y="v"), x_domain=["mid", "low"])["xDomain"] == ["mid", "low"]
    assert "xDomain" not in attributes(mark.bar_y(data, x="s", y="v", sort={"x": "-y"}))
    assert "yDomain" in attributes(mark.bar_y(data, x="v", y="s", sort={"x": "-y"}))


def test_scales_that_show_something_else_too_stay_as_they_are():
    data, other = SOURCES["pandas"](), Data.from_dataframe({"s": ["low", "max"], "v": [1, 2]})
    dots = mark.dot(data, x="s", y="v")
    assert "xDomain" not in attributes(dots, mark.dot(other, x="s", y="v"))
    assert "xDomain" not in attributes(dots, mark.rule_x(x=["max"]))
    assert "xDomain" not in attributes(mark.dot(data, x={"sql": "upper(s)"}, y="v"))
    assert "xDomain" not in attributes(mark.dot(data.sql("SELECT upper(s) AS s, v FROM data"), x="s", y="v"))
    assert "xDomain" not in attributes(mark.dot(Data.from_dataframe(categorical().astype({"s": str})), x="s", y="v"))
    assert attributes(dots, mark.rule_x(x=["never"]))["xDomain"] == LEVELS
    assert attributes(mark.bar_y(data, x="t", y="v", fill="s"), mark.frame(stroke="red"))["colorDomain"] == SHOWN


def test_tables_with_the_same_levels_go_together():
    data = SOURCES["pandas"]()
    low, high = data.where("s = 'low'"), data.where("s = 'high'")
    assert attributes(mark.dot(high, x="s", y="v"), mark.dot(low, x="s", y="v"))["xDomain"] == ["low", "high"]


def test_intervals_of_pandas_are_in_order():
    frame = pd.DataFrame({"s": pd.cut([1, 3, 12, 30], [0, 2, 10, 20, 40]), "v": range(4)})
    assert attributes(mark.dot(Data.from_dataframe(frame), x="s", y="v"))["xDomain"] == [
        *("(0, 2]", "(2, 10]", "(10, 20]", "(20, 40]")
    ]


def test_rows_without_a_value_stay():
    frame = categorical()
    frame.loc[1, "s"] = None
    dots = mark.dot(Data.from_dataframe(frame), x="s", y="v", fill="s")
    assert attributes(dots)["xDomain"] == ["low", "mid", None]
    assert len(list(groups(svg_of(dots), "dot")[0])) == len(frame)


def test_whole_numbers_that_are_text_here_are_in_the_order_of_numbers():
    data = Data.from_dataframe({"s": [2**60, 5, -3, 2**60 + 1, 2**62], "v": range(5)})
    assert attributes(mark.dot(data, x="s", y="v"))["xDomain"] == [*map(str, (-3, 5, 2**60, 2**60 + 1, 2**62))]
    many = Data.from_dataframe({"s": [2**60 + i for i in range(2000)], "v": range(2000)})
    assert "xDomain" not in attributes(mark.dot(many, x="s", y="v"))


def test_numbers_stay_numbers():
    frame = pd.DataFrame({"s": pd.Categorical([3, 1], [3, 1], ordered=True), "v": [1, 2]})
    assert "xDomain" not in attributes(mark.dot(Data.from_dataframe(frame), x="s", y="v"))


def test_the_layers_of_a_stack_follow_it(data, tmp_path):
    bars = mark.bar_y(data, x="t", y=count(), fill="s")
    assert compile(plot(bars)).spec["plot"][0]["order"] == SHOWN
    write_svg(tmp_path / "a.svg", plot(bars, legend="color"))
    assert in_order((tmp_path / "a.svg").read_text()) == SHOWN


def test_inputs_keep_it(data, tmp_path):
    write_svg(tmp_path / "a.svg", radio_group(data, column="s", target=Param("mid")))
    assert in_order((tmp_path / "a.svg").read_text()) == SHOWN
