"""Pictures that live on narrow screens: what stands side by side goes on below, and what is cut says so."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fixtures.living import Living, opener
from playwright.sync_api import Browser

from inspect_viz import Data, Selection
from inspect_viz.input import checkbox_group, search, select
from inspect_viz.interactor import interval_x
from inspect_viz.layout import hconcat, hspace, vconcat
from inspect_viz.mark import bar_y, rect_y
from inspect_viz.plot import plot, write_html
from inspect_viz.transform import bin, count

ROWS = Data.from_dataframe(
    {"score": [1.0, 2, 3, 4, 5, 6, 7, 8], "cost": [8, 7, 6, 5, 4, 3, 2, 1], "kind": [*"abcdabcd"]}
)
FADES = "getComputedStyle(document.querySelector('.inspect-viz')).maskImage !== 'none'"


@pytest.fixture
def start(browser: Browser) -> Iterator[Any]:
    with opener(browser) as made:
        yield made


def linked(folder: Path) -> Path:
    brush = Selection.crossfilter()

    def bars(column: str) -> Any:
        made = rect_y(ROWS, x=bin(column, steps=8), y=count(), filter_by=brush, tip=True)
        return plot(made, interval_x(brush), width=330, height=160, x_domain=[0, 10])

    inputs = (select(ROWS, column="kind", target=brush), search(ROWS, column="kind", target=brush))
    row = hconcat(*inputs, checkbox_group(ROWS, column="kind", target=brush))
    write_html(folder / "page.html", vconcat(row, hconcat(bars("score"), hspace(20), bars("cost"))), engine="sidecar")
    return folder / "page.html"


def places(page: Living) -> list[tuple[float, float]]:
    boxes = [page.page.locator("[data-part=cells]").nth(n).bounding_box() for n in range(2)]
    return [(box["x"], box["y"]) for box in boxes if box]


def test_plots_and_inputs_side_by_side_stand_below_each_other_on_a_narrow_screen(start: Any, tmp_path: Path) -> None:
    page = start(linked(tmp_path), viewport={"width": 390, "height": 900})
    (left, top), (second, low) = places(page)
    assert left == second
    assert low - top == pytest.approx(160, abs=1)
    inputs = [page.page.get_by_role("combobox").nth(n).bounding_box() for n in range(2)]
    boxes = [*inputs, page.page.get_by_role("group", name="kind").bounding_box()]
    assert all(box and box["x"] + box["width"] <= 374 for box in boxes)
    figure = ".inspect-viz"
    assert page.page.evaluate(f"(f => f.scrollWidth <= f.clientWidth)(document.querySelector('{figure}'))")
    page.drag((0.1, 0.5), (0.5, 0.5), 1)
    page.until(lambda: sum(page.counts(0)) < 8)
    page.page.set_viewport_size({"width": 900, "height": 900})
    page.until(lambda: places(page)[0][1] == places(page)[1][1])
    assert places(page)[1][0] - places(page)[0][0] == pytest.approx(350, abs=1)
    assert sum(page.counts(0)) < 8, "the brush holds"


@pytest.mark.parametrize(("width", "fades"), [(390, True), (900, False)])
def test_what_goes_on_beyond_the_edge_fades_until_it_is_reached(
    start: Any, tmp_path: Path, width: int, fades: bool
) -> None:
    chosen = select(ROWS, column="kind")
    made = vconcat(chosen, plot(bar_y(ROWS, x="kind", y=count()), width=600, height=160))
    write_html(tmp_path / "page.html", made)
    page = start(tmp_path / "page.html", viewport={"width": width, "height": 600})
    assert page.page.evaluate(FADES) is fades
    page.page.evaluate("document.querySelector('.inspect-viz').scrollLeft = 1000")
    page.until(lambda: page.page.evaluate(FADES) is False)


def test_tools_lie_on_one_line_above_the_picture(start: Any, tmp_path: Path) -> None:
    page = start(linked(tmp_path), viewport={"width": 390, "height": 900})
    tools = page.page.locator("[data-part=tools] button")
    boxes = [box for n in range(tools.count()) if (box := tools.nth(n).bounding_box())]
    first = page.page.get_by_role("combobox").first.bounding_box()
    assert len({box["y"] for box in boxes}) == 1
    assert first
    assert boxes[0]["y"] + boxes[0]["height"] < first["y"] < boxes[0]["y"] + boxes[0]["height"] + 45
