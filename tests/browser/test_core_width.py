"""A picture takes the width it is given: laid out anew, not scaled, from phones to wide windows."""

from __future__ import annotations

import itertools
from typing import Any

import numpy as np
import pytest
from fixtures.core import Open, Opened, laid_of, page_of, small_table, values_of
from fixtures.views import demo as example
from fixtures.views import knob
from heatmaps import starts

from inspect_viz import Data
from inspect_viz.plot import to_html
from inspect_viz.view import sample_heatmap

WIDTHS = (320, 390, 700, 900, 1400)
PADDING = 32
"""Units of the window beside the figure of a page."""

TEXTS = """[...document.querySelectorAll("[data-inspect-viz] > svg text")]
  .filter((e) => e.checkVisibility() && e.textContent.trim())
  .map((e) => { const b = e.getBoundingClientRect(), m = e.getScreenCTM();
    return { text: e.textContent, left: b.left, right: b.right, top: b.top, bottom: b.bottom,
      turned: Math.abs(m.b) > 0.01, size: parseFloat(getComputedStyle(e).fontSize) * Math.hypot(m.a, m.b) } })"""
PICTURE = 'document.querySelector("[data-inspect-viz] > svg").getBoundingClientRect().toJSON()'


@pytest.fixture(scope="module")
def demo() -> str:
    return to_html(sample_heatmap(Data.example(), score_value="score_includes"))


def window(width: int) -> dict[str, Any]:
    return {"viewport": {"width": width, "height": 800}}


def check_texts(page: Opened) -> None:
    """No text is scaled, leaves the picture or touches another; the page is not wider than its window."""
    texts, picture = page.page.evaluate(TEXTS), page.page.evaluate(PICTURE)
    assert texts
    for text in texts:
        assert text["size"] >= SMALLEST, text
        assert picture["left"] - 1 <= text["left"] <= text["right"] <= picture["right"] + 1, text
        assert picture["top"] - 1 <= text["top"] <= text["bottom"] <= picture["bottom"] + 1, text
    for a, b in itertools.combinations([text for text in texts if not text["turned"]], 2):
        across = min(a["right"], b["right"]) - max(a["left"], b["left"])
        down = min(a["bottom"], b["bottom"]) - max(a["top"], b["top"])
        assert across <= 0.5 or down <= 3, (a, b)
    assert page.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


SMALLEST = 11


