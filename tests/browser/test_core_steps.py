"""The key steps through the cells that it counts, and selects their samples; problems select the samples they name."""

from __future__ import annotations

from typing import Any

import pytest
from fixtures.axe import violations
from fixtures.core import Open, Opened, page_of, small_table
from fixtures.planted import BROKEN, MODELS, PLANTED, REFUSED, planted
from problems import troubled

from inspect_viz import Data
from inspect_viz.plot import to_html
from inspect_viz.view import sample_heatmap

CLIPBOARD = {"permissions": ["clipboard-read", "clipboard-write"]}


def entry(page: Opened, name: str) -> Any:
    return page.page.get_by_role("toolbar", name="Key").get_by_role("button", name=name)


def steps(page: Opened) -> Any:
    return page.page.locator("[data-part=steps]")


def here(page: Opened) -> tuple[str, str]:
    """Sample and model in the tip."""
    model, sample = page.page.locator("[role=tooltip] bdi").all_inner_texts()[:2]
    return sample, model


def status(page: Opened) -> str:
    return page.page.locator("[role=status][data-part=status]").inner_text()


def single() -> Any:
    """One epoch, so that each error is a cell."""
    table = planted()
    return table[table.epoch == 2].drop(columns="epoch")


@pytest.mark.parametrize("orientation", ["horizontal", "vertical"])
def test_clicks_on_the_key_step_through_its_cells(opened: Open, orientation: str) -> None:
    page = opened(page_of(single(), orientation=orientation, height=500))
    wanted = {(sample, model) for sample, model, epoch in BROKEN if epoch == 2}
    found = []
    for k in (1, 2):
        entry(page, "Step through 2 errors").click()
        assert status(page) == f"{k} of 2 errors"
        found.append(here(page))
    assert set(found) == wanted
    entry(page, "Step through 2 errors").click(modifiers=["Shift"])
    assert here(page) == found[0]
    assert status(page) == "1 of 2 errors"
    assert "error" in page.tip


def test_rows_and_cells_that_differ_are_both_told(opened: Open) -> None:
    page = opened(page_of(planted()))
    entry(page, "Step through 3 errors").click()
    assert status(page) == "cell 1 of 2 with errors (3)"
    entry(page, "Step through 3 refused").click()
    assert status(page) == "cell 1 of 2 with refused (3)"


def test_steps_tell_how_a_state_falls_on_models(opened: Open) -> None:
    page = opened(page_of(planted()))
    entry(page, "Step through 3 refused").click()
    told = steps(page).inner_text()
    counts = {model: sum(model == other for _, other, _ in REFUSED) for model in MODELS}
    assert f"bob {counts['bob']}, dee {counts['dee']}, none in 2 others" in told


def test_a_pinned_tip_stays_pinned_and_has_the_text_of_the_error(opened: Open) -> None:
    page = opened(page_of(planted(), details=["error"]))
    entry(page, "Step through 3 errors").click()
    page.page.locator("[data-part=cells]").focus()
    page.page.keyboard.press("p")
    panel = page.page.locator("[role=tooltip][data-pinned]")
    panel.wait_for()
    steps(page).get_by_role("button", name="Next").click()
    panel.wait_for()
    page.until("document.querySelector('[data-pinned] [data-part=told] dd')")
    assert "boom: the tool broke" in panel.inner_text()


def test_a_finger_steps_with_a_pinned_tip(opened: Open) -> None:
    page = opened(page_of(planted()), has_touch=True, viewport={"width": 600, "height": 700})
    entry(page, "Step through 3 errors").tap()
    page.page.locator("[role=tooltip][data-pinned]").wait_for()
    first = here(page)
    steps(page).get_by_role("button", name="Next").tap()
    page.until("document.querySelector('[data-part=status]').textContent.startsWith('cell 2')")
    page.page.locator("[role=tooltip][data-pinned]").wait_for()
    assert here(page) != first


def test_keys_step_and_go_on_from_there(opened: Open) -> None:
    page = opened(page_of(single()))
    key = entry(page, "Step through 2 errors")
    key.focus()
    page.page.keyboard.press("Enter")
    page.page.keyboard.press("Enter")
    place = here(page)
    assert status(page) == "2 of 2 errors"
    page.page.locator("[data-part=cells]").focus()
    assert here(page) == place
    page.page.keyboard.press("Escape")
    assert not page.tip_is_shown
    assert steps(page).is_visible()
    page.page.keyboard.press("Escape")
    assert steps(page).is_hidden()


