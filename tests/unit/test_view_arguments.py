"""What callers give to the views of scores and tool calls beside columns: labels, marks, flags and sizes."""

from __future__ import annotations

import datetime

import pandas as pd
import pytest
from heatmaps import drawn

from inspect_viz import Data, Param
from inspect_viz._host._figure import draw
from inspect_viz._spec.nodes import PlotNode
from inspect_viz.mark import baseline, frame
from inspect_viz.view import (
    heatmap,
    sample_tool_calls,
    scores_by_factor,
    scores_by_model,
    scores_by_task,
    scores_heatmap,
    scores_timeline,
)

EVALS = pd.DataFrame(
    {
        "model": ["a", "a", "b", "b"],
        "task_name": ["t", "u"] * 2,
        "hint": [True, False] * 2,
        "sort": [False, True] * 2,
        "order": [1, 2, 3, 4],
        "model_organization_name": ["X", "X", "Y", "Y"],
        "model_release_date": [datetime.date(2025, 1, 1), datetime.date(2025, 3, 1)] * 2,
        "score_headline_value": [0.1, 0.2, 0.3, 0.4],
        "score_headline_stderr": [0.05] * 4,
    }
)
MESSAGES = pd.DataFrame({"id": ["s", "s"], "order": [1, 2], "tool_call_function": ["look", None]})


def by_model(**given):
    return scores_by_model(Data.from_dataframe(EVALS), **given)


def by_task(**given):
    return scores_by_task(Data.from_dataframe(EVALS), **given)


def by_factor(**given):
    return scores_by_factor(Data.from_dataframe(EVALS), **{"factor": "hint", "factor_labels": ("no", "yes"), **given})


def timeline(**given):
    return scores_timeline(Data.from_dataframe(EVALS), **given)


def tool_calls(**given):
    return sample_tool_calls(Data.from_dataframe(MESSAGES), **given)


def matrix(**given):
    return heatmap(Data.from_dataframe(EVALS), **{"x_value": "order", "color_value": "score_headline_value", **given})


def of_tasks(**given):
    return scores_heatmap(Data.from_dataframe(EVALS), **given)


LABELS = [
    *((by_factor, label) for label in ("score_label", "model_label")),
    *((timeline, label) for label in ("time_label", "score_label", "eval_label")),
    *((tool_calls, label) for label in ("x_label", "y_label")),
]
OPTIONAL = [own for own in LABELS if own[1] not in ("model_label", "eval_label")]


def plot_of(picture):
    node = picture.node
    return node if isinstance(node, PlotNode) else next(n for n in node.children() if isinstance(n, PlotNode))


def kinds(picture):
    return [mark.kind for mark in plot_of(picture).marks]


@pytest.mark.parametrize("given", [1, ["a"], Param("a")], ids=repr)
@pytest.mark.parametrize(("view", "label"), LABELS)
def test_labels_that_are_no_text_are_refused_by_their_names(view, label, given):
    with pytest.raises(TypeError, match=rf"^{label}="):
        view(**{label: given})


@pytest.mark.parametrize("given", [None, "", "order", "sort"])
@pytest.mark.parametrize(("view", "label"), OPTIONAL)
def test_any_text_and_none_is_a_label(view, label, given):
    draw(view(**{label: given}))


@pytest.mark.parametrize(("view", "label"), [(by_factor, "model_label"), (timeline, "eval_label")])
def test_headings_cannot_be_none(view, label):
    with pytest.raises(TypeError, match=rf"^{label}=None must be text"):
        view(**{label: None})


def test_factors_and_columns_may_have_names_that_are_words_of_the_grammar():
    assert "Sort" in dict(by_factor(factor="sort").node.marks[-1].options["channels"])
    draw(by_factor(factor="sort"))
    draw(matrix())


@pytest.mark.parametrize("view", [by_model, by_task, by_factor, timeline, tool_calls])
def test_baselines_in_a_list_are_marks(view):
    alone = len(kinds(view()))
    two = view(marks=[baseline(0.2), baseline(0.4), frame()])
    assert kinds(two)[alone:] == ["ruleX", "ruleX", "frame"]
    draw(two)


@pytest.mark.parametrize("view", [matrix, of_tasks])
def test_marks_in_lists_stand_on_heatmaps(view):
    assert kinds(view(marks=[[frame()], frame()]))[1:] == ["frame", "frame"]


@pytest.mark.parametrize("given", [[[1]], [[[frame()]]], 1, "frame"], ids=repr)
def test_what_is_no_mark_is_named(given):
    with pytest.raises(TypeError, match=r"^marks="):
        by_model(marks=given)


@pytest.mark.parametrize("given", [1, "yes", None, Param(True)], ids=repr)
def test_a_regression_is_true_or_false(given):
    with pytest.raises(TypeError, match=r"^regression="):
        timeline(regression=given)


def test_a_timeline_needs_a_column_of_organizations():
    with pytest.raises(TypeError, match=r"^model_organization=None must be the name of a column"):
        timeline(model_organization=None)


@pytest.mark.parametrize("view", [by_model, by_task, by_factor, timeline])
def test_scores_and_their_errors_are_two_columns(view):
    with pytest.raises(ValueError, match="score_value and score_stderr are the same column"):
        view(score_stderr="score_headline_value")


@pytest.mark.parametrize("known", [{"eval_id": ["e", "e", "f", "f"]}, {"log": "x.eval"}, {}])
def test_samples_are_no_evaluations(known):
    samples = Data.from_dataframe(
        EVALS.assign(sample_id=["1", "2", "3", "4"], score_headline_value=[1, 1, 0, 1], **known)
    )
    for view in (scores_by_model, scores_by_task, scores_timeline):
        with pytest.raises(ValueError, match=r"data has several samples \(sample_id\) of one evaluation"):
            view(samples)
    with pytest.raises(ValueError, match="it needs one row for each evaluation"):
        scores_by_factor(samples, "hint", ("no", "yes"))
    alone = EVALS.assign(sample_id=["1", "2", "3", "4"], eval_id=[*"abcd"])
    draw(scores_by_model(Data.from_dataframe(alone)))
    draw(scores_heatmap(samples))


def test_models_tasks_and_factors_are_different_columns():
    with pytest.raises(ValueError, match="model_name and task_name are the same column, 'model'"):
        by_task(task_name="model")
    with pytest.raises(ValueError, match="model and factor are the same column, 'hint'"):
        by_factor(model="hint")


@pytest.mark.parametrize("width", [1, 20, 60, 61])
@pytest.mark.parametrize("view", [by_model, by_task, by_factor, timeline, tool_calls])
def test_pictures_of_any_width_are_drawn(view, width):
    draw(view(width=width))


def test_few_messages_have_a_tick_each_and_none_between():
    assert drawn(tool_calls()).group("x-axis tick label") == ["1", "2"]
    apart = MESSAGES.assign(order=[1.5, 4])
    assert "1.5" in drawn(sample_tool_calls(Data.from_dataframe(apart))).group("x-axis tick label")
    long = Data.from_dataframe(pd.DataFrame({"id": "s", "order": range(90), "tool_call_function": "look"}))
    assert len(drawn(sample_tool_calls(long)).group("x-axis tick label")) < 12


@pytest.mark.parametrize("width", [1, 60, 200])
def test_low_rows_of_tool_calls_leave_room_for_calls(width):
    draw(tool_calls(width=width, height=100, tools=["look"]))
    many = pd.concat([MESSAGES.assign(id=f"a sample with a name of many words {n}", limit="token") for n in range(60)])
    draw(sample_tool_calls(Data.from_dataframe(many), width=width, height=200))
