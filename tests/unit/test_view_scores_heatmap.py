"""Heatmaps of tasks and models."""

from __future__ import annotations

from inspect import signature

import pandas as pd
import pytest
from heatmaps import data, drawn, told

from inspect_viz.view import beta, scores_heatmap

ROWS = [
    {"task_name": task, "model": model, "score_headline_value": value}
    for task, model, value in (
        ("easy", "strong", 0.9),
        ("easy", "weak", 0.6),
        ("hard", "strong", 0.5),
        ("hard", "weak", 0.1),
    )
]


def picture(rows=ROWS, **options):
    return scores_heatmap(data(rows), **options)


def evals(**columns):
    return [{**row, **columns} for row in ROWS]


def test_every_score_stands_in_its_cell():
    shown = drawn(picture())
    frame = pd.DataFrame(ROWS)
    by_pair = frame.set_index(["task_name", "model"]).score_headline_value.to_dict()
    assert shown.values() == by_pair
    assert shown.texts("paint") == ["0.5", "0.9", "0.1", "0.6"]


def test_the_best_model_and_the_easiest_task_stand_at_the_top_right():
    assert (drawn(picture()).x, drawn(picture()).y) == (["hard", "easy"], ["strong", "weak"])
    falling = drawn(picture(sort="descending"))
    assert (falling.x, falling.y) == (["easy", "hard"], ["weak", "strong"])
    upright = drawn(picture(orientation="vertical"))
    assert (upright.x, upright.y) == (["weak", "strong"], ["easy", "hard"])
    assert drawn(picture(sort=None)).x == ["easy", "hard"]


def test_a_task_that_was_not_run_makes_a_model_no_better():
    rows = [row for row in ROWS if (row["task_name"], row["model"]) != ("hard", "weak")]
    rows.append({"task_name": "hard", "model": "middle", "score_headline_value": 0.3})
    rows.append({"task_name": "easy", "model": "middle", "score_headline_value": 0.75})
    # By plain means "strong", 0.7, would stand before "weak", 0.6, and "middle", 0.525, last.
    shown = drawn(picture(rows))
    assert shown.y == ["strong", "middle", "weak"]
    assert shown.states()["hard", "weak"] == "absent"


def test_the_legend_names_the_metric_and_the_note_tells_of_several():
    assert "Score: accuracy" in drawn(picture(evals(score_headline_metric="accuracy"))).texts()
    mixed = evals(score_headline_metric="accuracy")
    mixed[0]["score_headline_metric"] = "f1"
    assert picture(mixed).node.remarks == ("One scale of colours for different metrics: accuracy, f1",)
    assert "Score" in drawn(picture(mixed)).texts()
    assert "Score: own" in drawn(picture(evals(score_own=1), score_value="score_own")).texts()


def test_evaluations_of_one_cell_are_told():
    again = {"task_name": "easy", "model": "weak", "score_headline_value": 0.8}
    made = picture([*ROWS, again])
    assert drawn(made).values()["easy", "weak"] == pytest.approx(0.7)
    assert made.node.remarks == ("1 of 4 cells is the mean of several rows, up to 2",)


def test_of_a_retried_evaluation_the_last_log_counts():
    first = {"eval_id": "e1", "task_id": "t", "log": "a.eval", "created": "2026-01-01", "status": "error"}
    again = {"eval_id": "e2", "task_id": "t", "log": "b.eval", "created": "2026-01-02", "status": "success"}
    rows = [{**ROWS[0], **first, "score_headline_value": 0.1}, {**ROWS[0], **again}]
    made = picture(rows)
    assert drawn(made).values() == {("easy", "strong"): 0.9}
    assert made.node.remarks == ("'b.eval' continues 'a.eval': they count as one run",)


def test_models_that_share_a_name_stand_apart():
    rows = [{**row, "model_display_name": "Same"} for row in ROWS]
    assert drawn(picture(rows)).y == ["Same (strong)", "Same (weak)"]
    rows[0]["model_display_name"] = None
    for row in rows[2:]:
        row["model_display_name"] = row["model"].title()
    assert drawn(picture(rows[0:1] + rows[2:])).y == ["strong", "Strong", "Weak"]


def test_tips_tell_scorer_metric_and_error_and_open_the_log():
    rows = evals(score_headline_name="match", score_headline_metric="accuracy", score_headline_stderr=0.03125)
    rows = [{**row, "log_viewer": f"https://x.org/{n}"} for n, row in enumerate(rows)]
    made = picture(rows)
    assert {name: set(texts) for name, texts in told(made).items()} == {
        "Scorer": {"match"},
        "Metric": {"accuracy"},
        "Standard error": {"0.0312"},
        "links": {f"https://x.org/{n}" for n in range(4)},
    }
    plot = drawn(made).plot
    assert [plot["x"]["name"], plot["y"]["name"], plot["valueName"]] == ["Task", "Model", "Score"]


def test_nothing_is_said_of_samples():
    made = picture(title="Title")
    texts = " ".join(drawn(made).texts()).lower()
    assert "sample" not in texts
    assert "Title" in drawn(made).texts()
    assert "sample" not in str(made.describe())


def test_names_fall_back_and_display_names_come_first():
    named = drawn(picture([{**ROWS[0], "task_display_name": "T", "model_display_name": "M"}]))
    assert (named.x, named.y) == (["T"], ["M"])
    assert drawn(picture(task_name="model", model_name="task_name")).x == ["weak", "strong"]


def test_one_evaluation_and_missing_scores():
    assert drawn(picture(ROWS[:1])).values() == {("easy", "strong"): 0.9}
    rows = [{**ROWS[0]}, {**ROWS[1], "score_headline_value": None}]
    assert drawn(picture(rows)).states() == {("easy", "strong"): "ok", ("easy", "weak"): "unscored"}


def test_many_long_names_have_room():
    rows = [
        {"task_name": f"suite/a_task_with_a_name_{t}", "model": f"provider/a-model-with-a-name-{m}-preview"}
        for t in range(30)
        for m in range(40)
    ]
    rows = [{**row, "score_headline_value": n % 97 / 97} for n, row in enumerate(rows)]
    narrow, wide = drawn(picture(rows)), drawn(picture(rows, width=1300))
    assert narrow.texts("paint") == []
    assert len(wide.texts("paint")) == 1200
    assert len(narrow.group("y-axis tick label")) == 40


@pytest.mark.parametrize(
    ("options", "error", "says"),
    [
        ({"task_name": "tasks"}, ValueError, "task_name='tasks' is not a column"),
        ({"model_name": "task_name"}, ValueError, "task_name and model_name are the same column"),
        ({"score_value": "score"}, ValueError, "score_value='score' is not a column; scores in the data"),
        ({"score_value": None}, TypeError, "score_value=None must be the name of a column"),
        ({"score_value": "model"}, ValueError, "score_value='model' holds texts that are no numbers"),
        ({"rows": pd.DataFrame(ROWS)[:0]}, ValueError, "data has no rows"),
        ({"sort": 3}, TypeError, "sort=3 must be"),
    ],
)
def test_errors_come_at_the_call(options, error, says):
    with pytest.raises(error, match=says):
        picture(**options)


def test_positions_are_those_of_the_published_package():
    names = (
        "data task_name task_label model_name model_label score_value cell tip title marks height width legend sort "
        "orientation"
    )
    found = [name for name, p in signature(scores_heatmap).parameters.items() if p.kind is p.POSITIONAL_OR_KEYWORD]
    assert found == names.split()
    assert beta.scores_heatmap is scores_heatmap
