"""One spec for a picture, and notes beside it whose keys both sides know."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

import pytest
from heatmaps import data, graded, heatmap

from inspect_viz import Data
from inspect_viz._host import DrawingError, _drawing
from inspect_viz._spec import compile
from inspect_viz._spec.nodes import Mark, PlotNode, walk
from inspect_viz._spec.sidecar import CellNotes, LegendNotes, json_of, notes
from inspect_viz.layout import hconcat, hspace, vconcat
from inspect_viz.mark import cell, rule_x, text
from inspect_viz.plot import plot
from inspect_viz.transform import avg, sql

OPTIONS = {"scale": 1, "details": False, "idPrefix": "iv", "title": "t", "description": None, "metadata": "{}"}
RULE = {"plot": [{"mark": "ruleX", "data": [0], "x": [1]}]}


def never(sql: str) -> bytes:
    raise AssertionError(sql)


def draw(spec, sidecar):
    return _drawing.draw({"spec": spec, "sidecar": sidecar, "options": OPTIONS}, never, planes=False)


def test_the_typescript_side_is_made_from_the_python_side(root):
    made = subprocess.run([sys.executable, str(root / "tools/generate_sidecar.py"), "--check"], check=False)
    assert made.returncode == 0


@pytest.mark.parametrize(
    ("sidecar", "message"),
    [
        ({"plotz": {}}, r'sidecar: unknown key "plotz" of Sidecar'),
        ({"plots": {"p0": {"problem": []}}}, r'sidecar.plots.p0: unknown key "problem" of PlotNotes'),
        ({"plots": {"p0": {"legends": [{"legend": "color", "lable": "x"}]}}}, r"legends\[0\]: unknown key .*lable"),
        ({"marks": {"m0": {"names": {"z": "x"}}}}, r"sidecar.marks.m0.names: unknown key .*z"),
        ({"marks": {"m0": 3}}, "sidecar.marks.m0 must be CellNotes, not 3"),
    ],
)
def test_the_runtime_refuses_keys_that_it_does_not_know(sidecar, message):
    with pytest.raises(DrawingError, match=message):
        draw(RULE, sidecar)


def test_the_runtime_takes_what_it_knows():
    assert "<svg" in draw(RULE, {"plots": {"p0": {"problems": ["one"]}}, "marks": {"m0": {"names": {"x": "a"}}}}).svg


def test_python_refuses_keys_that_it_does_not_know():
    with pytest.raises(TypeError, match="lable"):
        notes(LegendNotes, {"legend": "color", "lable": "x"})
    assert notes(LegendNotes, {"legend": "color", "insetX": 3}) == LegendNotes(legend="color", inset_x=3)


def test_what_is_not_said_is_left_out():
    assert json_of(CellNotes(link="url", sample_axis="x")) == {"link": "url", "sampleAxis": "x"}


def test_marks_and_plots_are_numbered_in_the_order_of_the_spec():
    cells = heatmap(graded(2, 3), title="A", legend=None)
    picture = vconcat(hconcat(plot(rule_x(x=[1])), hspace(4), cells), plot(title="C"), cells)
    compiled = compile(picture)
    assert {name: plot.title and plot.title.text for name, plot in compiled.sidecar.plots.items()} == {
        "p1": "A",
        "p2": "C",
        "p3": "A",
    }
    assert list(compiled.sidecar.marks) == ["m1", "m2"]
    assert compiled.title == "A"


def test_one_walk_meets_every_mark_in_order():
    samples = data(graded(2, 3))
    marks = [rule_x(x=[1]), cell(samples, x="id", y="model_display_name"), text(text=["a"])]
    picture = hconcat(plot(*marks[:2]), hspace(4), vconcat(plot(marks[2])))
    assert [node for node in walk(picture.node) if isinstance(node, Mark)] == marks
    plots = [node for node in walk(picture.node) if isinstance(node, PlotNode)]
    assert [plot.entries for plot in plots] == [(marks[0], marks[1]), (marks[2],)]


COLUMNS = {"a": ["x"], "b": ["y"], "c": [1.0], "D d": [2.0], "e": ["e"], "f": ["f"], "unused": [0]}


def columns_of(**options):
    table = Data.from_dataframe(COLUMNS)
    return compile(plot(cell(table, x="a", y="b", **options))).columns["t0"]


@pytest.mark.parametrize(
    ("options", "more"),
    [
        ({}, set()),
        ({"fill": "c"}, {"c"}),
        ({"fill": avg("c")}, {"c"}),
        ({"fill": sql('avg("C" + "D d")')}, {"c", "D d"}),
        ({"fill": sql("avg(c)"), "channels": {"E": "e", "unused?": "f"}}, {"c", "e", "f"}),
        ({"fill": avg(sql('"D d" * 2'))}, {"D d"}),
        ({"fill": sql("avg(c) OVER (PARTITION BY e ORDER BY f)")}, {"c", "e", "f"}),
    ],
)
def test_the_columns_are_those_that_the_marks_name(options, more):
    assert columns_of(**options) == {"a", "b"} | more


def test_columns_of_the_notes_are_read_too():
    table = Data.from_dataframe(COLUMNS)
    mark = cell(table, x="a", y="b", fill=avg("c"))
    told = replace(mark, notes=CellNotes(value="c", error='"D d" > 0', limit=None, link="e", epoch="f"))
    assert compile(plot(told)).columns["t0"] == {"a", "b", "c", "D d", "e", "f"}


def test_words_of_a_title_read_no_column():
    table = Data.from_dataframe(COLUMNS)
    assert "unused" not in compile(plot(cell(table, x="a", y="b"), title="unused")).columns["t0"]


def test_two_plots_over_one_table_read_the_columns_of_both():
    table = Data.from_dataframe(COLUMNS)
    picture = hconcat(plot(cell(table, x="a", y="b")), plot(text(table, x="e", y="f", text="c")))
    assert compile(picture).columns == {"t0": {"a", "b", "c", "e", "f"}}
