"""A page of differences from a baseline: tips tell both scores, and orders keep the differences."""

from __future__ import annotations

import re

import pandas as pd
from fixtures.axe import violations
from fixtures.core import Open, page_of
from fixtures.views import choose

FILLS = '[...document.querySelectorAll("[data-part=paint] rect")].map((e) => e.getAttribute("fill"))'
GAIN, NONE, LOSS = "#135c2c", "#f0f0f0", "#6b2b84"


def table() -> pd.DataFrame:
    """Model a solves s0 to s3, b s2 to s5, and c has no s0."""
    solved = {"a": range(4), "b": range(2, 6), "c": range(6)}
    rows = [
        {"id": f"s{s}", "model_display_name": m, "score_s": float(s in own), "error": ""}
        for m, own in solved.items()
        for s in range(8)
        if (m, s) != ("c", 0)
    ]
    return pd.DataFrame(rows)


def test_tips_tell_both_scores_and_the_difference(opened: Open) -> None:
    page = opened(page_of(table(), baseline="a"))
    assert page.point("s0", "b").startswith("b on s0: 0, \u22121 against a with 1")
    assert page.point("s4", "b").startswith("b on s4: 1, +1 against a with 0")
    assert page.point("s2", "b").startswith("b on s2: 1, 0 against a with 1")
    assert page.point("s4", "a").startswith("a on s4: 0, the baseline")
    assert page.point("s0", "c").startswith("c on s0: not run, a has 1")


def test_tips_of_models_tell_the_difference_and_for_how_many_pairs_its_test_is_corrected(opened: Open) -> None:
    page = opened(page_of(table(), baseline="a"), viewport={"width": 900, "height": 1000})
    box = page.page.locator("[data-part=cells]").bounding_box()
    assert box
    page.page.mouse.move(box["x"] - 20, page.label("b", "y"))
    corrected = "1 after Holm\u2019s correction for 2 pairs: not separated"
    assert re.search(rf"difference from a\s+0\.00\s.*\bp\s+{corrected}", page.tip, re.DOTALL)
    page.page.mouse.move(box["x"] - 20, page.label("a", "y"))
    assert "this is the baseline" in page.tip


def test_cells_are_differences_and_stay_so_in_another_order(opened: Open) -> None:
    page = opened(page_of(table(), baseline="a"), viewport={"width": 900, "height": 1000})
    expected = {GAIN: 4, LOSS: 2, NONE: 17}
    assert {fill: page.page.evaluate(FILLS).count(fill) for fill in expected} == expected
    choose(page, "samples", "by name")
    assert {fill: page.page.evaluate(FILLS).count(fill) for fill in expected} == expected
    assert page.point("s0", "b").startswith("b on s0: 0, \u22121 against a with 1")
    assert "loses, wins" in page.page.locator("[data-inspect-viz] > svg").text_content()


def test_a_page_of_differences_is_accessible(opened: Open) -> None:
    page = opened(page_of(table(), baseline="a"), bypass_csp=True)
    assert violations(page.page) == []
