"""Legends beside their plots, in layouts and of several plots, and legends that select."""

from __future__ import annotations

import re

import pytest

from inspect_viz import Data, Param, Selection
from inspect_viz._spec import compile
from inspect_viz._spec.sidecar import json_of
from inspect_viz.layout import hconcat, vconcat
from inspect_viz.mark import dot
from inspect_viz.plot import legend, plot, write_svg


@pytest.fixture(scope="module")
def runs():
    return Data.from_dataframe({"model": ["ada", "bob", "cyd"], "tokens": [10, 20, 30], "kind": ["x", "y", "x"]})


def drawn(component, tmp_path):
    write_svg(tmp_path / "picture.svg", component)
    return (tmp_path / "picture.svg").read_text(encoding="utf-8")


def legends(svg):
    """The groups of legends: their attributes and the texts in them."""
    parts = svg.split('<g data-part="legend"')[1:]
    return [(part.partition(">")[0].strip(), re.findall(r"<text[^>]*>([^<]*)", part)) for part in parts]


def test_a_legend_in_a_layout_is_that_of_the_plot_it_names(runs, tmp_path):
    one = plot(dot(runs, "tokens", "tokens", fill="model"), name="one", axis=None)
    made = hconcat(one, legend("color", for_plot="one", label="Models", columns=1))
    assert compile(made).spec["hconcat"][1]["for"] == "one"
    ((_, texts),) = legends(drawn(made, tmp_path))
    assert texts == ["Models", "ada", "bob", "cyd"]


def test_one_legend_in_two_plots_sets_one_selection_from_both(runs, tmp_path):
    selection = Selection.intersect()
    shared = legend("color", target=selection)
    marks = [dot(runs, "tokens", y, fill="model", filter_by=selection) for y in ("tokens", "model")]
    picture = compile(hconcat(*(plot(mark, legend=shared, axis=None) for mark in marks)))
    notes = [json_of(picture.sidecar)["plots"][name]["legends"][0] for name in ("p0", "p1")]
    assert [note["target"] for note in notes] == ["$s0", "$s0"]
    svg = drawn(hconcat(*(plot(mark, legend=shared, axis=None) for mark in marks)), tmp_path)
    assert [about for about, _ in legends(svg)] == ['data-input="0"', 'data-input="1"']
    assert re.findall(r'data-option="(\d)"', svg) == ["0", "1", "2"] * 2


def test_several_legends_stand_on_one_plot_and_symbols_are_drawn(runs, tmp_path):
    mark = dot(runs, "tokens", "tokens", symbol="kind", stroke="tokens")
    svg = drawn(plot(mark, legend=["symbol", legend("color", label="Tokens", frame_anchor="top")], axis=None), tmp_path)
    assert sorted(texts[0] for _, texts in legends(svg)) == ["Tokens", "x"]


@pytest.mark.parametrize(
    ("given", "own", "said"), [("Tokens", None, "Tokens"), ("Tokens", "Own", "Own"), (None, None, None)]
)
@pytest.mark.parametrize("kind", ["color", "opacity"])
def test_the_label_of_a_scale_stands_at_its_legend(runs, tmp_path, kind, given, own, said):
    mark = dot(runs, "tokens", "tokens", **{"fill" if kind == "color" else "opacity": "tokens"})
    made = plot(mark, legend=legend(kind, label=own), axis=None, **{f"{kind}_label": given})
    ((_, texts),) = legends(drawn(made, tmp_path))
    assert [text for text in texts if not text.isdigit()] == ([said] if said else [])


def test_the_columns_of_a_condition_that_a_legend_sets_are_read(runs):
    selection = Selection.intersect()
    coloured = plot(dot(runs, "tokens", "tokens", fill="model"), legend=legend("color", target=selection))
    other = plot(dot(runs, "tokens", "tokens", filter_by=selection))
    assert compile(hconcat(coloured, other)).columns["t0"] == {"tokens", "model"}


@pytest.mark.parametrize(
    ("make", "error", "message"),
    [
        (lambda r: legend("color", target=Param(1)), TypeError, r"target must be a Selection or None, not Param\(1\)"),
        (lambda r: vconcat(legend("color")), ValueError, "vconcat: a legend outside of plots needs for_plot"),
        (
            lambda r: compile(hconcat(plot(name="one"), legend("color", for_plot="on"))),
            ValueError,
            "legend: for_plot='on' is no plot of the picture. Did you mean 'one'",
        ),
        (lambda r: compile(plot(legend=legend("color", for_plot="a"))), ValueError, "No plot has a name"),
        (
            lambda r: hconcat(
                plot(dot(r, "tokens", "tokens", fill="model"), legend=legend("color", target=SHARED)),
                plot(dot(Data.from_dataframe({"a": [1]}), "a", "a", filter_by=SHARED)),
            ),
            ValueError,
            "hconcat: legend sets a condition on 'model', which is no column of the data",
        ),
    ],
)
def test_legends_that_belong_to_nothing_are_refused(runs, make, error, message):
    with pytest.raises(error, match=message):
        make(runs)


SHARED = Selection.intersect()
