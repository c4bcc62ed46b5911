"""Legends that stand beside their plot, or in another one, follow its scale."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest
from fixtures.living import living
from playwright.sync_api import Browser
from test_living_brush import histogram

ROWS = pd.DataFrame({"a": [i / 10 for i in range(100)], "v": [float(i) for i in range(100)]})
LEGEND = """[...document.querySelectorAll('#root svg text')].slice(-5).map((text) => text.textContent)"""


def dots(**more: Any) -> dict[str, Any]:
    mark = {"mark": "dot", "data": {"from": "t0", "filterBy": "$s0"}, "x": "a", "y": "a", "fill": "v", "tip": True}
    return {"name": "dots", "plot": [mark], "width": 300, "height": 200, **more}


def standing() -> dict[str, Any]:
    return {"vconcat": [histogram("a", "$s0"), {"hconcat": [dots(), {"legend": "color", "for": "dots"}]}]}


def elsewhere() -> dict[str, Any]:
    other = histogram("v", "$s1")
    other["plot"].append({"legend": "color", "for": "dots"})
    return {"vconcat": [histogram("a", "$s0"), dots(), other]}


@pytest.mark.parametrize("layout", [standing, elsewhere])
def test_a_legend_follows_the_scale_of_its_plot(browser: Browser, layout: Any) -> None:
    kinds = {"s0": {"select": "crossfilter"}, "s1": {"select": "crossfilter"}}
    with living(browser, {"params": kinds, **layout()}, t0=ROWS) as opened:
        assert opened.page.evaluate(LEGEND) == ["0", "20", "40", "60", "80"]
        opened.drag((0.0, 0.5), (0.305, 0.5))
        opened.until(lambda: opened.page.evaluate(LEGEND)[-1] == "30")
