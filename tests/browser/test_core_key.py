"""The key of states in a page: its samples are those of the cells as they are shown, and follow the zoom."""

from __future__ import annotations

import pandas as pd
from fixtures.core import Open, page_of
from heatmaps import graded

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
