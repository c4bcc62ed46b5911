"""Brushes of living pictures: they filter other plots, keep their place, and leave tips and keys to the core."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import pandas as pd
import pytest
from fixtures.living import Living, living
from playwright.sync_api import Browser


def table() -> pd.DataFrame:
    rng = np.random.default_rng(7)
    a = rng.uniform(0, 10, 4000)
    return pd.DataFrame({"a": a, "b": a + rng.normal(0, 1, len(a))})


def histogram(column: str, selection: str, **more: Any) -> dict[str, Any]:
    bars = {
        "mark": "rectY",
        "data": {"from": "t0", "filterBy": selection},
        "x": {"bin": column},
        "y": {"count": ""},
        "tip": True,
        **more,
    }
    return {"plot": [bars, {"select": "intervalX", "as": selection}], "width": 400, "height": 220, "xDomain": "Fixed"}


def linked(kind: str) -> dict[str, Any]:
    return {"params": {"s0": {"select": kind}}, "hconcat": [histogram("a", "$s0"), histogram("b", "$s0")]}


@pytest.fixture
def crossfilter(browser: Browser) -> Iterator[Living]:
    with living(browser, linked("crossfilter"), t0=table()) as made:
        yield made


def total(opened: Living, n: int) -> int:
    """The sum of all counts that a plot tells in its payload."""
    return sum(opened.counts(n))


def test_a_brush_filters_the_other_plot_and_not_its_own(crossfilter: Living) -> None:
    assert total(crossfilter, 0) == total(crossfilter, 1) == 4000
    crossfilter.drag((0.2, 0.5), (0.6, 0.5))
    crossfilter.settle()
    low, high = crossfilter.page.evaluate("opened.picture.mosaic.params.get('s0').value")
    assert (low, high) == pytest.approx((2, 6), abs=0.1)
    assert total(crossfilter, 0) == 4000
    assert total(crossfilter, 1) == int(table()["a"].between(low, high).sum())


def test_tips_tell_what_is_drawn_now_beside_a_brush_and_under_it(crossfilter: Living) -> None:
    before = crossfilter.tip(0.3, 0.95, 1)
    assert crossfilter.tip(0.4, 0.95).startswith("a")
    crossfilter.drag((0.2, 0.5), (0.6, 0.5))
    crossfilter.settle()
    under = crossfilter.tip(0.4, 0.95)
    assert under.startswith("a")
    after = crossfilter.tip(0.3, 0.95, 1)
    assert after.startswith("b")
    assert after != before


BRUSHES = """[...document.querySelectorAll("#root .interval-x")].map((g) => {
    const { x, width } = g.querySelector(".selection").getBoundingClientRect();
    return [x, width] })"""


@pytest.mark.parametrize("kind", ["crossfilter", "intersect"])
def test_a_brush_stands_where_it_was_drawn(browser: Browser, kind: str) -> None:
    """Even where its own plot is drawn anew while it is dragged, and under the pointer while it is moved."""
    with living(browser, linked(kind), t0=table()) as opened:
        opened.drag((0.2, 0.5), (0.5, 0.5), 1)
        opened.settle()
        area = opened.area(1)
        x, width = opened.page.evaluate(BRUSHES)[1]
        assert (x - area["x"]) / area["width"] == pytest.approx(0.2, abs=0.01)
        assert width / area["width"] == pytest.approx(0.3, abs=0.02)
        opened.drag((0.35, 0.5), (0.45, 0.5), 1)
        opened.settle()
        moved, same = opened.page.evaluate(BRUSHES)[1]
        assert (moved - x) / area["width"] == pytest.approx(0.1, abs=0.02)
        assert same == pytest.approx(width, abs=2)


def test_a_click_beside_a_brush_takes_it_away(crossfilter: Living) -> None:
    crossfilter.drag((0.2, 0.5), (0.4, 0.5))
    crossfilter.settle()
    assert total(crossfilter, 1) < 4000
    crossfilter.page.mouse.click(*crossfilter.at(0.9, 0.5))
    crossfilter.settle()
    assert total(crossfilter, 1) == 4000


def test_plots_that_did_not_change_are_not_touched(crossfilter: Living) -> None:
    """A drag must not lose the element under it, nor a reader the focus."""
    crossfilter.page.evaluate("window.kept = document.querySelector('#root .interval-x .overlay')")
    crossfilter.drag((0.2, 0.5), (0.4, 0.5))
    crossfilter.settle()
    assert crossfilter.page.evaluate("kept === document.querySelector('#root .interval-x .overlay')")
    assert crossfilter.page.evaluate("kept.isConnected")
