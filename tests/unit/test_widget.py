"""A picture whose page asks the kernel, without Jupyter: messages in, Arrow bytes out."""

from __future__ import annotations

import json
import struct
import threading
from collections.abc import Iterator
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pytest
from wires import Wire

from inspect_viz import Component, Data, Param, Selection
from inspect_viz._engine import Stop
from inspect_viz._host import Change, Selected
from inspect_viz._host._widget import PictureWidget
from inspect_viz._host._widget_display import made
from inspect_viz.input import slider
from inspect_viz.interactor import interval_x
from inspect_viz.layout import vconcat
from inspect_viz.mark import rect_y
from inspect_viz.plot import from_spec, plot
from inspect_viz.table import table as table_of
from inspect_viz.transform import bin, count, sql

SLOW = "SELECT count(*) AS n FROM range(100000000000) AS a(i) WHERE i % 7 = (SELECT count(*) FROM t0)"


LEAST = Param(2)
BRUSH = Selection.crossfilter()


def picture() -> Component:
    global LEAST, BRUSH
    LEAST, BRUSH = Param(2), Selection.crossfilter()
    data = Data.from_dataframe(pd.DataFrame({"a": np.arange(100) / 10, "secret": "x"}))
    bars = rect_y(data, x=bin("a"), y=count(), fill=sql(f"a > {LEAST}"), filter_by=BRUSH)
    return vconcat(slider(label="a", target=LEAST, min=0, max=9), plot(bars, interval_x(target=BRUSH)))


@pytest.fixture
def shown(wire: type[Wire]) -> Iterator[tuple[Component, PictureWidget, Wire]]:
    component = picture()
    widget, _ = made(component, component.params)
    yield component, widget, wire.made[0]
    widget.close()


Shown = tuple[Component, PictureWidget, Wire]


def table(buffers: list[bytes]) -> pa.Table:
    return pa.ipc.open_stream(buffers[0]).read_all()


def test_the_first_answers_are_in_the_first_state(shown: Shown) -> None:
    _, _, wire = shown
    assert '"plot"' in wire.state["recording"]
    [answers] = wire.buffers
    (size,) = struct.unpack("<I", bytes(answers[:4]))
    names = json.loads(bytes(answers[4 : 4 + size]))["names"]
    assert any("count(*)" in name and "GROUP BY" in name for name in names), names
    assert "export{" in wire.state["_esm"].replace(" ", "")
    assert wire.sent == []


def test_questions_are_answered_with_arrow_bytes(shown: Shown) -> None:
    shown[2].say(ask="v-1", sql='SELECT sum(a) AS total FROM "t0"')
    said, buffers = shown[2].answer("v-1")
    assert said == {"answer": "v-1"}
    assert table(buffers).to_pydict() == {"total": [pytest.approx(495)]}


@pytest.mark.parametrize(
    "question",
    [
        "SELECT secret FROM t0",
        "DROP VIEW t0",
        "SELECT 1; SELECT 2",
        "SELECT * FROM read_csv('/etc/passwd')",
        "ATTACH 'x'",
    ],
)
def test_what_the_picture_does_not_read_is_an_error_with_its_sentence(shown: Shown, question: str) -> None:
    shown[2].say(ask="v-1", sql=question)
    said, buffers = shown[2].answer("v-1")
    assert set(said) == {"answer", "error"}
    assert said["error"]
    assert "The question was" not in said["error"]
    assert buffers == []


PREPARE = (
    'CREATE SCHEMA IF NOT EXISTS "mosaic";\n'
    'CREATE TABLE IF NOT EXISTS "mosaic"."preagg_1f" AS SELECT floor("a") AS k, count(*) AS n FROM "t0" GROUP BY k'
)


