"""A picture takes the width it is given: laid out anew, not scaled, from phones to wide windows."""

from __future__ import annotations

import itertools
from typing import Any

import numpy as np
import pytest
from fixtures.core import Open, Opened, laid_of, page_of, small_table, values_of
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


def test_a_chosen_width_is_never_passed(opened: Open, demo: str) -> None:
    html = to_html(sample_heatmap(Data.example(), score_value="score_includes", width=500))
    svg = "[data-inspect-viz] > svg"
    assert opened(html, **window(1400)).page.locator(svg).get_attribute("width") == "500"
    narrow = opened(html, **window(390))
    assert narrow.page.locator(svg).get_attribute("width") == "358"
    check_texts(narrow)
    check_cells(narrow, html, 358)
