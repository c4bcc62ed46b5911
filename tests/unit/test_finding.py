"""What a picture shows, in words: who leads, and how sure that is."""

from __future__ import annotations

import re

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats
from statistics_v8 import finding, summary

NAN = np.nan
MINUS = "\u2212"


def row(solved: int, of: int) -> list[float]:
    return [1.0] * solved + [0.0] * (of - solved)


def numbers(text: str) -> list[float]:
    return [float(n) for n in re.findall(r"-?\d+(?:\.\d+)?", text.replace(MINUS, "-").replace("95 %", ""))]


def test_the_lead_is_told_with_its_interval_in_points():
    scores = [row(30, 40), row(10, 40)]
    text = finding(scores, ["Opus", "Gemini"])
    low = 100 * (2 * stats.binomtest(20, 20).proportion_ci().low - 1) / 2
    high = 100 * stats.ttest_rel(*scores).confidence_interval(0.95).high
    assert text.startswith(f"Opus leads Gemini by 50 points (paired 95 % interval {low:.0f} to {high:.0f}).")
    assert text.endswith("10 samples nobody solves, 10 everybody.")
    assert finding(scores[::-1], ["Gemini", "Opus"]) == text


def test_a_lead_that_the_test_does_not_tell_from_none_is_not_claimed():
    text = finding([row(21, 40), row(20, 40)], ["a", "b"])
    assert "leads" not in text
    assert text.startswith("a and b are not separated: a is ahead by 2.5 points (paired 95 % interval ")
    low, high = numbers(text.split("interval")[1])[:2]
    assert low < 0 < high


def test_nobody_is_ahead_by_nothing():
    text = finding([row(20, 40), row(20, 40)[::-1]], ["a", "b"])
    assert "ahead" not in text
    assert text.startswith("a and b are not separated: a difference of 0.00 points (paired 95 % interval ")
    low, high = numbers(text.split("interval")[1])[:2]
    assert low == -high < 0


def test_scores_beyond_0_to_1_are_told_as_they_are():
    random = np.random.default_rng(1)
    base = random.uniform(3, 7, 30)
    scores = [base + 1.5 + random.normal(0, 0.5, 30), base]
    low, high = stats.ttest_rel(*scores).confidence_interval(0.95)
    mean = np.mean(scores[0] - scores[1])
    expected = f"a leads b by {mean:.1f} (paired 95 % interval {low:.1f} to {high:.1f})."
    assert finding(scores, ["a", "b"]) == expected


def test_the_samples_that_both_have_are_named_where_some_lack():
    half = [*row(20, 30), *[NAN] * 30]
    text = finding([row(55, 60), half], ["whole", "half"])
    assert text.startswith("whole leads half by 33 points")
    assert "on the 30 both have, 1.00 to 0.67." in text


def subtract(text: str) -> float:
    """What a reader finds who subtracts the two means that stand after the samples which both have."""
    first, second = numbers(text.split("both have, ")[1])[:2]
    return round(100 * (first - second), 6)


@given(seed=st.integers(0, 999))
def test_means_that_are_told_differ_as_is_told(seed):
    random = np.random.default_rng(seed)
    scores = (random.uniform(size=(2, 300)) < [[0.8], [0.5]]).astype(float)
    scores[0, :40] = NAN
    text = finding(scores)
    told = re.search(r"(?:by|of) ([\d.]+) points", text)[1]
    digits = len(told.partition(".")[2])
    if "both have," in text:
        assert abs(subtract(text) - float(told)) <= 0.51 * 10**-digits


def test_samples_that_some_did_not_try_are_told_beside_those_that_nobody_and_everybody_solves():
    scores = np.array([row(20, 40), row(10, 40), row(20, 40)])
    scores[2, 37:] = NAN
    scores[0, :2] = NAN
    assert "20 samples nobody solves (3 not tried by all), 10 everybody who tried (2 not tried by all)." in finding(
        scores
    )
    scores[2, 37:] = 0
    assert "20 samples nobody solves, 10 everybody who tried (2 not tried by all)." in finding(scores)
    nothing = np.zeros((3, 9))
    nothing[0, 0] = NAN
    assert finding(nothing).endswith("Nobody solves any of the 9 samples (1 not tried by all).")


