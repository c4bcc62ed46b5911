"""The default order: least-squares means, so that what a model or a sample lacks does not count."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
import pytest
import statsmodels.formula.api as smf
from heatmaps import drawn, heatmap, picture, scores
from statistics_v8 import summary

Rows = list[dict[str, Any]]


def half_cancelled() -> Rows:
    """Half of the samples, the easy ones, were done before one run ended: 0.53 there, where the other has 0.63."""
    half = {f"easy-{i}": float(i < 32) for i in range(60)}
    whole = {f"easy-{i}": float(i < 38) for i in range(60)} | {f"hard-{i}": float(i < 21) for i in range(60)}
    return scores({"half": half, "whole": whole})


def test_a_run_that_was_cancelled_stands_below_the_one_that_beats_it_on_what_both_did():
    assert picture(half_cancelled()).y == ["whole", "half"]
    assert picture(half_cancelled(), sort="descending").y == ["half", "whole"]
    assert picture(half_cancelled(), orientation="vertical").x == ["half", "whole"]
    plain = {"x": "fill", "y": {"value": "fill", "reduce": "mean", "order": "descending"}}
    assert picture(half_cancelled(), sort=plain).y == ["half", "whole"]


def test_a_sample_that_only_weak_models_tried_does_not_look_hard():
    rows = scores(
        {
            "strong": {"a": 1, "b": 1, "c": 1},
            "good": {"a": 1, "b": 0, "c": 1},
            "weak": {"a": 0, "b": 0, "c": 0, "d": 0.5},
        }
    )
    assert picture(rows).x == ["b", "a", "c", "d"]
    assert picture(rows, sort={"x": {"value": "fill", "reduce": "mean"}}).x == ["b", "d", "a", "c"]


def test_the_order_is_that_of_least_squares_means():
    random = np.random.default_rng(12)
    rows = [
        {"id": f"s{i}", "model": f"m{j}", "score": random.uniform()}
        for i in range(15)
        for j in range(7)
        if (3 * i + j) % 5 != 2
    ]
    frame = pd.DataFrame(rows).dropna()
    fit = smf.ols("score ~ C(id) + C(model)", frame).fit()
    grid = pd.DataFrame([(f"s{i}", f"m{j}") for i in range(15) for j in range(7)], columns=["id", "model"])
    grid["fitted"] = fit.predict(grid)
    found = drawn(heatmap(rows, model_name="model", score_value="score"))
    assert found.x == grid.groupby("id")["fitted"].mean().sort_values().index.tolist()
    assert found.y == grid.groupby("model")["fitted"].mean().sort_values(ascending=False).index.tolist()


@pytest.mark.parametrize("sort", ["ascending", "descending"])
def test_samples_that_nobody_or_everybody_solves_stand_at_the_ends_though_models_lack_some(sort):
    """By the fit alone some would stand among others, and blocks would be in pieces."""
    random = np.random.default_rng(4)
    ability, ease = random.uniform(-3, 3, (8, 1)), random.uniform(-6, 6, 400)
    table = (random.uniform(size=(8, 400)) < 1 / (1 + np.exp(-ability - ease))).astype(float)
    table[random.uniform(size=table.shape) < 0.2] = np.nan
    models = {f"m{j}": {f"s{i}": v for i, v in enumerate(row) if v == v} for j, row in enumerate(table)}
    found = picture(scores(models), sort=sort)
    drawn_table = table[np.ix_([int(m[1:]) for m in found.y], [int(s[1:]) for s in found.x])]
    kinds = [block["kind"] for block in summary(drawn_table)["blocks"]]
    assert kinds[:: 1 if sort == "ascending" else -1] == ["nobody", "few", "half", "most", "all-but-one", "everybody"]
    nobody = summary(drawn_table)["blocks"][0 if sort == "ascending" else -1]["count"]
    assert nobody > 0.8 * (np.nanmax(table, axis=0) == 0).sum() > 10


@pytest.mark.parametrize(
    "sort",
    ["ascending", "descending", None, "x", "-x", "fill", "-fill", {"x": None}, {"x": {"value": "x", "reverse": True}}],
    ids=str,
)
def test_samples_and_models_without_any_score_stand_last_in_every_order(sort):
    found = picture(
        scores(
            {
                "n": {"b": None, "a": None, "c": None},
                "m": {"b": 0.5, "a": None, "c": 0.25, "0": None},
                "k": {"b": 0.75, "a": None, "c": 1.0, "0": None},
            }
        ),
        sort=sort,
    )
    assert set(found.x[2:]) == {"a", "0"}
    assert found.y[2:] == ["n"]


def test_a_limit_counts_after_those_without_a_score_were_put_last():
    rows = scores({"m": {"a": None, "b": 0.5, "c": 1.0}})
    assert picture(rows, sort={"x": {"value": "x", "limit": 2}}).x == ["b", "c"]


def test_means_that_differ_only_by_rounding_are_ties():
    """An additive table with gaps: the fit knows it, but for the last digits."""
    rows = [
        {"id": f"s{i}", "model": f"m{j}", "score": (i % 3) / 3 + (j % 4) / 7}
        for j in range(12)
        for i in range(24)
        if (5 * i + 7 * j) % 11 > 3
    ]
    found = drawn(heatmap(rows, model_name="model", score_value="score"))
    assert found.x == sorted((f"s{i}" for i in range(24)), key=lambda s: (int(s[1:]) % 3, int(s[1:])))
    assert found.y == sorted((f"m{j}" for j in range(12)), key=lambda m: (-(int(m[1:]) % 4), int(m[1:])))
