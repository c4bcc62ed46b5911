"""Distributions, intervals and tests of the runtime; scipy and statsmodels are the oracles."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import special, stats
from statistics_v8 import mapped
from statsmodels.stats.contingency_tables import mcnemar
from statsmodels.stats.proportion import proportion_confint

POINTS = 10_000
TO = 1e-10


def close(found: np.ndarray, true: np.ndarray, within: float = TO) -> None:
    """Within so much of the true value, relatively, down to the smallest tails that matter."""
    np.testing.assert_allclose(found, true, rtol=within, atol=1e-270)


def random_points() -> np.random.Generator:
    return np.random.default_rng(8)


def test_the_incomplete_beta_is_scipys_at_random_points():
    random = random_points()
    a, b = 10 ** random.uniform(-1, 5, (2, POINTS))
    middle = random.beta(a, b)
    wide = random.uniform(0, 1, POINTS)
    x = np.where(random.uniform(size=POINTS) < 0.5, middle, wide)
    close(mapped("incompleteBeta", x, a, b), special.betainc(a, b, x))


def test_the_beta_quantile_is_scipys_at_random_points():
    random = random_points()
    a, b = 10 ** random.uniform(0, 4, (2, POINTS))
    p = random.uniform(0.001, 0.999, POINTS)
    close(mapped("betaQuantile", p, a, b), special.betaincinv(a, b, p))


def test_students_tails_are_scipys_at_random_points():
    random = random_points()
    df = np.floor(10 ** random.uniform(0, 6, POINTS))
    t = random.normal(size=POINTS) * 10 ** random.uniform(-3, 1, POINTS)
    close(mapped("studentTails", t, df), 2 * stats.t.sf(np.abs(t), df))


def test_students_quantiles_are_scipys_at_random_points():
    random = random_points()
    df = np.floor(10 ** random.uniform(0, 6, POINTS))
    p = 10 ** random.uniform(-6, 0, POINTS) * 0.98
    close(mapped("studentQuantile", p, df), stats.t.isf(p / 2, df))


def test_binomial_tails_are_scipys_at_random_points():
    random = random_points()
    n = np.floor(10 ** random.uniform(0, 5, POINTS))
    p = random.uniform(0, 1, POINTS)
    near = random.binomial(n.astype(int), p)
    anywhere = np.floor(random.uniform(0, 1, POINTS) * (n + 1))
    k = np.where(random.uniform(size=POINTS) < 0.7, near, anywhere)
    close(mapped("binomialTail", k, n, p), stats.binom.cdf(k, n, p))


def test_wilsons_interval_is_statsmodels():
    random = random_points()
    n = random.integers(1, 100_000, POINTS)
    k = np.floor(random.uniform(0, 1, POINTS) * (n + 1))
    low, high = proportion_confint(k, n, method="wilson")
    found = mapped("wilson", k, n)
    np.testing.assert_allclose(found[:, 0], np.where(k == 0, 0, low), atol=1e-12)
    np.testing.assert_allclose(found[:, 1], np.where(k == n, 1, high), atol=1e-12)
    assert mapped("wilson", [7], [10])[0] == pytest.approx([0.3968, 0.8922], abs=5e-5)


def test_exact_limits_are_statsmodels():
    k, n = np.array([(k, n) for n in (1, 2, 7, 40, 1000) for k in {0, 1, n // 3, n - 1, n}]).T
    low, high = proportion_confint(k, n, method="beta")
    np.testing.assert_allclose(mapped("exactLimits", k, n), np.column_stack([low, high]), atol=1e-10)


def test_mcnemars_exact_test_is_statsmodels():
    b, c = np.array([(b, c) for b in (0, 1, 5, 12, 40) for c in (1, 3, 12, 30)]).T
    true = [mcnemar([[0, x], [y, 0]], exact=True).pvalue for x, y in zip(b, c, strict=True)]
    close(mapped("evenOdds", b, c), np.array(true), 1e-9)
    assert mapped("evenOdds", [10], [2])[0] == pytest.approx(0.038574, abs=5e-7)
    assert mapped("evenOdds", [0], [0])[0] == 1
