"""The tools of a picture: find, copy, save, table."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import numpy as np
import pytest
from fixtures.core import Open, Opened, large_table, matrix_of, page_of, small_table, values_of
from PIL import Image


def test_tools_are_always_in_sight_above_the_picture(opened: Open) -> None:
    page = opened(page_of(small_table(), title="A title"))
    tools = page.page.locator("[data-part=tools]")
    opacity = "(e) => { let all = 1; for (; e; e = e.parentElement) all *= getComputedStyle(e).opacity; return all; }"
    assert tools.evaluate(opacity) == 1
    box, title = tools.bounding_box(), page.page.locator("[data-part=title]").bounding_box()
    assert box
    assert title
    assert box["y"] + box["height"] <= title["y"]


def test_find_lists_matches_in_natural_order(opened: Open) -> None:
    page = opened(page_of(small_table()))
    page.page.get_by_role("combobox").fill("Q-1")
    assert page.page.locator("[data-part=suggestions] [role=option]").all_inner_texts() == [
        "q-1",
        "q-10",
        "q-11",
        "q-12",
    ]
    assert page.page.get_by_role("status").first.inner_text() == "4 found"
    page.page.get_by_role("combobox").fill("zebra")
    assert page.page.locator("[data-part=suggestions] [role=option]").count() == 0
    assert "No sample" in page.page.get_by_role("status").first.inner_text()


def test_many_matches_are_cut_in_natural_order(opened: Open) -> None:
    page = opened(page_of(large_table(3000, 2), height=200))
    page.page.get_by_role("combobox").fill("s")
    shown = page.page.locator("[data-part=suggestions] [role=option]").all_inner_texts()
    assert shown == [f"s{i}" for i in range(50)]
    assert page.page.get_by_role("status").first.inner_text() == "3,000 found"


@pytest.mark.parametrize("orientation", ["horizontal", "vertical"])
def test_found_sample_is_framed(opened: Open, orientation: str) -> None:
    page = opened(page_of(small_table(), orientation=orientation, height=400))
    field = page.page.get_by_role("combobox")
    field.fill("q-1")
    field.press("ArrowDown")
    field.press("ArrowDown")
    field.press("Enter")
    assert field.input_value() == "q-10"
    frame = page.page.locator('[data-sign="found line"]').bounding_box()
    area = page.box()
    assert frame is not None
    if orientation == "horizontal":
        assert abs(frame["x"] + frame["width"] / 2 - page.label("q-10", "x")) < 2
        assert frame["height"] == pytest.approx(area["height"], abs=4)
    else:
        assert abs(frame["y"] + frame["height"] / 2 - page.label("q-10", "y")) < 3
        assert frame["width"] == pytest.approx(area["width"], abs=4)
    field.fill("")
    assert page.page.locator('[data-sign="found line"]').count() == 0


@pytest.mark.parametrize("orientation", ["horizontal", "vertical"])
def test_models_are_found_and_framed(opened: Open, orientation: str) -> None:
    page = opened(page_of(small_table(), orientation=orientation, height=400))
    field = page.page.get_by_role("combobox", name="Find a sample or model")
    field.fill("a")
    assert page.page.locator("[data-part=suggestions] [role=option]").all_inner_texts() == [
        "alpha model",
        "beta model",
        "gamma model",
    ]
    field.fill("BET")
    field.press("Enter")
    assert field.input_value() == "beta"
    assert page.page.get_by_role("status").first.inner_text() == "Found beta"
    frame, area = page.page.locator('[data-sign="found line"]').bounding_box(), page.box()
    assert frame
    way, length = ("y", "height") if orientation == "horizontal" else ("x", "width")
    assert abs(frame[way] + frame[length] / 2 - page.label("beta", way)) < 3
    other = "width" if length == "height" else "height"
    assert frame[other] == pytest.approx(area[other], abs=4)
    field.fill("zebra")
    assert page.page.get_by_role("status").first.inner_text() == "No sample or model contains \u201czebra\u201d"


def test_an_equal_name_is_before_models_and_models_before_samples(opened: Open) -> None:
    table = small_table()
    table["id"] = table["id"].replace({"q-1": "alpha-7", "q-2": "a"})
    page = opened(page_of(table))
    page.page.get_by_role("combobox").fill("a")
    assert page.page.locator("[data-part=suggestions] [role=option]").all_inner_texts()[:4] == [
        "a",
        "alpha model",
        "beta model",
        "gamma model",
    ]


def test_found_sample_that_is_thin_is_brought_close(opened: Open) -> None:
    page = opened(page_of(large_table(1000, 8), height=300))
    field = page.page.get_by_role("combobox")
    field.fill("s777")
    field.press("Enter")
    page.frame()
    frame = page.page.locator('[data-sign="found line"]').bounding_box()
    assert frame is not None
    assert frame["width"] >= 10
    page.page.mouse.move(frame["x"] + frame["width"] / 2, frame["y"] + 20)
    assert "s777" in page.tip


def test_copy_takes_the_last_sample(opened: Open) -> None:
    page = opened(page_of(small_table()), permissions=["clipboard-read", "clipboard-write"])
    page.point("q-7", "beta")
    page.page.mouse.move(1, 1)
    page.page.get_by_role("button", name="Copy the sample id").click()
    page.page.get_by_role("status").get_by_text("Copied q-7").wait_for()
    assert page.page.evaluate("navigator.clipboard.readText()") == "q-7"


def saved(page: Opened, name: str) -> Path:
    with page.page.expect_download() as download:
        page.page.get_by_role("button", name=name).click()
    assert re.fullmatch(r"[\w-]+\.(svg|png|csv)", download.value.suggested_filename)
    return Path(download.value.path())


def test_saved_svg_stands_alone(opened: Open) -> None:
    html = page_of(large_table(1000, 8), height=300, title="A <b>title</b>")
    page = opened(html)
    page.page.wait_for_selector("canvas", state="attached")
    page.hover(0.3, 0.3)
    text = saved(page, "SVG").read_text(encoding="utf-8")
    assert text.startswith("<svg ")
    assert "data:image/png;base64," in text
    for made in ("foreignObject", "canvas", "data-sign", "<script", "tabindex"):
        assert made not in text
    alone = opened(text.replace("<svg ", "<!doctype html><style>body{margin:0}</style><svg ", 1), wait=False)
    plot = matrix_of(html)["plots"][0]
    area, shot = plot["area"], alone.pixels()
    y = int(area["y"] + area["height"] * 0.5 / 8)
    row = shot[y, int(area["x"]) + 1 : int(area["x"] + area["width"]) - 1]
    assert values_of(row, plot).mean() == pytest.approx(plot["values"][:1000].mean(), abs=0.02)


def test_saved_png_is_the_picture_as_it_is(opened: Open) -> None:
    html = page_of(small_table())
    page = opened(html)
    page.wheel(0.5, 0.5, 4)
    sample = page.page.locator('g[aria-label="x-axis tick label"] text').all_text_contents()[1]
    page.point(sample, "beta")
    score = float(page.page.locator("[role=tooltip] [data-part=value]").inner_text())
    x, y = page.cell(sample, "beta")
    corner = page.page.locator("[data-inspect-viz] > svg").bounding_box()
    assert corner is not None
    image = Image.open(saved(page, "PNG")).convert("RGB")
    payload = matrix_of(html)
    assert image.size == (2 * corner["width"], 2 * corner["height"])
    pixel = np.asarray(image)[int(2 * (y - corner["y"])), int(2 * (x - corner["x"]))]
    assert values_of(pixel, payload["plots"][0]) == pytest.approx(score, abs=0.01)


def test_table_shows_the_values(opened: Open) -> None:
    table = small_table()
    table.loc[(table.id == "q-2") & (table.model_display_name == "beta"), ["score_s", "error"]] = [None, "broken"]
    page = opened(page_of(table))
    button = page.page.get_by_role("button", name="Table")
    button.click()
    assert button.get_attribute("aria-expanded") == "true"
    shown = page.page.get_by_role("table")
    heads = shown.locator("thead th").all_inner_texts()
    rows = {r.locator("th").inner_text(): r.locator("td").all_inner_texts() for r in shown.locator("tbody tr").all()}
    assert len(rows) == 12
    assert heads[:2] == ["id", "mean"]
    cells = {(s, m): text for s, texts in rows.items() for m, text in zip(heads[2:], texts[1:], strict=True)}
    assert cells["q-2", "beta"] == "error"
    assert {k: float(v) for k, v in cells.items() if v != "error"} == {
        (r.id, r.model_display_name): r.score_s for r in table.itertuples() if r.error == ""
    }
    button.click()
    assert not shown.is_visible()


def test_large_table_comes_in_pages(opened: Open) -> None:
    page = opened(page_of(large_table(130, 5), height=300))
    page.page.get_by_role("button", name="Table").click()
    rows = page.page.locator("tbody tr")
    assert rows.count() == 50
    page.page.get_by_role("button", name="Next").click()
    page.page.get_by_role("button", name="Next").click()
    assert rows.count() == 30
    assert "101\u2013130 of 130" in page.page.locator("[data-part=pager]").inner_text()
    assert page.page.get_by_role("button", name="Next").is_disabled()


def test_csv_holds_every_cell_and_runs_nothing(opened: Open) -> None:
    table = small_table()
    names = {"q-1": '=LINK("http://x")', "q-2": 'a "b", c', "q-3": "line\nbreak", "q-4": "-12", "q-5": "@SUM(A1)"}
    table["id"] = table["id"].replace(names)
    page = opened(page_of(table))
    page.page.get_by_role("button", name="Table").click()
    rows = list(csv.DictReader(io.StringIO(saved(page, "Download CSV").read_bytes().decode("utf-8"), newline="")))
    assert len(rows) == 36
    ids = {row["id"] for row in rows}
    assert {"'" + names["q-1"], names["q-2"], names["q-4"], "'" + names["q-5"], "q-9"} <= ids
    assert all(row["state"] == "ok" for row in rows)
    expected = {r.model_display_name: r.score_s for r in table[table.id == "q-9"].itertuples()}
    assert {row["model"]: float(row["score_s"]) for row in rows if row["id"] == "q-9"} == expected


def frame_of(page: Opened) -> tuple[float, ...]:
    box = page.page.locator('[data-sign="found line"]').bounding_box()
    assert box
    return tuple(round(value, 1) for value in box.values())


def test_escape_keeps_place_and_frame_of_what_was_found(opened: Open) -> None:
    page = opened(page_of(large_table(1000, 8), height=300))
    field = page.page.get_by_role("combobox")
    field.fill("s777")
    field.press("Enter")
    page.frame()
    labels = page.page.locator('g[aria-label="x-axis tick label"] text').all_text_contents()
    before = frame_of(page)
    field.press("Escape")
    page.frame()
    assert frame_of(page) == before
    assert page.page.locator('g[aria-label="x-axis tick label"] text').all_text_contents() == labels
    assert page.page.evaluate("document.activeElement.dataset.part") == "cells"
    assert "s777" in page.tip
    page.page.keyboard.press("ArrowDown")
    assert "s777" in page.tip
    assert frame_of(page) == before


def test_escape_in_the_picture_takes_the_tip_and_then_the_frame_away(opened: Open) -> None:
    page = opened(page_of(small_table()))
    field = page.page.get_by_role("combobox")
    field.fill("q-7")
    field.press("Enter")
    field.press("Escape")
    assert page.tip_is_shown
    page.page.keyboard.press("Escape")
    assert not page.tip_is_shown
    assert page.page.locator('[data-sign="found line"]').count() == 1
    page.page.keyboard.press("Escape")
    assert page.page.locator('[data-sign="found line"]').count() == 0
    assert field.input_value() == ""
