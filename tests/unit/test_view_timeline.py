"""Scores over release dates: dots, intervals, names, inputs and notes."""

from __future__ import annotations

import math
import xml.etree.ElementTree as ET
from datetime import date
from inspect import signature
from statistics import NormalDist

import pandas as pd
import pytest
from heatmaps import SVG, drawn

from inspect_viz import Data
from inspect_viz._host._figure import draw
from inspect_viz._spec.nodes import InputNode, PlotNode
from inspect_viz._sql import name
from inspect_viz._sql import select as question
from inspect_viz.mark import baseline
from inspect_viz.view import beta, scores_timeline

MODELS = {
    "a": ("X", "2024-01-10", 0.3),
    "b": ("Y", "2024-06-01", 0.6),
    "c": ("X", "2025-02-01", 0.5),
    "d": ("Z", "2025-03-01", 0.8),
}


def frame(tasks=("t",), **more):
    rows = [
        {
            "task_name": task,
            "model": model,
            "model_organization_name": of,
            "model_release_date": date.fromisoformat(day),
            "score_headline_name": "includes",
            "score_headline_metric": "accuracy",
            "score_headline_value": score - 0.1 * n,
            "score_headline_stderr": 0.05,
        }
        for n, task in enumerate(tasks)
        for model, (of, day, score) in MODELS.items()
    ]
    return pd.DataFrame(rows).assign(**more)


def view(df=None, **options):
    return scores_timeline(Data.from_dataframe(frame() if df is None else df), **options)


def plot_of(picture):
    """The plot among the inputs."""
    node = picture.node
    return node if isinstance(node, PlotNode) else next(n for n in node.children() if isinstance(n, PlotNode))


def inputs(picture):
    return [node.input for node in picture.node.children() if isinstance(node, InputNode)]


def marks(picture):
    return {mark.kind: mark for mark in plot_of(picture).marks}


def rows(picture, *columns):
    names = [name(column) for column in columns]
    asked = question(*names, source="data").ordered(*names)
    return [tuple(row) for row in marks(picture)["dot"].data.reader.ask(asked)]


def texts(picture, label="text"):
    """The texts of a mark or an axis."""
    root = ET.fromstring(draw(picture).drawing.svg)
    groups = [group for group in root.iter(f"{SVG}g") if group.get("aria-label") == label]
    return ["".join(text.itertext()) for group in groups for text in group.iter(f"{SVG}text")]


def dots(picture):
    root = ET.fromstring(draw(picture).drawing.svg)
    return [shape for group in root.iter(f"{SVG}g") if group.get("aria-label") == "dot" for shape in group]


def test_a_dot_for_each_model_at_its_date_with_its_interval():
    picture = view()
    reach = 0.05 * NormalDist().inv_cdf(0.975)
    expected = frame()[["model", "model_release_date", "score_headline_value"]].itertuples(index=False)
    found = rows(picture, "label", "released", "score", "low", "high")
    assert [row[:3] for row in found] == [tuple(row) for row in expected]
    assert [row[3:] for row in found] == [pytest.approx((row[2] - reach, row[2] + reach)) for row in found]
    assert len(dots(picture)) == 4
    assert plot_of(picture).attributes["yDomain"] == (0, 1)
    assert {"X", "Y", "Z", "Organizations", "Release Date →", "↑ Score"} <= set(drawn(picture).texts())


def test_the_best_so_far_have_names():
    assert texts(view()) == ["a", "b", "d"]
    assert texts(view(frame(score_headline_value=[0.3, 0.3, 0.2, 0.3]))) == ["a", "b", "d"]
    assert texts(view(organizations=["X"])) == ["a", "c"]
    assert texts(view(frame(("t", "u")), filters=False)) == ["a", "b", "d"] * 2


def test_intervals_follow_ci_and_end_at_0_and_1():
    wide = view(frame(score_headline_stderr=9.0), ci=0.9)
    assert rows(wide, "low", "high")[0] == (0, 1)
    assert "Vertical lines: 90% confidence intervals." in plot_of(wide).remarks
    for none in (None, False):
        assert "ruleX" not in marks(view(ci=none))
    assert rows(view(ci=True), "low") == rows(view(), "low") == rows(view(ci=0.95), "low")
    bare = view(frame().drop(columns="score_headline_stderr"))
    assert "ruleX" not in marks(bare)
    assert "No intervals: there is no column of standard errors." in plot_of(bare).remarks


