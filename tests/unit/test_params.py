"""Params and selections: values, where they stand in a spec, and what is refused."""

from __future__ import annotations

import copy
import datetime
import pickle

import numpy as np
import pytest

from inspect_viz import Data, Param, Selection
from inspect_viz._spec import compile
from inspect_viz.input import select, slider
from inspect_viz.interactor import interval_x
from inspect_viz.layout import hconcat, vconcat
from inspect_viz.mark import cell, rect, rule_y, text
from inspect_viz.plot import plot
from inspect_viz.transform import bin, column, count, sql


def spec_of(component):
    return compile(component).spec


@pytest.mark.parametrize("value", [0, False, "", None, 2.5, "text", [1, "a", None], datetime.date(2024, 1, 2)])
def test_every_value_that_is_one_is_kept(value):
    assert Param(value).default == value
    assert type(Param(value).default) is type(value)


def test_numbers_of_numpy_are_pythons():
    assert [type(Param(v).default) for v in (np.int64(3), np.float32(0.5), np.bool_(True))] == [int, float, bool]
    assert Param(np.array([1, 2])).default == [1, 2]


@pytest.mark.parametrize(
    ("value", "error", "message"),
    [
        ({}, TypeError, "Param: default must be text, a finite number, true or false, a date, None or a list of them"),
        ([[1]], TypeError, r"not \[1\] \(list\)"),
        (float("nan"), ValueError, "Param: default must be finite, not nan"),
        (10**400, ValueError, "Param: default must be finite, not 1000000"),
        (2**53 + 1, ValueError, r"Param: default=9007199254740993 is beyond 2\^53, where pages round; give it as text"),
    ],
)
def test_what_no_param_can_hold_is_refused(value, error, message):
    with pytest.raises(error, match=message):
        Param(value)


@pytest.mark.parametrize(
    ("make", "error", "message"),
    [
        (lambda: Selection("intersct"), ValueError, "select must be one of .*not 'intersct'. Did you mean 'intersect'"),
        (lambda: Selection.single(cross=1), TypeError, r"cross must be true or false, not 1 \(int\)"),
        (lambda: Selection("crossfilter", cross=False), ValueError, "cross=False contradicts"),
        (lambda: Selection.union(include=Param(1)), TypeError, r"include must be a Selection or a list.*Param\(1\)"),
        (lambda: Selection("union", unique=3), TypeError, "unique must be text or None, not 3"),
    ],
)
def test_selections_that_cannot_be_are_refused(make, error, message):
    with pytest.raises(error, match=message):
        make()


def test_a_selection_says_what_it_is():
    one = Selection.crossfilter(empty=True)
    two = Selection("union", cross=True, include=[one], unique="mine")
    assert (one.select, one.cross, one.empty, one.include) == ("crossfilter", True, True, ())
    assert (two.select, two.cross, two.empty, two.include, two.id) == ("union", True, False, (one,), "mine")
    assert repr(two) == "Selection.union(cross=True, include=[Selection.crossfilter(empty=True)])"
    assert copy.deepcopy(one) is one
    assert one.id != Selection.crossfilter().id


def test_names_follow_first_use_in_every_run_alike(samples):
    def dashboard():
        one, two, shared = Param(1), Param("red"), Selection.union()
        both = Selection.intersect(include=[shared])
        marks = [cell(samples, "id", "model", fill="score", filter_by=both), rule_y(y=1, stroke=two)]
        return vconcat(select(options=[3, 1], target=one), plot(*marks, interval_x(shared), width=Param(300)))

    spec = spec_of(dashboard())
    assert spec["params"] == {
        "p0": {"value": 1},
        "s0": {"select": "union"},
        "s1": {"select": "intersect", "include": ["$s0"]},
        "p1": {"value": "red"},
        "p2": {"value": 300},
    }
    assert spec == spec_of(dashboard())


def test_a_param_in_sql_is_a_value_of_the_picture(samples):
    least = Param(0.5)
    picture = compile(plot(text(samples, "id", "model", text=sql(f"CASE WHEN score>{least} THEN 'a' END", "high"))))
    assert picture.spec["plot"][0]["text"] == {"sql": "CASE WHEN score>$p0 THEN 'a' END", "label": "high"}
    assert picture.columns["t0"] == {"id", "model", "score"}


@pytest.mark.parametrize("value", ["it's", 3, None, True, datetime.date(2024, 1, 2)])
def test_sql_is_checked_with_the_value_of_its_params(samples, value):
    held = Param(value)
    text(samples, "id", text=sql(f"concat({held}, model)"))
    with pytest.raises(ValueError, match="modl"):
        text(samples, "id", text=sql(f"concat({held}, modl)"))


def test_a_list_stands_in_sql_as_a_list(samples):
    held = Param(["ada", "bob"])
    text(samples, "id", text=sql(f"list_position({held}, model)"))


def test_what_stands_for_no_value_is_refused_in_sql():
    selection = Selection.single()
    with pytest.raises(ValueError, match=r"only params can stand in an expression, but Selection.single\(\) is a sel"):
        sql(f"score > {selection}")
    held = Param("a")
    with pytest.raises(ValueError, match="needs no quotes around it"):
        sql(f"model = '{held}'")
    with pytest.raises(ValueError, match="was dropped before it was used"):
        sql(f"score > {Param(1)}")


def test_a_reference_outside_of_sql_is_refused(samples):
    held = Param("a")
    with pytest.raises(ValueError, match=r"plot: x_label holds a reference to Param\('a'\); give that itself"):
        plot(x_label=f"about {held}")


