"""Every picture says that it is ready, and the pages of several pictures work."""

from __future__ import annotations

import pytest
from fixtures.core import FRAME, Open, heatmap, small_table

from inspect_viz import Data
from inspect_viz.layout import hconcat
from inspect_viz.mark import cell, dot, text
from inspect_viz.plot import HtmlPage, plot, to_html

HEARD = "addEventListener('inspect-viz:ready', () => { window.heard = (window.heard || 0) + 1; });"


def test_a_picture_without_cells_is_ready_too(opened: Open) -> None:
    page = opened(to_html(plot(text(x=[1, 2], y=[1, 2], text=["one", "two"]))), init=HEARD).page
    assert page.evaluate("window.heard") == 1
    assert page.locator("svg text", has_text="one").is_visible()
    assert page.locator("[data-part=trouble]").count() == 0


def test_head_and_fragments_make_a_page_of_several_pictures(opened: Open) -> None:
    parts = HtmlPage()
    pictures = "".join(parts.fragment(heatmap(small_table())) for _ in range(2))
    page = opened(f"<!doctype html><html><head>{parts.head()}</head><body>{pictures}</body></html>").page
    page.wait_for_function("document.querySelectorAll('[data-ready]').length === 2")
    for figure in page.locator("[data-inspect-viz]").all():
        cells = figure.locator("[data-part=cells]")
        cells.evaluate(f"(e) => (e.scrollIntoView({{ block: 'center' }}), {FRAME})")
        cells.hover()
        assert "q-" in figure.get_by_role("tooltip").inner_text()


def test_plots_side_by_side_answer_each_for_itself(opened: Open) -> None:
    data = Data.from_dataframe({"x": ["a", "b"], "y": ["u", "v"], "s": [0.25, 0.75], "t": [3.0, 4.0]})
    one, two = (plot(cell(data, x="x", y="y", fill=name, tip=True), width=300, height=200) for name in ("s", "t"))
    page = opened(to_html(hconcat(one, two))).page
    areas = page.locator("[data-part=cells]")
    assert areas.count() == 2
    told = []
    for area in areas.all():
        box = area.bounding_box()
        assert box is not None
        page.mouse.move(box["x"] + box["width"] * 0.25, box["y"] + box["height"] * 0.25)
        told.append(page.get_by_role("tooltip").inner_text())
    assert "0.25" in told[0]
    assert "3" in told[1]


@pytest.mark.parametrize("width", [390, 800])
def test_only_pictures_that_answer_have_room_for_tools(opened: Open, width: int) -> None:
    data = Data.from_dataframe({"x": [1, 2], "y": [1, 2]})
    tops = []
    for tip in (True, None):
        page = opened(to_html(plot(dot(data, "x", "y", tip=tip)))).page
        page.set_viewport_size({"width": width, "height": 500})
        tops.append(page.locator(".inspect-viz > svg").evaluate("(svg) => svg.getBoundingClientRect().y"))
    assert tops[0] > 40
    assert tops[1] == 16
