"""Gaps between blocks in a page: hit tests, zoom, labels and the margin beside the samples stay together."""

from __future__ import annotations

import itertools
import re
from typing import Any

import pandas as pd
import pytest
from fixtures.core import Open, Opened, laid_of, page_of
from test_core_zoom import check_cells

GAP = 6.0
ROOM = 868
"""Width of the figure in the window of these tests."""


def steps(models: int, samples: int) -> pd.DataFrame:
    """Sample i is solved by i * (models + 1) // samples models, the best ones."""
    return pd.DataFrame(
        [
            {
                "id": f"q{i:05}",
                "model_display_name": f"m{j}",
                "score_s": float(j < i * (models + 1) // samples),
                "error": "",
            }
            for j in range(models)
            for i in range(samples)
        ]
    )


def place(axis: dict[str, Any], i: int) -> float:
    gaps = axis.get("gaps", {"before": [], "size": 0})
    return float(axis["start"] + i * axis["step"] + gaps["size"] * sum(b <= i for b in gaps["before"]))


def said(page: Opened) -> list[str]:
    return page.page.locator("[data-part=samples] text").all_text_contents()


def hover(page: Opened, plot: dict[str, Any], x: float, share: float = 0.5) -> str:
    """The tip at a place of the picture on x, and at a share of the height of the cells."""
    area, box = plot["area"], page.box()
    at = box["x"] + (x - area["x"]) * box["width"] / area["width"]
    page.page.mouse.move(at, box["y"] + share * box["height"])
    return page.tip


@pytest.mark.parametrize("samples", [50, 120, 2000])
def test_the_tip_names_the_sample_under_the_pointer_on_both_sides_of_a_gap(opened: Open, samples: int) -> None:
    html = page_of(steps(4, samples))
    plot = laid_of(html, ROOM)
    axis = plot["x"]
    assert len(axis["gaps"]["before"]) == 4
    page = opened(html)
    for band in axis["gaps"]["before"]:
        for i in (band - 1, band):
            assert axis["labels"][i] in hover(page, plot, place(axis, i) + axis["bandwidth"] / 2)
        edge = place(axis, band)
        assert axis["labels"][band] in hover(page, plot, edge - 0.25 * GAP)
        assert axis["labels"][band - 1] in hover(page, plot, edge - 0.75 * GAP)


def test_ids_come_back_over_their_cells_as_columns_grow(opened: Open) -> None:
    html = page_of(steps(4, 120))
    page = opened(html)
    group = page.page.locator('g[aria-label="x-axis tick label"]')
    assert not group.is_visible()
    assert "← hardest" in said(page)
    page.wheel(0.4, 0.5, 12)
    assert group.is_visible()
    assert not any("hard" in text for text in said(page))
    assert any(re.fullmatch(r"[1-3] of 4( models)?: 24( samples)?", text) for text in said(page))
    check_cells(page, html)


def test_words_tell_what_is_in_sight_while_ids_are_away(opened: Open) -> None:
    page = opened(page_of(steps(4, 2000)))
    page.wheel(0.5, 0.5, 4)
    texts = said(page)
    assert "← harder" in texts
    assert any(re.fullmatch(r"[\d,]+\u2013[\d,]+ of 2,000", text) for text in texts)


def test_gaps_keep_their_size(opened: Open) -> None:
    page = opened(page_of(steps(4, 50)))

    def gaps() -> list[float]:
        edges = page.page.eval_on_selector_all(
            "[data-part=paint] rect",
            "(all) => all.map((e) => [e, 'x width'.split(' ').map((n) => +e.getAttribute(n))][1])",
        )
        ends = sorted({(x, x + width) for x, width in edges})
        between = [b[0] - a[1] for a, b in itertools.pairwise(ends)]
        return [gap for gap in between if gap > GAP - 0.6]

    home = gaps()
    assert len(home) == 4
    page.wheel(0.5, 0.5, 3)
    assert len(gaps()) >= 1
    assert all(abs(gap - home[0]) <= 1.5 for gap in gaps())


def test_the_margin_is_as_before_after_zooming_back(opened: Open) -> None:
    page = opened(page_of(steps(4, 120)))
    strip = page.page.locator("[data-part=samples] path").first

    def shown() -> tuple[Any, int, list[str]]:
        return strip.bounding_box(), len(strip.get_attribute("d") or ""), said(page)

    before = shown()
    page.wheel(0.3, 0.5, 8)
    assert shown() != before
    page.page.locator("[data-part=cells]").press("0")
    page.frame()
    box, length, texts = shown()
    assert box == pytest.approx(before[0], abs=0.01)
    assert abs(length - before[1]) < 0.2 * length
    assert texts == before[2]


def test_the_strip_stays_over_its_columns(opened: Open) -> None:
    """Within the frame, and of the height of the block that the tip speaks of."""
    html = page_of(steps(4, 120))
    plot = laid_of(html, ROOM)
    area = plot["area"]
    page = opened(html)
    page.wheel(0.7, 0.5, 10)
    d = page.page.locator("[data-part=samples] path").first.get_attribute("d") or ""
    bars = [tuple(float(n) for n in m) for m in re.findall(r"M([-\d.]+) ([-\d.]+)H([-\d.]+)V([-\d.]+)H", d)]
    base = min(bar[1] for bar in bars)
    assert all(area["x"] - 0.01 <= x0 < x1 <= area["x"] + area["width"] + 0.01 for x0, _, x1, _ in bars)
    shown = [bar for bar in bars if bar[1] == base]
    assert shown
    for x0, y0, x1, y1 in shown:
        tip = hover(page, plot, (x0 + x1) / 2)
        number = int(re.search(r"q(\d{5})", tip).group(1))  # type: ignore[union-attr]
        assert (y0 - y1) / plot["beside"]["strip"] == pytest.approx((number * 5 // 120) / 4)


def test_found_samples_are_framed_where_they_are(opened: Open) -> None:
    page = opened(page_of(steps(4, 120)))
    page.page.get_by_role("combobox").fill("q00095")
    page.page.keyboard.press("Enter")
    page.frame()
    frame = page.page.locator("[data-sign='found line']").first.bounding_box()
    assert frame
    page.page.mouse.move(frame["x"] + frame["width"] / 2, frame["y"] + frame["height"] / 2)
    assert "q00095" in page.tip
    assert page.page.locator('g[aria-label="x-axis tick label"] text', has_text="q00095").is_visible()
