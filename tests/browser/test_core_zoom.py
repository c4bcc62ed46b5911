"""Zoom, pan and size: cells, labels and marks stay together, and colours stay true."""

from __future__ import annotations

import numpy as np
import pytest
from fixtures.core import Open, Opened, laid_of, large_table, matrix_of, page_of, small_table, values_of
from heatmaps import starts

from inspect_viz import Data
from inspect_viz.mark import rule_x, text


def labels(page: Opened, axis: str) -> list[str]:
    return page.page.locator(f'g[aria-label="{axis}-axis tick label"] text').all_text_contents()


def check_cells(page: Opened, html: str) -> None:
    """At every label in sight the tip names it, and the pixel has the colour of the score in the tip."""
    plot = matrix_of(html)["plots"][0]
    page.page.mouse.move(1, 1)
    shot = page.pixels()
    checked = 0
    for model in labels(page, "y"):
        for sample in labels(page, "x"):
            x, y = page.cell(sample, model)
            tip = page.point(sample, model)
            assert tip.startswith(f"{model} on {sample}: ")
            score = float(page.page.locator("[role=tooltip] [data-part=value]").inner_text())
            assert values_of(shot[int(y), int(x)], plot) == pytest.approx(score, abs=0.01)
            checked += 1
    assert checked >= 3


def test_plain_wheel_scrolls_the_page(opened: Open) -> None:
    html = page_of(small_table()).replace("</body>", '<hr style="margin-top:2000px"></body>')
    page = opened(html, troubles=True, bypass_csp=True)
    before = labels(page, "x")
    page.hover(0.5, 0.5)
    page.page.mouse.wheel(0, 120)
    page.page.wait_for_function("scrollY > 0")
    assert labels(page, "x") == before


def test_control_wheel_zooms_and_zero_returns(opened: Open) -> None:
    html = page_of(small_table())
    page = opened(html)
    page.page.mouse.move(1, 1)
    whole = page.pixels()
    page.wheel(0.5, 0.5, 4)
    assert len(labels(page, "x")) < 12
    check_cells(page, html)
    page.page.locator("[data-part=cells]").press("0")
    page.page.mouse.move(1, 1)
    page.page.evaluate("document.activeElement.blur()")
    page.frame()
    assert len(labels(page, "x")) == 12
    assert np.array_equal(page.pixels()[60:], whole[60:])


def test_the_place_under_the_pointer_stays(opened: Open) -> None:
    page = opened(page_of(large_table(400, 3), height=300, width=1000, margins=False))
    for x in (0.10125, 0.50125, 0.93125):  # middles of cells
        page.hover(x, 0.5)
        before = page.tip
        page.wheel(x, 0.5, 8)
        page.page.mouse.move(1, 1)
        page.hover(x, 0.5)
        assert page.tip.split("\n")[0] == before.split("\n")[0]
        page.page.locator("[data-part=cells]").press("0")
        page.frame()


def test_drag_and_shift_wheel_pan(opened: Open) -> None:
    html = page_of(small_table())
    page = opened(html)
    page.wheel(0.5, 0.5, 5)
    first = labels(page, "x")
    x, y = page.at(0.5, 0.5)
    page.page.mouse.move(x, y)
    page.page.mouse.down()
    page.page.mouse.move(x - 100, y, steps=4)
    page.page.mouse.up()
    page.frame()
    dragged = labels(page, "x")
    assert dragged != first
    check_cells(page, html)
    page.hover(0.5, 0.5)
    page.page.keyboard.down("Shift")
    page.page.mouse.wheel(0, -100)
    page.page.keyboard.up("Shift")
    page.frame()
    assert labels(page, "x") != dragged
    check_cells(page, html)


def test_a_double_click_opens_one_log_and_does_not_zoom(opened: Open) -> None:
    page = opened(page_of(small_table()))
    with page.page.context.expect_page():
        page.page.mouse.dblclick(*page.at(0.5, 0.5))
    page.frame()
    assert len(page.page.context.pages) == 2
    assert len(labels(page, "x")) == 12


def test_buttons_zoom(opened: Open) -> None:
    page = opened(page_of(small_table()))
    page.page.get_by_role("button", name="Zoom in").click()
    page.frame()
    assert len(labels(page, "x")) < 12
    page.page.get_by_role("button", name="Zoom out").click()
    page.frame()
    assert len(labels(page, "x")) == 12


@pytest.mark.parametrize(("width", "ratio"), [(900, 1), (900, 2), (431, 1), (613, 1.5)])
def test_raster_colours_are_true_at_any_size(opened: Open, width: int, ratio: float) -> None:
    html = page_of(large_table(1000, 12), height=300)
    page = opened(html, viewport={"width": width, "height": 700}, device_scale_factor=ratio)
    plot = laid_of(html, width - 32)
    axis = plot["x"]
    nx, ny = len(axis["labels"]), len(plot["y"]["labels"])
    values = plot["values"].reshape(ny, nx)
    page.frame()
    shot = page.pixels()
    box = {key: n * ratio for key, n in page.box().items()}
    for j in range(ny):
        y = int(box["y"] + box["height"] * (j + 0.5) / ny)
        left, right = (int(np.ceil(box["x"] + box["width"] * share)) for share in (0.1, 0.6))
        row = shot[y, left:right]
        seen = values_of(row[(row != 255).any(axis=1)], plot).mean()
        at = box["x"] + box["width"] * (starts(axis) + axis["step"] / 2 - plot["area"]["x"]) / plot["area"]["width"]
        expected = values[j][(at >= left) & (at < right)].mean()
        assert seen == pytest.approx(expected, abs=max(0.01, 1.5 / (right - left)))


