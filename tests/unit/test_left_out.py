"""What a plot cannot or does not show of its data stands below it."""

from __future__ import annotations

import datetime
import math
import xml.etree.ElementTree as ET

import pandas as pd
import pytest
from plot_svg import SVG, groups

from inspect_viz import Data, Selection, mark
from inspect_viz._host._figure import draw
from inspect_viz.interactor import pan_zoom
from inspect_viz.plot import plot
from inspect_viz.transform import avg, count, sql

FRAME = pd.DataFrame(
    {
        "n": [1.0, 0.0, -3.0, 10.0, math.nan],
        "m": [1.0, 2.0, 3.0, 4.0, 5.0],
        "up": [1.0, 2.0, 3.0, 4.0, 5.0],
        "name": [*"aabbc"],
        "day": pd.date_range("2024-01-01", periods=5),
        "year": [2020, 2021, 2022, 2023, 2024],
    }
)


@pytest.fixture(scope="module")
def rows():
    return Data.from_dataframe(FRAME)


def remarks(*marks, **attributes):
    """The lines below a plot; the words for those who do not see it say the same."""
    made = plot(*marks, **attributes)
    drawing = draw(made).drawing
    svg = ET.fromstring(drawing.svg)
    notes = [group for group in svg.iter(f"{SVG}g") if group.get("data-part") == "remarks"]
    told = [" ".join("".join(text.itertext()) for text in note.iter(f"{SVG}text")) for note in notes]
    description = svg.findtext(f"{SVG}desc") or ""
    sentences = [sentence for line in told for sentence in line.split("\u00a0\u00b7 ")]
    assert description == " ".join(f"{sentence}." for sentence in sentences)
    assert description == str(made.describe())
    return sentences


NO_PLACE = [
    (mark.dot, ("n", "m"), {"x_scale": "log"}, "The log x axis leaves out 2 of 4 dots, at 0 or below"),
    (mark.dot, ("up", sql("m - 1")), {"y_scale": "log"}, "The log y axis leaves out 1 of 5 dots, at 0"),
    (mark.bar_y, ("m", "up"), {"y_scale": "log"}, "The log y axis leaves out all 5 bars, reaching to 0"),
    (mark.line, ("n", "m"), {"x_scale": "log"}, "The log x axis leaves out 2 of 4 points, at 0 or below"),
    (mark.rule_x, ("n",), {"x_scale": "log"}, "The log x axis leaves out 2 of 4 rules, at 0 or below"),
    (
        mark.dot,
        ("name", "m"),
        {"x_scale": "linear"},
        "The linear x axis leaves out all 5 dots: \u201ca\u201d is no number",
    ),
    (mark.dot, ("m", "name"), {"y_scale": "time"}, "The time y axis leaves out all 5 dots: \u201ca\u201d is no date"),
    (mark.dot, ("year", "m"), {"x_scale": "utc"}, "The time x axis takes numbers as milliseconds since 1970"),
    (mark.dot, ("name", "m"), {"x_domain": ["a", "b"]}, "1 of 5 dots lies outside the x domain"),
    (mark.waffle_y, ("m", "name"), {"x_domain": ["a", "b"]}, "1 of 5 waffles lies outside the x domain"),
]


@pytest.mark.parametrize(("make", "channels", "attributes", "told"), NO_PLACE)
def test_values_that_a_scale_has_no_place_for_are_counted(rows, make, channels, attributes, told):
    names = ("y", "x") if make in (mark.bar_y, mark.waffle_y) else ("x", "y")
    assert remarks(make(rows, **dict(zip(names, channels, strict=False))), **attributes) == [told]


def test_colours_and_sizes_without_a_place_count_too(rows):
    dots = mark.dot(rows, "m", "m", fill="n")
    assert remarks(dots, color_scale="log") == ["The log color scale leaves out 2 of 4 dots, at 0 or below"]
    named = mark.dot(rows, "m", "m", fill="name")
    assert remarks(named, color_domain=["a", "c"]) == ["2 of 5 dots lie outside the color domain"]
    assert remarks(named, color_scale="linear") == [
        "The linear color scale leaves out all 5 dots: \u201ca\u201d is no number"
    ]
    sized = mark.dot(rows, "m", "m", r="n")
    assert remarks(sized) == ["The pow r scale leaves out 1 of 4 dots, below 0"]
    parts = mark.dot(rows, "m", "m", fx="name")
    assert remarks(parts, fx_domain=["a"]) == ["3 of 5 dots lie outside the fx domain"]


def test_infinite_values_count(rows):
    dots = mark.dot_x(Data.from_dataframe({"x": [1.0, math.inf, 3.0]}), "x")
    assert remarks(dots) == ["The linear x axis leaves out 1 of 3 dots, at infinity"]


OUTSIDE = [
    ({"x_domain": [1, 3]}, "2 of 5 dots lie outside the x domain"),
    ({"x_domain": [3, 1]}, "2 of 5 dots lie outside the x domain"),
    ({"x_domain": [1, 4]}, "1 of 5 dots lies outside the x domain"),
    ({"x_domain": [20, 30]}, "All 5 dots lie outside the x domain"),
    ({"x_domain": [1, 4], "y_domain": [2, 9]}, "2 of 5 dots lie outside the x and y domains"),
    ({"xy_domain": [2, 9]}, "1 of 5 dots lies outside the x and y domains"),
]