def test_what_mosaic_prepares_answers_later_questions(shown: Shown) -> None:
    shown[2].say(ask="v-1", sql='SELECT n FROM "mosaic"."preagg_1f"')
    assert "no table" in shown[2].answer("v-1")[0]["error"]
    for name in ("v-2", "v-3"):  # twice: Mosaic asks again after another brush
        shown[2].say(ask=name, sql=PREPARE, prepare=True)
        assert shown[2].answer(name) == ({"answer": name}, [])
    shown[2].say(ask="v-4", sql='SELECT sum(n) AS n FROM "mosaic"."preagg_1f" WHERE k BETWEEN 2 AND 3')
    assert table(shown[2].answer("v-4")[1]).to_pydict() == {"n": [20]}


@pytest.mark.parametrize(
    "statement",
    [
        "SELECT 1",
        "DROP VIEW t0",
        PREPARE.replace("preagg_1f", "t0"),
        PREPARE.replace('"mosaic"."preagg_1f"', '"main"."preagg_1f"'),
        PREPARE + "; DROP VIEW t0",
        PREPARE.replace('FROM "t0"', "FROM read_csv('/etc/hosts')"),
        PREPARE.replace('FROM "t0"', "FROM duckdb_settings()"),
        PREPARE.replace("SELECT floor", "(DELETE FROM t0) SELECT floor"),
    ],
)
def test_nothing_else_is_prepared(shown: Shown, statement: str) -> None:
    shown[2].say(ask="v-1", sql=statement, prepare=True)
    assert shown[2].answer("v-1")[0]["error"]
    shown[2].say(ask="v-2", sql="SELECT count(*) AS n FROM t0")
    assert table(shown[2].answer("v-2")[1]).to_pydict() == {"n": [100]}


def test_a_question_that_is_cancelled_ends_unanswered_and_others_do_not_wait_for_it(shown: Shown) -> None:
    _, widget, wire = shown
    wire.say(ask="slow", sql=SLOW)
    wire.say(ask="quick", sql="SELECT 1 AS one")
    wire.answer("quick")
    wire.say(cancel=["slow"])
    widget._questions.wait()
    assert [data["content"]["answer"] for data, _ in wire.sent] == ["quick"]


def test_a_picture_that_is_not_shown_frees_its_database_and_answers_again(shown: Shown) -> None:
    _, widget, wire = shown
    wire.say(rest=True)
    assert widget._opened is None
    wire.say(ask="v-2", sql="SELECT count(*) AS n FROM t0")
    assert table(wire.answer("v-2")[1]).to_pydict() == {"n": [100]}


def test_one_page_that_goes_leaves_the_questions_of_another_one(shown: Shown, monkeypatch: pytest.MonkeyPatch) -> None:
    _, widget, wire = shown
    goes_on, answer = threading.Event(), widget._answer

    def slow(sql: str, stop: Stop) -> list[bytes]:
        assert goes_on.wait(60)
        return answer(sql, stop)

    monkeypatch.setattr(widget, "_answer", slow)
    for view in ("one", "other"):
        wire.say(ask=f"{view}-1", sql="SELECT count(*) AS n FROM t0")
    wire.say(cancel=["other-1"])
    wire.say(rest=True)
    goes_on.set()
    assert table(wire.answer("one-1")[1]).to_pydict() == {"n": [100]}
    widget._questions.wait()
    wire.say(rest=True)
    assert widget._opened is None


def test_a_closed_widget_ends_its_work(shown: Shown) -> None:
    _, widget, wire = shown
    wire.say(ask="slow", sql=SLOW)
    widget.close()
    assert wire.closed
    widget._questions.wait()
    assert wire.sent == []


def test_nothing_that_a_page_says_is_said_to_it_again(shown: Shown) -> None:
    component, _, wire = shown
    changes: list[Change] = []
    component.observe(changes.append, LEAST)
    wire.change(chosen={"p0": {"value": 5}, "s0": {"conditions": []}})
    assert component.params[LEAST] == 5
    assert [(change.old, change.new) for change in changes] == [(2, 5)]
    assert wire.sent == []


