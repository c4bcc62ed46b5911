"""Scores of models: rows, order, intervals, notes and errors."""

from __future__ import annotations

import math
from inspect import signature
from statistics import NormalDist

import pandas as pd
import pytest
from heatmaps import data, drawn

from inspect_viz._host._figure import draw
from inspect_viz.mark import baseline, text
from inspect_viz.plot import legend
from inspect_viz.view import beta, scores_by_model

SCORES = {"b": 0.5, "a": 0.2, "c": 0.9}


def evals(**more):
    rows = [
        {"model": model, "task_name": "t", "eval_id": f"of {model}", "score_headline_value": score}
        for model, score in SCORES.items()
    ]
    return pd.DataFrame(rows).assign(**{"score_headline_stderr": 0.1, **more})


def shown(frame=None, **options):
    return scores_by_model(data(evals() if frame is None else frame), **options)


def names(picture):
    return drawn(picture).group("y-axis tick label")


def notes(picture):
    return " ".join(picture.node.remarks)


def column(picture, name, model):
    table = picture.node.marks[-1].data
    found = table.sql(f"SELECT * FROM data WHERE label = '{model}'").column_unique(name)
    return found[0] if found else None


def test_the_highest_score_is_at_the_top():
    assert names(shown()) == ["c", "b", "a"]
    assert names(shown(sort="desc")) == ["c", "b", "a"]
    assert names(shown(sort="asc")) == ["a", "b", "c"]


def test_scores_that_are_alike_stand_in_the_order_of_their_names():
    assert names(shown(evals(score_headline_value=0.5))) == ["a", "b", "c"]


def test_places_are_those_of_the_scores():
    plot = drawn(shown()).plot
    left, right = plot["x"]["range"]
    assert plot["x"]["domain"] == [0, 1]
    places = dict(zip("abc", plot["anchors"][::2], strict=True))
    assert [(places[model] - left) / (right - left) for model in "bac"] == pytest.approx(
        list(SCORES.values()), abs=0.01
    )


@pytest.mark.parametrize("ci", [0.95, 0.5, True])
def test_intervals_are_normal_and_end_at_0_and_1(ci):
    wanted = 0.95 if ci is True else ci
    reach = NormalDist().inv_cdf(0.5 + wanted / 2) * 0.1
    picture = shown(ci=ci)
    for model, score in SCORES.items():
        low, high = max(0, score - reach), min(1, score + reach)
        assert (column(picture, "low", model), column(picture, "high", model)) == pytest.approx((low, high))
        assert column(picture, "interval", model) == f"{low:.3g} to {high:.3g}"
    assert f"Bands: {wanted * 100:g}% confidence intervals" in notes(picture)
    assert f"{wanted * 100:g}% CI" in picture.node.marks[-1].options["channels"]


@pytest.mark.parametrize("ci", [None, False])
def test_no_intervals(ci):
    picture = shown(ci=ci)
    assert len(picture.node.marks) == 2
    assert "nterval" not in notes(picture)


def test_scores_beyond_0_and_1_have_an_axis_that_holds_them_and_0():
    low, high = drawn(shown(evals(score_headline_value=[-2.0, 3.0, 7.0]))).plot["x"]["domain"]
    assert low <= -2.2
    assert high >= 7.2
    assert drawn(shown(evals(score_headline_value=[3.0, 5.0, 7.0]))).plot["x"]["domain"][0] == 0
    assert column(shown(evals(score_headline_value=[3.0, 5.0, 7.0])), "high", "c") == pytest.approx(7.196, abs=0.001)


def test_what_has_no_standard_error_has_no_interval_and_that_is_told():
    picture = shown(evals(score_headline_stderr=[math.nan, 0.0, 0.1]))
    assert column(picture, "low", "b") is None
    assert "No interval, as there is no standard error: b." in notes(picture)
    assert "No interval, as the standard error is 0: a." in notes(picture)
    assert "NaN" not in draw(picture).drawing.svg
    for frame in (
        evals(score_headline_stderr=None),
        evals(score_headline_stderr=pd.Series([None] * 3, dtype="string")),
    ):
        assert len(shown(frame).node.marks) == 2
    bare = shown(evals().drop(columns="score_headline_stderr"))
    assert "there is no column of standard errors" in notes(bare)


def test_what_has_no_score_is_not_drawn_and_that_is_told():
    picture = shown(evals(score_headline_value=[math.nan, 0.2, math.inf]))
    assert names(picture) == ["a"]
    assert "No score, so not drawn: b, t; c, t." in notes(picture)


def test_scores_may_be_texts_or_booleans():
    assert names(shown(evals(score_headline_value=["0.5", "0.2", "0.9"]))) == ["c", "b", "a"]
    assert names(shown(evals(score_headline_value=[True, False, True]))) == ["b", "c", "a"]


def test_tips_tell_all_and_link_to_the_log():
    picture = shown(
        evals(
            log_viewer="https://x.org", completed_samples=20, score_headline_metric="accuracy", score_headline_name="s"
        )
    )
    told = ["Model", "Task", "Score", "95% CI", "Standard error", "Samples", "Metric", "Scorer", "Log viewer"]
    assert list(picture.node.marks[-1].options["channels"]) == told
    assert drawn(picture).plot["links"]["labels"] == ["Log viewer"]
    assert drawn(picture).plot["along"] == "y"
    assert "Scores: accuracy of s." in notes(picture)


