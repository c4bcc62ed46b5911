"""Epochs as sub-cells in a page: they come as a reader zooms, and the tip names the one under the pointer."""

from __future__ import annotations

import re

import pandas as pd
from fixtures.core import Open, Opened, page_of
from fixtures.views import choose

COUNT = 'document.querySelectorAll("[data-part=paint] rect").length'


def table(samples: int, models: int = 3, epochs: int = 3) -> pd.DataFrame:
    """Epoch 2 of every fifth sample is another than 1 and 3; the first model has no epoch 3 of q-0."""
    rows = [
        {
            "id": f"q-{i}",
            "model_display_name": f"m{j}",
            "score_s": float((i % 5 == 0) == (e == 2)),
            "epoch": e,
            "error": "",
        }
        for j in range(models)
        for i in range(samples)
        for e in range(1, epochs + 1)
        if (i, j, e) != (0, 0, 3)
    ]
    return pd.DataFrame(rows)


def told(page: Opened, sample: str, model: str) -> list[str]:
    """What the tip says as the pointer goes over a cell, each once."""
    x, y = page.cell(sample, model)
    seen: list[str] = []
    for step in range(-20, 21):
        page.page.mouse.move(x + step, y)
        lead = page.page.locator("[data-part=lead]")
        text = lead.inner_text() if page.tip_is_shown and lead.count() else ""
        if text.startswith(f"{model} on {sample}:") and text not in seen:
            seen.append(text)
    return seen


def test_the_tip_names_the_epoch_under_the_pointer(opened: Open) -> None:
    page = opened(page_of(table(8), epochs="split"))
    assert [re.sub(r".*here ", "", text) for text in told(page, "q-5", "m1")] == [
        "epoch 1: 0",
        "epoch 2: 1",
        "epoch 3: 0",
    ]
    assert [re.sub(r".*here ", "", text) for text in told(page, "q-0", "m0")] == [
        "epoch 1: 0",
        "epoch 2: 1",
        "epoch 3: not run",
    ]
    page.page.keyboard.press("Escape")
    page.page.locator("[data-part=cells]").focus()
    page.page.keyboard.press("ArrowRight")
    assert "here" not in page.page.locator("[data-part=lead]").inner_text()


def test_a_page_without_epochs_side_by_side_names_none(opened: Open) -> None:
    page = opened(page_of(table(8)))
    assert [" here " in text for text in told(page, "q-5", "m1")] == [False]


def test_sub_cells_come_as_the_reader_zooms(opened: Open) -> None:
    page = opened(page_of(table(200), epochs="split"))
    assert page.page.evaluate(COUNT) == 600
    page.hover(0.5, 0.5)
    assert "here" not in page.tip
    page.wheel(0.5, 0.5, 8)
    page.until(f"{COUNT} > 0")
    widths = page.page.locator("[data-part=paint] rect").evaluate_all("(all) => all.map((e) => e.width.baseVal.value)")
    columns = page.page.locator("[data-part=paint] rect").evaluate_all(
        "(all) => new Set(all.map((e) => e.x.baseVal.value)).size"
    )
    assert len(widths) == 3 * columns
    assert min(widths) >= 2.5
    page.hover(0.5, 0.5)
    assert re.search(r"here epoch [123]: [01]", page.tip)
    assert (
        "its 3 epochs side by side where they have room, a dash for one not run, else their mean"
        in page.page.locator("[data-part=footer]").first.text_content()
    )


def test_another_order_keeps_each_cell_its_epochs(opened: Open) -> None:
    page = opened(page_of(table(14), epochs="split"), viewport={"width": 900, "height": 1000})
    choose(page, "samples", "by name")
    assert [re.sub(r".*here ", "", text) for text in told(page, "q-5", "m1")] == [
        "epoch 1: 0",
        "epoch 2: 1",
        "epoch 3: 0",
    ]
    assert [re.sub(r".*here ", "", text) for text in told(page, "q-0", "m0")][-1] == "epoch 3: not run"
    assert page.page.evaluate(COUNT) == 14 * 3 * 3 - 1
