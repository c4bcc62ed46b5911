"""What is asked anew for a plot whose own brush moved last stays filtered by the brushes of the others."""

from __future__ import annotations

import numpy as np
import pandas as pd
from fixtures.living import living
from playwright.sync_api import Browser
from test_living_brush import table, total
from test_living_failing import CELLS, frames

from inspect_viz import Data, Param, Selection
from inspect_viz._spec import compile
from inspect_viz._spec.sidecar import json_of
from inspect_viz.interactor import interval_x
from inspect_viz.layout import vconcat
from inspect_viz.mark import cell, rect_y
from inspect_viz.plot import plot
from inspect_viz.transform import bin, count

INTERVALS = "opened.picture.mosaic.params.get('s0').clauses.map(({ value }) => value)"
SET = "([name, value]) => opened.picture.mosaic.params.get(name).update(value)"
OWN = """() => { const { marks } = opened.picture.plots[1].mosaic;
    const clause = { source: {}, clients: new Set(marks), fields: [], value: 3, predicate: '"a" = 3' };
    opened.picture.mosaic.params.get("s0").update(clause) }"""


def test_a_param_changes_a_plot_whose_own_brush_moved_last(browser: Browser) -> None:
    rows = table()
    data, brush, step = Data.from_dataframe(rows), Selection.crossfilter(), Param(1)
    bars = [rect_y(data, x=bin(name, step=step), y=count(), filter_by=brush, tip=True) for name in "ab"]
    plots = [plot(one, interval_x(brush), x_domain=[0, 10], width=400, height=200) for one in bars]
    picture = compile(vconcat(*plots))
    with living(browser, picture.spec, json_of(picture.sidecar), t0=rows) as opened:
        opened.drag((0.1, 0.5), (0.5, 0.5), 1)
        opened.drag((0.2, 0.5), (0.6, 0.5), 0)
        opened.settle()
        [of_b, of_a] = opened.page.evaluate(INTERVALS)
        exact = [int(rows["b"].between(*of_b).sum()), int(rows["a"].between(*of_a).sum())]
        assert [total(opened, n) for n in (0, 1)] == exact
        before = len(opened.counts(0))
        opened.page.evaluate(SET, ["p0", 2])
        opened.until(lambda: len(opened.counts(0)) < before)
        assert [total(opened, n) for n in (0, 1)] == exact


def test_a_heatmap_that_chose_last_keeps_the_condition_of_others(browser: Browser) -> None:
    rows = pd.DataFrame({"a": [i // 4 for i in range(40)], "k": [*"abcd"] * 10, "v": np.arange(40.0)})
    data, both = Data.from_dataframe(rows), Selection.crossfilter()
    bars = rect_y(data, x=bin("a", step=1), y=count(), filter_by=both, tip=True)
    picture = compile(
        vconcat(
            plot(bars, interval_x(both), x_domain=[0, 10], width=400, height=200),
            plot(cell(data, x="k", y="a", fill="v", filter_by=both), width=400, height=300),
        )
    )
    with living(browser, picture.spec, json_of(picture.sidecar), t0=rows) as opened:
        opened.drag((0.2, 0.5), (0.45, 0.5))
        within = sorted(rows[rows["a"].between(2, 4)]["v"])
        opened.until(lambda: opened.page.evaluate(CELLS) == within)
        opened.page.evaluate(OWN)
        opened.until(lambda: total(opened, 0) == 4)
        opened.page.evaluate("opened.picture.plots[1].mosaic.marks[0].initialize()")
        frames(opened)
        assert opened.page.evaluate(CELLS) == within
