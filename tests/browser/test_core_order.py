"""The menu of orders in a page: the picture stands as `sort` would have drawn it, and says nothing that is not so."""

from __future__ import annotations

from typing import Any

import pytest
from fixtures.axe import violations
from fixtures.core import Open, matrix_of, page_of, small_table
from fixtures.views import TEXTS, choose, columns_of, demo, rows_of, sides, told


@pytest.mark.parametrize("width", [420, 1000])
@pytest.mark.parametrize(
    ("samples", "models", "sort"),
    [
        ("disagreement", "best first", {"samples": "disagreement"}),
        ("discrimination", "best first", {"samples": "discrimination"}),
        ("like ones side by side", "best first", {"samples": "similarity"}),
        ("by name", "best first", {"samples": "natural"}),
        ("by difficulty", "best first", {"samples": "metadata_difficulty"}),
        ("flips", "flips", "flips"),
        ("hardest first", "by name", {"models": "natural"}),
        ("disagreement", "like ones side by side", {"samples": "disagreement", "models": "similarity"}),
    ],
)
def test_the_picture_is_the_one_that_sort_draws(opened: Open, samples: str, models: str, sort: Any, width: int) -> None:
    size = {"width": width, "height": 800}
    bars = ["metadata_difficulty"] if samples == "by difficulty" else None
    drawn = opened(demo(sort=sort, bars=bars), viewport=size)
    page = opened(demo(bars=bars), viewport=size)
    choose(page, "samples", samples)
    choose(page, "models", models)
    assert rows_of(page) == rows_of(drawn)
    assert columns_of(page, 120) == columns_of(drawn, 120)
    assert told(page) == told(drawn)


def test_gaps_part_samples_without_a_score(opened: Open) -> None:
    table = small_table()
    table.loc[table.id == "q-2", "score_s"] = None
    page = opened(page_of(table))
    choose(page, "samples", "by name")
    [drawn] = matrix_of(page_of(table, sort={"samples": "natural"}))["plots"]
    told = columns_of(page, 12)
    assert all(label in text for label, text in zip(drawn["x"]["labels"], told, strict=True))
    assert "q-2" in told[-1]
    assert "no score 1" in page.page.evaluate(TEXTS)


def test_cells_keep_scores_links_and_ranks(opened: Open) -> None:
    table = small_table()
    page = opened(page_of(table))
    tips = {name: page.point(name, "beta") for name in ("q-1", "q-7", "q-12")}
    choose(page, "samples", "by name")
    choose(page, "models", "by name")
    for name, tip in tips.items():
        assert page.point(name, "beta") == tip
        with page.page.expect_popup() as popup:
            page.page.mouse.click(*page.cell(name, "beta"))
        assert popup.value.url.startswith(f"https://logs.example.org/beta/{name[2:]}/1")
        popup.value.close()


def test_labels_stand_where_sort_puts_them(opened: Open) -> None:
    page = opened(page_of(small_table()))
    before = page.label("q-1", "x")
    choose(page, "samples", "by name")
    drawn = opened(page_of(small_table(), sort={"samples": "natural"}))
    for name in ("q-1", "q-6", "q-12"):
        assert page.label(name, "x") == pytest.approx(drawn.label(name, "x"), abs=0.5)
    assert page.label("q-1", "x") != pytest.approx(before, abs=5)


def test_back_is_the_first_picture(opened: Open) -> None:
    page = opened(demo())
    page.wheel(0.5, 0.5, 1)
    page.frame()
    page.page.get_by_role("button", name="Show all").click()
    page.frame()
    first = page.page.evaluate(TEXTS)
    choose(page, "models", "by name")
    choose(page, "samples", "disagreement")
    assert page.page.evaluate(TEXTS) != first
    choose(page, "models", "best first")
    choose(page, "samples", "hardest first")
    assert page.page.evaluate(TEXTS) == first


def test_it_holds_in_any_width_and_ends_a_zoom(opened: Open) -> None:
    page = opened(demo())
    page.wheel(0.2, 0.5, 3)
    choose(page, "samples", "by name")
    assert page.page.get_by_role("button", name="Zoom out").get_attribute("aria-disabled") == "true"
    page.page.set_viewport_size({"width": 620, "height": 700})
    page.frame()
    [drawn] = matrix_of(demo(sort={"samples": "natural"}))["plots"]
    assert all(label in text for label, text in zip(drawn["x"]["labels"], columns_of(page, 12), strict=False))


def test_a_picture_in_another_order_is_called_as_drawn(opened: Open) -> None:
    page = opened(demo(sort={"samples": "natural", "models": "natural"}))
    assert "by name, rising" in " ".join(page.page.evaluate(TEXTS))
    choose(page, "samples", "disagreement")
    assert "samples and models by name, rising" not in " ".join(page.page.evaluate(TEXTS))
    assert "models by name, rising" in " ".join(page.page.evaluate(TEXTS))
    choose(page, "samples", "as drawn")
    assert "by name, rising" in " ".join(page.page.evaluate(TEXTS))


def test_found_samples_are_framed_where_they_stand_now(opened: Open) -> None:
    page = opened(page_of(small_table()))
    page.page.get_by_role("combobox").fill("q-1")
    page.page.keyboard.press("Enter")
    choose(page, "samples", "by name")
    frame = page.page.locator("[data-part=signs] rect").first.bounding_box()
    assert frame
    assert frame["x"] <= page.label("q-1", "x") <= frame["x"] + frame["width"]


def test_keys_reach_the_menu(opened: Open) -> None:
    page = opened(demo())
    page.page.get_by_role("combobox").focus()
    page.page.keyboard.press("Tab")
    page.page.keyboard.press("Enter")
    page.page.keyboard.press("Tab")
    page.page.keyboard.press("ArrowDown")
    assert page.page.get_by_role("status").inner_text() == ""
    page.page.keyboard.press("Space")
    assert page.page.get_by_role("status").inner_text() == "Order of samples: disagreement"
    page.page.keyboard.press("Escape")
    assert page.page.evaluate("document.activeElement.textContent") == "Order"
    assert page.page.locator("[data-part=ordering]").get_attribute("open") is None


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1000])
def test_axe_finds_nothing_and_the_menu_stays_inside(opened: Open, scheme: str, width: int) -> None:
    page = opened(demo(), color_scheme=scheme, bypass_csp=True, viewport={"width": width, "height": 800})
    choose(page, "samples", "disagreement")
    page.page.get_by_text("Order", exact=True).click()
    left, right = sides(page.page.locator("[data-part=ordering] > div"))
    assert 0 <= left <= right <= width
    assert violations(page.page) == []
