"""Quick selections of samples, how they combine, and how they are outlined: the samples that `analysis.items` tells."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest
from fixtures.core import Open, Opened, laid_of, large_table, page_of
from fixtures.planted import PLANTED, planted
from playwright.sync_api import Locator

from inspect_viz import Data
from inspect_viz.analysis import items
from inspect_viz.plot import to_html
from inspect_viz.view import sample_heatmap

AXE = Path(__file__).parents[2] / "runtime/node_modules/axe-core/axe.min.js"
CLIPBOARD = {"permissions": ["clipboard-read", "clipboard-write"]}


@cache
def demo() -> str:
    return to_html(sample_heatmap(Data.example(), score_value="score_includes"))


@cache
def table() -> list[dict[str, Any]]:
    return items(Data.example(), score_value="score_includes").to_pylist()


def wanted(name: str) -> set[str]:
    tests = {
        "nobody": lambda row: row["block"] == "nobody",
        "everybody": lambda row: row["block"] == "everybody",
        "split": lambda row: (row["spread"] or 0) > 0,
        "errors": lambda row: row["error"] > 0,
        "refused": lambda row: row["refused"] > 0,
    }
    return {row["id"] for row in table() if tests[name](row)}


def entry(page: Opened, name: str) -> Any:
    page.page.get_by_text("Select", exact=True).click()
    return page.page.locator("[data-part=selecting] button").filter(has_text=name)


def tray(page: Opened) -> Locator:
    return page.page.locator("[data-part=tray]")


def selected(page: Opened) -> set[str]:
    """The samples that are selected, as their ids are copied."""
    return set(copied(page).split("\n")) if tray(page).is_visible() else set()


def copied(page: Opened) -> str:
    page.page.get_by_role("button", name="Copy ids").click()
    page.page.locator("[data-part=status]").filter(has_text="Copied").wait_for()
    return str(page.page.evaluate("navigator.clipboard.readText()"))


@pytest.mark.parametrize("name", ["nobody", "everybody", "split", "errors", "refused"])
def test_a_quick_selection_has_the_samples_that_the_analysis_has(opened: Open, name: str) -> None:
    page = opened(demo(), **CLIPBOARD)
    ids = wanted(name)
    button = entry(page, name)
    if not ids:
        assert button.count() == 0
        return
    assert button.inner_text() == f"{name} {len(ids)}"
    button.click()
    assert tray(page).get_by_text(f"{len(ids)} of 120 samples selected: {name}").is_visible()
    got = copied(page).split("\n")
    assert len(got) == len(ids)
    assert set(got) == ids
    assert page.page.locator("[data-part=status]").inner_text() == f"Copied {len(ids)} ids"


def test_the_example_has_most_kinds() -> None:
    assert [name for name in ("nobody", "split", "errors") if not wanted(name)] == []


def test_keys_select_copy_and_clear(opened: Open) -> None:
    page = opened(demo(), **CLIPBOARD)
    assert tray(page).is_hidden()
    page.page.locator("[data-part=selecting] summary").focus()
    for key in ("Enter", "Tab", "Enter"):
        page.page.keyboard.press(key)
    assert tray(page).is_visible()
    assert page.page.evaluate("document.activeElement.textContent") == "Select"
    page.page.get_by_role("button", name="Clear").focus()
    page.page.keyboard.press("Enter")
    assert tray(page).is_hidden()
    assert page.page.evaluate("document.activeElement.textContent") == "Select"
    page.page.keyboard.press("Enter")
    page.page.keyboard.press("Escape")
    assert page.page.locator("[data-part=selecting]").get_attribute("open") is None


@pytest.mark.parametrize("orientation", ["horizontal", "vertical"])
@pytest.mark.parametrize("name", sorted(PLANTED))
def test_quick_selections_find_what_was_planted(opened: Open, name: str, orientation: str) -> None:
    page = opened(page_of(planted(), orientation=orientation), **CLIPBOARD)
    entry(page, name).click()
    assert selected(page) == set(PLANTED[name])


def test_flips_of_grades_are_those_of_epochs_that_differ(opened: Open) -> None:
    table = planted()
    flips = [("f1", "bob", 2), ("f2", "dee", 1)]
    table.score_s = 7 * table.score_s
    page = opened(page_of(table), **CLIPBOARD)
    page.page.locator("[data-part=selecting]").hover()
    page.until("document.querySelector('[data-part=details]')")
    entry(page, "flips").click()
    assert selected(page) == {sample for sample, _, _ in flips}


def test_selections_combine(opened: Open) -> None:
    page = opened(page_of(planted()), **CLIPBOARD)
    nobody, refused, errors = (set(PLANTED[name]) for name in ("nobody", "refused", "errors"))
    entry(page, "nobody").click()
    entry(page, "refused").click(modifiers=["Shift"])
    assert tray(page).get_by_text("5 of 13 samples selected: nobody, and refused").is_visible()
    assert selected(page) == nobody | refused
    entry(page, "errors").click(modifiers=["Alt"])
    assert selected(page) == (nobody | refused) - errors
    assert "without errors" in tray(page).inner_text()
    entry(page, "everybody").click()
    assert selected(page) == set(PLANTED["everybody"])


def test_modes_of_the_tray_combine_without_keys(opened: Open) -> None:
    page = opened(page_of(planted()), **CLIPBOARD)
    entry(page, "nobody").click()
    tray(page).get_by_role("button", name="Add", exact=True).click()
    entry(page, "refused").click()
    assert selected(page) == {*PLANTED["nobody"], *PLANTED["refused"]}
    remove = tray(page).get_by_role("button", name="Remove", exact=True)
    remove.click()
    assert remove.get_attribute("aria-pressed") == "true"
    for name in ("nobody", "refused"):
        entry(page, name).click()
    assert tray(page).is_hidden()
    entry(page, "split").click()
    assert remove.get_attribute("aria-pressed") == "false"


def test_escape_closes_what_is_open_before_it_clears(opened: Open) -> None:
    page = opened(page_of(planted()))
    keyboard = page.page.keyboard
    entry(page, "nobody").click()
    page.page.get_by_text("Select", exact=True).click()
    keyboard.press("Escape")
    assert tray(page).is_visible()
    page.page.locator("[data-part=cells]").focus()
    keyboard.press("ArrowRight")
    keyboard.press("Escape")
    assert not page.tip_is_shown
    assert tray(page).is_visible()
    keyboard.press("Escape")
    assert tray(page).is_hidden()
    entry(page, "nobody").click()
    page.page.evaluate("document.activeElement.blur()")
    keyboard.press("Escape")
    assert tray(page).is_hidden()
    assert page.page.locator("[role=status]").first.inner_text() == "Nothing is selected"


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


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1000])
def test_axe_finds_nothing_with_tray_and_menu(opened: Open, scheme: str, width: int) -> None:
    if not AXE.exists():
        pytest.skip("axe-core is not installed in runtime/node_modules")
    page = opened(demo(), color_scheme=scheme, bypass_csp=True, viewport={"width": width, "height": 800})
    entry(page, "nobody").click()
    page.page.get_by_text("Select", exact=True).click()
    box = page.page.locator("[data-part=selecting] > div").bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    find = page.page.locator("[data-part=find]").bounding_box()
    assert find
    assert find["x"] >= 0
    page.page.add_script_tag(path=str(AXE))
    found = page.page.evaluate("axe.run({resultTypes: ['violations']}).then((r) => r.violations)")
    assert [(v["id"], [n["html"] for n in v["nodes"]]) for v in found] == []


def test_escape_closes_the_menu_of_orders_before_it_clears(opened: Open) -> None:
    page = opened(page_of(planted()))
    entry(page, "nobody").click()
    page.page.get_by_text("Order", exact=True).click()
    page.page.keyboard.press("Escape")
    assert page.page.locator("[data-part=ordering][open]").count() == 0
    assert tray(page).is_visible()
    page.page.keyboard.press("Escape")
    assert tray(page).is_hidden()


def test_quick_selections_stay_in_another_order(opened: Open) -> None:
    page = opened(page_of(planted()), **CLIPBOARD)
    page.page.get_by_text("Order", exact=True).click()
    page.page.get_by_label("by name").first.check()
    page.page.keyboard.press("Escape")
    page.frame()
    for name in ("nobody", "flips", "errors"):
        entry(page, name).click()
        assert selected(page) == set(PLANTED[name])