def test_zoomed_raster_shows_its_cells(opened: Open) -> None:
    html = page_of(large_table(1000, 12), height=300)
    page = opened(html)
    page.wheel(0.37, 0.5, 24)
    check_cells(page, html)


def test_raster_is_drawn_anew_when_the_window_changes(opened: Open) -> None:
    page = opened(page_of(large_table(1000, 12), height=300))
    page.page.wait_for_selector("canvas")
    before = page.page.evaluate("document.querySelector('canvas').width")
    page.page.set_viewport_size({"width": 420, "height": 700})
    page.frame()
    page.frame()
    assert page.page.evaluate("document.querySelector('canvas').width") < before
    share = page.page.evaluate(
        "(c => c.width / c.getBoundingClientRect().width / devicePixelRatio)(document.querySelector('canvas'))"
    )
    assert share == pytest.approx(1, abs=1e-3)


def test_marks_on_top_follow(opened: Open) -> None:
    table = small_table()
    one = Data.from_dataframe(table[table.id.isin(["q-3", "q-9"])])
    marks = [rule_x(one, x="id", stroke="red"), text(one, x="id", y="model_display_name", text="id", fill="white")]
    page = opened(page_of(table, marks=marks))

    def offsets() -> list[float]:
        found = page.page.evaluate(
            """() => { const middle = (e) => { const b = e.getBoundingClientRect(); return b.x + b.width / 2; };
            const all = [...document.querySelectorAll('[data-plot] text')];
            const isTick = (t) => t.closest('[aria-label="x-axis tick label"]');
            const ticks = new Map(all.filter(isTick).map((t) => [t.textContent, middle(t)]));
            const marks = all.filter((t) => t.closest('[aria-label="text"]') && ticks.has(t.textContent));
            const lines = [...document.querySelectorAll('[aria-label="rule"] line')].map(middle);
            return [...marks.map((t) => middle(t) - ticks.get(t.textContent)),
                    ...marks.map((t) => Math.min(...lines.map((x) => Math.abs(x - middle(t)))))]; }"""
        )
        return list(found)

    assert len(offsets()) == 12
    assert max(map(abs, offsets())) < 1
    page.wheel(page_share(page, "q-3"), 0.5, 3)
    assert len(offsets()) >= 6
    assert max(map(abs, offsets())) < 1


def page_share(page: Opened, sample: str) -> float:
    box = page.box()
    return (page.label(sample, "x") - box["x"]) / box["width"]


def test_two_fingers_zoom(opened: Open) -> None:
    page = opened(page_of(small_table()), has_touch=True)
    x, y = page.at(0.5, 0.5)
    session = page.page.context.new_cdp_session(page.page)

    def fingers(kind: str, apart: float) -> None:
        points = [] if kind == "touchEnd" else [{"x": x - apart, "y": y, "id": 0}, {"x": x + apart, "y": y, "id": 1}]
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    fingers("touchStart", 20)
    for apart in (30, 45, 60, 80):
        fingers("touchMove", apart)
    fingers("touchEnd", 0)
    page.frame()
    assert len(labels(page, "x")) < 12
    assert page.page.evaluate("visualViewport.scale") == 1
    assert not page.tip_is_shown


def test_raster_is_drawn_anew_when_the_screen_changes(opened: Open) -> None:
    page = opened(page_of(large_table(1000, 12), height=300))
    page.frame()
    before = page.page.evaluate("document.querySelector('canvas').width")
    session = page.page.context.new_cdp_session(page.page)
    size = {"width": 900, "height": 700, "deviceScaleFactor": 3, "mobile": False}
    session.send("Emulation.setDeviceMetricsOverride", size)
    page.hover(0.5, 0.5)
    assert page.page.evaluate("document.querySelector('canvas').width") == pytest.approx(3 * before, abs=3)


def test_a_pinned_tip_stays_off_its_cell(opened: Open) -> None:
    page = opened(page_of(small_table()))
    page.page.keyboard.down("Shift")
    page.page.mouse.click(*page.cell("q-3", "beta"))
    page.page.keyboard.up("Shift")
    page.page.locator("[role=tooltip][data-pinned]").wait_for()

    def away() -> float:
        tip = page.page.locator("[role=tooltip]").bounding_box()
        outline = page.page.locator('[data-sign="cell line"]').bounding_box()
        assert tip is not None
        assert outline is not None
        return max(tip["x"] - outline["x"] - outline["width"], outline["x"] - tip["x"] - tip["width"])

    assert away() > 0
    page.wheel(page_share(page, "q-3"), 0.5, 2)
    assert away() > 0
    assert "q-3" in page.tip
