"""Two models against each other, and orders of samples. numpy, scipy and statsmodels are the oracles."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp
from runtime_v8 import called, context, table
from scipy import stats
from statsmodels.stats.contingency_tables import mcnemar

NAN = np.nan


@pytest.fixture(scope="module")
def v8():
    return context(Path(__file__).with_name("analysis_oracle.js"))


def versus(v8, a, b, threshold=None, exact=False, share=False):
    given = {"first": 0, "second": 1, "threshold": threshold, "exact": exact, "share": share}
    return called(v8, "versusOracle", {"table": table([a, b]), **given})


GRADES = st.sampled_from([0.0, 0.25, 0.5, 1.0, NAN])
PAIR = hnp.arrays(float, st.tuples(st.just(2), st.integers(1, 20)), elements=GRADES)


@settings(deadline=None)
@given(scores=PAIR, threshold=st.sampled_from([None, 0.5]))
def test_each_sample_stands_once_in_the_part_that_it_belongs_to(v8, scores, threshold):
    a, b = scores
    found = versus(v8, a, b, threshold)
    assert sorted(found["order"]) == list(range(len(a)))
    ends = [0]
    for part in found["parts"]:
        assert part["from"] == ends[-1] < part["to"]
        ends.append(part["to"])
        for k in found["order"][part["from"] : part["to"]]:
            gap = a[k] - b[k]
            solved = threshold is not None and a[k] >= threshold
            assert {
                "first": gap > 0,
                "second": gap < 0,
                "both": gap == 0 and solved,
                "neither": gap == 0 and threshold is not None and not solved,
                "alike": gap == 0 and threshold is None,
                "other": np.isnan(gap),
            }[part["side"]]
    assert ends[-1] == len(a)
    gaps = [a[k] - b[k] for k in found["order"] if not np.isnan(a[k] - b[k])]
    assert gaps == sorted(gaps, reverse=True)


def test_single_passes_are_compared_by_mcnemar(v8):
    a, b = np.repeat([1, 0, 1, 0], [17, 9, 60, 34]), np.repeat([0, 1, 1, 0], [17, 9, 60, 34])
    found = versus(v8, a, b, 0.5, exact=True, share=True)
    p = mcnemar([[0, 17], [9, 0]], exact=True).pvalue
    assert found["comparison"]["p"] == pytest.approx(p, abs=1e-9)
    assert [part["side"] for part in found["parts"]] == ["first", "both", "neither", "second"]
    assert found["text"].startswith("A better on 17, B on 9, alike on 94: +7 points, 95 % interval ")
    assert found["text"].endswith(f"exact McNemar test p = {p:.2g}: not separated.")


def test_grades_are_compared_by_t_with_the_sign_test_beside(v8):
    random = np.random.default_rng(0)
    a, b = random.normal(7, 1, 30), random.normal(5, 1, 30)
    found = versus(v8, a, b)
    test = stats.ttest_rel(a, b)
    low, high = test.confidence_interval(0.95)
    assert found["comparison"]["p"] == pytest.approx(test.pvalue, abs=1e-9)
    assert (found["comparison"]["low"], found["comparison"]["high"]) == pytest.approx((low, high), abs=1e-9)
    assert f"+{(a - b).mean():.1f}, 95 % interval {low:.1f} to {high:.1f}, paired t test p < 0.001" in found["text"]
    assert found["sign"] == pytest.approx(stats.binomtest(found["wins"], 30).pvalue, abs=1e-9)
    assert found["text"].endswith("sign test p < 0.001: separated.")


def test_what_cannot_be_compared_says_so(v8):
    assert versus(v8, [1, NAN], [NAN, 1])["text"] == "A and B have no sample in common."
    assert versus(v8, [1, NAN], [0, 1])["text"].endswith(": too few samples in common for a test.")
    alike = versus(v8, [1, 0, 1], [1, 0, 1], 0.5, exact=True, share=True)
    assert alike["text"] == "A and B score alike on 3 samples that both have: not separated."


def orders(v8, scores, by, row=None):
    return called(v8, "ordersOracle", {"table": table(scores), "by": by, "row": row})


def test_orders_are_by_the_statistics_that_they_name(v8):
    scores = np.random.default_rng(1).normal(size=(8, 15))
    assert orders(v8, scores, "disagreement") == np.argsort(scores.std(axis=0, ddof=1)).tolist()
    rest = [stats.pearsonr(scores[:, s], np.delete(scores, s, axis=1).mean(axis=1)).statistic for s in range(15)]
    assert orders(v8, scores, "discrimination") == np.argsort(rest).tolist()
    assert orders(v8, scores, "model", 3) == np.argsort(scores[3]).tolist()


def test_what_has_no_number_stands_last_in_its_order(v8):
    assert orders(v8, [[1, NAN, 0, NAN], [1, 1, 1, 1]], "model", 0) == [2, 0, 1, 3]
    assert orders(v8, [[1, 0, 1]], "flips") == [0, 1, 2]


@pytest.mark.parametrize("row", ["models", None])
def test_similar_ones_stand_together(v8, row):
    scores = np.kron(np.eye(3), np.ones((4, 5)))
    shuffled = np.random.default_rng(2).permutation(12), np.random.default_rng(3).permutation(15)
    found = orders(v8, scores[np.ix_(*shuffled)], "similarity", row)
    group = shuffled[0][found] // 4 if row else shuffled[1][found] // 5
    assert (np.diff(group) != 0).sum() == 2
