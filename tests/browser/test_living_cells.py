"""Cells answer interactors that look for rows: a click chooses them, the nearest one follows the pointer."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest
from fixtures.living import living
from playwright.sync_api import Browser
from test_living_hands import condition

TABLE = pd.DataFrame(
    [(m, s, (ord(m) * i) % 7 / 7) for m in "abc" for i, s in enumerate("uvwx")], columns=["m", "s", "v"]
)
CELLS = {"mark": "cell", "data": {"from": "t0"}, "x": "s", "y": "m", "fill": "v", "tip": True}
FADED = """[...document.querySelectorAll('g[aria-label=cell] rect')]
    .filter((cell) => Number(cell.getAttribute('opacity') ?? 1) < 1).length"""


def spec(select: str, **more: Any) -> dict[str, Any]:
    plot = [CELLS, {"select": select, "as": "$s0", **more}, {"select": "highlight", "by": "$s0"}]
    return {"params": {"s0": {"select": "intersect"}}, "plot": plot, "width": 400, "height": 300}


@pytest.mark.parametrize(
    ("select", "more", "faded", "words"),
    [
        ("toggleX", {}, 9, ["'v'"]),
        ("toggleY", {}, 8, ["'b'"]),
        ("toggle", {"channels": ["x", "y"]}, 11, ["'v'", "'b'"]),
    ],
)
def test_a_click_on_a_cell_chooses(
    browser: Browser, select: str, more: dict[str, Any], faded: int, words: list[str]
) -> None:
    with living(browser, spec(select, **more), t0=TABLE) as opened:
        opened.page.mouse.click(*opened.at(0.375, 0.5))
        opened.until(lambda: condition(opened) is not None)
        assert all(word in str(condition(opened)) for word in words)
        opened.until(lambda: opened.page.evaluate(FADED) == faded)


@pytest.mark.parametrize(
    ("select", "across", "words"),
    [
        ("nearestX", 0.52, ["'w'"]),
        ("nearestX", 0.74, ["'w'"]),
        ("nearestY", 0.5, ["'c'"]),
        ("nearest", 0.52, ["'w'", "'c'"]),
        ("nearest", 0.74, ["'w'", "'c'"]),
    ],
)
@pytest.mark.parametrize("down", [0.7, 0.95])
def test_the_cell_under_the_pointer_is_the_nearest(
    browser: Browser, select: str, across: float, down: float, words: list[str]
) -> None:
    with living(browser, spec(select, maxRadius=100), t0=TABLE) as opened:
        opened.page.mouse.move(*opened.at(across, down))
        opened.until(lambda: condition(opened) is not None)
        assert all(word in str(condition(opened)) for word in words)
