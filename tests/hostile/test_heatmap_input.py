"""Bad input: a clear error at the call, or a correct picture; never a blank page."""

from __future__ import annotations

import datetime
import math
import uuid

import pandas as pd
import pytest
from heatmaps import data, drawn, graded, heatmap, picture, scores

from inspect_viz.mark import cell, title
from inspect_viz.plot import plot, write_png
from inspect_viz.transform import avg
from inspect_viz.view import sample_heatmap

ROWS = graded(3, 4)


def refused(*words, rows=ROWS, error=ValueError, **options):
    with pytest.raises(error) as caught:
        heatmap(rows, **options)
    for word in words:
        assert word in str(caught.value), f"{word!r} is not in {str(caught.value)!r}"


def undrawable(*words, rows=ROWS, **options):
    with pytest.raises(Exception) as caught:  # noqa: PT011
        picture(rows, **options)
    for word in words:
        assert word in str(caught.value), f"{word!r} is not in {str(caught.value)!r}"
    assert picture(ROWS).counts == {}


@pytest.mark.parametrize(
    ("argument", "given", "nearest"),
    [
        ("id", "Id", "id"),
        ("model_name", "model_displayname", "model_display_name"),
        ("score_value", "scores", "score_s"),
    ],
)
def test_misspelt_columns(argument, given, nearest):
    refused(argument, repr(given), f"Did you mean {nearest!r}?", **{argument: given})


def test_columns_that_are_like_no_other():
    refused("id='zzz'", "'id', 'model_display_name', 'score_s'", id="zzz")


def test_no_model_column_at_all():
    refused("model_name='model_display_name'", "'id', 'score_s'", rows=[{"id": "a", "score_s": 1}])


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        ("well done", "'well done'"),
        ("0.5 of 1", "'0.5 of 1'"),
        (["C"], "VARCHAR[]"),
        ({"value": 1}, "STRUCT"),
        (datetime.date(2024, 1, 1), "DATE"),
        (datetime.datetime(2024, 1, 1), "TIMESTAMP"),
        (datetime.timedelta(1), "INTERVAL"),
        (b"C", "BLOB"),
        (uuid.UUID(int=1), "'00000000-0000-"),
    ],
    ids=lambda v: type(v).__name__,
)
def test_scores_that_cannot_be_shown(value, kind):
    rows = [{"id": "a", "model": "m", "score_x": value}]
    refused("score_value='score_x'", kind, "numbers, booleans", "'C', 'I', 'P', 'N'", rows=rows, score_value="score_x")


def test_one_column_for_two_things():
    refused("id and score_value", "'score_s'", id="score_s")
    refused("model_name and score_value", "'score_s'", model_name="score_s")
    refused("id and model_name", "'id'", model_name="id")


@pytest.mark.parametrize("value", [[1], {"a": 1}], ids=["list", "struct"])
@pytest.mark.parametrize("argument", ["id", "model_name"])
def test_names_of_a_kind_that_is_no_name(argument, value):
    rows = [{**row, "odd": value} for row in ROWS]
    refused(f"{argument}='odd'", "one text or number", rows=rows, **{argument: "odd"})


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"colour_scheme": "greens"}, ["colour_scheme", "'color_scheme'"]),
        ({"xlabel": "x"}, ["xlabel", "'x_label'"]),
        ({"heigth": 3}, ["heigth", "'height'"]),
        ({"color_scheme": "virdis"}, ["color_scheme", "'virdis'", "'Viridis'?"]),
        ({"color_scale": "liner"}, ["color_scale", "'liner'", "'linear'?"]),
        ({"color_scale": "ordinal"}, ["color_scale", "'ordinal'", "'linear'"]),
        ({"x_scale": "log"}, ["x_scale", "'log'", "'band'"]),
        ({"y_scale": "point"}, ["y_scale", "'point'", "'band'"]),
        ({"sort": "asc"}, ["sort='asc'", "'ascending', 'descending', or None"]),
        ({"sort": "Ascending"}, ["'ascending'?"]),
        ({"sort": ["x"]}, ["sort", "'x' is not among the samples"]),
        ({"sort": {"z": "fill"}}, ["sort", "'z'"]),
        ({"sort": {"value": "fil"}}, ["sort", "'fil'", "'fill'?"]),
        ({"sort": {"value": "fill", "order": "up"}}, ["order", "'up'", "'ascending'"]),
        ({"sort": {"x": {"value": "fill", "reduce": "average"}}}, ["sort['x']", "'average'", "'mean'"]),
        ({"sort": {"x": {"value": "fill", "limit": 0}}}, ["sort['x'] limit", "0"]),
        ({"sort": {"x": {"reduce": "mean"}}}, ["sort['x']", "'value'"]),
        ({"orientation": "diagonal"}, ["orientation='diagonal'", "'horizontal' or 'vertical'"]),
        ({"orientation": "Vertical"}, ["'vertical'?"]),
        ({"orientation": None}, ["orientation=None"]),
        ({"cell": {"insets": 1}}, ["cell", "'insets'", "'inset'?"]),
        ({"cell": {"inset": -1}}, ["inset=-1", "zero or more"]),
        ({"cell": {"inset": math.nan}}, ["inset=nan", "finite"]),
        ({"cell": {"text": "blakc"}}, ["text='blakc'", "CSS colour"]),
        ({"cell": {"text": "url(http://x.org)"}}, ["text='url(http://x.org)'", "CSS colour"]),
        ({"legend": "colour"}, ["legend", "'colour'", "'color'?"]),
        ({"padding": 2}, ["padding", "2", "between 0 and 1"]),
        ({"margin_left": -5}, ["margin_left", "-5"]),
        ({"margin_left": math.inf}, ["margin_left", "finite"]),
    ],
    ids=str,
)
def test_values_that_do_not_exist(options, words):
    refused(*words, error=(ValueError, TypeError), **options)


