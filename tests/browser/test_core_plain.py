"""Cells that are not those of samples and models."""

from __future__ import annotations

import pandas as pd
from fixtures.core import Open

from inspect_viz import Data
from inspect_viz.plot import to_html
from inspect_viz.view import heatmap, scores_heatmap

ROWS = pd.DataFrame(
    [
        {"task_name": "easy", "model": "strong", "score_headline_value": 0.9, "log_viewer": "https://x.org/1"},
        {"task_name": "hard", "model": "strong", "score_headline_value": 0.5, "log_viewer": "https://x.org/2"},
        {"task_name": "easy", "model": "weak", "score_headline_value": 0.6, "log_viewer": "https://x.org/3"},
        {"task_name": "easy", "model": "weak", "score_headline_value": 0.4, "log_viewer": "https://x.org/4"},
    ]
)


def test_the_tip_names_task_model_and_score_and_opens_the_log(opened: Open) -> None:
    page = opened(to_html(scores_heatmap(Data.from_dataframe(ROWS))))
    assert page.point("hard", "strong").split("\n\n") == ["Task\nhard\nModel\nstrong\nScore\n0.5", "Click to open"]
    told = page.point("easy", "weak")
    assert "0.5mean of 2" in told
    assert "Shift-click for all 2 links" in told


def test_a_cell_without_a_row_says_so(opened: Open) -> None:
    page = opened(to_html(heatmap(Data.from_dataframe(ROWS), "task_name", color_value="score_headline_value")))
    assert page.point("hard", "weak").endswith("\u2013no row")


def test_nothing_is_said_of_samples(opened: Open) -> None:
    page = opened(to_html(scores_heatmap(Data.from_dataframe(ROWS))))
    assert page.page.get_by_role("combobox", name="Find a name").count() == 1
    assert "sample" not in page.page.content().split("<script")[0].split("</style>")[-1]
    assert page.page.get_by_role("button", name="Copy the name").count() == 1


def test_a_narrow_page_has_narrow_cells(opened: Open) -> None:
    page = opened(to_html(scores_heatmap(Data.from_dataframe(ROWS))), viewport={"width": 300, "height": 500})
    assert page.page.evaluate("document.documentElement.scrollWidth") <= 300
    assert page.page.locator("[data-cell-text] text").all_text_contents() == ["0.5", "0.9", "0.5"]
