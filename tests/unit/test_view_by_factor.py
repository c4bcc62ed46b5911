"""Scores with and without a factor: pairs of rows, colours, intervals, notes and errors."""

from __future__ import annotations

import math
from inspect import signature
from statistics import NormalDist

import pandas as pd
import pytest
from heatmaps import data, drawn

from inspect_viz._host._figure import draw
from inspect_viz.mark import baseline
from inspect_viz.plot import legend
from inspect_viz.view import beta, scores_by_factor

LABELS = ("Without", "With")
REACH = NormalDist().inv_cdf(0.975)


def evals(models="abc", **more):
    rows = [
        {"model": model, "hint": hint, "eval_id": f"{model} {hint}", "score_headline_value": (m + 1) / 5 + hint / 10}
        for m, model in enumerate(models)
        for hint in (False, True)
    ]
    return pd.DataFrame(rows).assign(**{"score_headline_stderr": 0.1, **more})


def shown(frame=None, factor="hint", labels=LABELS, **options):
    return scores_by_factor(data(evals() if frame is None else frame), factor, labels, **options)


def notes(picture):
    return " ".join(picture.node.remarks)


def models(picture):
    return drawn(picture).group("fy-axis tick label")


def row(picture, model, factor):
    """Columns of the row of a model with a value of the factor."""
    table = picture.node.marks[-1].data
    found = table.sql(f"SELECT * FROM data WHERE facet = '{model}' AND factor = '{factor}'")
    return {name: (found.column_unique(name) or [None])[0] for name in ("score", "low", "high", "slot")}


def test_models_have_two_rows_and_the_highest_is_at_the_top():
    picture = shown()
    assert models(picture) == ["c", "b", "a"]
    assert picture.node.attributes["yDomain"] == LABELS
    assert row(picture, "a", "Without")["score"] == pytest.approx(0.2)
    assert row(picture, "a", "With")["score"] == pytest.approx(0.3)
    places = drawn(picture).plot["anchors"].reshape(-1, 2)
    assert len({tuple(place) for place in places}) == 6
    assert {*LABELS, "Score →"} <= set(drawn(picture).texts())


@pytest.mark.parametrize("kind", ["int64", "float64", "boolean", "bool"])
def test_a_factor_may_be_0_and_1(kind):
    picture = shown(evals().astype({"hint": kind}))
    assert row(picture, "b", "With")["score"] == pytest.approx(0.5)


def test_intervals_end_at_0_and_1():
    picture = shown(evals(score_headline_stderr=0.2))
    found = row(picture, "c", "With")
    assert (found["low"], found["high"]) == (pytest.approx(0.7 - REACH * 0.2), 1)
    assert "Bands: 95% confidence intervals." in notes(picture)
    assert "Bands: 80% confidence intervals." in notes(shown(ci=0.8))
    for ci in (None, False):
        assert len(shown(ci=ci).node.marks) == 2
        assert "intervals" not in notes(shown(ci=ci))


def test_colours_are_two_tones_or_two_colours():
    assert shown().node.attributes["colorRange"] == ("#3266ae", "#98b2d6")
    assert shown(color="#000").node.attributes["colorRange"] == ("#000", "#808080")
    assert shown(color=("red", "teal")).node.attributes["colorRange"] == ("red", "teal")
    assert shown().node.attributes["colorDomain"] == LABELS
    assert len(shown().node.legends) == 1
    assert not shown(legend=None).node.legends
    assert shown(legend=legend("color", frame_anchor="right")).node.legends[0].options


def test_axes_hold_0_and_all_scores():
    assert drawn(shown()).plot["x"]["domain"] == [0, 1]
    low, high = drawn(shown(evals("a", score_headline_value=[-3.0, 7.0]))).plot["x"]["domain"]
    assert low <= -3.1
    assert high >= 7.1


def test_repeats_have_rows_of_their_own():
    picture = shown(pd.concat([evals(), evals()[:1].assign(eval_id="again", score_headline_value=0.7)]))
    assert picture.node.attributes["yDomain"] == ("Without", "Without #2", "With")
    assert "Repeated evaluations have their own rows." in notes(picture)
    assert models(picture) == ["a", "c", "b"] or models(picture) == ["c", "a", "b"]


