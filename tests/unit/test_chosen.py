"""What is chosen in several pictures that share params and selections: one value, wherever they are shown."""

from __future__ import annotations

import logging
import sys
from datetime import date, datetime, timezone

import pandas as pd
import pytest
from wires import Wire

from inspect_viz import Component, Data, Param, Selection
from inspect_viz._host import Change
from inspect_viz._host._widget_display import made
from inspect_viz._util.each import call_each
from inspect_viz.input import slider
from inspect_viz.interactor import interval_x
from inspect_viz.layout import vconcat
from inspect_viz.mark import rect_y
from inspect_viz.plot import plot
from inspect_viz.transform import bin, count, sql


def picture() -> tuple[Component, Param, Selection]:
    least, brush = Param(2), Selection.crossfilter()
    data = Data.from_dataframe(pd.DataFrame({"a": [0.5, 1.5, 2.5]}))
    bars = rect_y(data, x=bin("a"), y=count(), fill=sql(f"a > {least}"), filter_by=brush)
    return vconcat(slider(label="a", target=least, min=0, max=9), plot(bars, interval_x(target=brush))), least, brush


def test_pictures_of_two_cells_that_share_a_param_show_one_value(wire: type[Wire]) -> None:
    data = Data.from_dataframe(pd.DataFrame({"b": [1, 2]}))
    one, least, brush = picture()
    other = plot(rect_y(data, x=bin("b"), y=count(), fill=sql(f"b > {least}"), filter_by=brush), interval_x(brush))
    changes: list[Change] = []
    other.observe(changes.append)
    for component in (one, other):
        made(component, component.params)
    first, second = wire.made
    assert (first.state["chosen"], second.state["chosen"]) == (
        {"p0": {"value": 2}, "s0": {"conditions": []}},
        {"p0": {"value": 2}, "s0": {"conditions": []}},
    )
    first.change(chosen={"p0": {"value": 8}, "s0": {"conditions": [], "echo": True}})
    assert second.updates == [{"chosen": {"p0": {"value": 8}, "s0": {"conditions": []}}}]
    assert first.sent == [], "what a page says is not said to it again"
    assert (one.params[least], other.params[least]) == (8, 8)
    assert [(change.variable, change.new) for change in changes] == [(least, 8)]
    other.params[least] = 3
    assert first.updates[-1] == second.updates[-1] == {"chosen": {"p0": {"value": 3}, "s0": {"conditions": []}}}


def test_the_echo_of_a_page_adds_sql_and_changes_nothing(wire: type[Wire]) -> None:
    component, least, brush = picture()
    made(component, component.params)
    component.params[brush] = {"a": (1, 2)}
    [page] = wire.made
    interval = {"columns": ["a"], "kind": "interval", "value": [[1, 2]]}
    sent = len(page.sent)
    page.change(chosen={"p0": {"value": 2, "echo": True}, "s0": {"conditions": [interval], "sql": "...", "echo": True}})
    assert component.params[brush].sql == "..."
    component.params[brush] = None
    page.change(chosen={"p0": {"value": 9, "echo": True}, "s0": {"conditions": [interval], "sql": "old", "echo": True}})
    assert not component.params[brush], "an echo that comes late is none"
    assert component.params[least] == 2
    assert len(page.sent) == sent + 1


def test_a_picture_that_is_shown_later_begins_with_what_is_chosen(wire: type[Wire]) -> None:
    one, least, _ = picture()
    one.params[least] = 6
    other = plot(rect_y(Data.from_dataframe(pd.DataFrame({"b": [1]})), x="b", y="b", fill_opacity=least))
    assert other.params[least] == 6


def test_a_message_highlights_things_in_the_page(wire: type[Wire]) -> None:
    component, _, _ = picture()
    made(component, component.params)
    [widget] = component.params.widgets
    widget.highlight("gpt")
    assert wire.made[0].sent[-1][0] == {"method": "custom", "content": {"highlight": "gpt"}}