def test_a_leader_that_is_behind_on_what_both_did_is_not_said_to_lead():
    """By the fit over all models `a` is best, though `b` beats it on the few samples that both have."""
    n = 40
    a, b, c = np.full(n, NAN), np.full(n, NAN), np.zeros(n)
    a[:30], b[20:] = 1, 1
    a[20:30] = [0, 0, 0, 0, 0, 0, 0, 1, 1, 1]
    c[20:] = 1
    found = summary([a, b, c])
    text = finding([a, b, c], ["a", "b", "c"])
    assert found["leader"] == 0
    assert found["lead"]["difference"] < 0
    assert text.startswith("b leads a by 70 points") if found["lead"]["isApart"] else "b is ahead by" in text


def test_an_end_of_the_interval_never_reads_as_zero_where_it_is_not():
    random = np.random.default_rng(7)
    base = random.uniform(0, 1, 400)
    shift = random.normal(0.03, 0.285, 400)
    text = finding([base * 0 + 30 + shift * 10, base * 0 + 30], ["a", "b"])
    low = numbers(text.split("interval")[1])[0]
    assert ("leads" in text) == (low > 0)


@pytest.mark.parametrize(
    ("scores", "text"),
    [
        (
            [row(9, 9)] * 3,
            "m0 and m1 are not separated: they score alike on all 9 samples. Everybody solves all 9 samples.",
        ),
        (
            [row(0, 5)] * 2,
            "m0 and m1 are not separated: they score alike on all 5 samples. Nobody solves any of the 5 samples.",
        ),
        ([[NAN, NAN]], "No sample has a score."),
        ([[7.0, 8.0, 9.0]], "m0 has a mean of 8.0 (95 % interval 5.5 to 10.5)."),
        ([row(7, 10)], "m0 has a mean of 0.70 (95 % interval 0.40 to 0.89)."),
        ([[7.5]], "m0 has a mean of 7.50 (no interval)."),
        ([[1, NAN], [NAN, 1]], "m0 and m1, the best two, have too few samples in common to be compared."),
    ],
)
def test_the_odd_cases_have_words_of_their_own(scores, text):
    assert finding(scores).startswith(text)


def test_a_threshold_is_named():
    scores = [[8, 9, 2, 8], [7, 7, 1, 3]]
    assert finding(scores, threshold=7).endswith("1 sample nobody brings to 7, 2 everybody.")
    assert "nobody" not in finding(scores)


def test_samples_that_nobody_solves_are_those_of_the_block():
    random = np.random.default_rng(3)
    scores = (random.uniform(size=(6, 90)) < random.uniform(-0.4, 1.4, 90)).astype(float)
    scores[random.uniform(size=scores.shape) < 0.1] = NAN
    found = summary(scores)
    order = np.argsort(found["samples"]["adjusted"])
    counts = {"nobody": 0, "everybody": 0}
    for block in summary(scores[:, order])["blocks"]:
        if block["kind"] in counts:
            counts[block["kind"]] += block["count"]
    assert counts["nobody"] > 0
    tried = (~np.isnan(scores)).sum(axis=0) == len(scores)
    mean = np.nanmean(scores, axis=0)
    text = finding(scores)
    some = r"\((\d+) not tried by all\)"
    found = re.search(rf"(\d+) samples nobody solves {some}, (\d+) everybody who tried {some}\.", text)
    nobody, untried, everybody, unsure = map(int, found.groups())
    assert (nobody, everybody) == (counts["nobody"], counts["everybody"])
    assert nobody - untried == (tried & (mean == 0)).sum()
    assert everybody - unsure == (tried & (mean == 1)).sum()


def test_one_sample_is_one():
    assert finding([[1], [1], [1]]).endswith("Everybody solves the one sample.")
    assert finding([[0], [0]]).endswith("Nobody solves the one sample.")
