"""What a matrix of scores says: means, intervals, comparisons, blocks. statsmodels and scipy are the oracles."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
import pytest
import statsmodels.formula.api as smf
from scipy import stats
from statistics_v8 import call, summary
from statsmodels.stats.proportion import proportion_confint

NAN = np.nan


def least_squares(scores: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Means of models and samples that statsmodels expects on the whole grid."""
    m, s = np.indices(scores.shape)
    frame = pd.DataFrame({"m": m.ravel(), "s": s.ravel(), "value": scores.ravel()})
    fit = smf.ols("value ~ C(m) + C(s)", frame.dropna()).fit()
    grid = fit.predict(frame).to_numpy().reshape(scores.shape)
    return grid.mean(axis=1), grid.mean(axis=0)


def graded(random: np.random.Generator, models: int, samples: int, missing: float) -> np.ndarray:
    scores = random.normal(size=(models, samples)) + random.normal(size=(models, 1)) + 10 * random.normal(size=samples)
    gone = random.uniform(size=scores.shape) < missing
    longer = np.arange(max(models, samples))
    gone[longer % models, longer % samples] = False
    scores[gone] = NAN
    return scores


def field(found: Any, name: str) -> np.ndarray:
    return np.array([model[name] for model in found["models"]], dtype=float)


@pytest.mark.parametrize("across", ["x", "y"])
@pytest.mark.parametrize(("models", "samples"), [(5, 40), (40, 7), (12, 12)])
@pytest.mark.parametrize("missing", [0.02, 0.3, 0.5])
def test_adjusted_means_are_those_of_statsmodels_ols(models, samples, missing, across):
    scores = graded(np.random.default_rng(models), models, samples, missing)
    found = summary(scores, across=across)
    of_models, of_samples = least_squares(scores)
    np.testing.assert_allclose(field(found, "adjusted"), of_models, atol=1e-9)
    np.testing.assert_allclose(found["samples"]["adjusted"], of_samples, atol=1e-9)
    first, second = np.nonzero(~np.isnan(scores))
    listed = {"first": first.tolist(), "second": second.tolist(), "size": scores.shape}
    means = call("listed", {**listed, "values": scores[first, second].tolist()})
    np.testing.assert_allclose(means[0]["adjusted"], of_models, atol=1e-9)
    np.testing.assert_allclose(means[1]["adjusted"], of_samples, atol=1e-9)


def test_a_staircase_whose_bands_meet_only_their_neighbours_is_fitted_too():
    scores = np.full((60, 61), NAN)
    random = np.random.default_rng(2)
    for i in range(60):
        scores[i, i : i + 2] = random.uniform(size=2)
    of_models, of_samples = least_squares(scores)
    found = summary(scores)
    np.testing.assert_allclose(field(found, "adjusted"), of_models, atol=1e-9)
    np.testing.assert_allclose(found["samples"]["adjusted"], of_samples, atol=1e-9)


def test_on_a_full_grid_adjusted_means_are_plain_ones():
    scores = graded(np.random.default_rng(1), 6, 30, 0)
    found = summary(scores)
    np.testing.assert_array_equal(field(found, "adjusted"), field(found, "mean"))
    np.testing.assert_allclose(field(found, "mean"), scores.mean(axis=1), rtol=1e-13)
    np.testing.assert_allclose(found["samples"]["mean"], scores.mean(axis=0), rtol=1e-13)


def test_a_model_that_had_the_easy_samples_only_stands_below_those_that_beat_it_there():
    """The demo's case: 0.53 on its 60 samples, against 0.49 on all and 0.63 on these 60."""
    half, whole = np.full(120, NAN), np.zeros(120)
    half[:60] = np.arange(60) < 32
    whole[:60] = np.arange(60) < 38
    whole[60:] = np.arange(60) < 21
    found = summary([half, whole])["models"]
    assert found[0]["mean"] > found[1]["mean"]
    assert found[0]["adjusted"] == pytest.approx(found[1]["adjusted"] - 0.1)
    assert (found[0]["n"], found[0]["of"]) == (60, 120)


def test_a_sample_that_only_weak_models_tried_is_not_hard():
    scores = np.array([[1, 1, NAN, 1, 1], [1, 1, NAN, 1, 1], [0, 0, 0, 0, 1], [0, 0, 1, 1, 0]])
    found = summary(scores)["samples"]
    assert found["mean"][2] == found["mean"][0] == 0.5
    assert found["adjusted"][2] > found["adjusted"][0]


def test_what_no_cell_joins_keeps_its_plain_means():
    scores = np.full((4, 6), NAN)
    scores[:2, :3] = [[0, 1, 1], [0, 0, 1]]
    scores[2:, 3:5] = [[0, 1], [1, 1]]
    found = summary(scores)
    np.testing.assert_allclose(field(found, "adjusted"), [2 / 3, 1 / 3, 0.5, 1])
    assert found["samples"]["adjusted"][:5] == pytest.approx([0, 0.5, 1, 0.5, 1])
    assert found["samples"]["adjusted"][5] == "NaN"


