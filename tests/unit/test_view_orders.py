"""Orders of samples and models in words: by a statistic, a model, a column, or as listed."""

from __future__ import annotations

import warnings
from pathlib import Path

import numpy as np
import pytest
from heatmaps import data, drawn, graded, heatmap, picture, scores
from runtime_v8 import called, context

from inspect_viz import Data
from inspect_viz.analysis import items, models
from inspect_viz.view import sample_heatmap

SCORES = np.random.default_rng(7).uniform(size=(6, 10)).round(3)
ROWS = [
    {**row, "score_s": SCORES[int(row["model_display_name"][-1]), int(row["id"][1:])], "metadata_minutes": minutes}
    for row in graded(6, 10)
    for minutes in [(7 * int(row["id"][1:])) % 10]
]


def footer(found):
    return " ".join(found.texts("footer"))


def rising(table, column, key="id"):
    """Names by a column, equal ones as in the table; those without a number last."""
    rows = [(row[column], row[key]) for row in table.to_pylist()]
    return [name for value, name in sorted(rows, key=lambda r: (r[0] is None, r[0] or 0))]


@pytest.mark.parametrize(("word", "column"), [("disagreement", "spread"), ("discrimination", "discrimination")])
def test_samples_stand_by_a_statistic(word, column):
    found = picture(ROWS, sort=word)
    assert found.x == rising(items(data(ROWS)), column)
    assert found.y == picture(ROWS).y
    assert f"samples by {word}" in footer(found)
    assert f"{word}" in found.texts("samples")
    assert picture(ROWS, sort=f"-{word}").x == found.x[::-1]
    assert picture(ROWS, sort={"samples": {"value": word, "order": "descending", "limit": 3}}).x == found.x[:-4:-1]


LACKING = {
    "a": {"none": 0, "all": 1, "p": 1, "q": 1, "alone": 1, "void": None},
    "b": {"none": 0, "all": 1, "p": 1, "q": None, "void": None},
    "c": {"none": 0, "all": 1, "p": 0, "q": 0, "void": None},
    "d": {"none": 0, "all": 1, "p": 0, "q": 1, "void": None},
}
"""Samples that nobody and everybody solves, that one model has, and that none has a score of."""


@pytest.mark.parametrize("falling", ["", "-"])
@pytest.mark.parametrize(
    ("word", "ids", "label", "why"),
    [
        (
            "discrimination",
            {"none", "all", "alone"},
            "no discrimination",
            "3 that nobody or everybody solves or that fewer than 3 models have a score of",
        ),
        ("disagreement", {"alone"}, "one model only", "1 that only one model has a score of"),
        ("b", {"q", "alone"}, "no score of b", "2 without a score of b"),
    ],
)
def test_samples_without_a_number_stand_behind_the_others_in_a_block(word, ids, label, why, falling):
    for axis, orientation in (("x", "horizontal"), ("y", "vertical")):
        found = picture(scores(LACKING), sort=f"{falling}{word}", orientation=orientation)
        order = found.plot[axis]["labels"]
        [plain, lacking, void] = found.plot["beside"]["blocks"]
        assert (plain["kind"], plain["label"], void["label"], order[-1]) == ("half", "", "no score", "void")
        assert (lacking["kind"], lacking["label"], lacking["count"]) == ("none", label, len(ids))
        assert set(order[lacking["from"] : lacking["to"]]) == ids
        assert found.plot[axis]["gaps"]["before"] == [lacking["from"]] * 2 + [5, 5]
        assert f", then {why}" in footer(found)
        assert f"{label} {len(ids)}" in found.texts("samples")


def test_samples_of_which_all_have_a_number_stand_in_no_block():
    assert "then" not in footer(picture(ROWS, sort="disagreement"))
    assert picture(ROWS, sort="disagreement").plot["beside"]["blocks"] == [
        {"from": 0, "to": 10, "kind": "half", "label": "", "count": 10}
    ]


def test_a_column_of_the_picture_orders_as_any_does():
    rows = [{**row, "metadata_length": None if row["id"] == "q3" else int(row["id"][1:]) % 4} for row in ROWS]
    for falling in (False, True):
        state = {"samples": {"by": "column", "column": "metadata_length", "falling": falling}}
        drawn = picture(rows, sort="-metadata_length" if falling else "metadata_length")
        assert picture(rows, bars=["metadata_length"], state=state).x == drawn.x
        assert drawn.x[-1] == "q3"


def test_a_limit_cuts_samples_without_a_number_first():
    cut = {"value": "discrimination", "limit": 3}
    found = picture(scores(LACKING), sort={"samples": cut})
    [_, lacking] = found.plot["beside"]["blocks"]
    assert (lacking["from"], lacking["to"], lacking["count"]) == (2, 3, 1)


