"""Roles: what every view has to find out about a table, so that a further view is grammar only."""

from __future__ import annotations

import warnings

import pytest
from heatmaps import data, drawn, scores

from inspect_viz._sql import text as sql_text
from inspect_viz.mark import text
from inspect_viz.plot import plot
from inspect_viz.transform import agg, sql
from inspect_viz.view._roles import find_roles

ROW = {"id": "s", "model": "m", "score_x": 1.0}
FULL = {
    **ROW,
    "model_display_name": "M",
    "epoch": 1,
    "eval_id": "e",
    "task_name": "t",
    "error": "",
    "limit": None,
    "log_viewer": "https://logs.example.org",
}


def scores_by_model(table, **columns):
    """A further view: the mean score of each model, as text."""
    roles = find_roles(table, **columns)
    mean = text(
        roles.data,
        y=sql(sql_text(roles.model.name), label=roles.model.column),
        x=agg(roles.score.of_cell, label=roles.score.column),
        text=agg(f"printf('%.2f', {roles.score.of_cell})"),
    )
    return roles.noted(plot(mean, width=900, height=300, margin_left=90))


def test_a_further_view_is_grammar():
    rows = scores({"a": {"s": "C", "t": "I"}, "b": {"s": "C", "t": "yes"}}, model="x")
    found = drawn(scores_by_model(data(rows)))
    assert {"0.50", "1.00", "a", "b"} <= set(found.texts())


def test_a_further_view_tells_what_is_wrong():
    rows = [{**row, "metric": metric} for metric in ("f1", "em") for row in scores({"a": {"s": "C", "t": "well"}})]
    with pytest.warns(UserWarning, match=r"'well'|'metric'") as caught:
        component = scores_by_model(data(rows))
    assert len(caught) == 2
    note = " ".join(drawn(component).texts("problems"))
    assert "'well': 2 rows count as unscored" in note
    assert "differ in 'metric'" in note


def test_all_roles_are_found():
    roles = find_roles(data([FULL]))
    assert (roles.sample.column, roles.model.column, roles.score.column) == ("id", "model_display_name", "score_x")
    assert (roles.epoch, roles.run, roles.task, roles.link) == ("epoch", "eval_id", "task_name", "log_viewer")
    assert roles.error is not None
    assert roles.limit is not None
    assert roles.problems == ()


def test_what_a_table_lacks_is_none():
    roles = find_roles(data([ROW]))
    assert (roles.model.column, roles.epoch, roles.run, roles.task, roles.link) == ("model", None, None, None, None)
    assert roles.error is roles.limit is None


def test_a_link_is_text():
    assert find_roles(data([{**ROW, "log_viewer": 3}])).link is None


def test_roles_are_values_and_warn_at_the_callers_line():
    rows = [{**ROW, "epoch": 1}, {**ROW, "epoch": 1}]
    with pytest.warns(UserWarning, match="copy of it") as caught:
        roles = find_roles(data(rows))
    assert caught[0].filename == __file__
    with pytest.raises(AttributeError):
        roles.epoch = None


def test_nothing_is_said_about_a_good_table():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        find_roles(data([FULL, {**FULL, "id": "t"}]))
