"""Scores on tasks: bars, frames, intervals, notes and errors."""

from __future__ import annotations

import math
from inspect import signature
from statistics import NormalDist

import pandas as pd
import pytest
from heatmaps import data, drawn

from inspect_viz._host._figure import draw
from inspect_viz.mark import baseline
from inspect_viz.view import beta, scores_by_task

REACH = NormalDist().inv_cdf(0.975)


def evals(models="ab", tasks="tu", **more):
    rows = [
        {"model": model, "task_name": task, "eval_id": model + task, "score_headline_value": (m + 1) / 4 + t / 8}
        for m, model in enumerate(models)
        for t, task in enumerate(tasks)
    ]
    return pd.DataFrame(rows).assign(**{"score_headline_stderr": 0.1, **more})


def shown(frame=None, *args, **options):
    return scores_by_task(data(evals() if frame is None else frame), *args, **options)


def notes(picture):
    return " ".join(picture.node.remarks)


def bars(picture):
    """Heights of the bars, in units of their frames, by the tips' model and task."""
    plot = drawn(picture).plots[0]
    low, high = plot["y"]["domain"]
    start, end = plot["y"]["range"]
    tall = [abs(bottom - top) for _, top, _, bottom in plot["places"].reshape(-1, 4)]
    told = [[text(own, n) for own in plot["channels"][:2]] for n in range(len(tall))]
    return {tuple(own): height / abs(end - start) * (high - low) for own, height in zip(told, tall, strict=True)}


def text(channel, row):
    lengths = [int(length) for length in channel["texts"]["lengths"]]
    start = sum(lengths[:row])
    return bytes(channel["texts"]["bytes"]).decode()[start : start + lengths[row]]


def column(picture, name, model, task):
    table = picture.node.marks[0].data
    found = table.sql(f"SELECT * FROM data WHERE label = '{model}' AND task_name = '{task}'").column_unique(name)
    return found[0] if found else None


def frames(picture):
    return drawn(picture).group("fx-axis tick label")


def test_bars_are_as_high_as_scores():
    found = bars(shown())
    assert found == pytest.approx({("a", "t"): 0.25, ("a", "u"): 0.375, ("b", "t"): 0.5, ("b", "u"): 0.625}, abs=0.01)
    assert frames(shown()) == ["t", "u"]
    assert drawn(shown()).texts("legend") == ["a", "b"] or {"a", "b"} <= set(drawn(shown()).texts())


def test_intervals_end_at_0_and_1():
    picture = shown(evals(score_headline_stderr=0.2))
    assert (column(picture, "low", "a", "t"), column(picture, "high", "b", "u")) == (0, 1)
    assert column(picture, "high", "a", "t") == pytest.approx(0.25 + REACH * 0.2)
    assert "Lines: 95% confidence intervals." in notes(picture)
    assert "Lines: 50% confidence intervals." in notes(shown(ci=0.5))
    for ci in (None, False):
        assert "intervals" not in notes(shown(ci=ci))
        assert all(mark.kind != "ruleX" for mark in shown(ci=ci).node.marks)


def test_axes_hold_0_and_all_scores():
    assert drawn(shown()).plot["y"]["domain"] == [0, 1]
    low, high = drawn(shown(evals(score_headline_value=[-3.0, 2.0, 8.0, 4.0]))).plot["y"]["domain"]
    assert low <= -3.1
    assert high >= 8.1
    assert drawn(shown(evals(score_headline_value=[3.0, 2.0, 8.0, 4.0]))).plot["y"]["domain"][0] == 0


def test_repeats_stand_side_by_side():
    frame = pd.concat([evals(), evals()[:1].assign(eval_id="again", score_headline_value=0.7)])
    picture = shown(frame)
    assert picture.node.attributes["xDomain"] == ("a", "a #2", "b")
    assert picture.node.attributes["colorDomain"] == ("a", "b")
    found = bars(picture)
    assert (found["a run 1", "t"], found["a run 2", "t"]) == pytest.approx((0.25, 0.7), abs=0.01)
    assert "Repeated evaluations have their own bars." in notes(picture)


def test_gaps_and_missing_values_are_told():
    frame = evals(score_headline_stderr=[0.1, math.nan, 0.0, 0.1], score_headline_value=[0.2, 0.3, 0.4, math.nan])
    picture = shown(frame)
    assert "No score, so not drawn: b, u." in notes(picture)
    assert "Gaps where there is no evaluation with a score: b on u." in notes(picture)
    assert "No interval, as there is no standard error: a, u." in notes(picture)
    assert "No interval, as the standard error is 0: b, t." in notes(picture)
    assert "NaN" not in draw(picture).drawing.svg
    assert "Gaps" not in notes(shown())


def test_scores_of_0_are_seen():
    picture = shown(evals(score_headline_value=0.0, score_headline_stderr=None))
    assert picture.node.marks[1].kind == "tickY"
    assert drawn(picture).root.findall(".//*[@aria-label='tick']/*")


def test_frames_stand_in_rows_where_they_would_be_too_narrow():
    assert frames(shown(evals(tasks=[f"t{n}" for n in range(7)])))
    tasks = [f"task-{n}" for n in range(12)]
    for models in ("ab", [f"m{n}" for n in range(40)]):
        picture = shown(evals(models, tasks), title="Title")
        found = drawn(picture)
        assert found.group("fx-axis tick label") == []
        assert set(tasks) <= set(found.texts())
        assert len(picture.node.attributes["fxDomain"]) in (2, 7)
    tall = [int(shown(evals("ab", tasks[:n])).node.attributes["height"]) for n in (7, 12)]
    assert tall == [432, 390]