def test_either_axis_may_hold_the_samples():
    across, down = picture(ROWS, sort="disagreement"), picture(ROWS, sort="disagreement", orientation="vertical")
    assert down.y == across.x
    assert picture(ROWS, sort={"y": "disagreement"}, orientation="vertical").y == across.x
    assert picture(ROWS, sort={"x": "disagreement"}).x == across.x


def test_samples_that_are_alike_to_nine_digits_stand_as_ever():
    table = {m: {f"s{s}": value for s in range(9)} for m, value in (("a", 0.1), ("b", 0.3), ("c", 0.7))}
    table["c"]["s4"] = 0.1 + 0.2 + 0.4
    assert picture(scores(table), sort="disagreement").x == picture(scores(table)).x


def test_flips_are_those_of_the_tables():
    pattern = {"a": "11 10 00", "b": "10 10 01", "c": "11 11 00"}
    rows = [
        {"id": f"s{s}", "model": m, "score": int(epoch), "epoch": e}
        for m, told in pattern.items()
        for s, cell in enumerate(told.split())
        for e, epoch in enumerate(cell)
    ]
    found = picture(rows, sort="flips")
    assert found.x == rising(items(data(rows)), "flip_rate")
    assert found.y == rising(models(data(rows)), "flip_rate", "model") == ["c", "a", "b"]
    assert "samples and models by flips between epochs, rising" in footer(found)


@pytest.fixture(scope="module")
def v8():
    return context(Path(__file__).with_name("analysis_oracle.js"))


def told(v8, rows, **options):
    """Flips as a page knows them, from its payload."""
    plot = picture(rows, **options).plot
    values = [None if np.isnan(value) else value for value in plot["values"].tolist()]
    scored = plot["scored"].tolist() if "scored" in plot else None
    standing = {name: plot["standing"][name] for name in ("isBinary", "threshold")}
    about = {"values": values, "scored": scored, "standing": standing, "columns": len(plot["x"]["labels"])}
    return called(v8, "toldOracle", about), plot


@pytest.mark.parametrize("threshold", [None, 1, 2])
def test_a_page_knows_flips_of_passes_and_fails_as_tables_do(v8, threshold):
    random = np.random.default_rng(4)
    rows = [
        {"id": f"s{s}", "model": f"m{m}", "score": random.choice([0.0, 1.0, np.nan], p=[0.45, 0.45, 0.1]), "epoch": e}
        for m in range(5)
        for s in range(12)
        for e in range(random.integers(0, 4))
    ]
    found, plot = told(v8, rows, threshold=threshold)
    for axis, key, table in (("x", "id", items), ("y", "model", models)):
        rates = {row[key]: row["flip_rate"] for row in table(data(rows), threshold=threshold).to_pylist()}
        expected = [rates[name] for name in plot[axis]["labels"]]
        assert found["samples" if axis == "x" else "models"] == pytest.approx(expected)
    assert threshold == 2 or 1 > np.nanmax(found["models"]) > 0


def test_a_page_does_not_know_flips_of_grades_nor_of_single_epochs(v8):
    cells = [(m, s, e) for m in "ab" for s in "pq" for e in (0, 1)]
    grades = [{"id": s, "model": m, "score": 7 + 2 * e, "epoch": e} for m, s, e in cells]
    assert told(v8, grades)[0] == "means of grades do not tell whether epochs agree"
    assert told(v8, scores({"a": {"p": 1, "q": 0}, "b": {"p": 1, "q": 1}}))[0] == "no cell has scores of several epochs"
    passes = [{"id": s, "model": m, "score": e, "epoch": e} for m, s, e in cells]
    assert told(v8, passes, epochs="best")[0] == "no cell has scores of several epochs"


