"""Scores of which lower ones are better. The same scores, negated or turned over, are the oracle."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from heatmaps import data, drawn, graded, heatmap, picture, scores

from inspect_viz.analysis import items, models, paired, reliability, suspects
from inspect_viz.view import sample_compare

RANDOM = np.random.default_rng(11)
EFFECT = RANDOM.normal(size=(13, 1))
HARD = RANDOM.normal(size=40)
LOSSES = pd.DataFrame(
    [
        {"id": f"s{s}", "model": f"m{m}", "epoch": 1, "loss": value, "kind": "ab"[s % 2]}
        for m, row in enumerate((RANDOM.normal(size=(13, 40)) + EFFECT + HARD).round(3))
        for s, value in enumerate(row)
        if (m * 7 + s * 3) % 11
    ]
)
PASSED = LOSSES.assign(loss=(LOSSES["loss"] > 0.2).astype(float))
SCORES = {"losses": LOSSES, "failures": PASSED}
TURNS = {"losses": 0.0, "failures": 1.0}


def both(name, **options):
    """The picture of scores of which lower ones are better, and that of the same turned over."""
    rows, at = SCORES[name], TURNS[name]
    low = picture(rows, score_value="loss", higher_is_better=False, **options)
    turned = {**options, **({"threshold": at - options["threshold"]} if "threshold" in options else {})}
    return low, picture(rows.assign(loss=at - rows["loss"]), score_value="loss", **turned), at


@pytest.mark.parametrize("name", SCORES)
@pytest.mark.parametrize(
    "options",
    [
        {},
        {"threshold": 0.5},
        {"orientation": "vertical"},
        {"sort": "descending"},
        {"sort": "disagreement"},
        {"sort": "discrimination"},
        {"group": "kind"},
        {"group": "kind", "level": "groups"},
    ],
)
def test_order_blocks_and_ties_are_those_of_scores_turned_over(name, options):
    low, high, at = both(name, **options)
    assert (low.x, low.y) == (high.x, high.y)
    np.testing.assert_allclose(at - low.plot["values"], high.plot["values"], atol=1e-12)
    ties = [[row["isTied"] for row in found.plot["margin"]["rows"]] for found in (low, high)]
    assert ties[0] == ties[1]
    parts = [[(b["from"], b["to"], b["kind"]) for b in found.plot["beside"]["blocks"]] for found in (low, high)]
    assert parts[0] == parts[1]
    assert low.plot["x"].get("gaps") == high.plot["x"].get("gaps")
    if "standing" in high.plot:
        assert list(low.plot["standing"]["steps"]) == list(high.plot["standing"]["steps"])


@pytest.mark.parametrize("name", SCORES)
def test_means_and_intervals_are_those_of_the_scores_as_they_are(name):
    low, high, at = both(name)
    for mine, theirs in zip(low.plot["margin"]["rows"], high.plot["margin"]["rows"], strict=True):
        assert float(mine["mean"].replace("\u2212", "-")) == pytest.approx(
            at - float(theirs["mean"].replace("\u2212", "-")), abs=1e-9
        )
    own = LOSSES if name == "losses" else PASSED
    first = own[own["model"] == low.y[0]]["loss"].mean()
    assert float(low.plot["margin"]["rows"][0]["mean"].replace("\u2212", "-")) == pytest.approx(first, abs=0.006)
    assert "lower scores are better" in " ".join(low.texts("footer"))
    assert low.texts("subtitle")[0].split(" by ")[0] == high.texts("subtitle")[0].split(" by ")[0]


def test_means_are_rounded_as_if_they_had_not_been_turned():
    table = scores({"a": {"p": 0.2805}, "b": {"p": 0.9}})
    low = picture(table, higher_is_better=False)
    assert [row["mean"] for row in low.plot["margin"]["rows"]] == [
        row["mean"] for row in picture(table).plot["margin"]["rows"][::-1]
    ]


def test_strips_show_who_solves_and_what_means_are():
    low, high, _ = both("failures")
    np.testing.assert_allclose(low.plot["beside"]["shares"], high.plot["beside"]["shares"], atol=1e-12)
    grades = picture(LOSSES, score_value="loss", higher_is_better=False).plot["beside"]
    means = LOSSES.groupby("id")["loss"].mean()
    assert grades["name"] == "mean"
    at = picture(LOSSES, score_value="loss", higher_is_better=False).x
    order = np.array([means[name] for name in at])
    assert np.corrcoef(grades["shares"], order)[0, 1] == pytest.approx(1)


def test_blocks_of_grades_say_their_means_as_they_are():
    low = picture(LOSSES, score_value="loss", higher_is_better=False)
    labels = [block["label"] for block in low.plot["beside"]["blocks"]]
    assert len(labels) == 4
    assert "\u2212" not in labels[0]
    assert labels[-1].startswith("\u2212")


def color(found, value):
    """The colour of the cell with this value, as red, green and blue."""
    rgb = np.asarray(found.plot["color"]["rgb"]).reshape(-1, 3)
    low, high = found.plot["color"]["low"], found.plot["color"]["high"]
    return tuple(rgb[round((value - low) / (high - low) * (len(rgb) - 1))])


def test_good_scores_are_pale():
    table = scores({"a": {"p": 0.0, "q": 1.0}, "b": {"p": 0.0, "q": 0.0}})
    low, high = picture(table, higher_is_better=False), picture(table)
    assert color(low, 0) == color(high, 1)
    assert color(low, 1) == color(high, 0)
    said = [text.replace("\u00a0", " ") for text in low.texts()]
    assert "pass 75 %" in said
    assert "fail 25 %" in said


def test_a_sample_is_solved_by_scores_up_to_the_threshold():
    table = scores({m: {"easy": 1, "mixed": 2 + 3 * (m == "b"), "hard": 9} for m in "abc"})
    found = picture(table, higher_is_better=False, threshold=2)
    assert found.x == ["hard", "mixed", "easy"]
    assert [(b["kind"], b["label"]) for b in found.plot["beside"]["blocks"]] == [
        ("nobody", "nobody"),
        ("most", "2 of 3"),
        ("everybody", "everybody"),
    ]
    assert (found.plot["standing"]["threshold"], found.plot["isLower"]) == (2, True)
    assert "1 sample nobody brings to 2, 1 everybody." in " ".join(found.texts("subtitle"))


def test_worst_best_and_passing_epochs():
    rows = [{"id": "s", "model": "m", "epoch": e, "loss": v} for e, v in enumerate([0.0, 0.5, 2.0])]

    def value(epochs, **options):
        found = heatmap(rows, score_value="loss", higher_is_better=False, epochs=epochs, **options)
        return drawn(found).values()["s", "m"]

    assert (value("worst"), value("best"), value("mean")) == (2, 0, pytest.approx(2.5 / 3))
    assert value("pass@1", threshold=0.5) == pytest.approx(2 / 3)
    assert value("pass^2", threshold=0.5) == pytest.approx(1 / 3)
    chance = heatmap(rows, score_value="loss", higher_is_better=False, epochs="pass@1")
    assert "isLower" not in drawn(chance).plot, "a higher chance to pass is better"


@pytest.mark.parametrize("name", SCORES)
def test_tables_are_those_of_scores_turned_over(name):
    rows, at = SCORES[name], TURNS[name]
    mine, theirs = data(rows), data(rows.assign(loss=at - rows["loss"]))
    options = {"score_value": "loss"}
    turned, swapped = {"mean", "adjusted"}, {"low", "high"}
    for table in (items, models):
        own = table(mine, higher_is_better=False, **options).to_pandas()
        other = table(theirs, **options).to_pandas()
        for column in own.columns:
            expected = other[column]
            if column in turned:
                expected = at - expected
            elif table is models and column in swapped:
                expected = at - other[(swapped - {column}).pop()]
            elif column == "block" and name == "losses":
                continue
            if not pd.api.types.is_numeric_dtype(expected):
                assert list(own[column]) == list(expected), column
            else:
                np.testing.assert_allclose(own[column].astype(float), expected.astype(float), atol=1e-9, err_msg=column)
    pairs = [
        paired(d, **options, **more).to_pandas() for d, more in ((mine, {"higher_is_better": False}), (theirs, {}))
    ]
    for column in pairs[0].columns:
        if not pd.api.types.is_numeric_dtype(pairs[0][column]):
            assert list(pairs[0][column]) == list(pairs[1][column])
        else:
            np.testing.assert_allclose(pairs[0][column], pairs[1][column], atol=1e-9, err_msg=column)
    alpha = reliability(mine, higher_is_better=False, **options), reliability(theirs, **options)
    assert alpha[0].separating == alpha[1].separating
    found = suspects(mine, higher_is_better=False, **options), suspects(theirs, **options)
    assert found[0]["id"].to_pylist() == found[1]["id"].to_pylist()
    assert found[0]["failing"].to_pylist() == found[1]["failing"].to_pylist()


def test_losses_against_plain_numbers():
    """Wins, and the best model, by pandas."""
    own = models(data(LOSSES), score_value="loss", higher_is_better=False).to_pandas()
    assert list(own["adjusted"]) == sorted(own["adjusted"])
    table = LOSSES.pivot(index="id", columns="model", values="loss")
    for row in paired(data(LOSSES), score_value="loss", higher_is_better=False).to_pylist()[:20]:
        a, b = table[row["a"]], table[row["b"]]
        assert row["wins"] == (a < b).sum()
        assert row["difference"] == pytest.approx((b - a).mean(), abs=1e-9)


def test_two_models_are_compared_by_who_has_less():
    found = drawn(sample_compare(data(LOSSES), "m0", "m1", score_value="loss", higher_is_better=False))
    table = LOSSES.pivot(index="id", columns="model", values="loss")
    better = (table["m0"] < table["m1"]).sum()
    assert f"m0 better on {better}" in " ".join(found.texts("subtitle"))


def test_a_model_by_whose_scores_samples_stand_has_them_rising():
    found = picture(LOSSES, score_value="loss", higher_is_better=False, sort="m3")
    own = LOSSES[LOSSES["model"] == "m3"].set_index("id")["loss"]
    known = [own[name] for name in found.x if name in own]
    assert known == sorted(known)


def test_pictures_that_do_not_ask_say_nothing_of_it():
    found = picture(graded(3, 5))
    assert "isLower" not in found.plot
    assert "better" not in " ".join(found.texts())


def test_what_is_no_answer_says_so_at_the_call():
    with pytest.raises(TypeError, match="higher_is_better='no' must be True or False"):
        heatmap(graded(2, 2), higher_is_better="no")
    with pytest.raises(TypeError, match="higher_is_better=None must be True or False"):
        items(data(graded(2, 2)), higher_is_better=None)