@pytest.mark.parametrize(
    ("argument", "value"),
    [
        ("id", 3),
        ("id", None),
        ("model_name", ["model"]),
        ("score_value", 1.5),
        ("id_label", 3),
        ("model_label", ["x"]),
        ("cell", 3),
        ("cell", {"inset": "1"}),
        ("cell", {"inset": True}),
        ("cell", {"text": 3}),
        ("tip", "yes"),
        ("tip", None),
        ("title", 3),
        ("marks", "text"),
        ("marks", [3]),
        ("height", "200"),
        ("height", True),
        ("width", [700]),
        ("legend", 3),
        ("legend", True),
        ("sort", 3),
        ("sort", {"x": 3}),
        ("sort", {"x": {"value": 3}}),
        ("sort", {"x": {"value": "fill", "limit": 1.5}}),
        ("sort", {"x": {"value": "fill", "reverse": "yes"}}),
        ("color_domain", 3),
        ("margin_left", "3"),
        ("x_label", 3),
    ],
    ids=str,
)
def test_wrong_types(argument, value):
    inner = next(iter(value)) if isinstance(value, dict) else argument
    refused(
        argument if argument != "cell" else inner if isinstance(value, dict) else "cell",
        error=TypeError,
        **{argument: value},
    )


@pytest.mark.parametrize("value", [0, -1, -0.5, math.nan, math.inf, -math.inf])
@pytest.mark.parametrize("argument", ["width", "height"])
def test_sizes(argument, value):
    refused(f"{argument}={value!r}", "above zero", **{argument: value})
    with pytest.raises(ValueError, match="font_size"):
        title("t", font_size=value)
    with pytest.raises(ValueError, match="width"):
        plot(cell(data(ROWS), x="id", y="model_display_name", fill="score_s"), width=value)


@pytest.mark.parametrize(
    "given", [pd.DataFrame(ROWS), {"id": ["a"]}, "samples.parquet", None, 3], ids=lambda v: type(v).__name__
)
def test_what_is_not_wrapped_in_data(given):
    with pytest.raises(
        TypeError, match=r"data must be a Data, not .*Data\.from_dataframe\(df\).*Data\.from_file\(path\)"
    ):
        sample_heatmap(given)


def test_zero_rows():
    rows = pd.DataFrame({"id": [], "model": [], "score_s": []})
    refused("data has no rows", rows=rows)
    refused("data has no rows", rows=rows.astype({"id": "str", "model": "str", "score_s": "float"}))
    with pytest.raises(Exception, match="the data has no rows"):
        drawn(plot(cell(data(rows.astype("float")), x="id", y="model", fill=avg("score_s"))))


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"width": 1}, ["a plot of 1 x 162 has no room", "margins take"]),
        ({"height": 20}, ["no room", "700 x 20"]),
        ({"margin_left": 5000}, ["no room", "margin_left=5000"]),
        ({"margin": 400}, ["no room"]),
        ({"padding": 1}, ["padding"]),
        ({"inset": 300}, ["inset"]),
        ({"x_range": [0, 10]}, ["x_range", "outside the frame"]),
        ({"x_domain": []}, ["x_domain", "none of the 4"]),
        ({"x_domain": ["zzz"]}, ["x_domain", "'q0', 'q1', 'q2', 'q3'"]),
        ({"sort": {"x": {"value": "fill", "limit": [5, 9]}}}, ["limit of sort", "none of the 4"]),
        ({"color_domain": [0, 0]}, ["color_domain=[0,0]", "different numbers"]),
        ({"color_domain": ["a", "b"]}, ["color_domain", "numbers"]),
        ({"color_domain": []}, ["color_domain=[]"]),
        ({"color_range": ["nope", "blue"]}, ["color_range", "nope"]),
        ({"color_scale": "log"}, ["color_scale 'log'", "above zero", "symlog"]),
    ],
    ids=str,
)
def test_what_would_leave_the_page_blank(options, words):
    rows = [*ROWS, {**ROWS[0], "score_s": 0.0, "id": ROWS[0]["id"]}]
    undrawable(*words, rows=rows, **options)


def test_a_png_too_large_for_any_screen_is_refused():
    with pytest.raises(ValueError, match=r"scale=1000.* pixels"):
        write_png(None, heatmap(ROWS), scale=1000)
    with pytest.raises(Exception, match=r"\d+ x \d+ pixels is too large"):
        write_png(None, heatmap(graded(60, 100)), scale=300)


def test_values_too_far_apart_for_any_number():
    undrawable("no colour scale reaches from", rows=scores({"m": {"a": 1e308, "b": -1e308}}))


def test_more_cells_than_a_page_could_hold_are_refused_before_they_are_made():
    """7,072 samples of as many models: few rows, 50,013,184 cells."""
    names = [f"m{i}" for i in range(7072)]
    frame = pd.DataFrame({"id": names, "model": names, "score_s": 0.5})
    undrawable("7072 x 7072 bands make more than 50000000 cells", "sort's limit or filter", rows=frame)
