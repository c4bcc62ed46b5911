"""Legends of numbers that select: steps are pressed."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pandas as pd
import pytest
from fixtures.axe import violations
from fixtures.living import Living, living
from playwright.sync_api import Browser

from inspect_viz import Data, Selection
from inspect_viz._spec import compile
from inspect_viz._spec.sidecar import json_of
from inspect_viz.layout import vconcat
from inspect_viz.mark import dot
from inspect_viz.plot import legend, plot
from inspect_viz.table import table

VALUES = np.linspace(-2, 2, 81).round(2)
TABLE = pd.DataFrame({"n": np.arange(81), "v": VALUES})


@pytest.fixture(scope="module")
def opened(browser: Browser) -> Iterator[Living]:
    data, steps = Data.from_dataframe(TABLE), Selection.intersect()
    dots = dot(data, x="n", y="v", fill="v")
    look = {"width": 400, "height": 100}
    stepped = {"color_scale": "threshold", "color_domain": [-1, 0, 1]}
    made = vconcat(
        plot(dots, legend=legend("color", target=steps), **look, **stepped),
        table(data, columns=["v"], filter_by=steps, height=100),
    )
    picture = compile(made)
    with living(browser, picture.spec, json_of(picture.sidecar), t0=TABLE) as page:
        yield page


def rows(living: Living, table: int) -> int:
    return int(living.page.locator("[data-part=grid-foot]").nth(table).inner_text().split()[0])


def test_steps_are_pressed_and_their_stretches_selected(opened: Living) -> None:
    step = opened.page.get_by_role("button", name="\u22121 to 0", exact=True)
    step.click()
    opened.until(lambda: rows(opened, 0) == ((VALUES >= -1) & (VALUES < 0)).sum())
    assert step.get_attribute("aria-pressed") == "true"
    opened.page.get_by_role("button", name="1 and more").press("Enter")
    opened.until(lambda: rows(opened, 0) == (((VALUES >= -1) & (VALUES < 0)) | (VALUES >= 1)).sum())
    faint = opened.page.locator("[data-option]").evaluate_all("(all) => all.map((e) => e.getAttribute('opacity'))")
    assert faint[:4] == ["0.25", None, "0.25", None]
    assert opened.page.locator("[data-part=status]").inner_text() == "Legend: \u22121 to 0, 1 and more"
    step.click()
    assert violations(opened.page, "#root") == []
    opened.page.get_by_role("button", name="1 and more").click()
    opened.until(lambda: rows(opened, 0) == 81)
