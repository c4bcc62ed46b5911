"""What of the epochs of a sample is its score. inspect_ai's reducers and counting are the oracles."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from heatmaps import data, drawn, heatmap, picture

from inspect_viz.analysis import items, models, paired, reliability
from inspect_viz.view import sample_compare

PASSES = {("a", "p"): "1101", ("a", "q"): "0000", ("b", "p"): "0010", ("b", "q"): "1111", ("c", "p"): "10"}
ROWS = [
    {"model": model, "id": sample, "score": int(passed), "epoch": epoch}
    for (model, sample), told in PASSES.items()
    for epoch, passed in enumerate(told)
]


def chance(told, k, which):
    """By all choices of k epochs."""
    choices = list(combinations(map(int, told), k))
    return np.mean([which(choice) for choice in choices]) if choices else None


@pytest.mark.parametrize(
    ("epochs", "score"),
    [
        ("mean", lambda told: np.mean(list(map(int, told)))),
        ("worst", lambda told: min(map(int, told))),
        ("best", lambda told: max(map(int, told))),
        *((f"pass@{k}", lambda told, k=k: chance(told, k, any)) for k in (1, 2, 3, 4)),
        *((f"pass^{k}", lambda told, k=k: chance(told, k, all)) for k in (1, 2, 3, 4)),
    ],
)
def test_each_form_is_what_counting_says(epochs, score):
    found = picture(ROWS, epochs=epochs).values()
    for (model, sample), told in PASSES.items():
        expected = score(told)
        assert found[sample, model] == (None if expected is None else pytest.approx(expected, abs=1e-12))


def test_pass_at_k_is_that_of_inspect_ai():
    reducer = pytest.importorskip("inspect_ai.scorer")
    found = picture(ROWS, epochs="pass@2").values()
    for (model, sample), told in PASSES.items():
        scores = [reducer.Score(value=int(passed)) for passed in told]
        assert found[sample, model] == pytest.approx(reducer.pass_at(2)(scores).as_float(), abs=1e-12)


def test_samples_of_too_few_epochs_are_unscored():
    found = picture(ROWS, epochs="pass@3")
    assert found.states()["p", "c"] == "unscored"
    assert found.counts == {"absent": 1, "unscored": 1}
    assert picture(ROWS).counts == {"absent": 1}


def test_an_epoch_passes_that_reaches_the_threshold():
    rows = [{"model": "m", "id": "s", "score": score, "epoch": e} for e, score in enumerate((9, 4, 7))]
    assert picture(rows, epochs="pass@2", threshold=7).values()["s", "m"] == 1
    assert picture(rows, epochs="pass^2", threshold=7).values()["s", "m"] == pytest.approx(1 / 3)
    assert picture(rows, epochs="worst").values()["s", "m"] == 4


def test_one_score_of_several_epochs_is_told_as_one():
    """Neither "1 of 2 epochs" nor an interval over epochs: a best epoch is a pass or a fail."""
    found = picture(ROWS, epochs="best")
    assert not any("epochs" in text for text in found.texts("legend"))
    assert "Score (best)" in found.texts("legend")
    assert "best of 4 epochs" in " ".join(found.texts("footer"))
    assert {row["method"] for row in models(data(ROWS), epochs="best").to_pylist()} == {"Wilson"}
    assert "pass@2 of 4 epochs" in " ".join(picture(ROWS, epochs="pass@2").texts("footer"))


def test_errors_and_missing_scores_count_as_ever():
    rows = [*ROWS, {"model": "c", "id": "q", "score": None, "epoch": 0}, {"model": "a", "id": "r", "score": None}]
    rows = [{**row, "error": "boom" if row["id"] == "r" else ""} for row in rows]
    usual, best = picture(rows), picture(rows, epochs="best")
    assert usual.states() == best.states()
    assert usual.counts == best.counts


def test_tables_follow():
    table = {row["id"]: row for row in items(data(ROWS), epochs="pass@1").to_pylist()}
    usual = {row["id"]: row for row in items(data(ROWS)).to_pylist()}
    assert {name: row["mean"] for name, row in table.items()} == pytest.approx(
        {name: row["mean"] for name, row in usual.items()}
    )
    assert {row["id"]: row["mean"] for row in items(data(ROWS), epochs="worst").to_pylist()} == {"p": 0, "q": 0.5}


@pytest.mark.parametrize(
    ("epochs", "test", "told", "consistency"),
    [("best", "McNemar", "exact McNemar test", "KR-20"), ("mean", "paired t", "paired t test", "alpha")],
)
def test_tables_name_the_test_that_the_picture_names(epochs, test, told, consistency):
    (row,) = [r for r in paired(data(ROWS), "b", epochs=epochs).to_pylist() if r["a"] == "a"]
    assert row["method"] == test
    said = " ".join(drawn(sample_compare(data(ROWS), "a", "b", epochs=epochs)).texts("subtitle"))
    assert f"{told} p = {row['p']:.2g}" in said
    assert reliability(data(ROWS), epochs=epochs).method == consistency


def test_bad_forms_are_named():
    with pytest.raises(ValueError, match=r"epochs='pass@0' must be 'mean', 'split', 'worst', 'best', 'pass@k'"):
        heatmap(ROWS, epochs="pass@0")
    with pytest.raises(ValueError, match=r"epochs='wurst' .*Did you mean 'worst'"):
        heatmap(ROWS, epochs="wurst")
    with pytest.raises(TypeError, match="epochs=2 must be"):
        heatmap(ROWS, epochs=2)