def test_a_step_in_a_zoomed_picture_brings_its_cell_into_sight(opened: Open) -> None:
    page = opened(page_of(planted()))
    page.wheel(0.99, 0.99, 14)
    entry(page, "Step through 3 errors").click()
    page.frame()
    box = page.box()
    outline = page.page.locator('[data-sign="cell line"]').bounding_box()
    assert outline
    assert box["x"] - 1 <= outline["x"] <= box["x"] + box["width"]
    assert outline["width"] > 5


def test_the_samples_of_a_key_are_selected_and_combine(opened: Open) -> None:
    page = opened(page_of(planted()), **CLIPBOARD)
    for name, modifier in (("errors", None), ("refused", "Shift")):
        entry(page, f"Step through 3 {name}").click()
        steps(page).get_by_role("button", name="Select their 2 samples").click(
            modifiers=[modifier] if modifier else []  # type: ignore[list-item]
        )
    page.page.get_by_role("button", name="Copy ids").click()
    page.until("navigator.clipboard.readText().then((text) => text !== '')")
    copied = set(page.page.evaluate("navigator.clipboard.readText()").split("\n"))
    assert copied == {*PLANTED["errors"], *PLANTED["refused"]}


def test_counts_in_the_key_are_those_of_the_steps(opened: Open) -> None:
    table = planted()
    table.loc[(table.id == "s1") & (table.epoch == 1), "score_s"] = float("nan")
    table = table[~((table.id == "s2") & (table.model == "ann"))]
    page = opened(page_of(table))
    for name, cells, rows in (("unscored", 4, 4), ("absent", 1, 1), ("error", 2, 3)):
        own = page.page.get_by_role("toolbar", name="Key").get_by_role("button").filter(has_text=name)
        own.first.click()
        told = status(page)
        assert told.startswith(f"1 of {cells} ") if rows == cells else told.endswith(f"({rows})")


def test_a_problem_selects_the_samples_that_it_names(opened: Open) -> None:
    said = ("the inputs of q-1 and q-12 differ", "alpha was run twice", "q-3 has two targets")
    data = troubled(Data.from_dataframe(small_table()), *said)
    page = opened(to_html(sample_heatmap(data, score_value="score_s")), **CLIPBOARD)
    picks = page.page.locator("[data-part=pick]")
    assert [pick.get_attribute("aria-label") for pick in picks.all()] == ["Select 2 samples", "Select q-3"]
    picks.first.click()
    picks.last.click(modifiers=["Shift"])
    tray = page.page.locator("[data-part=tray]")
    assert "3 of 12 samples selected: of a problem, and q-3" in tray.inner_text()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_while_stepping(opened: Open, scheme: str) -> None:
    page = opened(page_of(planted()), color_scheme=scheme, bypass_csp=True, viewport={"width": 390, "height": 800})
    entry(page, "Step through 3 errors").click()
    steps(page).get_by_role("button", name="Select their 2 samples").click()
    assert violations(page.page) == []


def test_buttons_lie_over_the_entries_of_the_key_at_every_width(opened: Open) -> None:
    page = opened(page_of(planted()), viewport={"width": 1000, "height": 800})
    for width in (1000, 420):
        page.page.set_viewport_size({"width": width, "height": 800})
        page.until(f"document.querySelector('[data-inspect-viz] > svg').getBoundingClientRect().width <= {width}")
        page.frame()
        page.frame()
        entries = page.page.locator("[data-part=legend-key] [data-state]").all()
        buttons = page.page.get_by_role("toolbar", name="Key").get_by_role("button").all()
        assert len(entries) == len(buttons) == 2
        for inner, outer in ((a.bounding_box(), b.bounding_box()) for a, b in zip(entries, buttons, strict=True)):
            assert inner
            assert outer
            assert outer["height"] >= 23.9
            assert outer["x"] <= inner["x"] + 1
            assert outer["x"] + outer["width"] >= inner["x"] + inner["width"] - 1
            assert outer["y"] <= inner["y"] + 1
            assert outer["y"] + outer["height"] >= inner["y"] + inner["height"] - 1


def test_steps_go_on_in_another_order(opened: Open) -> None:
    page = opened(page_of(single()))
    entry(page, "Step through 2 errors").click()
    first = here(page)
    page.page.get_by_text("Order", exact=True).click()
    page.page.get_by_role("group", name="samples").get_by_label("by name").check()
    page.page.keyboard.press("Escape")
    page.frame()
    steps(page).get_by_role("button", name="Next").click()
    other = here(page)
    assert {first, other} == {(sample, model) for sample, model, epoch in BROKEN if epoch == 2}
    assert "error" in page.tip
    page.page.set_viewport_size({"width": 700, "height": 700})
    page.frame()
    steps(page).get_by_role("button", name="Next").click()
    assert here(page) == first
