"""Bad input: a clear error at the call, or a correct picture; never a blank page."""

from __future__ import annotations

import datetime
import decimal
import math
import uuid

import numpy as np
import pandas as pd
import pytest
from heatmaps import data, drawn, graded, heatmap, picture, scores

from inspect_viz.mark import cell, text, title
from inspect_viz.plot import legend, plot, write_png
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
        ({"sort": "asc"}, ["sort='asc'", "'ascending', 'descending', None"]),
        ({"sort": "Ascending"}, ["'ascending'?"]),
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
        ("sort", ["x"]),
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
        ({"width": 1}, ["a plot of 1 x 1 has no room", "margins take"]),
        ({"height": 20}, ["no room", "700 x 20"]),
        ({"margin_left": 5000}, ["no room", "margins take 5010 x"]),
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


@pytest.mark.parametrize(
    "values",
    [
        [None, None],
        [math.nan, math.inf],
        [0.5],
        [8e307, -8e307],
        [5e-324, 0.0],
        [2**63 - 1, 2**53 + 1],
        [decimal.Decimal("0.1"), decimal.Decimal("0.2")],
    ],
    ids=str,
)
@pytest.mark.parametrize("orientation", ["horizontal", "vertical"])
def test_extreme_scores(values, orientation):
    rows = scores({"m": {f"s{i}": v for i, v in enumerate(values)}})
    found = picture(rows, orientation=orientation)
    expected = [None if v is None or not math.isfinite(v) else float(v) for v in values]
    assert sorted(map(str, found.values().values())) == sorted(map(str, expected))
    assert len(found.rects()) == len(values)
    assert found.part("legend-ramp") is not None
    assert "NaN" not in found.svg
    assert "Infinity" not in found.svg


IDS = {
    "long": ["x" * 1000 + "1", "x" * 1000 + "2"],
    "emoji": ["🎉", "👩‍👩‍👧‍👦", "🏳️‍🌈"],
    "right to left": ["שלום", "مرحبا", "a שלום b"],
    "line breaks": ["a\nb", "a\r\nb", "a\u2028b", "\n"],
    "looks like a number": ["001", "1", "01", "1.0", "1e0"],
    "looks like nothing": ["NA", "None", "null", "nan", "", " ", "NaN"],
    "looks like a truth": ["true", "false", "TRUE"],
    "combining": ["e\u0301", "\u00e9"],
    "bidi controls": ["\u202eabc\u202c", "abc"],
    "controls": ["a\x01b", "a\x1bb", "\x7f", "\x85"],
    "non-characters": ["\ufffe", "\uffff", "\ufeff"],
    "case": ["a", "A"],
    "spaces": ["a", "a ", " a", "a\u00a0", "a\u200b"],
    "words of objects": ["__proto__", "constructor", "toString", "hasOwnProperty", "valueOf"],
}


BLANK = " \t\n\v\f\r\u00a0\u2028\u2029\ufeff"


@pytest.mark.parametrize("ids", IDS.values(), ids=IDS)
@pytest.mark.parametrize("as_models", [False, True], ids=["samples", "models"])
def test_ids_of_all_kinds_keep_their_cells(ids, as_models):
    rows = [
        {"id": "s" if as_models else name, "model": name if as_models else "m", "score_s": i / len(ids)}
        for i, name in enumerate(ids)
    ]
    found = picture(rows, sort=None)
    blank = [("(empty)" if name.strip(BLANK) == "" else name) for name in ids]
    assert (found.y if as_models else found.x) == blank
    assert list(found.plot["values"]) == [i / len(ids) for i in range(len(ids))]
    assert len(found.rects()) == len(ids)
    assert len(found.group(f"{'y' if as_models else 'x'}-axis tick label")) == len(ids)


def test_ids_beyond_the_integers_of_javascript_stay_exact():
    ids = [2**53, 2**53 + 1, 2**53 + 2, 2**63 - 1, -(2**63)]
    found = picture([{"id": i, "model": "m", "score_s": n / 10} for n, i in enumerate(ids)], sort=None)
    assert found.x == [str(i) for i in ids]
    assert sorted(found.values().values()) == [0, 0.1, 0.2, 0.3, 0.4]


@pytest.mark.parametrize(
    ("ids", "labels"),
    [
        ([1, 2, 10], ["1", "2", "10"]),
        ([1.5, 2.0, -0.25], ["1.5", "2.0", "-0.25"]),
        ([True, False], ["true", "false"]),
        ([datetime.date(2024, 1, 2), datetime.date(1969, 12, 31)], ["2024-01-02", "1969-12-31"]),
        ([uuid.UUID(int=1), uuid.UUID(int=2)], [str(uuid.UUID(int=1)), str(uuid.UUID(int=2))]),
    ],
    ids=str,
)
def test_ids_that_are_no_text(ids, labels):
    found = picture([{"id": i, "model": "m", "score_s": n / 10} for n, i in enumerate(ids)], sort=None)
    assert found.x == labels
    assert list(found.values().values()) == [n / 10 for n in range(len(ids))]


