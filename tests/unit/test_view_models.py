"""Models that only look alike are kept apart; tasks that share samples are named."""

from __future__ import annotations

import warnings

import pytest
from heatmaps import data, heatmap, picture

from inspect_viz.analysis import items
from inspect_viz.view import sample_heatmap


def run(
    sample: str, score: float | None, *, shown: str | None = "A", model: str = "p/a", **more: object
) -> dict[str, object]:
    return {"id": sample, "model_display_name": shown, "model": model, "score_s": score, **more}


def test_two_models_with_one_display_name_are_kept_apart():
    rows = [run("s", 0.2), run("t", 0.4), run("s", 0.8, model="q/a"), run("s", 0.5, shown="B", model="p/b")]
    assert picture(rows).values() == {
        ("s", "A (p/a)"): 0.2,
        ("t", "A (p/a)"): 0.4,
        ("s", "A (q/a)"): 0.8,
        ("t", "A (q/a)"): None,
        ("s", "B"): 0.5,
        ("t", "B"): None,
    }


@pytest.mark.parametrize("column", ["eval_id", "log"])
def test_a_model_that_ran_twice_is_two_rows(column):
    rows = [
        run("s", 0.2, **{column: "one"}),
        run("s", 0.8, **{column: "two"}),
        run("s", 0.5, shown="B", model="b", **{column: "x"}),
    ]
    found = picture(rows, sort=None)
    assert found.y == ["A run 1", "A run 2", "B"]
    assert found.values() == {("s", "A run 1"): 0.2, ("s", "A run 2"): 0.8, ("s", "B"): 0.5}


def test_runs_of_two_models_with_one_name():
    rows = [run("s", i / 10, model=m, eval_id=f"{m}{k}") for i, (m, k) in enumerate([("p", 1), ("p", 2), ("q", 1)])]
    assert picture(rows, sort=None).y == ["A (p) run 1", "A (p) run 2", "A (q)"]


def test_epochs_of_one_run_are_one_row():
    rows = [run("s", 0.0, eval_id="one", epoch=1), run("s", 1.0, eval_id="one", epoch=2)]
    assert picture(rows).values() == {("s", "A"): 0.5}


def test_epochs_of_a_sample_in_several_logs_of_several_tasks_are_one_row():
    rows = [run("s", 0.0, eval_id="one", task_name="x"), run("t", 1.0, eval_id="two", task_name="y")]
    assert picture(rows).y == ["A"]


def test_runs_that_share_no_sample_are_one_row():
    rows = [run("s", 0.0, eval_id="one"), run("t", 1.0, eval_id="two")]
    assert picture(rows).values() == {("s", "A"): 0.0, ("t", "A"): 1.0}


def test_the_raw_name_stands_in_for_a_missing_display_name():
    rows = [run("s", 0.1, shown=None, model="p/none"), run("s", 0.2, shown="", model="p/empty"), run("s", 0.3)]
    assert picture(rows, sort=None).y == ["p/none", "p/empty", "A"]


def test_without_a_display_column_the_raw_one_is_used():
    rows = [{"id": "s", "model": "p/a", "score_s": 1.0}]
    found = picture(rows)
    assert found.y == ["p/a"]
    assert found.plot["y"]["name"] == "model"


def test_a_column_that_the_caller_named_is_taken_at_its_word():
    rows = [run("s", 0.0, eval_id="one", nick="n"), run("s", 1.0, eval_id="two", nick="n", model="q/a")]
    assert picture(rows, model_name="nick").values() == {("s", "n"): 0.5}


def test_models_without_any_name_get_a_row():
    rows = [{"id": "s", "model": None, "score_s": 0.5}, {"id": "s", "model": "m", "score_s": 1.0}]
    assert sorted(picture(rows).y) == ["(null)", "m"]
    assert sorted(picture([run("s", 0.5, shown=None, model=None), run("s", 1.0)]).y) == ["(null)", "A"]


def test_a_name_that_looks_like_none_stays_apart_from_none():
    rows = [{"id": i, "model": "m", "score_s": s} for i, s in (("(null)", 0.25), (None, 0.75), ("", 0.5))]
    found = picture(rows, sort=None)
    assert sorted(found.plot["values"]) == [0.25, 0.5, 0.75]
    assert len(found.x) == 3


def test_names_that_hold_quotes_are_kept_apart():
    rows = [run("s", 0.1, shown="it's", model="a'b"), run("s", 0.9, shown="it's", model='c"d')]
    assert picture(rows, sort=None).y == ["it's (a'b)", "it's (c\"d)"]


def test_links_and_other_columns_never_change_the_grouping():
    rows = [run("s", 0.0, log_viewer="https://x.org/1", epoch=1), run("s", 1.0, log_viewer="https://x.org/2", epoch=2)]
    assert picture(rows).values() == {("s", "A"): 0.5}


@pytest.mark.parametrize("column", ["task_name", "task"])
def test_tasks_that_share_ids_are_groups_of_their_own(column):
    rows = [
        run("1", 0.0, **{column: "algebra"}),
        run("1", 1.0, **{column: "logic"}),
        run("2", 1.0, **{column: "other"}),
        run("3", 0.5, **{column: None}),
    ]
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        found = picture(rows)
    assert found.values() == {
        ("algebra / 1", "A"): 0,
        ("logic / 1", "A"): 1,
        ("other / 2", "A"): 1,
        ("3", "A"): 0.5,
    }
    blocks = [block["label"] for block in found.plot["beside"]["blocks"]]
    assert sorted(blocks) == ["algebra", "logic", "no task", "other"]
    assert "the tasks 'algebra', 'logic' share sample ids" in " ".join(found.texts("remarks") + found.texts())
    assert "group" not in picture(rows, group=[]).plot
    assert len(picture(rows, group=[]).x) == 4
    assert picture(rows, group="score_s").plot["group"] == ["score_s"]


def test_tables_of_tasks_that_share_ids_have_a_row_each():
    rows = [run("1", 0.0, task_name="a"), run("1", 1.0, task_name="b"), run(None, 1.0, task_name="b")]
    assert items(data(rows))["id"].to_pylist() == ["a / 1", "(null)", "b / 1"]


def test_the_warning_names_the_line_of_the_caller():
    table = data([run("1", 0.0, epoch=1, kind="a"), run("1", 1.0, epoch=1, kind="b")])
    with pytest.warns(UserWarning, match="1 row repeats") as caught:
        sample_heatmap(table)
    assert caught[0].filename == __file__


def test_tasks_with_ids_of_their_own_do_not_warn():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        heatmap([run("1", 0.0, task_name="a"), run("2", 1.0, task_name="b")])
