"""Odd scores, ids, names of columns and states: every cell is where it belongs."""

from __future__ import annotations

import datetime
import decimal
import math
import uuid

import numpy as np
import pandas as pd
import pytest
from heatmaps import data, drawn, graded, picture, scores

from inspect_viz.mark import cell, text
from inspect_viz.plot import legend, plot

ROWS = graded(3, 4)


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
    assert (found.part("legend-ramp") is None) == (expected.count(None) == len(expected))
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
