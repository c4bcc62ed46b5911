"""Inputs of pages: real controls by pointer and keys, whose states are frozen, so that no engine is asked."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from fixtures.axe import violations
from fixtures.living import Living, opener
from playwright.sync_api import Browser

from inspect_viz import Component, Data, Param
from inspect_viz.input import checkbox, radio_group, select, slider
from inspect_viz.layout import hconcat, vconcat
from inspect_viz.mark import rect_y, rule_x
from inspect_viz.plot import plot, write_html
from inspect_viz.transform import bin, count

TABLE = pd.DataFrame(
    {
        "model": [f"m{i % 8}" for i in range(240)],
        "task": ["law" if i % 3 else "math" for i in range(240)],
        "score": [i % 10 for i in range(240)],
    }
)


@pytest.fixture(scope="module")
def dashboard(browser: Browser, tmp_path_factory: Any) -> Iterator[Living]:
    """A page with each input that has few states, on a dense screen."""
    file: Path = tmp_path_factory.mktemp("inputs") / "page.html"
    write_html(file, picture())
    assert [path.name for path in file.parent.iterdir()] == ["page.html"], "no engine"
    with opener(browser) as start:
        yield start(file, device_scale_factor=2)


def picture() -> Component:
    data, at, wide = Data.from_dataframe(TABLE), Param(3), Param(1)
    bars = rect_y(data, x=bin("score", step=1), y=count(), tip=True)
    inputs = hconcat(select(data, column="model", label="Model"), radio_group(data, column="task", label="Task"))
    rules = plot(rule_x(x=[at], stroke_width=wide), height=80, x_domain=[0, 9])
    marks = hconcat(
        slider(target=at, min=0, max=9, step=3, label="At"), checkbox(target=wide, values=(4, 1), label="Wide")
    )
    return vconcat(inputs, plot(bars, height=200, x_domain=[0, 10]), marks, rules)


def bars(living: Living) -> int:
    """Rows behind all bars, as the tip tells them."""
    return sum(living.counts(0))


def expected(**chosen: str) -> int:
    rows = TABLE
    for column, value in chosen.items():
        rows = rows[rows[column] == value]
    return len(rows)


def test_a_select_chooses_by_keys_with_type_ahead(dashboard: Living) -> None:
    box = dashboard.page.get_by_role("combobox", name="Model")
    assert box.locator("option").all_inner_texts() == ["All", *(f"m{i}" for i in range(8))]
    box.focus()
    dashboard.page.keyboard.type("m5")
    dashboard.until(lambda: bars(dashboard) == expected(model="m5"))
    dashboard.page.keyboard.press("ArrowDown")
    dashboard.until(lambda: bars(dashboard) == expected(model="m6"))
    assert "Model: m6" in dashboard.page.locator("[data-part=status]").inner_text()
    dashboard.page.keyboard.press("Home")
    dashboard.until(lambda: bars(dashboard) == expected())


def test_a_saved_svg_shows_inputs_as_they_are(dashboard: Living) -> None:
    dashboard.page.get_by_role("combobox", name="Model").select_option(label="m5")
    dashboard.until(lambda: bars(dashboard) == expected(model="m5"))
    with dashboard.page.expect_download() as download:
        dashboard.page.get_by_role("button", name="SVG").click()
    saved = Path(download.value.path()).read_text("utf-8")
    dashboard.page.get_by_role("combobox", name="Model").select_option(label="All")
    dashboard.until(lambda: bars(dashboard) == expected())
    assert ">m5<" in saved
    assert saved.count('data-part="input"') == 4
    assert "visibility" not in saved


def test_inputs_of_one_selection_hold_together_in_any_order(dashboard: Living) -> None:
    box = dashboard.page.get_by_role("combobox", name="Model")
    law, everything = (dashboard.page.get_by_role("radio", name=name, exact=True) for name in ("law", "All"))
    law.check()
    box.select_option("m1")
    dashboard.until(lambda: bars(dashboard) == expected(model="m1", task="law"))
    box.select_option("All")
    everything.check()
    dashboard.until(lambda: bars(dashboard) == expected())
    box.select_option("m2")
    law.focus()
    everything.focus()
    dashboard.page.keyboard.press("ArrowDown")
    dashboard.until(lambda: bars(dashboard) == expected(model="m2", task="law"))
    everything.check()
    box.select_option("All")
    dashboard.until(lambda: bars(dashboard) == expected())


RULE = """(() => { const line = document.querySelector('g[aria-label="rule"] line');
    const group = document.querySelector('g[aria-label="rule"]');
    return [Number(line.getAttribute("x1")), Number(group.getAttribute("stroke-width") ?? 1)] })()"""


def test_a_slider_moves_by_keys_and_says_its_value(dashboard: Living) -> None:
    knob = dashboard.page.get_by_role("slider", name="At")
    before = dashboard.page.evaluate(RULE)[0]
    knob.focus()
    dashboard.page.keyboard.press("ArrowRight")
    dashboard.until(lambda: dashboard.page.evaluate(RULE)[0] > before)
    assert knob.get_attribute("aria-valuetext") == "6"
    dashboard.page.keyboard.press("ArrowLeft")
    dashboard.until(lambda: dashboard.page.evaluate(RULE)[0] == before)


def test_a_checkbox_sets_one_of_two_values(dashboard: Living) -> None:
    box = dashboard.page.get_by_role("checkbox", name="Wide")
    assert not box.is_checked()
    box.press("Space")
    dashboard.until(lambda: dashboard.page.evaluate(RULE)[1] == 4)
    box.click()
    dashboard.until(lambda: dashboard.page.evaluate(RULE)[1] == 1)


def test_no_question_is_missed_and_nothing_is_fetched(dashboard: Living) -> None:
    """Runs last: the tests above have gone through the states."""
    assert dashboard.troubles == []
    assert [url for url in dashboard.asked if not url.startswith("file:")] == []
    assert len(dashboard.asked) == 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_violation(dashboard: Living, scheme: Any) -> None:
    dashboard.page.emulate_media(color_scheme=scheme)
    assert violations(dashboard.page) == []
