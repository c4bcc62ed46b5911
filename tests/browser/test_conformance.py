"""Foreign specs are drawn by Mosaic in the browser as in V8: what `make conformance` asks of Mosaic's own, in small."""

from __future__ import annotations

import copy
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from inspect_viz._host._assets import asset_text

sys.path.insert(0, str(Path(__file__).parents[2] / "tools"))
import conformance

FROM = {"from": "points", "filterBy": "$brush"}
GRID = {"data": FROM, "x": "x", "y": "y"}
DATA = {"points": {"file": "points.csv"}, "few": "SELECT * FROM points WHERE x < 3"}
SPECS: dict[str, dict[str, Any]] = {
    "rasters": {
        "vconcat": [
            {"input": "menu", "label": "Kind", "from": "points", "column": "kind", "as": "$brush"},
            {"plot": [{"mark": "raster", **GRID, "fill": "kind"}, {"mark": "dot", **GRID, "r": 1}], "width": 240},
            {"plot": [{"mark": "heatmap", **GRID, "fill": "density"}, {"mark": "contour", **GRID, "stroke": "#000"}]},
            {"plot": [{"mark": "denseLine", "data": FROM, "x": "x", "y": "y", "z": "kind", "fill": "density"}]},
            {"plot": [{"mark": "density", **GRID, "r": "density"}, {"mark": "hexbin", **GRID, "fill": {"count": ""}}]},
        ],
        "plotDefaults": {"width": 260, "height": 160},
    },
    "interactors": {
        "params": {"brush": {"select": "crossfilter"}, "wide": 2},
        "hconcat": [
            {
                "name": "first",
                "plot": [
                    {"mark": "rectY", "data": FROM, "x": {"bin": "x"}, "y": {"count": ""}, "inset": "$wide"},
                    {"select": "intervalX", "as": "$brush"},
                ],
            },
            {
                "plot": [
                    {"mark": "dot", **GRID, "stroke": "kind"},
                    {"mark": "regressionY", **GRID, "stroke": "kind"},
                    {"select": "intervalXY", "as": "$brush", "brush": {"fill": "none"}},
                    {"select": "highlight", "by": "$brush"},
                    {"select": "panZoom"},
                    {"legend": "color", "as": "$brush"},
                ],
                "width": 300,
            },
            {"input": "slider", "min": 0, "max": 9, "as": "$wide"},
            {"input": "search", "from": "points", "column": "kind", "as": "$brush"},
        ],
    },
    "facets": {
        "plot": [
            {"mark": "barX", "data": {"from": "few"}, "x": {"sum": "y"}, "y": "kind", "fx": "x", "fill": "kind"},
            {"select": "toggleY", "as": "$brush"},
            {"mark": "axisFx", "anchor": "top"},
            {"mark": "ruleX", "data": [0]},
        ],
        "xNice": True,
    },
}


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    made = browser.new_page(viewport={"width": 900, "height": 700})
    made.add_script_tag(content=asset_text("live.js"))
    yield made
    made.close()


@pytest.mark.parametrize("name", SPECS)
def test_a_spec_is_drawn_alike(page: Page, tmp_path: Path, name: str) -> None:
    rows = [f"{i % 7},{(i * i) % 11},{'ab'[i % 2]}" for i in range(90)]
    (tmp_path / "points.csv").write_text("\n".join(["x,y,kind", *rows]), encoding="utf-8")
    (tmp_path / f"{name}.json").write_text(json.dumps({"data": DATA, **SPECS[name]}), encoding="utf-8")
    result = conformance.conform(page, tmp_path / f"{name}.json", tmp_path)
    assert (result.differences, result.cannot) == ([], None)
    assert len(result.plots) == {"rasters": 4, "interactors": 2, "facets": 1}[name]
    assert all(len(plot["marks"]) > 2 and plot["scales"] for plot in result.plots)


def test_differences_and_warnings_are_told() -> None:
    one: dict[str, Any] = {
        "warnings": [],
        "inventory": [
            {"marks": [{"name": "dot", "elements": 3}], "scales": {"x": {"type": "linear", "domain": [0, 1.5]}}}
        ],
    }
    other = copy.deepcopy(one)
    assert conformance.differences(one, other) == []
    other["inventory"][0]["scales"]["x"]["domain"][1] += 1e-12
    assert conformance.differences(one, other) == []
    other["inventory"][0]["scales"]["x"]["domain"][1] += 1e-3
    other["inventory"][0]["marks"][0]["elements"] = 2
    other["warnings"] = ["x"]
    assert [text.split(":")[0] for text in conformance.differences(one, other)] == [
        "Chromium warns",
        "plot 0",
        "plot 0",
    ]