NAMES = [
    'q"uote',
    "it's",
    "a.b",
    "$price",
    "with space",
    "fill",
    "x",
    "y",
    "sort",
    "color",
    "red",
    "count(*)",
    "é",
    "🎉",
]
NAMES += [
    "'; DROP TABLE t0; --",
    '"',
    "\\",
    "%s",
    "{{x}}",
    "a\nb",
    "-fill",
    "value",
    "t0",
    "select",
    "NULL",
    "#000",
    "x" * 300,
]


@pytest.mark.parametrize("name", NAMES)
def test_columns_of_any_name(name):
    for sample, model, score in ((name, "m", "s"), ("i", name, "s"), ("i", "m", name)):
        rows = [{sample: i, model: f"model {j}", score: i * j / 10} for i in range(3) for j in range(2)]
        found = picture(rows, id=sample, model_name=model, score_value=score, sort=None)
        assert found.values() == {(str(i), f"model {j}"): i * j / 10 for j in range(2) for i in range(3)}
        assert [found.plot["x"]["name"], found.plot["valueName"]] == [n.replace("\n", " ") for n in (sample, score)]


@pytest.mark.parametrize("name", NAMES)
def test_columns_of_any_name_in_the_lower_level_way(name):
    rows = [{name: i, "m": f"model {j}", "s": i * j / 10} for i in range(3) for j in range(2)]
    found = drawn(plot(cell(data(rows), x=name, y="m", fill="s")))
    assert found.values() == {(str(i), f"model {j}"): i * j / 10 for j in range(2) for i in range(3)}


def test_columns_that_are_not_used_never_matter():
    odd = {
        "blob": b"\xff\x00",
        "list": [{"a": [1]}],
        "object": {"deep": {"er": 1}},
        "none": None,
        "when": pd.Timestamp("2020-01-01", tz="Asia/Tokyo"),
        "span": pd.Timedelta("1h"),
        "complex text": "</script><script>alert(1)</script>",
        'quo"te': 1,
        "uuid": uuid.UUID(int=3),
    }
    plain, more = picture(ROWS), picture([{**row, **odd} for row in ROWS])
    assert more.svg == plain.svg
    assert more.cells() == plain.cells()


@pytest.mark.parametrize("column", ["error", "limit"])
@pytest.mark.parametrize("value", [1, True, "x", False, 0.0, "", [], np.nan, None], ids=str)
def test_columns_of_states_of_unusual_types(column, value):
    found = picture([{"id": "a", "model": "m", "score_s": 0.5, column: value}])
    assert found.states() == {("a", "m"): column if value in (1, True, "x") else "ok"}


@pytest.mark.parametrize("links", [1, [["https://x.org"]], {"a": 1}, None, b"x"], ids=str)
def test_links_of_unusual_types_are_left_out(links):
    found = picture([{"id": "a", "model": "m", "score_s": 0.5, "log_viewer": links}])
    assert found.values() == {("a", "m"): 0.5}
    assert found.states() == {("a", "m"): "ok"}


def test_one_row_one_model_one_sample():
    for rows in (graded(1, 1), graded(1, 30), graded(30, 1)):
        found = picture(rows)
        assert len(found.rects()) == len(rows)
        assert None not in found.values().values()


def test_marks_on_top_and_legends_of_all_kinds_are_drawn():
    mark = text(data(ROWS), x="id", y="model_display_name", text="score_s")
    found = picture(ROWS, marks=[mark], legend=legend("color", label="L", frame_anchor="right"))
    assert {f"{row['score_s']:g}" for row in ROWS} <= set(found.texts())


def test_a_frame_with_two_columns_of_one_name():
    frame = pd.DataFrame([["a", "m", 0.5, 1.0]], columns=["id", "model", "score_s", "score_s"])
    with pytest.raises(ValueError, match="2 columns named 'score_s'"):
        picture(frame)


def test_columns_that_differ_by_case():
    rows = [{"ID": "x", "id": "s", "model": "m", "score_s": 1.0}]
    assert picture(rows).x == ["s"]
    assert picture(rows, id="ID").x == ["x"]
    with pytest.raises(ValueError, match="'ID' and 'id' differ only by case"):
        picture(rows, id="ID", model_name="id")


def test_values_too_far_apart_for_any_number():
    undrawable("no colour scale reaches from", rows=scores({"m": {"a": 1e308, "b": -1e308}}))
