"""Inputs of many states, in a page from disk without a network: search, choices, pairs of knobs, intervals of ramps."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from fixtures.axe import violations
from fixtures.living import Living, opener
from fixtures.pointing import drag_across
from playwright.sync_api import Browser, Locator

from inspect_viz import Component, Data
from inspect_viz.input import checkbox_group, search, select, slider
from inspect_viz.layout import hconcat, vconcat
from inspect_viz.mark import dot
from inspect_viz.plot import legend, plot, write_html

TABLE = pd.DataFrame(
    {
        "model": [f"model-{i % 6}" for i in range(240)],
        "task": [["law", "math", "code"][i % 3] for i in range(240)],
        "score": [i % 10 / 10 for i in range(240)],
        "tokens": [100 + 37 * i % 900 for i in range(240)],
    }
)


def picture() -> Component:
    data = Data.from_dataframe(TABLE)
    dots = dot(data, "tokens", "score", fill="tokens", r=4)
    return vconcat(
        hconcat(
            select(data, column="model", multiple=True, label="Models"),
            search(data, column="model", label="Search", placeholder="Part of a name"),
            slider(data, column="tokens", value=[100, 999], min=100, max=999, step=1, label="Tokens"),
        ),
        hconcat(
            slider(data, column="score", select="interval", step=0.1, label="At most"),
            checkbox_group(data, column="task"),
        ),
        plot(dots, legend=legend("color", target=data.selection, label="Ramp"), width=560, height=220),
    )


@pytest.fixture(scope="module")
def file(tmp_path_factory: Any) -> Path:
    """A page whose engine lies beside it."""
    made: Path = tmp_path_factory.mktemp("ranges") / "page.html"
    write_html(made, picture(), engine="sidecar")
    return made


@pytest.fixture(scope="module")
def page(browser: Browser, file: Path) -> Iterator[Living]:
    with opener(browser) as start:
        made = start(file, viewport={"width": 900, "height": 640})
        yield made
        assert [url for url in made.asked if not url.startswith(("file:", "blob:"))] == []


def shown(page: Living) -> int:
    return page.page.locator("g[aria-label=dot] circle").count()


def until(page: Living, rows: Any) -> None:
    """All rows that pandas finds are drawn, and no others."""
    page.until(lambda: shown(page) == int(rows.sum()))


EVERY = TABLE["tokens"] > 0


def test_a_search_finds_parts_of_names(page: Living) -> None:
    box = page.page.get_by_role("combobox", name="Search")
    box.focus()
    page.page.keyboard.type("-3")
    until(page, TABLE["model"] == "model-3")
    box.fill("")
    until(page, EVERY)


def test_several_choices_open_and_close_by_keys(page: Living) -> None:
    head = page.page.locator("summary", has_text="All")
    head.focus()
    page.page.keyboard.press("Enter")
    page.page.keyboard.press("Tab")
    page.page.keyboard.press("Space")
    until(page, TABLE["model"] == "model-0")
    page.page.get_by_role("checkbox", name="model-4").click()
    until(page, TABLE["model"].isin(["model-0", "model-4"]))
    assert "model-0, model-4" in page.page.locator("[data-part=status]").inner_text()
    page.page.get_by_role("checkbox", name="model-0").click()
    page.page.get_by_role("checkbox", name="model-4").click()
    page.page.keyboard.press("Escape")
    assert page.page.get_by_role("checkbox", name="model-4").is_hidden()
    until(page, EVERY)


def test_boxes_of_a_group_are_checked_by_pointer_and_space(page: Living) -> None:
    page.page.get_by_role("checkbox", name="law").click()
    until(page, TABLE["task"] == "law")
    page.page.get_by_role("checkbox", name="math").press("Space")
    until(page, TABLE["task"] != "code")
    page.page.get_by_role("checkbox", name="law").press("Space")
    page.page.get_by_role("checkbox", name="math").click()
    until(page, EVERY)


def test_two_knobs_are_dragged_and_moved_by_keys(page: Living) -> None:
    track = page.page.get_by_role("group", name="Tokens")
    low, high = (page.page.get_by_role("slider", name=f"Tokens, {end}") for end in ("from", "to"))
    drag_across(track, 8 / 150, 0.5)
    page.until(lambda: low.input_value() not in ("100", ""))
    until(page, TABLE["tokens"] >= int(low.input_value()))
    high.focus()
    page.page.keyboard.press("PageDown")
    until(page, TABLE["tokens"].between(int(low.input_value()), int(high.input_value())))
    assert int(high.input_value()) < 999
    high.press("Home")
    page.until(lambda: low.input_value() == high.input_value() == "100")
    high.press("End")
    until(page, EVERY)


def test_a_slider_without_a_value_is_no_condition_until_it_is_moved(page: Living) -> None:
    knob = page.page.get_by_role("slider", name="At most")
    assert knob.get_attribute("aria-valuetext") == "All"
    knob.focus()
    page.page.keyboard.press("ArrowRight")
    until(page, TABLE["score"] <= 0.1)
    page.page.keyboard.press("Escape")
    until(page, EVERY)


def framed(page: Living, ramp: Locator) -> float:
    """The share of a ramp that is framed."""
    frame, within = page.page.locator("[data-chosen][rx]").bounding_box(), ramp.bounding_box()
    return frame["width"] / (within["width"] - 8) if frame and within else 0


def test_an_interval_of_a_ramp_is_dragged_and_moved_by_keys(page: Living) -> None:
    ramp = page.page.get_by_role("group", name="Ramp")
    low, high = (page.page.get_by_role("slider", name=f"Ramp, {end}") for end in ("from", "to"))
    drag_across(ramp, 0.25, 0.5)
    page.until(lambda: shown(page) < len(TABLE))
    ends = [float(knob.get_attribute("aria-valuetext") or 0) for knob in (low, high)]
    until(page, TABLE["tokens"].between(*ends))
    assert ends == pytest.approx([100 + 0.25 * 899, 100 + 0.5 * 899], abs=15)
    page.until(lambda: framed(page, ramp) == pytest.approx(0.25, abs=0.02))
    high.focus()
    page.page.keyboard.press("End")
    page.until(lambda: high.get_attribute("aria-valuetext") == str(TABLE["tokens"].max()))
    until(page, TABLE["tokens"] >= ends[0])
    page.page.keyboard.press("Escape")
    until(page, EVERY)
    assert page.page.locator("[data-chosen][rx]").count() == 0
    drag_across(ramp, 0.6, 0.9)
    page.until(lambda: shown(page) < len(TABLE))
    ramp.click()
    until(page, EVERY)


def test_axe_finds_no_violation_in_any_state(browser: Browser, file: Path) -> None:
    with opener(browser) as start:
        page = start(file, bypass_csp=True)
        for scheme in ("light", "dark"):
            page.page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            assert violations(page.page) == []
            page.page.locator("summary", has_text="All").click()
            page.page.get_by_role("slider", name="Ramp, to").focus()
            page.page.keyboard.press("PageDown")
            page.until(lambda: shown(page) < len(TABLE))
            assert violations(page.page) == []
            page.page.keyboard.press("Escape")
            page.page.locator("summary", has_text="All").press("Escape")
            until(page, EVERY)
