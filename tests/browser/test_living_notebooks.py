"""The notebooks of tests/compat in the hands of a reader: what their inputs and interactors then show."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import notebooks
import pytest
from fixtures.living import Living, living
from fixtures.pointing import drag_across
from notebooks import Notebook
from playwright.sync_api import Browser

from inspect_viz._spec import compile
from inspect_viz._spec.sidecar import json_of


@contextmanager
def shown(browser: Browser, name: str) -> Iterator[tuple[Notebook, Living]]:
    notebook = notebooks.run(name)
    picture = compile(notebook.shown)
    with living(browser, picture.spec, json_of(picture.sidecar), t0=notebook.names["rows"]) as opened:
        yield notebook, opened


def shapes(opened: Living, plot: int, shape: str) -> int:
    """How many shapes a plot has drawn."""
    drawn = "([n, name]) => opened.picture.plots[n].inventory.marks.find((mark) => mark.name === name)?.elements ?? 0"
    found: int = opened.page.evaluate(drawn, [plot, shape])
    return found


def test_a_brush_over_one_histogram_filters_the_other(browser: Browser) -> None:
    with shown(browser, "crossfilter") as (notebook, opened):
        drag_across(opened.page.locator(".interval-x .overlay").nth(1), 0.3, 0.6)
        opened.settle()
        low, high = opened.page.evaluate("opened.picture.mosaic.params.get('s0').value")
        condition = f"seconds BETWEEN {low} AND {high}"
        bins = notebook.one(f"SELECT count(DISTINCT floor(tokens / 500)) FROM rows WHERE {condition}")
        assert [shapes(opened, 0, "rect"), shapes(opened, 1, "rect")] == [bins, 18]


def test_a_slider_sharpens_the_density(browser: Browser) -> None:
    with shown(browser, "bandwidth") as (_, opened):
        top = "opened.picture.plots[0].inventory.scales.y.domain[1]"
        before = opened.page.evaluate(top)
        opened.page.get_by_role("slider", name="Bandwidth").focus()
        opened.page.keyboard.press("Home")
        opened.until(lambda: opened.page.evaluate(top) > 1.5 * before)


def test_a_click_on_a_bar_selects_it_and_the_legend_follows(browser: Browser) -> None:
    with shown(browser, "toggled") as (_, opened):
        pale = "[...document.querySelectorAll('g[aria-label=bar] rect')].map((bar) => bar.getAttribute('opacity'))"
        opened.page.locator("g[aria-label=bar] rect").first.click()
        opened.until(lambda: shapes(opened, 1, "line") == 1)
        assert opened.page.evaluate(pale).count("0.2") == 3
        opened.page.get_by_role("button", name="rain").click()
        stroke = "document.querySelector('g[aria-label=line] path').getAttribute('stroke')"
        opened.until(lambda: opened.page.evaluate(stroke) == "#1f77b4")
        assert shapes(opened, 1, "line") == 1


def test_rows_of_a_table_filter_the_plot(browser: Browser) -> None:
    with shown(browser, "tabled") as (notebook, opened):
        heights = "[...document.querySelectorAll('g[aria-label=bar] rect')].map((bar) => bar.height.baseVal.value)"
        tallest = f"Math.max(...{heights})"
        before = opened.page.evaluate(tallest)
        opened.page.locator("[data-row]").nth(1).click()
        opened.until(lambda: opened.page.evaluate(tallest) != before)
        high = "SELECT max(m) FROM (SELECT avg(score) AS m FROM rows WHERE {} GROUP BY task)"
        ratio = notebook.one(high.format("model = 'bob'")) / notebook.one(high.format("true"))
        assert opened.page.evaluate(tallest) / before == pytest.approx(ratio, abs=0.02)


def test_what_is_nearest_to_the_pointer_is_told(browser: Browser) -> None:
    with shown(browser, "nearby") as (notebook, opened):
        opened.page.mouse.move(*opened.at(0.5, 0.5))
        opened.until(lambda: shapes(opened, 0, "dot") == 3)
        day = opened.page.evaluate("opened.picture.mosaic.params.get('s0').value")
        told = opened.page.locator("g[aria-label=text] text").all_text_contents()
        closes = notebook.ask(f"SELECT close FROM rows WHERE day = {day}")
        assert sorted(told) == sorted(str(close) for (close,) in closes)
        assert shapes(opened, 0, "rule") == 3
        opened.page.mouse.move(5, 5)
        opened.until(lambda: shapes(opened, 0, "dot") == 0)
