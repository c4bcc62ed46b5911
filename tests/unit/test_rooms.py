"""Margins hold the labels of axes, labels lie beside each other, and texts of a mark move apart when asked to."""

from __future__ import annotations

from itertools import pairwise

import pytest
from heatmaps import drawn
from plot_svg import svg_of, texts

from inspect_viz._host._figure import draw
from inspect_viz._spec import compile
from inspect_viz._spec.sidecar import json_of
from inspect_viz.data import Data
from inspect_viz.mark import axis_y, bar_x, bar_y, dot, line_y, text, title
from inspect_viz.plot import plot

LONG = "a model with a rather long name"


@pytest.fixture(scope="module")
def bars():
    return Data.from_dataframe({"name": [LONG, "b"], "value": [1.0, 2.0]})


def test_a_margin_holds_the_longest_label(bars):
    (x, _) = texts(svg_of(bar_x(bars, "value", y="name"), y_label=None), "y-axis tick label")[LONG]
    assert 0.42 * 11 * len(LONG) < x < 0.6 * 11 * len(LONG)


def test_a_margin_that_is_chosen_stays(bars):
    (x, _) = texts(svg_of(bar_x(bars, "value", y="name"), y_label=None, margin_left=50), "y-axis tick label")[LONG]
    assert x == 50 - 9 + 0.5
    short = texts(svg_of(bar_x(bars, "value", y=["u", "v"]), y_label=None), "y-axis tick label")
    assert short == {} or all(x < 40 for x, _ in short.values())


def test_a_margin_holds_no_more_of_a_label_than_is_shown(bars):
    axis = axis_y(line_width=10, text_overflow="ellipsis-middle", label=None)
    found = texts(svg_of(bar_x(bars, "value", y="name"), axis, y_label=None), "y-axis tick label")
    assert all(x < 11 * 10 + 20 for x, _ in found.values())


def test_an_axis_on_the_right_has_room(bars):
    svg = svg_of(dot(bars, "value", "value"), axis_y(anchor="right", tick_format=",.5f", label=None))
    found = texts(svg, "y-axis tick label")
    assert all(x + 0.42 * 11 * len(label) < 500 for label, (x, _) in found.items())
    assert all(x > 430 for x, _ in found.values())


def test_the_label_of_dates_lies_below_their_years():
    days = [f"{year}-{month:02}-01" for year, month in [(2024, m) for m in range(3, 13)] + [(2025, 1)]]
    data = Data.from_dataframe({"day": days, "v": [*range(len(days))]})
    svg = svg_of(line_y(data, "v", x={"sql": "day::DATE"}), x_label="Day of the year")
    ((_, label),) = texts(svg, "x-axis label").values()
    ticks = texts(svg, "x-axis tick label")
    assert "Jan2025" in ticks
    assert label - ticks["Jan2025"][1] >= 2.7 * 11


def test_a_label_is_no_longer_than_its_plot_is_wide(bars):
    long = "a label of many words " * 8
    svg = svg_of(dot(bars, "value", "value"), x_label=long, y_label=long, width=300)
    (x,), (y,) = (texts(svg, f"{axis}-axis label") for axis in "xy")
    assert all(30 < len(label) < 70 and "\u2026" in label for label in (x, y))
    assert (x[-1], y[0]) == ("\u2192", "\u2191")


def test_a_label_between_those_of_ticks_has_a_line_of_its_own():
    data = Data.from_dataframe({"kind": ["left", "right"], "of": ["one", "two"], "v": [1, 2]})
    svg = svg_of(bar_y(data, "v", x="kind", fx="of"), x_label="ab", fx_label="ab")
    for axis, side in (("x", 1), ("fx", -1)):
        ((_, label),) = texts(svg, f"{axis}-axis label").values()
        assert all(side * (label - y) >= 11 for _, y in texts(svg, f"{axis}-axis tick label").values())


def test_the_label_of_an_axis_stands_below_the_title(bars):
    plain = svg_of(dot(bars, "value", "value"))
    titled = svg_of(dot(bars, "value", "value"), title=title("Words", font_size=20, margin_top=30))
    (before,), (after,) = (list(texts(svg, "y-axis label").values()) for svg in (plain, titled))
    assert before[1] < 20 < 40 < after[1]


def test_markers_have_the_colour_of_paper(bars):
    svg = draw(plot(line_y(bars, "value", x="value", marker="circle-stroke"))).drawing.svg
    assert "var(" not in svg
    assert 'fill="#ffffff"' in svg.partition("<marker")[2]


CROWD = {"text": ["one", "two", "three", "four"], "x": [1, 1, 1, 9], "y": [1, 1, 1.001, 1]}


def test_texts_move_apart_where_they_are_asked_to():
    beside = texts(svg_of(text(**CROWD, shift_overlapping_text=True)), "text")
    over = texts(svg_of(text(**CROWD)), "text")
    assert over["one"] == over["two"]
    heights = sorted(y for word, (_, y) in beside.items() if word != "four")
    assert all(b - a >= 10 for a, b in pairwise(heights))
    assert beside["four"] == over["four"]
    assert {word: x for word, (x, _) in beside.items()} == {word: x for word, (x, _) in over.items()}


def test_texts_that_are_apart_stay():
    alone = {"text": ["a", "b"], "x": [1, 9], "y": [1, 9]}
    assert texts(svg_of(text(**alone, shift_overlapping_text=True)), "text") == texts(svg_of(text(**alone)), "text")


def test_only_the_marks_that_ask_for_it_are_moved(bars):
    made = plot(text(text=["a"]), text(text=["b"], shift_overlapping_text=True), dot(bars, "value", "value"))
    assert json_of(compile(made).sidecar) == {"apart": ["m1"]}
    with pytest.raises(ValueError, match="dot: shift_overlapping_text moves texts, of which the mark draws none"):
        dot(bars, "value", "value", shift_overlapping_text=True)
    assert dot(bars, "value", "value", shift_overlapping_text=False) == dot(bars, "value", "value")


def test_texts_with_a_tip_move_and_answer():
    words = Data.from_dataframe(CROWD)
    asked = {"text": "text", "tip": True}
    before, after = (
        drawn(plot(text(words, "x", "y", **asked, shift_overlapping_text=on), width=500, height=200)).plot["marks"][0]
        for on in (False, True)
    )
    assert before["kind"] == after["kind"] == "points"
    assert [channel["name"] for channel in before["channels"]] == [channel["name"] for channel in after["channels"]]
    assert list(before["places"]) != list(after["places"])
