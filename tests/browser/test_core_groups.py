"""Groups in a page: headers follow a zoom, and tips of a table of topics tell numbers and intervals."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest
from fixtures.core import Open
from fixtures.views import choose, columns_of, rows_of, told

from inspect_viz import Data
from inspect_viz.plot import to_html
from inspect_viz.view import sample_heatmap

ROWS = pd.DataFrame(
    [
        {
            "id": f"s{s}",
            "model": f"some-provider/model-{m}",
            "score": int((s * 7 + m * 5) % 10 < 3 + 2 * (s % 3)),
            "topic": "abc"[s % 3],
            "family": "xy"[m % 2],
        }
        for m in range(4)
        for s in range(60)
    ]
)


def page(**options: Any) -> str:
    return to_html(sample_heatmap(Data.from_dataframe(ROWS), **options))


def test_headers_of_groups_follow_a_zoom(opened: Open) -> None:
    opened_page = opened(page(group="topic"))
    said = opened_page.page.locator("[data-part=samples] text").all_text_contents()
    assert [text.split()[0] for text in said if "%" in text] == ["a", "b", "c"]
    opened_page.wheel(0.05, 0.5, 12)
    zoomed = opened_page.page.locator("[data-part=samples] text").all_text_contents()
    assert [text.split()[0] for text in zoomed if "%" in text] == ["a"]


def test_a_cell_of_a_topic_tells_its_samples_and_interval(opened: Open) -> None:
    opened_page = opened(page(group="topic", level="groups"))
    tip = opened_page.point("b", "some-provider/model-2")
    mean = ROWS[(ROWS["topic"] == "b") & (ROWS["model"] == "some-provider/model-2")]["score"].mean()
    assert f"some-provider/model-2 on b: {mean:g}" in tip
    assert "Wilson" in tip
    assert "20" in tip


def test_bars_follow_a_zoom(opened: Open) -> None:
    opened_page = opened(page(bars="topic"))
    paths = "[...document.querySelectorAll('[data-part=bars] path')].map((path) => path.getAttribute('d')).join()"
    before = opened_page.page.evaluate(paths)
    assert before
    opened_page.wheel(0.05, 0.5, 12)
    after = opened_page.page.evaluate(paths)
    assert 0 < after.count("M") < before.count("M")


@pytest.mark.parametrize(
    "options",
    [
        {"higher_is_better": False},
        {"higher_is_better": False, "group": "topic"},
        {"group": ["topic", "family"], "bars": ["topic", "family"]},
    ],
)
@pytest.mark.parametrize(
    ("order", "sort"), [("disagreement", {"samples": "disagreement"}), ("by name", {"samples": "natural"})]
)
def test_another_order_is_as_python_draws_it(
    opened: Open, options: dict[str, Any], order: str, sort: dict[str, str]
) -> None:
    opened_page, drawn = opened(page(**options)), opened(page(sort=sort, **options))
    choose(opened_page, "samples", order)
    assert rows_of(opened_page) == rows_of(drawn)
    assert columns_of(opened_page, 60) == columns_of(drawn, 60)
    assert told(opened_page) == told(drawn)
    bars = "[...document.querySelectorAll('[data-part=bars] path')].map((path) => path.getAttribute('d'))"
    assert opened_page.page.evaluate(bars) == drawn.page.evaluate(bars)