@pytest.mark.parametrize(("attributes", "told"), OUTSIDE)
def test_dots_outside_of_a_domain_are_counted(rows, attributes, told):
    assert remarks(mark.dot(rows, "up", "m"), **attributes) == [told]


def test_times_outside_of_a_domain_are_counted(rows):
    days = [datetime.date(2024, 1, 2), datetime.date(2024, 1, 9)]
    assert remarks(mark.dot(rows, "day", "m"), x_domain=days) == ["1 of 5 dots lies outside the x domain"]


def test_bars_count_where_nothing_of_them_is_seen(rows):
    assert remarks(mark.bar_y(rows, "m", x="up"), y_domain=[0, 3]) == []
    assert remarks(mark.bar_y(rows, "m", x="up"), y_domain=[3.5, 9]) == ["3 of 5 bars lie outside the y domain"]


def test_what_leaves_its_frame_by_its_nature_is_told_only_as_a_whole(rows):
    for kind in (mark.line, mark.area_y, mark.hull, mark.voronoi):
        assert remarks(kind(rows, x="up", y="m"), x_domain=[2, 3]) == []
        assert remarks(kind(rows, x="up", y="m"), x_domain=[20, 30]) == ["All 5 points lie outside the x domain"]
    fit = mark.regression_y(rows, "up", "m")
    assert remarks(fit, x_domain=[2, 3]) == []
    assert remarks(fit, x_domain=[20, 30]) == ["The fit lies outside the x domain"]


@pytest.mark.parametrize("kind", ["density", "heatmap", "raster", "contour", "dense_line", "raster_tile"])
def test_bins_say_when_nothing_is_within_the_domain(rows, kind):
    bins = getattr(mark, kind)(rows, x="up", y="m")
    assert remarks(bins, x_domain=[2, 3]) == []
    assert remarks(bins, x_domain=[20, 30]) == ["No rows lie within the x domain"]


def test_who_clips_knows(rows):
    clipped = mark.dot(rows, "up", "m", clip=True)
    assert remarks(clipped, x_domain=[2, 3]) == []
    assert remarks(mark.dot(rows, "up", "m"), x_domain=[2, 3], clip=True) == []
    assert remarks(clipped, x_domain=[20, 30]) == ["All 5 dots lie outside the x domain"]
    assert remarks(mark.dot(rows, "up", "m", clip=True), pan_zoom(), x_domain=[1, 9]) == []


def test_rules_and_texts_beside_other_marks_tell_nothing(rows):
    dots = mark.dot(rows, "up", "m")
    beside = [mark.text(rows, "up", "m", text="name"), mark.rule_x(rows, "up"), mark.rule_y(y=[100])]
    assert remarks(dots, *beside, x_domain=[0, 6], y_domain=[0, 6]) == []
    assert remarks(dots, *beside, x_domain=[1, 4]) == ["1 of 5 dots lies outside the x domain"]
    assert remarks(beside[0], x_domain=[1, 4]) == []
    assert remarks(beside[0], x_domain=[20, 40]) == ["All 5 texts lie outside the x domain"]


def test_marks_of_the_same_rows_tell_it_once(rows):
    both = [mark.dot(rows, "n", "m"), mark.line(rows, "n", "m")]
    assert remarks(*both, x_scale="log") == ["The log x axis leaves out 2 of 4 dots, at 0 or below"]


def test_things_that_are_counted_are_those_that_are_drawn(rows):
    groups_of = mark.bar_y(rows, count(), x="name")
    assert remarks(groups_of, x_domain=["a"]) == ["2 of 3 bars lie outside the x domain"]
    one = mark.dot(rows, avg("up"), avg("m"))
    assert remarks(one, x_domain=[20, 30]) == ["The only dot lies outside the x domain"]
    whiskers = mark.error_bar_x(rows, "up", y="name")
    assert remarks(whiskers, x_domain=[0, 20]) == []
    assert remarks(whiskers, x_domain=[-9, 2]) == ["2 of 3 intervals lie outside the x domain"]


def test_rows_that_options_choose_are_counted(rows):
    dots = {"x_domain": [1, 3]}
    assert remarks(mark.dot(rows, "up", "m", select="max_x"), **dots) == ["The only dot lies outside the x domain"]
    assert remarks(mark.dot(rows, "up", "m", select="nearest"), **dots) == []
    assert remarks(mark.dot(rows, "up", "m", filter=sql("m > 2")), **dots) == ["2 of 3 dots lie outside the x domain"]
    assert remarks(mark.line(rows, "up", "m", sort="y"), x_domain=[20, 30]) == ["All 5 points lie outside the x domain"]
    assert remarks(mark.bar_y(rows, "m", x="up", reverse=True), y_domain=[3.5, 9]) == []


def test_domains_that_follow_a_selection_and_those_of_the_data_are_no_loss(rows):
    brush = Selection.intersect()
    assert remarks(mark.dot(rows, "up", "m"), x_domain=brush) == []
    for attributes in ({}, {"x_domain": "Fixed"}, {"x_nice": True}, {"x_scale": "sqrt"}, {"x_reverse": True}):
        assert remarks(mark.dot(rows, "up", "m"), **attributes) == []


def test_the_rest_is_drawn(rows):
    svg = ET.fromstring(draw(plot(mark.dot(rows, "n", "m"), x_scale="log")).drawing.svg)
    assert [len(group) for group in groups(svg, "dot")] == [2]
