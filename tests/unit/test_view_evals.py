"""Which evaluations of a table are drawn, and what they are called."""

from __future__ import annotations

import math
from datetime import datetime

import pandas as pd
import pytest
from heatmaps import data, drawn

from inspect_viz.view import scores_by_model

VALUE = "score_headline_value"


def row(model="m", score=0.5, **more):
    return {"model": model, VALUE: score, "score_headline_stderr": 0.1, **more}


def shown(*rows, **options):
    return scores_by_model(data(pd.DataFrame(rows)), **options)


def names(picture):
    return sorted(drawn(picture).group("y-axis tick label"))


def notes(picture):
    return " ".join(picture.node.remarks)


def test_repeats_have_rows_of_their_own():
    days = [datetime(2026, 11, day) for day in (1, 2)]
    rows = [row(eval_id=f"e{n}", task_name="t", created=day, score=0.5 + n / 10) for n, day in enumerate(days)]
    picture = shown(*rows, row("n", eval_id="x", task_name="t", created=days[0]))
    assert names(picture) == ["m run 1 (2026-11-01)", "m run 2 (2026-11-02)", "n"]
    assert "Repeated evaluations have their own rows." in notes(picture)
    assert names(shown(row(), row(score=0.6))) == ["m run 1", "m run 2"]


def test_settings_tell_evaluations_apart():
    rows = [row(eval_id=str(n), model_generate_config=f'{{"temperature": {n}}}') for n in range(2)]
    assert names(shown(*rows)) == ["m, temperature 0", "m, temperature 1"]


def test_tasks_are_named_where_there_are_several():
    rows = [row(task_name=task, eval_id=model + task, model=model) for task in "tu" for model in "mn"]
    picture = shown(*rows)
    assert names(picture) == ["m, t", "m, u", "n, t", "n, u"]
    assert "Repeated" not in notes(picture)
    assert names(shown(*(each for each in rows if each["task_name"] == "t"))) == ["m", "n"]


def test_of_a_retried_evaluation_the_last_log_with_a_score_counts():
    told = {"task_id": "same", "task_name": "t"}
    first, second, third = (
        row(eval_id=f"e{n}", created=datetime(2026, 11, 1 + n), status=status, score=score, **told)
        for n, (status, score) in enumerate([("error", 0.1), ("success", 0.7), ("error", math.nan)])
    )
    picture = shown(first, second, third)
    assert names(picture) == ["m"]
    assert picture.node.marks[-1].data.column_unique(VALUE) == [0.7]
    assert "Retried, so the last log counts: m, t." in notes(picture)
    assert "No score" not in notes(picture)
    assert "Not finished: m." in notes(shown(first, row("n", eval_id="x", status="success", task_name="t")))


def test_rows_that_say_the_same_count_once():
    picture = shown(row(eval_id="a"), row(eval_id="a"), row(eval_id="a"), row("n", eval_id="b"))
    assert names(picture) == ["m", "n"]
    assert "2 rows repeat an evaluation: drawn once." in notes(picture)


def test_scores_of_one_log_that_differ_have_numbers():
    assert names(shown(row(eval_id="a"), row(eval_id="a", score=0.7))) == ["m #1", "m #2"]


def test_models_of_one_name_are_called_by_both_names():
    rows = [row(model, model_display_name="M", eval_id=model) for model in ("a/m", "b/m")]
    assert names(shown(*rows)) == ["M (a/m)", "M (b/m)"]


def test_models_without_a_name():
    assert names(shown(row(None), row("n"))) == ["n", "no model"]
    assert names(shown(row("raw", model_display_name=None), row("n", model_display_name="N"))) == ["N", "raw"]


def test_columns_of_other_tables_are_never_lost():
    picture = shown({**row(), "label": 1, "score": 2, "low": 3})
    assert names(picture) == ["m"]
    table = picture.node.marks[-1].data
    assert (table.column_unique("label"), table.column_unique("label_")) == ([1], ["m"])


@pytest.mark.parametrize("hostile", ['<b>"m"</b>', "a'; DROP TABLE data; --", "ü\n\t"])
def test_names_are_text(hostile):
    found = names(shown(row(hostile), row("n")))
    assert len(found) == 2
    assert any(hostile[:1] in name for name in found)
