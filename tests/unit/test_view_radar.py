"""Radar charts of tasks and metrics."""

from __future__ import annotations

import math
import xml.etree.ElementTree as ET
from inspect import signature

import pytest
from heatmaps import drawn
from test_view_radar_frames import evals, metrics

from inspect_viz import Data
from inspect_viz._host._figure import draw
from inspect_viz.view import (
    beta,
    scores_radar_by_metric,
    scores_radar_by_metric_df,
    scores_radar_by_task,
    scores_radar_by_task_df,
)
from inspect_viz.view._radar_grid import rings


def radar(frame=None, df=None, **options):
    made = scores_radar_by_task_df(evals() if frame is None else frame, **(df or {}))
    return scores_radar_by_task(Data.from_dataframe(made), **options)


def outline(picture):
    return next(mark for mark in picture.node.marks if "stroke" in mark.options and "fill" in mark.options)


def test_axes_rings_and_models_have_their_names():
    texts = drawn(radar(title="Radar")).texts()
    assert {"Radar", "t", "u", "v", "a", "b", "0.5", "1", "1.5", "2"} <= set(texts)
    assert "Rings: scores" in " ".join(texts)
    scaled = drawn(radar(df={"normalization": "min_max"})).texts()
    assert {"0.25", "0.5", "0.75", "1"} <= set(scaled)
    assert "Rings: scaled scores" in " ".join(scaled)


@pytest.mark.parametrize("options", [{}, {"title": "Title"}, {"margin": 20}, {"width": 250}, {"width": 900}])
def test_the_frame_is_a_square(options):
    picture = radar(**options)
    root = ET.fromstring(draw(picture).drawing.svg)
    paths = [path.get("d") for path in root.iter() if path.tag.endswith("path") and path.get("d", "").count("L") == 3]
    corners = [tuple(map(float, point.split(","))) for point in paths[0].lstrip("M").split("L")[:3]]
    sides = [math.dist(corners[n], corners[n - 1]) for n in range(3)]
    assert sides[0] > 0
    assert sides == pytest.approx([sides[0]] * 3, rel=0.01)


def test_tips_tell_the_score_and_what_it_is_of():
    dots = radar(evals(log="a")).node.marks[-2]
    assert list(dots.options["channels"]) == ["Model", "Score", "Scaled score", "Metric", "Scorer", "Task"]
    assert (len(dots.data), len(outline(radar()).data)) == (6, 8)
    own = radar(channels={"What": "value"}).node.marks[-2]
    assert list(own.options["channels"]) == ["What"]
    linked = scores_radar_by_task_df(evals()).assign(log_viewer="https://x.org", task_display_name="T")
    shown = scores_radar_by_task(Data.from_dataframe(linked)).node.marks[-2]
    assert shown.options["channels"]["Log viewer"].name == "log_viewer"
    assert shown.options["channels"]["Task"].name == "task_display_name"


def test_names_fall_back_and_can_be_others():
    assert outline(radar()).options["stroke"].name == "model"
    named = Data.from_dataframe(scores_radar_by_task_df(evals()).assign(model_display_name="M"))
    assert outline(scores_radar_by_task(named)).options["stroke"].name == "model_display_name"
    assert "acc" in drawn(radar(label="metric")).texts()


def test_long_names_are_shortened_unless_styles_say_otherwise():
    frame = evals().replace("t", "a_name_that_is_far_too_long_for_its_place")
    short = drawn(radar(frame)).texts()
    assert any(text.startswith("a_name") and text.endswith("…") for text in short)
    whole = drawn(radar(frame, label_styles={"line_width": 90})).texts()
    assert "a_name_that_is_far_too_long_for_its_place" in whole


def test_missing_and_negative_scores_are_told():
    frame = evals()
    frame.loc[0, "score_headline_value"] = math.nan
    frame.loc[4, "score_headline_value"] = -1.0
    picture = radar(frame)
    assert picture.node.remarks[:2] == (
        "Gaps where there is no score: b on t",
        "Below 0, so beyond the centre: a on u",
    )
    assert "NaN" not in draw(picture).drawing.svg


@pytest.mark.parametrize("rows", [1, 2, 3])
def test_few_axes_and_one_model(rows):
    assert "NaN" not in draw(radar(evals()[:rows])).drawing.svg


def test_scores_that_are_all_0_or_missing_have_rings_up_to_1():
    for value in (0.0, math.nan):
        assert "0.25" in drawn(radar(evals(score_headline_value=value))).texts()


def test_metrics_and_further_arguments():
    data = Data.from_dataframe(scores_radar_by_metric_df(metrics(), "s"))
    texts = drawn(scores_radar_by_metric(data, title="Metrics", legend=None, width=300)).texts()
    assert {"acc", "loss", "f1", "Metrics", "1", "2", "3"} <= set(texts)
    assert "b" not in texts


def test_rings_are_round():
    assert rings(1.0) == (0.25, 0.5, 0.75, 1.0)
    assert rings(30) == (10, 20, 30)
    assert rings(0.0) == rings(math.nan) == rings(-3) == (0.25, 0.5, 0.75, 1.0)
    for highest in (0.013, 0.7, 2, 9.99, 10, 11, 84, 1234.5, 1e-9):
        found = rings(highest)
        assert 2 <= len(found) <= 5
        assert found[-2] < highest <= found[-1] * (1 + 1e-9)


@pytest.mark.parametrize(
    ("options", "error", "said"),
    [
        ({"model": "nope"}, ValueError, "model='nope' is not a column"),
        ({"label": "nope"}, ValueError, "label='nope' is not a column"),
        ({"width": 0}, ValueError, "width=0 must be a finite number"),
        ({"channels": ["value"]}, TypeError, "channels=.* must be a dict"),
        ({"channels": {"A": "nope"}}, ValueError, "nope"),
        ({"label_styles": {"line_widht": 3}}, ValueError, "label_styles: 'line_widht' is none of.*line_width"),
        ({"height": 300}, TypeError, "height=300 has no place in a radar chart"),
        ({"nonsense": 3}, TypeError, "nonsense"),
        ({"label_styles": 3}, TypeError, "label_styles=3 must be a dict"),
    ],
)
def test_wrong_arguments(options, error, said):
    with pytest.raises(error, match=said):
        radar(**options)


def test_wrong_data():
    with pytest.raises(TypeError, match="data must be a Data, not DataFrame"):
        scores_radar_by_task(scores_radar_by_task_df(evals()))
    made = scores_radar_by_task_df(evals())
    with pytest.raises(ValueError, match="data has no rows"):
        scores_radar_by_task(Data.from_dataframe(made[:0]))
    with pytest.raises(ValueError, match="'value_scaled' is not a column"):
        scores_radar_by_task(Data.from_dataframe(made.drop(columns="value_scaled")))


def test_arguments_stand_in_the_published_order():
    def names(view):
        return [name for name, given in signature(view).parameters.items() if given.kind is given.POSITIONAL_OR_KEYWORD]

    own = "data model label title width channels legend label_styles"
    assert names(scores_radar_by_task) == own.split()
    assert names(scores_radar_by_metric) == ["data", "label"]
    assert names(scores_radar_by_task_df) == ["data", "invert", "models", "tasks", "normalization", "domain"]
    assert names(scores_radar_by_metric_df) == ["data", "scorer", "metrics", "invert", "normalization", "domain"]


def test_both_modules_have_them():
    assert beta.scores_radar_by_task is scores_radar_by_task
    assert beta.scores_radar_by_metric_df is scores_radar_by_metric_df
