"""Highlights whose questions fail or are given up, and plots that cannot be drawn: pictures go on and follow."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from fixtures.living import Living, living
from playwright.sync_api import Browser
from test_living_brush import histogram, table
from test_living_failing import FAIL, GIVE_UP, MEND, NOTE, frames, within

ROWS = table()[:60]
DOTS = "[...document.querySelectorAll('[data-plot=\"1\"] g[aria-label=dot] circle')]"
SHOWN = f"{DOTS}.length"
SET_BACK = f"{DOTS}.filter((dot) => Number(dot.getAttribute('opacity') ?? 1) < 1).length"
UNABLE = """() => { const [mark] = opened.picture.plots[1].mosaic.marks;
    mark.plotSpecs = () => { delete mark.plotSpecs; throw new Error("no room") } }"""


def highlighted(**data: str) -> dict[str, Any]:
    """A brush that sets dots back which it does not hold."""
    dots = {"mark": "dot", "data": {"from": "t0", **data}, "x": "a", "y": "b", "tip": True}
    plot = {"plot": [dots, {"select": "highlight", "by": "$s0"}], "width": 400, "height": 220}
    return {"params": {"s0": {"select": "intersect"}}, "hconcat": [histogram("a", "$s0"), plot]}


def count_within(opened: Living) -> int:
    return within(opened, ROWS)


@pytest.mark.parametrize("fail", [FAIL, GIVE_UP], ids=["fails", "given up"])
def test_a_highlight_follows_once_it_is_answered_again(browser: Browser, fail: str) -> None:
    with living(browser, highlighted(), t0=ROWS) as opened:
        opened.page.evaluate(fail, '"__"')
        opened.drag((0.2, 0.5), (0.5, 0.5))
        frames(opened)
        assert opened.page.evaluate(SET_BACK) == 0
        assert opened.page.locator(NOTE).count() == (fail == FAIL)
        opened.page.evaluate(MEND)
        opened.page.evaluate("window.opened.catchUp()")
        opened.until(lambda: opened.page.evaluate(SET_BACK) == len(ROWS) - count_within(opened))
        opened.until(lambda: opened.page.locator(NOTE).count() == 0)
        assert opened.page.locator("[data-part=still]").count() == 0


@pytest.mark.parametrize("prevent", [lambda page: page.evaluate(FAIL, '"__"'), lambda page: page.evaluate(UNABLE)])
def test_a_plot_that_is_not_drawn_to_its_end_holds_up_no_selection(
    browser: Browser, prevent: Callable[..., Any]
) -> None:
    with living(browser, highlighted(filterBy="$s0"), t0=ROWS) as opened:
        prevent(opened.page)
        opened.drag((0.2, 0.5), (0.5, 0.5))
        opened.until(lambda: opened.page.evaluate(SHOWN) == count_within(opened))
        opened.drag((0.6, 0.5), (0.9, 0.5))
        opened.until(lambda: opened.page.evaluate(SHOWN) == count_within(opened))
