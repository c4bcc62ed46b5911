"""Brushes in plots with facets: one in each, and all show the same interval."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd
import pytest
from fixtures.living import living
from playwright.sync_api import Browser

from inspect_viz import Data, Selection
from inspect_viz._spec import compile
from inspect_viz._spec.sidecar import json_of
from inspect_viz.interactor import interval_x, interval_xy
from inspect_viz.layout import vconcat
from inspect_viz.mark import bar_y, dot
from inspect_viz.plot import plot
from inspect_viz.transform import count

TABLE = pd.DataFrame({"x": [i % 10 for i in range(40)], "y": [i // 4 for i in range(40)], "kind": [*"abcd"] * 10})


@pytest.mark.parametrize("facet", ["fx", "fy"])
@pytest.mark.parametrize("brush", [interval_x, interval_xy], ids=["x", "xy"])
def test_each_facet_has_its_brush(browser: Browser, facet: str, brush: Callable[..., Any]) -> None:
    data, chosen = Data.from_dataframe(TABLE), Selection.intersect()
    facets = plot(dot(data, x="x", y="y", **{facet: "kind"}), brush(chosen), width=600, height=300)
    picture = compile(vconcat(facets, plot(bar_y(data, x="kind", y=count(), filter_by=chosen, tip=True))))
    with living(browser, picture.spec, json_of(picture.sidecar), t0=TABLE) as page:
        boxes = [page.page.locator(".overlay").nth(n).bounding_box() for n in range(4)]
        assert len({(box["x"], box["y"]) for box in boxes if box}) == 4
        third = boxes[2]
        assert third
        at = [(third["x"] + third["width"] * part, third["y"] + third["height"] * part) for part in (0.3, 0.9)]
        page.page.mouse.move(*at[0])
        page.page.mouse.down()
        page.page.mouse.move(*at[1], steps=5)
        page.page.mouse.up()
        page.until(lambda: 0 < sum(page.counts(0)) < 40)
        shown = page.page.locator(".selection:visible")
        assert shown.count() == 4, "all facets show it"
