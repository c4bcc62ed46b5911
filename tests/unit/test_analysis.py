"""Tables of items, models and pairs. scipy, statsmodels, pandas and inspect_ai are the oracles."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats
from statsmodels.stats.contingency_tables import mcnemar
from statsmodels.stats.multitest import multipletests

from inspect_viz import Data
from inspect_viz.analysis import items, models, paired, reliability, suspects

NAN = np.nan


def table(scores, **columns) -> Data:
    """Rows of a matrix of models by samples; NaN for no row."""
    scores = np.asarray(scores, dtype=float)
    m, s = np.nonzero(~np.isnan(scores))
    frame = {"id": [f"s{i}" for i in s], "model": [f"m{i}" for i in m], "score": scores[m, s], **columns}
    return Data.from_dataframe(pa.table(frame))


def by(found: pa.Table, key: str) -> pd.DataFrame:
    return found.to_pandas().set_index(key)


def graded(models: int, samples: int, missing: float = 0.0, seed: int = 0) -> np.ndarray:
    random = np.random.default_rng(seed)
    scores = random.normal(size=(models, samples)) + random.normal(size=(models, 1)) + random.normal(size=samples)
    scores[random.uniform(size=scores.shape) < missing] = NAN
    return scores


def test_items_of_a_full_grid_are_those_of_scipy():
    scores = graded(9, 30)
    found = by(items(table(scores)), "id")
    for s in range(30):
        row, rest = found.loc[f"s{s}"], np.delete(scores, s, axis=1).mean(axis=1)
        fit = stats.pearsonr(scores[:, s], rest)
        interval = fit.confidence_interval(0.95)
        assert row["spread"] == pytest.approx(scores[:, s].std(ddof=1), abs=1e-9)
        assert row["mean"] == pytest.approx(scores[:, s].mean(), abs=1e-9)
        assert row["discrimination"] == pytest.approx(fit.statistic, abs=1e-9)
        assert row["discrimination_low"] == pytest.approx(interval.low, abs=1e-9)
        assert row["discrimination_high"] == pytest.approx(interval.high, abs=1e-9)
    assert found["difficulty"].mean() == pytest.approx(0, abs=1e-9)
    assert list(found["difficulty"]) == sorted(found["difficulty"], reverse=True)
    np.testing.assert_allclose(found["difficulty"] + found["adjusted"], scores.mean(), atol=1e-9)


def test_what_a_model_lacks_does_not_make_it_weak():
    """Scores that follow the additive model exactly: each rest mean is the model's effect, whatever is missing."""
    random = np.random.default_rng(3)
    effect = random.normal(size=12)
    scores = effect[:, None] + 5 * random.normal(size=40)
    scores[:6, :25] = NAN
    found = by(items(table(scores)), "id")
    assert found["discrimination"].min() == pytest.approx(1, abs=1e-9)
    assert set(found["n"]) == {6, 12}


def test_what_scores_do_not_define_is_null():
    found = by(items(table([[1, 0, 1, NAN], [1, 1, NAN, NAN], [1, 0, NAN, 0.5]])), "id")
    assert found.loc["s0", "spread"] == 0
    assert pd.isna(found.loc["s0", "discrimination"])
    assert pd.isna(found.loc["s2", "spread"])
    assert not found.isin([np.inf, -np.inf]).to_numpy().any()
    single = items(table([[1, 0]])).to_pydict()
    assert single["spread"] == [None, None]
    assert single["discrimination_low"] == [None, None]
    (row,) = models(table([[1.5, 1.5, 1.5]])).to_pylist()
    assert (row["mean"], row["low"], row["method"]) == (1.5, None, None)


def test_states_and_blocks_are_those_of_the_picture():
    from inspect_viz.view import sample_heatmap

    data = Data.example()
    told = sample_heatmap(data, score_value="score_includes").describe().to_dict()["plots"][0]
    found = items(data, score_value="score_includes")
    ids, block = found["id"].to_pylist(), found["block"].to_pylist()
    assert [(kind, [i for i, b in zip(ids, block, strict=True) if b == kind]) for kind in dict.fromkeys(block)] == [
        (part["kind"], part["samples"]) for part in told["blocks"]
    ]
    rows = models(data, score_value="score_includes").to_pylist()
    for row, model in zip(rows, told["models"], strict=True):
        assert row["model"] == model["name"]
        assert (row["mean"], row["low"], row["high"]) == (model["mean"], model["low"], model["high"])
        assert {k: v for k, v in row.items() if k in ("absent", "error", "limit") and v} == model["states"]


def epochs(rows):
    """Rows of (model, sample, score), an epoch each."""
    m, s, v = zip(*rows, strict=True)
    epoch = [sum(row[:2] == other[:2] for other in rows[:i]) for i, row in enumerate(rows)]
    return Data.from_dataframe(pa.table({"model": m, "id": s, "score": [float(x) for x in v], "epoch": epoch}))