def test_inputs_choose_evals_and_organizations():
    several = frame(("t", "u"))
    assert inputs(view(several)) == ["menu", "checkboxGroup"]
    assert len(dots(view(several))) == 4
    assert len(dots(view(several, filters=False))) == 8
    assert inputs(view(several, filters=["task"])) == ["menu"]
    assert inputs(view()) == ["checkboxGroup"]
    assert isinstance(view(organizations=["X"]).node, PlotNode)
    assert isinstance(view(filters=[]).node, PlotNode)
    assert {"Task", "t"} <= set(drawn(view(several, eval_label="Task")).texts())


def test_evals_have_symbols_as_far_as_there_are_some():
    picture = view(frame(("t", "u")), filters=False)
    assert plot_of(picture).attributes["symbolDomain"] == ("t", "u")
    assert {"Eval", "t", "u"} <= set(drawn(picture).texts())
    many = view(frame([f"t{n}" for n in range(8)], score_headline_value=0.5), filters=False)
    assert "symbol" not in marks(many)["dot"].options
    assert "More evals than symbols: 8, which tips tell apart." in plot_of(many).remarks


def test_organizations_are_picked_and_ordered():
    picture = view(organizations=["Z", "X", "W"])
    assert plot_of(picture).attributes["colorDomain"] == ("Z", "X", "W")
    assert len(dots(picture)) == 3
    assert "Not drawn: Y." in plot_of(picture).remarks


def test_many_and_unknown_organizations_can_be_told_apart():
    of = [f"O{n:02}" for n in range(15)]
    many = pd.concat(
        [
            frame(model=m, model_organization_name=o, score_headline_value=n / 20)[:1]
            for n, (m, o) in enumerate(zip(of, of, strict=True))
        ]
    )
    picture = view(many)
    assert plot_of(picture).attributes["colorDomain"] == (*of[:9], "Others")
    assert "Others: O09, O10, O11 and 3 more." in plot_of(picture).remarks
    assert plot_of(view(frame(model_organization_name=["O10", "o9", None, "O1"]))).attributes["colorDomain"] == (
        ("O1", "o9", "O10", "Unknown")
    )
    unknown = view(frame(model_organization_name=["X", None, "", "Z"]))
    assert plot_of(unknown).attributes["colorDomain"] == ("X", "Z", "Unknown")
    assert len(dots(unknown)) == 4


def test_missing_dates_and_scores_are_told():
    lacking = frame()
    lacking.loc[0, "model_release_date"] = None
    lacking.loc[1, "score_headline_value"] = math.nan
    lacking.loc[2, "score_headline_stderr"] = math.nan
    remarks = plot_of(view(lacking)).remarks
    assert "No release date, so not drawn: a." in remarks
    assert "No score, so not drawn: b, t." in remarks
    assert "No interval, as there is no standard error: c, t." in remarks
    assert "NaN" not in draw(view(lacking)).drawing.svg


@pytest.mark.parametrize("kind", ["text", "times", "zones"])
def test_dates_may_be_texts_or_times(kind):
    days = [date.fromisoformat(day) for _, day, _ in MODELS.values()]
    given = {
        "text": [day.isoformat() for day in days],
        "times": pd.to_datetime(pd.Series(days)),
        "zones": pd.to_datetime(pd.Series(days), utc=True),
    }
    assert rows(view(frame(model_release_date=given[kind])), "released") == [(day,) for day in days]


def test_several_evaluations_of_one_model_have_dots_of_their_own():
    again = frame(score_headline_value=0.45)[:1].assign(log="second.eval")
    picture = view(pd.concat([frame(log=[f"{n}.eval" for n in range(4)]), again]))
    assert len(dots(picture)) == 5
    assert "Repeated evaluations have their own dots." in plot_of(picture).remarks


def test_lines_of_regression_stand_for_one_eval_each():
    picture = view(frame(("t", "u")), regression=True, filters=False)
    line = marks(picture)["regressionY"]
    assert (line.options["z"].name, line.options["ci"]) == ("task_name", 0.95)
    assert "Grey lines: least squares over the dates with 95% bands." in plot_of(picture).remarks
    bare = view(regression=True, ci=None)
    assert marks(bare)["regressionY"].options["ci"] == 0
    assert "Grey lines: least squares over the dates." in plot_of(bare).remarks
    assert "NaN" not in draw(view(frame()[:1], regression=True)).drawing.svg