def check_cells(page: Opened, html: str, room: float) -> None:
    """The tip names the sample under the pointer, and the colour there is its score."""
    plot = laid_of(html, room)
    labels, area = plot["x"]["labels"], plot["area"]
    assert page.box()["width"] == pytest.approx(area["width"])
    middles = starts(plot["x"]) + plot["x"]["bandwidth"] / 2 - area["x"]
    values = plot["values"].reshape(len(plot["y"]["labels"]), len(labels))
    shot, box = page.pixels(), page.box()
    for i in range(0, len(labels), max(1, len(labels) // 12)):
        x = box["x"] + middles[i]
        y = box["y"] + box["height"] * 0.5 / len(values) - 5
        page.page.mouse.move(x, y)
        assert labels[i] in page.tip
        if plot["x"]["step"] >= 4 and np.isfinite(values[0][i]):
            seen = values_of(shot[int(y), int(x)][None, :], plot)[0]
            assert seen == pytest.approx(values[0][i], abs=0.01)


@pytest.mark.parametrize("width", WIDTHS)
def test_text_keeps_its_size_and_its_place_in_any_window(opened: Open, demo: str, width: int) -> None:
    page = opened(demo, **window(width))
    svg = page.page.locator("[data-inspect-viz] > svg")
    assert float(svg.get_attribute("width") or 0) == width - PADDING
    check_texts(page)
    check_cells(page, demo, width - PADDING)


def test_a_resized_window_lays_the_picture_out_again(opened: Open, demo: str) -> None:
    page = opened(demo, **window(1400))
    for width in (390, 1000, 700):
        page.page.set_viewport_size({"width": width, "height": 800})
        page.until(f'document.querySelector("[data-inspect-viz] > svg").getAttribute("width") == {width - PADDING}')
        check_texts(page)
        check_cells(page, demo, width - PADDING)


def test_few_columns_do_not_become_planks(opened: Open) -> None:
    html = page_of(small_table(), height=None)
    page = opened(html, **window(1400))
    widths = page.page.eval_on_selector_all(
        "[data-part=paint] rect", "(all) => all.map((e) => +e.getAttribute('width'))"
    )
    assert 40 < min(widths) <= max(widths) <= 48


@pytest.mark.parametrize("width", WIDTHS)
def test_tools_lie_above_the_picture_in_as_many_lines_as_they_need(opened: Open, demo: str, width: int) -> None:
    page = opened(demo, **window(width)).page
    buttons = page.locator("[data-part=tools] :is(button, summary, input):visible")
    boxes = [box for n in range(buttons.count()) if (box := buttons.nth(n).bounding_box())]
    assert len(boxes) > 8
    assert max(box["y"] + box["height"] for box in boxes) <= page.evaluate(PICTURE)["top"] + 1


def test_a_chosen_width_is_never_passed(opened: Open, demo: str) -> None:
    html = to_html(sample_heatmap(Data.example(), score_value="score_includes", width=500))
    svg = "[data-inspect-viz] > svg"
    assert opened(html, **window(1400)).page.locator(svg).get_attribute("width") == "500"
    narrow = opened(html, **window(390))
    assert narrow.page.locator(svg).get_attribute("width") == "358"
    check_texts(narrow)
    check_cells(narrow, html, 358)


@pytest.mark.parametrize("width", [390, 900])
def test_the_tip_stands_off_the_row_it_speaks_of(opened: Open, demo: str, width: int) -> None:
    page = opened(demo, **window(width))
    box = page.box()
    row = box["height"] / 8
    for j in range(8):
        page.hover(0.5, (j + 0.5) / 8)
        tip = page.page.locator("[role=tooltip]").bounding_box()
        assert tip
        top = box["y"] + j * row
        assert tip["y"] >= top + row or tip["y"] + tip["height"] <= top
        assert 0 <= tip["x"] <= tip["x"] + tip["width"] <= width


def test_what_the_reader_did_survives_a_resize(opened: Open, demo: str) -> None:
    """The zoom, the sample that was found, and the tip that was pinned."""
    page = opened(demo, **window(1000))
    field = page.page.get_by_role("combobox")
    field.fill("logic-knight-02")
    field.press("Enter")
    page.frame()
    found = "document.querySelector('[data-sign=\"found line\"]').getBoundingClientRect().toJSON()"
    before = page.page.evaluate(found)
    page.page.mouse.move(before["left"] + before["width"] / 2, before["top"] + 20)
    assert "logic-knight-02" in page.tip
    page.page.keyboard.down("Shift")
    page.page.mouse.click(before["left"] + before["width"] / 2, before["top"] + 20)
    page.page.keyboard.up("Shift")
    page.until("document.querySelector('[data-pinned]') !== null")
    said = page.tip
    for width in (700, 390, 1400):
        page.page.set_viewport_size({"width": width, "height": 800})
        page.until(f'document.querySelector("[data-inspect-viz] > svg").getAttribute("width") == {width - PADDING}')
        assert page.tip == said
        assert page.page.get_by_role("button", name="Show all").get_attribute("aria-disabled") == "false"
        after, box = page.page.evaluate(found), page.box()
        assert box["x"] - 1 <= after["left"] <= after["right"] <= box["x"] + box["width"] + 1
    page.page.keyboard.press("Escape")
    page.page.mouse.move(after["left"] + after["width"] / 2, after["top"] + 20)
    assert "logic-knight-02" in page.tip


def test_other_pictures_are_not_shrunk_on_a_phone(opened: Open) -> None:
    """They have no other layout: what has no room is beside it."""
    from inspect_viz.mark import cell
    from inspect_viz.plot import plot

    data = Data.from_dataframe(small_table())
    page = opened(to_html(plot(cell(data, x="id", y="model_display_name", fill="score_s", tip=True))), **window(390))
    texts = page.page.evaluate(TEXTS)
    assert texts
    assert min(text["size"] for text in texts) >= SMALLEST
    assert page.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.hover(0.25, 0.5)
    assert page.tip_is_shown


def test_what_is_told_is_never_cut(opened: Open) -> None:
    page = opened(example(), **window(1000))
    status = page.page.locator("[data-part=status]")
    for model in ("tiny/sage-2", "tiny/sage-1"):
        knob(page, model).click()
    page.until("document.querySelector('[data-part=status]').textContent.endsWith('.')")
    assert status.evaluate("(e) => e.scrollWidth <= e.clientWidth && e.scrollHeight <= e.clientHeight + 1")
    assert "95 % interval" in str(status.text_content())
