"""Widgets and their kernel, without Jupyter: the module of two cells in one page, the widgets in this process."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
import pytest
from fixtures.cells import Cells, cells
from playwright.sync_api import expect

from inspect_viz import Component, Data, Param, Selection
from inspect_viz._host._widget import PictureWidget
from inspect_viz.input import select, slider
from inspect_viz.interactor import interval_x, nearest_x, region
from inspect_viz.layout import vconcat
from inspect_viz.mark import dot, raster, rect_y
from inspect_viz.plot import plot
from inspect_viz.transform import bin, count, median

__all__ = ["cells"]
SLOW = "SELECT count(*) AS n FROM range(100000000000) AS a(i) WHERE i % 7 = (SELECT count(*) FROM t0)"
HEIGHTS = """() => [...document.querySelectorAll('[data-plot="1"] g[aria-label=rect] rect')]
    .map((rect) => rect.getAttribute("height"))"""
SELECTION = """(root) => { const rect = root.querySelector("g.interval-x rect.selection");
    return rect && rect.style.display !== "none" ? [Number(rect.getAttribute("x")),
        Number(rect.getAttribute("x")) + Number(rect.getAttribute("width"))] : null }"""


rng = np.random.default_rng(3)
TABLE = pd.DataFrame({"a": rng.uniform(0, 10, 3000), "b": rng.uniform(0, 10, 3000)})
TABLE.loc[TABLE["a"] > 5, "b"] = 0
TABLE["model"] = [f"m{i % 4}" for i in range(3000)]


def histogram(data: Data, column: str, brush: Selection, **options: Any) -> Component:
    bars = rect_y(data, x=bin(column, step=1), **{"y": count(), "filter_by": brush, "tip": True, **options})
    return plot(bars, interval_x(target=brush), x_domain=[0, 10], width=500, height=200)


def test_two_cells_show_one_value_and_python_moves_both(cells: Cells) -> None:
    data, brush, wide = Data.from_dataframe(TABLE), Selection.crossfilter(), Param(1)
    one, other = (histogram(data, column, brush, inset=wide) for column in ("a", "b"))
    first = vconcat(slider(min=0, max=4, target=wide, label="Inset"), one)
    cells.show(first, other)
    cells.drag(0, 0.6, 0.9)
    expect(cells.bars(1)).to_have_count(1)  # where a is above 5, b is 0
    assert cells.bars(0).count() == 10, "its own brush does not narrow it"
    rect = cells.bars(1).first
    before = rect.get_attribute("x")
    cells.figure(0).get_by_role("slider", name="Inset").press("End")
    expect(rect).not_to_have_attribute("x", str(before))
    cells.until(lambda: (first.params[wide], other.params[wide]) == (4, 4))
    cells.drag(1, 0.2, 0.5)
    expect(cells.bars(0)).to_have_count(5)
    cells.until(lambda: other.params[brush].values.get("b") == pytest.approx((2, 5), abs=0.05))
    assert set(other.params[brush].values) == {"a", "b"}
    other.params[brush] = {"a": (2, 4)}
    expect(cells.bars(1)).to_have_count(10)
    cells.page.wait_for_function(
        f"() => {{ const at = ({SELECTION})(document.querySelectorAll('figure')[0]);"
        "return at && Math.abs(at[1] - at[0] - 88) < 1 }"
    )
    low, high = cells.figure(0).evaluate(SELECTION)
    area = cells.figure(0).locator("[data-part=cells]").first.evaluate("(e) => e.getBBox().width")
    assert high - low == pytest.approx(0.2 * area, abs=1), "the rectangle is where Python has set it"
    assert cells.figure(1).evaluate(SELECTION) is None
    edge = cells.figure(0).get_by_role("slider", name="left edge")
    assert edge.get_attribute("aria-valuenow") == "20"
    assert other.params[brush].sql == '("a" BETWEEN 2 AND 4)'
    sent = len(cells.asked)
    for _ in range(30):
        cells.page.evaluate("new Promise(requestAnimationFrame)")
    assert len(cells.asked) == sent, "nothing goes round"


def test_a_select_shows_what_python_or_another_script_has_chosen(cells: Cells) -> None:
    data = Data.from_dataframe(TABLE)
    menu = select(data, column="model", label="Model")
    picture = vconcat(menu, plot(rect_y(data, x=bin("a", step=1), y=count(), tip=True), width=500, height=200))
    cells.show(picture)
    box = cells.figure(0).get_by_label("Model")
    picture.params[data.selection] = {"model": ["m2"]}
    expect(box).to_have_value("m2")
    chosen = {"conditions": [{"columns": ["model"], "kind": "points", "value": [["m1"]]}]}
    cells.page.evaluate("(chosen) => models[0].select('s0', chosen)", chosen)
    expect(box).to_have_value("m1")
    cells.until(lambda: bool(picture.params[data.selection].values == {"model": ["m1"]}))
    assert picture.params[data.selection].values == {"model": ["m1"]}
    picture.params[data.selection] = None
    expect(box.locator("option:checked")).to_have_text("All")
    frame = cells.page.evaluate("models[0].frame()")
    assert frame.startswith("<svg")
    assert ">All<" in frame
    with pytest.raises(Exception, match="The picture has no s7; it has s0"):
        cells.page.evaluate("models[0].select('s7', { value: 1 })")


def test_things_are_highlighted_by_name(cells: Cells) -> None:
    data = Data.from_dataframe(pd.DataFrame({"x": [1, 2, 3], "y": [1, 3, 2], "name": ["ada", "bob", "eve"]}))
    shown = plot(
        dot(data, x="x", y="y", channels={"name": "name"}, tip=True), interval_x(Selection.intersect()), width=400
    )
    cells.show(shown)
    assert cells.page.evaluate("['bob', 'nobody'].map(models[0].highlight)") == [True, False]
    framed = cells.figure(0).locator("[data-sign^=found]")
    cells.widgets[0].highlight("ada")
    expect(framed.first).to_be_attached()
    cells.widgets[0].highlight(None)
    expect(framed).to_have_count(0)


def test_a_question_for_an_older_value_is_given_up_when_a_newer_one_waits(
    cells: Cells, monkeypatch: pytest.MonkeyPatch
) -> None:
    data, brush = Data.from_dataframe(TABLE), Selection.intersect()
    cells.show(vconcat(histogram(data, "a", brush), histogram(data, "b", brush, y=median("a"))))
    held: list[str] = []
    answer = PictureWidget._answer

    def slow(self: PictureWidget, sql: str, stop: Any) -> list[bytes]:
        """The first question of a brush never ends by itself."""
        if "BETWEEN" in sql and not held:
            held.append(sql)
            return answer(self, SLOW, stop)
        return answer(self, sql, stop)

    monkeypatch.setattr(PictureWidget, "_answer", slow)
    before = cells.page.evaluate(HEIGHTS)
    cells.drag(0, 0.1, 0.9, steps=8)
    cells.until(lambda: bool(cells.page.evaluate(HEIGHTS) != before))
    cells.widgets[0]._questions.wait()
    [*_, first, last] = [message for message in cells.asked if "BETWEEN" in message.get("sql", "")]
    assert held[0] not in (first["sql"], last["sql"])
    assert [message for message in cells.asked if "cancel" in message]
    expect(cells.page.locator("[data-part=failed], [data-part=still]")).to_have_count(0)


def is_of_rows(sql: str) -> bool:
    """Whether a question for the raster is about the rows themselves."""
    return all(part in sql for part in ('"a"', '"t0"', '"c" BETWEEN')) and "active0" not in sql


def test_a_table_of_sums_too_large_for_the_page_stays_with_the_kernel(cells: Cells) -> None:
    """Sums by pixels are not the truth there either: once the reader rests all rows are asked."""
    places = np.random.default_rng(1).uniform(0, 10, (150_000, 3))
    data, brush = Data.from_dataframe(pd.DataFrame(places, columns=["a", "b", "c"])), Selection.intersect()
    still = {"x_domain": [0, 10], "y_domain": [0, 10]}
    fine = plot(raster(data, x="a", y="b", pixel_size=1, filter_by=brush), **still, width=500, height=300)
    cells.show(vconcat(histogram(data, "c", brush), fine))
    cells.drag(0, 0.1, 0.3)
    cells.until(lambda: any("CREATE TABLE" in sql for sql in cells.widgets[0]._prepared))
    cells.until(lambda: any('FROM "mosaic"' in message.get("sql", "") for message in cells.asked))
    cells.until(lambda: any(is_of_rows(message.get("sql", "")) for message in cells.asked))
    expect(cells.page.locator("[data-part=failed], [data-part=still]")).to_have_count(0)


def test_the_kernel_is_told_after_it_was_asked_and_seldom_in_a_drag(cells: Cells) -> None:
    """It takes one message after the other, and readers wait for answers."""
    data, brush = Data.from_dataframe(TABLE), Selection.crossfilter()
    picture = vconcat(histogram(data, "a", brush), histogram(data, "b", brush))
    cells.show(picture)
    before, told = len(cells.asked), list[int]()
    cells.widgets[0].observe(lambda _: told.append(len(cells.asked)), "chosen")
    cells.drag(0, 0.1, 0.3, steps=20)
    cells.until(
        lambda: picture.params[brush].values.get("a") == (pytest.approx(1, abs=0.05), pytest.approx(3, abs=0.05))
    )
    assert told[0] > before, "its questions went first"
    assert len(told) < 15


def test_python_reads_what_is_nearest_and_shows_a_region(cells: Cells) -> None:
    data = Data.from_dataframe(pd.DataFrame({"x": [1, 3, 5, 7], "y": [1, 2, 4, 3]}))
    near, chosen = Param(1), Selection.single(empty=True)
    dots = dot(data, x="x", y="y", r=6, tip=True)
    shown = dot(data, x="x", y="y", r=2, filter_by=chosen)
    picture = plot(dots, nearest_x(near), region(chosen, ["x"]), shown, x_domain=[0, 10], width=500, height=200)
    cells.show(picture)
    box = cells.figure(0).locator("[data-part=cells]").bounding_box()
    assert box
    cells.page.mouse.move(box["x"] + 0.52 * box["width"], box["y"] + 0.5 * box["height"])
    cells.until(lambda: bool(picture.params[near] == 5))
    picture.params[chosen] = {"x": [3, 7]}
    expect(cells.figure(0).locator("g[aria-label=dot]").nth(1).locator("circle")).to_have_count(2)
    rect = cells.figure(0).locator("g.region-xy rect.selection")
    assert float(rect.get_attribute("width") or 0) == pytest.approx(0.4 * box["width"] + 12, abs=4)
