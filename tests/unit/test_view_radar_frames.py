"""Data frames of radar charts: places of scores on their axes."""

from __future__ import annotations

import math

import pandas as pd
import pytest

from inspect_viz.view import scores_radar_by_metric_df, scores_radar_by_task_df

COLUMNS = ["task_id", "task_name", "model", "log", "metric", "scorer", "value", "value_scaled", "x", "y"]
VALUES = {"b": (0.1, 0.5, 0.9), "a": (0.3, 0.4, 2.0)}


def evals(**more):
    rows = [
        {
            **{"task_id": f"id {task}", "task_name": task, "model": model, "score_headline_name": "scorer"},
            **{"score_headline_metric": "loss" if task == "v" else "acc", "score_headline_value": value},
        }
        for model, values in VALUES.items()
        for task, value in zip("tuv", values, strict=True)
    ]
    return pd.DataFrame(rows).assign(**more)


def metrics(**more):
    rows = {"task_id": "id", "task_name": "t", "model": ["b", "a", "c"], "log": ["1", "2", "3"]}
    scores = {"score_s_acc": [0.1, 0.5, 0.9], "score_s_loss": [1.0, 2, 3], "score_s_f1": [0.2, 0.2, 0.3]}
    return pd.DataFrame({**rows, **scores, "score_other_acc": 7.0}).assign(**more)


def by_task(**options):
    return scores_radar_by_task_df(evals(), **options)


def scaled(frame, model):
    return frame[frame["model"] == model]["value_scaled"].tolist()


def test_outlines_are_closed_and_stand_at_equal_angles():
    found = by_task()
    assert list(found.columns) == COLUMNS
    assert found["model"].tolist() == ["b"] * 4 + ["a"] * 4
    assert found["task_name"].tolist() == ["t", "u", "v", "t"] * 2
    assert (found["log"] == "").all()
    for row, turn in zip(found.itertuples(), [0, 1, 2, 0] * 2, strict=True):
        angle = turn * 2 * math.pi / 3
        assert (row.x, row.y) == pytest.approx((row.value * math.cos(angle), row.value * math.sin(angle)))
    assert by_task(normalization="absolute").equals(found)


def test_the_axes_of_all_models_are_the_same_in_any_order_of_rows():
    found = scores_radar_by_task_df(evals().iloc[[0, 1, 2, 5, 3, 4]])
    assert found.equals(by_task())


def test_logs_are_kept():
    assert scores_radar_by_task_df(evals(log="a.eval"))["log"].unique().tolist() == ["a.eval"]


@pytest.mark.parametrize(
    ("options", "b", "a"),
    [
        ({"invert": ["loss"]}, [0.1, 0.5, 1.1], [0.3, 0.4, 0]),
        ({"invert": ["loss"], "domain": (0, 4)}, [0.1, 0.5, 3.1], [0.3, 0.4, 2]),
        ({"normalization": "min_max"}, [0, 1, 0], [1, 0, 1]),
        ({"normalization": "min_max", "invert": ["loss"]}, [0, 1, 1], [1, 0, 0]),
        ({"normalization": "min_max", "domain": (0, 2)}, [0.05, 0.25, 0.45], [0.15, 0.2, 1]),
        ({"normalization": "min_max", "domain": (-2, 2), "invert": ["loss"]}, [0.525, 0.625, 0.275], [0.575, 0.6, 0]),
        ({"normalization": "percentile"}, [0.5, 1, 0.5], [1, 0.5, 1]),
        ({"normalization": "percentile", "invert": ["loss"]}, [0.5, 1, 1], [1, 0.5, 0.5]),
    ],
)
def test_normalization(options, b, a):
    found = by_task(**options)
    assert scaled(found, "b") == pytest.approx([*b, b[0]])
    assert scaled(found, "a") == pytest.approx([*a, a[0]])
    assert found["value"].tolist() == by_task()["value"].tolist()