def test_many_models_have_colours_of_their_own():
    picture = shown(evals([f"m{n}" for n in range(40)]))
    assert len(set(picture.node.attributes["colorRange"])) == 40
    assert picture.node.attributes["colorDomain"][:3] == ("m0", "m1", "m2")
    assert "colorRange" not in shown(evals([f"m{n}" for n in range(40)]), color_scheme="turbo").node.attributes
    assert "colorRange" not in shown().node.attributes


def test_long_names_of_tasks_are_cut():
    long = [f"the name of this task goes on and on and on {n}" for n in range(3)]
    found = frames(shown(evals(tasks=long)))
    assert len(found) == 3
    assert all("…" in name for name in found)
    assert {task for _, task in bars(shown(evals(tasks=long)))} == set(long)


def test_names_that_would_look_alike_when_cut_have_wider_frames():
    alike = [f"a-task-of-many-{n}-with-one-name" for n in "123456789"]
    assert len(shown(evals(tasks=alike)).node.attributes["fxDomain"]) < 7
    assert len(shown(evals(tasks=list("123456789"))).node.attributes["fxDomain"]) == 7


def test_ordered_categories_keep_their_order():
    frame = evals()
    frame["task_name"] = pd.Categorical(frame["task_name"], ["u", "t"], ordered=True)
    frame["model"] = pd.Categorical(frame["model"], ["b", "a"], ordered=True)
    assert frames(shown(frame)) == ["u", "t"]
    assert shown(frame).node.attributes["xDomain"] == ("b", "a")
    assert frames(shown(evals(tasks=["t10", "t9"]))) == ["t9", "t10"]


def test_tips_tell_all_and_link_to_the_log():
    picture = shown(evals(log_viewer="https://x.org", total_samples=9, score_headline_metric="f1"))
    told = ["Model", "Task", "Score", "95% CI", "Standard error", "Samples", "Metric"]
    assert [own["name"] for own in drawn(picture).plot["channels"]] == told
    assert drawn(picture).plot["links"]["labels"] == ["Log viewer"]
    assert "↑ Score (f1)" in drawn(picture).texts()
    rows = drawn(shown(evals(tasks=[f"t{n}" for n in range(12)]))).plot
    assert [own["name"] for own in rows["channels"]] == told[:5]


def test_many_rows_of_frames_stand_in_the_order_of_their_tasks():
    tasks = [f"t{n}" for n in range(24)]
    plot = drawn(shown(evals("a", tasks), width=240)).plots[0]
    ends = [(bottom, left) for left, _, _, bottom in plot["places"].reshape(-1, 4).tolist()]
    placed = sorted(zip(ends, (text(plot["channels"][1], n) for n in range(24)), strict=True))
    assert len({bottom for bottom, _ in ends}) > 10
    assert [task for _, task in placed] == tasks


def test_one_row_names_and_marks():
    assert bars(shown(evals("a", "t"))) == pytest.approx({("a", "t"): 0.25}, abs=0.01)
    named = evals().assign(task_display_name=["T", "U"] * 2, model_display_name="M")
    assert frames(shown(named)) == ["T", "U"]
    assert "no task" in frames(shown(evals(task_name=["t", None, "t", None])))
    half = shown(marks=baseline(0.5, orientation="y", label="half"), title="Title", score_label="S", legend=None)
    assert {"half", "Title", "↑ S"} <= set(drawn(half).texts())
    assert not half.node.legends
    assert shown(score_label=None).node.attributes["yLabel"] is None


@pytest.mark.parametrize(
    ("options", "error", "said"),
    [
        ({"ci": 0}, ValueError, "ci=0 must be above 0"),
        ({"ci": 1.0}, ValueError, "ci=1.0 must be above 0"),
        ({"task_name": "nope"}, ValueError, "task_name='nope' is not a column.*task_name"),
        ({"model_name": "nope"}, ValueError, "model_name='nope' is not a column"),
        ({"score_value": "nope"}, ValueError, "score_value='nope' is not a column"),
        ({"score_stderr": "model"}, ValueError, "score_stderr='model' has the type VARCHAR"),
        ({"width": -1}, ValueError, "width=-1"),
        ({"height": "x"}, TypeError, "height='x'"),
        ({"score_label": 3}, TypeError, "score_label=3"),
        ({"nonsense": 3}, TypeError, "nonsense"),
    ],
)
def test_wrong_arguments(options, error, said):
    with pytest.raises(error, match=said):
        shown(**options)


def test_wrong_data():
    with pytest.raises(TypeError, match="data must be a Data, not DataFrame"):
        scores_by_task(evals())
    with pytest.raises(ValueError, match="data has no rows"):
        shown(evals()[:0])
    with pytest.raises(ValueError, match="task_name='task_display_name' is not a column, nor is 'task_name'"):
        shown(evals().drop(columns="task_name"))
    with pytest.raises(ValueError, match="holds no finite number"):
        shown(evals(score_headline_value=math.nan))


def test_arguments_stand_in_the_published_order():
    own = "data model_name task_name score_value score_stderr score_label ci title marks width height legend"
    assert list(signature(scores_by_task).parameters)[:12] == own.split()
    assert beta.scores_by_task is scores_by_task