def test_params_stand_where_their_values_can(samples, oracle):
    size, label, scheme, steps = Param(300), Param("$ per run"), Param("Blues"), Param(10)
    mark = rect(samples, x1=bin("score", steps=steps), y2=count(), inset=Param(1), fill=Param("red"))
    spec = spec_of(plot(mark, width=size, x_label=label, color_scheme=scheme, x_domain=[0, size]))
    read = oracle.call("parse", spec)
    assert read["json"]["plot"][0]["x1"] == {"bin": "score", "steps": "$p0"}
    assert read["json"]["xDomain"] == "$literal0"
    assert read["json"]["params"]["literal0"] == [0, read["json"]["width"]]
    assert read["json"]["params"][read["json"]["xLabel"][1:]] == "$ per run"


@pytest.mark.parametrize(
    ("make", "error", "message"),
    [
        (lambda s: plot(width=Param("wide")), TypeError, "plot: width must be a number, not 'wide'"),
        (lambda s: plot(width=Param(-3)), ValueError, "plot: width must be greater than 0, not -3"),
        (lambda s: plot(width=Selection.single()), TypeError, "a number or a Param, not Selection"),
        (
            lambda s: cell(s, "id", filter_by=Param(1)),
            TypeError,
            r"must be a Selection or None, not Param\(1\)",
        ),
        (lambda s: text(text=["a"], x=[1], filter_by=Selection.single()), TypeError, "filter_by needs data"),
        (lambda s: cell(s, Param("modl")), ValueError, "x='modl' is no column of the data. Did you mean 'model'"),
        (lambda s: interval_x(Param(1)), TypeError, r"interval_x: target must be a Selection, not Param\(1\)"),
        (lambda s: interval_x(None), TypeError, "interval_x: target must be a Selection, not None"),
    ],
)
def test_a_param_where_it_cannot_be_is_refused(samples, make, error, message):
    with pytest.raises(error, match=message):
        make(samples)


def test_a_param_that_names_a_column_is_that_column(samples):
    chosen = Param("score")
    picture = compile(plot(cell(samples, "id", "model", fill=chosen), text(samples, column(chosen))))
    assert picture.spec["plot"][0]["fill"] == picture.spec["plot"][1]["x"] == {"column": "$p0"}
    assert picture.columns["t0"] == {"id", "model", "score"}


def test_the_columns_that_an_input_offers_for_a_param_are_read(samples):
    chosen = Param("score")
    mark = plot(cell(samples, "id", chosen))
    assert compile(mark).columns["t0"] == {"id", "score"}
    assert compile(vconcat(select(options=["score", "model", "other"], target=chosen), mark)).columns["t0"] == {
        *("id", "score", "model")
    }


def test_the_selection_of_data_filters_its_marks_once_something_sets_it(samples):
    mark = cell(samples, "id", "model", fill="score")
    assert spec_of(plot(mark))["plot"][0]["data"] == {"from": "t0"}
    picture = compile(vconcat(select(samples, column="model"), plot(mark)))
    assert picture.spec["vconcat"][0]["as"] == "$s0"
    assert picture.spec["vconcat"][1]["plot"][0]["data"] == {"from": "t0", "filterBy": "$s0"}
    other = Selection.single()
    own = compile(vconcat(select(samples, column="model"), plot(cell(samples, "id", filter_by=other))))
    assert own.spec["vconcat"][1]["plot"][0]["data"] == {"from": "t0", "filterBy": "$s1"}


def test_columns_of_conditions_are_read_with_those_that_are_drawn(samples):
    drawn = plot(cell(samples, "id", "score"))
    assert compile(hconcat(select(samples, column="model"), drawn)).columns["t0"] == {"id", "score", "model"}
    brush = Selection.crossfilter()
    one = plot(rect(samples, x1="score", y2=count(), filter_by=brush), interval_x(brush))
    two = plot(text(samples, "id", filter_by=brush))
    assert compile(hconcat(one, two)).columns["t0"] == {"id", "score"}


def test_a_condition_on_a_column_of_other_data_is_refused(samples):
    other = Data.from_dataframe({"modell": ["a"], "y": [1]})
    with pytest.raises(ValueError, match=r"select: field='model' is no column of the data. Did you mean 'modell'"):
        select(samples, column="model", target=other.selection)
    shared = Selection.intersect()
    wrong = plot(text(other, "modell", "y", filter_by=shared))
    with pytest.raises(ValueError, match="hconcat: select sets a condition on 'model', which is no column of the data"):
        hconcat(select(samples, column="model", target=shared), wrong)


def test_two_plots_of_one_name_and_marks_outside_of_plots_are_refused(samples):
    with pytest.raises(ValueError, match="two plots have the name 'a'"):
        hconcat(plot(name="a"), vconcat(plot(name="a")))
    with pytest.raises(TypeError, match=r"component must be a component.*put Mark\(cell: x=id\) into plot"):
        hconcat(cell(samples, "id"))
    with pytest.raises(ValueError, match="plot: interval_x needs a mark before it"):
        plot(interval_x(Selection.single()))


def test_pictures_with_params_survive_pickling(samples):
    least = Param(1)
    made = vconcat(slider(min=0, max=3, target=least), plot(text(samples, "id", text=sql(f"score + {least}"))))
    again = pickle.loads(pickle.dumps(made))
    assert spec_of(again) == spec_of(made)
    filtered = vconcat(select(samples, column="model"), plot(cell(samples, "id")))
    assert spec_of(pickle.loads(pickle.dumps(filtered))) == spec_of(filtered)
