"""Several rows for one sample, model, run and epoch are never averaged silently."""

from __future__ import annotations

import warnings

import pandas as pd
import pytest
from heatmaps import drawn, heatmap, scores

ONE = scores({"a": {"s1": 0.25, "s2": 0.5}, "b": {"s1": 1.0, "s2": 0.0}})
KINDS = {
    "metric": ("accuracy", "f1"),
    "filter": (None, "strict"),
    "prompt": ("Think.", "Answer."),
    "source": ("first.csv", "second.csv"),
    "few_shot": (True, False),
    "shots": (0, 5),
}


def rows(**columns):
    """Each row of ONE once for each value."""
    (name, values), *_ = columns.items()
    return [{**row, name: value} for value in values for row in ONE]


def told(table, match, **options):
    with pytest.warns(UserWarning, match=match) as caught:
        component = heatmap(table, **options)
    assert len(caught) == 1
    note = " ".join(drawn(component).texts("problems"))
    assert all(word in note for word in str(caught[0].message).split())
    return component


def silent(table, **options):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        return heatmap(table, **options)


@pytest.mark.parametrize("column", KINDS)
def test_the_column_that_differs_is_named(column):
    table = rows(**{column: KINDS[column]})
    told(table, rf"^4 rows repeat the sample, model and run of another row and differ in '{column}'; a cell shows")
    told([{**row, "epoch": 1} for row in table], rf"^4 rows repeat .*, run and epoch of another row .* '{column}'; ")


def test_times_and_ids_of_rows_do_not_tell_what_differs():
    table = [
        {**row, "epoch": 1, "uuid": f"u{i}", "working_time": i / 7, "key": f"k{i}", "score_other": i % 3}
        for i, row in enumerate(rows(metric=KINDS["metric"]))
    ]
    told(table, r"differ in 'metric'; ", score_value="score_s")


def test_where_no_column_says_what_differs_all_of_them_are_named():
    told(
        [{**row, "epoch": 1, "score_s": i / 9} for i, row in enumerate([*ONE, *ONE])],
        r"4 rows .* differ in 'score_s'; ",
    )


def test_copies_are_called_copies():
    told([{**row, "epoch": 1} for row in [*ONE, *ONE]], "^4 rows repeat .* and are copies")
    told([{**row, "epoch": 1} for row in [*ONE, ONE[0]]], "^1 row repeats .* and is a copy of it$")


@pytest.mark.parametrize("numbered", [True, False])
def test_epochs_are_no_repeats(numbered):
    table = [
        {**row, "score_s": (i * 7 % 5) / 5, "answer": "ABC"[i * i % 7 % 3], "uuid": f"u{i}", "total_time": i * 1.5}
        for i, row in enumerate([*ONE, *ONE, *ONE])
    ]
    silent([{**row, "epoch": 1 + i // 4} for i, row in enumerate(table)] if numbered else table)


def test_other_samples_and_runs_are_no_repeats():
    silent([{**row, "metric": "accuracy", "epoch": 1} for row in ONE])
    runs = [{**row, "eval_id": run, "epoch": 1, "source": run} for run in ("one", "two") for row in ONE]
    silent(runs)


def test_one_sample_with_two_metrics():
    told([{"id": "s", "model": "m", "score_s": i, "metric": m} for i, m in enumerate(("a", "b"))], "'metric'")


def test_columns_that_nobody_can_ask_for_do_no_harm():
    table = pd.DataFrame(rows(metric=KINDS["metric"]))
    table["Metric2"], table["metric2"], table["list"] = 2, 3, [[i] for i in range(len(table))]
    table["evil"] = pd.Series([b"\xff"] * len(table), dtype="object")
    told(table, "differ in 'metric'; ")


def test_many_columns_and_samples_are_looked_at_in_parts():
    table = pd.DataFrame({**row, "id": f"{row['id']}-{k}"} for k in range(300) for row in rows(metric=("a", "f")))
    told(
        table.assign(**{f"c{i}": range(len(table)) for i in range(45)}, epoch=1), "^1,200 rows .* differ in 'metric'; "
    )
