"""Orders in which neighbours are alike. scipy's optimal leaf order is the oracle."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp
from runtime_v8 import called, context, table
from scipy.cluster.hierarchy import leaves_list, linkage, optimal_leaf_ordering, to_tree
from scipy.spatial.distance import pdist, squareform

NAN = np.nan


@pytest.fixture(scope="module")
def v8():
    return context(Path(__file__).with_name("seriation_oracle.js"))


def seriated(v8, scores, order=None):
    order = list(range(len(scores))) if order is None else order
    return called(v8, "seriationOracle", {"table": table(scores), "given": order})


def loss(v8, scores, order):
    return called(v8, "lossOracle", {"table": table(scores), "order": list(order)})


def length(distances, order):
    return sum(distances[a, b] for a, b in pairwise(order))


def orders(tree):
    """All orders of leaves that a tree allows."""
    if tree.is_leaf():
        return [[tree.id]]
    left, right = orders(tree.left), orders(tree.right)
    return [one for a in left for b in right for one in (a + b, b + a)]


@pytest.mark.parametrize("n", [2, 3, 5, 9, 60])
def test_leaves_stand_no_farther_apart_than_scipy_puts_them(v8, n):
    """Of the same tree. For 60 leaves, and even for 9, ours is the shorter one."""
    scores = np.random.default_rng(n).normal(size=(n, 7))
    near = pdist(scores) / np.sqrt(7)
    distances, tree = squareform(near), linkage(near, "average")
    np.testing.assert_allclose(np.reshape(called(v8, "distancesOracle", table(scores)), (n, n)), distances)
    theirs = leaves_list(optimal_leaf_ordering(tree, near)).tolist()
    ours = called(v8, "leavesOracle", table(scores))
    assert length(distances, ours) <= length(distances, theirs) + 1e-9
    for node in to_tree(tree, rd=True)[1]:
        at = sorted(ours.index(leaf) for leaf in node.pre_order())
        assert at[-1] - at[0] == len(at) - 1
    if n <= 9:
        assert length(distances, ours) == pytest.approx(min(length(distances, o) for o in orders(to_tree(tree))))


def test_the_loss_is_that_of_its_definition(v8):
    scores = np.random.default_rng(1).normal(size=(9, 4))
    distances, order = squareform(pdist(scores)) / 2, list(np.random.default_rng(2).permutation(9))
    sorted_ = distances[np.ix_(order, order)]
    expected = 0.0
    for i in range(9):
        for j in range(9):
            for k in range(9):
                if j < k < i and sorted_[i, j] < sorted_[i, k]:
                    expected += sorted_[i, k] - sorted_[i, j]
                if i < j < k and sorted_[i, j] > sorted_[i, k]:
                    expected += sorted_[i, j] - sorted_[i, k]
    assert loss(v8, scores, map(int, order)) == pytest.approx(expected)


def test_groups_that_were_mixed_stand_together(v8):
    random = np.random.default_rng(4)
    group = random.permutation(np.repeat([0, 1, 2], 8))
    scores = (random.uniform(size=(24, 60)) < np.array([0.05, 0.5, 0.95])[(group[:, None] + np.arange(60)) % 3]) * 1.0
    found = group[seriated(v8, scores)]
    assert (np.diff(found) != 0).sum() == 2


SCORES = hnp.arrays(
    float,
    st.tuples(st.integers(1, 12), st.integers(1, 6)),
    elements=st.sampled_from([0.0, 0.5, 1.0, NAN]) | st.floats(-1e6, 1e6),
)


@settings(deadline=None)
@given(scores=SCORES, seed=st.integers(0, 99))
def test_ties_and_gaps_never_lose_a_row_nor_make_an_order_worse(v8, scores, seed):
    order = np.random.default_rng(seed).permutation(len(scores)).tolist()
    found = seriated(v8, scores, order)
    assert sorted(found) == list(range(len(scores)))
    assert loss(v8, scores, found) <= loss(v8, scores, order) * (1 + 1e-9)
    assert found == seriated(v8, scores, order)


def test_many_rows_go_along_their_first_component(v8):
    random = np.random.default_rng(5)
    scores = np.outer(random.normal(size=400), random.normal(size=12)) + 0.01 * random.normal(size=(400, 12))
    left = np.linalg.svd(scores - scores.mean(axis=0), full_matrices=False)[0][:, 0]
    found, expected = seriated(v8, scores), np.argsort(left).tolist()
    place = np.argsort(found), np.argsort(expected)
    assert abs(np.corrcoef(*place)[0, 1]) > 0.9999


def test_it_runs_as_the_order_that_was_given(v8):
    scores = np.arange(6.0)[:, None] + np.zeros((6, 3))
    assert seriated(v8, scores) == [0, 1, 2, 3, 4, 5]
    assert seriated(v8, scores, [5, 4, 3, 2, 1, 0]) == [5, 4, 3, 2, 1, 0]


def test_a_hundred_models_of_five_thousand_samples(v8):
    scores = (np.random.default_rng(6).uniform(size=(100, 5000)) < 0.5) * 1.0
    assert sorted(seriated(v8, scores)) == list(range(100))
    assert sorted(seriated(v8, scores.T)) == list(range(5000))