def test_flips_are_epochs_that_do_not_agree():
    data = epochs([("a", "x", 1), ("a", "x", 0), ("a", "y", 1), ("a", "y", 1), ("b", "x", 0), ("b", "x", 0)])
    of_samples, of_models = by(items(data), "id")["flip_rate"], by(models(data), "model")["flip_rate"]
    assert dict(of_samples) == {"x": 0.5, "y": 0}
    assert dict(of_models) == {"a": 0.5, "b": 0}
    grades = epochs([("a", "x", 3), ("a", "x", 4), ("b", "x", 7), ("b", "x", 9)])
    assert dict(by(items(grades), "id")["flip_rate"]) == {"x": 1}
    assert dict(by(items(grades, threshold=8), "id")["flip_rate"]) == {"x": 0.5}
    assert items(table([[1, 0], [0, 1]]))["flip_rate"].to_pylist() == [None, None]


def test_pairs_are_those_of_scipy_and_statsmodels():
    scores = graded(5, 40, missing=0.2)
    found = paired(table(scores))
    assert len(found) == 10
    for row in found.to_pylist():
        a, b = (scores[int(row[side][1:])] for side in "ab")
        both = ~np.isnan(a - b)
        difference = (a - b)[both]
        test = stats.ttest_rel(a[both], b[both])
        interval = test.confidence_interval(0.95)
        assert row["n"] == both.sum()
        assert row["difference"] == pytest.approx(difference.mean(), abs=1e-9)
        assert (row["low"], row["high"]) == pytest.approx((interval.low, interval.high), abs=1e-9)
        assert row["p"] == pytest.approx(test.pvalue, abs=1e-9)
        assert (row["wins"], row["losses"]) == ((difference > 0).sum(), (difference < 0).sum())
        assert row["p_sign"] == pytest.approx(
            stats.binomtest(row["wins"], row["wins"] + row["losses"]).pvalue, abs=1e-9
        )
    corrected = multipletests(found["p"].to_pylist(), method="holm")[1]
    np.testing.assert_allclose(found["p_holm"].to_pylist(), corrected, atol=1e-9)


def test_single_zeros_and_ones_are_compared_by_mcnemar():
    scores = (graded(4, 60, seed=2) > 0).astype(float)
    for row in paired(table(scores)).to_pylist():
        exact = mcnemar([[0, row["wins"]], [row["losses"], 0]], exact=True)
        assert row["method"] == "McNemar"
        assert row["p"] == pytest.approx(exact.pvalue, abs=1e-9)
        assert row["wins"] + row["losses"] + row["ties"] == row["n"] == 60


def test_epochs_of_a_sample_are_one_cluster():
    random = np.random.default_rng(5)
    rows = [
        (m, f"s{s}", float(random.uniform() < p)) for m, p in (("a", 0.7), ("b", 0.4)) for s in range(20) for _ in "123"
    ]
    (row,) = paired(epochs(rows)).to_pylist()
    frame = pd.DataFrame(rows, columns=["model", "id", "score"])
    means = frame.groupby(["model", "id"])["score"].mean().unstack("model")
    assert row["p"] == pytest.approx(stats.ttest_rel(means["a"], means["b"]).pvalue, abs=1e-9)
    assert (row["method"], row["n"]) == ("paired t", 20)


def test_a_baseline_stands_second_in_each_pair():
    scores = graded(4, 20)
    whole = {(row["a"], row["b"]): row for row in paired(table(scores)).to_pylist()}
    found = paired(table(scores), baseline="m2").to_pylist()
    assert [row["b"] for row in found] == ["m2"] * 3
    for row in found:
        same = whole.get((row["a"], "m2"))
        sign = 1 if same else -1
        same = same or whole["m2", row["a"]]
        assert row["difference"] == pytest.approx(sign * same["difference"], abs=1e-12)
        assert row["p"] == pytest.approx(same["p"], abs=1e-12)
    assert sorted(row["p_holm"] for row in found) == pytest.approx(
        sorted(multipletests([row["p"] for row in found], method="holm")[1]), abs=1e-12
    )


def test_models_without_a_common_sample_have_no_test():
    (row,) = paired(table([[1, 0, NAN, NAN], [NAN, NAN, 1, 1]])).to_pylist()
    assert (row["n"], row["difference"], row["p"], row["p_holm"], row["method"]) == (0, None, None, None, None)
    assert paired(table([[1, 0]])).num_rows == 0


@given(p=st.lists(st.floats(1e-12, 1), min_size=1, max_size=12), seed=st.integers(0, 9))
def test_holm_over_any_number_of_pairs(p, seed):
    from statistics_v8 import call

    np.testing.assert_allclose(call("holm", [p])[0], multipletests(p, method="holm")[1], atol=1e-9)


