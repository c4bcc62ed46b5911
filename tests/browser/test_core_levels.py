"""Groups in a page: chosen from the menu, as one column each, and back into samples by zooming."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest
from fixtures.core import Open
from fixtures.views import choose, fragment, rows_of, told

from inspect_viz import Data
from inspect_viz.plot import to_html
from inspect_viz.view import sample_heatmap

ROWS = pd.DataFrame(
    [
        {"id": f"s{s}", "model": f"m{m}", "score": int((s * 7 + m * 5) % 10 < 3 + 2 * (s % 3)), "topic": "abc"[s % 3]}
        for m in range(4)
        for s in range(60)
    ]
)
SIZE = {"width": 1000, "height": 800}


def page(**options: Any) -> str:
    return to_html(sample_heatmap(Data.from_dataframe(ROWS), **options))


def test_groups_are_chosen_as_python_draws_them(opened: Open) -> None:
    here = opened(page(bars="topic"), viewport=SIZE)
    choose(here, "groups", "topic")
    drawn = opened(page(group="topic", bars="topic"), viewport=SIZE)
    mine, theirs = told(here), told(drawn)
    for part in ("title", "subtitle", "footer", "margin-rows"):
        assert mine[part] == theirs[part], part
    assert rows_of(here) == rows_of(drawn)
    choose(here, "groups", "none")
    assert told(here)["footer"] == told(opened(page(bars="topic"), viewport=SIZE))["footer"]


@pytest.mark.parametrize("how", ["key", "button", "wheel"])
def test_zooming_out_ends_in_the_table_of_groups(opened: Open, how: str) -> None:
    here = opened(page(group="topic"), viewport=SIZE)
    before = told(here)

    def zoom(out: bool) -> None:
        if how == "key":
            here.page.locator("[data-part=cells]").focus()
            here.page.keyboard.press("-" if out else "+")
        elif how == "button":
            here.page.get_by_role("button", name="Zoom out" if out else "Zoom in").click()
        else:
            here.wheel(0.5, 0.5, 1, 120 if out else -120)
        here.frame()

    zoom(out=True)
    drawn = opened(page(group="topic", level="groups"), viewport=SIZE)
    mine, theirs = told(here), told(drawn)
    for part in ("subtitle", "margin-rows"):
        assert mine[part] == theirs[part], part
    assert here.page.locator("[data-part=paint] rect").count() >= 12
    mean = ROWS[(ROWS["topic"] == "b") & (ROWS["model"] == "m2")]["score"].mean()
    tip = here.point("b", "m2")
    assert f"m2 on b: {mean:g}" in tip
    assert "Wilson" in tip
    zoom(out=False)
    assert told(here) == before


def test_python_draws_the_table_of_an_address(opened: Open) -> None:
    here = opened(page(group="topic"), viewport=SIZE)
    here.page.locator("[data-part=cells]").focus()
    here.page.keyboard.press("-")
    here.frame()
    address = fragment(here)
    drawn = opened(page(group="topic", state=address), viewport=SIZE)
    same = opened(page(group="topic", level="groups"), viewport=SIZE)
    assert told(drawn) == told(same)
