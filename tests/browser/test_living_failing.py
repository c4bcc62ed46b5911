"""Marks whose questions fail: the others of their plot go on, and readers hear of it until they are answered again."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import pandas as pd
import pytest
from fixtures.living import FRAME, Living, living
from playwright.sync_api import Browser
from test_living_brush import histogram, table, total

from inspect_viz import Data, Selection
from inspect_viz._spec import compile
from inspect_viz._spec.sidecar import json_of
from inspect_viz.input import select
from inspect_viz.interactor import interval_x
from inspect_viz.layout import vconcat
from inspect_viz.mark import cell, rect_y
from inspect_viz.plot import plot
from inspect_viz.table import table as table_of
from inspect_viz.transform import bin, count

FAIL = """(part) => { const asked = window.ask;
    window.fails = true;
    window.ask = (sql) => fails && sql.includes(part) ? Promise.reject(new Error("no luck today")) : asked(sql) }"""
MEND = "window.fails = false"
NOTE = "[data-part=failed]"
MEAN = """Number(document.querySelectorAll('[data-plot="1"] g[aria-label=rule] line')[0].getAttribute("x1"))"""


def two_marks() -> dict[str, Any]:
    """A brush, and a plot of counts with their mean."""
    counts = histogram("b", "$s0")
    mean = {"mark": "ruleX", "data": {"from": "t0", "filterBy": "$s0"}, "x": {"avg": "b"}}
    counts["plot"].insert(1, mean)
    return {"params": {"s0": {"select": "crossfilter"}}, "hconcat": [histogram("a", "$s0"), counts]}


@pytest.fixture
def opened(browser: Browser) -> Iterator[Living]:
    with living(browser, two_marks(), t0=table()) as made:
        yield made


def within(opened: Living, rows: pd.DataFrame) -> int:
    low, high = opened.page.evaluate("opened.picture.mosaic.params.get('s0').value")
    return int(rows["a"].between(low, high).sum())


def frames(opened: Living) -> None:
    for _ in range(20):
        opened.page.evaluate(FRAME)


def test_a_mark_that_fails_holds_up_no_other_and_is_told(opened: Living) -> None:
    opened.page.evaluate(FAIL, "avg")
    opened.drag((0.2, 0.5), (0.5, 0.5))
    opened.until(lambda: total(opened, 1) == within(opened, table()))
    frames(opened)
    assert opened.page.locator(NOTE).inner_text() == "Not drawn anew: no luck today"
    opened.page.evaluate(MEND)
    mean = opened.page.evaluate(MEAN)
    opened.drag((0.6, 0.5), (0.9, 0.5))
    opened.until(lambda: total(opened, 1) == within(opened, table()) and opened.page.evaluate(MEAN) != mean)
    opened.until(lambda: opened.page.locator(NOTE).count() == 0)


GIVE_UP = """(part) => { const asked = window.ask;
    window.fails = true;
    window.ask = (sql) => fails && sql.includes(part)
        ? Promise.reject(Object.assign(new Error("the reader has moved on"), { name: "Moved" }))
        : asked(sql) }"""


def test_a_mark_that_was_given_up_is_asked_again_though_its_plot_was_drawn_since(opened: Living) -> None:
    before = opened.page.evaluate(MEAN)
    opened.page.evaluate(GIVE_UP, "avg")
    opened.drag((0.2, 0.5), (0.5, 0.5))
    opened.until(lambda: total(opened, 1) == within(opened, table()))
    frames(opened)
    assert opened.page.locator(NOTE).count() == 0
    assert opened.page.evaluate(MEAN) == before
    opened.page.evaluate(MEND)
    opened.page.evaluate("window.opened.catchUp()")
    opened.until(lambda: opened.page.evaluate(MEAN) != before)


CELLS = "Array.from(opened.picture.plots[1].mosaic.marks[0].layout.grid.values).sort((a, b) => a - b)"


def test_a_heatmap_whose_bands_were_given_up_follows(browser: Browser) -> None:
    rows = pd.DataFrame({"a": [i // 4 for i in range(40)], "k": [*"abcd"] * 10, "v": np.arange(40.0)})
    data, brush = Data.from_dataframe(rows), Selection.intersect()
    bars = rect_y(data, x=bin("a", step=1), y=count(), tip=True)
    picture = compile(
        vconcat(
            plot(bars, interval_x(brush), x_domain=[0, 10], width=400, height=200),
            plot(cell(data, x="k", y="a", fill="v", filter_by=brush), width=400, height=300),
        )
    )
    with living(browser, picture.spec, json_of(picture.sidecar), t0=rows) as opened:
        before = opened.page.evaluate(CELLS)
        opened.page.evaluate(GIVE_UP, "BETWEEN")
        opened.drag((0.2, 0.5), (0.45, 0.5))
        frames(opened)
        assert opened.page.evaluate(CELLS) == before
        opened.page.evaluate(MEND)
        opened.page.evaluate("window.opened.catchUp()")
        low, high = opened.page.evaluate("[...opened.picture.mosaic.params.values()][0].value")
        within = rows[rows["a"].between(low, high)]
        opened.until(lambda: opened.page.evaluate(CELLS) == sorted(within["v"]))


def test_a_table_whose_types_were_given_up_follows(browser: Browser) -> None:
    """Its columns are asked for anew where a param in them changes."""
    rows = pd.DataFrame({"a": [i % 3 for i in range(12)], "kind": [*"abc"] * 4})
    data = Data.from_dataframe(rows)
    picture = compile(vconcat(select(data, column="kind"), table_of(data)))
    with living(browser, picture.spec, json_of(picture.sidecar), t0=rows) as opened:
        control = "opened.picture.controls[1]"
        assert opened.page.evaluate(f"{control}.rows.count") == 12
        opened.page.evaluate(GIVE_UP, "DESC")
        opened.page.evaluate(f"{control}.initialize()")
        frames(opened)
        opened.page.evaluate(MEND)
        opened.page.evaluate("opened.catchUp()")
        frames(opened)
        opened.page.evaluate("opened.picture.controls[0].choose('b')")
        opened.until(lambda: bool(opened.page.evaluate(f"{control}.rows.count") == 4))