def test_reliability_is_that_of_its_formula():
    scores = graded(15, 12)
    found = reliability(table(scores))
    k, totals = 12, scores.sum(axis=1)
    alpha = k / (k - 1) * (1 - scores.var(axis=0, ddof=1).sum() / totals.var(ddof=1))
    assert found.alpha == pytest.approx(alpha, abs=1e-9)
    assert (found.method, found.models, found.complete, found.separating, found.compared) == ("alpha", 15, 12, 12, 12)
    binary = (scores > 0).astype(float)
    p = binary.mean(axis=0)
    kr20 = k / (k - 1) * (1 - (p * (1 - p)).sum() / binary.sum(axis=1).var())
    found = reliability(table(binary))
    assert found.alpha == pytest.approx(kr20, abs=1e-9)
    assert str(found).startswith("12 of 12 samples separate these 15 models; KR-20 ")
    assert reliability(table([[1, 1], [1, 1]])).alpha is None
    assert reliability(table([[1, 1, 0]])).alpha is None


def planted(models: int, samples: int, wrong: int, seed: int = 0) -> tuple[np.ndarray, set[str]]:
    """Passes and fails of a Rasch model, with wrong targets in some samples."""
    random = np.random.default_rng(seed)
    ability, difficulty = random.normal(size=(models, 1)), random.normal(0, 1.2, samples)
    scores = random.uniform(size=(models, samples)) < 1 / (1 + np.exp(difficulty - ability))
    chosen = random.choice(samples, wrong, replace=False)
    scores[:, chosen] = ~scores[:, chosen]
    return scores.astype(float), {f"s{i}" for i in chosen}


def test_wrong_targets_are_found_where_models_are_many():
    scores, wrong = planted(100, 2000, 10)
    found = suspects(table(scores), most=10)
    assert len(wrong & set(found["id"].to_pylist())) >= 9
    assert found["telling"].to_pylist() == [True] * 10
    assert list(found["discrimination"].to_pylist()) == sorted(found["discrimination"].to_pylist())


def test_a_suspect_says_why():
    scores = np.ones((12, 8))
    scores[4:8, :3] = 0
    scores[8:, :6] = 0
    scores[:4, 7] = scores[8, 7] = 0
    (row,) = suspects(table(scores)).to_pylist()[:1]
    assert row["id"] == "s7"
    assert row["reason"] == "the 4 best fail, 3 of the 4 weakest pass"
    assert len(row["failing"]) == 4
    grades = suspects(table(np.where(scores > 0, 8, 2.5))).to_pylist()[0]
    assert grades["reason"] == "the 4 best score 2.5 on average, the 4 weakest 6.63"
    few = suspects(table([[1, 1, 1, 0], [1, 1, 0, 0], [0, 0, 0, 1]]), most=1)
    assert few["telling"].to_pylist() == [False]
    assert few["reason"].to_pylist() == ["the best fails, the weakest passes"]


def test_suspects_link_to_the_transcripts_of_those_that_fail():
    scores = [[1, 1, 1, 0], [1, 1, 0, 0], [0, 0, 0, 1]]
    links = [f"https://logs.example.org/{m}/{s}" for m in range(3) for s in range(4)]
    (row,) = suspects(table(scores, log_viewer=links), most=1).to_pylist()
    assert (row["failing"], row["links"]) == (["m0"], ["https://logs.example.org/0/3"])
    assert suspects(table(scores), most=1)["links"].to_pylist() == [[]]


def test_bad_input_is_named():
    data = table([[1, 0], [0, 1]])
    with pytest.raises(ValueError, match=r"baseline='m11' is not a model; models: 'm0', 'm1'\. Did you mean 'm1'"):
        paired(data, baseline="m11")
    with pytest.raises(TypeError, match=r"baseline=3 must be the name of a model"):
        paired(data, baseline=3)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match=r"most=-1 must be 0 or more"):
        suspects(data, most=-1)
    with pytest.raises(TypeError, match=r"most=1.5 must be a whole number"):
        suspects(data, most=1.5)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="threshold='x' must be a score"):
        items(data, threshold="x")  # type: ignore[typeddict-item]
    with pytest.raises(TypeError, match=r"treshold.*Did you mean 'threshold'"):
        items(data, treshold=1)  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="data must be a Data, not dict"):
        items({})  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="score_value='scor' is not a column"):
        items(data, score_value="scor")


def test_the_same_rows_give_the_same_bytes():
    data = table(graded(6, 30, missing=0.1))
    assert items(data).equals(items(data))
    assert items(data).schema == items(table([[1]])).schema
    assert suspects(data).schema == suspects(table([[1]])).schema
    assert paired(data).schema == paired(table([[1]])).schema
