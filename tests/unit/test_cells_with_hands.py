"""Cells that interactors look at have the colours of other cells."""

from __future__ import annotations

import re
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from inspect_viz import Data, Selection
from inspect_viz.interactor import highlight, nearest_x, toggle, toggle_y
from inspect_viz.mark import cell
from inspect_viz.plot import plot, write_svg

ROWS = {"m": list("aabb"), "s": list("uvuv"), "v": [0.0, 0.25, 0.5, 1.0]}
FILL = re.compile(r'fill="(#[0-9a-fA-F]{3,6}|rgb\([^)]*\))"')
HANDS = [toggle_y, nearest_x, lambda chosen: toggle(chosen, channels=["x", "y"]), highlight]


def colours(rows: dict[str, list[object]], *hands: object, **attributes: object) -> list[str]:
    """Of the cells, in the order of the rows."""
    with TemporaryDirectory() as folder:
        write_svg(
            f"{folder}/p.svg", plot(cell(Data.from_dataframe(rows), x="s", y="m", fill="v"), *hands, **attributes)
        )
        drawn = Path(folder, "p.svg").read_text()
    group = drawn[drawn.index('aria-label="cell"') :]
    return [hexadecimal(value) for value in FILL.findall(group[: group.index("</g>")])]


def hexadecimal(colour: str) -> str:
    numbers = re.findall(r"\d+", colour) if colour.startswith("rgb") else []
    return "#" + "".join(f"{int(n):02x}" for n in numbers) if numbers else colour.lower()


@pytest.mark.parametrize("hand", HANDS)
@pytest.mark.parametrize("factor", [1.0, 20.0])
def test_colours_are_those_of_other_cells(hand, factor):
    rows = {**ROWS, "v": [value * factor for value in ROWS["v"]]}
    assert colours(rows, hand(Selection.single())) == colours(rows)


def test_colours_that_are_chosen_stay():
    hand = toggle_y(Selection.single())
    assert colours(ROWS, hand, color_scheme="greens") == colours(ROWS, color_scheme="greens")
    assert colours(ROWS, hand, color_domain=[0, 2]) == colours(ROWS, color_domain=[0, 2])
    assert colours(ROWS, hand, color_domain=[0, 2]) != colours(ROWS)


def test_cells_of_categories_have_hues():
    rows = {**ROWS, "v": ["p", "q", "r", "p"]}
    found = colours(rows, toggle_y(Selection.single()))
    assert len(set(found)) == 3
    assert found[0] == found[3]
