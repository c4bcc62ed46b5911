"""Views of widgets come and go, and their choices are told whole: the module of cells in one page."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest
from fixtures.cells import Cells, cells
from playwright.sync_api import expect

from inspect_viz import Component, Data, Selection
from inspect_viz._host._widget import PictureWidget
from inspect_viz.input import select
from inspect_viz.layout import vconcat
from inspect_viz.mark import rect_y
from inspect_viz.plot import plot
from inspect_viz.transform import bin, count, median

__all__ = ["cells"]
SLOW = "SELECT count(*) AS n FROM range(100000000000) AS a(i) WHERE i % 7 = (SELECT count(*) FROM t0)"


def bars(data: Data, **options: Any) -> Component:
    return plot(rect_y(data, x=bin("a", step=1), **{"y": count(), "tip": True, **options}), width=400, height=150)


def table() -> Data:
    rows = pd.DataFrame({"a": [i / 10 for i in range(100)], "model": [f"m{i % 4}" for i in range(100)]})
    return Data.from_dataframe(rows)


def test_conditions_that_another_script_or_python_sets_come_back_with_their_sql(cells: Cells) -> None:
    data = table()
    picture = vconcat(select(data, column="model", label="Model"), bars(data))
    cells.show(picture)
    chosen = {"conditions": [{"columns": ["model"], "kind": "points", "value": [["m1"]]}]}
    cells.page.evaluate("(chosen) => models[0].select('s0', chosen)", chosen)
    cells.until(lambda: bool(picture.params[data.selection]))
    assert picture.params[data.selection].values == {"model": ["m1"]}
    assert "'m1'" in picture.params[data.selection].sql
    picture.params[data.selection] = {"model": ["m2"]}
    cells.until(lambda: "'m2'" in (picture.params[data.selection].sql or ""))


def test_a_view_that_goes_hears_no_more_and_leaves_the_database_to_others(cells: Cells) -> None:
    data = table()
    picture = vconcat(select(data, column="model", label="Model"), bars(data))
    cells.show(picture)
    before = cells.page.evaluate("Object.entries(heards[0]).map(([name, all]) => [name, all.length])")
    cells.show_again(0)
    cells.leave(0, 1)
    assert cells.page.evaluate("Object.entries(heards[0]).map(([name, all]) => [name, all.length])") == before
    assert not [message for message in cells.asked if "rest" in message]
    cells.figure(0).get_by_label("Model").select_option("m2")
    cells.until(lambda: picture.params[data.selection].values == {"model": ["m2"]})
    cells.leave(0, 0)
    cells.until(lambda: cells.widgets[0]._opened is None)


def test_what_was_given_up_is_asked_again_though_the_newer_choice_asks_nothing(
    cells: Cells, monkeypatch: pytest.MonkeyPatch
) -> None:
    data, one, other = table(), Selection.intersect(), Selection.intersect()
    upper, lower = (bars(data, y=median("a"), filter_by=chosen) for chosen in (one, other))
    menus = [
        select(data, column="model", target=chosen, label=name) for chosen, name in ((one, "One"), (other, "Other"))
    ]
    cells.show(vconcat(*menus, upper, lower))
    answer, is_slow = PictureWidget._answer, True

    def slow(self: PictureWidget, question: str, stop: Any) -> list[bytes]:
        return answer(self, SLOW if is_slow else question, stop)

    def asked(word: str) -> list[dict[str, Any]]:
        return [message for message in cells.asked if word in message]

    monkeypatch.setattr(PictureWidget, "_answer", slow)
    heights = "(e) => [...e.querySelectorAll('g[aria-label=rect] rect')].map((one) => one.getAttribute('height'))"
    plots = [cells.figure(0).locator(f"[data-plot='{n}']") for n in (0, 1)]
    before = [plot.evaluate(heights) for plot in plots]
    boxes = [cells.figure(0).get_by_label(name, exact=True) for name in ("One", "Other")]
    boxes[1].select_option("m2")
    boxes[0].select_option("m1")
    cells.until(lambda: len(asked("ask")) >= 2)
    is_slow, open_ = False, len(asked("ask"))
    boxes[0].select_option("All")
    cells.until(lambda: bool(asked("cancel")))
    cells.until(lambda: plots[1].evaluate(heights) != before[1])
    assert plots[0].evaluate(heights) == before[0]
    assert len(asked("ask")) == open_ + 1, "no other question has said that none is open"
    expect(cells.page.locator("[data-part=failed], [data-part=still]")).to_have_count(0)
