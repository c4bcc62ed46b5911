"""Diamonds at suspects in a page: where the picture asked for them, or while their list is open."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from fixtures.core import Open, page_of
from fixtures.mislabelled import diamonds, expected, mislabelled, toggle


@pytest.mark.parametrize("orientation", ["horizontal", "vertical"])
def test_diamonds_are_those_of_the_picture_that_is_asked_for(opened: Open, orientation: str) -> None:
    rows, _ = mislabelled(samples=30)
    options = {"orientation": orientation, "height": 700}
    drawn = opened(page_of(rows, suspects=True, **options))
    wanted = diamonds(drawn)
    assert len(wanted) == len(expected(rows)) > 3
    page = opened(page_of(rows, **options))
    assert diamonds(page) == []
    toggle(page).click()
    top = page.box()["y"] - drawn.box()["y"]
    moved = np.array(diamonds(page)) - [0, top]
    across = orientation == "horizontal"  # below columns there may be less room where nobody asked for it
    np.testing.assert_allclose(moved[:, :1] if across else moved, np.array(wanted)[:, : 1 if across else 2], atol=0.1)
    toggle(page).click()
    assert diamonds(page) == []
    toggle(drawn).click()
    toggle(drawn).click()
    np.testing.assert_allclose(diamonds(drawn), wanted, atol=0.1)


@pytest.mark.parametrize("asked", [True, False])
def test_diamonds_follow_zoom_order_and_width(opened: Open, asked: bool) -> None:
    rows, _ = mislabelled(samples=20)
    page = opened(page_of(rows, suspects=asked))
    if not asked:
        toggle(page).click()
    names = [name for name, _ in expected(rows)]

    def check() -> None:
        shown = page.page.locator('g[aria-label="x-axis tick label"] text').all_text_contents()
        at = {name: page.label(name, "x") for name in names if name in shown}
        found = [x for x, _ in diamonds(page)]
        assert at
        for x in at.values():
            assert min(abs(x - other) for other in found) < 2

    check()
    before = diamonds(page)
    page.wheel(0.5, 0.5, 8)
    page.frame()
    assert diamonds(page) != before
    check()
    page.page.locator("[data-part=cells]").press("0")
    page.frame()
    page.page.get_by_text("Order", exact=True).click()
    page.page.get_by_role("group", name="samples").get_by_label("by name").check()
    page.page.keyboard.press("Escape")
    check()
    width = page.page.locator("[data-part=background]").get_attribute("width")
    page.page.set_viewport_size({"width": 700, "height": 700})
    page.until(f"document.querySelector('[data-part=background]').getAttribute('width') !== '{width}'")
    check()


def test_saved_pictures_have_those_diamonds_only_that_they_explain(opened: Open) -> None:
    rows, _ = mislabelled(samples=20)
    for asked in (True, False):
        page = opened(page_of(rows, suspects=asked))
        toggle(page).click()
        assert diamonds(page)
        with page.page.expect_download() as saved:
            page.page.get_by_role("button", name="SVG").click()
        assert ('data-part="suspects"' in Path(saved.value.path()).read_text()) is asked
