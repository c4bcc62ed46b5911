"""Chromium draws the example of every mark as V8 does: the same shapes at the same places, in the same colours."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from fixtures.recorded import both, open_picture, recorded
from playwright.sync_api import Browser, Page

from inspect_viz._host._assets import asset_text

sys.path.append(str(Path(__file__).parents[2] / "docs" / "gallery"))

import marks

DRAWN = [name for name in marks.NAMES if (marks.FOLDER / f"{name}.svg").exists()]
SHAPES = """(root) => {
    const near = (text) => text.replace(/url\\(.*?\\)/, "url").replace(/-?\\d*\\.?\\d+(e-?\\d+)?/g,
        (number) => String(Math.round(10 * number) / 10));
    const places = ["d", "x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r", "width", "height", "points", "transform"];
    const shapes = root.querySelector("[data-part=background]").parentElement.querySelectorAll(
        "path, rect, circle, line, text, image, use, polygon");
    return [...shapes].filter((shape) => shape.getAttribute("pointer-events") !== "all" &&
        places.some((name) => shape.hasAttribute(name))).map((shape) => [
        shape.localName,
        ...[...places, "fill", "stroke"].map((name) => near(shape.getAttribute(name) ?? "")),
        shape.localName === "text" ? shape.textContent : "",
    ]);
}"""
"""Shapes with their places in tenths of a unit, without what hears the pointer and what a page adds unplaced."""


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    made = browser.new_page(viewport={"width": 900, "height": 700})
    made.set_content('<div id="root"></div>')
    made.add_script_tag(content=asset_text("live.js"))
    yield made
    made.close()


@pytest.mark.parametrize("name", DRAWN)
def test_chromium_draws_the_mark_as_v8_does(page: Page, name: str) -> None:
    page.evaluate("document.querySelector('#root').replaceChildren()")
    recording, svg = recorded(marks.picture(name))
    assert open_picture(page, recording) == []
    live, made = both(page, svg, SHAPES)
    assert len(made) > 2
    assert [(a, b) for a, b in zip(live, made, strict=False) if a != b][:3] == []
    assert len(live) == len(made)
