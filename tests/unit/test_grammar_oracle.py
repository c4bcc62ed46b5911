"""What Python builds is what Mosaic reads."""

from __future__ import annotations

import duckdb
import hypothesis
import pandas as pd
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from mosaic import AWKWARD, normal

from inspect_viz._spec import compile
from inspect_viz.data import Data
from inspect_viz.mark import axis_x, axis_y, cell, frame, hexbin, rect, rule_x, rule_y, text
from inspect_viz.plot import plot
from inspect_viz.transform import agg, avg, column, count, max, median, min, sql, sum


def spec_of(*marks, **attributes):
    return compile(plot(*marks, **attributes)).spec


def everything(samples):
    return [
        cell(samples, "id", "model", fill=avg("score"), inset=1, tip={"format": {"fill": ".2f"}}),
        cell(samples, "id", "model", fill="score", channels={"Model": "model"}, sort={"x": "-fill", "y": None}),
        text(samples, "id", "model", text="score", styles={"font_size": 9, "text_anchor": "end"}, fill="black"),
        text(text=["a", "b"], x=[1, 2], y=3, frame_anchor="top-left"),
        rect(samples, x1=min("score"), x2=max("score"), y1=median("score"), y2=sum("score"), z="model"),
        rect(samples, x="score", interval=0.1, y2=count(), stroke=sql("score * 2", label="double")),
        rule_x(samples, x=agg("max(score) - min(score)"), stroke_dasharray="4 2", marker="dot"),
        rule_y(y=0.5, stroke="red", stroke_opacity=0.3),
        frame("bottom", stroke="currentColor", rx=3),
        axis_x(ticks=[0, 1], label=None, styles={"font_weight": 700}),
        axis_y(tick_format="$.2f", label="$ per run", anchor="right"),
    ]


def test_mosaic_reads_every_mark_back_unchanged(oracle, samples):
    for mark in everything(samples):
        spec = spec_of(mark)
        read = oracle.call("parse", spec)
        params = spec.pop("params", {})
        assert {k: v for k, v in read["json"].items() if k != "params"} == normal(spec)
        assert read["params"] == list(params)


def test_constants_that_begin_with_a_dollar_reach_the_mark_as_text(oracle, samples):
    (mark,) = oracle.call("marks", spec_of(axis_y(tick_format="$.2f", label="$ per run")))
    values = {c["channel"]: c["value"] for c in mark["channels"]}
    assert values == {"tickFormat": "$.2f", "label": "$ per run"}


def test_attributes_that_begin_with_a_dollar_stay_text(oracle, samples):
    spec = spec_of(cell(samples, "id", "model"), x_label="$ per run", y_label="$ per run", x_tick_format="$.1f")
    assert oracle.call("parse", spec)["json"]["params"] == {"literal0": "$ per run", "literal1": "$.1f"}
    assert spec["xLabel"] == spec["yLabel"] == "$literal0"


def rows_of(data, spec, oracle):
    (mark,) = oracle.call("marks", spec)
    with duckdb.connect() as con:
        data.reader.attach(con, "t0")
        cursor = con.execute(mark["sql"])
        names = [d[0] for d in cursor.description]
        rows = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
    return [{c["channel"]: row[c["as"]] for c in mark["channels"] if c["field"]} for row in rows]


@pytest.mark.parametrize("name", AWKWARD)
@pytest.mark.parametrize("channel", ["x", "y", "fill", "stroke", "title", "fx", "href", "stroke_width"])
def test_a_column_is_read_whatever_its_name(oracle, awkward, name, channel):
    rows = rows_of(awkward, spec_of(cell(awkward, **{channel: name})), oracle)
    assert [list(row.values()) for row in rows] == [[f"{i}/{name}"] for i in range(3)]


@pytest.mark.parametrize("name", AWKWARD)
def test_columns_named_like_channels_do_not_collide_with_aggregates(oracle, awkward, name):
    rows = rows_of(awkward, spec_of(rect(awkward, x1=name, y1="x", fill=max(name), x2="fill")), oracle)
    found = sorted((r["x1"], r["y1"], r["fill"], r["x2"]) for r in rows)
    assert found == [(f"{i}/{name}", f"{i}/x", f"{i}/{name}", f"{i}/fill") for i in range(3)]