def test_a_model_without_a_score_has_no_mean():
    found = summary([[1, 0, 1], [NAN, NAN, NAN], [0, 0, 1]])
    assert found["models"][1] == dict.fromkeys(["mean", "adjusted", "low", "high", "method", "above"]) | {
        "n": 0,
        "of": 3,
    }
    assert found["models"][2]["above"] is None
    assert (found["leader"], found["second"]) == (0, 2)


def test_binary_scores_of_one_epoch_have_wilsons_interval():
    random = np.random.default_rng(3)
    scores = (random.uniform(size=(5, 90)) < [[0.02], [0.4], [0.5], [0.8], [1]]).astype(float)
    scores[random.uniform(size=scores.shape) < 0.1] = NAN
    found = summary(scores)
    low, high = proportion_confint(np.nansum(scores, axis=1), (~np.isnan(scores)).sum(axis=1), method="wilson")
    np.testing.assert_allclose(field(found, "low"), low, atol=1e-12)
    np.testing.assert_allclose(field(found, "high"), high, atol=1e-12)
    assert {model["method"] for model in found["models"]} == {"Wilson"}
    assert found["isBinary"]
    assert found["threshold"] == 0.5


@pytest.mark.parametrize("across", ["x", "y"])
@pytest.mark.parametrize("offset", [0, 1e6])
def test_other_scores_have_students_interval(across, offset):
    scores = graded(np.random.default_rng(4), 7, 40, 0.2) + offset
    found = summary(scores, across=across)
    for scored, model in zip(scores, found["models"], strict=True):
        values = scored[~np.isnan(scored)]
        true = stats.t.interval(0.95, len(values) - 1, values.mean(), stats.sem(values))
        assert [model["low"], model["high"]] == pytest.approx(true, rel=1e-12)
        assert model["method"] == "t"
    assert not found["isBinary"]
    assert found["threshold"] is None


def test_epochs_of_a_sample_are_one_cluster():
    scores = np.array([[0, 0.5, 1, 0.5, 1, 1], [1, 1, 1, 1, 1, 1]])
    found = summary(scores, scored=np.full(scores.shape, 2))
    assert found["isBinary"]
    true = stats.t.interval(0.95, 5, scores[0].mean(), stats.sem(scores[0]))
    model, constant = found["models"]
    assert [model["low"], model["high"], model["method"]] == [pytest.approx(true[0]), 1, "t"]
    assert true[1] > 1
    assert [constant["low"], constant["high"], constant["method"]] == [
        pytest.approx(6 / (6 + 1.96**2), abs=1e-4),
        1,
        "Wilson",
    ]


def test_too_few_scores_or_none_that_vary_give_no_interval():
    found = summary([[7.5, NAN, NAN], [3, 3, 3]])["models"]
    assert [model["method"] for model in found] == [None, None]
    assert found[0]["low"] is None


@pytest.mark.parametrize("across", ["x", "y"])
@pytest.mark.parametrize("offset", [0, 1e6])
def test_models_are_compared_with_the_one_above_by_a_paired_t_test(across, offset):
    scores = graded(np.random.default_rng(5), 6, 50, 0.2) + offset
    found = summary(scores, across=across)["models"]
    assert found[0]["above"] is None
    for upper, lower, model in zip(scores, scores[1:], found[1:], strict=False):
        both = ~np.isnan(upper) & ~np.isnan(lower)
        true = stats.ttest_rel(upper[both], lower[both])
        above = model["above"]
        interval = true.confidence_interval(0.95)
        within = 1e-9 if offset == 0 else 1e-6
        assert above["p"] == pytest.approx(true.pvalue, rel=within)
        assert [above["low"], above["high"]] == pytest.approx([interval.low, interval.high], rel=within)
        assert (above["n"], above["method"]) == (both.sum(), "paired t")
        assert above["isApart"] == (true.pvalue < 0.05)


