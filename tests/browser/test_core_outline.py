"""The outline of selected columns: where it stands, what it follows, and how it is seen."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from fixtures.core import Open, Opened, laid_of, large_table, page_of
from fixtures.planted import PLANTED, planted


def entry(page: Opened, name: str) -> Any:
    page.page.get_by_text("Select", exact=True).click()
    return page.page.locator("[data-part=selecting] button").filter(has_text=name)


OUTLINED = """() => [...document.querySelector('[data-sign="selected bar"]').getAttribute('d')
  .matchAll(/M([-.\\d]+) ([-.\\d]+)H([-.\\d]+)V([-.\\d]+)/g)].map((m) => m.slice(1).map(Number))"""


def outlined(page: Opened) -> list[list[float]]:
    """Boxes of the bars at the edge above the cells: left, top, right and bottom, in user units."""
    boxes: list[list[float]] = page.page.evaluate(OUTLINED)
    return boxes[::2]


def covered(page: Opened, html: str) -> set[str]:
    """Samples whose middle lies under a bar."""
    width = page.page.locator("[data-inspect-viz]").bounding_box()
    assert width
    axis = laid_of(html, width["width"])["x"]
    gaps = axis.get("gaps", {"before": [], "size": 0})
    found = set()
    for i, name in enumerate(axis["labels"]):
        middle = axis["start"] + i * axis["step"] + axis["bandwidth"] / 2
        middle += gaps["size"] * sum(before <= i for before in gaps["before"])
        if any(left <= middle <= right for left, _, right, _ in outlined(page)):
            found.add(name)
    return found


@pytest.mark.parametrize("name", ["nobody", "split", "errors", "refused"])
def test_bars_stand_over_the_selected_columns(opened: Open, name: str) -> None:
    html = page_of(planted())
    page = opened(html)
    entry(page, name).click()
    assert covered(page, html) == set(PLANTED[name])


def test_bars_follow_zoom_order_and_width(opened: Open) -> None:
    html = page_of(planted())
    page = opened(html)
    entry(page, "errors").click()
    before = outlined(page)
    area = page.page.locator("[data-part=cells]")
    left, width = (float(area.get_attribute(name) or 0) for name in ("x", "width"))
    page.wheel(((before[0][0] + before[0][2]) / 2 - left) / width, 0.5, 12)
    assert max(right - left for left, _, right, _ in outlined(page)) > 1.5 * (before[0][2] - before[0][0])
    page.page.locator("[data-part=cells]").press("0")
    page.frame()
    assert outlined(page) == before
    page.page.get_by_text("Order", exact=True).click()
    page.page.get_by_label("by name").first.check()
    page.frame()
    labels = page.page.locator('g[aria-label="x-axis tick label"] text').all_text_contents()
    places = [page.label(name, "x") for name in PLANTED["errors"]]
    bars = page.page.locator('[data-sign="selected bar"]')
    box = bars.bounding_box()
    assert box
    assert box["x"] <= min(places)
    assert box["x"] + box["width"] >= max(places)
    assert len(outlined(page)) == 2
    assert labels == sorted(labels)
    page.page.set_viewport_size({"width": 600, "height": 700})
    page.until(f"document.querySelector('[data-sign=\"selected bar\"]').getBoundingClientRect().x !== {box['x']}")
    assert len(outlined(page)) == 2


def test_bars_stand_over_rasters(opened: Open) -> None:
    table = large_table(4000, 3)
    table.score_s = [float(i % 4000 < 40) for i in range(len(table))]
    table.loc[table.model_display_name == "m0", "score_s"] = 0.0
    page = opened(page_of(table, sort=None))
    entry(page, "split").click()
    [bar] = outlined(page)
    cells = page.page.locator("[data-part=cells]")
    left, width = (float(cells.get_attribute(name) or 0) for name in ("x", "width"))
    assert abs((bar[2] - bar[0]) - width * 40 / 4000) < 1
    assert bar[0] >= left - 1


def luminance(color: tuple[int, ...]) -> float:
    parts = [c / 255 for c in color]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_bars_stand_out_from_the_paper(opened: Open, scheme: str) -> None:
    page = opened(page_of(planted()), color_scheme=scheme)
    entry(page, "nobody").click()
    page.page.mouse.move(0, 0)
    box = page.page.locator('[data-sign="selected bar"]').bounding_box()
    assert box
    pixels = page.pixels()
    bar = pixels[int(box["y"]), int(box["x"] + 8)]
    paper = pixels[int(box["y"] + 4), 2]
    light, dark = sorted((luminance(tuple(bar)), luminance(tuple(paper))), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 3


def test_saved_pictures_have_no_outline(opened: Open) -> None:
    page = opened(page_of(planted()))
    entry(page, "nobody").click()
    with page.page.expect_download() as saved:
        page.page.get_by_role("button", name="SVG").click()
    assert "selected" not in Path(saved.value.path()).read_text()