def test_metrics_that_differ_are_told():
    picture = shown(evals(score_headline_metric=["accuracy", "mean", "mean"]))
    assert "Different metrics, which need not compare: accuracy, mean." in notes(picture)
    scorers = shown(evals(score_headline_metric="accuracy", score_headline_name=["s", "t", "s"]))
    assert "Scores: accuracy." in notes(scorers)


def test_labels_color_marks_and_legend():
    picture = shown(
        score_label="S", model_label="M", color="darkred", title="T", marks=[text(x=[0.5], y=["a"], text=["!"])]
    )
    assert {"S →", "M", "T", "!"} <= set(drawn(picture).texts())
    assert picture.node.marks[0].options["stroke"] == "darkred"
    assert len(shown(marks=baseline(0.5, label="half")).node.marks) == 5
    assert shown(legend=legend("color")).node.legends
    assert shown(x_domain=[0, 2]).node.attributes["xDomain"] == (0, 2)
    assert shown().node.attributes["xLabel"] is None


def test_intervals_end_at_0_and_1_for_the_metrics_whose_scores_do():
    own = {"score_headline_name": "match", "score_headline_metric": ["accuracy", "mean", "mean"]}
    picture = shown(evals(model=["a", "b", "c"], score_headline_value=[0.9, 0.9, 7], score_headline_stderr=0.1, **own))
    assert [round(end, 2) for end in picture.node.marks[0].data.column_unique("high")] == [1, 1.1, 7.2]
    low, high = drawn(picture).plot["x"]["domain"]
    assert (low, high >= 7.2) == (0, True)


def test_one_row_and_many_rows():
    assert names(shown(evals()[:1])) == ["b"]
    many = pd.DataFrame({"model": [f"m{n:02}" for n in range(40)], "score_headline_value": [n / 40 for n in range(40)]})
    assert len(names(shown(many))) == 40
    assert drawn(shown(many)).plot["y"]["step"] > 14


def test_long_names_are_cut_and_whole_in_tips():
    long = "a model with a name that goes on and on and on and on until the picture has no room left"
    frame = evals(model=["b", "a", long])
    found = names(shown(frame, width=400))
    assert found[1:] == ["b", "a"]
    assert "…" in found[0]
    assert drawn(shown(frame, width=400)).plot["area"]["width"] > 200
    assert long in draw(shown(frame)).drawing.svg


def test_names_that_would_look_alike_when_cut_have_more_room():
    alike = [f"the-very-same-beginning-of-many-models-{n}-and-the-very-same-end-of-many-models" for n in range(3)]
    found = names(shown(evals(model=alike), width=800))
    assert len(set(found)) == 3
    assert drawn(shown(evals(model=alike), width=800)).plot["area"]["width"] > 250


@pytest.mark.parametrize(
    ("options", "error", "said"),
    [
        ({"ci": 0}, ValueError, "ci=0 must be above 0"),
        ({"ci": 1}, ValueError, "ci=1 must be above 0"),
        ({"ci": "95%"}, TypeError, "ci='95%' must be a number"),
        ({"sort": "down"}, ValueError, "sort='down' must be one of 'asc', 'desc' or None"),
        ({"model_name": "nope"}, ValueError, "model_name='nope' is not a column.*score_headline_value"),
        ({"score_value": "score_headline_valu"}, ValueError, "score_value='score_headline_valu' is not a column"),
        ({"score_value": "model"}, ValueError, "score_value='model' has the type VARCHAR; it must hold numbers"),
        ({"score_stderr": "nope"}, ValueError, "score_stderr='nope' is not a column"),
        ({"color": "blurple"}, ValueError, "color='blurple' is not a CSS colour"),
        ({"color": 3}, TypeError, "color=3 must be a CSS colour"),
        ({"width": 0}, ValueError, "width=0"),
        ({"score_label": 3}, TypeError, "score_label=3"),
        ({"nonsense": 3}, TypeError, "nonsense"),
    ],
)
def test_wrong_arguments(options, error, said):
    with pytest.raises(error, match=said):
        shown(**options)


def test_wrong_data():
    with pytest.raises(TypeError, match="data must be a Data, not DataFrame"):
        scores_by_model(evals())
    with pytest.raises(ValueError, match="data has no rows"):
        shown(evals()[:0])
    with pytest.raises(ValueError, match="score_value='score_headline_value' holds no finite number"):
        shown(evals(score_headline_value=None))
    many = pd.DataFrame({"model": "m", "score_headline_value": [0.5] * 1001})
    with pytest.raises(ValueError, match=r"1,001 rows with a score.*at most 1,000"):
        shown(many)


def test_arguments_stand_in_the_published_order():
    found = signature(scores_by_model).parameters
    assert [name for name, own in found.items() if own.kind is own.POSITIONAL_OR_KEYWORD] == ["data"]
    own = "model_name score_value score_stderr ci sort score_label model_label color title marks width height legend"
    assert list(found)[1:14] == own.split()
    assert beta.scores_by_model is scores_by_model