def test_like_ones_stand_side_by_side():
    blocks = np.kron(np.eye(3), np.ones((4, 5)))
    m, s = np.random.default_rng(0).permutation(12), np.random.default_rng(1).permutation(15)
    table = {f"m{i}": {f"s{j}": blocks[i, j] for j in s} for i in m}
    found = picture(scores(table), sort="similarity")
    for names, size in ((found.x, 5), (found.y, 4)):
        assert (np.diff([int(name[1:]) // size for name in names]) != 0).sum() == 2


def test_samples_stand_by_the_scores_of_a_model():
    table = scores({"a-1": {"p": 0.3, "q": None, "r": 0.1}, "b": {"p": 0.2, "q": 0.9, "r": 0.8}})
    assert picture(table, sort="a-1").x == ["r", "p", "q"]
    assert picture(table, sort="-a-1").x == ["p", "r", "q"]
    assert "samples by the score of a-1, falling" in footer(picture(table, sort="-a-1"))
    assert picture(scores({"-b": {"p": 1, "q": 0.5}}), sort="-b").x == ["q", "p"]


def test_samples_stand_by_a_column():
    minutes = {row["id"]: row["metadata_minutes"] for row in ROWS}
    found = picture(ROWS, sort="metadata_minutes").x
    assert found == sorted(found, key=lambda name: (minutes[name], name))
    assert [minutes[name] for name in picture(ROWS, sort="-metadata_minutes").x] == sorted(minutes.values())[::-1]
    assert picture(ROWS, sort="metadata_minutes").y == picture(ROWS).y


def test_names_that_are_listed_stand_first():
    usual = picture(ROWS).x
    found = picture(ROWS, sort=["q3", "q1"])
    assert found.x == ["q3", "q1", *(name for name in usual if name not in ("q3", "q1"))]
    assert "samples in the order given" in footer(found)
    both = picture(ROWS, sort={"samples": ["q3"], "models": ["model-4"]})
    assert (both.x[0], both.y[0]) == ("q3", "model-4")


def test_by_name_or_as_in_the_data():
    shuffled = [ROWS[i] for i in np.random.default_rng(2).permutation(len(ROWS))]
    found = picture(shuffled, sort="natural")
    assert (found.x, found.y) == ([f"q{i}" for i in range(10)], [f"model-{i}" for i in range(6)])
    found = picture(shuffled, sort={"samples": "data", "models": "mean"})
    assert found.x == list(dict.fromkeys(row["id"] for row in shuffled))
    assert found.y == picture(ROWS).y
    assert "samples in the order of the data" in footer(found)
    assert "models" not in footer(found)


def test_samples_without_a_score_stand_last_in_any_of_them():
    rows = [*ROWS, *({"id": "none", "model_display_name": f"model-{m}", "score_s": None} for m in range(6))]
    for word in ("disagreement", "-discrimination", "similarity", "model-2", "metadata_minutes", "mean", "-mean"):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            assert picture(rows, sort=word).x[-1] == "none", word


def test_a_page_of_an_order_by_a_statistic_has_no_blocks():
    found = drawn(sample_heatmap(Data.example(), score_value="score_includes", sort="-disagreement"))
    assert "beside" in found.plot
    assert found.plot["beside"]["name"] == "disagreement"
    shares = np.array(found.plot["beside"]["shares"])
    assert shares[0] == 1
    assert all(np.diff(shares[~np.isnan(shares)]) <= 1e-9)


@pytest.mark.parametrize(
    ("sort", "said"),
    [
        ("disagrement", r"sort='disagrement' is not an order of samples.*Did you mean 'disagreement'"),
        ("model-9", r"Did you mean 'model-\d'"),
        ({"models": "disagreement"}, r"'disagreement' is not an order of models; accepted: 'mean', 'natural', 'data'"),
        ({"samples": "flips", "modles": "mean"}, r"sort: 'modles' is not an axis.*Did you mean 'models'"),
        (["q1", "q77"], r"sort: 'q77' is not among the samples of the data"),
        ({"samples": {"value": "flips", "limit": 0}}, r"limit=0 must be a whole number from 1 on"),
        ({"samples": {"value": "flips", "order": "up"}}, r"order='up' must be 'ascending', 'descending'"),
        ({"samples": {"value": "flips", "reduce": "max"}}, r"'reduce' is not accepted beside value='flips'"),
    ],
)
def test_what_is_no_order_says_so_at_the_call(sort, said):
    with pytest.raises(ValueError, match=said):
        heatmap(ROWS, sort=sort)


def test_a_model_that_is_not_drawn_says_so():
    with pytest.raises(ValueError, match=r"y_domain=\('model-1',\) leaves out 'model-2', by whose scores samples"):
        heatmap(ROWS, sort="model-2", y_domain=("model-1",))
    with pytest.raises(ValueError, match=r"x_domain=\['model-1'\] leaves out 'model-2'"):
        heatmap(ROWS, sort="-model-2", x_domain=["model-1"], orientation="vertical")
    last = picture(ROWS).y[-1]
    with pytest.raises(RuntimeError, match=rf"{last} is not among the 2 models that are drawn"):
        picture(ROWS, sort={"samples": last, "models": {"value": "mean", "limit": 2}})


def test_an_order_of_the_wrong_type_says_so():
    with pytest.raises(TypeError, match=r"sort\['samples'\]=3 must be an order in words"):
        heatmap(ROWS, sort={"samples": 3})


def test_how_models_stand_moves_with_no_margin_and_never_lies_over_what_the_strip_shows():
    found = picture(ROWS)
    assert "best first" in found.texts()
    assert "best first" not in found.texts("margin")
    assert "best first" not in picture(ROWS, sort={"samples": "disagreement"}).texts()