def failing() -> tuple[Component, Param, list[object]]:
    """A picture whose first handlers fail, shown before another one that shares its param, and what others hear."""

    def fails(change: Change) -> None:
        raise LookupError(f"no {change.new}")

    component, least, _ = picture()
    other = plot(rect_y(Data.from_dataframe(pd.DataFrame({"b": [1]})), x="b", y="b", fill_opacity=least))
    heard: list[object] = []
    for handler in (fails, fails, lambda change: heard.append(change.new)):
        component.observe(handler, least)
    for shown in (component, other, other):
        made(shown, shown.params)
    other.observe(lambda change: heard.append(change.new))
    return component, least, heard


@pytest.mark.filterwarnings("ignore:Another handler failed")
def test_all_hear_of_what_python_sets_though_handlers_fail(wire: type[Wire]) -> None:
    component, least, heard = failing()
    with pytest.raises(LookupError, match="no 8") as failed:
        component.params[least] = 8
    assert heard == [8, 8]
    assert [place.updates[-1]["chosen"]["p0"] for place in wire.made] == [{"value": 8}] * 3
    if sys.version_info >= (3, 11):
        assert failed.value.__notes__ == ["Another handler failed, too: LookupError: no 8"]


@pytest.mark.filterwarnings("ignore:Another handler failed")
def test_all_hear_of_what_a_reader_sets_though_handlers_fail_and_the_log_says_so(
    wire: type[Wire], caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The log is the widget's: of the application or shell that other tests of this process began."""
    component, least, heard = failing()
    [widget] = component.params.widgets
    base = next(kind for kind in type(widget).__mro__ if "_handle_msg" in vars(kind))
    monkeypatch.setattr(base, "log", logging.getLogger("told"))
    monkeypatch.setitem(base._handle_msg.__globals__, "get_ipython", lambda: None)  # type: ignore[attr-defined]
    caplog.set_level("WARNING", "told")
    first, *places = wire.made
    first.change(chosen={"p0": {"value": 8}, "s0": {"conditions": []}})
    assert component.params[least] == 8
    assert heard == [8, 8]
    assert [place.updates[-1]["chosen"]["p0"] for place in places] == [{"value": 8}] * 2
    assert "LookupError: no 8" in caplog.text


def test_errors_have_no_notes_before_python_3_11_so_further_ones_are_warnings() -> None:
    class Bare(Exception):
        add_note = None

    def fails() -> None:
        raise Bare("first")

    with pytest.warns(UserWarning, match="Another handler failed, too: ZeroDivisionError"), pytest.raises(Bare):
        call_each([fails, lambda: 1 / 0])


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ({"zz": ["a"]}, "params: 'zz' is no column of the picture's data. The columns are 'a'."),
        ({"a": (3, 1)}, r"params: the interval of 'a' must be \(low, high\), not \(3, 1\)"),
        ({"a": ("b", "a")}, r"the interval of 'a' must be \(low, high\), not \('b', 'a'\)"),
        ({"a": (date(2026, 2, 1), date(2026, 1, 1))}, r"the interval of 'a' must be \(low, high\)"),
        ({"a": (datetime(2026, 1, 1, 1), datetime(2026, 1, 1, tzinfo=timezone.utc))}, r"must be \(low, high\)"),
        ({"a": (None, 1)}, r"the interval of 'a' must be \(low, high\), not \(None, 1\)"),
        ({"a": (1, "b")}, r"the interval of 'a' must be \(low, high\), not \(1, 'b'\)"),
    ],
)
def test_a_selection_is_not_set_to_what_the_data_cannot_have(value: object, message: str) -> None:
    component, _, brush = picture()
    with pytest.raises(ValueError, match=message):
        component.params[brush] = value


def test_intervals_of_dates_and_texts_that_rise_are_taken() -> None:
    component, _, brush = picture()
    for ends in ((date(2026, 1, 1), datetime(2026, 1, 1)), ("a", "b"), (1, 1), (False, 2.5)):
        component.params[brush] = {"a": ends}
        assert component.params[brush].values == {"a": ends}
