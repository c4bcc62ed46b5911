"""Pictures of one `HtmlPage`: what a reader sets in one changes the others."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
from fixtures.living import FIGURE_COUNTS, Living, block, opener, total
from playwright.sync_api import Browser, Page, expect

from inspect_viz import Component, Data, Param, Selection
from inspect_viz.input import select, slider
from inspect_viz.interactor import interval_x
from inspect_viz.layout import vconcat
from inspect_viz.mark import rect_y
from inspect_viz.plot import HtmlPage, plot
from inspect_viz.transform import bin, count, sql

rng = np.random.default_rng(3)
TABLE = pd.DataFrame(
    {
        "a": rng.uniform(0, 10, 3000),
        "b": rng.uniform(0, 10, 3000),
        "model": [f"m{i % 4}" for i in range(3000)],
    }
)
TABLE.loc[TABLE["a"] > 5, "b"] = 0
HEIGHTS = """(root) => [...root.querySelectorAll('g[aria-label="rect"] rect')].map((e) => e.getAttribute("height"))"""
FILLS = """(root) =>
    new Set([...root.querySelectorAll('g[aria-label="rect"] rect')].map((e) => e.getAttribute("fill"))).size"""

Open = Callable[..., Living]


@pytest.fixture
def opened(browser: Browser) -> Iterator[Open]:
    with opener(browser) as start:
        yield start


def written(file: Path, page: HtmlPage, *fragments: str) -> Path:
    head = f"<meta charset='utf-8'>{page.head()}"
    file.write_text(f"<!doctype html><html><head>{head}</head><body>{''.join(fragments)}</body></html>", "utf-8")
    return file


def bars(data: Data, column: str = "a", *more: Any, **options: Any) -> Component:
    return plot(
        rect_y(data, x=bin(column, step=1), y=count(), tip=True, **options),
        *more,
        title=f"Bars of {column}",
        x_domain=[0, 10],
        height=180,
    )


def test_inputs_of_one_picture_change_another_by_frozen_answers(opened: Open, tmp_path: Path) -> None:
    data, top = Data.from_dataframe(TABLE), Param(5)
    shown = bars(data, fill=sql(f"a > {top}"))
    menu, knob = select(data, column="model", value="m2", label="Model"), slider(min=0, max=9, step=3, target=top)
    page = HtmlPage(shown, menu, knob)
    fragments = [page.fragment(picture) for picture in (shown, knob, menu)]
    assert "engine-wasm" not in "".join(fragments)
    assert [fragment.count('data-part="live"') for fragment in fragments] == [1, 0, 0]
    living = opened(written(tmp_path / "page.html", page, *fragments))
    living.until(lambda: living.page.locator("[data-ready]").count() == 3)
    figure = living.page.locator("figure").first
    first = figure.evaluate(HEIGHTS)
    assert total(living.page, 0) == 750, "the first picture knows what the select says first"
    living.page.get_by_role("combobox", name="Model").select_option(label="All")
    living.until(lambda: total(living.page, 0) == 3000)
    assert figure.evaluate(FILLS) == 2
    living.page.get_by_role("slider").press("Home")
    living.until(lambda: figure.evaluate(FILLS) == 1)
    living.page.get_by_role("combobox", name="Model").select_option(label="m2")
    living.until(lambda: total(living.page, 0) == 750)
    living.page.get_by_role("slider").press("ArrowRight")
    living.page.get_by_role("slider").press("ArrowRight")
    living.until(lambda: figure.evaluate(FILLS) == 2)
    assert len(figure.evaluate(HEIGHTS)) >= len(first)
    assert living.page.evaluate("typeof inspectVizDuckDB") == "undefined", "no engine is asked"


def test_a_brush_narrows_another_picture_over_one_copy_of_the_data(opened: Open, tmp_path: Path) -> None:
    data, brush = Data.from_dataframe(TABLE), Selection.crossfilter()
    one, other = (bars(data, column, interval_x(target=brush), filter_by=brush) for column in ("a", "b"))
    last = bars(data, "a", filter_by=brush, fill="model")
    page = HtmlPage(one, other)
    fragments = [page.fragment(picture) for picture in (one, other, last)]
    assert ["engine-wasm" in fragment for fragment in fragments] == [True, False, False]
    told = [json.loads(block(fragment, "recording"))["sharing"]["tables"]["t0"] for fragment in fragments]
    assert [[(int(piece["from"][-1]), piece["columns"]) for piece in pieces] for pieces in told] == [
        [(0, ["a", "b"])],
        [(0, ["a", "b"])],
        [(0, ["a", "b"]), (2, ["model"])],
    ]
    living = opened(written(tmp_path / "page.html", page, *fragments))
    living.until(lambda: living.page.locator("[data-ready]").count() == 3)
    figures = living.page.locator("figure")
    before = figures.nth(1).evaluate(HEIGHTS)
    living.drag((0.6, 0.5), (0.9, 0.5))
    expect(figures.nth(1).locator("g[aria-label=rect] rect")).to_have_count(1, timeout=60_000)
    assert len(before) == 10
    assert figures.nth(0).locator("g[aria-label=rect] rect").count() == 10, "its own brush does not narrow it"
    living.until(lambda: 0 < total(living.page, 2) < 1500)
    assert total(living.page, 2) == total(living.page, 1)


def test_one_input_in_two_pictures_is_one_input(opened: Open, tmp_path: Path) -> None:
    data = Data.from_dataframe(TABLE)
    menu = select(data, column="model", label="Model")
    page = HtmlPage()
    fragments = [page.fragment(vconcat(menu, bars(data, column))) for column in ("a", "b")]
    assert "engine-wasm" not in "".join(fragments)
    living = opened(written(tmp_path / "page.html", page, *fragments))
    living.until(lambda: living.page.locator("[data-ready]").count() == 2)
    menus = living.page.get_by_role("combobox", name="Model")
    for i, (chosen, rows) in enumerate([("m1", 750), ("m3", 750), ("All", 3000)]):
        menus.nth(i % 2).select_option(label=chosen)
        living.until(lambda rows=rows: [total(living.page, n) for n in (0, 1)] == [rows, rows])
        for n in (0, 1):
            assert menus.nth(n).evaluate("(e) => e.selectedOptions[0].label") == chosen


def waiting(browser: Browser, file: Path) -> tuple[Page, list[str]]:
    """A page whose clock is moved by hand."""
    page = browser.new_page(viewport={"width": 900, "height": 500})
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.clock.install()
    page.goto(file.as_uri())
    return page, said


def test_a_picture_says_which_other_is_missing_until_it_comes(browser: Browser, tmp_path: Path) -> None:
    data = Data.from_dataframe(TABLE)
    menu, shown = select(data, column="model", label="<b>Model"), bars(data)
    page = HtmlPage(menu, shown)
    late, fragment = page.fragment(shown), page.fragment(menu)
    open_, said = waiting(browser, written(tmp_path / "page.html", page, late))
    try:
        open_.wait_for_selector("[data-ready]")
        note = open_.locator("[data-part=missing]")
        assert (note.count(), said) == (0, [])
        open_.clock.fast_forward(6000)
        expect(note).to_have_text("This picture belongs with “<b>Model”, which is not in this page.")
        [warning] = said
        assert "“<b>Model”" in warning
        assert "HtmlPage.fragment" in warning
        open_.evaluate("(html) => document.body.insertAdjacentHTML('beforeend', html)", fragment)
        expect(note).to_have_count(0)
        open_.get_by_role("combobox", name="<b>Model").select_option(label="m2")
        open_.wait_for_function(f"({FIGURE_COUNTS})(0).reduce((a, b) => a + b) === 750")
    finally:
        open_.close()


def test_data_and_script_that_another_picture_brings_are_told_where_it_is_missing(
    browser: Browser, tmp_path: Path
) -> None:
    data, brush = Data.from_dataframe(TABLE), Selection.crossfilter()
    one, other = (bars(data, column, interval_x(target=brush), filter_by=brush) for column in ("a", "b"))
    page = HtmlPage(one, other)
    _, second = page.fragment(one), page.fragment(other)
    alone, said = waiting(browser, written(tmp_path / "page.html", page, second))
    try:
        expect(alone.locator("figure > svg")).to_be_visible()
        alone.clock.fast_forward(6000)
        expect(alone.locator("[data-part=still]")).to_contain_text("its script came with the first picture")
        assert len(said) == 1
    finally:
        alone.close()
