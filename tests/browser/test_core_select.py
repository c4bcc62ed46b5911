"""Quick selections of samples, and the tray that copies their ids: the same samples as `analysis.items` tells."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest
from fixtures.core import Open, Opened

from inspect_viz import Data
from inspect_viz.analysis import items
from inspect_viz.plot import to_html
from inspect_viz.view import sample_heatmap

AXE = Path(__file__).parents[2] / "runtime/node_modules/axe-core/axe.min.js"
CLIPBOARD = {"permissions": ["clipboard-read", "clipboard-write"]}
ODD = ['it\'s, "so"', "<script>alert(1)</script>", "\U0001f600 e\u0301", "a\nb", "-x"]


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
    assert page.page.get_by_text(f"{len(ids)} samples selected: {name}").is_visible()
    got = copied(page).split("\n")
    assert len(got) == len(ids)
    assert set(got) == ids
    assert page.page.locator("[data-part=status]").inner_text() == f"Copied {len(ids)} ids"


def test_the_example_has_most_kinds() -> None:
    assert [name for name in ("nobody", "split", "errors") if not wanted(name)] == []


def test_keys_select_copy_and_clear(opened: Open) -> None:
    page = opened(demo(), **CLIPBOARD)
    tray = page.page.locator("[data-part=tray]")
    assert tray.is_hidden()
    page.page.locator("[data-part=selecting] summary").focus()
    for key in ("Enter", "Tab", "Enter"):
        page.page.keyboard.press(key)
    assert tray.is_visible()
    assert page.page.evaluate("document.activeElement.textContent") == "Select"
    page.page.get_by_role("button", name="Clear").focus()
    page.page.keyboard.press("Enter")
    assert tray.is_hidden()
    assert page.page.evaluate("document.activeElement.textContent") == "Select"
    page.page.keyboard.press("Enter")
    page.page.keyboard.press("Escape")
    assert page.page.locator("[data-part=selecting]").get_attribute("open") is None


def test_ids_are_text(opened: Open) -> None:
    rows = [{"id": name, "model": model, "score_a": 0} for name in ODD for model in ("a", "b")]
    rows += [{"id": f"solved {i}", "model": model, "score_a": 1} for i in range(3) for model in ("a", "b")]
    frame = {key: [row[key] for row in rows] for key in ("id", "model", "score_a")}
    page = opened(to_html(sample_heatmap(Data.from_dataframe(_arrow(frame)))), **CLIPBOARD)
    entry(page, "nobody").click()
    text = copied(page)
    for name in ODD:
        assert name in text
        text = text.replace(name, "", 1)
    assert text == "\n" * (len(ODD) - 1)
    entry(page, "everybody").click()
    assert page.page.get_by_text("3 samples selected: everybody").is_visible()
    assert set(copied(page).split("\n")) == {"solved 0", "solved 1", "solved 2"}


def _arrow(frame: dict[str, list[Any]]) -> Any:
    import pyarrow as pa

    return pa.table(frame)


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
