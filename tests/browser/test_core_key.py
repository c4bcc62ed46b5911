"""The key of states in a page: its samples are those of the cells as they are shown, and follow the zoom."""

from __future__ import annotations

import pandas as pd
from fixtures.core import Open, page_of
from heatmaps import graded, scores

SIGNS = """() => Object.fromEntries([...document.querySelectorAll('[data-part="legend-key"] [data-state]')].map(
    (entry) => [entry.dataset.state, entry.querySelectorAll('[data-ink]').length]))"""


def test_the_key_shows_states_as_the_zoomed_cells_do(opened: Open) -> None:
    page = opened(page_of(pd.DataFrame(graded(12, 1000, states=True)), height=300))
    none = {"error": 0, "limit": 0, "unscored": 0, "absent": 0}
    assert page.page.evaluate(SIGNS) == none
    page.wheel(0.37, 0.5, 24)
    page.until(f"({SIGNS})().error === 2")
    assert page.page.evaluate(SIGNS) == {**none, "error": 2, "limit": 2, "unscored": 2}
    page.page.locator("[data-part=cells]").press("0")
    page.until(f"({SIGNS})().error === 0")
    assert page.page.evaluate(SIGNS) == none


def test_what_is_said_of_pixels_of_several_samples_goes_as_a_reader_zooms(opened: Open) -> None:
    rows = scores({f"m{j}": {f"q{i}": float((7 * i + 3 * j) % 11 > 4) for i in range(3000)} for j in range(3)})
    page = opened(page_of(pd.DataFrame(rows)))
    said = page.page.locator("[data-part=legend-blend]")
    assert said.is_visible()
    page.wheel(0.37, 0.5, 24)
    said.wait_for(state="hidden")
    page.page.locator("[data-part=cells]").press("0")
    said.wait_for(state="visible")
