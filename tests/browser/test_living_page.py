"""Pages whose readers change the picture, opened from disk without a network: DuckDB answers in the page itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
from fixtures.living import Living, block, opener
from playwright.sync_api import Browser

from inspect_viz import Component, Data, Selection
from inspect_viz.interactor import interval_x
from inspect_viz.layout import hconcat
from inspect_viz.mark import rect_y
from inspect_viz.plot import HtmlPage, legend, plot, to_html, write_html
from inspect_viz.transform import bin, count

HEIGHTS = """(n) => [...document.querySelectorAll(`[data-plot="${n}"] g[aria-label="rect"] rect`)]
    .map((rect) => Number(rect.getAttribute("height")))"""

Open = Callable[..., Living]


@pytest.fixture
def opened(browser: Browser) -> Iterator[Open]:
    with opener(browser) as start:
        yield start


def table() -> pd.DataFrame:
    rng = np.random.default_rng(3)
    a = rng.uniform(0, 10, 5000)
    return pd.DataFrame({"a": a, "b": rng.uniform(0, 10, 5000) * (a < 5), "secret": "never in a page"})


def linked() -> Component:
    data, brush = Data.from_dataframe(table()), Selection.crossfilter()

    def histogram(column: str) -> Component:
        bars = rect_y(data, x=bin(column), y=count(), filter_by=brush, tip=True)
        return plot(bars, interval_x(target=brush), x_domain="Fixed", width=400, height=220)

    return hconcat(histogram("a"), histogram("b"))


def waited(opened: Living, n: int, before: list[float]) -> list[float]:
    """The heights of a plot's bars once they are others."""
    for _ in range(2000):
        now = opened.page.evaluate(HEIGHTS, n)
        if now != before:
            return list(now)
        opened.page.evaluate("new Promise(requestAnimationFrame)")
    raise AssertionError("nothing changed")


@pytest.mark.parametrize("engine", ["sidecar", "inline"])
def test_two_linked_histograms_answer_without_a_network(opened: Open, tmp_path: Path, engine: Any) -> None:
    write_html(tmp_path / "linked.html", linked(), engine=engine)
    beside = [path.name for path in tmp_path.iterdir() if path.suffix == ".js"]
    assert len(beside) == (engine == "sidecar")
    living = opened(tmp_path / "linked.html")
    before = living.page.evaluate(HEIGHTS, 1)
    assert living.asked == [(tmp_path / "linked.html").as_uri()], "the engine starts with the first question"
    living.drag((0.6, 0.5), (0.9, 0.5))
    after = waited(living, 1, before)
    assert len(after) == 1, "where a is above 5, b is 0"
    assert {url.rpartition("/")[2].partition("-1.")[0] for url in living.asked if not url.startswith("blob:")} == {
        "linked.html",
        *(["inspect-viz-duckdb"] if beside else []),
    }


def test_a_page_carries_the_columns_that_its_picture_reads_and_no_others() -> None:
    tables = block(to_html(linked()), "table-data")
    assert b"secret" not in tables
    assert b'"t0"' in tables


def test_the_policy_of_a_page_with_an_engine_adds_what_the_engine_needs_and_nothing_else(tmp_path: Path) -> None:
    def policy(html: str) -> str:
        found = re.search(r'Content-Security-Policy" content="([^"]*)"', html)
        assert found
        return re.sub(r"'sha256-[^']*' ?", "", found.group(1))

    plain = policy(to_html(linked(), engine=None))
    with_engine = policy(to_html(linked(), engine="inline"))
    assert with_engine == plain.replace("script-src ", "script-src 'wasm-unsafe-eval'").replace(
        "base-uri", "worker-src blob:; base-uri"
    )
    write_html(tmp_path / "a.html", linked(), engine="sidecar")
    beside = policy((tmp_path / "a.html").read_text(encoding="utf-8"))
    assert re.sub(r" 'nonce-[0-9a-f]{32}'", "", beside) == with_engine


def test_the_same_picture_is_the_same_page() -> None:
    assert to_html(linked()) == to_html(linked())


def test_pictures_of_a_page_share_script_and_engine_and_stand_beside_still_ones(opened: Open, tmp_path: Path) -> None:
    page = HtmlPage()
    still = plot(rect_y(Data.from_dataframe(table()), x=bin("a"), y=count(), tip=True))
    bodies = [page.fragment(picture) for picture in (linked(), still, linked())]
    assert [body.count('data-part="live"') for body in bodies] == [1, 0, 0]
    file = tmp_path / "page.html"
    file.write_text(f"<!doctype html><html><head>{page.head()}</head><body>{''.join(bodies)}</body></html>", "utf-8")
    living = opened(file)
    living.until(lambda: living.page.locator("[data-ready]").count() == 3)
    assert living.page.evaluate("inspectVizLive.pictures.size") == 2


def test_a_legend_that_selects_is_pressed(opened: Open, tmp_path: Path) -> None:
    rows = table().assign(kind=["low" if a < 5 else "high" for a in table()["a"]])
    data = Data.from_dataframe(rows)
    chosen = Selection.intersect()
    bars = rect_y(data, x=bin("a", step=5), y=count(), fill="kind", filter_by=chosen, tip=True)
    write_html(tmp_path / "page.html", plot(bars, legend("color", target=chosen), x_domain=[0, 10]), engine="inline")
    living = opened(tmp_path / "page.html")
    assert sum(living.counts(0)) == 5000
    low = living.page.get_by_role("button", name="low")
    low.click()
    living.until(lambda: sum(living.counts(0)) == int((rows["kind"] == "low").sum()))
    assert low.get_attribute("aria-pressed") == "true"
    low.press("Enter")
    living.until(lambda: sum(living.counts(0)) == 5000)
