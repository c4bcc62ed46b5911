"""Mosaic in the browser draws our cells from the bundle, as V8 does, over answers that were recorded."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from fixtures.recorded import OPEN, both, open_picture, recorded
from heatmaps import BARE, data, graded, heatmap
from playwright.sync_api import Browser, Page

from inspect_viz._host._assets import asset_text
from inspect_viz.layout import vconcat
from inspect_viz.mark import cell, rule_x
from inspect_viz.plot import plot
from inspect_viz.transform import sql


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    made = browser.new_page(viewport={"width": 900, "height": 700})
    made.set_content('<div id="root"></div>')
    made.add_script_tag(content=asset_text("live.js"))
    yield made
    made.close()


RECTS = """(root) => [...root.querySelectorAll("[data-part=paint] rect")].map((r) =>
    ["x", "y", "width", "height", "fill"].map((name) => r.getAttribute(name)))"""
TEXTS = """(root) => [...root.querySelectorAll("text")].map((t) => t.textContent)"""


def test_cells_texts_and_legends_are_those_of_v8(page: Page) -> None:
    recording, svg = recorded(heatmap(graded(4, 12, states=True), title="Twelve", height=240))
    assert open_picture(page, recording) == []
    cells, expected = both(page, svg, RECTS)
    assert len(cells) > 40
    assert cells == expected
    texts, expected_texts = both(page, svg, TEXTS)
    assert texts == expected_texts
    assert "Twelve" in texts


def test_a_raster_is_painted_by_the_same_code(page: Page) -> None:
    recording, _ = recorded(heatmap(graded(6, 1000), width=300, height=160, **BARE))
    open_picture(page, recording)
    seen = page.evaluate(
        """() => { const c = document.querySelector("[data-part=paint] canvas");
            const { data } = c.getContext("2d").getImageData(0, 0, c.width, c.height);
            const colours = new Set();
            for (let i = 0; i < data.length; i += 4) colours.add(data.slice(i, i + 4).join());
            return [c.width, c.height, colours.size] }"""
    )
    assert seen[0] > 200
    assert seen[2] > 10


def shared_param() -> dict[str, Any]:
    """Two plots of one picture whose rules stand at the same param."""
    table = data(graded(2, 3))
    cells = cell(table, x="id", y="model_display_name", fill=sql("avg(score_s)"))
    recording, _ = recorded(vconcat(plot(cells, height=100), plot(rule_x(x=[1]), height=60), plot(rule_x(x=[1]))))
    first, second = recording["spec"]["vconcat"][1:]
    for rules in (first, second):
        rules["plot"][0]["strokeWidth"] = "$wide"
    return {**recording, "spec": {"params": {"wide": {"value": 3}}, **recording["spec"]}}


WIDTHS = """[...document.querySelectorAll('#root g[aria-label="rule"]')].map((g) => g.getAttribute("stroke-width"))"""


RECTS_OF_ROOT = f"({RECTS})(document.querySelector('#root'))"


def test_plots_of_a_picture_share_a_coordinator_and_its_params(page: Page) -> None:
    open_picture(page, shared_param())
    assert page.evaluate(WIDTHS) == ["3", "3"]
    cells = page.evaluate(RECTS_OF_ROOT)
    page.evaluate("opened.picture.mosaic.params.get('wide').update(7)")
    page.wait_for_function(f"{WIDTHS}.join() === '7,7'")
    assert page.evaluate(RECTS_OF_ROOT) == cells
    clients = "new Set(opened.picture.plots.flatMap((plot) => plot.mosaic.marks.map((mark) => mark.coordinator))).size"
    assert page.evaluate(clients) == 1


def test_a_question_without_an_answer_is_an_error_that_shows_it(page: Page) -> None:
    recording, _ = recorded(heatmap(graded(2, 3)))
    error = page.evaluate(
        f"""(r) => {OPEN}.then(() => "drawn", (error) => error.message)""",
        {**recording, "answers": []},
    )
    assert error.startswith("There is no recorded answer to the question: SELECT")


def test_unknown_notes_are_an_error(page: Page) -> None:
    recording, _ = recorded(heatmap(graded(2, 3)))
    wrong = json.loads(json.dumps({**recording, "sidecar": {"marks": {"m0": {"colour": "red"}}}}))
    error = page.evaluate(f"(r) => {OPEN}.catch((error) => error.message)", wrong)
    assert 'unknown key "colour"' in error
