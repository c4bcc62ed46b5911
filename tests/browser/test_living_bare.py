"""Plots that a choice leaves without rows."""

from __future__ import annotations

import pandas as pd
from fixtures.living import living
from playwright.sync_api import Browser

from inspect_viz import Data, Selection
from inspect_viz._spec import compile
from inspect_viz._spec.sidecar import json_of
from inspect_viz.input import search
from inspect_viz.layout import vconcat
from inspect_viz.mark import bar_y, dot, regression_y, rule_y
from inspect_viz.plot import plot
from inspect_viz.transform import count

TABLE = pd.DataFrame({"x": [*range(8)], "y": [*range(8)], "kind": [*"abcdabcd"]})
NOTE = "No rows meet the conditions"


def test_a_plot_without_rows_says_so_and_has_no_legend_of_nothing(browser: Browser) -> None:
    data, chosen = Data.from_dataframe(TABLE), Selection.intersect()
    dots = dot(data, x="x", y="y", fill="x", filter_by=chosen)
    made = vconcat(
        search(data, column="kind", target=chosen),
        plot(dots, regression_y(data, x="x", y="y", filter_by=chosen), rule_y(y=[0]), legend="color"),
        plot(bar_y(data, x="kind", y=count(), filter_by=chosen)),
        plot(dot(data, x="x", y="y"), dots),
    )
    picture = compile(made)
    with living(browser, picture.spec, json_of(picture.sidecar), t0=TABLE) as page:
        notes, legend = page.page.get_by_text(NOTE), page.page.locator("#root svg [data-part=legend]")
        assert notes.count() == 0
        assert legend.count() == 1
        page.page.get_by_role("combobox").fill("nobody")
        page.until(lambda: notes.count() == 2)
        assert legend.count() == 0
        page.page.get_by_role("combobox").fill("a")
        page.until(lambda: notes.count() == 0 and legend.count() == 1)
