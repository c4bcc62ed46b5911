"""Problems of the logs in a page: below the picture, in the list above the values, in saved files."""

from __future__ import annotations

import itertools
from pathlib import Path
from typing import Any

import pytest
from fixtures.axe import violations
from fixtures.core import Open, small_table
from problems import HOSTILE, TWELVE, TWO, troubled

from inspect_viz import Data
from inspect_viz._host._notebook import fragment as notebook_fragment
from inspect_viz.plot import to_html
from inspect_viz.view import sample_heatmap

LUMINANCE = """([text, paper]) => {
  const light = (color) => {
    const linear = (c) => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
    const [r, g, b] = color.match(/[\\d.]+/g).map((c) => linear(c / 255));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05;
  };
  const [a, b] = [text, paper].map((part) => light(getComputedStyle(document.querySelector(part)).fill));
  return Math.max(a, b) / Math.min(a, b);
}"""
NOTE, PAPER = "[data-part=problems] text", "[data-part=background]"


def heatmap(*messages: str) -> Any:
    return sample_heatmap(troubled(Data.from_dataframe(small_table()), *messages), score_value="score_s", height=260)


def test_the_list_is_below_the_picture_in_place_of_its_note_and_above_the_values(opened: Open) -> None:
    html = to_html(heatmap(*TWO))
    page = opened(html).page
    assert not page.locator(NOTE).is_visible()
    assert page.get_by_role("listitem").all_inner_texts() == list(TWO)
    assert float(page.get_by_role("listitem").first.evaluate("(e) => parseFloat(getComputedStyle(e).fontSize)")) >= 12
    page.get_by_role("button", name="Table").click()
    parts = ("[data-inspect-viz] > svg", "li >> nth=0", "li >> nth=1", "table")
    boxes = [page.locator(part).bounding_box() for part in parts]
    ends = [(box["y"], box["y"] + box["height"]) for box in boxes if box]
    assert len(ends) == 4
    assert all(before[1] <= after[0] for before, after in itertools.pairwise(ends))
    still = opened(html, wait=False, java_script_enabled=False).page
    assert still.locator(NOTE).is_visible()
    whole = still.locator("[data-inspect-viz] > svg").bounding_box()
    assert whole
    assert boxes[0]
    assert boxes[0]["height"] < whole["height"]


def test_names_in_the_list_lead_to_rows_and_columns(opened: Open) -> None:
    said = (
        "the models alpha, beta and 12 others share q-1 and q-12",
        "(gamma) was run twice: \u201cq-3\u201d, alphabet",
    )
    page = opened(to_html(heatmap(*said)))
    items = page.page.get_by_role("listitem")
    assert [text.removesuffix("Select") for text in items.all_inner_texts()] == list(said)
    assert items.nth(0).get_by_role("button").all_inner_texts() == ["alpha", "beta", "q-1", "q-12", "Select"]
    assert items.nth(1).get_by_role("button").all_inner_texts() == ["gamma", "q-3", "Select"]
    area = page.box()
    for name, side in (("q-12", "x"), ("gamma", "y")):
        items.get_by_role("button", name=name, exact=True).click()
        frame = page.page.locator('[data-sign="found line"]').bounding_box()
        assert frame
        length = "width" if side == "x" else "height"
        assert abs(frame[side] + frame[length] / 2 - page.label(name, side)) < 2
        assert frame["height" if side == "x" else "width"] > area["height" if side == "x" else "width"] - 4


def test_many_problems_are_folded(opened: Open) -> None:
    page = opened(to_html(heatmap(*TWELVE))).page
    assert page.get_by_role("listitem").count() == 0
    page.get_by_text("12 problems in the logs", exact=True).click()
    assert [f"{text}." for text in page.get_by_role("listitem").all_inner_texts()] == list(TWELVE)


def test_pages_without_problems_have_no_list(opened: Open) -> None:
    page = opened(to_html(heatmap())).page
    assert page.locator(f"{NOTE}, [data-part=problem-list]").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_note_can_be_read_without_scripts(opened: Open, scheme: str) -> None:
    page = opened(to_html(heatmap(*TWELVE)), color_scheme=scheme).page
    assert page.evaluate(LUMINANCE, [NOTE, PAPER]) >= 4.5


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(opened: Open, scheme: str) -> None:
    page = opened(to_html(heatmap(*TWO)), color_scheme=scheme, bypass_csp=True).page
    page.get_by_role("button", name="Table").click()
    assert violations(page, "[data-inspect-viz]") == []


def test_saved_pictures_hold_the_note(opened: Open) -> None:
    page = opened(to_html(heatmap(*TWELVE))).page
    with page.expect_download() as download:
        page.get_by_role("button", name="SVG").click()
    svg = Path(download.value.path()).read_text(encoding="utf-8")
    assert "12 problems in the logs" in svg
    assert "provider/model-11" in svg
    alone = opened(svg, wait=False).page.locator(NOTE).first
    box, whole = alone.bounding_box(), alone.evaluate("(e) => e.ownerSVGElement.getBoundingClientRect().bottom")
    assert alone.is_visible()
    assert box
    assert box["y"] + box["height"] <= whole


@pytest.mark.parametrize("width", [900, 320])
def test_hostile_messages_are_text_and_ask_for_nothing(opened: Open, width: int) -> None:
    page = opened(to_html(heatmap(*HOSTILE)), viewport={"width": width, "height": 700}).page
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.reload()
    page.wait_for_selector("[data-ready]", state="attached")
    page.get_by_role("button", name="Table").click()
    assert page.get_by_role("listitem").first.inner_text() == HOSTILE[0]
    assert page.locator("[data-inspect-viz] :is(img, script:not([type]))").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert [url for url in requests if not url.startswith(("file:", "data:", "blob:"))] == []


def test_notebooks_show_it_with_and_without_scripts(opened: Open) -> None:
    fragment = notebook_fragment(heatmap(*TWELVE))
    still = opened(f"<!doctype html><body>{fragment}", wait=False, java_script_enabled=False).page
    assert "provider/model-11" in (still.locator("img").get_attribute("alt") or "")
    alive = opened(f"<!doctype html><body>{fragment}").page
    assert "12 problems in the logs" in (alive.locator(NOTE).first.text_content() or "")


def test_pictures_in_pages_from_right_to_left_are_the_same(opened: Open) -> None:
    html = to_html(heatmap(*TWO))
    places = []
    for way in ("ltr", "rtl"):
        page = opened(html.replace("<html ", f'<html dir="{way}" ')).page
        left = "(e) => e.getBoundingClientRect().x - e.ownerSVGElement.getBoundingClientRect().x"
        places.append([text.evaluate(left) for text in page.locator("[data-inspect-viz] > svg text").all()])
    assert places[0] == pytest.approx(places[1], abs=1e-3)
    assert len(places[0]) > 20