def test_what_python_sets_is_told_to_the_page(shown: Shown) -> None:
    component, _, wire = shown
    component.params[LEAST] = 7
    component.params[BRUSH] = {"a": (2, 4)}
    interval = {"columns": ["a"], "kind": "interval", "value": [[2, 4]]}
    assert wire.updates[-1] == {"chosen": {"p0": {"value": 7}, "s0": {"conditions": [interval]}}}


def test_what_a_reader_brushes_is_a_condition_in_python(shown: Shown) -> None:
    component, _, wire = shown
    assert not component.params[BRUSH]
    interval = {"columns": ["a"], "kind": "interval", "value": [[2.5, 4]]}
    wire.change(chosen={"p0": {"value": 2}, "s0": {"conditions": [interval], "sql": '("a" BETWEEN 2.5 AND 4)'}})
    selected = component.params[BRUSH]
    assert selected == Selected({"a": (2.5, 4)})
    assert selected.sql == '("a" BETWEEN 2.5 AND 4)'


def test_what_a_reader_has_brushed_stays_as_it_was_told_when_python_sets_something_else(shown: Shown) -> None:
    component, _, wire = shown
    both = {"conditions": [{"columns": ["a", "b"], "kind": "interval", "value": [[1, 2], [3, 4]]}], "sql": "..."}
    wire.change(chosen={"p0": {"value": 2}, "s0": both})
    assert component.params[BRUSH] == Selected({"a": (1, 2), "b": (3, 4)})
    component.params[LEAST] = 3
    assert wire.updates == [{"chosen": {"p0": {"value": 3}, "s0": both}}]


def test_two_places_of_one_picture_show_the_same_choice(wire: type[Wire]) -> None:
    component = picture()
    for _ in range(2):
        made(component, component.params)
    first, second = wire.made
    first.change(chosen={"p0": {"value": 8}, "s0": {"conditions": []}})
    assert second.updates == [{"chosen": {"p0": {"value": 8}, "s0": {"conditions": []}}}]
    assert first.sent == []


def test_values_that_are_chosen_before_it_is_shown_are_in_the_first_state(wire: type[Wire]) -> None:
    component = picture()
    component.params[LEAST] = 6
    made(component, component.params)
    assert wire.made[0].state["chosen"]["p0"] == {"value": 6}


@pytest.mark.parametrize("kind", ["table", "spec"])
def test_tables_and_specs_ask_the_kernel_too(wire: type[Wire], kind: str) -> None:
    data = Data.from_dataframe(pd.DataFrame({"a": [1, 2]}))
    menu: dict[str, Any] = {"input": "menu", "as": "$s", "from": "d", "column": "a"}
    spec = {"params": {"s": {"select": "intersect"}}, "vconcat": [menu]}
    component = table_of(data) if kind == "table" else from_spec(spec, {"d": data})
    _, still = made(component, component.params)
    assert "<img" in still
    wire.made[0].say(
        ask="q1", sql="SELECT max(a) AS most FROM t0" if kind == "table" else "SELECT max(a) AS most FROM d"
    )
    _, buffers = wire.made[0].answer("q1")
    assert table(buffers).to_pydict() == {"most": [2]}


def test_wrong_names_and_values_are_errors_at_the_call() -> None:
    component = picture()
    with pytest.raises(KeyError, match="the picture has no Param"):
        component.params[Param(1)] = 2
    with pytest.raises(TypeError, match="must be a Param or a Selection"):
        component.params["p0"]
    with pytest.raises(TypeError, match="dict of columns"):
        component.params[BRUSH] = 3
    with pytest.raises(ValueError, match="must be \\(low, high\\)"):
        component.params[BRUSH] = {"a": (1, 2, 3)}
    with pytest.raises(TypeError, match="must be text, a finite number"):
        component.params[LEAST] = object()