@pytest.mark.parametrize("of", [{}, {"task_name": None}])
def test_a_note_tells_of_lines_only_where_there_are_some(of):
    many, one = (view(data, regression=True, **of) for data in (frame(("t", "u")), frame(("t", "u"))[::4]))
    assert "Grey lines: least squares over the dates with 95% bands." in plot_of(many).remarks
    assert "No line, as no eval has two dates." in plot_of(one).remarks
    assert not any("Grey" in told for told in plot_of(one).remarks)


def test_other_scores_sizes_and_labels():
    points = frame(score_headline_value=[30.0, -5, 20, 42], score_headline_stderr=1.0)
    picture = view(
        points,
        title="Points",
        width=500,
        height=300,
        time_label=None,
        score_label="P",
        marks=baseline(10, orientation="y"),
    )
    low, high = plot_of(picture).attributes["yDomain"]
    assert (low, high) == pytest.approx((-5 - NormalDist().inv_cdf(0.975), 42 + NormalDist().inv_cdf(0.975)))
    assert {"Points", "↑ P"} <= set(drawn(picture).texts())
    assert "Release Date →" not in drawn(picture).texts()
    assert plot_of(view(legend=None)).legends == ()
    assert plot_of(view(frame()[:1])).attributes["xDomain"] == ("2023-12-26", "2024-01-25")


def test_tips_tell_all_facts():
    picture = view(frame(log_viewer="https://x.org"))
    told = marks(picture)["dot"].options["channels"]
    heads = ["Organization", "Model", "Release Date", "Eval", "Score", "95% CI", "Standard error", "Metric", "Scorer"]
    assert list(told) == [*heads, "Log viewer"]
    own = view(frame(grader="g"), score_name="grader")
    assert marks(own)["dot"].options["channels"]["Scorer"].name == "score_headline_name"


@pytest.mark.parametrize(
    ("options", "error", "said"),
    [
        ({"task_name": "nope"}, ValueError, "task_name='nope' is not a column"),
        ({"model_name": "nope"}, ValueError, "model_name='nope' is not a column"),
        ({"model_organization": "nope"}, ValueError, "model_organization='nope' is not a column"),
        ({"model_release_date": "nope"}, ValueError, "model_release_date='nope' is not a column"),
        ({"model_release_date": "model"}, ValueError, "model_release_date='model' holds 'a'; it must hold dates"),
        ({"model_release_date": "score_headline_value"}, ValueError, "has the type DOUBLE; it must hold dates"),
        ({"score_name": "nope"}, ValueError, "score_name='nope' is not a column"),
        ({"score_value": "model"}, ValueError, "score_value='model' has the type VARCHAR"),
        ({"score_stderr": "nope"}, ValueError, "score_stderr='nope' is not a column"),
        ({"organizations": ["x"]}, ValueError, "none of these is among 'X', 'Y', 'Z'. Did you mean 'X'"),
        ({"organizations": "X"}, TypeError, "organizations='X' must be a list of names"),
        ({"filters": "task"}, TypeError, "filters='task' must be True, False or a list"),
        ({"filters": ["tasks"]}, ValueError, "filters: 'tasks' is none of 'task', 'organization'. Did you mean 'task'"),
        ({"regression": "yes"}, TypeError, "regression='yes'"),
        ({"ci": 0}, ValueError, "ci=0 must be above 0"),
        ({"ci": 1}, ValueError, "ci=1 must be above 0 and below 1"),
        ({"width": 0}, ValueError, "width=0"),
    ],
)
def test_wrong_arguments(options, error, said):
    with pytest.raises(error, match=said):
        view(**options)


def test_wrong_data():
    with pytest.raises(TypeError, match="data must be a Data, not DataFrame"):
        scores_timeline(frame())
    with pytest.raises(ValueError, match="data has no rows"):
        view(frame()[:0])
    with pytest.raises(ValueError, match="model_release_date='model_release_date' has no dates"):
        view(frame(model_release_date=None))
    with pytest.raises(ValueError, match=r"'model_organization_name' is not a column .*model_info adds it"):
        view(frame().drop(columns="model_organization_name"))


def test_arguments_stand_in_the_published_order():
    given = signature(scores_timeline).parameters.values()
    own = (
        "data task_name model_name model_organization model_release_date score_name score_value score_stderr"
        " organizations filters ci time_label score_label eval_label title marks width height regression legend"
    )
    assert [one.name for one in given if one.kind is one.POSITIONAL_OR_KEYWORD] == own.split()
    assert beta.scores_timeline is scores_timeline