@pytest.mark.parametrize(
    ("more", "less", "same"), [(10, 2, 88), (5, 0, 95), (6, 0, 0), (20, 0, 80), (0, 0, 9), (3, 9, 2)]
)
def test_binary_scores_are_compared_by_mcnemars_test(more, less, same):
    first = np.array([1] * more + [0] * less + [1] * same, dtype=float)
    second = np.array([0] * more + [1] * less + [1] * same, dtype=float)
    found = summary([first, second])["models"][1]["above"]
    unequal = more + less
    p = stats.binomtest(more, unequal).pvalue if unequal else 1
    assert found["method"] == "McNemar"
    assert found["p"] == pytest.approx(p, rel=1e-9)
    assert found["difference"] == pytest.approx((more - less) / len(first))
    low = high = found["difference"]
    if np.ptp(first - second):
        low, high = stats.ttest_rel(first, second).confidence_interval(0.95)
    if unequal:
        exact = stats.binomtest(more, unequal).proportion_ci(0.95)
        low = min(low, (2 * exact.low - 1) * unequal / len(first))
        high = max(high, (2 * exact.high - 1) * unequal / len(first))
    assert [found["low"], found["high"]] == pytest.approx([low, high], abs=1e-9)
    assert found["isApart"] == (p < 0.05) == (low > 0 or high < 0)


def test_the_lead_is_that_of_the_best_two_by_adjusted_means():
    scores = graded(np.random.default_rng(6), 5, 60, 0.3)
    found = summary(scores)
    order = np.argsort(-least_squares(scores)[0])
    assert [found["leader"], found["second"]] == order[:2].tolist()
    first, second = scores[order[0]], scores[order[1]]
    both = ~np.isnan(first) & ~np.isnan(second)
    assert found["lead"]["difference"] == pytest.approx((first - second)[both].mean())
    assert summary([[1, 0, 1]])["lead"] is None
    assert summary([[NAN, NAN]])["leader"] is None


def solved(counts: list[int], models: int) -> np.ndarray:
    """Samples that so many of the models solve, the best models first."""
    return (np.arange(models)[:, None] < np.array(counts)).astype(float)


def blocks(scores: Any, **options: Any) -> list[tuple[str, str, int]]:
    found = summary(scores, **options)["blocks"]
    assert all(block["count"] == block["to"] - block["from"] for block in found)
    return [(block["kind"], block["label"], block["count"]) for block in found]


def test_samples_stand_in_blocks_by_how_many_models_solve_them():
    scores = solved([0, 0, 1, 2, 2, 3, 5, 6, 7, 7, 8], 8)
    scores = np.column_stack([scores, np.full(8, NAN)])
    expected = [
        ("nobody", "nobody", 2),
        ("few", "1\u20132 of 8", 3),
        ("half", "3\u20135 of 8", 2),
        ("most", "6 of 8", 1),
        ("all-but-one", "7 of 8", 2),
        ("everybody", "everybody", 1),
        ("none", "no score", 1),
    ]
    assert blocks(scores) == expected
    assert blocks(scores, across="y") == expected
    assert blocks(scores[:, ::-1]) == expected[::-1]
    assert blocks(scores, ordered=False) == expected[-1:]
    assert summary(scores)["samples"]["solved"] == [0, 0, 1, 2, 2, 3, 5, 6, 7, 7, 8, 0]


def test_a_gap_in_the_grid_takes_no_sample_from_nobody_or_everybody():
    scores = solved([0, 0, 3, 4, 8, 8], 8)
    scores[0, 1] = scores[7, 4] = NAN
    assert blocks(scores) == [("nobody", "nobody", 2), ("half", "3\u20134 of 8", 2), ("everybody", "all who tried", 2)]


def test_numbers_of_models_that_lack_some_are_said_to_be_about_right():
    scores = solved([0, 2, 3, 4, 8], 8)
    scores[7, 3] = NAN
    assert [label for _, label, _ in blocks(scores)] == ["nobody", "2 of 8", "about 3\u20134 of 8", "everybody"]
    halves = np.array([[0, 0.5, 1]] * 3 + [[0, 1, 1]])
    assert blocks(halves, scored=np.full((4, 3), 2))[1][1] == "about 3 of 4"


def test_nobody_solves_what_only_weak_models_tried_is_not_said():
    scores = solved([0, 2, 4, 6], 8)
    scores[:6, 0] = NAN
    assert blocks(scores)[0][0] != "nobody"


def test_grades_stand_in_quarters_of_their_means_and_a_threshold_makes_them_binary():
    means = np.repeat(np.arange(1, 10), 2) / 2
    scores = np.vstack([means, means + 0.5, means + 1])
    quarters = blocks(scores)
    assert [kind for kind, _, _ in quarters] == ["quantile"] * 4
    assert sum(count for _, _, count in quarters) == 18
    assert all(count % 2 == 0 for _, _, count in quarters)
    assert quarters[0][1] == "1\u20131.5"
    found = blocks(scores, threshold=3)
    assert found == [
        ("nobody", "nobody", 6),
        ("few", "1 of 3", 2),
        ("most", "2 of 3", 2),
        ("everybody", "everybody", 8),
    ]
    assert summary(scores, threshold=3)["threshold"] == 3


def test_grades_that_are_all_alike_are_one_block():
    assert blocks(np.full((3, 20), 5.0)) == [("quantile", "5", 20)]