def test_tasks_have_pairs_of_their_own():
    picture = shown(pd.concat([evals(task_name="t"), evals(task_name="u", eval_id=list("uvwxyz"))]))
    assert sorted(models(picture)) == [f"{model}, {task}" for model in "abc" for task in "tu"]
    assert "Repeated" not in notes(picture)
    assert picture.node.marks[-1].data.column_unique("label")[0] == "a, t"
    assert models(shown(evals(task_name="t"))) == ["c", "b", "a"]


def test_what_is_missing_is_told():
    frame = evals(
        score_headline_value=[0.2, math.nan, 0.3, 0.4, 0.5, 0.6], score_headline_stderr=[0.1, 0.1, 0.0, None, 0.1, 0.1]
    )
    found = notes(shown(frame))
    assert "No score, so not drawn: a, With." in found
    assert "Nothing to compare with: a (Without)." in found
    assert "No interval, as there is no standard error: b, With." in found
    assert "No interval, as the standard error is 0: b, Without." in found
    assert "NaN" not in draw(shown(frame)).drawing.svg
    without = evals(hint=[True, None, True, False, True, False])
    assert "Not drawn, as the factor is missing: 1 row." in notes(shown(without))


def test_tips_tell_all_and_link_to_the_log():
    frame = evals(log_viewer="https://x.org", completed_samples=20, task_name="t")
    plot = drawn(shown(frame, model_label="System", score_label="Solved")).plot
    told = ["System", "hint", "Task", "Solved", "95% CI", "Standard error", "Samples"]
    assert [own["name"] for own in plot["channels"]] == told
    assert plot["links"]["labels"] == ["Log viewer"]


def test_one_model_many_models_and_long_names():
    assert models(shown(evals("a"))) == ["a"]
    assert len(models(shown(evals([f"m{n}" for n in range(40)], score_headline_value=0.5)))) == 40
    long = "a model with a name that goes on and on and on and on until the picture has no room left"
    found = models(shown(evals([long, "b"]), width=400))
    assert len(found) == 2
    assert "…" in found[1]


def test_labels_and_marks():
    picture = shown(marks=baseline(0.5, label="half"), title="Title", score_label=None)
    assert {"half", "Title"} <= set(drawn(picture).texts())
    assert picture.node.attributes["xLabel"] is None
    assert shown(height=300).node.attributes["height"] == 300


@pytest.mark.parametrize(
    ("options", "error", "said"),
    [
        ({"factor": "nope"}, ValueError, "factor='nope' is not a column.*hint"),
        ({"factor": "model"}, ValueError, "factor='model' has the type VARCHAR; it must hold booleans"),
        ({"factor": "score_headline_value"}, ValueError, "it must hold booleans, or 0 and 1"),
        ({"labels": "No"}, TypeError, "factor_labels='No' must be two texts"),
        ({"labels": ("a", "b", "c")}, TypeError, "must be two texts"),
        ({"labels": ("a", "a")}, ValueError, "must be two different texts"),
        ({"color": "red"}, ValueError, "color='red' must be a colour such as '#3266ae'"),
        ({"color": ("red", "blurple")}, ValueError, "color='blurple' is not a CSS colour"),
        ({"color": 3}, TypeError, "color=3 must be a CSS colour"),
        ({"ci": 0}, ValueError, "ci=0 must be above 0"),
        ({"ci": 1}, ValueError, "ci=1 must be above 0"),
        ({"model": "nope"}, ValueError, "model='nope' is not a column"),
        ({"score_value": "nope"}, ValueError, "score_value='nope' is not a column"),
        ({"score_stderr": "nope"}, ValueError, "score_stderr='nope' is not a column"),
        ({"width": 0}, ValueError, "width=0"),
        ({"nonsense": 3}, TypeError, "nonsense"),
    ],
)
def test_wrong_arguments(options, error, said):
    with pytest.raises(error, match=said):
        shown(**options)


def test_wrong_data():
    with pytest.raises(TypeError, match="data must be a Data, not DataFrame"):
        scores_by_factor(evals(), "hint", LABELS)
    with pytest.raises(ValueError, match="data has no rows"):
        shown(evals()[:0])
    with pytest.raises(ValueError, match="factor='hint' holds no value"):
        shown(evals(hint=None))
    with pytest.raises(ValueError, match="holds no finite number"):
        shown(evals(score_headline_value=math.nan))


def test_arguments_stand_in_the_published_order():
    own = "data factor factor_labels score_value score_stderr score_label model model_label ci color title marks"
    assert list(signature(scores_by_factor).parameters)[:15] == [*own.split(), "width", "height", "legend"]
    assert beta.scores_by_factor is scores_by_factor
