"""Quick selections of samples, how they combine, and how they are outlined: the samples that `analysis.items` tells."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest
from fixtures.axe import violations
from fixtures.core import Open, Opened, page_of
from fixtures.planted import PLANTED, planted
from fixtures.views import sides
from playwright.sync_api import Locator

from inspect_viz import Data
from inspect_viz.analysis import items
from inspect_viz.plot import to_html
from inspect_viz.view import sample_heatmap

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


def test_flips_where_lower_scores_are_better_are_those_that_the_threshold_parts(opened: Open) -> None:
    table = planted()
    table.score_s = table.score_s.map({1.0: 0.5, 0.0: 0.9})
    table.loc[(table.id == "e1") & (table.epoch == 1), "score_s"] = 0.3
    options: dict[str, Any] = {"higher_is_better": False, "threshold": 0.5}
    page = opened(page_of(table, **options), **CLIPBOARD)
    page.page.locator("[data-part=selecting]").hover()
    page.until("document.querySelector('[data-part=details]')")
    entry(page, "flips").click()
    known = items(Data.from_dataframe(table), score_value="score_s", **options).to_pylist()
    assert selected(page) == {row["id"] for row in known if row["flip_rate"]} == set(PLANTED["flips"])


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


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1000])
def test_axe_finds_nothing_with_tray_and_menu(opened: Open, scheme: str, width: int) -> None:
    page = opened(demo(), color_scheme=scheme, bypass_csp=True, viewport={"width": width, "height": 800})
    entry(page, "nobody").click()
    page.page.get_by_text("Select", exact=True).click()
    left, right = sides(page.page.locator("[data-part=selecting] > div"))
    assert 0 <= left <= right <= width
    assert sides(page.page.locator("[data-part=find]"))[0] >= 0
    assert violations(page.page) == []


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