def test_columns_may_be_swapped(oracle, awkward):
    rows = rows_of(awkward, spec_of(rect(awkward, x="fill", fill="x", stroke=max("id"))), oracle)
    assert sorted((r["x"], r["fill"]) for r in rows) == [(f"{i}/fill", f"{i}/x") for i in range(3)]


@pytest.mark.parametrize("x", ["$price", sql("id || 'x'")])
def test_a_channel_that_a_column_of_its_name_hides_is_refused_where_a_mark_asks_in_its_own_way(awkward, x):
    with pytest.raises(ValueError, match="the data has a column 'x', which hides channel 'x'"):
        hexbin(awkward, x=x, y=sql("1"), fill=count())


@pytest.mark.parametrize("name", AWKWARD)
def test_further_channels_read_columns_whatever_their_names(oracle, awkward, name):
    spec = spec_of(rect(awkward, x1="id", fill="red", channels={"Name": name, "Other": "a.b"}))
    rows = rows_of(awkward, spec, oracle)
    assert sorted((r["x1"], r["Name"], r["Other"]) for r in rows) == [
        (f"{i}/id", f"{i}/{name}", f"{i}/a.b") for i in range(3)
    ]


def test_a_further_channel_that_mosaic_cannot_tell_from_a_computed_one_is_refused(awkward):
    with pytest.raises(ValueError, match="column 'fill' in channels has the name of a computed channel"):
        rect(awkward, x1="id", fill=max("id"), channels={"Other": "fill"})


@pytest.mark.parametrize("name", AWKWARD)
def test_transforms_read_columns_whatever_their_names(oracle, awkward, name):
    rows = rows_of(awkward, spec_of(rect(awkward, x1=column(name), y=max(name, distinct=True))), oracle)
    assert [r["y"] for r in sorted(rows, key=lambda r: r["x1"])] == [f"{i}/{name}" for i in range(3)]


def test_windows_are_read(oracle, samples):
    running = sum("score", orderby="id", partitionby=["model"], rows=[None, 0])
    (mark,) = oracle.call("marks", spec_of(text(samples, x="id", y="model", text=running)))
    assert 'OVER (PARTITION BY "model" ORDER BY "id" ROWS BETWEEN UNBOUNDED PRECEDING' in mark["sql"]


def test_a_column_named_like_a_colour_is_a_column_and_other_colours_are_constants(oracle, awkward):
    (mark,) = oracle.call("marks", spec_of(cell(awkward, x="id", fill="red", stroke="blue")))
    found = {c["channel"]: (c["field"], c["value"]) for c in mark["channels"]}
    assert found == {"x": ('"id"', None), "fill": ('"red"', None), "stroke": (None, "blue")}


@settings(deadline=None)
@given(st.lists(st.text(alphabet="$\"\\.'a x(-;", min_size=1, max_size=8), min_size=3, max_size=3, unique_by=str.lower))
@example(["a", "x", '$\\"$'])
@example(['$\\"$', "x", "a"])
def test_columns_of_any_name_are_read_or_refused(oracle, names):
    frame = pd.DataFrame({name: [f"{row}/{i}" for row in range(3)] for i, name in enumerate(names)})
    data = Data.from_dataframe(frame)
    try:
        mark = rect(data, x1=column(names[0]), y1=names[1], fill=max(names[2]), channels={"Extra": names[0]})
    except ValueError as error:
        refused = str(error)
        hypothesis.event(refused.partition(": ")[2][:20])
        hypothesis.assume("rename the column" not in refused)
        raise
    rows = rows_of(data, spec_of(mark), oracle)
    found = sorted((r["x1"], r["y1"], r["fill"], r["Extra"]) for r in rows)
    assert found == [(f"{i}/0", f"{i}/1", f"{i}/2", f"{i}/0") for i in range(3)]