def test_models_and_tasks_that_are_named():
    found = by_task(models=["a"], tasks=["v", "t"])
    assert found["model"].unique().tolist() == ["a"]
    assert found["task_name"].tolist() == ["t", "v", "t"]
    assert scaled(by_task(models=["a"], normalization="min_max"), "a") == [0.5] * 4


def test_a_missing_score_has_no_place():
    frame = evals()
    frame.loc[0, "score_headline_value"] = math.nan
    for normalization in ("absolute", "min_max", "percentile"):
        found = scores_radar_by_task_df(frame, normalization=normalization)
        assert found.loc[[0, 3], ["value_scaled", "x", "y"]].isna().all().all()
        assert found.loc[[1, 2, 4, 5, 6, 7], "x"].notna().all()


def test_one_row():
    found = scores_radar_by_task_df(evals()[:1])
    assert found["x"].tolist() == [0.1, 0.1]


def test_metrics_of_a_scorer():
    found = scores_radar_by_metric_df(metrics(), "s")
    assert list(found.columns) == COLUMNS
    assert found["metric"].tolist() == ["acc", "loss", "f1", "acc"] * 3
    assert found["model"].tolist() == [m for m in "bac" for _ in range(4)]
    assert found["scorer"].unique().tolist() == ["s"]
    assert found[found["model"] == "c"]["value"].tolist() == [0.9, 3, 0.3, 0.9]
    named = scores_radar_by_metric_df(metrics(), "s", ["f1", "acc"], normalization="percentile")
    assert scaled(named, "b") == pytest.approx([0.5, 1 / 3, 0.5])
    turned = scores_radar_by_metric_df(metrics(), "s", invert=["loss"])
    assert scaled(turned, "b") == pytest.approx([0.1, 2, 0.2, 0.1])


def dropped(column):
    return evals().drop(columns=column)


@pytest.mark.parametrize(
    ("frame", "options", "error", "said"),
    [
        ([1], {}, TypeError, "data must be a pandas data frame of evaluations, not list"),
        (evals()[:0], {}, ValueError, "data has no rows"),
        (dropped("score_headline_value"), {}, ValueError, "data has no columns 'score_headline_value'"),
        (evals(), {"normalization": "omit"}, ValueError, "normalization='omit' must be one of 'percentile', 'min_max'"),
        (evals(), {"invert": ["los"]}, ValueError, "invert: 'los' is not in 'score_headline_metric'.*loss"),
        (evals(), {"models": ["z"]}, ValueError, "models: 'z' is not in 'model'"),
        (evals(), {"models": []}, ValueError, "leaves nothing to draw"),
        (evals(), {"tasks": "t"}, TypeError, "tasks='t' must be a list of names"),
        (evals(), {"domain": (1, 0)}, ValueError, "must be the lowest and the highest score"),
        (evals(), {"domain": 3}, TypeError, "domain=3 must be two numbers"),
        (evals()[:5], {}, ValueError, "task 'v' has no score of 'a'"),
        (
            pd.concat([evals(), evals()]),
            {},
            ValueError,
            "one row for each model and task; .*'b', 't'",
        ),
        (evals(score_headline_metric=list("abcdef")), {}, ValueError, "task 't' has several headline metrics"),
    ],
)
def test_wrong_frames_of_tasks(frame, options, error, said):
    with pytest.raises(error, match=said):
        scores_radar_by_task_df(frame, **options)


@pytest.mark.parametrize(
    ("frame", "options", "said"),
    [
        (metrics(), {"scorer": "z"}, "scorer='z': it has no metrics: no column starts with 'score_z_'"),
        (metrics(), {"metrics": ["ac"]}, "metrics: 'ac' is not a metric of 's'.*acc"),
        (metrics(), {"invert": ["ac"]}, "invert: 'ac' is not a metric of 's'"),
        (metrics(task_name=["t", "u", "t"]), {}, "data must hold one task; it holds 2"),
        (metrics(model="a"), {}, "one row for each model; there are several of 'a'"),
    ],
)
def test_wrong_frames_of_metrics(frame, options, said):
    with pytest.raises(ValueError, match=said):
        scores_radar_by_metric_df(frame, **{"scorer": "s", **options})
